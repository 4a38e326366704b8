"""Find who is meant by a WHO, among plain candidates.

In this order: a handle; a full name or alias; words that each begin a word of the name or of an alias; a part of a name
that begins at one of its words, whatever its spacing ("vanderberg"). Case, accents and spacing do not matter. The first
step that finds anybody decides.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netbook.core.names import fold, squash
from netbook.core.text import quoted, visible
from netbook.errors import Ambiguous, EmptyWho

LISTED = 12
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Known(NamedTuple):
    """Somebody in the journal, as far as it takes to tell them apart; keys are of the name and aliases."""

    id: int
    handle: str
    name: str
    org: str | None
    keys: tuple[str, ...]


class SeveralPeople(Ambiguous):
    """Several people answer to a name; they are at hand for a prompt that asks which."""

    def __init__(self, text: str, people: Sequence[Known]) -> None:
        self.text, self.people = text, list(people)
        count = len(self.people)
        listed = [listing(person) for person in self.people[:LISTED]]
        if count > LISTED:
            listed.append(f"… and {count - LISTED:,} more")
        number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
        super().__init__(quoted(text), number, "; ".join(listed))
        self.candidates = candidates(self.people)


def candidates(people: Iterable[Known]) -> list[dict[str, str | None]]:
    """People as data, to choose from."""
    return [{"handle": person.handle, "name": person.name, "org": person.org} for person in people]


def listing(person: Known) -> str:
    """A person as a list of candidates shows them: handle, name, organisation."""
    return "  ".join(visible(part) for part in (person.handle, person.name, person.org) if part)


def as_handle(text: str) -> str:
    """A typed handle in the form that handles have: lower case, accents off, no spaces around."""
    parts = text.strip().split("-")
    return "-".join(fold(part) for part in parts) if all(part.strip() for part in parts) else ""


def matches(text: str, people: Iterable[Known]) -> list[Known]:
    """Everybody whom the text can mean, by the first step that finds anybody; raises EmptyWho."""
    key = fold(text)
    if not key:
        raise EmptyWho
    everybody = list(people)
    handle, squashed, words = as_handle(text), squash(key), key.split()
    steps = (
        lambda person: person.handle == handle,
        lambda person: any(squash(name_key) == squashed for name_key in person.keys),
        lambda person: begins(words, person.keys),
        lambda person: any(_has_part(squashed, name_key) for name_key in person.keys),
    )
    for step in steps:
        rows = [person for person in everybody if step(person)]
        if rows:
            return sorted(rows, key=lambda person: (person.keys[0], person.handle))
    return []


def _has_part(squashed: str, key: str) -> bool:
    """Whether a text without its spaces is in a name from the beginning of one of its words on."""
    words = key.split()
    return any(squash(" ".join(words[first:])).startswith(squashed) for first in range(len(words)))


def begins(words: Iterable[str], keys: Iterable[str]) -> bool:
    """Whether each of the words begins a word of the name or of an alias."""
    theirs = [word for key in keys for word in key.split()]
    return all(any(word.startswith(start) for word in theirs) for start in words)


def the_one(text: str, people: Iterable[Known]) -> Known | None:
    """The one person the text means, or None; raises SeveralPeople if it fits several."""
    result = matches(text, people)
    if len(result) > 1:
        raise SeveralPeople(text, result)
    return result[0] if result else None
