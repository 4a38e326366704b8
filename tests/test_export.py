"""Whole tables of the journal: columns, forms, spans of days, files, and what spreadsheets must not run."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.cli.whole_file import whole_file
from netbook.errors.exports import NoRoomForFile
from netbook.render.spreadsheet import guarded
from netbook.reports.tables import TABLES
from netbook.store import journal
from tests.conftest import Shell

COLUMNS = {
    "people": "handle,name,circle,cadence,org,department,title,place,email,phone,url,birthday,aliases,tags,"
    "known_since,how_met,introduced_by,status,last_contact,due_on,meetings,topics,uid",
    "meetings": "uid,date,kind,human,minutes,place,event,people,handles,summary,fleeting,ref",
    "commonalities": "person,handle,topic,found_on,meeting,detail,ref",
    "topics": "topic,people,first_found,last_found,interested",
    "interests": "person,handle,topic,noted_on,meeting,ref",
    "ties": "a,a_handle,word,b,b_handle,back,ref",
    "notes": "person,handle,date,about,text,meeting,uid,ref",
    "favors": "person,handle,date,direction,text,thanked_on,thanked_how,thanks,meeting,ref",
    "followups": "number,person,handle,whose,text,promised_on,due_on,status,closed_on,meeting,ref",
    "requests": "person,handle,asked_on,text,answer,answered_on,reply,ref",
    "introductions": "a,a_handle,b,b_handle,date,outcome,because,ref",
    "strains": "person,handle,since,text,repaired_on,repair,points,ref",
    "events": "event,date,until,place,host,goal,meetings,uid,ref",
    "plans": "on,at,people,handles,kind,place,event,text,status,closed_on,meeting,uid,ref",
    "jobs": "person,handle,org,department,title,since,until",
    "circles": "circle,cadence,people,description",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a row in every table."""
    netbook = Shell(tmp_path_factory.mktemp("written") / "netbook.db")
    netbook.ok('add "Lena Vogt" --org Fabrikam --circle peers --email lena@example.org')
    netbook.ok('event "PyData Berlin" --on 2026-11-13 --until 2026-11-14 --place Berlin')
    netbook.ok(
        'log lena --new "Omar Haddad (Northwind)" --event "PyData Berlin" -d 2026-11-14 --minutes 60'
        ' -c climbing -l "lena: family: daughter chose Delft" --got "lena: a lift"'
        ' --promise "omar: send slides by 2026-11-27"'
    )
    netbook.ok("plan lena --on 2026-12-01 -k lunch")
    netbook.sql("INSERT INTO job (person_id, org) VALUES (1, 'Hooli')")
    netbook.ok('log lena -k email -d 2026-11-20 -m "two lines\nand a \\"quote\\"; so"')
    netbook.ok('log --fleeting "a man with a dog" -d 2026-11-21')
    netbook.ok("likes lena climbing")
    netbook.ok("tie lena colleague omar")
    netbook.sql(
        """INSERT INTO request (person_id, text, asked_on, answer, answered_on, reply)
        SELECT id, 'read my draft', '2026-11-01', 'no', '2026-11-02', 'not now'
        FROM person WHERE handle = 'lena-vogt'"""
    )
    netbook.sql(
        """INSERT INTO strain (person_id, text, since)
        SELECT id, 'over the backlog', '2026-11-02' FROM person WHERE handle = 'omar-haddad'"""
    )
    netbook.sql(
        """INSERT INTO introduction (a_id, b_id, date, outcome, because)
        SELECT min(id), max(id), '2026-11-15', 'made', 'both climb' FROM person"""
    )
    return netbook.db


@pytest.fixture
def lived(netbook: Shell, written: Path) -> Shell:
    """A shell with a copy of that journal."""
    netbook.db.parent.mkdir()
    shutil.copy(written, netbook.db)
    return netbook


