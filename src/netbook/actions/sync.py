"""Bringing a journal together with a shared one, through a git repository that nobody has to run.

The base of the merge is the last state that is known to be the remote's: it is remembered in the journal, in the
transaction that writes what came. So a sync that is cut off anywhere, a journal that is restored from a backup and
a copy of the file bring the right base along. No lock on the journal is held while git runs or rows are merged.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netbook.actions.sync_remote import Remote, SyncWish, agreed
from netbook.core.sync.merge import Astray, Merged, merge
from netbook.core.sync.numbers import Moved
from netbook.core.sync.published import Key, Row, line_of, place, same, shard_of
from netbook.core.sync.told import Told
from netbook.errors.sync import DamagedRemote, ManyRemovals, NeverQuiet, NotSynced, RemoteOutOfReach
from netbook.store import journal
from netbook.store.backup import keep_copy
from netbook.store.journal_import import RowRefused
from netbook.store.sync import state
from netbook.store.sync.apply import LAST, Changed, LeadsNowhere, apply
from netbook.store.sync.compare import Comparison, beginning, compare, of_commit, of_journal
from netbook.store.sync.git import GitFailed, Repository
from netbook.store.sync.rows import every_row, rows_of_table
from netbook.store.sync.snapshot import (
    MANIFEST,
    PAST,
    SHARDS,
    Commit,
    Snapshot,
    file_of,
    keyed,
    manifest_of,
    packed,
)  # fmt: skip

TRIES = 5
FEW, PART = 10, 10  # more people than that, and more than one in so many, are not removed without being asked


class SyncDone(NamedTuple):
    """What a sync did, or would do: rows taken and sent, what to tell, the commit that both sides have.

    `union` says that there was no common past, so that nothing counted as removed.
    """

    remote: str
    taken: int
    sent: int
    told: tuple[Told, ...]
    commit: str | None
    dry_run: bool = False
    first: bool = False
    union: bool = False
    forgotten: bool = False


class _SyncWork(NamedTuple):
    """What one attempt found to do."""

    here: list[Changed]
    there: dict[tuple[str, Key], Row | None]
    moved: tuple[Moved, ...]
    told: tuple[Told, ...]
    seen: int


def sync(path: Path, today: date, wish: SyncWish, what: str) -> SyncDone:
    """Take what others changed, send what was changed here. Raises what is in errors.sync."""
    with journal.reading(path) as db:
        known = state.read(db)
    remote = agreed(path, known, wish)
    with state.alone(path):
        try:
            return _Sync(path, today.isoformat(), remote, wish, what).run()
        except GitFailed as error:
            raise RemoteOutOfReach(remote.name, str(error)) from error


def leave(path: Path) -> str:
    """Be synced no more; the remote that was left. Raises NotSynced."""
    from shutil import rmtree

    with journal.transaction(path) as db:
        known = state.read(db)
        if known is None:
            raise NotSynced
        state.forget(db)
    rmtree(state.folder(path), ignore_errors=True)
    return known.remote


class _Sync:
    """One run of the command."""

    def __init__(self, path: Path, today: str, remote: Remote, wish: SyncWish, what: str) -> None:
        self.path, self.today, self.remote, self.wish, self.what = path, today, remote, wish, what
        self.repository = Repository(state.folder(path))
        self.taken, self.told = 0, list[Told]()
        self.union = False

    def run(self) -> SyncDone:
        """Everything, from the fetch to what is remembered."""
        self.repository.make()
        for _ in range(TRIES):
            theirs = self._fetch()
            with journal.reading(self.path) as db:
                known = state.read(db)
            self.remote.check(theirs, known)
            base = self._base(theirs, known)
            if self._nothing_new(theirs, known):
                return self._forget(theirs, self._answer(0, theirs.commit if theirs else None))
            work = self._take(theirs, base, known)
            if self.wish.dry_run:
                return self._answer(self._sent(work, theirs), theirs.commit if theirs else None)
            done = self._send(work, theirs, base)
            if done is not None:
                return self._forget(done[0], self._answer(done[1], done[0].commit))
        raise NeverQuiet(self.remote.name)

    def _answer(self, sent: int, commit: str | None) -> SyncDone:
        return SyncDone(
            self.remote.name, self.taken, sent, tuple(dict.fromkeys(self.told)), commit,
            self.wish.dry_run, self.remote.first, self.union,
        )  # fmt: skip

    def _fetch(self) -> Commit | None:
        """The remote's present state; None where it has none yet."""
        address = self.remote.address
        if address is None:
            return None
        head = self.repository.remote_head(address)
        if head is None:
            return None
        if not self.repository.has(head):
            head = self.repository.fetch(address)
        return Commit(self.repository, self.remote.name, head)

    def _base(self, theirs: Commit | None, known: state.Synced | None) -> Commit | None:
        """The last state that both sides have had; None where there is none, or none that is known."""
        at = known.at if known else None
        if at is None or not self.repository.has(at):
            return None
        common: str | None = at
        if theirs is not None and theirs.commit != at and not self.repository.is_ancestor(at, theirs.commit):
            common = at if at in theirs.past() else self.repository.merge_base(at, theirs.commit)
        if common is None:
            return None
        base = Commit(self.repository, self.remote.name, common)
        base.use(self.remote.seal_of(base))
        return base

    def _nothing_new(self, theirs: Commit | None, known: state.Synced | None) -> bool:
        """Whether neither side has changed anything since the last sync."""
        if theirs is None or known is None or known.at != theirs.commit or known.change is None:
            return False
        with journal.reading(self.path) as db:
            (last,) = db.execute(LAST).fetchone()
            # What was not in the history would not be seen.
            if last != known.change:
                return False
        if not self.wish.dry_run:
            self._remember(theirs.commit, known.change)
        return True

    def _take(self, theirs: Commit | None, base: Commit | None, known: state.Synced | None) -> _SyncWork:
        """Merge without a lock, then write what came, if nothing else was written meanwhile."""
        for attempt in range(TRIES):
            with journal.reading(self.path) as db:
                work = self._merge(db, theirs, base, known)
                self._refuse_many(db, work)
            if self.wish.dry_run:
                break
            with journal.bringing_together(self.path, self.what) as db:
                (seen,) = db.execute(LAST).fetchone()
                if seen != work.seen and attempt < TRIES - 1:
                    continue
                if seen != work.seen:
                    work = self._merge(db, theirs, base, known)
                self._write(db, work, theirs, known)
                (seen,) = db.execute(LAST).fetchone()
                work = work._replace(seen=seen)
            break
        self.taken += sum(change.name != "numbering" for change in work.here)
        self.told += work.told
        return work

    def _merge(
        self, db: sqlite3.Connection, theirs: Commit | None, base: Commit | None, known: state.Synced | None
    ) -> _SyncWork:
        """What is to be done here and there."""
        (seen,) = db.execute(LAST).fetchone()
        if theirs is None:
            return _SyncWork([], {}, (), (), seen)
        ours_base: Snapshot = base or beginning()
        self.union = self.union or (base is None and not _is_new(db))
        since = known.change if known and base and base.commit == known.at else None
        differences = of_journal(db, ours_base, since), of_commit(ours_base, theirs)
        comparison = compare(db, *differences)
        try:
            merged = merge(comparison.sides, self.today)
        except Astray as error:
            raise DamagedRemote(
                self.remote.name, error.table, "a row of it links to one that is not there"
            ) from None
        return _decided(db, comparison, merged, seen)

    def _refuse_many(self, db: sqlite3.Connection, work: _SyncWork) -> None:
        """Raises ManyRemovals where much would go, here or there, and nobody said that it may."""
        if self.wish.yes or self.wish.dry_run:
            return
        (everybody,) = db.execute("SELECT count(*) FROM person").fetchone()
        merged = {key for name, key, _, now in work.here if name == "identity" and now is not None}
        merged |= {key for (name, key), row in work.there.items() if name == "identity" and row is not None}
        here = sum(c.name == "person" and c.now is None and c.key not in merged for c in work.here)
        there = sum(
            name == "person" and row is None and key not in merged for (name, key), row in work.there.items()
        )
        for people, total, where in ((here, everybody, "here"), (there, everybody + there, "elsewhere")):
            if people > FEW and people * PART > total:
                raise ManyRemovals(people, total, where)

    def _write(
        self, db: sqlite3.Connection, work: _SyncWork, theirs: Commit | None, known: state.Synced | None
    ) -> None:
        if any(change.name == "person" and change.now is None for change in work.here):
            keep_copy(self.path)
        try:
            apply(db, work.here, work.moved)
        except RowRefused as error:
            raise DamagedRemote(self.remote.name, "its rows", str(error)) from None
        except LeadsNowhere as error:
            raise DamagedRemote(
                self.remote.name, str(error), "a row links to one that is not there"
            ) from None
        if theirs is not None:
            seal = self.remote.seal.text() if self.remote.seal else None
            change = known.change if known else None
            state.write(
                db, state.Synced(self.remote.name, theirs.commit, seal, known and known.synced_on, change)
            )
            self.repository.keep(theirs.commit)

    def _sent(self, work: _SyncWork, theirs: Commit | None) -> int:
        if theirs is None:
            with journal.reading(self.path) as db:
                return sum(name != "numbering" for name, _, _ in every_row(db))
        return sum(name != "numbering" for name, _ in work.there)

    def _send(self, work: _SyncWork, theirs: Commit | None, base: Commit | None) -> tuple[Commit, int] | None:
        """Make what stays the remote's state; None where others were faster."""
        del base
        if theirs is not None and not work.there:
            self._remember(theirs.commit, work.seen)
            return theirs, 0
        seal = self.remote.seal
        if theirs is None:
            with journal.reading(self.path) as db:
                (seen,) = db.execute(LAST).fetchone()
                files, sent = _whole(db, seal)
            work = work._replace(seen=seen)
            files[MANIFEST] = manifest_of(seal).dump()
        else:
            files, sent = (
                _rewritten(theirs, work.there, seal),
                sum(name != "numbering" for name, _ in work.there),
            )
        message = "sync" if seal else _message(self.told)
        commit = self.repository.commit(message, files, theirs.commit if theirs else None)
        if not self._push(commit, theirs):
            return None
        self._remember(commit, work.seen)
        self.repository.tidy()
        new = Commit(self.repository, self.remote.name, commit)
        new.use(seal)
        return new, sent

    def _push(self, commit: str, theirs: Commit | None) -> bool:
        """Whether the remote took a commit; False where its branch has moved meanwhile."""
        address = self.remote.made()
        expected = theirs.commit if theirs else None
        try:
            self.repository.push(address, commit, expected)
        except GitFailed:
            if self.repository.remote_head(address) == expected:
                raise
            return False
        return True

    def _remember(self, commit: str, change: int) -> None:
        seal = self.remote.seal.text() if self.remote.seal else None
        with journal.transaction(self.path) as db:
            state.write(db, state.Synced(self.remote.name, commit, seal, state.now(), change))
        self.repository.keep(commit)

    def _forget(self, commit: Commit | None, answer: SyncDone) -> SyncDone:
        """Where it was asked for, make the present state the only one that the remote has."""
        if not self.wish.forget or commit is None or self.wish.dry_run:
            return answer
        past = {commit.commit, *commit.past(), *self.repository.past(commit.commit)}
        files: dict[str, bytes | None] = {PAST: "".join(f"{each}\n" for each in sorted(past)).encode()}
        old, seal = self.remote.seal, self.remote.reseal()
        if seal != old:
            files |= {file_of(shard, old): None for shard in commit.versions()}
            files |= {
                file_of(shard, seal): packed(lines, seal) for shard, lines in commit.lines(SHARDS) if lines
            }
            files[MANIFEST] = manifest_of(seal).dump()
        new = self.repository.commit("sync", files, None, tree_of=commit.commit)
        if not self._push(new, commit):
            raise NeverQuiet(self.remote.name)
        with journal.reading(self.path) as db:
            known = state.read(db)
        with journal.transaction(self.path) as db:
            text = seal.text() if seal else None
            state.write(
                db, state.Synced(self.remote.name, new, text, state.now(), known.change if known else None)
            )
        self.repository.keep(new)
        self.repository.forget_the_rest(self.remote.address)
        return answer._replace(commit=new, forgotten=True)


