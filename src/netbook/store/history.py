"""Undo and redo: triggers record how to reverse each change; here the changes are grouped and reversed.

What a command changed is one step: the rows of `change` from its first to its last. To undo a step its changes
are taken back, the latest first; the triggers write down how to take that back in turn, which is the redo. So
either way the journal is exactly as it was, and a step is never half undone: it is one transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from netbook.core.refs import ref
from netbook.core.tables import LETTERS, TABLES
from netbook.errors.journal_files import ForeignHistory

LIMIT = 64 * 2**20  # bytes of history; the oldest steps go first
ROW = 40  # bytes of a change besides the row it keeps, about
OUTSIDE = "a change from outside netbook"
PAGE = 10_000

LAST_CHANGE = "SELECT coalesce(max(id), 0) FROM change"
LAST_OF_STEPS = "SELECT coalesce(max(last), 0) FROM step"
BYTES = "SELECT coalesce(sum(length(row) + length(key)), 0) + ? * count(*) FROM change WHERE id > ?"
TOTAL = "SELECT coalesce(max(total), 0) FROM step WHERE id = (SELECT max(id) FROM step)"
# Done steps back from the latest, undone ones from the one undone last.
DONE = "SELECT id, at, what, first, last FROM step WHERE undone = 0 AND sync = 0 ORDER BY id DESC LIMIT 1"
UNDONE = "SELECT id, at, what, first, last FROM step WHERE undone = 1 ORDER BY id LIMIT 1"
CHANGES = 'SELECT id, of, op, "key", row FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?'
# The highest number of each table whose rows have references: part of the step, so that undo takes it back too.
_HIGHEST = " UNION ALL ".join(
    f"SELECT '{table}' AS name, max(id) AS number FROM {table}" for table in LETTERS.values()
)
NUMBERING = f"""
INSERT INTO numbering (of, highest) SELECT name, number FROM ({_HIGHEST})
WHERE number > coalesce((SELECT highest FROM numbering WHERE of = name), 0)
ON CONFLICT (of) DO UPDATE SET highest = excluded.highest
"""
ADDED = f"""SELECT of, "key" FROM change WHERE id > ? AND op = 'added'
AND of IN ({", ".join(f"'{table}'" for table in LETTERS.values())}) ORDER BY id"""
TOO_OLD = (
    "SELECT max(id), max(last) FROM step WHERE undone = 0 AND total <= ? AND id < (SELECT max(id) FROM step)"
)


# A sync asks the history what was changed since the last one; where that is forgotten it reads everything.
UNKNOWN = 'UPDATE synced SET "change" = NULL WHERE "change" < ?'


class HistoryStep(NamedTuple):
    """A command that changed the journal, and where its changes stand."""

    id: int
    at: str
    what: str
    first: int
    last: int


class _Change(NamedTuple):
    id: int
    of: str
    op: str
    key: str
    row: str | None


def forget_what_was_synced(db: sqlite3.Connection) -> None:
    """Have the next sync read everything, since the history no longer tells what was changed after the last."""
    db.execute('UPDATE synced SET "change" = NULL')


def last_change(db: sqlite3.Connection) -> int:
    """The number of the last change."""
    (last,) = db.execute(LAST_CHANGE).fetchone()
    return int(last)


def added_since(db: sqlite3.Connection, before: int) -> list[str]:
    """The references to the records that were added after a change, in the order in which they came."""
    return [ref(table, int(key.strip("[]"))) for table, key in db.execute(ADDED, (before,))]


def begin(db: sqlite3.Connection) -> int:
    """The last change before a command's own; what was changed since the last command becomes a step first."""
    (known,) = db.execute(LAST_OF_STEPS).fetchone()
    return _close(db, known, OUTSIDE)


def end(db: sqlite3.Connection, before: int, what: str, *, sync: bool = False) -> None:
    """Make one step of all that was changed since `before`, if anything was; what was undone is gone then.

    `sync` says that it came from other machines.
    """
    _close(db, before, what, sync=sync)


def _close(db: sqlite3.Connection, before: int, what: str, *, sync: bool = False) -> int:
    """Make one step of all that was changed since `before`, if anything was; the last change."""
    (last,) = db.execute(LAST_CHANGE).fetchone()
    if last > before:
        db.execute(NUMBERING)
        (last,) = db.execute(LAST_CHANGE).fetchone()
        _add_step(db, before, last, what, sync=sync)
    return int(last)


