"""Backups of the journal, and restoring one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from netbook.core.text import quoted, visible
from netbook.errors import JournalOutOfReach, NoJournalFile
from netbook.errors.journal_files import CannotBackUp, CannotRestore, FileExists
from netbook.store import backup as copying
from netbook.store import file as journal_file
from netbook.store import restore as restoring
from netbook.store.backup_files import restore_command
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.disk import FULL
from netbook.store.links import StrangersLinkError, resolve
from netbook.store.restore import Restored

__all__ = ["BackedUp", "Restored", "backup", "restore"]


class BackedUp(NamedTuple):
    """A copy of the journal, and what is in it."""

    file: Path
    bytes: int
    people: int
    meetings: int
    restore: str


def backup(path: Path, file: str | None, *, force: bool) -> BackedUp:
    """Copy the journal into its backups, or to a file of the user's; the copy is checked and private.

    Raises FileExists, CannotBackUp, and BackupFailed for a damaged journal.
    """
    with journal_file.translated_errors(path):
        if not journal_file.is_there(path):
            raise NoJournalFile(
                path, "does not exist yet, so there is nothing to back up; netbook add creates it"
            )
        copy = copying.keep_copy(path, None) if file is None else _to(path, file, force)
        db = journal_file.connect(copy)
        try:
            people, meetings = [
                db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "meeting")
            ]
        finally:
            db.close()
        return BackedUp(copy, copy.stat().st_size, people, meetings, restore_command(path, copy))


def _to(path: Path, file: str, force: bool) -> Path:
    shown = quoted(file)
    try:
        target = Path(resolve(file))
        if target.is_dir() or file.endswith("/"):
            raise CannotBackUp(shown, "it is a folder")
        if target.exists():
            if target.samefile(path):
                raise CannotBackUp(shown, "it is the journal itself")
            if not target.is_file():
                raise CannotBackUp(shown, "it is not a regular file")
            if not force:
                raise FileExists(shown)
        if not target.parent.is_dir():
            raise CannotBackUp(shown, "its folder does not exist")
        copying.copy_whole(path, target, replace=force)
    except FileExistsError as error:  # made meanwhile
        raise FileExists(shown) from error
    except StrangersLinkError as error:
        raise CannotBackUp(shown, visible(str(error.strerror))) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        if error.errno in FULL:
            raise JournalOutOfReach(shown, why) from error
        raise CannotBackUp(shown, why) from error
    except database_errors() as error:
        if error_name(error).startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            raise JournalOutOfReach(shown, "the disk is full or gave an error") from error
        raise
    return target


def restore(path: Path, file: str, approve: Callable[[tuple[str, ...]], None]) -> Restored:
    """Put a backup in the journal's place and keep the present journal; raises CannotRestore before any change.

    `approve` is called once the backup was checked, with the parts of it that are not netbook's; it raises to stop.
    """
    if not file.strip():
        raise CannotRestore(quoted(file), "names no file")
    with journal_file.translated_errors(path):
        return restoring.restore(path, Path(file).expanduser(), approve)