@pytest.mark.parametrize("what", COLUMNS)
def test_the_columns_are_the_contract(lived: Shell, what: str) -> None:
    out = lived.ok(f"export {what}")
    header, *_ = out.split("\n")
    results = lived(f"export {what} --json").json
    assert header == COLUMNS[what]
    assert "\r" not in out
    assert results
    assert {",".join(row) for row in results} == {COLUMNS[what]}
    assert len(list(csv.reader(io.StringIO(out)))) == len(results) + 1


@pytest.mark.parametrize("what", COLUMNS)
def test_csv_and_json_say_the_same(lived: Shell, what: str) -> None:
    def cell(value: object) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list):
            return "; ".join(value)
        return "" if value is None else str(value)

    objects = lived(f"export {what} --json").json
    assert lived(f"export {what}").rows == [
        {name: cell(value) for name, value in row.items()} for row in objects
    ]


@pytest.mark.parametrize("what", COLUMNS)
def test_an_empty_table_is_a_header_or_an_empty_array(netbook: Shell, what: str) -> None:
    netbook.ok("circles")
    netbook.sql("DELETE FROM circle")
    assert netbook.ok(f"export {what} --csv") == COLUMNS[what] + "\n"
    assert netbook.ok(f"export {what} --json") == "[]\n"


def test_meetings(lived: Shell) -> None:
    first, second, third = lived("export meetings --json").json
    assert {name: value for name, value in first.items() if name != "uid"} == {
        "date": "2026-11-14", "kind": "event", "human": True, "minutes": 60, "place": None,
        "event": "PyData Berlin", "people": ["Lena Vogt", "Omar Haddad"],
        "handles": ["lena-vogt", "omar-haddad"], "summary": None, "fleeting": None,
        "ref": "m1",
    }  # fmt: skip
    assert (second["kind"], second["human"]) == ("email", False)
    assert second["summary"] == 'two lines\nand a "quote"; so'
    assert (third["people"], third["handles"], third["fleeting"]) == ([], [], "a man with a dog")
    row = lived("export meetings").rows[0]
    assert (row["people"], row["handles"]) == ("Lena Vogt; Omar Haddad", "lena-vogt; omar-haddad")


def test_what_hangs_on_a_meeting_names_it_by_its_uid(lived: Shell) -> None:
    ((uid,),) = lived.sql("SELECT uid FROM meeting WHERE kind = 'event'")
    for what in ("commonalities", "notes", "favors", "followups"):
        assert {row["meeting"] for row in lived(f"export {what} --json").json} == {uid}, what


def test_every_table_says_what_was_recorded(lived: Shell) -> None:
    def only(what: str) -> dict[str, object]:
        (row,) = lived(f"export {what} --json").json
        return {
            name: row[name] for name in row if name not in ("uid", "meeting", "ref") and row[name] is not None
        }

    lena = {"person": "Lena Vogt", "handle": "lena-vogt"}
    omar = {"person": "Omar Haddad", "handle": "omar-haddad"}
    assert only("topics") == {
        "topic": "climbing", "people": 2, "first_found": "2026-11-14", "last_found": "2026-11-14",
        "interested": 1,
    }  # fmt: skip
    assert only("notes") == lena | {"date": "2026-11-14", "about": "family", "text": "daughter chose Delft"}
    assert only("favors") == lena | {"date": "2026-11-14", "direction": "got", "text": "a lift"}
    assert only("followups") == omar | {
        "number": 1, "whose": "mine", "text": "send slides", "promised_on": "2026-11-14",
        "due_on": "2026-11-27", "status": "open",
    }  # fmt: skip
    assert only("requests") == lena | {
        "asked_on": "2026-11-01", "text": "read my draft", "answer": "no", "answered_on": "2026-11-02",
        "reply": "not now",
    }  # fmt: skip
    assert only("strains") == omar | {"since": "2026-11-02", "text": "over the backlog", "points": 1}
    assert only("introductions") == {
        "a": "Lena Vogt", "a_handle": "lena-vogt", "b": "Omar Haddad", "b_handle": "omar-haddad",
        "date": "2026-11-15", "outcome": "made", "because": "both climb",
    }  # fmt: skip
    assert only("events") == {
        "event": "PyData Berlin", "date": "2026-11-13", "until": "2026-11-14", "place": "Berlin", "goal": 2,
        "meetings": 1,
    }  # fmt: skip
    circles = {row["circle"]: (row["cadence"], row["people"]) for row in lived("export circles --json").json}
    assert circles["peers"] == ("1m", 1)
    assert circles["community"] == ("6m", 0)


