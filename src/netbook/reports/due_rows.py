"""The row types of the morning report, and its query."""

from datetime import date
from typing import NamedTuple

from netbook.core.vocabulary import WHYS


class DueRow(NamedTuple):
    """One reason to do something, with everything it takes to start."""

    why: str
    person: str | None
    handle: str | None
    circle: str | None
    due_on: date
    days_overdue: int
    cadence: str | None
    last_contact: date | None
    last_kind: str | None
    suggestion: str | None
    starter: str | None
    detail: str | None
    phone: str | None
    email: str | None
    ref: str | None


class Section(NamedTuple):
    """The rows for one reason; `total` counts those the limit left out as well.

    `beside` has for each row what the screen says besides: a time of day, where somebody has been met before.
    """

    why: str
    total: int
    rows: list[DueRow]
    beside: list[str | None]


class DueReport(NamedTuple):
    """The day, its sections in order, how many open promises have no date, and what waits to be confirmed.

    Where nothing at all is due, `people` says how many there are, `active` how many of them are neither paused nor
    parted, and `with_cadence` for how many of those a cadence was chosen, be it none.
    """

    today: date
    sections: list[Section]
    undated: int = 0
    to_confirm: int = 0
    people: int | None = None
    active: int | None = None
    with_cadence: int | None = None

    @property
    def rows(self) -> list[DueRow]:
        """All rows, section by section."""
        return [row for section in self.sections for row in section.rows]

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return sum(section.total for section in self.sections)


class DueQuery(NamedTuple):
    """What the user asked to see: at most `reach` people to reach, and `limit` rows of each other section."""

    within: int = 0
    only: tuple[str, ...] = WHYS
    circle: str | None = None
    place: str | None = None
    minutes: int | None = None
    limit: int | None = None
    reach: int | None = None
