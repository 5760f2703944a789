"""Print the table of widths by which the copy desk tells headlines that are too long.

    python tools/fonts/advances.py > src/roznama/copydesk/data/advances.tsv

In Nastaliq a letter's advance depends on the whole word, so it cannot be read off the font. The
most frequent words that wordfreq counts are shaped with the paper's font at the weight of its
headlines, and the advances of letters by their form (alone, first, middle, last) are those that
explain the words' widths best (least squares, each word by its share of running text). What does
not join is measured by itself. In ems.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fonts.cut import TARGET
from fonts.shaping import Face
from roznama.copydesk.width import FORMS, units
from roznama.urdu.frequency import frequencies
from roznama.urdu.letters.alphabet import LETTERS, URDU_DIGITS

WEIGHT = 700
MOST = 8_000  # words
SIGNS = " 0123456789" + URDU_DIGITS + "،؛؟۔!:.,()[]“”‘’\"'«»-–—…٪%/"
SHRINK = 1e-6  # keeps forms that hardly occur near the advance of the letter alone

Unit = tuple[str, str]


def measured_words(face: Face) -> list[tuple[list[Unit], float, float]]:
    """The most frequent words: what they are set of, their widths, their shares of text."""
    shares = sorted(frequencies().items(), key=lambda item: -item[1])
    words = [(word, share) for word, share in shares if word and set(word) <= set(LETTERS)][:MOST]
    return [(list(units(word)), face.width(word), share) for word, share in words]


def fitted(face: Face) -> dict[Unit, float]:
    """The advances that explain the words' widths best."""
    words = measured_words(face)
    keys = sorted({unit for found, _, _ in words for unit in found})
    column = {key: at for at, key in enumerate(keys)}
    alone = np.array([face.width(letter) for letter, _ in keys])
    left = np.zeros((len(keys), len(keys)))
    right = np.zeros(len(keys))
    for found, wide, share in words:
        row = np.zeros(len(keys))
        for unit in found:
            row[column[unit]] += 1
        left += share * np.outer(row, row)
        right += share * wide * row
    advances = np.linalg.solve(left + SHRINK * np.eye(len(keys)), right + SHRINK * alone)
    return dict(zip(keys, map(float, advances), strict=True))


def table() -> list[str]:
    """The lines of the table, letters first."""
    face = Face(TARGET, WEIGHT)
    found = fitted(face)
    lines = ["# Advances in the paper's Nastaliq at its headlines' weight, in ems: letter, alone,"]
    lines += ["# first, middle, last (-: never). Made by tools/fonts/advances.py."]
    for letter in LETTERS:
        cells = [found.get((letter, form)) for form in FORMS]
        if any(cell is not None for cell in cells):
            shown = ["-" if cell is None else f"{cell:.3f}" for cell in cells]
            lines.append("\t".join([letter, *shown]))
    lines += [f"{sign.replace(' ', 'space')}\t{face.width(sign):.3f}" for sign in SIGNS]
    return lines


if __name__ == "__main__":
    print("\n".join(table()))
