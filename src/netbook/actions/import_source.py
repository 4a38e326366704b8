"""Read a file to be imported no further than needed: a journal's export may exceed memory."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import cache, partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple
from weakref import finalize

from netbook.core.text import quoted
from netbook.errors.imports import CannotReadFile, NoStandardInput, NotText
from netbook.formats.archive import BIGGEST

HEAD = 64 * 1024
_PIECE = 1024 * 1024


class Source:
    """A file that is read once from its beginning; lines that were read ahead are returned again."""

    def __init__(self, stream: BinaryIO, name: str, size: int = 0) -> None:
        self._stream = stream
        self._name = name
        self.size = size
        self.done = 0
        self.first = self._line(HEAD)
        self._kept = [self.first]

    def ahead(self) -> Iterator[bytes]:
        """The lines, at most as many as can be imported at once."""
        yield from tuple(self._kept)
        size = sum(map(len, self._kept))
        while size <= BIGGEST and (line := self._line(HEAD)):
            self._kept.append(line)
            size += len(line)
            yield line

    def lines(self, longest: int = -1) -> Iterator[bytes]:
        """The lines, one at a time, long ones in pieces; `done` is how many bytes have been read."""
        self.done = 0
        with translated_read_errors(self._name):
            for line in chain(self._kept, iter(partial(self._stream.readline, longest), b"")):
                self.done += len(line)
                yield line

    def whole(self) -> bytes:
        """The whole file; raises NotText if it exceeds the limit or never ends."""
        read = self._read(BIGGEST + 1)
        self._kept = [read]  # what is piped in is not there a second time
        if len(read) > BIGGEST:
            raise NotText(f"over {BIGGEST // 1024**2:,} MB; split it, and import one part after the other")
        return read

    def _read(self, most: int) -> bytes:
        """The kept lines and what follows; of a large file there is never a second copy."""
        whole = BytesIO()
        whole.writelines(self._kept)
        self._kept.clear()
        with translated_read_errors(self._name):
            while (left := most - whole.tell()) > 0 and (piece := self._stream.read(min(left, _PIECE))):
                whole.write(piece)
        return whole.getvalue()

    def _line(self, longest: int) -> bytes:
        with translated_read_errors(self._name):
            return self._stream.readline(longest)


class NamedFile(NamedTuple):
    """A file to import: its name in reports, and how to open it."""

    name: str
    opened: Callable[[], AbstractContextManager[Source]]


def named(name: str, piped: BinaryIO | None) -> NamedFile:
    """The file of that name; "-" is standard input. That and a pipe stay open and are read once."""
    if name == "-":
        return NamedFile(name, cache(lambda: nullcontext(standard_input(piped))))
    if _is_pipe(name):  # of the shell's: netbook import <(pass show contacts)
        return NamedFile(name, cache(lambda: nullcontext(_opened_pipe(name))))
    return NamedFile(name, partial(opened, name))


def _is_pipe(name: str) -> bool:
    try:
        return Path(name).is_fifo()
    except ValueError:  # a name that no file can have
        return False


def standard_input(stream: BinaryIO | None) -> Source:
    """Standard input as bytes; raises NoStandardInput if it is closed."""
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
    """Open the file of that name; raises CannotReadFile with the reason."""
    stream = _stream(path)
    try:
        yield Source(stream, path, os.fstat(stream.fileno()).st_size)
    finally:
        # All was read, and the import is made by now: a disk that fails here takes nothing back.
        with suppress(OSError):
            stream.close()


def _opened_pipe(name: str) -> Source:
    """A pipe, open until nobody reads it any longer."""
    stream = _stream(name)
    source = Source(stream, name)
    finalize(source, stream.close)
    return source


def _stream(path: str) -> BinaryIO:
    with translated_read_errors(path):
        return Path(path).open("rb")


@contextmanager
def translated_read_errors(name: str) -> Iterator[None]:
    """Raise any error from reading a file or folder as CannotReadFile."""
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
