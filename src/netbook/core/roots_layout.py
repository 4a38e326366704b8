"""Where everything is in the picture of the roots, in pixels from its upper left corner.

Trees are on the ground line in the order of the circles; within a circle those whose roots lead left stand
left, so that roots are short. Names stand above the crowns, side by side where there is room, else turned
upright. Circles are named under the ground in as many rows as it takes. A root hangs between two trees, the
deeper the farther apart they stand. No two texts overlap, and all of them are within the page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from netbook.core.text import clip, visible

PAGE = 1120.0  # A4 across, at 96 pixels to the inch
MARGIN = 40.0
HEAD, FOOT = 84.0, 76.0  # above the names, and below the deepest root
TALLEST, SHORTEST = 270.0, 46.0
SAPLING = 30.0  # somebody who was not met yet
GROWN = 12  # contacts of a full-grown tree, even where nobody has so many
COLUMN, NARROWEST = 88.0, 15.0  # the width that a tree has at most and at least
GAP = 0.6  # between two circles, in columns
NAME, CIRCLE, LABEL = 12.0, 13.0, 11.0  # sizes of type
LONGEST_NAME, LONGEST_CIRCLE, LONGEST_LABEL = 26, 24, 30  # characters
BAND = 20.0  # a row of circle names
DEEPEST = 250.0
THICKEST, THINNEST = 9.0, 1.2
SWEEPS = 12  # times that trees change places with their neighbours
AIR = 3.0  # between two texts
REPEATED = 70.0  # between two labels that say the same


class Stem(NamedTuple):
    """A tree to be placed: its name, the place of its circle, and human contacts (0: not met yet)."""

    name: str
    circle: int
    contacts: int


class Joint(NamedTuple):
    """A root to be placed, between the trees at two places."""

    a: int
    b: int
    strength: float
    label: str


class Box(NamedTuple):
    """A rectangle, by its left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap or nearly touch."""
        return (
            self.left < other.right + AIR and other.left < self.right + AIR
            and self.top < other.bottom + AIR and other.top < self.bottom + AIR
        )  # fmt: skip

    def wider(self, by: float) -> "Box":
        """A box that reaches so much farther to every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


class PlacedText(NamedTuple):
    """A text in the picture, in lines, and the room it takes."""

    lines: tuple[str, ...]
    box: Box


class PlacedTree(NamedTuple):
    """A tree's middle, the height and width of all of it, and its name."""

    x: float
    height: float
    width: float
    name: PlacedText


class PlacedCircle(NamedTuple):
    """A circle's stretch of the ground and its name."""

    left: float
    right: float
    name: PlacedText


class PlacedRoot(NamedTuple):
    """A root from the one middle to the other, the left first: how deep, how thick, and its label if it has room."""

    left: float
    right: float
    depth: float
    thickness: float
    label: PlacedText | None


class Layout(NamedTuple):
    """The page and everything on it; trees, circles and roots are in the order in which they were given."""

    width: float
    height: float
    ground: float
    upright: bool
    trees: tuple[PlacedTree, ...]
    circles: tuple[PlacedCircle, ...]
    roots: tuple[PlacedRoot, ...]


def text_width(text: str, size: float) -> float:
    """The room that a text takes at most in the type of the picture, whichever serif that is."""
    return size * sum(map(_em, text))


def _em(character: str) -> float:
    if character in "ilj.,:;'|!ft()[]r ":
        return 0.42
    if character in "mwMW@%&—…":
        return 1.06
    if "a" <= character <= "z" or character.isdigit():
        return 0.64
    return 0.84 if ord(character) < 0x1100 else 1.1


def growth(contacts: int, most: int) -> float:
    """How much of the tallest tree a tree is, from 0 to 1, where somebody has the most contacts.

    The square root tells five contacts from one, and five hundred from a hundred.
    """
    return sqrt(contacts / max(most, GROWN))


def tree_height(contacts: int, most: int) -> float:
    """How tall a tree is in the picture."""
    return SHORTEST + (TALLEST - SHORTEST) * growth(contacts, most) if contacts else SAPLING


def root_depth(distance: float, widest: float) -> float:
    """How deep a root goes between two trees so far apart."""
    return min(46 + (DEEPEST - 46) * sqrt(distance / max(widest, 1)), DEEPEST)


