"""What you have in common with people, and what you may have: guesses, each with its reason.

The rules are in `core.common_guesses`; here the journal is asked for the evidence. For everybody at once only notes
that can name a topic of yours are read, found by the index of words.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from netbook.core.common_guesses import CommonGuess, Evidence, GuessRemark, OwnTopic, TopicIndex, guesses
from netbook.core.names import fold
from netbook.core.tables import TABLES
from netbook.store.read.who import find
from netbook.store.search_index import SEARCHED_AT_MOST
from netbook.store.standing import IN_TOUCH

TERMS = 200  # words of one search; SQLite bounds how deep an expression may be

CARD = "SELECT id, org, place FROM person WHERE me = 1"
OWN_TOPICS = """
SELECT t.name, (SELECT count(*) FROM commonality k WHERE k.topic_id = t.id),
  EXISTS (SELECT 1 FROM interest i WHERE i.topic_id = t.id AND i.person_id = :card)
FROM topic t
WHERE EXISTS (SELECT 1 FROM commonality k WHERE k.topic_id = t.id)
  OR t.id IN (SELECT topic_id FROM interest WHERE person_id = :card)
"""
SHARED = """
SELECT p.name, p.handle, t.name, k.found_on, e.name
FROM commonality k
JOIN person p ON p.id = k.person_id
JOIN topic t ON t.id = k.topic_id
LEFT JOIN meeting m ON m.id = k.meeting_id
LEFT JOIN event e ON e.id = m.event_id
WHERE k.found_on <= :today AND {whose}
ORDER BY p.name_key, p.id, k.found_on DESC, k.id DESC
"""
RULED_OUT = """
SELECT k.person_id, t.key FROM commonality k JOIN topic t ON t.id = k.topic_id WHERE {whose}
UNION ALL SELECT k.person_id, k.key FROM not_common k WHERE {whose}
"""
INTERESTS = """
SELECT k.person_id, t.name FROM interest k JOIN topic t ON t.id = k.topic_id
WHERE k.noted_on <= :today AND {whose} ORDER BY k.id
"""
NOTES = "SELECT k.person_id, k.text FROM note k WHERE k.date <= :today AND {whose} ORDER BY k.date DESC, k.id DESC"
NOTES_FOUND = """
SELECT k.person_id, k.text FROM note k
WHERE k.id IN (SELECT value FROM json_each(:notes)) AND k.date <= :today ORDER BY k.date DESC, k.id DESC
"""
ORGANISATIONS = """
SELECT k.id, k.org FROM person k WHERE k.org = :value COLLATE NOCASE AND k.me = 0 AND {whose_own}
UNION SELECT k.person_id, k.org FROM job k WHERE k.org = :value COLLATE NOCASE AND {whose}
"""
OWN_ORGANISATIONS = "SELECT org FROM job WHERE person_id = ? AND org IS NOT NULL"
PLACES = (
    "SELECT k.id, k.place FROM person k WHERE k.place = :value COLLATE NOCASE AND k.me = 0 AND {whose_own}"
)
TIES = """
SELECT a_id, b_id, word, back FROM tie
WHERE (a_id = :card OR b_id = :card) AND b_id IS NOT NULL
"""
TIES_OF = """
SELECT k.person_id, o.name, k.word FROM (
  SELECT b_id AS person_id, a_id AS other, word FROM tie WHERE a_id = :other
  UNION ALL SELECT a_id, b_id, back FROM tie WHERE b_id = :other
) k JOIN person o ON o.id = k.other
WHERE k.person_id IS NOT NULL AND k.person_id <> :card AND {whose}
"""
NAME = "SELECT name FROM person WHERE id = ?"
# Both were there, and you first met them later.
EVENTS = """
SELECT k.person_id, e.name FROM expected k JOIN event e ON e.id = k.event_id
WHERE e.ends_on < :today AND EXISTS (SELECT 1 FROM meeting m WHERE m.event_id = e.id)
  AND NOT EXISTS (
    SELECT 1 FROM attendance a WHERE a.person_id = k.person_id AND a.human = 1 AND a.date <= e.ends_on)
  AND {whose}
