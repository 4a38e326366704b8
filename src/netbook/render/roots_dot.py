"""The roots for Graphviz: a node for each person, inside their circle, an edge for what two of them share."""

from collections import defaultdict
from typing import TextIO

from netbook.core.text import visible
from netbook.render.roots_words import label
from netbook.reports.roots import RootsReport, Standing, Tree

FILLS: dict[Standing, str] = {"in time": "#cfe0d2", "late": "#f3d9ae", "not met": "#e4e1da"}


def write(out: TextIO, report: RootsReport) -> None:
    """The graph as DOT; `fdp`, `sfdp` and `dot` all take it."""
    out.write("graph roots {\n")
    out.write('  graph [overlap=false, splines=true, outputorder=edgesfirst, fontname="Georgia"];\n')
    out.write('  node [shape=box, style="rounded,filled", color="#8d7a62", fontname="Georgia"];\n')
    out.write('  edge [color="#a27a58", fontsize=10, fontname="Georgia"];\n')
    groups: dict[int, list[tuple[int, Tree]]] = defaultdict(list)
    for place, tree in enumerate(report.trees):
        groups[tree.circle].append((place, tree))
    for circle, trees in sorted(groups.items()):
        out.write(f"  subgraph cluster_{circle} {{\n    label={quoted(report.circles[circle])};\n")
        for place, tree in trees:
            out.write(f"    {_node(place, tree)}\n")
        out.write("  }\n")
    for root in report.roots:
        style = "" if root.topics or root.ties else ", style=dashed"
        line = f", label={quoted(label(report, root))}" if root.topics or root.ties else ""
        out.write(
            f"  n{root.a} -- n{root.b} [weight={max(1, round(10 * root.strength))}, "
            f"penwidth={1 + min(root.strength, 4):.1f}{line}{style}];\n"
        )
    out.write("}\n")


def _node(place: int, tree: Tree) -> str:
    return (
        f"n{place} [label={quoted(tree.name)}, tooltip={quoted(tree.handle)}, "
        f'fillcolor="{FILLS[tree.standing]}"];'
    )


def quoted(text: str) -> str:
    """A text as a DOT string: a backslash would begin an escape of labels, `\\N` the node's name."""
    inner = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
