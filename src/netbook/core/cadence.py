"""Cadences: how often to be in human contact, and the calendar arithmetic that follows from them.

Months and years are the calendar's, the day clamped to the month's end: 31 January and a month is the last
of February. A cadence is kept as it was said: twelve months stay `12m`.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from netbook.core.text import quoted
from netbook.errors import UnreadableCadence

Unit = Literal["d", "w", "m", "y"]


class Cadence(NamedTuple):
    """So many days, weeks, calendar months or years."""

    count: int  # type: ignore[assignment]  # tuple.count, which nobody needs here
    unit: Unit


_ONE = {
    "d": Cadence(1, "d"),
    "day": Cadence(1, "d"),
    "w": Cadence(1, "w"),
    "week": Cadence(1, "w"),
    "fortnight": Cadence(2, "w"),
    "m": Cadence(1, "m"),
    "month": Cadence(1, "m"),
    "quarter": Cadence(3, "m"),
    "y": Cadence(1, "y"),
    "year": Cadence(1, "y"),
}
_NAMED = {
    "daily": Cadence(1, "d"),
    "weekly": Cadence(1, "w"),
    "biweekly": Cadence(2, "w"),
    "fortnightly": Cadence(2, "w"),
    "monthly": Cadence(1, "m"),
    "quarterly": Cadence(3, "m"),
    "half-yearly": Cadence(6, "m"),
    "yearly": Cadence(1, "y"),
    "annually": Cadence(1, "y"),
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1}
_HUNDRED_YEARS = {"d": 36_525, "w": 5_217, "m": 1_200, "y": 100}
_LONGEST_NUMBER = 9  # digits; more than any calendar holds, and int() never balks at it
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_cadence(text: str) -> Cadence | None:
    """The cadence in the words, None for "none".

    Raises UnreadableCadence, also for less than a day and for more than a hundred years.
    """
    words = text.casefold().split()
    if words == ["none"]:
        return None
    cadence = _cadence(words)
    if cadence is None or not 1 <= cadence.count <= _HUNDRED_YEARS[cadence.unit]:
        raise UnreadableCadence(quoted(text))
    return cadence


def stored_cadence(text: str) -> Cadence | None:
    """A cadence as the journal stores it; raises ValueError for a text that is not one."""
    try:
        return parse_cadence(text)
    except UnreadableCadence as error:
        raise ValueError(text) from error


def _cadence(words: list[str]) -> Cadence | None:
    match words:
        case ["every", unit] if unit in _ONE:
            return _ONE[unit]
        case ["every", *words]:
            return _length(words)
        case [name] if name in _NAMED:
            return _NAMED[name]
        case _:
            return _length(words)


def _length(words: list[str]) -> Cadence | None:
    match words:
        case [count, unit]:
            return length_of(count, unit)
        case [word]:  # "2w", "10days"
            unit = word.lstrip("0123456789")
            return length_of(word.removesuffix(unit), unit) if unit else None
        case _:
            return None


def length_of(count: str, unit: str) -> Cadence | None:
    """The length that a number ("2", "two", "a") and a unit ("week", "weeks", "w") give, in lower case."""
    cadence = _ONE.get(unit) or (_ONE.get(unit.removesuffix("s")) if len(unit) > 2 else None)
    if count.isascii() and count.isdigit() and len(count) <= _LONGEST_NUMBER:
        number = int(count)
    elif count in _NUMBERS:
        number = _NUMBERS[count]
    else:
        return None
    return cadence and Cadence(number * cadence.count, cadence.unit)


def short(cadence: Cadence | None) -> str:
    """The short form, as reports and exports write it: "2w", "3m", "none"."""
    return f"{cadence.count}{cadence.unit}" if cadence else "none"


def due_on(last: date, cadence: Cadence) -> date:
    """The day on which the next contact is due; the calendar's last day where it would lie beyond."""
    return shifted(last, cadence.count, cadence.unit)


def latest_due(cadence: Cadence, today: date) -> date:
    """The latest day of last contact that makes the next one due by today, so that SQL can compare days."""
    day = shifted(today, -cadence.count, cadence.unit)
    if cadence.unit in ("m", "y") and today.day == _last_of_month(today.year, today.month):
        # The 28th to the 31st of January all come to 28 February.
        return day.replace(day=_last_of_month(day.year, day.month))
    return day


def shifted(day: date, count: int, unit: Unit) -> date:
    """The day so many units later, or earlier for a negative count; kept inside the calendar."""
    if unit in ("m", "y"):
        return add_months(day, count * 12 if unit == "y" else count)
    try:
        return day + timedelta(days=count * 7 if unit == "w" else count)
    except OverflowError:
        return date.max if count > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The day so many calendar months later, clamped to the month's end and to the calendar's ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        pass  # the month is too short, or the calendar is
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    return date(year, month + 1, _last_of_month(year, month + 1))


def _last_of_month(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def least_days(cadence: Cadence) -> int:
    """The fewest days from a day to the one a cadence later, or fewer: months differ."""
    if cadence.unit in ("d", "w"):
        return cadence.count * (7 if cadence.unit == "w" else 1)
    months = cadence.count * (12 if cadence.unit == "y" else 1)
    # So many months never differ by three days from their average length.
    return max(1, int(months * 30.436875) - 3)
