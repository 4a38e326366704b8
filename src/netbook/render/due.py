"""The morning report on a screen."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.ladder import HEARD_AFAR, SEEN_AFAR
from netbook.render.days import late, long_day, short_day, terse_day, within
from netbook.render.table import Cell, TableLine, draw_lines
from netbook.render.text import Screen, clip, counted, pad, visible, width_of, wrap
from netbook.reports.due import DueReport, DueRow, Section

TITLES = {
    "repair": "Repair",
    "contact": "Reach out",
    "promise": "Promised",
    "thanks": "Thanks owed",
    "birthday": "Birthdays",
    "event": "Events",
}
NAMES = 24  # cells; on a terminal a longer name has a line of its own
BENEATH = 300  # characters of a text beneath a row on a terminal
UNBOUND = 10_000  # cells of a line in a pipe, where nothing is wrapped


class _Row(NamedTuple):
    """What stands beside each other in a row, the name first, and what stands beneath it."""

    cells: Sequence[Cell]
    beneath: Sequence[str]


def text(report: DueReport, screen: Screen, again: str = "due --all") -> str:
    """The report: a line that answers the question, then a section for each reason.

    `again` is the command that shows what a section leaves out.
    """
    lines = [TableLine(0, [(head(report), "plain")])]
    names = min(max((width_of(visible(row.person or "")) for row in report.rows), default=0), NAMES)
    for section in report.sections:
        lines.append(TableLine(0, []))
        if section.why == "event":
            lines += _events(section, report.today, screen)
        else:
            lines += _people(section, report.today, screen, names)
        lines += _more(section, again)
    if not report.sections:
        lines += [TableLine(0, [(line, "dim")]) for line in _hints(report)]
    if report.undated:
        line = f"{counted(report.undated, 'promise')} without a date: netbook todo"
        lines += [TableLine(0, []), TableLine(0, [(line, "dim")])]
    return draw_lines(screen, lines)


def head(report: DueReport) -> str:
    """The day and what it asks for."""
    totals = {section.why: section.total for section in report.sections}
    counts = [
        value
        for why, value in (
            ("contact", counted(totals.get("contact", 0), "person to reach", "people to reach")),
            ("repair", f"{totals.get('repair', 0):,} to repair"),
            ("promise", counted(totals.get("promise", 0), "promise")),
            ("thanks", counted(totals.get("thanks", 0), "thank-you")),
            ("birthday", counted(totals.get("birthday", 0), "birthday")),
            ("event", counted(totals.get("event", 0), "event")),
        )
        if totals.get(why)
    ]
    return f"{long_day(report.today, report.today)}: {', '.join(counts) or 'nothing is due'}"


def _hints(report: DueReport) -> list[str]:
    """Why nothing may be due although it should: an empty journal, or people without a cadence."""
    people, paced = report.people, report.paced
    if people is None or paced is None:
        return []
    if not people:
        return ['nobody to reach out to yet: netbook add "NAME" --circle peers, or netbook import FILE']
    if paced < people:
        without = counted(people - paced, "person has no cadence", "people have no cadence")
        return [
            f"{without} and never fall{'s' if people - paced == 1 else ''} due: netbook edit WHO --circle NAME"
        ]
    return []


def _people(section: Section, today: date, screen: Screen, names: int) -> list[TableLine]:
    """A section of people, in columns where there is room, else each row as a running text."""
    title = TITLES[section.why]
    for headings, rows in _settings(section, today):
        _, *columns = zip(headings, *((text for text, _ in row.cells) for row in rows), strict=True)
        widths = [names, *(max(map(width_of, column)) for column in columns)]
        if screen.width is None or 2 + sum(widths) + 2 * (len(widths) - 1) <= screen.width:
            lines = [TableLine(0, _heading(title, headings, widths))]
            break
    else:
        lines, widths = [TableLine(0, [(title, "name")])], [0] * len(widths)
    for row in rows:
        lines += _columns(row.cells, widths, screen)
        beneath = row.beneath if screen.width is None else [clip(text, BENEATH) for text in row.beneath]
        lines += [TableLine(4 + widths[0], [(text, "dim")]) for text in beneath]
    return lines


def _heading(title: str, headings: Sequence[str], widths: Sequence[int]) -> list[Cell]:
    """The section's title, and further along the headings of its columns."""
    padded = (pad(text, width) for text, width in zip(headings, widths, strict=True))
    return [(title, "name"), (f"  {'  '.join(padded)}"[len(title) :], "dim")]


