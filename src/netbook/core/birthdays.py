"""Birthdays: a day, with the year or without it, as ISO text ("1976-11-25", "--11-25").

29 February is kept on 28 February in years that have no other, as cadences clamp to the month's end.
"""

from __future__ import annotations

from datetime import date

from netbook.core.cadence import add_months
from netbook.core.dates import calendar_parts, checked_day, checked_month_and_day
from netbook.core.text import quoted
from netbook.errors import UnreadableBirthday


def parse_birthday(text: str) -> str:
    """The birthday as "1976-11-25", or "--11-25" where the text gives no year.

    Raises UnreadableBirthday, AmbiguousDate, NoSuchDay or YearOutOfRange.
    """
    parts = _compact_parts(text.strip()) or calendar_parts(text)
    if parts is None:
        raise UnreadableBirthday(quoted(text))
    year, month, day = parts
    if year is not None:
        return checked_day(year, month, day, text).isoformat()
    checked_month_and_day(month, day, text)
    return f"--{month:02}-{day:02}"


def _compact_parts(text: str) -> tuple[int | None, int, int] | None:
    """The parts of "--11-25", "--1125" and "19761125", the forms that address books write."""
    digits = text.removeprefix("--")
    if text.startswith("--") and len(digits) == 5 and digits[2] == "-":
        digits = digits[:2] + digits[3:]
    if not (digits.isascii() and digits.isdigit() and len(digits) == (4 if text.startswith("--") else 8)):
        return None
    return int(digits[:-4]) if len(digits) == 8 else None, int(digits[-4:-2]), int(digits[-2:])


def next_birthday(birthday: str, today: date) -> date:
    """The next day on which the birthday is kept; today counts."""
    this_year = _kept_in(today.year, birthday)
    return this_year if this_year >= today else _kept_in(today.year + 1, birthday)


def turning(birthday: str, on: date) -> int | None:
    """The age in full years that is reached by that day; None for a birthday without a year."""
    if birthday.startswith("--"):
        return None
    return on.year - int(birthday[:4]) - (on < _kept_in(on.year, birthday))


def _kept_in(year: int, birthday: str) -> date:
    leap_year = date.fromisoformat(f"2000-{birthday[-5:]}")
    return add_months(leap_year, 12 * (year - leap_year.year))
