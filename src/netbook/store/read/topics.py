"""Read topics: who shares them, and which ones a name may mean."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.names import LAST, topic_key
from netbook.core.similar_topics import near_topics
from netbook.core.text import quoted
from netbook.errors import NoSuchTopic

TOPIC = "SELECT id, name FROM topic WHERE key = ?"
NAMES = "SELECT key, name FROM topic"
BEGINNING = "SELECT key, name FROM topic WHERE key >= ? AND key < ?"
COUNTS = """
SELECT t.name, count(k.id), min(k.found_on), max(k.found_on),
  (SELECT count(*) FROM interest i JOIN person p ON p.id = i.person_id WHERE i.topic_id = t.id AND p.me = 0)
FROM topic t LEFT JOIN commonality k ON k.topic_id = t.id
GROUP BY t.id ORDER BY 2 DESC, 5 DESC, t.key
"""
# Who shares it, then who likes it besides.
SHARERS = """
SELECT p.name, p.handle, t.name, k.found_on, m.uid, k.detail, k.shared
FROM (
  SELECT person_id, topic_id, found_on, meeting_id, detail, 1 AS shared FROM commonality
  UNION ALL
  SELECT i.person_id, i.topic_id, i.noted_on, i.meeting_id, NULL, 0 FROM interest i
  WHERE NOT EXISTS (
    SELECT 1 FROM commonality c WHERE c.person_id = i.person_id AND c.topic_id = i.topic_id)
) k
JOIN topic t ON t.id = k.topic_id
JOIN person p ON p.id = k.person_id
LEFT JOIN meeting m ON m.id = k.meeting_id
WHERE k.topic_id = ? AND p.me = 0
ORDER BY k.shared DESC, k.found_on, p.name_key, p.id
"""
OTHERS = """
SELECT p.name FROM commonality k JOIN person p ON p.id = k.person_id
WHERE k.topic_id = ? AND k.person_id <> ?
ORDER BY k.found_on DESC, p.name_key, p.id
"""
FINDING = "SELECT found_on FROM commonality WHERE person_id = ? AND topic_id = ?"


class StoredTopic(NamedTuple):
    """A topic in the journal."""

    id: int
    name: str


class TopicCount(NamedTuple):
    """A topic, how many share it, when it was found first and last, and how many care about it."""

    topic: str
    people: int
    first_found: date | None
    last_found: date | None
    interested: int


class Sharer(NamedTuple):
    """Somebody who shares a topic, or only cares about it; since when, and the meeting (its UID) where it was found."""

    person: str
    handle: str
    topic: str
    found_on: date
    meeting: str | None
    detail: str | None
    shared: bool


def find_topic(db: sqlite3.Connection, name: str) -> StoredTopic:
    """The topic of that name; raises NoSuchTopic with the nearest ones."""
    row = db.execute(TOPIC, (topic_key(name),)).fetchone()
    if row is None:
        from netbook.core.nearest import nearest_names

        raise NoSuchTopic(quoted(name), nearest_names(topic_key(name), dict(db.execute(NAMES))))
    return StoredTopic(*row)


def is_taken(db: sqlite3.Connection, name: str, topic: StoredTopic) -> bool:
    """Whether a topic other than this one has that name."""
    row = db.execute(TOPIC, (topic_key(name),)).fetchone()
    return row is not None and row[0] != topic.id


def topics_like(db: sqlite3.Connection, name: str) -> list[str]:
    """Topics that may be this one under another name; none where it is already there as it is."""
    key = topic_key(name)
    if db.execute(TOPIC, (key,)).fetchone():
        return []
    return near_topics(name, dict(db.execute(BEGINNING, (key[:1], key[:1] + LAST)).fetchall()))


def counts(db: sqlite3.Connection) -> list[TopicCount]:
    """Every topic, the most shared first."""
    return [
        TopicCount(
            name, people, first and date.fromisoformat(first), last and date.fromisoformat(last), liked
        )
        for name, people, first, last, liked in db.execute(COUNTS)
    ]


def sharers(db: sqlite3.Connection, topic: StoredTopic) -> list[Sharer]:
    """Everybody who shares a topic, in the order in which it was found; then those who only care about it."""
    return [
        Sharer(
            person=person,
            handle=handle,
            topic=name,
            found_on=date.fromisoformat(found_on),
            meeting=meeting,
            detail=detail,
            shared=bool(shared),
        )
        for person, handle, name, found_on, meeting, detail, shared in db.execute(SHARERS, (topic.id,))
    ]


def others(db: sqlite3.Connection, topic: StoredTopic, person_id: int) -> list[str]:
    """The names of everybody else who shares a topic, the latest first."""
    return [name for (name,) in db.execute(OTHERS, (topic.id, person_id))]


def finding(db: sqlite3.Connection, person_id: int, topic_id: int) -> date | None:
    """The day on which a topic was found in common with somebody; None where it was not."""
    row = db.execute(FINDING, (person_id, topic_id)).fetchone()
    return date.fromisoformat(row[0]) if row else None
