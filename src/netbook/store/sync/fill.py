"""Filling a new journal with a shared state, shard by shard: there may be more than is well held in memory."""

import sqlite3
from itertools import groupby
from typing import NamedTuple

from netbook.core.sync.published import Value, parse
from netbook.store import bulk, journal_import
from netbook.store.history import last_change
from netbook.store.read.journal_export import is_new
from netbook.store.sync.apply import linked, silently
from netbook.store.sync.compare import beginning, every_row_of
from netbook.store.sync.snapshot import SHARDS, Commit, rows


class Checked(NamedTuple):
    """A shared state whose rows were found to keep the rules.

    numbers  by table and key, the number of each row that others may link to
    news     how many rows are not those that a new journal begins with
    """

    commit: Commit
    numbers: dict[tuple[str, str], Value]
    news: int


def is_unused(db: sqlite3.Connection) -> bool:
    """Whether a journal is as it was made: empty, and without anything to take back."""
    return is_new(db) and last_change(db) == 0


def check(commit: Commit) -> Checked:
    """Look at every row of a shared state. Raises DamagedRemote."""
    start = beginning()
    begun = {
        (name, key): row for shard, lines in start.lines(SHARDS) for name, key, row in rows(shard, lines)
    }
    numbers: dict[tuple[str, str], Value] = {}
    news = 0
    for name, key, row in every_row_of(commit):
        if name in journal_import.POINTED_AT:
            numbers[name, key[0]] = row["id"]
        news += row != begun.pop((name, key), None) and name != "numbering"
    return Checked(commit, numbers, news + len(begun))


def fill(db: sqlite3.Connection, state: Checked) -> None:
    """Write a shared state into a new journal. Raises RowRefused or LeadsNowhere.

    It is what the journal begins with, and nothing that can be taken back.
    """
    bulk.prepare(db)
    with silently(db):
        journal_import.remove_circles(db)
    for _, lines in state.commit.lines(SHARDS):
        with silently(db):
            # Within a shard tables stand in their order, and attendances with their meetings.
            for name, group in groupby(map(parse, lines), key=lambda item: item[0]):
                coming = [linked(name, row, lambda *link: state.numbers.get(link)) for _, row in group]
                journal_import.add_all(db, name, coming)
