"""Days, hours and durations in a sentence."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import Toward, parse_day
from netbook.core.jot.lexicon import LATE, words
from netbook.core.jot.words import Word
from netbook.core.kinds import NOUNS
from netbook.core.text import quoted
from netbook.core.typos import one_slip_apart
from netbook.errors import NotOneDay, UnreadableDate, Usage

LONGEST = 8  # words of a day
_WEEK, _SOON = 7, 60  # days
_DAYS, _MONTHS_A_YEAR = 31, 12
_SHORTEST_DAY = 5  # letters of a name that may be mistyped
_DAY_NAMES = (
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

_WEEKDAYS = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """)
_MONTHS = words("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
    """)
# Words as well: "sat with Ana", "in the sun", "they wed".
_ALSO_WORDS = words("sat sun wed")
_STARTS = words("""
    today tonight yesterday tomorrow last this next the day in a an half two three four five six seven eight
    nine ten eleven twelve one 1st 2nd 3rd
    """)
_LONE_MONTHS = words("january february april june july august september october november december")
_UNITS = words("day days week weeks month months year years hour hours minute minutes min mins")
_SHORT = {short: day for day, line in (("tomorrow", "tmrw tmr tmw tmo tomoz 2morrow 2moro"), ("tonight", "tonite"),
                                       ("yesterday", "yday yest ystd yesty")) for short in line.split()}  # fmt: skip
_PARTS = words("morning afternoon evening night noon midday lunchtime")
_VAGUE = tuple(
    tuple(phrase.split())
    for phrase in (
        "the other day", "the other night", "the other week", "recently", "lately", "over the weekend",
        "at the weekend", "on the weekend", "last weekend", "this weekend", "the weekend", "a few days ago",
        "some days ago", "several days ago", "a couple of days ago", "few days ago", "days ago", "weeks ago",
        "months ago", "years ago", "ages ago", "a while ago", "a while back", "some time ago", "long ago",
        "a few weeks ago", "a couple of weeks ago", "a few months ago", "earlier this week", "earlier this month",
        "later this week", "later this month", "this week", "early this week", "late last week", "one day",
        "these days", "last summer", "last winter", "last spring", "last autumn", "last fall", "this summer",
        "next summer", "last time", "soon", "sometime", "some day", "someday", "mid week", "midweek", "eventually",
        "in a few days", "in a couple of days", "early next week", "last christmas", "at christmas",
        "christmas", "xmas", "easter", "thanksgiving", "halloween", "over christmas",
        "over easter", "at easter", "new year", "new year's eve", "in the summer", "in the winter",
        "in the spring", "in the autumn", "these last days", "formerly", "back then", "in the past",
        # Other languages
        "gestern", "vorgestern", "heute", "morgen", "hier", "avant-hier", "aujourd'hui", "demain", "ayer",
        "anteayer", "hoy", "mañana", "manana", "ieri", "oggi", "domani", "gisteren", "vandaag", "ontem", "hoje",
        "amanhã", "amanha", "wczoraj", "dziś", "jutro", "igår", "idag", "imorgon", "montag", "dienstag", "mittwoch",
        "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi", "mercredi", "jeudi",
        "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "вчера", "сегодня", "завтра", "昨日", "昨天", "明天", "今天", "今日", "明日",
    )
)  # fmt: skip
_VAGUE_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _VAGUE:
    _VAGUE_BY_FIRST.setdefault(_phrase[0], []).append(_phrase)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "ninety": 90}
_MINUTES, _HOURS = (
    words("min mins minute minutes minutes' minute's"),
    words("h hr hrs hour hours hour's hours'"),
)
_HOUR_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_AROUND = words("at around about by ca c approx from circa ~ @")


class DayRead(NamedTuple):
    """A day in a sentence, read toward the past and toward the future; `error` where it cannot be read."""

    start: int
    end: int
    text: str
    past: date | None = None
    future: date | None = None
    error: Usage | None = None
    hour: str | None = None

    @property
    def certain(self) -> date | None:
        """The day, where it is the same whichever way is meant."""
        return self.past if self.past == self.future else None


def day_at(sentence: Sequence[Word], at: int, today: date) -> DayRead | None:
    """The day that begins at a word; None for none."""
    word = sentence[at]
    if word.possessive or not _may_start(sentence, at):
        return _vague(sentence, at)
    if (vague := _vague(sentence, at)) is not None:
        return vague
    if (soon := _in_hours(sentence, at, today)) is not None:
        return soon
    longest = _longest(sentence, at)
    for length in range(longest, 0, -1):
        text = " ".join(_SHORT.get(w.plain, w.text) for w in sentence[at : at + length])
        end = at + length
        try:
            past, future = (parse_day(text, today, toward) for toward in ("past", "future"))
        except UnreadableDate:
            continue
        except Usage as error:
            return DayRead(at, end, text, error=error)
        if _is_no_day(sentence, at, end):
            continue
        if (
            end < len(sentence)
            and sentence[end].plain in ("week", "fortnight")
            and not sentence[end - 1].after
        ):
            return DayRead(at, end + 1, text, error=UnreadableDate(quoted(f"{text} {sentence[end].text}")))
        return DayRead(at, end, text, past, future, hour=_hour_within(sentence, at, end))
    return _in_month_or_year(sentence, at) or _in_figures(sentence, at)


def day_of(day: DayRead, today: date, toward: Toward | None) -> date | None:
    """The day that is meant, with a verb of the past or the future or with none; None where that is not certain."""
    if day.certain is not None:
        return day.certain
    if toward is not None:
        return day.past if toward == "past" else day.future
    if day.past is None or day.future is None:
        return None
    # Without a verb a weekday is the past one; a date that comes soon, and sooner than it was, may be to come.
    ahead, back = (day.future - today).days, (today - day.past).days
    if (day.future - day.past).days > _WEEK and ahead < min(back, _SOON):
        return None
    if day.text.casefold().startswith("this ") and day.past != today:
        return None
    return day.past


def hour_at(sentence: Sequence[Word], at: int) -> tuple[int, str | None] | None:
    """How many words a time of day is, and the hour as HH:MM where it is certain."""
    start = at
    plain = [word.plain for word in sentence[at : at + 5]]
    introduced = plain[:1] != [] and plain[0] in _AROUND
    if introduced:
        plain, start = plain[1:], at + 1
    if not plain or (introduced and sentence[at].after):
        return None
    past = start - at
    if plain[0] in _HOUR_WORDS:
        return past + 1, _HOUR_WORDS[plain[0]]
    if plain[0] in ("half", "quarter") and plain[1:2] in (["past"], ["to"]) and plain[2:3]:
        return past + 3, None
    if plain[1:2] in (["o'clock"], ["oclock"]) and (plain[0] in _NUMBERS or plain[0].isdigit()):
        return past + 2, None
    hour = _clock(plain[0], plain[1] if len(plain) > 1 and not sentence[start].after else "")
    if hour is not None:
        return past + hour[0], hour[1]
    if introduced and plain[0].isdigit() and int(plain[0]) <= 24 and len(plain[0]) <= 2:
        if plain[1:2] and (plain[1] in _MINUTES or plain[1] in _HOURS):
            return None
        return past + 1, f"{int(plain[0]):02}:00" if int(plain[0]) > 12 else None
    return None


def duration_at(sentence: Sequence[Word], at: int) -> tuple[int, int] | None:
    """How many words a duration is, and its minutes: "40 min", "for an hour and a half", "1h30"."""
    start = at
    before = sentence[at - 1].plain if at else ""
    if before in ("in", "within", "every", "after", "by", "past", "until", "per"):
        return None
    while start < len(sentence) and sentence[start].plain in words("""
    for about around approx almost nearly over ~ some
    """):
        start += 1
    found = _length(sentence, start)
    if found is None:
        return None
    count, minutes = found
    end = start + count
    more = [word.plain for word in sentence[end : end + 4]]
    if more[:3] == ["and", "a", "half"] and minutes % 60 == 0:
        end, minutes = end + 3, minutes + 30
    elif more[:1] == ["and"] and (rest := _length(sentence, end + 1)) and rest[1] < 60 <= minutes:
        end, minutes = end + 1 + rest[0], minutes + rest[1]
    elif minutes % 60 == 0 and (rest := _length(sentence, end)) and rest[1] < 60 <= minutes:
        end, minutes = end + rest[0], minutes + rest[1]
    if end < len(sentence) and not sentence[end - 1].after and sentence[end].plain in LATE:
        return None
    return end - at, minutes


def _length(sentence: Sequence[Word], at: int) -> tuple[int, int] | None:
    plain = [word.plain for word in sentence[at : at + 5]]
    match plain:
        case ["half", "an" | "a", unit, *_] if unit in _HOURS:
            return 3, 30
        case ["half", unit, *_] if unit in _HOURS:
            return 2, 30
        case ["quarter" | "a", "of" | "quarter", *_] if (
            plain[:4] == ["a", "quarter", "of", "an"] and plain[4:5]
        ):
            return 5, 15
        case ["three", "quarters", "of", "an", unit] if unit in _HOURS:
            return 5, 45
        case [count, "and", "a", "half", unit, *_] if unit in _HOURS and (number := _number(count)):
            return 5, round(number * 60) + 30
        case [count, unit, *_] if (number := _number(count)) and unit in _MINUTES:
            return 2, round(number)
        case [count, unit, *_] if (number := _number(count)) and unit in _HOURS:
            return 2, round(number * 60)
        case [both, *_] if both[:1].isdigit():
            minutes = _compact(both)
            return (1, minutes) if minutes else None
    return None


def _number(word: str) -> float | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    digits = word.replace(",", ".")
    return (
        float(digits)
        if digits.replace(".", "", 1).isdigit() and digits.isascii() and len(digits) < 6
        else None
    )


def _compact(word: str) -> int | None:
    """The minutes of "40min", "1h30", "1h30m", "1.5h", "30-minute", "45'"."""
    digits = len(word) - len(word.lstrip("0123456789.,"))
    number, unit = _number(word[:digits].rstrip(".,")), word[digits:].strip("-")
    if number is None:
        return None
    if unit in _MINUTES or unit == "'":
        return round(number)
    if unit in _HOURS:
        return round(number * 60)
    hours, _, minutes = unit.partition("h")
    if (
        unit.startswith("h")
        and not hours
        and minutes.rstrip("min").isdigit()
        and len(minutes.rstrip("min")) <= 2
    ):
        return round(number * 60) + int(minutes.rstrip("min"))
    return None


def _clock(word: str, following: str) -> tuple[int, str | None] | None:
    """How many words an hour written in numbers is, and the hour: "18:30", "6pm", "6 pm", "18h"."""
    half, bare, length = "", word, 1
    for marks in ("am", "pm", "a.m", "p.m"):
        if word.endswith(marks):
            half, bare = marks[0], word.removesuffix(marks)
        elif following == marks:
            half, length = marks[0], 2
    hours, colon, minutes = bare.replace("h", ":", 1).partition(":")
    if (
        not hours.isdigit()
        or not hours.isascii()
        or len(hours) > 2
        or (minutes and (not minutes.isdigit() or len(minutes) != 2))
    ):
        return None
    if not half and not colon:
        return None
    hour, minute = int(hours), int(minutes or 0)
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return length, f"{hour % 24:02}:{minute:02}"


def _may_start(sentence: Sequence[Word], at: int) -> bool:
    word = sentence[at]
    plain = word.plain
    if plain in _ALSO_WORDS:
        before = sentence[at - 1].plain if at else ""
        following = sentence[at + 1].plain if at + 1 < len(sentence) else ""
        return (
            before in ("on", "last", "next", "this", "by", "until", "for")
            or bool(word.after)
            or following in _PARTS or following[:1].isdigit()
            or (at + 1 == len(sentence) and before not in ("the", "we", "i", "they", "in"))
            or (at == 0 and word.capital and following not in ("with", "down", "w", "next", "in", "on", "at"))
        )  # fmt: skip
    return (
        plain in _SHORT or plain in _STARTS or plain in _WEEKDAYS or plain in _MONTHS or plain[:1].isdigit()
    )


def _longest(sentence: Sequence[Word], at: int) -> int:
    """How many words a day may be: a mark ends it, but for the comma of "Friday, 13 November" and "nov 20, 2025"."""
    length = 1
    while at + length < len(sentence) and length < LONGEST:
        marks = sentence[at + length - 1].after
        following = sentence[at + length].plain
        weekday_before = sentence[at + length - 1].plain in _WEEKDAYS
        dated = following[:1].isdigit() and (weekday_before or len(following) == 4)
        comma_within = marks == "," and (dated or (weekday_before and following in _MONTHS))
        if sentence[at + length - 1].ends or (marks and marks != "." and not comma_within):
            break
        length += 1
    return length


def _is_no_day(sentence: Sequence[Word], at: int, end: int) -> bool:
    """Whether what reads as a day is another thing: "the 1st time", "the 5th floor", "a second day"."""
    run = [word.plain for word in sentence[at:end]]
    if run[-1].isdigit() and end < len(sentence) and sentence[end].plain in _UNITS:
        return True  # "with May 3 days ago"
    if run[0] == "the" and run[1:2] != ["day"] and len(run) == 2:
        before = sentence[at - 1].plain if at else ""
        return before != "on" and not (at == 0 and bool(sentence[end - 1].after))
    if len(run) == 2 and run[0][:1].isdigit() and run[1] in ("may", "mar", "march", "sun", "sat"):
        return not (run[0].isdigit() or run[0][-2:] in ("st", "nd", "rd", "th"))
    return False


def _hour_within(sentence: Sequence[Word], at: int, end: int) -> str | None:
    for place in range(at + 1, end):
        if (hour := hour_at(sentence[:end], place)) is not None and hour[1]:
            return hour[1]
    return None


def mistyped_day(word: Word, before: str) -> DayRead | None:
    """What is one slip of the keyboard from a day's name ("tommorow"), or stands where one stands ("on wensday")."""
    if len(word.plain) < _SHORTEST_DAY or not word.plain.isalpha():
        return None
    in_its_place = before in ("on", "last", "next") and not word.capital and NOUNS.get(word.key) is None
    if in_its_place or any(one_slip_apart(word.plain, name) for name in _DAY_NAMES):
        return DayRead(0, 1, word.text, error=UnreadableDate(quoted(word.text)))
    return None


def _vague(sentence: Sequence[Word], at: int) -> DayRead | None:
    for phrase in sorted(_VAGUE_BY_FIRST.get(sentence[at].plain, ()), key=len, reverse=True):
        run = tuple(word.plain for word in sentence[at : at + len(phrase)])
        if run == phrase:
            text = " ".join(word.text for word in sentence[at : at + len(phrase)])
            return DayRead(at, at + len(phrase), text, error=NotOneDay(quoted(text)))
    return None


def _in_hours(sentence: Sequence[Word], at: int, today: date) -> DayRead | None:
    """ "in an hour" is still to come, "an hour ago" was today."""
    if sentence[at].plain == "in" and (found := _length(sentence, at + 1)):
        end = at + 1 + found[0]
        text = " ".join(word.text for word in sentence[at:end])
        return DayRead(at, end, text, error=UnreadableDate(quoted(text)))
    found = _length(sentence, at)
    if found and at + found[0] < len(sentence) and sentence[at + found[0]].plain == "ago":
        end = at + found[0] + 1
        return DayRead(at, end, "today", today, today)
    return None


def _in_figures(sentence: Sequence[Word], at: int) -> DayRead | None:
    """ "16.11." and "20261116" are days to whoever wrote them."""
    word = sentence[at]
    day, dot, month = word.plain.partition(".")
    dated = (
        dot
        and day.isdigit()
        and month.isdigit()
        and 1 <= int(day) <= _DAYS
        and 1 <= int(month) <= _MONTHS_A_YEAR
    )
    compact = len(word.plain) == len("20261116") and word.plain.isdigit() and word.plain[:2] in ("19", "20")
    if (dated and len(word.plain) <= len("16.11")) or compact:
        return DayRead(at, at + 1, word.text, error=UnreadableDate(quoted(word.text)))
    return None


def _in_month_or_year(sentence: Sequence[Word], at: int) -> DayRead | None:
    """ "in June", "in 2019", "last june": more than one day."""
    word = sentence[at]
    if word.plain in _LONE_MONTHS and not word.possessive:
        return DayRead(at, at + 1, word.text, error=NotOneDay(quoted(word.text)))
    if word.plain not in ("in", "last", "next", "this") or at + 1 >= len(sentence):
        return None
    following = sentence[at + 1]
    year = following.plain.isdigit() and len(following.plain) == 4
    in_month = following.plain in _MONTHS and (following.plain != "may" or sentence[at].plain == "in")
    if not (year or in_month) or following.possessive:
        return None
    text = f"{sentence[at].text} {following.text}"
    return DayRead(at, at + 2, text, error=NotOneDay(quoted(text)))
