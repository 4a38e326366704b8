"""Lists as tables without lines, set to the width of a terminal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from netbook.render.fitting import GAP, needs, widths
from netbook.render.text import RICH, Screen, Style, breaks, glued_names, unglued, visible, width_of, wrap

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

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
    text = unglued(capture.get())
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
    shown = [[_whole(column, cell) for column, cell in zip(headings, row, strict=True)] for row in rows]
    sizes = _sizes(screen, headings, shown, indent)
    lines = list[str]()
    if any(headings[place].heading for place in sizes):
        dim = [column._replace(style="dim") for column in headings]
        lines += _row_lines(screen, dim, [column.heading for column in headings], sizes)
    for row in shown:
        lines += _row_lines(screen, headings, row, sizes)
    return unglued("\n".join((" " * indent + line).rstrip() for line in lines))


def _whole(column: TableColumn, cell: str) -> str:
    """The text of a cell, of names each as a piece that is not broken."""
    text = visible(cell)
    return glued_names(text) if column.style == "name" else text


def _sizes(
    screen: Screen, headings: Sequence[TableColumn], rows: Sequence[Sequence[str]], indent: int
) -> dict[int, int]:
    """The width of each column that is shown, by its place; in a pipe that of its widest cell."""
    asked = [
        needs(
            [column.heading, *(row[place] for row in rows)],
            wraps=column.wraps and screen.width is not None,
            names=column.style == "name",
            required=column.required,
        )
        for place, column in enumerate(headings)
    ]
    if screen.width is None:
        return {place: column.widest for place, column in enumerate(asked)}
    return widths(asked, screen.width - indent)


def _row_lines(
    screen: Screen, headings: Sequence[TableColumn], row: Sequence[str], sizes: dict[int, int]
) -> Iterator[str]:
    """The lines of a row, each of its cells wrapped under its own beginning."""
    cells = [
        [row[place]] if width_of(row[place]) <= width else wrap(row[place], width, width)
        for place, width in sizes.items()
    ]
    for parts in zip_longest(*cells, fillvalue=""):
        line = list[str]()
        for (place, width), part in zip(sizes.items(), parts, strict=True):
            space, text = " " * (width - width_of(part)), screen.style(part, headings[place].style)
            line.append(space + text if headings[place].right else text + space)
        yield (" " * GAP).join(line)
