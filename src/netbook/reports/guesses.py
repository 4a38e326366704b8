"""What you have in common with people, and what you may have: guesses, each with its reason.

The rules are in `core.common_guesses`; this module reads the evidence. For everybody at once, only notes that can name
a topic or a school of yours are read, found by the index of words; for the likeliest few, those that can name the
rarest topics first, until no other note can weigh as much.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from netbook.core.common_guesses import (
    CommonGuess,
    Evidence,
    GuessRemark,
    OwnTopic,
    TopicIndex,
    guess_key,
    guesses,
    most_of_notes,
    schools,
)
from netbook.core.names import fold
from netbook.core.tables import TABLES
from netbook.store.read.who import find
from netbook.store.search_index import SEARCHED_AT_MOST
from netbook.store.standing import IN_TOUCH

TERMS = 200  # words of one search; SQLite bounds how deep an expression may be
FIRST_TOPICS = (
    16  # of which notes are read first where the likeliest few are wanted; then twice as many, and so on
)

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
NUMBER_SHARED = """
SELECT count(*) FROM topic t
WHERE EXISTS (SELECT 1 FROM commonality k WHERE k.topic_id = t.id AND k.found_on <= :today)
"""
RULED_OUT = """
SELECT t.key FROM commonality k JOIN topic t ON t.id = k.topic_id WHERE k.person_id = :person
UNION ALL SELECT k.key FROM not_common k WHERE k.person_id = :person
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
PERSON = f"SELECT p.name, p.handle, {IN_TOUCH} FROM person p WHERE p.id = :person"


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


class Likeliest(NamedTuple):
    """How many topics you share with anybody, the likeliest guesses about everybody, and whether there are more."""

    shared: int
    guesses: list[GuessRow]
    more: bool


def build(db: sqlite3.Connection, today: date, who: str | None) -> CommonReport:
    """The report on one person, or on everybody you have not parted from."""
    person = find(db, who) if who is not None else None
    asked = _Guesses(db, today, person.id if person else None)
    return CommonReport(person.name if person else None, [*asked.shared(), *asked.rows()])


def likeliest(db: sqlite3.Connection, today: date, limit: int | None) -> Likeliest:
    """The first guesses about everybody, without looking for all of them."""
    rows = _Guesses(db, today, None).rows(None if limit is None else limit + 1)
    (shared,) = db.execute(NUMBER_SHARED, {"today": today.isoformat()}).fetchone()
    return Likeliest(shared, rows[:limit], limit is not None and len(rows) > limit)


