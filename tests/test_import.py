"""Importing, as a user does it: what came in, what was reported, and that twice is once."""

from __future__ import annotations

import os
import shlex
import sqlite3
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.actions import import_source, imports
from netbook.store import bulk
from tests.conftest import Shell
from tests.terminal import Terminal

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
ADA = "Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.org,Acme,Engineer,18 Jun 2025"
LINKEDIN = f"""Notes:
"A note that the export begins with."

{HEADER}
{ADA}
Bo,Example,https://www.linkedin.com/in/bo-example,,Globex,Founder,someday
,,,,,,01 Jan 2023
"""
FRIENDS = """### Activities:
- 2026-11-20: Lunch with **Ada Example** and **Bo Example** at _NYC_. @food
- 2027-01-01: Dinner with **Ada Example**.
- 2026-11-01: Emailed **Bo Example**.
- no date with **Ada Example**

### Notes:
- 2026-06-15: **Ada Example** and **Bo Example** are moving house. @family

### Friends:
- Ada Example (a.k.a. Countess) [NYC] @science:engines
- Bo Example

### Locations:
- New York (a.k.a. NYC)
"""


# A file's text and the options; back come the line of counts, the lines of problems and stdout.
Give = Callable[..., tuple[str, list[str], str]]


@pytest.fixture
def give(netbook: Shell, tmp_path: Path) -> Give:
    """Writes a file and imports it."""

    def importing(text: str | bytes, options: str = "", name: str = "file.txt") -> tuple[str, list[str], str]:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        answer = netbook(f"import {shlex.quote(str(path))} {options}")
        assert answer.status == 0, answer
        counts, *problems = answer.err.splitlines()
        return counts, [problem.strip() for problem in problems], answer.out

    return importing


def counted(line: str) -> dict[str, int]:
    """The numbers of the line of counts."""
    read, _, rest = line.replace(" the same", " same").partition(" read: ")
    return {"read": int(read)} | {fate: int(many) for many, fate in map(str.split, rest.split(", "))}


