"""The cards of a file: which content lines belong to which, each in one form.

Whatever version a card is of, its lines come out as 3.0 and 4.0 write them (`CardLine`), so that the rest needs
to know one syntax only. What a content line is, `content_lines` knows. A card is what is between BEGIN:VCARD and
END:VCARD, in any case; a file may hold many (RFC 6350, section 6.1). A card within a card is the value of AGENT
(vCard 2.1, section 2.4.2).
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netbook.formats.content_lines import (
    BYTES,
    Decoder,
    LineParts,
    Numbered,
    parts_of,
    physical_lines,
    quoted_parameter,
    unfolded,
)
from netbook.formats.vcard_values import TEXTS, Params, known_name, modern, normal, whole_base64

_BORDER = re.compile(rb"(?:\xef\xbb\xbf)*(BEGIN|END)[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_MET = re.compile(rb"(END:VCARD)[\s\xef\xbb\xbf]*(BEGIN:VCARD)\s*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[^.:;\s]+\.)?AGENT(?:;[^:]*)?:\s*(BEGIN:VCARD)?\s*", re.IGNORECASE)
_VERSION = re.compile(rb"VERSION\s*(?:;[^:]*)?:\s*(\d)", re.IGNORECASE)


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
        params = "".join(f";{name}={','.join(map(quoted_parameter, values))}" for name, values in self.params)
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
    """Lines that are in no card: the first of them, and how many."""

    number: int
    text: str
    many: int


def line_of(text: str, number: int = 0) -> CardLine | None:
    """A content line of 3.0 or 4.0, unfolded; None if it is not one."""
    parts = parts_of(text)
    return _as_line(number, parts, parts.params, parts.value) if parts else None


def _as_line(number: int, parts: LineParts, params: list[tuple[str, list[str]]], value: str) -> CardLine:
    spelled, start = known_name(parts.name)
    name = spelled.upper()
    form, value = normal(name, params, value if value.startswith(start) else start + value)
    return CardLine(number, parts.group, name, spelled, form, value)


class Reader(Decoder):
    """The cards of a file, one after the other."""

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

    def _physical(self) -> Iterator[Numbered]:
        """The lines of the file; the end of one card and the beginning of the next may be on one line."""
        for number, line in physical_lines(self.data):
            met = _MET.fullmatch(line) if line[:1] in (b"E", b"e") else None
            for part in met.groups() if met else (line,):
                yield number, part

    def _outside(self, result: list[Numbered]) -> Iterator[Outside]:
        if result:
            number, raw = result[0]
            yield Outside(number, self.text(raw.decode(BYTES), number), len(result))
            result.clear()

    def _card(self, begun: int, physical: list[Numbered], *, complete: bool) -> Card:
        card = Card(begun, complete)
        old = next((m[1] for _, raw in physical if (m := _VERSION.match(raw))), b"") in (b"1", b"2")
        for number, raw in unfolded(_with_agents(physical), old=old):
            text = raw.decode(BYTES)
            parts = parts_of(text)
            if parts is None:
                card.stray.append((number, self.text(text, number)))
            else:
                card.lines.append(self._line(number, parts, old=old))
        return card

    def _line(self, number: int, parts: LineParts, *, old: bool) -> CardLine:
        """The line in its one form. What it is made of is bytes, each a character, until here."""
        name, value, params = parts.name.upper(), parts.value, parts.params
        if parts.param("ENCODING").upper() not in ("BASE64", "B"):
            value = modern(name, self.value(parts, number), old=old)
        elif name in TEXTS:
            data = binascii.a2b_base64(whole_base64(value)).decode(BYTES)
            text = self.text(data, number, charset=parts.param("CHARSET"), encoded=True)
            value = modern(name, text, old=True)
            params = [(key, values) for key, values in params if key != "ENCODING"]
        return _as_line(number, parts, self.params(params, number), value)


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


def _with_agents(physical: Iterable[Numbered]) -> Iterator[Numbered]:
    """The lines, a card within the card being part of its AGENT's."""
    number, pieces, depth = 0, list[bytes](), 0
    for at, raw in physical:
        if depth or (pieces and _border(raw) == b"BEGIN"):
            pieces += (b"\n", raw)
            depth += (_border(raw) == b"BEGIN") - (_border(raw) == b"END")
        elif pieces and not raw.strip() and _AGENT.fullmatch(pieces[0]):
            continue  # a blank line before the card that is its value
        else:
            if pieces:
                yield number, b"".join(pieces)
            number, pieces, depth = at, [raw], int(_opens(raw))
    if pieces:
        yield number, b"".join(pieces)
