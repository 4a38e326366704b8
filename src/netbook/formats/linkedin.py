"""LinkedIn's Connections.csv, as its "Get a copy of your data" gives it.

Above the header there may be a note of any length. The header is found by its names, in any order and in the
language of the account; later columns LinkedIn may add are kept as notes. "Connected On" says since when
somebody has been known; it is no meeting. Its usual form is "18 Jun 2025"; older exports and spreadsheets
write others (see `dates`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from netbook.core.merging import is_one_persons, profile_key
from netbook.core.names import LONGEST_NAME, BadName, checked, clean, fold
from netbook.core.text import quoted
from netbook.core.vocabulary import DEFAULT_ABOUT
from netbook.errors import NotThisFormat
from netbook.formats.csvfile import Broken, Header, Row, find_header, rows
from netbook.formats.dates import is_day_first, read_date
from netbook.formats.linkedin_columns import COLUMN_OF
from netbook.formats.records import Parsed, PersonEntry, Problem, Remark, excerpt, uid_from
from netbook.formats.textfile import TextFile

NAME = "linkedin"
HEADER_WITHIN = 100


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
    columns = _Columns.of(header)
    day_first = _slashes_are_day_first(source, header, columns)
    for row in rows(source.lines(), header):
        if isinstance(row, Broken):
            yield Problem(row.line, excerpt(row.text), row.why, "failed")
        else:
            yield from _Connection(row, columns, day_first).read()


def _is_header(cells: list[str]) -> bool:
    fields = _fields(cells)
    return ("first" in fields or "last" in fields or "name" in fields) and len(set(fields) - {""}) > 1


def _is_certain(cells: list[str]) -> bool:
    fields = _fields(cells)
    if "first" not in fields and "name" not in fields:
        return False
    return "connected" in fields or {"url", "company", "title"} <= set(fields)


def _fields(cells: list[str]) -> list[str]:
    return [COLUMN_OF.get(fold(cell), "") for cell in cells]


def _slashes_are_day_first(source: TextFile, header: Header, columns: _Columns) -> bool:
    """Whether some date in the file can only be meant day first: then all its dates with slashes are."""
    return any(
        is_day_first(columns.cell(row, "connected"))
        for row in rows(source.lines(), header)
        if isinstance(row, Row)
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each field stands, and what the other columns are called."""

    place_of: dict[str, int]
    other: dict[int, str]

    @classmethod
    def of(cls, header: Header) -> _Columns:
        place_of: dict[str, int] = {}
        other: dict[int, str] = {}
        for place, (cell, field) in enumerate(zip(header.cells, _fields(header.cells), strict=True)):
            if field and field not in place_of:
                place_of[field] = place
            else:
                other[place] = clean(cell) or f"column {place + 1}"
        return cls(place_of, other)

    def cell(self, row: Row, field: str) -> str:
        place = self.place_of.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def rest(self, row: Row) -> Iterator[tuple[str, str]]:
        known = frozenset(self.place_of.values())
        for place, cell in enumerate(row.cells):
            if place not in known:
                yield self.other.get(place, f"column {place + 1}"), cell


class _Connection:
    """One row on its way to an entry: what does not fit its column becomes a note, and is said."""

    def __init__(self, row: Row, columns: _Columns, day_first: bool) -> None:
        self.row = row
        self.columns = columns
        self.day_first = day_first
        self.notes: list[Remark] = []
        self.problems: list[Problem] = []
        self.name = ""

    def read(self) -> Parsed:
        if not any(cell.strip() for cell in self.row.cells):
            yield Problem(self.row.line, "an empty row", "it has no name and nothing else", "skipped")
            return
        try:
            self.name = self._name()
        except BadName as error:
            what = excerpt(", ".join(filter(None, map(clean, self.row.cells))))
            if self._has_name():
                yield Problem(self.row.line, what, str(error), "failed")
            else:
                yield Problem(self.row.line, what, "it has no name", "skipped")
            return
        entry = self._entry()
        yield entry
        yield from self.problems

    def _has_name(self) -> bool:
        return any(clean(self.columns.cell(self.row, field)) for field in ("first", "last", "name"))

    def _name(self) -> str:
        first, last, full = (clean(self.columns.cell(self.row, field)) for field in ("first", "last", "name"))
        # "Name" beside a first name is the last name in some files, the whole of it in others.
        if not last and fold(first) not in fold(full):
            last = full
        elif not last and full:
            first = full
        return checked(f"{first} {last}", "the name")

    def _entry(self) -> PersonEntry:
        emails = self._emails()
        urls = self._urls()
        org = self._short("company")
        title = self._short("title")
        known_since = self._known_since()
        for column, cell in self.columns.rest(self.row):
            self._keep(column, cell)
        return PersonEntry(
            line=self.row.line,
            uid=self._uid(urls, emails, known_since, org, title),
            name=self.name,
            org=org,
            title=title,
            emails=emails,
            urls=urls,
            known_since=known_since,
            notes=tuple(self.notes),
        )

    def _uid(
        self,
        urls: tuple[str, ...],
        emails: tuple[str, ...],
        known_since: date | None,
        org: str | None,
        title: str | None,
    ) -> str:
        """From the surest thing the row says, so that a new job or address does not make a new person."""
        if urls:
            key = profile_key(urls[0])
            return uid_from(NAME, "url", key, "" if is_one_persons(key) else fold(self.name))
        if emails:
            return uid_from(NAME, "email", emails[0].casefold(), fold(self.name))
        if known_since:
            return uid_from(NAME, "since", fold(self.name), known_since.isoformat())
        return uid_from(NAME, "name", fold(self.name), org or "", title or "")

    def _short(self, field: str) -> str | None:
        text = clean(self.columns.cell(self.row, field))
        if len(text) > LONGEST_NAME:
            self._warn(f"its {field} is over {LONGEST_NAME} characters long; kept as a note")
            self._keep(field, text)
            return None
        return text or None

    def _emails(self) -> tuple[str, ...]:
        found = []
        for part in self.columns.cell(self.row, "email").replace(";", ",").split(","):
            address = clean(part)
            if _is_address(address):
                found.append(address)
            elif address:
                self._warn(f"{quoted(address)} is no e-mail address; kept as a note")
                self._keep("e-mail address", address)
        return tuple(dict.fromkeys(found))

    def _urls(self) -> tuple[str, ...]:
        address = clean(self.columns.cell(self.row, "url"))
        if not address:
            return ()
        if " " in address or "." not in address or len(address) > 2_000:
            self._warn(f"{quoted(address)} is no link; kept as a note")
            self._keep("URL", address)
            return ()
        return (address,)

    def _known_since(self) -> date | None:
        text = clean(self.columns.cell(self.row, "connected"))
        day = read_date(text, day_first=self.day_first)
        if text and day is None:
            self._warn(f"the date {quoted(text)} cannot be read; since when they are known is left open")
            self._keep("connected on", text)
        return day

    def _keep(self, column: str, text: str) -> None:
        if text.strip():
            self.notes.append(Remark(DEFAULT_ABOUT, f"{column}: {text.strip()}"))

    def _warn(self, why: str) -> None:
        self.problems.append(Problem(self.row.line, self.name, why, "warned"))


def _is_address(text: str) -> bool:
    local, at, host = text.rpartition("@")
    return bool(local and at and host) and " " not in text and len(text) <= 320
