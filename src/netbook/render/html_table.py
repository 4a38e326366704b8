"""Tables in HTML: a caption, headings, and cells that are text unless they are markup of ours."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from netbook.render.markup import escaped


class Markup(NamedTuple):
    """A cell that is HTML already."""

    html: str


class HtmlColumn(NamedTuple):
    """A column's heading; figures are flush right."""

    heading: str
    right: bool = False


HtmlCell = str | Markup


def table(caption: str, columns: Sequence[HtmlColumn], rows: Iterable[Sequence[HtmlCell]]) -> Iterator[str]:
    """The table; the first cell of a row is its heading."""
    # What is wider than the page can be scrolled, by keyboard too.
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escaped(caption)}"><table>\n'
    yield f"<caption>{escaped(caption)}</caption>\n<thead><tr>"
    for column in columns:
        yield f'<th scope="col"{_side(column)}>{escaped(column.heading)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        cells = zip(columns, row, strict=True)
        yield f"<tr>{''.join(_cell(column, cell, place) for place, (column, cell) in enumerate(cells))}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _cell(column: HtmlColumn, cell: HtmlCell, place: int) -> str:
    inner = cell.html if isinstance(cell, Markup) else escaped(cell)
    return f"<td{_side(column)}>{inner}</td>" if place else f'<th scope="row"{_side(column)}>{inner}</th>'


def _side(column: HtmlColumn) -> str:
    return ' class="n"' if column.right else ""
