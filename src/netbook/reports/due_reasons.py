"""The sections of the morning report besides the people to reach."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netbook.core.beginnings import (
    AFTER_EVENT_DAYS,
    INTRODUCER_DAYS,
    WAIT_DAYS,
    Begun,
    begun,
    comes_up,
    missing,
    new_since,
)
from netbook.core.birthdays import next_birthday, turning
from netbook.core.dates import short_day
from netbook.core.ladder import IN_PERSON, that_fits
from netbook.core.occasions import first_met, occasion
from netbook.core.starter import starter
from netbook.core.vocabulary import POINTS
from netbook.reports.due_rows import DueQuery, DueRow, Section
from netbook.store.read import due as facts
from netbook.store.read import due_reasons as reasons
from netbook.store.read.due import Cutoffs, DueScope, FirstMet, PersonFacts
from netbook.store.read.due_reasons import DueEvent, DuePlan

AHEAD = 7  # days that birthdays and events are announced in advance


class _Reason(NamedTuple):
    """A row before its person is looked up."""

    person_id: int
    due_on: date
    detail: str | None = None
    ref: str | None = None
    way: str | None = None
    beside: str | None = None


class ReasonsBuilder(NamedTuple):
    """What is planned, strained, new, promised, waiting, owed, and coming."""

    db: sqlite3.Connection
    today: date
    query: DueQuery
    scope: DueScope
    cutoffs: Cutoffs
    met_lately: list[list[FirstMet]]  # read once, for those who are new and for those who introduced them

    def _first_met(self, within: Begun) -> list[FirstMet]:
        """Whoever was met for the first time in these days, which are among the last sixty."""
        if not self.met_lately:
            days = Begun(new_since(self.today).first, self.today.isoformat())
            self.met_lately.append(facts.first_met(self.db, self.cutoffs, days))
        return [met for met in self.met_lately[0] if within.first <= met.date <= within.last]

    def planned(self) -> Section:
        """Plans of today, those to come by the horizon, and those past that were not logged."""
        results = [DuePlan._make(row) for row in self._ask(reasons.PLANS, horizon=self._horizon())]
        shown = results[: self.query.limit]
        numbers = {number for plan in shown for number in plan.person_ids}
        people = facts.people(self.db, list(numbers), self.today)
        rows = [self._plan_row(plan, [people[number] for number in plan.person_ids]) for plan in shown]
        return Section("planned", len(results), rows, [plan.at for plan in shown])

    def _plan_row(self, plan: DuePlan, people: list[PersonFacts]) -> DueRow:
        """A plan: its people in one row."""
        day = date.fromisoformat(plan.date)
        detail = occasion(plan.at, plan.place, plan.event, plan.text)
        late, ref = (self.today - day).days, f"p{plan.number}"
        row = due_row(
            "planned",
            people[0],
            due_on=day,
            late=late,
            cadence=people[0].cadence,
            way=plan.kind,
            detail=detail,
            ref=ref,
        )
        if len(people) == 1:
            return row
        return row._replace(
            person="; ".join(person.name for person in people),
            handle="; ".join(person.handle for person in people),
            circle=None,
            cadence=None,
            last_contact=None,
            last_kind=None,
            starter=None,
            phone=None,
            email=None,
        )

    def repair(self) -> Section:
        """Open strains."""
        results = []
        for person, since, text, count, topics, number in self._ask(reasons.REPAIRS):
            shared = f"{min(count, POINTS)} of {POINTS} in common since then"
            detail = f"{text}; {shared} ({topics})" if topics else f"{text}; {shared}"
            way = that_fits(IN_PERSON, self.query.minutes).way
            results.append(_Reason(person, date.fromisoformat(since), detail, f"s{number}", way))
        return self._section("repair", results)

    def new(self) -> Section:
        """People met lately who are not followed up, or not decided about."""
        met = [
            one
            for one in self._first_met(new_since(self.today))
            if one.wanted and not one.is_due and not (one.followed_up and one.decided)
        ]
        people = facts.people(self.db, [one.person_id for one in met[: self.query.limit]], self.today)
        rows = [self._new_row(one, people[one.person_id]) for one in met[: self.query.limit]]
        return Section("new", len(met), rows, [None] * len(rows))

    def _new_row(self, met: FirstMet, person: PersonFacts) -> DueRow:
        day = date.fromisoformat(met.date)
        days = (self.today - day).days
        lacks = missing(
            days, bool(met.followed_up), bool(met.decided), bool(person.phone), bool(person.email)
        )
        parts = [first_met(met.kind, met.event)]
        if met.written:
            on, kind = met.written.split()
            parts.append(f"{kind} on {short_day(date.fromisoformat(on), self.today)}")
        if not met.decided:
            parts.append("no circle yet")
        return due_row(
            "new",
            person,
            due_on=day,
            late=days,
            cadence=person.cadence,
            way=lacks,
            detail="; ".join(parts),
            ref=f"m{met.meeting_id}",
        )

    def promise(self) -> Section:
        """Open promises that are due by the horizon."""
        results = [
            _Reason(
                person,
                date.fromisoformat(on),
                text if whose == "mine" else f"they promised: {text}",
                f"t{number}",
            )
            for person, on, text, whose, number in self._ask(reasons.PROMISES, horizon=self._horizon())
        ]
        return self._section("promise", results)

    def waiting(self) -> Section:
        """Requests, introductions and introducers without an answer, an outcome or thanks so far."""
        horizon = self.today + timedelta(days=self.query.within)
        days = begun(self.today, horizon, WAIT_DAYS)._asdict()
        results: list[_Reason] = []
        for number, person, on, text in self._ask(reasons.REQUESTS, **days):
            asked = date.fromisoformat(on)
            detail = f"asked on {short_day(asked, self.today)}: {text}; no answer yet"
            results.append(_Reason(person, comes_up(asked, WAIT_DAYS), detail, f"q{number}"))
        offers = self._ask(reasons.OFFERED, **days).fetchall()
        others = facts.people(self.db, [b for _, _, b, *_ in offers], self.today)
        for number, a, b, on, because in offers:
            offered = date.fromisoformat(on)
            why = f" ({because})" if because else ""
            detail = f"introduction to {others[b].name}{why} offered on {short_day(offered, self.today)}"
            results.append(
                _Reason(a, comes_up(offered, WAIT_DAYS), detail, f"i{number}", beside=others[b].handle)
            )
        results += self._introducers(horizon)
        results.sort(key=lambda reason: reason.due_on)
        return self._section("waiting", results)

    def _introducers(self, horizon: date) -> Iterable[_Reason]:
        """Those who introduced somebody met since, and were not thanked."""
        import json

        days = begun(self.today, horizon, INTRODUCER_DAYS)
        met = [
            [one.meeting_id, one.date, one.introduced_by, one.name]
            for one in self._first_met(days)
            if one.introduced_by is not None
        ]
        if not met:
            return
        for number, on, name, person in self._ask(reasons.UNTHANKED, met=json.dumps(met)):
            day = date.fromisoformat(on)
            detail = f"introduced you to {name}, met on {short_day(day, self.today)}"
            yield _Reason(person, comes_up(day, INTRODUCER_DAYS), detail, f"m{number}")

    def people_count(self) -> tuple[int, int, int]:
        """How many people there are, how many are active, and how many of these have a cadence."""
        people, active, with_cadence = self._ask(reasons.PEOPLE_COUNT).fetchone()
        return int(people), int(active), int(with_cadence)

    def undated(self) -> int:
        """How many open promises have no date."""
        return int(self._ask(reasons.UNDATED).fetchone()[0])

    def thanks(self) -> Section:
        """Favours that you have not given thanks for."""
        results = [
            _Reason(person, date.fromisoformat(on), text, f"f{number}")
            for person, on, text, number in self._ask(reasons.THANKS)
        ]
        return self._section("thanks", results)

    def birthday(self) -> Section:
        """Birthdays in the days ahead; one of today's goes when there was contact."""
        days = [self.today + timedelta(days=ahead) for ahead in range(max(AHEAD, self.query.within) + 1)]
        names = '", "'.join(dict.fromkeys([day.isoformat()[-5:] for day in days] + ["02-29"]))
        date_, clamped = (
            self.today.isoformat()[-5:],
            "02-29" if next_birthday("--02-29", self.today) == self.today else "",
        )
        results = []
        for person, birthday in self._ask(
            reasons.BIRTHDAYS, days=f'["{names}"]', date=date_, clamped=clamped
        ):
            day = next_birthday(birthday, self.today)
            if day <= days[-1]:
                age = turning(birthday, day)
                results.append(_Reason(person, day, None if age is None else f"turns {age}"))
        results.sort(key=lambda reason: reason.due_on)
        return self._section("birthday", results)

    def event(self) -> Section:
        """Events to come and on now, and those just over that brought fewer new connections than their goal."""
        horizon = (self.today + timedelta(days=max(AHEAD, self.query.within))).isoformat()
        ended = (self.today - timedelta(days=AFTER_EVENT_DAYS)).isoformat()
        results = [DueEvent._make(row) for row in self._ask(reasons.EVENTS, horizon=horizon, ended=ended)]
        if self.query.place is not None:
            from netbook.store.read.groups import has_words

            results = [event for event in results if event.place and has_words(self.query.place, event.place)]
        if self.query.circle is not None:
            results = []
        today = self.today.isoformat()
        new = self._new_connections([event.number for event in results if event.ends_on <= today])
        results = [
            event for event in results if event.ends_on >= today or new.get(event.number, 0) < event.goal
        ]
        shown = results[: self.query.limit]
        rows = [self._event_row(event, new.get(event.number, 0)) for event in shown]
        is_over = [event.ends_on < today for event in shown]
        beside = [
            event.name if over or event.has_expected else None
            for event, over in zip(shown, is_over, strict=True)
        ]
        return Section("event", len(results), rows, beside)

    def _new_connections(self, events: Sequence[int]) -> dict[int, int]:
        if not events:
            return {}
        from netbook.store.read.events import new_at

        counts: dict[int, int] = {}
        for connection in new_at(self.db, events, self.today):
            counts[connection.event] = counts.get(connection.event, 0) + 1
        return counts

    def _event_row(self, event: DueEvent, new: int) -> DueRow:
        """An event to come, on now, or just over; nothing about one that is not over is late."""
        first, last = date.fromisoformat(event.starts_on), date.fromisoformat(event.ends_on)
        is_over = last < self.today
        day = last if is_over else first
        parts = [
            event.name,
            event.place,
            last > first and not is_over and f"until {short_day(last, self.today)}",
        ]
        goal = f"goal: {event.goal} new" if last > self.today else f"{new} of {event.goal} new"
        detail = ", ".join(part for part in parts if part)
        late = (self.today - day).days
        return DueRow(
            why="event",
            person=None,
            handle=None,
            circle=None,
            due_on=day,
            days_overdue=late if is_over else min(late, 0),
            cadence=None,
            last_contact=None,
            last_kind=None,
            suggestion=None,
            starter=None,
            detail=f"{detail}; {goal}" if event.goal else detail,
            phone=None,
            email=None,
            ref=f"e{event.number}",
        )

    def _horizon(self) -> str:
        return (self.today + timedelta(days=self.query.within)).isoformat()

    def _ask(self, statement: str, **more: str) -> sqlite3.Cursor:
        return self.db.execute(statement, {"today": self.today.isoformat(), **self.scope.values(), **more})

    def _section(self, why: str, results: Sequence[_Reason]) -> Section:
        """A section of these reasons, cut to the limit."""
        shown = results[: self.query.limit]
        people = facts.people(self.db, list({reason.person_id for reason in shown}), self.today)
        rows = []
        for reason in shown:
            person, late = people[reason.person_id], (self.today - reason.due_on).days
            rows.append(
                due_row(
                    why,
                    person,
                    due_on=reason.due_on,
                    late=late,
                    cadence=person.cadence,
                    way=reason.way,
                    detail=reason.detail,
                    ref=reason.ref,
                )
            )
        return Section(why, len(results), rows, [reason.beside for reason in shown])


def due_row(
    why: str,
    person: PersonFacts,
    *,
    due_on: date,
    late: int,
    cadence: str | None,
    way: str | None,
    detail: str | None,
    ref: str | None = None,
) -> DueRow:
    """A row about one person."""
    began = starter(
        news=person.news,
        topic=person.topic,
        note=person.note,
        summary=person.summary,
        how_met=person.how_met,
        introduced_by=person.introduced_by,
        title=person.title,
        org=person.org,
    )
    met = None if person.last_contact is None else date.fromisoformat(person.last_contact)
    return DueRow(
        why=why,
        person=person.name,
        handle=person.handle,
        circle=person.circle,
        due_on=due_on,
        days_overdue=late,
        cadence=cadence,
        last_contact=met,
        last_kind=person.kind,
        suggestion=way,
        starter=began,
        detail=detail,
        phone=person.phone,
        email=person.email,
        ref=ref,
    )
