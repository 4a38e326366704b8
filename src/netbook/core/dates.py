"""Days, as people write and read them.

A bare weekday or a date without a year is the nearest in the direction that is meant. Toward the past that
is the latest one not after today. Toward the future a date without a year may be today, a weekday is always
after today: "by friday", said on a Friday, leaves a week. "last friday" is before today and "next friday"
after it, whichever way is meant; "this friday" is the nearest in the direction, today included. A weekday
before a date must be that date's; it decides between the last and the next one where there is no year.

Numbers alone are read where they can be one day only: "13/11/2026", and "3.11.2026", since dots put the day
first. An hour or a part of the day after a day is read past ("friday evening", "yesterday 18:30").

What could be several days is refused: "11/12/2026", a year of two digits, "next week".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from netbook.core.cadence import length_of, shifted
from netbook.core.text import quoted
from netbook.errors import (
    AmbiguousDate,
    NoSuchDay,
    NotOneDay,
    UnreadableDate,
    Usage,
    YearOutOfRange,
)

Toward = Literal["past", "future"]

FIRST_YEAR, LAST_YEAR = 1900, 2199

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS, WEEKDAYS = _MONTHS, _WEEKDAYS
_SPANS = ("week", "weekend", "fortnight", "month", "quarter", "year")
_SHORTEST_NAME = 3  # letters that tell every month and every weekday from the others
_LEAP_YEAR = 2000
# What follows a day and only says when on it.
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime", "am", "pm")
_BEFORE_HOURS = ("at", "around", "about", "in", "the", "early", "late", "c", "ca")
_NEAR_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "last evening": -1, "day before yesterday": -2,
    "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip
_AFTER_A_DEADLINE = ("at the latest", "the latest", "latest", "at most", "please", "or earlier", "or sooner")
_DEADLINE_WORDS = (
    *("today", "tonight", "tomorrow", "yesterday", "eod", "eow", "eom", "cob", "noon", "midday", "midnight"),
    *("morning", "afternoon", "evening", "night", "day", "days", "week", "weeks", "weekend", "fortnight"),
    *("month", "months", "quarter", "year", "end", "next"),
)


class WrongWeekday(Usage):
    """A weekday in front of a date that falls on another one."""

    def __init__(self, shown: str, day: date) -> None:
        super().__init__(
            f"{shown} does not exist: {short_day(day)} {day.year} is a {_WEEKDAYS[day.weekday()]}; "
            "give the date or the weekday alone"
        )


def parse_day(text: str, today: date, toward: Toward) -> date:
    """The day that the text names, past or future as the direction says.

    Raises UnreadableDate, AmbiguousDate, NotOneDay, NoSuchDay, WrongWeekday or, outside 1900 to 2199, YearOutOfRange.
    """
    words = _without_hours(_words(text))
    words = words[1:] if words[:1] == ["on"] else words
    day = _relative(words, today) or _weekday(words, today, toward) or _dated(words, text, today, toward)
    if day is None:
        if _is_span(words):
            raise NotOneDay(quoted(text))
        raise UnreadableDate(quoted(text), toward)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise YearOutOfRange(quoted(text))
    return day


def split_by_date(text: str, today: date) -> tuple[str, date | None]:
    """A promise and its day: "send slides by friday" gives ("send slides", that day), "by friday" no text.

    The day may be followed by more ("by friday by mail"). Words after "by" that are not a date are text ("stand by
    me"); a date that cannot be read ("by end of month", 30 February, 11/12/2026) raises as in parse_day.
    """
    words = text.split()
    ends = [*(at for at, word in enumerate(words) if word.casefold() == "by"), len(words)]
    for at, end in zip(ends[-2::-1], ends[:0:-1], strict=True):
        line = " ".join(words[at + 1 : end])
        if line and (day := _deadline(line, today)):
            head = text.rsplit(maxsplit=len(words) - at)[0] if at else ""
            return " ".join([head.strip(), *words[end:]]).strip(), day
    return text, None


def split_day_at_end(text: str, today: date) -> tuple[str, date | None]:
    """A promise and the day that it ends with: "call on friday", "call tomorrow"; None without such a day."""
    words = text.split()
    for start in range(max(len(words) - 5, 1), len(words)):
        if words[start - 1].casefold() in ("on", "until", "till"):
            head = words[: start - 1]
        elif words[start].casefold() in ("today", "tonight", "tomorrow", "next"):
            head = words[:start]
        else:
            continue
        try:
            return " ".join(head), parse_day(" ".join(words[start:]), today, "future")
        except UnreadableDate:
            continue
    return text, None


def _deadline(text: str, today: date) -> date | None:
    """The day after "by", None if the words are not a date."""
    plain = " ".join(_words(text))
    for ending in _AFTER_A_DEADLINE:
        plain = plain.removesuffix(f" {ending}")
    try:
        return parse_day(plain, today, "future")
    except UnreadableDate:
        if _meant_as_day(plain.split()):
            raise UnreadableDate(quoted(text), "future") from None
        return None


def _meant_as_day(words: list[str]) -> bool:
    """Whether words that cannot be read as a day look like one: "end of month", "noon", "november"."""
    return any(
        word in _DEADLINE_WORDS
        or _is_hour(word)
        or (word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))
        or (_position(word, _WEEKDAYS) is not None and word not in ("sun", "sat", "wed"))
        for word in words[:3]
    ) or (len(words) <= 2 and any(_position(word, _MONTHS) is not None for word in words))


def long_day(day: date, today: date) -> str:
    """ "Saturday 21 November", with the year where it is not today's; in English whatever the locale."""
    return f"{_WEEKDAYS[day.weekday()]} {short_day(day, today)}"


def short_day(day: date, today: date | None = None) -> str:
    """ "21 November", with the year where it is not today's."""
    return f"{day.day} {_MONTHS[day.month - 1]}{_year(day, today or day)}"


def terse_day(day: date, today: date) -> str:
    """ "21 Nov", with the year where it is not today's."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}{_year(day, today)}"


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"


def calendar_parts(text: str) -> tuple[int | None, int, int] | None:
    """Year (or None), month and day of a date written out, not yet checked; None for other words.

    Raises AmbiguousDate if day and month are both numbers that could be either.
    """
    return _calendar_parts(_words(text), text)


def _calendar_parts(words: list[str], text: str) -> tuple[int | None, int, int] | None:
    if len(words) == 1 and (parts := _numeric_parts(words[0], text)):
        return parts
    words = [word for word in " ".join(words).replace("-", " ").split() if word not in ("of", "the")]
    match words:
        case [one, other]:
            year = None
        case [one, other, number] if _is_number(number):
            year = int(number)
        case _:
            return None
    for name, number in ((one, other), (other, one)):
        month, day = _position(name, _MONTHS), _day_of_month(number)
        if month is not None and day is not None:
            return year, month + 1, day
    return None


def checked_day(year: int, month: int, day: int, text: str) -> date:
    """The day of that date; raises NoSuchDay or YearOutOfRange, with the text that was typed."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfRange(quoted(text))
    parsed = _existing(year, month, day)
    if parsed is None:
        raise NoSuchDay(quoted(text))
    return parsed


def checked_month_and_day(month: int, day: int, text: str) -> None:
    """Raises NoSuchDay where no year has that day; 29 February is a day."""
    checked_day(_LEAP_YEAR, month, day, text)


def _words(text: str) -> list[str]:
    return [bare for word in text.casefold().replace(",", " ").split() if (bare := word.rstrip(".;!"))]


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


def _position(word: str, names: tuple[str, ...]) -> int | None:
    """Where the name stands that the word is or begins: 4 for "fri" and "friday"."""
    if len(word) >= _SHORTEST_NAME:
        for position, name in enumerate(names):
            if name.casefold().startswith(word):
                return position
    return None


def _day_of_month(word: str) -> int | None:
    number = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(number) if _is_number(number) and len(number) <= 2 else None


def _is_hour(word: str) -> bool:
    """Whether a word is a time of day: "18:30", "6pm", "18h", "18.30h"."""
    digits = word.rstrip("apmhr")
    hour, _, minute = digits.replace(".", ":").partition(":")
    if not _is_number(hour) or len(hour) > 2 or int(hour) > 24:
        return False
    timed = ":" in digits or digits != word
    return timed and (not minute or (_is_number(minute) and len(minute) == 2 and int(minute) < 60))


def _without_hours(words: list[str]) -> list[str]:
    """The words without an hour or a part of the day at their end; "last night" and the like stay whole."""
    if words and "t" in words[0] and _is_hour(words[0].partition("t")[2][:5]):
        words = [words[0].partition("t")[0], *words[1:]]  # 2026-11-20T10:00
    left = list(words)
    while len(left) > 1 and " ".join(left) not in _NEAR_DAYS:
        last, before = left[-1], left[-2]
        bare_hour = _is_number(last) and len(last) <= 2 and (before == "at" or left != words)
        if last in _PARTS_OF_DAY or _is_hour(last) or bare_hour:
            left.pop()
            while len(left) > 1 and left[-1] in _BEFORE_HOURS:
                left.pop()
        else:
            break
    return left


def _relative(words: list[str], today: date) -> date | None:
    near = _NEAR_DAYS.get(" ".join(words[1:] if words[:1] == ["the"] else words))
    if near is not None:
        return shifted(today, near, "d")
    match words:
        case ["in", count, unit]:
            sign = 1
        case [count, unit, "ago"]:
            sign = -1
        case [both, "ago"]:  # "3d ago"
            unit = both.lstrip("0123456789")
            count, sign = both[: len(both) - len(unit)], -1
            # Minutes to some and months to others.
            unit = {"d": "days", "w": "weeks", "y": "years"}.get(unit, "")
        case _:
            return None
    # One letter is not enough here: "5 m ago" is minutes to some and months to others.
    length = length_of(count, unit) if len(unit) > 1 else None
    return length and shifted(today, sign * length.count, length.unit)


def _weekday(words: list[str], today: date, toward: Toward) -> date | None:
    which, name = ("", *words) if len(words) == 1 else words if len(words) == 2 else ("", "")
    number = _position(name, _WEEKDAYS)
    if number is None or which not in ("", "last", "this", "next"):
        return None
    ahead = (number - today.weekday()) % 7
    back = (today.weekday() - number) % 7
    if which == "last":
        days = -(back or 7)
    elif which == "next" or (toward == "future" and not which):
        days = ahead or 7
    else:
        days = ahead if toward == "future" else -back
    return shifted(today, days, "d")


def _dated(words: list[str], text: str, today: date, toward: Toward) -> date | None:
    """A date, maybe after the weekday that it falls on: "20 nov", "Friday 13 November 2026", "the 27th"."""
    weekday = _position(words[0], _WEEKDAYS) if len(words) > 1 else None
    rest = words[1:] if weekday is not None else words
    if weekday is None:
        return _calendar_day(rest, text, today, toward)
    other: Toward = "future" if toward == "past" else "past"
    nearest = _calendar_day(rest, text, today, toward)
    if nearest is None:
        return None
    for day in (nearest, _calendar_day(rest, text, today, other)):
        if day and day.weekday() == weekday and (day == nearest or day.year == today.year):
            return day
    raise WrongWeekday(quoted(text), nearest)


def _calendar_day(words: list[str], text: str, today: date, toward: Toward) -> date | None:
    match words:
        case ["the", ordinal] if not _is_number(ordinal) and (number := _day_of_month(ordinal)):
            return _nearest_in_a_month(number, text, today, toward)
    parts = _calendar_parts(words, text)
    if parts is None:
        return None
    year, month, day = parts
    if year is not None:
        return checked_day(year, month, day, text)
    checked_month_and_day(month, day, text)
    step = 1 if toward == "future" else -1
    # 29 February may be eight years away, over 1900 and 2100.
    for near in range(today.year, today.year + 9 * step, step):
        parsed = _existing(near, month, day)
        if parsed and (parsed - today) * step >= timedelta(0):
            return parsed
    raise YearOutOfRange(quoted(text))


def _nearest_in_a_month(number: int, text: str, today: date, toward: Toward) -> date:
    """The nearest day with that number in a month: "the 27th"."""
    step = 1 if toward == "future" else -1
    for months in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + step * months, 12)
        parsed = _existing(year, month + 1, number)
        if parsed and (parsed - today) * step >= timedelta(0):
            return parsed
    raise NoSuchDay(quoted(text))


