"""Decode the bytes of a file: find the encoding, and whether it is text at all.

A byte order mark names the encoding; zero bytes in every other place mean UTF-16 without a mark, and valid bytes beyond
ASCII mean UTF-8. Otherwise `--encoding` decides. Without it, bytes that are valid Shift-JIS with some kana are Shift-
JIS, which hardly occurs in Western text; the rest is Windows-1252, the encoding of Western spreadsheets. A guess is
reported.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from netbook.core.text import clip, quoted
from netbook.errors.imports import NotText, UnknownEncoding

GUESS, JAPANESE = "cp1252", "cp932"
# Of a vCard whose values say each its own encoding: every byte is a character.
EACH_ITS_OWN = "latin_1"
_CARDS = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD\s", re.IGNORECASE)
_CHARSET = re.compile(rb"^[^:\r\n]*;CHARSET=", re.IGNORECASE | re.MULTILINE)
_SHOWN = {GUESS: "Windows-1252", JAPANESE: "Shift-JIS"}
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]{2}")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
# A text with so few NUL characters, and no other control characters, is one all the same.
_STRAY, _STRAY_SHARE = 10, 1_000
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LONGEST_EXAMPLE = 30
HEAD = 64 * 1024
_PIECE = 1024 * 1024
# The bytes of a text in UTF-8 that are none of its own are what a Western spreadsheet wrote, or nobody's.
MENDED = "netbook-windows-1252"
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

_MARKED_UTF_8 = "utf-8-sig"
_MARKS = (
    (codecs.BOM_UTF8, _MARKED_UTF_8),
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
    (b"GIF8", "a picture, which netbook cannot read"),
    (b"BZh", "compressed (bzip2): unpack it first"),
    (b"\xfd7zXZ\x00", "compressed (xz): unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z): unpack it and import a file from it"),
    (b"Rar!\x1a\x07", "an archive (RAR): unpack it and import a file from it"),
    (b"{\\rtf", "a document (RTF), which netbook cannot read"),
    (b"!BDN", "an Outlook data file: export the contacts from Outlook as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as CSV first"),
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """The bytes of a file, known to be text in `encoding`; `remark` reports a guess."""

    data: bytes
    encoding: str
    remark: str | None = None
    stray: bool = False  # it has NUL characters, which are left out
    errors: str = "strict"  # what becomes of bytes that are none of the encoding's

    def lines(self) -> Iterator[str]:
        """The lines from the first, each ending in a newline whatever ended it in the file, one at a time."""
        read = iter(self._opened())
        return (line.replace("\0", "") for line in read) if self.stray else read

    def head(self) -> str:
        """The beginning of the text, for telling its format."""
        return self._opened().read(HEAD).replace("\0", "")

    def _opened(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding, errors=self.errors)


def text_file(data: bytes, encoding: str | None = None) -> TextFile:
    """The bytes as text. Raises NotText for anything else, UnknownEncoding where `encoding` is not one."""
    if encoding is not None:
        encoding = _checked_encoding(encoding)
    for start, what in _KNOWN_BINARIES:
        if data.startswith(start):
            raise NotText(what)
    result = _decoded(data, encoding)
    if not result.head().strip("\ufeff \t\r\n"):
        raise NotText("empty")
    if result.head()[:2_000].lstrip().lower().startswith(("<!doctype html", "<html")):
        raise NotText("a web page (HTML), which netbook cannot read; export the data itself")
    return result


def _decoded(data: bytes, named: str | None) -> TextFile:
    declared = _said_by_the_bytes(data)
    if declared is None:
        if named is not None:
            return _strictly(data, named)
        return _as_utf_8(data) or _guessed(data)
    remark = None
    if named is not None and _shown(codecs.lookup(named).name) != _shown(declared):
        remark = f"the file itself says that it is {_shown(declared)}; --encoding {named} was not needed"
    if declared == "utf-8" and b"\0" not in data:  # found out by decoding all of it
        return TextFile(data, declared, remark)
    try:
        return _strictly(data, declared, remark)
    except NotText:
        mended = _mostly_utf_8(data, declared) if declared == _MARKED_UTF_8 else None
        if mended is None:
            raise
        return mended


def _said_by_the_bytes(data: bytes) -> str | None:
    """The encoding that the bytes prove, or None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    start = data[:2_000]
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) > pairs * 0.6 and not start[::2].count(0):
        return "utf-16-le"
    if pairs and start[::2].count(0) > pairs * 0.6 and not start[1::2].count(0):
        return "utf-16-be"
    return "utf-8" if not data.isascii() and _is_utf_8(data) else None


def _as_utf_8(data: bytes) -> TextFile | None:
    if not _is_utf_8(data):
        return None
    return TextFile(data, "utf-8") if b"\0" not in data else _text(data, "utf-8", data.decode())


