"""The morning report: whom to reach out to and why."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

from netbook.core.birthdays import next_birthday, turning
from netbook.core.dates import short_day
from netbook.core.due import DueGroup, first_groups, in_order, person_ids, ranks, standings
from netbook.core.ladder import IN_PERSON, Rung, is_from_afar, next_rung
from netbook.core.periods import year_up_to
from netbook.core.starter import starter
from netbook.core.vocabulary import POINTS, WHYS
from netbook.store.read import due as facts
from netbook.store.read.due import Cutoffs, DueScope, PersonFacts

AHEAD = 7  # days that birthdays and events are announced in advance


class DueRow(NamedTuple):
    """One reason to do something, with everything it takes to start."""

    why: str
    person: str | None
    handle: str | None
    circle: str | None
    due_on: date
    days_overdue: int
    cadence: str | None
    last_contact: date | None
    last_kind: str | None
    suggestion: str | None
    starter: str | None
    detail: str | None


class Section(NamedTuple):
    """The rows for one reason; `total` counts those the limit left out as well."""

    why: str
    total: int
    rows: list[DueRow]
    numbers: list[int]  # of follow-ups, for `netbook done`; empty elsewhere


class DueReport(NamedTuple):
    """The day, its sections in order, and how many open promises have no date.

    Where nothing at all is due, `people` and `paced` say how many there are, and how many of them have a cadence.
    """

    today: date
    sections: list[Section]
    undated: int
    people: int | None = None
    paced: int | None = None

    @property
    def rows(self) -> list[DueRow]:
        """All rows, section by section."""
        return [row for section in self.sections for row in section.rows]

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return sum(section.total for section in self.sections)


class DueQuery(NamedTuple):
    """What the user asked to see."""

    within: int = 0
    only: tuple[str, ...] = WHYS
    circle: str | None = None
    place: str | None = None
    minutes: int | None = None
    limit: int | None = None


class _Reason(NamedTuple):
    """A row before its person is looked up."""

    person_id: int
    due_on: date
    detail: str | None = None
    number: int | None = None
    way: Rung | None = None


def build(db: sqlite3.Connection, today: date, wanted: DueQuery) -> DueReport:
    """The report for a day."""
    scope = _scope(db, wanted)
    builder = _DueBuilder(db, today, wanted, scope)
    makers: dict[str, Callable[[], Section]] = {
        "repair": builder.repair,
        "contact": builder.contact,
        "promise": builder.promise,
        "thanks": builder.thanks,
        "birthday": builder.birthday,
        "event": builder.event,
    }
    sections = [section for why, make in makers.items() if why in wanted.only and (section := make()).total]
    undated = builder.undated() if "promise" in wanted.only else 0
    plain = wanted.only == WHYS and (wanted.circle, wanted.place, wanted.minutes) == (None, None, None)
    return DueReport(today, sections, undated, *(builder.paced() if plain and not sections else ()))


def _scope(db: sqlite3.Connection, wanted: DueQuery) -> DueScope:
    if wanted.circle is None and wanted.place is None:
        return DueScope()
    from netbook.core.names import checked
    from netbook.store.read.groups import alike, circle

    return DueScope(
        None if wanted.circle is None else circle(db, wanted.circle).id,
        None if wanted.place is None else alike(db, "place", checked(wanted.place, "a place")),
    )


class _DueBuilder(NamedTuple):
    db: sqlite3.Connection
    today: date
    wanted: DueQuery
    scope: DueScope

    def repair(self) -> Section:
        reasons = []
        for person, since, text, count, topics in self._ask(facts.REPAIRS):
            shared = f"{min(count, POINTS)} of {POINTS} in common since then"
            detail = f"{text}; {shared} ({topics})" if topics else f"{text}; {shared}"
            reasons.append(_Reason(person, date.fromisoformat(since), detail, way=IN_PERSON))
        return self._section("repair", reasons)

    def contact(self) -> Section:
        horizon = self.today + timedelta(days=self.wanted.within)
        cutoffs = facts.cutoffs(self.db, self.today, horizon, self.scope)
        if self.wanted.limit is None or self.wanted.minutes is not None:
            number, shown, people = self._all_due(cutoffs)
        else:
            number, shown, people = self._first_due(cutoffs, self.wanted.limit)
        of_late, way = self._of_late(people), cache(next_rung)
        rows = []
        for person_id, one in shown:
            person = people[person_id]
            kinds = of_late.get(person_id)
            rung = way(person.last_kind, kinds) if kinds else way(person.last_kind)
            rows.append(
                _row("contact", person, one.due_on, one.days_overdue, one.cadence, rung.way, rung.because)
            )
        return Section("contact", number, rows, [])

    def _all_due(self, cutoffs: Cutoffs) -> tuple[int, list[tuple[int, DueGroup]], dict[int, PersonFacts]]:
        """How many people are due, those wanted of them in their order, and what is known of them."""
        people = facts.people_due(self.db, cutoffs)
        if self.wanted.minutes is not None:
            people = {number: one for number, one in people.items() if self._fits(next_rung(one.last_kind))}
        due = standings(
            (number, one.cadence or "", one.last_contact, one.added_on) for number, one in people.items()
        )
        shown = in_order(ranks(due, self.today), {number: one.key for number, one in people.items()})
        return len(people), list(islice(shown, self.wanted.limit)), people

    def _first_due(
        self, cutoffs: Cutoffs, limit: int
    ) -> tuple[int, list[tuple[int, DueGroup]], dict[int, PersonFacts]]:
        """The same where few of many are wanted: no more is found out than it takes to find these."""
        number, due = facts.first_due(self.db, cutoffs, limit)
        first = first_groups(ranks(due, self.today), limit)
        shown = list(islice(in_order(first, facts.names(self.db, person_ids(first))), limit))
        return number, shown, facts.people(self.db, [person_id for person_id, _ in shown], self.today)

    def _of_late(self, people: dict[int, PersonFacts]) -> dict[int, tuple[str, ...]]:
        """The kinds of a year's contact with those of whom the latest does not say that it was in person."""
        year_ago = year_up_to(self.today).isoformat()
        open_ = [
            number for number, one in people.items()
            if one.last_kind and is_from_afar(one.last_kind) and (one.last_contact or "") >= year_ago
        ]  # fmt: skip
        return facts.kinds_of_late(self.db, open_, self.today)

    def _fits(self, way: Rung) -> bool:
        return self.wanted.minutes is None or way.minutes <= self.wanted.minutes

    def promise(self) -> Section:
        horizon = self.today + timedelta(days=self.wanted.within)
        reasons = [
            _Reason(
                person,
                date.fromisoformat(on),
                text if whose == "mine" else f"they promised: {text}",
                number=number,
            )
            for person, on, text, whose, number in self._ask(facts.PROMISES, horizon=horizon.isoformat())
        ]
        return self._section("promise", reasons)

    def paced(self) -> tuple[int, int]:
        people, paced = self._ask(facts.BY_CADENCE).fetchone()
        return int(people), int(paced)

    def undated(self) -> int:
        return int(self._ask(facts.UNDATED).fetchone()[0])

    def thanks(self) -> Section:
        rows = self._ask(facts.THANKS)
        return self._section(
            "thanks", [_Reason(person, date.fromisoformat(on), text) for person, on, text in rows]
        )

    def birthday(self) -> Section:
        days = [self.today + timedelta(days=ahead) for ahead in range(AHEAD + 1)]
        names = '", "'.join([day.isoformat()[-5:] for day in days] + ["02-29"])
        reasons = []
        for person, birthday in self._ask(facts.BIRTHDAYS, days=f'["{names}"]'):
            day = next_birthday(birthday, self.today)
            if day <= days[-1]:
                age = turning(birthday, day)
                reasons.append(_Reason(person, day, None if age is None else f"turns {age}"))
        reasons.sort(key=lambda reason: reason.due_on)
        return self._section("birthday", reasons)

    def event(self) -> Section:
        horizon = (self.today + timedelta(days=AHEAD)).isoformat()
        result = self._ask(facts.EVENTS, horizon=horizon).fetchall()
        if self.wanted.place is not None:
            from netbook.store.read.groups import has_words

            result = [event for event in result if event[-1] and has_words(self.wanted.place, event[-1])]
        if self.wanted.circle is not None:
            result = []
        rows = [self._event_row(*event) for event in result[: self.wanted.limit]]
        return Section("event", len(result), rows, [])

    def _event_row(self, name: str, starts_on: str, ends_on: str, goal: int, place: str | None) -> DueRow:
        """An event to come or, on any of its days, one that is on: nothing about it is ever late."""
        day, last = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
        parts = [name, place, last > day and f"until {short_day(last, self.today)}"]
        detail = f"{', '.join(part for part in parts if part)}; goal: {goal} new"
        late = min((self.today - day).days, 0)
        return DueRow("event", None, None, None, day, late, None, None, None, None, None, detail)

    def _ask(self, statement: str, **more: str) -> sqlite3.Cursor:
        return self.db.execute(statement, {"today": self.today.isoformat(), **self.scope.values(), **more})

    def _section(self, why: str, reasons: Sequence[_Reason]) -> Section:
        """A section of these reasons: those whose way fits the time, cut to the limit."""
        fit = [reason for reason in reasons if reason.way is None or self._fits(reason.way)]
        shown = fit[: self.wanted.limit]
        people = facts.people(self.db, list({reason.person_id for reason in shown}), self.today)
        rows = []
        for reason in shown:
            person, late = people[reason.person_id], (self.today - reason.due_on).days
            way = reason.way.way if reason.way else None
            rows.append(_row(why, person, reason.due_on, late, person.cadence, way, reason.detail))
        return Section(why, len(fit), rows, [reason.number for reason in shown if reason.number is not None])


def _row(
    why: str,
    person: PersonFacts,
    due_on: date,
    late: int,
    cadence: str | None,
    way: str | None,
    detail: str | None,
) -> DueRow:
    _, _, name, handle, circle, _, _, title, org, how_met, introduced_by, last, kind, topic, note, summary = (
        person
    )
    began = starter(topic, note, summary, how_met, introduced_by, title, org)
    met = None if last is None else date.fromisoformat(last)
    return DueRow(why, name, handle, circle, due_on, late, cadence, met, kind, way, began, detail)
