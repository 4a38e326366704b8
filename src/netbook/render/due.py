"""The morning report on a screen."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.beginnings import Missing
from netbook.core.ladder import HEARD_AFAR, SEEN_AFAR
from netbook.render.days import late, long_day, short_day, terse_day, within
from netbook.render.table import Cell, TableLine, draw_lines
from netbook.render.text import Screen, Style, clip, counted, glued, link_to, pad, visible, width_of, wrap
from netbook.reports.due import DueReport, DueRow, Section

TITLES = {
    "planned": "Planned",
    "repair": "Repair",
    "new": "New",
    "contact": "Reach out",
    "promise": "Promised",
    "waiting": "Waiting",
    "thanks": "Thanks owed",
    "birthday": "Birthdays",
    "event": "Events",
}
MISSING: dict[Missing, str] = {"write": "write, then call", "call": "call", "circle": "choose a circle"}
NAMES = 24  # cells; on a terminal a longer name has a line of its own
NARROW = 24  # cells; in less a text has no column of its own
BENEATH = 300  # characters of a text beneath a row on a terminal
UNBOUND = 10_000  # cells of a line in a pipe, where nothing is wrapped


class _Row(NamedTuple):
    """The cells of a row, the name first, and the line beneath it."""

    cells: Sequence[Cell]
    beneath: Sequence[str]


def text(report: DueReport, screen: Screen, again: str = "due --all") -> str:
    """The report: a line that answers the question, then a section for each reason.

    `again` is the command that shows what a section leaves out.
    """
    lines = [TableLine(0, [(head(report), "plain")])]
    rows = _named_apart(report)
    names = min(
        max((width_of(visible(row.person or "")) for row in rows if row.why != "planned"), default=0), NAMES
    )
    for section in report.sections:
        shown, rows = section._replace(rows=rows[: len(section.rows)]), rows[len(section.rows) :]
        lines.append(TableLine(0, []))
        if section.why == "event":
            lines += _events(shown, report.today, screen)
        elif section.why == "planned":
            lines += _plans(shown, report.today, screen)
        else:
            lines += _people(shown, report.today, screen, names)
        lines += _more(section, again)
    if not report.sections:
        lines += [TableLine(0, [(sentence, "dim")]) for sentence in _hints(report)]
    if notes := _notes(report):
        lines += [TableLine(0, []), *(TableLine(0, [(sentence, "dim")]) for sentence in notes)]
    return draw_lines(screen, lines)


def head(report: DueReport) -> str:
    """The day and what it asks for."""
    sections = {section.why: section for section in report.sections}
    counts = [
        count
        for why, one, several in (
            ("contact", "person to reach", "people to reach"),
            ("planned", "plan", "plans"),
            ("repair", "to repair", "to repair"),
            ("new", "new", "new"),
            ("promise", "promise", "promises"),
            ("waiting", "waiting", "waiting"),
            ("thanks", "thank-you", "thank-yous"),
            ("birthday", "birthday", "birthdays"),
            ("event", "event", "events"),
        )
        if why in sections and (count := _count(sections[why], one, several))
    ]
    return f"{long_day(report.today, report.today)}: {', '.join(counts) or 'nothing is due'}"


def _count(section: Section, one: str, several: str) -> str:
    shown = (
        f"{len(section.rows)} of " if section.why == "contact" and len(section.rows) < section.total else ""
    )
    return f"{shown}{section.total:,} {one if section.total == 1 else several}"


def _named_apart(report: DueReport) -> list[DueRow]:
    """All rows, with the handle beside the name where two people in them have the same."""
    handles = {row.handle: row.person for row in report.rows if row.handle}
    names = Counter(handles.values())
    return [
        row._replace(person=f"{row.person} ({row.handle})") if row.person and names[row.person] > 1 else row
        for row in report.rows
    ]


def _hints(report: DueReport) -> list[str]:
    """Why nothing may be due although it should: nobody there, nobody active, or people without a cadence."""
    people, active, with_cadence = report.people, report.active, report.with_cadence
    if people is None or active is None or with_cadence is None:
        return []
    if not people:
        return ['nobody to reach out to yet: netbook add "NAME" --circle peers, or netbook import FILE']
    if not active:
        return ["everybody is paused or parted: netbook people, netbook resume WHO"]
    if without := active - with_cadence:
        count = counted(without, "person has no cadence", "people have no cadence")
        return [
            f"{count} and never fall{'s' if without == 1 else ''} due: netbook sort, or edit WHO --circle NAME"
        ]
    return []


def _notes(report: DueReport) -> list[str]:
    """What is not due but should not be forgotten."""
    notes = []
    if report.undated:
        notes.append(f"{counted(report.undated, 'promise')} without a date: netbook todo")
    if report.to_confirm:
        notes.append(f"{report.to_confirm:,} to confirm: netbook confirm")
    return notes


def _plans(section: Section, today: date, screen: Screen) -> list[TableLine]:
    """Plans, each after its time or day; past ones ask whether they took place."""
    title = "Today" if all(row.due_on == today for row in section.rows) else TITLES["planned"]
    items = []
    for row, at in zip(section.rows, section.beside, strict=True):
        lead = (at or "today") if row.due_on == today else terse_day(row.due_on, today)
        where = (row.detail or "").removeprefix(at or "").removeprefix(", ").removeprefix(": ")
        people = ", ".join(glued(visible(name)) for name in (row.person or "").split("; "))
        if row.due_on < today:
            then = f"did it take place? netbook log {row.ref}, plan {row.ref} --on DATE, or drop {row.ref}"
        else:
            then = f"netbook prep {(row.handle or '').replace('; ', ' ')}"
        sentence = f"{row.suggestion} with {people}{f', {visible(where)}' if where else ''}"
        items.append(_Item(lead, "late" if row.due_on < today else "plain", sentence, then))
    return _items(title, items, screen)


class _Item(NamedTuple):
    """A text after a day or a time, and the command for it."""

    lead: str
    style: Style
    text: str
    then: str | None


def _items(title: str, items: Sequence[_Item], screen: Screen) -> list[TableLine]:
    """A section of texts, each wrapped under its own column, or below its lead where there is no room for one."""
    lead = max(width_of(item.lead) for item in items) + 2
    room = (screen.width or UNBOUND) - 2 - lead
    lines = [TableLine(0, [(title, "name")])]
    for item in items:
        first, *rest = wrap(item.text, room, room) if room >= NARROW else ("", item.text)
        lines.append(TableLine(2, [(pad(item.lead, lead), item.style), (first, "name")]))
        indent = 2 + lead if room >= NARROW else 4
        lines += [TableLine(indent, [(line, "name")]) for line in rest]
        if item.then:
            lines.append(TableLine(indent, [(item.then, "dim")]))
    return lines


def _people(section: Section, today: date, screen: Screen, names: int) -> list[TableLine]:
    """A section of people, in columns where there is room, else each row as a running text."""
    title = TITLES[section.why]
    for headings, rows in _settings(section, today):
        _, *columns = zip(headings, *((cell[0] for cell in row.cells) for row in rows), strict=True)
        widths = [names, *(max(map(width_of, column)) for column in columns)]
        if screen.width is None or 2 + sum(widths) + 2 * (len(widths) - 1) <= screen.width:
            lines = [TableLine(0, _heading(title, headings, widths))]
            break
    else:
        lines, widths = [TableLine(0, [(title, "name")])], [0] * len(widths)
    for row in rows:
        lines += _columns(row.cells, widths, screen)
        beneath = row.beneath if screen.width is None else [clip(line, BENEATH) for line in row.beneath]
        lines += [TableLine(4 + widths[0], [(line, "dim")]) for line in beneath]
    return lines


def _heading(title: str, headings: Sequence[str], widths: Sequence[int]) -> list[Cell]:
    """The section's title, and further along the headings of its columns."""
    padded = (pad(heading, width) for heading, width in zip(headings, widths, strict=True))
    return [(title, "name"), (f"  {'  '.join(padded)}"[len(title) :], "dim")]