def _is_utf_8(data: bytes) -> bool:
    """Whether all bytes are UTF-8, without a second copy of a large file."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    pieces = memoryview(data)
    try:
        for start in range(0, len(data), _PIECE):
            decode(pieces[start : start + _PIECE], start + _PIECE >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes) -> TextFile:
    if _CARDS.match(data) and _CHARSET.search(data):
        return TextFile(data.replace(b"\0", b""), EACH_ITS_OWN)
    japanese = _as_japanese(data)
    if japanese is None and (mended := _mostly_utf_8(data)):
        return mended
    encoding = GUESS if japanese is None else JAPANESE
    try:
        text = data.decode(encoding) if japanese is None else japanese
    except UnicodeDecodeError:
        raise NotText("in an unknown encoding; name it with --encoding") from None
    if "\0" in text:
        raise NotText(f"not a text file: {_first_nul(text)}")
    example = f" (for example {quoted(_around(text, _BEYOND.search(text)))})"
    remark = (
        f"the file is not UTF-8; it was read as {_SHOWN[encoding]}{example}: "
        "if that looks wrong, say --encoding, such as cp1250 or shift_jis"
    )
    return _text(data, encoding, text, remark)


def _around(text: str, match: re.Match[str] | None) -> str:
    """The word that a character is in, no longer than an example may be."""
    if match is None:
        return ""
    start = max(match.start() - _LONGEST_EXAMPLE, 0)
    before = re.search(r"\w*$", text[start : match.start()])
    after = re.match(r"\w*", text[match.start() : match.start() + _LONGEST_EXAMPLE])
    return (before[0] if before else "") + (after[0] if after else "")


def _mostly_utf_8(data: bytes, encoding: str = "utf-8") -> TextFile | None:
    """The bytes as UTF-8 with some of another encoding, as of files put together; None for what is hardly that.

    Where a byte order mark says that it is UTF-8, there may be any number of them.
    """
    marked, body = encoding == _MARKED_UTF_8, data.removeprefix(codecs.BOM_UTF8)
    right = len(_SEQUENCE.findall(body))
    wrong: list[UnicodeDecodeError] = []

    def mend(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        wrong.append(error)
        return error.object[error.start : error.start + 1].decode(GUESS, "replace"), error.start + 1

    if not (right or marked):
        return None
    codecs.register_error(MENDED, mend)
    text = body.decode("utf-8", MENDED)
    if len(wrong) > right and not marked:
        return None
    first = wrong[0].start
    line = body.count(b"\n", 0, first) + 1
    what = "one byte" if len(wrong) == 1 else f"{len(wrong):,} bytes"
    example = text.splitlines()[line - 1 : line] if "\r" not in text else []
    shown = f" ({quoted(clip(example[0].strip(), _LONGEST_EXAMPLE))})" if example else ""
    remark = f"the file is UTF-8 but for {what}, on line {line:,} first{shown}; read as Windows-1252"
    return _text(data, encoding, text, remark, errors=MENDED)


def _as_japanese(data: bytes) -> str | None:
    """The text as Shift-JIS, where it can hardly be anything else."""
    try:
        text = data.decode(JAPANESE)
    except UnicodeDecodeError:
        return None
    certain = _KANA.search(text) and not _HALF_WIDTH.search(text)
    return text if certain else None


def _strictly(data: bytes, encoding: str, remark: str | None = None) -> TextFile:
    try:
        # Decoded the way it will be read: of UTF-16, only this way insists on a mark.
        text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding).read()
    except UnicodeError as error:
        where = f", byte {error.start + 1:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise NotText(f"not {_shown(encoding)} throughout{where}; give the right --encoding") from None
    return _text(data, encoding, text, remark)


def _text(
    data: bytes, encoding: str, text: str, remark: str | None = None, errors: str = "strict"
) -> TextFile:
    try:
        text.encode()
    except UnicodeEncodeError:  # halves of characters, which some codecs let through
        raise NotText(f"not {_shown(encoding)} throughout; give the right --encoding") from None
    if "\0" not in text:
        return TextFile(data, encoding, remark, errors=errors)
    if text.count("\0") > max(_STRAY, len(text) // _STRAY_SHARE) or _CONTROLS.search(text):
        raise NotText(f"not a text file: {_first_nul(text)}")
    wording = f"{_first_nul(text)}; such bytes are left out"
    return TextFile(data, encoding, f"{remark}; {wording}" if remark else wording, stray=True, errors=errors)


def _first_nul(text: str) -> str:
    return f"line {text.count(chr(10), 0, text.index(chr(0))) + 1:,} has a NUL byte"


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
