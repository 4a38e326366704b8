"""The morning report: whom to reach out to and why."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from netbook.core.due import Candidate, DuePerson, in_order, leading
from netbook.core.ladder import Rung, is_from_afar, next_rung, that_fits
from netbook.core.periods import year_up_to
from netbook.core.vocabulary import WHYS
from netbook.reports.due_reasons import ReasonsBuilder, due_row
from netbook.reports.due_rows import DueQuery, DueReport, DueRow, Section
from netbook.store.read import due as facts
from netbook.store.read import due_reasons
from netbook.store.read.due import Cutoffs, DueScope, PersonFacts

__all__ = ["DueQuery", "DueReport", "DueRow", "Section", "build"]


def build(db: sqlite3.Connection, today: date, query: DueQuery) -> DueReport:
    """The report for a day."""
    scope = _scope(db, query)
    cutoffs = facts.due_cutoffs(db, today, today + timedelta(days=query.within), scope)
    reasons, people = (
        ReasonsBuilder(db, today, query, scope, cutoffs, []),
        _PeopleBuilder(db, today, query, cutoffs),
    )
    makers: dict[str, Callable[[], Section]] = {
        "planned": reasons.planned,
        "repair": reasons.repair,
        "new": reasons.new,
        "contact": people.contact,
        "promise": reasons.promise,
        "waiting": reasons.waiting,
        "thanks": reasons.thanks,
        "birthday": reasons.birthday,
        "event": reasons.event,
    }
    sections = [section for why, make in makers.items() if why in query.only and (section := make()).total]
    everything = query.only == WHYS and (query.circle, query.place, query.minutes) == (None, None, None)
    counts = reasons.people_count() if everything and not sections else ()
    (to_confirm,) = db.execute(due_reasons.TO_CONFIRM).fetchone() if everything else (0,)
    undated = reasons.undated() if "promise" in query.only else 0
    return DueReport(today, sections, undated, to_confirm, *counts)


def _scope(db: sqlite3.Connection, query: DueQuery) -> DueScope:
    if query.circle is None and query.place is None:
        return DueScope()
    from netbook.core.names import checked
    from netbook.store.read.groups import alike, circle

    return DueScope(
        None if query.circle is None else circle(db, query.circle).id,
        None if query.place is None else alike(db, "place", checked(query.place, "a place")),
    )


class _PeopleBuilder(NamedTuple):
    """The people to reach."""

    db: sqlite3.Connection
    today: date
    query: DueQuery
    cutoffs: Cutoffs

    def contact(self) -> Section:
        if self.query.reach == 0:
            return Section("contact", facts.number_due(self.db, self.cutoffs), [], [])
        if self.query.reach is None or self.query.minutes is not None:
            number, shown, people = self._all_due()
        else:
            number, results = facts.candidates(self.db, self.cutoffs)
            shown = leading(results, self.today, self.query.reach)
            people = facts.people(self.db, [due.person_id for due in shown], self.today)
        ways = self._ways(people)
        rows = [self._row(due, people[due.person_id], ways[due.person_id]) for due in shown]
        return Section("contact", number, rows, [_met_before(people[due.person_id]) for due in shown])

    def _all_due(self) -> tuple[int, list[DuePerson], dict[int, PersonFacts]]:
        """How many people are due, those asked for in their order, and what is known of them."""
        people = facts.people_due(self.db, self.cutoffs)
        candidates = [
            Candidate(number, person.key, person.cadence or "", person.last_contact, person.start)
            for number, person in people.items()
        ]
        first: Mapping[int, object] = {}
        if (minutes := self.query.minutes) is not None:
            # Those whom a call would serve best, or whatever else there is time for.
            first = {
                number: way for number, way in self._ways(people, None).items() if way.minutes <= minutes
            }
        return len(people), in_order(candidates, self.today, first)[: self.query.reach], people

    def _ways(self, people: dict[int, PersonFacts], minutes: int | None = 0) -> dict[int, Rung]:
        """How to reach each of them, in the time there is unless that does not matter (None)."""
        time = self.query.minutes if minutes is not None else None
        of_late, way, fitting = self._of_late(people), cache(next_rung), cache(that_fits)
        return {
            number: fitting(way(person.kind, of_late.get(number, ()), _met_before(person) is not None), time)
            for number, person in people.items()
        }

    def _row(self, due: DuePerson, person: PersonFacts, way: Rung) -> DueRow:
        return due_row(
            "contact",
            person,
            due_on=due.due_on,
            late=due.days_overdue,
            cadence=due.cadence,
            way=way.way,
            detail=way.because,
        )

    def _of_late(self, people: dict[int, PersonFacts]) -> dict[int, tuple[str, ...]]:
        """The kinds of a year's contact with those of whom the latest does not say that it was in person."""
        year_ago = year_up_to(self.today).isoformat()
        open_ = [
            number for number, one in people.items()
            if one.kind and is_from_afar(one.kind) and (one.last_contact or "") >= year_ago
        ]  # fmt: skip
        return facts.kinds_of_late(self.db, open_, self.today)


def _met_before(person: PersonFacts) -> str | None:
    """What says that somebody has been met, although no meeting does."""
    if person.last_contact:
        return person.last_contact
    return person.known_since or person.seen_at
