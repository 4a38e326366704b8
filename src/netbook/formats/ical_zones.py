"""The time zones of an iCalendar file (RFC 5545, sections 3.2.19 and 3.6.5).

A zone is the one of that name in the time zone database, also behind a prefix
("/freeassociation.sourceforge.net/Europe/Berlin"); else what the file's own VTIMEZONE says, with its changes of the
clock; else the one that Windows and Exchange call so ("W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin");
else the offset that is in its name. The calendar's own zone is the one it names (X-WR-TIMEZONE, or TZ and DAYLIGHT
in vCalendar 1.0, section 2.2), else this machine's; a zone that nothing is known of is taken for that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from netbook.formats.ical_lines import Component
from netbook.formats.recurrence import BadRule, Series, read_rule

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:\d\d)?Z?", re.ASCII)
_OFFSET = re.compile(r"\s*([+-]?)(\d{1,2}):?(\d\d)?(?::?\d\d)?\s*", re.ASCII)
_OFFSET_IN_NAME = re.compile(
    r"\(?(?:UTC|GMT)\s*(?:([+-])\s*(\d{1,2})[:.]?(\d\d)?)?\)?", re.ASCII | re.IGNORECASE
)
_ABBREVIATED = {
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "MDT": "America/Denver", "CDT": "America/Chicago",
    "EDT": "America/New_York", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "Z": "UTC", "BST": "Europe/London", "COORDINATED UNIVERSAL TIME": "UTC",
}  # fmt: skip
_LONGEST_NAME = 200
_LAST_ONSET = date(2100, 1, 1)
_MOST_OBSERVANCES = 100
# The year in which Windows begins its rules; what was before 1970 no calendar needs.
_BEFORE = 1970


class _Onset(NamedTuple):
    """When a clock is set: the moment on the clock before, and the offsets before and after."""

    local: datetime
    before: timedelta
    after: timedelta

    @property
    def utc(self) -> datetime:
        return self.local - self.before


class _FileZone(tzinfo):
    """A zone as a file describes it."""

    def __init__(self, onsets: list[_Onset], first: timedelta) -> None:
        onsets = sorted(onsets)
        self._onsets = onsets
        self._local = [onset.local for onset in onsets]
        self._utc = [onset.utc for onset in onsets]
        self._first = first

    def _after(self, number: int) -> timedelta:
        return self._onsets[number - 1].after if number else self._first

    def utcoffset(self, when: datetime | None) -> timedelta:
        return self._after(bisect_right(self._local, when.replace(tzinfo=None))) if when else self._first

    def dst(self, when: datetime | None) -> timedelta | None:  # noqa: ARG002
        return None

    def tzname(self, when: datetime | None) -> str | None:  # noqa: ARG002
        return None

    def fromutc(self, when: datetime) -> datetime:
        return when + self._after(bisect_right(self._utc, when.replace(tzinfo=None)))


class _MachineZone(tzinfo):
    """The zone this machine is set to."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        return when.replace(tzinfo=None).astimezone().utcoffset() if when else None

    def dst(self, when: datetime | None) -> timedelta | None:  # noqa: ARG002
        return None

    def tzname(self, when: datetime | None) -> str | None:  # noqa: ARG002
        return None

    def fromutc(self, when: datetime) -> datetime:
        return when.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


class Zones:
    """The zones of one calendar, each looked up once."""

    def __init__(self, calendar: Component) -> None:
        self._described = {
            part.text("TZID").strip("/ "): part for part in calendar.inner if part.name == "VTIMEZONE"
        }
        self._by_name: dict[str, tzinfo | None] = {}
        self.own = self._known(calendar.text("X-WR-TIMEZONE")) or _of_old(calendar) or _MachineZone()

    def called(self, name: str) -> tzinfo:
        """The zone of that name; the calendar's own where nothing is known of it."""
        return self._known(name) or self.own

    def _known(self, name: str) -> tzinfo | None:
        if name not in self._by_name:
            bare = name.strip("/\"' ")
            self._by_name[name] = (
                (_of_database(bare) or self._of_file(bare) or _of_windows(bare) or _offset_in(bare))
                if bare and len(bare) <= _LONGEST_NAME
                else None
            )
        return self._by_name[name]

    def _of_file(self, name: str) -> tzinfo | None:
        """What the file says of a zone; it may call its only one otherwise there."""
        part = self._described.get(name)
        if part is None and len(self._described) == 1 and not _of_windows(name) and not _offset_in(name):
            (part,) = self._described.values()
        return _described_by(part) if part else None


