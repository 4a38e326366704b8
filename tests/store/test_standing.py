"""Who is active and when the last contact was: SQL and Python say the same of every case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.standing import last_contact, status
from netbook.store import journal, standing
from netbook.store.check import attendance_mismatches, last_met_mismatches

DAY = "2026-11-21"
BEFORE, AFTER = "2026-11-20", "2026-11-22"
DAYS = (None, BEFORE, DAY, AFTER)
PEOPLE = [
    (parted, paused, until)
    for parted, paused, until in product(DAYS, DAYS, DAYS)
    if paused is not None or until is None
]
CONTACTS = [
    (met, written, told)
    for met in ((), (BEFORE,), (DAY,), (AFTER,), (BEFORE, AFTER))
    for written in ((), (DAY,))
    for told in DAYS
]


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(connection)
    yield connection
    connection.close()


@pytest.fixture(autouse=True)
def empty(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN")
    yield
    db.execute("ROLLBACK")


def add(db: sqlite3.Connection, number: int, **columns: object) -> None:
    row = {"id": number, "uid": f"u{number}", "handle": f"h{number}", "name": "x", "name_key": "x",
           "added_on": BEFORE} | columns  # fmt: skip
    db.execute(f"INSERT INTO person ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()])


def told(db: sqlite3.Connection, answer: str, day: str = DAY) -> dict[int, object]:
    return dict(db.execute(f"SELECT p.id, {answer} FROM person p", {"today": day}).fetchall())


def test_active_paused_and_parted(db: sqlite3.Connection) -> None:
    for number, (parted, paused, until) in enumerate(PEOPLE):
        add(db, number, parted_on=parted, paused_on=paused, paused_until=until)
    expected = {number: status(*case, DAY) for number, case in enumerate(PEOPLE)}
    assert set(expected.values()) == {"active", "paused", "parted"}
    assert told(db, standing.STATUS) == expected
    assert told(db, standing.ACTIVE) == {number: word == "active" for number, word in expected.items()}
    assert told(db, standing.IN_TOUCH) == {number: word != "parted" for number, word in expected.items()}


@pytest.mark.parametrize(
    ("case", "word"),
    [
        ((None, None, None), "active"),
        ((DAY, None, None), "parted"),
        ((AFTER, None, None), "active"),
        ((None, DAY, None), "paused"),
        ((None, BEFORE, DAY), "paused"),
        ((None, BEFORE, BEFORE), "active"),
        ((None, AFTER, None), "active"),
        ((BEFORE, DAY, AFTER), "parted"),
    ],
)
def test_in_words(case: tuple[str | None, str | None, str | None], word: str) -> None:
    assert status(*case, DAY) == word


def test_the_last_contact(db: sqlite3.Connection) -> None:
    meeting = 0
    for number, (met, written, answer) in enumerate(CONTACTS):
        add(db, number, last_contact_on=answer)
        for kind, days in (("coffee", met), ("email", written)):
            for day in days:
                meeting += 1
                db.execute(
                    "INSERT INTO meeting (id, uid, date, kind) VALUES (?1, ?1, ?2, ?3)", (meeting, day, kind)
                )
                db.execute(
                    "INSERT INTO attendance VALUES (?, ?, ?, ?)", (meeting, number, day, kind == "coffee")
                )
    expected = {number: last_contact(met, answer, DAY) for number, (met, _, answer) in enumerate(CONTACTS)}
    assert set(expected.values()) == {None, BEFORE, DAY}
    assert told(db, standing.LAST_CONTACT) == expected


def test_your_own_card_is_nobody_the_journal_speaks_of(db: sqlite3.Connection) -> None:
    add(db, 1, me=1)
    assert told(db, standing.ACTIVE) == told(db, standing.IN_TOUCH) == told(db, standing.KNOWN) == {1: 0}


WRITTEN = (
    "INSERT OR IGNORE INTO meeting (id, uid, date, kind) VALUES (:one, :one, :day, :kind)",
    "INSERT OR IGNORE INTO attendance VALUES (:one, :other, '2020-01-01', 1)",
    "INSERT OR REPLACE INTO attendance VALUES (:one, :other, '2030-01-01', 0)",
    "UPDATE OR IGNORE attendance SET person_id = :other WHERE meeting_id = :one",
    "UPDATE OR IGNORE attendance SET person_id = :other WHERE person_id = :one",
    "UPDATE meeting SET date = :day WHERE id = :one",
    "UPDATE meeting SET kind = :kind WHERE id = :one",
    "DELETE FROM attendance WHERE meeting_id = :one AND person_id = :other",
    "DELETE FROM meeting WHERE id = :one",
    "DELETE FROM person WHERE id = :one",
)
CHANGES = st.tuples(
    st.sampled_from(WRITTEN),
    st.fixed_dictionaries(
        {
            "one": st.integers(1, 3),
            "other": st.integers(1, 3),
            "day": st.sampled_from((BEFORE, DAY, AFTER)),
            "kind": st.sampled_from(("coffee", "email")),
        }
    ),
)


@settings(max_examples=40)
@given(st.lists(CHANGES, max_size=12))
def test_the_day_that_is_kept_is_that_of_the_last_meeting_whoever_writes(
    changes: list[tuple[str, dict[str, object]]],
) -> None:
    db = _lived_in()
    if db.in_transaction:
        db.execute("ROLLBACK")
    db.execute("BEGIN")
    for statement, values in changes:
        try:
            db.execute(statement, values)
        except sqlite3.IntegrityError:  # nobody of that number is left
            assert not statement.startswith("DELETE")
        assert last_met_mismatches(db) == attendance_mismatches(db) == 0, statement


@cache
def _lived_in() -> sqlite3.Connection:
    """Three people and three meetings."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    journal.build(db)
    for number, kind in ((1, "coffee"), (2, "email"), (3, "call")):
        add(db, number)
        db.execute("INSERT INTO meeting (id, uid, date, kind) VALUES (?1, ?1, ?2, ?3)", (number, DAY, kind))
        db.execute("INSERT INTO attendance VALUES (?1, ?1, ?2, 1)", (number, DAY))
    return db


def test_somebody_put_back_where_links_are_not_checked_has_the_day_again(db: sqlite3.Connection) -> None:
    add(db, 1)
    db.execute("INSERT INTO meeting (id, uid, date, kind) VALUES (1, 'm', ?, 'coffee')", (DAY,))
    db.execute("INSERT INTO attendance VALUES (1, 1, ?, 1)", (DAY,))
    db.execute("DELETE FROM person")
    add(db, 1)
    assert db.execute("SELECT last_met_on FROM person").fetchall() == [(DAY,)]
