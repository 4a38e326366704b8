"""Topics and how many people share each, or who shares one."""

import sqlite3
from typing import NamedTuple

from netbook.store.read import topics
from netbook.store.read.topics import Sharer, TopicCount

__all__ = ["Sharer", "SharersReport", "TopicCount", "TopicsReport", "all_topics", "one_topic"]


class TopicsReport(NamedTuple):
    """Every topic, the most shared first."""

    rows: list[TopicCount]


class SharersReport(NamedTuple):
    """Everybody who shares a topic, in the order in which it was found."""

    topic: str
    rows: list[Sharer]


def all_topics(db: sqlite3.Connection) -> TopicsReport:
    """The report on all topics."""
    return TopicsReport(topics.counts(db))


def one_topic(db: sqlite3.Connection, name: str) -> SharersReport:
    """The report on one topic; raises NoSuchTopic."""
    topic = topics.find_topic(db, name)
    return SharersReport(topic.name, topics.sharers(db, topic))
