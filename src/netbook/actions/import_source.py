"""Open what is to be imported, reading no more than needed: a journal's export may exceed memory."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from netbook.core.text import quoted
from netbook.errors.imports import CannotReadFile, NoStandardInput, NotText
from netbook.formats.archive import BIGGEST

HEAD = 64 * 1024


class Source:
    """A file of which the first line was read, or its beginning where that is no line of text."""

    def __init__(self, stream: BinaryIO, name: str, size: int = 0) -> None:
        self._stream = stream
        self._name = name
        self.size = size
        self.done = 0
        with _explained(name):
            self.first = stream.readline(HEAD)

    def rest(self) -> Iterator[bytes]:
        """The lines after the first, one at a time; `done` is how many bytes have been read."""
        self.done = len(self.first)
        lines = iter(self._stream)
        while True:
            try:
                line = next(lines, b"")
            except OSError as error:
                raise CannotReadFile(quoted(self._name), _why(error)) from error
            if not line:
                return
            self.done += len(line)
            yield line

    def whole(self) -> bytes:
        """All of it; raises NotText for what is bigger than any export, or never ends."""
        with _explained(self._name):
            data = self.first + self._stream.read(BIGGEST + 1 - len(self.first))
        if len(data) > BIGGEST:
            raise NotText(f"over {BIGGEST // 1024**2:,} MB; split it, and import one part after the other")
        return data


def standard_input(stream: BinaryIO | None) -> Source:
    """What is piped in; raises NoStandardInput where nothing can be."""
    if stream is None:
        raise NoStandardInput
    try:
        return Source(stream, "standard input")
    except CannotReadFile as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno == errno.EBADF:
            raise NoStandardInput from None
        raise


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """The file of that name; raises CannotReadFile, which says why."""
    with _explained(path):
        stream = Path(path).open("rb")  # noqa: SIM115 - closed by the next block
    with stream:
        yield Source(stream, path, os.fstat(stream.fileno()).st_size)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotReadFile(quoted(name), _why(error)) from error
    except ValueError as error:  # a name that no file can have
        raise CannotReadFile(quoted(name), "a file cannot have this name") from error


def _why(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder, name a file in it"
    return (error.strerror or str(error)).lower()
