"""The whole journal, to be taken elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netbook.core.journal_lines import NAME as NAME
from netbook.store.read.portable import number_of_rows, rows


@dataclass(frozen=True, slots=True)
class Journal:
    """Every row with its table and columns, to be read once while the journal is open, and how many they are."""

    rows: Iterable[tuple[str, Sequence[str], Sequence[object]]]
    number: int


def build(db: sqlite3.Connection) -> Journal:
    """The journal's rows, parents before their children."""
    return Journal(rows(db), number_of_rows(db))
