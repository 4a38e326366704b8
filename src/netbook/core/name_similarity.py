"""How similar two names are, regardless of what else is known about their bearers.

Two names are alike when each word of the shorter has its like in the longer: the same word, another form of the
given name (Bob, Robert), the same word spelt otherwise or with a slip, or its initial. A given name is spelt
otherwise only where that does not make it another name: John and Joan, Maria and Mario, Martin and Martina.
"""

from functools import cache
from typing import Literal, NamedTuple

from netbook.core.names import squash
from netbook.core.nicknames import is_given, related

Kind = Literal[
    "same", "order", "part", "form", "kin", "spelling", "initial", "slip", "first", "script", "given", "relatives",
    "different",
]  # fmt: skip
# Kinds that let two names be one person's without any guess.
AGREEING = ("same", "order", "part", "form", "spelling", "initial", "first")

_BEFORE = frozenset(
    [
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "herr", "frau", "sir", "dame", "don", "dona",
        "mme", "mlle",
    ]
)  # fmt: skip
_AFTER = frozenset(
    [
        "phd", "md", "mba", "msc", "bsc", "esq", "cpa", "pmp",
    ]
)  # fmt: skip
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr",
    "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
_HIS, _HERS = (
    frozenset(("mr", "herr", "sir")),
    frozenset(("mrs", "ms", "miss", "frau", "dame", "mme", "mlle")),
)
# Ways to write one sound; longer ones first.
_SPELT = (
    ("sch", "s"), ("ph", "f"), ("ck", "k"), ("ch", "k"), ("ey", "ai"), ("ay", "ai"), ("ei", "ai"),
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ie", "i"), ("y", "i"), ("c", "k"), ("w", "v"), ("z", "s"),
    ("j", "i"),
)  # fmt: skip
_SHORTEST_GIVEN_SLIP, _SHORTEST_SLIP, _SHORTEST_SWAP, _SHORTEST_TWO_SLIPS = 5, 5, 4, 9
_LONG_NAME = 9  # letters from which one slip says little against a name


class Name(NamedTuple):
    """A name key as words, without titles; what a title or suffix says stands apart."""

    words: tuple[str, ...]
    squashed: str
    generation: str | None
    address: str | None


class Likeness(NamedTuple):
    """How alike two names are, 0 to 60; the words that differ, in the order of the alphabet."""

    kind: Kind
    score: int
    words: tuple[str, ...] = ()


class _Match(NamedTuple):
    """A word of the shorter name and of the longer, by their places, and how they are related."""

    short: int
    long: int
    relation: int


_INITIAL, _SLIP, _KIN, _SPELLING, _FORM, _SAME = 1, 2, 3, 4, 5, 6
_KINDS: dict[int, Kind] = {_SLIP: "slip", _KIN: "kin", _SPELLING: "spelling", _FORM: "form"}


@cache
def parsed(key: str) -> Name:
    """A name key as its words."""
    words = key.split()
    address, generation = None, None
    while len(words) > 1 and words[0] in _BEFORE:
        title = words.pop(0)
        address = "his" if title in _HIS else "hers" if title in _HERS else address
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    if len(words) > 2 and words[-1] in _GENERATIONS:
        generation = _GENERATIONS[words.pop()]
    return Name(tuple(words), squash("".join(words)), generation, address)


@cache
def sound(word: str) -> str:
    """What different spellings of a word have in common: Meyer and Meier, Müller and Mueller, Philipp and Filip."""
    bare = word
    for written, plain in _SPELT:
        if written in bare:
            bare = bare.replace(written, plain)
    first, rest = bare[:1], bare[1:].replace("h", "")
    return first + "".join(b for a, b in zip(first + rest, rest, strict=False) if a != b)


def alike(one: Name, other: Name) -> Likeness:
    """How alike two names are; it does not matter which comes first."""
    if one.words == other.words or one.squashed == other.squashed:
        return _full(one, Likeness("same", 60))
    short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
    if sorted(short) == sorted(long):
        return Likeness("order", 56)
    if one.squashed.isascii() != other.squashed.isascii() and _letters(short) != _letters(long):
        return Likeness("script", 25)
    matches = _matches(short, long)
    if len(matches) < len(short):
        left = {word for at, word in enumerate(short) if all(match.short != at for match in matches)}
        return _apart(matches, any(map(is_given, left)))
    differing = tuple(
        sorted({word for m in matches if m.relation < _SAME for word in (short[m.short], long[m.long])})
    )
    relations = [match.relation for match in matches]
    if len(short) == 1:
        return _single(relations[0], len(long), differing)
    if not any(m.relation > _INITIAL and len(short[m.short]) > 1 for m in matches):
        return Likeness("different", 0)
    return _whole(relations, len(long) > len(short), len(one.squashed) + len(other.squashed), differing)


