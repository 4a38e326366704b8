"""Who will be at an event, and what there is with each of them."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.store.standing import KNOWN, LAST_CONTACT, START

EXPECTED = f"""
SELECT p.id, p.name, p.handle, p.title, p.org, c.name, coalesce(p.cadence, c.cadence), {START}, {LAST_CONTACT},
  i.name,
  (SELECT s.text FROM strain s WHERE s.person_id = p.id AND s.repaired_on IS NULL AND s.since <= :today),
  (SELECT group_concat(text, char(10)) FROM (SELECT f.text FROM followup f
   WHERE f.person_id = p.id AND f.status = 'open' AND f.whose = 'mine' ORDER BY f.due_on IS NULL, f.due_on, f.id)),
  (SELECT group_concat(text, char(10)) FROM (SELECT f.text FROM favor f
   WHERE f.person_id = p.id AND f.direction = 'got' AND f.thanked_on IS NULL ORDER BY f.date, f.id)),
  (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id ORDER BY k.found_on DESC, k.id DESC)),
  (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM interest k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id AND (
     EXISTS (SELECT 1 FROM commonality o WHERE o.topic_id = k.topic_id AND o.person_id <> p.id)
     OR EXISTS (SELECT 1 FROM interest o JOIN person me ON me.id = o.person_id
                WHERE o.topic_id = k.topic_id AND me.me = 1))
   ORDER BY k.id))
FROM expected x JOIN person p ON p.id = x.person_id
LEFT JOIN circle c ON c.id = p.circle_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE x.event_id = :event AND {KNOWN}
ORDER BY p.name_key, p.id
"""

# Of these people, by number: somebody of the same organisation, or with a tie to them, whom you have met.
BRIDGES = """
SELECT wanted.value, o.name,
  CASE WHEN EXISTS (SELECT 1 FROM tie r WHERE (r.a_id = p.id AND r.b_id = o.id) OR (r.a_id = o.id AND r.b_id = p.id))
    THEN 'knows them' ELSE 'also at ' || p.org END
FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
JOIN person o ON o.id <> p.id AND o.me = 0 AND o.id IN (
  SELECT s.id FROM person s WHERE s.org = p.org
  UNION SELECT r.b_id FROM tie r WHERE r.a_id = p.id UNION SELECT r.a_id FROM tie r WHERE r.b_id = p.id)
WHERE EXISTS (SELECT 1 FROM attendance a WHERE a.person_id = o.id AND a.human = 1 AND a.date <= :today)
ORDER BY wanted.value, o.name_key, o.id
"""


class ExpectedPerson(NamedTuple):
    """Somebody who will be there, and what is open with them; several texts are joined by line ends."""

    id: int
    name: str
    handle: str
    title: str | None
    org: str | None
    circle: str | None
    cadence: str | None
    start: str
    last_contact: str | None
    introducer: str | None
    strain: str | None
    promises: str | None
    owed: str | None
    topics: str | None
    interests: str | None


class Bridge(NamedTuple):
    """Somebody you know who can introduce you, and why."""

    person_id: int
    name: str
    why: str


def expected(db: sqlite3.Connection, event: int, today: date) -> list[ExpectedPerson]:
    """Everybody who will be at an event, by name."""
    rows = db.execute(EXPECTED, {"event": event, "today": today.isoformat()})
    return [ExpectedPerson._make(row) for row in rows]


def bridges(db: sqlite3.Connection, people: Iterable[int], today: date) -> dict[int, list[Bridge]]:
    """Who can introduce you to each of these people, by number."""
    result: dict[int, list[Bridge]] = {}
    for row in db.execute(BRIDGES, {"people": str(list(people)), "today": today.isoformat()}):
        result.setdefault(row[0], []).append(Bridge._make(row))
    return result
