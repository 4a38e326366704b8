"""The CSV file that Google Contacts exports, in its layout of before 2024 ("E-mail 1 - Type") and the one since.

Several values are in one cell, parted by " ::: "; the groups of Google's own begin with "*". A birthday may
lack its year: "--03-07".
"""

from __future__ import annotations

from itertools import islice

from netbook.core.names import fold
from netbook.errors.imports import NotThisFormat
from netbook.formats.contact_cells import Dialect
from netbook.formats.contact_columns import columns, is_googles
from netbook.formats.contact_rows import dated_cells, read_rows
from netbook.formats.csvfile import HEADER_WITHIN, find_header
from netbook.formats.dates import first_of_numbers
from netbook.formats.records import Parsed
from netbook.formats.textfile import TextFile

NAME = "google"

_NAME_COLUMNS = frozenset(("first", "last", "full", "nickname"))
_OWN = frozenset(("group membership", "given name yomi", "phonetic first name", "name prefix"))


def detect(head: str) -> bool:
    """Whether the text has a header line with columns as only Google numbers them."""
    return find_header(islice(head.splitlines(), HEADER_WITHIN), _is_header) is not None


def parse(source: TextFile) -> Parsed:
    """The contacts, one entry a row. Raises NotThisFormat where no header names the columns."""
    header = find_header(islice(source.lines(), HEADER_WITHIN), _is_header)
    if header is None:
        missing = 'no line names its columns ("First Name,…,E-mail 1 - Value,…")'
        raise NotThisFormat("an export of Google Contacts", missing)
    table_columns = columns(header.cells)
    first = first_of_numbers(dated_cells(table_columns, source, header))
    return read_rows(source, header, Dialect(NAME, table_columns, first, googles=True))


def _is_header(cells: list[str]) -> bool:
    keys = [fold(cell) for cell in cells]
    if not any(map(is_googles, keys)) and len(_OWN.intersection(keys)) < 2:
        return False
    return any(column.field in _NAME_COLUMNS for column in columns(cells))
