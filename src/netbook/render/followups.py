"""Promises: the answer to each change, and the list of those that are open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import late, long_day, terse_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, glued, joined, visible

if TYPE_CHECKING:
    from netbook.actions.drops import Dropped
    from netbook.actions.followups import Closed, Promised
    from netbook.reports.todo import TodoReport, TodoRow

COLUMNS = (
    TableColumn("", "dim", right=True),
    TableColumn("", "name", wraps=True),
    TableColumn("", wraps=True),
    TableColumn(""),
    TableColumn("", "late"),
)


def promised(promise: Promised, today: date, screen: Screen) -> str:
    """What was promised by when, and the number that closes it."""
    person = visible(promise.person)
    lead = f"Promised to {person}" if promise.whose == "mine" else f"{person} promised"
    if promise.due_on is None:
        when = ", no date"
    else:
        over = (today - promise.due_on).days
        when = f", by {long_day(promise.due_on, today)}{f', {late(over)}' if over > 0 else ''}"
    text = screen.wrap("", f"{lead}: {visible(promise.text)}{when}", indent=2)
    return f"{text}\n  when it is done: netbook done {promise.number}"


def closed(ending: Closed, screen: Screen) -> str:
    """A line for each follow-up that was closed; for those done, whether in time."""
    lines = []
    for followup in ending.followups:
        whom = f"promised {'to' if followup.whose == 'mine' else 'by'} {visible(followup.person)}"
        text = f"{ending.how.capitalize()} ({followup.number}): {visible(followup.text)}, {whom}"
        if ending.how == "done" and followup.due_on:
            text += f"; {_in_time((ending.on - followup.due_on).days)}"
        lines.append(screen.wrap("", text, indent=2))
    return "\n".join(lines)


def dropped(outcome: Dropped, screen: Screen) -> str:
    """A line for each thing that was dropped."""
    lines = []
    for item in outcome.items:
        people = joined([glued(visible(name)) for name in item.people])
        if item.ref.startswith("t"):
            text = f"Dropped ({item.ref[1:]}): {visible(item.text or '')}, {item.what} {people}"
        else:
            text = (
                f"Dropped ({item.ref}): {item.what} {people}{f': {visible(item.text)}' if item.text else ''}"
            )
        lines.append(screen.wrap("", text, indent=2))
    return "\n".join(lines)


def _in_time(over: int) -> str:
    if over > 0:
        return late(over)
    return "on its day" if over == 0 else f"{counted(-over, 'day')} early"


def todo(report: TodoReport, today: date, screen: Screen) -> str:
    """A line that counts, then a row for each open follow-up with its number first."""
    if not report.rows:
        return "No open promises"
    mine = sum(row.whose == "mine" for row in report.rows)
    counts = [f"{mine:,} yours"] if mine else []
    counts += [f"{len(report.rows) - mine:,} theirs"] if mine < len(report.rows) else []
    counts += [f"{report.late:,} late"] if report.late else []
    head = f"{counted(len(report.rows), 'promise')} open: {', '.join(counts)}"
    return f"{head}\n\n{table(screen, COLUMNS, [_cells(row, today) for row in report.rows])}"


def _cells(row: TodoRow, today: date) -> tuple[str, ...]:
    text = row.text if row.whose == "mine" else f"they promised: {row.text}"
    if row.due_on is None or row.days_overdue is None:
        return str(row.number), row.person, text, "no date", ""
    when = f"by {terse_day(row.due_on, today)}"
    return str(row.number), row.person, text, when, late(row.days_overdue) if row.days_overdue >= 0 else ""
