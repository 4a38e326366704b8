"""Read who is due for the morning report, through an index."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.beginnings import Begun
from netbook.core.due import Candidate, cutoffs
from netbook.core.periods import year_up_to
from netbook.store.standing import (
    ACTIVE,
    CONTACT,
    FIRST_MEETING,
    LAST_CONTACT,
    PACE,
    PLANNED,
    START,
    STRAINED,
    known_before,
    second_contact,
)

NEWS_DAYS = 60  # that a new employer, title or address is news

# Within what was asked for: a circle, places, or everybody (NULL).
WITHIN = """(:circle IS NULL OR p.circle_id = :circle)
  AND (:places IS NULL OR p.place IN (SELECT value FROM json_each(:places)))"""
WANTED = f"""{ACTIVE}
  AND {WITHIN}"""

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
# due, and SQL finds those of that pace up to that day in one range of the index. Somebody whose last meeting is still
# to come, as it is when an earlier day is asked about, has an earlier one looked up; the limit, which is none, keeps
# what was found: without it SQLite looks again wherever the day is named.
_WAITING = f"{WANTED} AND NOT ({STRAINED}) AND NOT ({PLANNED})"
_DUE = f"""(
  SELECT p.id, p.name_key, latest.cadence, latest.least, nullif({CONTACT}, '') AS last, {START} AS start
  FROM latest CROSS JOIN person p ON {PACE} = latest.pace AND {CONTACT} <= min(latest.day, :today)
  WHERE ({CONTACT} > '' OR {START} <= :horizon) AND {_WAITING}
  UNION ALL
  SELECT id, name_key, cadence, least, last, start FROM (
    SELECT p.id, p.name_key, latest.cadence, latest.least, {LAST_CONTACT} AS last, {START} AS start, latest.day
    FROM latest CROSS JOIN person p ON {PACE} = latest.pace AND {CONTACT} > :today
    WHERE {_WAITING} LIMIT -1) AS before
  WHERE CASE WHEN last IS NULL THEN start <= :horizon ELSE last <= day END) AS due"""
_LATEST = """latest(pace, day, cadence, least) AS MATERIALIZED (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    json_extract(value, '$[3]')
  FROM json_each(:latest))"""

# How late they are at most: as months differ, Python says how late exactly.
_AT_MOST = """(julianday(:today) - julianday(coalesce(due.last, due.start)))
    / (due.least + CASE WHEN coalesce(due.last, due.start) > :today THEN 6.0 ELSE 0.0 END)
    - (due.last IS NOT NULL)"""
CANDIDATES = f"""
WITH {_LATEST}
SELECT count(*) OVER (), due.id, due.name_key, due.cadence, due.last, due.start, {_AT_MOST} AS at_most
FROM {_DUE} ORDER BY at_most DESC
"""
NUMBER_DUE = f"WITH {_LATEST} SELECT count(*) FROM {_DUE}"

# Whoever was met lately, with their first meeting, whether there was another contact, whether their next one is
# due, and who introduced them.
FIRST_MET = f"""
WITH {_LATEST}
SELECT p.id, p.name, m.id, m.date, m.kind, e.name, p.introduced_by_id,
  ({WITHIN}) AND ({ACTIVE}) AND NOT ({STRAINED}) AND NOT ({PLANNED}),
  {second_contact("m.id", "m.date")},
  (SELECT a.date || ' ' || o.kind FROM attendance a JOIN meeting o ON o.id = a.meeting_id
   WHERE a.person_id = p.id AND a.human = 0 AND a.date BETWEEN m.date AND :today ORDER BY a.date DESC LIMIT 1),
  coalesce(p.cadence, c.cadence) IS NOT NULL,
  EXISTS (SELECT 1 FROM latest WHERE latest.pace = {PACE}
    AND {LAST_CONTACT} <= latest.day)
FROM (SELECT DISTINCT a.person_id AS id FROM meeting m CROSS JOIN attendance a ON a.meeting_id = m.id
      WHERE m.date BETWEEN :first AND :last AND m.human = 1
        AND NOT EXISTS (SELECT 1 FROM attendance f
          WHERE f.person_id = a.person_id AND f.human = 1 AND f.date < :first)) AS lately
