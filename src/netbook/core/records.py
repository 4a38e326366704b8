"""Types for any kind of record: the people it is about, and the records that belong to it."""

from typing import NamedTuple


class RecordPerson(NamedTuple):
    """Somebody whom a record is about."""

    id: int
    handle: str
    name: str


class Related(NamedTuple):
    """A record that belongs to another one, and whether it is removed with it."""

    table: str
    ref: str | None
    text: str | None
    goes: bool


class Hanging(NamedTuple):
    """How many rows of a table belong to a record, and whether they are removed with it."""

    table: str
    rows: int
    goes: bool
