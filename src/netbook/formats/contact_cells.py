"""The cells of one row of a table of people, by the field they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netbook.core.names import clean, fold
from netbook.core.several import values_of
from netbook.formats.contact_columns import Column
from netbook.formats.csvfile import CsvRow
from netbook.formats.dates import First

# Fields that may have several values, and what parts those that are in one cell.
_PARTING = {
    "email": re.compile(r":::|[;,|\n]|\s/\s|(?<=[\w>])\s+(?=[^\s<>]+@[^\s<>]+(?:\s|$))"),
    "phone": re.compile(r":::|[;|\n]|[,/]\s*(?=\+)|\s/\s(?=0)|,\s*(?=\d[\d ()/-]{5,})|\sor\s"),
    "url": re.compile(r":::|[;\n](?=\s|http|www)|\s+(?=https?:)"),
    "nickname": re.compile(r":::|[;\n]"),
    "tags": re.compile(r":::|[;,\n]"),
    "interests": re.compile(r":::|[;,|\n]"),
}
_GOOGLES = re.compile(":::")
# What keeps a spreadsheet from taking a text for a number or a formula: ="0151 234", '=1+1 (as in `--spreadsheet`).
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_GUARDED = re.compile(r"'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
# What programs write into cells that nobody filled in.
_NO_DATE = re.compile(r"0{1,4}[/.-]0{1,2}[/.-]0{1,4}")
_NEVER = ("4501-01-01", "1/1/4501", "01/01/4501", "01.01.4501", "1.1.4501")  # Outlook's way to write no day
_DEFAULTS = frozenset(
    ("priority normal", "sensitivity normal", "private false", "gender unspecified", "prioritat normal",
     "vertraulichkeit normal", "privat aus", "geschlecht keine angabe")
)  # fmt: skip
_DEFAULT_VALUES = frozenset(("normal", "false", "unspecified", "aus", "keine angabe"))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one program's table is to be read."""

    source: str  # its name within uids
    columns: list[Column]
    first: First | None = None  # what comes first in dates of numbers alone, where it is certain
    googles: bool = False  # several values are parted by ":::" and by nothing else
    introducers: dict[str, str] = field(default_factory=dict)  # uids, by handle
    own: bool = False  # netbook's own: every uid is one, several values are parted by "; " and nothing else

    def column(self, place: int) -> Column:
        """The column at a place; a row may be longer than the header."""
        return self.columns[place] if place < len(self.columns) else Column(f"column {place + 1}")


class Cells:
    """What a row says of each field, in the order of its columns; empty cells left out."""

    def __init__(self, row: CsvRow, dialect: Dialect) -> None:
        self._dialect = dialect
        self._of: dict[str, list[tuple[Column, str]]] = {}
        for place, cell in enumerate(map(unguarded, row.cells)):
            column = dialect.column(place)
            if cell.strip() and not _is_default(column, cell):
                self._of.setdefault(column.field, []).append((column, cell))

    def all(self, field: str) -> list[tuple[Column, str]]:
        """The cells of a field, each with its column."""
        return self._of.get(field, [])

    def text(self, field: str) -> str:
        """The first cell of a field as one line; empty if there is none."""
        return clean(self._of[field][0][1]) if field in self._of else ""

    def called(self, field: str) -> str:
        """What the file calls the field."""
        return self._of[field][0][0].name if field in self._of else field.replace("_", " ").capitalize()

    def values(self, field: str) -> Iterator[tuple[Column, str]]:
        """Each value of a field that may have several."""
        for column, cell in self.all(field):
            for part in self._parts(field, cell):
                if value := clean(part):
                    yield column, value

    def label(self, column: Column) -> str:
        """What the file calls this one of several: "Home", "Grandma's"."""
        same = (
            clean(cell) for other, cell in self.all("label") if column.group and other.group == column.group
        )
        return next(same, "").removeprefix("*").strip()

    def move(self, field: str, to: str) -> None:
        """Take what is in a field for another one."""
        self._of[to] = [*self.all(to), *self._of.pop(field, [])]

    def _parts(self, field: str, cell: str) -> list[str]:
        if self._dialect.own:
            return values_of(cell)
        parting = _GOOGLES if self._dialect.googles or ":::" in cell else _PARTING[field]
        return parting.split(cell)


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded against a spreadsheet."""
    if cell[:1] == "=" and (quoted := _AS_TEXT.fullmatch(cell.strip())):
        return quoted[1].replace('""', '"')
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def _is_default(column: Column, cell: str) -> bool:
    text = cell.strip()
    if text.partition(" ")[0] in _NEVER:
        return True
    if text[0] == "0":
        return len(text) <= 10 and bool(_NO_DATE.fullmatch(text))
    return text.casefold() in _DEFAULT_VALUES and f"{fold(column.name)} {text.casefold()}" in _DEFAULTS
