"""The journal's file: tell it from other files, open it, and translate its errors."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from netbook.errors import (
    ForeignDatabase,
    IndexDamaged,
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalOutOfReach,
    NewerJournal,
    NoJournalFile,
    StrangersFile,
)
from netbook.errors.journal_files import WrongPassphrase
from netbook.store.detect_encryption import (
    HEAD,
    MARK,
    AnyPath,
    database_errors,
    error_name,
    is_encrypted,
    look,
)
from netbook.store.header import application_of, first_page_before, is_wal
from netbook.store.links import StrangersLinkError, resolve
from netbook.store.waiting import SLICE, is_locked, patiently

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x6E_65_74_62  # "netb"; is in the file's header and tells it from others' files
SCHEMA = 3
PATIENCE = 5.0  # seconds to wait for another program's lock

TAKE_LOCK = "SELECT 1 FROM sqlite_schema LIMIT 1"  # in a transaction, for as long as that lasts

MAGIC = b"SQLite format 3\0"  # https://sqlite.org/fileformat.html, section 1.3.1
worked_on: list[AnyPath] = []  # by this command: first the journal, then maybe copies of it
_NO_JOURNAL = "is not a journal"
_ELSEWHERE = "choose another file with --db or NETBOOK_DB"


def is_there(path: AnyPath) -> bool:
    """Whether the journal exists; raises if something else is in its place, before SQLite would write to it.

    Not to be called while this process has the journal open: closing a file gives up all its POSIX locks.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return False
    if os.path.realpath(path) != os.path.abspath(path):
        resolve(os.fspath(path))
    if stat.S_ISDIR(status.st_mode):
        raise NoJournalFile(path, "is a folder; name a file in it, such as netbook.db")
    if not stat.S_ISREG(status.st_mode):
        raise NoJournalFile(path, f"is a device or a pipe, not a journal; {_ELSEWHERE}")
    if status.st_size == 0:
        raise _no_journal(path, "is empty (0 bytes), not a journal", "remove the file to begin a new one")
    head, rollback = look(path), _rollback(path)
    _refuse_strangers(path, status, rollback, *([_wal(path), _shm(path)] if is_wal(path) else []))
    if head.startswith(MARK):
        return True
    if head[:16] == MAGIC and application_of(head) == APPLICATION_ID:
        return True
    # A first page that was half written is mended from the rollback file by SQLite itself.
    before = first_page_before(rollback)
    if before[:16] == MAGIC and application_of(before) == APPLICATION_ID:
        return True
    if head[:16] == MAGIC and len(head) == HEAD and not _looks_like_one(path):
        raise _foreign(path)
    raise _no_journal(path, _NO_JOURNAL, _ELSEWHERE)


def _looks_like_one(path: AnyPath) -> bool:
    """Whether a file is a journal although its header, which is damaged, does not say so."""
    with open(path, "rb") as file:
        beginning = file.read(2**20)
    return b"CREATE TABLE attendance" in beginning and b"CREATE TABLE commonality" in beginning


def _refuse_strangers(path: AnyPath, status: os.stat_result, *files: str) -> None:
    """Refuse a file that SQLite would write to or play back, and that another user put beside the journal."""
    if os.name == "nt":
        return
    for file in files:
        try:
            owner = os.lstat(file).st_uid
        except FileNotFoundError:
            continue
        if owner not in (os.geteuid(), status.st_uid, 0):
            raise StrangersFile(path, file)


def _no_journal(path: AnyPath, why: str, otherwise: str) -> NoJournalFile:
    from pathlib import Path

    from netbook.store.backup_files import copies, restore_hint

    return NoJournalFile(path, f"{why}; {restore_hint(Path(path)) if copies(Path(path)) else otherwise}")


