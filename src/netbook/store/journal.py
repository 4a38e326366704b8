"""The one place that opens a journal: created on first use, checked, private, one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from netbook.errors import JournalGone, NoJournalFile
from netbook.errors.journal_files import CannotTurn
from netbook.store import file
from netbook.store.detect_encryption import AnyPath, database_errors, error_name
from netbook.store.disk import give_name, make_folder, make_private
from netbook.store.file import (
    APPLICATION_ID,
    SCHEMA,
    TAKE_LOCK,
    connect,
    is_there,
    translated_errors,
    version,
)
from netbook.store.waiting import commit, patiently, set_patience

__all__ = [
    "CIRCLES",
    "SCHEMA",
    "bringing_together",
    "build",
    "dry_run",
    "end_command",
    "has_committed",
    "note_change",
    "of_command",
    "reading",
    "reading_without_waiting",
    "transaction",
    "turning",
    "writing",
]

GLANCE = 0.1  # seconds, where nobody wants to wait

_committed: list[AnyPath] = []

CIRCLES = (
    ("team", "2w", "the people you work with every week"),
    ("peers", "1m", "people who do what you do, elsewhere"),
    ("mentors", "6w", "people you learn from"),
    ("customers", "3m", "people you work for"),
    ("community", "6m", "people you meet at events"),
)


@contextmanager
def reading(path: AnyPath) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, on one unchanging state of the journal."""
    with _opened(path) as db:
        db.execute("PRAGMA query_only = ON")
        db.execute("BEGIN")
        patiently(db, TAKE_LOCK, file.PATIENCE)
        yield db


@contextmanager
def reading_without_waiting(path: AnyPath) -> Iterator[sqlite3.Connection]:
    """A connection for what is answered at once or not at all: it makes, migrates and waits for nothing."""
    with translated_errors(path):
        if not is_there(path):
            raise NoJournalFile(path, "is not there yet")
        db = connect(path, GLANCE)
        try:
            if version(db, path) < SCHEMA:
                raise NoJournalFile(
                    path, "was made by an older netbook; any other command brings it up to date"
                )
            db.execute("PRAGMA query_only = ON")
            yield db
        finally:
            db.close()


@contextmanager
def writing(
    path: AnyPath, what: str, after: Callable[[sqlite3.Connection], None] | None = None
) -> Iterator[sqlite3.Connection]:
    """A connection in one write transaction: committed at the end, rolled back when anything fails.

    All that is changed in it is one step of the history, named by `what`; `after` sees the step before it is
    committed.
    """
    from netbook.store import history

    with transaction(path) as db:
        before = history.begin(db)
        yield db
        history.end(db, before, what)
        if after is not None:
            after(db)


@contextmanager
def bringing_together(path: AnyPath, what: str) -> Iterator[sqlite3.Connection]:
    """As `writing`, for what other machines changed: undo passes over the step, and links are the caller's affair."""
    from netbook.store import history

    with transaction(path, links=False) as db:
        before = history.begin(db)
        yield db
        history.end(db, before, what, sync=True)


@contextmanager
def transaction(path: AnyPath, *, links: bool = True) -> Iterator[sqlite3.Connection]:
    """A connection in one write transaction that is no step of the history.

    Without `links` the database neither checks where they lead nor removes what hangs on a row that goes.
    """
    with _opened(path) as db:
        if not links:
            db.execute("PRAGMA foreign_keys = OFF")
        begin(db)
        before = len(_committed)
        try:
            yield db
            # Before it is done: an interruption in it is told after it.
            note_change(path)
            commit(db, file.PATIENCE)
        except BaseException as error:
            # What SQLite cannot write it takes back itself.
            if db.in_transaction or isinstance(error, database_errors()):
                del _committed[before:]
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def turning(path: AnyPath, *, dry: bool) -> Iterator[sqlite3.Connection]:
    """A connection in one write transaction in which steps are taken back or done again.

    Raises CannotTurn where the result would break the journal's rules.
    """
    try:
        with dry_run(path) if dry else transaction(path) as db:
            yield db
    except database_errors() as error:
        if not error_name(error).startswith("SQLITE_CONSTRAINT"):
            raise
        raise CannotTurn from error


