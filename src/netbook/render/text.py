"""Plain lines for people: widths, wrapping under a column, and the four styles that look.md allows."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from netbook.core.text import clip, counted, joined, visible

__all__ = ["Screen", "Style", "clip", "counted", "joined", "visible"]

Style = Literal["name", "dim", "late", "good", "plain"]

# Colours of the 256-colour palette that can be read on white and on black alike.
_ANSI: dict[Style, str] = {"name": "1", "dim": "2", "late": "38;5;166", "good": "38;5;30", "plain": ""}
RICH: dict[Style, str] = {
    "name": "bold",
    "dim": "dim",
    "late": "color(166)",
    "good": "color(30)",
    "plain": "",
}


class Screen(NamedTuple):
    """What is written on: its width in cells (None where nothing is cut off), and whether it takes colour."""

    width: int | None = None
    colour: bool = False
    encoding: str = "utf-8"

    def style(self, text: str, style: Style) -> str:
        """The text in a style, where there is colour."""
        return f"\x1b[{_ANSI[style]}m{text}\x1b[0m" if self.colour and _ANSI[style] and text else text

    def can(self, text: str) -> bool:
        """Whether the encoding has these characters."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def wrap(self, lead: str, text: str, style: Style = "plain", indent: int | None = None) -> str:
        """The text after its lead, wrapped under its own column (or under another indent)."""
        under = width_of(lead) if indent is None else indent
        if self.width is None:
            return (lead + self.style(text, style)).rstrip()
        first, room = self.width - width_of(lead), max(self.width - under, 16)
        lines = wrap(text, max(first, 16), room)
        return "\n".join(
            (lead if not place else " " * under) + self.style(line, style) for place, line in enumerate(lines)
        ).rstrip()

    def legend(self, marks: Sequence[tuple[str, Style, str]], about: str) -> str:
        """What marks mean, each with its style, and after them or beneath what all of them are about."""
        shown = "   ".join(
            f"{self.style(mark, style)} {self.style(said, 'dim')}" for mark, style, said in marks
        )
        taken = 2 + sum(len(mark) + 1 + width_of(said) + 3 for mark, _, said in marks) + width_of(about)
        between = "   " if self.width is None or taken <= self.width else "\n  "
        return f"  {shown}{between}{self.style(about, 'dim')}"


def width_of(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text with spaces up to a width in cells, after it or, for figures, before it."""
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def wrap(text: str, first: int, rest: int) -> list[str]:
    """The text in lines, the first of one width and the others of another; a longer word is broken."""
    lines, line, room = [], "", first
    for word in text.split():
        if line and width_of(line) + 1 + width_of(word) > room:
            lines.append(line)
            line, room = "", rest
        piece = f"{line} {word}" if line else word
        while width_of(piece) > room:
            cut = room if piece.isascii() else _cells(piece, room)
            lines.append(piece[:cut])
            piece, room = piece[cut:], rest
        line = piece
    return [*lines, line]


def _cells(text: str, room: int) -> int:
    """How many characters of the text fit into so many cells; one at the least."""
    taken = 0
    for place, character in enumerate(text):
        taken += width_of(character)
        if taken > room:
            return max(place, 1)
    return len(text)


def columns(rows: Iterable[Sequence[str]], gap: int = 2, right: Sequence[bool] = ()) -> list[str]:
    """Rows as aligned lines, each column as wide as its widest cell; those named by `right` are flush right."""
    table = [list(row) for row in rows]
    if not table:
        return []
    widths = [max(map(width_of, cells)) for cells in zip(*table, strict=True)]
    sides = right or [False] * len(widths)
    return [
        (" " * gap)
        .join(pad(cell, width, right=side) for cell, width, side in zip(row, widths, sides, strict=True))
        .rstrip()
        for row in table
    ]
