"""The journal's file, broken from outside: each case gets one line, status 3, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.conftest import Shell


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_missing_journal_is_made_private_with_its_folder(netbook: Shell) -> None:
    old = os.umask(0)
    try:
        netbook.ok("circles")
    finally:
        os.umask(old)
    assert (mode(netbook.db), mode(netbook.db.parent)) == (0o600, 0o700)
    assert [path.name for path in netbook.db.parent.iterdir()] == ["netbook.db"]


def test_a_journal_may_have_any_name(netbook: Shell, tmp_path: Path) -> None:
    for name in ("with space.db", "50%?#&.db", "ünï.db", "a:b.db"):
        netbook.db = tmp_path / name
        netbook.ok("add Ana")
        assert netbook.sql("SELECT name FROM person") == [("Ana",)]


def test_two_slashes_before_a_path_are_as_good_as_one(netbook: Shell) -> None:
    netbook.ok(f"--db /{netbook.db} add Ana")
    assert netbook.sql("SELECT name FROM person") == [("Ana",)]


NOT_JOURNALS = {
    "a text file": (b"Dear diary, today I met somebody.\n" * 40, "is not a journal"),
    "an empty file": (b"", "is empty (0 bytes)"),
    "one byte": (b"x", "is not a journal"),
    "a zeroed header": (b"\0" * 4096, "is not a journal"),
}


@pytest.mark.parametrize("line", ["due", "log ana", "add Ana", "export people", "people --json"])
@pytest.mark.parametrize("what", NOT_JOURNALS)
def test_something_else_is_refused_and_left_alone(netbook: Shell, what: str, line: str) -> None:
    content, message = NOT_JOURNALS[what]
    netbook.db.parent.mkdir()
    netbook.db.write_bytes(content)
    assert message in netbook.fails(line, 3)
    assert netbook.db.read_bytes() == content


def test_a_folder_is_no_journal(netbook: Shell) -> None:
    netbook.db.mkdir(parents=True)
    assert "is a folder" in netbook.fails("due", 3)


def test_another_programs_database_is_no_journal(netbook: Shell) -> None:
    netbook.db.parent.mkdir()
    other = sqlite3.connect(netbook.db)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()
    before = netbook.db.read_bytes()
    assert "a database of another program" in netbook.fails("log ana", 3)
    assert netbook.db.read_bytes() == before


def test_a_newer_journal_is_refused(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.sql("PRAGMA user_version = 99")
    assert "made by a newer netbook (schema 99" in netbook.fails("due", 3)


def test_a_locked_journal_is_waited_for_and_then_given_up(
    netbook: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    netbook.ok("add Ana")
    monkeypatch.setattr("netbook.store.file.PATIENCE", 0.05)
    other = sqlite3.connect(netbook.db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answer = netbook("add Bo")
    assert (answer.status, answer.out) == (3, "")
    assert "is in use by another program" in answer.err
    other.execute("ROLLBACK")
    other.close()
    netbook.ok("add Bo")


def test_a_folder_that_cannot_be_made(netbook: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    netbook.db = tmp_path / "file" / "netbook.db"
    answer = netbook("due")
    assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_journal_can_be_read_but_not_written(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.db.chmod(0o400)
    netbook.db.parent.chmod(0o500)
    try:
        assert "Ana" in netbook.ok("people")
        assert "read-only" in netbook.fails("add Bo", 3)
    finally:
        netbook.db.parent.chmod(0o700)


def test_a_page_damaged_by_others_is_named_and_left_alone(netbook: Shell) -> None:
    for name in ("Ana", "Bo", "Cy"):
        netbook.ok(f"add {name}")
    content = bytearray(netbook.db.read_bytes())
    size = 4096
    for start in range(size, len(content), size):
        content[start : start + 64] = b"\xff" * 64
    netbook.db.write_bytes(content)
    answer = netbook("people --csv")
    assert (answer.status, answer.out) == (3, "")
    assert "is damaged" in answer.err
    assert netbook.db.read_bytes() == bytes(content)


def test_two_commands_that_start_together_make_one_journal(netbook: Shell) -> None:
    import subprocess
    import sys

    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "netbook", "add", f"Person {number}"],
            env={**os.environ, **netbook.environment()}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for number in range(6)
    ]  # fmt: skip
    for process in processes:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
    assert netbook.sql("SELECT count(*) FROM person") == [(6,)]