def test_a_point_of_connection_counts_from_the_hurt_to_the_repair(lived: Shell) -> None:
    lived.ok("common omar chess --on 2026-11-18")
    lived.ok("common omar rowing --on 2026-11-01")
    assert lived("export strains").rows[0]["points"] == "2"
    lived.sql("UPDATE strain SET repaired_on = '2026-11-17'")
    assert lived("export strains").rows[0]["points"] == "1"


class TestPeople:
    def test_everything_about_somebody(self, netbook: Shell) -> None:
        netbook.ok('add "Sam Okafor"')
        netbook.ok(
            'add "Lena Vogt" --circle peers --org Fabrikam --department Platform --title engineer'
            " --place Berlin --email lena@example.org --email lv@example.org --phone '+49 30 1234'"
            " --url example.org/lena --birthday=--12-25 --alias Leni --tag speaker --tag board"
            ' --known-since 2021-03-01 --how "PMI chapter" --introduced-by sam'
        )
        netbook.ok("log lena -k coffee -d 2026-10-31 -c climbing -c chess")
        netbook.ok("log lena -k email -d 2026-11-20")
        row = netbook("export people --json").json[0]
        assert len(row.pop("uid")) == 36
        assert row == {
            "handle": "lena-vogt", "name": "Lena Vogt", "circle": "peers", "cadence": "1m", "org": "Fabrikam",
            "department": "Platform", "title": "engineer", "place": "Berlin",
            "email": ["lena@example.org", "lv@example.org"], "phone": ["+49 30 1234"],
            "url": ["example.org/lena"], "birthday": "--12-25", "aliases": ["Leni"],
            "tags": ["speaker", "board"], "known_since": "2021-03-01",
            "how_met": "PMI chapter", "introduced_by": "sam-okafor",
            "status": "active", "last_contact": "2026-10-31", "due_on": "2026-11-30", "meetings": 2,
            "topics": ["climbing", "chess"],
        }  # fmt: skip
        assert netbook("export people").rows[0]["email"] == "lena@example.org; lv@example.org"

    @pytest.mark.parametrize(
        ("line", "cadence", "due_on"),
        [
            ('add "Ana Ruiz"', "", ""),
            ('add "Ana Ruiz" --circle peers', "1m", "2026-11-21"),
            ('add "Ana Ruiz" --circle peers --every quarterly', "3m", "2026-11-21"),
            ('add "Ana Ruiz" --every 10d', "10d", "2026-11-21"),
            ('add "Ana Ruiz" --circle peers --every none', "none", ""),
        ],
    )
    def test_the_cadence_that_holds(self, netbook: Shell, line: str, cadence: str, due_on: str) -> None:
        netbook.ok(line)
        (row,) = netbook("export people").rows
        assert (row["cadence"], row["due_on"]) == (cadence, due_on)

    def test_status_and_due_date_on_a_day(self, netbook: Shell) -> None:
        netbook.ok('add "Ana Ruiz" --circle peers')
        netbook.ok("pause ana --until 2026-11-25")
        netbook.sql("UPDATE person SET parted_on = '2026-12-01'")
        seen = {
            today: (row["status"], row["due_on"])
            for today in ("2026-11-20", "2026-11-25", "2026-11-26", "2026-12-01")
            for row in netbook("export people", today=today).rows
        }
        assert seen == {
            "2026-11-20": ("active", "2026-11-21"),
            "2026-11-25": ("paused", ""),
            "2026-11-26": ("active", "2026-11-21"),
            "2026-12-01": ("parted", ""),
        }

    def test_a_meeting_after_today_has_not_been_yet(self, netbook: Shell) -> None:
        netbook.ok('log --new "Ana Ruiz" -k call -d 2026-11-21')
        (row,) = netbook("export people", today="2026-11-20").rows
        assert (row["last_contact"], row["meetings"]) == ("", "0")

    def test_the_parted_are_exported_too(self, netbook: Shell) -> None:
        netbook.ok('add "Bo Lind"')
        netbook.ok('add "Ana Ruiz"')
        netbook.sql("UPDATE person SET parted_on = '2026-01-01' WHERE handle = 'bo-lind'")
        assert [row["handle"] for row in netbook("export people").rows] == ["ana-ruiz", "bo-lind"]


