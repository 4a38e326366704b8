"""The numbers of merged rows: a published row keeps its own, and a row that is only here gives way."""

from collections.abc import Mapping
from typing import NamedTuple

from netbook.core.sync.published import Key, Row, State
from netbook.core.sync.sides import Around
from netbook.core.tables import TABLES

NONE = 2**53  # more than any number; what has none comes last


class Moved(NamedTuple):
    """A row that has another number now."""

    table: str
    key: Key
    before: int
    now: int


def number(merged: State, base: State, ours: State, theirs: State, around: Around) -> list[Moved]:
    """Give every merged row its number; the rows of ours that had another one.

    A reference that was given out elsewhere is not taken, even if its row is gone. `base` are the rows that
    were published before: they keep the number that they had.
    """
    moved = []
    for name, rows in merged.items():
        if "id" not in TABLES[name].columns:
            continue
        numbers = _numbers(name, rows, base[name], ours[name], theirs[name], around)
        for key, now in numbers.items():
            rows[key] = {**rows[key], "id": now}
            mine = ours[name].get(key)
            if mine is not None and mine["id"] not in (0, now):
                moved.append(Moved(name, key, _id(mine), now))
    return moved


def _numbers(
    name: str,
    rows: Mapping[Key, Row],
    base: Mapping[Key, Row],
    ours: Mapping[Key, Row],
    theirs: Mapping[Key, Row],
    around: Around,
) -> dict[Key, int]:
    numbers = {key: _own(theirs, key) for key in rows if _own(theirs, key) != NONE}
    taken = set(numbers.values())
    # A row that is known by another person or topic now has kept its number.
    freed = {_id(row) for key, row in base.items() if key not in rows}
    waiting = []
    for key in sorted(rows.keys() - numbers.keys(), key=lambda key: (_own(ours, key), key)):
        own = _own(ours, key)
        is_old = key in base or own in freed
        given = TABLES[name].letter is not None and own <= around.published.get(name, 0) and not is_old
        if own == NONE or given or own in taken:
            waiting.append(key)
        else:
            numbers[key] = own
            taken.add(own)
    highest = max([around.highest.get(name, 0), *taken])
    return numbers | {key: highest + place for place, key in enumerate(waiting, 1)}


def _own(rows: Mapping[Key, Row], key: Key) -> int:
    return (_id(rows[key]) if key in rows else 0) or NONE


def _id(row: Row) -> int:
    number = row["id"]
    assert isinstance(number, int)
    return number


def highest(merged: State) -> dict[str, int]:
    """By table, the highest number among its merged rows."""
    return {
        name: max(_id(row) for row in rows.values())
        for name, rows in merged.items()
        if rows and "id" in TABLES[name].columns
    }
