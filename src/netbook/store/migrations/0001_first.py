"""The first schema of all: a table for every word of the practice."""

from __future__ import annotations

from pathlib import Path

from netbook.store.migrations import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first schema in an empty database."""
    run(Path(__file__).with_suffix(".sql"))
