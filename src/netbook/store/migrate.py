"""An older journal brought up to the present schema, by Alembic's scripts in `migrations/`.

The schema's number stands in the file's header (`PRAGMA user_version`), so that a daily command can check
it without loading Alembic; a script's revision is that number.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

FOLDER = Path(__file__).with_name("migrations")


def migrate(path: Path) -> None:
    """Run every script the journal has not seen, in order, in one transaction."""
    db = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        # Off while tables are rebuilt; the links are checked as a whole before the commit.
        db.execute("PRAGMA foreign_keys = OFF")
        upgrade(db)
    finally:
        db.close()


def upgrade(db: sqlite3.Connection) -> None:
    """Apply the missing scripts to the database of this connection: all of them or none."""
    scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool, pool_reset_on_return=None)
    with engine.connect() as connection, Operations.context(MigrationContext.configure(connection)):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        missing = [script for script in scripts.walk_revisions() if int(script.revision) > version]
        for script in reversed(missing):
            script.module.upgrade()
            connection.exec_driver_sql(f"PRAGMA user_version = {int(script.revision)}")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken:
            raise sqlite3.DatabaseError(f"a migration would break a link of table {broken[0]}")
        connection.commit()
