"""Write files completely or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from netbook.actions.files import (
    FULL,
    StrangersLinkError,
    keep_private,
    refuse_stranger,
    remove,
    resolve,
    sync_file,
    sync_folder,
)
from netbook.errors import OutputClosed
from netbook.errors.exports import CannotWriteFile, NoRoomForFile
from netbook.render.text import visible


@contextmanager
def whole_file(name: str, journal: Path) -> Iterator[TextIO]:
    """A file to write text to (UTF-8, LF), private to its owner; it gets its name once it is complete.

    A pipe or a device is written to directly. Raises CannotWriteFile, also for the journal itself, which an export must
    not replace, NoRoomForFile on a full disk, and OutputClosed if the reader of a pipe is gone.
    """
    shown = f'"{visible(name)}"'
    try:
        with _opened(name, shown, journal) as out:
            yield out
    except BrokenPipeError as error:
        raise OutputClosed from error
    except StrangersLinkError as error:
        raise CannotWriteFile(shown, visible(str(error.strerror))) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise (NoRoomForFile if error.errno in FULL else CannotWriteFile)(shown, why) from error


@contextmanager
def _opened(name: str, shown: str, journal: Path) -> Iterator[TextIO]:
    status = _status(name)
    if name.endswith(os.sep) or (status and stat.S_ISDIR(status.st_mode)):
        raise CannotWriteFile(shown, "it is a folder")
    if status is None or (stat.S_ISREG(status.st_mode) and not _is_stdout(status)):
        path = Path(resolve(name))
        if path.exists() and journal.exists() and path.samefile(journal):
            raise CannotWriteFile(shown, "it is the journal itself")
        if not path.parent.is_dir():
            raise CannotWriteFile(shown, "its folder does not exist")
        with _beside(path) as out:
            yield out
        return
    # A device or a pipe has no place beside it and is no file to be replaced; nor is what stdout goes to.
    if _is_stdout(status):
        descriptor = os.dup(1)
    else:
        refuse_stranger(name, status)
        descriptor = os.open(name, os.O_WRONLY)
    with open(descriptor, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123
        yield out


def _status(name: str) -> os.stat_result | None:
    try:
        return os.stat(name)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_stdout(status: os.stat_result) -> bool:
    try:
        return os.path.samestat(status, os.fstat(1))
    except OSError:
        return False


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    descriptor, draft = tempfile.mkstemp(prefix=".netbook-", dir=path.parent)
    try:
        keep_private(descriptor, path.parent)
        with open(descriptor, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123
            yield out
            out.flush()
            sync_file(out.fileno(), path.parent)
        Path(draft).replace(path)
        sync_folder(path.parent)
    except BaseException:
        remove(Path(draft))
        raise