def guesses_about(db: sqlite3.Connection, today: date, person_id: int) -> list[CommonGuess]:
    """What you may have in common with one person, the likeliest first."""
    return _Guesses(db, today, person_id).of_one()


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
        self._people: dict[int, tuple[str, str, bool]] = {}

    def shared(self) -> Iterator[GuessRow]:
        """What is recorded as shared."""
        for name, handle, topic, found_on, event in self._rows(SHARED):
            because = f"found on {found_on}" + (f" at {event}" if event else "")
            yield GuessRow(name, handle, topic, because, True)

    def rows(self, first: int | None = None) -> list[GuessRow]:
        """The guesses about everybody in the query, the likeliest first, or so many of them."""
        if self._person is not None:
            name, handle, _ = self._about(self._person)
            guesses = [(guess, name, handle) for guess in self.of_one()]
        else:
            guesses = self._of_everybody(first)
        return [GuessRow(name, handle, guess.topic, guess.because, False) for guess, name, handle in guesses]

    def of_one(self) -> list[CommonGuess]:
        """The guesses about the one person in the query."""
        gathered = self._gather()
        for _, text in self._rows(NOTES):
            gathered[self._person or 0].remarks.append(GuessRemark(text))
        return self._guesses(gathered, TopicIndex(self._topics)).get(self._person or 0, [])

    def _of_everybody(self, first: int | None) -> list[tuple[CommonGuess, str, str]]:
        """The guesses about everybody you are in touch with, each with name and handle."""
        best: dict[tuple[int, str], CommonGuess] = {}

        def take(gathered: dict[int, _Gathered], topics: TopicIndex) -> None:
            for number, some in self._guesses(gathered, topics).items():
                for guess in some if self._about(number)[2] else ():
                    key = number, guess_key(guess.topic)
                    if key not in best or guess.weight > best[key].weight:
                        best[key] = guess

        every = TopicIndex(self._topics)
        take(self._gather(), every)
        take(self._noted(sorted({word for name in schools(self._own) for word in fold(name).split()})), every)
        topics = sorted(self._topics, key=most_of_notes, reverse=True)
        size = FIRST_TOPICS if first is not None else len(topics)
        while topics and not _are_first(best.values(), first, most_of_notes(topics[0])):
            index, topics, size = TopicIndex(topics[:size]), topics[size:], 2 * size
            take(self._noted(index.terms()), index)
        ranked = [(guess, *self._about(number)[:2], key) for (number, key), guess in best.items()]
        ranked.sort(key=lambda one: (-one[0].weight, fold(one[1]), *one[2:]))
        return [one[:3] for one in ranked[:first]]

    @cached_property
    def _topics(self) -> list[OwnTopic]:
        rows = self._db.execute(OWN_TOPICS, self._values)
        return [OwnTopic(name, sharers, bool(own)) for name, sharers, own in rows]

    def _guesses(self, gathered: dict[int, _Gathered], topics: TopicIndex) -> dict[int, list[CommonGuess]]:
        """The guesses about each person by this evidence, if any."""
        # An event in the evidence is one at which you logged a meeting.
        yours = self._own._replace(events=[event for one in gathered.values() for event in one.events])
        result = {
            number: guesses(one.evidence(), yours, topics, self._ruled_out(number), self._people_with)
            for number, one in gathered.items()
            if number != self._card
        }
        return {number: some for number, some in result.items() if some}

    def _ruled_out(self, number: int) -> set[str]:
        """The keys of the topics that somebody shares already, or does not share."""
        return {key for (key,) in self._db.execute(RULED_OUT, {"person": number})}

    def _about(self, number: int) -> tuple[str, str, bool]:
        """Name, handle, and whether you are in touch with them."""
        if number not in self._people:
            name, handle, in_touch = self._db.execute(PERSON, {**self._values, "person": number}).fetchone()
            self._people[number] = name, handle, bool(in_touch)
        return self._people[number]

    def _gather(self) -> dict[int, _Gathered]:
        """All evidence but notes."""
        gathered: dict[int, _Gathered] = defaultdict(_Gathered)
        for number, topic in self._rows(INTERESTS):
            gathered[number].interests.append(topic)
        for organisation in self._own.organisations:
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

    def _noted(self, terms: list[str]) -> dict[int, _Gathered]:
        """The notes in which a word begins with one of these terms, by the people they are about."""
        place, notes = TABLES["note"].searched, set()
        assert place is not None
        for first in range(0, len(terms), TERMS):
            query = " OR ".join(f'"{term}"*' for term in terms[first : first + TERMS])
            notes |= {
                row // SEARCHED_AT_MOST
                for (row,) in self._db.execute(
                    f"SELECT rowid FROM search WHERE search MATCH ? AND rowid % {SEARCHED_AT_MOST} = {place.number}",
                    (query,),
                )
            }
        gathered: dict[int, _Gathered] = defaultdict(_Gathered)
        for number, text in self._db.execute(NOTES_FOUND, {**self._values, "notes": str(sorted(notes))}):
            gathered[number].remarks.append(GuessRemark(text))
        return gathered

    @cached_property
    def _own(self) -> Evidence:
        """What is known of you, but for events."""
        notes = self._db.execute("SELECT text FROM note WHERE person_id = ?", (self._card,))
        return Evidence(
            remarks=[GuessRemark(text) for (text,) in notes],
            organisations=self._own_organisations(),
            places=[self._place] if self._place else [],
            ties=[(self._name(other), word) for other, word in self._own_ties()],
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
        """The rows of a statement about the people in the query."""
        one = self._person is not None
        text = statement.format(
            whose="k.person_id = :person" if one else "TRUE", whose_own="k.id = :person" if one else "TRUE"
        )
        return self._db.execute(text, {**self._values, **values}).fetchall()


def _are_first(guesses: Collection[CommonGuess], number: int | None, weight: float) -> bool:
    """Whether so many guesses weigh more than this."""
    return number is not None and sum(guess.weight > weight for guess in guesses) >= number
