"""Files that are there in full or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from netbook.errors.exports import CannotWriteFile
from netbook.render.text import visible


@contextmanager
def whole_file(name: str, journal: Path) -> Iterator[TextIO]:
    """A file to write text to (UTF-8, LF), private to its owner; it has its name once it is complete.

    Raises CannotWriteFile, also for the journal itself, which an export must not replace.
    """
    shown, path = f'"{visible(name)}"', Path(os.path.realpath(name))
    try:
        if path.is_dir() or name.endswith("/"):
            raise CannotWriteFile(shown, "it is a folder")
        if path.exists() and path.samefile(journal):
            raise CannotWriteFile(shown, "it is the journal itself")
        if not path.parent.is_dir():
            raise CannotWriteFile(shown, "its folder is not there")
        # A device or a pipe has no place beside it and is no file to be replaced.
        with _beside(path) if path.is_file() or not path.exists() else _straight(path) as out:
            yield out
    except OSError as error:
        raise CannotWriteFile(shown, (error.strerror or str(error)).lower()) from error


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    descriptor, draft = tempfile.mkstemp(prefix=".netbook-", dir=path.parent)
    os.fchmod(descriptor, 0o600)  # whatever the umask
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123
            yield out
            out.flush()
            os.fsync(descriptor)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@contextmanager
def _straight(path: Path) -> Iterator[TextIO]:
    with path.open("w", encoding="utf-8", newline="") as out:
        yield out
