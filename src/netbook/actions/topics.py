"""Record topics in common, rename topics and merge two."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.core.matching import Known
from netbook.core.names import checked, topic_key
from netbook.core.text import quoted, words_or_none
from netbook.errors.people import SameTopic, TopicTaken
from netbook.store import write
from netbook.store.read import topics
from netbook.store.read.strains import open_strain
from netbook.store.read.who import find
from netbook.store.write_topics import merge_topics, rename_topic


class SharedTopic(NamedTuple):
    """A topic in common, since when if it was known, who else shares it, and topics with a similar name."""

    topic: str
    known_since: date | None
    others: tuple[str, ...]
    near: tuple[str, ...]


class Strained(NamedTuple):
    """When a relationship was strained, and how many points of connection were found since."""

    since: date
    points: int


class InCommon(NamedTuple):
    """The topics found in common with somebody on a day."""

    person: str
    handle: str
    on: date
    topics: tuple[SharedTopic, ...]
    detail: str | None
    strained: Strained | None


class Renamed(NamedTuple):
    """A renamed topic, and topics with a similar name."""

    before: str
    after: str
    near: tuple[str, ...]


class TopicsMerged(NamedTuple):
    """The topic that was merged away, the one that stays, and how many share it now."""

    gone: str
    into: str
    people: int


def common(
    db: sqlite3.Connection, today: date, who: str, names: Sequence[str], on: str | None, detail: str | None
) -> InCommon:
    """Record that topics are shared with somebody; a topic already recorded keeps its day."""
    person, day = find(db, who), past_day(on, today)
    reason = words_or_none(detail, "the detail")
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(topic_key(name), checked(name, "a topic"))
    shared = tuple(_share(db, person, name, day, reason) for name in by_key.values())
    strain = open_strain(db, person.id)
    strained = Strained(strain.since, strain.points) if strain else None
    return InCommon(person.name, person.handle, day, shared, reason, strained)


def _share(db: sqlite3.Connection, person: Known, name: str, day: date, detail: str | None) -> SharedTopic:
    near = topics.topics_like(db, name)
    number = write.topic_number(db, name)
    before = topics.finding(db, person.id, number)
    write.add_commonality(db, person.id, number, day, None, detail)
    db.execute("DELETE FROM not_common WHERE person_id = ? AND key = ?", (person.id, topic_key(name)))
    topic = topics.find_topic(db, name)
    return SharedTopic(topic.name, before, tuple(topics.others(db, topic, person.id)), tuple(near))


def rename(db: sqlite3.Connection, name: str, new: str) -> Renamed:
    """Rename a topic; raises TopicTaken if another topic has that name."""
    topic, new_name = topics.find_topic(db, name), checked(new, "a topic")
    near = topics.topics_like(db, new_name)
    if topics.is_taken(db, new_name, topic):
        raise TopicTaken(quoted(topic.name), quoted(new_name))
    rename_topic(db, topic.id, new_name)
    return Renamed(topic.name, new_name, tuple(other for other in near if other != topic.name))


def merge(db: sqlite3.Connection, name: str, into: str) -> TopicsMerged:
    """Merge a topic into another one; nothing known about either is lost."""
    source, target = topics.find_topic(db, name), topics.find_topic(db, into)
    if source == target:
        raise SameTopic(quoted(into))
    merge_topics(db, source.id, target.id)
    return TopicsMerged(source.name, target.name, sum(sharer.shared for sharer in topics.sharers(db, target)))
