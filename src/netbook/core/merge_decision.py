"""What making one person of two is decided upon, and the decision: plain values, to be shown or carried out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Value = str | int | None
Row = Mapping[str, Value]
Columns = tuple[tuple[str, Value], ...]

# Tables whose rows hang on one person: what tells two rows of one person apart (None: any number of them).
OWNED: dict[str, str | None] = {
    "attendance": "meeting_id", "commonality": "topic_id", "farewell_person": "farewell_id", "note": None,
    "favor": None, "followup": None, "request": None, "strain": None, "alias": "key", "email": "key",
    "phone": "number", "url": "key", "tag": "key", "carried": "line", "identity": "uid",
}  # fmt: skip
# Tables of pairs.
PAIRS = ("introduction", "not_same")
# Their primary keys, where that is not a number of their own.
KEYS = {
    "attendance": ("meeting_id", "person_id"), "farewell_person": ("farewell_id", "person_id"),
    "identity": ("uid",), "not_same": ("a_id", "b_id"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whole:
    """Somebody's row, with the names of circle and introducer, and by table every row that hangs on them."""

    person: Row
    rows: Mapping[str, tuple[Row, ...]]

    @property
    def id(self) -> int:
        """Their number."""
        return number_in(self.person["id"])


class Step(NamedTuple):
    """One row to be changed, dropped (then `columns` are empty) or added (then `key` is)."""

    what: Literal["change", "drop", "add"]
    table: str
    key: Columns
    columns: Columns


class Contradiction(NamedTuple):
    """Something both have, and differently: what is kept, and what is now a note."""

    what: str
    kept: str | None
    other: str


class Count(NamedTuple):
    """How many rows of a table."""

    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done, step by step, and in a few words; notes are what was about and its text."""

    keep_id: int
    other_id: int
    moved: tuple[Count, ...]
    joined: tuple[Count, ...]
    filled: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    contradicted: tuple[Contradiction, ...]
    notes: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]


def number_in(value: Value) -> int:
    """A value that is a number, as one."""
    assert isinstance(value, int)
    return value
