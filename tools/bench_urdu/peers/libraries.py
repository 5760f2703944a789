"""The libraries: what each has that does the work of one of our functions.

Each is called the way its documentation says. Two of them cannot be imported whole, because
they load TensorFlow or PyTorch for parts that are not compared; their modules are loaded
without their packages' `__init__`.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import urdu_nlp
import urduflow
import urduflow.codeswitch
import urduflow.tokenizer
import urdunorm

Contestants = dict[str, Callable[..., Any]]

OURS = "ours"


def _bare(package: str) -> None:
    """Make the modules of `package` importable without running its `__init__`."""
    spec = find_spec(package)
    module = ModuleType(package)
    module.__path__ = list((spec and spec.submodule_search_locations) or [])
    sys.modules[package] = module


def _module(name: str) -> Any:
    """The module `name` ("urduhack.tokenization.eos"), its packages left unrun."""
    packages = name.split(".")[:-1]
    for depth in range(1, len(packages) + 1):
        package = ".".join(packages[:depth])
        if package not in sys.modules:
            _bare(package)
    return import_module(name)


def _lughaatnlp() -> Any:
    """Lughaatnlp's main class; it reads its tables through pkg_resources, which setuptools lost."""
    resources: Any = ModuleType("pkg_resources")
    resources.resource_string = _table_of_lughaatnlp
    sys.modules.setdefault("pkg_resources", resources)
    return _module("LughaatNLP.LughaatNLP").LughaatNLP()


def _table_of_lughaatnlp(_: str, name: str) -> bytes:
    return (Path(sys.modules["LughaatNLP"].__path__[0]) / name).read_bytes()


_LUGHAATNLP = _lughaatnlp()
_URDUHACK = _module("urduhack.normalization.character")
_URDUHACK_ENDS = _module("urduhack.tokenization.eos")
_LITE = _module("urduhack_lite.normalization.character")
_LITE_ENDS = _module("urduhack_lite.tokenization.eos")
_FLOW_SPLITTER = urduflow.UrduSmartSplitter()
_FLOW_MORPHEMES = urduflow.UrduMorphTokenizer()

NORMALIZE: Contestants = {
    "urduhack": _URDUHACK.normalize,
    "urduhack-lite": _LITE.normalize,
    "lughaatnlp": _LUGHAATNLP.normalize,
    "urdu-nlp": urdu_nlp.normalize,
    "urduflow": urduflow.normalize,
    "urdunorm (display)": lambda text: urdunorm.normalize(text, mode="display"),
}
FOLD: Contestants = {
    "urdu-nlp (normalize)": urdu_nlp.normalize,
    "urduflow (similarity_key)": urduflow.similarity_key,
    "urdunorm (eval)": urdunorm.normalize,
}
TOKENS: Contestants = {
    "lughaatnlp": _LUGHAATNLP.urdu_tokenize,
    "urdu-nlp": urdu_nlp.tokenize,
    "urduflow": urduflow.tokenizer.tokenize,
    "urdunorm": urdunorm.tokenize,
}
"""Without urduhack's word tokenizer: it is a TensorFlow model to be downloaded."""

SENTENCES: Contestants = {
    "urduhack": _URDUHACK_ENDS._generate_sentences,
    "urduhack-lite": _LITE_ENDS._generate_sentences,
    "urdu-nlp": urdu_nlp.sent_tokenize,
    # Its public function packs sentences into chunks; this is the step before.
    "urduflow (_segment)": _FLOW_SPLITTER._segment,
}
STEM: Contestants = {
    "lughaatnlp (stemmer)": _LUGHAATNLP.urdu_stemmer,
    "lughaatnlp (lemmatizer)": _LUGHAATNLP.lemmatize_sentence,
    "urdu-nlp": urdu_nlp.stem,
    "urduflow (first morpheme)": lambda word: _FLOW_MORPHEMES.split_morphemes(word)[0],
}


def _urdu_nlp_terms(text: str) -> list[str]:
    words = urdu_nlp.tokenize(urdu_nlp.normalize(text))
    return [urdu_nlp.stem(word) for word in words if word not in urdu_nlp.STOP_WORDS]


def _lughaatnlp_terms(text: str) -> list[str]:
    text = _LUGHAATNLP.remove_stopwords(_LUGHAATNLP.normalize(text))
    return [_LUGHAATNLP.lemmatize_sentence(word) for word in _LUGHAATNLP.urdu_tokenize(text)]


TERMS: Contestants = {
    "lughaatnlp, its steps": _lughaatnlp_terms,
    "urdu-nlp, its steps": _urdu_nlp_terms,
}
"""No library has search terms; these put its own steps together."""

FROM_ROMAN: Contestants = {
    "urdu-nlp": urdu_nlp.roman_to_urdu,
    "urduflow": urduflow.codeswitch.RomanUrduTransliterator().transliterate,
}
NUMBER_WORDS: Contestants = {"urdunorm": urdunorm.integer_to_words}
