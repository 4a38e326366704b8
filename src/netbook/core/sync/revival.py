"""Removals that are void: something was changed, or added to it, on the side that still has the row.

What one side removed while the other did not touch it is gone. Otherwise nothing of the removal is carried out:
everything it took along comes back, meetings with somebody removed among it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from netbook.core.sync.published import Key, Row, State, Value, key_columns, rows_of, same
from netbook.core.sync.rules import required_links
from netbook.core.sync.sides import Sides
from netbook.core.tables import TABLES

Place = tuple[str, Key]


class Revived(NamedTuple):
    """A row whose removal is void: whether it was removed here, and the row that stands against it."""

    table: str
    key: Key
    removed_here: bool
    because: Place


def revive(sides: Sides, joined: dict[str, str]) -> list[Revived]:
    """Take back, in what is merged, every removal that is void; those that were the reason for others' return.

    `joined` are people who were merged into others: whoever was removed on one side and merged on the other stays.
    """
    revived = []
    links = _links(sides.base)
    for here, existing, is_ours in ((sides.ours, sides.theirs, True), (sides.theirs, sides.ours, False)):
        work = _Revival(sides.base, here, links)
        for table, key, because in _against(sides.base, here, existing, joined):
            if work.removed(table, key):
                revived.append(Revived(table, key, is_ours, because))
                work.bring_back(table, key)
    return revived


def _against(
    base: State, here: State, existing: State, joined: dict[str, str]
) -> Iterator[tuple[str, Key, Place]]:
    """What `here` may have removed and `existing` changed: a row that changed, or one that another now links to."""
    for uid, target in joined.items():
        if (uid,) in existing["identity"] and (uid,) not in here["identity"]:
            yield "person", (uid,), ("identity", (uid,))
            yield "person", (target,), ("identity", (uid,))
    for name, key, row in rows_of(existing):
        before = base[name].get(key)
        if name == "identity" or same(row, before):
            continue
        if before is not None:
            yield name, key, (name, key)
        for column in TABLES[name].links:
            value = row[column]
            is_news = before is None or column in required_links(name) or before[column] != value
            if value is not None and is_news:
                yield TABLES[name].links[column], (str(value),), (name, key)


def _links(base: State) -> dict[Place, list[tuple[str, Key, str]]]:
    """By the row that is linked to: the rows that link to it, and by which column."""
    links: dict[Place, list[tuple[str, Key, str]]] = {}
    for name, key, row in rows_of(base):
        for column, target in TABLES[name].links.items():
            if row[column] is not None:
                links.setdefault((target, (str(row[column]),)), []).append((name, key, column))
    return links


class _Revival:
    """Brings rows of the common state back into one side."""

    def __init__(self, base: State, side: State, links: dict[Place, list[tuple[str, Key, str]]]) -> None:
        self._base = base
        self._side = side
        self._links = links

    def removed(self, name: str, key: Key) -> bool:
        """Whether the side removed this row."""
        if name == "person" and key in self._side["identity"]:
            return False
        return key in self._base[name] and key not in self._side[name]

    def bring_back(self, name: str, key: Key) -> None:
        """Bring back a row, what it cannot be without, and what went with it."""
        waiting = [(name, key)]
        while waiting:
            name, key = waiting.pop()
            if not self.removed(name, key):
                continue
            row: dict[str, Value] = dict(self._base[name][key])
            if "id" in row:
                row["id"] = 0  # it may have been given to another since
            self._side[name][key] = row
            waiting += self._needed(name, row)
            # A topic goes when it is made one with another, and what it had is there.
            if name != "topic":
                waiting += self._taken_along(name, key)

    def _needed(self, name: str, row: Row) -> Iterator[Place]:
        for column in required_links(name):
            if row[column] is not None:
                yield TABLES[name].links[column], (str(row[column]),)

    def _taken_along(self, name: str, key: Key) -> Iterator[Place]:
        for table, row_key, column in self._links.get((name, key), ()):
            if column in required_links(table):
                yield table, row_key
            elif (row := self._side[table].get(row_key)) is not None and row[column] is None:
                self._side[table][row_key] = {**row, column: key[0]}


def settle_links(sides: Sides, merged: State) -> list[Place]:
    """Empty the links of merged rows that lead nowhere; the rows that cannot be without theirs."""
    astray = []
    for name, key, row in rows_of(merged):
        for column, target in TABLES[name].links.items():
            value = row[column]
            if value is None or _is_there(sides, merged, target, str(value)):
                continue
            if column in TABLES[name].optional:
                merged[name][key] = {**merged[name][key], column: None}
            else:
                astray.append((name, key))
    return astray


def _is_there(sides: Sides, merged: State, name: str, value: str) -> bool:
    if (value,) in merged[name]:
        return True
    return not sides.knows(name, (value,)) and sides.around.label(name, value) is not None


assert all(len(key_columns(target)) == 1 for table in TABLES.values() for target in table.links.values())