def _is_new(db: sqlite3.Connection) -> bool:
    from netbook.store.read.journal_export import is_new

    return is_new(db)


def _decided(db: sqlite3.Connection, comparison: Comparison, merged: Merged, seen: int) -> _SyncWork:
    """What the merge changes here and there."""
    loaded = comparison.sides.loaded
    places = {*comparison.ours, *loaded, *((name, key) for name, rows in merged.rows.items() for key in rows)}
    moved = {(move.table, move.key): move for move in merged.moved}
    here: list[Changed] = []
    there: dict[tuple[str, Key], Row | None] = {}
    for name, key in sorted(places, key=lambda item: place(*item)):
        now = merged.rows[name].get(key)
        mine, published = (
            side[name, key] if (name, key) in side else loaded.get((name, key)) or _present(db, name, key)
            for side in (comparison.ours, comparison.theirs)
        )
        if now != published:
            there[name, key] = now
        if now == mine or ((name, key) in moved and same(now, mine)):
            continue
        here.append(Changed(name, key, mine, now))
    return _SyncWork(here, there, merged.moved, merged.told, seen)


def _present(db: sqlite3.Connection, name: str, key: Key) -> Row | None:
    """A note that the same loss has made before; nothing else comes to be in a merge."""
    if name != "note":
        return None
    return next((row for _, _, row in rows_of_table(db, name, "WHERE t.uid = ?", key)), None)


