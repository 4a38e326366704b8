"""Coming over from Monica, as a user does it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from netbook.formats import monica
from netbook.formats.textfile import text_file
from tests.conftest import Shell
from tests.formats.test_monica import export, listed, record

TYPES = {"contact_field_types": [{"uuid": "mail", "properties": {"type": "email", "protocol": "mailto:"}}]}


def whole() -> str:
    """A small account with a bit of everything."""
    mail = listed("contact_field", record("f", type="mail", data="ada@example.org"))
    ada = [
        mail,
        listed("note", record("n", body="Two sons")),
        listed("call", record("c", called_at="2024-02-09", content="hello")),
        listed(
            "reminder",
            record("r", title="Send the book", initial_date="2026-12-01", frequency_type="one_time"),
        ),
        listed("reminder", record("b", title="Birthday", initial_date="2024-05-09", frequency_type="year")),
        listed("task", record("t", title="Fix her bike", completed=False)),
        listed("activity", "walk"),
    ]
    people = [
        record("ada", ada, first_name="Ada", last_name="Example", company="Acme", birthdate={"date": "1980-05-09"},
               first_met_through="bo"),
        record("bo", [listed("activity", "walk")], first_name="Bo", last_name="Example"),
        record("cy"),
    ]  # fmt: skip
    walk = record("walk", summary="Walked by the lake", happened_at="2024-02-01")
    relation = record("rel", type="sibling", contact_is="ada", of_contact="bo")
    return export(
        listed("contact", *people), listed("activity", walk), listed("relationship", relation), **TYPES
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The account, as a file."""
    path = tmp_path / "monica.json"
    path.write_text(whole())
    return path


def test_an_account_comes_over(netbook: Shell, file: Path) -> None:
    tried = netbook(f"import {file} --dry-run --json").json
    answer = netbook(f"import {file}")
    assert answer.err.splitlines()[0] == "9 read: 7 added, 0 changed, 0 the same, 1 skipped, 1 failed"
    assert [tried[key] for key in ("format", "read", "added", "skipped", "failed")] == ["monica", 9, 7, 1, 1]
    assert {problem["what"]: problem["why"] for problem in tried["problems"]} == {
        "a contact": "it has no name",
        "Ada Example, reminder: Birthday": "a reminder of the birthday every year; the journal has the day itself",
    }
    assert all(1 <= problem["line"] <= whole().count("\n") + 1 for problem in tried["problems"])
    assert "promises  2" in answer.out
    ada = netbook("export people --json").json[0]
    assert (ada["handle"], ada["org"], ada["birthday"], ada["introduced_by"], ada["email"], ada["uid"]) == (
        "ada-example", "Acme", "1980-05-09", "bo-example", ["ada@example.org"], "ada",
    )  # fmt: skip
    met = [(row["date"], row["kind"], row["handles"]) for row in netbook("export meetings").rows]
    assert met == [("2024-02-01", "walk", "ada-example; bo-example"), ("2024-02-09", "call", "ada-example")]
    assert [row["text"] for row in netbook("export notes").rows] == ["Two sons"]
    assert netbook.ok("export ties").endswith(
        "Ada Example,ada-example,sibling,Bo Example,bo-example,sibling,r1\n"
    )
    todo = [(row["text"], row["due_on"], row["whose"]) for row in netbook("export followups").rows]
    assert sorted(todo) == [("Fix her bike", "", "mine"), ("Send the book", "2026-12-01", "mine")]


def test_twice_is_once_and_one_undo_takes_it_back(netbook: Shell, file: Path) -> None:
    netbook.ok("circles")
    new = netbook.sql("SELECT count(*) FROM person")
    netbook(f"import {file}")
    netbook.ok("done 1")
    before = netbook.dump()
    again = netbook(f"import {file} --json").json
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 7)
    # What was done stays done.
    assert netbook.dump() == before
    netbook.ok("undo -n 2")
    assert netbook.sql("SELECT count(*) FROM person") == new
    assert netbook.sql("SELECT count(*) FROM followup") == [(0,)]


