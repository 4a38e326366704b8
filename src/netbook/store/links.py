"""Check symbolic links on the way to a file to be written: other users may have put them there."""

from __future__ import annotations

import errno
import os
import stat

_MOST = 40  # links, as Linux has it


class StrangersLinkError(OSError):
    """A link that another user put into a folder where others may make files."""


def resolve(name: str) -> str:
    """The file that a name means, every link followed, as the kernel does it.

    Raises StrangersLinkError for a link that belongs neither to us, nor to root, nor to the owner of its folder: what
    Linux refuses with fs.protected_symlinks, here for every folder that others may write to.
    """
    links, at = 0, os.sep
    pending = [*reversed(os.path.join(os.getcwd(), name).split(os.sep))]
    while pending:
        part = pending.pop()
        if part in ("", os.curdir):
            continue
        step = os.path.dirname(at) if part == os.pardir else os.path.join(at, part)
        try:
            status = os.lstat(step)
        except FileNotFoundError:
            at = step
            continue
        if not stat.S_ISLNK(status.st_mode):
            at = step
            continue
        links += 1
        if links > _MOST:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        refuse_stranger(step, status)
        target = os.readlink(step)
        pending += reversed(target.split(os.sep))
        at = os.sep if target.startswith(os.sep) else at
    return at


def refuse_stranger(path: str, status: os.stat_result) -> None:
    """Raise StrangersLinkError for what another user put into a folder that is not theirs alone."""
    if os.name == "nt" or status.st_uid in (os.geteuid(), 0):
        return
    folder = os.stat(os.path.dirname(path))
    if folder.st_uid != status.st_uid or folder.st_mode & 0o022:
        raise StrangersLinkError(errno.EACCES, f"{path} was put there by another user", path)