def _numeric_parts(word: str, text: str) -> tuple[int | None, int, int] | None:
    numbers = word.replace("/", "-").replace(".", "-").split("-")
    if not all(map(_is_number, numbers)):
        return None
    match [len(number) for number in numbers]:
        case [4, 1 | 2, 1 | 2]:
            year, month, day = (int(number) for number in numbers)
            return year, month, day
        case [1 | 2, 1 | 2, 4]:
            one, other, year = (int(number) for number in numbers)
            month, day = _month_and_day(one, other, text, year, dots="." in word)
            return year, month, day
        case [1 | 2, 1 | 2, 2]:
            raise AmbiguousDate(quoted(text), [])
        case [1 | 2, 1 | 2] if "/" in word:
            month, day = _month_and_day(int(numbers[0]), int(numbers[1]), text)
            return None, month, day
        case _:
            return None


def _month_and_day(
    one: int, other: int, text: str, year: int = _LEAP_YEAR, *, dots: bool = False
) -> tuple[int, int]:
    """Month and day of two numbers that can be one day only; dots put the day first (DIN 5008)."""
    if dots:
        return other, one
    readings = {(month, day) for month, day in ((one, other), (other, one)) if _existing(year, month, day)}
    if len(readings) > 1:
        days = sorted(date(year, month, day).isoformat() for month, day in readings)
        raise AmbiguousDate(quoted(text), days if year != _LEAP_YEAR else [])
    if not readings:
        raise NoSuchDay(quoted(text))
    return readings.pop()


def _is_span(words: list[str]) -> bool:
    """Whether the words name a week, month or year: "next week", "last november", "nov 2026"."""
    match words:
        case ["last" | "this" | "next", name]:
            return name in _SPANS or _position(name, _MONTHS) is not None
        case [name, year]:
            return len(year) == 4 and _is_number(year) and _position(name, _MONTHS) is not None
        case _:
            return False


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
