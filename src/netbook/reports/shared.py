"""What two people share with each other, as far as the journal knows."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.matching import listing
from netbook.core.names import fold
from netbook.errors.people import SamePersonTwice
from netbook.store.read import shared
from netbook.store.read.who import find


class SharedRow(NamedTuple):
    """One thing two people share: a topic, event, circle, org, department or place.

    The date is that of the event, or the day from which the topic was known of both.
    """

    what: str
    name: str
    date: date | None


class SharedReport(NamedTuple):
    """Two people and everything they share."""

    one: str
    other: str
    rows: list[SharedRow]


def build(db: sqlite3.Connection, today: date, one: str, other: str) -> SharedReport:
    """The report on two people; raises SamePersonTwice where both names mean one."""
    a, b = find(db, one), find(db, other)
    if a.id == b.id:
        raise SamePersonTwice(listing(a))
    rows = [SharedRow("topic", *row) for row in shared.topics(db, a.id, b.id)]
    rows += [SharedRow("event", *row) for row in shared.events(db, a.id, b.id, today)]
    theirs, others = shared.belonging(db, a.id), shared.belonging(db, b.id)
    same = [what for what in theirs._fields if _same(getattr(theirs, what), getattr(others, what))]
    # Two marketing departments of two organisations are nothing in common.
    rows += [
        SharedRow(what, getattr(theirs, what), None) for what in same if what != "department" or "org" in same
    ]
    return SharedReport(a.name, b.name, rows)


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) == fold(other)
