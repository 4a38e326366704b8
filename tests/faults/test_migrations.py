"""A journal of each released schema, brought up to date: whole, once, after a backup, whatever happens meanwhile."""

from __future__ import annotations

import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from netbook.store import journal, migrate
from tests.conftest import Shell
from tests.faults.shells import MORE, content, start, well

JOURNALS = Path(__file__).parent.parent / "journals"
OLDER = range(1, journal.SCHEMA)
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@pytest.fixture(params=OLDER, ids=lambda number: f"schema {number}")
def old(netbook: Shell, request: pytest.FixtureRequest) -> Shell:
    """A journal as an older netbook left it."""
    netbook.db.parent.mkdir(mode=0o700)
    make(netbook.db, request.param)
    return netbook


def schema_of(old: Shell) -> int:
    """The schema that a journal has."""
    return int(old.sql("PRAGMA user_version")[0][0])


def make(path: Path, number: int) -> None:
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript((JOURNALS / f"schema-{number}.sql").read_text(encoding="utf-8"))
    db.close()
    path.chmod(0o600)


def common(
    before: dict[str, list[tuple[object, ...]]], path: Path, number: int
) -> dict[str, list[tuple[object, ...]]]:
    """What is in those columns that were there before, in a journal of that schema."""
    db = sqlite3.connect(path)
    old = sqlite3.connect(":memory:")
    old.executescript((JOURNALS / f"schema-{number}.sql").read_text(encoding="utf-8"))
    try:
        contents = {}
        for table in before:
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_xinfo({table})"))
            contents[table] = sorted(db.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)
        return contents
    finally:
        db.close()
        old.close()


def test_there_is_a_journal_of_each_released_schema_with_a_row_in_every_table() -> None:
    for number in OLDER:
        db = sqlite3.connect(":memory:")
        db.executescript((JOURNALS / f"schema-{number}.sql").read_text(encoding="utf-8"))
        assert db.execute("PRAGMA user_version").fetchone() == (number,)
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
        for (table,) in db.execute(tables).fetchall():
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() != (0,), table
        db.close()


def test_it_is_brought_up_to_date_by_the_first_command_after_a_backup(old: Shell) -> None:
    before, raw, number = content(old.db), old.db.read_bytes(), schema_of(old)
    assert "older" in old.ok("doctor")
    assert old.db.read_bytes() == raw
    assert "Zoë Ångström" in old.ok("people")
    (copy,) = (old.db.parent / "backups").iterdir()
    assert content(copy) == before
    assert common(before, old.db, number) == before
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(fresh)
    assert old.sql(SCHEMA) == fresh.execute(SCHEMA).fetchall()
    fresh.close()
    well(old)
    assert "green umbrella" in old.ok("find umbrella")
    old.ok("log sam")
    old.ok("undo")


def test_the_history_before_it_can_be_undone_and_done_again(old: Shell) -> None:
    number = schema_of(old)
    old.ok("people")
    migrated, steps = content(old.db), 0
    while old("undo").status == 0:
        steps += 1
        well(old)
    assert "nothing is left to undo" in old.fails("undo", 1)
    assert (steps > 5) == (number > 1)
    for _ in range(steps):
        old.ok("redo")
    assert content(old.db) == migrated


def test_numbers_given_before_are_not_given_again(old: Shell) -> None:
    highest = {"person": 4, "meeting": 3} if schema_of(old) == 1 else {"person": 5, "meeting": 4}
    old.ok("log -n 'Nell Nettle'")
    assert old.sql("SELECT max(id) FROM person") == [(highest["person"] + 1,)]
    assert old.sql("SELECT max(id) FROM meeting") == [(highest["meeting"] + 1,)]
    assert dict(old.sql("SELECT of, highest FROM numbering"))["meeting"] == highest["meeting"] + 1


def test_an_older_backup_can_be_restored(old: Shell, tmp_path: Path) -> None:
    before, number = content(old.db), schema_of(old)
    copy = tmp_path / "old.db"
    old.db.rename(copy)
    raw = copy.read_bytes()
    old.ok("add Bo")
    assert f"brought up to date from {number}" in old.ok(f"restore --yes {copy}")
    assert common(before, old.db, number) == before
    assert copy.read_bytes() == raw
    well(old)


def test_ten_starts_at_once_bring_it_up_to_date_once(old: Shell) -> None:
    before = content(old.db)
    running = [start(old, f"add 'Person {number}'") for number in range(10)]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b""), out
    assert old.sql("SELECT count(*) FROM person") == [(len(before["person"]) + 10,)]
    (copy,) = (old.db.parent / "backups").iterdir()
    assert content(copy) == before
    well(old)


def test_killed_at_any_time_it_is_the_old_one_or_the_new_one(old: Shell) -> None:
    before, number = content(old.db), schema_of(old)
    dice = random.Random(7)
    for _ in range(3 * MORE):
        make(old.db, number)
        process = start(old, "people")
        time.sleep(0.2 + dice.random() * 0.7)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert common(before, old.db, number) == before
        assert schema_of(old) in (number, journal.SCHEMA)
    assert "Zoë Ångström" in old.ok("people")
    well(old)


def test_one_that_fails_leaves_the_old_bytes(old: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = old.db.read_bytes()
    monkeypatch.setattr("tempfile.tempdir", str(old.db.parent.parent))

    statements = migrate._statements

    def fails_at_the_end(script: str) -> Iterator[str]:
        yield from statements(script)
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrate, "_statements", fails_at_the_end)
    answer = old("people")
    assert answer.status in (3, 70), answer
    assert answer.err.count("\n") == 1
    assert old.db.read_bytes() == raw


def test_a_newer_schema_is_refused(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.sql(f"PRAGMA user_version = {journal.SCHEMA + 1}")
    raw = netbook.db.read_bytes()
    for line in ("due", "add Bo", "undo"):
        assert "made by a newer netbook" in netbook.fails(line, 3)
    assert netbook.db.read_bytes() == raw
