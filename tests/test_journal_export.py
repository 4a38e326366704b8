"""A journal's own export: all of it leaves, and comes in again elsewhere as it was."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.names import clean
from netbook.core.tables import TABLES
from tests.conftest import Answer, Shell, built_once

LIFE = (
    'add "Ana Ruiz" --circle peers --every 3w --org Acme --department Sales --title CTO --place Berlin'
    " --email ana@example.org --phone '+49 30 1' --url https://example.org/ana --birthday --12-25 --alias Nana"
    " --tag climbing --how 'on a train' --known-since 2020-05-01",
    'add "Bo Lind" --introduced-by ana --org Acme',
    'add "Cy Vega"',
    "edit cy --handle the-cy",
    'event "PyData Berlin" --on 2026-11-19 --until 2026-11-20 --goal 3 --place Hall --host NumFOCUS',
    'log ana bo -k lunch -d 2026-11-19 -e "PyData Berlin" --minutes 60 --place Cafe -m "two\nlines — 日本"'
    " -c climbing -l ana:family:'two sons' --gave ana:'a book' --got bo:'a lift' -p bo:'call back by 2026-12-01'",
    "log ana -k email -d 2026-11-20",
    "log --fleeting 'a man with a dog'",
    "thank bo --how card",
    "promise ana 'send the paper'",
    "promise bo 'the draft' --theirs",
    "done 2",
    "ask ana 'Could you read my draft by Friday?'",
    "answer ana yes 'gladly'",
    "strain cy 'forgot the meeting'",
    "intro ana bo --because 'both climb' --outcome made",
    "goodbye --org Acme",
    "goodbye --done bo --org Acme",
    "pause cy --until 2027-01-01",
    "circle choir --every 1y --describe 'we sing'",
)
# What no command of a new journal writes at once.
REST = (
    "INSERT INTO identity VALUES ('urn:uuid:1', 1)",
    "INSERT INTO carried (person_id, line) VALUES (1, 'X-SKYPE:ana')",
    "INSERT INTO not_same VALUES (1, 2)",
    "UPDATE person SET start_on = '2026-11-01', last_contact_on = '2026-10-01', me = 1 WHERE id = 3",
    "UPDATE email SET label = 'work'",
    "INSERT INTO address (person_id, text, key, label, street, town, region, code, country)"
    " VALUES (1, 'Quai 1, Lyon', 'quai 1 lyon', 'home', 'Quai 1', 'Lyon', 'ARA', '69001', 'France')",
    "INSERT INTO job (person_id, org, department, title, since, until)"
    " VALUES (1, 'Northwood', 'Trees', 'forester', '2019-01-01', '2021-12-31')",
    "INSERT INTO news (person_id, what, value, found_on, source) VALUES (1, 'org', 'Hill', '2026-11-21', 'linkedin')",
    "INSERT INTO interest (person_id, topic_id, noted_on, meeting_id) VALUES (1, 1, '2026-11-21', 1)",
    "INSERT INTO not_common VALUES (1, 'golf')",
    "INSERT INTO tie (a_id, b_id, word, back) VALUES (2, 1, 'boss', 'report')",
    "INSERT INTO tie (a_id, name, word, back) VALUES (1, 'Rosa', 'sister', 'sister')",
    "INSERT INTO plan (date, at, kind, place, event_id, text, planned_on, status, source, sequence)"
    " VALUES ('2026-12-01', '18:30', 'dinner', 'Hill', 1, 'the boat', '2026-11-21', 'open', 'entry 1', 2)",
    "INSERT INTO plan_person VALUES (1, 1), (1, 2)",
    "INSERT INTO expected VALUES (1, 2)",
    "INSERT INTO thanks (person_id, date, how, text, meeting_id) VALUES (1, '2026-11-20', 'letter', 'for all', 1)",
    "INSERT INTO introducer_done VALUES (1)",
    "INSERT INTO proposal (key, source, series, date, at, kind, minutes, place, summary, coming, answer)"
    " VALUES ('entry 2', 'calendar', 's', '2026-11-20', '10:00', 'coffee', 30, 'Hill', 'Ana / me', 0, 'open')",
    "INSERT INTO proposal_person VALUES (1, 1)",
    "INSERT INTO setting VALUES ('region', 'DE')",
)


def live(netbook: Shell) -> None:
    """Fill every table."""
    for line in LIFE:
        answer = netbook(line)
        assert answer.status == 0, (line, answer)
    for statement in REST:
        netbook.sql(statement)
    # The highest numbers are brought up to date by the next step.
    netbook.ok("pause cy --until 2027-01-02")


@pytest.fixture
@built_once
def lived(netbook: Shell) -> Shell:
    """A journal with a row in every table."""
    live(netbook)
    return netbook


def elsewhere(netbook: Shell, name: str = "other") -> Shell:
    """Another journal, not there yet."""
    return Shell(netbook.db.parent.parent / name / "netbook.db")


def counts(answer: Answer) -> dict[str, int]:
    """What became of the lines, by fate."""
    assert answer.status == 0, answer
    return {fate: answer.json[fate] for fate in ("added", "changed", "same", "skipped", "failed")}


def brought(netbook: Shell, text: str, options: str = "") -> Answer:
    """Import a text from standard input."""
    return netbook(f"import - --json {options}", stdin=text)


def lines(text: str) -> list[dict[str, Any]]:
    """The objects of a text of JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


