"""What writing makes up by itself: identifiers and free handles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from uuid import RFC_4122, UUID

import pytest

from netbook.core.drafts import PersonDraft
from netbook.store.journal import build
from netbook.store.write import add_person, free_handle, new_uid


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    build(connection)
    yield connection
    connection.close()


def test_a_uid_is_a_random_uuid() -> None:
    result = {new_uid() for _ in range(50)}
    assert len(result) == 50
    assert {(UUID(uid).version, UUID(uid).variant, str(UUID(uid)) == uid) for uid in result} == {
        (4, RFC_4122, True)
    }


@pytest.mark.parametrize(
    ("taken", "name", "handle"),
    [
        ([], "Ana Ruiz", "ana-ruiz"),
        (["Ana Ruiz"], "Ana", "ana"),
        (["Ana"], "Ana Ruiz", "ana-ruiz"),
        (["Ana Ruiz"], "ÁNA RUIZ", "ana-ruiz-2"),
        (["Ana Ruiz", "Ana Ruiz"], "Ana Ruiz", "ana-ruiz-3"),
        (["Ana 2", "Ana"], "Ana", "ana-3"),
        (["Ana", "Ana 2"], "Ana", "ana-3"),
        (["Ana-Maria", "Anatol"], "Ana", "ana"),
        (["🦊"], "🐻", "person-2"),
        (["x" * 200], "x" * 200, "x" * 180 + "-2"),
    ],
)
def test_a_free_handle(db: sqlite3.Connection, taken: list[str], name: str, handle: str) -> None:
    for one in taken:
        add_person(db, PersonDraft(name=one), date(2026, 11, 21))
    assert free_handle(db, name) == handle


def test_handles_do_not_run_into_each_other(db: sqlite3.Connection) -> None:
    made = [add_person(db, PersonDraft(name="Ana Ruiz"), date(2026, 11, 21)).handle for _ in range(30)]
    assert made == ["ana-ruiz", *(f"ana-ruiz-{number}" for number in range(2, 31))]