def test_linkedin_tries_first_then_imports_then_has_it_all(netbook: Shell, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(LINKEDIN)
    answer = netbook(f"import {file} --dry-run --json")
    assert answer.status == 0
    assert answer.err == "3 read: 2 added, 0 changed, 0 the same, 1 skipped, 0 failed\n"
    assert answer.json == {
        "format": "linkedin", "dry_run": True, "read": 3, "added": 2, "changed": 0, "same": 0, "skipped": 1,
        "failed": 0,
        "problems": [
            {
                "line": 6,
                "what": "Bo Example",
                "why": 'the date "someday" cannot be read; since when you know them is left empty',
            },
            {"line": 7, "what": "01 Jan 2023", "why": "it has no name"},
        ],
    }  # fmt: skip
    assert netbook.sql("SELECT count(*) FROM person") == [(0,)]

    assert netbook(f"import {file} --json").json == answer.json | {"dry_run": False}
    columns = "handle, name, org, title, known_since, uid IS NOT NULL"
    assert netbook.sql(f"SELECT {columns} FROM person ORDER BY id") == [
        ("ada-example", "Ada Example", "Acme", "Engineer", "2025-06-18", 1),
        ("bo-example", "Bo Example", "Globex", "Founder", None, 1),
    ]
    assert netbook.sql("SELECT address FROM email") == [("ada@example.org",)]
    assert netbook.sql("SELECT text FROM note") == [("Connected On: someday",)]
    # "Connected On" is no meeting.
    assert netbook.sql("SELECT count(*) FROM meeting") == [(0,)]

    before = netbook.dump()
    again = netbook(f"import {file} --json").json
    assert (again["read"], again["added"], again["changed"], again["same"], again["skipped"]) == (
        3,
        0,
        0,
        2,
        1,
    )
    assert netbook.dump() == before


def test_what_was_imported_does_not_fail_where_the_file_cannot_be_closed(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(FRIENDS)
    with import_source.opened(str(tmp_path / "file.txt")) as source:
        assert source.whole() == FRIENDS.encode()
        os.close(source._stream.fileno())  # so that closing it fails


def test_friends_brings_people_meetings_and_notes(netbook: Shell, give: Give) -> None:
    counts, problems, out = give(FRIENDS, "--circle peers")
    assert counts == "8 read: 5 added, 0 changed, 0 the same, 2 skipped, 1 failed"
    assert problems == [
        'line 5, failed: no date with **Ada Example**: it does not begin with a date like "2024-01-31: "',
        "line 3, skipped: Dinner with Ada Example.: it is dated 2027-01-01, which is still to come",
        "line 15, skipped: New York: a place; it is kept with the people and meetings that name it",
    ]
    assert out.splitlines()[:5] == [
        "Imported:",
        "  people    2: Ada Example and Bo Example",
        "  circle    peers",
        "  meetings  2, from 2026-11-01 to 2026-11-20",
        "  notes     2",
    ]
    assert netbook.sql(
        "SELECT m.date, m.kind, m.human, m.place, m.summary, group_concat(p.handle, ' ')"
        " FROM meeting m JOIN attendance a ON a.meeting_id = m.id JOIN person p ON p.id = a.person_id"
        " GROUP BY m.id ORDER BY m.date"
    ) == [
        ("2026-11-01", "email", 0, None, "Emailed Bo Example.", "bo-example"),
        ("2026-11-20", "lunch", 1, "New York", "Lunch with Ada Example and Bo Example at NYC. @food",
         "ada-example bo-example"),
    ]  # fmt: skip
    assert (
        netbook.sql("SELECT about, text FROM note")
        == [("family", "Ada Example and Bo Example are moving house. @family")] * 2
    )
    assert netbook.sql("SELECT name FROM alias") == [("Countess",)]
    assert netbook.sql("SELECT name FROM tag") == [("science:engines",)]
    assert netbook.sql("SELECT place FROM person ORDER BY id") == [("New York",), (None,)]
    # The e-mail is kept and the clock is not reset by it.
    assert "2026-11-20" in netbook.ok("people --csv")

    before = netbook.dump()
    counts, _, out = give(FRIENDS, "--circle peers")
    assert counts == "8 read: 0 added, 0 changed, 5 the same, 2 skipped, 1 failed"
    assert out == "Nothing new: the journal has all of it already\n"
    assert netbook.dump() == before


def test_an_activity_added_to_the_file_later_comes_alone_even_after_a_rename(
    netbook: Shell, give: Give
) -> None:
    give(FRIENDS)
    netbook.ok("edit ada-example --name 'Ada Married'")
    longer = FRIENDS.replace(
        "### Activities:\n", "### Activities:\n- 2026-11-21: Coffee with **Ada Example**.\n"
    )
    counts, problems, _ = give(longer)
    assert counted(counts)["added"] == 1
    # Her former name is a name of hers.
    assert not any("Ada Married" in problem for problem in problems)
    assert netbook.sql("SELECT name FROM person ORDER BY id") == [("Ada Married",), ("Bo Example",)]


@pytest.mark.parametrize(
    ("existing", "fate", "message"),
    [
        # The same address or profile and a name that can be the same: filled in.
        ("'Ada Example' --email ADA@example.org", "changed", None),
        (
            "'A. Example' --email ada@example.org",
            "changed",
            'has "A. Example" as name, the file "Ada Example"',
        ),
        ("'Ada M. Example' --alias 'ada example' --email ada@example.org", "changed", None),
        ("'Ada Example' --url http://de.linkedin.com/in/ADA-example/", "changed", None),
        ("'Ada Married' --url linkedin.com/in/ada-example", "changed", 'has "Ada Married" as name'),
        # What the journal says stays.
        (
            "'Ada Example' --email ada@example.org --org Initech",
            "changed",
            'the journal has "Initech" as organisation, the file "Acme"; the journal\'s is kept',
        ),
        (
            "'Ada Example' --email ada@example.org --known-since 2020-01-01",
            "changed",
            "the journal has 2020-01-01 as known since, the file 2025-06-18",
        ),
        # A family shares a mailbox.
        (
            "'Carl Example' --email ada@example.org",
            "added",
            "carl-example (Carl Example) has the same address",
        ),
        # Never by the name alone.
        ("'Ada Example' --org Initech", "added", "may be a duplicate of ada-example (Ada Example, Initech)"),
        ("'Addie' --alias 'ada example'", "added", "may be a duplicate of addie (Addie)"),
        ("'Ada Example' --url https://linkedin.com/in/another-ada", "added", None),
    ],
)
def test_who_is_the_same_and_what_becomes_of_them(
    netbook: Shell, give: Give, existing: str, fate: str, message: str | None
) -> None:
    netbook.ok(f"add {existing}")
    counts, problems, _ = give(f"{HEADER}\n{ADA}\n")
    assert counted(counts)[fate] == 1, counts
    assert len(problems) == (1 if message else 0), problems
    assert message is None or message in problems[0]
    assert netbook.sql("SELECT count(*) FROM person") == [(2 if fate == "added" else 1,)]
    before = netbook.dump()
    counts, _, _ = give(f"{HEADER}\n{ADA}\n")
    assert counted(counts)["same"] == 1
    assert netbook.dump() == before


def test_a_link_that_is_nobodys_own_needs_a_name_that_agrees(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Carl Else' --url https://example.org/acme")
    row = "{},https://www.example.org/acme/,,,,"
    _, (problem,), _ = give(f"{HEADER}\n{row.format('Ada,Example')}\n")
    assert "carl-else (Carl Else) has the same address or link" in problem
    assert counted(give(f"{HEADER}\n{row.format('C.,Else')}\n")[0])["same"] == 1


def test_what_is_empty_is_filled_and_what_is_there_is_kept(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org --email a@example.org --title Boss --circle team")
    give(f"{HEADER}\n{ADA}\n", "--circle peers")
    assert netbook.sql(
        "SELECT p.org, p.title, p.known_since, c.name FROM person p JOIN circle c ON c.id = p.circle_id"
    ) == [("Acme", "Boss", "2025-06-18", "team")]
    assert netbook.sql("SELECT address FROM email ORDER BY id") == [("ada@example.org",), ("a@example.org",)]
    assert netbook.sql("SELECT key FROM url") == [("linkedin.com/in/ada-example",)]


def test_a_record_that_fits_two_people_is_left_out_and_named(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org")
    netbook.ok("add 'Ada Example' --namesake --email ada@example.org")
    counts, (problem,), _ = give(f"{HEADER}\n{ADA}\n")
    assert counted(counts)["skipped"] == 1
    assert "ada-example (Ada Example) and ada-example-2 (Ada Example)" in problem


def test_the_same_person_twice_in_one_file_is_one(netbook: Shell, give: Give) -> None:
    more = "Ada,Example,,ada@example.org,,,"
    counts, problems, _ = give(f"{HEADER}\n{more}\n{ADA}\n{ADA}\n")
    assert counts == "3 read: 1 added, 1 changed, 1 the same, 0 skipped, 0 failed"
    assert problems == []
    assert netbook.sql("SELECT org, (SELECT count(*) FROM url) FROM person") == [("Acme", 1)]


def test_two_of_one_name_get_two_handles(netbook: Shell, give: Give) -> None:
    _, (problem,), _ = give(f"{HEADER}\n{ADA}\nAda,Example,,,Globex,,\n")
    assert "line 3: Ada Example: added, but may be a duplicate of ada-example (Ada Example, Acme)" in problem
    assert netbook.sql("SELECT handle FROM person ORDER BY id") == [("ada-example",), ("ada-example-2",)]


def test_a_day_still_to_come_is_no_day_somebody_is_known_since(netbook: Shell, give: Give) -> None:
    _, (problem,), _ = give(f"{HEADER}\n{ADA.replace('2025', '2027')}\n")
    assert "known since 2027-06-18, which is still to come" in problem
    assert netbook.sql("SELECT known_since FROM person") == [(None,)]


def test_unknown_columns_become_notes_once(netbook: Shell, give: Give) -> None:
    text = f"{HEADER},Shoe Size\n{ADA},38\n"
    give(text)
    give(text)
    assert netbook.sql("SELECT text, date FROM note") == [("Shoe Size: 38", "2026-11-21")]
    counts, _, _ = give(text.replace("38", "39"))
    assert counted(counts)["changed"] == 1


def test_standard_input_and_the_circle_of_the_new_people(netbook: Shell) -> None:
    answer = netbook("import - --circle Community", stdin=LINKEDIN)
    assert (answer.status, answer.out.splitlines()[2]) == (0, "  circle    community")
    assert netbook.sql("SELECT DISTINCT c.name FROM person p JOIN circle c ON c.id = p.circle_id") == [
        ("community",)
    ]


def test_people_without_a_circle_never_fall_due_and_that_is_said(give: Give) -> None:
    _, _, out = give(LINKEDIN)
    assert "in no circle yet, so none of them falls due: netbook edit WHO --circle NAME" in out


def test_a_guessed_encoding_is_said_and_another_can_be_given(netbook: Shell, give: Give) -> None:
    remark, lines, _ = give(f"{HEADER}\nZoë,Example,,,,,\n".encode("cp1252"), "--dry-run")
    assert "read as Windows-1252" in remark
    assert lines == ["1 read: 1 added, 0 changed, 0 the same, 0 skipped, 0 failed"]
    give(f"{HEADER}\n太郎,山田,,,,,\n".encode("shift_jis"), "--encoding shift_jis")
    assert netbook.sql("SELECT name FROM person") == [("太郎 山田",)]


@pytest.mark.parametrize(
    ("content", "options", "status", "message"),
    [
        (b"", "", 1, "nothing was imported: the file is empty"),
        (b" \n\n", "--from friends", 1, "the file is empty"),
        (b"<!DOCTYPE html><html>", "", 1, "a web page (HTML)"),
        (b"PK\x03\x04\x14", "--from linkedin", 1, "an archive (ZIP)"),
        (b"caf\xe9 \x81 words", "", 1, "name it with --encoding"),
        (b"just words", "", 1, "cannot tell what format the file has; name it with --from ("),
        (b"just words", "--from linkedin", 1, "the file is not a LinkedIn Connections.csv"),
        (b"just words", "--from friends", 1, "the file is not a friends.md"),
        (LINKEDIN.encode(), "--from frends", 2, 'unknown format "frends"; did you mean friends?'),
        (LINKEDIN.encode(), "--encoding klingon", 2, 'unknown encoding "klingon"'),
        (LINKEDIN.encode(), "--encoding utf-16", 1, "not UTF-16 throughout"),
        (LINKEDIN.encode(), "--circle peer", 1, 'no circle is called "peer"; did you mean peers?'),
        (LINKEDIN.encode(), "--dry-run --circle peer", 1, 'no circle is called "peer"'),
    ],
)
def test_what_cannot_be_imported_is_one_line_and_changes_nothing(
    netbook: Shell, tmp_path: Path, content: bytes, options: str, status: int, message: str
) -> None:
    netbook.ok("add 'Carl Example'")
    file = tmp_path / "file"
    file.write_bytes(content)
    assert message in netbook.fails(f"import {file} {options}", status)
    assert not (netbook.db.parent / "backups").exists()


@pytest.mark.parametrize(("name", "why"), [("missing.csv", "no such file"), (".", "nothing to import in")])
def test_a_file_that_cannot_be_read(netbook: Shell, tmp_path: Path, name: str, why: str) -> None:
    assert why in netbook.fails(f"import {tmp_path / name}", 1)
    assert "cannot have this name" in netbook.fails("import 'a\0b'", 1)


def test_a_copy_is_kept_before_each_import_that_changes_something(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Carl Example'")
    backups = netbook.db.parent / "backups"
    give(LINKEDIN, "--dry-run")
    assert not backups.exists()
    _, _, out = give(LINKEDIN)
    (copy,) = backups.iterdir()
    assert str(copy) in out
    assert (stat.S_IMODE(backups.stat().st_mode), stat.S_IMODE(copy.stat().st_mode)) == (0o700, 0o600)
    db = sqlite3.connect(copy)
    assert db.execute("SELECT name FROM person").fetchall() == [("Carl Example",)]
    db.close()
    give(LINKEDIN)
    assert list(backups.iterdir()) == [copy]


def test_every_import_of_the_day_keeps_a_copy_and_no_other_file_is_touched(
    netbook: Shell, give: Give
) -> None:
    backups = netbook.db.parent / "backups"
    backups.mkdir(parents=True)
    (backups / "netbook-mine.db").touch()
    for number in range(12):
        give(f"{HEADER}\nAda {number},Example,,,,,\n")
    names = sorted(path.name for path in backups.iterdir())
    assert len(names) == 13
    assert "netbook-mine.db" in names
    newest = sqlite3.connect(backups / names[-2])
    assert newest.execute("SELECT count(*) FROM person").fetchone() == (11,)
    newest.close()


def test_an_import_that_breaks_off_leaves_the_journal_as_it_was(
    netbook: Shell, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(LINKEDIN)
    before = netbook.dump()

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(bulk, "add_notes", full)
    answer = netbook("import -", stdin=FRIENDS)
    assert (answer.status, answer.out) == (3, "")
    assert "the disk is full" in answer.err
    assert netbook.dump() == before


def test_a_terminal_is_shown_ten_problems_a_pipe_all(netbook: Shell, give: Give, tmp_path: Path) -> None:
    text = HEADER + "\n" + ",,,Acme,,,\n" * 15
    assert len(give(text, "--dry-run", "many.csv")[1]) == 15
    with Terminal(netbook, f"import {tmp_path / 'many.csv'} --dry-run") as terminal:
        shown = terminal.expect("Nothing to import")
    assert shown.count("it has no name") == 10
    assert "… and 5 more; --json lists them all" in shown


def test_text_from_a_file_cannot_steer_the_terminal(give: Give) -> None:
    counts, problems, out = give(f"{HEADER}\nA\x1b[2Jda,Example,,,,,some\x1bday\n")
    assert "\x1b" not in counts + "".join(problems) + out
    assert "A\\x1b[2Jda Example" in out


def test_batches_make_no_difference(netbook: Shell, give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netbook.actions.importer.BATCH", 2)
    lines = "".join(f"- 2026-01-{day:02}: Coffee with **Ada Example**.\n" for day in range(1, 10))
    notes = "".join(f"- 2026-01-{day:02}: **Ada Example** said {day}.\n" for day in range(1, 10))
    text = f"### Activities:\n{lines}### Notes:\n{notes}### Friends:\n- Ada Example\n"
    assert counted(give(text)[0])["added"] == 19
    assert counted(give(text)[0])["same"] == 19
    assert netbook.sql("SELECT count(*) FROM attendance") == [(9,)]
    assert len(list((netbook.db.parent / "backups").iterdir())) == 1


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(FRIENDS.splitlines()), max_size=12),
    st.sampled_from(["### Friends:", "### Notes:"]),
)
def test_whatever_is_in_the_file_the_second_time_changes_nothing(lines: list[str], first: str) -> None:
    data = "\n".join([first, *lines]).encode()
    with TemporaryDirectory() as folder:
        journal = Path(folder) / "netbook.db"
        done = [
            imports.run(journal, date(2026, 11, 21), data, imports.ImportOptions(), "import", lambda *_: None)
            for _ in range(2)
        ]
    assert (done[1].counts.added, done[1].counts.changed) == (0, 0)
    assert done[1].counts.same == done[0].counts.added + done[0].counts.changed + done[0].counts.same
    assert done[1].counts.read == done[0].counts.read
    assert done[1].backup is None


def test_a_dry_run_names_who_would_get_what(netbook: Shell, tmp_path: Path) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org")
    file = tmp_path / "book.csv"
    file.write_text("Name,Email,Company,Notes\nAda Example,ada@example.org,Gearworks,plays the oboe\n")
    for line in (f"import {file} --dry-run", f"import {file}"):
        assert "  changed   1: Ada Example (organisation, notes)\n" in netbook(line).out
    assert netbook("show ada --json").json["org"] == "Gearworks"


def test_after_many_the_hint_is_one_that_can_be_followed(netbook: Shell, tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    file.write_text("Name,Email\n" + "".join(f"Ada{n} Example,ada{n}@example.org\n" for n in range(9)))
    assert (
        "none of them falls due: netbook undo, then import with --circle NAME"
        in netbook(f"import {file}").out
    )
    netbook.ok("undo")
    assert "circle    peers" in netbook(f"import {file} --circle peers").out


@pytest.mark.parametrize("update", ["", "--update"])
def test_another_employer_is_news_in_the_morning_report_for_60_days(
    netbook: Shell, tmp_path: Path, update: str
) -> None:
    file = tmp_path / "connections.csv"
    card = "Mia,Meadow,,mia@example.org,{},Publisher,03 Mar 2024\n"
    file.write_text(f"{HEADER}\n{card.format('Meadow Press')}")
    assert netbook(f"import {file} --circle peers", today="2026-11-20").status == 0
    netbook.ok("edit mia --every 1d", today="2026-11-20")
    file.write_text(f"{HEADER}\n{card.format('Northwood')}")
    assert netbook(f"import {file} {update}", today="2026-11-20").status == 0
    for day, shown in (("2026-11-21", True), ("2027-01-19", True), ("2027-01-20", False)):
        assert ("now at Northwood" in netbook.ok("due --only contact", today=day)) is shown, day
    assert ("Meadow Press (until 20 November)" in netbook.ok("show mia", today="2026-11-20")) is bool(update)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("TITLE:Editor", "now Editor"),
        ("ADR:;;;Bonn;;;Germany", "now in Bonn, Germany"),
        ("EMAIL:mia@new.example", "new e-mail: mia@new.example"),
        ("TEL:+1 202 555 0143", "new number: +1 202 555 0143"),
        ("ADR:;;2 New Road;Rome;;00100;Italy", "new address: 2 New Road, 00100 Rome, Italy"),
    ],
)
def test_so_is_another_title_or_address_of_somebody_who_had_one(
    netbook: Shell, line: str, message: str
) -> None:
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:mia\nFN:Mia Meadow\n{}\nEND:VCARD\n"
    known = "\n".join(
        ("TITLE:Clerk", "EMAIL:mia@example.org", "TEL:+1 202 555 0100", "ADR:;;1 Old Road;Rome;;00100;Italy")
    )
    netbook("import - --circle peers", stdin=card.format(known))
    assert "new " not in netbook.ok("due", today="2027-08-01")
    netbook.ok("edit mia --every 1d")
    assert netbook("import -", stdin=card.format(line), today="2027-08-01").status == 0
    assert message in netbook.ok("due --only contact", today="2027-08-02")
    assert netbook("undo").status == 0
    assert message not in netbook.ok("due --only contact", today="2027-08-02")


def test_a_title_at_another_organisation_is_none_at_the_one_in_the_journal(
    netbook: Shell, tmp_path: Path
) -> None:
    netbook.ok("add 'Ana Example' --email ana@example.org --org Acme")
    file = tmp_path / "ana.csv"
    file.write_text("Name,E-mail,Company,Job Title\nAna Example,ana@example.org,Beta,Founder\n")
    assert netbook(f"import {file}").status == 0
    assert netbook.sql("SELECT org, title FROM person") == [("Acme", None)]
    assert netbook(f"import --update {file}").status == 0
    assert netbook.sql("SELECT org, title FROM person") == [("Beta", "Founder")]
    assert netbook.sql("SELECT org, title FROM job") == [("Acme", None)]
