"""Plans: the answer to a change, and the list of those that are open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import long_day, terse_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, glued, joined, unglued, visible

if TYPE_CHECKING:
    from netbook.actions.plans import Planned
    from netbook.reports.plans import PlanRow

COLUMNS = (
    TableColumn(""),
    TableColumn("", "name", wraps=True),
    TableColumn("", wraps=True),
    TableColumn("", "dim"),
)


def planned(plan: Planned, today: date, screen: Screen) -> str:
    """The new plan, and what to do on its day."""
    lead = "Planned" if plan.new else "Moved" if plan.moved_from else "Changed"
    line = f"{lead} ({plan.ref}): {_what(plan, today)}"
    if plan.text:
        line += f": {visible(plan.text)}"
    if plan.moved_from:
        line += f"; it was on {long_day(plan.moved_from, today)}"
    return f"{screen.wrap('', line, indent=2)}\n  when it took place: netbook log {plan.ref}"


def unchanged(plan: Planned, today: date) -> str:
    """A plan that the journal already had."""
    return f"{plan.ref}, {unglued(_what(plan, today))}"


def _what(plan: Planned, today: date) -> str:
    """What is planned, with whom, on which day and where."""
    when = long_day(plan.on, today) + (f", {plan.at}" if plan.at else "")
    where = ", ".join(visible(part) for part in (plan.event, plan.place) if part)
    people = joined([glued(visible(name)) for name in plan.people])
    return f"{plan.kind} with {people} on {when}{f', at {where}' if where else ''}"


def plans(rows: Sequence[PlanRow], today: date, screen: Screen) -> str:
    """A line that counts, then a row for each open plan."""
    if not rows:
        return "Nothing is planned: netbook plan WHO --on DATE"
    past = sum(row.on < today for row in rows)
    head = counted(len(rows), "plan") + (f", {past:,} past and not logged" if past else "")
    return f"{head}\n\n{table(screen, COLUMNS, [_cells(row, today) for row in rows])}"


def _cells(row: PlanRow, today: date) -> tuple[str, ...]:
    when = "today" if row.on == today else terse_day(row.on, today)
    what = ", ".join(part for part in (row.kind, row.event, row.place, row.text) if part)
    return f"{when} {row.at}" if row.at else when, "; ".join(row.people), what, row.ref