class TestSpan:
    @pytest.mark.parametrize(
        ("options", "days"),
        [
            ("", ["2026-11-14", "2026-11-20", "2026-11-21"]),
            ("--since 2026-11-20", ["2026-11-20", "2026-11-21"]),
            ("--until 2026-11-20", ["2026-11-14", "2026-11-20"]),
            ("--since 2026-11-20 --until 2026-11-20", ["2026-11-20"]),
            ("--since yesterday", ["2026-11-20", "2026-11-21"]),
            ("--since 2026-11-22", []),
        ],
    )
    def test_both_ends_are_in_it(self, lived: Shell, options: str, days: list[str]) -> None:
        assert [row["date"] for row in lived(f"export meetings {options}").rows] == days

    @pytest.mark.parametrize(("what", "day"), [(what, one.day) for what, one in TABLES.items() if one.day])
    def test_every_table_with_a_day_takes_one(self, lived: Shell, what: str, day: str) -> None:
        days = {row[day] for row in lived(f"export {what}").rows}
        early, late = min(days), max(days)
        assert {row[day] for row in lived(f"export {what} --since {late}").rows} == {late}
        assert {row[day] for row in lived(f"export {what} --until {early}").rows} == {early}
        assert lived(f"export {what} --until 2000-01-01").rows == []

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("people --since today", "people have no date; leave out --since and --until"),
            ("topics --until today", "topics have no date; leave out --since and --until"),
            ("circles --until today", "circles have no date; leave out --since and --until"),
            (
                "notes --since 2026-11-20 --until 2026-11-02",
                '--since "2026-11-20" is after --until "2026-11-02"; swap the two',
            ),
            (
                "notes --since blursday",
                'cannot read the date "blursday"; write 2026-11-20, "friday" or "3 days ago"',
            ),
        ],
    )
    def test_what_cannot_be_asked(self, lived: Shell, line: str, message: str) -> None:
        assert lived.fails(f"export {line}", 2) == message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("export peple", 'unknown table "peple"; did you mean people?'),
        ("export people --csv --json", "--csv and --json cannot go together; choose one"),
        ("export people --json --spreadsheet", "--spreadsheet is for CSV; use it with --csv"),
        ("export", "missing argument 'WHAT'"),
    ],
)
def test_usage(netbook: Shell, line: str, message: str) -> None:
    netbook.ok("circles")
    assert netbook.fails(line, 2).startswith(message)


def test_the_name_of_a_table_is_read_kindly(lived: Shell) -> None:
    assert lived.ok("export Follow-Ups") == lived.ok("export followups")


