"""The roots as GraphML, for networkx, Gephi and yEd (graphml.graphdrawing.org)."""

from collections.abc import Mapping
from typing import TextIO

from netbook.core.several import JOIN
from netbook.render.markup import escaped
from netbook.reports.roots import RootsReport

NODE = {
    "name": "string", "handle": "string", "circle": "string", "org": "string", "contacts": "int",
    "last_contact": "string", "standing": "string", "days_late": "int",
}  # fmt: skip
EDGE = {"weight": "double", "topics": "string", "ties": "string", "meetings": "int"}


def write(out: TextIO, report: RootsReport) -> None:
    """The graph; what is empty is left out, several values are joined by "; "."""
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for kind, keys in (("node", NODE), ("edge", EDGE)):
        for name, type_ in keys.items():
            out.write(f'  <key id="{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n')
    out.write('  <graph id="roots" edgedefault="undirected">\n')
    for tree in report.trees:
        cells = tree._asdict() | {"circle": report.circles[tree.circle]}
        out.write(f'    <node id="{escaped(tree.handle)}">{_data(NODE, cells)}</node>\n')
    for row in report.rows():
        ends = f'source="{escaped(row.a_handle)}" target="{escaped(row.b_handle)}"'
        out.write(f"    <edge {ends}>{_data(EDGE, row._asdict() | {'weight': row.strength})}</edge>\n")
    out.write("  </graph>\n</graphml>\n")


def _data(keys: Mapping[str, str], cells: Mapping[str, object]) -> str:
    return "".join(f'<data key="{key}">{text}</data>' for key in keys if (text := _text(cells[key])))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        value = JOIN.join(map(str, value))
    return "" if value is None else escaped(str(value))
