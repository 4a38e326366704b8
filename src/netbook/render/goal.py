"""New connections at each event, on a screen."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netbook.core.goals import CELLS, Summary, bar
from netbook.render.days import long_day, terse_day
from netbook.render.events import NO_EVENTS, score
from netbook.render.table import draw
from netbook.render.text import RICH, Screen, Style, columns, counted, glued, unglued, visible, width_of
from netbook.reports.goal import GoalReport, GoalRow

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

# Rich lays out a third of a millisecond a row; what nobody reads at a glance is set plainly.
LONG = 200
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GAP = 2
DATE = len("14 Nov 2026")
NARROWEST, WIDEST = 16, 32  # cells of a name or place; a longer one wraps
ROOM_FOR_PEOPLE = 24  # cells that the last column wants


class GoalLine(NamedTuple):
    """An event as it is shown, cell by cell."""

    date: str
    event: str
    place: str
    bar: str
    score: str
    people: str
    style: Style


def text(report: GoalReport, screen: Screen) -> str:
    """A line that answers the question, then a line for each event."""
    if not report.rows:
        return nothing(report)
    lines = [_line(row, place in report.ongoing, screen) for place, row in enumerate(report.rows)]
    left_out = report.total - len(report.rows)
    rest = [f"  … and {left_out:,} earlier: --all shows them"] if left_out else []
    if screen.width is None or len(lines) > LONG:
        return unglued("\n".join([head(report), "", *_plain(lines), *rest]))
    return draw(screen, head(report), "", _grid(lines, screen.width), *(_ink((line, "dim")) for line in rest))


def head(report: GoalReport) -> str:
    """How many events reached their goal, how many of the latest in a row, and the average."""
    summary, of = report.summary, f" of {visible(report.event)}" if report.event else ""
    if summary.average is None:
        on = report.rows[0]
        return f"{visible(on.event)} is still on: {on.new:,} of {counted(on.goal, 'new connection')} so far"
    if summary.events == 1:
        goal = f" of {summary.goal:,}" if summary.goal else ""
        brought = f"{summary.average:,.0f}{goal} new connection{'' if goal == ' of 1' else 's'}"
        return f"The last {'edition' if of else 'event'}{of} brought {brought}"
    share = {0: "None", summary.events: "Each"}.get(summary.reached, f"{summary.reached:,}")
    kind = f"{'editions' if of else 'events'}{of}"
    average = f"{summary.average:,.1f}".removesuffix(".0")
    first = f"{share} of the last {summary.events:,} {kind} {_did(summary)}"
    return "; ".join([first, *_streak(summary), f"{average} on average"])


def _did(summary: Summary) -> str:
    if not summary.goal:
        return "reached their goal"
    if summary.goal == 1:
        return "brought a new connection"
    number = NUMBERS[summary.goal] if summary.goal < len(NUMBERS) else f"{summary.goal:,}"
    return f"brought {number} new connections"


def _streak(summary: Summary) -> list[str]:
    if not summary.reached:
        return []
    return [
        {0: "the latest did not", 1: "the latest did"}.get(summary.streak, f"{summary.streak:,} in a row")
    ]


def nothing(report: GoalReport) -> str:
    """What to do where there is no event to show."""
    if report.bounded:
        return "No events began in that period; netbook events lists all events"
    if report.coming:
        name, goal = visible(report.coming.name), counted(report.coming.goal, "new connection")
        return f"{name} is still to come, on {long_day(report.coming.starts_on, report.today)}; goal: {goal}"
    return NO_EVENTS


def _line(row: GoalRow, ongoing: bool, screen: Screen) -> GoalLine:
    people = ", ".join(glued(visible(name)) for name in row.people) or _nobody(row, ongoing)
    return GoalLine(
        # Any other year makes terse_day say the year.
        date=terse_day(row.date, date.min).rjust(DATE),
        event=visible(row.event),
        place=visible(row.place or ""),
        bar=bar(row.new, row.goal) if screen.can("█░") else bar(row.new, row.goal, "#", "."),
        score=score(row.new, row.goal),
        people=f"{people}; still on" if ongoing else people,
        style="good" if row.reached else "plain",
    )


def _nobody(row: GoalRow, ongoing: bool) -> str:
    if row.met:
        return f"nobody new, {row.met:,} met"
    return "nobody yet" if ongoing else "nobody logged"


def _plain(lines: Sequence[GoalLine]) -> list[str]:
    """The events as lines of any length."""
    placed = any(line.place for line in lines)
    cells = [[line.date, line.event, *([line.place] if placed else []), *line[3:6]] for line in lines]
    return [f"  {row}" for row in columns(cells)]


def _grid(lines: Sequence[GoalLine], width: int) -> "RenderableType":
    """The events as there is room: in columns, with the place under the name, or all in one column."""
    from rich.table import Table

    sizes = {field: max(width_of(getattr(line, field)) for line in lines) for field in GoalLine._fields}
    event, place, score = min(sizes["event"], WIDEST), min(sizes["place"], WIDEST), sizes["score"]
    layouts = [
        (_shrunk([DATE, event, place, CELLS, score], 2, width), _apart),
        (_shrunk([DATE, max(event, place), CELLS, score], 1, width), _under),
        ([DATE], _stacked),
    ]
    wide_enough = (fit for fit in layouts[not place :] if _left(fit[0], width) >= ROOM_FOR_PEOPLE)
    widths, cells = next(wide_enough, layouts[-1])
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for size in (0, *widths, max(_left(widths, width), 1)):
        grid.add_column(width=size, overflow="fold")
    for line in lines:
        grid.add_row("", *cells(line))
    return grid


def _shrunk(widths: list[int], which: int, width: int) -> list[int]:
    """The widths with one of them as narrow as it takes to leave room for the people, within reason."""
    lacking = max(ROOM_FOR_PEOPLE - _left(widths, width), 0)
    least = min(widths[which], NARROWEST)
    return [max(size - lacking, least) if place == which else size for place, size in enumerate(widths)]


def _left(widths: Sequence[int], width: int) -> int:
    """The cells that are left for the last column."""
    return width - GAP - sum(size + GAP for size in widths)


def _ink(*parts: tuple[str, Style]) -> "Text":
    from rich.text import Text

    return Text.assemble(*((text, RICH[style]) for text, style in parts))


def _apart(line: GoalLine) -> "list[Text]":
    """The cells with the place in a column of its own."""
    return [
        _ink((line.date, "plain")),
        _ink((line.event, "name")),
        _ink((line.place, "plain")),
        _ink((line.bar, line.style)),
        _ink((line.score, "plain")),
        _ink((line.people, "plain")),
    ]


def _under(line: GoalLine) -> "list[Text]":
    """The cells with the place under the name."""
    day, name, _, *rest = _apart(line)
    if line.place:
        name = _ink((line.event, "name"), (f"\n{line.place}", "dim"))
    return [day, name, *rest]


def _stacked(line: GoalLine) -> "list[Text]":
    """The date, and everything else in one cell."""
    place = f", {line.place}" if line.place else ""
    return [
        _ink((line.date, "plain")),
        _ink(
            (line.event, "name"),
            (f"{place}\n", "dim"),
            (line.bar, line.style),
            (f"  {line.score}\n{line.people}", "plain"),
        ),
    ]
