"""The decision about a merge, as plain values to be shown or carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from netbook.core.tables import TABLES

Value = str | int | None
Row = Mapping[str, Value]
Columns = tuple[tuple[str, Value], ...]

# Tables whose rows hang on one person: what tells two rows of one person apart (empty: any number of them).
OWNED = {name: table.apart_by for name, table in TABLES.items() if table.apart_by is not None}
# Tables of pairs.
PAIRS = tuple(name for name, table in TABLES.items() if table.pair)


@dataclass(frozen=True, slots=True)
class Whole:
    """A person's row, with the names of circle and introducer, and all rows of theirs by table."""

    person: Row
    rows: Mapping[str, tuple[Row, ...]]

    @property
    def id(self) -> int:
        """Their number."""
        return number_in(self.person["id"])


class MergeStep(NamedTuple):
    """One row to be changed, dropped (then `columns` are empty) or added (then `key` is)."""

    what: Literal["change", "drop", "add"]
    table: str
    key: Columns
    columns: Columns


class Contradiction(NamedTuple):
    """A value that both have and that differs: the one that is kept, and the one that becomes a note."""

    what: str
    kept: str | None
    other: str


class Count(NamedTuple):
    """How many rows of a table."""

    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class Decision:
    """The steps of a merge and a summary of them; `notes` are subject and text of each new note."""

    keep_id: int
    other_id: int
    moved: tuple[Count, ...]
    joined: tuple[Count, ...]
    filled: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    contradicted: tuple[Contradiction, ...]
    notes: tuple[tuple[str, str], ...]
    steps: tuple[MergeStep, ...]


def number_in(value: Value) -> int:
    """A value that is a number, as one."""
    assert isinstance(value, int)
    return value
