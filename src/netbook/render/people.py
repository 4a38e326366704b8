"""The list of people on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from netbook.core.names import fold
from netbook.core.text import quoted
from netbook.render.days import terse_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, joined
from netbook.reports.people import PeopleQuery, PeopleReport, PersonRow

NOBODY_YET = 'Nobody is in the journal yet: netbook add "NAME", or netbook import FILE'
LONG_NAME = 40  # characters from which a name may take several lines


def text(report: PeopleReport, screen: Screen) -> str:
    """How many people match which filters, and the table."""
    asked = _asked(report.wanted)
    if not report.anybody:
        return NOBODY_YET
    if not report.rows:
        if not asked:
            return "You have parted from everybody in the journal: netbook people --parted"
        return screen.wrap("Nobody found: ", f"{joined(asked)} (netbook people lists everybody)")
    head = f"{counted(len(report.rows), 'person', 'people')}{': ' if asked else ''}{joined(asked)}"
    rows = [_cells(row, report) for row in report.rows]
    columns = (
        TableColumn("", "name", wraps=any(len(row.name) > LONG_NAME for row in report.rows)),
        TableColumn("last contact"), TableColumn("due"), TableColumn("circle"),
        TableColumn("works at", wraps=True), TableColumn("meetings", right=True),
        TableColumn("handle", "dim", required=_share_a_first_name(report.rows)),
    )  # fmt: skip
    return f"{screen.wrap('', head)}\n\n{table(screen, columns, rows)}".rstrip("\n")


def _share_a_first_name(rows: Sequence[PersonRow]) -> bool:
    """Whether it takes more than a first name to say which of them is meant."""
    first = [fold(row.name).partition(" ")[0] for row in rows]
    return len(set(first)) < len(first)


def _cells(row: PersonRow, report: PeopleReport) -> list[str]:
    due = terse_day(row.due_on, report.today) if row.due_on else "" if row.status == "active" else row.status
    last = terse_day(row.last_contact, report.today) if row.last_contact else "never"
    return [row.name, last, due, row.circle or "", row.org or "", f"{row.meetings:,}", row.handle]


def _asked(query: PeopleQuery) -> list[str]:
    """The filters of the list, in words."""
    parts = [
        f"{lead} {' or '.join(quoted(value) for value in values)}"
        for lead, values in (
            ("in the circle", query.circle), ("tagged", query.tag), ("at", query.org),
            ("in the department", query.department), ("in", query.place), ("with whom you share", query.topic),
            ("of the event", query.event),
        )
        if values
    ]  # fmt: skip
    parts += ["drifting"] * query.drifting + ["never met"] * query.never_met
    parts += ["not decided about"] * query.undecided
    return parts + ["parted from"] * query.parted