class TestFile:
    def test_it_is_whole_private_and_counted(self, lived: Shell, tmp_path: Path) -> None:
        file = tmp_path / "out" / "meetings.csv"
        file.parent.mkdir()
        answer = lived(f"export meetings -o {file}")
        assert (answer.status, answer.out, answer.err) == (0, "", f"wrote 3 rows to {file}\n")
        assert file.read_bytes().decode() == lived.ok("export meetings")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert list(file.parent.iterdir()) == [file]

    def test_a_file_that_is_there_is_replaced(self, lived: Shell, tmp_path: Path) -> None:
        file = tmp_path / "notes.json"
        file.write_text("something longer than what comes now" * 1000)
        file.chmod(0o644)
        assert lived(f"export notes --json -o {file}").err == f"wrote 1 row to {file}\n"
        assert len(json.loads(file.read_text())) == 1
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_link_stays_a_link(self, lived: Shell, tmp_path: Path) -> None:
        link = tmp_path / "link.csv"
        link.symlink_to(tmp_path / "file.csv")
        assert lived(f"export topics -o {link}").status == 0
        assert link.is_symlink()
        assert (tmp_path / "file.csv").read_text().startswith("topic,")

    def test_a_dash_is_stdout(self, lived: Shell) -> None:
        assert lived.ok("export people -o -") == lived.ok("export people")

    @pytest.mark.parametrize(
        ("where", "why"),
        [
            (".", "it is a folder"),
            ("new/", "it is a folder"),
            ("missing/people.csv", "its folder does not exist"),
            ("there.csv/people.csv", "not a directory"),
            ("journal/netbook.db", "it is the journal itself"),
            ("o" * 300, "file name too long"),
        ],
    )
    def test_where_it_cannot_be_written(self, lived: Shell, tmp_path: Path, where: str, why: str) -> None:
        (tmp_path / "there.csv").write_text("kept")
        path = f"{tmp_path}/{where}"
        before = sorted(tmp_path.iterdir())
        assert lived.fails(f"export people -o {path}", 1) == (
            f'cannot write "{path}": {why}; nothing was written, name another file'
        )
        assert sorted(tmp_path.iterdir()) == before
        assert (tmp_path / "there.csv").read_text() == "kept"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_disk_is_one_line(self, lived: Shell) -> None:
        assert "no space left on device" in lived.fails("export people -o /dev/full", 3)
        assert Path("/dev/full").is_char_device()

    @pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
    def test_what_stops_halfway_leaves_the_file_as_it_was(self, tmp_path: Path, stop: BaseException) -> None:
        file, db = tmp_path / "people.csv", tmp_path / "netbook.db"
        file.write_text("as it was")
        db.touch()

        def halfway() -> None:
            with whole_file(str(file), db) as out:
                out.write("half")
                out.flush()
                raise stop

        with pytest.raises((KeyboardInterrupt, NoRoomForFile)):
            halfway()
        assert file.read_text() == "as it was"
        assert sorted(tmp_path.iterdir()) == [db, file]

    def test_the_journal_is_refused_by_any_of_its_names(self, lived: Shell, tmp_path: Path) -> None:
        os.link(lived.db, tmp_path / "other.db")
        assert "it is the journal itself" in lived.fails(f"export people -o {tmp_path}/other.db", 1)


FORMULAS = [
    *("=1+1", "+49 30 1", "-2", "--12-25", "@SUM(A1)", "\t=1", "\r=1", "\n=1"),
    *("＝1", "＋1", "－1", "＠x", " =1", "\u200b=1", "'=1", "''+1"),
]
HARMLESS = ["", "Ana", "a=b", "2026-11-21", "'tis", "lena@example.org", "_x", "#1", "(=1)", "Ω", "…"]


