"""Everybody in the journal as merging sees them, and which records of an import it has already."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from netbook.core.merging import FACTS, Book, Card

PEOPLE = f"SELECT id, uid, handle, name, {', '.join(FACTS)} FROM person"
KEYS = {
    "aliases": "SELECT person_id, key FROM alias",
    "emails": "SELECT person_id, key FROM email",
    "phones": "SELECT person_id, number FROM phone",
    "urls": "SELECT person_id, key FROM url",
    "tags": "SELECT person_id, key FROM tag",
}
LAST_PERSON = "SELECT coalesce(max(id), 0) FROM person"
MEETINGS_THERE = "SELECT uid FROM meeting WHERE uid IN (SELECT value FROM json_each(?))"
NOTES_THERE = "SELECT uid FROM note WHERE uid IN (SELECT value FROM json_each(?))"


def book(db: sqlite3.Connection) -> Book:
    """Everybody, ready to take in records."""
    cards = {}
    for number, uid, handle, name, *facts in db.execute(PEOPLE):
        known = {fact: value for fact, value in zip(FACTS, facts, strict=True) if value is not None}
        if "known_since" in known:
            known["known_since"] = date.fromisoformat(known["known_since"])
        cards[number] = Card(number, uid, handle, name, known)
    for what, statement in KEYS.items():
        for number, key in db.execute(statement):
            cards[number].keys.setdefault(what, set()).add(key)
    (last,) = db.execute(LAST_PERSON).fetchone()
    return Book(cards.values(), last + 1)


def meetings_there(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Which of these uids are a meeting's in the journal."""
    return {uid for (uid,) in db.execute(MEETINGS_THERE, (json.dumps(list(uids)),))}


def notes_there(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Which of these uids are a note's in the journal."""
    return {uid for (uid,) in db.execute(NOTES_THERE, (json.dumps(list(uids)),))}
