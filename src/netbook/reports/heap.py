"""The people not yet decided about, and facts that help to decide."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.reports.people import PeopleQuery
from netbook.reports.people import build as people
from netbook.store.read.groups import circles
from netbook.store.standing import ACTIVE, last_meeting

# Met, written to, shared topics, connected last: each counts only where the ones before it are equal.
UNDECIDED = f"""
SELECT p.id FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE coalesce(p.cadence, c.cadence) IS NULL AND {ACTIVE}
  AND (:people IS NULL OR p.handle IN (SELECT value FROM json_each(:people)))
ORDER BY
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today) DESC,
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 0 AND a.date <= :today) DESC,
  (SELECT count(*) FROM commonality k WHERE k.person_id = p.id) DESC,
  p.known_since IS NULL, p.known_since DESC, p.added_on DESC, p.name_key, p.id
"""
CARD = f"""
SELECT p.name, p.handle, p.org, p.title, p.place, p.known_since, p.how_met,
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today),
  {last_meeting()},
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 0 AND a.date <= :today),
  (SELECT group_concat(name, ', ') FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id ORDER BY k.found_on DESC, k.id DESC LIMIT 3)),
  (SELECT n.text FROM note n WHERE n.person_id = p.id ORDER BY n.date DESC, n.id DESC LIMIT 1)
FROM person p WHERE p.id = :person
"""


class Heap(NamedTuple):
    """The people not decided about, the likeliest first, and the circles there are: their numbers by name."""

    people: list[int]
    circles: dict[str, int]


class HeapCard(NamedTuple):
    """Facts that help to decide about somebody."""

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
    return Heap(_undecided(db, today, handles), {circle.name: circle.id for circle in circles(db)})


def card(db: sqlite3.Connection, today: date, person: int) -> HeapCard | None:
    """Facts that help to decide about somebody; None if they were removed."""
    row = db.execute(CARD, {"person": person, "today": today.isoformat()}).fetchone()
    return HeapCard._make(row) if row else None


def _undecided(db: sqlite3.Connection, today: date, handles: list[str] | None) -> list[int]:
    """The numbers of the active people not decided about, or of those of these handles, the likeliest first."""
    import json

    people = None if handles is None else json.dumps(handles)
    return [number for (number,) in db.execute(UNDECIDED, {"today": today.isoformat(), "people": people})]
