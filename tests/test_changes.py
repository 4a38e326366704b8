"""What every command that changes the journal takes: --json and --dry-run; and errors as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netbook.cli.commands import COMMANDS, find
from tests.conftest import Shell

LIFE = (
    "add 'Ana Ruiz' --circle peers --org Acme --email ana@example.org",
    "add 'Bo Lind' --org Acme",
    "add 'Anna Ruiz' --org Bolt",
    "log ana-ruiz bo -e Fair -c climbing --got ana-ruiz:'a map'",
    "promise ana-ruiz 'send the paper'",
    "ask ana-ruiz 'may I borrow the long green ladder'",
    "strain bo 'forgot the talk'",
    "pause bo",
)
# A line for each command that changes the journal.
LINES = {
    "log": "log ana-ruiz bo -k lunch -c rowing --learned 'bo: a dog'",
    "jot": "jot 'coffee with Bo Lind. +chess'",
    "plan": "plan bo --on friday",
    "add": "add 'Cy Oak' --org Acme --tag x",
    "edit": "edit bo --place Leeds",
    "merge": "merge ana-ruiz anna-ruiz",
    "duplicates": "duplicates --not-same ana-ruiz anna-ruiz",
    "remove": "remove bo --yes",
    "pause": "pause ana-ruiz --until 2027-01-01",
    "resume": "resume bo",
    "goodbye": "goodbye bo --why moving",
    "circle": "circle divers --every 1m",
    "common": "common bo rowing",
    "likes": "likes bo chess",
    "tie": "tie ana-ruiz boss bo",
    "me": "me 'Maja Mast' --org Acme",
    "topics": "topics climbing --rename bouldering",
    "intro": "intro ana-ruiz bo --because 'both climb'",
    "learn": "learn bo family: two sons",
    "promise": "promise bo call by friday",
    "done": "done 1",
    "drop": "drop 1",
    "gave": "gave bo a book",
    "got": "got bo a lift",
    "thank": "thank ana-ruiz",
    "ask": "ask bo 'would you read the second chapter'",
    "answer": "answer ana-ruiz yes gladly",
    "strain": "strain ana-ruiz 'late again'",
    "repair": "repair bo 'we talked'",
    "event": "event Gala --on 2026-12-01 --goal 3",
    "undo": "undo",
    "import": "import {people}",
}
# Tested with what they are about.
ELSEWHERE = {"redo", "sort", "confirm", "sync"}


@pytest.fixture
def life(netbook: Shell, tmp_path: Path) -> Shell:
    for line in LIFE:
        assert netbook(line).status == 0, line
    (tmp_path / "people.csv").write_text("Name,E-mail\nDi Extra,di@example.org\n", encoding="utf-8")
    return netbook


def typed(line: str, folder: Path) -> str:
    return line.replace("{people}", str(folder / "people.csv"))


def test_every_command_that_changes_the_journal_has_a_line() -> None:
    assert {name for name in COMMANDS if find(name).changes} - ELSEWHERE == LINES.keys()


@pytest.mark.parametrize("name", LINES)
def test_a_dry_run_gives_the_answer_and_changes_nothing(life: Shell, tmp_path: Path, name: str) -> None:
    line = typed(LINES[name], tmp_path)
    before = life.dump()
    dry, as_data = life(f"{line} --dry-run"), life(f"{line} --dry-run --json")
    assert (dry.status, as_data.status) == (0, 0), (dry, as_data)
    assert life.dump() == before
    assert not (life.db.parent / "backups").exists()
    real = life(line)
    assert real.status == 0, real
    assert life.dump() != before
    if name not in ("merge", "import"):  # these say "would"
        assert dry.out == real.out
        assert "nothing was changed (--dry-run)" in dry.err
    assert isinstance(as_data.json, dict)


def test_the_answer_as_data_is_that_of_the_change(life: Shell) -> None:
    dry = life("gave bo a book --dry-run --json").json
    assert life("gave bo a book --json").json == dry
    assert dry["text"] == "a book"
    assert life.sql("SELECT text FROM favor WHERE direction = 'gave'") == [("a book",)]


def test_the_answer_names_the_records_that_were_added(life: Shell) -> None:
    assert life("log bo -c rowing -l a --gave b -p c --json").json["refs"] == ["m2", "c3", "n1", "f2", "t2"]
    assert life("learn bo family: a dog --dry-run --json").json["refs"] == ["n2"]
    assert life("pause ana-ruiz --json").json["refs"] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("edit bo --org Acme", "Nothing changed: Bo Lind (bo-lind)\n"),
        ("edit bo --no-tag", "Nothing changed: Bo Lind (bo-lind)\n"),
        ("circle peers --every 1m", "Nothing changed: peers\n"),
        ("topics climbing --rename climbing", "Nothing changed: climbing\n"),
    ],
)
def test_what_was_so_already_is_no_change_and_no_step(life: Shell, line: str, message: str) -> None:
    steps = life.sql("SELECT count(*) FROM step")
    assert life.ok(line) == message
    assert life.sql("SELECT count(*) FROM step") == steps


def test_a_journal_that_is_not_there_is_not_made(netbook: Shell) -> None:
    assert netbook("add Ana --dry-run").status == 0
    assert not netbook.db.exists()


def test_errors_are_data_where_data_was_asked_for(life: Shell) -> None:
    answer = life("log ruiz --json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert json.loads(answer.err) == {
        "error": 'two people match "ruiz"; say which: ana-ruiz  Ana Ruiz  Acme; anna-ruiz  Anna Ruiz  Bolt',
        "status": 1,
        "candidates": [
            {"handle": "ana-ruiz", "name": "Ana Ruiz", "org": "Acme"},
            {"handle": "anna-ruiz", "name": "Anna Ruiz", "org": "Bolt"},
        ],
    }
    near = json.loads(life("show Anna-Riuz --json").err)
    assert "anna-ruiz" in [one["handle"] for one in near["candidates"]]
    assert json.loads(life("due --json --within x").err)["status"] == 2
    assert life("log ruiz").err.startswith("netbook: ")


def test_the_journal_and_the_day_may_follow_the_command(netbook: Shell, tmp_path: Path) -> None:
    other = tmp_path / "other" / "netbook.db"
    netbook.ok(f"add Cy --db {other}")
    netbook.ok(f"log cy -k coffee --today 2026-10-01 --db={other}")
    row = json.loads(netbook.ok(f"people --json --db {other}"))[0]
    assert (row["handle"], row["last_contact"]) == ("cy", "2026-10-01")
    # Typer reads what is not plain.
    netbook.ok(f"log cy -kwalk --today 2026-10-02 --db {other}")
    assert json.loads(netbook.ok(f"people --json --db {other}"))[0]["last_contact"] == "2026-10-02"
    assert netbook.ok(f"--db {tmp_path / 'no.db'} people --csv --db {other}").count("\n") == 2
    assert not (tmp_path / "no.db").exists()
    assert not netbook.db.exists()
    netbook.fails("people --today never", 2)
