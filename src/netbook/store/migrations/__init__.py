"""One script a version of the schema; what a script does stands in the SQL file beside it, as it was released."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import op


def run(script: Path) -> None:
    """Run each statement of an SQL file."""
    statement = ""
    for line in script.read_text(encoding="utf-8").splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            # Straight to SQLite: a text with a colon or a per cent sign is nobody's parameter.
            op.get_bind().exec_driver_sql(statement)
            statement = ""
