"""Damaged files, made byte by byte: recognised, named with how to restore, and left as they are."""

from __future__ import annotations

import random
import re
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.faults.shells import MORE, content, files, well

PAGE = 4096
LINES = ("due", "people --csv", "log ana", "export people", "undo", "backup")


@pytest.fixture
def ana(netbook: Shell) -> Shell:
    """A journal with a backup."""
    netbook.ok("add Ana --org Acme")
    netbook.ok("log ana -c climbing -l 'family: a dog'")
    netbook.ok("backup")
    return netbook


def another_programs(_: bytes) -> bytes:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE bookmarks (url)")
    data = db.serialize()
    db.close()
    return data


DAMAGED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "zeroed header": (lambda good: b"\0" * 100 + good[100:], "is not a journal"),
    "zeroed first page": (lambda good: b"\0" * PAGE + good[PAGE:], "is not a journal"),
    "cut in half": (lambda good: good[: len(good) // 2], "is damaged"),
    "cut after the header": (lambda good: good[:100], "is damaged"),
    "cut within the header": (lambda good: good[:50], "is not a journal|is damaged"),
    "text": (lambda _: b"Dear diary, today I met somebody.\n" * 40, "is not a journal"),
    "nothing": (lambda _: b"", "is empty"),
    "another program's": (another_programs, "is a database of another program"),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_is_no_journal_any_more_is_named_with_its_backup_and_not_touched(ana: Shell, what: str) -> None:
    damage, message = DAMAGED[what]
    good, was = ana.db.read_bytes(), content(ana.db)
    ana.db.write_bytes(damage(good))
    (copy,) = (ana.db.parent / "backups").iterdir()
    before = files(ana.db.parent)
    for line in LINES:
        answer = ana(line)
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1), answer
        assert re.search(message, answer.err), answer
        assert f"netbook restore {copy} brings back the newest backup" in answer.err
        assert files(ana.db.parent) == before, line
    answer = ana("doctor --csv")
    assert answer.status == 3
    assert f"netbook restore {copy}" in answer.out
    assert files(ana.db.parent) == before
    if what != "another program's":
        damaged = ana.db.read_bytes()
        restored = ana.ok(f"restore --yes {copy}")
        assert content(ana.db) == was
        if damaged:
            assert "as it was, damaged: " in restored
            assert Path(restored.rsplit("damaged: ", 1)[1].strip()).read_bytes() == damaged
        well(ana)


def test_each_page_flipped_is_found_by_the_doctor_and_never_makes_netbook_fall(ana: Shell) -> None:
    good = ana.db.read_bytes()
    dice = random.Random(2026)
    pages = range(len(good) // PAGE)
    for page in dice.sample(pages, min(len(pages), 12 * MORE)):
        flipped = bytearray(good)
        flipped[page * PAGE : (page + 1) * PAGE] = dice.randbytes(PAGE)
        ana.db.write_bytes(flipped)
        assert ana("doctor").status == 3, page
        assert ana.db.read_bytes() == flipped, page
        for line in ("due", "people"):
            answer = ana(line)
            assert answer.status in (0, 3), (page, answer)
            assert answer.err.count("\n") == (1 if answer.status else 0), (page, answer)
            assert ana.db.read_bytes() == flipped, page


def test_a_rollback_file_that_was_deleted_is_found_by_the_doctor(ana: Shell) -> None:
    db = sqlite3.connect(ana.db, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO topic (name, key) SELECT 'topic ' || i, 'topic ' || i FROM n"
    )
    half = ana.db.read_bytes()
    db.execute("ROLLBACK")
    db.close()
    ana.db.write_bytes(half)
    answer = ana("doctor --csv")
    assert answer.status == 3
    assert "brings back the newest backup" in answer.out
    assert ana.db.read_bytes() == half
    (copy,) = (ana.db.parent / "backups").iterdir()
    ana.ok(f"restore --yes {copy}")
    well(ana)


def test_without_any_backup_it_says_so(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.db.write_bytes(netbook.db.read_bytes()[: PAGE * 10])
    assert "no backup of it is kept beside it" in netbook.fails("due", 3)


def test_the_command_that_is_named_works_as_it_stands(ana: Shell, tmp_path: Path) -> None:
    other = tmp_path / "a strange [name].db"
    quoted = shlex.quote(str(other))
    ana.ok(f"--db {quoted} add Bo")
    ana.ok(f"--db {quoted} backup")
    other.write_bytes(b"")
    command = re.search(r"netbook (--db .*) brings back", ana(f"--db {quoted} due").err)
    assert command
    ana.ok(f"{command[1]} --yes")
    assert ana.ok(f"--db {quoted} people --csv").count("Bo") == 1