def root_thickness(strength: float, strongest: float) -> float:
    """How thick a root is where it leaves the tree."""
    share: float = min(strength / max(strongest, 0.001), 1) ** 0.7
    return THINNEST + (THICKEST - THINNEST) * share


def lay_out(
    stems: Sequence[Stem], circles: Sequence[str], links: Sequence[Joint], head: float = HEAD
) -> Layout:
    """Place the trees of these circles, and the roots among them, under a head so high."""
    order = in_order(stems, len(circles), links)
    column, widths = _widths([len(group) for group in order], circles)
    gap = GAP * column
    taken = sum(widths) + gap * max(len(order) - 1, 0)
    page = max(PAGE, taken + 2 * MARGIN)
    middles, stretches = _columns(order, widths, column, gap, (page - taken) / 2)
    names = [clip(visible(stem.name), LONGEST_NAME) for stem in stems]
    across = [_two_lines(name) for name in names]
    upright = any(text_width(line, NAME) > column - AIR for lines in across for line in lines)
    lines = [(name,) for name in names] if upright else across
    most = max((stem.contacts for stem in stems), default=0)
    heights = [tree_height(stem.contacts, most) for stem in stems]
    above = max(
        (height + _tall(line, upright) for height, line in zip(heights, lines, strict=True)), default=0
    )
    ground = head + max(above, TALLEST / 2)
    trees = [
        PlacedTree(middles[place], heights[place], _crown(heights[place], column),
                   _name(lines[place], middles[place], ground - heights[place] - 5, upright))
        for place in range(len(stems))
    ]  # fmt: skip
    named = _circles(circles, stretches, ground, page)
    under = max((circle.name.box.bottom for circle in named), default=ground)
    roots = _roots(links, middles, ground, [circle.name.box for circle in named], page)
    deepest = max((0.75 * root.depth for root in roots), default=0.0)
    height = max(ground + deepest + 20, under) + FOOT
    return Layout(
        width=page,
        height=height,
        ground=ground,
        upright=upright,
        trees=tuple(trees),
        circles=named,
        roots=roots,
    )


def in_order(stems: Sequence[Stem], circles: int, links: Sequence[Joint]) -> list[list[int]]:
    """The trees of each circle from left to right: each near the trees that it is joined to."""
    groups: list[list[int]] = [[] for _ in range(circles)]
    for place, stem in enumerate(stems):
        groups[stem.circle].append(place)
    joined: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for link in links:
        joined[link.a].append((link.b, link.strength))
        joined[link.b].append((link.a, link.strength))
    for _ in range(SWEEPS):
        spots = {tree: spot for spot, tree in enumerate(tree for group in groups for tree in group)}
        pulls = {tree: _pull(spots, spots[tree], joined[tree]) for tree in spots}
        for group in groups:
            group.sort(key=lambda tree: (pulls[tree], spots[tree]))
    return groups


def _pull(spots: Mapping[int, int], own: int, others: Sequence[tuple[int, float]]) -> float:
    """Where a tree would stand: in the middle of those it is joined to, and of its own place."""
    weight = sum(strength for _, strength in others)
    return (own + sum(spots[tree] * strength for tree, strength in others)) / (1 + weight)


def _widths(sizes: Sequence[int], circles: Sequence[str]) -> tuple[float, list[float]]:
    """The width of a tree and of each circle: room for its trees, and for its name if the page allows."""
    room = PAGE - 2 * MARGIN
    named = [text_width(clip(visible(name), LONGEST_CIRCLE), CIRCLE) + 4 * AIR for name in circles]
    gaps = GAP * max(len(sizes) - 1, 0)
    wide = [not size for size in sizes]
    for _ in range(len(sizes) + 1):
        trees = sum(size for size, by_name in zip(sizes, wide, strict=True) if not by_name)
        fixed = sum(name for name, by_name in zip(named, wide, strict=True) if by_name)
        column = min((room - fixed) / max(trees + gaps, 1), COLUMN)
        again = [size * column < name for size, name in zip(sizes, named, strict=True)]
        if column < NARROWEST or again == wide:
            break
        wide = [before or now for before, now in zip(wide, again, strict=True)]
    if column < NARROWEST:
        column = min(max(room / max(sum(max(size, 1) for size in sizes) + gaps, 1), NARROWEST), COLUMN)
        return column, [max(size, 1) * column for size in sizes]
    return column, [max(size * column, name) for size, name in zip(sizes, named, strict=True)]


