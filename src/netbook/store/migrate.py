"""An older journal brought up to the present schema, by Alembic's scripts in `migrations/`.

The schema's number stands in the file's header (`PRAGMA user_version`), so that a daily command can check
it without loading Alembic; a script's revision is that number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

FOLDER = Path(__file__).with_name("migrations")


def upgrade(db: sqlite3.Connection, prepare: Callable[[], object] = lambda: None) -> None:
    """Apply the missing scripts to the database of this connection, in one transaction: all of them or none.

    `prepare` is called before the first one, when nobody else can write any more. A transaction that was
    begun is gone on with, and ended.
    """
    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    engine = create_engine(
        "sqlite://", creator=lambda: _Ours(db), poolclass=StaticPool, pool_reset_on_return=None
    )
    with engine.connect() as connection, Operations.context(MigrationContext.configure(connection)):
        if not db.in_transaction:
            db.execute("BEGIN IMMEDIATE")
        try:
            _run(db, list(scripts.walk_revisions()), prepare)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _run(db: sqlite3.Connection, scripts: list[Script], prepare: Callable[[], object]) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    missing = [script for script in scripts if int(script.revision) > version]
    if missing:
        prepare()
    for script in reversed(missing):
        script.module.upgrade()
        db.execute(f"PRAGMA user_version = {int(script.revision)}")
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.DatabaseError(f"a migration would break a link of table {broken[0]}")


class _Ours:
    """A connection as SQLAlchemy is to see it, which takes back what it finds begun when it comes and goes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def rollback(self) -> None:
        """Nothing: the transaction is ours."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)
