"""The picture of the roots as SVG: redwoods on a line, and under it what joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from netbook.core.roots_layout import (
    NAME,
    SAPLING,
    Joint,
    Layout,
    PlacedCircle,
    PlacedRoot,
    PlacedText,
    PlacedTree,
    Stem,
    lay_out,
    text_width,
    tree_height,
)  # fmt: skip
from netbook.render.days import long_day
from netbook.render.markup import escaped, px
from netbook.render.roots_words import described, joins, label, summary
from netbook.reports.roots import Root, RootsReport, Standing, Tree

CLASSES: dict[Standing, str] = {"in time": "good", "late": "late", "not met": "new"}
LAYERS = (3, 4, 5, 6, 7, 8, 9)  # of boughs; a taller tree has more
SMALL = 12.0  # size of type
TALLER, THICKER = "a taller tree: more contact", "the thicker, the more they share"
DASHED = "only met together"
UNTITLED = 24.0  # above the names where no title stands
FAR = 0.8  # of their height
BACKGROUND = 1_600  # trees in the distance at most

# One statement of the colours, for paper and for the dark: SVG, HTML and the page use it.
LIGHT = {
    "paper": "#f8f4ea", "soil": "#f0e8d9", "ink": "#2f2a24", "quiet": "#6f675b", "line": "#8d7a62",
    "trunk": "#8b5238", "good": "#4d7758", "late": "#c9862a", "new": "#b3ada1", "root": "#a27a58",
    "warm": "#a04f10", "mark": "#8b3a1d",
}  # fmt: skip
DARK = {
    "paper": "#1b1a17", "soil": "#232019", "ink": "#ece5d8", "quiet": "#a89f90", "line": "#8a7860",
    "trunk": "#a8694b", "good": "#6f9f7c", "late": "#dda04a", "new": "#6b665d", "root": "#a58161",
    "warm": "#f0a35e", "mark": "#ff9d76",
}  # fmt: skip
# Paper is white already; ink on all of it would be wasted.
PRINT = LIGHT | {"paper": "#ffffff", "soil": "#f7f2e8"}
SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'DejaVu Serif', serif"
STYLE = """
.roots text { font-family: var(--serif); fill: var(--ink) }
.roots .sky { fill: var(--paper) } .roots .soil { fill: var(--soil) }
.roots .ground { stroke: var(--line); stroke-width: 1.5 }
.roots .trunk { fill: var(--trunk) }
.roots .good .crown, .roots .far { fill: var(--good) }
.roots .late .crown { fill: var(--late) }
.roots .new .crown { fill: var(--new) }
.roots .shade { fill: var(--ink); opacity: .13 }
.roots .far { opacity: .26 }
.roots .root path { fill: var(--root); opacity: .62 }
.roots .root.met path { fill: none; stroke: var(--root); stroke-width: 1.5; stroke-dasharray: 5 4 }
.roots .name { font-size: 12px } .roots .circle text { font-size: 13px; font-style: italic; fill: var(--quiet) }
.roots .circle line { stroke: var(--line); stroke-width: 3 }
.roots .circle.empty text { fill: var(--warm) } .roots .circle.empty line { stroke: var(--warm); stroke-dasharray: 3 3 }
.roots .circle.empty path { fill: none; stroke: var(--warm); stroke-dasharray: 3 3 }
.roots .tree .crown { stroke: var(--paper); stroke-width: .7 }
.roots .halo { paint-order: stroke; stroke: var(--soil); stroke-width: 4px; stroke-linejoin: round }
.roots .label { font-size: 11px; font-style: italic; fill: var(--ink) }
.roots .title { font-size: 24px } .roots .small { font-size: 12px; fill: var(--quiet) }
"""


def variables(colours: dict[str, str]) -> str:
    """The colours as CSS has them."""
    return "; ".join(f"--{name}: {colour}" for name, colour in colours.items())


def colours(root: str) -> str:
    """The style sheet's colours for an element: light, dark where that is preferred, light on paper."""
    light = variables(LIGHT)
    return (
        f"{root} {{ {light}; --serif: {SERIF} }}\n"
        f"@media (prefers-color-scheme: dark) {{ {root} {{ {variables(DARK)} }} }}\n"
        f"@media print {{ {root} {{ {variables(PRINT)} }} }}\n"
    )


