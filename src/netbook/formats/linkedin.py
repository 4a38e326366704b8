"""LinkedIn's Connections.csv, as its "Get a copy of your data" gives it.

Above the header there may be a note of any length. The header is found by its names, in any order and in the
language of the account; later columns LinkedIn may add are kept as notes. "Connected On" says since when
somebody has been known; it is no meeting. Its usual form is "18 Jun 2025"; older exports and spreadsheets
write others (see `dates`).
"""

from __future__ import annotations

from itertools import islice

from netbook.core.names import clean, fold
from netbook.errors.imports import NotThisFormat
from netbook.formats.contact_cells import Dialect
from netbook.formats.contact_columns import Column
from netbook.formats.contact_rows import dated_cells, read_rows
from netbook.formats.csvfile import HEADER_WITHIN, find_header
from netbook.formats.dates import first_of_numbers
from netbook.formats.linkedin_columns import AS_ELSEWHERE, COLUMN_OF
from netbook.formats.records import Parsed
from netbook.formats.textfile import TextFile

NAME = "linkedin"


def detect(head: str) -> bool:
    """Whether the text has a header line with LinkedIn's own columns."""
    return find_header(islice(head.splitlines(), HEADER_WITHIN), _is_certain) is not None


def parse(source: TextFile) -> Parsed:
    """The connections, one entry a row. Raises NotThisFormat where no header names the columns."""
    header = find_header(islice(source.lines(), HEADER_WITHIN), _is_header)
    if header is None:
        raise NotThisFormat(
            "a LinkedIn Connections.csv", 'no line names its columns ("First Name,Last Name,URL,…")'
        )
    columns = _columns(header.cells)
    # The American way round, unless the file itself says otherwise.
    first = first_of_numbers(dated_cells(columns, source, header)) or "month"
    return read_rows(source, header, Dialect(NAME, columns, first))


def _is_header(cells: list[str]) -> bool:
    fields = _fields(cells)
    return ("first" in fields or "last" in fields or "name" in fields) and len(set(fields) - {""}) > 1


def _is_certain(cells: list[str]) -> bool:
    fields = _fields(cells)
    if "first" not in fields and "name" not in fields:
        return False
    return "connected" in fields or ({"url", "company", "title"} <= set(fields) and "" not in fields)


def _fields(cells: list[str]) -> list[str]:
    return [COLUMN_OF.get(fold(cell), "") for cell in cells]


def _columns(cells: list[str]) -> list[Column]:
    table_columns: list[Column] = []
    for place, (cell, field) in enumerate(zip(cells, _fields(cells), strict=True), 1):
        here = AS_ELSEWHERE.get(field, field)
        others = {column.field for column in table_columns}
        table_columns.append(Column(clean(cell) or f"column {place}", "" if here in others else here))
    return table_columns
