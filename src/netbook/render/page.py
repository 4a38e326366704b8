"""An overview of the journal as a single HTML file that runs no script and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TextIO

from netbook.core.text import counted
from netbook.render import days_svg, roots_svg, trend_days
from netbook.render import due as due_text
from netbook.render import goal as goal_text
from netbook.render.days import late, long_day, short_day
from netbook.render.html_table import HtmlCell, HtmlColumn, Markup, table
from netbook.render.markup import POLICY, asset, escaped
from netbook.render.roots_html import in_words
from netbook.render.roots_words import summary
from netbook.reports.due import DueRow
from netbook.reports.page import PageReport

PLACES = 25  # rows of the reach
SECTIONS = (
    ("today", "Today"), ("roots", "Roots"), ("days", "The year"), ("goals", "New connections"),
    ("circles", "Circles"), ("reach", "Reach"),
)  # fmt: skip
NUMBER = HtmlColumn("", right=True)


def write(out: TextIO, report: PageReport) -> None:
    """The page."""
    style = roots_svg.colours(":root") + roots_svg.STYLE + days_svg.STYLE + asset("page.css")
    day = long_day(report.today, date.min)
    out.write(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{POLICY}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>netbook, {day}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><h1>netbook</h1>\n<p>{day}</p>\n<nav aria-label="Sections">'
    )
    out.writelines(f'<a href="#{name}">{title}</a> ' for name, title in SECTIONS)
    out.write("</nav></header>\n<main>\n")
    parts = (_today, _roots, _days, _goals, _circles, _reach)
    for (name, title), part in zip(SECTIONS, parts, strict=True):
        out.write(
            f'<section id="{name}" aria-labelledby="{name}-title">\n<h2 id="{name}-title">{title}</h2>\n'
        )
        out.writelines(part(report))
        out.write("</section>\n")
    out.write("</main>\n</body>\n</html>\n")


# What each section of the report shows: headings, and which of the cells below are under them.
OTHERS = {"who": "who", "circle": "circle", "day": "day", "about": "detail"}
DUE = {
    "planned": {"who": "who", "day": "day", "what": "detail"},
    "contact": {
        "who": "who", "circle": "circle", "when": "late", "last contact": "last", "next": "next", "about": "starter",
    },
    "new": {"who": "who", "circle": "circle", "met on": "day", "next": "next", "about": "detail"},
    "promise": {"who": "who", "circle": "circle", "by": "late", "what": "detail"},
    "event": {"event": "detail", "day": "day"},
}  # fmt: skip


def _today(report: PageReport) -> Iterator[str]:
    yield _lead(due_text.head(report.due))
    for section in report.due.sections:
        columns = DUE.get(section.why, OTHERS)
        cells = (_due_cells(row, report.today) for row in section.rows)
        rows = ([cell[name] for name in columns.values()] for cell in cells)
        yield from table(due_text.TITLES[section.why], _columns(*columns), rows)
        if section.total > len(section.rows):
            yield _note(f"and {section.total - len(section.rows):,} more: netbook due --all")


def _due_cells(row: DueRow, today: date) -> dict[str, HtmlCell]:
    lateness = late(row.days_overdue)
    last = f"{row.last_kind or 'contact'}, {short_day(row.last_contact, today)}" if row.last_contact else None
    return {
        "who": row.person or "", "circle": row.circle or "", "day": short_day(row.due_on, today),
        "late": Markup(f'<span class="warm">{lateness}</span>') if row.days_overdue > 0 else lateness,
        "last": last or "not met yet", "next": row.suggestion or "", "starter": row.starter or "",
        "detail": row.detail or "",
    }  # fmt: skip


def _roots(report: PageReport) -> Iterator[str]:
    yield _lead(summary(report.roots))
    yield from roots_svg.picture(
        report.roots, roots_svg.layout_of(report.roots, titled=False), own_style=False
    )
    yield from in_words(report.roots)


def _days(report: PageReport) -> Iterator[str]:
    yield _lead(trend_days.head(report.days))
    yield from days_svg.picture(report.days)
    months: dict[str, list[int]] = {}
    for row in report.days.rows:
        sums = months.setdefault(row.date.isoformat()[:7], [0, 0, 0])
        for place, number in enumerate((row.in_person, row.live, row.written)):
            sums[place] += number
    yield "<details>\n<summary>The year by month</summary>\n"
    columns = [
        HtmlColumn("month"),
        *(NUMBER._replace(heading=name) for name in ("in person", "live", "written")),
    ]
    yield from table(
        "Meetings per month", columns, ([month, *map(_figure, sums)] for month, sums in months.items())
    )
    yield "</details>\n"


def _goals(report: PageReport) -> Iterator[str]:
    if not report.goals.rows:
        yield _lead(goal_text.nothing(report.goals))
        return
    yield _lead(goal_text.head(report.goals))
    rows: list[list[HtmlCell]] = [
        [row.event, short_day(row.date, report.today), row.place or "", _bar(row.new, max(row.goal, 1)),
         f"{row.new:,} of {row.goal:,}", ", ".join(row.people)]
        for row in report.goals.rows
    ]  # fmt: skip
    yield from table("Events", _columns("event", "day", "place", "of its goal", "new", "who"), rows)


def _circles(report: PageReport) -> Iterator[str]:
    empty = report.circles.empty
    if empty:
        yield f'<p class="lead"><span class="warm">nobody yet in {escaped(", ".join(empty))}</span></p>\n'
    columns = [
        *_columns("circle", "every"),
        *_numbers("people", "due", "contacts in 90 days"),
        HtmlColumn("share"),
    ]
    rows: list[list[HtmlCell]] = [
        [
            row.circle,
            row.cadence,
            *map(_figure, (row.people, row.due, row.contacts)),
            _bar(row.share, 100, "%"),
        ]
        for row in report.circles.rows
    ]
    yield from table("Balance of the circles", columns, rows)


def _reach(report: PageReport) -> Iterator[str]:
    rows = report.reach.rows
    if not rows:
        yield _lead("No organisations are known yet: netbook edit WHO --org ORG")
        return
    people, places = sum(row.people for row in rows), len({row.org for row in rows})
    yield _lead(f"{counted(people, 'person', 'people')} at {counted(places, 'organisation')}")
    departments = any(row.department for row in rows[:PLACES])
    columns = [
        *_columns("organisation", *(["department"] if departments else [])),
        *_numbers("people", "contacts"), HtmlColumn("last contact"), *_numbers("gave", "got"),
    ]  # fmt: skip
    cells = []
    for row in rows[:PLACES]:
        last = short_day(row.last_contact, report.today) if row.last_contact else "never"
        people_, contacts, gave, got = map(_figure, (row.people, row.contacts, row.gave, row.got))
        inside = [row.department or ""] if departments else []
        cells.append([row.org, *inside, people_, contacts, last, gave, got])
    yield from table("People you know, by organisation", columns, cells)
    if len(rows) > PLACES:
        yield _note(f"and {len(rows) - PLACES:,} more: netbook reach --all")


def _columns(*headings: str) -> list[HtmlColumn]:
    return [HtmlColumn(heading) for heading in headings]


def _numbers(*headings: str) -> list[HtmlColumn]:
    return [HtmlColumn(heading, right=True) for heading in headings]


def _figure(number: int) -> str:
    return f"{number:,}"


def _bar(part: int, whole: int, unit: str = "") -> Markup:
    """A bar as wide as its part, for the eye alone where the figure is beside it."""
    width = min(round(100 * part / whole), 100)
    line = f" {part}{unit}" if unit else ""
    return Markup(
        f'<svg class="bar" viewBox="0 0 100 10" aria-hidden="true"><rect class="all" width="100" height="10"/>'
        f'<rect width="{width}" height="10"/></svg>{line}'
    )


def _lead(text: str) -> str:
    return f'<p class="lead">{escaped(text)}</p>\n'


def _note(text: str) -> str:
    return f'<p class="note">{escaped(text)}</p>\n'
