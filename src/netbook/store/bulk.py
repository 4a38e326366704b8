"""Insert many rows at once: checked against the models and written by `executemany`.

Each row is checked by the rules of its SQLModel class before any is written, so that one record that breaks
them can be named and left out. A class with `table=True` checks nothing when it is made, and `model_validate`
makes an object the ORM watches, for 40 to 70 microseconds a row; a plain pydantic class with the same fields
checks a row in two.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from netbook.core.drafts import PersonDraft
from netbook.core.import_matching import FACTS, KnownPerson
from netbook.core.names import fold, handle_for
from netbook.core.postal import PostalAddress
from netbook.core.vocabulary import is_human
from netbook.store.write import LISTS, list_row, plain

Checker = Callable[[Mapping[str, Any]], str | None]

PERSON_COLUMNS = ("id", "uid", "handle", "name", "name_key", "circle_id", "added_on", *FACTS)
LAST_MEETING = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'meeting'"
# Pages kept in memory while a big import fills its indexes, in KiB: a bound, not a reservation.
CACHE = 64 * 1024


class NewMeeting(NamedTuple):
    """A meeting to be added, and the numbers of those who were there."""

    uid: str
    date: date
    kind: str
    place: str | None
    summary: str | None
    people: tuple[int, ...]
    minutes: int | None = None


class NewNote(NamedTuple):
    """A note to be added."""

    uid: str
    person_id: int
    about: str
    text: str
    date: date


class NewFollowup(NamedTuple):
    """An open follow-up to be added."""

    uid: str
    person_id: int
    whose: str
    text: str
    promised_on: date
    due_on: date | None


@cache
def checker(table: str) -> Checker:
    """What says why a row breaks the rules of its table's model, or None for one that keeps them."""
    from pydantic import ValidationError, create_model

    from netbook.store.models import BY_TABLE

    model = BY_TABLE[table]
    fields: dict[str, Any] = {name: (info.annotation, info) for name, info in model.model_fields.items()}
    check = create_model(f"Plain{model.__name__}", **fields).__pydantic_validator__.validate_python

    def why(row: Mapping[str, Any]) -> str | None:
        try:
            check(row)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            return f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}"
        return None

    return why


def person_breaks(uid: str, draft: PersonDraft) -> str | None:
    """Why somebody cannot be stored, or None."""
    row = {fact: getattr(draft, fact) for fact in FACTS} | {
        "uid": uid, "handle": handle_for(draft.name), "name": draft.name, "name_key": fold(draft.name),
        "added_on": date(2000, 1, 1),
    }  # fmt: skip
    if broken := checker("person")(row):
        return broken
    for what, (table, *_) in LISTS.items():
        for value in getattr(draft, what):
            if broken := checker(table)(list_row(what, 0, value)):
                return broken
    return None


def meeting_breaks(row: NewMeeting) -> str | None:
    """Why a meeting cannot be stored, or None."""
    return checker("meeting")(row._asdict())


def note_breaks(row: NewNote) -> str | None:
    """Why a note cannot be stored, or None."""
    return checker("note")(row._asdict())


def followup_breaks(row: NewFollowup) -> str | None:
    """Why a follow-up cannot be stored, or None."""
    return checker("followup")({**row._asdict(), "status": "open"})


def prepare(db: sqlite3.Connection) -> None:
    """Make room for the pages that many rows touch."""
    db.execute(f"PRAGMA cache_size = -{CACHE}")


def write_cards(
    db: sqlite3.Connection, cards: Iterable[KnownPerson], added_on: date, circle_id: int | None
) -> None:
    """Add the new people in full, and the new values of the others."""
    cards = list(cards)
    new = [card for card in cards if card.new]
    db.executemany(
        f"INSERT INTO person ({', '.join(PERSON_COLUMNS)}) VALUES ({', '.join('?' * len(PERSON_COLUMNS))})",
        (
            [card.id, card.uid, card.handle, card.name, fold(card.name), circle_id, added_on.isoformat()]
            + [plain(card.facts.get(fact)) for fact in FACTS]
            for card in new
        ),
    )
    for card in cards:
        if not card.new and card.filled:
            columns = ", ".join(f"{fact} = ?" for fact in card.filled)
            values = [*map(plain, card.filled.values()), card.id]
            db.execute(f"UPDATE person SET {columns} WHERE id = ?", values)
    for what in LISTS:
        _add_to_list(
            db, what, [(card.id, value) for card in cards for named, value in card.more if named == what]
        )
    for card in cards:
        card.written()


def _add_to_list(db: sqlite3.Connection, what: str, values: list[tuple[int, str | PostalAddress]]) -> None:
    rows = [list_row(what, person, value) for person, value in values]
    if rows:
        columns = ", ".join(rows[0])
        marks = ", ".join(f":{column}" for column in rows[0])
        db.executemany(
            f"INSERT INTO {LISTS[what][0]} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING", rows
        )


def add_meetings(db: sqlite3.Connection, rows: Iterable[NewMeeting]) -> None:
    """Add meetings with everybody who was at them."""
    (last,) = db.execute(LAST_MEETING).fetchone()
    numbered = [(number, row) for number, row in enumerate(rows, last + 1)]
    db.executemany(
        "INSERT INTO meeting (id, uid, date, kind, place, summary, minutes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (number, row.uid, row.date.isoformat(), row.kind, row.place, row.summary, row.minutes)
            for number, row in numbered
        ),
    )
    db.executemany(
        "INSERT INTO attendance (meeting_id, person_id, date, human) VALUES (?, ?, ?, ?)",
        (
            (number, person, row.date.isoformat(), int(is_human(row.kind)))
            for number, row in numbered
            for person in row.people
        ),
    )


def add_notes(db: sqlite3.Connection, rows: Iterable[NewNote]) -> None:
    """Add notes."""
    db.executemany(
        "INSERT INTO note (uid, person_id, about, text, date) VALUES (?, ?, ?, ?, ?)",
        ((row.uid, row.person_id, row.about, row.text, row.date.isoformat()) for row in rows),
    )


def add_followups(db: sqlite3.Connection, rows: Iterable[NewFollowup]) -> None:
    """Add open follow-ups."""
    db.executemany(
        """INSERT INTO followup (uid, person_id, whose, text, promised_on, due_on, status)
        VALUES (?, ?, ?, ?, ?, ?, 'open')""",
        (list(map(plain, row)) for row in rows),
    )


def add_introducers(db: sqlite3.Connection, by_number: Mapping[int, int]) -> None:
    """Say who introduced each of these people."""
    db.executemany(
        "UPDATE person SET introduced_by_id = ? WHERE id = ?", ((by, who) for who, by in by_number.items())
    )


def add_identities(db: sqlite3.Connection, people: Mapping[str, int]) -> None:
    """Remember whose these uids are, besides the one in each person's row."""
    db.executemany(
        "INSERT INTO identity (uid, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", people.items()
    )


def add_carried(db: sqlite3.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Keep lines of a vCard with the people they are about."""
    db.executemany("INSERT INTO carried (person_id, line) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
