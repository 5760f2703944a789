"""Stories in a line, and what a rule finds in them."""

from roznama.copydesk import Finding, HouseEntry, HouseList, Kind, Piece, Story, check

P, H, D, S = Kind.PARAGRAPH, Kind.HEADLINE, Kind.DECK, Kind.SUBHEAD


def story(*texts: str | tuple[Kind, str], city: str = "لاہور", authors: int = 1) -> Story:
    """A story with all it should have; texts without a kind are paragraphs."""
    parts = [(P, text) if isinstance(text, str) else text for text in texts]
    pieces = tuple(Piece(f"p{at}", kind, text) for at, (kind, text) in enumerate(parts))
    return Story(pieces, city=city, authors=authors)


def findings(
    rule: str, *texts: str | tuple[Kind, str], house: HouseList | None = None
) -> list[Finding]:
    return check(story(*texts), house or HouseList(), rules=[rule])


def told(rule: str, *texts: str | tuple[Kind, str], house: HouseList | None = None) -> list[str]:
    """What stands where the rule found something."""
    return [one.text for one in findings(rule, *texts, house=house)]


def house(*entries: tuple[str, ...]) -> HouseList:
    return HouseList(HouseEntry(*entry) for entry in entries)


def applied(before: Story, finding: Finding) -> Story:
    """The story with the finding's first suggestion in its place."""
    pieces = tuple(
        Piece(
            p.key, p.kind, p.text[: finding.start] + finding.suggestions[0] + p.text[finding.end :]
        )
        if p.key == finding.piece
        else p
        for p in before.pieces
    )
    return Story(pieces, before.city, before.credit, before.authors)