def _columns(cells: Sequence[Cell], widths: Sequence[int], screen: Screen) -> list[TableLine]:
    """A row's cells in their columns; a name that is longer than its column stands above the others."""
    (name, style), *others = cells
    if screen.width is not None and 0 < widths[0] < width_of(name):
        return [TableLine(2, [(name, style)]), *_columns([("", style), *others], widths, screen)]
    padded = zip(cells, widths, strict=True)
    return [
        TableLine(2, [(f"{pad(line, width)}  ", style) for (line, style), width in padded if line or width])
    ]


def _events(section: Section, today: date, screen: Screen) -> list[TableLine]:
    """Events, each after its day and wrapped under its own column."""
    days = ["on now" if row.due_on < today else within(row.due_on, today) for row in section.rows]
    lead = max(map(width_of, days)) + 2
    room = max((screen.width or UNBOUND) - 2 - lead, 16)
    lines = [TableLine(0, [(TITLES["event"], "name")])]
    for day, row in zip(days, section.rows, strict=True):
        first, *rest = wrap(visible(row.detail or ""), room, room)
        lines.append(TableLine(2, [(pad(day, lead), "plain"), (first, "name")]))
        lines += [TableLine(2 + lead, [(line, "name")]) for line in rest]
    return lines


def _more(section: Section, again: str) -> list[TableLine]:
    left_out = section.total - len(section.rows)
    return [TableLine(2, [(f"… and {left_out:,} more: netbook {visible(again)}", "dim")])] if left_out else []


def _settings(section: Section, today: date) -> Iterator[tuple[Sequence[str], list[_Row]]]:
    """The ways to set a section, the roomiest first: the headings of its columns, and its rows."""
    if section.why == "contact":
        for day in (short_day, terse_day):
            yield ("", "", "", "last contact", "next"), [_contact(row, today, day) for row in section.rows]
        yield ("", "", "next"), [_narrow_contact(row, today) for row in section.rows]
        return
    numbers = section.numbers or [0] * len(section.rows)
    yield ("", "", ""), [_row(row, number, today) for row, number in zip(section.rows, numbers, strict=True)]


def _contact(row: DueRow, today: date, day: Callable[[date, date], str]) -> _Row:
    met = f"{row.last_kind}, {day(row.last_contact, today)}" if row.last_contact else "never met"
    lateness = late(row.days_overdue) if row.last_contact else ""
    cells = [_name(row), _plain(row.circle), _when(row, lateness), _plain(met), _way(row)]
    return _Row(cells, [visible(line)] if (line := _beginning(row)) else [])


def _narrow_contact(row: DueRow, today: date) -> _Row:
    """Somebody to reach with circle and last contact beneath instead of beside."""
    met = f"{row.last_kind}, {short_day(row.last_contact, today)}" if row.last_contact else None
    beneath = ["; ".join(filter(None, (row.circle, met))), _beginning(row)]
    lateness = late(row.days_overdue) if row.last_contact else "never met"
    return _Row([_name(row), _when(row, lateness), _way(row)], [visible(line) for line in beneath if line])


def _beginning(row: DueRow) -> str:
    """What to begin with; before it why to meet in person, which the last contact alone does not say."""
    why = row.detail if row.detail in (SEEN_AFAR, HEARD_AFAR) else None
    return "; ".join(filter(None, (why, row.starter)))


def _row(row: DueRow, number: int, today: date) -> _Row:
    """A row of a section other than the people to reach."""
    since, detail = f"since {terse_day(row.due_on, today)}", visible(row.detail or "")
    match row.why:
        case "repair":
            return _Row([_name(row), _plain(since), _way(row)], [detail])
        case "promise":
            when = f"by {terse_day(row.due_on, today)}, {late(row.days_overdue)}"
            return _Row([_name(row), _when(row, when), (f"netbook done {number}", "dim")], [detail])
        case "thanks":
            return _Row([_name(row), _plain(since), (f"netbook thank {row.handle}", "dim")], [detail])
        case _:
            return _Row([_name(row), _plain(within(row.due_on, today)), _plain(row.detail)], [])


def _name(row: DueRow) -> Cell:
    return visible(row.person or ""), "name"


def _plain(text: str | None) -> Cell:
    return visible(text or ""), "plain"


def _when(row: DueRow, text: str) -> Cell:
    return text, "late" if row.days_overdue > 0 else "plain"


def _way(row: DueRow) -> Cell:
    return "call, 15 min" if row.suggestion == "call" else row.suggestion or "", "good"
