"""Active cues: somebody نے said, announced; in the present they are without نے."""

from dataclasses import replace

from roznama.urdu.attribution.lexicon import key_of, word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.passive import passive
from roznama.urdu.attribution.present import present
from roznama.urdu.attribution.sentence import OPENING, PAUSES, QUOTES, REACH, Phrase, Sentence
from roznama.urdu.attribution.sources import cited, is_medium, is_source
from roznama.urdu.attribution.speakers import named, phrase_before

_LINK = word_class("link")
_GENITIVE = word_class("genitive")
_REPORTING = word_class("reporting") | word_class("document")
_EMPTY = word_class("empty")
_DAY = word_class("day")
_HOUR = word_class("hour")
_DOCUMENT = word_class("document")
_DIRECT = word_class("direct")
_TRANSITIVE = word_class("transitive")
_HABIT = word_class("habit")
_WHILE = key_of("ہوئے")
_TOLD = (key_of("کہی"), key_of("بتائی"))
_PLAIN = frozenset({"کہا", "بتایا", "لکھا"})
_AFTER_LINK = 8  # words between "and" and a verb whose subject stands before the "and"


def says(s: Sentence, found: Found) -> Cue | None:
    """The cue of a verb of saying, in whichever construction it stands."""
    if found.passive:
        return passive(s, found)
    if found.pattern.form == "imperfective" and s.at(found.end) == _WHILE:
        return _announcing(s, found)
    if not _HABIT.isdisjoint(found.tail):  # کہا کرتے تھے has no نے
        return present(s, found)
    if found.pattern.form == "perfective" or not _TRANSITIVE.isdisjoint(found.tail):
        return _ergative(s, found)
    return present(s, found)


def deems(s: Sentence, found: Found) -> Cue | None:
    """A view that is held: ماہرین سمجھتے ہیں کہ, خیال کیا جاتا ہے کہ."""
    story = found.pattern.form == "perfective" and not found.passive
    wish = found.passive and found.pattern.keys[0] == "ظاہر"  # خواہش ظاہر کی گئی
    return says(s, found) if found.linked and not (story or wish) else None


def denies(s: Sentence, found: Found) -> Cue | None:
    """A denial, which tells nothing but ends the claim before it."""
    agent, start = _agent(s, found.at)
    if agent is None:
        return None
    return Cue(_relay(s, agent, found.at)[0], start, found.end, (), "denies")


def _ergative(s: Sentence, found: Found) -> Cue | None:
    agent, start = _agent(s, found.at)
    if agent is None:
        if not found.linked:
            return None
        return Cue(start, start, found.end, (), "verb", linked=True)
    first, chain, origin = _relay(s, agent, found.at)
    if s.at(first - 1) == "اگر":
        return None
    start = origin if len(chain) > 1 else start  # the cue is the origin's
    if _points_back(s, found):
        return Cue(first, _opening(s, start, found.at), found.end, chain, "previous")
    cue = Cue(first, _opening(s, start, found.at), found.end, chain, "verb")
    return _with_claim(s, found, cue)


def _points_back(s: Sentence, found: Found) -> bool:
    """یہ بات X نے کہی, X نے یہ بات وہاں کہی: the claim is the sentence before."""
    if found.pattern.keys[0] not in _TOLD or found.linked:
        return False
    agent = _agent(s, found.at)[0]
    places = (s.first, s.first if agent is None else agent + 1)
    return any(s.keys[at : at + 2] == ["یہ", "بات"] for at in places)


def _agent(s: Sentence, verb: int) -> tuple[int | None, int]:
    """Where the نے of the verb's subject stands, and where the cue begins."""
    boundary, marks = None, 0
    for at in range(verb - 1, max(s.first, verb - REACH) - 1, -1):
        marks += s.keys[at] in QUOTES
        if s.keys[at] == "نے":
            if marks % 2:  # it stands in a quotation
                break
            return at, (at if boundary is None else boundary + 1)
        if s.is_boundary(at):
            if verb - at > _AFTER_LINK or s.keys[at] == "کہ":
                break
            boundary = at if boundary is None else boundary
    return None, verb


