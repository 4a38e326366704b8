"""The bytes of a file as text: which encoding, and is it text at all.

A byte order mark says the encoding; so do zero bytes in every other place (UTF-16 without a mark) and bytes
beyond ASCII that form valid UTF-8. Where the bytes do not say, `--encoding` does; without it Windows-1252 is
taken, and said, since that is what Western spreadsheets write.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass

from netbook.core.text import quoted
from netbook.errors import NotText, UnknownEncoding

GUESS = "cp1252"
HEAD = 64 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARIES = (
    (b"PK\x03\x04", "an archive (ZIP): unpack it and import a file from it"),
    (b"\x1f\x8b", "compressed (gzip): unpack it first"),
    (b"%PDF-", "a PDF document, which netbook cannot read"),
    (b"SQLite format 3\x00", "an SQLite database, which netbook cannot import"),
    (b"\x89PNG", "a picture, which netbook cannot read"),
    (b"\xff\xd8\xff", "a picture, which netbook cannot read"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as CSV first"),
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's bytes, known to be text in `encoding`; `remark` says what had to be guessed about it."""

    data: bytes
    encoding: str
    remark: str | None = None

    def lines(self) -> Iterator[str]:
        """The lines from the first, each ending in a newline whatever ended it in the file, one at a time."""
        return iter(io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding))

    def head(self) -> str:
        """The beginning of the text, for telling its format."""
        return io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding).read(HEAD)


def text_file(data: bytes, encoding: str | None = None) -> TextFile:
    """The bytes as text. Raises NotText for what is none, UnknownEncoding where `encoding` is not one."""
    if encoding is not None:
        encoding = _checked_encoding(encoding)
    for start, what in _KNOWN_BINARIES:
        if data.startswith(start):
            raise NotText(what)
    found = _decoded(data, encoding)
    if found.head()[:2_000].lstrip().lower().startswith(("<!doctype html", "<html")):
        raise NotText("a web page (HTML), which netbook cannot read; export the data itself")
    return found


def _decoded(data: bytes, wanted: str | None) -> TextFile:
    said = _said_by_the_bytes(data)
    if said is None:
        if wanted is not None:
            return _strictly(data, wanted)
        return _as_utf_8(data) or _guessed(data)
    remark = None
    if wanted is not None and _shown(codecs.lookup(wanted).name) != _shown(said):
        remark = f"the file itself says that it is {_shown(said)}; --encoding {wanted} was not needed"
    return _strictly(data, said, remark)


def _said_by_the_bytes(data: bytes) -> str | None:
    """The encoding that the bytes leave no doubt about, if there is one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    start = data[:2_000]
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) > pairs * 0.6 and not start[::2].count(0):
        return "utf-16-le"
    if pairs and start[::2].count(0) > pairs * 0.6 and not start[1::2].count(0):
        return "utf-16-be"
    return "utf-8" if not data.isascii() and _as_utf_8(data) else None


def _as_utf_8(data: bytes) -> TextFile | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _text(data, "utf-8", text)


def _guessed(data: bytes) -> TextFile:
    try:
        text = data.decode(GUESS)
    except UnicodeDecodeError:
        raise NotText("in an encoding that is not known; say which with --encoding") from None
    remark = "the file is not UTF-8; it was read as Windows-1252: if names look wrong, say --encoding"
    return _text(data, GUESS, text, remark)


def _strictly(data: bytes, encoding: str, remark: str | None = None) -> TextFile:
    try:
        # Decoded the way it will be read: of UTF-16, only this way insists on a mark.
        text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding).read()
    except UnicodeError as error:
        where = f", byte {error.start + 1:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise NotText(f"not {_shown(encoding)} throughout{where}; say its --encoding") from None
    return _text(data, encoding, text, remark)


def _text(data: bytes, encoding: str, text: str, remark: str | None = None) -> TextFile:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotText(f"not a text file: line {line:,} has a NUL byte")
    return TextFile(data, encoding, remark)


def _checked_encoding(name: str) -> str:
    try:
        # A codec that is no encoding of text (base64, rot13) is refused here too.
        io.TextIOWrapper(io.BytesIO(), encoding=name)
        if codecs.lookup(name).name not in ("idna", "punycode", "undefined"):
            return name
    except (LookupError, ValueError):
        pass
    raise UnknownEncoding(quoted(name))


def _shown(encoding: str) -> str:
    return encoding.upper().removesuffix("-SIG")
