"""Read who shares which topic, and who knows each other already."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from netbook.core.introductions import CommonTopic
from netbook.store.standing import ACTIVE

# What somebody shares with you, and what they only care about: both are something two people can have in common.
HAVE = "SELECT topic_id, person_id FROM commonality UNION SELECT topic_id, person_id FROM interest"
TOPICS = f"""
SELECT t.id, t.name, count(*) FROM ({HAVE}) k JOIN topic t ON t.id = k.topic_id
GROUP BY k.topic_id HAVING count(*) > 1
ORDER BY count(*), t.key
"""
TOPICS_OF = """
SELECT id, name, sharers FROM (
  SELECT t.id, t.name, t.key, (SELECT count(*) FROM (
    SELECT person_id FROM commonality WHERE topic_id = t.id
    UNION SELECT person_id FROM interest WHERE topic_id = t.id)) AS sharers
  FROM topic t
  WHERE t.id IN (
    SELECT topic_id FROM commonality WHERE person_id = :person
    UNION SELECT topic_id FROM interest WHERE person_id = :person))
WHERE sharers > 1
ORDER BY sharers, key
"""
AWAY = f"SELECT p.id FROM person p WHERE ({ACTIVE}) IS NOT TRUE"
TOPIC_LINKS = f"""
SELECT k.topic_id, k.person_id FROM (
  SELECT topic_id, person_id, id, 0 AS liked FROM commonality
  UNION ALL
  SELECT i.topic_id, i.person_id, i.id, 1 FROM interest i
  WHERE NOT EXISTS (
    SELECT 1 FROM commonality c WHERE c.person_id = i.person_id AND c.topic_id = i.topic_id)
) k
WHERE k.person_id NOT IN ({AWAY})
ORDER BY k.liked DESC, k.id
"""
MINE = """SELECT topic_id FROM commonality WHERE person_id = :person
    UNION SELECT topic_id FROM interest WHERE person_id = :person"""
# Somebody who is paused may still be asked about; somebody you have parted from not.
TOPIC_LINKS_WITH = f"""
SELECT k.topic_id, k.person_id FROM (
  SELECT topic_id, person_id FROM commonality WHERE topic_id IN ({MINE})
  UNION SELECT topic_id, person_id FROM interest WHERE topic_id IN ({MINE})
) k CROSS JOIN person p ON p.id = k.person_id
WHERE p.id <> :person AND {ACTIVE}
  AND EXISTS (SELECT 1 FROM person one WHERE one.id = :person AND (one.parted_on IS NULL OR one.parted_on > :today))
  AND p.id NOT IN (
    SELECT other.person_id FROM attendance a JOIN attendance other ON other.meeting_id = a.meeting_id
    WHERE a.person_id = :person AND a.date <= :today)
"""
# Brought together by you, whatever came of it, one was the way to the other, or they have a tie.
INTRODUCED = """
SELECT a_id, b_id FROM introduction
UNION SELECT id, introduced_by_id FROM person WHERE introduced_by_id IS NOT NULL
UNION SELECT a_id, b_id FROM tie WHERE b_id IS NOT NULL
"""
MET = """
SELECT a.person_id, a.meeting_id FROM attendance a
WHERE a.person_id IN (SELECT value FROM json_each(:people)) AND a.date <= :today
ORDER BY a.person_id
"""
NAMES = "SELECT id, name, handle FROM person WHERE id IN (SELECT value FROM json_each(?))"
RECORDED = """
SELECT id, date, outcome, because FROM introduction WHERE a_id = min(:a, :b) AND b_id = max(:a, :b)
"""


class RecordedIntroduction(NamedTuple):
    """An introduction that is in the journal."""

    id: int
    on: date
    outcome: str
    because: str | None


def topics(db: sqlite3.Connection) -> list[CommonTopic]:
    """Every topic that two people or more share, the rarest first."""
    return [CommonTopic(*row) for row in db.execute(TOPICS)]


def topics_of(db: sqlite3.Connection, person_id: int) -> list[CommonTopic]:
    """The topics that somebody shares with others, the rarest first."""
    return [CommonTopic(*row) for row in db.execute(TOPICS_OF, {"person": person_id})]


def topic_links(db: sqlite3.Connection, today: date) -> list[tuple[int, int]]:
    """Topic and person of every commonality with somebody who is neither parted nor paused, as they came."""
    return db.execute(TOPIC_LINKS, {"today": today.isoformat()}).fetchall()


def topic_links_with(db: sqlite3.Connection, today: date, person_id: int) -> list[tuple[int, int]]:
    """Topic and other person for all that somebody shares with people they never met in one meeting."""
    return db.execute(TOPIC_LINKS_WITH, {"person": person_id, "today": today.isoformat()}).fetchall()


def introduced(db: sqlite3.Connection) -> set[frozenset[int]]:
    """Pairs of people you introduced or offered to, and of whom one introduced you to the other."""
    return {frozenset(pair) for pair in db.execute(INTRODUCED)}


def meetings(db: sqlite3.Connection, today: date, people: Iterable[int]) -> dict[int, set[int]]:
    """The meetings of each of these people, up to today."""
    numbers = list(people)
    rows = db.execute(MET, {"people": str(numbers), "today": today.isoformat()})
    result: dict[int, set[int]] = {person: set() for person in numbers}
    for person, theirs in groupby(rows, itemgetter(0)):
        result[person] = {meeting for _, meeting in theirs}
    return result


def names(db: sqlite3.Connection, people: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The name and handle of each of these people."""
    rows = db.execute(NAMES, (str(sorted(set(people))),))
    return {number: (name, handle) for number, name, handle in rows}


def recorded(db: sqlite3.Connection, one: int, other: int) -> RecordedIntroduction | None:
    """The introduction of two people, whichever is named first, or None."""
    row = db.execute(RECORDED, {"a": one, "b": other}).fetchone()
    if row is None:
        return None
    number, on, outcome, because = row
    return RecordedIntroduction(number, date.fromisoformat(on), outcome, because)
