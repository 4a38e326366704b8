"""Rows for scripts: CSV (RFC 4180, LF) and JSON, the same columns in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from itertools import islice
from typing import Any, TextIO

from netbook.core.several import in_one_cell

_AS_IT_IS = {int, float, date}  # what str() makes a cell of
BLOCK = 1_000  # rows that are written at once


def cell(value: object) -> object:
    """A value as a CSV cell has it: yes and no in words, several joined, none empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list)):
        return in_one_cell(str(cell(part)) for part in value)
    return value


def write_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A header and the rows.

    Where nothing is to be quoted the cells are joined, in a third of the time that csv takes to look at each letter.
    """
    import csv

    block = StringIO()
    writer = csv.writer(block, lineterminator="\n")
    writer.writerow(columns)
    commas, left = len(columns) - 1, iter(rows)
    while block.tell():
        out.write(block.getvalue())
        block.seek(0)
        block.truncate()
        for row in islice(left, BLOCK):
            cells = [
                value if type(value) is str else "" if value is None
                else str(value) if type(value) in _AS_IT_IS else str(cell(value))
                for value in row
            ]  # fmt: skip
            line = ",".join(cells)
            plain = not ('"' in line or "\n" in line or "\r" in line) and line.count(",") == commas
            # csv writes "" for a row that is one empty cell.
            if plain and line:
                block.write(f"{line}\n")
            else:
                writer.writerow(cells)


def write_json(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """One array with an object a row, one row a line."""
    opening = "["
    for text in _objects(columns, rows):
        out.write(f"{opening}\n{text}")
        opening = ","
    out.write("[]\n" if opening == "[" else "\n]\n")


def _objects(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    import json

    encoder = json.JSONEncoder(ensure_ascii=False, default=as_json)
    for row in rows:
        yield encoder.encode(dict(zip(columns, row, strict=True)))


def write_object(out: TextIO, answer: object) -> None:
    """One object, for an answer that is one thing: a frozen dataclass, a named tuple or a dictionary."""
    import json

    out.write(json.dumps(tree(answer), ensure_ascii=False, indent=2, default=as_json) + "\n")


def tree(value: Any) -> Any:
    """An answer as dictionaries and lists, by the names of its fields."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: tree(getattr(value, name)) for name in value.__dataclass_fields__}
    if hasattr(value, "_fields"):
        return {name: tree(getattr(value, name)) for name in value._fields}
    if isinstance(value, dict):
        return {name: tree(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [tree(part) for part in value]
    return value


def as_json(value: object) -> str:
    """What JSON has no form for: a day, as ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")
