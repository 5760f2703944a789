"""Letter rules: any Urdu word in Latin letters, without a lexicon.

A word becomes a list of sounds, each a consonant and the vowel after it. Letters and marks
say most of the vowels (`_Reader`); `fill_vowels` adds those a speaker would.
"""

import re

from roznama.urdu.letters.marks import MARKS, strip_marks
from roznama.urdu.roman.letters import (
    ARABIC_ONLY,
    ASPIRATED,
    CONSONANTS,
    DAGGER,
    INDIC_ONLY,
    SHADDA,
    SHORT_VOWELS,
    SUKUN,
)
from roznama.urdu.roman.patterns import with_guessed_marks
from roznama.urdu.roman.sounds import Sound, fill_vowels

_LETTER = re.compile(f"([^{MARKS}])([{MARKS}]*)")
_DIPHTHONGS = {("a", "و"): "au", ("u", "و"): "u", ("a", "ی"): "ai", ("i", "ی"): "i"}


def romanize(word: str) -> str:
    """One Urdu word (in the house form, marks allowed) in Latin letters by rule alone.

    May be empty, when the word has no letter with a sound of its own.
    """
    word = word.replace("ۃ", "ہ")
    if word == strip_marks(word):
        word = with_guessed_marks(word)
    sounds = _Reader(word).read()
    fill_vowels(sounds)
    return "".join(sound.consonant + (sound.vowel or "") for sound in sounds)


class _Reader:
    """Reads a word, letter by letter, into sounds."""

    def __init__(self, word: str) -> None:
        self.letters = _LETTER.findall(word)
        self.long_o = "u" if ARABIC_ONLY.intersection(word) else "o"
        self.long_i = "e" if INDIC_ONLY.intersection(word) else "i"
        self.sounds: list[Sound] = []
        self.at = 0

    def read(self) -> list[Sound]:
        for at, (letter, marks) in enumerate(self.letters):
            self.at = at
            self.read_letter(letter, marks.replace(SUKUN, "") if letter in "وی" else marks)
        return self.sounds

    def read_letter(self, letter: str, marks: str) -> None:
        reader = {"ا": self.alif, "آ": self.alif, "و": self.waw, "ی": self.ye, "ے": self.bari_ye}
        reader |= {"ئ": self.hamza, "ؤ": self.hamza, "ں": self.nasal, "ھ": self.two_eyed_he}
        if letter in reader:
            reader[letter](letter, marks)
        elif letter == "ہ" and self.is_last and self.open and self.sounds:
            self.vowel("a")
        elif letter in CONSONANTS:
            self.consonant(letter, marks)

    @property
    def is_last(self) -> bool:
        return self.at == len(self.letters) - 1

    @property
    def next(self) -> str:
        return "" if self.is_last else self.letters[self.at + 1][0]

    @property
    def open(self) -> bool:
        """Whether the last sound still waits for its long vowel."""
        return not self.sounds or not self.sounds[-1].long

    @property
    def short(self) -> str:
        """The short vowel marked on the last sound, if any."""
        return "" if not self.open else self.sounds[-1].vowel or ""

    def consonant(self, letter: str, marks: str, sound: str | None = None) -> None:
        sound = CONSONANTS[letter] if sound is None else sound
        doubled = sound[:1] if SHADDA in marks and len(sound) == 1 else ""
        if doubled and self.sounds and self.sounds[-1].vowel is None:
            self.sounds[-1].vowel = "a"
        self.sounds.append(Sound(doubled + sound, _marked_vowel(marks), letter))

    def vowel(self, vowel: str) -> None:
        """A long vowel: on the last sound if that has none, or else on its own."""
        if not self.sounds or self.sounds[-1].long:
            self.sounds.append(Sound(""))
        self.sounds[-1].lengthen(vowel)

    def alif(self, letter: str, marks: str) -> None:
        if self.sounds:
            self.vowel(_marked_vowel(marks) or "a")
        elif self.next in ("و", "ی", "ے") and letter == "ا":
            self.sounds.append(Sound("", _marked_vowel(marks)))
        else:
            short_word = letter == "آ" and len(self.letters) == 2
            self.vowel("aa" if short_word else _marked_vowel(marks) or "a")

    def waw(self, letter: str, marks: str) -> None:
        before_vowel = self.next in ("ا", "آ", "ی", "ے", "ئ")
        if DAGGER in marks and self.sounds:
            self.vowel("a")
        elif not self.sounds or marks or before_vowel or self.between_vowels:
            self.glide(letter, marks, "w")
        else:
            plain = "o" if self.next == "ں" else self.long_o
            self.vowel(_DIPHTHONGS.get((self.short, letter), plain))

    @property
    def between_vowels(self) -> bool:
        """Whether و follows a long vowel and closes nothing: علاوہ, but گاؤں and گھاو."""
        return self.sounds[-1].long and self.next not in ("", "ں")

    def ye(self, letter: str, marks: str) -> None:
        if DAGGER in marks:
            self.vowel("a")
        elif not self.sounds or marks or self.before_vowel:
            if self.sounds and self.letters[self.at - 1][0] == "ئ":
                self.vowel("i")
            self.glide(letter, marks, "y", "i")
        else:
            plain = "e" if self.next == "ں" else self.long_i
            self.vowel(_DIPHTHONGS.get((self.short, letter), plain if self.next else "i"))

    @property
    def before_vowel(self) -> bool:
        """Whether a vowel follows ی: ا or ے, a ہ that ends the word, or a و that is one."""
        after = self.letters[self.at + 1 : self.at + 4]  # the pattern looks no further
        following = "".join(letter for letter, _ in after)
        return re.match("[اآے]|ہ$|و(?![اآیے]|ہ$)", following) is not None

    def glide(self, letter: str, marks: str, sound: str, link: str | None = None) -> None:
        """و or ی as a consonant; `link` is the vowel it leans on after a bare consonant."""
        if link and self.sounds and self.sounds[-1].vowel is None:
            self.sounds[-1].lengthen(link)
        self.consonant(letter, marks, sound)

    def bari_ye(self, letter: str, marks: str) -> None:
        if self.sounds and self.sounds[-1].long:
            self.consonant(letter, "", "y")
        self.vowel("e")

    def hamza(self, letter: str, marks: str) -> None:
        if self.sounds and self.sounds[-1].vowel is None:
            self.sounds[-1].lengthen("a")
        if letter == "ؤ":
            self.vowel("o")
        elif self.next not in ("ی", "ے", "و"):
            self.vowel(_marked_vowel(marks) or "i")

    def nasal(self, letter: str, marks: str) -> None:
        self.sounds.append(Sound("n", "", letter))

    def two_eyed_he(self, letter: str, marks: str) -> None:
        if self.sounds and self.sounds[-1].letter in ASPIRATED and not self.sounds[-1].long:
            self.sounds[-1].consonant += "h"
            self.sounds[-1].vowel = _marked_vowel(marks) or self.sounds[-1].vowel
        else:
            self.consonant("ہ", marks)


def _marked_vowel(marks: str) -> str | None:
    return next((SHORT_VOWELS[mark] for mark in marks if mark in SHORT_VOWELS), None)
