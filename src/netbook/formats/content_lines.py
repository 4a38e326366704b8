"""Content lines, of which vCards and calendars are made: from the bytes of a file to names, parameters and values.

The rules, and where they stand:

- A line that begins with a space or tab goes on with the one before it, without that one character (RFC 2425,
  section 5.8.1; RFC 5545, section 3.1; RFC 6350, section 3.2); in vCard 2.1 and vCalendar 1.0 the white space stays.
- Quoted-printable goes on after a line that ends in "=" (vCard 2.1, section 2.1.3; RFC 2045, section 6.7);
  base64 goes on until a blank line (section 2.4.3).
- `[group.]NAME;PARAM=value,"value":value`, names in any case (RFC 6350, section 3.3); in the old versions a parameter
  may be a bare value: TEL;WORK;FAX (vCard 2.1, section 2.1.2). In a parameter ^n, ^' and ^^ are a line's end, a
  double quote and a caret (RFC 6868, section 3.1). A quote within a value, which is an error, quotes what follows it.
- CHARSET= is the encoding of one value (vCard 2.1, section 2.1.6). A value that names none is UTF-8 where it is
  valid UTF-8, else what the file is in, else a guess, which is counted. Where the bytes of the whole file leave
  no doubt, a CHARSET counts for quoted-printable and base64 alone.
"""

import binascii
import codecs
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from netbook.core.text import counted
from netbook.formats.records import Problem
from netbook.formats.textfile import EACH_ITS_OWN, GUESS

BYTES = "latin-1"  # every byte a character
_LONGEST_NAME = 60  # with its group: so that a line of base64 is none
_HEAD = 10_000

_BARE_CR = re.compile(rb"BEGIN:V[A-Z]+[ \t]*\r(?![\r\n])", re.IGNORECASE)
_SPLIT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
_QUOTED_PRINTABLE = re.compile(rb"[^:]*;\s*(?:ENCODING\s*=\s*)?\"?QUOTED-PRINTABLE\"?\s*[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb"[^:]*;\s*(?:ENCODING\s*=\s*)?\"?(?:BASE64|B)\"?\s*[;:]", re.IGNORECASE)
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}\s*")
_NAME = re.compile(r"\s*(?:([!#-+\--9<-~]+)\.)?([!#-+\-/-9<>-~]+)\s*")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_QUOTE_OR_COLON = re.compile(r'[":]')
_PARAMETER = re.compile(r'(?:[^";]++|"[^"]*+"?)++')
_PARAMETER_VALUE = re.compile(r'"([^"]*)"?|([^",]+)|,')
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_BARE_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
_BARE_CHARSET = re.compile(r"(?i)utf-?8|iso-8859-\d+|windows-\d+|shift_jis")
_NO_ENCODINGS = ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape")
# What is written under these names is often the wider encoding.
_WIDER = {
    "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "iso8859-1": "cp1252",
}  # fmt: skip

Params = list[tuple[str, list[str]]]
Numbered = tuple[int, bytes]


class LineParts(NamedTuple):
    """A content line as it is written."""

    group: str
    name: str
    params: Params
    value: str

    def param(self, name: str) -> str:
        """The first value of a parameter; empty where it is not there."""
        return next((values[0] for key, values in self.params if key == name and values), "")


def with_whole_characters(data: bytes) -> bytes:
    """The bytes with folds moved out of the UTF-8 characters they split (RFC 5545, section 3.1, warns of them)."""
    if b"BEGIN:V" not in data[:1_000].upper() or not _SPLIT.search(data):
        return data
    mended = _SPLIT.sub(rb"\1\3\2", data)
    try:
        mended.decode()
    except UnicodeDecodeError:
        return data
    return mended


def physical_lines(data: bytes) -> Iterator[Numbered]:
    """The lines of the file, still folded and without their ends, each with its number from 1."""
    if _BARE_CR.search(data[:_HEAD]):
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for number, raw in enumerate(io.BytesIO(data), 1):
        yield number, raw.rstrip(b"\r\n").removeprefix(codecs.BOM_UTF8)


def unfolded(physical: Iterable[Numbered], *, old: bool) -> Iterator[Numbered]:
    """The logical lines, each with the number of its first; `old` is a version that keeps white space in folds."""
    number, pieces = 0, list[bytes]()
    soft = base64 = False
    for at, raw in physical:
        if soft:
            soft = raw.rstrip(b" \t").endswith(b"=")
            pieces.append(raw.rstrip(b" \t")[:-1] if soft else raw)
        elif pieces and (not raw or (base64 and not raw.strip())):
            base64 = False
        elif pieces and raw[:1] in (b" ", b"\t"):
            pieces.append(raw if old and not base64 else raw[1:])
            if len(pieces) < 9:  # the parameters themselves may be folded
                soft, base64 = _goes_on(b"".join(pieces))
                pieces = [b"".join(pieces).rstrip(b" \t")[:-1]] if soft else pieces
        elif base64 and _BASE64_LINE.fullmatch(raw):
            pieces.append(raw)
        elif raw.strip():
            if pieces:
                yield number, b"".join(pieces)
            number = at
            soft, base64 = _goes_on(raw)
            pieces = [raw.rstrip(b" \t")[:-1] if soft else raw]
    if pieces:
        yield number, b"".join(pieces)


def _goes_on(line: bytes) -> tuple[bool, bool]:
    """Whether the next line goes on with this one: quoted-printable after "=", base64 up to a blank line."""
    if line.rstrip(b" \t").endswith(b"=") and _QUOTED_PRINTABLE.match(line[:1_000]):
        return True, False
    return False, _BASE64.match(line[:1_000]) is not None


