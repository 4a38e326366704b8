"""One look at everybody for the review: contacts by circle and organisation, and who is drifting.

The latest contacts of each person are fetched once and tell most of it; where they do not, the rest is asked.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from netbook.core.drifting import LATEST, is_long, sorted_gaps, usual
from netbook.core.names import fold
from netbook.core.periods import Period
from netbook.store.read import review as read


class ContactCounts:
    """Human contacts, each person at each meeting, and how many people that were; now, and before."""

    __slots__ = ("contacts", "contacts_before", "people", "people_before")

    def __init__(self) -> None:
        self.contacts = self.people = self.contacts_before = self.people_before = 0

    def add(self, other: "ContactCounts") -> None:
        """Count these as well."""
        self.contacts += other.contacts
        self.people += other.people
        self.contacts_before += other.contacts_before
        self.people_before += other.people_before


class Met(NamedTuple):
    """How many people were met in a span, and the contacts of each circle that had any."""

    people: int
    circles: dict[int | None, int]


class Look(NamedTuple):
    """Facts about everybody: contacts now, before and by organisation; who is drifting, by number."""

    now: Met
    before: Met
    orgs: dict[str, ContactCounts]
    drifting: list[int]


class _Tally:
    """Contacts as they are counted, by circle, and by organisation as it is spelt."""

    def __init__(self) -> None:
        self.circles: defaultdict[int | None, ContactCounts] = defaultdict(ContactCounts)
        self.spelt: defaultdict[str | None, ContactCounts] = defaultdict(ContactCounts)

    def add(self, circle: int | None, org: str | None, now: int, before: int) -> None:
        """Count somebody's contacts."""
        group, place = self.circles[circle], self.spelt[org]
        if now:
            group.contacts += now
            group.people += 1
            place.contacts += now
            place.people += 1
        if before:
            group.contacts_before += before
            group.people_before += 1
            place.contacts_before += before
            place.people_before += 1

    def met(self) -> tuple[Met, Met]:
        """The contacts of now and of before by circle."""
        result = self.circles.items()
        return (
            Met(
                sum(count.people for _, count in result),
                {key: count.contacts for key, count in result if count.contacts},
            ),
            Met(
                sum(count.people_before for _, count in result),
                {key: count.contacts_before for key, count in result if count.contacts_before},
            ),
        )

    def organisations(self) -> dict[str, ContactCounts]:
        """The contacts by organisation; several ways to spell it are one."""
        result: dict[str, ContactCounts] = {}
        names: dict[str, str] = {}
        for spelt, counts in self.spelt.items():
            if spelt is not None:
                result.setdefault(names.setdefault(fold(spelt), spelt), ContactCounts()).add(counts)
        return result


class _Numbers(dict[str, int]):
    """The number of a day (`date.toordinal`), worked out once: there are many contacts on few days."""

    def __missing__(self, day: str) -> int:
        number = self[day] = date.fromisoformat(day).toordinal()
        return number


def look(db: sqlite3.Connection, period: Period) -> Look:
    """Contacts in both spans of a period, and who is drifting at its end: nobody from whom you have parted."""
    numbers, today = _Numbers(), period.now.last.toordinal()
    (first, _), (since, until) = ((span.first.toordinal(), span.last.toordinal()) for span in period)
    tally, drifting, ask_days, ask_contacts = _Tally(), [], [], []
    for person, circle, org, parted, joined in read.everybody(db, period.now.last, LATEST):
        if joined is None:  # never met
            continue
        days = list(map(numbers.__getitem__, joined.split(",")))
        days.reverse()
        gaps = sorted_gaps(days)
        if gaps and not gaps[0]:  # twice on one day: it takes the days before to tell
            ask_days.append(person)
        elif not parted and is_long(today - days[-1], usual(gaps)):
            drifting.append(person)
        if days[-1] < since:
            continue
        if len(days) == LATEST and days[0] >= since:
            ask_contacts.append(person)
        else:
            now = len(days) - bisect_left(days, first)
            tally.add(circle, org, now, bisect_right(days, until) - bisect_left(days, since))
    for counted in read.contacts(db, ask_contacts, period):
        tally.add(*counted)
    for person, joined in read.days_of(db, ask_days, period.now.last, LATEST):
        days = [numbers[day] for day in reversed(joined.split(","))]
        if is_long(today - days[-1], usual(sorted_gaps(days))):
            drifting.append(person)
    return Look(*tally.met(), tally.organisations(), drifting)
