"""What a sync has to do: rows to write here, rows to send, and the files they are in."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netbook.core.sync.merge import Astray, Merged, merge
from netbook.core.sync.numbers import Moved
from netbook.core.sync.published import Key, Row, line_of, place, same, shard_of
from netbook.core.sync.told import Told
from netbook.errors.sync import DamagedRemote, ManyRemovals
from netbook.store import history
from netbook.store.read.journal_export import is_new
from netbook.store.sync.apply import AppliedChange
from netbook.store.sync.compare import Comparison, Differences, Opened, beginning, compare, of_journal
from netbook.store.sync.rows import every_row, rows_of_table
from netbook.store.sync.seal import Seal
from netbook.store.sync.shards import Shards
from netbook.store.sync.snapshot import Commit, file_of, keyed, packed

FEW, PART = 10, 10  # more people than that, and more than one in so many, are not removed without being asked

File = tuple[str, bytes | None]
Files = dict[str, bytes | None]


class SyncPlan(NamedTuple):
    """What to write here and what to send, which rows get another number, and what to report.

    `seen` is the last change of the journal that was taken into account; `union` is true if there was no common past.
    """

    here: tuple[AppliedChange, ...]
    to_send: Mapping[tuple[str, Key], Row | None]
    moved: tuple[Moved, ...]
    told: tuple[Told, ...]
    seen: int
    everybody: int
    union: bool

    @property
    def taken(self) -> int:
        """How many rows change here."""
        return sum(change.name != "numbering" for change in self.here)

    @property
    def sent(self) -> int:
        """How many rows change there."""
        return sum(name != "numbering" for name, _ in self.to_send)


def make_plan(
    opened: Opened, remote: str, base: Commit | None, theirs: Differences, since: int | None, today: str
) -> SyncPlan | None:
    """Merge; None if the journal was changed while its rows were compared. Raises DamagedRemote."""
    seen, ours = of_journal(opened, base or beginning(), since)
    with opened() as db:
        if history.last_change(db) != seen:
            return None
        union = base is None and not is_new(db)
        comparison = compare(db, ours, theirs)
        try:
            merged = merge(comparison.sides, today)
        except Astray as error:
            raise DamagedRemote(
                remote, error.table, "one of its rows refers to a row that does not exist"
            ) from None
        (everybody,) = db.execute("SELECT count(*) FROM person").fetchone()
        return _decided(db, comparison, merged)._replace(seen=seen, everybody=everybody, union=union)


def _decided(db: sqlite3.Connection, comparison: Comparison, merged: Merged) -> SyncPlan:
    """The changes that the merge makes here and at the remote."""
    loaded = comparison.sides.loaded
    places = {*comparison.ours, *loaded, *((name, key) for name, rows in merged.rows.items() for key in rows)}
    moved = {(move.table, move.key) for move in merged.moved}
    here: list[AppliedChange] = []
    existing: dict[tuple[str, Key], Row | None] = {}
    for name, key in sorted(places, key=lambda item: place(*item)):
        now = merged.rows[name].get(key)
        mine, published = (
            side[name, key] if (name, key) in side else loaded.get((name, key)) or _present(db, name, key)
            for side in (comparison.ours, comparison.theirs)
        )
        if now != published:
            existing[name, key] = now
        if now != mine and not ((name, key) in moved and same(now, mine)):
            here.append(AppliedChange(name, key, mine, now))
    return SyncPlan(tuple(here), existing, merged.moved, merged.told, 0, 0, union=False)


def _present(db: sqlite3.Connection, name: str, key: Key) -> Row | None:
    """A note about the same loss that an earlier merge added; None for other tables, since a merge adds only notes."""
    if name != "note":
        return None
    return next((row for _, _, row in rows_of_table(db, name, "WHERE t.uid = ?", key)), None)


def refuse_many(plan: SyncPlan) -> None:
    """Raise ManyRemovals if many people would be removed, here or at the remote."""
    merged = {key for name, key, _, now in plan.here if name == "identity" and now is not None}
    merged |= {key for (name, key), row in plan.to_send.items() if name == "identity" and row is not None}
    here = sum(c.name == "person" and c.now is None and c.key not in merged for c in plan.here)
    existing = sum(
        name == "person" and row is None and key not in merged for (name, key), row in plan.to_send.items()
    )
    for people, total, where in (
        (here, plan.everybody, "here"),
        (existing, plan.everybody + existing, "elsewhere"),
    ):
        if people > FEW and people * PART > total:
            raise ManyRemovals(people, total, where)


def whole(db: sqlite3.Connection, seal: Seal | None) -> tuple[Iterator[File], int]:
    """The files of the whole journal, each made when it is needed, and the number of rows."""
    shards = Shards()
    number = 0
    for name, key, row in every_row(db):
        shards.add(name, key, row)
        number += name != "numbering"
    return ((file_of(shard, seal), packed(lines, seal)) for shard, lines in shards.emptied()), number


def rewritten(theirs: Commit, existing: Mapping[tuple[str, Key], Row | None], seal: Seal | None) -> Files:
    """The files of the shards that changed."""
    changes: dict[str, dict[tuple[str, Key], Row | None]] = {}
    for (name, key), row in existing.items():
        changes.setdefault(shard_of(key), {})[name, key] = row
    files: Files = {}
    for shard, lines in theirs.lines(sorted(changes)):
        result = keyed(lines)
        for at, row in changes[shard].items():
            if row is None:
                result.pop(at, None)
            else:
                result[at] = line_of(at[0], row)
        order = sorted(result, key=lambda at: place(*at))
        files[file_of(shard, seal)] = packed((result[at] for at in order), seal)
    return files


def message(told: Iterable[Told]) -> str:
    """The message of a commit that is not sealed, for readers of `git log`."""
    lines = [f"{each.what}: {each.name} {each.about}".rstrip() for each in told]
    return "\n".join(["sync", *(["", *lines] if lines else [])])
