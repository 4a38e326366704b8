"""What a record says about somebody beyond their row and lists: interests, ties, and news.

News are a newer organisation, title or place: reported each time, stored once, and applied only on request. A further
address or number of somebody who had one is news too, and applied at once.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netbook.actions.interests import add_interest
from netbook.core.import_matching import NEWS_OF, KnownPerson, MatchedPerson, PeopleIndex
from netbook.core.names import fold, topic_key
from netbook.core.ties import broader, other_end, word_of_related
from netbook.formats.records import PersonEntry, Relation
from netbook.store import write

NEWS = ("org", "department", "title", "place", *NEWS_OF.values())
TAKEN = ("org", "department", "title")
INTERESTS_OF = "SELECT t.key FROM interest i JOIN topic t ON t.id = i.topic_id WHERE i.person_id = ?"
TIES_OF = """SELECT p.id, coalesce(p.name, r.name), CASE WHEN r.a_id = :one THEN r.back ELSE r.word END
FROM tie r LEFT JOIN person p ON p.id = CASE WHEN r.a_id = :one THEN r.b_id ELSE r.a_id END
WHERE r.a_id = :one OR r.b_id = :one"""
KEEP_NEWS = """INSERT INTO news (uid, person_id, what, value, found_on, source) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person_id, what, value) DO NOTHING"""
EXPECT = "INSERT INTO expected (event_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"


class _Said(NamedTuple):
    """A tie as a record states it: what somebody is to the person of the record."""

    card: KnownPerson
    relation: Relation


@dataclass(slots=True)
class _Tie:
    """A tie to be written: what the first is to the second, and the second to the first."""

    card: int
    other: KnownPerson | None
    name: str
    word: str
    back: str


class Belongings:
    """New interests, ties and news, held until the people themselves are written."""

    def __init__(self, db: sqlite3.Connection, today: date, book: PeopleIndex) -> None:
        self._db = db
        self._today = today
        self._book = book
        self._interests: dict[tuple[int, str], str] = {}
        self._said: list[_Said] = []
        self._ties: list[_Tie] = []
        self._told: dict[tuple[int, int | str, str], _Tie] = {}
        self._news: dict[tuple[int, str, str], None] = {}
        self._people: dict[int, None] = {}

    def note(self, entry: PersonEntry, card: KnownPerson, taken: MatchedPerson) -> bool:
        """Hold what a record says; returns whether any of its interests or ties are new."""
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
        ties = [_Said(card, relation) for relation in entry.relations]
        self._said += ties
        return bool(new) or any(self._is_new(*each) for each in ties)

    def end_file(self) -> None:
        """Resolve the ties of a file, now that everybody in it is known."""
        for stated in sorted(self._said, key=lambda each: self._other(each.relation) is None):
            if self._is_new(*stated):
                self._tie(*stated)
        self._said.clear()

    @property
    def waiting(self) -> bool:
        """Whether anything is to be written."""
        return bool(self._interests or self._ties or self._news)

    def write(self, source: str) -> None:
        """Write everything that is held; the people must be in the journal by now."""
        for (person, _), name in self._interests.items():
            add_interest(self._db, person, write.topic_number(self._db, name), self._today)
        for tie in self._ties:
            ends = {"b_id": tie.other.id} if tie.other else {"name": tie.name}
            write.add_row(self._db, "tie", {"a_id": tie.card, **ends, "word": tie.word, "back": tie.back})
        day = self._today.isoformat()
        self._db.executemany(
            KEEP_NEWS, [(write.new_uid(), *news, day, source or None) for news in self._news]
        )
        self._interests.clear()
        self._ties.clear()
        self._news.clear()

    def expect(self, event: int) -> int:
        """Record that the people of the import are expected at an event; returns how many are new there."""
        return self._db.executemany(EXPECT, [(event, person) for person in self._people]).rowcount

    def _interests_of(self, card: KnownPerson) -> set[str]:
        return {key for (key,) in self._db.execute(INTERESTS_OF, (card.id,))}

    def _other(self, relation: Relation) -> KnownPerson | None:
        return self._book.known_as(relation.uid, relation.name)

    def _is_new(self, card: KnownPerson, relation: Relation) -> bool:
        other = self._other(relation)
        if other is None and not relation.name:
            return False  # a card that was not imported has no name here
        if card.new:
            return other is None or other.id != card.id
        if other is not None and (other.new or other.id == card.id):
            return other.id != card.id
        sort, name = broader(word_of_related(relation.kind)), fold(relation.name)
        return not any(
            sort == broader(said) and (fold(known) == name or (other is not None and other.id == number))
            for number, known, said in self._db.execute(TIES_OF, {"one": card.id})
        )

    def _tie(self, card: KnownPerson, relation: Relation) -> None:
        """Hold a tie, only once if both ends state it: one's sister may be the other's brother."""
        back, other = word_of_related(relation.kind), self._other(relation)
        word = other_end(back)
        tie = self._told.get((card.id, other.id if other else fold(relation.name), broader(back)))
        if tie is None:
            tie = _Tie(card.id, other, relation.name, word, back)
            self._ties.append(tie)
            self._tell(card.id, other or relation.name, back, tie)
            if other:
                self._tell(other.id, card, word, tie)
        elif broader(back) != back and tie.card == card.id:
            tie.back = back
        elif broader(back) != back:
            tie.word = back

    def _tell(self, one: int, other: KnownPerson | str, word: str, tie: _Tie) -> None:
        """Remember the ways in which a record may state a tie again: by the other's key, and by name alone."""
        names = (other.id, fold(other.name)) if isinstance(other, KnownPerson) else (fold(other),)
        self._told.update(((one, name, broader(word)), tie) for name in names)


def update(
    db: sqlite3.Connection, today: date, card: KnownPerson, differs: Iterable[tuple[str, str]]
) -> list[str]:
    """Apply somebody's new job and keep the old one as history; returns the columns that changed."""
    new = {what: value for what, value in differs if what in TAKEN}
    if new and not card.new:
        write.keep_job(db, card.id, today, new)
        write.change(db, "person", card.id, new)
        card.facts.update(new)
    return list(new)
