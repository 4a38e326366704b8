"""Days, as people write and read them.

A bare weekday or a date without a year is the nearest in the direction that is meant. Toward the past that
is the latest one not after today. Toward the future a date without a year may be today, a weekday is always
after today: "by friday", said on a Friday, leaves a week. "last friday" is before today and "next friday"
after it, whichever way is meant; "this friday" is the nearest in the direction, today included.

What could be several days is refused: day and month both as numbers, a year of two digits, "next week".
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from netbook.core.cadence import length_of, shifted
from netbook.core.text import quoted
from netbook.errors import AmbiguousDate, NoSuchDay, NotOneDay, UnreadableDate, YearOutOfRange

Toward = Literal["past", "future"]

FIRST_YEAR, LAST_YEAR = 1900, 2199

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPANS = ("week", "weekend", "fortnight", "month", "quarter", "year")
_SHORTEST_NAME = 3  # letters that tell every month and every weekday from the others
_LEAP_YEAR = 2000


def parse_day(text: str, today: date, toward: Toward) -> date:
    """The day the text means, in the direction where it leaves one open.

    Raises UnreadableDate, AmbiguousDate, NotOneDay, NoSuchDay or, outside 1900 to 2199, YearOutOfRange.
    """
    words = _words(text)
    day = _relative(words, today) or _weekday(words, today, toward) or _calendar_day(text, today, toward)
    if day is None:
        if _is_span(words):
            raise NotOneDay(quoted(text))
        raise UnreadableDate(quoted(text), toward)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise YearOutOfRange(quoted(text))
    return day


def split_by_date(text: str, today: date) -> tuple[str, date | None]:
    """A promise and its day: "send slides by friday" gives ("send slides", that day), "by friday" no text.

    What follows the last "by" is text like the rest where it is no date at all ("stand by me"); a date that
    cannot be taken (30 February, 11/12/2026) raises as in parse_day.
    """
    words = [word.casefold() for word in text.split()]
    if "by" not in words[:-1]:
        return text, None
    after = words[::-1].index("by")
    head = text.rsplit(maxsplit=after + 1)[0] if after + 1 < len(words) else ""
    try:
        return head.strip(), parse_day(" ".join(text.split()[len(words) - after :]), today, "future")
    except UnreadableDate:
        return text, None


def leading_day(text: str, today: date) -> tuple[date | None, str]:
    """The day before the first colon, and the rest: "yesterday: tea with Ana" is (that day, "tea with Ana").

    Without a date there, None and the text as it is; a date that cannot be taken raises as in parse_day.
    """
    head, colon, rest = text.partition(":")
    if not colon:
        return None, text
    try:
        return parse_day(head, today, "past"), rest.strip()
    except UnreadableDate:
        return None, text


def long_day(day: date, today: date) -> str:
    """ "Saturday 21 November", with the year where it is not today's; in English whatever the locale."""
    return f"{_WEEKDAYS[day.weekday()]} {short_day(day, today)}"


def short_day(day: date, today: date) -> str:
    """ "21 November", with the year where it is not today's."""
    return f"{day.day} {_MONTHS[day.month - 1]}{_year(day, today)}"


def terse_day(day: date, today: date) -> str:
    """ "21 Nov", with the year where it is not today's."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}{_year(day, today)}"


def _year(day: date, today: date) -> str:
    return "" if day.year == today.year else f" {day.year}"


def calendar_parts(text: str) -> tuple[int | None, int, int] | None:
    """Year (or None), month and day of a date written out, not yet checked; None where it is no such date.

    Raises AmbiguousDate where day and month are both numbers and the year does not come first.
    """
    words = _words(text)
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
    found = _existing(year, month, day)
    if found is None:
        raise NoSuchDay(quoted(text))
    return found


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


def _relative(words: list[str], today: date) -> date | None:
    match words:
        case ["today"]:
            return today
        case ["yesterday"]:
            return shifted(today, -1, "d")
        case ["tomorrow"]:
            return shifted(today, 1, "d")
        case ["in", count, unit]:
            sign = 1
        case [count, unit, "ago"]:
            sign = -1
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


def _calendar_day(text: str, today: date, toward: Toward) -> date | None:
    parts = calendar_parts(text)
    if parts is None:
        return None
    year, month, day = parts
    if year is not None:
        return checked_day(year, month, day, text)
    checked_month_and_day(month, day, text)
    step = 1 if toward == "future" else -1
    # 29 February may be eight years away, over 1900 and 2100.
    for near in range(today.year, today.year + 9 * step, step):
        found = _existing(near, month, day)
        if found and (found - today) * step >= timedelta(0):
            return found
    raise YearOutOfRange(quoted(text))


def _numeric_parts(word: str, text: str) -> tuple[int, int, int] | None:
    numbers = word.replace("/", "-").replace(".", "-").split("-")
    if not all(map(_is_number, numbers)):
        return None
    match [len(number) for number in numbers]:
        case [4, 1 | 2, 1 | 2]:
            year, month, day = map(int, numbers)
            return year, month, day
        case [1 | 2, 1 | 2, 4]:
            one, other, year = map(int, numbers)
            either = (_existing(year, one, other), _existing(year, other, one))
            raise AmbiguousDate(quoted(text), sorted({day.isoformat() for day in either if day}))
        case [1 | 2, 1 | 2, 2]:
            raise AmbiguousDate(quoted(text), [])
        case [1 | 2, 1 | 2] if "/" in word:
            raise AmbiguousDate(quoted(text), [])
        case _:
            return None


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
