"""Learn the pairs of letters from a lexicon (Urdu word, Latin spelling, count; gzip allowed).

python -m train_roman dakshina-lexicon-train.tsv.gz > roman_pairs.tsv
"""

import gzip
import random
import sys
from pathlib import Path

from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import normalize
from train_roman.aligning import Example, Pair, aligned, likelihoods
from train_roman.counting import END, START, Model, model

_SAMPLE = 20_000  # examples that are enough to learn the alignment from

_HEAD = """\
# Runs of letter pairs (Urdu:Latin; ^ and $ are a word's ends), and how likely the last one is
# after the others. Learned by tools/train_roman from the Dakshina lexicon, train part (Roark and
# others 2020, CC BY-SA 4.0). Columns: run; log probability, log back-off, both in hundredths.
"""


def main() -> None:
    """Print the table that is learned from the file named."""
    examples = list(_examples(Path(sys.argv[1])))
    sample = random.Random(1).sample(examples, min(_SAMPLE, len(examples)))
    shares = likelihoods(sample)
    words = [(aligned(urdu, latin, shares), times) for urdu, latin, times in examples]
    sys.stdout.write(_HEAD)
    _print(model([(pairs, times) for pairs, times in words if pairs]))


def _examples(path: Path) -> list[Example]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        cells = [line.rstrip("\n").split("\t") for line in lines]
    return [
        (strip_marks(normalize(urdu)), latin.lower(), int(times)) for urdu, latin, times in cells
    ]


def _print(learned: Model) -> None:
    for run, (weight, back_off) in sorted(learned.items(), key=lambda item: len(item[0])):
        written = " ".join(
            ":".join(pair) if pair[1] or pair[0] not in "^$" else pair[0] for pair in run
        )
        print(written, round(weight * 100), round(back_off * 100), sep="\t")


def _written(pair: Pair) -> str:
    return pair[0] if pair in (START, END) else ":".join(pair)


if __name__ == "__main__":
    main()
