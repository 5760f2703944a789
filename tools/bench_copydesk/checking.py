"""A text put to the copy desk, as the editor's screen would."""

from roznama.copydesk import Finding, Kind, Piece, Story, check


def checked(lines: list[str]) -> list[Finding]:
    """Return what the copy desk finds in a headline and paragraphs."""
    pieces = [Piece("headline", Kind.HEADLINE, lines[0])]
    pieces += [Piece(f"body:{at}", Kind.PARAGRAPH, line) for at, line in enumerate(lines[1:])]
    return check(Story(tuple(pieces), city="کراچی", credit="روزنامہ", authors=1))
