"""Rows as machines share them: known by a lasting key, linked by each other's keys, a line of JSON each.

    {"row":"note","id":7,"uid":"…","person_id":"<uid of the person>","about":"work","text":"…", …}

A row's number differs from machine to machine until it is published; its key does not. Lines are in 256 shards,
by the SHA-1 of the first part of the key, so that what hangs on one person stands together and a small change
rewrites a small file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha1
from typing import Any

from netbook.core.tables import TABLES

Value = str | int | None
Row = Mapping[str, Value]
Key = tuple[str, ...]
# By table, then by lasting key.
State = dict[str, dict[Key, Row]]

ORDER = {name: place for place, name in enumerate(TABLES)}
# Neither spaces nor escapes that are not needed: one row has one way to be written.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class BadLine(Exception):
    """A line that is no row as netbook writes it; the message says why."""


@cache
def key_columns(name: str) -> tuple[str, ...]:
    """The columns whose values a row is known by on every machine."""
    table = TABLES[name]
    if table.primary != ("id",):
        return table.primary
    if table.pair == "ordered":
        return ("a_id", "b_id")
    if table.apart_by:
        return ("person_id", *table.apart_by)
    return ("key",) if "key" in table.columns else ("uid",)


def key_of(name: str, row: Row) -> Key:
    """The lasting key of a row whose links are keys; the two of a pair have no order."""
    made = TABLES[name].key
    parts = []
    for column in key_columns(name):
        value = row[column] if column in row or made is None else made.made(str(row[made.source]))
        parts.append(str(value))
    return tuple(sorted(parts)) if TABLES[name].pair == "ordered" else tuple(parts)


def in_order(name: str, row: dict[str, Value]) -> dict[str, Value]:
    """The row with the two of a pair in the order of their keys."""
    if TABLES[name].pair == "ordered" and str(row["a_id"]) > str(row["b_id"]):
        row["a_id"], row["b_id"] = row["b_id"], row["a_id"]
    return row


def shard_of(key: Key) -> str:
    """The two hexadecimal digits of the shard that a row is in."""
    return sha1(key[0].encode(), usedforsecurity=False).hexdigest()[:2]


def line_of(name: str, row: Row) -> str:
    """A row as a line, without its end."""
    return _ENCODER.encode({"row": name, **{column: row[column] for column in TABLES[name].columns}})


def parse(line: str) -> tuple[str, dict[str, Value]]:
    """The table and the row of a line. Raises BadLine."""
    try:
        result: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine("it is not JSON") from None
    if not isinstance(result, dict):
        raise BadLine("it is not an object")
    name = result.pop("row", None)
    if not isinstance(name, str) or name not in TABLES:
        raise BadLine(f'no table is called "{str(name)[:40]}"')
    if result.keys() != set(TABLES[name].columns):
        raise BadLine(f"its columns are not those of {name}")
    for column, value in result.items():
        if value is not None and type(value) not in (str, int):
            raise BadLine(f"{column} is neither text nor a number")
        if column in TABLES[name].links and not isinstance(value, str | None):
            raise BadLine(f"{column} is not a key")
    if "id" in result and not (isinstance(result["id"], int) and 0 < result["id"] < 2**53):
        raise BadLine("id is not a number that a row can have")
    return name, result


def place(name: str, key: Key) -> tuple[int, Key]:
    """Where a row stands among those of its shard: tables in the journal's order, then by key."""
    return ORDER[name], key


def rows_of(state: State) -> Iterator[tuple[str, Key, Row]]:
    """Every row of a state."""
    for name, rows in state.items():
        for key, row in rows.items():
            yield name, key, row


def state_of(rows: Iterable[tuple[str, Row]]) -> State:
    """The rows by table and key."""
    state: State = {name: {} for name in TABLES}
    for name, row in rows:
        state[name][key_of(name, row)] = row
    return state


def same(one: Row | None, other: Row | None) -> bool:
    """Whether two rows say the same, whatever their numbers."""
    if one is None or other is None:
        return one is other
    return all(value == other[column] for column, value in one.items() if column != "id")
