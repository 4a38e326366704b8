"""Sync a journal with a remote git repository, which needs no server of its own.

The base of the merge is the last state known to be the remote's. It is stored in the journal, in the transaction that
writes the remote's changes: so a sync that is interrupted, a journal restored from a backup and a copy of the file all
have the right base. The journal is not locked while git runs or rows are merged.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from netbook.actions.sync_plan import File, Files, SyncPlan, make_plan, message, refuse_many, rewritten, whole
from netbook.actions.sync_remote import Remote, SyncWish, agreed
from netbook.core.sync.told import Told
from netbook.errors.sync import DamagedRemote, NeverQuiet, NotSynced, RemoteOutOfReach
from netbook.store import history, journal
from netbook.store.backup import keep_copy
from netbook.store.journal_import import RowRefused
from netbook.store.sync import state
from netbook.store.sync.apply import LeadsNowhere, apply
from netbook.store.sync.compare import Differences, beginning, of_commit
from netbook.store.sync.fill import check, fill, is_unused
from netbook.store.sync.git import Repository
from netbook.store.sync.git_process import GitFailed
from netbook.store.sync.rows import every_row
from netbook.store.sync.snapshot import MANIFEST, PAST, SHARDS, Commit, file_of, manifest_of, packed

TRIES = 5


class SyncDone(NamedTuple):
    """The result of a sync or dry run: rows taken and sent, what to report, and the commit that both sides have.

    `union` is true if there was no common past, so that no row counted as removed.
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


def sync(path: Path, today: date, wish: SyncWish, what: str) -> SyncDone:
    """Take the remote's changes and send this journal's. Raises the errors of `errors.sync`."""
    with journal.reading(path) as db:
        known = state.read(db)
    remote = agreed(path, known, wish)
    with state.alone(path):
        running = _Sync(path, today.isoformat(), remote, wish, what)
        try:
            with closing(running.repository.objects):
                return running.run()
        except GitFailed as error:
            raise RemoteOutOfReach(remote.name, str(error)) from error


