"""What the morning report is made of. Each statement reads the rows that are due, through an index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.due import Standing
from netbook.core.periods import year_up_to

# Somebody the journal speaks of: neither parted nor paused on that day.
ACTIVE = """(p.parted_on IS NULL OR p.parted_on > :today)
  AND (p.paused_on IS NULL OR p.paused_on > :today OR p.paused_until < :today)"""

# ... and within what was asked for: a circle, places, or everybody (NULL).
WANTED = f"""{ACTIVE}
  AND (:circle IS NULL OR p.circle_id = :circle)
  AND (:places IS NULL OR p.place IN (SELECT value FROM json_each(:places)))"""

CADENCES = """
SELECT cadence FROM circle UNION SELECT cadence FROM person WHERE cadence IS NOT NULL
"""

STANDINGS = f"""
WITH limits AS (SELECT key AS cadence, value AS latest FROM json_each(:limits)),
standing AS MATERIALIZED (
  SELECT p.id, p.name_key, limits.cadence, p.added_on, limits.latest,
    (SELECT a.date FROM attendance a
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
     ORDER BY a.date DESC LIMIT 1) AS last
  FROM person p
  LEFT JOIN circle c ON c.id = p.circle_id
  JOIN limits ON limits.cadence = coalesce(p.cadence, c.cadence)
  WHERE {WANTED}
)
SELECT id, name_key, cadence, added_on, last FROM standing WHERE last IS NULL OR last <= latest
"""

REPAIRS = f"""
SELECT s.person_id, s.since, s.text,
  (SELECT count(*) FROM commonality k
   WHERE k.person_id = s.person_id AND k.found_on BETWEEN s.since AND :today),
  (SELECT group_concat(name, ', ') FROM (
    SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
    WHERE k.person_id = s.person_id AND k.found_on BETWEEN s.since AND :today ORDER BY k.found_on, k.id))
FROM strain s JOIN person p ON p.id = s.person_id
WHERE s.repaired_on IS NULL AND s.since <= :today AND {WANTED}
ORDER BY s.since, p.name_key, s.id
"""

PROMISES = f"""
SELECT f.person_id, f.due_on, f.text, f.whose, f.id
FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' AND f.due_on <= :horizon AND {WANTED}
ORDER BY f.due_on, p.name_key, f.id
"""

UNDATED = f"""
SELECT count(*) FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' AND f.due_on IS NULL AND {WANTED}
"""

PACED = f"""
SELECT count(*), count(nullif(coalesce(p.cadence, c.cadence), 'none'))
FROM person p LEFT JOIN circle c ON c.id = p.circle_id WHERE {WANTED}
"""

THANKS = f"""
SELECT f.person_id, f.date, f.text
FROM favor f JOIN person p ON p.id = f.person_id
WHERE f.direction = 'got' AND f.thanked_on IS NULL AND f.date <= :today AND {WANTED}
ORDER BY f.date, p.name_key, f.id
"""

BIRTHDAYS = f"""
SELECT p.id, p.birthday FROM person p
WHERE p.birthday IS NOT NULL AND substr(p.birthday, -5) IN (SELECT value FROM json_each(:days)) AND {WANTED}
ORDER BY p.name_key
"""

EVENTS = """
SELECT name, starts_on, ends_on, goal, place FROM event
WHERE starts_on <= :horizon AND ends_on >= :today
ORDER BY starts_on, key
"""

PEOPLE = """
SELECT p.id, p.name, p.handle, c.name, coalesce(p.cadence, c.cadence), p.title, p.org, p.how_met,
  introducer.name,
  (SELECT a.meeting_id FROM attendance a
   WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
   ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1) AS latest
FROM json_each(:people) AS wanted
JOIN person p ON p.id = wanted.value
LEFT JOIN circle c ON c.id = p.circle_id
LEFT JOIN person introducer ON introducer.id = p.introduced_by_id
"""

STARTERS = """
SELECT wanted.value,
  (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = wanted.value AND k.found_on <= :today ORDER BY k.found_on DESC, k.id DESC LIMIT 1),
  (SELECT n.about || ': ' || n.text FROM note n
   WHERE n.person_id = wanted.value AND n.date <= :today ORDER BY n.date DESC, n.id DESC LIMIT 1),
  (SELECT m.summary FROM attendance a JOIN meeting m ON m.id = a.meeting_id
   WHERE a.person_id = wanted.value AND a.human = 1 AND a.date <= :today AND m.summary IS NOT NULL
   ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1)
FROM json_each(:people) AS wanted
"""

# Of human contact in a year, by person.
OF_LATE = """
SELECT a.person_id, group_concat(DISTINCT m.kind)
FROM json_each(:people) AS wanted
CROSS JOIN attendance a ON a.person_id = wanted.value AND a.human = 1 AND a.date BETWEEN :year_ago AND :today
JOIN meeting m ON m.id = a.meeting_id
GROUP BY a.person_id
"""

KINDS = """
SELECT m.id, m.date, m.kind FROM json_each(:meetings) AS wanted JOIN meeting m ON m.id = wanted.value
"""


class Scope(NamedTuple):
    """Whose rows are wanted: of one circle, of these places, or of everybody (None)."""

    circle_id: int | None = None
    places: tuple[str, ...] | None = None

    def values(self) -> dict[str, int | str | None]:
        """The scope as the statements take it."""
        return {"circle": self.circle_id, "places": None if self.places is None else json.dumps(self.places)}


class PersonFacts(NamedTuple):
    """What a row of the report says of a person besides the reason."""

    name: str
    handle: str
    circle: str | None
    cadence: str | None
    title: str | None
    org: str | None
    how_met: str | None
    introduced_by: str | None
    last_contact: date | None
    last_kind: str | None


class Beginnings(NamedTuple):
    """What a conversation with somebody could begin with."""

    topic: str | None
    note: str | None
    summary: str | None


def cadences(db: sqlite3.Connection) -> list[str]:
    """Every cadence in use."""
    return [row[0] for row in db.execute(CADENCES)]


def standings(
    db: sqlite3.Connection, today: date, limits: dict[str, str], scope: Scope
) -> Iterable[Standing]:
    """Everybody never met, or last met on or before their cadence's limit."""
    values = {"today": today.isoformat(), "limits": json.dumps(limits), **scope.values()}
    return map(Standing._make, db.execute(STANDINGS, values))


def people(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, PersonFacts]:
    """The facts about these people, by number."""
    day = today.isoformat()
    rows = db.execute(PEOPLE, {"people": json.dumps(numbers), "today": day}).fetchall()
    latest = [row[-1] for row in rows if row[-1] is not None]
    meetings = {
        number: (date.fromisoformat(on), kind)
        for number, on, kind in db.execute(KINDS, {"meetings": json.dumps(latest)})
    }
    return {row[0]: PersonFacts(*row[1:-1], *meetings.get(row[-1], (None, None))) for row in rows}


def kinds_of_late(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, list[str]]:
    """The kinds of human contact with these people in the twelve months up to today; who had none is left out."""
    days = {"today": today.isoformat(), "year_ago": year_up_to(today).isoformat()}
    rows = db.execute(OF_LATE, {"people": json.dumps(numbers), **days})
    return {number: kinds.split(",") for number, kinds in rows}


def beginnings(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, Beginnings]:
    """What is at hand to begin a conversation with these people, by number."""
    rows = db.execute(STARTERS, {"people": json.dumps(numbers), "today": today.isoformat()})
    return {number: Beginnings(*rest) for number, *rest in rows}
