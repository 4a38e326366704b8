"""The postal addresses of one row of a table of people: their parts stand in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from netbook.core.names import LONGEST_NAME, clean
from netbook.core.postal import PostalAddress, address_of, read_address
from netbook.formats.contact_cells import Cells
from netbook.formats.contact_columns import Column

_PARTS = ("street", "pobox", "city", "region", "zip", "country", "formatted")


@dataclass(slots=True)
class AddressCells:
    """The parts of one address in a row, and the first of their columns."""

    column: Column
    parts: dict[str, str] = field(default_factory=dict)

    def place(self) -> str | None:
        """City and country, where it names a city."""
        here = self._line("city", "country")
        return here if self.parts.get("city") and len(here) <= LONGEST_NAME else None

    def is_place(self) -> bool:
        """Whether it has only a city and country."""
        return not self.parts.keys() - {"city", "country"}

    def postal(self) -> PostalAddress | None:
        """The postal address; None if it is only a place, or too long."""
        if {"street", "pobox", "zip"} & self.parts.keys():
            others = (self.parts.get(part, "") for part in ("city", "region", "zip", "country"))
            address = address_of(self._line("street", "pobox"), *others)
        elif "formatted" in self.parts:
            address = read_address(self.parts["formatted"])
        else:
            return None
        return address if address.fits() else None

    def whole(self) -> str:
        """All of it on one line."""
        return self.parts.get("formatted") or self._line(*_PARTS)

    def _line(self, *parts: str) -> str:
        return ", ".join(self.parts[part] for part in parts if part in self.parts)


def addresses_in(cells: Cells) -> Iterator[AddressCells]:
    """The addresses of a row; Google has several of one sort in one cell."""
    result: dict[tuple[str, int], AddressCells] = {}
    for part in _PARTS:
        for column, cell in cells.all(part):
            for number, text in enumerate(cell.split(":::")):
                lines = ", ".join(filter(None, map(clean, text.splitlines())))
                if lines:
                    parts = result.setdefault((column.group, number), AddressCells(column)).parts
                    parts[part] = f"{parts[part]}, {lines}" if part in parts else lines
    yield from result.values()
