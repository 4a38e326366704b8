"""Rename topics and merge two."""

from __future__ import annotations

import sqlite3

from netbook.core.names import topic_key
from netbook.store.write import change

# Where both topics are shared with one person, the earlier finding counts and both details are kept.
BOTH = """
UPDATE commonality AS kept SET
  found_on = min(kept.found_on, gone.found_on),
  meeting_id = CASE WHEN gone.found_on < kept.found_on THEN gone.meeting_id ELSE kept.meeting_id END,
  detail = CASE
    WHEN kept.detail IS NULL OR kept.detail = gone.detail THEN gone.detail
    WHEN gone.detail IS NULL THEN kept.detail
    ELSE kept.detail || '; ' || gone.detail END
FROM commonality AS gone
WHERE gone.topic_id = :gone AND kept.topic_id = :kept AND gone.person_id = kept.person_id
"""
REST = """
UPDATE commonality SET topic_id = :kept
WHERE topic_id = :gone AND person_id NOT IN (SELECT person_id FROM commonality WHERE topic_id = :kept)
"""
GONE = "DELETE FROM topic WHERE id = :gone"


def rename_topic(db: sqlite3.Connection, topic_id: int, name: str) -> None:
    """Call a topic something else; no other topic may have that name."""
    change(db, "topic", topic_id, {"name": name, "key": topic_key(name)})


def merge_topics(db: sqlite3.Connection, gone_id: int, kept_id: int) -> None:
    """Make two topics one: whoever shares the one that goes shares the one that stays."""
    for statement in (BOTH, REST, GONE):
        db.execute(statement, {"gone": gone_id, "kept": kept_id})
