"""The dates other programs write, in the forms and languages they write them in.

Here, unlike where somebody types a date, the writer is known: a date with slashes is the American way
round, month first, as LinkedIn writes it, unless that is no month; with dots or hyphens it is day first.
A year of two digits is of this century. A time of day after the date is left off.
"""

from __future__ import annotations

import re
from datetime import date

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import fold

# The first letters of a month's name, accents off, in the languages LinkedIn and spreadsheets write:
# Danish, Dutch, English, French, German, Italian, Norwegian, Polish, Portuguese, Russian, Spanish, Swedish
# and Turkish.
_STEMS = (
    "jan gen ene sty oca янв",
    "feb fev fevr lut sub фев",
    "mar mrt mrz maa мар",
    "apr avr abr kwi nis апр",
    "may mai mag maj mei май мая",
    "jun juin giu cze haz июн",
    "jul juil lug lip tem июл",
    "aug aou ago agu sie авг",
    "sep set wrz eyl сен",
    "oct okt out ott paz eki окт",
    "nov lis kas ноя",
    "dec dez des dic gru ara дек",
)
_MONTH_OF = {stem: month for month, stems in enumerate(_STEMS, 1) for stem in stems.split()}
_FILLERS = frozenset(("of", "de", "del", "den", "d", "di", "le", "г", "年", "月", "日", "년", "월", "일"))
_TIME = re.compile(r"[T,]?\s*\d{1,2}:\d{2}.*$", re.DOTALL)
_PART = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL = frozenset(("st", "nd", "rd", "th", "er", "o", "º", "ª"))


def read_date(text: str, *, day_first: bool = False) -> date | None:
    """The day a text names, or None where it names none; `day_first` is for slashes that are not American."""
    bare = _TIME.sub("", text.strip())
    if len(bare) > 60:
        return None
    words = [word for word in (fold(part) for part in _PART.findall(bare)) if word not in _FILLERS]
    numbers = [word for word in words if word.isdecimal()]
    names = [word for word in words if not word.isdecimal() and word not in _ORDINAL]
    if len(numbers) == 3 and not names:
        return _of_numbers(bare, numbers, day_first)
    if len(numbers) == 2 and len(names) == 1:
        month = _month(names[0])
        return _of_named_month(numbers, month) if month else None
    return None


def is_day_first(text: str) -> bool:
    """Whether a date with slashes can only have its day before its month."""
    found = re.match(r"\s*(\d{1,2})/(\d{1,2})/\d", text)
    return found is not None and int(found[1]) > 12 >= int(found[2])


def _of_numbers(text: str, numbers: list[str], day_first: bool) -> date | None:
    if len(numbers[0]) == 4:
        year, month, day = numbers
    elif "/" in text and not day_first and int(numbers[0]) <= 12:
        month, day, year = numbers
    else:
        day, month, year = numbers
    return _day(year, int(month), day)


def _of_named_month(numbers: list[str], month: int) -> date | None:
    day, year = numbers
    if len(day) == 4:
        day, year = year, day
    return _day(year, month, day)


def _day(year: str, month: int, day: str) -> date | None:
    if len(year) not in (2, 4) or len(day) > 2:
        return None
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(full, month, int(day)) if FIRST_YEAR <= full <= LAST_YEAR else None
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """The month whose name begins so, in any of the languages."""
    return next((_MONTH_OF[name[:size]] for size in (4, 3) if name[:size] in _MONTH_OF), None)
