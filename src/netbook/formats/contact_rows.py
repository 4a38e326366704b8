"""The rows of a table of people, as LinkedIn, Google, Outlook, Thunderbird or any spreadsheet has them.

A value that does not fit its field is kept as a note and reported; a column without a field becomes a note under its
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from netbook.core.links import is_one_persons, profile_key
from netbook.core.names import LONGEST_LINK, LONGEST_NAME, BadName, checked, clean, fold, unquoted
from netbook.core.postal import PostalAddress
from netbook.core.text import LONGEST_TEXT, counted, joined, quoted
from netbook.core.ties import UNSAID_TIE, tie_word
from netbook.core.vocabulary import DEFAULT_ABOUT
from netbook.formats.contact_addresses import addresses_in
from netbook.formats.contact_cells import Cells, Dialect
from netbook.formats.contact_columns import KEPT, TIE, Column, says_where
from netbook.formats.contact_names import name_of, other_names
from netbook.formats.csvfile import Broken, CsvRow, Header, rows
from netbook.formats.dates import read_birthday, read_day
from netbook.formats.own_groups import is_own_group
from netbook.formats.records import Parsed, PersonEntry, Problem, Relation, Remark, excerpt, uid_from
from netbook.formats.textfile import TextFile

_USUAL_LABELS = frozenset(
    ("", "home", "work", "mobile", "main", "other", "custom", "profile", "home page", "homepage", "blog",
     "google voice", "cell", "private", "obsolete", "privat", "arbeit", "mobil", "casa", "trabalho", "celular",
     "trabajo", "móvil", "domicile", "travail", "bureau", "lavoro", "cellulare")
)  # fmt: skip
_HONORIFICS = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "herr", "frau", "mme", "mlle", "m")
)
# Between the names in one cell: a comma may stand within the name of one grown-up, but not of a child.
_AMONG_NAMES = re.compile(r":::|[;\n]")
_AMONG_CHILDREN = re.compile(r":::|[;,/&+\n]|\s(?:and|und|et|y|e|en|og|och|ja|i|a|и)\s", re.IGNORECASE)
_NO_NAMES = frozenset(
    ("yes", "no", "none", "n/a", "true", "false", "ja", "nein", "keine", "oui", "non", "si", "sí")
)
_MOST_NAMED = 5  # columns in one line
_FAX = re.compile(
    r"\b(?:tele)?fa(?:x|ks|ksi|kss|ksas)\b|\bpager\b|télécopie|φαξ|факс|פקס|فاكس|ファ(?:ッ)?クス|傳真|传真|팩스|โทรสาร",
    re.IGNORECASE,
)
_ROUNDED = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)


def read_rows(source: TextFile, header: Header, dialect: Dialect) -> Parsed:
    """The person of each row below the header, and remarks on it; or the reason why there is none."""
    unknown: dict[str, None] = {}
    for row in rows(source.lines(), header):
        if isinstance(row, Broken):
            yield Problem(row.line, excerpt(row.text), row.why, "failed")
        elif row.cells == header.cells:
            yield Problem(row.line, excerpt(", ".join(row.cells)), "it repeats the header", "skipped")
        else:
            contact = _Contact(row, dialect)
            yield from contact.read()
            unknown |= dict.fromkeys(column.name for column, _ in contact.cells.all(""))
    names = [name for name in map(clean, header.cells) if name in unknown]
    if names:
        more = len(names) - _MOST_NAMED
        said = [quoted(name) for name in names[:_MOST_NAMED]] + ([f"{more:,} more"] if more > 0 else [])
        why = f"not known, so kept as notes: {joined(said)}"
        yield Problem(header.line, counted(len(names), "column"), why, "warned")


def is_address(text: str) -> bool:
    """Whether a text has the shape of an e-mail address."""
    local, at, host = text.rpartition("@")
    return bool(local and at and host) and not re.search(r"\s", text) and len(text) <= 320


class _Contact:
    """One row while it becomes an entry."""

    def __init__(self, row: CsvRow, dialect: Dialect) -> None:
        self.row = row
        self.dialect = dialect
        self.cells = Cells(row, dialect)
        self.addresses = list(addresses_in(self.cells))
        self.notes: list[Remark] = []
        self.warnings: list[str] = []

    def read(self) -> Parsed:
        if not any(cell.strip() for cell in self.row.cells):
            yield Problem(self.row.line, "an empty row", "it has no name and nothing else", "skipped")
            return
        if self.cells.text("job").rstrip(".").casefold() in _HONORIFICS:
            self.cells.move("job", "prefix")
        emails, org = self._emails(), self._short("org")
        has_last = any(column.field == "last" for column in self.dialect.columns)
        name = unquoted(name_of(self.cells, has_last, org, emails))
        if not clean(name):
            why = "it names an organisation, not a person" if self.cells.text("full") else "it has no name"
            yield Problem(self.row.line, self._excerpt(), why, "skipped")
            return
        try:
            entry = self._entry(checked(name, "the name"), emails, org)
        except BadName as error:
            yield Problem(self.row.line, self._excerpt(), str(error), "failed")
            return
        yield entry
        yield from (Problem(self.row.line, entry.name, why, "warned") for why in self.warnings)

    def _excerpt(self) -> str:
        return excerpt(", ".join(filter(None, map(clean, self.row.cells))))

    def _entry(self, name: str, emails: tuple[str, ...], org: str | None) -> PersonEntry:
        uid, lasting = self._uid()
        entry = PersonEntry(
            line=self.row.line,
            uid=uid,
            name=name,
            org=org,
            department=self._short("department"),
            title=self._short("job"),
            place=self._place(),
            emails=emails,
            phones=self._phones(),
            addresses=self._postal(),
            urls=self._urls(),
            aliases=self._short_ones("nickname", other_names(self.cells, name)),
            tags=self._short_ones("tags", self._tags()),
            birthday=self._birthday(),
            known_since=self._known_since(),
            how_met=self._one("how_met"),
            interests=self._interests(),
            introduced_by=self.dialect.introducers.get(self.cells.text("introduced_by")),
            relations=tuple(dict.fromkeys(self._relations())),
            lasting=lasting,
        )
        self._keep_the_rest(entry)
        uid = uid or _uid_of(entry, self.notes, self.dialect.source)
        return replace(entry, uid=uid, notes=tuple(self.notes))

    def _uid(self) -> tuple[str, bool]:
        """The uid that the row itself says, where it is one that nothing else can have."""
        uid = self.cells.text("uid")
        if not uid:
            return "", False
        if re.fullmatch(r"[!-~]{1,2000}" if self.dialect.own else r"[!-~]{16,2000}", uid):
            return uid, True
        self._keep(self.cells.called("uid"), uid)
        return "", False

    # What there is one of

    def _one(self, field: str) -> str | None:
        """The text of a field that has one value; what is in more cells is kept as notes."""
        cells = self.cells.all(field)
        if not cells:
            return None
        text = cells[0][1].strip()
        for column, other in cells[1:]:
            if clean(other) != clean(text):
                self._keep(column.name, other)
        return text

    def _short(self, field: str) -> str | None:
        value = self._one(field)
        text = clean(value) if value else ""
        return text if text and self._fits(field, text) else None

    def _fits(self, field: str, text: str) -> bool:
        """Whether a text is short enough for its field; else it is kept as a note."""
        if len(text) > LONGEST_NAME:
            called = self.cells.called(field)
            self.warnings.append(f"its {called} is over {LONGEST_NAME} characters long; kept as a note")
            self._keep(called, text)
        return len(text) <= LONGEST_NAME

    def _birthday(self) -> str | None:
        year, month, day = (self.cells.text(f"birth_{part}") for part in ("year", "month", "day"))
        text = clean(self._one("birthday") or "")
        if year or month or day:
            text = f"{year or '-'}-{month.zfill(2)}-{day.zfill(2)}"
        birthday = read_birthday(text, self.dialect.first) if text else None
        if text and birthday is None:
            self.warnings.append(f"the birthday {quoted(text)} cannot be read for certain; kept as a note")
            self._keep(self.cells.called("birthday"), text)
        return birthday

    def _known_since(self) -> date | None:
        text = clean(self._one("known_since") or "")
        day = read_day(text, self.dialect.first) if text else None
        if text and day is None:
            why = f"the date {quoted(text)} cannot be read; since when you know them is left empty"
            self.warnings.append(why)
            self._keep(self.cells.called("known_since"), text)
        return day

    def _place(self) -> str | None:
        """The city and country of the first address that has them, where no column has the place."""
        place = self._short("place")
        for address in self.addresses:
            taken = place is None and address.place() is not None
            place = address.place() if taken else place
            if address.postal() is None and not (taken and address.is_place()):
                self._keep(self.cells.label(address.column) or address.column.name, address.whole())
        return place

    # What there may be several of

    def _emails(self) -> tuple[str, ...]:
        result: dict[str, str] = {}
        for column, value in self.cells.values("email"):
            bare = value.rpartition("<")[2].rstrip("> ") if value.endswith(">") else value
            bare = bare.removeprefix("mailto:")
            if is_address(bare):
                result.setdefault(bare.casefold(), bare)
                self._keep_label(column, bare)
            else:
                self._keep_as_it_is(column, value, "e-mail address")
        return tuple(result.values())

    def _phones(self) -> tuple[str, ...]:
        rows = []
        for column, value in self.cells.values("phone"):
            # An apostrophe keeps a spreadsheet from calculating with the number.
            number = value[1:] if re.match(r"'[+\d(]", value) else value
            if _ROUNDED.fullmatch(number):
                self.warnings.append(f"a spreadsheet has rounded the number {quoted(number)}; kept as a note")
                self._keep(column.name, number)
            elif _FAX.search(self.cells.label(column)):
                self._keep(self.cells.label(column), number)
            elif self._fits("phone", number):
                rows.append(number)
                self._keep_label(column, number)
        return tuple(dict.fromkeys(rows))

    def _postal(self) -> tuple[PostalAddress, ...]:
        rows = [(address.column, postal) for address in self.addresses if (postal := address.postal())]
        for column, postal in rows:
            self._keep_label(column, postal.text)
        return tuple({postal.text: postal for _, postal in rows}.values())

    def _urls(self) -> tuple[str, ...]:
        rows = []
        for column, value in self.cells.values("url"):
            if " " in value or "." not in value or len(value) > LONGEST_LINK:
                self._keep_as_it_is(column, value, "link")
            else:
                rows.append(value)
        return tuple(dict.fromkeys(rows))

    def _interests(self) -> tuple[str, ...]:
        values = (value for _, value in self.cells.values("interests"))
        return self._short_ones("interests", list(values))

    def _relations(self) -> Iterator[Relation]:
        """Who is related to them, each by a name that can be kept."""
        for column, cell in self.cells.all("other"):
            if _is_relation(column):
                yield from self._tied(column, self.cells.label(column) or UNSAID_TIE, cell.split(":::"))
        for column, cell in self.cells.all(TIE):
            parting = _AMONG_CHILDREN if column.group == "child" else _AMONG_NAMES
            names = [name for name in map(clean, parting.split(cell)) if name]
            if all(map(_is_name, names)):
                yield from self._tied(column, column.group, names)
            else:
                self._keep(column.name, cell)

    def _tied(self, column: Column, kind: str, names: list[str]) -> Iterator[Relation]:
        try:
            word = tie_word(kind)
            for name in filter(None, map(clean, names)):
                yield Relation(word, checked(name))
        except BadName as error:
            self.warnings.append(f"{error}; kept as a note")
            self._keep_each(column, ":::".join(names), "family")

    def _tags(self) -> list[str]:
        tags = [tag.removeprefix("@") for _, tag in self.cells.values("tags")]
        return [tag for tag in tags if self.dialect.own or not (tag.startswith("*") or is_own_group(tag))]

    def _short_ones(self, field: str, texts: list[str]) -> tuple[str, ...]:
        return tuple(text for text in dict.fromkeys(texts) if text and self._fits(field, text))

    # What becomes a note

    def _keep_as_it_is(self, column: Column, value: str, what: str) -> None:
        self.warnings.append(f"{quoted(value)} is not a valid {what}; kept as a note")
        self._keep(column.name, value)

    def _keep_label(self, column: Column, value: str) -> None:
        """Keep what somebody calls this address or number, unless everybody calls some so."""
        label = self.cells.label(column)
        if label.casefold() not in _USUAL_LABELS and not says_where(label):
            self._keep(label, value)

    def _keep_the_rest(self, entry: PersonEntry) -> None:
        for _, cell in self.cells.all("note"):
            self._keep("", cell)
        for column, cell in self.cells.all("full_again"):
            text = fold(" ".join((entry.name, self.cells.text("prefix"), *entry.emails)))
            if not set(fold(cell).split()) <= set(text.split()):
                self._keep(column.name, cell)
        for column, cell in self.cells.all("other"):
            if not _is_relation(column):
                self._keep_each(column, cell)
        for field in ("prefix", "fax", KEPT, ""):
            for column, cell in self.cells.all(field):
                self._keep(column.name, cell)
        for field in ("first", "middle", "last", "suffix", "full"):
            for column, cell in self.cells.all(field)[1:]:
                self._keep(column.name, cell)

    def _keep_each(self, column: Column, cell: str, about: str = DEFAULT_ABOUT) -> None:
        for value in cell.split(":::"):
            self._keep(self.cells.label(column) or column.name, value, about)

    def _keep(self, called: str, text: str, about: str = DEFAULT_ABOUT) -> None:
        bare = text.strip()
        if not bare:
            return
        cleaned = f"{called}: {bare}" if called else bare
        if len(cleaned) > LONGEST_TEXT:
            why = f"its {called or 'note'} is over {LONGEST_TEXT:,} characters long; the rest is left out"
            self.warnings.append(why)
        self.notes.append(Remark(about, cleaned[:LONGEST_TEXT].strip()))


def _is_name(text: str) -> bool:
    """Whether a text may be what somebody is called: no "2", no "Yes", no address."""
    return len(text) > 1 and text.casefold() not in _NO_NAMES and not re.search(r"[\d@]|://", text)


def _is_relation(column: Column) -> bool:
    """Whether a column of Google's names a relation, in the languages that call it so."""
    return column.group.startswith("rela")


