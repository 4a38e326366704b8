"""References: the short name of a record, a letter for its table and its number (`m12`)."""

from typing import NamedTuple

from netbook.core.tables import LETTERS, TABLES

_LONGEST = 18  # digits; SQLite's numbers have 19


class Ref(NamedTuple):
    """The record that a reference names."""

    table: str
    id: int

    def __str__(self) -> str:
        return ref(*self)


def ref(table: str, number: int) -> str:
    """The reference to a row."""
    return f"{TABLES[table].letter}{number}"


def parse(text: str) -> Ref | None:
    """The record that a reference names; None for any other text."""
    name = text.strip().casefold()
    table, digits = LETTERS.get(name[:1]), name[1:]
    if table is None or not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST):
        return None
    return Ref(table, int(digits)) if digits[0] != "0" else None