def _columns(cells: Sequence[Cell], widths: Sequence[int], screen: Screen) -> list[TableLine]:
    """A row's cells in their columns; a name that is longer than its column stands above the others."""
    name, style, *_ = cells[0]
    if screen.width is not None and 0 < widths[0] < width_of(name):
        return [TableLine(2, [(name, style)]), *_columns([("", style), *cells[1:]], widths, screen)]
    line: list[Cell] = []
    for cell, width in zip(cells, widths, strict=True):
        if cell[0] or width:
            line += [cell, (" " * (max(width - width_of(cell[0]), 0) + 2), "plain")]
    return [TableLine(2, line)]


def _events(section: Section, today: date, screen: Screen) -> list[TableLine]:
    """Events, each after its day."""
    items = [
        _Item(
            _event_day(row, today),
            "plain",
            visible(row.detail or ""),
            _afterwards(row, name and visible(name)),
        )
        for row, name in zip(section.rows, section.beside, strict=True)
    ]
    return _items(TITLES["event"], items, screen)


def _event_day(row: DueRow, today: date) -> str:
    days = (today - row.due_on).days
    if row.days_overdue > 0:
        return "yesterday" if days == 1 else f"{days} days ago"
    return "on now" if days > 0 else within(row.due_on, today)


def _afterwards(row: DueRow, name: str | None) -> str | None:
    """The brief on an event where somebody is expected; what to do about one that is over and missed its goal."""
    if row.days_overdue <= 0:
        return f"netbook prep {row.ref}" if name else None
    days = "yesterday" if row.days_overdue == 1 else row.due_on.isoformat()
    return f'met somebody not in the journal yet? netbook log -n NAME -e "{name}" -d {days}'


