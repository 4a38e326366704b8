"""Files that other programs made, where a folder of them is at hand: `NETBOOK_REAL_FILES=FOLDER` names it.

What a file holds was counted by other means than our readers: lines that begin a card or an entry, rows of the csv
module below the header, objects in the JSON.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Shell

FOLDER = Path(os.environ.get("NETBOOK_REAL_FILES", ""))
pytestmark = pytest.mark.skipif(
    "NETBOOK_REAL_FILES" not in os.environ, reason="NETBOOK_REAL_FILES names no folder"
)

# File: how many records it holds, and of these how many are added, skipped and failed in an empty journal.
FILES = {
    "friends/friends-3c5487a-hashtags.md": (10, 7, 3, 0),
    "friends/friends-HEAD.md": (12, 9, 3, 0),
    "friends/friends-clean-missing-headers.md": (2, 2, 0, 0),
    "friends/friends-test-CONTENT.md": (18, 14, 4, 0),
    "google_csv/inline66066893275-google-old.csv": (3, 2, 1, 0),
    "google_csv/inline70257585059-google-new.csv": (1, 1, 0, 0),
    "google_csv/inline71017391833-google-ptbr.csv": (4, 4, 0, 0),
    "google_csv/lexnetwork-google-contacts.csv": (3, 3, 0, 0),
    "google_csv/rc-gmail.csv": (1, 1, 0, 0),
    "linkedin/inline55849603639-de.csv": (1, 1, 0, 0),
    "linkedin/kawsay-Connections.csv": (2, 2, 0, 0),
    "linkedin/lexnetwork-Connections.csv": (4, 4, 0, 0),
    "linkedin/mbamcp-connections.csv": (5, 4, 1, 0),
    "linkedin/rsharma-Connections-excerpt.csv": (16, 16, 0, 0),
    "linkedin/sixhops-Connections.csv": (5, 4, 1, 0),
    "monica/bonds-e2e-monica_export.json": (4, 4, 0, 0),
    "monica/bonds-monica_export_real.json": (21, 12, 9, 0),
    "monica/bonds-test-singular.json": (1, 1, 0, 0),
    "monica/monica-vcard_stub.vcf": (3, 3, 0, 0),
    "outlook_csv/inline70257585059-outlook.csv": (2, 2, 0, 0),
    "outlook_csv/monica-single_contact_stub.csv": (1, 1, 0, 0),
    "outlook_csv/rc-tb_plain.csv": (1, 1, 0, 0),
    "outlook_csv/tb-basic_csv_addressbook.csv": (2, 2, 0, 0),
    "outlook_csv/tb-csv_semicolon.csv": (2, 2, 0, 0),
    "outlook_csv/tb-quote.csv": (1, 0, 1, 0),
    "outlook_csv/tb-utf16_addressbook.csv": (1, 1, 0, 0),
    "vcard/davx5-allfields-vcard3.vcf": (1, 1, 0, 0),
    "vcard/ez-John_Doe_ANDROID.vcf": (6, 6, 0, 0),
    "vcard/ez-John_Doe_EVOLUTION.vcf": (1, 1, 0, 0),
    "vcard/ez-John_Doe_MAC_ADDRESS_BOOK.vcf": (1, 1, 0, 0),
    "vcard/ez-John_Doe_MS_OUTLOOK.vcf": (1, 1, 0, 0),
    "vcard/khard-labels.vcf": (1, 1, 0, 0),
    "vcard/khard-text-bday.vcf": (1, 1, 0, 0),
    "vcard/khard-unparsable.vcf": (1, 0, 0, 1),
    "vcard/lexnetwork-contacts.vcf": (2, 2, 0, 0),
    "vcard/nc-without-uid.vcf": (1, 1, 0, 0),
    "vcard/rc-apple.vcf": (1, 0, 1, 0),
    "vcard/rc-thebat.vcf": (1, 1, 0, 0),
    "vcard/tb-export.vcf": (2, 2, 0, 0),
}
# What is said of somebody in `real_files.txt`, besides the name and the postal addresses.
FACTS = (
    "org",
    "department",
    "title",
    "place",
    "email",
    "phone",
    "url",
    "birthday",
    "aliases",
    "tags",
    "known_since",
)
ADDRESSES = (
    "SELECT a.text FROM address a JOIN person p ON p.id = a.person_id WHERE p.handle = ? ORDER BY a.id"
)
MOST_DAYS = 8
# Somebody who is in seven of the calendars: an entry counts where somebody known is in it.
KNOWN = """add 'Ida Known' --email johndoe@example.com --email sam@company.com --email b@example.com
 --email adm-acme@mydomain.de --email jqpublic@example.com --email aaa@yyy.zzz --email person@domain.com"""
# Calendars: how many entries they hold; who was there is confirmed and added.
CALENDARS = {
    "ics/biweekly-outlook-2010.ics": 1,
    "ics/ical4j-blankTzid.ics": 1,
    "ics/ical4j-classify.ics": 2,
    "ics/ical4j-groupwise.ics": 1,
    "ics/icalendar-bom_calendar.ics": 0,
    "ics/icalendar-issue_101_icalendar_chokes_on_umlauts_in_organizer.ics": 1,
    "ics/icaljs-google_birthday.ics": 4,
    "ics/khal-event_dt_partstat.ics": 1,
    "ics/nodeical-Office-2012-owa.ics": 4,
    "ics/nodeical-attendee-with-url.ics": 1,
    "ics/recur-issue_132_swapped_start_and_end.ics": 2,
    "ics/recur-issue_4.ics": 1,
}


def imported(netbook: Shell, file: str, options: str = "") -> dict[str, int]:
    """What an import counts; every record is counted once and every one not taken is named."""
    answer = netbook(f"import {shlex.quote(str(FOLDER / file))} --json {options}")
    assert answer.status == 0, (file, answer)
    counts = answer.json
    assert counts["read"] == sum(
        counts[fate] for fate in ("added", "changed", "same", "skipped", "failed")
    ), file
    assert len(counts["problems"]) >= counts["skipped"] + counts["failed"], file
    return {name: counts[name] for name in ("read", "added", "changed", "same", "skipped", "failed")}


@cache
def expected() -> dict[str, list[str]]:
    """What is in the journal after each file: people, then meetings; compared by eye with the files."""
    sections: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("real_files.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            lines = sections.setdefault(line.removeprefix("== "), [])
        elif not line.startswith("#"):
            lines.append(line)
    return sections


def taken_in(netbook: Shell, file: str) -> None:
    """Import a file, a calendar into a journal that knows somebody of it."""
    if file in CALENDARS:
        netbook.ok(KNOWN.replace("\n", ""))
    imported(netbook, file, "--confirmed --add-people" if file in CALENDARS else "")


def contents(netbook: Shell) -> list[str]:
    """What is in the journal, in the words of `real_files.txt`."""
    lines = []
    for row in netbook("export people").rows:
        facts = [f"{fact}: {row[fact]}" for fact in FACTS if row[fact]]
        addresses = [f"address: {text}" for (text,) in netbook.sql(ADDRESSES, row["handle"])]
        if row["name"] != "Ida Known":
            lines.append(" | ".join([row["name"], *facts, *addresses]))
    lines += [f"{row['a']} is {row['word']} of {row['b']}" for row in netbook("export ties").rows]
    days: dict[str, list[str]] = {}
    for row in netbook("export meetings").rows:
        days.setdefault(f"{row['kind']} with {row['people']}", []).append(row["date"])
    for what, on in days.items():
        shown = on if len(on) <= MOST_DAYS else [*on[:MOST_DAYS], f"to {on[-1]}, {len(on)} in all"]
        lines.append(f"{what}: {', '.join(shown)}")
    return lines


def here(files: Iterable[str]) -> list[str]:
    return [file for file in files if (FOLDER / file).is_file()]


@pytest.mark.parametrize("file", here(FILES))
def test_every_record_of_a_file_is_counted(netbook: Shell, file: str) -> None:
    read, added, skipped, failed = FILES[file]
    first = imported(netbook, file)
    assert (first["read"], first["added"], first["skipped"], first["failed"]) == (
        read,
        added,
        skipped,
        failed,
    )
    before = netbook.dump()
    second = imported(netbook, file)
    assert (second["added"], second["changed"]) == (0, 0)
    assert second["same"] == first["added"] + first["changed"] + first["same"]
    assert netbook.dump() == before


@pytest.mark.parametrize("file", here([*FILES, *CALENDARS]))
def test_what_a_file_says_is_in_the_journal(netbook: Shell, file: str) -> None:
    taken_in(netbook, file)
    assert contents(netbook) == expected()[file]


@pytest.mark.parametrize("file", here(CALENDARS))
def test_every_entry_of_a_calendar_is_counted(netbook: Shell, file: str) -> None:
    first = imported(netbook, file, "--confirmed --add-people")
    assert first["read"] >= CALENDARS[file]
    assert first["failed"] == 0
    before = netbook.dump()
    second = imported(netbook, file, "--confirmed --add-people")
    assert (second["added"], second["changed"]) == (0, 0)
    assert netbook.dump() == before


def test_all_of_them_together_twice_and_elsewhere(netbook: Shell, tmp_path: Path) -> None:
    files = [(file, "") for file in here(FILES)] + [
        (file, "--confirmed --add-people") for file in here(CALENDARS)
    ]
    assert files
    for file, options in files:
        imported(netbook, file, options)
    before = netbook.dump()
    for file, options in files:
        again = imported(netbook, file, options)
        assert (again["added"], again["changed"]) == (0, 0), (file, again)
    assert netbook.dump() == before
    exported = netbook.ok("export journal")
    elsewhere = Shell(tmp_path / "elsewhere" / "netbook.db")
    assert elsewhere("import -", stdin=exported).status == 0
    assert elsewhere.ok("export journal") == exported
    for table in ("people", "meetings", "notes", "followups"):
        assert elsewhere.ok(f"export {table}") == netbook.ok(f"export {table}"), table
    cards = netbook.ok("export vcard")
    third = Shell(tmp_path / "third" / "netbook.db")
    assert third("import -", stdin=cards).status == 0
    names = [row["name"] for row in netbook("people --csv").rows]
    assert [row["name"] for row in third("people --csv").rows] == names
    assert len(re.findall(r"^BEGIN:VCARD", cards, re.M)) == len(names)
