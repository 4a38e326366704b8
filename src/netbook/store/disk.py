"""Write private, complete files that are synced to disk, and warn once about what the disk cannot do."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What a file system answers to what it does not have: FAT to chmod, CIFS to fsync of a folder.
_LACKING = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

NOT_PRIVATE = "this disk keeps no permissions, so everybody who can use the disk can read {}"
NOT_SYNCED = "this disk cannot promise that the last change in {} survives a power cut"

_limits: dict[str, None] = {}


def limits() -> list[str]:
    """Warnings about the disks that were written to, each once."""
    rows = [*_limits]
    _limits.clear()
    return rows


def make_private(path: Path) -> None:
    """Make an empty file that its owner alone can read, whatever the umask; FileExistsError where one is."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        try:
            keep_private(descriptor, path.parent)
        finally:
            os.close(descriptor)
    except OSError:
        remove(path)
        raise


def remove(draft: Path) -> None:
    """Take a file away that did not get its name; where that fails, it is left for a later command to clear away."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def keep_private(file: Path | int, folder: Path) -> None:
    """Make a file readable only by its owner; if the disk has no permissions, that is a warning."""
    try:
        os.chmod(file, 0o600)
        is_private = os.name == "nt" or not stat.S_IMODE(os.stat(file).st_mode) & 0o077
    except OSError as error:
        if error.errno not in _LACKING:
            raise
        is_private = False
    if not is_private:
        _limits[NOT_PRIVATE.format(f"what is in {folder}")] = None


def make_folder(folder: Path) -> None:
    """Make a folder that its owner alone can enter, unless it is there."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        folder.chmod(0o700)
    except OSError as error:
        if error.errno not in _LACKING:
            raise
        _limits[NOT_PRIVATE.format(f"what is in {folder}")] = None


def give_name(draft: Path, target: Path, *, replace: bool) -> None:
    """Have the disk keep a finished file, under its name from now on; what can fail does so before it has it.

    Raises FileExistsError where another file has the name and is not to be replaced.
    """
    write_through(draft)
    if replace:
        draft.replace(target)
    else:
        _give_new_name(draft, target)
    sync_folder(target.parent)


def _give_new_name(draft: Path, target: Path) -> None:
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        draft.rename(target)
    else:
        remove(draft)


def write_through(path: Path) -> None:
    """Have the disk keep a file's content."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        sync_file(descriptor, path.parent)
    finally:
        os.close(descriptor)


def read_through(path: Path) -> None:
    """Read a file to its end; raises OSError, with its name, where the disk does not give all of it."""
    try:
        with path.open("rb") as file:
            at = 0
            while part := os.pread(file.fileno(), 2**20, at):  # the call that SQLite reads with
                at += len(part)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def folder_not_synced(file: str) -> None:
    """Say that the folder of a file was not synced."""
    _limits[NOT_SYNCED.format(os.path.dirname(file))] = None


def sync_file(descriptor: int, folder: Path) -> None:
    """Have the disk keep a file's content."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _LACKING:
            raise
        _limits[NOT_SYNCED.format(folder)] = None


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder; where it cannot that is said, since the files have them already."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        _limits[NOT_SYNCED.format(folder)] = None
