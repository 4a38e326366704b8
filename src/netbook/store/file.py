"""The file below the journal: told from other files, opened as every journal must be, its errors in our words."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from netbook.errors import JournalDamaged, JournalLocked, JournalOutOfReach, NewerJournal, NoJournalFile
from netbook.store.detect_encryption import MARK, AnyPath, database_errors, error_name, is_encrypted, look

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x6E_65_74_62  # "netb"; stands in the file's header and tells it from others' files
SCHEMA = 3
PATIENCE = 5.0  # seconds to wait for another program's lock

_MAGIC = b"SQLite format 3\0"  # https://sqlite.org/fileformat.html, section 1.3.1
_NO_JOURNAL = "is not a journal"
_ELSEWHERE = "choose another file with --db or NETBOOK_DB"


def is_there(path: AnyPath) -> bool:
    """Whether the journal is there; raises where something else is, before SQLite would write to it.

    Not to be called while this process has the journal open: closing a file gives up all its POSIX locks.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(status.st_mode):
        raise NoJournalFile(path, "is a folder; name a file in it, such as netbook.db")
    if status.st_size == 0:
        raise _no_journal(path, "is empty (0 bytes), not a journal", "remove the file to begin a new one")
    # A first page that was half written is mended from the rollback file by SQLite itself.
    if not os.path.exists(_rollback(path)):
        head = look(path)
        if head != _MAGIC and not head.startswith(MARK):
            raise _no_journal(path, _NO_JOURNAL, _ELSEWHERE)
    else:
        look(path)
    return True


def _no_journal(path: AnyPath, why: str, otherwise: str) -> NoJournalFile:
    from pathlib import Path

    from netbook.store.backup_files import copies, restore_hint

    return NoJournalFile(path, f"{why}; {restore_hint(Path(path)) if copies(Path(path)) else otherwise}")


def rollback_file(path: AnyPath) -> Path:
    """Where SQLite keeps, while it writes, what stood in the file before."""
    from pathlib import Path

    return Path(_rollback(path))


def _rollback(path: AnyPath) -> str:
    return f"{os.path.realpath(path)}-journal"


def connect(path: AnyPath, patience: float | None = None) -> sqlite3.Connection:
    """A connection set up as every connection must be; it never makes a file."""
    db = _open(path, "rw", PATIENCE if patience is None else patience)
    try:
        # DELETE, not WAL: journals live in synced folders and on network disks.
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        db.close()
        raise
    return db


def open_read_only(path: AnyPath) -> sqlite3.Connection:
    """A connection that changes not a byte of the file; it fails where a rollback file waits."""
    return _open(path, "ro", PATIENCE)


def is_cut_off(path: AnyPath) -> bool:
    """Whether half of a change waits in the rollback file to be taken back, and nobody is at it."""
    if not os.path.exists(_rollback(path)):
        return False
    try:
        with closing(open_read_only(path)) as db:
            db.execute("PRAGMA schema_version").fetchone()
    except database_errors() as error:
        if error_name(error) != "SQLITE_READONLY_ROLLBACK":
            raise
        return True
    return False


def _open(path: AnyPath, mode: str, patience: float) -> sqlite3.Connection:
    name = os.path.abspath(path).replace(os.sep, "/")
    for sign in "%?#":  # https://sqlite.org/uri.html, section 3.1; the percent sign first
        name = name.replace(sign, f"%{ord(sign):x}")
    # An empty authority, so that nothing at the beginning of the name is taken for one.
    name = f"file://{'' if name.startswith('/') else '/'}{name}?mode={mode}"
    if is_encrypted(path):
        from pathlib import Path

        from netbook.store import sqlcipher

        return sqlcipher.unlock(name, Path(path), patience)
    return sqlite3.connect(name, uri=True, timeout=patience, isolation_level=None)


def version(db: sqlite3.Connection, path: AnyPath) -> int:
    """The schema's version; raises where the file is another program's or a later netbook's."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise _no_journal(path, "is a database of another program, not a journal", _ELSEWHERE)
    (number,) = db.execute("PRAGMA user_version").fetchone()
    if number > SCHEMA:
        raise NewerJournal(path, number, SCHEMA)
    return int(number)


def make_private(path: Path) -> None:
    """Make an empty file that its owner alone can read, whatever the umask; FileExistsError where one is."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that its owner alone can enter, unless it is there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)


def give_name(draft: Path, target: Path, *, replace: bool) -> None:
    """Give a finished file its name; FileExistsError where one has it already and is not to be replaced."""
    if replace:
        draft.replace(target)
        return
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        draft.rename(target)
    else:
        draft.unlink()


def write_through(path: Path) -> None:
    """Have the disk keep a file's content, and then its name."""
    for each in (path, path.parent):
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def translated_errors(path: AnyPath) -> Iterator[None]:
    """Whatever SQLite or the file system says of this file, in our words and with exit status 3."""
    try:
        yield
    except database_errors() as error:
        raise _in_words(error, path) from error
    except PermissionError as error:
        if not _concerns(error, path):
            raise
        raise JournalOutOfReach(path, "no permission to read or write it") from error
    except OSError as error:
        if not _concerns(error, path):
            raise
        raise JournalOutOfReach(path, (error.strerror or str(error)).lower()) from error


def _concerns(error: OSError, path: AnyPath) -> bool:
    """Whether an error of the file system is about the journal or a folder above it, not about another file."""
    from pathlib import Path

    name, journal = str(error.filename or ""), Path(path)
    return name.startswith(str(journal.parent)) or (name != "" and Path(name) in journal.parents)


def _in_words(error: Exception, path: AnyPath) -> Exception:
    """The journal error for one of SQLite's; an error that is our own mistake stays as it is."""
    code = error_name(error)
    if code == "SQLITE_READONLY_DBMOVED":
        return JournalOutOfReach(path, "another file took its place meanwhile; try again")
    match code.split("_")[1] if "_" in code else "":
        case "BUSY" | "LOCKED":
            return JournalLocked(path)
        case "NOTADB":
            return _no_journal(path, _NO_JOURNAL, _ELSEWHERE)
        case "CORRUPT":
            from pathlib import Path

            from netbook.store.backup_files import restore_hint

            return JournalDamaged(path, restore_hint(Path(path)))
        case "READONLY" | "PERM":
            return JournalOutOfReach(path, "the file or its folder is read-only")
        case "CANTOPEN":
            return JournalOutOfReach(path, "it cannot be opened; check the folder and its permissions")
        case "FULL":
            return JournalOutOfReach(path, "the disk is full")
        case "IOERR":
            return JournalOutOfReach(path, "the disk gave an error")
    return error
