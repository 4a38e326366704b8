"""Lists as tables without lines, drawn by Rich to the width of a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from netbook.render.text import RICH, Screen, Style, breaks, columns, pad, unglued, visible, width_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Rich lays out a third of a millisecond a row; what nobody reads at a glance is set plainly.
LONG = 200
NARROWEST = 10


# A text, its style and, where it leads somewhere, the address.
Cell = tuple[str, Style] | tuple[str, Style, str]


class TableColumn(NamedTuple):
    """A column: its heading, its style, whether its text wraps, and whether figures stand to the right.

    One that is `required` has its room before all others: it tells the rows apart.
    """

    heading: str
    style: Style = "plain"
    wraps: bool = False
    right: bool = False
    required: bool = False


class TableLine(NamedTuple):
    """A line of cells one after the other, indented; what is too long for it wraps under its beginning."""

    indent: int
    cells: list[Cell]


def draw_lines(screen: Screen, lines: Sequence[TableLine]) -> str:
    """The lines as Rich sets them on a terminal; in a pipe, where nothing wraps, as they are."""
    if screen.width is None:
        return "\n".join(
            unglued(" " * line.indent + "".join(cell[0] for cell in line.cells)).rstrip() for line in lines
        )
    from rich.text import Text

    console, text = _console(screen), Text()
    for line in lines:
        cell = Text()
        for words, style, *links in line.cells:
            link = f" link {links[0]}" if links and screen.links else ""
            cell.append(words, style=RICH[style] + link)
        cell.rstrip()  # what is too wide for its spaces alone needs no second line
        room = max(screen.width - line.indent, 1)
        # To look whether a line has to be wrapped takes Rich longer than all the rest.
        for part in cell.divide(breaks(cell.plain, room)) if width_of(cell.plain) > room else [cell]:
            part.rstrip()
            text.append(" " * line.indent).append_text(part).append("\n")
    with console.capture() as capture:
        console.print(text, end="", soft_wrap=True)
    return unglued(capture.get())


def draw(screen: Screen, *parts: "RenderableType") -> str:
    """What Rich makes of these, as text without trailing spaces."""
    console = _console(screen)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    text = capture.get()
    if screen.colour:
        return text
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _console(screen: Screen) -> "Console":
    from rich.console import Console

    return Console(
        width=screen.width or 100_000,
        force_terminal=screen.colour,
        color_system="256" if screen.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def table(
    screen: Screen, headings: Sequence[TableColumn], rows: Sequence[Sequence[str]], indent: int = 2
) -> str:
    """A table with a dim heading; as the paper narrows, columns go from the right until the rest fits."""
    shown = [[visible(cell) for cell in row] for row in rows]
    places = _that_fit(screen, headings, shown, indent)
    visible_columns = [headings[place] for place in places]
    shown = [[row[place] for place in places] for row in shown]
    if screen.width is None or len(rows) > LONG:
        return _plain(screen, visible_columns, shown, indent)
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=max(indent - 2, 0))
    for column in visible_columns:
        grid.add_column(
            no_wrap=not column.wraps, overflow="fold", justify="right" if column.right else "left"
        )
    if any(column.heading for column in visible_columns):
        grid.add_row("", *(Text(column.heading, style=RICH["dim"]) for column in visible_columns))
    for row in shown:
        grid.add_row(
            "",
            *(
                Text(cell, style=RICH[column.style])
                for cell, column in zip(row, visible_columns, strict=True)
            ),
        )
    return draw(screen, grid)


def _that_fit(
    screen: Screen, headings: Sequence[TableColumn], rows: Sequence[Sequence[str]], indent: int
) -> list[int]:
    """The places of the columns that have room: those kept, the first, and from the left what is left room for.

    A column that wraps can shrink to ten cells.
    """
    places = list(range(len(headings)))
    if screen.width is None:
        return places
    needs = [_need(column, [row[place] for row in rows]) for place, column in enumerate(headings)]
    room = screen.width - indent - sum(needs[place] + 2 for place in places if headings[place].required)
    fitting: set[int] = set()
    for place in places:
        if not headings[place].required:
            if fitting and needs[place] > room:
                break
            fitting.add(place)
            room -= needs[place] + 2
    return [place for place in places if place in fitting or headings[place].required]


def _need(column: TableColumn, cells: Sequence[str]) -> int:
    """How many cells a column needs at the least."""
    widest = max(map(width_of, (column.heading, *cells)))
    return min(widest, NARROWEST) if column.wraps else widest


def _plain(
    screen: Screen, visible_columns: Sequence[TableColumn], rows: Sequence[Sequence[str]], indent: int
) -> str:
    heading = (
        [[column.heading for column in visible_columns]]
        if any(column.heading for column in visible_columns)
        else []
    )
    if not screen.colour:
        right = [column.right for column in visible_columns]
        return "\n".join(" " * indent + line for line in columns([*heading, *rows], right=right))
    widths = [max(map(width_of, cells)) for cells in zip(*heading, *rows, strict=True)]
    lines = [
        [
            screen.style(pad(c.heading, w, right=c.right), "dim")
            for c, w in zip(visible_columns, widths, strict=True)
        ]
    ]
    for row in rows:
        cells = zip(row, widths, visible_columns, strict=True)
        lines.append([screen.style(pad(cell, w, right=c.right), c.style) for cell, w, c in cells])
    return "\n".join(" " * indent + "  ".join(line).rstrip() for line in lines)