def ended(*rows: dict[str, Any], version: int = 1) -> str:
    """A whole file of these rows."""
    every = [{"netbook": "journal", "version": version}, *rows, {"end": "journal", "rows": len(rows)}]
    return "".join(f"{json.dumps(each)}\n" for each in every)


def test_every_table_leaves_and_comes_in_again_as_it_was(lived: Shell) -> None:
    text = lived.ok("export journal")
    header, *rows, footer = lines(text)
    assert header == {"netbook": "journal", "version": 1}
    assert footer == {"end": "journal", "rows": len(rows)}
    assert list(dict.fromkeys(row["row"] for row in rows)) == list(TABLES)
    assert all(list(row) == ["row", *TABLES[row["row"]].columns] for row in rows)

    other = elsewhere(lived)
    answer = brought(other, text)
    assert counts(answer) == {"added": len(rows), "changed": 0, "same": 0, "skipped": 0, "failed": 0}
    assert answer.json["problems"] == []
    assert other.ok("export journal") == text
    # What people see, and what the database makes of it.
    for question in (
        "show ana --json",
        "todo --json",
        "due --json",
        "circles --json",
        "find climbing --json",
    ):
        assert other.ok(question) == lived.ok(question)
    for made in ("person", "alias", "attendance", "name_word", "topic", "email"):
        assert other.sql(f"SELECT * FROM {made}") == lived.sql(f"SELECT * FROM {made}")


def test_the_same_again_changes_nothing_and_one_undo_takes_it_back(lived: Shell) -> None:
    text, other = lived.ok("export journal"), elsewhere(lived)
    new = other.ok("export journal")
    brought(other, text)
    before = other.dump()
    again = brought(other, text)
    assert counts(again) == {
        "added": 0,
        "changed": 0,
        "same": text.count("\n") - 2,
        "skipped": 0,
        "failed": 0,
    }
    assert again.json["problems"] == []
    assert other.dump() == before
    other.ok("undo")
    assert other.ok("export journal") == new


def test_a_dry_run_says_the_same_and_does_nothing(lived: Shell) -> None:
    text, other = lived.ok("export journal"), elsewhere(lived)
    for journal in (other, lived):
        journal.ok("circles")
        before = journal.dump()
        tried = brought(journal, text, "--dry-run")
        assert journal.dump() == before
        assert not list(journal.db.parent.glob("backups/*"))
        assert brought(journal, text).json == tried.json | {"dry_run": False}


