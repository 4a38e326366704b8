"""iCalendar written (RFC 5545): days and spans of days, as a calendar to subscribe to.

Lines end in CRLF and are folded at 75 octets (section 3.1), texts are escaped (section 3.3.11), and the end of a
span of days is the day after its last (section 3.6.1). UIDs are lasting and DTSTAMPs come from the data, so that
a program that subscribed brings its entries up to date, and nothing changes that need not. The name and how
often to look again are RFC 7986's (sections 5.1 and 5.7), and what calendars used before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Control characters, which a text cannot have; a tab is not one of them (section 3.3.11).
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A day, or the days from the first to the last; with `yearly` each year, by a rule."""

    uid: str
    stamp: date
    first: date
    last: date
    summary: str
    description: str | None = None
    place: str | None = None
    yearly: str | None = None


def dump(name: str, entries: Iterable[Days]) -> Iterator[str]:
    """The calendar, piece by piece."""
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netbook//netbook//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
    ]  # fmt: skip
    yield "".join(map(_folded, head))
    for entry in entries:
        yield "".join(map(_folded, _entry(entry)))
    yield _folded("END:VCALENDAR")


def _entry(entry: Days) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{entry.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.last + _DAY:%Y%m%d}"
    if entry.yearly is not None:
        yield f"RRULE:FREQ=YEARLY{entry.yearly}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", lines).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, none of which ends within a character."""
    if len(line) <= WIDTH // 4 or (line.isascii() and len(line) <= WIDTH):
        return f"{line}\r\n"
    pieces: list[list[str]] = [[]]
    size, room = 0, WIDTH
    for character in line:
        octets = len(character.encode())
        if size + octets > room:
            pieces.append([])
            # The space that begins the next piece counts.
            size, room = 0, WIDTH - 1
        pieces[-1].append(character)
        size += octets
    return "\r\n ".join(map("".join, pieces)) + "\r\n"
