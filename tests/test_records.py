"""Any record, found, changed and removed by its reference."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from netbook.core import refs
from netbook.core.record_fields import FIELDS
from netbook.core.refs import Ref
from netbook.core.tables import LETTERS
from tests.conftest import Shell, built_once

LIFE = (
    "add 'Ana Ruiz' --circle peers --org Acme --title Engineer --email ana@example.org"
    " --email work@example.org --tag x",
    "add 'Bo Lind'",
    "add 'Cy Oak'",
    "log ana bo -k coffee --on 2026-11-02 -e Fair -c climbing -l 'ana: family: two sons' --got 'bo: a map' "
    "--promise 'ana: call by 1 december' -m 'the wrong day'",
    "log ana -k call --on 2026-11-10",
    "ask ana 'may I borrow the long green ladder'",
    "strain bo 'forgot the talk' --on 2026-11-03",
    "intro ana bo --because 'both climb' --on 2026-11-04",
)
MORE = (
    "INSERT INTO interest (person_id, topic_id, noted_on) VALUES (1, 1, '2026-11-05')",
    "INSERT INTO plan (date, kind, planned_on, status) VALUES ('2026-12-01', 'lunch', '2026-11-01', 'open')",
    "INSERT INTO plan_person VALUES (1, 1)",
    "INSERT INTO tie (a_id, b_id, word, back) VALUES (1, 2, 'boss', 'report')",
    "INSERT INTO thanks (person_id, date, text) VALUES (1, '2026-11-06', 'for all of it')",
)


@pytest.fixture
@built_once
def life(netbook: Shell) -> Shell:
    for line in LIFE:
        assert netbook(line).status == 0, line
    for statement in MORE:
        netbook.sql(statement)
    return netbook


def record(netbook: Shell, ref: str) -> dict[str, object]:
    results = netbook(f"show {ref} --json").json
    assert isinstance(results, dict)
    return results


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("m12", Ref("meeting", 12)), ("N7", Ref("note", 7)), (" t3 ", Ref("followup", 3)), ("m0", None),
        ("m012", None), ("m", None), ("mia", None), ("x1", None), ("m1 ", Ref("meeting", 1)), ("m١", None),
        ("m" + "9" * 30, None), ("", None),
    ],
)  # fmt: skip
def test_what_is_a_reference(text: str, named: Ref | None) -> None:
    assert refs.parse(text) == named


def test_every_kind_with_a_letter_can_be_changed() -> None:
    assert FIELDS.keys() == set(LETTERS.values())


@pytest.mark.parametrize("letter", LETTERS)
def test_each_kind_is_shown_edited_in_the_editor_and_removed(
    life: Shell, letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = f"{letter}1"
    shown = record(life, ref)
    assert (shown["ref"], bool(life.ok(f"show {ref}"))) == (ref, True)
    before = life.dump()
    monkeypatch.setenv("VISUAL", "true")
    answer = life(f"edit {ref}")
    assert (answer.status, answer.err) == (0, "netbook: nothing changed\n"), answer
    assert life.dump() == before
    life.ok(f"remove {ref} --yes")
    assert "there is no" in life.fails(f"show {ref}", 1)
    life.ok("undo")
    assert record(life, ref) == shown


EDITS = [
    ("m1", "--on 2026-11-03 --kind lunch --minutes 30 --place Hill -m better --without bo --with cy",
     {"date": "2026-11-03", "kind": "lunch", "minutes": 30, "place": "Hill", "summary": "better", "event": None}),
    ("m1", "--no-summary --no-event", {"summary": None, "event": None}),
    ("n1", "--text 'three sons' --about goals --on yesterday",
     {"text": "three sons", "about": "goals", "date": "2026-11-20"}),
    ("c1", "--topic rowing --detail 'on the lake'", {"topic": "rowing", "detail": "on the lake"}),
    ("k1", "--topic chess --on 2026-11-06", {"topic": "chess", "noted_on": "2026-11-06"}),
    ("f1", "--text 'two maps' --how letter --thanks 'so kind'",
     {"text": "two maps", "thanked_how": "letter", "thanks": "so kind", "thanked_on": "2026-11-21"}),
    ("t1", "--by 2026-12-04 --text write", {"due_on": "2026-12-04", "text": "write"}),
    ("t1", "--no-by --whose theirs", {"due_on": None, "whose": "theirs"}),
    ("q1", "--text 'may I borrow it' --on 2026-11-05", {"text": "may I borrow it", "asked_on": "2026-11-05"}),
    ("s1", "--text late --on 2026-11-01", {"text": "late", "since": "2026-11-01"}),
    ("i1", "--outcome declined --because 'both row'", {"outcome": "declined", "because": "both row"}),
    ("e1", "--goal 5 --place Hamburg --host Acme", {"goal": 5, "place": "Hamburg", "host": "Acme"}),
    ("p1", "--on 2026-12-02 --at '6 pm' --kind dinner --place Hill --with bo",
     {"date": "2026-12-02", "at": "18:00", "kind": "dinner", "place": "Hill"}),
    ("r1", "--word mentor", {"word": "mentor", "back": "mentee"}),
    ("h1", "--text 'for the ladder' --how card", {"text": "for the ladder", "how": "card"}),
]  # fmt: skip


@pytest.mark.parametrize(("ref", "options", "changed"), EDITS)
def test_a_record_is_changed_by_the_options_of_its_command(
    life: Shell, ref: str, options: str, changed: dict[str, object]
) -> None:
    before = life.dump()
    done = life(f"edit {ref} {options} --json").json
    assert done["ref"] == ref
    assert done["changes"]
    assert {name: value for name, value in record(life, ref).items() if name in changed} == changed
    life.ok("undo")
    # The history itself knows that there was something to undo.
    assert [line for line in life.dump().splitlines() if "step" not in line] == [
        line for line in before.splitlines() if "step" not in line
    ] or life.ok("export journal")


def test_what_follows_from_a_meeting_changes_with_it(life: Shell) -> None:
    assert json.loads(life.ok("goal --json"))[0]["new"] == 2
    life.ok("edit m1 --on 2026-11-20")
    assert json.loads(life.ok("goal --json"))[0]["new"] == 0
    people = {row["handle"]: row["last_contact"] for row in json.loads(life.ok("people --json"))}
    assert people == {"ana-ruiz": "2026-11-20", "bo-lind": "2026-11-20", "cy-oak": None}
    assert record(life, "n1")["date"] == record(life, "c1")["found_on"] == "2026-11-20"
    assert record(life, "t1")["promised_on"] == "2026-11-20"
    life.ok("edit m1 --without bo")
    assert [row["handle"] for row in json.loads(life.ok("people --json")) if row["last_contact"]] == [
        "ana-ruiz"
    ]
    assert life.sql("SELECT date, human FROM attendance WHERE meeting_id = 1") == [("2026-11-20", 1)]


def test_a_note_about_the_wrong_person(life: Shell) -> None:
    life.ok("edit n1 --who cy")
    assert record(life, "n1")["people"] == [{"handle": "cy-oak", "name": "Cy Oak"}]
    assert "two sons" in life.ok("show cy")
    assert "two sons" not in life.ok("show ana")


def test_an_event_moves_with_its_meetings_or_without(life: Shell) -> None:
    message = life.fails("edit e1 --on 2026-11-09", 2)
    assert message == (
        "1 meeting is logged at e1; --yes moves them by as many days, --keep-meetings leaves them where they are"
    )
    assert "1 meeting moved with it" in life.ok("edit e1 --on 2026-11-09 --yes")
    assert record(life, "m1")["date"] == record(life, "e1")["starts_on"] == "2026-11-09"
    life.ok("undo")
    life.ok("edit e1 --on 2026-11-09 --keep-meetings")
    assert (record(life, "m1")["date"], record(life, "m1")["event"]) == ("2026-11-02", "Fair")


def test_what_came_with_a_meeting_stays_when_it_is_removed(life: Shell) -> None:
    answer = life.ok("remove m1 --yes")
    assert answer == (
        "Removed: meeting m1: coffee: the wrong day (Ana Ruiz and Bo Lind); 2 commonalities, 1 note, 1 favour and"
        " 1 follow-up that came with it stay\n"
        "  still in the history: netbook undo brings it back, netbook history --clear forgets it\n"
    )
    assert record(life, "n1")["meeting"] is None
    assert life.sql("SELECT count(*) FROM meeting") == [(1,)]
    assert len(life.sql("SELECT * FROM followup")) == 1


def test_several_at_once_are_removed_or_none(life: Shell) -> None:
    life.fails("remove n1 f1 m99 --yes", 1)
    answer = life("remove n1 f1 cy --yes --json").json
    assert [one["ref"] for one in answer["records"]] == ["n1", "f1"]
    assert [one["handle"] for one in answer["people"]] == ["cy-oak"]
    life.ok("undo")
    assert record(life, "n1")
    assert life.ok("show cy")


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("edit m99 --on yesterday", 1, "there is no meeting m99"),
        ("edit n1 --minutes 3", 2, "note n1 has no --minutes"),
        ("edit n1 --no-text", 2, "a note needs its text"),
        ("edit m1 --without cy", 1, "Cy Oak is not in m1"),
        ("edit m2 --without ana", 1, "nobody would be left in m2; to remove it: netbook remove m2"),
        ("edit m1 --on tomorrow", 2, "still to come"),
        ("edit m1 --minutes 0", 2, 'cannot read the minutes "0"'),
        ("edit m1 n1 --on yesterday", 2, "one record at a time"),
        ("edit ana --minutes 3", 2, "--minutes is of a record"),
        ("edit t1 --reopen", 1, "t1 is open"),
        ("edit c2 --who ana", 1, "c1 already says that"),
        ("edit m1 --email a@b.c", 2, "meeting m1 has no --email"),
        ("edit p1 --on 2026-11-01", 2, "is over"),
        ("edit p1 --at 25:00", 2, "cannot read the time"),
        ("edit ana bo --name X", 2, "--name and several people cannot go together"),
        ("remove m1", 2, "removing m1 needs a confirmation; add --yes"),
    ],
)
def test_refused(life: Shell, line: str, status: int, message: str) -> None:
    assert message in life.fails(line, status)


def test_a_promise_is_redated_and_opened_again(life: Shell) -> None:
    life.ok("edit t1 --by 2026-12-04")
    assert json.loads(life.ok("todo --json"))[0]["due_on"] == "2026-12-04"
    life.ok("done 1")
    life.ok("edit t1 --reopen")
    assert [row["ref"] for row in json.loads(life.ok("todo --json"))] == ["t1"]


def test_an_editor_changes_a_record(life: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/kind: coffee/kind: lunch/; s/^with: bo-lind//' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    answer = life.ok("edit m1")
    assert "kind           lunch (was coffee)" in answer
    assert "with           Ana Ruiz (was Ana Ruiz; Bo Lind)" in answer


def test_one_address_of_several_is_taken_away(life: Shell) -> None:
    life.ok("edit ana --remove-email WORK@example.org --remove-tag X")
    assert json.loads(life.ok("show ana --json"))["emails"] == ["ana@example.org"]
    assert 'Ana Ruiz has none of "zz" among the emails' in life.fails("edit ana --remove-email zz", 1)


def test_a_new_employer_keeps_the_old_one(life: Shell) -> None:
    life.ok("edit ana --org Bolt --title CTO")
    assert json.loads(life.ok("show ana --json"))["jobs"] == [
        {"org": "Acme", "department": None, "title": "Engineer", "since": None, "until": "2026-11-21"}
    ]
    assert "before        Engineer, Acme (until 21 November)" in life.ok("show ana")
    assert json.loads(life.ok("find acme --json"))[0]["handle"] == "ana-ruiz"
    assert "there before: Ana Ruiz (ana-ruiz), until 21 Nov" in life.ok("reach acme")
    assert "before: Engineer, Acme" in life.ok("prep ana")
    life.ok("edit ana --org Crane --correct")
    assert len(json.loads(life.ok("show ana --json"))["jobs"]) == 1
    assert "Acme" in life.ok("export jobs")
    life.ok("undo --steps 2")
    assert json.loads(life.ok("show ana --json"))["jobs"] == []


def test_several_people_at_once(life: Shell) -> None:
    life.ok("edit bo cy --circle team")
    assert [row["circle"] for row in json.loads(life.ok("people --json"))] == ["peers", "team", "team"]
    life.ok("undo")
    assert [row["circle"] for row in json.loads(life.ok("people --json"))] == ["peers", None, None]


def test_meetings(life: Shell) -> None:
    life.ok("log ana bo -k dinner --on 2026-11-12 --place 'Blue Boat' -m 'the boat'")
    rows = json.loads(life.ok("meetings --json"))
    assert [row["ref"] for row in rows] == ["m3", "m2", "m1"]
    assert list(rows[0])[:-2] == ["uid", "date", "kind", "human", "minutes", "place", "event", "people", "handles",
                                  "summary"]  # fmt: skip

    def found(options: str) -> list[str]:
        return [row["ref"] for row in json.loads(life.ok(f"meetings {options} --json"))]

    assert found("bo") == ["m3", "m1"]
    assert found("bo ana") == ["m3", "m1"]
    assert found("bo cy") == []
    assert found("--kind call --kind dinner") == ["m3", "m2"]
    assert found("--event fair") == ["m1"]
    assert found("--place boat") == ["m3"]
    assert found("--topic climbing") == ["m1"]
    assert found("--since 2026-11-10") == ["m3", "m2"]
    assert found("--until 2026-11-10") == ["m2", "m1"]
    assert found("--limit 1") == ["m3"]
    assert life.ok("meetings bo").startswith("2 meetings with Bo Lind\n")


def test_no_number_is_given_twice(life: Shell) -> None:
    life.ok("remove n1 --yes")
    life.ok("learn bo family: a dog")
    assert [row["ref"] for row in json.loads(life.ok("export notes --json"))] == ["n2"]
    life.ok("undo --steps 2")
    life.ok("learn bo family: a cat")
    assert [row["ref"] for row in json.loads(life.ok("export notes --json"))] == ["n1", "n3"]
    other = Shell(life.db.parent.parent / "other" / "netbook.db")
    life.ok("remove n3 --yes")
    other("import -", stdin=life.ok("export journal"))
    other.ok("learn bo family: a bird")
    assert [row["ref"] for row in json.loads(other.ok("export notes --json"))][-1] == "n4"


TABLES = (
    "commonalities events favors followups interests introductions meetings notes plans requests strains ties"
)


def test_every_reference_that_is_printed_is_shown(life: Shell) -> None:
    printed = set()
    for line in ("show ana --json", "find 'two sons' --json", "meetings --json", "todo --json", "events --json",
                 *(f"export {table} --json" for table in TABLES.split())):  # fmt: skip
        results = re.findall(r'"ref": "([a-z]\d+)"', life.ok(line))
        assert results, line
        printed.update(results)
    for line in ("show ana", "meetings", "events", "find 'two sons'"):
        printed.update(re.findall(r"  ([a-z]\d+)$", life.ok(line), re.MULTILINE))
    assert len({ref[0] for ref in printed}) >= 11
    for ref in sorted(printed):
        life.ok(f"show {ref}")


def test_the_days_and_kinds_that_tables_print_are_read_where_they_are_typed(life: Shell) -> None:
    table = life.ok("meetings")
    printed = re.findall(r"^  (\d+ \w+(?: \d{4})?)  +(\w+)  ", table, re.MULTILINE)
    assert len(printed) == 2, table
    for day, kind in printed:
        life.ok(f"log cy --on '{day}' --kind '{kind}'")
    shown = re.findall(r"^  date +(.+)$", life.ok("show m1"), re.MULTILINE)
    assert life.ok(f"edit m1 --on '{shown[0]}'").startswith("Nothing changed")
