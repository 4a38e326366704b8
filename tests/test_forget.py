"""Forgetting: what is removed for good is in no page of the file, and what keeps it elsewhere is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netbook.store import forget
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
    history = "  still in the history: netbook undo brings it back, netbook history --clear forgets it\n"
    assert lived.ok("remove xanthippe --yes").endswith(history)
    lived.ok("undo")
    lived.ok("backup")
    answer = lived.ok("remove xanthippe --yes")
    assert answer.endswith(f"{history}  still in 1 backup: netbook backup --list\n")
    lived.ok("history --clear --yes")
    assert in_file(lived.db) == []


def test_the_past_of_a_synced_copy_is_named_too(lived: Shell, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    lived.ok(f"sync {tmp_path}/shared --plain --yes")
    past = "  still in the past of the synced copy: netbook sync, then netbook sync --forget\n"
    assert lived.ok("remove m1 --yes").endswith(past)
    assert past in lived.ok("remove xanthippe --for-good --yes")
    assert past in lived.ok("history --clear --yes")


def test_copies_made_by_hand_are_named_and_what_a_killed_command_left_goes(
    lived: Shell,
) -> None:
    for name in ("mine.db", "backups/netbook-20261120-100000-000000Z.damaged.db", ".netbook.db.0.new"):
        copy = lived.db.parent / name
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(lived.db, copy)
    copies = [
        f"  still in the copy {lived.db.parent}/{name}\n"
        for name in ("mine.db", "backups/netbook-20261120-100000-000000Z.damaged.db")
    ]
    lived.ok(f"--db {lived.db.parent}/other.db add Somebody")
    told = lived.ok("remove xanthippe --yes")
    assert all(copy in told for copy in copies)
    assert "other.db" not in told
    lived.ok("undo")
    answers = lived.ok("remove xanthippe --for-good --yes"), lived.ok("history --clear --yes")
    for answer in answers:
        assert answer.endswith("".join(copies))
    assert [file.name for file in lived.db.parent.iterdir() if file.is_file() and in_file(file)] == [
        "mine.db"
    ]


def test_only_the_removal_itself_is_forgotten(lived: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    compact = forget.compact

    def meanwhile(path: Path) -> None:
        monkeypatch.setattr(forget, "compact", compact)
        lived.ok("add Cy")
        compact(path)

    monkeypatch.setattr(forget, "compact", meanwhile)
    lived.ok("remove xanthippe --for-good --yes")
    assert lived("history --csv").rows[0]["what"] == "add Cy"
    lived.ok("undo")
    assert lived.sql("SELECT name FROM person") == [("Bo",)]


def test_what_was_removed_before_and_what_led_there_goes_too_and_the_rest_can_be_undone(lived: Shell) -> None:
    for line in (
        "add Cy", "add Dee", "intro xanthippe bo --because 'both know zebrawood'", "remove i1 --yes",
        "edit cy --introduced-by xanthippe", "edit cy --introduced-by bo", "promise xanthippe 'zebrawood'",
        "edit t1 --who dee", "edit t1 --text 'send slides'", "edit dee --introduced-by xanthippe", "remove dee --yes",
        "remove xanthippe --for-good --yes",
    ):  # fmt: skip
        lived.ok(line)
    assert b"both know" not in lived.db.read_bytes()
    full = content(lived.db)
    lived.ok("undo")
    assert lived.sql("SELECT name, introduced_by_id FROM person WHERE name = 'Dee'") == [("Dee", None)]
    assert "send slides" in lived.ok("todo")
    steps = len(lived("history --csv").rows)
    lived.ok(f"undo --steps {steps - 1}")
    assert lived.sql("SELECT count(*) FROM person") == [(0,)]
    well(lived)
    lived.ok(f"redo --steps {steps}")
    assert content(lived.db) == full
    well(lived)


def test_for_good_it_is_in_no_page_of_the_file_and_backups_are_named(lived: Shell) -> None:
    lived.ok("backup")
    answer = lived.ok("remove xanthippe --for-good --yes")
    (copy,) = lived.db.parent.glob("backups/*.db")
    assert f"still in the backup {copy}" in answer
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
