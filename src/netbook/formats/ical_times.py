"""The days, times and durations of an iCalendar file (RFC 5545, sections 3.3.4 to 3.3.6).

What counts is the day on which something took place where it took place: a time with a TZID, or without any
zone, has its local day already. A time in UTC is brought into the calendar's own zone (`ical_zones`).
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.formats.ical_lines import ICalLine
from netbook.formats.ical_zones import Zones

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?\s*(Z?)", re.ASCII
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
_SEPARATOR = re.compile(r"[,;]")  # vCalendar 1.0 has semicolons


class Moment(NamedTuple):
    """A day, or a time of a day and its zone."""

    local: datetime
    zone: tzinfo | None  # None for a whole day

    @property
    def all_day(self) -> bool:
        """Whether it is a day without a time."""
        return self.zone is None

    @property
    def day(self) -> date:
        """The local day."""
        return self.local.date()

    def within(self, zone: tzinfo | None) -> "Moment":
        """The same moment in another zone; a whole day stays one."""
        if zone is None or self.zone is None or zone is self.zone:
            return self
        try:
            local = self.local.replace(tzinfo=self.zone).astimezone(zone).replace(tzinfo=None)
        except (OverflowError, ValueError, OSError):
            return self
        return Moment(local, zone)


def moments_of(line: ICalLine, zones: Zones, floating: tzinfo | None = None) -> list[Moment]:
    """Every day or time of a property that can be read; of a period (section 3.3.9) its beginning."""
    parts = (part.partition("/")[0] for part in _SEPARATOR.split(line.value))
    result = (moment_of(replace(line, value=part), zones, floating) for part in parts)
    return [moment for moment in result if moment is not None]


def moment_of(line: ICalLine, zones: Zones, floating: tzinfo | None = None) -> Moment | None:
    """The day or time of a property; None where it cannot be read or is too far away.

    `floating` is the zone of a time that names none (section 3.3.5); it is the calendar's own unless another is given.
    """
    match = _MOMENT.fullmatch(line.value.strip().upper())
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        clock = time(int(match[4] or 0), int(match[5] or 0), min(int(match[6] or 0), 59))
    except ValueError:
        return None
    local = datetime.combine(day, clock)
    if match[4] is None:  # also one with a stray "Z": no time, no zone
        return Moment(local, None)
    if match[7]:
        return Moment(local, UTC).within(zones.own)
    name = line.parameters.get("TZID", "").strip()
    return Moment(local, zones.called(name) if name else floating or zones.own)


def minutes_of(text: str) -> int | None:
    """A duration (section 3.3.6) in minutes; None for anything else."""
    match = _DURATION.fullmatch(text.strip().upper())
    if match is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds // 60
    return -total if match[1] == "-" else total


def minutes_between(start: Moment, end: Moment) -> int:
    """How many minutes lie between two times."""
    span = _utc(end) - _utc(start)
    return int(span.total_seconds() // 60)


def _utc(moment: Moment) -> datetime:
    offset = (
        moment.zone.utcoffset(moment.local.replace(tzinfo=moment.zone)) if moment.zone else None
    ) or timedelta()
    return moment.local - offset
