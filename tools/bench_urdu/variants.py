"""Copy desk: spelling variants and misspellings against their gold, and on clean news."""

import time
from collections.abc import Iterator

from bench_urdu.data import DATA, gold, read_jsonl
from roznama.urdu.spelling.misspellings import misspellings
from roznama.urdu.spelling.variants import spelling_variants

Row = tuple[str, str, str]
Tally = list[set[str]]  # for each text: told and right, told, to be told


def rows() -> list[Row]:
    return [*_gold_rows("variants"), *_gold_rows("misspellings"), *_news_rows(), _speed()]


def _gold_rows(name: str) -> list[Row]:
    wanted = {"variants": ".95 / .85", "misspellings": ".90 / .70"}[name]
    pairs = [SCORES[name](row) for row in gold(name)]
    return [
        (f"{name}: precision / recall, {part}", _ratio(pairs[start::step]), wanted)
        for part, start, step in (("all rows", 0, 1), ("even rows", 1, 2))
    ]


def _variants_score(row: list[str]) -> tuple[int, int, int]:
    told = [{v.text for v in group.variants} for group in spelling_variants(row[0])]
    wanted = [
        {form.rsplit(":", 1)[0].strip() for form in group.split(",")}
        for group in (row[1] if len(row) > 1 else "").split(";")
        if group.strip()
    ]
    return sum(any(len(t & w) > 1 for w in wanted) for t in told), len(told), len(wanted)


def _misspellings_score(row: list[str]) -> tuple[int, int, int]:
    told = {(found.text, found.suggestions[0]) for found in misspellings(row[0])}
    wanted = {
        tuple(pair.strip().split(">"))
        for pair in (row[1] if len(row) > 1 else "").split(";")
        if pair.strip()
    }
    return len({t for t, _ in told} & {w[0] for w in wanted}), len(told), len(wanted)


SCORES = {"variants": _variants_score, "misspellings": _misspellings_score}


def _ratio(scores: list[tuple[int, int, int]]) -> str:
    right, told, wanted = (sum(column) for column in zip(*scores, strict=True))
    return f"{right / max(told, 1):.3f} / {right / max(wanted, 1):.3f}"


def _texts() -> Iterator[str]:
    for article in read_jsonl("news-dev.jsonl.gz") if DATA else ():
        yield f"{article['title']}\n{article['body']}"


def _news_rows() -> list[Row]:
    count = variants = slips = 0
    for text in _texts():
        count += 1
        variants += len(spelling_variants(text))
        slips += len(misspellings(text))
    if not count:
        return []
    return [
        ("variants told in a clean article of news-dev", f"{variants / count:.3f}", "< 0.1"),
        ("misspellings told in a clean article of news-dev", f"{slips / count:.3f}", "< 0.3"),
    ]


def _speed() -> Row:
    text = "\n".join(row[0] for row in gold("variants"))
    words = text.split()
    story = " ".join(words[:1500])
    spelling_variants(story)
    misspellings(story)
    started = time.perf_counter()
    for at in range(10):
        piece = " ".join(words[at * 100 : at * 100 + 1500])
        spelling_variants(piece)
        misspellings(piece)
    return ("both, ms for 1,500 words", f"{(time.perf_counter() - started) * 100:.1f}", "< 50")
