"""Which days something that repeats falls on (RFC 5545, sections 3.3.10 and 3.8.5).

Days, not times: whoever met twice on a day met. So a rule finer than a day is not taken, and the parts of a
rule that choose times (BYHOUR, BYMINUTE, BYSECOND) say nothing. The first day counts even where it does not
fit its own rule (section 3.8.2.4), unless all that repeats ended before it: that is what programs leave behind
when "this and all that follow" was changed. A day that a month does not have is left out (section 3.3.10), or the
rule says which to take instead (SKIP, RFC 7529, section 4.1).

Nothing goes on for ever: days are asked for up to one day, and the latest of them are given, MOST at most.
"""

import re
from calendar import monthrange
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any, NamedTuple

from netbook.core.text import quoted

MOST = 1_000

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_TOO_FINE = ("HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHOUT_MEANING = ("BYHOUR", "BYMINUTE", "BYSECOND", "UNTIL", "FREQ", "WKST")
_SKIPS = ("OMIT", "BACKWARD", "FORWARD")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
# The parts that are lists of numbers, and the farthest from zero each may be.
_NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_EVERY_WEEKDAY = frozenset((0, weekday) for weekday in range(7))
_STEPS = {"DAILY": 1, "WEEKLY": 7}  # in days
_LEAP_YEAR = 2000
_FOR_EVER = 2_000_000  # days: more than any calendar has
_DAY = timedelta(days=1)
_YEAR = 366  # days


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
    skip: str = "OMIT"

    @property
    def plain(self) -> bool:
        """Whether it has no part that chooses days."""
        return not (
            self.months or self.month_days or self.year_days or self.weeks or self.weekdays or self.places
        )


class Occasion(NamedTuple):
    """The day the rule gives, which stays what it is, and the day on which it took place."""

    slot: date
    day: date


class Occurrences(NamedTuple):
    """Occurrences, the earliest first, and whether there were more than are given."""

    occasions: list[Occasion]
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

    def upto(self, last: date, most: int = MOST) -> Occurrences:
        """The latest `most` of its days up to that day."""
        end = last - self.moved * _DAY
        over = bool(self.rules) and all(rule.until and rule.until < self.start for rule in self.rules)
        slots, cut = {day for day in ((() if over else (self.start,)) + (*self.more,)) if day <= end}, False
        for rule in self.rules:
            result, more = _days(rule, self.start, end, most)
            slots.update(result)
            cut = cut or more
        for rule in self.but_rules:
            slots.difference_update(_days(rule, self.start, end, MOST)[0])
        slots -= self.without
        if self.since is not None:
            slots = {slot for slot in slots if slot >= self.since}
        if self.until is not None:
            slots = {slot for slot in slots if slot < self.until}
        latest = sorted(slots)[-most:]
        occasions = [Occasion(slot, slot + self.moved * _DAY) for slot in latest]
        return Occurrences(occasions, cut or len(slots) > most)


def next_after(series: Series, day: date) -> Occasion | None:
    """The first occasion after a day, of those within a year of it or on the series' own day."""
    last = max(day, series.start) + _YEAR * _DAY
    return next((each for each in series.upto(last, _YEAR + 1).occasions if each.day > day), None)


def read_rule(text: str, until: date | None) -> Rule:
    """The rule of an RRULE or EXRULE; its last day comes with it, since that needs the zone. Raises BadRule."""
    parts = {}
    for part in text.replace("\\", "").strip(' ;"').split(";"):  # some programs escape it like a text
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
    skip = parts.pop("SKIP", _SKIPS[0])
    if skip not in _SKIPS:
        raise BadRule(f"its rule has {quoted(f'SKIP={skip}')}, which is not known")
    numbers = {name: _numbers(name, parts.pop(name, "")) for name in _NUMBERS}
    rule = Rule(
        frequency=frequency,
        interval=_one(parts.pop("INTERVAL", "1"), "INTERVAL"),
        count=_count(parts.pop("COUNT", ""), ended=until is not None),
        until=until,
        week_start=_WEEKDAYS.index(parts["WKST"]) if parts.get("WKST") in _WEEKDAYS else 0,
        months=frozenset(numbers["BYMONTH"]),
        month_days=frozenset(numbers["BYMONTHDAY"]),
        year_days=frozenset(numbers["BYYEARDAY"]),
        weeks=frozenset(numbers["BYWEEKNO"]),
        weekdays=frozenset(_weekdays(parts.pop("BYDAY", ""))),
        places=numbers["BYSETPOS"],
        skip=skip,
    )
    unknown = [name for name in parts if name and name not in _WITHOUT_MEANING and not name.startswith("X-")]
    if unknown:
        raise BadRule(f"its rule has {quoted(unknown[0])}, which is not known")
    return rule


def _count(text: str, *, ended: bool) -> int | None:
    """How many times; where an UNTIL ends it, a number below one is none (Confluence writes -1)."""
    if not text or (ended and re.fullmatch(r"0|-\d+", text)):
        return None
    return _one(text, "COUNT")


def _one(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < 1:
        raise BadRule(f"its rule has {quoted(f'{name}={text}')}, which is not a number of times")
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


def _days(rule: Rule, start: date, end: date, most: int) -> tuple[list[date], bool]:
    """The latest days of a rule from its start to the end, and whether there were more than are given."""
    last = min(end, rule.until) if rule.until is not None else end
    if last < start or not _is_possible(rule):
        return [], False
    if rule.skip != "OMIT" and rule.frequency in ("MONTHLY", "YEARLY") and not (rule.weekdays or rule.places):
        days = _with_skips(rule, start)
    else:
        rule = _uncounted(_plainer(rule), start)
        last = min(last, rule.until) if rule.until is not None else last
        near = _near(rule, start, last, most)
        days = _evenly(rule, near) if _is_even(rule) else _by_rule(rule, near)
    upto = deque(takewhile(lambda day: day <= last, days), most + 1)
    return list(upto)[-most:], len(upto) > most


def _is_possible(rule: Rule) -> bool:
    """Whether any month has any of its days: dateutil looks for a 30th of February for 8,000 years."""
    if not (rule.months and rule.month_days):
        return True
    shortest = min(map(abs, rule.month_days))
    return any(shortest <= monthrange(_LEAP_YEAR, month)[1] for month in rule.months)


def _by_rule(rule: Rule, start: date, **other: Any) -> Iterator[date]:
    """The days that dateutil gives for a rule, some of its parts being others."""
    from dateutil import rrule

    weekdays = [rrule.weekday(day, place or None) for place, day in sorted(rule.weekdays)]
    parts: dict[str, Any] = {
        "interval": rule.interval,
        "count": rule.count,
        "bymonth": sorted(rule.months) or None,
        "bymonthday": sorted(rule.month_days) or None,
        "byyearday": sorted(rule.year_days) or None,
    }
    days = rrule.rrule(
        _FREQUENCIES[::-1].index(rule.frequency),  # type: ignore[arg-type]
        dtstart=datetime.combine(start, time()),
        wkst=rule.week_start,
        byweekno=sorted(rule.weeks) or None,
        byweekday=weekdays or None,
        bysetpos=rule.places or None,
        **{**parts, **other},
    )
    return (moment.date() for moment in days)


def _is_even(rule: Rule) -> bool:
    """Whether it takes place every so many days, for ever or up to a day."""
    return rule.frequency in _STEPS and rule.plain and rule.count is None


def _evenly(rule: Rule, start: date) -> Iterator[date]:
    """The days of a rule that is even, without dateutil, which takes 50 times as long."""
    step = _STEPS[rule.frequency] * rule.interval
    return map(date.fromordinal, range(start.toordinal(), date.max.toordinal() + 1, step))


def _uncounted(rule: Rule, start: date) -> Rule:
    """The same rule with its last day in the place of its count, where that is plain to see."""
    step = _STEPS.get(rule.frequency, 0) * rule.interval
    if rule.count is None or not step or not rule.plain:
        return rule
    days = step * (rule.count - 1)
    last = start + days * _DAY if days < _FOR_EVER else date.max
    return replace(rule, count=None, until=min(last, rule.until or date.max))


def _near(rule: Rule, start: date, last: date, most: int) -> date:
    """A day of the rule not long before the last ones that are asked for: of what has gone on for long, few count."""
    step = _STEPS.get(rule.frequency, 0) * rule.interval
    if not step or rule.count is not None or not (rule.plain or rule.frequency == "WEEKLY"):
        return start
    if rule.months or rule.places:
        return start
    times = (last - start).days // step - most - 1
    return start + max(times, 0) * step * _DAY


def _with_skips(rule: Rule, start: date) -> Iterator[date]:
    """The days of a monthly or yearly rule that says which day to take for one that a month does not have."""
    month_days = rule.month_days or {start.day}
    months = rule.months or ({start.month} if rule.frequency == "YEARLY" else None)
    first = start.replace(day=1)
    yielded = 0
    firsts = _by_rule(rule, first, count=None, bymonthday=1, bymonth=sorted(months) if months else None)
    for month in firsts:
        for day in sorted({_skipped(month, number, rule.skip) for number in month_days}):
            if day >= start and (rule.count is None or yielded < rule.count):
                yielded += 1
                yield day
        if rule.count is not None and yielded >= rule.count:
            return


def _skipped(month: date, number: int, skip: str) -> date:
    """A day of a month by its number, from the end where that is negative; the next or the last if there is none."""
    length = monthrange(month.year, month.month)[1]
    if abs(number) <= length:
        return month + ((number if number > 0 else length + 1 + number) - 1) * _DAY
    if number > 0:
        return month + (length if skip == "FORWARD" else length - 1) * _DAY
    return month if skip == "FORWARD" else month - _DAY


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
