"""Which days something that repeats falls on (RFC 5545, sections 3.3.10 and 3.8.5).

Days, not times: whoever met twice on a day met. So a rule finer than a day is not taken, and the parts of a
rule that choose times (BYHOUR, BYMINUTE, BYSECOND) say nothing. The first day counts even where it does not
fit its own rule (section 3.8.2.4). A day that a month does not have is left out (section 3.3.10).

Nothing goes on for ever: days are asked for up to one day, and the latest MOST of them are given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from netbook.core.text import quoted

MOST = 1_000
# Days, weeks, months or years, and days in them, that are looked at for one rule: eleven years of days.
LOOKED_AT = 4_000

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


class Occasions(NamedTuple):
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

    def upto(self, last: date) -> Occasions:
        """What of it took place by that day."""
        end = last - self.moved * _DAY
        slots, cut = {day for day in (self.start, *self.more) if day <= end}, False
        for rule in self.rules:
            found, more = _days(rule, self.start, end)
            slots.update(found)
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
        return Occasions(found_all, cut or len(slots) > MOST)


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
    found = []
    for part in filter(None, text.split(",")):
        bare = part.strip().lstrip("+-")
        if not (bare.isascii() and bare.isdigit()) or len(bare) > 3 or not 1 <= int(bare) <= _NUMBERS[name]:
            raise BadRule(f"its rule has {quoted(f'{name}={text}')}, which cannot be")
        found.append(-int(bare) if part.strip().startswith("-") else int(bare))
    return tuple(dict.fromkeys(found))


def _weekdays(text: str) -> Iterator[tuple[int, int]]:
    for part in filter(None, text.split(",")):
        found = _BYDAY.fullmatch(part.strip())
        if found is None:
            raise BadRule(f"its rule has {quoted(f'BYDAY={text}')}, which cannot be")
        yield int(found[1] or 0), _WEEKDAYS.index(found[2])


def _days(rule: Rule, start: date, end: date) -> tuple[list[date], bool]:
    """The days of a rule from its start to the end, and whether there were more than are given."""
    last = min(end, rule.until) if rule.until is not None else end
    if last < start:
        return [], False
    rule = _plainer(rule)
    if _is_regular(rule):
        return _regular(rule, start, last)
    periods = _Periods(rule, start)
    # The first week of a year may begin in the year before.
    number = periods.number(last) + bool(rule.weeks)
    if rule.count is not None:
        walked = range(min(number + 1, LOOKED_AT))
        days = (day for each in walked for day in periods.days(each) if day >= start)
        first = list(islice(days, min(rule.count, LOOKED_AT)))
        return [day for day in first if day <= last], number >= LOOKED_AT and len(first) < rule.count
    # From the end backwards, so that a long series costs no more than what is given of it.
    found: list[date] = []
    for each in range(number, -1, -1):
        if number - each >= LOOKED_AT or periods.seen >= LOOKED_AT:
            return found, True
        found += [day for day in reversed(periods.days(each)) if start <= day <= last]
        if len(found) > MOST:
            break
    return found, False


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


def _is_regular(rule: Rule) -> bool:
    if rule.months or rule.month_days or rule.places:
        return False
    return rule.frequency == "WEEKLY" or (rule.frequency == "DAILY" and not rule.weekdays)


def _regular(rule: Rule, start: date, last: date) -> tuple[list[date], bool]:
    """The days of a rule that goes by days or weeks and leaves none out: reckoned, not walked."""
    step, firsts = rule.interval, [start.toordinal()]
    if rule.frequency == "WEEKLY":
        step *= 7
        week = start.toordinal() - (start.weekday() - rule.week_start) % 7
        weekdays = {weekday for _, weekday in rule.weekdays} or {start.weekday()}
        firsts = [week + (weekday - rule.week_start) % 7 for weekday in weekdays]
    runs = []
    for first in firsts:
        # A weekday before the start is not one of the rule's days.
        begin = first if first >= start.toordinal() else first + step
        runs.append(range(begin, last.toordinal() + 1, step))
    if rule.count is not None:
        chosen = sorted(day for run in runs for day in run[: rule.count])[: rule.count]
    else:
        chosen = sorted(day for run in runs for day in run[-MOST - 1 :])
    return [date.fromordinal(day) for day in chosen], False


class _Periods:
    """The days, weeks, months or years of a rule, numbered from the one with its start."""

    def __init__(self, rule: Rule, start: date) -> None:
        self.rule = rule
        self.start = start
        self.seen = 0
        self.week = start - ((start.weekday() - rule.week_start) % 7) * _DAY

    def number(self, day: date) -> int:
        """The number of the period that has the day, or of the one before it."""
        match self.rule.frequency:
            case "DAILY":
                gone = (day - self.start).days
            case "WEEKLY":
                gone = (day - self.week).days // 7
            case "MONTHLY":
                gone = (day.year - self.start.year) * 12 + day.month - self.start.month
            case _:
                gone = day.year - self.start.year
        return gone // self.rule.interval

    def days(self, number: int) -> list[date]:
        """The days of a period that the rule takes, the earliest first."""
        found = sorted(set(self._all(number * self.rule.interval)))
        self.seen += len(found)
        if not self.rule.places:
            return found
        size = len(found)
        chosen = {place - 1 if place > 0 else size + place for place in self.rule.places}
        return [day for place, day in enumerate(found) if place in chosen]

    def _all(self, gone: int) -> Iterator[date]:
        rule = self.rule
        match rule.frequency:
            case "DAILY":
                day = self.start + gone * _DAY
                return iter([day] if self._fits(day, by_weekday=True) else [])
            case "WEEKLY":
                week = self.week + gone * 7 * _DAY
                wanted = {weekday for _, weekday in rule.weekdays} or {self.start.weekday()}
                days = (week + ((weekday - rule.week_start) % 7) * _DAY for weekday in wanted)
                return (day for day in days if self._fits(day))
            case "MONTHLY":
                months = self.start.year * 12 + self.start.month - 1 + gone
                year, month = months // 12, months % 12 + 1
                return self._of_month(year, month) if not rule.months or month in rule.months else iter(())
            case _:
                return self._of_year(self.start.year + gone)

    def _of_year(self, year: int) -> Iterator[date]:
        rule = self.rule
        first, last = date(year, 1, 1), date(year, 12, 31)
        if rule.year_days:
            size = (last - first).days + 1
            offsets = (number - 1 if number > 0 else size + number for number in rule.year_days)
            days = (first + offset * _DAY for offset in offsets if 0 <= offset < size)
            yield from (day for day in days if self._fits(day, by_weekday=True))
        elif rule.weeks:
            yield from (day for day in self._of_weeks(year) if self._fits(day))
        elif rule.months or rule.month_days or not rule.weekdays:
            months = rule.months or (range(1, 13) if rule.month_days else (self.start.month,))
            for month in sorted(months):
                yield from self._of_month(year, month)
        else:
            yield from self._weekdays_within(first, last)

    def _of_month(self, year: int, month: int) -> Iterator[date]:
        if not 1 <= month <= 12:
            return
        first = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - _DAY
        if self.rule.weekdays and not self.rule.month_days:
            yield from self._weekdays_within(first, last)
            return
        wanted = self.rule.month_days or (self.start.day,)
        numbers = {number if number > 0 else last.day + 1 + number for number in wanted}
        weekdays = set(self._weekdays_within(first, last)) if self.rule.weekdays else None
        for number in sorted(numbers):
            if 1 <= number <= last.day and (weekdays is None or first.replace(day=number) in weekdays):
                yield first.replace(day=number)

    def _of_weeks(self, year: int) -> Iterator[date]:
        """The days of the weeks of a year: the first week is the one with at least four days of it."""
        fourth = date(year, 1, 4)
        first = fourth - ((fourth.weekday() - self.rule.week_start) % 7) * _DAY
        fourth = date(year + 1, 1, 4)
        size = (fourth - ((fourth.weekday() - self.rule.week_start) % 7) * _DAY - first).days // 7
        wanted = {weekday for _, weekday in self.rule.weekdays} or {self.start.weekday()}
        for number in self.rule.weeks:
            place = number - 1 if number > 0 else size + number
            if 0 <= place < size:
                week = first + place * 7 * _DAY
                yield from (week + ((weekday - self.rule.week_start) % 7) * _DAY for weekday in wanted)

    def _weekdays_within(self, first: date, last: date) -> Iterator[date]:
        """The weekdays of the rule in a month or year: each of them, or the first, the last and so on."""
        for place, weekday in self.rule.weekdays:
            earliest = first + ((weekday - first.weekday()) % 7) * _DAY
            size = (last - earliest).days // 7 + 1
            chosen = range(size) if not place else [place - 1 if place > 0 else size + place]
            yield from (earliest + each * 7 * _DAY for each in chosen if 0 <= each < size)

    def _fits(self, day: date, *, by_weekday: bool = False) -> bool:
        """Whether a day is in one of the rule's months, and on one of its days where those only limit."""
        rule = self.rule
        if rule.months and day.month not in rule.months:
            return False
        if by_weekday and rule.weekdays and day.weekday() not in {each for _, each in rule.weekdays}:
            return False
        if rule.month_days and rule.frequency != "WEEKLY":
            to_end = day.day - 1 - ((day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY).day
            return day.day in rule.month_days or to_end in rule.month_days
        return True