def _add_step(db: sqlite3.Connection, before: int, last: int, what: str, *, sync: bool) -> None:
    _forget_undone(db)
    (size,) = db.execute(BYTES, (ROW, before)).fetchone()
    (total,) = db.execute(TOTAL).fetchone()
    db.execute(
        "INSERT INTO step (at, what, first, last, total, undone, sync) VALUES (?, ?, ?, ?, ?, 0, ?)",
        (
            datetime.now().astimezone().isoformat(timespec="seconds"),
            what,
            before + 1,
            last,
            total + size,
            sync,
        ),
    )
    old, last_of_them = db.execute(TOO_OLD, (total + size - LIMIT,)).fetchone()
    if old is not None:
        db.execute(UNKNOWN, (last_of_them,))
        db.execute("DELETE FROM change WHERE id <= ?", (last_of_them,))
        db.execute("DELETE FROM step WHERE id <= ?", (old,))


def _forget_undone(db: sqlite3.Connection) -> None:
    ranges = db.execute("SELECT first, last FROM step WHERE undone = 1").fetchall()
    if ranges:
        db.execute(UNKNOWN, (max(last for _, last in ranges),))
        db.executemany("DELETE FROM change WHERE id BETWEEN ? AND ?", ranges)
        db.execute("DELETE FROM step WHERE undone = 1")


def to_undo(db: sqlite3.Connection) -> HistoryStep | None:
    """The latest step that is done."""
    row = db.execute(DONE).fetchone()
    return HistoryStep(*row) if row else None


def to_redo(db: sqlite3.Connection) -> HistoryStep | None:
    """The step that was undone last."""
    row = db.execute(UNDONE).fetchone()
    return HistoryStep(*row) if row else None


def apply_step(db: sqlite3.Connection, step: HistoryStep, leave: str | None = None) -> None:
    """Undo a step that is done, or redo one that was undone; changes of the table `leave` are skipped."""
    # Links may point nowhere between two changes; they are checked at the commit.
    db.execute("PRAGMA defer_foreign_keys = ON")
    (before,) = db.execute(LAST_CHANGE).fetchone()
    for (of, op), changes in groupby(_back(db, step), key=lambda change: (change.of, change.op)):
        if of != leave:
            _take_back(db, of, op, changes)
    (last,) = db.execute(LAST_CHANGE).fetchone()
    db.execute("DELETE FROM change WHERE id BETWEEN ? AND ?", (step.first, step.last))
    db.execute(
        "UPDATE step SET first = ?, last = ?, undone = 1 - undone WHERE id = ?", (before + 1, last, step.id)
    )


def _back(db: sqlite3.Connection, step: HistoryStep) -> Iterator[_Change]:
    """A step's changes from the last, in pages: taking one back adds rows to the same table."""
    last = step.last
    while rows := db.execute(CHANGES, (step.first, last, PAGE)).fetchall():
        yield from map(_Change._make, rows)
        last = rows[-1][0] - 1


def by_key(table: str) -> str:
    """The SQL condition that finds a row of a table by the values of its key."""
    return " AND ".join(f'"{column}" = ?' for column in TABLES[table].primary)


def _take_back(db: sqlite3.Connection, table: str, op: str, changes: Iterable[_Change]) -> None:
    """Take back changes of one sort to one table, in the order given.

    Raises ForeignHistory for names and values that are no part of a journal: the file may come from anywhere.
    """
    from netbook.store.check_content import key_of  # every command loads this module, and few undo

    if table not in TABLES:
        raise ForeignHistory
    here = by_key(table)
    try:
        if op == "added":
            keys = (key_of(table, change.key) for change in changes)
            db.executemany(f"DELETE FROM {table} WHERE {here}", keys)
            return
        for columns, rows in groupby(_rows(table, changes), key=lambda pair: tuple(pair[1])):
            names = [f'"{column}"' for column in columns]
            if op == "removed":
                marks = ", ".join("?" * len(names))
                statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
                db.executemany(statement, ([*row.values()] for _, row in rows))
            else:
                statement = f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE {here}"
                db.executemany(statement, ([*row.values(), *key] for key, row in rows))
    except ValueError as error:
        raise ForeignHistory from error


def _rows(table: str, changes: Iterable[_Change]) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    from netbook.store.check_content import key_of, row_of

    for change in changes:
        row = row_of(table, change.row)
        if not row:
            raise ValueError(change.id)
        yield key_of(table, change.key), row


def extend(db: sqlite3.Connection, step: int, before: int) -> bool:
    """Make what was changed since `before` part of the latest step, if that is this one; whether it is."""
    (latest,) = db.execute("SELECT max(id) FROM step").fetchone()
    (last,) = db.execute(LAST_CHANGE).fetchone()
    if latest != step:
        return False
    if last > before:
        db.execute(NUMBERING)
        (last,) = db.execute(LAST_CHANGE).fetchone()
        (size,) = db.execute(BYTES, (ROW, before)).fetchone()
        db.execute("UPDATE step SET last = ?, total = total + ? WHERE id = ?", (last, size, step))
    return True
