"""Who is active and when the last contact was: SQL and Python say the same of every case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import product

import pytest

from netbook.core.standing import last_contact, status
from netbook.store import journal, standing

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
