"""Bars of several parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.bars import stacked


@pytest.mark.parametrize(
    ("parts", "most", "cells", "taken"),
    [
        # Enough cells: one for each.
        ([2, 2, 1], 5, 10, [2, 2, 1]),
        ([0, 0, 0], 5, 10, [0, 0, 0]),
        ([5, 5, 0], 10, 10, [5, 5, 0]),
        # 20 in 10 cells, two to a cell: 8 are 4, 8 and 4 end at 6, all 20 at 10.
        ([8, 4, 8], 20, 10, [4, 2, 4]),
        # The parts end at 1, 2 and 3; 0.5, 1 and 1.5 cells are 1, 1 and 2 with halves up.
        ([1, 1, 1], 20, 10, [1, 0, 1]),
        # A hundredth of a cell is still something, and stands for the largest part.
        ([0, 1, 0], 1000, 10, [0, 1, 0]),
    ],
)
def test_cells(parts: list[int], most: int, cells: int, taken: list[int]) -> None:
    assert stacked(parts, most, cells) == taken


@settings(max_examples=50)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=4), st.integers(0, 500), st.integers(1, 60))
def test_no_bar_is_too_long_and_none_is_empty_but_for_nothing(
    parts: list[int], more: int, cells: int
) -> None:
    most = sum(parts) + more
    taken = stacked(parts, most, cells)
    assert len(taken) == len(parts)
    assert all(cell >= 0 for cell in taken)
    assert sum(taken) <= cells
    assert bool(sum(taken)) == bool(sum(parts))
