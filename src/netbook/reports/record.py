"""One record by its reference: its columns, its people, and the records that belong to it."""

import sqlite3
from typing import Any, NamedTuple

from netbook.core.records import Related
from netbook.core.refs import Ref
from netbook.core.tables import TABLES
from netbook.errors.records import NoSuchRecord
from netbook.store.read import records as read


class RecordReport(NamedTuple):
    """A record: its people by handle and name, its columns by name, and the records that belong to it."""

    ref: str
    kind: str
    text: str | None
    people: list[dict[str, str]]
    fields: dict[str, Any]
    related: list[Related]


def build(db: sqlite3.Connection, record: Ref) -> RecordReport:
    """The record that a reference names; raises NoSuchRecord."""
    described = TABLES[record.table]
    called = described.called[0] if described.called else record.table
    own = read.row(db, record)
    if own is None:
        raise NoSuchRecord(called, str(record))
    people = read.people(db, record, own)
    fields = {name: value for name, value in own.items() if name != "id" and name not in described.links}
    return RecordReport(
        str(record), called, read.texts(db, record.table, [record.id]).get(record.id),
        [{"handle": person.handle, "name": person.name} for person in people],
        {**fields, **read.links(db, record, own)}, read.related(db, record),
    )  # fmt: skip


def as_object(report: RecordReport) -> dict[str, Any]:
    """The record as one object: the columns among the rest."""
    related = [{"ref": record.ref, "record": record.table, "text": record.text} for record in report.related]
    head = {"ref": report.ref, "record": report.kind, "people": report.people}
    return {**head, **report.fields, "related": related}