def _whole(db: sqlite3.Connection, seal: object) -> tuple[dict[str, bytes | None], int]:
    """The files of the whole journal, and how many rows it has."""
    from netbook.store.sync.seal import Seal

    assert seal is None or isinstance(seal, Seal)
    lines: dict[str, list[tuple[tuple[int, Key], str]]] = {}
    number = 0
    for name, key, row in every_row(db):
        lines.setdefault(shard_of(key), []).append((place(name, key), line_of(name, row)))
        number += name != "numbering"
    return {
        file_of(shard, seal): packed((line for _, line in sorted(found)), seal)
        for shard, found in lines.items()
    }, number


def _rewritten(
    theirs: Commit, there: Mapping[tuple[str, Key], Row | None], seal: object
) -> dict[str, bytes | None]:
    """The files of the shards in which something is otherwise now."""
    from netbook.store.sync.seal import Seal

    assert seal is None or isinstance(seal, Seal)
    files = {}
    for shard, lines in theirs.lines(sorted({shard_of(key) for _, key in there})):
        found = keyed(lines)
        for (name, key), row in there.items():
            if shard_of(key) != shard:
                continue
            if row is None:
                found.pop((name, key), None)
            else:
                found[name, key] = line_of(name, row)
        files[file_of(shard, seal)] = packed(
            (found[at] for at in sorted(found, key=lambda at: place(*at))), seal
        )
    return files


def _message(told: Iterable[Told]) -> str:
    """What a commit says, for who reads `git log`."""
    lines = [f"{each.what}: {each.name} {each.about}".rstrip() for each in told]
    return "\n".join(["sync", *(["", *lines] if lines else [])])
