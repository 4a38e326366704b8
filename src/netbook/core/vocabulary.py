"""The fixed words of a journal: kinds, what a note is about, states. They are in columns, options and help."""

from __future__ import annotations

from netbook.core.text import quoted
from netbook.errors import Usage

IN_PERSON = ("coffee", "lunch", "dinner", "drinks", "walk", "activity", "visit", "meeting", "event")
LIVE = ("call", "video")
WRITTEN = ("email", "message", "letter")
KINDS = IN_PERSON + LIVE + WRITTEN
HUMAN = IN_PERSON + LIVE
DEFAULT_KIND = "meeting"

ABOUTS = ("family", "values", "goals", "obstacles", "aspirations", "concerns", "stories", "interests", "work")
DEFAULT_ABOUT = "stories"

WHYS = ("planned", "repair", "new", "contact", "promise", "waiting", "thanks", "birthday", "event")
THANKS = ("note", "card", "letter", "call", "in-person", "message")
OUTCOMES = ("offered", "made", "declined", "dropped")

GOAL = 2
POINTS = 2  # points of connection that turn a strained relationship


class UnknownWord(Usage):
    """A word that is not one of a fixed list; the nearest one is named."""

    def __init__(self, what: str, word: str, words: tuple[str, ...]) -> None:
        # Only on the way to an error: no command that goes well loads it.
        from netbook.core.nearest import choices

        super().__init__(f"unknown {what} {quoted(word)}; {choices(word, words)}")


def one_of(word: str, words: tuple[str, ...], what: str) -> str:
    """The word of the list that the text means: case does not matter, "e-mail" is "email"."""
    plain = word.strip().casefold()
    for candidate in (plain, plain.replace("-", "")):
        if candidate in words:
            return candidate
    raise UnknownWord(what, word, words)


def is_human(kind: str) -> bool:
    """Whether a meeting of this kind is human contact: in person or live, not written."""
    return kind not in WRITTEN
