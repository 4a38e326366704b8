"""A year as a calendar of days, the darker the more human contact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.core.calendar_weeks import Week, level, ranges, weeks
from netbook.core.text import counted, joined
from netbook.render.text import Screen, Style
from netbook.render.trend import ADVICE, KINDS, when, with_whom
from netbook.reports.trend import DaysReport

BLOCKS, PLAIN = "·░▒▓█", ".:+*#"
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
LEAD = 6  # cells before the first week
LEAST = 4  # cells of a month that is named
PIPE = 80  # cells where no terminal says
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def text(report: DaysReport, screen: Screen) -> str:
    """How many meetings there were, on how many days, and the calendar: a column a week."""
    total = sum(row.total for row in report.rows)
    if not total:
        return screen.wrap("", f"No meetings{with_whom(report)} {when(report)}: {ADVICE}", indent=2)
    human = {row.date: row.human for row in report.rows}
    most = max(human.values())
    marks = BLOCKS if screen.can(BLOCKS) else PLAIN
    lines = [screen.wrap("", head(report), indent=2)]
    calendar, room = weeks(*report.span), (screen.width or PIPE) - LEAD
    wide = 2 if len(calendar) * 2 <= room else 1
    for start in range(0, len(calendar), most_weeks := max(room // wide, 1)):
        lines += ["", *_band(calendar[start : start + most_weeks], human, most, marks, wide, screen)]
    return "\n".join([*lines, "", _legend(most, marks, screen)])


def head(report: DaysReport) -> str:
    """The answer in a sentence."""
    rows = report.rows
    sums = [
        sum(row.in_person for row in rows),
        sum(row.live for row in rows),
        sum(row.written for row in rows),
    ]
    kinds = joined([f"{number:,} {kind}" for number, kind in zip(sums, KINDS, strict=True) if number])
    total, days = sum(row.total for row in report.rows), sum(1 for row in report.rows if row.human)
    contact = f"human contact on {days:,} of {counted(len(report.rows), 'day')}"
    return f"{counted(total, 'meeting')}{with_whom(report)} {when(report)}: {kinds}; {contact}"


def _band(
    calendar: Sequence[Week], human: dict[date, int], most: int, marks: str, wide: int, screen: Screen
) -> list[str]:
    """Some weeks beside each other, under the names of the months that begin in them."""
    lines = [screen.style(_months(calendar, wide, screen.width or PIPE), "dim")]
    for weekday, name in enumerate(WEEKDAYS):
        cells = []
        for week in calendar:
            day = week.days[weekday]
            mark = " " if day is None else marks[level(human[day], most)]
            cells.append(screen.style(mark, "dim" if mark == marks[0] else "good" if day else "plain"))
        lines.append(f"  {screen.style(name.ljust(3), 'dim')} {(' ' * (wide - 1)).join(cells)}".rstrip())
    return lines


def _months(calendar: Sequence[Week], wide: int, room: int) -> str:
    """The months over the weeks they begin in; the first gives way where it lasts no longer than its name."""
    starts = [(LEAD + place * wide, week.month) for place, week in enumerate(calendar) if week.month]
    if len(starts) > 1 and starts[1][0] - starts[0][0] < LEAST:
        del starts[0]
    line = ""
    for start, month in starts:
        if len(line) < start and start + len(MONTHS[0]) <= room:
            line = line.ljust(start) + MONTHS[month.month - 1]
    return line


def _legend(most: int, marks: str, screen: Screen) -> str:
    shown: list[tuple[str, Style, str]] = [(marks[0], "dim", "none")]
    for mark, (least, highest) in zip(marks[1:], ranges(most), strict=True):
        shown.append((mark, "good", str(least) if least == highest else f"{least}-{highest}"))
    return screen.legend(shown, "meetings in person, by call or video")