def test_it_says_what_came_in(lived: Shell, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    answer = lived(f"export journal -o {file}")
    assert answer.status == 0
    assert answer.err.startswith("wrote ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    answer = elsewhere(lived)(f"import {file}")
    assert "people    3: Ana Ruiz, Bo Lind and Cy Vega" in answer.out
    assert "meetings  3, from 2026-11-19 to 2026-11-21" in answer.out
    assert "in no circle" not in answer.out
    assert "Nothing new" in elsewhere(lived)(f"import {file} --from journal").out


@pytest.mark.parametrize(
    "option", ["--csv", "--json", "--spreadsheet", "--since 2020-01-01", "--until today"]
)
def test_options_of_tables_are_refused(lived: Shell, option: str) -> None:
    assert option.split()[0] in lived.fails(f"export journal {option}", 2)


def test_circles_come_with_their_people(lived: Shell) -> None:
    text = lived.ok("export journal")
    path = lived.db.parent / "all"
    path.write_text(text)
    assert "leave out --circle" in elsewhere(lived).fails(f"import {path} --circle peers", 2)


# Into a journal with something in it.


def two_journals(netbook: Shell) -> tuple[Shell, str]:
    """A journal that knows Ana by her address, and the text of another one."""
    live(netbook)
    other = elsewhere(netbook)
    other.ok('add "Zoe Oak"')
    other.ok('add "A. Ruiz" --email ANA@example.org --org Globex --circle peers')
    other.ok("promise zoe 'her own'")
    other.ok("common zoe Climbing")
    return other, netbook.ok("export journal")


def test_people_are_merged_and_numbers_given_anew(netbook: Shell) -> None:
    other, text = two_journals(netbook)
    answer = brought(other, text)
    # Her address is there already, and the four circles that nobody changed.
    assert answer.json["failed"] == answer.json["skipped"] == 0
    whys = [problem["why"] for problem in answer.json["problems"]]
    assert any("Globex" in why and "Acme" in why for why in whys)
    (ana,) = [row for row in lines(other.ok("export journal")) if row.get("handle") == "a-ruiz"]
    assert (ana["name"], ana["org"], ana["department"], ana["cadence"]) == (
        "A. Ruiz",
        "Globex",
        None,  # hers is one of Acme's
        "3w",
    )
    people = other("export people").rows
    assert sorted(row["handle"] for row in people) == ["a-ruiz", "bo-lind", "the-cy", "zoe-oak"]
    assert next(row for row in people if row["handle"] == "bo-lind")["introduced_by"] == "a-ruiz"
    # Numbers of the file are not the journal's: its own first promise stays the first.
    texts = [(number, words) for number, words in other.sql("SELECT id, text FROM followup ORDER BY id")]
    assert texts[0] == (1, "her own")
    assert len(texts) == len(netbook.sql("SELECT id FROM followup")) + 1
    assert other.sql("SELECT name FROM topic") == [("Climbing",)]
    (met,) = other.sql("SELECT a_id, b_id FROM introduction")
    handles = [handle for (handle,) in other.sql("SELECT handle FROM person WHERE id IN (?, ?)", *met)]
    assert sorted(handles) == ["a-ruiz", "bo-lind"]

    before = other.dump()
    again = brought(other, text)
    assert counts(again) == {"added": 0, "changed": 0, "same": again.json["read"], "skipped": 0, "failed": 0}
    assert other.dump() == before


def test_she_is_found_by_her_uid_when_her_address_is_gone(netbook: Shell) -> None:
    other, text = two_journals(netbook)
    brought(other, text)
    other.ok("edit a-ruiz --no-email")
    # What was taken off comes again, to the same person.
    assert counts(brought(other, text))["added"] == 1
    assert len(other("export people").rows) == 4


def test_what_is_there_is_kept_what_is_empty_is_filled(netbook: Shell) -> None:
    live(netbook)
    before = netbook.ok("export journal")
    netbook.sql("UPDATE note SET text = 'three sons'")
    netbook.sql("UPDATE meeting SET place = NULL, minutes = 30 WHERE kind = 'lunch'")
    netbook.sql("UPDATE followup SET status = 'open', closed_on = NULL")
    netbook.sql("UPDATE person SET introduced_by_id = NULL, title = NULL")
    answer = brought(netbook, before)
    # The meeting, Ana and Bo; the promise is open here, and stays so.
    assert (answer.json["changed"], answer.json["added"], answer.json["failed"]) == (3, 0, 0)
    assert netbook.sql("SELECT text FROM note") == [("three sons",)]
    assert netbook.sql("SELECT place, minutes FROM meeting WHERE kind = 'lunch'") == [("Cafe", 30)]
    assert netbook.sql("SELECT DISTINCT status FROM followup") == [("open",)]
    assert netbook.sql("SELECT title, introduced_by_id FROM person WHERE id < 3") == [
        ("CTO", None),
        (None, 1),
    ]
    whys = " ".join(problem["why"] for problem in answer.json["problems"])
    assert 'the journal has "three sons" as text, the file "two sons"' in whys
    assert "the journal has 30 as minutes, the file 60" in whys
    assert 'the journal has "open" as status, the file "done"' in whys


def test_somebody_whom_it_is_not_clear_who_is_left_out_with_what_hangs_on_them(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --email one@example.org")
    netbook.ok("add 'Ana Ruiz' --namesake --email two@example.org")
    person = {
        "row": "person",
        "id": 1,
        "uid": "p",
        "handle": "ana",
        "name": "Ana Ruiz",
        "added_on": "2026-01-01",
    }
    emails = [{"row": "email", "person_id": 1, "address": f"{each}@example.org"} for each in ("one", "two")]
    note = {"row": "note", "uid": "n", "person_id": 1, "about": "work", "text": "x", "date": "2026-01-01"}
    answer = brought(netbook, ended(person, *emails, note))
    assert counts(answer) == {"added": 0, "changed": 0, "same": 0, "skipped": 4, "failed": 0}


def family(*uids: str) -> list[dict[str, Any]]:
    """Namesakes with one mailbox."""
    people = [
        {"row": "person", "id": number, "uid": uid, "handle": f"ana-{number}", "name": "Ana Ruiz",
         "added_on": "2026-01-01"} for number, uid in enumerate(uids, 1)
    ]  # fmt: skip
    emails = [
        {"row": "email", "person_id": number, "address": "ana@example.org"}
        for number in range(1, len(uids) + 1)
    ]
    return [*people, *emails]


def test_two_people_who_are_one_here(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    for uid in ("p1", "p2"):
        netbook.sql("INSERT INTO identity VALUES (?, 1)", uid)
    pair = {"row": "introduction", "a_id": 1, "b_id": 2, "date": "2026-01-01", "outcome": "made"}
    answer = brought(netbook, ended(*family("p1", "p2"), pair))
    assert counts(answer) == {"added": 0, "changed": 0, "same": 4, "skipped": 1, "failed": 0}


def test_two_people_of_one_journal_stay_two(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    (uid,) = netbook.sql("SELECT uid FROM person")[0]
    # The one above has the same address, and the one below is known by her uid.
    rows = family("mother", uid, "aunt")
    answer = brought(netbook, ended(*rows))
    assert counts(answer) == {"added": 4, "changed": 0, "same": 2, "skipped": 0, "failed": 0}
    before = netbook.dump()
    assert brought(netbook, ended(*rows)).json["same"] == 6
    assert netbook.dump() == before


def test_circles_that_somebody_changed_are_kept(lived: Shell) -> None:
    text, other = lived.ok("export journal"), elsewhere(lived)
    other.ok("circle team --every 1w")
    other.ok("circle band --every 1m")
    answer = brought(other, text)
    assert answer.json["failed"] == 0
    cadences = {row["circle"]: row["cadence"] for row in other("export circles").rows}
    assert (cadences["team"], cadences["band"], cadences["choir"]) == ("1w", "1m", "1y")
    assert [problem["what"] for problem in answer.json["problems"]] == ["circle team"]


# Files that are not as they should be.

ANA = {"row": "person", "id": 1, "uid": "p", "handle": "ana", "name": "Ana", "added_on": "2026-01-01"}
BAD = [
    ("not json", "it is not JSON"),
    ("[1]", "it is not an object"),
    ("{}", 'it does not say which "row" it is'),
    ('{"row": "persons"}', 'no row is called "persons"'),
    ({**ANA, "uid": "q", "shoe": 42}, 'an unknown column, "shoe"'),
    ({**ANA, "uid": "q"}, "already"),
    ({**ANA, "id": 2, "uid": "q", "name": ""}, "name: "),
    ({**ANA, "id": 2, "uid": "q", "name": "a\nb"}, "name: "),
    ({**ANA, "id": 2, "uid": "q", "name": "a\0b"}, "invalid character"),
    ({**ANA, "id": 2, "uid": "q", "name": "\ud800"}, "invalid character"),
    ({**ANA, "id": 2, "uid": "q", "handle": "A B"}, "handle: "),
    ({**ANA, "id": 2, "uid": "q", "cadence": "often"}, "cadence: "),
    ({**ANA, "id": 2, "uid": "q", "birthday": "2026-02-31"}, "birthday: "),
    ({**ANA, "id": 2, "uid": "q", "added_on": "yesterday"}, "is not a day"),
    ({**ANA, "id": 2, "uid": "q", "added_on": 20260101}, "added_on"),
    ({**ANA, "id": 2, "uid": ["q"]}, "uid: "),
    ({**ANA, "id": 2**70, "uid": "q", "handle": "big"}, "too big"),
    ({**ANA, "id": 2, "uid": "q", "handle": "bo", "parted_why": "x"}, "breaks a rule"),
    ({"row": "email", "person_id": 9, "address": "x@y"}, "does not exist"),
    ({"row": "attendance", "meeting_id": 9, "person_id": 1}, "does not exist"),
]


@pytest.mark.parametrize("with_content", [False, True], ids=["new", "merged"])
def test_a_bad_line_is_named_and_the_good_ones_go_in(netbook: Shell, with_content: bool) -> None:
    if with_content:
        netbook.ok("add Zoe")
    texts = [line if isinstance(line, str) else json.dumps(line) for line, _ in BAD]
    if with_content:
        # Of a new person what breaks a rule with something else stays out.
        for place in (17,):
            texts[place] = "{}"
    whole = ended(ANA, {"row": "tag", "id": 1, "person_id": 1, "name": "x"}).splitlines()
    text = "\n".join(
        [whole[0], whole[1], *texts, whole[2], json.dumps({"end": "journal", "rows": len(BAD) + 2})]
    )
    answer = brought(netbook, text)
    assert counts(answer) == {"added": 2, "changed": 0, "same": 0, "skipped": 0, "failed": len(BAD)}
    for number, (problem, (_, why)) in enumerate(zip(answer.json["problems"], BAD, strict=True), 3):
        assert problem["line"] == number
        assert why in problem["why"] or (with_content and texts[number - 3] == "{}"), problem
    assert netbook.sql("SELECT name FROM person WHERE name = 'Ana'") == [("Ana",)]


@pytest.mark.parametrize("with_content", [False, True], ids=["new", "merged"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ended(ANA).rsplit("{", 1)[0], "its last line is missing"),
        (ended(ANA)[:-12], "its last line is missing"),
        (ended(ANA).replace('"rows": 1', '"rows": 2'), "says 2 rows and there are 1"),
        (ended(ANA) + json.dumps(ANA), "comes after the last one"),
        (ended(ANA, version=2), "made by a newer netbook"),
        (ended(ANA, version=0), "its first line is not"),
        (ended(ANA).replace("version", "edition"), "its first line is not"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(
    netbook: Shell, tmp_path: Path, with_content: bool, text: str, says: str
) -> None:
    netbook.ok("add Zoe" if with_content else "circles")
    path = tmp_path / "broken"
    path.write_text(text)
    assert says in netbook.fails(f"import {path}", 1)


def test_another_file_said_to_be_one(netbook: Shell, tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("hello\n")
    assert "its first line is not" in netbook.fails(f"import {path} --from journal", 1)
    assert "nothing to import in" in netbook.fails(f"import {tmp_path}", 1)


# Any journal at all.

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
NAMES = WORDS.map(lambda text: text.replace("\n", " ")).filter(lambda text: clean(text) != "")
DAYS = st.dates(date(1990, 1, 1), date(2199, 12, 31)).map(str)


@st.composite
def journals(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rows of a few tables that keep the rules."""
    last = draw(st.integers(1, 4))
    person = st.integers(1, last)

    def somebody_else(number: int) -> int | None:
        other = draw(person)
        return other if other != number else None

    def some(most: int) -> range:
        return range(draw(st.integers(0, most)))

    people = [
        {"row": "person", "id": number, "uid": f"p{number}", "handle": f"h-{number}", "name": draw(NAMES),
         "org": draw(st.none() | NAMES), "how_met": draw(st.none() | WORDS), "added_on": draw(DAYS),
         "introduced_by_id": somebody_else(number)}
        for number in range(1, last + 1)
    ]  # fmt: skip
    meetings = [
        {"row": "meeting", "id": number * 7, "uid": f"m{number}", "date": draw(DAYS),
         "kind": draw(st.sampled_from(["call", "email", "lunch"])), "summary": draw(st.none() | WORDS)}
        for number in some(3)
    ]  # fmt: skip
    attendances = [
        {"row": "attendance", "meeting_id": meeting["id"], "person_id": number}
        for meeting in meetings
        for number in sorted(draw(st.sets(person)))
    ]
    followups = [
        {"row": "followup", "id": 3 + number * 5, "uid": f"f{number}", "person_id": draw(person),
         "whose": "mine", "text": draw(WORDS), "promised_on": draw(DAYS), "status": "open"}
        for number in some(3)
    ]  # fmt: skip
    return [*people, *meetings, *attendances, *followups]


@given(rows=journals())
@settings(max_examples=8)
def test_out_and_in_gives_the_same_bytes(rows: list[dict[str, Any]]) -> None:
    with TemporaryDirectory(dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")) as folder:
        one, other, third = (Shell(Path(folder) / name / "netbook.db") for name in ("one", "other", "third"))
        answer = brought(one, ended(*rows))
        assert counts(answer) == {"added": len(rows), "changed": 0, "same": 0, "skipped": 0, "failed": 0}, (
            answer.json
        )
        text = one.ok("export journal")
        brought(other, text)
        assert other.ok("export journal") == text
        # Into a journal with somebody in it, and again.
        third.ok("add Zoe")
        assert brought(third, text).json["failed"] == 0
        before = third.dump()
        assert brought(third, text).json["same"] == text.count("\n") - 2
        assert third.dump() == before


def test_the_page_on_the_format_has_every_line() -> None:
    readme = (Path(__file__).parent.parent / "docs" / "export-format.md").read_text(encoding="utf-8")
    for name, table in TABLES.items():
        assert f"| `{name}` | `{','.join(table.columns)}` |" in readme


def test_what_takes_long_shows_how_far_it_is(
    netbook: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    @contextmanager
    def progress() -> Iterator[Callable[[int, int], None]]:
        yield lambda done, every: seen.append((done, every))

    monkeypatch.setattr("netbook.cli.progress.progress", progress)
    monkeypatch.setattr("netbook.cli.progress.STEP", 2)
    netbook("add Ana")
    assert netbook(f"export journal -o {tmp_path / 'all.jsonl'}").err.startswith("wrote 6 rows to ")
    assert seen == [(0, 6), (2, 6), (4, 6)]
