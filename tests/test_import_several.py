"""Several files and folders at once, as a user does it: one report, one step to undo, no file stops another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.formats.test_ical import calendar, event
from tests.terminal import Terminal

LUNCH = calendar(event("SUMMARY:Lunch", "ATTENDEE:mailto:lena@example.org", start="DTSTART:20261102T120000"))


def card(name: str, email: str) -> str:
    return f"BEGIN:VCARD\nVERSION:3.0\nUID:{email}\nFN:{name}\nEMAIL:{email}\nEND:VCARD\n"


def test_a_pipe_is_read_once_and_none_is_waited_for_in_a_folder(netbook: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.vcf")
    (tmp_path / "b.vcf").write_text(card("Bo Lind", "bo@example.org"), encoding="utf-8")
    assert [each["file"] for each in netbook(f"import {tmp_path} --json").json["files"]] == [
        str(tmp_path / "b.vcf")
    ]
    ours, theirs = os.pipe()
    os.write(theirs, card("Ana Ruiz", "ana@example.org").encode())
    os.close(theirs)
    assert netbook(f"import /dev/fd/{ours} --json").json["added"] == 1
    os.close(ours)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Contacts and a calendar as vdirsyncer keeps them, and what is beside them."""
    for name, text in {
        "cal/a.ics": LUNCH,
        "contacts/lena.vcf": card("Lena Lantern", "lena@example.org"),
        "contacts/omar.vcf": card("Omar Otter", "omar@example.org"),
        "contacts/.hidden.vcf": card("Nobody", "nobody@example.org"),
        "contacts/color": "#aabbcc",
        ".git/x.vcf": card("Nobody", "nobody@example.org"),
    }.items():
        path = tmp_path / "home" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "home"


def test_a_folder_of_contacts_and_calendars_is_one_import_and_one_step(netbook: Shell, folder: Path) -> None:
    netbook.ok("add 'Tomas Thimble'")
    before = netbook.dump()
    answer = netbook(f"import {folder} --confirmed")
    assert (answer.status, answer.err.splitlines()) == (0, [
        "3 read: 3 added, 0 changed, 0 the same, 0 skipped, 0 failed",
        f"  {folder}/cal/a.ics: calendar, 1 added",
        f"  {folder}/contacts/lena.vcf: vcard, 1 added",
        f"  {folder}/contacts/omar.vcf: vcard, 1 added",
    ])  # fmt: skip
    assert [row["people"] for row in netbook("export meetings").rows] == ["Lena Lantern"]
    assert [row["name"] for row in netbook("people --csv").rows] == [
        "Lena Lantern",
        "Omar Otter",
        "Tomas Thimble",
    ]
    after = netbook.dump()
    again = netbook(f"import {folder} --confirmed --json").json
    assert (again["format"], again["same"], again["added"], again["changed"]) == ("several", 3, 0, 0)
    assert netbook.dump() == after
    netbook.ok("undo")
    assert [row["name"] for row in netbook("people --csv").rows] == ["Tomas Thimble"]
    assert "Lena" not in netbook("export people").out
    assert before != after


def test_a_bad_file_is_named_and_the_others_go_in(netbook: Shell, folder: Path) -> None:
    (folder / "page.vcf").write_text("<html></html>", encoding="utf-8")
    (folder / "cut.ics").write_text(LUNCH[:60], encoding="utf-8")
    (folder / "journal.json").write_text(netbook.ok("export journal"), encoding="utf-8")
    answer = netbook(f"import {folder}/page.vcf {folder} --json")
    assert answer.status == 1
    assert (answer.json["added"], answer.json["failed"]) == (2, 0)
    reasons = {problem["file"].rpartition("/")[2]: problem["why"] for problem in answer.json["problems"]}
    assert set(reasons) == {"page.vcf", "cut.ics", "journal.json", "a.ics"}
    assert "web page" in reasons["page.vcf"]
    assert "cut off" in reasons["cut.ics"]
    assert "by itself" in reasons["journal.json"]
    assert "3 of 6 files" in answer.err


def test_what_is_not_there_stops_all_before_anything_is_written(
    netbook: Shell, folder: Path, tmp_path: Path
) -> None:
    netbook.ok("people")
    assert "no such file" in netbook.fails(f"import {folder} {tmp_path}/nothing.vcf", 1)
    (tmp_path / "empty").mkdir()
    assert "no file there ends in" in netbook.fails(f"import {tmp_path}/empty {folder}", 1)


def test_one_folder_is_tried_without_being_written(netbook: Shell, folder: Path) -> None:
    netbook.ok("people")
    before = netbook.dump()
    answer = netbook(f"import {folder} --dry-run")
    assert answer.out.startswith(
        "Would import, without --dry-run:\n  people    2: Lena Lantern and Omar Otter\n"
    )
    assert netbook.dump() == before


def test_on_a_terminal_it_asks_what_of_the_calendars_took_place(netbook: Shell, folder: Path) -> None:
    with Terminal(netbook, f"import {folder}") as terminal:
        terminal.answer("Did it take place?", "y")
        terminal.ends(0)
    assert [row["kind"] for row in netbook("export meetings").rows] == ["lunch"]
    assert len(netbook("history --csv").rows) == 1
