"""Ties: what two people are to each other."""

import sqlite3
from typing import NamedTuple

from netbook.core.matching import Known
from netbook.core.names import checked
from netbook.core.ties import other_end, tie_word
from netbook.errors import Refused, Usage
from netbook.errors.people import SamePerson
from netbook.store import write
from netbook.store.read.who import find

BETWEEN = "SELECT id, a_id, word, back FROM tie WHERE a_id = :a AND b_id = :b OR a_id = :b AND b_id = :a"
NAMED = "SELECT id, word FROM tie WHERE a_id = ? AND name = ?"


class Tied(NamedTuple):
    """What the first is to the second, and the second to the first; `handle` is None for a bare name.

    `known` is true if the journal had the same tie.
    """

    person: str
    handle: str
    word: str
    other: str
    other_handle: str | None
    back: str
    known: bool
    ref: str


def tie(db: sqlite3.Connection, who: str, word: str, other: str | None, name: str | None) -> Tied:
    """Record a tie between two people, or between a person and a bare name.

    The same two may have several ties, but each word only once.
    """
    if (other is None) == (name is None):
        raise Usage("name one other person, or give --name for somebody who is not in the journal")
    one, usual_word = find(db, who), tie_word(word)
    second = None if other is None else find(db, other)
    if second and one.id == second.id:
        raise SamePerson(one.name, "have a tie to")
    back = other_end(usual_word)
    if second:
        existing = [number for number, *words in _between(db, one, second) if words == [usual_word, back]]
    else:
        # The person in the journal is the first end: "nora sister --name Ida" is "Nora is Ida's sister".
        name = checked(name or "", "a name")
        existing = [
            number for number, its_word in db.execute(NAMED, (one.id, name)) if its_word == usual_word
        ]
    row: dict[str, write.Value] = {"a_id": one.id, "word": usual_word, "back": back}
    row |= {"b_id": second.id} if second else {"name": name}
    number = existing[0] if existing else write.add_row(db, "tie", row)
    return Tied(
        person=one.name,
        handle=one.handle,
        word=usual_word,
        other=second.name if second else str(name),
        other_handle=second.handle if second else None,
        back=back,
        known=bool(existing),
        ref=f"r{number}",
    )


def untie(db: sqlite3.Connection, who: str, word: str, other: str) -> Tied:
    """Remove a tie; refused if the two have no such tie."""
    one, second, usual_word = find(db, who), find(db, other), tie_word(word)
    for number, its_word, back in _between(db, one, second):
        if its_word == usual_word:
            db.execute("DELETE FROM tie WHERE id = ?", (number,))
            return Tied(
                person=one.name,
                handle=one.handle,
                word=usual_word,
                other=second.name,
                other_handle=second.handle,
                back=back,
                known=True,
                ref=f"r{number}",
            )
    raise Refused(
        f"{one.name} is not {second.name}'s {usual_word} in the journal; netbook show {one.handle} lists ties"
    )


def _between(db: sqlite3.Connection, one: Known, second: Known) -> list[tuple[int, str, str]]:
    """Every tie of two people: its number, what the first is to the second, and the second to the first."""
    rows = db.execute(BETWEEN, {"a": one.id, "b": second.id})
    return [(number, word, back) if a == one.id else (number, back, word) for number, a, word, back in rows]
