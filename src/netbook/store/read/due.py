"""What the morning report is made of. Each statement reads the rows that are due, through an index."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.due import Standings
from netbook.core.periods import year_up_to

# Somebody the journal speaks of: neither parted nor paused on that day.
ACTIVE = """(p.parted_on IS NULL OR p.parted_on > :today)
  AND (p.paused_on IS NULL OR p.paused_on > :today OR p.paused_until < :today)"""

# ... and within what was asked for: a circle, places, or everybody (NULL).
WANTED = f"""{ACTIVE}
  AND (:circle IS NULL OR p.circle_id = :circle)
  AND (:places IS NULL OR p.place IN (SELECT value FROM json_each(:places)))"""

CIRCLES = "SELECT CAST(id AS TEXT), cadence FROM circle"

# Dates are for Python to reckon with: SQL gives what they follow from, one look into one index a person. It is
# the day of the last contact or, with a sign before it, the one on which somebody came who was never met. It comes
# as long texts: to give 20,000 rows to Python takes longer than to find them.
STANDINGS = f"""
SELECT group_concat(p.id, char(31)), group_concat(coalesce(p.cadence, p.circle_id), char(31)),
  group_concat(coalesce(
    (SELECT a.date FROM attendance a
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
     ORDER BY a.date DESC LIMIT 1), '+' || p.added_on), char(31))
FROM person p
WHERE (p.cadence IS NOT NULL OR p.circle_id IS NOT NULL) AND {WANTED}
"""

NAMES = "SELECT p.id, p.name_key FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value"

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
SELECT p.id, p.name_key, p.name, p.handle, c.name, coalesce(p.cadence, c.cadence), p.title, p.org, p.how_met,
  introducer.name, m.date, m.kind,
  (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id AND k.found_on <= :today ORDER BY k.found_on DESC, k.id DESC LIMIT 1),
  (SELECT n.about || ': ' || n.text FROM note n
   WHERE n.person_id = p.id AND n.date <= :today ORDER BY n.date DESC, n.id DESC LIMIT 1),
  coalesce(m.summary,
    (SELECT s.summary FROM attendance a JOIN meeting s ON s.id = a.meeting_id
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today AND s.summary IS NOT NULL
     ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1))
FROM json_each(:people) AS wanted
CROSS JOIN person p ON p.id = wanted.value
LEFT JOIN circle c ON c.id = p.circle_id
LEFT JOIN person introducer ON introducer.id = p.introduced_by_id
LEFT JOIN meeting m ON m.id = (
  SELECT a.meeting_id FROM attendance a
  WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
  ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1)
"""

# Of human contact in a year, by person.
OF_LATE = """
SELECT a.person_id, group_concat(DISTINCT m.kind)
FROM json_each(:people) AS wanted
CROSS JOIN attendance a ON a.person_id = wanted.value AND a.human = 1 AND a.date BETWEEN :year_ago AND :today
JOIN meeting m ON m.id = a.meeting_id
GROUP BY a.person_id
"""

_BETWEEN = "\x1f"  # between two in one text, as char(31) in SQL


class Scope(NamedTuple):
    """Whose rows are wanted: of one circle, of these places, or of everybody (None)."""

    circle_id: int | None = None
    places: tuple[str, ...] | None = None

    def values(self) -> dict[str, int | str | None]:
        """The scope as the statements take it."""
        if self.places is None:
            return {"circle": self.circle_id, "places": None}
        import json

        return {"circle": self.circle_id, "places": json.dumps(self.places)}


class PersonFacts(NamedTuple):
    """What a row of the report says of a person besides the reason, and what a conversation could begin with."""

    number: int
    key: str
    name: str
    handle: str
    circle: str | None
    cadence: str | None
    title: str | None
    org: str | None
    how_met: str | None
    introduced_by: str | None
    last_contact: str | None
    last_kind: str | None
    topic: str | None
    note: str | None
    summary: str | None


def standings(db: sqlite3.Connection, today: date, scope: Scope) -> Standings:
    """The numbers of everybody with a cadence, by what decides when they are due."""
    texts = db.execute(STANDINGS, {"today": today.isoformat(), **scope.values()}).fetchone()
    ids, paces, days = (text.split(_BETWEEN) if text else () for text in texts)
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, pace, day in zip(map(int, ids), paces, days, strict=True):
        found[pace][day].append(number)
    circles: dict[str, str] = dict(db.execute(CIRCLES))
    everybody = Standings({}, {})
    for pace, by_day in found.items():
        # Some have of their own the cadence that a circle gives others.
        cadence = circles.get(pace, pace)
        for day, people in by_day.items():
            paced, on = (everybody.never, day[1:]) if day[0] == "+" else (everybody.met, day)
            paced.setdefault(cadence, {}).setdefault(on, []).extend(people)
    return everybody


def names(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The keys of these people's names, by number."""
    return dict(db.execute(NAMES, {"people": _array(numbers)}))


def people(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, PersonFacts]:
    """The facts about these people, by number."""
    rows = db.execute(PEOPLE, {"people": _array(numbers), "today": today.isoformat()})
    return {row[0]: PersonFacts._make(row) for row in rows}


def kinds_of_late(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, tuple[str, ...]]:
    """The kinds of human contact with these people in the twelve months up to today; who had none is left out."""
    days = {"today": today.isoformat(), "year_ago": year_up_to(today).isoformat()}
    rows = db.execute(OF_LATE, {"people": _array(numbers), **days})
    return {number: tuple(kinds.split(",")) for number, kinds in rows}


def _array(numbers: Iterable[int]) -> str:
    """Numbers as JSON, which a list of them is as it stands; in their order, so that pages are read once."""
    return str(sorted(numbers))
