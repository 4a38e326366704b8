"""Any table of people whose columns can be understood by their names, and netbook's own `export people`.

Of netbook's own, `uid` says who somebody is, several values are joined by "; ", what follows from other tables
is left out, and a cell that `--spreadsheet` guarded loses its apostrophe.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from netbook.core.names import clean, fold
from netbook.core.text import joined
from netbook.errors.imports import NotThisFormat
from netbook.formats.contact_cells import Dialect
from netbook.formats.contact_columns import Column, columns
from netbook.formats.contact_rows import dated_cells, read_rows
from netbook.formats.csvfile import HEADER_WITHIN, CsvRow, Header, find_header, rows
from netbook.formats.dates import first_of_numbers
from netbook.formats.records import Parsed, Problem
from netbook.formats.textfile import TextFile

NAME = "csv"

_NAME_COLUMNS = frozenset(("first", "last", "full", "nickname"))
# One of these beside a name tells a table of people from a list of anything.
_TELLING = frozenset(
    ("last", "email", "phone", "org", "department", "job", "url", "birthday", "birth_year", "known_since",
     "how_met", "city", "tags", "nickname", "prefix")
)  # fmt: skip

_OWN = frozenset(("handle", "name", "circle", "cadence", "uid"))
_OWN_FIELDS = {
    "handle": "handle", "introduced by": "introduced_by", "status": "ignored", "last contact": "ignored",
    "due on": "ignored", "meetings": "ignored", "circle": "elsewhere", "cadence": "elsewhere",
    "topics": "elsewhere",
}  # fmt: skip


def detect(head: str) -> bool:
    """Whether the text has a header line that names people and something about them."""
    return find_header(islice(head.splitlines(), HEADER_WITHIN), _is_certain) is not None


def parse(source: TextFile) -> Parsed:
    """The people, one entry a row. Raises NotThisFormat where no header names the columns."""
    header = find_header(islice(source.lines(), HEADER_WITHIN), _is_certain)
    header = header or find_header(islice(source.lines(), HEADER_WITHIN), _is_header)
    if header is None:
        raise NotThisFormat("a table of people", 'no line names its columns ("name,email,company,…")')
    table_columns = columns(header.cells)
    if not _OWN.issubset(map(fold, header.cells)):
        first = first_of_numbers(dated_cells(table_columns, source, header))
        return read_rows(source, header, Dialect(NAME, table_columns, first))
    return _own(source, header, table_columns)


def _is_header(cells: list[str]) -> bool:
    return any(column.field in _NAME_COLUMNS or column.field == "email" for column in columns(cells))


def _is_certain(cells: list[str]) -> bool:
    fields = [column.field for column in columns(cells)]
    if len(cells) == 1:
        return fields in (["full"], ["email"])
    named = _NAME_COLUMNS.intersection(fields)
    return bool(named or "email" in fields) and len(named | _TELLING.intersection(fields)) > 1


def _own(source: TextFile, header: Header, table_columns: list[Column]) -> Parsed:
    """The rows of an export of netbook's own, and at the end what a table of people cannot bring along."""
    own = [
        replace(column, field=_OWN_FIELDS.get(fold(column.name), column.field)) for column in table_columns
    ]
    places = {column.field: place for place, column in enumerate(own)}
    uids, left = {}, set()
    for row in rows(source.lines(), header):
        if isinstance(row, CsvRow) and len(row.cells) == len(own):
            uids[clean(row.cells[places["handle"]])] = clean(row.cells[places["uid"]])
            left |= {
                column.name
                for column, cell in zip(own, row.cells, strict=True)
                if cell and column.field == "elsewhere"
            }
    dialect = Dialect(NAME, own, introducers=uids, own=True)
    yield from read_rows(source, header, dialect)
    if left:
        why = "not taken from a table of people; `netbook export journal` brings them along"
        yield Problem(header.line, joined(sorted(left)), why, "warned")
