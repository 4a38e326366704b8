"""One look at everybody for the review: contacts by circle and organisation, and who is drifting.

The latest contacts of each person are fetched once and tell most of it; where they do not, the rest is asked.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from netbook.core.drifting import LATEST, LEAST, TIMES, median, sorted_gaps
from netbook.core.names import fold
from netbook.core.periods import Period
from netbook.store.read import review as read


class Place(NamedTuple):
    """The human contacts with people at an organisation, and how many people that were."""

    contacts: int = 0
    people: int = 0


@dataclass(slots=True)
class Tally:
    """The human contacts of a span: with how many people, by circle, and by organisation as it is spelt."""

    people: int = 0
    circles: dict[int | None, int] = field(default_factory=dict)
    org_contacts: dict[str | None, int] = field(default_factory=dict)
    org_people: dict[str | None, int] = field(default_factory=dict)

    def add(self, circle: int | None, org: str | None, contacts: int) -> None:
        """Count somebody's contacts, if there were any."""
        if contacts:
            self.people += 1
            self.circles[circle] = self.circles.get(circle, 0) + contacts
            self.org_contacts[org] = self.org_contacts.get(org, 0) + contacts
            self.org_people[org] = self.org_people.get(org, 0) + 1


@dataclass(slots=True)
class Look:
    """What is to be known of everybody: the contacts of both spans, and the numbers of those drifting now."""

    now: Tally = field(default_factory=Tally)
    before: Tally = field(default_factory=Tally)
    drifting: list[int] = field(default_factory=list)


class _Numbers(dict[str, int]):
    """The number of a day (`date.toordinal`), worked out once: there are many contacts on few days."""

    def __missing__(self, day: str) -> int:
        number = self[day] = date.fromisoformat(day).toordinal()
        return number


def look(db: sqlite3.Connection, period: Period) -> Look:
    """Contacts in both spans of a period, and who is drifting at its end: nobody from whom you have parted."""
    found, numbers = Look(), _Numbers()
    number, today = numbers.__getitem__, period.now.last.toordinal()
    (first, last), (then, until) = [(str(span.first), str(span.last)) for span in period]
    ask_days, ask_contacts = [], []
    for person, circle, org, parted, joined in read.everybody(db, period.now.last, LATEST):
        days = joined.split(",")
        days.reverse()
        gaps = sorted_gaps(list(map(number, days)))
        if gaps and not gaps[0]:  # twice on one day: it takes the days before to tell
            ask_days.append(person)
        elif not parted and _is_silent(gaps, today - number(days[-1])):
            found.drifting.append(person)
        if len(days) == LATEST and days[0] >= then:
            ask_contacts.append(person)
        elif days[-1] >= then:
            found.now.add(circle, org, bisect_right(days, last) - bisect_left(days, first))
            found.before.add(circle, org, bisect_right(days, until) - bisect_left(days, then))
    for person, days in read.days_of(db, ask_days, period.now.last, LATEST):
        if _is_silent(sorted_gaps(list(map(number, days))), today - number(days[-1])):
            found.drifting.append(person)
    for span, tally in zip(period, (found.now, found.before), strict=True):
        for circle, org, contacts in read.contacts(db, ask_contacts, span):
            tally.add(circle, org, contacts)
    return found


def _is_silent(gaps: list[int], silence: int) -> bool:
    """Whether somebody with these gaps between contacts has been silent for so long that they are drifting."""
    return len(gaps) >= LEAST - 1 and silence > TIMES * median(gaps)


def by_organisation(now: Tally, before: Tally) -> dict[str, tuple[Place, Place]]:
    """Contacts and people by the name of the organisation; several ways to spell it are one."""
    found: dict[str, tuple[Place, Place]] = {}
    names: dict[str, str] = {}
    for spelt in {**now.org_contacts, **before.org_contacts}:
        if spelt is not None:
            name = names.setdefault(fold(spelt), spelt)
            one, other = found.get(name, (Place(), Place()))
            found[name] = _plus(one, now, spelt), _plus(other, before, spelt)
    return found


def _plus(place: Place, tally: Tally, spelt: str) -> Place:
    return Place(
        place.contacts + tally.org_contacts.get(spelt, 0), place.people + tally.org_people.get(spelt, 0)
    )
