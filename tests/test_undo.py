"""`undo`, `redo` and `history`: every command is one step, taken back and done again exactly."""

from __future__ import annotations

import sqlite3

import pytest

from netbook.store import history
from tests.conftest import Shell

TABLES = """SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT IN ('change', 'step', 'sqlite_sequence') AND name NOT LIKE 'search%'"""


def state(netbook: Shell) -> dict[str, list[tuple[object, ...]]]:
    """Every row that somebody wrote, and the words of names."""
    db = sqlite3.connect(netbook.db)
    try:
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in db.execute(TABLES)}
    finally:
        db.close()


STEPS = [
    "add Ana --circle peers --org Northwind --email ana@example.org --alias Annie --tag x",
    "log ana -n 'Bo Lind (Gearworks)' -e Fair -c climbing -l 'bo: family: two sons' --got 'ana: a map' -p 'bo: call'",
    "edit ana --title baker --no-email --alias An",
    "circle divers --every 1m",
    "circle peers --rename friends",
    "circle friends --remove --yes",
    "common bo chess",
    "topics chess --merge climbing",
    "thank ana --how card",
    "done 1",
    "ask bo 'may I borrow the long green ladder'",
    "answer bo no 'he needs it'",
    "strain ana 'forgot her birthday'",
    "repair ana 'said sorry'",
    "intro ana bo --because 'both climb'",
    "pause bo",
    "event Fair --on 2026-11-21 --goal 3 --place Hill",
    "goodbye --org Gearworks",
    "remove bo --yes",
    "event Fair --on 2026-11-21 --remove --yes",
]


def test_back_to_the_beginning_and_forth_again(netbook: Shell) -> None:
    netbook.ok("circles")
    states = [state(netbook)]
    for line in STEPS:
        assert netbook(line).status == 0, line
        states.append(state(netbook))
    for line, before in zip(reversed(STEPS), reversed(states[:-1]), strict=True):
        assert netbook.ok("undo").startswith("Undone ("), line
        assert state(netbook) == before, line
    assert (
        netbook.fails("undo", 1)
        == "nothing is left to undo; netbook history shows what has changed the journal"
    )
    for line, after in zip(STEPS, states[1:], strict=True):
        assert netbook.ok("redo").startswith("Done again ("), line
        assert state(netbook) == after, line
    assert "nothing is left to redo" in netbook.fails("redo", 1)
    netbook.ok(f"undo --steps {len(STEPS)}")
    assert state(netbook) == states[0]
    assert netbook("find climbing --json").json == []


def test_what_is_said(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --circle peers")
    answer = netbook.ok("undo")
    assert answer.startswith("Undone (1): add 'Ana Ruiz' --circle peers, of ")
    assert netbook.ok("redo").startswith("Done again (1): add 'Ana Ruiz'")


def test_several_or_none(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.ok("add Bo")
    assert "nothing is left to undo" in netbook.fails("undo --steps 3", 1)
    assert len(netbook("people --csv").rows) == 2
    assert netbook.ok("undo --steps 2").count("\n") == 2
    assert "0 is less than 1" in netbook.fails("undo --steps 0", 2)
    assert netbook("people --csv").rows == []


def test_a_change_after_an_undo_ends_the_redo(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.ok("undo")
    netbook.ok("add Bo")
    assert "nothing is left to redo" in netbook.fails("redo", 1)
    assert [row["what"] for row in netbook("history --csv").rows] == ["add Bo"]


def test_what_changes_nothing_is_no_step(netbook: Shell) -> None:
    netbook.ok("add Ana --org Northwind")
    netbook.ok("undo")
    for line in (
        "due",
        "people",
        "find ana",
        "show nobody",
        "log nobody",
        "add ''",
        "circle peers --every 1m",
    ):
        netbook(line)
    assert netbook.ok("redo").startswith("Done again")
    netbook("edit ana --org Northwind")
    assert [row["what"] for row in netbook("history --csv").rows] == ["add Ana --org Northwind"]


def test_the_history(netbook: Shell) -> None:
    assert netbook.ok("history") == "Nothing has changed this journal yet\n"
    assert netbook.ok("history --csv") == "number,at,what,changes,undone\n"
    netbook.ok("add Ana")
    netbook.ok("log ana -k coffee")
    netbook.ok("undo")
    rows = netbook("history --json").json
    assert [(row["number"], row["what"], row["changes"], row["undone"]) for row in rows] == [
        (2, "log ana -k coffee", 2, True), (1, "add Ana", 1, False),
    ]  # fmt: skip
    assert [row["number"] for row in netbook("history --csv --limit 1").rows] == ["2"]
    assert netbook.ok("history").splitlines()[0].rstrip().endswith("log ana -k coffee  undone")


def test_what_another_program_changed_is_a_step_of_its_own(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.sql("UPDATE person SET title = 'baker'")
    netbook.ok("add Bo")
    assert [row["what"] for row in netbook("history --csv").rows] == [
        "add Bo", "a change from outside netbook", "add Ana",
    ]  # fmt: skip
    netbook.ok("undo --steps 2")
    assert netbook("show ana --json").json["title"] is None


def test_an_import_is_one_step(netbook: Shell) -> None:
    netbook.ok("add Ana")
    before = state(netbook)
    friends = "### Friends:\n- Bo Lind [Hill]\n- Cy Dune\n\n### Activities:\n- 2026-01-02: Lunch with **Bo Lind**.\n"
    assert netbook("import -", stdin=friends).status == 0
    after = state(netbook)
    assert netbook.ok("undo").startswith("Undone (2): import -")
    assert state(netbook) == before
    netbook.ok("redo")
    assert state(netbook) == after


def test_the_oldest_steps_go_first(netbook: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LIMIT", 1_000)
    netbook.ok("add Ana")
    for number in range(20):
        netbook.ok(f"edit ana --title 'baker {number}'")
    steps = netbook("history --csv").rows
    assert 0 < len(steps) < 10
    assert steps[0]["what"] == "edit ana --title 'baker 19'"
    netbook.ok(f"undo --steps {len(steps)}")
    assert "nothing is left to undo" in netbook.fails("undo", 1)
    assert netbook("show ana --json").json["title"] == f"baker {19 - len(steps)}"
    (changes,) = netbook.sql("SELECT count(*) FROM change")[0]
    assert changes == len(steps)


def test_the_last_step_stays_however_big(netbook: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LIMIT", 10)
    netbook.ok("add Ana")
    netbook.ok("edit ana --how 'a very long story, told twice'")
    netbook.ok("edit ana --how 'short'")
    netbook.ok("undo")
    assert netbook("show ana --json").json["how_met"] == "a very long story, told twice"


def test_nothing_of_a_new_journal_can_be_undone(netbook: Shell) -> None:
    netbook.ok("circles")
    assert "nothing is left to undo" in netbook.fails("undo", 1)


def test_an_undo_is_whole_or_not_at_all(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.ok("log ana -k coffee")
    db = sqlite3.connect(netbook.db)
    db.execute("CREATE TRIGGER no BEFORE DELETE ON meeting BEGIN SELECT raise(ABORT, 'no'); END")
    db.commit()
    db.close()
    before = netbook.dump()
    assert netbook("undo").status != 0
    assert netbook.dump() == before
