"""Search results, a row each, with the part of the text around the words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.core.searching import excerpt
from netbook.core.text import quoted
from netbook.render.days import terse_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, visible

if TYPE_CHECKING:
    from netbook.reports.find import FindReport, FindRow

COLUMNS = (
    TableColumn("", "dim"),
    TableColumn("", "name", wraps=True),
    TableColumn("", wraps=True),
    TableColumn("", "dim", right=True),
    TableColumn("", "dim"),
)
SHOWN = 160  # characters of a text


def text(result: FindReport, today: date, screen: Screen) -> str:
    """The results, or that there are none."""
    if not result.rows:
        return f"Nothing in the journal matches {quoted(' '.join(result.words))}"
    lines = [table(screen, COLUMNS, [_cells(row, result.words, today, screen) for row in result.rows])]
    if result.number > len(result.rows):
        again = visible(" ".join(result.words))
        lines.append(f"… and {result.number - len(result.rows):,} more: netbook find {again} --all")
    return "\n".join(lines)


def _cells(row: FindRow, words: list[str], today: date, screen: Screen) -> tuple[str, ...]:
    text = row.text if screen.width is None else excerpt(row.text, words, SHOWN)
    return row.where, row.person or "", text, terse_day(row.date, today) if row.date else "", row.ref or ""
