"""The index of words, which `find` asks: where the words of a row are in it, and what fills it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netbook.core.tables import TABLES

# A row's words are under its number times this, and its table's number.
SEARCHED_AT_MOST = 32


def place(row: str, number: int) -> str:
    """The number under which a row's words are, as SQL: the row's own and its table's in one."""
    return f"{row}.id * {SEARCHED_AT_MOST} + {number}"


def words(columns: Iterable[str]) -> str:
    """The text of several columns, as SQL."""
    return " || ' ' || ".join(f"coalesce({column}, '')" for column in columns)


def filling(index: str) -> Iterator[str]:
    """The statements that put the words of every table into an index of words."""
    for name, table in TABLES.items():
        if table.searched:
            number, columns = table.searched
            text = words([f'source."{column}"' for column in columns])
            source = f"SELECT {place('source', number)}, {text} FROM main.{name} AS source"
            yield f"INSERT INTO {index} (rowid, text) {source}"
