"""Forgetting: history taken out of the file, and what it said with it, so that no page still holds the words."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netbook.core.tables import TABLES
from netbook.store import backup_files, check, file, history, journal
from netbook.store.search_index import filling
from netbook.store.waiting import patiently

FORGOTTEN = "(forgotten)"
LAST_STEP = "SELECT id, first, last FROM step ORDER BY id DESC LIMIT 1"
REMOVED = """SELECT DISTINCT "of", "key", row FROM change WHERE id BETWEEN ? AND ? AND op = 'removed'"""
TOUCHED = """UPDATE step SET what = ? WHERE EXISTS (
  SELECT 1 FROM change WHERE change.id BETWEEN step.first AND step.last AND "of" = ? AND "key" = ?
)"""
EMPTY = "DELETE FROM step WHERE NOT EXISTS (SELECT 1 FROM change WHERE id BETWEEN first AND last)"


class Uid(NamedTuple):
    """What names a row in every copy of the journal."""

    table: str
    uid: str


class Elsewhere(NamedTuple):
    """Where words that are gone from the journal can still be read: backups, and the past of what is synced."""

    backups: tuple[Path, ...]
    synced: bool


def clear(path: Path) -> int:
    """Forget the whole history, and every removed word that the file still holds; how many steps that were."""
    with journal.transaction(path) as db:
        _overwrite(db)
        (steps,) = db.execute("SELECT count(*) FROM step").fetchone()
        db.execute("DELETE FROM change")
        db.execute("DELETE FROM step")
        history.forget_what_was_synced(db)
    compact(path)
    return int(steps)


def last_removal(db: sqlite3.Connection) -> list[Uid]:
    """Forget what the last step removed, in every step that tells of it; what of that has a uid."""
    _overwrite(db)
    number, first, last = db.execute(LAST_STEP).fetchone()
    removed = db.execute(REMOVED, (first, last)).fetchall()
    for of, key, _ in removed:
        db.execute(TOUCHED, (FORGOTTEN, of, key))
        db.execute('DELETE FROM change WHERE "of" = ? AND "key" = ?', (of, key))
    db.execute("DELETE FROM change WHERE id BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM step WHERE id = ?", (number,))
    db.execute(EMPTY)
    history.forget_what_was_synced(db)
    return [Uid(of, json.loads(row)["uid"]) for of, _, row in removed if "uid" in TABLES[of].columns]


def elsewhere(path: Path, uids: Sequence[Uid] = ()) -> Elsewhere:
    """Where what was forgotten can still be read: in the backups, of these rows only those that have one."""
    copies = backup_files.copies(path)
    with journal.reading(path) as db:
        synced = db.execute("SELECT 1 FROM synced").fetchone() is not None
    return Elsewhere(tuple(copy for copy in copies if _still_has(copy, uids)), synced)


def _overwrite(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA secure_delete = ON")


def compact(path: Path) -> None:
    """Rewrite the file, the index of words too, so that nothing of what was deleted is left in it."""
    with journal.transaction(path) as db:
        _overwrite(db)
        db.execute("DROP TABLE search")
        db.execute(check.fresh_schema()["table", "search"])
        for statement in filling("search"):
            db.execute(statement)
    with file.translated_errors(path), closing(file.connect(path)) as db:
        # In memory: a temporary file would be one more copy.
        db.execute("PRAGMA temp_store = MEMORY")
        patiently(db, "VACUUM", file.PATIENCE)


def _still_has(copy: Path, uids: Sequence[Uid]) -> bool:
    """Whether a backup has one of these rows, or its history tells of one; one that cannot be read may well."""
    if not uids:
        return True
    try:
        db = backup_files.open_copy(copy)
        if db is None:
            return True
        with closing(db):
            return any(
                db.execute(f"SELECT 1 FROM {of} WHERE uid = ?", (uid,)).fetchone()
                or db.execute("SELECT 1 FROM change WHERE instr(row, ?)", (uid,)).fetchone()
                for of, uid in uids
            )
    except Exception:
        return True