class TestSpreadsheet:
    @pytest.mark.parametrize("text", FORMULAS)
    def test_a_formula_gets_an_apostrophe(self, text: str) -> None:
        assert guarded(text) == f"'{text}"

    @pytest.mark.parametrize("value", [*HARMLESS, 7, -7, None])
    def test_what_is_none_stays(self, value: object) -> None:
        assert guarded(value) == value

    @given(st.text(alphabet="'=+-@＝ \t\r\nab1", max_size=6) | st.text())
    def test_it_never_begins_a_formula_and_can_be_undone(self, text: str) -> None:
        safe = str(guarded(text))
        assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", safe)
        # As documented: one apostrophe comes off cells that have a formula after their apostrophes.
        assert (safe[1:] if safe.startswith("'") and guarded(safe) != safe else safe) == text

    def test_only_where_it_is_asked_for(self, netbook: Shell) -> None:
        netbook.ok("""add "=HYPERLINK(1)" --phone '+49 30 1234' --how '@home' --birthday=--12-25""")
        netbook.ok("""log hyperlink -k call --minutes 15 -m "-- quiet; =1" """)
        (raw,) = netbook("export people").rows
        assert (raw["name"], raw["phone"], raw["birthday"]) == ("=HYPERLINK(1)", "+49 30 1234", "--12-25")
        out = netbook.ok("export people --spreadsheet")
        (row,) = csv.DictReader(io.StringIO(out))
        assert {name for name in row if row[name] != raw[name]} == {"name", "phone", "how_met", "birthday"}
        assert all(row[name] == f"'{raw[name]}" for name in ("name", "phone", "how_met", "birthday"))
        assert '"\'=HYPERLINK(1)",' in out
        meeting = netbook.ok("export meetings --spreadsheet").split("\n")[1]
        assert '"true",15,"",' in meeting
        assert meeting.endswith('"\'-- quiet; =1","","m1"')

    def test_in_a_file_too(self, netbook: Shell, tmp_path: Path) -> None:
        netbook.ok("add +Lena")
        assert netbook(f"export people --spreadsheet -o {tmp_path}/people.csv").status == 0
        assert '"\'+Lena"' in (tmp_path / "people.csv").read_text()


def test_text_of_any_kind_comes_back_as_it_was(netbook: Shell) -> None:
    summary = 'a "quote", a comma;\ta tab\r\nline\x1b[31m, [/b] \u202e, é, \U0001f642, 名'
    netbook.ok('add "Ana Ruiz"')
    netbook.ok("log ana -k call -", stdin=summary)
    assert netbook("export meetings --json").json[0]["summary"] == summary
    answer = netbook("export meetings")
    assert next(csv.DictReader(io.StringIO(answer.out, newline="")))["summary"] == summary


def test_rows_come_by_day_whatever_the_order_they_were_logged_in(netbook: Shell) -> None:
    netbook.ok('add "Ana Ruiz"')
    for day in ("2026-11-20", "2026-11-03", "2026-11-11", "2026-11-03"):
        netbook.ok(f"log ana -k call -d {day} -l 'said on {day}' -c 'topic {day}'")
    for what, day in (("meetings", "date"), ("notes", "date"), ("commonalities", "found_on")):
        days = [row[day] for row in netbook(f"export {what}").rows]
        assert days == sorted(days), what


@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_a_reader_that_leaves_early_is_no_error(lived: Shell, form: str) -> None:
    lived.sql(
        """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO meeting (uid, date, kind, summary)
        SELECT 'u' || i, '2026-01-01', 'call', hex(zeroblob(50)) FROM n"""
    )
    command = [sys.executable, "-m", "netbook", "export", "meetings", form]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **lived.environment()}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("what", TABLES)
def test_statements_fit_the_schema_and_sort_little(what: str) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    table = TABLES[what]
    values = dict.fromkeys(("joint", "yes", "no", "today", "since", "until"), "x")
    assert len(db.execute(table.statement, values).description) == len(table.columns)
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {table.statement}", values)]
    db.close()
    assert not any("AUTOMATIC" in step for step in plan), plan
    if what == "meetings":
        assert plan[0] == "SEARCH m USING INDEX meeting_date (date>? AND date<?)"
        assert not any("TEMP B-TREE" in step for step in plan), plan
