"""Events as a list, and the changes to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netbook.core.events import EventRow
from netbook.core.text import quoted
from netbook.render.days import long_day, terse_day, within
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, columns, counted, joined, visible, width_of

if TYPE_CHECKING:
    from netbook.actions.events import EventRecorded, EventRemoved
    from netbook.reports.events import EventsReport, EventsRow

NO_EVENTS = "No events yet: netbook event NAME --on DATE adds one, netbook log WHO --event NAME does as well"
WIDEST = 32  # cells; a longer name wraps


def text(report: EventsReport, screen: Screen) -> str:
    """A line that says what comes next, then a row for each event."""
    if not report.rows:
        return "No events in that period; netbook events lists all events" if report.bounded else NO_EVENTS
    rows = [_cells(row, report.today) for row in report.rows]
    headings = (
        TableColumn("event", "name", wraps=any(width_of(row[0]) > WIDEST for row in rows)),
        *(TableColumn("date"), TableColumn("until"), TableColumn("new")),
        *(TableColumn("place", wraps=True), TableColumn("host", wraps=True), TableColumn("", "dim")),
    )
    used = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    listed = table(
        screen, [headings[place] for place in used], [[row[place] for place in used] for row in rows]
    )
    return "\n\n".join((screen.wrap("", head(report)), listed))


def head(report: EventsReport) -> str:
    """Which events are on, how many are to come and when the next one is, and how many are past."""
    on = [visible(row.event) for row in report.coming if row.date <= report.today]
    ahead = [row for row in report.coming if row.date > report.today]
    parts = [f"on now: {joined(on)}"] if on else []
    if ahead:
        which = "" if len(ahead) == 1 else "the next "
        parts.append(f"{len(ahead):,} to come, {which}{within(ahead[0].date, report.today)}")
    parts += [f"{len(report.past):,} past"] if report.past else []
    if not report.coming and not report.bounded:
        parts.insert(0, "nothing to come")
    line = "; ".join(parts)
    return line[0].upper() + line[1:]


def _cells(row: EventsRow, today: date) -> list[str]:
    begun = row.date <= today
    # Any other year makes terse_day say the year.
    first, last = terse_day(row.date, date.min).rjust(11), terse_day(row.until, date.min).rjust(11)
    return [
        row.event,
        first,
        last if row.until > row.date else "",
        score(row.new, row.goal) if begun else f"goal {row.goal:,}" if row.goal else "",
        row.place or "",
        row.host or "",
        row.ref,
    ]


def score(new: int, goal: int) -> str:
    """New connections and the goal: "1 of 2"; only the number for a goal of none."""
    return f"{new:,} of {goal:,}" if goal else f"{new:,}"


def recorded(done: EventRecorded, today: date) -> str:
    """The edition that was added, or what was changed about one."""
    shown, before = edition(done.event, today), done.before
    expected = [("expected", joined([visible(name) for name in done.expected]))] if done.expected else []
    if before is None:
        facts = [fact for fact in _facts(done.event, today)[2:] if fact[1] != "none"]
        return _with(f"Added: {shown}{_year(done.event.starts_on, today)}", [*facts, *expected])
    now, then = _facts(done.event, today), _facts(before, today)
    both = zip(now, then, strict=True)
    changes = [(what, f"{line}, was {was}") for (what, line), (_, was) in both if line != was]
    changes += [("with", f"the meetings of {days(other, today)}") for other in done.merged]
    changes += expected
    return _with(f"Changed: {shown}", changes) if changes else f"Nothing changed: {shown} already exists"


def _year(day: date, today: date) -> str:
    """The year of a day that is shown without it."""
    return f" {day.year}" if day.year == today.year else ""


def _facts(event: EventRow, today: date) -> list[tuple[str, str]]:
    return [
        ("name", visible(event.name)),
        ("days", days(event, today)),
        ("goal", counted(event.goal, "new connection") if event.goal else "none"),
        ("place", visible(event.place or "none")),
        ("host", visible(event.host or "none")),
    ]


def _with(line: str, facts: Sequence[tuple[str, str]]) -> str:
    return "\n".join([line, *(f"  {row}" for row in columns(facts))])


def alike(name: str, day: date, others: Sequence[str]) -> str:
    """A warning that a new event may be a slip of the keyboard, and how to put it right."""
    return (
        f"netbook: there is also an event called {quoted(others[0])}; if it is the same one: "
        f"netbook event {quoted(name)} --on {day.isoformat()} --rename {quoted(others[0])}"
    )


def about_to_remove(result: EventRemoved, today: date) -> str:
    """The question before a removal."""
    stay = _stay(result.meetings)
    return f"Remove {edition(result.event, today)}{f' ({stay})' if stay else ''}?"


def removed(done: EventRemoved, today: date) -> str:
    """What was removed, and what stays."""
    stay = _stay(done.meetings)
    return f"Removed: {edition(done.event, today)}{f'; {stay}' if stay else ''}"


def _stay(meetings: int) -> str:
    if not meetings:
        return ""
    return f"{counted(meetings, 'meeting')} at it {'stays' if meetings == 1 else 'stay'}"


def edition(event: EventRow, today: date) -> str:
    """An event with its days: "PyData Berlin, Saturday 14 November"."""
    return f"{visible(event.name)}, {days(event, today)}"


def days(event: EventRow, today: date) -> str:
    """The day of an event, or its first and last."""
    first = long_day(event.starts_on, today)
    return first if event.ends_on == event.starts_on else f"{first} to {long_day(event.ends_on, today)}"
