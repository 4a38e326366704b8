"""What was read from a text, and the doubts about it."""

from datetime import date
from typing import NamedTuple

from netbook.core.matching import Known
from netbook.errors import NetbookError


class MeetingRead(NamedTuple):
    """A meeting that took place; `kind` is None if the text does not say how."""

    day: date
    kind: str | None
    people: tuple[Known, ...]
    minutes: int | None = None
    place: str | None = None
    event: str | None = None
    topics: tuple[str, ...] = ()
    summary: str = ""


class PlanRead(NamedTuple):
    """A meeting to come."""

    day: date
    kind: str | None
    people: tuple[Known, ...]
    hour: str | None = None
    place: str | None = None
    event: str | None = None
    text: str = ""


class PromiseRead(NamedTuple):
    """A promise, yours (`mine`) or theirs, with its day."""

    whose: str
    person: Known
    text: str
    due_on: date | None


class BirthdayRead(NamedTuple):
    """Somebody's birthday, as "1976-11-25" or "--11-25"."""

    person: Known
    birthday: str


class Guess(NamedTuple):
    """What was probably meant by a text that was refused, for the command that would do it."""

    people: tuple[Known, ...] = ()
    new: tuple[str, ...] = ()
    kind: str | None = None
    day: date | None = None
    coming: bool = False
    minutes: int | None = None
    place: str | None = None
    hour: str | None = None


class Doubt(NamedTuple):
    """Something that is not certain; `error` is its own message (an unreadable day, a name of two people)."""

    what: str
    guess: Guess
    error: NetbookError | None = None
    unknown: tuple[str, ...] = ()


class Reading(NamedTuple):
    """Everything read from a text, the doubts about it, and who is only mentioned."""

    meetings: tuple[MeetingRead, ...] = ()
    plans: tuple[PlanRead, ...] = ()
    promises: tuple[PromiseRead, ...] = ()
    birthdays: tuple[BirthdayRead, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    mentioned: tuple[Known, ...] = ()
    left_out: tuple[str, ...] = ()
    guess: Guess = Guess()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be written."""
        return not (self.meetings or self.plans or self.promises or self.birthdays)