def write(out: TextIO, report: RootsReport) -> None:
    """The picture as a file of its own."""
    layout = layout_of(report, titled=True)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.writelines(picture(report, layout, own_style=True))


def layout_of(report: RootsReport, *, titled: bool) -> Layout:
    """Where everything stands, under a title or not."""
    stems = [Stem(tree.name, tree.circle, tree.size) for tree in report.trees]
    links = [Joint(root.a, root.b, root.strength, label(report, root)) for root in report.roots]
    circles = [
        f"{name}: nobody yet" if place in report.empty else name for place, name in enumerate(report.circles)
    ]
    return lay_out(stems, circles, links, *([] if titled else [UNTITLED]))


def picture(report: RootsReport, layout: Layout, *, own_style: bool) -> Iterator[str]:
    """The lines of the picture; with a style of its own it stands alone, else it takes that of its page."""
    size = f'viewBox="0 0 {px(layout.width)} {px(layout.height)}"'
    alone = f' width="{px(layout.width)}" height="{px(layout.height)}"' if own_style else ""
    attributes = f'class="roots" {size}{alone} role="img" aria-label="{escaped(summary(report))}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n'
    if own_style:
        yield f"<style>{colours('.roots')}{STYLE}</style>\n"
    yield f"<defs>{''.join(_crowns())}</defs>\n"
    yield f'<rect class="sky" width="{px(layout.width)}" height="{px(layout.height)}"/>\n'
    yield (
        f'<rect class="soil" y="{px(layout.ground)}" width="{px(layout.width)}" '
        f'height="{px(layout.height - layout.ground)}"/>\n'
    )
    yield '<g class="world">\n'
    yield from _distance(report, layout)
    yield '<g class="below">\n'
    for root, placed in sorted(
        zip(report.roots, layout.roots, strict=True), key=lambda pair: pair[0].strength
    ):
        yield _root(report, root, placed, layout.ground)
    yield "</g>\n"
    yield f'<path class="ground" d="M0 {px(layout.ground)}H{px(layout.width)}"/>\n'
    for place, circle in enumerate(layout.circles):
        yield _circle(circle, layout.ground, empty=place in report.empty)
    yield '<g class="above">\n'
    for place, (tree, spot) in enumerate(zip(report.trees, layout.trees, strict=True)):
        yield _tree(report, place, tree, spot, layout)
    yield "</g>\n"
    for root, placed in zip(report.roots, layout.roots, strict=True):
        if placed.label:
            yield _label(root, placed.label)
    yield "</g>\n"
    if own_style:
        yield from _title(report)
    yield f'<g class="caption">{"".join(_legend(40.0, layout.height - 30))}</g>\n'
    yield "</svg>\n"


def _crowns() -> Iterator[str]:
    """A crown one wide and one high for each number of layers, its shaded half, and a trunk."""
    for layers in LAYERS:
        edge = _edge(layers)
        right = "L".join(f"{_n3(x)} {_n3(y)}" for x, y in edge)
        left = "L".join(f"{_n3(-x)} {_n3(y)}" for x, y in reversed(edge))
        yield f'<path id="crown{layers}" vector-effect="non-scaling-stroke" d="M0 0L{right}L{left}Z"/>'
        yield f'<path id="shade{layers}" d="M0 0L{right}L0 {_n3(edge[-1][1])}Z"/>'
    yield '<path id="trunk" d="M-.03 0C-.05 .7 -.09 .9 -.2 1L.2 1C.09 .9 .05 .7 .03 0Z"/>'


