"""`+topic` and `@event` in a sentence."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from netbook.core.jot import lexicon as lex
from netbook.core.jot.names import Names
from netbook.core.jot.words import Word
from netbook.core.names import fold

LONGEST_EVENT = 8  # words
_NOT_IN_NAMES = (
    lex.SUBJECTS | lex.OTHERS | lex.FINITE | lex.WITH | lex.words("both great nice good lovely met talked")
)


class Tagged(NamedTuple):
    """A sentence without its topics and its event; `cut` are the places in the text that they had."""

    words: list[Word]
    topics: tuple[str, ...]
    event: str | None
    cut: tuple[tuple[int, int], ...]
    doubts: tuple[str, ...]


def take_tags(sentence: Sequence[Word], events: Collection[str], names: Names) -> Tagged:
    """Take out topics and the event; `events` are the keys of those in the journal.

    `_` is a space in either. The name of an event goes on as far as a known one does, else with capitals.
    """
    words: list[Word] = []
    topics: list[str] = []
    cut: list[tuple[int, int]] = []
    doubts: list[str] = []
    event: str | None = None
    at = 0
    while at < len(sentence):
        word, length = sentence[at], 1
        name = word.text[1:].replace("_", " ").strip()
        if word.text[0] == "+" and name and not name[0].isdigit():
            topics.append(name)
            if names.named(fold(name)):
                doubts.append(f'whether "+{name}" is a topic or somebody who was there')
        elif word.text[0] == "@" and name and names.named(fold(name)) and fold(name) not in events:
            words.append(
                word._replace(text=name, plain=name.casefold(), key=fold(name), handle=name.casefold())
            )
            at += 1
            continue
        elif word.text[0] == "@" and name:
            length = _event_length(sentence, at, events, names)
            whole = " ".join(one.text for one in sentence[at : at + length])[1:].replace("_", " ")
            if event is not None and fold(event) != fold(whole):
                doubts.append(f'the event: "{event}" or "{whole}"')
            event = whole
        else:
            words.append(word)
            at += 1
            continue
        last = sentence[at + length - 1]
        cut.append((word.start, last.end))
        if words:
            words[-1] = words[-1]._replace(
                after=words[-1].after + (last.after or ","), ends=words[-1].ends or last.ends
            )
        at += length
    return Tagged(words, tuple(topics), event, tuple(cut), tuple(doubts))


def _event_length(sentence: Sequence[Word], at: int, events: Collection[str], names: Names) -> int:
    for length in range(min(LONGEST_EVENT, len(sentence) - at), 1, -1):
        if fold(" ".join(word.text for word in sentence[at : at + length])[1:]) in events:
            return length
    length = 1
    if fold(sentence[at].text[1:]) in events or "_" in sentence[at].text:
        return length
    while (
        at + length < len(sentence)
        and not sentence[at + length - 1].after
        and (sentence[at + length].capital or sentence[at + length].text.isdigit())
        and sentence[at + length].plain not in _NOT_IN_NAMES
        and names.at(sentence, at + length) is None
    ):
        length += 1
    return length
