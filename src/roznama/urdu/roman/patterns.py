"""Short vowels that a word's shape gives away: patterns of Arabic words, as marks.

Urdu seldom writes short vowels, but the Arabic words of a newspaper follow few patterns:
ا-ت-ا is i-e-a (انتظار, intezar), م--و- is ma--u- (محفوظ, mahfuz). Each rule writes the marks
that such a word would carry; the letter rules then obey them as they obey a writer's own.
"""

import re

from roznama.urdu.roman.letters import CONSONANTS, PESH, SUKUN, ZABAR, ZER

_C = f"([{''.join(CONSONANTS)}])"
_ARABIC = "([بتثجحخدذرزسشصضطظعغفقکلمنہ])"  # the active participle is Arabic only: قاتل, qatil
_END = "(ی|ات|ہ|ے|وں|یں|یاں)?$"

_PATTERNS = [
    (re.compile(f"^است{_C}{_C}ا{_C}{_END}"), rf"ا{ZER}س{SUKUN}ت{ZER}\1{SUKUN}\2ا\3\4"),
    (re.compile(f"^ا{_C}ت{_C}ا{_C}{_END}"), rf"ا{ZER}\1{SUKUN}ت{ZER}\2ا\3\4"),
    (re.compile(f"^ان{_C}{_C}ا{_C}{_END}"), rf"ا{ZER}ن{SUKUN}\1{ZER}\2ا\3\4"),
    (re.compile(f"^م{_C}{_C}و{_C}{_END}"), rf"م{ZABAR}\1{SUKUN}\2{PESH}و\3\4"),
    (re.compile(f"^م{_C}ا{_C}{_C}{_END}"), rf"م{PESH}\1ا\2{ZER}\3\4"),
    (re.compile(f"^مت{_C}"), rf"م{PESH}ت{ZABAR}\1"),
    (re.compile(f"^{_ARABIC}ا{_ARABIC}(?![تن]){_ARABIC}$"), rf"\1ا\2{ZER}\3"),
]


def with_guessed_marks(word: str) -> str:
    """`word`, without marks of its own, with the marks of the first pattern that it fits."""
    for pattern, marked in _PATTERNS:
        if pattern.search(word):
            return pattern.sub(marked, word)
    return word