def _columns(
    order: Sequence[Sequence[int]], widths: Sequence[float], column: float, gap: float, left: float
) -> tuple[dict[int, float], list[tuple[float, float]]]:
    """The middle of every tree, and the stretch of every circle."""
    middles: dict[int, float] = {}
    stretches = []
    for group, width in zip(order, widths, strict=True):
        first = left + (width - len(group) * column) / 2
        for spot, tree in enumerate(group):
            middles[tree] = first + (spot + 0.5) * column
        stretches.append((left, left + width))
        left += width + gap
    return middles, stretches


def _two_lines(name: str) -> tuple[str, ...]:
    """A name as one or two lines, as even as they can be."""
    words = name.split()
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(breaks, key=lambda lines: max(map(len, lines)), default=(name,))


def _tall(lines: Sequence[str], upright: bool) -> float:
    return 5 + (text_width(lines[0], NAME) if upright else 1.25 * NAME * len(lines))


def _name(lines: tuple[str, ...], middle: float, bottom: float, upright: bool) -> PlacedText:
    """A name that ends above a crown."""
    if upright:
        across, tall = 1.1 * NAME, text_width(lines[0], NAME)
    else:
        across, tall = max(text_width(line, NAME) for line in lines), 1.25 * NAME * len(lines)
    return PlacedText(lines, Box(middle - across / 2, bottom - tall, middle + across / 2, bottom))


def _crown(height: float, column: float) -> float:
    return min(max(12.0, 0.24 * height), 52.0, max(column * 1.15, 9.0))


def _circles(
    circles: Sequence[str], stretches: Sequence[tuple[float, float]], ground: float, page: float
) -> tuple[PlacedCircle, ...]:
    """The circles with their names under the ground, each in the first row that has room for it."""
    ends: list[float] = []
    placed = []
    for circle, (left, right) in zip(circles, stretches, strict=True):
        text = clip(visible(circle), LONGEST_CIRCLE)
        wide = text_width(text, CIRCLE)
        start = min(max((left + right - wide) / 2, AIR), page - wide - AIR)
        row = next((row for row, end in enumerate(ends) if end + 3 * AIR <= start), len(ends))
        ends[row:row + 1] = [start + wide]  # fmt: skip
        top = ground + 9 + row * BAND
        placed.append(
            PlacedCircle(left, right, PlacedText((text,), Box(start, top, start + wide, top + BAND - 4)))
        )
    return tuple(placed)


def _roots(
    links: Sequence[Joint], middles: Mapping[int, float], ground: float, taken: Iterable[Box], page: float
) -> tuple[PlacedRoot, ...]:
    """The roots; labels are given room in the order of the roots, which is that of their strength."""
    strongest = max((link.strength for link in links), default=0.0)
    widest = max((abs(middles[link.a] - middles[link.b]) for link in links), default=0.0)
    boxes = list(taken)
    parts: dict[str, list[Box]] = defaultdict(list)
    placed = []
    for link in links:
        left, right = sorted((middles[link.a], middles[link.b]))
        depth = root_depth(right - left, widest)
        label = _label(
            link.label,
            left,
            right=right,
            ground=ground,
            depth=depth,
            taken=[*boxes, *parts[link.label]],
            page=page,
        )
        if label:
            boxes.append(label.box)
            parts[link.label].append(label.box.wider(REPEATED))
        placed.append(PlacedRoot(left, right, depth, root_thickness(link.strength, strongest), label))
    return tuple(placed)


def _label(
    text: str, left: float, right: float, ground: float, depth: float, taken: Sequence[Box], page: float
) -> PlacedText | None:  # fmt: skip
    """The label of a root near its lowest point, or a little further along; None where there is no room."""
    text = clip(visible(text), LONGEST_LABEL)
    if not text:
        return None
    wide = text_width(text, LABEL)
    for along in (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72):
        x = left + (right - left) * along * along * (3 - 2 * along)
        y = ground + 3 * depth * along * (1 - along)
        box = Box(x - wide / 2, y - 0.75 * LABEL, x + wide / 2, y + 0.45 * LABEL)
        if box.left >= AIR and box.right <= page - AIR and not any(box.meets(other) for other in taken):
            return PlacedText((text,), box)
    return None
