"""The day of a meeting, and whether it took place or is to come."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.jot.clauses import Clause
from netbook.core.jot.days import DayRead, day_of
from netbook.core.jot.results import Doubt, Guess
from netbook.core.matching import Known
from netbook.core.text import quoted
from netbook.errors import FutureDate, NetbookError

_EVENINGS = ("tonight", "this evening")


class Item:
    """A meeting or a plan on its way, with the clause that says it and the day that holds where it stands."""

    __slots__ = (
        *(
            "clause",
            "start",
            "carried",
            "shown",
            "sentence",
            "people",
            "topics",
            "event",
            "day",
            "coming",
            "denied",
        ),
        "doubts",
    )

    def __init__(self, clause: Clause, carried: DayRead | None, shown: str, sentence: int) -> None:
        self.clause, self.carried, self.shown, self.sentence = clause, carried, shown, sentence
        self.start = clause.words[clause.start].start
        self.people: list[Known] = []
        self.topics: list[str] = []
        self.event: str | None = None
        self.day: date | None = None
        self.coming = self.denied = False
        self.doubts: list[Doubt] = []

    def may_come(self, today: date) -> bool:
        """Whether it is, or may be, a meeting to come."""
        line = self.clause.days[0] if self.clause.days else self.carried
        later = line is not None and line.certain is not None and line.certain > today
        return later or self.clause.mood == "future"

    def guess(self) -> Guess:
        """What was probably meant."""
        return guess_of(self.clause, self.carried, self.people, self.day, coming=self.coming)

    def doubt(self, what: str, error: NetbookError | None = None, unknown: tuple[str, ...] = ()) -> None:
        """Record a doubt about it."""
        self.doubts.append(Doubt(what, self.guess(), error, unknown))


def guess_of(
    clause: Clause, carried: DayRead | None, people: Sequence[Known], day: date | None, *, coming: bool
) -> Guess:
    """What a clause probably means, as far as it goes."""
    line = clause.days[0] if clause.days else carried
    if day is None and line is not None:
        future = clause.mood in ("future", "continuing", "imperative")
        day = line.future if future else line.past
    named = [mention.people[0] for mention in (*clause.company, *clause.subjects) if len(mention.people) == 1]
    return Guess(
        people=tuple(dict.fromkeys((*people, *named))), new=tuple(dict.fromkeys(clause.unknown)), kind=clause.kind,
        day=day, coming=coming or _may_come(clause), minutes=clause.minutes,
        place=clause.place, hour=clause.hour,
    )  # fmt: skip


def _may_come(clause: Clause) -> bool:
    """Whether what was refused was meant as a plan; "didn't have lunch" was not."""
    return clause.mood in ("future", "imperative", "continuing") and not clause.marks & {
        "negated",
        "cancelled",
    }


class _Named(NamedTuple):
    """A day that a meeting names, as far as others may share it: how it is spoken of, and whether it is to come."""

    mood: str
    coming: bool

    def fits(self, mood: str) -> bool:
        """Whether it may be the day of a meeting that is spoken of in this way."""
        if self.mood != mood and "past" not in (self.mood, mood):
            return False
        return not (self.coming and mood == "past")


def settle(items: Sequence[Item], today: date) -> None:
    """Give each meeting its day: its own, else the one that holds, else today.

    Without either, another's day may be this one's too: "lunch with Ana and coffee with Bo yesterday".
    """
    named = [_named(item.clause, today) for item in items]
    together: dict[int, Counter[_Named | None]] = defaultdict(Counter)
    for item, day in zip(items, named, strict=True):
        together[item.sentence][day] += 1
    before: set[_Named] = set()
    for item, day in zip(items, named, strict=True):
        others = before.union(together[item.sentence] - Counter([day]))
        fits = any(other is not None and other.fits(item.clause.mood) for other in others)
        _settle(item, today, others_have_days=fits)
        if day is not None and not day.coming:
            before.add(day)


def _named(clause: Clause, today: date) -> _Named | None:
    if not clause.days or clause.day_leads or clause.days[0].certain == today:
        return None
    certain = clause.days[0].certain
    return _Named(clause.mood, certain is not None and certain > today)


def _settle(item: Item, today: date, *, others_have_days: bool) -> None:
    clause = item.clause
    line = clause.days[0] if clause.days else item.carried
    for day in clause.days or ([item.carried] if item.carried else []):
        if day.error is not None:
            item.doubt("", day.error)
            return
    if len({(day.past, day.future) for day in clause.days}) > 1:
        item.doubt("the day, of which there are two")
    elif line is None:
        _without_day(item, today, others_have_days=others_have_days)
    else:
        _with_day(item, line, today)


def _with_day(item: Item, line: DayRead, today: date) -> None:
    clause = item.clause
    mood = clause.mood
    day = day_of(line, today, "past" if mood == "past" else "future" if mood == "future" else None)
    open_way = line.certain is None and mood in ("imperative", "continuing") and not clause.continuing
    if day is None or open_way or (line.text.casefold() in _EVENINGS and mood == "none"):
        item.doubt(f"whether {quoted(line.text)} is past or to come")
        return
    if clause.continuing and line.certain is None and line.future is not None:
        day = line.future
    item.day, item.coming = day, day > today
    if mood == "past" and day > today:
        item.doubt("", FutureDate(quoted(line.text), day.isoformat()))
    elif mood == "future":
        item.coming = True
        if day < today:
            item.doubt(f"whether it was: {quoted(line.text)} is past")
    elif mood in ("imperative", "continuing") and _is_now(item, day, today):
        item.doubt("whether it was or is to come")


def _is_now(item: Item, day: date, today: date) -> bool:
    """Whether what has no tense may be past or to come: "call Ana today", "am seeing Ana yesterday"."""
    return day == today or (day < today and item.clause.continuing)


def _without_day(item: Item, today: date, *, others_have_days: bool) -> None:
    clause = item.clause
    item.day = today
    if clause.mood in ("imperative", "future", "continuing"):
        item.coming = True
        item.day = None
        item.doubt("on which day")
    elif clause.perfect and "just" not in clause.plain_words:
        item.doubt("on which day")
    elif others_have_days:
        item.doubt(f"on which day it was: {quoted(item.shown)}")
    elif not _beside_the_point(clause, today):
        item.doubt(f"whether {quoted(clause.side_days[0].text)} is the day of it")


def _beside_the_point(clause: Clause, today: date) -> bool:
    """Whether the days that the remark about the meeting names cannot be the meeting's own."""
    return all(
        day.error is not None
        or day.certain == today
        or (clause.mood == "past" and day.certain is not None and day.certain > today)
        for day in clause.side_days
    )
