"""The CSV files that Outlook and Thunderbird export.

Outlook's "Title" is a form of address, "Job Title" the job; a birthday nobody entered is "0/0/00", and an address
that begins with "/o=" is a name within Exchange and no e-mail address. Thunderbird writes the birthday in three
columns. Dates are written as the computer was set up, so that "3/7/1984" can be read only where another date of
the file tells which way round they are.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from netbook.core.names import fold
from netbook.errors.imports import NotThisFormat
from netbook.formats.contact_cells import Dialect
from netbook.formats.contact_columns import Column, columns
from netbook.formats.contact_rows import dated_cells, read_rows
from netbook.formats.csvfile import HEADER_WITHIN, find_header
from netbook.formats.dates import first_of_numbers
from netbook.formats.records import Parsed
from netbook.formats.textfile import TextFile

NAME = "outlook"

_NAME_COLUMNS = frozenset(("first", "last", "full", "nickname"))
# Columns that, beside a name, only these two programs have, by the language of the program.
_SIGNS = frozenset(
    fold(name)
    for name in (
        "E-mail 2 Address", "E-mail Display Name", "Business Street", "Business City", "Business Phone",
        "Business Fax", "Other Phone", "Company Main Phone", "Primary Email", "Secondary Email",
        "Home ZipCode", "Work ZipCode", "Web Page 1", "Screen Name", "E-Mail 2: Adresse", "Weitere Vornamen",
        "Ort geschäftlich", "Straße geschäftlich", "Telefon geschäftlich", "Primäre E-Mail-Adresse",
        "Tel. dienstlich", "Adresse de messagerie", "Adresse de messagerie 2", "Adresse de courrier 2",
        "Rue (bureau)", "Ville (bureau)", "Téléphone (bureau)", "Adresse électronique principale",
        "Calle del trabajo", "Ciudad de trabajo", "Teléfono del trabajo",
        "Dirección de correo electrónico 2", "Via (uff.)", "Indirizzo posta elettronica 2", "Rua comercial",
        "Cidade comercial", "Telefone comercial", "Endereço de email 2", "Endereço de E-mail 2",
        "Endereço comercial - Rua", "E-mail primário", "E-mailadres 2", "Werkadres, plaats",
        "E-postadress 2", "E-mailadresse 2", "Adres e-mail 2", "電子メール 2 アドレス",
    )
)  # fmt: skip


def detect(head: str) -> bool:
    """Whether the text has a header line with columns as Outlook or Thunderbird calls them."""
    return find_header(islice(head.splitlines(), HEADER_WITHIN), _is_certain) is not None


def parse(source: TextFile) -> Parsed:
    """The contacts, one entry a row. Raises NotThisFormat where no header names the columns."""
    header = find_header(islice(source.lines(), HEADER_WITHIN), _is_header)
    if header is None:
        missing = 'no line names its columns ("First Name,…,E-mail Address,…")'
        raise NotThisFormat("an export of Outlook or Thunderbird", missing)
    table_columns = _with_honorifics(columns(header.cells))
    first = first_of_numbers(dated_cells(table_columns, source, header))
    return read_rows(source, header, Dialect(NAME, table_columns, first))


def _is_header(cells: list[str]) -> bool:
    fields = {column.field for column in columns(cells)}
    return bool(fields & _NAME_COLUMNS) and len(fields - {""}) > 1


def _is_certain(cells: list[str]) -> bool:
    return not _SIGNS.isdisjoint(map(fold, cells)) and _is_header(cells)


def _with_honorifics(table_columns: list[Column]) -> list[Column]:
    """The columns with "Title" as the form of address that it is in Outlook, with or without a "Job Title"."""
    return [
        replace(column, field="prefix") if fold(column.name) in ("title", "titulo") else column
        for column in table_columns
    ]
