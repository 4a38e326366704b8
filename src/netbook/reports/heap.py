"""The people not yet decided about, and what helps to decide."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.reports.people import PeopleQuery
from netbook.reports.people import build as people
from netbook.store.read import heap
from netbook.store.read.groups import circles


class Heap(NamedTuple):
    """The people not decided about, the likeliest first, and the circles there are: their numbers by name."""

    people: list[int]
    circles: dict[str, int]


class HeapCard(NamedTuple):
    """What helps to decide about somebody."""

    name: str
    handle: str
    org: str | None
    title: str | None
    place: str | None
    known_since: str | None
    how_met: str | None
    met: int
    last_met: str | None
    written: int
    topics: str | None
    note: str | None


def build(db: sqlite3.Connection, today: date, query: PeopleQuery) -> Heap:
    """The people not decided about whom the query fits."""
    handles = None
    if query != PeopleQuery(undecided=True):
        handles = [row.handle for row in people(db, today, query, lists=False).rows]
    return Heap(heap.undecided(db, today, handles), {one.name: one.id for one in circles(db)})


def card(db: sqlite3.Connection, today: date, person: int) -> HeapCard | None:
    """What helps to decide about somebody; None where they are gone."""
    facts = heap.facts(db, person, today)
    return HeapCard(*facts[1:]) if facts else None
