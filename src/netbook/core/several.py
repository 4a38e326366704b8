r"""Several values in one cell of a table: joined by "; ", one that has "; " of its own is written with "\; "."""

import re
from collections.abc import Iterable

JOIN = "; "
# Backslashes count only where they could be taken for one that keeps values together.
_BEFORE = re.compile(r"\\+(?=; |\Z)")
_PARTED = re.compile(r"(?<!\\)(?:\\\\)*; ")


def in_one_cell(values: Iterable[str]) -> str:
    """Values as one cell has them; `values_of` gives them back."""
    return JOIN.join(map(_kept_together, values))


def values_of(cell: str) -> list[str]:
    """The values that `in_one_cell` joined."""
    values, start = [], 0
    for end in _PARTED.finditer(cell):
        values.append(cell[start : end.end() - len(JOIN)])
        start = end.end()
    return [_single(value) for value in (*values, cell[start:])]


def _kept_together(value: str) -> str:
    if JOIN not in value and not value.endswith("\\"):
        return value
    return _BEFORE.sub(lambda backslashes: backslashes[0] * 2, value).replace(JOIN, "\\; ")


def _single(value: str) -> str:
    if "\\" not in value:
        return value
    return _BEFORE.sub(lambda backslashes: backslashes[0][: len(backslashes[0]) // 2], value)