@contextmanager
def dry_run(path: AnyPath) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are taken back at the end, whatever happens; a journal not there is not made."""
    with translated_errors(path):
        existing = is_there(path)
    with _opened(path) if existing else _new_in_memory() as db:
        begin(db)
        try:
            yield db
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")


@contextmanager
def _new_in_memory() -> Iterator[sqlite3.Connection]:
    """A new journal that is nowhere."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        build(db)
        db.execute("PRAGMA foreign_keys = ON")
        yield db


def begin(db: sqlite3.Connection) -> None:
    """Begin a write transaction: IMMEDIATE, since one that reads first can lose what another writes meanwhile."""
    patiently(db, "BEGIN IMMEDIATE", file.PATIENCE)
    file.trust_own_triggers(db)
    # Within it there is little to wait for: a large change that outgrows its memory, while others read.
    set_patience(db, file.PATIENCE)


def note_change(path: AnyPath) -> None:
    """Remember that the journal on the disk is from now on another than when the command began."""
    _committed.append(path)


def has_committed() -> bool:
    """Whether this command has changed the journal."""
    return bool(_committed)


def end_command() -> None:
    """Begin anew: the next command of this process has changed nothing yet."""
    _committed.clear()
    file.worked_on.clear()


def of_command() -> AnyPath | None:
    """The journal that this command works on, once it does."""
    return file.worked_on[0] if file.worked_on else None


@contextmanager
def _opened(path: AnyPath) -> Iterator[sqlite3.Connection]:
    """A checked connection to the journal, which is made first if it is not there."""
    with translated_errors(path):
        if not is_there(path):
            _make(path)
        db = connect(path)
        try:
            if version(db, path) < SCHEMA:
                _bring_up_to_date(path)
            yield db
        finally:
            db.close()


def _bring_up_to_date(path: AnyPath) -> None:
    """Run the migrations, after keeping a copy; of several commands that start together one does it."""
    db = connect(path)
    try:
        # Off while tables are rebuilt; the links are checked as a whole before the commit.
        db.execute("PRAGMA foreign_keys = OFF")
        begin(db)
        if version(db, path) < SCHEMA:
            from pathlib import Path

            from netbook.store.backup import keep_copy
            from netbook.store.migrate import upgrade

            upgrade(db, lambda: keep_copy(Path(path), "upgrade"))
    finally:
        db.close()


def _make(name: AnyPath) -> None:
    """A new journal with its five circles, whole from the moment it has its name.

    It is built under another name and linked into place, so that of two commands that start together one
    makes it and both use it. Where backups of it are kept it is not new but lost: raises JournalGone.
    """
    from pathlib import Path

    from netbook.store.backup import remove_draft
    from netbook.store.backup_files import copies, restore_command

    path = Path(name)
    if backups := copies(path):
        raise JournalGone(path, restore_command(path, backups[0]))
    make_folder(path.parent)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)  # of a command that was killed, long ago, under the same number
    make_private(draft)
    try:
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            build(db)
        finally:
            db.close()
        with suppress(FileExistsError):  # another command has made it meanwhile
            give_name(draft, path, replace=False)
    finally:
        remove_draft(draft)


def build(db: sqlite3.Connection) -> None:
    """The present schema and a new journal's circles, written into an empty database."""
    from pathlib import Path

    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    db.executescript(
        f"BEGIN; {schema}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}; COMMIT;"
    )
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO circle (uid, name, key, cadence, description)"
        " VALUES ('circle:' || :name, :name, :name, :cadence, :description)",
        [
            {"name": name, "cadence": cadence, "description": description}
            for name, cadence, description in CIRCLES
        ],
    )
    # What a journal begins with cannot be undone.
    db.execute("DELETE FROM change")
    db.execute("COMMIT")
