"""Slips of the keyboard: whether two names are so alike that one may be the other, mistyped."""

from __future__ import annotations

from netbook.core.names import squash

SHORTEST = 4  # letters under which one slip makes another word: PMI, PMO


def one_slip_apart(key: str, other: str) -> bool:
    """Whether one letter added, left out, replaced or swapped with its neighbour makes one key the other.

    Spaces do not count. Two keys with different numbers, or different letters standing alone, are two
    names: 2025 and 2026, group a and group b.
    """
    if key == other or _signs(key) != _signs(other):
        return False
    one, two = squash(key), squash(other)
    if min(len(one), len(two)) < SHORTEST:
        return False
    same = _shared(one, two)
    one, two = one[same:], two[same:]
    same = _shared(one[::-1], two[::-1])
    one, two = one[: len(one) - same], two[: len(two) - same]
    return (len(one) <= 1 and len(two) <= 1) or (len(one) == 2 and one == two[::-1])


def _signs(key: str) -> list[str]:
    """The words that tell editions and groups apart: numbers, and letters standing alone."""
    return [word for word in key.split() if len(word) == 1 or any(c.isdigit() for c in word)]


def _shared(one: str, two: str) -> int:
    """How many letters both begin with."""
    length = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        length += 1
    return length
