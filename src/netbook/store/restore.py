"""Replace the journal by a backup: checked first, all or nothing, and the current journal kept."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from netbook.core.text import quoted
from netbook.errors import ForeignDatabase, JournalDamaged, JournalLocked, NoJournalFile
from netbook.errors.journal_files import BackupFailed, CannotRestore, EncryptionMismatch, WrongPassphrase
from netbook.store import check, check_content, journal
from netbook.store import file as journal_file
from netbook.store.backup import fill, keep_copy, remove_draft
from netbook.store.backup_files import REPLACED, new_name
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.disk import (
    folder_not_synced,
    give_name,
    keep_private,
    make_folder,
    make_private,
    read_through,
    write_through,
)
from netbook.store.file import (
    APPLICATION_ID,
    SCHEMA,
    connect,
    is_cut_off,
    is_there,
    leave_wal,
    open_read_only,
    rollback_file,
    trust_own_triggers,
    version,
    wal_files,
)
from netbook.store.mend import mend
from netbook.store.waiting import SLICE, is_only_unsynced, until_locked_too_long

_COUNTER = (
    4,
    24,
)  # bytes, and where: a database counts its changes there, https://sqlite.org/fileformat.html, 1.3.7
_TRIES = 10


class Restored(NamedTuple):
    """The content of the journal after a restore, and the copy of the one before."""

    people: int
    meetings: int
    older_schema: int | None
    backup: Path | None
    damaged: bool
    foreign: tuple[str, ...]


class _ChangedMeanwhileError(Exception):
    """Somebody wrote to the journal after it was kept."""


def restore(path: Path, file: Path, approve: Callable[[tuple[str, ...]], None]) -> Restored:
    """Put the journal in `file` in the place of the one at `path`; raises CannotRestore, and changes nothing.

    `approve` is called once the file is known to be good, with the parts of it that are not netbook's, and
    raises where it is not to go on.
    """
    make_folder(path.parent)
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.getpid()}.restored")
    draft.unlink(missing_ok=True)
    make_private(draft)
    try:
        with _named(file, draft):
            _take(path, file, draft)
            older, people, meetings, foreign = _prove(draft, quoted(str(file)))
        approve(foreign)
        backup, damaged = _exchange(path, draft, file)
        journal.note_change(path)
    finally:
        remove_draft(draft)
    return Restored(people, meetings, older, backup, damaged, foreign)


@contextmanager
def _named(file: Path, draft: Path) -> Iterator[None]:
    """Raise problems with a file to be restored as about that file; a disk that fails is not damage."""
    shown = quoted(str(file))
    try:
        yield
    except database_errors() as error:
        code = error_name(error)
        if code.startswith("SQLITE_NOTADB"):
            raise CannotRestore(shown, "is not a journal") from error
        if code.startswith("SQLITE_CORRUPT"):
            # SQLite says the same of a page that the disk does not give.
            read_through(file)
            read_through(draft)
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_CONSTRAINT", "SQLITE_SCHEMA")):
            raise CannotRestore(shown, "is damaged") from error
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise CannotRestore(shown, "is in use by another program") from error
        if code.startswith("SQLITE_CANTOPEN"):
            raise CannotRestore(shown, "cannot be opened") from error
        if not code:  # what Python says to text that is none
            raise CannotRestore(shown, "is damaged") from error
        raise
    except OSError as error:
        if str(error.filename or "") != str(file):
            raise
        raise CannotRestore(shown, f"cannot be read ({(error.strerror or str(error)).lower()})") from error


def _take(path: Path, file: Path, draft: Path) -> None:
    """Copy a file that may be a journal, without changing a byte of it; a rollback file beside it counts."""
    shown = quoted(str(file))
    if file.is_dir():
        raise CannotRestore(shown, "is a folder")
    if path.exists() and file.samefile(path):
        raise CannotRestore(shown, "is the journal itself")
    file.stat()
    try:
        is_there(file)
    except ForeignDatabase as error:
        raise CannotRestore(shown, "is a database of another program, not a journal") from error
    except NoJournalFile as error:
        raise CannotRestore(shown, "is not a journal") from error
    if is_cut_off(file):
        shutil.copyfile(file, draft)
        shutil.copyfile(rollback_file(file), rollback_file(draft))
        return
    source = open_read_only(file)
    try:
        fill(draft, source)
    finally:
        source.close()


def _prove(draft: Path, shown: str) -> tuple[int | None, int, int, tuple[str, ...]]:
    """Check the draft and bring it up to date: its schema if that is older, people, meetings, foreign parts."""
    db = connect(draft)
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (number,) = db.execute("PRAGMA user_version").fetchone()
        why = None
        if application != APPLICATION_ID:
            why = "is a database of another program, not a journal"
        elif number > SCHEMA:
            why = f"was made by a newer netbook (schema {number}, this one knows {SCHEMA})"
        elif check.damage(db) or check.broken_links(db):
            read_through(draft)
            why = "is damaged"
        if why:
            raise CannotRestore(shown, why)
        if number < SCHEMA:
            from netbook.store.migrate import upgrade

            db.execute("PRAGMA foreign_keys = OFF")
            upgrade(db)
        if lacking := [name for kind, name in check.schema_differs(db) if kind == "table"]:
            raise CannotRestore(
                shown, f"lacks parts of a journal (the table {lacking[0]} is missing or another)"
            )
        if wrong := next(check_content.unreadable(db), None):
            raise CannotRestore(shown, f"is damaged ({wrong} cannot be read)")
        with check.new_journal() as fresh:
            foreign = tuple(check_content.foreign_parts(db, fresh))
        trust_own_triggers(db)
        db.execute("BEGIN IMMEDIATE")
        mend(db, lambda: None)
        db.execute("COMMIT")
        counts = [
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "meeting")
        ]
    finally:
        db.close()
    return number if number < SCHEMA else None, counts[0], counts[1], foreign


def _exchange(path: Path, draft: Path, file: Path) -> tuple[Path | None, bool]:
    """Put the draft in the journal's place; returns the copy of the present journal, and whether that was damaged."""
    if not path.exists():
        return _keep_bytes(path, draft), False
    try:
        is_there(path)
        for _ in range(_TRIES):
            with suppress(_ChangedMeanwhileError):
                return _write_over(path, draft, file), False
        raise JournalLocked(path)
    except ForeignDatabase:
        raise
    except (NoJournalFile, JournalDamaged, BackupFailed, WrongPassphrase):
        pass
    except database_errors() as error:
        if not error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise
    return _keep_bytes(path, draft), True


