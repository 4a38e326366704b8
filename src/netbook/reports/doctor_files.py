"""The doctor's checks around the journal: permissions, room on the disk, backups, readable copies."""

import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from netbook.core.text import counted
from netbook.errors import JournalError
from netbook.errors.journal_files import WrongPassphrase
from netbook.reports.finding import Finding
from netbook.store import backup_files, check
from netbook.store.detect_encryption import is_encrypted
from netbook.store.disk import read_through
from netbook.store.file import open_to_check, rollback_file, version

ROOM = 2**20  # bytes that should be free beside what a change and a backup take


def look_around(path: Path, *, quick: bool) -> Iterator[Finding]:
    """Everything around a journal that is there; of the backups, quickly, the newest alone."""
    for name, look in (("permissions", _permissions), ("room", _room)):
        try:
            yield from look(path)
        except OSError as error:
            yield Finding(name, False, f"cannot be looked at: {(error.strerror or str(error)).lower()}")
    yield from look_at_backups(path, quick=quick)


def _permissions(path: Path) -> Iterator[Finding]:
    """Who else may read or replace what is private."""
    if os.name == "nt":
        return
    real = Path(os.path.realpath(path))
    if not _keeps_permissions(real.parent):
        if is_encrypted(path):
            yield Finding("permissions", True, "this disk has no permissions; the journal is encrypted")
            return
        state = "this disk has no permissions: whoever can use it can read your journal"
        yield Finding("permissions", True, state, "netbook encrypt, or keep the journal on another disk")
        return
    files = [path, rollback_file(path), *backup_files.copies(path)]
    open_files = [file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    folder = real.parent.stat()
    if open_files:
        names = " ".join(shlex.quote(str(file)) for file in open_files)
        yield Finding("permissions", False, "others on this machine can read your file", f"chmod 600 {names}")
    shared = folder.st_mode & 0o022
    beside = " ".join(shlex.quote(str(file)) for file in (real, backup_files.folder(real)) if file.exists())
    if shared and folder.st_mode & stat.S_ISVTX:
        yield Finding(
            "permissions", False,
            "others on this machine can put files beside your journal, and netbook would trust them",
            f"move it to a folder of your own: mkdir -m 700 FOLDER; mv {beside} FOLDER",
        )  # fmt: skip
    elif shared:
        todo = f"chmod go-w {shlex.quote(str(real.parent))}"
        yield Finding("permissions", False, "others on this machine can replace your file", todo)
    elif not open_files:
        yield Finding("permissions", True, "only you can read it")


def _keeps_permissions(folder: Path) -> bool:
    """Whether a new file is private where that is asked; tried with one, which is removed again."""
    try:
        with tempfile.NamedTemporaryFile(prefix=".netbook-", dir=folder) as file:
            return not stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077
    except OSError:  # a folder that is not to be written to
        return True


def _room(path: Path) -> Iterator[Finding]:
    free, need = shutil.disk_usage(path.parent).free, 2 * path.stat().st_size + ROOM
    if free < need:
        state = f"{in_bytes(free)} free; a change and its backup may need {in_bytes(need)}"
        yield Finding("room", False, state, f"make room on the disk that holds {path.parent}")
    else:
        yield Finding("room", True, f"{in_bytes(free)} free")


def look_at_backups(path: Path, *, quick: bool) -> Iterator[Finding]:
    """Whether every backup is whole, or the newest alone."""
    backups = backup_files.backups(path)
    if not backups:
        yield Finding("backups", True, "none yet", f"{backup_files.command(path)} backup makes one")
        return
    looked_at = backups[:1] if quick else backups
    damaged = [copy.path for copy in looked_at if not _is_whole(copy.path)]
    unread = [file for file in damaged if not _can_be_read(file)]
    newest = f"{len(backups)} kept, the newest of {backups[0].made_at.astimezone():%Y-%m-%d %H:%M}"
    if unread:
        names = " ".join(shlex.quote(str(file)) for file in unread)
        todo = f"{backup_files.command(path)} backup FILE makes one on another disk"
        yield Finding("backups", False, f"{newest}; the disk gives an error when it reads {names}", todo)
    elif damaged:
        names = " ".join(shlex.quote(str(file)) for file in damaged)
        number = "" if len(backups) == 1 else f"{len(damaged)} of them "
        todo = f"{backup_files.command(path)} backup makes a new one; once that is made: rm {names}"
        yield Finding("backups", False, f"{newest}; {number}damaged", todo)
    else:
        yield Finding("backups", True, f"{newest}, {'which is' if quick else 'all'} whole")


def _is_whole(copy: Path) -> bool:
    try:
        with closing(open_to_check(copy)) as db:
            version(db, copy)
            return not check.damage(db)
    except WrongPassphrase:
        return True
    except JournalError:
        return False
    except Exception:  # SQLite's, or the file system's: it cannot be read, for whatever reason
        return False


def _can_be_read(file: Path) -> bool:
    try:
        read_through(file)
    except OSError:
        return False
    return True


def in_bytes(number: int) -> str:
    """A size as people read it."""
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= size:
            return f"{number / size:,.0f} {unit}"
    return counted(number, "byte")
