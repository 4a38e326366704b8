"""People by organisation, on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.render.days import terse_day
from netbook.render.people import LONG_NAME, NOBODY_YET
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, visible
from netbook.reports.reach import OrganisationPerson, PlaceReport, ReachReport, ReachRow


def text(report: ReachReport, screen: Screen, limit: int | None) -> str:
    """How many people are known at how many organisations, and the table."""
    apart = counted(report.without, "person", "people")
    if not report.rows:
        if not report.without:
            return NOBODY_YET
        return f'No organisation is known for {apart}: netbook edit WHO --org "ORG"'
    places = len({row.org for row in report.rows})
    people = counted(sum(row.people for row in report.rows), "person", "people")
    head = f"{people} at {counted(places, 'organisation')}"
    head += f"; {apart} without a known organisation" if report.without else ""
    shown = report.rows[:limit]
    departments = any(row.department for row in report.rows)
    columns = [
        TableColumn("", "name", wraps=_long([row.org for row in shown])),
        *([TableColumn("department", wraps=True)] if departments else []),
        TableColumn("people", right=True), TableColumn("contacts", right=True), TableColumn("last contact"),
        TableColumn("gave", right=True), TableColumn("got", right=True),
    ]  # fmt: skip
    cells = [
        [name, *([row.department or ""] if departments else []), f"{row.people:,}", f"{row.contacts:,}",
         _last(row.last_contact, report.today), f"{row.gave:,}", f"{row.got:,}"]
        for name, row in _named_once(shown)
    ]  # fmt: skip
    return _page(screen, head, table(screen, columns, cells), len(report.rows) - len(shown))


def _long(names: Sequence[str]) -> bool:
    """Whether there is a name to wrap."""
    return any(len(name) > LONG_NAME for name in names)


def _named_once(rows: Sequence[ReachRow]) -> list[tuple[str, ReachRow]]:
    """The rows, each organisation's name at the first of its own."""
    before = [None, *(row.org for row in rows)]
    return [("" if row.org == last else row.org, row) for last, row in zip(before, rows, strict=False)]


def people(report: PlaceReport, screen: Screen, limit: int | None) -> str:
    """How many people are known there, and the table."""
    org, parted = visible(report.org), counted(report.parted, "person", "people")
    rest = f'you have parted from {parted} there: netbook people --parted --org "{org}"'
    before = _former(report, screen)
    if not report.rows:
        nobody = screen.wrap("", f"{org}: {rest}" if report.parted else f"Nobody is at {org} now", indent=2)
        return "\n".join([nobody, *before])
    head = f"{org}: {counted(len(report.rows), 'person', 'people')}"
    head += f"; {rest}" if report.parted else ""
    shown = report.rows[:limit]
    departments = any(row.department for row in report.rows)
    columns = [
        TableColumn("", "name", wraps=_long([row.person for row in shown])),
        *([TableColumn("department", wraps=True)] if departments else []),
        TableColumn("contacts", right=True), TableColumn("last contact"), TableColumn("gave", right=True),
        TableColumn("got", right=True), TableColumn("circle"), TableColumn("handle", "dim"),
    ]  # fmt: skip
    cells = [_person(row, report.today, departments) for row in shown]
    page = _page(screen, head, table(screen, columns, cells), len(report.rows) - len(shown))
    return "\n".join([page, *(["", *before] if before else [])])


def _former(report: PlaceReport, screen: Screen) -> list[str]:
    """Who was there before, and until when."""
    if not report.former:
        return []
    people = [
        f"{visible(row.person)} ({row.handle}){f', until {terse_day(row.until, report.today)}' if row.until else ''}"
        for row in report.former
    ]
    return [screen.wrap("  ", f"there before: {'; '.join(people)}", indent=4)]


def _person(row: OrganisationPerson, today: date, departments: bool) -> list[str]:
    department = [row.department or ""] if departments else []
    last = _last(row.last_contact, today)
    return [
        row.person, *department, f"{row.contacts:,}", last, f"{row.gave:,}", f"{row.got:,}",
        row.circle or "", row.handle,
    ]  # fmt: skip


def _last(day: date | None, today: date) -> str:
    return terse_day(day, today) if day else "never"


def _page(screen: Screen, head: str, grid: str, left_out: int) -> str:
    rest = [f"  … and {left_out:,} more: --all shows them"] if left_out else []
    return "\n".join([screen.wrap("", head, indent=2), "", grid.rstrip("\n"), *rest])
