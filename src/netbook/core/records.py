"""What is known of records in general, whatever their kind: whom they are about, and what hangs on them."""

from typing import NamedTuple


class RecordPerson(NamedTuple):
    """Somebody whom a record is about."""

    id: int
    handle: str
    name: str


class Related(NamedTuple):
    """A record that hangs on another one, and whether it goes with it."""

    table: str
    ref: str | None
    text: str | None
    goes: bool


class Hanging(NamedTuple):
    """How many rows of a table hang on a record, and whether they go with it."""

    table: str
    rows: int
    goes: bool
