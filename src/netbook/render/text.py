"""Plain lines for people: widths, wrapping under a column, and the four styles that look.md allows."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from netbook.core.dates import MONTHS, WEEKDAYS
from netbook.core.text import clip, counted, joined, visible

__all__ = ["Screen", "Style", "clip", "counted", "joined", "visible"]

Style = Literal["name", "dim", "late", "good", "plain"]

_MONTH_NAMES = frozenset(MONTHS) | frozenset(month[:3] for month in MONTHS)
_SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
_WEEKDAYS = frozenset(WEEKDAYS)

# Colours of the 256-colour palette that can be read on white and on black alike.
_ANSI: dict[Style, str] = {"name": "1", "dim": "2", "late": "38;5;166", "good": "38;5;30", "plain": ""}
RICH: dict[Style, str] = {
    "name": "bold",
    "dim": "dim",
    "late": "color(166)",
    "good": "color(30)",
    "plain": "",
}


# Stands for a space at which no line is broken: a character for private use, of the width of a space.
_GLUE = "\ue000"


class Screen(NamedTuple):
    """What is written on: its width in cells (None where nothing is cut off), whether it takes colour and links."""

    width: int | None = None
    colour: bool = False
    encoding: str = "utf-8"
    links: bool = False

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

    def link(self, text: str, address: str) -> str:
        """The text as a link (OSC 8), where the terminal takes them."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and text else text

    def wrap(self, lead: str, text: str, style: Style = "plain", indent: int | None = None) -> str:
        """The text after its lead, wrapped under its own column (or under another indent)."""
        under = width_of(lead) if indent is None else indent
        if self.width is None:
            return unglued(lead + self.style(text, style)).rstrip()
        first, room = self.width - width_of(lead), max(self.width - under, 16)
        lines = wrap(text, max(first, 16), room)
        return "\n".join(
            (lead if not place else " " * under) + self.style(line, style) for place, line in enumerate(lines)
        ).rstrip()

    def legend(self, marks: Sequence[tuple[str, Style, str]], about: str) -> str:
        """What marks mean, each with its style, and after them or beneath what all of them are about."""
        shown = "   ".join(
            f"{self.style(mark, style)} {self.style(line, 'dim')}" for mark, style, line in marks
        )
        taken = 2 + sum(len(mark) + 1 + width_of(line) + 3 for mark, _, line in marks) + width_of(about)
        between = "   " if self.width is None or taken <= self.width else "\n  "
        return f"  {shown}{between}{self.style(about, 'dim')}"


def glued(text: str) -> str:
    """The text as one piece for `wrap` and `draw_lines`: a name is not broken at the end of a line."""
    return text.replace(" ", _GLUE)


def glued_names(text: str) -> str:
    """Several names, joined by commas or semicolons, each as one piece."""
    return glued(text).replace(f",{_GLUE}", ", ").replace(f";{_GLUE}", "; ")


def unglued(text: str) -> str:
    """The text with its spaces back."""
    return text.replace(_GLUE, " ")


def link_to(scheme: str, address: str) -> str:
    """Where a number (`tel`, RFC 3966), an address (`mailto`, RFC 6068) or a page (`https`) leads."""
    if scheme == "tel":
        return "tel:" + "".join(
            sign for sign in address if sign.isascii() and (sign.isdigit() or sign == "+")
        )
    if scheme == "https":
        return _page(address)
    plain = address.isascii() and not set(address) & set(' ?%&#<>"\\')
    if plain:
        return f"mailto:{address}"
    from urllib.parse import quote

    return f"mailto:{quote(address, safe='@')}"


def _page(address: str) -> str:
    from urllib.parse import quote

    return quote(address if "://" in address else f"https://{address}", safe="%/:?#[]@!$&'()*+,;=~")


def _glue_dates(text: str) -> str:
    """The text with the dates of several words in one piece: "20 November 2025", "Saturday 21 November"."""
    if not any(month in text for month in _SHORT_MONTHS):
        return text
    words = text.split(" ")
    glued_words = words[:1]
    for before, word in pairwise(words):
        bare = word.rstrip(".,;:)!?")
        number, is_number = before.lstrip("("), bare.isdigit()
        is_month = number.isdigit() and len(number) <= 2 and bare in _MONTH_NAMES
        is_year = before in _MONTH_NAMES and is_number and len(bare) == 4
        is_day = number in _WEEKDAYS and is_number and len(bare) <= 2
        glued_words.append((_GLUE if is_month or is_year or is_day else " ") + word)
    return "".join(glued_words)


def breaks(text: str, room: int) -> list[int]:
    """Where lines of so many cells begin in the text after the first: at a word, or within one that is too long."""
    text, begins, start, last = _glue_dates(text), list[int](), 0, 0
    place = 0
    while place < len(text):
        end = place
        while end < len(text) and text[end] != " ":
            end += 1
        if place > start and width_of(text[start:end]) > room:
            begins.append(place)
            start = place
        while width_of(text[start:end]) > room:
            start += _cut(text[start:end], room)
            begins.append(start)
        last = end
        while last < len(text) and text[last] == " ":
            last += 1
        place = last
    return begins


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


def pieces(text: str) -> list[str]:
    """What a line is not broken within: the words, and the dates of several words."""
    return _glue_dates(" ".join(text.split())).split(" ")


def wrap(text: str, first: int, rest: int) -> list[str]:
    """The text in lines, the first of one width and the others of another; a longer word is broken, a date is not."""
    lines, line, room = [], "", first
    for word in pieces(text):
        if line and width_of(line) + 1 + width_of(word) > room:
            lines.append(line)
            line, room = "", rest
        piece = f"{line} {word}" if line else word
        while width_of(piece) > room:
            cut = _cut(piece, room)
            lines.append(piece[:cut])
            piece, room = piece[cut:], rest
        line = piece
    return [unglued(each).rstrip() for each in (*lines, line)]


def _cut(piece: str, room: int) -> int:
    """Where what is too long for a line is broken: between two words, after a hyphen, or where the line ends."""
    fits = room if piece.isascii() else _cells(piece, room)
    return max(piece.rfind(_GLUE, 0, fits), piece.rfind("-", 1, fits)) + 1 or fits


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
