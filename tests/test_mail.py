"""Addresses for mail programs, senders added from messages, mailboxes and call logs as evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netbook.actions import import_mailbox
from netbook.actions.import_source import named
from netbook.actions.imports import ImportOptions
from tests.conftest import Shell
from tests.formats.test_ical import calendar, event
from tests.terminal import Terminal

LENA = "\n".join(
    (
        "From: Lena Lantern <lena@example.org>",
        "To: me@example.org",
        "Date: Tue, 03 Nov 2026 10:00:00 +0000",
        "Subject: secret",
    )
)
MINE = "From: me@example.org\nTo: Lena <LENA@example.org>\nDate: Wed, 04 Nov 2026 12:00:00 +0000"
LIST = f"{LENA}\nList-Id: <news.example.org>".replace("03 Nov", "05 Nov")
STRANGER = LENA.replace("lena@", "nobody@").replace("03 Nov", "06 Nov")


@pytest.fixture
def journal(netbook: Shell) -> Shell:
    netbook.ok("add 'Lena Lantern' --email lena@example.org --phone '0049 151 234567' --org Lighthouse")
    return netbook


@pytest.fixture
def mbox(tmp_path: Path) -> Path:
    path = tmp_path / "box.mbox"
    mails = (LENA, LENA, MINE, LIST, STRANGER)
    text = "".join(f"From x Tue Nov  3 10:00:00 2026\n{each}\n\nthe words\n>From here\n\n" for each in mails)
    path.write_text(text, encoding="utf-8")
    return path


def test_query_gives_addresses_as_mutt_wants_them(journal: Shell) -> None:
    journal.ok("add 'Omar Otter' --email omar@example.org")
    for search in ("lena", "lant", "len lan", "LENA@", "light", "LIGHTHOUSE"):
        assert journal.ok(f"query {search}") == "1 address\nlena@example.org\tLena Lantern\tLighthouse\n"
    assert journal.ok("query example").splitlines()[0] == "2 addresses"
    nothing = journal("query nobody")
    assert (nothing.status, nothing.out, nothing.err) == (1, 'no address for "nobody"\n', "")
    assert [row["email"] for row in journal("query lena --csv").rows] == ["lena@example.org"]


def test_the_sender_of_a_message_is_added_once(journal: Shell) -> None:
    message = 'Received: by x\nFrom: "Otter, Omar" <omar@example.org>\nTo: me@example.org\n\nBEGIN:VCARD\n'
    assert "Omar Otter" in journal("import -", stdin=message).out
    again = journal("import - --json", stdin=message.replace("Otter, Omar", "O. O. via List")).json
    assert (again["format"], again["same"]) == ("message", 1)
    piped = journal("import - --json", stdin=f"From x Tue Nov  3 10:00:00 2026\n{message}").json
    assert (piped["format"], piped["same"]) == ("message", 1)
    known = journal("import - --json", stdin=f"{LENA}\n\nhi").json
    assert (known["same"], known["added"]) == (1, 0)
    assert len(journal("export people").rows) == 2


def test_a_mailbox_says_who_wrote_when_and_nothing_of_what(
    journal: Shell, mbox: Path, tmp_path: Path
) -> None:
    done = journal(f"import {mbox} --me me@example.org --json").json
    assert (done["format"], done["read"], done["added"], done["same"], done["skipped"]) == (
        "mailbox",
        5,
        2,
        1,
        2,
    )
    meetings = journal("export meetings").rows
    assert [(row["date"], row["kind"], row["human"], row["summary"]) for row in meetings] == [
        ("2026-11-03", "email", "false", ""), ("2026-11-04", "email", "false", ""),
    ]  # fmt: skip
    maildir = tmp_path / "Maildir"
    for number, text in enumerate((LENA, MINE)):
        path = maildir / "cur" / f"{number}:2,S"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n\nthe words", encoding="utf-8")
    (maildir / "new").mkdir()
    before = journal.dump()
    again = journal(f"import {maildir} {mbox} --me me@example.org --json").json
    assert (again["format"], again["added"], again["same"]) == ("several", 0, 5)
    assert journal.dump() == before
    assert "secret" not in journal.dump()


def test_a_folder_of_mail_is_all_its_mailboxes_but_trash_junk_and_drafts(
    journal: Shell, tmp_path: Path
) -> None:
    def message(path: str, text: str) -> None:
        for folder in ("cur", "new", "tmp"):
            (tmp_path / path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "new" / "1").write_text(f"{text}\n\nthe words", encoding="utf-8")

    message("Mail/here/INBOX", LENA)
    message("Mail/here/INBOX/.Sent", MINE)  # Maildir++
    message("Mail/there/Archive", LENA.replace("03 Nov", "02 Nov"))  # as offlineimap and mbsync keep them
    for folder in ("INBOX/.Trash", "Entw&APw-rfe", "[Gmail].Spam"):
        message(f"Mail/here/{folder}", LENA.replace("03 Nov", "01 Nov"))
    local = tmp_path / "Mail" / "Local Folders"
    local.mkdir()
    for name, day in (("Inbox", "31 Oct"), ("Drafts", "30 Oct"), ("notes", "29 Oct")):
        text = LENA.replace("03 Nov", day)
        mark = "" if name == "notes" else "From x Sat Oct 31 10:00:00 2026\n"
        (local / name).write_text(f"{mark}{text}\n\nthe words\n", encoding="utf-8")
    done = journal(f"import {tmp_path / 'Mail'} --me me@example.org")
    days = [row["date"] for row in journal("export meetings").rows]
    assert days == ["2026-10-31", "2026-11-02", "2026-11-03", "2026-11-04"]
    assert "trash, junk and drafts are left out unless you name them" in done.err
    assert all(name in done.err for name in ("Entw&APw-rfe", "[Gmail].Spam", "1 more"))
    trash = tmp_path / "Mail/here/INBOX/.Trash"
    assert journal(f"import {trash} --json").json["added"] == 1


def test_the_journal_is_free_while_a_mailbox_is_read(journal: Shell, mbox: Path) -> None:
    options = ImportOptions()

    def add_somebody(*_: int) -> None:
        journal("add 'Omar Otter' --email omar@example.org")

    import_mailbox.run(
        journal.db, date(2026, 11, 20), named(str(mbox), None), options, "import", add_somebody
    )
    handles = [row["handle"] for row in journal("export people").rows]
    assert "omar-otter" in handles
    assert len(journal("export meetings").rows) == 2


def test_a_mailbox_on_standard_input_is_one_from_its_second_message_on(journal: Shell, mbox: Path) -> None:
    before = journal.dump()
    piped = journal(
        "import - --me me@example.org --json --dry-run", stdin=mbox.read_text(encoding="utf-8")
    ).json
    assert (piped["format"], piped["read"], piped["added"]) == ("mailbox", 5, 2)
    text = f"From x Tue Nov  3 10:00:00 2026\n{LENA}\n\nthe words\n\nFrom Berlin, in the autumn of 2026\n"
    quoting = journal("import - --json --dry-run", stdin=text).json
    assert (quoting["format"], quoting["same"]) == ("message", 1)
    assert journal.dump() == before


def test_a_calendar_on_standard_input_waits_for_the_people_of_a_file(journal: Shell, tmp_path: Path) -> None:
    omar = tmp_path / "omar.vcf"
    omar.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Omar Otter\nEMAIL:omar@example.org\nEND:VCARD\n")
    lunch = event("SUMMARY:Lunch", "ATTENDEE:mailto:omar@example.org", start="DTSTART:20261102T120000")
    done = journal(f"import - {omar} --confirmed --json", stdin=calendar(lunch)).json
    assert (done["added"], [each["format"] for each in done["files"]]) == (2, ["calendar", "vcard"])


def test_names_in_headers_are_read_after_their_addresses(journal: Shell) -> None:
    journal(
        "import -",
        stdin="To: me@example.org\nFrom: =?utf-8?q?=C3=96tter=2C_Omar?=\n <omar@example.org>\n\nhi",
    )
    assert [row["name"] for row in journal("export people").rows] == ["Lena Lantern", "Omar Ötter"]


def test_what_was_written_to_very_many_is_a_circular(journal: Shell, tmp_path: Path) -> None:
    many = ",\n ".join(f"p{number}@example.org" for number in range(3_000))
    box = tmp_path / "box.mbox"
    box.write_text(f"From x Tue Nov  3 10:00:00 2026\n{LENA}\nCc: {many}\n\nhi\n", encoding="utf-8")
    assert journal(f"import {box} --json").json["skipped"] == 1


def test_a_call_log_says_with_whom_and_how_long(journal: Shell, tmp_path: Path) -> None:
    calls = tmp_path / "calls.xml"
    calls.write_text(
        "<?xml version='1.0' encoding='UTF-8'?>\n<calls count=\"3\">\n"
        '<call number="+49 151 234567" duration="61" date="1793707200000" type="2" contact_name="L" />\n'
        '<call number="+49151234567" duration="0" date="1793707300000" type="3" contact_name="L" />\n'
        '<call number="12345" duration="9" date="1793707400000" type="1" contact_name="(Unknown)" />\n</calls>\n',
        encoding="utf-8",
    )
    done = journal(f"import {calls} --json").json
    assert (done["format"], done["added"], done["skipped"]) == ("calls", 1, 2)
    assert [(row["date"], row["kind"], row["minutes"]) for row in journal("export meetings").rows] == [
        ("2026-11-03", "call", "2")
    ]
    assert journal(f"import {calls} --json").json["same"] == 1


def test_a_call_without_a_country_needs_a_region(
    journal: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    calls = tmp_path / "calls.xml"
    stranger = '<call number="030 99" duration="61" date="1793707200000" type="2" />'
    calls.write_text(
        f'<calls>{stranger}<call number="0151 234567" duration="61" date="1793707200000" type="2" /></calls>'
    )
    done = journal(f"import {calls}")
    assert "1 number" in done.err
    assert "netbook me --region" in done.err
    journal.ok("me --region DE")
    again = journal(f"import {calls}")
    assert "1 added" in again.err
    assert "--region" not in again.err


def test_another_call_of_a_day_is_another_call(journal: Shell, tmp_path: Path) -> None:
    calls = tmp_path / "calls.xml"
    first = '<call number="+49151234567" duration="61" date="1793707200000" type="2" />'
    second = '<call number="+49151234567" duration="300" date="1793710800000" type="1" />'
    calls.write_text(f"<calls>{first}</calls>")
    assert journal(f"import {calls} --json").json["added"] == 1
    calls.write_text(f"<calls>{first}{second}</calls>")
    done = journal(f"import {calls} --json").json
    assert (done["added"], done["same"]) == (1, 1)
    assert [row["minutes"] for row in journal("export meetings").rows] == ["2", "5"]


def test_a_call_that_was_logged_is_not_another_one(journal: Shell, tmp_path: Path) -> None:
    journal.ok("log lena --kind call --on 2026-11-03")
    calls = tmp_path / "calls.xml"
    calls.write_text(
        '<calls><call number="+49151234567" duration="61" date="1793707200000" type="2" /></calls>'
    )
    assert journal(f"import {calls} --json").json["same"] == 1


def test_a_call_log_that_is_cut_off_changes_nothing(journal: Shell, tmp_path: Path) -> None:
    calls = tmp_path / "calls.xml"
    calls.write_text(
        '<calls count="2"><call number="+49151234567" duration="61" date="1793707200000" type="2" /><call num'
    )
    message = journal.fails(f"import {calls}", 1)
    assert message == (
        "nothing was imported: the file is cut off: no line ends the log (</calls>); download it again"
    )
    calls.write_text('<calls count="0" />')
    assert journal(f"import {calls}").status == 0


def test_calls_wait_to_be_confirmed(journal: Shell, tmp_path: Path) -> None:
    calls = tmp_path / "calls.xml"
    calls.write_text(
        '<calls count="2"><call number="+49151234567" duration="61" date="1793707200000" type="2" />'
        '<call number="+49151234567" duration="90" date="1793807200000" type="1" /></calls>'
    )
    assert "2 more to confirm" in journal(f"import {calls} --confirm-later").out
    assert journal(f"import {calls} --confirm-later --json").json["same"] == 2
    with Terminal(journal, "confirm") as terminal:
        terminal.press("Did it take place?", "e")
        terminal.answer("  kind (", "nonsense")
        for question, text in (("kind", "video"), ("minutes", ""), ("place", "home")):
            terminal.answer(f"  {question} (", text)
        for question in ("what it was about: ", "in common: ", "promised: "):
            terminal.answer(question, "")
        terminal.press("Did it take place?", "n")
        terminal.expect("1 meeting and 1 put away")
    assert [(row["kind"], row["minutes"], row["place"]) for row in journal("export meetings").rows] == [
        ("video", "2", "home")
    ]
    assert journal(f"import {calls} --json").json["same"] == 2


def test_every_list_can_be_made_safe_for_a_spreadsheet_and_is_read_back(netbook: Shell) -> None:
    netbook.ok("add '=HYPER Lee' --org '=cmd()' --circle peers")
    netbook.ok("promise lee '=1+1' by 2026-12-01")
    for line in (
        "people",
        "todo",
        "due --within 400",
        "find hyper",
        "circles",
        "reach",
        "topics",
        "query hyper",
    ):
        answer = netbook(f"{line} --csv --spreadsheet")
        assert not [cell for row in answer.rows for cell in row.values() if cell and cell[0] in "=+@"], line
    assert "with --csv" in netbook.fails("people --spreadsheet", 2)
    table = netbook.ok("people --csv --spreadsheet")
    other = Shell(netbook.db.parent / "other.db")
    other("import - --from csv", stdin=table)
    assert [row["name"] for row in other("people --csv").rows] == ["=HYPER Lee"]
