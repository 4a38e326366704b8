"""Introductions: those worth making, and the answer to one that was recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import long_day, short_day
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, clip, visible

if TYPE_CHECKING:
    from netbook.actions.introductions import Introduced
    from netbook.reports.intros import IntrosReport

COLUMNS = (
    TableColumn("", "name", wraps=True),
    TableColumn("", "name", wraps=True),
    TableColumn("", wraps=True),
)


def intros(report: IntrosReport, screen: Screen) -> str:
    """A line that says for whom, then a row for each pair with the reason."""
    if not report.rows:
        return screen.wrap("", _nothing(report), indent=2)
    most = None if screen.width is None else max(screen.width, 40)  # characters of a reason on a terminal
    rows = [(row.a, row.b, clip(row.because, most) if most else row.because) for row in report.rows]
    if report.person is None:
        head, record = "Worth introducing to each other:", "netbook intro WHO WHO"
        shown = table(screen, COLUMNS, rows)
    else:
        head = f"Worth introducing to {visible(report.person)}:"
        record = f"netbook intro {report.rows[0].a_handle} WHO"
        shown = table(screen, COLUMNS[1:], [row[1:] for row in rows])
    lines = [screen.wrap("", head, indent=2), "", shown.rstrip("\n")]
    if report.more:
        who = f"{report.rows[0].a_handle} " if report.person else ""
        more = f"… and more: netbook intros {who}--limit {2 * len(rows)}"
        lines.append("  " + screen.style(more, "dim"))
    done = f"when you have introduced them: {record}"
    return "\n".join([*lines, "", screen.wrap("", done, "dim", indent=2)])


def _nothing(report: IntrosReport) -> str:
    if report.person is None:
        return "Nobody to introduce yet: netbook common WHO TOPIC records what you share with people"
    name = visible(report.person)
    if report.parted:
        return f"You have parted from {name}: no introductions"
    return f"Nobody to introduce to {name} yet: netbook common WHO TOPIC records what you share with people"


def introduced(done: Introduced, today: date, screen: Screen) -> str:
    """Whom you introduced to whom, when and why; how it stood before, or what comes next."""
    pair = f"{visible(done.one)} and {visible(done.other)}"
    lead = {
        "offered": f"Offered to introduce {pair}",
        "made": f"Introduced {pair}",
        "declined": f"Declined: an introduction of {pair}",
    }[done.outcome]
    why = f": {visible(done.because)}" if done.because else ""
    lines = [screen.wrap("", f"{lead}, {long_day(done.on, today)}{why}", indent=2)]
    if done.before and done.before[1:] == (done.on, done.outcome, done.because):
        lines.append("  as it was before")
    elif done.before:
        lines.append(f"  before: {done.before.outcome}, {short_day(done.before.on, today)}")
    if done.outcome == "offered":
        then = f"when it is made: netbook intro {done.one_handle} {done.other_handle}"
        lines.append(screen.wrap("  ", then, indent=4))
    return "\n".join(lines)
