"""Bring an older journal to the current schema with the numbered SQL files in `migrations/`.

The schema's number is in the file's header (`PRAGMA user_version`); a file's number is the one it leads to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from netbook.core.phones import phone_key
from netbook.store.file import PATIENCE, trust_own_triggers
from netbook.store.waiting import commit

FOLDER = Path(__file__).with_name("migrations")


def upgrade(db: sqlite3.Connection, prepare: Callable[[], object] = lambda: None) -> None:
    """Run the files that the database lacks, in one transaction: all of them or none.

    `prepare` is called before the first one, when nobody else can write any more. A transaction that was
    begun is gone on with, and ended.
    """
    if not db.in_transaction:
        db.execute("BEGIN IMMEDIATE")
    try:
        _run(db, prepare)
        commit(db, PATIENCE)
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _run(db: sqlite3.Connection, prepare: Callable[[], object]) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    missing = [path for path in sorted(FOLDER.glob("[0-9]*.sql")) if int(path.name[:4]) > version]
    if missing:
        prepare()
    db.create_function("phone_key", 1, phone_key, deterministic=True)
    # Tables that are rebuilt keep their names in other tables' links, which are checked at the end.
    db.execute("PRAGMA legacy_alter_table = ON")
    for path in missing:
        trust_own_triggers(db)
        for statement in _statements(path.read_text(encoding="utf-8")):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {int(path.name[:4])}")
    db.execute("PRAGMA legacy_alter_table = OFF")
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.DatabaseError(f"a migration would break a link of table {broken[0]}")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
