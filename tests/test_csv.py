"""CSV as the csv module writes it, to the letter, whichever way a line takes."""

from __future__ import annotations

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netbook.render.data import BLOCK, write_csv

LETTERS = st.text(st.sampled_from("ab,\";\r\n\t'ß\x00 \u2028"), max_size=4)
VALUES = st.one_of(
    st.none(), LETTERS, st.integers(), st.booleans(), st.dates(), st.lists(LETTERS, max_size=2)
)


def written(columns: list[str], rows: list[list[object]]) -> str:
    out = io.StringIO()
    write_csv(out, columns, rows)
    return out.getvalue()


def as_csv_writes(columns: list[str], rows: list[list[object]]) -> str:
    def cell(value: object) -> object:
        if isinstance(value, bool):
            return {True: "true", False: "false"}[value]
        return "; ".join(map(str, value)) if isinstance(value, list) else value

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([columns, *([cell(value) for value in row] for row in rows)])
    return out.getvalue()


@given(st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(VALUES, min_size=width, max_size=width))))
def test_every_row_is_as_csv_writes_it(rows: list[list[object]]) -> None:
    columns = ["a", "b, c", "d"][: len(rows[0]) if rows else 3]
    assert written(columns, rows) == as_csv_writes(columns, rows)


def test_blocks_follow_each_other() -> None:
    rows: list[list[object]] = [
        [number, "x, y" if number % 7 == 0 else "x"] for number in range(2 * BLOCK + 1)
    ]
    assert written(["a", "b"], rows) == as_csv_writes(["a", "b"], rows)


def test_an_empty_table_has_its_header() -> None:
    assert written(["a", "b"], []) == "a,b\n"


def test_a_row_is_one_empty_cell() -> None:
    assert written(["a"], [[None], [""], ["x"], [date(2026, 11, 21)]]) == 'a\n""\n""\nx\n2026-11-21\n'
