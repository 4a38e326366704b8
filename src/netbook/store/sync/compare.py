"""What differs: the journal and the shared state against the last state that both had."""

import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from netbook.core.sync.published import (
    BadLine,
    Key,
    Row,
    Value,
    key_of,
    line_of,
    parse,
    shard_of,
    state_of,
)
from netbook.core.sync.sides import Sides
from netbook.core.tables import TABLES
from netbook.store import history
from netbook.store.journal import CIRCLES
from netbook.store.journal_import import broken
from netbook.store.sync.rows import around, every_row, rows_of_table, touched
from netbook.store.sync.snapshot import SHARDS, Commit, Given, Snapshot, rows

Place = tuple[str, Key]
# By row: what it was in the common state and what it is; None where it is not there.
Differences = dict[Place, tuple[Row | None, Row | None]]
# Opens one state of the journal, to be read.
Opened = Callable[[], AbstractContextManager[sqlite3.Connection]]
# What is always looked at as a whole, since one row of it decides about another.
_WHOLE = ("event", "numbering")


class Comparison(NamedTuple):
    """The three sides of what differs, and what the rows were on the two that are to be synced."""

    sides: Sides
    ours: Mapping[Place, Row | None]
    theirs: Mapping[Place, Row | None]


def beginning() -> Given:
    """What two journals that were never synced have in common: the circles of a new one."""
    circles: list[tuple[str, Row]] = [
        (
            "circle",
            {"id": number, "uid": f"circle:{name}", "name": name, "cadence": cadence, "description": text},
        )
        for number, (name, cadence, text) in enumerate(CIRCLES, 1)
    ]
    return Given(circles)


def of_journal(opened: Opened, base: Snapshot, since: int | None) -> tuple[int, Differences]:
    """The last change of the journal's history, and what the journal changed until then.

    `since` is the last change of the history that is in the common state, if it is known. The journal is opened
    only while its rows are read.
    """
    if since is not None:
        with opened() as db:
            last, changed = history.last_change(db), touched(db, since)
        if changed is not None:
            keys, result = changed
            after = {(name, key): row for name, key, row in result}
            before = _looked_up(base, keys)
            return last, _differing({key: (before.get(key), after.get(key)) for key in keys})
    lines = {line for _, result in base.lines(base.versions()) for line in result}
    with opened() as db:
        return history.last_change(db), _of_everything(db, lines)


def _of_everything(db: sqlite3.Connection, lines: set[str]) -> Differences:
    """What differs from a state with these lines, which are used up."""
    after: dict[Place, Row] = {}
    for name, key, row in every_row(db):
        line = line_of(name, row)
        if line in lines:
            lines.remove(line)
        else:
            after[name, key] = row
    before = {(name, key_of(name, row)): row for name, row in map(parse, lines)}
    return {key: (before.get(key), after.get(key)) for key in before.keys() | after.keys()}


def _looked_up(base: Snapshot, keys: Iterable[Place]) -> dict[Place, Row]:
    missing = {*keys}
    result: dict[Place, Row] = {}
    for shard, lines in base.lines(sorted({shard_of(key) for _, key in missing})):
        for name, key, row in rows(shard, lines):
            if (name, key) in missing:
                result[name, key] = row
    return result


def _differing(pairs: Differences) -> Differences:
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def of_commit(base: Snapshot, commit: Commit) -> Differences:
    """What the shared state changed. Raises DamagedRemote for a row that cannot be one."""
    before, after = base.versions(), commit.versions()
    shards = sorted(shard for shard in before.keys() | after.keys() if before.get(shard) != after.get(shard))
    was = dict(base.lines(shards))
    pairs: Differences = {}
    for shard, lines in commit.lines(shards):
        try:
            pairs |= _of_shard(shard, was[shard], lines)
        except BadLine as error:
            raise commit.damaged(shard, str(error)) from None
    return pairs


def _of_shard(shard: str, before: list[str], after: list[str]) -> Differences:
    old, new = {*before}, {*after}
    was = {(name, key): row for name, key, row in rows(shard, (line for line in before if line not in new))}
    result: dict[Place, Row] = {(name, key): row for name, key, row in _news(shard, old, after)}
    return {key: (was.get(key), result.get(key)) for key in was.keys() | result.keys()}


def _news(shard: str, old: Container[str], lines: list[str]) -> Iterator[tuple[str, Key, Row]]:
    """The rows of a shard that are not old. Raises BadLine for one that cannot be a row of a journal."""
    seen: set[Place] = set()
    for line, (name, key, row) in zip(lines, rows(shard, lines), strict=True):
        if (name, key) in seen:
            raise BadLine(f"a row of {name} stands there twice")
        seen.add((name, key))
        if line not in old:
            if why := broken(name, _with_numbers(name, row)):
                raise BadLine(f"a row of {name}: {why}")
            yield name, key, row


def every_row_of(commit: Commit) -> Iterator[tuple[str, Key, Row]]:
    """Every row of a shared state. Raises DamagedRemote for one that cannot be a row of a journal."""
    for shard, lines in commit.lines(SHARDS):
        try:
            yield from _news(shard, (), lines)
        except BadLine as error:
            raise commit.damaged(shard, str(error)) from None


def _with_numbers(name: str, row: Mapping[str, Value]) -> dict[str, Value]:
    """The row with some number for each link, as the rules of the journal ask for."""
    links = [column for column in TABLES[name].links if row[column] is not None]
    return {**row, **{column: number for number, column in enumerate(links, 1)}}


def compare(db: sqlite3.Connection, ours: Differences, theirs: Differences) -> Comparison:
    """Put the three sides together."""
    before = {key: was for key, (was, _) in (*ours.items(), *theirs.items())}
    mine = {key: ours[key][1] if key in ours else was for key, was in before.items()}
    published = {key: theirs[key][1] if key in theirs else was for key, was in before.items()}
    for place, row in [*_others(db, before)]:
        before[place] = mine[place] = published[place] = row
    numbering = {
        str(row["of"]): int(row["highest"] or 0)
        for (name, _), row in published.items()
        if row is not None and name == "numbering"
    }
    surroundings = around(db, [(name, row) for (name, _), row in published.items() if row], numbering)
    base, ours_state, theirs_state = (
        state_of((name, row) for (name, _), row in side.items() if row is not None)
        for side in (before, mine, published)
    )
    return Comparison(Sides(base, ours_state, theirs_state, surroundings), mine, published)


def _others(db: sqlite3.Connection, known: Mapping[Place, object]) -> Iterable[tuple[Place, Row]]:
    """The rows of tables that are looked at as a whole, where they do not differ."""
    for table in _WHOLE:
        if table == "event" and not any(name == "event" for name, _ in known):
            continue
        for name, key, row in rows_of_table(db, table):
            if (name, key) not in known:
                yield (name, key), row
