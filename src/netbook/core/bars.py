"""Bars made of several parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise


def stacked(parts: Sequence[int], most: int, cells: int) -> list[int]:
    """How many cells each part of a bar takes, where `most` would fill all of them.

    A cell stands for one as long as there are enough; then the bar is scaled, and is empty only for nothing.
    """
    if most <= cells:
        return list(parts)
    # Rounding where each part ends, not how long it is, keeps bars of the same sum equally long.
    ends = [(2 * end * cells + most) // (2 * most) for end in accumulate(parts)]
    taken = [after - before for before, after in pairwise([0, *ends])]
    if any(parts) and not any(taken):
        taken[max(range(len(parts)), key=parts.__getitem__)] = 1
    return taken
