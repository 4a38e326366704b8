"""The people who are not decided about, the likeliest to matter first."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.store.standing import ACTIVE

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
FACTS = """
SELECT p.id, p.name, p.handle, p.org, p.title, p.place, p.known_since, p.how_met,
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today),
  (SELECT a.date FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
   ORDER BY a.date DESC LIMIT 1),
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 0 AND a.date <= :today),
  (SELECT group_concat(name, ', ') FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id ORDER BY k.found_on DESC, k.id DESC LIMIT 3)),
  (SELECT n.text FROM note n WHERE n.person_id = p.id ORDER BY n.date DESC, n.id DESC LIMIT 1)
FROM person p WHERE p.id = :person
"""
STATE = "SELECT circle_id, cadence, start_on FROM person WHERE id = ?"


class HeapPerson(NamedTuple):
    """What helps to decide about somebody."""

    id: int
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


class PersonState(NamedTuple):
    """What a decision changes."""

    circle_id: int | None
    cadence: str | None
    start_on: str | None


def undecided(db: sqlite3.Connection, today: date, handles: list[str] | None) -> list[int]:
    """The numbers of the active people not decided about, or of those of these handles, the likeliest first."""
    import json

    people = None if handles is None else json.dumps(handles)
    return [number for (number,) in db.execute(UNDECIDED, {"today": today.isoformat(), "people": people})]


def facts(db: sqlite3.Connection, person_id: int, today: date) -> HeapPerson | None:
    """What helps to decide about somebody; None where they are gone."""
    row = db.execute(FACTS, {"person": person_id, "today": today.isoformat()}).fetchone()
    return HeapPerson._make(row) if row else None


def state(db: sqlite3.Connection, person_id: int) -> PersonState | None:
    """What a decision would change; None where they are gone."""
    row = db.execute(STATE, (person_id,)).fetchone()
    return PersonState._make(row) if row else None
