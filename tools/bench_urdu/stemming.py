"""Search terms: own gold, and the treebank's lemmas."""

from collections import defaultdict
from itertools import combinations

from bench_urdu.data import DATA, gold, read_lines
from roznama.urdu.letters.folding import fold
from roznama.urdu.stemming.stems import stem
from roznama.urdu.stemming.terms import search_terms

Row = tuple[str, str, str]


def rows() -> list[Row]:
    return [_gold("same"), _gold("different")] + (_treebank() if DATA else [])


def _telling(text: str) -> list[str]:
    terms = search_terms(text)
    return [term for term in terms if not term.is_stop] or list(terms)


def _gold(kind: str) -> Row:
    right = [
        (_telling(a) == _telling(b)) == (kind == "same")
        for sort, a, b, *_ in gold("search_terms")
        if sort == kind
    ]
    return f"own gold, {kind}", f"{sum(right)} of {len(right)}", "98%"


def _treebank() -> list[Row]:
    """Pairs of word forms: of one lemma (as the treebank says), and of one stem."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    for line in read_lines("udtb-dev.conllu.gz"):
        cells = line.split("\t")
        if len(cells) > 3 and cells[0].isdigit() and cells[3] not in ("PUNCT", "NUM", "SYM", "X"):
            lemmas[fold(cells[1])].add(fold(cells[2]))
    by_lemma: dict[str, list[str]] = defaultdict(list)
    by_stem: dict[str, list[str]] = defaultdict(list)
    for form, known in lemmas.items():
        by_stem[stem(form)].append(form)
        for lemma in known:
            by_lemma[lemma].append(form)
    same = {pair for forms in by_lemma.values() for pair in combinations(sorted(forms), 2)}
    joined = {pair for forms in by_stem.values() for pair in combinations(sorted(forms), 2)}
    both = len(same & joined)
    return [
        ("treebank: pairs of one lemma that are joined", f"{both / len(same):.3f}", ".70"),
        ("treebank: joined pairs that are of one lemma", f"{both / len(joined):.3f}", ".90"),
    ]