def parts_of(text: str) -> LineParts | None:
    """Group, name, parameters and value of a logical line; None for what is no content line."""
    at = _colon(text)
    if at < 0:
        return None
    first, *more = _PARAMETER.findall(text[:at]) or [""]
    match = _NAME.fullmatch(first) if len(first) <= _LONGEST_NAME else None
    if match is None:
        return None
    group = _legal(match[1]) if match[1] else ""
    return LineParts(group, _legal(match[2]), [_parameter(each) for each in more], text[at + 1 :])


def _legal(name: str) -> str:
    """A name that other programs can read too: of letters, digits and hyphens (RFC 6350, section 3.3)."""
    return _NO_NAME.sub("-", name).strip("-") or "X"


def _colon(text: str) -> int:
    """Where the value begins: the first colon outside of quotes, or the first at all if a quote never ends."""
    quoted = False
    for match in _QUOTE_OR_COLON.finditer(text):
        if match[0] == '"':
            quoted = not quoted
        elif not quoted:
            return match.start()
    return text.find(":")


def _parameter(text: str) -> tuple[str, list[str]]:
    name, equals, rest = text.partition("=")
    if not equals:
        bare = text.strip(' "\t')
        if bare.upper() in _BARE_ENCODINGS:
            return "ENCODING", [bare]
        return ("CHARSET" if _BARE_CHARSET.fullmatch(bare) else "TYPE"), [bare]
    name = _NO_NAME.sub("", name).upper() or "X"
    values = [""]
    for match in _PARAMETER_VALUE.finditer(rest.strip(" \t")):
        if match[0] == ",":
            values.append("")
        else:
            values[-1] += match[1] if match[1] is not None else match[2]
    return name, [_CARET.sub(lambda m: _CARETS[m[1]], value) for value in values]


def quoted_parameter(value: str) -> str:
    """A parameter's value as it is written (RFC 6868, section 3)."""
    written = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{written}"' if any(sign in written for sign in ",:;") else written


class Decoder:
    """Texts from their bytes; `guessed` is the line where an encoding was first guessed, `guesses` how often."""

    def __init__(self, data: bytes, encoding: str) -> None:
        if not is_ascii_wide(encoding):
            data, encoding = data.decode(encoding).encode("utf-8", "replace"), "utf-8"
        self.data = data.replace(b"\0", b"")
        self.guessed = 0
        self.guesses = 0
        self._certain = encoding.lower().startswith("utf-8") and not data.isascii()
        self._file = None if encoding.lower().startswith("utf-8") or encoding == EACH_ITS_OWN else encoding

    def text(self, text: str, number: int, *, charset: str = "", encoded: bool = False) -> str:
        """What the bytes say, each of which is a character of `text`; `encoded` were those of a value."""
        if text.isascii() and not charset:
            return text
        data = text.encode(BYTES)
        encodings = [charset] if charset and (encoded or not self._certain) else []
        for encoding in (*encodings, "utf-8", self._file):
            if encoding and (result := decoded(data, encoding)) is not None:
                return result
        if (
            charset and (result := decoded(data, charset, "replace")) is not None
        ):  # cut off within a character
            return result
        self.guesses += 1
        self.guessed = self.guessed or number
        return data.decode(GUESS, "replace")

    def problem(self) -> Problem:
        """That something was guessed, for the owner to look at."""
        why = "not UTF-8, and no CHARSET says what else; read as Windows-1252: if names look wrong, say --encoding"
        return Problem(self.guessed, counted(self.guesses, "value"), why, "warned")

    def params(self, params: Params, number: int) -> Params:
        """Parameters whose values were bytes."""
        return [(key, [self.text(value, number) for value in values]) for key, values in params]

    def value(self, parts: LineParts, number: int) -> str:
        """A value that is text, out of quoted-printable where it is in that."""
        quoted_printable = parts.param("ENCODING").upper() == "QUOTED-PRINTABLE"
        value = parts.value
        if quoted_printable:
            value = binascii.a2b_qp(value.encode(BYTES)).decode(BYTES)
        return self.text(value, number, charset=parts.param("CHARSET"), encoded=quoted_printable)


@cache
def _codec(name: str) -> str | None:
    """The name by which Python knows an encoding of text; None for any other."""
    bare = name.strip().strip('"').lower()
    for known in (bare, bare.removeprefix("x-")):
        try:
            result = codecs.lookup(known).name
            if result not in _NO_ENCODINGS and b"a".decode(result) == "a":
                return result
        except (LookupError, ValueError):
            continue
    return None


def decoded(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    """The bytes as text, or None if they are not in that encoding, or nobody knows it."""
    codec = _codec(encoding)
    if codec is None:
        return None
    if codec == "iso8859-1" and any(0x80 <= byte < 0xA0 for byte in data):
        codec = _WIDER[codec]
    for each in filter(None, (codec, _WIDER.get(codec))):
        try:
            return data.decode(each, errors)
        except UnicodeError:
            continue
    return None


def is_ascii_wide(encoding: str) -> bool:
    """Whether the letters and marks of ASCII are in this encoding the bytes that they are in ASCII."""
    codec = codecs.lookup(encoding).name
    if codec.startswith(("iso2022", "hz", "utf-7")):
        return False
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    try:
        return ascii_text.encode("ascii").decode(codec) == ascii_text
    except UnicodeError:
        return False
