"""Meetings as a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import short_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, joined, visible

if TYPE_CHECKING:
    from netbook.reports.meetings import MeetingsReport, MeetingsRow

COLUMNS = (
    TableColumn("date"),
    TableColumn("kind"),
    TableColumn("with", "name", wraps=True),
    TableColumn("what", wraps=True),
    TableColumn("", "dim"),
)


def text(report: MeetingsReport, today: date, screen: Screen) -> str:
    """How many meetings there are, then a row for each."""
    whom = f" with {joined([visible(name) for name in report.people])}" if report.people else ""
    if not report.rows:
        hint = "netbook meetings lists all of them" if report.bounded else "netbook log WHO records one"
        return screen.wrap(
            "", f"No meeting{whom}{' that fits' if report.bounded else ' yet'}; {hint}", indent=2
        )
    head = screen.wrap("", f"{counted(report.total, 'meeting')}{whom}", indent=2)
    lines = [head, "", table(screen, COLUMNS, [_cells(row, today) for row in report.rows])]
    if report.total > len(report.rows):
        lines.append(f"… and {report.total - len(report.rows):,} more: --all")
    return "\n".join(lines)


def _cells(row: MeetingsRow, today: date) -> tuple[str, ...]:
    where = ", ".join(filter(None, (row.event, row.place, f"{row.minutes} min" if row.minutes else None)))
    line = "; ".join(filter(None, (row.summary, row.fleeting)))
    what = ": ".join(filter(None, (where, line)))
    return short_day(row.date, today), row.kind, ", ".join(row.people) or "somebody unnamed", what, row.ref
