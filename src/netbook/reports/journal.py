"""The whole journal, to be taken elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netbook.core.journal_lines import NAME as NAME
from netbook.store.read.portable import rows


@dataclass(frozen=True, slots=True)
class Journal:
    """Every row with its table and columns, to be read once while the journal is open."""

    rows: Iterable[tuple[str, Sequence[str], Sequence[object]]]


def build(db: sqlite3.Connection) -> Journal:
    """The journal's rows, parents before their children."""
    return Journal(rows(db))