ORDER BY e.starts_on DESC
"""
PEOPLE = f"""
SELECT p.id, p.name, p.handle FROM person p
WHERE p.id IN (SELECT value FROM json_each(:people)) AND {IN_TOUCH}
"""


class GuessRow(NamedTuple):
    """Something you share with somebody, or may share (`sure` is false), and why."""

    person: str
    handle: str
    topic: str
    because: str
    sure: bool


class CommonReport(NamedTuple):
    """What you share with one person or everybody, first; then the guesses, the likeliest first."""

    person: str | None
    rows: list[GuessRow]


def build(db: sqlite3.Connection, today: date, who: str | None) -> CommonReport:
    """The report on one person, or on everybody you have not parted from."""
    person = find(db, who) if who is not None else None
    asked = _Guesses(db, today, person.id if person else None)
    rows = [*asked.shared(), *asked.rows()]
    return CommonReport(person.name if person else None, rows)


def guesses_about(db: sqlite3.Connection, today: date, person_id: int) -> list[CommonGuess]:
    """What you may have in common with one person, the likeliest first."""
    return _Guesses(db, today, person_id).by_person().get(person_id, [])


class _Gathered:
    """The evidence about one person, as it is collected."""

    def __init__(self) -> None:
        self.interests: list[str] = []
        self.remarks: list[GuessRemark] = []
        self.organisations: list[str] = []
        self.places: list[str] = []
        self.ties: list[tuple[str, str]] = []
        self.events: list[str] = []

    def evidence(self) -> Evidence:
        return Evidence(**vars(self))


class _Guesses:
    """The questions to the journal about one person, or about everybody where nobody is named."""

    def __init__(self, db: sqlite3.Connection, today: date, person_id: int | None) -> None:
        self._db, self._person = db, person_id
        card = db.execute(CARD).fetchone()
        self._card: int = card[0] if card else 0
        self._org: str | None = card[1] if card else None
        self._place: str | None = card[2] if card else None
        self._values = {"today": today.isoformat(), "person": person_id, "card": self._card}
        self._counts: dict[tuple[str, str], int] = {}

    def shared(self) -> Iterator[GuessRow]:
        """What is recorded as shared."""
        for name, handle, topic, found_on, event in self._rows(SHARED):
            because = f"found on {found_on}" + (f" at {event}" if event else "")
            yield GuessRow(name, handle, topic, because, True)

    def rows(self) -> list[GuessRow]:
        """The guesses about everybody who is asked about."""
        result = self.by_person()
        people = self._db.execute(PEOPLE, {**self._values, "people": str(list(result))}).fetchall()
        if self._person is not None and not people:  # somebody parted is still answered about
            people = self._db.execute(
                "SELECT id, name, handle FROM person WHERE id = ?", (self._person,)
            ).fetchall()
        people.sort(key=lambda one: (fold(one[1]), one[2]))
        ranked = [
            (guess, name, handle) for number, name, handle in people for guess in result.get(number, ())
        ]
        ranked.sort(key=lambda one: -one[0].weight)  # the sort is stable: equal ones stay by name
        return [GuessRow(name, handle, guess.topic, guess.because, False) for guess, name, handle in ranked]

    def by_person(self) -> dict[int, list[CommonGuess]]:
        """The guesses about each person about whom there is evidence."""
        rows = self._db.execute(OWN_TOPICS, self._values)
        topics = TopicIndex(OwnTopic(name, sharers, bool(own)) for name, sharers, own in rows)
        gathered = self._gather(topics)
        # An event in the evidence is one at which you logged a meeting.
        events = [event for one in gathered.values() for event in one.events]
        yours, ruled_out = self._own(events), defaultdict(set)
        for number, key in self._rows(RULED_OUT):
            ruled_out[number].add(key)
        result = {
            number: guesses(one.evidence(), yours, topics, ruled_out[number], self._people_with)
            for number, one in gathered.items()
            if number != self._card
        }
        return {number: some for number, some in result.items() if some}

    def _gather(self, topics: TopicIndex) -> dict[int, _Gathered]:
        gathered: dict[int, _Gathered] = defaultdict(_Gathered)
        for number, topic in self._rows(INTERESTS):
            gathered[number].interests.append(topic)
        for number, text in self._notes(topics):
            gathered[number].remarks.append(GuessRemark(text))
        for organisation in self._own_organisations():
            rows = self._rows(ORGANISATIONS, value=organisation)
            self._counts["org", fold(organisation)] = len({number for number, _ in rows}) + 1
            for number, org in rows:
                gathered[number].organisations.append(org)
        if self._place:
            rows = self._rows(PLACES, value=self._place)
            self._counts["place", fold(self._place)] = len(rows) + 1
            for number, place in rows:
                gathered[number].places.append(place)
        for other, _ in self._own_ties():
            for number, name, word in self._rows(TIES_OF, other=other):
                gathered[number].ties.append((name, word))
        for number, event in self._rows(EVENTS):
            gathered[number].events.append(event)
        return gathered

    def _notes(self, topics: TopicIndex) -> list[tuple[Any, ...]]:
        """The notes about one person; of everybody only those in which a word of a topic of yours stands."""
        if self._person is not None:
            return self._rows(NOTES)
        terms, notes = topics.terms(), set()
        place = TABLES["note"].searched
        assert place is not None
        for first in range(0, len(terms), TERMS):
            wanted = " OR ".join(f'"{term}"*' for term in terms[first : first + TERMS])
            notes |= {
                row // SEARCHED_AT_MOST
                for (row,) in self._db.execute(
                    f"SELECT rowid FROM search WHERE search MATCH ? AND rowid % {SEARCHED_AT_MOST} = {place.number}",
                    (wanted,),
                )
            }
        return self._db.execute(NOTES_FOUND, {**self._values, "notes": str(sorted(notes))}).fetchall()

    def _own(self, events: list[str]) -> Evidence:
        notes = self._db.execute("SELECT text FROM note WHERE person_id = ?", (self._card,))
        return Evidence(
            remarks=[GuessRemark(text) for (text,) in notes],
            organisations=self._own_organisations(),
            places=[self._place] if self._place else [],
            ties=[(self._name(other), word) for other, word in self._own_ties()],
            events=events,
        )

    def _own_organisations(self) -> list[str]:
        before = [org for (org,) in self._db.execute(OWN_ORGANISATIONS, (self._card,))]
        return list({fold(org): org for org in [*([self._org] if self._org else []), *before]}.values())

    def _own_ties(self) -> list[tuple[int, str]]:
        """Whom you have a tie to, and what they are to you."""
        rows = self._db.execute(TIES, self._values)
        return [(b, back) if a == self._card else (a, word) for a, b, word, back in rows]

    def _name(self, number: int) -> str:
        return str(self._db.execute(NAME, (number,)).fetchone()[0])

    def _people_with(self, what: str, value: str) -> int:
        return self._counts.get((what, value), 2)

    def _rows(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows of a statement about those who are asked about."""
        one = self._person is not None
        text = statement.format(
            whose="k.person_id = :person" if one else "TRUE", whose_own="k.id = :person" if one else "TRUE"
        )
        return self._db.execute(text, {**self._values, **values}).fetchall()