def test_a_later_export_brings_what_is_new(netbook: Shell, file: Path) -> None:
    netbook(f"import {file}")
    later = json.loads(whole())
    ada = later["account"]["data"][0]["values"][0]
    ada["properties"] |= {"last_name": "Newname", "job": "CTO"}
    ada["data"][1]["values"].append(record("n2", body="Moved to Bath"))
    file.write_text(json.dumps(later))
    answer = netbook(f"import {file} --json").json
    assert (answer["added"], answer["changed"], answer["same"]) == (1, 1, 6)
    assert any("Ada Newname" in problem["why"] for problem in answer["problems"])
    assert netbook.sql("SELECT name, title FROM person WHERE uid = 'ada'") == [("Ada Example", "CTO")]


def test_who_introduced_somebody_is_filled_and_never_changed(netbook: Shell, file: Path) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org --org Acme --birthday 1980-05-09")
    netbook.ok("add 'Cleo Other'")
    answer = netbook(f"import {file} --json").json
    assert (answer["added"], answer["changed"]) == (6, 1)
    assert netbook.sql("SELECT introduced_by_id FROM person WHERE handle = 'ada-example'") == [(3,)]
    netbook.ok("edit ada --introduced-by cleo")
    answer = netbook(f"import {file} --json").json
    assert (answer["changed"], answer["same"]) == (0, 7)
    assert [p["why"] for p in answer["problems"] if "introducing" in p["why"]] == [
        "the journal has somebody else than bo-example (Bo Example) as introducing them; the journal's is kept"
    ]
    assert netbook.sql("SELECT introduced_by_id FROM person WHERE handle = 'ada-example'") == [(2,)]


def test_what_hangs_on_somebody_left_out_is_left_out(netbook: Shell, tmp_path: Path) -> None:
    hanging = [listed("task", record("t", title="Call")), listed("note", record("n", body="x"))]
    path = tmp_path / "monica.json"
    path.write_text(export(listed("contact", record("nobody", hanging))))
    answer = netbook(f"import {path} --json").json
    assert (answer["failed"], answer["skipped"]) == (1, 2)


@pytest.mark.parametrize(
    "properties",
    [
        {"first_name": "Ad\ud800a", "description": "\ud83d"},
        {"first_name": "Ada\0", "description": "\0"},
        {"first_name": "\x1b[31mAda", "description": "\x1b]0;x\x07"},
        {"first_name": "Ada", "description": "x" * 1_000_001},
        {"first_name": "Ada", "tags": ["x" * 300]},
        {"first_name": ["Ada"], "tags": {"a": 1}, "birthdate": [1]},
    ],
)
def test_hostile_text_is_no_crash(netbook: Shell, tmp_path: Path, properties: dict[str, Any]) -> None:
    path = tmp_path / "monica.json"
    path.write_text(
        export(listed("contact", record("ada", [listed("task", record("t", title="\ud800"))], **properties)))
    )
    answer = netbook(f"import {path} --json")
    assert answer.status == 0
    assert answer.json["read"] == 2
    assert "\x1b" not in netbook(f"import {path}").err


@pytest.mark.parametrize(
    "text", [whole()[:-30], '{"account": {"app_version": ' + "[" * 50_000, '{"app_version": 1, "account": 2}']
)
def test_what_is_no_export_is_one_line(netbook: Shell, tmp_path: Path, text: str) -> None:
    path = tmp_path / "monica.json"
    path.write_text(text)
    netbook.ok("circles")
    assert "nothing was imported: the file is not an export of Monica" in netbook.fails(f"import {path}", 1)


def test_a_big_file_is_read_whole() -> None:
    people = [
        record(
            f"p{number}",
            [listed("note", record(f"n{number}", body="word " * 20))],
            first_name=f"Person {number}",
        )
        for number in range(2_000)
    ]
    data = export(listed("contact", *people)).encode()
    assert sum(1 for _ in monica.parse(text_file(data))) == 4_000
