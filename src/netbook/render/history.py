"""The history, and the result of undo and redo."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from netbook.render.days import long_day
from netbook.render.removal import lasting
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, visible

if TYPE_CHECKING:
    from netbook.actions.history import Cleared, HistoryApplied
    from netbook.reports.history import History, StepRow

COLUMNS = (
    TableColumn("", "dim", right=True),
    TableColumn("", "dim"),
    TableColumn("", wraps=True),
    TableColumn("", "dim"),
)


def turned(done: HistoryApplied, today: date, screen: Screen) -> str:
    """A line for each command taken back or done again."""
    lead = "Undone" if done.undone else "Done again"
    return "\n".join(
        screen.wrap("", f"{lead} ({step.id}): {visible(step.what)}, of {moment(step.at, today)}", indent=2)
        for step in done.steps
    )


def moment(at: str, today: date) -> str:
    """A day and the minute."""
    when = datetime.fromisoformat(at)
    return f"{long_day(when.date(), today)}, {when:%H:%M}"


def cleared(done: Cleared, screen: Screen) -> str:
    """How many changes were forgotten, and where removed records can still be read."""
    lines = [f"Forgotten: {counted(done.steps, 'change')}; nothing can be undone before the next one"]
    lines += [screen.wrap("  ", place) for place in lasting(done.elsewhere)]
    return "\n".join(lines)


def text(report: History, today: date, screen: Screen) -> str:
    """The steps, latest first, those that were undone marked."""
    if not report.rows:
        return "Nothing has changed this journal yet"
    lines = [table(screen, COLUMNS, [_cells(row, today) for row in report.rows])]
    if report.more:
        lines.append(f"… and {report.more:,} more: netbook history --all")
    return "\n".join(lines)


def _cells(row: StepRow, today: date) -> tuple[str, ...]:
    return str(row.number), moment(row.at, today), row.what, "undone" if row.undone else ""
