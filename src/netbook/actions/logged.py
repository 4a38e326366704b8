"""The answer of `log`: everything that was understood of a meeting and written."""

from datetime import date
from typing import NamedTuple


class Participant(NamedTuple):
    """Somebody who was there, and when they are next due."""

    name: str
    handle: str
    org: str | None
    new: bool
    status: str
    cadence: str | None
    next_due: date | None


class Shared(NamedTuple):
    """A topic found in common, with whom, and whether that is new."""

    topic: str
    people: tuple[str, ...]
    handles: tuple[str, ...]
    news: bool


class Learned(NamedTuple):
    """Something learned about somebody."""

    person: str
    handle: str
    about: str
    text: str


class Done(NamedTuple):
    """A favour given (`gave`) or received (`got`)."""

    person: str
    handle: str
    direction: str
    text: str


class LoggedPromise(NamedTuple):
    """A follow-up, yours (`mine`) or theirs, and the number it goes by."""

    person: str
    handle: str
    whose: str
    text: str
    due_on: date | None
    number: int


class EventProgress(NamedTuple):
    """The edition where a meeting took place, whether it was just added, and its new connections so far."""

    name: str
    made: bool
    editions: int
    goal: int
    new: int
    people: tuple[str, ...]


class Logged(NamedTuple):
    """Everything that was understood and written."""

    uid: str
    date: date
    kind: str
    human: bool
    minutes: int | None
    place: str | None
    summary: str | None
    fleeting: str | None
    people: tuple[Participant, ...]
    common: tuple[Shared, ...]
    learned: tuple[Learned, ...]
    favors: tuple[Done, ...]
    promised: tuple[LoggedPromise, ...]
    event: EventProgress | None
    warnings: tuple[str, ...]
    plan: str | None = None  # the plan that is met with it
