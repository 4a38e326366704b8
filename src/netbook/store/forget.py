"""Forgetting: history taken out of the file, and what it said with it, so that no page still holds the words."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netbook.core.tables import TABLES
from netbook.store import backup_files, check, file, history, journal
from netbook.store.journals_beside import journals_beside, remove_abandoned
from netbook.store.search_index import filling
from netbook.store.waiting import patiently

FORGOTTEN = "(forgotten)"
LAST_STEP = "SELECT id, first, last FROM step ORDER BY id DESC LIMIT 1"
REMOVED = """SELECT DISTINCT "of", "key", row FROM change WHERE id BETWEEN ? AND ? AND op = 'removed'"""
TOUCHED = """UPDATE step SET what = ? WHERE EXISTS (
  SELECT 1 FROM change WHERE change.id BETWEEN step.first AND step.last AND "of" = ? AND "key" = ?
)"""
# States of rows that led to a forgotten one by one of their links; the first are those in which they were removed.
LEADS_THERE = """ "of" = :table AND row ->> :link IN (SELECT value FROM json_each(:forgotten))"""
LED_THERE = f"""SELECT DISTINCT "of", "key" FROM change WHERE op = 'removed' AND {LEADS_THERE}"""
LEAD_NOWHERE = f"UPDATE change SET row = json_set(row, '$.' || :link, NULL) WHERE {LEADS_THERE}"
FORGET_STATES = f"DELETE FROM change WHERE {LEADS_THERE}"
ROWS_OF = "SELECT 1 FROM {} WHERE uid IN (SELECT value FROM json_each(?))"
HISTORY_OF = "SELECT 1 FROM change WHERE row ->> 'uid' IN (SELECT value FROM json_each(?))"
SOME_PEOPLE = "SELECT uid FROM person ORDER BY id LIMIT 20"
EMPTY = "DELETE FROM step WHERE NOT EXISTS (SELECT 1 FROM change WHERE id BETWEEN first AND last)"

RowKey = tuple[str, str]  # a row's table and key, as the history has them


class Uid(NamedTuple):
    """What names a row in every copy of the journal."""

    table: str
    uid: str


class Elsewhere(NamedTuple):
    """Where words that are gone from the journal can still be read: backups, the past of what is synced, copies."""

    backups: tuple[Path, ...]
    synced: bool
    copies: tuple[Path, ...]


def clear(path: Path) -> int:
    """Delete the whole history, and every removed word that the file still holds; returns the number of steps."""
    with journal.transaction(path) as db:
        _overwrite(db)
        (steps,) = db.execute("SELECT count(*) FROM step").fetchone()
        db.execute("DELETE FROM change")
        db.execute("DELETE FROM step")
        history.forget_what_was_synced(db)
        _make_words_again(db)
    compact(path)
    return int(steps)


def last_removal(db: sqlite3.Connection) -> list[Uid]:
    """Forget what the last step removed, in every step that tells of it; what of that has a uid."""
    _overwrite(db)
    number, first, last = db.execute(LAST_STEP).fetchone()
    removed = db.execute(REMOVED, (first, last)).fetchall()
    _forget(db, {(of, key) for of, key, _ in removed})
    db.execute("DELETE FROM change WHERE id BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM step WHERE id = ?", (number,))
    db.execute(EMPTY)
    history.forget_what_was_synced(db)
    _make_words_again(db)
    return _uids(removed)


def _forget(db: sqlite3.Connection, removed: set[RowKey]) -> None:
    """Forget rows, and what the history tells of others that led to them.

    What was removed before with a link that it cannot be without is forgotten too: its words are about them, and it
    cannot be brought back. Of what is still there the earlier states that led to them are forgotten.
    """
    forgotten, latest = set(removed), removed
    while latest:
        leading: set[RowKey] = set()
        for statement in _links_to(latest, optional=False):
            leading.update(db.execute(LED_THERE, statement))
        latest = {row for row in leading - forgotten if not _is_there(db, *row)}
        forgotten |= latest
    for of, key in forgotten:
        db.execute(TOUCHED, (FORGOTTEN, of, key))
        db.execute('DELETE FROM change WHERE "of" = ? AND "key" = ?', (of, key))
    for statement in _links_to(forgotten, optional=True):
        db.execute(LEAD_NOWHERE, statement)
    for statement in _links_to(forgotten, optional=False):
        db.execute(FORGET_STATES, statement)


def _links_to(rows: Iterable[RowKey], *, optional: bool) -> Iterator[dict[str, str]]:
    """For each column that may lead to one of these rows, what a statement asks about it."""
    numbers: dict[str, list[int]] = {}
    for of, key in rows:
        numbers.setdefault(of, []).append(json.loads(key)[0])
    for name, table in TABLES.items():
        for link, other in table.links.items():
            if other in numbers and (link in table.optional) is optional:
                yield {"table": name, "link": link, "forgotten": json.dumps(numbers[other])}


def _is_there(db: sqlite3.Connection, of: str, key: str) -> bool:
    asked = f"SELECT 1 FROM {of} WHERE {history.by_key(of)}"
    return db.execute(asked, json.loads(key)).fetchone() is not None


def of_last_removal(db: sqlite3.Connection) -> list[Uid]:
    """What the last step removed, as far as it has a uid."""
    _, first, last = db.execute(LAST_STEP).fetchone()
    return _uids(db.execute(REMOVED, (first, last)))


def _uids(removed: Iterable[tuple[str, str, str]]) -> list[Uid]:
    return [Uid(of, json.loads(row)["uid"]) for of, _, row in removed if "uid" in TABLES[of].columns]


def elsewhere(path: Path, uids: Sequence[Uid] = ()) -> Elsewhere:
    """Where these rows can still be read; without any, where words that nobody knows any more may be.

    Those may be in each backup, and in a journal beside this one that has people of this one.
    """
    copies = backup_files.copies(path)
    with journal.reading(path) as db:
        synced = db.execute("SELECT 1 FROM synced").fetchone() is not None
        people = [Uid("person", uid) for (uid,) in db.execute(SOME_PEOPLE)]
    backups = tuple(copy for copy in copies if not uids or _still_has(copy, uids))
    others = (file for file in journals_beside(path) if file not in copies)
    return Elsewhere(backups, synced, tuple(file for file in others if _still_has(file, uids or people)))


def _overwrite(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA secure_delete = ON")


def _make_words_again(db: sqlite3.Connection) -> None:
    """A new index of words: the old one still has those of rows that were deleted."""
    db.execute("DROP TABLE search")
    db.execute(check.fresh_schema()["table", "search"])
    for statement in filling("search"):
        db.execute(statement)


def compact(path: Path) -> None:
    """Rewrite the file, so that nothing of what was deleted is left in it.

    What commands that were killed left of it goes, too.
    """
    remove_abandoned(path)
    with file.translated_errors(path), closing(file.connect(path)) as db:
        # In memory: a temporary file would be one more copy.
        db.execute("PRAGMA temp_store = MEMORY")
        patiently(db, "VACUUM", file.PATIENCE)


def _still_has(copy: Path, uids: Sequence[Uid]) -> bool:
    """Whether a copy has one of these rows, or its history tells of one; one that cannot be read may well."""
    try:
        db = backup_files.open_copy(copy)
        if db is None:
            return True
        with closing(db):
            names = json.dumps([uid for _, uid in uids])
            return any(
                db.execute(statement, (names,)).fetchone()
                for statement in (HISTORY_OF, *(ROWS_OF.format(of) for of in {of for of, _ in uids}))
            )
    except Exception:
        return True
