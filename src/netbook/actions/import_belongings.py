"""What a record says of somebody beyond their row and lists: interests, ties, news that contradict the journal.

News are a newer organisation, title or place: named each time, kept once, and taken only where that is wanted.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.actions.interests import add_interest
from netbook.core.import_matching import KnownPerson, MatchedPerson, PeopleIndex
from netbook.core.names import fold, topic_key
from netbook.core.ties import other_end, word_of_related
from netbook.formats.records import PersonEntry, Relation
from netbook.store import write

NEWS = ("org", "department", "title", "place")
TAKEN = ("org", "department", "title")
INTERESTS_OF = "SELECT t.key FROM interest i JOIN topic t ON t.id = i.topic_id WHERE i.person_id = ?"
TIES_OF = """SELECT p.id, coalesce(p.name, r.name), CASE WHEN r.a_id = :one THEN r.word ELSE r.back END
FROM tie r LEFT JOIN person p ON p.id = CASE WHEN r.a_id = :one THEN r.b_id ELSE r.a_id END
WHERE r.a_id = :one OR r.b_id = :one"""
KEEP_NEWS = """INSERT INTO news (uid, person_id, what, value, found_on, source) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person_id, what, value) DO NOTHING"""
EXPECT = "INSERT INTO expected (event_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"


class _Tied(NamedTuple):
    card: KnownPerson
    relation: Relation


class Belongings:
    """What is new of such things, set aside until the people themselves are written."""

    def __init__(self, db: sqlite3.Connection, today: date, book: PeopleIndex) -> None:
        self._db = db
        self._today = today
        self._book = book
        self._interests: dict[tuple[int, str], str] = {}
        self._ties: list[_Tied] = []
        self._later: list[_Tied] = []
        self._tied: set[tuple[int, int | str, str]] = set()
        self._news: dict[tuple[int, str, str], None] = {}
        self._people: dict[int, None] = {}

    def note(self, entry: PersonEntry, card: KnownPerson, taken: MatchedPerson) -> bool:
        """Set aside what a record says; whether interests or ties of it are new."""
        self._people[card.id] = None
        self._news.update(
            dict.fromkeys((card.id, what, value) for what, value in taken.differs if what in NEWS)
        )
        known = set() if card.new or not entry.interests else self._interests_of(card)
        interests = {
            (card.id, topic_key(name)): name for name in entry.interests if topic_key(name) not in known
        }
        new = {key: name for key, name in interests.items() if key not in self._interests}
        self._interests |= new
        ties = [_Tied(card, relation) for relation in entry.relations]
        for tied in ties:
            # Whoever is not known yet may stand below.
            (self._ties if self._other(tied.relation) else self._later).append(tied)
        return bool(new) or any(self._is_new(*tied) for tied in ties)

    def end_file(self) -> None:
        """Take up the ties to those who stood below; whoever is not in the file has no name here."""
        self._ties += self._later
        self._later.clear()

    @property
    def waiting(self) -> bool:
        """Whether anything is to be written."""
        return bool(self._interests or self._ties or self._news)

    def write(self, source: str) -> None:
        """Write what was set aside; the people are in the journal by now."""
        for (person, _), name in self._interests.items():
            add_interest(self._db, person, write.topic_number(self._db, name), self._today)
        for tied in self._ties:
            if self._is_new(*tied):
                self._tie(tied)
        day = self._today.isoformat()
        self._db.executemany(
            KEEP_NEWS, [(write.new_uid(), *news, day, source or None) for news in self._news]
        )
        self._interests.clear()
        self._ties.clear()
        self._news.clear()

    def expect(self, event: int) -> int:
        """Say that everybody of the records is expected at an event; of how many that is new."""
        return self._db.executemany(EXPECT, [(event, person) for person in self._people]).rowcount

    def _interests_of(self, card: KnownPerson) -> set[str]:
        return {key for (key,) in self._db.execute(INTERESTS_OF, (card.id,))}

    def _other(self, relation: Relation) -> KnownPerson | None:
        return self._book.known_as(relation.uid, relation.name)

    def _is_new(self, card: KnownPerson, relation: Relation) -> bool:
        other = self._other(relation)
        if relation.uid and other is None:
            return False  # a card that was not imported has no name here
        if card.new:
            return other is None or other.id != card.id
        if other is not None and (other.new or other.id == card.id):
            return other.id != card.id
        word = other_end(word_of_related(relation.kind))
        name = fold(relation.name)
        return not any(
            word == said and (fold(known) == name or (other is not None and other.id == number))
            for number, known, said in self._db.execute(TIES_OF, {"one": card.id})
        )

    def _tie(self, tied: _Tied) -> None:
        """Write a tie, once where both ends say it."""
        back = word_of_related(tied.relation.kind)
        other = self._other(tied.relation)
        if other and other.id < tied.card.id:
            key: tuple[int, int | str, str] = other.id, tied.card.id, back
        else:
            key = tied.card.id, other.id if other else fold(tied.relation.name), other_end(back)
        if key in self._tied:
            return
        self._tied.add(key)
        ends = {"b_id": other.id} if other else {"name": tied.relation.name}
        write.add_row(self._db, "tie", {"a_id": tied.card.id, **ends, "word": other_end(back), "back": back})


def update(
    db: sqlite3.Connection, today: date, card: KnownPerson, differs: Iterable[tuple[str, str]]
) -> list[str]:
    """Take what somebody does now, and keep what they did before; what was taken."""
    new = {what: value for what, value in differs if what in TAKEN}
    if new and not card.new:
        write.keep_job(db, card.id, today, new)
        write.change(db, "person", card.id, new)
        card.facts.update(new)
    return list(new)