def _foreign(path: AnyPath) -> ForeignDatabase:
    from pathlib import Path

    from netbook.store.backup_files import copies, restore_hint

    way = f"move it elsewhere, then {restore_hint(Path(path))}" if copies(Path(path)) else _ELSEWHERE
    return ForeignDatabase(path, f"is a database of another program, not a journal; {way}")


def rollback_file(path: AnyPath) -> Path:
    """Where SQLite keeps, while it writes, what was in the file before."""
    from pathlib import Path

    return Path(_rollback(path))


def wal_files(path: AnyPath) -> list[Path]:
    """Where SQLite keeps what is new, for a file that another program has put into WAL mode."""
    from pathlib import Path

    return [Path(_wal(path)), Path(_shm(path))]


def _rollback(path: AnyPath) -> str:
    return f"{os.path.realpath(path)}-journal"


def _wal(path: AnyPath) -> str:
    return f"{os.path.realpath(path)}-wal"


def _shm(path: AnyPath) -> str:
    return f"{os.path.realpath(path)}-shm"


def connect(path: AnyPath, patience: float | None = None) -> sqlite3.Connection:
    """A connection set up as every connection must be; it never makes a file, and changes only a journal."""
    patience = PATIENCE if patience is None else patience
    db = _open(path, "rw", patience)
    try:
        patiently(db, TAKE_LOCK, patience)  # what follows reads the file too, and would not wait as long
        if is_wal(path) or is_encrypted(path):
            version(db, path)
            leave_wal(db)
        # EXTRA: of a change that was answered, the disk keeps even that its rollback file is gone.
        db.execute("PRAGMA synchronous = EXTRA")
        db.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        db.close()
        raise
    return db


