"""The content lines of vCards, from bytes: which lines belong to a card, unfolded, decoded, in one form.

Whatever version a card is of, its lines come out as 3.0 and 4.0 write them (`Line`), so that the rest needs
to know one syntax only. The rules, and where they stand:

- A card is what stands between BEGIN:VCARD and END:VCARD, in any case; a file may hold many (RFC 6350,
  section 6.1). A card within a card is the value of AGENT (vCard 2.1, section 2.4.2).
- A line that begins with a space or tab goes on with the one before it, without that one character (RFC 6350,
  section 3.2; RFC 2426, section 2.6); in 2.1 the white space stays (section 2.1.3).
- Quoted-printable goes on after a line that ends in "=" (vCard 2.1, section 2.1.3; RFC 2045, section 6.7);
  base64 goes on until a blank line (section 2.4.3).
- `[group.]NAME;PARAM=value,"value":value`, names in any case (RFC 6350, section 3.3); in 2.1 a parameter may
  be a bare value: TEL;WORK;FAX (section 2.1.2). In a parameter ^n, ^' and ^^ are a line's end, a double quote
  and a caret (RFC 6868, section 3.1).
- CHARSET= is the encoding of one value (vCard 2.1, section 2.1.6). A value that names none is UTF-8 where it is
  valid UTF-8, else what the file is in, else a guess, which is counted. Where the bytes of the whole file leave
  no doubt, a CHARSET counts for quoted-printable and base64 alone.
"""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netbook.formats.textfile import EACH_ITS_OWN, GUESS
from netbook.formats.vcard_values import TEXTS, Params, decoded, is_ascii_wide, modern, normal, whole_base64

BYTES = "latin-1"  # every byte a character
_LONGEST_NAME = 60  # with its group: so that a line of base64 is none

