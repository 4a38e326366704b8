"""What guards a journal and once went unwatched: each of these breaks when its guard is taken away."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netbook.store import restore
from netbook.store.backup import keep_copy
from netbook.store.file import connect
from tests.conftest import Shell


@pytest.fixture
def backup(netbook: Shell, tmp_path: Path) -> Path:
    """A backup of a journal with somebody in it, who is gone from the journal."""
    netbook.ok("log -n 'Lena Lantern' -k coffee -l family:sons")
    copy = tmp_path / "backup.db"
    netbook.ok(f"backup {copy}")
    netbook.ok("remove lena --yes")
    return copy


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def test_every_connection_waits_for_the_disk(netbook: Shell) -> None:
    netbook.ok("circles")
    with closing(connect(netbook.db)) as db:
        assert db.execute("PRAGMA synchronous").fetchone()[0] >= 2  # FULL, or EXTRA


def test_a_backup_without_an_index_is_restored_with_it(netbook: Shell, backup: Path) -> None:
    change(backup, "DROP INDEX attendance_person", "DROP TRIGGER note_added_search")
    netbook.ok(f"restore {backup} --yes")
    made = netbook.sql(
        "SELECT name FROM sqlite_schema WHERE name IN ('attendance_person', 'note_added_search')"
    )
    assert len(made) == 2
    assert "No problems found" in netbook.ok("doctor")


def test_a_backup_with_a_broken_index_is_refused(netbook: Shell, backup: Path) -> None:
    change(
        backup,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX meeting_date ON meeting (kind)' WHERE name = 'meeting_date'",
        "PRAGMA writable_schema = OFF",
    )
    assert "is damaged" in netbook.fails(f"restore {backup} --yes", 1)


def test_a_backup_that_lacks_a_table_is_refused(netbook: Shell, backup: Path) -> None:
    change(backup, "DROP TABLE setting")
    assert "lacks parts of a journal" in netbook.fails(f"restore {backup} --yes", 1)


def test_what_is_written_during_a_restore_is_in_the_copy_that_is_kept(
    netbook: Shell, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = keep_copy, 0

    def slowly(*arguments: object, **options: object) -> Path:
        nonlocal calls
        copy = real(*arguments, **options)  # type: ignore[arg-type]
        calls += 1
        if calls == 1:
            change(netbook.db, "INSERT INTO setting VALUES ('written', 'meanwhile')")
        return copy

    monkeypatch.setattr(restore, "keep_copy", slowly)
    netbook.ok(f"restore {backup} --yes")
    assert calls == 2
    assert netbook.sql("SELECT name FROM person") == [("Lena Lantern",)]
    copies = [path for path in (netbook.db.parent / "backups").iterdir() if path.suffix == ".db"]
    written = []
    for path in copies:
        with closing(sqlite3.connect(path)) as db:
            written += db.execute("SELECT value FROM setting").fetchall()
    assert written == [("meanwhile",)]


def test_an_alias_that_is_spelt_otherwise_is_not_lost_at_a_merge(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --alias 'Nini Ruiz'")
    netbook.ok("add 'Anna Ruiz' --alias 'Nini-Ruiz'")
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert netbook.sql("SELECT name FROM alias ORDER BY id") == [("Nini Ruiz",), ("Anna Ruiz",)]
    assert ("merged: alias was Nini-Ruiz",) in netbook.sql("SELECT text FROM note")


def test_a_pause_that_begins_later_is_none_yet(netbook: Shell) -> None:
    netbook.ok("add Ana --circle team")
    netbook.ok("pause ana --until 2027-01-31", today="2026-12-20")
    (now,) = json.loads(netbook.ok("people --json"))
    (later,) = json.loads(netbook.ok("people --json", today="2026-12-21"))
    assert (now["status"], later["status"]) == ("active", "paused")
    assert netbook.ok("due --count") == "1\n"
    assert netbook.ok("due --count", today="2026-12-21") == "0\n"
    # It says the same of them at a merge: the pause that begins later is not lost, and neither are they from due.
    netbook.ok("add 'Anna Paused' --circle team")
    netbook.ok("pause anna-paused")
    netbook.ok("merge anna-paused ana")
    assert netbook.ok("due --count") == "1\n"


def test_an_active_person_stays_in_due_when_merged_with_a_paused_one(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --circle team")
    netbook.ok("add 'Anna Ruiz' --circle team")
    netbook.ok("pause ana-ruiz --until 2026-12-01")
    netbook.ok("merge ana-ruiz anna-ruiz")
    (row,) = json.loads(netbook.ok("due --json"))
    assert (row["handle"], row["why"]) == ("ana-ruiz", "contact")
    assert netbook.sql("SELECT text FROM note") == [("merged: a pause was from 2026-11-21 until 2026-12-01",)]


def test_what_a_merge_has_no_other_place_for_is_a_note(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --org Acme --birthday 1980-05-01")
    netbook.ok("add 'Anna Ruiz' --org Bolt --birthday 1981-05-01 --how 'on a train'")
    netbook.ok("goodbye anna-ruiz --why 'moved away'")
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert sorted(text for (text,) in netbook.sql("SELECT text FROM note")) == [
        "merged: birthday was 1981-05-01",
        "merged: organisation was Bolt",
        "merged: the parting was on 2026-11-21: moved away",
    ]
