"""Read what stands before a colon: whom a text is about, and the subject of a note.

Any other word is part of the text: "python: the language" is a topic, and so is a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from netbook.core.matching import Known, as_handle, the_one
from netbook.core.names import fold
from netbook.core.text import quoted
from netbook.core.typos import one_slip_apart
from netbook.core.vocabulary import ABOUTS, DEFAULT_ABOUT
from netbook.errors.meetings import NothingFollows


def split_about(text: str) -> tuple[str, str]:
    """The subject of a note and its text: "family: two daughters" is ("family", "two daughters").

    Raises NothingFollows for a subject without a text.
    """
    head, rest = _split(text)
    about = head.casefold()
    if about not in ABOUTS:
        return DEFAULT_ABOUT, text.strip()
    return about, _something(rest, head)


def doubt_about(text: str) -> str | None:
    """A warning about a note whose first word is almost a subject ("famly: …"), or None."""
    head, _ = _split(text)
    about = head.casefold()
    for subject in () if about in ABOUTS else ABOUTS:
        if one_slip_apart(about, subject):
            hint = f"{quoted(head)} is not a subject, so the note is filed under stories"
            return f'{hint}; for another: netbook undo, then "{subject}:"'
    return None


def split_who(text: str, present: Sequence[Known]) -> tuple[Known | None, str]:
    """Which of those present a text names (None for nobody), and the text without the name.

    Raises SeveralPeople if the name fits several of them, NothingFollows for a name without a text.
    """
    head, rest = _split(text)
    person = the_one(head, present) if head else None
    if person is None:
        return None, text.strip()
    return person, _something(rest, head)


def names_absent(text: str, people: Sequence[Known]) -> list[Known]:
    """Whom the words before the colon name of people who were not there: by handle, or by whole words of a name."""
    head, _ = _split(text)
    key = fold(head) if head else ""
    if not key or key in ABOUTS:
        return []
    words = set(key.split())
    return [
        person
        for person in people
        if person.handle == as_handle(head) or any(words <= set(name.split()) for name in person.keys)
    ]


def _split(text: str) -> tuple[str, str]:
    """What stands before the first colon and after it; nothing before it without a colon, or in a link."""
    head, colon, rest = text.partition(":")
    if not colon or rest.startswith("//"):
        return "", text.strip()
    return head.strip(), rest.strip()


def _something(rest: str, head: str) -> str:
    if not rest:
        raise NothingFollows(quoted(f"{head}:"))
    return rest
