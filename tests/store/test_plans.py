"""How SQLite answers the daily questions: through an index, never by reading every meeting there is."""

from __future__ import annotations

import re
import sqlite3

import pytest

from tests.conftest import Shell, built_once

# What grows with every day of a journal.
LARGE = ("meeting", "attendance", "note", "commonality", "favor", "followup", "change", "name_word")
ALIAS = r"(?: (?:AS )?(?!WHERE|JOIN|ON|SET|GROUP|ORDER|LEFT|CROSS)(\w+))?"
DAILY = [
    "due",
    "due --csv",
    "due --circle peers --place Berlin --minutes 30",
    "prep ana",
    "prep ana bo",
    "show ana",
    "show ana --json",
    "find climbing",
    "find 'ana climb' --json",
    "goal",
    "log ana bo --kind lunch -c chess -l 'ana: likes tea' -p 'bo: a book'",
    "log ana --event 'Harbour Meetup'",
    "log ana --new 'Cy Example' --kind call",
    "jot lunch with Ana Ruiz. +climbing",
    "done 1",
    "common ana chess",
    "learn ana likes tea",
    "promise bo a book by friday",
    "thank ana",
]
COMPLETED = ["netbook prep an", "netbook show ana-", "netbook done ", "netbook log --common ch"]


@pytest.fixture
@built_once
def lived_in(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Ruiz' --circle peers --place Berlin")
    netbook.ok("add 'Bo Lind' --circle team")
    netbook.ok(
        "log ana bo --on '40 days ago' --event 'Harbour Meetup' -c climbing -p 'ana: a book' --got 'ana: help'"
    )
    return netbook


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that is put to a database from now on, with its values."""
    connect = sqlite3.connect
    result: list[str] = []

    def watched(*arguments: object, **options: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        db.set_trace_callback(result.append)
        return db

    monkeypatch.setattr(sqlite3, "connect", watched)
    return result


def scanned(db: sqlite3.Connection, statement: str, large: tuple[str, ...] = LARGE) -> set[str]:
    """The large tables of which a statement reads every row, or every entry of an index over them all.

    The plan (https://sqlite.org/eqp.html) calls a table by the name it has in the statement.
    """
    partial = {
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%INDEX%WHERE%'")
    }
    named = re.compile(rf"\b({'|'.join(large)})\b{ALIAS}")
    names = {alias or table: table for table, alias in named.findall(statement)}
    plan = [detail.split() for *_, detail in db.execute(f"EXPLAIN QUERY PLAN {statement}")]
    return {
        names[words[1]]
        for words in plan
        if words[0] == "SCAN" and words[1] in names and not partial & set(words)
    }


def scans(shell: Shell, statements: list[str], large: tuple[str, ...] = LARGE) -> dict[str, set[str]]:
    """What of the large tables each of these statements reads from end to end."""
    db = sqlite3.connect(shell.db)
    result = {
        statement: scanned(db, statement, large)
        for statement in statements
        if statement.lstrip().upper().startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE"))
    }
    db.close()
    return {statement: tables for statement, tables in result.items() if tables}


@pytest.mark.parametrize("line", DAILY)
def test_a_daily_command_reads_no_large_table_from_end_to_end(
    lived_in: Shell, said: list[str], line: str
) -> None:
    lived_in.ok(line)
    asked = [*said]
    assert len(asked) > 3
    assert scans(lived_in, asked) == {}


@pytest.mark.parametrize(
    "line", ["due", "due --csv", "due --count", "due --circle peers --within 40", "prep ana"]
)
def test_due_and_prep_find_people_in_an_index(lived_in: Shell, said: list[str], line: str) -> None:
    lived_in.ok(line)
    assert scans(lived_in, [*said], ("person",)) == {}


@pytest.mark.parametrize("line", COMPLETED)
def test_completion_reads_no_large_table_from_end_to_end(
    lived_in: Shell, said: list[str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_NETBOOK_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    assert lived_in("").status == 0
    asked = [*said]
    assert any("SELECT" in statement for statement in asked)
    assert scans(lived_in, asked) == {}


@pytest.mark.parametrize(
    ("statement", "tables"),
    [
        ("SELECT count(*) FROM meeting m WHERE m.place = 'Berlin'", {"meeting"}),
        ("SELECT count(*) FROM attendance", {"attendance"}),
        ("SELECT person_id FROM attendance a WHERE a.human = 1 GROUP BY person_id", {"attendance"}),
        ("SELECT id FROM meeting ORDER BY date DESC", {"meeting"}),
        ("SELECT max(id) FROM meeting", set()),
        ("SELECT id FROM meeting WHERE date >= '2026-01-01' ORDER BY date DESC", set()),
        ("SELECT a.date FROM attendance a WHERE a.person_id = 1 AND a.human = 1", set()),
    ],
)
def test_a_scan_is_seen(lived_in: Shell, statement: str, tables: set[str]) -> None:
    """The tests above can fail."""
    db = sqlite3.connect(lived_in.db)
    assert scanned(db, statement) == tables
    db.close()