def _opening(s: Sentence, marker: int, verb: int) -> int:
    """Where the cue begins: at the case marker, or at the verb if more lies between."""
    if _REPORTING.issuperset(s.keys[marker + 1 : verb]):
        return marker
    return verb


def _relay(s: Sentence, agent: int, verb: int) -> tuple[int, tuple[Phrase, ...], int]:
    """Where the words of a relay begin, its members, and where the origin's marker stands.

    The members are those whom نے at `agent` names, and the source cited behind it.
    """
    speaker = phrase_before(s.keys, agent, s.first)
    relaying = speaker is not None and is_medium(s, speaker)
    source = cited(s, agent + 1, verb)
    if source and not (is_source(s, *source) or relaying):
        source = None
    marker = source[1] if source else agent
    if speaker and relaying and not source:
        before = cited(s, s.first, speaker[0])  # ترجمان کے حوالے سے اے ایف پی نے
        source = before if before and is_source(s, *before) else None
    phrases = [phrase for phrase in (speaker, source and source[0]) if phrase]
    first = min([agent, *(phrase[0] for phrase in phrases)])
    return first, tuple(named(s.keys, phrase) for phrase in phrases), marker


def _with_claim(s: Sentence, found: Found, cue: Cue) -> Cue | None:
    """`cue` if a claim goes with it: behind it, before it, or the noun that it announces."""
    if found.linked:
        return replace(cue, linked=True)
    follows = s.at(found.end)
    if found.pattern.kind == "announces" and s.at(found.at - 1) in _GENITIVE:
        return cue_of_noun(s, found, cue, _agent(s, found.at)[1])
    if follows in OPENING and (follows in QUOTES or s.at(found.end + 1) not in _LINK):
        return replace(cue, linked=True)
    if found.end == s.last or follows in PAUSES:
        quoted = not QUOTES.isdisjoint(s.keys[max(s.first, cue.first - 2) : cue.first])
        spoken = found.pattern.keys[0] in _PLAIN and s.at(cue.first - 1) in PAUSES
        return cue if quoted or spoken else None
    spoken = found.pattern.keys[0] in _PLAIN and s.at(found.at - 1) in _DIRECT
    spoken = spoken or s.at(found.at - 1) == "نے"
    long = s.last - found.end > 3 and follows not in _LINK
    return replace(cue, linked=True) if spoken and long else None


def cue_of_noun(s: Sentence, found: Found, cue: Cue, first: int) -> Cue | None:
    """`cue` with the noun between `first` and the verb for a claim: جنگ بندی کا اعلان کیا."""
    first, end = first + (s.keys[first] == "نے"), found.at - 1
    first = _past_setting(s, first, end)
    if first >= end or s.keys[end - 1] in _EMPTY:
        return None
    return replace(cue, start=found.at, noun=(first, end), kind="noun")


def _past_setting(s: Sentence, first: int, end: int) -> int:
    """`first` moved over the day and the document: جمعرات کے روز, 19 نومبر کو, بیان میں."""
    if s.keys[first].isdigit() and s.at(first + 2) == "کو":
        first += 3
    elif s.keys[first] in _DAY:
        first += 1
        while first < end and s.keys[first] in _DAY | _HOUR:
            first += 1
    for at in range(first, min(first + 5, end - 1)):
        if s.keys[at] in _DOCUMENT and s.keys[at + 1] == "میں":
            return at + 2
    return first


def _announcing(s: Sentence, found: Found) -> Cue | None:
    """A noun that is announced on the way to another claim: جنگ بندی کا اعلان کرتے ہوئے کہا."""
    agent, start = _agent(s, found.at)
    if agent is None or found.linked or s.at(found.at - 1) not in _GENITIVE:
        return None
    first, chain, _ = _relay(s, agent, found.at)
    return cue_of_noun(s, found, Cue(first, start, found.end + 1, chain, "noun"), start)
