"""The roots as one HTML file: the picture as it is printed, and a script that makes it answer.

Without scripts the picture and the list under it say the same. Nothing is loaded from anywhere, and the file
forbids it to itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import TextIO

from netbook.core.roots_layout import tree_height
from netbook.core.text import visible
from netbook.render.markup import POLICY, asset, escaped, px, script_data
from netbook.render.roots_svg import CLASSES, STYLE, colours, layout_of, picture
from netbook.render.roots_words import described, joins, summary
from netbook.reports.roots import Distant, Root, RootsReport, Tree

DRAWN, ROOTS = 60, 90  # what the first picture shows
LISTED = 12  # roots of a person in the list
FORM = """<form id="controls" role="search" hidden>
<label>Find somebody <input id="find" type="search" list="names" autocomplete="off" spellcheck="false"></label>
<datalist id="names"></datalist>
<label>Circle <select id="circle"><option value="">every circle</option></select></label>
<label>Topic <select id="topic"><option value="">every topic</option></select></label>
<button type="submit">Find</button>
<button type="button" id="closer" aria-label="Zoom in">+</button>
<button type="button" id="farther" aria-label="Zoom out">−</button>
<button type="button" id="reset">Show all</button>
</form>
"""
HINT = """<template id="hint"><p>Choose a tree to see what that person shares, and with whom. With the keyboard:
Tab into the picture, ← and → from tree to tree, Enter to choose, ↑ and ↓ along the roots, Shift and arrows to move,
+ − 0 to zoom, / to find, Esc to let go. With the pointer: drag to move, pinch or Ctrl and wheel to zoom.</p></template>
"""


def write(out: TextIO, report: RootsReport) -> None:
    """The page."""
    first = first_picture(report)
    style = colours(":root") + STYLE + asset("roots_page.css")
    out.write(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{POLICY}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Roots</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><h1>Roots</h1>\n<p id="summary" role="status">{escaped(_summary(report))}</p>\n{FORM}</header>\n'
        '<main>\n<div class="stage">\n'
    )
    out.writelines(picture(first, layout_of(first, titled=False), own_style=False))
    out.write(
        '<aside id="about" aria-label="The person you chose" aria-live="polite" hidden></aside>\n</div>\n'
    )
    out.writelines(in_words(report))
    out.write("</main>\n" + HINT + '<script type="application/json" id="data">')
    out.write(script_data(_data(report)))
    out.write(f"</script>\n<script>\n{asset('roots.js')}</script>\n")
    out.write("</body>\n</html>\n")


def _summary(report: RootsReport) -> str:
    """What the first picture shows, and how many more people the page knows."""
    more = len(report.trees) > DRAWN
    line = summary(first_picture(report))
    return f"{line}. Find and the filters reach {len(report.trees):,} people." if more else line


def first_picture(report: RootsReport) -> RootsReport:
    """The report as far as one page shows it; the others are in the distance."""
    trees = report.trees[:DRAWN]
    roots = [root for root in report.roots if root.a < len(trees) and root.b < len(trees)][:ROOTS]
    behind = [Distant(tree.circle, tree.size) for tree in report.trees[DRAWN:]]
    return report._replace(trees=trees, roots=roots, behind=[*report.behind, *behind])


def in_words(report: RootsReport) -> Iterator[str]:
    """The first picture in words, for whoever does not see it or runs no scripts."""
    shown = min(len(report.trees), DRAWN)
    theirs: dict[int, list[Root]] = defaultdict(list)
    for root in report.roots:
        if root.a < shown and root.b < shown:
            theirs[root.a].append(root)
            theirs[root.b].append(root)
    yield "<details>\n<summary>The picture as a list</summary>\n<dl>\n"
    for place in range(shown):
        yield f"<dt>{escaped(described(report, report.trees[place]))}</dt>\n"
        for root in theirs[place][:LISTED]:
            other = report.trees[root.b if root.a == place else root.a]
            yield f"<dd>{escaped(f'{other.name}: {joins(report, root)}')}</dd>\n"
        if not theirs[place]:
            yield "<dd>shares nothing with the others in the picture</dd>\n"
    yield "</dl>\n</details>\n"


def _data(report: RootsReport) -> str:
    """Everything the script knows, as JSON."""
    most = max((tree.contacts for tree in report.trees), default=0)
    result = {
        "summary": _summary(report),
        "circles": [visible(name) for name in report.circles],
        "topics": [visible(name) for name in report.topics],
        "people": [_person(report, tree, most) for tree in report.trees],
        "roots": [_root(root) for root in report.roots],
    }
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def _person(report: RootsReport, tree: Tree, most: int) -> dict[str, object]:
    return {
        "name": visible(tree.name), "circle": tree.circle, "kind": CLASSES[tree.standing],
        "height": float(px(tree_height(tree.size, most))), "text": described(report, tree), "topics": tree.topics,
    }  # fmt: skip


def _root(root: Root) -> dict[str, object]:
    return {
        "a": root.a, "b": root.b, "strength": root.strength, "topics": root.topics,
        "ties": [visible(tie) for tie in root.ties], "met": root.meetings,
    }  # fmt: skip
