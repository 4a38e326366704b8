"""The dates other programs write, in the forms and languages they write them in.

Here, unlike where somebody types a date, the writer is known: a date with slashes is the American way
round, month first, as LinkedIn writes it, unless that is no month; with dots or hyphens it is day first.
A year of two digits is of this century. A time of day after the date is left off.

Where the writer is not known (`read_day`, `read_birthday`), "3/7/1984" is read only if the other dates of the
file say what comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from netbook.core.birthdays import parse_birthday
from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import fold
from netbook.errors import Usage

First = Literal["day", "month"]

# The first letters of a month's name, accents off, in the languages of Europe, Arabic, Hebrew and Indonesian; the
# longer beginning counts. "Listopad" is November, as in Polish and Czech, though it is October in Croatian.
_STEMS = (
    "jan gen ene sty oca янв ian led sij jaa tam sau яну січ ιαν ينا ינו בינו",
    "feb fev fevr lut sub фев uno velj hel vee vas лют φεβ فبر פבר בפבר",
    "mar mrt mrz maa мар bre ozu kov бер μαρ مار מרץ במרץ",
    "apr avr abr kwi nis апр dub tra huh bal кві απρ ابر אפר באפר",
    "may mai mag maj mei май мая маи kve svi tou geg тра μαι ماي מאי במאי",
    "jun juin giu cze haz июн iun cerv lipan lipnj kes juun bir юни чер ιουν يوني יונ ביונ",
    "jul juil lug lip tem июл iul cervene cervenc srpan srpnj hei juul lie юли лип ιουλ يولي יול ביול",
    "aug aou ago agu sie авг avg srp kol elo rugp сер αυγ اغس אוג באוג",
    "sep set wrz eyl сен sze zar ruj syy rugs сеп вер σεπ سبت ספט בספט",
    "oct okt out ott paz eki окт rij lok spa жов οκτ اكت אוק באוק",
    "nov lis kas ноя noi stu marr lap ное лис νοε نوف נוב בנוב",
    "dec dez des dic gru ara дек pro jou det гру δεκ ديس דצמ בדצמ",
)
# The first letters of the days of the week that may stand before a date, in most of these languages.
_WEEKDAYS = frozenset(
    "mon tue wed thu fri sat sun die mit don sam son lun mar mer jeu ven dim mie jue vie sab dom gio "
    "seg ter qua qui sex maa din woe vri zat zon man tir ons tor fre lor".split()
)
_MONTH_OF = {stem: month for month, stems in enumerate(_STEMS, 1) for stem in stems.split()}
_SIZES = sorted(set(map(len, _MONTH_OF)), reverse=True)
_FILLERS = frozenset(("of", "de", "del", "den", "d", "di", "le", "г", "年", "月", "日", "년", "월", "일"))
_TIME = re.compile(r"[T,]?\s*\d{1,2}:\d{2}.*$", re.DOTALL)
_PART = re.compile(r"\d+|[^\W\d_]+")
_EITHER_WAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
# A birthday without its year, and with the years that address books write for want of one.
_YEARLESS = re.compile(r"(?:1604|0000|0001|-)?-+(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_COMPACT_YEARLESS = re.compile(r"(?:1604|0000|0001|--)-?(?P<month>\d\d)-?(?P<day>\d\d)")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.?")
_LEAP_YEAR = 2000
_ORDINAL = frozenset(("st", "nd", "rd", "th", "er", "o", "º", "ª"))


def read_date(text: str) -> date | None:
    """The day a text names, or None."""
    bare = _TIME.sub("", text.strip())
    if len(bare) > 60:
        return None
    words = [word for word in (fold(part) for part in _PART.findall(bare)) if word not in _FILLERS]
    numbers = [word for word in words if word.isdecimal()]
    names = [word for word in words if not word.isdecimal() and word not in _ORDINAL]
    if len(numbers) == 3 and not names:
        return _of_numbers(bare, numbers)
    if len(names) == 2 and bare.casefold().startswith(names[0]) and names[0][:3] in _WEEKDAYS:
        names = names[1:]
    if len(numbers) == 2 and len(names) == 1:
        month = _month(names[0])
        return _of_named_month(numbers, month) if month else None
    return None


def first_of_numbers(texts: Iterable[str]) -> First | None:
    """What comes first in a file's dates of numbers, if some can be read one way only and all of those agree."""
    seen: set[First] = set()
    for text in texts:
        match = _EITHER_WAY.match(text.strip())
        if match and match[2] != "." and max(int(match[1]), int(match[3])) > 12:
            seen.add("day" if int(match[1]) > 12 else "month")
    return seen.pop() if len(seen) == 1 else None


def read_day(text: str, first: First | None) -> date | None:
    """The day a text names, or None; also None if it could be two days and `first` does not decide."""
    bare = _TIME.sub("", text.strip())
    match = _EITHER_WAY.fullmatch(bare)
    if match is None or match[2] == ".":
        return read_date(bare)
    one, other = int(match[1]), int(match[3])
    if one != other and max(one, other) <= 12 and first is None:
        return None
    month_first = other > 12 or (first == "month" and one <= 12)
    return _day(match[4], one if month_first else other, match[3] if month_first else match[1])


def read_birthday(text: str, first: First | None) -> str | None:
    """The birthday a text names, as "1976-11-25" or "--11-25"; None if it is not certain."""
    bare = _TIME.sub("", text.strip())
    if len(bare) > 60:
        return None
    if match := (
        _YEARLESS.fullmatch(bare) or _COMPACT_YEARLESS.fullmatch(bare) or _DAY_FIRST.fullmatch(bare)
    ):
        month, day = (match["month"], match["day"])
        bare = f"--{month:0>2}-{day:0>2}"
    try:
        return parse_birthday(bare)
    except Usage:  # it may still be a date as a program writes it
        pass
    # Of a year of two digits nobody can tell the century.
    if re.search(r"(?<!\d)\d{4}(?!\d)", bare):
        result = read_day(bare, first)
        return result.isoformat() if result else None
    result = read_date(f"{bare} {_LEAP_YEAR}") if re.search(r"[^\W\d_]", bare) else None
    return f"--{result:%m-%d}" if result else None


def _of_numbers(text: str, numbers: list[str]) -> date | None:
    if len(numbers[0]) == 4:
        year, month, day = numbers
    elif "/" in text and int(numbers[0]) <= 12:
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
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int | None:
    """The month whose name begins so, in any of the languages."""
    return next((_MONTH_OF[name[:size]] for size in _SIZES if name[:size] in _MONTH_OF), None)