def _full(name: Name, same: Likeness) -> Likeness:
    """The same name says much where it is a full name: two words, or two characters of a script without spaces."""
    is_full = len(name.words) > 1 or (len(name.squashed) > 1 and not _has_spelling(name.squashed))
    return same if is_full else same._replace(score=30)


def _single(relation: int, words: int, differing: tuple[str, ...]) -> Likeness:
    """A name of one word, and another that has its like."""
    if relation == _SAME:
        return Likeness("first", 25)
    if relation == _INITIAL:
        return Likeness("different", 0)
    return Likeness(_KINDS[relation], 20 if words == 1 else 15, differing)


def _whole(relations: list[int], longer: bool, letters: int, differing: tuple[str, ...]) -> Likeness:
    """Two names of several words, each with its like: as sure as the weakest of them."""
    slips, less = relations.count(_SLIP), 4 * longer
    if _INITIAL in relations:
        return Likeness("initial", 40 - 10 * slips - less, differing)
    if slips:
        mild = slips == 1 and not {_FORM, _KIN} & set(relations) and letters >= 2 * _LONG_NAME
        return Likeness("slip", (48 if mild else 42 if slips == 1 else 34) - less, differing)
    weakest = min(relations)
    if weakest < _SAME:
        return Likeness(_KINDS[weakest], (44 if weakest == _KIN else 52) - less, differing)
    return Likeness("part", 50)


def _apart(matches: list[_Match], other_given: bool) -> Likeness:
    """Names that differ as written: what they share is the given name, or else the family name."""
    real = [match for match in matches if match.relation > _INITIAL]
    if not real:
        return Likeness("different", 0)
    if any(match.short == match.long == 0 for match in real) and not other_given:
        return Likeness("given", 10)
    return Likeness("relatives", 0)


def _matches(short: tuple[str, ...], long: tuple[str, ...]) -> list[_Match]:
    """Each word of the shorter name with its like in the longer; the best go together first."""
    taken: list[_Match] = []
    for place, word in enumerate(short):
        if word in long:
            free = [at for at, other in enumerate(long) if other == word]
            free = [at for at in free if all(match.long != at for match in taken)]
            if free:
                taken.append(_Match(place, place if place in free else free[0], _SAME))
    here = {place for place, _, _ in taken}
    there_too = {at for _, at, _ in taken}
    rows = [
        _Match(place, at, relation)
        for place, word in enumerate(short) if place not in here
        for at, other in enumerate(long) if at not in there_too
        if (relation := _related(word, other, given=place == 0 or at == 0))
    ]  # fmt: skip
    rows.sort(key=lambda match: (-match.relation, match.short != match.long, match))
    for match in rows:
        if all(match.short != other.short and match.long != other.long for other in taken):
            taken.append(match)
    return taken


def _related(word: str, other: str, *, given: bool) -> int:
    if len(word) == 1 or len(other) == 1:
        return _INITIAL if word[0] == other[0] else 0
    if is_given(word) and (relation := related(word, other)):
        return _FORM if relation == "form" else _KIN
    if min(len(word), len(other)) < 3 or abs(len(word) - len(other)) > 2:
        return 0
    if not (_has_spelling(word) and _has_spelling(other)) or (is_given(word) and is_given(other)):
        return 0
    # Numbers tell people apart who have no other name: "guest 1", "guest 2".
    if any(map(str.isdigit, word)) or any(map(str.isdigit, other)):
        return 0
    if sound(word) == sound(other):
        return _SPELLING
    return _SLIP if _misspelt(word, other, given) else 0


def _misspelt(word: str, other: str, given: bool) -> bool:
    """Whether one word can be the other with a slip."""
    shortest = min(len(word), len(other))
    if shortest < _SHORTEST_SWAP or (given and (word[0] != other[0] or _other_ending(word, other))):
        return False
    from rapidfuzz.distance import OSA

    slips = OSA.distance(word, other, score_cutoff=2)
    if slips == 1:
        if sorted(word) == sorted(other):
            return True
        return shortest >= (_SHORTEST_GIVEN_SLIP if given else _SHORTEST_SLIP)
    return slips == 2 and shortest >= _SHORTEST_TWO_SLIPS and not given


def _other_ending(word: str, other: str) -> bool:
    """Whether two given names differ in their endings alone, as those of a man and a woman do."""
    short, long = sorted((word, other), key=len)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return same >= len(short) - 1 and long[-1] in "aeo"


def _has_spelling(word: str) -> bool:
    """Whether the word is written in letters; one character of Chinese, Japanese or Korean is a word's worth."""
    return word.isascii() or all(character < "\u2e80" for character in word)


def _letters(words: tuple[str, ...]) -> bool:
    """Whether any letter of the words is one of the Latin alphabet."""
    return any("a" <= character <= "z" for word in words for character in word)