def leave_wal(db: sqlite3.Connection) -> bool:
    """Put a journal back from WAL, which another program chose: journals live in synced folders and on
    network disks. One that is open elsewhere stays as it is; whether it is out of WAL.
    """
    try:
        (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
    except database_errors() as error:
        if not is_locked(error):
            raise
        return False
    return bool(mode == "delete")


def open_to_check(path: AnyPath) -> sqlite3.Connection:
    """A connection on one state of a file that is not cut off; it changes not a byte."""
    # Of a file that is opened for reading alone SQLite checks no CHECK.
    return open_read_only(path, "ro" if is_wal(path) or is_cut_off(path) else "rw")


def open_read_only(path: AnyPath, mode: str = "ro") -> sqlite3.Connection:
    """A connection on one state of the file, of which it changes not a byte; it fails where a rollback file waits."""
    db = _open(path, mode, PATIENCE)
    try:
        db.execute("BEGIN")
        patiently(db, TAKE_LOCK, PATIENCE)
    except BaseException:
        db.close()
        raise
    return db


def is_cut_off(path: AnyPath) -> bool:
    """Whether half of a change waits in the rollback file to be taken back, and nobody is at it."""
    if not os.path.exists(_rollback(path)):
        return False
    try:
        with closing(open_read_only(path)) as db:
            patiently(db, TAKE_LOCK, PATIENCE)
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
    patience = min(SLICE, patience)
    if is_encrypted(path):
        from pathlib import Path

        from netbook.store import sqlcipher

        try:
            db = sqlcipher.unlock(name, Path(path), patience)
        except WrongPassphrase as error:
            from netbook.store.backup_files import restore_hint

            hint = restore_hint(Path(path))
            raise (JournalDamaged if error.fits else WrongPassphrase)(path, hint) from error
    else:
        db = sqlite3.connect(name, uri=True, timeout=patience, isolation_level=None)
    distrust(db)
    return db


def distrust(db: sqlite3.Connection) -> None:
    """Have SQLite check what it reads, and keep what is in the file's schema from doing harm."""
    # https://sqlite.org/security.html
    if sys.version_info >= (3, 12) and isinstance(db, sqlite3.Connection):
        db.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")


def trust_own_triggers(db: sqlite3.Connection) -> None:
    """Before a change: where this SQLite takes its own JSON functions, which the triggers use, for unsafe
    (3.38 to 3.44 do), the schema has to be trusted after all.
    """
    try:
        db.execute("EXPLAIN DELETE FROM not_same WHERE a_id = 0")
    except database_errors() as error:
        if "unsafe use" in str(error):
            db.execute("PRAGMA trusted_schema = ON")


def version(db: sqlite3.Connection, path: AnyPath) -> int:
    """The schema's version; raises where the file is another program's or a later netbook's."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise _foreign(path)
    (number,) = db.execute("PRAGMA user_version").fetchone()
    if number > SCHEMA:
        raise NewerJournal(path, number, SCHEMA)
    return int(number)


@contextmanager
def translated_errors(path: AnyPath) -> Iterator[None]:
    """Raise errors of SQLite and the file system about this file as our own, with exit status 3."""
    worked_on.append(path)
    try:
        yield
    except database_errors() as error:
        raise _in_words(error, path) from error
    except OSError as error:
        if not _concerns(error, path):
            raise
        raise JournalOutOfReach(path, why_not(error)) from error


def why_not(error: OSError) -> str:
    """What the file system says, in lower case."""
    if isinstance(error, PermissionError) and not isinstance(error, StrangersLinkError):
        return "no permission to read or write it"
    return (error.strerror or str(error)).lower()


def _concerns(error: OSError, path: AnyPath) -> bool:
    """Whether an error of the file system is about the journal, what lies beside it, or a folder above it."""
    if error.filename is None:
        return True  # of a file that was open already
    try:
        name, *journals = (
            os.path.abspath(os.fsdecode(p)) for p in (error.filename, path, os.path.realpath(path))
        )
    except (OSError, TypeError, ValueError):  # the working directory is gone, or the name is no name
        return True
    folders = [os.path.dirname(journal) for journal in journals]
    return any(name.startswith(folder) or folder.startswith(os.path.join(name, "")) for folder in folders)


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
            return _damage(code, path)
        case "READONLY" | "PERM":
            return JournalOutOfReach(path, "the file or its folder is read-only")
        case "CANTOPEN":
            return JournalOutOfReach(path, "it cannot be opened; check the folder and its permissions")
        case "FULL":
            return _full(path)
        case "IOERR":
            return JournalOutOfReach(path, "the disk gave an error")
    return error


def _full(path: AnyPath) -> JournalError:
    """What to say where SQLite has no room: it says the same where it has no number left for a new row."""
    from netbook.store.check_content import HIGHEST, USED_UP

    with suppress(Exception), closing(open_to_check(path)) as db:
        if db.execute(USED_UP, (HIGHEST,)).fetchone():
            return _damaged(path)
    return JournalOutOfReach(path, "the disk is full")


def _damage(code: str, path: AnyPath) -> JournalError:
    """What to say of damage that SQLite found: it says the same of a page that the disk does not give."""
    from pathlib import Path

    from netbook.store.backup_files import command
    from netbook.store.disk import read_through

    path = Path(path)
    try:
        read_through(path)
    except OSError as error:
        advice = "copy the folder to another disk while it can be read"
        return JournalOutOfReach(path, f"the disk gave an error ({why_not(error)}); {advice}")
    if code == "SQLITE_CORRUPT_VTAB":
        return IndexDamaged(path, command(path))
    if _is_whole_after_all(path):
        return JournalOutOfReach(path, "the disk gave an error that is over now, so try again")
    return _damaged(path)


def _damaged(path: AnyPath) -> JournalDamaged:
    from pathlib import Path

    from netbook.store.backup_files import restore_hint

    return JournalDamaged(path, restore_hint(Path(path)))


def _is_whole_after_all(path: AnyPath) -> bool:
    """Whether SQLite finds nothing wrong with a file that this process has not open."""
    from netbook.store.check import damage

    try:
        with closing(open_to_check(path)) as db:
            return not damage(db)
    except Exception:  # whatever cannot be read is not
        return False