def _more(section: Section, again: str) -> list[TableLine]:
    left_out = section.total - len(section.rows)
    return [TableLine(2, [(f"… and {left_out:,} more: netbook {visible(again)}", "dim")])] if left_out else []


def _settings(section: Section, today: date) -> Iterator[tuple[Sequence[str], list[_Row]]]:
    """The ways to set a section, the roomiest first: the headings of its columns, and its rows."""
    pairs = list(zip(section.rows, section.beside, strict=True))
    if section.why == "contact":
        for day in (short_day, terse_day):
            yield ("", "", "", "last contact", "next"), [_contact(row, met, today, day) for row, met in pairs]
        yield ("", "", "next"), [_narrow_contact(row, met, today) for row, met in pairs]
        return
    yield ("", "", ""), [_row(row, beside, today) for row, beside in pairs]


def _contact(row: DueRow, met: str | None, today: date, day: Callable[[date, date], str]) -> _Row:
    cells = [
        _name(row),
        _plain(row.circle),
        _when(row, _lateness(row)),
        _plain(_last(row, met, today, day)),
        _way(row),
    ]
    return _Row(cells, [visible(line)] if (line := _beginning(row)) else [])


def _narrow_contact(row: DueRow, met: str | None, today: date) -> _Row:
    """Somebody to reach with circle and last contact beneath instead of beside."""
    beneath = ["; ".join(filter(None, (row.circle, _last(row, met, today, short_day)))), _beginning(row)]
    return _Row(
        [_name(row), _when(row, _lateness(row)), _way(row)],
        [visible(line) for line in beneath if line],
    )


def _lateness(row: DueRow) -> str:
    """How late somebody is; of a first contact, for how long it has been due."""
    if row.last_contact or row.days_overdue <= 0:
        return late(row.days_overdue)
    return f"for {counted(row.days_overdue, 'day')}"


