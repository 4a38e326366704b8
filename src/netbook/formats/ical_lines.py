"""The components of an iCalendar file (RFC 5545, section 3.6), as programs really write them, and their properties.

What a content line is, `content_lines` knows; what is none is left out. A calendar that is begun must be ended, else
the file was cut off; a component that is not ended before the next of its kind begins is by itself broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netbook.core.text import visible
from netbook.errors.imports import CutOff, NotThisFormat
from netbook.formats.content_lines import (
    BYTES,
    Decoder,
    LineParts,
    Params,
    parts_of,
    physical_lines,
    unfolded,
)

WHAT = "an iCalendar file"
DEEPEST = 20
CALENDAR, EVENT = "VCALENDAR", "VEVENT"
# What is in a calendar by itself; the rest (VALARM and the like) are parts of these.
ENTRIES = (EVENT, "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE")
_MOMENTS = frozenset(("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"))

_OLD = re.compile(rb"(?im)^VERSION\s*:\s*1")
_HEAD = 10_000
_ESCAPED = re.compile(r"\\([\\;,nN])")
_MOMENT_LAST = re.compile(r"(.*):(\s*\d{8}[\dTZ,;/+:P-]*\s*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ICalLine:
    """A property: its name in upper case, its parameters by theirs, its value as written."""

    name: str
    parameters: dict[str, str]
    value: str

    def text(self) -> str:
        """The value of a property that is text (section 3.3.11)."""
        return _ESCAPED.sub(
            lambda encodings: "\n" if encodings[1] in "nN" else encodings[1], self.value
        ).strip()


@dataclass(slots=True)
class Component:
    """What is between a BEGIN and its END, and the line it begins on; the parts of an entry are left out."""

    name: str
    number: int
    lines: list[ICalLine] = field(default_factory=list)
    inner: list[Component] = field(default_factory=list)
    ended: bool = False

    def first(self, name: str) -> ICalLine | None:
        """The first property of that name."""
        return next((line for line in self.lines if line.name == name), None)

    def every(self, *names: str) -> Iterator[ICalLine]:
        """The properties of these names."""
        return (line for line in self.lines if line.name in names)

    def text(self, name: str) -> str:
        """The text of the first property of that name; empty if there is none."""
        line = self.first(name)
        return line.text() if line else ""


def components(decoder: Decoder) -> list[Component]:
    """The calendars of a file, and the entries that stand outside of any; CutOff where one is not ended."""
    outer = Component("", 0)
    open_ones = [outer]
    for number, line in _properties(decoder):
        what = line.value.strip().upper()
        if line.name == "BEGIN":
            _begin(open_ones, Component(what, number))
        elif line.name == "END":
            _end(open_ones, what)
        else:
            open_ones[-1].lines.append(line)
    if len(open_ones) > 1:
        raise _unended(open_ones)
    return outer.inner


def _properties(decoder: Decoder) -> Iterator[tuple[int, ICalLine]]:
    """The properties of a file, each with the number of the line it begins on."""
    old = _OLD.search(decoder.data[:_HEAD]) is not None
    for number, raw in unfolded(physical_lines(decoder.data), old=old):
        parts = parts_of(raw.decode(BYTES))
        if parts is not None:
            yield number, _property(parts, decoder.params(parts.params, number), decoder.value(parts, number))


def _property(parts: LineParts, params: Params, value: str) -> ICalLine:
    name = parts.name.upper()
    parameters: dict[str, str] = {}
    for key, values in params:
        parameters.setdefault(key, ",".join(values))
    # Exchange names zones "(UTC+01:00) Berlin" and does not always quote that: the value is after the last colon.
    if name in _MOMENTS and (match := _MOMENT_LAST.fullmatch(value)):
        zone = f"{parameters.get('TZID', '')}:{match[1]}"
        return ICalLine(name, {**parameters, "TZID": zone}, match[2])
    return ICalLine(name, parameters, value)


def _unended(open_ones: list[Component]) -> CutOff:
    return CutOff(f"the {visible(open_ones[1].name)} that begins on line {open_ones[1].number:,} has no end")


def _begin(open_ones: list[Component], new: Component) -> None:
    if new.name == CALENDAR and len(open_ones) > 1:
        raise _unended(open_ones)
    if len(open_ones) > DEEPEST:
        raise NotThisFormat(WHAT, f"line {new.number:,} begins the {DEEPEST}th part within a part")
    if new.name in ENTRIES:
        # None of these is in another: the one before was not ended.
        while open_ones[-1].name not in ("", CALENDAR):
            open_ones.pop()
    open_ones[-1].inner.append(new)
    open_ones.append(new)


def _end(open_ones: list[Component], what: str) -> None:
    """Close the component of that name, and what was left open in it; an END without a BEGIN says nothing."""
    if what in (each.name for each in open_ones[1:]):
        while (last := open_ones.pop()).name != what:
            pass
        last.ended = True
