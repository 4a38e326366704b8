"""The days and times of an iCalendar file (RFC 5545, sections 3.3.4 to 3.3.6, 3.3.14, 3.2.19 and 3.6.5).

What counts is the day on which something took place where it took place: a time with a TZID, or without any
zone, has its local day already. A time in UTC is brought into the zone the calendar names as its own
(X-WR-TIMEZONE), where it does; else it stays as it is.

Zones are needed only to compare times that are written in different ones. A zone is the one of that name in
the time zone database, also behind a prefix ("/freeassociation.sourceforge.net/Europe/Berlin"); else what
the file's own VTIMEZONE gives as its standard offset; else the offset that stands in its name
("(UTC-05:00) Eastern Time"); else it is not known, and its times are compared as they are written.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.formats.ical_lines import Component, ICalLine

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?\s*(Z?)", re.ASCII
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)", re.ASCII)
_SAID_OFFSET = re.compile(r"\((?:UTC|GMT)(?:([+-])(\d\d):?(\d\d))?\)", re.ASCII)
_LONGEST_ZONE = 100


class Moment(NamedTuple):
    """A day, or a time of a day, in a zone of its own; None where that is not known or floats."""

    local: datetime
    all_day: bool
    zone: tzinfo | None

    @property
    def day(self) -> date:
        """The local day."""
        return self.local.date()

    def within(self, zone: tzinfo | None) -> "Moment":
        """The same moment in another zone; as it is written where one of the two is not known."""
        if self.all_day or zone is None or self.zone is None or zone is self.zone:
            return self
        try:
            local = self.local.replace(tzinfo=self.zone).astimezone(zone).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return self
        return Moment(local, False, zone)


class Zones:
    """The zones of one calendar, each looked up once."""

    def __init__(self, calendar: Component) -> None:
        self._offsets = {
            zone.text("TZID"): _standard_offset(zone) for zone in calendar.inner if _is_zone(zone)
        }
        self._found: dict[str, tzinfo | None] = {}
        self.own = self.called(calendar.text("X-WR-TIMEZONE"))

    def called(self, name: str) -> tzinfo | None:
        """The zone of that name; None for an unknown or an empty one."""
        if name not in self._found:
            self._found[name] = _of_database(name) or self._offsets.get(name) or _said_in(name)
        return self._found[name]

    def moments(self, line: ICalLine) -> list[Moment]:
        """Every day or time of a property that can be read; of a period (section 3.3.9) its beginning."""
        result = (self._moment(part.partition("/")[0], line) for part in line.value.split(","))
        return [moment for moment in result if moment is not None]

    def moment(self, line: ICalLine) -> Moment | None:
        """The one day or time of a property; None where it cannot be read or is too far away."""
        return self._moment(line.value, line)

    def _moment(self, text: str, line: ICalLine) -> Moment | None:
        match = _MOMENT.fullmatch(text.strip().upper())
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            return None
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
            clock = time(int(match[4] or 0), int(match[5] or 0), min(int(match[6] or 0), 59))
        except ValueError:
            return None
        local = datetime.combine(day, clock)
        if match[4] is None:  # also one with a stray "Z": no time, no zone
            return Moment(local, True, None)
        if match[7]:
            return Moment(local, False, UTC).within(self.own)
        return Moment(local, False, self.called(line.parameters.get("TZID", "")))


def minutes_of(text: str) -> int | None:
    """A duration (section 3.3.6) in minutes; None for what is none."""
    match = _DURATION.fullmatch(text.strip().upper())
    if match is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60
    return -total if match[1] == "-" else total


def minutes_between(start: Moment, end: Moment) -> int:
    """How many minutes lie between two moments."""
    if start.zone is not None and end.zone is not None:
        span = end.local.replace(tzinfo=end.zone) - start.local.replace(tzinfo=start.zone)
        # Within one zone Python takes the difference of the clocks, which a change of the clock makes wrong.
        changed = (start.local.replace(tzinfo=start.zone).utcoffset() or timedelta()) - (
            end.local.replace(tzinfo=end.zone).utcoffset() or timedelta()
        )
        span += changed if start.zone is end.zone else timedelta()
    else:
        span = end.local - start.local
    return int(span.total_seconds() // 60)


def _is_zone(part: Component) -> bool:
    return part.name == "VTIMEZONE" and part.text("TZID") != ""


def _of_database(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    parts = name.strip("/ ").split("/")
    if not name.strip() or len(name) > _LONGEST_ZONE:
        return None
    for start in {0, max(len(parts) - 3, 0), max(len(parts) - 2, 0)}:
        try:
            return ZoneInfo("/".join(parts[start:]))
        except (LookupError, ValueError, OSError):  # a folder of zones is an OSError
            continue
    return None


def _standard_offset(zone: Component) -> tzinfo | None:
    """What a VTIMEZONE gives for its standard time, else for any."""
    kinds = sorted(zone.inner, key=lambda part: part.name != "STANDARD")
    hit = (_OFFSET.match(part.text("TZOFFSETTO")) for part in kinds)
    return next((_fixed(match[1], match[2], match[3]) for match in hit if match), None)


def _said_in(name: str) -> tzinfo | None:
    match = _SAID_OFFSET.match(name.strip())
    return _fixed(match[1] or "+", match[2] or "0", match[3] or "0") if match else None


def _fixed(sign: str, hours: str, minutes: str) -> tzinfo | None:
    span = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-span if sign == "-" else span) if span < timedelta(days=1) else None
