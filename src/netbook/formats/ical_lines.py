"""The lines and components of an iCalendar file (RFC 5545, sections 3.1, 3.2 and 3.6), as programs really write them.

A line that begins with a space or a tab goes on with the one before (section 3.1). In the value of a parameter
"^n" is a line break, "^'" a double quote and "^^" a caret (RFC 6868, section 3.1). What is no content line is left
out. A calendar that is begun must be ended, else the file was cut off; a component that is not ended
before the next of its kind begins is by itself broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netbook.core.text import visible
from netbook.errors.imports import CutOff, NotThisFormat

WHAT = "an iCalendar file"
DEEPEST = 20
CALENDAR, EVENT = "VCALENDAR", "VEVENT"
# What stands in a calendar by itself; the rest (VALARM and the like) are parts of these.
ENTRIES = (EVENT, "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE")

_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*((?:"[^"]*"|[^";:])*)')
_SPLIT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
_HEAD = 1_000
_ESCAPED = re.compile(r"\\([\\;,nN])")
_CARETS = re.compile(r"\^([n'^])")
_CARET = {"n": "\n", "'": '"', "^": "^"}


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
    """What stands between a BEGIN and its END, and the line it begins on; the parts of an entry are left out."""

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
        """The text of the first property of that name; empty where there is none."""
        line = self.first(name)
        return line.text() if line else ""


def components(lines: Iterable[str]) -> list[Component]:
    """The calendars of a text, and the entries that stand outside of any; CutOff where one is not ended."""
    outer = Component("", 0)
    open_ones = [outer]
    for number, text in unfolded(lines):
        line = content_line(text)
        if line is None:
            continue
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


def _unended(open_ones: list[Component]) -> CutOff:
    return CutOff(f"the {visible(open_ones[1].name)} that begins on line {open_ones[1].number:,} has no end")


def _begin(open_ones: list[Component], new: Component) -> None:
    if new.name == CALENDAR and len(open_ones) > 1:
        raise _unended(open_ones)
    if len(open_ones) > DEEPEST:
        raise NotThisFormat(WHAT, f"line {new.number:,} begins the {DEEPEST}th part within a part")
    if new.name in ENTRIES:
        # None of these stands in another: the one before was not ended.
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


def with_whole_characters(data: bytes) -> bytes:
    """The bytes of a text with folds moved out of the UTF-8 characters they split (section 3.1 warns of them)."""
    if b"BEGIN:V" not in data[:_HEAD].upper() or not _SPLIT.search(data):
        return data
    mended = _SPLIT.sub(rb"\1\3\2", data)
    try:
        mended.decode()
    except UnicodeDecodeError:
        return data
    return mended


def unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Content lines with the number of the line each begins on."""
    parts: list[str] = []
    begun = 0
    for number, line in enumerate(lines, 1):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:].rstrip("\n"))
            continue
        if parts:
            yield begun, "".join(parts)
        parts, begun = [line.rstrip("\n")], number
    if parts:
        yield begun, "".join(parts)


def content_line(text: str) -> ICalLine | None:
    """The property a line is; None for a line that is none."""
    text = text.lstrip("\ufeff")
    name = _NAME.match(text)
    if name is None:
        return None
    place = name.end()
    parameters: dict[str, str] = {}
    while match := _PARAMETER.match(text, place):
        parameters.setdefault(match[1].upper(), _decoded(match[2]))
        place = match.end()
    colon = text.find(":", place)
    return ICalLine(name[0].upper(), parameters, text[colon + 1 :]) if colon >= 0 else None


def _decoded(value: str) -> str:
    bare = value[1:-1] if value.startswith('"') and value.endswith('"') and len(value) > 1 else value
    return _CARETS.sub(lambda encodings: _CARET[encodings[1]], bare) if "^" in bare else bare
