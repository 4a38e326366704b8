"""Undo, the index of words, other uids of people, and uids for what had none."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from netbook.store.migrations import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the first schema to the second."""
    # The tables made anew keep their names in other tables' links, which are checked at the end.
    op.get_bind().exec_driver_sql("PRAGMA legacy_alter_table = ON")
    run(Path(__file__).with_suffix(".sql"))
    op.get_bind().exec_driver_sql("PRAGMA legacy_alter_table = OFF")