def _edge(layers: int) -> list[tuple[float, float]]:
    """The right edge of a crown: each bough reaches out a little farther than the one above, and droops."""
    points = []
    for layer in range(1, layers + 1):
        y = (layer / layers) ** 0.92
        out = 0.5 * (layer / layers) ** 0.8 * (0.93 if layer % 2 else 1.0)
        points += [(out, y), (out * 0.55, y - 0.28 / layers)]
    return points[:-1]


def _circle(circle: PlacedCircle, ground: float, *, empty: bool) -> str:
    """A circle's stretch of the ground and its name; where nobody stands, the outline of a tree to come."""
    box, y = circle.name.box, px(ground)
    sapling = ""
    if empty:
        middle = px((circle.left + circle.right) / 2)
        sapling = f'<path d="M{middle} {px(ground - 40)}l9 32h-18Zm0 32v8"/>'
    line = f'<line x1="{px(circle.left + 3)}" x2="{px(circle.right - 3)}" y1="{y}" y2="{y}"/>'
    return (
        f'<g class="circle{" empty" if empty else ""}">{sapling}{line}<text class="halo" '
        f'x="{px((box.left + box.right) / 2)}" y="{px(box.bottom - 3)}" text-anchor="middle">'
        f"{escaped(circle.name.lines[0])}</text></g>\n"
    )


def _tree(report: RootsReport, place: int, tree: Tree, spot: PlacedTree, layout: Layout) -> str:
    kind = CLASSES[tree.standing]
    layers = min(max(round(spot.height / 30), LAYERS[0]), LAYERS[-1])
    foot = spot.height * (0.16 if spot.height > SAPLING else 0.22)
    top, crown = layout.ground - spot.height, spot.height - foot
    shape = f'transform="translate({px(spot.x)} {px(top)}) scale({px(spot.width)} {px(crown)})"'
    inside, tall = top + 0.4 * crown, spot.height - 0.4 * crown
    trunk = f'transform="translate({px(spot.x)} {px(inside)}) scale({px(spot.width)} {px(tall)})"'
    return (
        f'<g class="tree {kind}" data-tree="{place}"><title>{escaped(described(report, tree))}</title>'
        f'<use class="trunk" href="#trunk" {trunk}/><use class="crown" href="#crown{layers}" {shape}/>'
        f'<use class="shade" href="#shade{layers}" {shape}/>{_name(spot, layout.upright)}</g>\n'
    )


def _name(spot: PlacedTree, upright: bool) -> str:
    box = spot.name.box
    if upright:
        x, y = spot.x + NAME * 0.33, box.bottom
        turned = f"translate({px(x)} {px(y)}) rotate(-90)"
        return f'<text class="name" transform="{turned}">{escaped(spot.name.lines[0])}</text>'
    step = 1.25 * NAME
    lines = "".join(
        f'<tspan x="{px(spot.x)}" y="{px(box.top + step * (row + 0.8))}">{escaped(line)}</tspan>'
        for row, line in enumerate(spot.name.lines)
    )
    return f'<text class="name" text-anchor="middle">{lines}</text>'


def _root(report: RootsReport, root: Root, placed: PlacedRoot, ground: float) -> str:
    only_met = not root.topics and not root.ties
    shape = root_line(placed, ground) if only_met else root_shape(placed, ground)
    return (
        f'<g class="root{" met" if only_met else ""}" data-a="{root.a}" data-b="{root.b}">'
        f'<title>{escaped(_ends(report, root))}</title><path d="{shape}"/></g>\n'
    )


def _label(root: Root, label: PlacedText) -> str:
    x, y = px((label.box.left + label.box.right) / 2), px(label.box.bottom - 3)
    return (
        f'<text class="label halo" data-a="{root.a}" data-b="{root.b}" x="{x}" y="{y}" text-anchor="middle">'
        f"{escaped(label.lines[0])}</text>\n"
    )


