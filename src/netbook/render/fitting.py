"""Which columns of a table have room on the paper, and how wide each is."""

from collections.abc import Sequence
from typing import NamedTuple

from netbook.render.text import pieces, width_of

GAP = 2  # cells between two columns
WORD = 20  # cells that a column leaves its words: "Saturday 21 November" is one
NAME = 26  # and those of a name


class ColumnNeeds(NamedTuple):
    """What a column asks for, in cells: at the least, so that no name in it is broken, and for all on one line.

    One that is `required` has its room before all others.
    """

    least: int
    whole: int
    widest: int
    required: bool = False


def needs(cells: Sequence[str], *, wraps: bool, names: bool, required: bool) -> ColumnNeeds:
    """What a column with these cells asks for, where it may wrap and where its words are names."""
    widest = max(map(width_of, cells))
    if not wraps:
        return ColumnNeeds(widest, widest, widest, required)
    whole = max((width_of(piece) for cell in cells for piece in pieces(cell)), default=0)
    least = min(whole, NAME if names else WORD)
    return ColumnNeeds(least, whole if names else least, widest, required)


def widths(columns: Sequence[ColumnNeeds], room: int) -> dict[int, int]:
    """The width of each column that is shown, by its place.

    What is left when each has the least it asks for goes to the names, so that they stay whole, and then to all.
    """
    shown = {place: columns[place].least for place in _that_fit(columns, room)}
    room -= sum(shown.values()) + GAP * (len(shown) - 1)
    while room < 0 and max(shown.values()) > 1:
        shown[max(shown, key=shown.__getitem__)] -= 1
        room += 1
    room = _grow(shown, {place: columns[place].whole for place in shown}, room)
    _grow(shown, {place: columns[place].widest for place in shown}, room)
    return shown


def _that_fit(columns: Sequence[ColumnNeeds], room: int) -> list[int]:
    """The places of the required columns, of the first, and from the left of those for which there is room."""
    room += GAP
    room -= sum(column.least + GAP for column in columns if column.required)
    fitting: list[int] = []
    for place, column in enumerate(columns):
        if not column.required:
            room -= column.least + GAP
            if room < 0 and fitting:
                break
            fitting.append(place)
    return sorted(fitting + [place for place, column in enumerate(columns) if column.required])


def _grow(shown: dict[int, int], maximum: dict[int, int], room: int) -> int:
    """Give the room to the narrowest of the columns that want more, a cell at a time; what is left of it."""
    while room > 0 and (growing := [place for place in shown if shown[place] < maximum[place]]):
        shown[min(growing, key=shown.__getitem__)] += 1
        room -= 1
    return room