def _last(row: DueRow, met: str | None, today: date, day: Callable[[date, date], str]) -> str:
    """The last contact, or another sign that they have been met."""
    if row.last_contact:
        when = day(row.last_contact, today)
        return f"{row.last_kind}, {when}" if row.last_kind else when
    if met is None:
        return "never met"
    try:
        return f"known since {date.fromisoformat(met).year}"
    except ValueError:
        return f"at {met}"


def _beginning(row: DueRow) -> str:
    """The conversation starter, after the reason to meet in person if the last contact does not give it."""
    why = row.detail if row.detail in (SEEN_AFAR, HEARD_AFAR) else None
    return "; ".join(filter(None, (why, row.starter)))


def _row(row: DueRow, beside: str | None, today: date) -> _Row:
    """A row of a section other than the people to reach."""
    since, detail = f"since {terse_day(row.due_on, today)}", visible(row.detail or "")
    match row.why:
        case "repair":
            return _Row([_name(row), _plain(since), _way(row)], [detail])
        case "new":
            return _new(row, detail, today)
        case "promise":
            when = f"by {terse_day(row.due_on, today)}, {late(row.days_overdue)}"
            return _Row(
                [_name(row), _when(row, when), (f"netbook done {(row.ref or '')[1:]}", "dim")], [detail]
            )
        case "waiting":
            return _Row([_name(row), _plain(since), _ref(row)], [f"{detail}: {_closing(row, beside)}"])
        case "thanks":
            return _Row([_name(row), _plain(since), (f"netbook thank {row.handle}", "dim")], [detail])
        case _:
            return _Row([_name(row), _plain(within(row.due_on, today)), _plain(row.detail)], [])


def _new(row: DueRow, detail: str, today: date) -> _Row:
    """Somebody new: when they were met, what is missing, and beneath it where and what you share."""
    when, _, where = f"met {terse_day(row.due_on, today)}", *detail.partition("met ")[1:]
    beneath = [visible("; ".join(filter(None, (where or detail.removeprefix("met; "), row.starter))))]
    if row.suggestion == "circle":
        beneath.append(f"netbook edit {row.handle} --circle NAME, or --every none for no cadence")
    elif row.email and row.suggestion == "write":
        beneath.append(visible(row.email))
    return _Row(
        [_name(row), _plain(when), _way(row)],
        [line for line in beneath if line and line != "met"],
    )


def _closing(row: DueRow, other: str | None) -> str:
    """The commands that end the waiting."""
    if (row.ref or "").startswith("i"):
        return f"netbook intro {row.handle} {other} --outcome made, or drop {row.ref}"
    if (row.ref or "").startswith("q"):
        return f"netbook answer {row.handle} yes, no, or drop {row.ref}"
    return f"netbook thank {row.handle}, or drop {row.ref}"


def _name(row: DueRow) -> Cell:
    return visible(row.person or ""), "name"


def _plain(text: str | None) -> Cell:
    return visible(text or ""), "plain"


def _ref(row: DueRow) -> Cell:
    return row.ref or "", "dim"


def _when(row: DueRow, text: str) -> Cell:
    return text, "late" if row.days_overdue > 0 else "plain"


def _way(row: DueRow) -> Cell:
    """How to reach out, with the number for a call or the address for a line as a link."""
    if row.suggestion == "call":
        if row.phone:
            return f"call {visible(row.phone)}", "good", link_to("tel", row.phone)
        return ("call, 15 min" if row.why == "contact" else "call"), "good"
    if row.suggestion == "write" and row.email:
        line = MISSING["write"] if row.why == "new" else f"write {visible(row.email)}"
        return line, "good", link_to("mailto", row.email)
    return MISSING.get(row.suggestion, row.suggestion) if row.why == "new" else row.suggestion or "", "good"  # type: ignore[call-overload]


def not_synced(days: int | None, screen: Screen) -> str:
    """A last line where the last sync is over a day old."""
    return "" if days is None else "\n" + screen.style(f"last synced {days:,} days ago: netbook sync", "dim")
