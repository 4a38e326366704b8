"""What the morning report is made of. Each statement reads the rows that are due, through an index."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import NamedTuple

from netbook.core.due import Standings, latest_days, standings
from netbook.core.periods import year_up_to
from netbook.store.standing import ACTIVE

# Who is active, and within what was asked for: a circle, places, or everybody (NULL).
WANTED = f"""{ACTIVE}
  AND (:circle IS NULL OR p.circle_id = :circle)
  AND (:places IS NULL OR p.place IN (SELECT value FROM json_each(:places)))"""

# Every cadence there is and, as JSON, what says it in `pace` below and itself. Of the cadences of their own that
# people have, each is found from the one before it: there are few of them in a long index.
CADENCES = """
WITH RECURSIVE own(cadence) AS (
  SELECT min(cadence) FROM person WHERE cadence IS NOT NULL
  UNION ALL SELECT (SELECT min(cadence) FROM person WHERE cadence > own.cadence) FROM own WHERE cadence IS NOT NULL)
SELECT cadence, json_quote(cadence), json_quote(cadence) FROM own WHERE cadence IS NOT NULL
UNION ALL SELECT cadence, json_quote(id), json_quote(cadence) FROM circle
"""

# Dates are for Python to reckon with: it says of each cadence the latest day of last contact that makes somebody
# due, and SQL looks for that of each person, once and in one index. The limit, which is none, keeps it at once:
# without it SQLite looks again wherever the day is named.
_DUE = f"""(
  SELECT p.id, p.added_on AS came, coalesce(p.cadence, p.circle_id) AS pace,
    (SELECT a.date FROM attendance a
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
     ORDER BY a.date DESC LIMIT 1) AS last
  FROM person p
  WHERE (p.cadence IS NOT NULL OR p.circle_id IS NOT NULL) AND {WANTED}
  LIMIT -1) AS due
CROSS JOIN latest ON latest.pace = due.pace
  AND CASE WHEN due.last IS NULL THEN due.came <= :horizon ELSE due.last <= latest.day END"""
_LATEST = """latest(pace, day, cadence) AS MATERIALIZED (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
  FROM json_each(:latest))"""

# To hand thousands of rows to Python takes as long as to find them: these come as texts, the others if need be.
NEVER_MET = f"""
WITH {_LATEST}
SELECT count(*), group_concat(due.id) FILTER (WHERE due.last IS NULL),
  group_concat(latest.cadence) FILTER (WHERE due.last IS NULL),
  group_concat(due.came) FILTER (WHERE due.last IS NULL)
FROM {_DUE}
"""
EVERYBODY = f"WITH {_LATEST} SELECT due.id, latest.cadence, due.last, due.came FROM {_DUE}"

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

BY_CADENCE = f"""
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

_FACTS = """p.id, p.name_key, p.name, p.handle, c.name, coalesce(p.cadence, c.cadence), p.added_on, p.title, p.org,
  p.how_met, introducer.name, m.date, m.kind,
  (SELECT t.name FROM topic t WHERE t.id = (
     SELECT k.topic_id FROM commonality k
     WHERE k.person_id = p.id AND k.found_on <= :today ORDER BY k.found_on DESC, k.id DESC LIMIT 1)),
  (SELECT n.about || ': ' || n.text FROM note n
   WHERE n.person_id = p.id AND n.date <= :today ORDER BY n.date DESC, n.id DESC LIMIT 1),
  coalesce(m.summary,
    (SELECT s.summary FROM attendance a JOIN meeting s ON s.id = a.meeting_id
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today AND s.summary IS NOT NULL
     ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1))"""
_BESIDE = """
LEFT JOIN circle c ON c.id = p.circle_id
LEFT JOIN person introducer ON introducer.id = p.introduced_by_id
LEFT JOIN meeting m ON m.id = (
  SELECT a.meeting_id FROM attendance a
  WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
  ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1)
"""
PEOPLE = (
    f"SELECT {_FACTS} FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value {_BESIDE}"
)
PEOPLE_DUE = f"WITH {_LATEST} SELECT {_FACTS} FROM {_DUE} CROSS JOIN person p ON p.id = due.id {_BESIDE}"

# Of human contact in a year, by person.
OF_LATE = """
SELECT a.person_id, group_concat(DISTINCT m.kind)
FROM json_each(:people) AS wanted
CROSS JOIN attendance a ON a.person_id = wanted.value AND a.human = 1 AND a.date BETWEEN :year_ago AND :today
JOIN meeting m ON m.id = a.meeting_id
GROUP BY a.person_id
"""


class DueScope(NamedTuple):
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
    added_on: str
    title: str | None
    org: str | None
    how_met: str | None
    introduced_by: str | None
    last_contact: str | None
    last_kind: str | None
    topic: str | None
    note: str | None
    summary: str | None


class Cutoffs(NamedTuple):
    """Who is due: whose last contact is no later than the day of their cadence, or who came by the horizon."""

    today: date
    horizon: date
    latest: str  # JSON: of every pace, that day and its cadence
    scope: DueScope

    def values(self) -> dict[str, int | str | None]:
        """The same as the statements take it."""
        days = {"today": self.today.isoformat(), "horizon": self.horizon.isoformat(), "latest": self.latest}
        return days | self.scope.values()


def cutoffs(db: sqlite3.Connection, today: date, horizon: date, scope: DueScope) -> Cutoffs:
    """What decides who is due by the horizon."""
    cadences: list[tuple[str, str, str]] = db.execute(CADENCES).fetchall()
    days = latest_days([cadence for cadence, _, _ in cadences], horizon)
    latest = [
        f'[{pace}, "{days[cadence]}", {quoted}]' for cadence, pace, quoted in cadences if cadence in days
    ]
    return Cutoffs(today, horizon, f"[{', '.join(latest)}]", scope)


def first_due(db: sqlite3.Connection, cutoffs: Cutoffs, limit: int) -> tuple[int, Standings]:
    """How many people are due, and so many of them or more: those never met, and all where these are too few."""
    number, *texts = db.execute(NEVER_MET, cutoffs.values()).fetchone()
    ids, cadences, days = (text.split(",") if text else () for text in texts)
    if len(ids) < min(limit, number):
        return number, standings(db.execute(EVERYBODY, cutoffs.values()))
    return number, standings(zip(map(int, ids), cadences, repeat(None), days))


def people_due(db: sqlite3.Connection, cutoffs: Cutoffs) -> dict[int, PersonFacts]:
    """The facts about everybody who is due, by number."""
    return {row[0]: PersonFacts._make(row) for row in db.execute(PEOPLE_DUE, cutoffs.values())}


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
