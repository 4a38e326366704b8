"""The roots on a terminal: trees on a line, and below it what joins them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netbook.core.roots_layout import Joint, Stem, growth, in_order
from netbook.core.text import clip
from netbook.render.days import long_day
from netbook.render.roots_words import joins, summary
from netbook.render.text import Screen, Style, pad, visible, width_of
from netbook.reports.roots import Root, RootsReport, Standing

TREES, ROOTS = 24, 10  # in the picture unless a limit is given, and in the list under it
TALL = 6  # lines of the tallest tree
COLUMN = 4  # cells of a tree
PIPE = 80  # cells where no terminal says
NAMES = 24  # cells of a name in the list
STYLES: dict[Standing, Style] = {"in time": "good", "late": "late", "not met": "dim"}
# Top and stem, by standing: without colour the shapes tell who is late.
BLOCKS: dict[Standing, str] = {"in time": "▲█", "late": "△▒", "not met": "··"}
ASCII: dict[Standing, str] = {"in time": "^#", "late": "A:", "not met": ".."}
LINES, PLAIN_LINES = "═━─╌", "=--."


class Stretch(NamedTuple):
    """A circle's part of the wood: its name, its trees by their places in the report, and its cells."""

    name: str
    trees: tuple[int, ...]
    width: int
    empty: bool


def text(report: RootsReport, screen: Screen) -> str:
    """The wood, a line of it for as many circles as fit, and the strongest roots."""
    head = f"{long_day(report.today, report.today)}: {summary(report)}"
    if not report.people:
        return screen.wrap("", head, indent=2)
    lines = [screen.wrap("", head, indent=2)]
    for band in _bands(_stretches(report), (screen.width or PIPE) - 2):
        lines += ["", *_wood(report, band, screen)]
    lines += ["", _legend(screen)]
    if report.roots:
        lines += ["", *_roots(report, screen)]
    more = report.joined - min(len(report.roots), ROOTS)
    if more:
        lines.append(screen.style(f"  … and {more:,} more: netbook roots -o roots.html, or --csv", "dim"))
    return "\n".join(lines)


def _stretches(report: RootsReport) -> list[Stretch]:
    stems = [Stem(tree.name, tree.circle, tree.size) for tree in report.trees]
    links = [Joint(root.a, root.b, root.strength, "") for root in report.roots]
    rows = []
    for circle, trees in enumerate(in_order(stems, len(report.circles), links)):
        empty = circle in report.empty
        name = clip(visible(report.circles[circle]), NAMES) + (": nobody yet" if empty else "")
        rows.append(Stretch(name, tuple(trees), max(COLUMN * len(trees), width_of(name) + 2), empty))
    return rows


def _bands(stretches: Sequence[Stretch], room: int) -> Iterator[list[Stretch]]:
    """The circles in lines that fit; one that is too wide goes on in the next line."""
    band: list[Stretch] = []
    for stretch in stretches:
        for part in _parts(stretch, max(room, COLUMN)):
            if band and sum(one.width for one in band) + part.width > room:
                yield band
                band = []
            band.append(part)
    yield band


def _parts(stretch: Stretch, room: int) -> Iterator[Stretch]:
    most = max(room // COLUMN, 1)
    if len(stretch.trees) <= most:
        yield stretch._replace(width=min(stretch.width, room), name=clip(stretch.name, room - 2))
        return
    for first in range(0, len(stretch.trees), most):
        trees = stretch.trees[first : first + most]
        name = stretch.name if first == 0 else ""
        yield Stretch(name, trees, max(COLUMN * len(trees), width_of(name) + 2), empty=False)


def _wood(report: RootsReport, band: Sequence[Stretch], screen: Screen) -> list[str]:
    most = max((tree.contacts for tree in report.trees), default=0)
    shapes = BLOCKS if screen.can("▲█△▒·") else ASCII
    tallest = max(
        (_height(report.trees[place].size, most) for part in band for place in part.trees), default=0
    )
    lines = []
    for level in range(tallest, 0, -1):
        lines.append([
            "".join(_cell(report, place, level, most, shapes, screen) for place in part.trees)
            + " " * (part.width - COLUMN * len(part.trees))
            for part in band
        ])  # fmt: skip
    line = "━" if screen.can("━") else "-"
    lines.append([_padded(line * (part.width - 1), part, screen) for part in band])
    initials = [
        "".join(pad(_initials(report.trees[place].name), COLUMN) for place in part.trees) for part in band
    ]
    lines.append([pad(cell, part.width) for cell, part in zip(initials, band, strict=True)])
    lines.append([_padded(part.name, part, screen) for part in band])
    return [line for cells in lines if (line := f"  {''.join(cells)}".rstrip())]


def _padded(text: str, part: Stretch, screen: Screen) -> str:
    """A text as wide as the stretch, in the warm colour where nobody is in the circle."""
    return screen.style(text, "late" if part.empty else "dim") + " " * (part.width - width_of(text))


def _height(contacts: int, most: int) -> int:
    return 2 + round((TALL - 2) * growth(contacts, most)) if contacts else 1


def _cell(
    report: RootsReport, place: int, level: int, most: int, shapes: dict[Standing, str], screen: Screen
) -> str:
    tree = report.trees[place]
    height = _height(tree.size, most)
    if level > height:
        return " " * COLUMN
    mark = shapes[tree.standing][0 if level == height else 1]
    return screen.style(mark, STYLES[tree.standing]) + " " * (COLUMN - 1)


def _initials(name: str) -> str:
    """Two letters of a name; one of a script with wide letters."""
    words = visible(name).split()
    letters = words[0][:1] + (words[-1][:1] if len(words) > 1 else words[0][1:2])
    return letters if width_of(letters) < COLUMN else letters[:1]


def _legend(screen: Screen) -> str:
    shapes = BLOCKS if screen.can("▲█△▒·") else ASCII
    line = {"in time": "in time", "late": "late", "not met": "not met yet"}
    marks = [(shapes[kind][0], style, line[kind]) for kind, style in STYLES.items()]
    return screen.legend(marks, "the taller, the more contact")


def _roots(report: RootsReport, screen: Screen) -> list[str]:
    """The strongest roots: who, how thick, who, by what."""
    shown = report.roots[:ROOTS]
    strongest = max(root.strength for root in shown)
    names = [(_named(report, root.a, screen), _named(report, root.b, screen)) for root in shown]
    left, right = (max(width_of(pair[side]) for pair in names) for side in (0, 1))
    lines = []
    for root, (a, b) in zip(shown, names, strict=True):
        lead = f"  {pad(a, left)} {_thickness(root, strongest, screen)} {pad(b, right)}  "
        if screen.width is not None and screen.width - width_of(lead) < 16:
            lines.append(
                screen.wrap(
                    "  ", f"{a} {_thickness(root, strongest, screen)} {b}: {joins(report, root)}", indent=6
                )
            )
        else:
            lines.append(screen.wrap(lead, joins(report, root), "dim"))
    return lines


def _named(report: RootsReport, place: int, screen: Screen) -> str:
    name = visible(report.trees[place].name)
    return name if screen.width is None else clip(name, NAMES)


def _thickness(root: Root, strongest: float, screen: Screen) -> str:
    marks = LINES if screen.can(LINES) else PLAIN_LINES
    if not root.topics and not root.ties:
        return marks[3] * 3
    part = root.strength / strongest
    return marks[0 if part > 0.66 else 1 if part > 0.33 else 2] * 3
