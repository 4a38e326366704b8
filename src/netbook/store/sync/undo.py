"""Taking back a step of one's own where a sync has brought changes since."""

from __future__ import annotations

import json
import sqlite3
from typing import NoReturn

from netbook.core.tables import TABLES
from netbook.core.text import quoted
from netbook.errors.sync import ChangedElsewhere
from netbook.store import history
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.history import HistoryStep

SINCE = "SELECT count(*) FROM step WHERE sync = 1 AND first > ?"
PUBLISHED = 'SELECT count(*) FROM synced WHERE coalesce("change", :first) >= :first'
# Rows of the step that a sync after it changed, too.
BOTH = """
SELECT of, "key" FROM change WHERE id BETWEEN :first AND :last AND of <> 'numbering'
INTERSECT
SELECT c.of, c."key" FROM step s JOIN change c ON c.id BETWEEN s.first AND s.last WHERE s.sync = 1 AND s.first > :first
"""
NUMBER = "SELECT count(*) FROM change WHERE id BETWEEN ? AND ? AND of <> 'numbering'"


def apply_step(db: sqlite3.Connection, step: HistoryStep, command: str) -> None:
    """Undo a step, or redo one; raises ChangedElsewhere where a sync has changed the same since.

    Numbers that others know of are not given up.
    """
    (since,) = db.execute(SINCE, (step.first,)).fetchone()
    (published,) = db.execute(PUBLISHED, {"first": step.first}).fetchone()
    if not since:
        history.apply_step(db, step, "numbering" if published else None)
        return
    both = db.execute(BOTH, {"first": step.first, "last": step.last}).fetchone()
    if both:
        _refuse(db, str(both[0]), str(both[1]), step, command)
    (before,) = db.execute(NUMBER, (step.first, step.last)).fetchone()
    try:
        history.apply_step(db, step, "numbering")
    except database_errors() as error:
        if not error_name(error).startswith("SQLITE_CONSTRAINT"):
            raise
        _refuse(db, "", "", step, command)
    first, last = db.execute("SELECT first, last FROM step WHERE id = ?", (step.id,)).fetchone()
    (after,) = db.execute(NUMBER, (first, last)).fetchone()
    # What hangs on it from elsewhere would be taken along, or lead nowhere.
    if after > before or db.execute("PRAGMA foreign_key_check").fetchone():
        _refuse(db, "", "", step, command)


def _refuse(db: sqlite3.Connection, table: str, key: str, step: HistoryStep, command: str) -> NoReturn:
    raise ChangedElsewhere(_called(db, table, key), quoted(step.what), command)


def _called(db: sqlite3.Connection, table: str, key: str) -> str:
    """Whom or what a row is about."""
    if table not in TABLES:
        return "what hangs on it"
    person = "id" if table == "person" else "person_id" if "person_id" in TABLES[table].columns else None
    if person is not None:
        row = db.execute(
            f"SELECT name FROM person WHERE id = (SELECT {person} FROM {table} WHERE {history.by_key(table)})",
            json.loads(key),
        ).fetchone()
        if row:
            return str(row[0])
    return (
        f"a row of {table}"
        if TABLES[table].called is None
        else f"the {(TABLES[table].called or ('', ''))[0]}"
    )