def _uid_of(entry: PersonEntry, notes: list[Remark], source: str) -> str:
    """A uid made from the most lasting value of the row, so that a new job or number does not make a new person."""
    name = fold(entry.name)
    profiles = [key for key in map(profile_key, entry.urls) if is_one_persons(key)]
    identity: tuple[str, ...]
    if profiles:
        identity = ("url", profiles[0])
    elif entry.emails:
        identity = ("email", entry.emails[0].casefold(), name)
    elif entry.urls:
        identity = ("url", profile_key(entry.urls[0]), name)
    elif entry.known_since:
        identity = ("since", name, entry.known_since.isoformat())
    elif entry.phones:
        identity = ("phone", name, "".join(filter(str.isdigit, entry.phones[0])))
    elif entry.birthday:
        identity = ("birthday", name, entry.birthday)
    else:
        more = (entry.org, entry.department, entry.title, entry.place, entry.how_met)
        texts = (*(note.text for note in notes), *(f"{each.kind}: {each.name}" for each in entry.relations))
        identity = ("row", name, *(text or "" for text in more), *entry.aliases, *entry.tags, *sorted(texts))
    return uid_from(source, *identity)


def dated_cells(columns: list[Column], source: TextFile, header: Header) -> Iterator[str]:
    """Every cell of the columns that hold dates."""
    places = [place for place, column in enumerate(columns) if column.field in ("birthday", "known_since")]
    for row in rows(source.lines(), header) if places else ():
        if isinstance(row, CsvRow):
            yield from (row.cells[place] for place in places if place < len(row.cells))
