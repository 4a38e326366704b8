"""Circles on a screen."""

from __future__ import annotations

from datetime import date

from netbook.actions.circles import CircleChange
from netbook.render.people_changes import first_contacts
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, glued, joined, visible
from netbook.reports.circles import DAYS, CirclesReport

COLUMNS = (
    TableColumn("circle", "name"),
    TableColumn("every"),
    TableColumn("people", right=True),
    TableColumn("due", right=True),
    TableColumn("contacts", right=True),
    TableColumn("", "dim", right=True),
    TableColumn("", "dim", wraps=True),
)


def text(report: CirclesReport, screen: Screen) -> str:
    """Every circle with its people, those due, and the contacts of the last 90 days; empty ones are named."""
    if not report.rows:
        return "No circles yet: netbook circle NAME --every 1m"
    rows = [
        [row.circle, row.cadence, f"{row.people:,}", f"{row.due:,}", f"{row.contacts:,}", f"{row.share} %",
         row.description or ""]
        for row in report.rows
    ]  # fmt: skip
    lines = [
        f"{counted(len(rows), 'circle')}; contacts of the last {DAYS} days",
        table(screen, COLUMNS, rows),
    ]
    if report.empty:
        names = joined([visible(name) for name in report.empty])
        hint = f"netbook edit WHO --circle {visible(report.empty[0])}"
        lines.append(screen.wrap("", f"Nobody is in {names} yet: {hint}"))
    return "\n".join(line.rstrip("\n") for line in lines)


def changed(change: CircleChange, today: date, screen: Screen) -> str:
    """The change to a circle, who was put into it, and when first contacts are due."""
    lines = [screen.wrap("", _head(change), indent=2)]
    if change.added:
        names = [glued(visible(name)) for name in change.added]
        lines.append(screen.wrap("  ", f"put into it: {joined(names)}"))
    if change.first_contacts:
        lines.append(screen.wrap("  ", first_contacts(change.first_contacts, today)))
    return "\n".join(lines)


def _head(change: CircleChange) -> str:
    if change.done == "removed":
        left = (
            f"; {counted(change.people, 'person is', 'people are')} without a circle now"
            if change.people
            else ""
        )
        return f"Removed: the circle {visible(change.name)}{left}"
    line = f"{change.done.capitalize()}: {visible(change.name)}, every {change.cadence}"
    if change.cadence == "none":
        line = f"{change.done.capitalize()}: {visible(change.name)}, without a cadence"
    return line + (f": {visible(change.description)}" if change.description else "")


def about_to_remove(name: str) -> str:
    """The question before a removal."""
    return f"Remove the circle {visible(name)}? Its people stay in the journal."
