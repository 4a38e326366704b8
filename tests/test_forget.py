"""Forgetting: what is removed for good is in no page of the file, and what keeps it elsewhere is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Shell, built_once
from tests.faults.shells import content, well

WORDS = (b"Xanthippe", b"xanthippe", b"Secretcorp", b"zebrawood")


@pytest.fixture
@built_once
def lived(netbook: Shell) -> Shell:
    for line in (
        "add Xanthippe --org Secretcorp", "add Bo", "log xanthippe bo -m 'spoke of bees'",
        "learn xanthippe 'family: zebrawood'",
    ):  # fmt: skip
        netbook.ok(line)
    return netbook


def in_file(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return [word for word in WORDS if word in data]


def test_a_removal_says_where_what_was_removed_still_is(lived: Shell) -> None:
    assert "still in" not in lived.ok("remove xanthippe --yes")
    lived.ok("undo")
    lived.ok("backup")
    assert "still in the history and in 1 backup; --for-good forgets it" in lived.ok("remove xanthippe --yes")


def test_for_good_it_is_in_no_page_of_the_file_and_backups_are_named(lived: Shell) -> None:
    lived.ok("backup")
    said = lived.ok("remove xanthippe --for-good --yes")
    (copy,) = lived.db.parent.glob("backups/*.db")
    assert f"still in the backup {copy}" in said
    assert in_file(lived.db) == []
    assert [row["what"] for row in lived("history --csv").rows] == ["(forgotten)", "(forgotten)", "add Bo"]
    assert lived.sql("SELECT summary FROM meeting") == [("spoke of bees",)]
    well(lived)
    for _ in range(3):
        lived.ok("undo")
    assert lived.sql("SELECT count(*) FROM person") == [(0,)]
    well(lived)


def test_a_history_that_is_cleared_is_gone_and_the_rest_is_there(lived: Shell) -> None:
    lived.ok("remove xanthippe --yes")
    before = content(lived.db)
    assert "confirmation" in lived.fails("history --clear", 2)
    assert (
        lived.ok("history --clear --yes")
        == "Forgotten: 5 changes; nothing can be undone before the next one\n"
    )
    assert in_file(lived.db) == []
    assert content(lived.db) == before
    assert lived.ok("history --csv").count("\n") == 1
    assert "nothing is left to undo" in lived.fails("undo", 1)
    lived.ok("add Cy")
    lived.ok("undo")
    assert "spoke of" in lived.ok("find bees")
    well(lived)


def test_without_words_the_history_keeps_the_command_alone(lived: Shell) -> None:
    lived.env["NETBOOK_HISTORY"] = "off"
    lived.ok("--today 2026-11-20 log bo -m 'not to be kept'")
    assert lived("history --csv").rows[0]["what"] == "log"
    lived.ok("undo")
    assert lived.sql("SELECT count(*) FROM meeting") == [(1,)]
