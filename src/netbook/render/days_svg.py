"""A year of days as SVG: a column a week, a day the darker the more human contact it had."""

from collections.abc import Iterator

from netbook.core.calendar_weeks import LEVELS, level, ranges, weeks
from netbook.core.text import counted
from netbook.render.days import long_day
from netbook.render.markup import escaped, px
from netbook.render.trend_days import MONTHS, WEEKDAYS, head
from netbook.reports.trend import DayRow, DaysReport

CELL, GAP = 15.0, 3.0
LEFT, TOP = 36.0, 22.0
STYLE = """
.days text { font: 12px var(--serif); fill: var(--quiet) }
.days rect { fill: var(--good) }
.days .l0 { fill: var(--line); fill-opacity: .16 } .days .l1 { fill-opacity: .3 }
.days .l2 { fill-opacity: .52 } .days .l3 { fill-opacity: .76 }
"""


def picture(report: DaysReport) -> Iterator[str]:
    """The calendar; each day says in words how many meetings it had."""
    rows = {row.date: row for row in report.rows}
    most = max((row.human for row in report.rows), default=0)
    calendar, step = weeks(*report.span), CELL + GAP
    width, height = LEFT + len(calendar) * step, TOP + 7 * step + 26
    yield f'<svg class="days" viewBox="0 0 {px(width)} {px(height)}" role="img" aria-label="{escaped(head(report))}">\n'
    for weekday, name in enumerate(WEEKDAYS):
        if name:
            yield f'<text x="0" y="{px(TOP + weekday * step + 12)}">{name}</text>'
    ended = 0.0
    for place, week in enumerate(calendar):
        x = LEFT + place * step
        if week.month and x >= ended:
            yield f'<text x="{px(x)}" y="14">{MONTHS[week.month.month - 1]}</text>'
            ended = x + 30
        for weekday, day in enumerate(week.days):
            if day:
                yield _day(rows[day], x, TOP + weekday * step, most, report)
        yield "\n"
    yield from _legend(most, height - 8)
    yield "</svg>\n"


def _day(row: DayRow, x: float, y: float, most: int, report: DaysReport) -> str:
    line = f"{long_day(row.date, report.today)}: {counted(row.total, 'meeting') if row.total else 'none'}"
    size = f'width="{px(CELL)}" height="{px(CELL)}" rx="2"'
    dark = level(row.human, most)
    return f'<rect class="l{dark}" x="{px(x)}" y="{px(y)}" {size}><title>{escaped(line)}</title></rect>'


def _legend(most: int, y: float) -> Iterator[str]:
    x = LEFT
    parts = [
        "none",
        *(str(least) if least == highest else f"{least}-{highest}" for least, highest in ranges(most)),
    ]
    for dark in range(LEVELS + 1):
        yield f'<rect class="l{dark}" x="{px(x)}" y="{px(y - 11)}" width="12" height="12" rx="2"/>'
        yield f'<text x="{px(x + 18)}" y="{px(y)}">{parts[dark]}</text>'
        x += 40 + 7 * len(parts[dark])
    yield f'<text x="{px(x)}" y="{px(y)}">meetings in person, by call or video</text>\n'