def _write_over(path: Path, draft: Path, file: Path) -> Path:
    """Write the draft into a journal that is whole, in one transaction of SQLite's: others may have it open."""
    db, source = connect(path), connect(draft)
    # Closed last: closing it gives up the locks that SQLite has on the same file.
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if isinstance(db, sqlite3.Connection) != isinstance(source, sqlite3.Connection):
            raise EncryptionMismatch(quoted(str(file)), sealed=isinstance(db, sqlite3.Connection))
        version(db, path)
        if not leave_wal(db):
            raise JournalLocked(path)
        before = os.pread(descriptor, *_COUNTER)
        keep_private(path, path.parent)
        backup = keep_copy(path, REPLACED, but=file)

        locked, tried = False, until_locked_too_long(path, journal_file.PATIENCE)

        def alone(status: int, *pages: int) -> None:
            nonlocal locked
            tried(status, *pages)
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return
            # From the first page on the lock is ours, and nobody else can write.
            if not locked and os.pread(descriptor, *_COUNTER) != before:
                raise _ChangedMeanwhileError
            locked = True

        try:
            source.backup(db, pages=1, progress=alone, sleep=SLICE)
        except database_errors() as error:
            if not is_only_unsynced(error):
                raise
            folder_not_synced(str(path))
    finally:
        db.close()
        source.close()
        os.close(descriptor)
    return backup


def _keep_bytes(path: Path, draft: Path) -> Path | None:
    """Give the draft the journal's name after copying the present file byte by byte; returns that copy, if any."""
    real, backup = Path(os.path.realpath(path)), new_name(path, damaged=True)
    # What lies beside the old journal would be played back into the new one.
    files = [real, rollback_file(path), *wal_files(path)]
    left = [*zip(files, [backup, rollback_file(backup), *wal_files(backup)], strict=True)]
    left = [(old, copy) for old, copy in left if old.exists() and old.stat().st_size]
    for old, copy in left:
        make_folder(copy.parent)
        make_private(copy)
        shutil.copyfile(old, copy)
        write_through(copy)
    for file in files[1:]:
        file.unlink(missing_ok=True)
    give_name(draft, real, replace=True)
    return left[0][1] if left else None
