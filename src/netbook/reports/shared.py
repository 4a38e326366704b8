"""What two or more people share, as far as the journal knows."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from netbook.core.matching import Known, listing
from netbook.core.names import fold
from netbook.errors import Usage
from netbook.errors.people import SamePersonTwice
from netbook.store.read.who import find

MOST = 12

TOPICS = """
SELECT k.person_id, t.name, k.found_on, 1
FROM commonality k JOIN topic t ON t.id = k.topic_id WHERE k.person_id IN (SELECT value FROM json_each(:people))
UNION ALL
SELECT i.person_id, t.name, i.noted_on, 0
FROM interest i JOIN topic t ON t.id = i.topic_id WHERE i.person_id IN (SELECT value FROM json_each(:people))
"""
# What you share with anybody is a topic of yours.
OWN_TOPICS = """
SELECT :card, t.name, min(k.found_on), 1 FROM commonality k JOIN topic t ON t.id = k.topic_id GROUP BY k.topic_id
"""
EVENTS = """
SELECT DISTINCT a.person_id, e.name, e.starts_on
FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN event e ON e.id = m.event_id
WHERE a.person_id IN (SELECT value FROM json_each(:people)) AND a.date <= :today
"""
OWN_EVENTS = (
    "SELECT :card, name, starts_on FROM event WHERE id IN (SELECT event_id FROM meeting WHERE date <= :today)"
)
BELONGING = """
SELECT p.id, c.name, p.org, p.department, p.place
FROM person p LEFT JOIN circle c ON c.id = p.circle_id WHERE p.id IN (SELECT value FROM json_each(:people))
"""
JOBS = """
SELECT person_id, org, department FROM job
WHERE person_id IN (SELECT value FROM json_each(:people)) AND org IS NOT NULL
"""
KNOWN = """
SELECT k.person_id, o.name, o.handle FROM (
  SELECT a.person_id, b.person_id AS other FROM attendance a JOIN attendance b ON b.meeting_id = a.meeting_id
  WHERE a.person_id IN (SELECT value FROM json_each(:people)) AND b.person_id <> a.person_id AND a.date <= :today
  UNION SELECT a_id, b_id FROM tie WHERE a_id IN (SELECT value FROM json_each(:people)) AND b_id IS NOT NULL
  UNION SELECT b_id, a_id FROM tie WHERE b_id IN (SELECT value FROM json_each(:people))
) k JOIN person o ON o.id = k.other AND o.me = 0
WHERE o.id NOT IN (SELECT value FROM json_each(:people))
"""
TIES = """
SELECT a_id, b_id, word, id FROM tie
WHERE a_id IN (SELECT value FROM json_each(:people)) AND b_id IN (SELECT value FROM json_each(:people))
"""
CARD = "SELECT id FROM person WHERE me = 1"


class SharedRow(NamedTuple):
    """One thing several people share: a topic, interest, event, circle, org, department, place, acquaintance or tie.

    The date is that of the event, or the day from which the topic was known of all of them.
    """

    what: str
    name: str
    date: date | None
    people: tuple[str, ...]
    handles: tuple[str, ...]


class SharedReport(NamedTuple):
    """The people who were asked about, and everything that two or more of them share, most first."""

    people: tuple[str, ...]
    rows: list[SharedRow]


class _Fact(NamedTuple):
    """Something one person has: what it is shown as, and since when."""

    name: str
    on: str | None = None
    sure: bool = True


# Of each thing, who has it.
_Facts = dict[str, dict[int, _Fact]]


def build(db: sqlite3.Connection, today: date, who: Sequence[str]) -> SharedReport:
    """The report on two to twelve people; raises SamePersonTwice where two names mean one."""
    if not 2 <= len(who) <= MOST:
        raise Usage(f"name 2 to {MOST} people; {len(who)} were named")
    people = [find(db, text) for text in who]
    for place, person in enumerate(people):
        if person.id in [other.id for other in people[:place]]:
            raise SamePersonTwice(listing(person))
    asked = _Asked(db, today, people)
    rows = [
        row for rows in (asked.topics(), asked.events(), asked.belongings(), asked.known()) for row in rows
    ]
    if len(people) > 2:
        rows.sort(key=lambda row: -len(row.people))
    return SharedReport(tuple(person.name for person in people), [*rows, *asked.ties()])


class _Asked:
    """The people to compare, and what the journal knows of each."""

    def __init__(self, db: sqlite3.Connection, today: date, people: Sequence[Known]) -> None:
        self._db, self._people = db, {person.id: person for person in people}
        card = db.execute(CARD).fetchone()
        self._card = card[0] if card and card[0] in self._people else None
        self._values = {"people": str(list(self._people)), "today": today.isoformat(), "card": self._card}

    def topics(self) -> list[SharedRow]:
        """Topics that several of them have with you, and those some of them only care about."""
        facts: _Facts = defaultdict(dict)
        rows = self._rows(TOPICS) + (self._rows(OWN_TOPICS) if self._card else [])
        # What is shared for sure outweighs an interest of the same person.
        for number, name, on, sure in sorted(rows, key=lambda row: row[3]):
            facts[fold(name)][number] = _Fact(name, on, bool(sure))
        return self._shared(
            facts, lambda one: "topic" if len(one) > 2 or all(fact.sure for fact in one) else "interest"
        )

    def events(self) -> list[SharedRow]:
        """Editions of events at which you met several of them, the latest first."""
        facts: _Facts = defaultdict(dict)
        for number, name, on in self._rows(EVENTS) + (self._rows(OWN_EVENTS) if self._card else []):
            facts[f"{on} {fold(name)}"][number] = _Fact(name, on)
        return self._shared(dict(sorted(facts.items(), reverse=True)), lambda _: "event")

    def belongings(self) -> list[SharedRow]:
        """Circles, organisations now and before, departments of one organisation, and places."""
        kinds: dict[str, _Facts] = {
            what: defaultdict(dict) for what in ("circle", "org", "department", "place")
        }
        for number, circle, org, department, place in self._rows(BELONGING):
            for what, value in (("circle", circle), ("place", place)):
                if value:
                    kinds[what][fold(value)][number] = _Fact(value)
            _work(kinds, number, org, department)
        for number, org, department in self._rows(JOBS):
            _work(kinds, number, org, department)
        rows: list[SharedRow] = []
        for what, facts in kinds.items():
            rows += (row._replace(what=what) for row in self._shared(facts))
        return rows

    def known(self) -> list[SharedRow]:
        """People whom several of them know: a tie to each, or a meeting with each."""
        facts: _Facts = defaultdict(dict)
        for number, name, handle in self._rows(KNOWN):
            facts[handle][number] = _Fact(name)
        return self._shared(dict(sorted(facts.items())), lambda _: "knows")

    def ties(self) -> list[SharedRow]:
        """What they are to each other: "Nora North is Greg Grove's boss" is the tie "boss"."""
        return [self._row("tie", word, None, (a, b)) for a, b, word, _ in sorted(self._rows(TIES))]

    def _shared(
        self, facts: _Facts, what: Callable[[Sequence[_Fact]], str] = lambda _: ""
    ) -> list[SharedRow]:
        rows = []
        for theirs in facts.values():
            if len(theirs) > 1:
                days = [fact.on for fact in theirs.values() if fact.on]
                first = theirs[next(number for number in self._people if number in theirs)]
                since = date.fromisoformat(max(days)) if days else None
                rows.append(self._row(what([*theirs.values()]), first.name, since, theirs))
        return sorted(rows, key=lambda row: row.what == "interest")

    def _row(self, what: str, name: str, on: date | None, numbers: Iterable[int]) -> SharedRow:
        some = [self._people[number] for number in numbers]
        if what != "tie":
            order = list(self._people)
            some.sort(key=lambda person: order.index(person.id))
        return SharedRow(
            what, name, on, tuple(sharer.name for sharer in some), tuple(sharer.handle for sharer in some)
        )

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._db.execute(statement, self._values).fetchall()


def _work(kinds: dict[str, _Facts], number: int, org: str | None, department: str | None) -> None:
    if org:
        kinds["org"][fold(org)][number] = _Fact(org)
        if department:
            # Two marketing departments of two organisations are nothing in common.
            kinds["department"][f"{fold(org)}\n{fold(department)}"][number] = _Fact(department)
