"""The people of the journal that a text names, and the words that look like somebody else's name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netbook.core.jot.common_words import ALSO_WORDS, COMMON, NAMES_THAT_ARE_WORDS
from netbook.core.jot.lexicon import CONNECTIVES, NEGATIONS, VERBISH, words
from netbook.core.jot.words import Word
from netbook.core.kinds import NOUNS
from netbook.core.matching import Known
from netbook.core.names import fold, squash

LONGEST = 5  # words of a name
_PARTICLES = words("van von de del della der den di da dos la le el al bin ibn ter zu zur the st of and")


class Mention(NamedTuple):
    """A name in a sentence: where it stands, and whom it may mean, several where it fits several."""

    start: int
    end: int
    people: tuple[Known, ...]
    possessive: bool
    text: str


class Names:
    """Finds names. A part of a name means somebody who is named in full elsewhere in the text.

    `chosen` maps a name that fits several people to the handle of the right one.
    """

    def __init__(
        self,
        people: Sequence[Known],
        sentences: Sequence[Sequence[Word]] = (),
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        self._chosen = {fold(text): handle for text, handle in (chosen or {}).items()}
        self._people = [(person, [key.split() for key in person.keys]) for person in people]
        self._starts = {word for _, names in self._people for name in names for word in name}
        self._starts |= {squash(key) for person in people for key in person.keys}
        self._handles = {person.handle: person for person in people}
        self._in_full: set[int] = set()
        mentions = [
            mention
            for sentence in sentences
            for at in range(len(sentence))
            if (mention := self.at(sentence, at)) and len(mention.people) == 1
        ]
        self._in_full = {mention.people[0].id for mention in mentions}

    def at(self, sentence: Sequence[Word], at: int) -> Mention | None:
        """The longest name that begins at a word, however it is written; None for no name."""
        first = sentence[at]
        if first.handle not in self._handles and not set(first.key.split()) & self._starts:
            return None
        for length in range(min(LONGEST, len(sentence) - at), 0, -1):
            run = sentence[at : at + length]
            if any(_is_end(word) or word.possessive for word in run[:-1]):
                continue
            if length > 1 and not _goes_on(sentence, at, length):
                continue
            if people := self._called(run):
                text = " ".join(word.text for word in run)
                return Mention(at, at + length, self._narrowed(people, text), run[-1].possessive, text)
        return None

    def named(self, key: str) -> bool:
        """Whether a key is somebody's whole name, handle, or the name they are called by."""
        spelled = key.split()
        return any(
            spelled in names
            or any(name[:1] == spelled for name in names)
            or person.handle == "-".join(spelled)
            for person, names in self._people
        )

    def _called(self, run: Sequence[Word]) -> list[Known]:
        """Whose handle, or whole name or alias, this is; else whose name has these words in their order."""
        if len(run) == 1 and (holder := self._handles.get(run[0].handle)):
            return [holder]
        spelled = [key for word in run for key in word.key.split()]
        together = "".join(spelled)
        whole = [
            person
            for person, names in self._people
            if spelled in names or (len(together) > 3 and together in map(squash, person.keys))
        ]
        if whole or len(together) < 2 or (len(spelled) == 1 and spelled[0] in _PARTICLES):
            return whole
        return [person for person, names in self._people if any(_in_order(spelled, name) for name in names)]

    def _narrowed(self, people: list[Known], text: str) -> tuple[Known, ...]:
        if len(people) == 1:
            return tuple(people)
        chosen = self._chosen.get(fold(text))
        if chosen is not None and (one := [person for person in people if person.handle == chosen]):
            return tuple(one)
        in_full = [person for person in people if person.id in self._in_full]
        return tuple(in_full if len(in_full) == 1 else people)


def is_plain_word(word: Word) -> bool:
    """Whether a word, written in lower case, is one of the language and not only somebody's name."""
    return word.plain in ALSO_WORDS or word.plain in COMMON or word.plain in NOUNS


def may_be_unknown(sentence: Sequence[Word], at: int) -> bool:
    """Whether a word that names nobody of the journal may still be a name: "zoe" in "lunch with zoe"."""
    word = sentence[at]
    lowered = word.key
    if not word.text[:1].isalpha() or word.plain in COMMON or lowered in COMMON:
        return False
    if word.plain in NOUNS or word.plain in VERBISH or word.plain in CONNECTIVES:
        return False
    return word.capital or not word.plain.endswith(("ing", "ed", "ly"))


def is_name_and_word(word: Word) -> bool:
    """Whether a word is written as a name and is one, as well as a word: "Will", "Grace"."""
    return word.capital and len(word.text) > 2 and word.plain in NAMES_THAT_ARE_WORDS


def _is_end(word: Word) -> bool:
    """Whether a mark after the word ends a phrase; the dot after an initial does not."""
    return any(mark in ",;:!?)" for mark in word.after) or word.ends


def _goes_on(sentence: Sequence[Word], at: int, length: int) -> bool:
    """Whether the last word of a run belongs to a name: a lone letter may be "a" or "I"."""
    last = sentence[at + length - 1]
    following = sentence[at + length] if at + length < len(sentence) else None
    if len(last.text) == 1 and last.text.isascii():
        if not last.capital:
            return False
        alone = last.after or following is None or following.plain in CONNECTIVES
        return bool(alone) or (last.text not in "AI" and following is not None)
    # "with Ana may rain": in lower case a word of the language goes on with a name only if nothing else can be meant.
    return last.capital or last.plain not in (NEGATIONS | VERBISH | {"will", "may", "can"})


def _in_order(run: list[str], name: list[str]) -> bool:
    rest = iter(name)
    return all(word in rest for word in run)