def leave(path: Path) -> str:
    """Stop syncing; returns the remote. Raises NotSynced."""
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
        self.taken = self.sent = 0
        self.told: list[Told] = []
        self.union = False

    def run(self) -> SyncDone:
        """Run the sync, from the fetch to storing the common state."""
        self.repository.make()
        for _ in range(TRIES):
            head = self._head()
            if head is not None and self._nothing_new(head):
                return self._answer(head)
            theirs = self._fetch(head)
            with self._reading() as db:
                known = state.read(db)
            self.remote.check(theirs, known)
            commit = self._publish() if theirs is None else self._exchange(theirs, known)
            if commit is not None or self.wish.dry_run:
                return self._forget(commit)
        raise NeverQuiet(self.remote.name)

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        return journal.reading(self.path)

    def _answer(self, commit: str | None, *, forgotten: bool = False) -> SyncDone:
        return SyncDone(
            remote=self.remote.name,
            taken=self.taken,
            sent=self.sent,
            told=tuple(dict.fromkeys(self.told)),
            commit=commit,
            dry_run=self.wish.dry_run,
            first=self.remote.first,
            union=self.union,
            forgotten=forgotten,
        )

    def _head(self) -> str | None:
        """The commit of the remote's present state, or None."""
        address = self.remote.address
        return None if address is None else self.repository.remote_head(address)

    def _fetch(self, head: str | None) -> Commit | None:
        """Fetch the remote's present state."""
        address = self.remote.address
        if address is None or head is None:
            return None
        if not self.repository.has(head):
            head = self.repository.fetch(address)
        return Commit(self.repository, self.remote.name, head)

    def _base(self, theirs: Commit, known: state.SyncState | None) -> Commit | None:
        """The last state that both sides had; None if there is none or it cannot be read."""
        at = known.at if known else None
        if at is None or not self.repository.has(at):
            return None
        common: str | None = at
        if theirs.commit != at and not self.repository.is_ancestor(at, theirs.commit):
            common = at if at in theirs.past() else self.repository.merge_base(at, theirs.commit)
        if common is None:
            return None
        base = Commit(self.repository, self.remote.name, common)
        seal = self.remote.seal_of(base)
        if seal is None and base.manifest().salt is not None:
            return None
        base.use(seal)
        return base

    def _nothing_new(self, head: str) -> bool:
        """Whether neither side has changed since the last sync; if so, that is stored."""
        if not self.remote.is_settled or not self.repository.has(head):
            return False
        with journal.transaction(self.path) as db:
            known = state.read(db)
            if known is None or known.at != head or known.change != history.last_change(db):
                return False
            state.write(db, known._replace(synced_on=state.now()))
        return True

    def _publish(self) -> Commit | None:
        """Send the whole journal to an empty remote; None if another machine was faster."""
        seal = self.remote.seal
        with self._reading() as db:
            seen = history.last_change(db)
            if self.wish.dry_run:
                self.sent = sum(name != "numbering" for name, _, _ in every_row(db))
                return None
            files, self.sent = whole(db, seal)
        return self._send(chain(files, [(MANIFEST, manifest_of(seal).dump())]), None, seen)

    def _exchange(self, theirs: Commit, known: state.SyncState | None) -> Commit | None:
        """Take the remote's changes and send ours; None if another machine was faster."""
        base = self._base(theirs, known)
        if base is None and self._is_unused():
            return self._begin_with(theirs)
        # What came is read and checked before the journal is opened.
        news = of_commit(base or beginning(), theirs)
        since = known.change if known and base and base.commit == known.at else None
        plan = self._take(theirs, base, news, since)
        self.taken += plan.taken
        self.sent = plan.sent
        self.told += plan.told
        self.union = self.union or plan.union
        if self.wish.dry_run:
            return None
        if not plan.to_send:
            self._remember(theirs.commit, plan.seen)
            return theirs
        return self._send(rewritten(theirs, plan.to_send, self.remote.seal).items(), theirs, plan.seen)

    def _is_unused(self) -> bool:
        with self._reading() as db:
            return is_unused(db)

    def _begin_with(self, theirs: Commit) -> Commit | None:
        """Fill a new journal with the remote's rows; None if it is no longer new, or in a dry run."""
        checked = check(theirs)
        self.taken = checked.news
        if self.wish.dry_run:
            return None
        with self._writing() as db:
            if not is_unused(db):
                return None
            with self._rows_refused():
                fill(db, checked)
            seal = self.remote.seal.text() if self.remote.seal else None
            seen = history.last_change(db)
            state.write(db, state.SyncState(self.remote.name, theirs.commit, seal, state.now(), seen))
        self.repository.keep(theirs.commit)
        return theirs

    def _take(self, theirs: Commit, base: Commit | None, news: Differences, since: int | None) -> SyncPlan:
        """Merge without a lock, then write the remote's changes if nothing else was written meanwhile."""
        remote = self.remote.name
        for _ in range(TRIES):
            plan = make_plan(self._reading, remote, base, news, since, self.today)
            if plan is None:
                continue
            if self.wish.dry_run:
                return plan
            if not self.wish.yes:
                refuse_many(plan)
            with self._writing() as db:
                if history.last_change(db) == plan.seen:
                    return self._write(db, plan, theirs)
        # Somebody is very busy: they wait this time.
        with self._writing() as db:
            plan = make_plan(lambda: nullcontext(db), remote, base, news, since, self.today)
            assert plan is not None
            if not self.wish.yes:
                refuse_many(plan)
            return self._write(db, plan, theirs)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with journal.bringing_together(self.path, self.what) as db:
            yield db

    def _write(self, db: sqlite3.Connection, plan: SyncPlan, theirs: Commit) -> SyncPlan:
        """Write the remote's changes and store their state as the common one; returns the plan with the last change."""
        if any(change.name == "person" and change.now is None for change in plan.here):
            keep_copy(self.path)
        with self._rows_refused():
            apply(db, [*plan.here], plan.moved)
        known = state.read(db)
        seal = self.remote.seal.text() if self.remote.seal else None
        # Not before it is sent is what changed here in the common state.
        change, on = (known.change, known.synced_on) if known else (None, None)
        state.write(db, state.SyncState(self.remote.name, theirs.commit, seal, on, change))
        self.repository.keep(theirs.commit)
        return plan._replace(seen=history.last_change(db))

    @contextmanager
    def _rows_refused(self) -> Iterator[None]:
        """Raise DamagedRemote if the remote's rows break a rule of the journal."""
        try:
            yield
        except RowRefused as error:
            raise DamagedRemote(self.remote.name, "its rows", str(error)) from None
        except LeadsNowhere as error:
            why = "a row refers to one that does not exist"
            raise DamagedRemote(self.remote.name, str(error), why) from None

    def _send(self, files: Iterable[File], theirs: Commit | None, seen: int) -> Commit | None:
        """Push the merged state; None if another machine was faster."""
        seal = self.remote.seal
        text = "sync" if seal else message(self.told)
        commit = self.repository.commit(text, files, theirs.commit if theirs else None)
        if not self._push(commit, theirs):
            return None
        self._remember(commit, seen)
        self.repository.tidy()
        new = Commit(self.repository, self.remote.name, commit)
        new.use(seal)
        return new

    def _push(self, commit: str, theirs: Commit | None) -> bool:
        """Push a commit; False if the remote's branch has moved meanwhile."""
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
        if self.wish.dry_run:
            return
        seal = self.remote.seal.text() if self.remote.seal else None
        with journal.transaction(self.path) as db:
            state.write(db, state.SyncState(self.remote.name, commit, seal, state.now(), change))
        self.repository.keep(commit)

    def _forget(self, commit: Commit | None) -> SyncDone:
        """The result; with --forget, the present state becomes the only one that the remote keeps."""
        if not self.wish.forget or commit is None or self.wish.dry_run:
            return self._answer(commit.commit if commit else None)
        past = {commit.commit, *commit.past(), *self.repository.past(commit.commit)}
        files: Files = {PAST: "".join(f"{each}\n" for each in sorted(past)).encode()}
        old, seal = self.remote.seal, self.remote.reseal()
        if seal != old:
            files |= {file_of(shard, old): None for shard in commit.versions()}
            files |= {
                file_of(shard, seal): packed(lines, seal) for shard, lines in commit.lines(SHARDS) if lines
            }
            files[MANIFEST] = manifest_of(seal).dump()
        new = self.repository.commit("sync", files.items(), None, tree_of=commit.commit)
        if not self._push(new, commit):
            raise NeverQuiet(self.remote.name)
        with self._reading() as db:
            known = state.read(db)
        assert known is not None
        with journal.transaction(self.path) as db:
            state.write(db, known._replace(at=new, seal=seal.text() if seal else None, synced_on=state.now()))
        self.repository.keep(new)
        self.repository.forget_the_rest(self.remote.address)
        return self._answer(new, forgotten=True)