CROSS JOIN person p ON p.id = lately.id
CROSS JOIN meeting m ON m.id = {FIRST_MEETING}
LEFT JOIN event e ON e.id = m.event_id
LEFT JOIN circle c ON c.id = p.circle_id
WHERE m.date BETWEEN :first AND :last AND NOT {known_before("m.date")}
ORDER BY m.date, p.name_key, p.id
"""

_FACTS = f"""p.id, p.name_key, p.name, p.handle, c.name, coalesce(p.cadence, c.cadence), {START}, p.title, p.org,
  p.how_met, introducer.name, {LAST_CONTACT}, CASE WHEN m.date = {LAST_CONTACT} THEN m.kind END, p.known_since,
  (SELECT t.name FROM topic t WHERE t.id = (
     SELECT k.topic_id FROM commonality k
     WHERE k.person_id = p.id AND k.found_on <= :today ORDER BY k.found_on DESC, k.id DESC LIMIT 1)),
  (SELECT n.text FROM note n
   WHERE n.person_id = p.id AND n.date <= :today ORDER BY n.date DESC, n.id DESC LIMIT 1),
  coalesce(m.summary,
    (SELECT s.summary FROM attendance a JOIN meeting s ON s.id = a.meeting_id
     WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today AND s.summary IS NOT NULL
     ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1)),
  coalesce((SELECT n.what || ' ' || n.value FROM news n
     WHERE n.person_id = p.id AND n.what <> 'department' AND n.found_on BETWEEN :news_since AND :today
     ORDER BY n.found_on DESC, instr('org title place address email phone', n.what), n.id DESC LIMIT 1),
    (SELECT CASE WHEN j.org IS NOT p.org THEN 'org ' || p.org ELSE 'title ' || p.title END FROM job j
     WHERE j.person_id = p.id AND (j.org IS NOT p.org OR j.title IS NOT p.title)
       AND j.until BETWEEN :news_since AND :today LIMIT 1)),
  (SELECT e.name FROM expected x JOIN event e ON e.id = x.event_id
   WHERE x.person_id = p.id AND e.ends_on <= :today ORDER BY e.ends_on DESC LIMIT 1),
  (SELECT number FROM phone WHERE id = (SELECT min(id) FROM phone WHERE person_id = p.id)),
  (SELECT address FROM email WHERE id = (SELECT min(id) FROM email WHERE person_id = p.id))"""
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
_FACTS_DUE = _FACTS.replace(LAST_CONTACT, "due.last")
# In the order of their numbers, so that pages are read once; without a limit SQLite leaves the order away.
_IN_ORDER = f"(SELECT * FROM {_DUE} ORDER BY id LIMIT -1) AS due"
PEOPLE_DUE = f"""
WITH {_LATEST} SELECT {_FACTS_DUE} FROM {_IN_ORDER} CROSS JOIN person p ON p.id = due.id {_BESIDE}
"""

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
    """The facts of a report row about a person besides the reason, and conversation starters."""

    number: int
    key: str
    name: str
    handle: str
    circle: str | None
    cadence: str | None
    start: str
    title: str | None
    org: str | None
    how_met: str | None
    introduced_by: str | None
    last_contact: str | None
    kind: str | None  # of the last contact; None where that was before the journal knew of any
    known_since: str | None
    topic: str | None
    note: str | None
    summary: str | None
    news: str | None  # what it is about and the news, such as "org Acme"
    seen_at: str | None  # an event where they were expected
    phone: str | None
    email: str | None


class FirstMet(NamedTuple):
    """Somebody met lately for the first time: where, whether they are brought up now, and what followed."""

    person_id: int
    name: str
    meeting_id: int
    date: str
    kind: str
    event: str | None
    introduced_by: int | None
    wanted: int
    followed_up: int
    written: str | None  # day and kind of the latest written contact since
    decided: int
    is_due: int


class Cutoffs(NamedTuple):
    """Who is due: whose last contact is no later than the day of their cadence, or whose start is by the horizon."""

    today: date
    horizon: date
    latest: str  # JSON: of every cadence, that day, itself, and the fewest days it takes
    scope: DueScope

    def values(self) -> dict[str, int | str | None]:
        """The same as the statements take it."""
        days = {"today": self.today.isoformat(), "horizon": self.horizon.isoformat(), "latest": self.latest}
        return days | self.scope.values()


def due_cutoffs(db: sqlite3.Connection, today: date, horizon: date, scope: DueScope) -> Cutoffs:
    """What decides who is due by the horizon."""
    cadences: list[tuple[str, str, str]] = db.execute(CADENCES).fetchall()
    results = cutoffs([cadence for cadence, _, _ in cadences], horizon)
    latest = [
        f'[{pace}, "{results[cadence].latest}", {quoted}, {results[cadence].least_days}]'
        for cadence, pace, quoted in cadences
        if cadence in results
    ]
    return Cutoffs(today, horizon, f"[{', '.join(latest)}]", scope)


def candidates(db: sqlite3.Connection, by: Cutoffs) -> tuple[int, Iterator[Candidate]]:
    """How many people are due, and who, the latest at most first: no more are read than are taken."""
    rows = db.execute(CANDIDATES, by.values())
    first = rows.fetchone()
    if first is None:
        return 0, iter(())

    def each() -> Iterator[Candidate]:
        yield Candidate._make(first[1:])
        for row in rows:
            yield Candidate._make(row[1:])

    return first[0], each()


def number_due(db: sqlite3.Connection, by: Cutoffs) -> int:
    """How many people are due."""
    return int(db.execute(NUMBER_DUE, by.values()).fetchone()[0])


def people_due(db: sqlite3.Connection, by: Cutoffs) -> dict[int, PersonFacts]:
    """The facts about everybody who is due, by number."""
    rows = db.execute(PEOPLE_DUE, by.values() | {"news_since": _news_since(by.today)})
    return {row[0]: PersonFacts._make(row) for row in rows}


def first_met(db: sqlite3.Connection, by: Cutoffs, within: Begun) -> list[FirstMet]:
    """Whoever was met for the first time in these days, in their order."""
    days = {"first": within.first, "last": within.last}
    return [FirstMet._make(row) for row in db.execute(FIRST_MET, by.values() | days)]


def people(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, PersonFacts]:
    """The facts about these people, by number."""
    days = {"today": today.isoformat(), "news_since": _news_since(today)}
    rows = db.execute(PEOPLE, {"people": _array(numbers), **days})
    return {row[0]: PersonFacts._make(row) for row in rows}


def kinds_of_late(db: sqlite3.Connection, numbers: Sequence[int], today: date) -> dict[int, tuple[str, ...]]:
    """The kinds of human contact with these people in the twelve months up to today; who had none is left out."""
    days = {"today": today.isoformat(), "year_ago": year_up_to(today).isoformat()}
    rows = db.execute(OF_LATE, {"people": _array(numbers), **days})
    return {number: tuple(kinds.split(",")) for number, kinds in rows}


def _array(numbers: Iterable[int]) -> str:
    """Numbers as JSON, sorted, so that SQLite reads each page once."""
    return str(sorted(numbers))


def _news_since(today: date) -> str:
    return date.fromordinal(max(1, today.toordinal() - NEWS_DAYS)).isoformat()
