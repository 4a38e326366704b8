"""Days in a sentence."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import Toward, parse_day
from netbook.core.jot.lexicon import words
from netbook.core.jot.times import hour_at, length_at
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
        """The day, if it is the same read toward the past and the future."""
        return self.past if self.past == self.future else None


def day_at(sentence: Sequence[Word], at: int, today: date) -> DayRead | None:
    """The day that begins at a word, or None."""
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
    """The day, read by a verb of the past, of the future or neither; None if that is not certain."""
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
    """Whether words that read as a day are something else: "the 1st time", "the 5th floor", "a second day"."""
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
    """What is one typing mistake from a day's name ("tommorow"), or a word for one ("on wensday")."""
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
    if sentence[at].plain == "in" and (length := length_at(sentence, at + 1)):
        end = at + 1 + length[0]
        text = " ".join(word.text for word in sentence[at:end])
        return DayRead(at, end, text, error=UnreadableDate(quoted(text)))
    length = length_at(sentence, at)
    if length and at + length[0] < len(sentence) and sentence[at + length[0]].plain == "ago":
        end = at + length[0] + 1
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