def _ends(report: RootsReport, root: Root) -> str:
    a, b = report.trees[root.a].name, report.trees[root.b].name
    return f"{a} and {b}: {joins(report, root)}"


def root_line(placed: PlacedRoot, ground: float) -> str:
    """A thin root, as a line."""
    left, right, top, low = (
        px(placed.left),
        px(placed.right),
        px(ground),
        px(ground + placed.depth),
    )
    return f"M{left} {top}C{left} {low} {right} {low} {right} {top}"


def root_shape(placed: PlacedRoot, ground: float) -> str:
    """A root that grows thinner on its way down, as the area between two curves."""
    half, thin = placed.thickness / 2, 0.6 * placed.thickness / 2
    top, outer, inner = (
        px(ground),
        px(ground + placed.depth + thin),
        px(ground + placed.depth - thin),
    )
    left, right = placed.left, placed.right
    return (
        f"M{px(left - half)} {top}"
        f"C{px(left - thin)} {outer} {px(right + thin)} {outer} {px(right + half)} {top}"
        f"H{px(right - half)}C{px(right - thin)} {inner} {px(left + thin)} {inner} {px(left + half)} {top}Z"
    )


def _distance(report: RootsReport, layout: Layout) -> Iterator[str]:
    """Those without a tree of their own: a pale wood behind, along the stretch of their circle."""
    most = max((tree.contacts for tree in report.trees), default=0)
    groups: dict[int, list[int]] = defaultdict(list)
    for tree in report.behind:
        groups[tree.circle].append(tree.contacts)
    step, ground = max(1.0, len(report.behind) / BACKGROUND), px(layout.ground)
    yield '<g class="far">'
    for circle, trees in sorted(groups.items()):
        left, right = layout.circles[circle].left, layout.circles[circle].right
        shown = max(1, round(len(trees) / step))
        shape = []
        for place in range(shown):
            # A golden step spreads neighbours in the list all over the stretch.
            x = left + (right - left) * ((place * 0.618034) % 1)
            height = FAR * tree_height(trees[int(place * len(trees) / shown)], most)
            half = max(2.0, 0.06 * height)
            shape.append(f"M{px(x - half)} {ground}l{px(half)} {px(-height)} {px(half)} {px(height)}Z")
        yield f'<path d="{"".join(shape)}"/>'
    yield "</g>\n"


def _title(report: RootsReport) -> Iterator[str]:
    """What the picture is, where no page says so."""
    scope = f" of {report.scope}" if report.scope else ""
    line = f"{long_day(report.today, date.min)}: {summary(report)}"
    yield f'<text class="title" x="40" y="44">{escaped(f"Roots{scope}")}</text>'
    yield f'<text class="small" x="40" y="64">{escaped(line)}</text>\n'


def _legend(x: float, y: float) -> Iterator[str]:
    """What colours and lines mean."""
    for kind, line in (("good", "in time"), ("late", "late"), ("new", "not met yet")):
        place = f"translate({px(x + 6)} {px(y - 15)}) scale(11 17)"
        tree = f'<use class="crown" href="#crown4" transform="{place}"/>'
        yield f'<g class="{kind}">{tree}</g>{_small(line, x + 18, y)}'
        x += 18 + text_width(line, SMALL) + 16
    yield _small(TALLER, x, y)
    x += text_width(TALLER, SMALL) + 22
    yield f'<g class="root"><path d="M{px(x)} {px(y - 8)}l42 2.5v2l-42 2.5Z"/></g>{_small(THICKER, x + 50, y)}'
    x += 50 + text_width(THICKER, SMALL) + 22
    yield f'<g class="root met"><path d="M{px(x)} {px(y - 5)}h42"/></g>{_small(DASHED, x + 50, y)}\n'


def _small(text: str, x: float, y: float) -> str:
    return f'<text class="small" x="{px(x)}" y="{px(y)}">{escaped(text)}</text>'


def _n3(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
