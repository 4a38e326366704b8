"""Meetings per month as bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.core.bars import stacked
from netbook.render.days import short_day, terse_day
from netbook.render.text import Screen, Style, counted, joined, visible
from netbook.reports.trend import DaysReport, TrendReport, TrendRow

KINDS = ("in person", "live", "written")
INKS: tuple[Style, ...] = ("good", "plain", "dim")
BLOCKS, PLAIN = "█▓░", "#=."
MONTH = len("Nov 2026")
ADVICE = "netbook log WHO records one, --since DATE looks further back"
PIPED, NARROWEST = 60, 5  # cells of a bar


def text(report: TrendReport, screen: Screen) -> str:
    """How many meetings there were in all, what the bars are made of, and a bar for each month."""
    total = sum(row.total for row in report.rows)
    if not total:
        return screen.wrap("", f"No meetings{with_whom(report)} {when(report)}: {ADVICE}", indent=2)
    sums = (sum(counts) for counts in zip(*map(_counts, report.rows), strict=True))
    kinds = joined([f"{number:,} {kind}" for number, kind in zip(sums, KINDS, strict=True) if number])
    head = f"{counted(total, 'meeting')}{with_whom(report)} {when(report)}: {kinds}"
    marks = BLOCKS if screen.can(BLOCKS) else PLAIN
    titles = [f"{mark} {kind}" for mark, kind in zip(marks, KINDS, strict=True)]
    most = max(row.total for row in report.rows)
    taken = 2 + MONTH + sum(2 + len(title) for title in titles) + 2 + 2 + len(f"{most:,}")
    cells = PIPED if screen.width is None else max(screen.width - taken, NARROWEST)
    heading = [screen.style(title, style) for title, style in zip(titles, INKS, strict=True)]
    lines = [screen.wrap("", head, indent=2), "", "  ".join([" " * (2 + MONTH), *heading])]
    return "\n".join(lines + [_line(row, screen, titles, most, cells) for row in report.rows])


def _line(row: TrendRow, screen: Screen, titles: Sequence[str], most: int, cells: int) -> str:
    month = terse_day(date.fromisoformat(f"{row.month}-01"), date.min).removeprefix("1 ")
    counts = _counts(row)
    figures = [f"{count:,}".rjust(len(title)) for count, title in zip(counts, titles, strict=True)]
    parts = zip(stacked(counts, most, cells), titles, INKS, strict=True)
    bar = "".join(screen.style(title[0] * length, style) for length, title, style in parts)
    total = f"{row.total:,}" if row.total else ""
    return "  ".join(["  " + month, *figures, bar, total]).rstrip()


def _counts(row: TrendRow) -> tuple[int, int, int]:
    return row.in_person, row.live, row.written


def when(report: TrendReport | DaysReport) -> str:
    """The span in words."""
    first, last = report.span
    return f"from {short_day(first, report.today)} to {short_day(last, report.today)}"


def with_whom(report: TrendReport | DaysReport) -> str:
    """The person, circle or topic of the trend, in words."""
    line = f" with {visible(report.who)}" if report.who else ""
    if report.circle:
        line += f"{' of' if line else ' with'} {visible(report.circle)}"
    if report.topic:
        line += f"{',' if line else ' with somebody'} who shares {visible(report.topic)}"
    return line