_BORDER = re.compile(rb"(?:\xef\xbb\xbf)*(BEGIN|END)[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_MET = re.compile(rb"(END:VCARD)\s*(?:\xef\xbb\xbf)*\s*(BEGIN:VCARD)\s*", re.IGNORECASE)
_BARE_CR = re.compile(rb"BEGIN:VCARD[ \t]*\r(?![\r\n])", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[^.:;\s]+\.)?AGENT(?:;[^:]*)?:\s*(BEGIN:VCARD)?\s*", re.IGNORECASE)
_VERSION = re.compile(rb"VERSION\s*(?:;[^:]*)?:\s*(\d)", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:]*;\s*(?:ENCODING\s*=\s*)?\"?QUOTED-PRINTABLE\"?\s*[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb"[^:]*;\s*(?:ENCODING\s*=\s*)?\"?(?:BASE64|B)\"?\s*[;:]", re.IGNORECASE)
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}\s*")
_NAME = re.compile(r"\s*(?:([!#-+\--9<-~]+)\.)?([!#-+\-/-9<>-~]+)\s*")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_QUOTE_OR_COLON = re.compile(r'[":]')
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*"?)+')
_PARAMETER_VALUE = re.compile(r'"([^"]*)"?|([^",]+)|,')
_CARET = re.compile(r"\^([n'^])")
_BARE_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
_BARE_CHARSET = re.compile(r"(?i)utf-?8|iso-8859-\d+|windows-\d+|shift_jis")


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property in one form (see `vcard_values`): its value escaped as 3.0 and 4.0 do, without an encoding."""

    number: int
    group: str
    name: str  # in capitals; case does not matter in names (RFC 6350, section 3.3)
    spelled: str
    params: Params
    value: str

    def all_of(self, param: str) -> tuple[str, ...]:
        """The values of a parameter; none where it is not there."""
        return dict(self.params).get(param, ())

    @property
    def bare(self) -> bool:
        """Whether it has neither a group nor parameters: a value and nothing else."""
        return not self.group and not self.params

    def __str__(self) -> str:
        """The line as it is kept: in one form, unfolded."""
        start = f"{self.group}.{self.spelled}" if self.group else self.spelled
        params = "".join(f";{name}={','.join(map(_param, values))}" for name, values in self.params)
        return f"{start}{params}:{self.value}"


@dataclass(slots=True)
class Card:
    """The lines between a BEGIN and its END, or without one where it is missing; `stray` are no properties."""

    number: int
    complete: bool
    lines: list[CardLine] = field(default_factory=list)
    stray: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outside:
    """Lines that stand in no card: the first of them, and how many."""

    number: int
    text: str
    many: int


def line_of(text: str, number: int = 0) -> CardLine | None:
    """A content line of 3.0 or 4.0, unfolded; None where it is none."""
    parts = _parts(text)
    if parts is None:
        return None
    group, name, params, value = parts
    return CardLine(number, group, name.upper(), name, *normal(name.upper(), params, value))


class Reader:
    """The cards of a file; `guessed` is where a value's encoding was first guessed, `guesses` how often."""

    def __init__(self, data: bytes, encoding: str) -> None:
        if not is_ascii_wide(encoding):
            data, encoding = data.decode(encoding).encode("utf-8", "replace"), "utf-8"
        self._data = data.replace(b"\0", b"")
        self._certain = encoding.lower().startswith("utf-8") and not data.isascii()
        self._said = None if encoding.lower().startswith("utf-8") or encoding == EACH_ITS_OWN else encoding
        self.guessed = 0
        self.guesses = 0

    def cards(self) -> Iterator[Card | Outside]:
        """One after the other, in the order of the file."""
        begun, depth = 0, 0
        inside: list[tuple[int, bytes]] = []
        outside: list[tuple[int, bytes]] = []
        for number, raw in self._physical():
            border = _border(raw)
            if not begun and border != b"BEGIN":
                if raw.strip():
                    outside.append((number, raw[:200]))
            elif border == b"BEGIN" and begun and _is_agent(inside):
                depth += 1
                inside.append((number, raw))
            elif border == b"BEGIN":
                yield from self._outside(outside)
                if begun:
                    yield self._card(begun, inside, complete=False)
                begun, depth, inside = number, 0, []
            elif border == b"END" and not depth:
                yield self._card(begun, inside, complete=True)
                begun, inside = 0, []
            else:
                depth += _opens(raw) - (border == b"END")
                inside.append((number, raw))
        yield from self._outside(outside)
        if begun:
            yield self._card(begun, inside, complete=False)

    def _physical(self) -> Iterator[tuple[int, bytes]]:
        """The lines as they stand, each with its number; two cards may meet on one, put together without a break."""
        data = self._data
        if _BARE_CR.search(data[:10_000]):
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        for number, raw in enumerate(io.BytesIO(data), 1):
            line = raw.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
            met = _MET.fullmatch(line) if line[:1] in (b"E", b"e") else None
            for part in met.groups() if met else (line,):
                yield number, part

    def _outside(self, result: list[tuple[int, bytes]]) -> Iterator[Outside]:
        if result:
            number, raw = result[0]
            yield Outside(
                number, self._text(raw.decode(BYTES), [], encoded=False, number=number), len(result)
            )
            result.clear()

    def _card(self, begun: int, physical: list[tuple[int, bytes]], *, complete: bool) -> Card:
        card = Card(begun, complete)
        old = next((m[1] for _, raw in physical if (m := _VERSION.match(raw))), b"") in (b"1", b"2")
        for number, raw in _unfolded(physical, old):
            text = raw.decode(BYTES)
            parts = _parts(text)
            if parts is None:
                card.stray.append((number, self._text(text, [], encoded=False, number=number)))
            else:
                card.lines.append(self._line(number, old, *parts))
        return card

    def _line(
        self,
        number: int,
        old: bool,
        group: str,
        spelled: str,
        params: list[tuple[str, list[str]]],
        value: str,
    ) -> CardLine:
        """The line in its one form. What it is made of is bytes, each a character, until here."""
        name = spelled.upper()
        encoding = next((values[0].upper() for key, values in params if key == "ENCODING"), "")
        if encoding == "QUOTED-PRINTABLE":
            value = binascii.a2b_qp(value.encode(BYTES)).decode(BYTES)
        binary = encoding in ("BASE64", "B")
        if not binary:
            value = self._text(value, params, encoded=encoding == "QUOTED-PRINTABLE", number=number)
            value = modern(name, value, old=old)
        elif name in TEXTS:
            data = binascii.a2b_base64(whole_base64(value)).decode(BYTES)
            value = modern(name, self._text(data, params, encoded=True, number=number), old=True)
            params = [(key, values) for key, values in params if key != "ENCODING"]
        read = [(key, [self._text(v, [], encoded=False, number=number) for v in vs]) for key, vs in params]
        return CardLine(number, group, name, spelled, *normal(name, read, value))

    def _text(self, text: str, params: list[tuple[str, list[str]]], *, encoded: bool, number: int) -> str:
        if text.isascii() and not any(key == "CHARSET" for key, _ in params):
            return text
        data = text.encode(BYTES)
        charset = next((values[0] for key, values in params if key == "CHARSET" and values), None)
        wanted = [charset] if charset and (encoded or not self._certain) else []
        for encoding in (*wanted, "utf-8", self._said):
            if encoding and (result := decoded(data, encoding)) is not None:
                return result
        if (
            charset and (result := decoded(data, charset, "replace")) is not None
        ):  # cut off within a character
            return result
        self.guesses += 1
        self.guessed = self.guessed or number
        return data.decode(GUESS, "replace")


