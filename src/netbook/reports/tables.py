"""The tables of an export, read row by row while they are written."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import parse_day
from netbook.core.vocabulary import one_of
from netbook.errors import BackwardSpan
from netbook.errors.exports import NoDayOfItsOwn
from netbook.store.read.tables import TABLES, ExportTable
from netbook.store.read.tables import rows as read

NAMES = ("people", *TABLES)
JOINT = "; "


class TableExport(NamedTuple):
    """A table's columns and its rows, to be read once while the journal is open."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


def named(what: str, others: Iterable[str]) -> str:
    """The export that is meant, a table or one of the others; raises UnknownWord."""
    return one_of(what, (*NAMES, *others), "table")


def build(
    db: sqlite3.Connection, today: date, what: str, since: str | None, until: str | None, *, cells: bool
) -> TableExport:
    """The table of that name, as cells of CSV or as values.

    Raises UnknownWord, NoDayOfItsOwn or BackwardSpan.
    """
    name = one_of(what, NAMES, "table")
    first, last = _span(today, since, until)
    if name == "people":
        if first or last:
            raise NoDayOfItsOwn(name)
        from netbook.reports import people

        return TableExport(people.PersonRow._fields, people.everybody(db, today))
    table = TABLES[name]
    if table.day is None and (first or last):
        raise NoDayOfItsOwn(name)
    day = today.isoformat()
    if cells:
        result = read(db, table, joint=JOINT, yes="true", no="false", today=day, since=first, until=last)
        return TableExport(table.columns, result)
    # A name is one line, so that lines keep several apart.
    result = read(db, table, joint="\n", yes=1, no=0, today=day, since=first, until=last)
    return TableExport(table.columns, _values(table, result))


def _span(today: date, since: str | None, until: str | None) -> tuple[str | None, str | None]:
    first = parse_day(since, today, "past") if since is not None else None
    last = parse_day(until, today, "past") if until is not None else None
    if first and last and first > last:
        raise BackwardSpan(first.isoformat(), last.isoformat())
    return first.isoformat() if first else None, last.isoformat() if last else None


def _values(table: ExportTable, rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """The rows with yes and no as such, and several values as lists."""
    several = [table.columns.index(name) for name in table.several]
    yes_or_no = [table.columns.index(name) for name in table.yes_or_no]
    for row in rows:
        values = list(row)
        for place in several:
            values[place] = str(values[place]).split("\n") if values[place] else []
        for place in yes_or_no:
            values[place] = bool(values[place])
        yield values
