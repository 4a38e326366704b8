"""Which days something that repeats falls on (RFC 5545, sections 3.3.10 and 3.8.5).

Days, not times: whoever met twice on a day met. So a rule finer than a day is not taken, and the parts of a
rule that choose times (BYHOUR, BYMINUTE, BYSECOND) say nothing. The first day counts even where it does not
fit its own rule (section 3.8.2.4). A day that a month does not have is left out (section 3.3.10).

Nothing goes on for ever: days are asked for up to one day, and the latest MOST of them are given.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import NamedTuple

from netbook.core.text import quoted

MOST = 1_000

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_TOO_FINE = ("HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHOUT_MEANING = ("BYHOUR", "BYMINUTE", "BYSECOND", "UNTIL", "SKIP", "FREQ", "WKST")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
# The parts that are lists of numbers, and the farthest from zero each may be.
_NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_EVERY_WEEKDAY = frozenset((0, weekday) for weekday in range(7))
_DAY = timedelta(days=1)


class BadRule(Exception):
    """Why a rule cannot be taken; `fine` where it is one, but finer than a day."""

    def __init__(self, why: str, *, fine: bool = False) -> None:
        super().__init__(why)
        self.fine = fine


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of recurrence; a part that it does not have is empty. `until` is its last day."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    week_start: int = 0
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()  # which of them in the month or year, 0 for each
    places: tuple[int, ...] = ()


class Occasion(NamedTuple):
    """The day the rule gives, which stays what it is, and the day on which it took place."""

    slot: date
    day: date


class Occurrences(NamedTuple):
    """Occasions, the earliest first, and whether there were more than are given."""

    found: list[Occasion]
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Something that takes place on one day or on many, some of which were moved to another entry.

    `moved` is how many days later than its slots it takes place, and `since` is the first slot: that is for an
    entry that changes a series from some day on. `slot_of` is one day of a series that stands by itself.
    """

    start: date
    rules: tuple[Rule, ...] = ()
    but_rules: tuple[Rule, ...] = ()
    more: frozenset[date] = frozenset()
    without: frozenset[date] = frozenset()
    since: date | None = None
    until: date | None = None
    moved: int = 0
    slot_of: bool = False

    @property
    def repeats(self) -> bool:
        """Whether it is on several days, or is one day of something that is."""
        return bool(self.rules or self.more or self.slot_of)

    def upto(self, last: date) -> Occurrences:
        """What of it took place by that day."""
        end = last - self.moved * _DAY
        slots, cut = {day for day in (self.start, *self.more) if day <= end}, False
        for rule in self.rules:
            result, more = _days(rule, self.start, end)
            slots.update(result)
            cut = cut or more
        for rule in self.but_rules:
            slots.difference_update(_days(rule, self.start, end)[0])
        slots -= self.without
        if self.since is not None:
            slots = {slot for slot in slots if slot >= self.since}
        if self.until is not None:
            slots = {slot for slot in slots if slot < self.until}
        latest = sorted(slots)[-MOST:]
        found_all = [Occasion(slot, slot + self.moved * _DAY) for slot in latest]
        return Occurrences(found_all, cut or len(slots) > MOST)


def read_rule(text: str, until: date | None) -> Rule:
    """The rule of an RRULE or EXRULE; its last day comes with it, since that needs the zone. Raises BadRule."""
    parts = {}
    for part in text.strip().rstrip(";").split(";"):
        name, _, value = part.partition("=")
        parts[name.strip().upper()] = value.strip().upper()
    frequency = parts.get("FREQ", "")
    if frequency in _TOO_FINE:
        raise BadRule(
            f"it repeats {frequency.lower()}, and netbook takes nothing finer than a day", fine=True
        )
    if frequency not in _FREQUENCIES:
        raise BadRule(f"its rule {quoted(text)} does not say how often it repeats")
    if parts.pop("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise BadRule("it repeats by another calendar than the Gregorian one")
    numbers = {name: _numbers(name, parts.pop(name, "")) for name in _NUMBERS}
    rule = Rule(
        frequency=frequency,
        interval=_one(parts.pop("INTERVAL", "1"), "INTERVAL"),
        count=_one(parts.pop("COUNT"), "COUNT") if "COUNT" in parts else None,
        until=until,
        week_start=_WEEKDAYS.index(parts["WKST"]) if parts.get("WKST") in _WEEKDAYS else 0,
        months=frozenset(numbers["BYMONTH"]),
        month_days=frozenset(numbers["BYMONTHDAY"]),
        year_days=frozenset(numbers["BYYEARDAY"]),
        weeks=frozenset(numbers["BYWEEKNO"]),
        weekdays=frozenset(_weekdays(parts.pop("BYDAY", ""))),
        places=numbers["BYSETPOS"],
    )
    unknown = [name for name in parts if name and name not in _WITHOUT_MEANING and not name.startswith("X-")]
    if unknown:
        raise BadRule(f"its rule has {quoted(unknown[0])}, which is not known")
    return rule


def _one(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < 1:
        raise BadRule(f"its rule has {quoted(f'{name}={text}')}, which is no number of times")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    rows = []
    for part in filter(None, text.split(",")):
        bare = part.strip().lstrip("+-")
        if not (bare.isascii() and bare.isdigit()) or len(bare) > 3 or not 1 <= int(bare) <= _NUMBERS[name]:
            raise BadRule(f"its rule has {quoted(f'{name}={text}')}, which cannot be")
        rows.append(-int(bare) if part.strip().startswith("-") else int(bare))
    return tuple(dict.fromkeys(rows))


def _weekdays(text: str) -> Iterator[tuple[int, int]]:
    for part in filter(None, text.split(",")):
        match = _BYDAY.fullmatch(part.strip())
        if match is None:
            raise BadRule(f"its rule has {quoted(f'BYDAY={text}')}, which cannot be")
        yield int(match[1] or 0), _WEEKDAYS.index(match[2])


def _days(rule: Rule, start: date, end: date) -> tuple[list[date], bool]:
    """The days of a rule from its start to the end, and whether there were more than are given."""
    from dateutil import rrule

    last = min(end, rule.until) if rule.until is not None else end
    if last < start:
        return [], False
    rule = _plainer(rule)
    weekdays = [rrule.weekday(day, place or None) for place, day in sorted(rule.weekdays)]
    days = rrule.rrule(
        _FREQUENCIES[::-1].index(rule.frequency),  # type: ignore[arg-type]
        dtstart=datetime.combine(start, time()),
        interval=rule.interval,
        count=rule.count,
        wkst=rule.week_start,
        bymonth=sorted(rule.months) or None,
        bymonthday=sorted(rule.month_days) or None,
        byyearday=sorted(rule.year_days) or None,
        byweekno=sorted(rule.weeks) or None,
        byweekday=weekdays or None,
        bysetpos=rule.places or None,
    )
    upto = takewhile(lambda day: day <= last, (moment.date() for moment in days))
    return list(deque(upto, MOST + 1)), False


def _plainer(rule: Rule) -> Rule:
    """The same rule by months or weeks where it goes by single days: there are fewer of them."""
    if rule.frequency != "DAILY" or rule.interval > 1 or rule.places:
        return rule
    if rule.month_days:
        every = frozenset((0, weekday) for _, weekday in rule.weekdays)
        return replace(rule, frequency="MONTHLY", weekdays=every)
    if not (rule.weekdays or rule.months):
        return rule
    return replace(rule, frequency="WEEKLY", weekdays=rule.weekdays or _EVERY_WEEKDAY)
