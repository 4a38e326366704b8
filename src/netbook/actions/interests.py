"""Interests: what people care about, whether or not you share it; and guesses that the user rejected."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.matching import Known
from netbook.core.names import checked, topic_key
from netbook.core.text import quoted
from netbook.errors import Refused
from netbook.store import write
from netbook.store.read import topics
from netbook.store.read.who import find

INTEREST = "SELECT id FROM interest WHERE person_id = ? AND topic_id = ?"
ALSO = """
SELECT p.name FROM interest i JOIN person p ON p.id = i.person_id
WHERE i.topic_id = ? AND p.me = 0 AND p.id NOT IN (SELECT value FROM json_each(?)) ORDER BY i.id DESC
"""
SHARED = "SELECT person_id FROM commonality WHERE topic_id = ?"
REFUSED = "INSERT INTO not_common (person_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING"


class Liking(NamedTuple):
    """Somebody who cares about a topic; whether that is new, and whether you share the topic with them."""

    name: str
    handle: str
    new: bool
    shared: bool


class Liked(NamedTuple):
    """A topic, who was recorded as caring about it, who else does, and how many share it with you."""

    topic: str
    people: tuple[Liking, ...]
    also: tuple[str, ...]
    sharers: int
    near: tuple[str, ...]


class NotLiked(NamedTuple):
    """A topic, and the people whose interest in it was removed."""

    topic: str
    people: tuple[str, ...]


class GuessesRefused(NamedTuple):
    """Topics that are not in common with somebody, so that they are not guessed again."""

    person: str
    handle: str
    topics: tuple[str, ...]


def likes(db: sqlite3.Connection, today: date, who: Sequence[str], name: str) -> Liked:
    """Record that people care about a topic; an interest already recorded keeps its day."""
    people, topic_name = everybody(db, who), checked(name, "a topic")
    near = topics.topics_like(db, topic_name)
    number = write.topic_number(db, topic_name)
    sharers = {person for (person,) in db.execute(SHARED, (number,))}
    likings = tuple(
        Liking(person.name, person.handle, add_interest(db, person.id, number, today), person.id in sharers)
        for person in people
    )
    topic = topics.find_topic(db, topic_name)
    also = [row[0] for row in db.execute(ALSO, (number, str([person.id for person in people])))]
    return Liked(topic.name, likings, tuple(also), len(sharers), tuple(near))


def unlike(db: sqlite3.Connection, who: Sequence[str], name: str) -> NotLiked:
    """Remove people's interest in a topic; refused if one of them does not have it."""
    people, topic = everybody(db, who), topics.find_topic(db, name)
    for person in people:
        row = db.execute(INTEREST, (person.id, topic.id)).fetchone()
        if row is None:
            raise Refused(
                f"{person.name} is not known to like {quoted(topic.name)}; netbook show {person.handle} lists interests"
            )
        db.execute("DELETE FROM interest WHERE id = ?", row)
    return NotLiked(topic.name, tuple(person.name for person in people))


def add_interest(
    db: sqlite3.Connection, person_id: int, topic_id: int, on: date, meeting_id: int | None = None
) -> bool:
    """Record that somebody cares about a topic; returns whether that is new."""
    if db.execute(INTEREST, (person_id, topic_id)).fetchone():
        return False
    row: dict[str, write.Value] = {
        "person_id": person_id,
        "topic_id": topic_id,
        "noted_on": on,
        "meeting_id": meeting_id,
    }
    write.add_row(db, "interest", row)
    return True


def refuse(db: sqlite3.Connection, who: str, names: Sequence[str]) -> GuessesRefused:
    """Say that topics are not in common with somebody; refused where they are recorded as shared."""
    person = find(db, who)
    by_key = {topic_key(name): checked(name, "a topic") for name in names}
    for key, name in by_key.items():
        if db.execute(
            "SELECT 1 FROM commonality k JOIN topic t ON t.id = k.topic_id WHERE k.person_id = ? AND t.key = ?",
            (person.id, key),
        ).fetchone():
            raise Refused(
                f"you share {quoted(name)} with {person.name}; netbook show {person.handle} has its reference"
            )
        db.execute(REFUSED, (person.id, key))
    return GuessesRefused(person.name, person.handle, tuple(by_key.values()))


def everybody(db: sqlite3.Connection, who: Sequence[str]) -> list[Known]:
    """The people whom several WHO mean, each once; raises if one of them means nobody or several people."""
    return list({person.id: person for person in (find(db, text) for text in who)}.values())
