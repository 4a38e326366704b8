"""Rebuild what the rest of the journal determines: indexes, triggers, and what they maintain."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from netbook.store.check import (
    EXPECTED_WORDS,
    attendance_mismatches,
    fresh_schema,
    last_met_mismatches,
    name_words_mismatches,
    schema_differs,
    search_mismatches,
)
from netbook.store.detect_encryption import database_errors
from netbook.store.search_index import filling
from netbook.store.standing import LATEST_MEETING

MADE_ANEW = ("index", "trigger")


def mend(db: sqlite3.Connection, prepare: Callable[[], object]) -> list[str]:
    """Rebuild derived data that is missing or wrong; returns what was rebuilt. The user's own data is not touched.

    `prepare` is called before the first change.
    """
    parts = [what for what in schema_differs(db) if what[0] in MADE_ANEW]
    tables = {("table", "search"), ("table", "name_word"), ("table", "person")}.isdisjoint(schema_differs(db))
    wrong = {
        "the words of names": tables and name_words_mismatches(db),
        "the days of attendances": attendance_mismatches(db),
        "the days of last meetings": tables and last_met_mismatches(db),
        "the index of words": tables and _search_is_wrong(db),
    }
    done = [f"the {kind} {name}" for kind, name in parts] + [what for what, astray in wrong.items() if astray]
    if not done:
        return []
    prepare()
    fresh = fresh_schema()
    for kind, name in parts:
        db.execute(f'DROP {kind} IF EXISTS "{name}"')
        db.execute(fresh[kind, name])
    for what, statements in _ANEW.items():
        if wrong[what]:
            for statement in statements:
                db.execute(statement)
    if wrong["the index of words"]:
        db.execute("DROP TABLE search")
        db.execute(fresh["table", "search"])
        for statement in filling("search"):
            db.execute(statement)
    return done


def _search_is_wrong(db: sqlite3.Connection) -> bool:
    try:
        return search_mismatches(db)
    except database_errors():  # damaged
        return True


_ANEW = {
    "the words of names": (
        "DELETE FROM name_word",
        f"INSERT OR IGNORE INTO name_word (word, person_id) {EXPECTED_WORDS}",
    ),
    "the days of attendances": (
        "UPDATE attendance SET (date, human) = (SELECT date, human FROM meeting WHERE id = meeting_id)",
    ),
    "the days of last meetings": (f"UPDATE person SET last_met_on = {LATEST_MEETING}",),
}
