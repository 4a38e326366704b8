"""The three states that are merged, and the queries about rows that are the same on all sides."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from netbook.core.sync.published import Key, Row, State, Value, in_order, key_of
from netbook.core.sync.rules import merge_row
from netbook.core.tables import TABLES

# By table: the key of a row that is another one, and the key of that one.
Joins = Mapping[str, Mapping[str, str]]


class Around(NamedTuple):
    """What the merge asks of rows that are the same on all three sides, and so are not among what it is given.

    family    a row and those that link to it, by its table and its key
    label     what a row is called, None if there is none
    handles   the handles that begin with a text
    highest   by table, the highest number that a row has had, here or elsewhere
    published by table, the highest number that was given out elsewhere
    """

    family: Callable[[str, str], Iterable[tuple[str, Key, Row]]]
    label: Callable[[str, str], str | None]
    handles: Callable[[str], Iterable[str]]
    highest: Mapping[str, int]
    published: Mapping[str, int]


@dataclass
class Sides:
    """The rows that differ on some side, by table and key: the state both had, ours, and the published one."""

    base: State
    ours: State
    theirs: State
    around: Around
    # What was taken in because it hangs on rows that became one; it is the same on all sides.
    loaded: dict[tuple[str, Key], Row] = field(default_factory=dict)
    _families: set[tuple[str, str]] = field(default_factory=set)

    def keys(self, name: str) -> list[Key]:
        """The keys of a table's rows on any side, in order."""
        return sorted({*self.base[name], *self.ours[name], *self.theirs[name]})

    def knows(self, name: str, key: Key) -> bool:
        """Whether a row is among those that are merged."""
        return any(key in side[name] for side in self)

    def __iter__(self) -> Iterator[State]:
        return iter((self.base, self.ours, self.theirs))

    def merged(self, name: str, key: Key) -> dict[str, Value] | None:
        """The result of merging one row by itself."""
        rows = (side[name].get(key) for side in self)
        return merge_row(name, *rows)[0]

    def load(self, name: str, key: str) -> None:
        """Take in a row, and those that link to it, where they are the same on all sides."""
        if (name, key) in self._families:
            return
        self._families.add((name, key))
        for table, row_key, row in self.around.family(name, key):
            if not self.knows(table, row_key):
                self.loaded[table, row_key] = row
                for side in self:
                    side[table][row_key] = row


def relinked(state: State, joins: Joins) -> State:
    """The state with each row that is another one taken for that: links follow, and of two alike one is left.

    A pair of one and the same is no pair.
    """
    result: State = {}
    for name, rows in state.items():
        moved = {key: _moved(name, key, row, joins) for key, row in rows.items()}
        # What keeps its place comes first.
        result[name] = {key: row for key, row in rows.items() if moved[key] is row}
        for key in sorted(rows.keys() - result[name].keys()):
            if (row := moved[key]) is not None:
                new_key = key_of(name, row)
                existing = result[name].get(new_key)
                result[name][new_key] = row if existing is None else _of_two(name, existing, row)
    return result


def _moved(name: str, key: Key, row: Row, joins: Joins) -> Row | None:
    changes: dict[str, Value] = {}
    if key[0] in joins.get(name, {}):
        # The number is that of the row that it was.
        changes |= {"uid": joins[name][key[0]], "id": 0}
    for column, target in TABLES[name].links.items():
        other = joins.get(target, {}).get(str(row[column]))
        if other is not None:
            changes[column] = other
    if not changes:
        return row
    moved = in_order(name, {**row, **changes})
    if TABLES[name].pair and moved["a_id"] == moved["b_id"]:
        return None
    for column in TABLES[name].optional:
        if TABLES[name].links[column] == name and moved[column] == moved.get("uid"):
            moved[column] = None
    return moved


def _of_two(name: str, existing: Row, moved: Row) -> Row:
    """One row of two that have become the same; a person or an event stays as it is."""
    if "uid" in TABLES[name].columns and TABLES[name].apart_by is None and TABLES[name].pair is None:
        return existing
    return merge_row(name, None, moved, existing)[0] or existing
