"""Measure the reading of crawled pages: each extractor alone, and the importer as a whole.

The score is token-bag F1 against the story's text: tokens are runs of letters and digits, counted
with repetition; order does not matter. Precision, recall and F1 are means over pages. A page
leaks if its also-read title or a title of its side column is in the text.

Run: python tools/bench_import.py [--data DIR]
"""

import argparse
import gzip
import json
import logging
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from roznama.wire.reading import UnreadablePage, read_page  # noqa: E402

PAGES = "crawled-pages-dev.jsonl.gz"
OURS = "roznama"
TOKEN = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?<=[۔؟!])\s+")

Page = dict[str, str]


def goose3(html: str) -> str:
    """What goose3 takes for the text."""
    goose = import_module("goose3").Goose({"enable_image_fetching": False})
    return str(goose.extract(raw_html=html).cleaned_text)


def trafilatura(html: str) -> str:
    """What trafilatura takes for the text."""
    return import_module("trafilatura").extract(html) or ""


def readability(html: str) -> str:
    """What readability-lxml takes for the text."""
    summary = import_module("readability").Document(html).summary()
    return " ".join(import_module("lxml.html").fromstring(summary).itertext())


def resiliparse(html: str) -> str:
    """What Resiliparse takes for main content."""
    module = import_module("resiliparse.extract.html2text")
    return str(module.extract_plain_text(html, main_content=True))


def justext(html: str) -> str:
    """The paragraphs that jusText, with its Urdu stop words, keeps."""
    module = import_module("justext")
    found = module.justext(html.encode(), module.get_stoplist("Urdu"), encoding="utf-8")
    return "\n".join(part.text for part in found if not part.is_boilerplate)


def newspaper4k(html: str) -> str:
    """What newspaper4k takes for the text."""
    article = import_module("newspaper").article("https://example.org/a", "ur", input_html=html)
    return str(article.text)


def roznama(html: str) -> str:
    """Our story with its dateline back in place, without also-read titles; "" if refused."""
    try:
        story = read_page(html.encode())
    except UnreadablePage:
        return ""
    lines = [text for kind, text in story.blocks if kind != "also_read"]
    return "\n".join([story.dateline_city, story.dateline_credit, *lines])


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "goose3": goose3,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "justext": justext,
    "newspaper4k": newspaper4k,
    OURS: roznama,
}


@dataclass(frozen=True)
class Score:
    """One page's measures; `seconds` is the time its reading took."""

    precision: float
    recall: float
    f1: float
    leaked: bool
    lost: int
    sentences: int
    seconds: float


def tokens(text: str) -> list[str]:
    """Runs of letters and digits."""
    return TOKEN.findall(unicodedata.normalize("NFC", text))


def spaced(text: str) -> str:
    """Tokens between spaces, so that one text's words can be looked for in another's."""
    return f" {' '.join(tokens(text))} "


def bag_scores(text: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a text's tokens, as bags."""
    got, wanted = Counter(tokens(text)), Counter(tokens(gold))
    common = (got & wanted).total()
    precision = common / got.total() if got else 0.0
    recall = common / wanted.total() if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def measure(page: Page, extract: Callable[[str], str]) -> Score:
    """Read one page and score it."""
    start = time.perf_counter()
    text = extract(page["html"])
    seconds = time.perf_counter() - start
    words, gold = spaced(text), spaced(page["gold"])
    others = [spaced(page[name]) for name in ("also", "side")]
    sentences = [spaced(part) for part in SENTENCE.split(page["gold"]) if tokens(part)]
    return Score(
        *bag_scores(text, page["gold"]),
        leaked=any(title in words and title not in gold for title in others),
        lost=sum(sentence not in words for sentence in sentences),
        sentences=len(sentences),
        seconds=seconds,
    )


def row(name: str, scores: list[Score], fastest: float) -> str:
    """One line of the table."""

    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(scores)

    lost = sum(score.lost for score in scores) / sum(score.sentences for score in scores)
    return (
        f"{name:<22}{mean(s.precision for s in scores):>7.3f}{mean(s.recall for s in scores):>7.3f}"
        f"{mean(s.f1 for s in scores):>7.3f}{mean(s.leaked for s in scores):>8.1%}{lost:>8.2%}"
        f"{mean(s.seconds for s in scores) / fastest:>8.1f}"
    )


def run(pages: list[Page]) -> dict[str, list[Score]]:
    """Scores of every installed extractor on every page."""
    results = {}
    for name, extract in EXTRACTORS.items():
        try:
            extract(pages[0]["html"])  # imports and caches are not the page's time
        except ImportError:
            print(f"{name} is not installed; left out.", file=sys.stderr)
            continue
        results[name] = [measure(page, extract) for page in pages]
    return results


def report(pages: list[Page], results: dict[str, list[Score]]) -> None:
    """Print the table, and our rows for each template."""
    fastest = min(sum(s.seconds for s in x) for x in results.values()) / len(pages)
    print(f"{len(pages)} pages; token-bag scores; time per page, the fastest = 1")
    print(f"{'':<22}{'P':>7}{'R':>7}{'F1':>7}{'leak':>8}{'lost':>8}{'time':>8}")
    for name, scores in results.items():
        print(row(name, scores, fastest))
    for template in sorted({page["t"] for page in pages}):
        ours = [s for s, page in zip(results[OURS], pages, strict=True) if page["t"] == template]
        print(row(f"{OURS}: {template}", ours, fastest))


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; 2 if the data is absent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    path: Path = parser.parse_args(arguments).data / PAGES
    if not path.is_file():
        print(f"No crawled pages to measure on: {path} is absent. Name their folder with --data.")
        return 2
    logging.disable(logging.CRITICAL)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pages: list[Page] = [json.loads(line) for line in file]
    report(pages, run(pages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
