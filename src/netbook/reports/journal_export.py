"""The whole journal for export."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netbook.core.journal_export import NAME as NAME
from netbook.store.read.journal_export import number_of_rows, rows


class Journal(NamedTuple):
    """Every row with its table and columns, to be read once while the journal is open, and how many they are."""

    rows: Iterable[tuple[str, Sequence[str], Sequence[object]]]
    number: int


def build(db: sqlite3.Connection) -> Journal:
    """The journal's rows, parents before their children."""
    return Journal(rows(db), number_of_rows(db))
