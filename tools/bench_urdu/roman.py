"""Roman Urdu: own gold, words of running text in the first five, and sentences found."""

import math
import random
import re
from collections import Counter, defaultdict

from bench_urdu.data import DATA, gold, read_lines
from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.roman.candidates import roman_candidates
from roznama.urdu.roman.from_latin import from_roman
from roznama.urdu.roman.vocabulary import Vocabulary
from roznama.urdu.segmentation.tokenizer import tokens

Row = tuple[str, str, str]
Sentence = tuple[list[str], list[str]]  # words in Urdu, words in Latin

_SENTENCES = 400  # whose words are looked at one by one
_QUERIES = 1500
_RARE = 2000  # words of the lexicon's dev part


def rows() -> list[Row]:
    cases = [row for row in gold("roman") if len(row) > 1]
    right = sum(urdu in from_roman(latin, 5) for latin, urdu in cases)
    return [_share("own gold, in the first five", right, len(cases), ".95"), *_dakshina()]


def _dakshina() -> list[Row]:
    if not DATA:
        return []
    chance = random.Random(1)
    sentences = [_sentence(line) for line in read_lines("dakshina-sentences-dev.tsv.gz")]
    return [*_in_text(sentences, chance), *_found(sentences, chance), _rare(chance)]


def _sentence(line: str) -> Sentence:
    urdu, latin = line.split("\t")
    words = [strip_marks(t.text) for t in tokens(normalize(urdu)) if t.kind == "word"]
    return words, re.findall("[a-z']+", latin.lower())


def _in_text(sentences: list[Sentence], chance: random.Random) -> list[Row]:
    """Sentences with as many words in both scripts, word by word."""
    even = [pair for pair in sentences if len(pair[0]) == len(pair[1])]
    pairs = [pair for both in chance.sample(even, _SENTENCES) for pair in zip(*both, strict=True)]
    hits = Counter[int]()
    for urdu, latin in pairs:
        answers = [strip_marks(found) for found in from_roman(latin, 5)]
        hits[1] += urdu in answers[:1]
        hits[5] += urdu in answers
    return [
        _share("word of running text first", hits[1], len(pairs), ""),
        _share("word of running text in the first five", hits[5], len(pairs), ".92"),
    ]


def _rare(chance: random.Random) -> Row:
    """Words of the lexicon's dev part: rare ones, none of which the training part has."""
    pairs = [line.split("\t") for line in read_lines("dakshina-lexicon-dev.tsv.gz")]
    right = total = 0
    for urdu, latin, times in chance.sample(pairs, _RARE):
        answers = [strip_marks(found) for found in from_roman(latin, 5)]
        right += int(times) * (strip_marks(normalize(urdu)) in answers)
        total += int(times)
    return _share("rare word of the lexicon's dev part in the first five", right, total, "")


def _found(sentences: list[Sentence], chance: random.Random) -> list[Row]:
    """A sentence by its three longest Latin words, among all."""
    places: dict[str, set[int]] = defaultdict(set)
    for number, (words, _) in enumerate(sentences):
        for word in words:
            places[word].add(number)
    vocabulary, hits = Vocabulary(places), Counter[int]()
    asked = chance.sample(range(len(sentences)), _QUERIES)
    for number in asked:
        longest = sorted(set(sentences[number][1]), key=lambda word: (-len(word), word))[:3]
        best = _best(longest, vocabulary, places, len(sentences))
        hits[1] += best[:1] == [number]
        hits[10] += number in best
    what = f"three longest words to their sentence among {len(sentences)}"
    return [
        _share(f"{what}, R@1", hits[1], len(asked), ".85"),
        _share(f"{what}, R@10", hits[10], len(asked), ".96"),
    ]


def _best(
    latin: list[str], vocabulary: Vocabulary, places: dict[str, set[int]], count: int
) -> list[int]:
    scores = Counter[int]()
    for word in latin:
        told: dict[int, float] = defaultdict(float)
        found = roman_candidates(re.sub("[^a-z]", "", word), 20, vocabulary)
        for urdu, weight in found:
            rarity = math.log(count / len(places[urdu]))
            for number in places[urdu]:
                told[number] = max(told[number], math.sqrt(weight / found[0][1]) * rarity)
        scores.update(told)
    return [number for number, _ in scores.most_common(10)]


def _share(what: str, right: int, total: int, target: str) -> Row:
    return (what, f"{right / total:.3f}", target)