def _of_database(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    name = _ABBREVIATED.get(name.upper(), name)
    parts = name.replace(" ", "_").split("/")
    for start in sorted({0, max(len(parts) - 3, 0), max(len(parts) - 2, 0)}):
        written = "/".join(parts[start:])
        for each in (written, _zones_in_any_case().get(written.casefold(), "")):
            try:
                return ZoneInfo(each)
            except (LookupError, ValueError, OSError):  # a folder of zones is an OSError
                continue
    return None


@cache
def _zones_in_any_case() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {zone.casefold(): zone for zone in sorted(available_timezones())}


@cache
def _zones_by_place() -> dict[str, str]:
    return {key.rpartition("/")[2]: zone for key, zone in _zones_in_any_case().items()}


@cache
def _windows_zones() -> dict[str, str]:
    text = files("netbook.formats").joinpath("windows_zones.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name.casefold(): zone for name, zone in rows}


def _of_windows(name: str) -> tzinfo | None:
    """The zone that Windows calls so, by its key or by what it shows: "(UTC-05:00) Eastern Time (US & Canada)".

    Exchange counts those that it describes again ("W. Europe Standard Time 1").
    """
    known, key = _windows_zones(), re.sub(r"\s+\d+$", "", name.casefold().removeprefix("tzone://microsoft/"))
    bare = re.sub(r"\s*\([^()]*\)\s*", " ", key).partition(";")[0].strip()
    bare = re.sub(r"\s+(?:daylight time|summer time|time)$", "", bare)
    for each in (key, key.replace("daylight", "standard"), f"{bare} standard time"):
        if each in known:
            return _of_database(known[each])
    shown = _OFFSET_IN_NAME.match(name)
    listed = name[shown.end() :] if shown and shown[0].startswith("(") else name.partition(":")[2]
    return _of_a_place(listed)


def _of_a_place(listed: str) -> tzinfo | None:
    """The zone of the first of some places that the time zone database knows: "Amsterdam, Berlin, Bern, Rom"."""
    places = (place.strip().replace(" ", "_").casefold() for place in re.split("[,/;]", listed))
    by_place = _zones_by_place()
    return next((_of_database(by_place[place]) for place in places if place in by_place), None)


def _offset_in(name: str) -> tzinfo | None:
    match = _OFFSET_IN_NAME.match(name.strip())
    return _fixed(_span(match[1] or "+", match[2] or "0", match[3] or "0")) if match else None


def _described_by(part: Component) -> tzinfo | None:
    """The zone of a VTIMEZONE; None where it gives no offset."""
    onsets: list[_Onset] = []
    first: timedelta | None = None
    for observance in sorted(part.inner, key=lambda each: each.name != "STANDARD")[:_MOST_OBSERVANCES]:
        after = _span_of(observance.text("TZOFFSETTO"))
        if after is None:
            continue
        before = _span_of(observance.text("TZOFFSETFROM"))
        first = first if first is not None else after
        onsets += (_Onset(local, after if before is None else before, after) for local in _onsets(observance))
    if first is None:
        return None
    return _FileZone(onsets, first) if len(onsets) > 1 else _fixed(first)


def _onsets(observance: Component) -> Iterator[datetime]:
    """When the clock is set to it, in the time before."""
    match = _STAMP.fullmatch(observance.text("DTSTART"))
    if match is None:
        return
    year, month, day, hour, minute = map(int, match.groups())
    try:
        start = date(max(year, _BEFORE), month, day)
        clock = timedelta(hours=hour, minutes=minute)
        rules = [read_rule(line.value, _until_of(line.value)) for line in observance.every("RRULE")]
    except (ValueError, BadRule):
        return
    days = {start} if not rules or year >= _BEFORE else set()
    if rules:
        occasions = Series(start=start, rules=tuple(rules)).upto(_LAST_ONSET).occasions
        days |= {occasion.day for occasion in occasions} - (set() if year >= _BEFORE else {start})
    for line in observance.every("RDATE"):
        for each in line.value.split(","):
            if more := _STAMP.match(each.strip()):
                days.add(date(int(more[1]), int(more[2]), int(more[3])))
    midnight = datetime.min.time()
    yield from (datetime.combine(each, midnight) + clock for each in sorted(days))


def _until_of(rule: str) -> date | None:
    match = re.search(r"UNTIL=(\d{4})(\d\d)(\d\d)", rule.upper())
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _of_old(calendar: Component) -> tzinfo | None:
    """The zone that a vCalendar 1.0 says it is in (section 2.2): TZ, and when the clock was another."""
    standard = _span_of(calendar.text("TZ"))
    if standard is None:
        return None
    onsets = []
    for line in calendar.every("DAYLIGHT"):
        _, summer, *stamps = (*line.value.split(";"), "", "")[:4]
        offset = _span_of(summer)
        moments = [match for stamp in stamps if (match := _STAMP.fullmatch(stamp.strip()))]
        if offset is not None and len(moments) == 2:
            begin, end = (datetime(*map(int, match.groups())) for match in moments)  # type: ignore[arg-type] # noqa: DTZ001
            onsets += [_Onset(begin, standard, offset), _Onset(end, offset, standard)]
    return _FileZone(onsets, standard) if onsets else _fixed(standard)


def _span_of(text: str) -> timedelta | None:
    match = _OFFSET.fullmatch(text)
    return _span(match[1] or "+", match[2], match[3] or "0") if match else None


def _span(sign: str, hours: str, minutes: str) -> timedelta:
    span = timedelta(hours=int(hours), minutes=int(minutes))
    return -span if sign == "-" else span


def _fixed(offset: timedelta) -> tzinfo | None:
    return timezone(offset) if abs(offset) < timedelta(days=1) else None
