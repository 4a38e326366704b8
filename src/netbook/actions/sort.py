"""Decide about people without a cadence: each decision is saved at once, a round is one step to undo."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.starts import FirstContacts, set_starts
from netbook.store import history, write
from netbook.store.read import sort as read
from netbook.store.read.sort import PersonState
from netbook.store.read.starts import with_cadence

NONE = "none"


class SortDecision(NamedTuple):
    """A decision about somebody: a circle's name, `none`, or later (None), and their state before."""

    person: int
    where: str | None
    before: PersonState | None


class SortOutcome(NamedTuple):
    """The result of a round: how many went where, how many were postponed, and how many are left."""

    sorted: int
    circles: tuple[tuple[str, int], ...]
    later: int
    left: int
    first_contacts: FirstContacts | None


def decide(db: sqlite3.Connection, person_id: int, circle_id: int | None, today: date) -> PersonState | None:
    """Put somebody into a circle, or give them no cadence (None); returns their state before, None if removed.

    Until the end of the round their first contact is due today at the earliest.
    """
    before = read.state(db, person_id)
    if before is None:
        return None
    if circle_id is None:
        write.change(db, "person", person_id, {"cadence": NONE})
    else:
        write.put_in_circle(db, person_id, circle_id)
        if before.start_on is None and with_cadence(db, [person_id], today):
            write.change(db, "person", person_id, {"start_on": today})
    return before


def take_back(db: sqlite3.Connection, person_id: int, before: PersonState) -> None:
    """Restore somebody's state before a decision."""
    write.change(db, "person", person_id, before._asdict())


def spread(db: sqlite3.Connection, today: date, people: Sequence[int]) -> FirstContacts | None:
    """Spread the first contacts of a round's people; they come in the order of the round."""
    return set_starts(db, today, people)


def begin_decision(db: sqlite3.Connection) -> int:
    """The last change before a decision."""
    return history.begin(db)


def in_one_step(db: sqlite3.Connection, before: int, what: str, step: int | None) -> int | None:
    """Add the changes since `before` to a round's step of the history, or make a new step; returns its number."""
    if step is not None and history.extend(db, step, before):
        return step
    history.end(db, before, what)
    latest = history.to_undo(db)
    return latest.id if latest else None
