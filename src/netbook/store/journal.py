"""The one place that opens a journal: made on first use, checked, private, one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from netbook.errors import (
    JournalDamaged,
    JournalLocked,
    JournalOutOfReach,
    NewerJournal,
    NoJournalFile,
)
from netbook.store import history

APPLICATION_ID = 0x6E_65_74_62  # "netb"; stands in the file's header and tells it from others' files
SCHEMA = 2
PATIENCE = 5.0  # seconds to wait for another program's lock
GLANCE = 0.1  # seconds, where nobody wants to wait

_MAGIC = b"SQLite format 3\0"  # https://sqlite.org/fileformat.html, section 1.3.1
_NO_JOURNAL = "is not a journal; choose another file with --db or NETBOOK_DB"

CIRCLES = (
    ("team", "2w", "the people you work with every week"),
    ("peers", "1m", "people who do what you do, elsewhere"),
    ("mentors", "6w", "people you learn from"),
    ("customers", "3m", "people you work for"),
    ("community", "6m", "people you meet at events"),
)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, on one unchanging state of the journal."""
    with _opened(path) as db:
        db.execute("PRAGMA query_only = ON")
        db.execute("BEGIN")
        yield db


@contextmanager
def glancing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for what is answered at once or not at all: it makes, migrates and waits for nothing."""
    with _explained(path):
        if not _looked_at(path):
            raise NoJournalFile(path, "is not there yet")
        db = _connect(path, GLANCE)
        try:
            if _version(db, path) < SCHEMA:
                raise NoJournalFile(
                    path, "was made by an older netbook; any other command brings it up to date"
                )
            db.execute("PRAGMA query_only = ON")
            yield db
        finally:
            db.close()


@contextmanager
def writing(path: Path, what: str) -> Iterator[sqlite3.Connection]:
    """A connection in one write transaction: committed at the end, rolled back when anything fails.

    All that is changed in it is one step of the history, named by `what`.
    """
    with transaction(path) as db:
        before = history.begin(db)
        yield db
        history.end(db, before, what)


@contextmanager
def transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in one write transaction that is no step of the history."""
    with _opened(path) as db:
        # IMMEDIATE: a deferred transaction that reads first can lose what another wrote in between.
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A checked connection to the journal, which is made first if it is not there."""
    with _explained(path):
        if not _looked_at(path):
            _make(path)
        db = _connect(path)
        try:
            if _version(db, path) < SCHEMA:
                from netbook.store.migrate import migrate

                migrate(path)
            yield db
        finally:
            db.close()


def _looked_at(path: Path) -> bool:
    """Whether the journal is there; raises where something else is, before SQLite would write to it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    if path.is_dir():
        raise NoJournalFile(path, "is a folder; name a file in it, such as netbook.db")
    if found.st_size == 0:
        raise NoJournalFile(path, "is empty (0 bytes), not a journal; restore a backup or remove the file")
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NoJournalFile(path, _NO_JOURNAL)
    return True


def _connect(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection set up as every connection must be; `mode=rw` never makes a file."""
    name = f"file:{quote(os.fsencode(path.absolute()))}?mode=rw"
    db = sqlite3.connect(name, uri=True, timeout=patience, isolation_level=None)
    try:
        # DELETE, not WAL: journals live in synced folders and on network disks.
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        db.close()
        raise
    return db


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The schema's version; raises where the file is another program's or a later netbook's."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NoJournalFile(path, "is a database of another program, not a journal; choose another file")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA:
        raise NewerJournal(path, version, SCHEMA)
    return int(version)


def _make(path: Path) -> None:
    """A new journal with its five circles, whole from the moment it has its name.

    It is built under another name and linked into place, so that of two commands that start together one
    makes it and both use it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            build(db)
        finally:
            db.close()
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            if not path.exists():
                draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def build(db: sqlite3.Connection) -> None:
    """The present schema and a new journal's circles, written into an empty database."""
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    db.executescript(
        f"BEGIN; {schema}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}; COMMIT;"
    )
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO circle (name, key, cadence, description) VALUES (:name, :name, :cadence, :description)",
        [
            {"name": name, "cadence": cadence, "description": description}
            for name, cadence, description in CIRCLES
        ],
    )
    # What a journal begins with cannot be undone.
    db.execute("DELETE FROM change")
    db.execute("COMMIT")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Whatever SQLite or the file system says of this file, in our words and with exit status 3."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _in_words(error, path) from error
    except PermissionError as error:
        if not _concerns(error, path):
            raise
        raise JournalOutOfReach(path, "no permission to read or write it") from error
    except OSError as error:
        if not _concerns(error, path):
            raise
        raise JournalOutOfReach(path, (error.strerror or str(error)).lower()) from error


def _concerns(error: OSError, path: Path) -> bool:
    """Whether an error of the file system is about the journal or a folder above it, not about another file."""
    name = str(error.filename or "")
    return name.startswith(str(path.parent)) or (name != "" and Path(name) in path.parents)


def _in_words(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """The journal error for one of SQLite's; an error that is our own mistake stays as it is."""
    code = getattr(error, "sqlite_errorname", "")
    match code.split("_")[1] if "_" in code else "":
        case "BUSY" | "LOCKED":
            return JournalLocked(path)
        case "NOTADB":
            return NoJournalFile(path, _NO_JOURNAL)
        case "CORRUPT":
            return JournalDamaged(path)
        case "READONLY" | "PERM":
            return JournalOutOfReach(path, "the file or its folder is read-only")
        case "CANTOPEN":
            return JournalOutOfReach(path, "it cannot be opened; check the folder and its permissions")
        case "FULL":
            return JournalOutOfReach(path, "the disk is full")
        case "IOERR":
            return JournalOutOfReach(path, "the disk gave an error")
    return error