def _border(raw: bytes) -> bytes:
    match = _BORDER.fullmatch(raw) if raw[:1] in (b"B", b"b", b"E", b"e", b"\xef") else None
    return match[1].upper() if match else b""


def _is_agent(inside: list[tuple[int, bytes]]) -> bool:
    """Whether the last line that is not blank is an AGENT without a value: a card within the card follows."""
    last = next((raw for _, raw in reversed(inside) if raw.strip()), b"")
    return _AGENT.fullmatch(last) is not None


def _opens(raw: bytes) -> bool:
    """Whether a card within the card begins on the line of the AGENT itself."""
    match = _AGENT.fullmatch(raw)
    return match is not None and match[1] is not None


def _unfolded(physical: Iterable[tuple[int, bytes]], old: bool) -> Iterator[tuple[int, bytes]]:
    """The logical lines, each with the number of its first; a card within the card is part of its AGENT's."""
    number, pieces, depth = 0, list[bytes](), 0
    soft = base64 = False
    for at, raw in physical:
        if depth or (pieces and _border(raw) == b"BEGIN"):
            pieces += (b"\n", raw)
            depth += (_border(raw) == b"BEGIN") - (_border(raw) == b"END")
        elif soft:
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
            depth = int(_opens(raw))
    if pieces:
        yield number, b"".join(pieces)


def _goes_on(line: bytes) -> tuple[bool, bool]:
    """Whether the next line goes on with this one: quoted-printable after "=", base64 up to a blank line."""
    if line.rstrip(b" \t").endswith(b"=") and _QUOTED_PRINTABLE.match(line[:1_000]):
        return True, False
    return False, _BASE64.match(line[:1_000]) is not None


def _parts(text: str) -> tuple[str, str, list[tuple[str, list[str]]], str] | None:
    """Group, name, parameters and value as they are written; None for what is no content line."""
    at = _colon(text)
    if at < 0:
        return None
    head, value = text[:at], text[at + 1 :]
    first, *more = _PARAMETER.findall(head) or [""]
    match = _NAME.fullmatch(first)
    if match is None or len(first) > _LONGEST_NAME:
        return None
    return match[1] or "", match[2], [_parameter(each) for each in more], value


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
    return name, [_CARET.sub(lambda m: {"n": "\n", "'": '"', "^": "^"}[m[1]], value) for value in values]


def _param(value: str) -> str:
    """A parameter's value as it is written (RFC 6868, section 3)."""
    written = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{written}"' if any(sign in written for sign in ",:;") else written
