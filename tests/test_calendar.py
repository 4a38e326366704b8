"""Calendars in and out, as a user does it: what is only shown, what is asked, what becomes a meeting."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from netbook.actions import import_calendar
from tests.conftest import Answer, Shell, built_once
from tests.formats.test_ical import calendar, event
from tests.terminal import CTRL_C, Terminal

ME = "ORGANIZER;CN=Me Myself:mailto:me@example.org"
ANA = "ATTENDEE;CN=Ana Ruiz:mailto:ana@example.org"
BO = "ATTENDEE;CN=Bo Lind:mailto:bo@example.org"
CY = 'ATTENDEE;CN="Example, Cy":mailto:cy@example.org'
LUNCH = event("SUMMARY:Lunch", "LOCATION:Luna", "DURATION:PT1H", ME, ANA, BO, start="DTSTART:20261120T120000")
WEEKLY = event("SUMMARY:1:1", "RRULE:FREQ=WEEKLY", ME, ANA, start="DTSTART:20261102T090000", uid="2")
WITH_BO = event("SUMMARY:Review", ME, BO, start="DTSTART:20261103T090000", uid="3")
FUTURE = event("SUMMARY:Next", ME, ANA, start="DTSTART:20261122", uid="4")
DECLINED = event("SUMMARY:No", ME, ANA.replace(":mailto", ";PARTSTAT=DECLINED:mailto"), uid="5")
ALL = calendar(LUNCH, WEEKLY, WITH_BO, FUTURE, DECLINED)
MEETINGS = (
    "SELECT m.date, m.kind, m.minutes, m.place, m.summary, group_concat(p.handle, ' ')"
    " FROM meeting m JOIN attendance a ON a.meeting_id = m.id JOIN person p ON p.id = a.person_id"
    " GROUP BY m.id ORDER BY m.date, m.id"
)

Give = Callable[..., Answer]


@pytest.fixture
def give(netbook: Shell, tmp_path: Path) -> Give:
    """A journal with Ana in it; writes a calendar and imports it."""
    netbook.ok("add 'Ana Ruiz' --email Ana@Example.org")

    def importing(text: str, options: str = "") -> Answer:
        path = tmp_path / "my calendar.ics"
        path.write_text(text, encoding="utf-8", newline="")
        answer = netbook(f"import {shlex.quote(str(path))} {options}")
        assert answer.status == 0, answer
        return answer

    return importing


def fates(answer: Answer) -> str:
    return answer.err.splitlines()[0].partition(": ")[2]


def test_without_a_terminal_it_only_shows(netbook: Shell, give: Give) -> None:
    before = netbook.dump()
    answer = give(ALL)
    assert answer.out.splitlines() == [
        "6 occasions with somebody you know. None is taken until you confirm it:",
        "  2026-11-20  lunch, 60 min     with Ana Ruiz and Bo Lind, at Luna: Lunch",
        "  2026-11-16  meeting           with Ana Ruiz: 1:1",
        "  2026-11-09  meeting           with Ana Ruiz: 1:1",
        "  2026-11-02  meeting           with Ana Ruiz: 1:1",
        "  2026-11-23  meeting           with Ana Ruiz: 1:1, still to come",
        "  2026-11-22  meeting           with Ana Ruiz: Next, still to come",
        "  netbook import FILE asks about each on a terminal; --confirmed accepts all",
    ]
    assert answer.err.splitlines() == [
        "5 read: 0 added, 0 changed, 0 the same, 5 skipped, 0 failed",
        "  line 21, skipped: Review: nobody from the journal is among its attendees",
        "  line 35, skipped: No: nobody from the journal is among its attendees",
    ]
    assert give(ALL, "--dry-run").out == answer.out
    assert netbook.dump() == before
    assert not (netbook.db.parent / "backups").exists()


def test_json_says_of_each_what_is_not_confirmed(give: Give) -> None:
    answer = give(ALL, "--json").json
    assert (
        answer["read"]
        == answer["added"] + answer["changed"] + answer["same"] + answer["skipped"] + answer["failed"]
        == 5
    )
    assert answer["problems"][0] == {
        "line": 3, "what": "Lunch", "why": "on 2026-11-20 with Ana Ruiz: not confirmed; --confirmed takes it",
    }  # fmt: skip
    assert [problem["line"] for problem in answer["problems"]] == [3, 13, 13, 13, 13, 21, 28, 35]


def test_confirmed_takes_them_all_and_twice_is_once(netbook: Shell, give: Give) -> None:
    tried = give(ALL, "--confirmed --dry-run --json").json
    done = give(ALL, "--confirmed --json").json
    assert done == tried | {"dry_run": False}
    assert netbook.sql(MEETINGS) == [
        ("2026-11-02", "meeting", None, None, "1:1", "ana-ruiz"),
        ("2026-11-09", "meeting", None, None, "1:1", "ana-ruiz"),
        ("2026-11-16", "meeting", None, None, "1:1", "ana-ruiz"),
        ("2026-11-20", "lunch", 60, "Luna", "Lunch", "ana-ruiz"),
    ]
    planned = netbook("plan --csv").rows
    assert [(row["on"], row["at"], row["people"], row["text"]) for row in planned] == [
        ("2026-11-22", "", "Ana Ruiz", "Next"), ("2026-11-23", "09:00", "Ana Ruiz", "1:1"),
    ]  # fmt: skip
    before = netbook.dump()
    again = give(ALL, "--confirmed")
    assert fates(again) == "0 added, 0 changed, 3 the same, 2 skipped, 0 failed"
    assert again.out == "Nothing new: the journal has all of it already\n"
    assert netbook.dump() == before
    # A week later the series has gone on.
    netbook.today = "2026-11-28"
    assert fates(give(ALL, "--confirmed")) == "2 added, 0 changed, 1 the same, 2 skipped, 0 failed"
    assert netbook.sql("SELECT count(*) FROM meeting") == [(6,)]


def test_a_meeting_moved_in_a_later_file_is_not_doubled(netbook: Shell, give: Give) -> None:
    give(calendar(LUNCH), "--confirmed")
    moved = LUNCH.replace("20261120", "20261119")
    assert (
        fates(give(calendar(moved), "--confirmed")) == "0 added, 0 changed, 1 the same, 0 skipped, 0 failed"
    )
    assert netbook.sql("SELECT date FROM meeting") == [("2026-11-20",)]


def test_add_people_adds_the_others_and_what_they_were_at(netbook: Shell, give: Give) -> None:
    text = calendar(LUNCH, WITH_BO, event(ME, BO, CY, start="DTSTART:20261104", uid="6"))
    answer = give(text, "--confirmed --add-people --circle peers")
    assert fates(answer) == "3 added, 0 changed, 0 the same, 0 skipped, 0 failed"
    assert netbook.sql("SELECT p.name, c.name, e.address FROM person p LEFT JOIN circle c ON c.id = p.circle_id"
                       " JOIN email e ON e.person_id = p.id ORDER BY p.id") == [
        ("Ana Ruiz", None, "Ana@Example.org"),
        ("Bo Lind", "peers", "bo@example.org"),
        ("Cy Example", "peers", "cy@example.org"),
    ]  # fmt: skip
    assert answer.err.splitlines()[1:] == [
        "  line 3: Lunch: me@example.org is in all 3 entries and is taken as yours: not added;"
        " --me ADDRESS says which address is yours"
    ]
    before = netbook.dump()
    assert (
        fates(give(text, "--confirmed --add-people")) == "0 added, 0 changed, 3 the same, 0 skipped, 0 failed"
    )
    assert netbook.dump() == before


def test_who_the_owner_is_can_be_said_or_stands_in_the_calendar(netbook: Shell, give: Give) -> None:
    answer = give(calendar(LUNCH), "--confirmed --add-people --me ME@example.org --me other@example.org")
    assert fates(answer).startswith("1 added")
    assert netbook.sql("SELECT name FROM person ORDER BY id") == [("Ana Ruiz",), ("Bo Lind",)]
    cy = event("X-WR-CALNAME:no", ME, ANA, CY, uid="9")
    assert fates(give(calendar("X-WR-CALNAME:me@example.org", cy), "--confirmed --add-people")).startswith(
        "1 added"
    )
    assert netbook.sql("SELECT name FROM person ORDER BY id")[2:] == [("Cy Example",)]
    assert netbook.fails("import - --me nobody", 2, stdin=ALL) == (
        '"nobody" is not an e-mail address; write --me you@example.org'
    )


def test_what_the_owner_declined_never_counts(give: Give) -> None:
    text = calendar(event(ANA, "ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org"))
    declined = "  line 3, skipped: an entry without a summary: you declined it, as me@example.org"
    assert give(text, "--confirmed --me me@example.org").err.splitlines()[1:] == [declined]
    assert fates(give(text, "--confirmed")).startswith("1 added")


def test_two_people_of_one_mailbox_are_told_apart_by_name_or_left_open(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Bo Ruiz' --email ana@example.org")
    assert fates(give(calendar(LUNCH), "--confirmed")).startswith("1 added")
    assert netbook.sql(MEETINGS)[0][-1] == "ana-ruiz"
    nameless = calendar(event("ATTENDEE:mailto:ana@example.org", uid="7"))
    answer = give(nameless, "--confirmed")
    assert fates(answer) == "0 added, 0 changed, 0 the same, 1 skipped, 0 failed"
    assert "it is not recorded which of them attended" in answer.err


def test_what_was_logged_by_hand_on_that_day_is_not_doubled(netbook: Shell, give: Give) -> None:
    netbook.ok("log ana --kind lunch --on 2026-11-20")
    netbook.ok("log ana --kind call --on 2026-11-09")
    answer = give(calendar(LUNCH, WEEKLY), "--confirmed")
    assert fates(answer) == "1 added, 0 changed, 0 the same, 1 skipped, 0 failed"
    assert answer.err.splitlines()[1:] == [
        "  line 13: 1:1: already logged: on 2026-11-09 there is a call with Ana Ruiz",
        "  line 3, skipped: Lunch: already logged: on 2026-11-20 there is a lunch with Ana Ruiz",
    ]
    assert [row[0] for row in netbook.sql(MEETINGS)] == [
        "2026-11-02",
        "2026-11-09",
        "2026-11-16",
        "2026-11-20",
    ]


def test_two_entries_of_one_day_with_the_same_people_are_two_meetings(netbook: Shell, give: Give) -> None:
    second = event("SUMMARY:Again", ME, ANA, start="DTSTART:20261102T150000", uid="8")
    give(calendar(WEEKLY), "--confirmed")
    assert fates(give(calendar(WEEKLY, second), "--confirmed")).startswith("1 added, 0 changed, 1 the same")


def test_the_options_of_a_calendar_are_refused_for_another_file(netbook: Shell) -> None:
    people = "First Name,Last Name,Connected On\nAda,Example,18 Jun 2025\n"
    assert netbook.fails("import - --confirmed --add-people", 2, stdin=people) == (
        "--confirmed and --add-people: only for a calendar, and the file is linkedin; leave that out"
    )


@pytest.mark.parametrize("lines", [1, 5, 10])
def test_a_calendar_that_is_cut_off_changes_nothing(netbook: Shell, lines: int) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    cut = "\r\n".join(calendar(LUNCH).splitlines()[:lines])
    assert netbook.fails("import - --confirmed", 1, stdin=cut) == (
        "nothing was imported: the file is cut off: the VCALENDAR that begins on line 1 has no end; download it again"
    )


def test_an_empty_calendar_is_no_error(netbook: Shell) -> None:
    answer = netbook("import - --json", stdin="\ufeffBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert (answer.status, answer.json["format"], answer.json["read"]) == (0, "calendar", 0)


def test_what_repeats_every_second_is_refused_by_itself(give: Give) -> None:
    silly = event("SUMMARY:Tick", "RRULE:FREQ=SECONDLY", ANA, uid="11")
    answer = give(calendar(silly, LUNCH), "--confirmed")
    assert fates(answer) == "1 added, 0 changed, 0 the same, 1 skipped, 0 failed"
    assert "Tick: it repeats secondly, and netbook takes nothing finer than a day" in answer.err


def test_a_fold_within_a_character_does_not_break_it(netbook: Shell, give: Give, tmp_path: Path) -> None:
    give(calendar(LUNCH), "--dry-run")
    raw = calendar(event("SUMMARY:Caf\u00e9", ANA)).encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
    (tmp_path / "folded.ics").write_bytes(raw)
    answer = netbook(f"import {tmp_path / 'folded.ics'} --confirmed")
    assert answer.err == "1 read: 1 added, 0 changed, 0 the same, 0 skipped, 0 failed\n"
    assert netbook.sql("SELECT summary FROM meeting") == [("Caf\u00e9",)]


def test_names_from_a_calendar_cannot_steer_the_terminal(give: Give) -> None:
    answer = give(calendar(event("SUMMARY:a\x1b[2Jb", ANA, "ATTENDEE;CN=\x1b[31mX:mailto:x@example.org")))
    assert "\x1b" not in answer.out + answer.err
    assert "a\\x1b[2Jb" in answer.out


# --- at a terminal -----------------------------------------------------------------------------------------------


@pytest.fixture
def file(netbook: Shell, tmp_path: Path) -> Path:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    path = tmp_path / "calendar.ics"
    path.write_text(ALL, newline="")
    return path


def test_a_terminal_asks_for_each(netbook: Shell, file: Path) -> None:
    with Terminal(netbook, f"import {file} --add-people") as terminal:
        terminal.expect("6 occasions with somebody you know, the latest first. Ctrl-C takes none.")
        terminal.expect("2026-11-20  lunch, 60 min     with Ana Ruiz and Bo Lind, at Luna: Lunch")
        terminal.answer("Did it take place? (y, n, a: all that are left, q: none of them) ", "y")
        terminal.expect("2026-11-16  meeting")
        question = "Did it take place? (y, n, s: all of this series, a: all that are left, q: none of them) "
        terminal.answer(question, "perhaps")
        terminal.expect("Answer with one of the letters.")
        terminal.answer(question, "n")
        terminal.expect("2026-11-09")
        terminal.answer(question, "s")
        terminal.answer("Plan it?", "n")
        terminal.expect("5 read: 2 added, 0 changed, 0 the same, 3 skipped, 0 failed")
        terminal.ends(0)
    assert [(row[0], row[-1]) for row in netbook.sql(MEETINGS)] == [
        ("2026-11-02", "ana-ruiz"), ("2026-11-09", "ana-ruiz"), ("2026-11-20", "ana-ruiz bo-lind"),
    ]  # fmt: skip
    # Who was refused is asked for again.
    assert "2026-11-16" in netbook(f"import {file}").out


def test_all_takes_the_rest_and_quit_leaves_it(netbook: Shell, file: Path) -> None:
    with Terminal(netbook, f"import {file}") as terminal:
        terminal.answer("Did it take place?", "n")
        terminal.expect("2026-11-16")
        terminal.answer("Did it take place?", "q")
        terminal.ends(0)
    assert netbook.sql(MEETINGS) == []
    assert not (netbook.db.parent / "backups").exists()
    with Terminal(netbook, f"import {file}") as terminal:
        terminal.answer("Did it take place?", "n")
        terminal.expect("2026-11-16")
        terminal.answer("Did it take place?", "all")
        terminal.ends(0)
    assert [row[0] for row in netbook.sql(MEETINGS)] == ["2026-11-02", "2026-11-09", "2026-11-16"]


def test_ctrl_c_takes_none(netbook: Shell, file: Path) -> None:
    before = netbook.dump()
    with Terminal(netbook, f"import {file}") as terminal:
        terminal.answer("Did it take place?", "y")
        terminal.expect("2026-11-16")
        terminal.stop(CTRL_C)
        terminal.ends(130)
    assert netbook.dump() == before


# --- out ---------------------------------------------------------------------------------------------------------


@pytest.fixture
@built_once
def lived_in(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Ruiz' --circle peers --birthday 1976-02-29")
    netbook.ok("add 'Bo Lind' --circle team --birthday '25 nov'")
    netbook.ok("add 'Cy Example'")
    netbook.ok("log ana --on 2026-11-02")
    netbook.ok("promise ana 'send; the, paper' by 2026-11-27")
    netbook.ok("promise ana 'no day'")
    netbook.ok("event 'PyData, Berlin' --on 2026-12-01 --until 2026-12-03 --place Berlin")
    return netbook


def entries(text: str) -> list[dict[str, str]]:
    """The lines of each entry, by what they begin with."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "")
    return [
        dict(line.split(":", 1) for line in part.partition("END:VEVENT")[0].strip().splitlines())
        for part in unfolded.split("BEGIN:VEVENT")[1:]
    ]


def test_a_calendar_to_subscribe_to(lived_in: Shell) -> None:
    text = lived_in.ok("export calendar")
    shown = [
        (each["SUMMARY"], each["DTSTART;VALUE=DATE"], each["DTEND;VALUE=DATE"], each.get("RRULE"))
        for each in entries(text)
    ]
    assert shown == [
        ("Reach out to Ana Ruiz", "20261202", "20261203", None),
        ("Reach out to Bo Lind", "20261121", "20261122", None),
        ("Ana Ruiz's birthday", "19760229", "19760301", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("Bo Lind's birthday", "20001125", "20001126", "FREQ=YEARLY"),
        ("Promised to Ana Ruiz: send\\; the\\, paper", "20261127", "20261128", None),
        ("PyData\\, Berlin", "20261201", "20261204", None),
    ]
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("\r\nEND:VCALENDAR\r\n")


def test_the_same_journal_gives_the_same_calendar_and_a_change_keeps_the_uids(lived_in: Shell) -> None:
    before = lived_in.ok("export calendar")
    assert lived_in.ok("export calendar", today="2026-11-22") == before
    lived_in.ok("log ana --on 2026-11-20")
    lived_in.ok("edit ana --name 'Ana Maria Ruiz'")
    after = lived_in.ok("export calendar")
    assert [each["UID"] for each in entries(after)] == [each["UID"] for each in entries(before)]
    assert len({each["UID"] for each in entries(after)}) == 6
    assert entries(after)[0]["DTSTART;VALUE=DATE"] == "20261220"
    lived_in.ok("done 1")
    lived_in.ok("pause ana")
    assert [each["SUMMARY"] for each in entries(lived_in.ok("export calendar"))] == [
        "Reach out to Bo Lind", "Bo Lind's birthday", "PyData\\, Berlin",
    ]  # fmt: skip


def test_it_goes_to_a_file_whole_and_private_and_reads_back(lived_in: Shell, tmp_path: Path) -> None:
    file = tmp_path / "netbook.ics"
    answer = lived_in(f"export calendar -o {file}")
    assert (answer.status, answer.out, answer.err) == (0, "", f"wrote 6 entries to {file}\n")
    assert b"\r\n" in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    # Nothing of it is contact.
    assert lived_in(f"import {file} --confirmed --json").json["skipped"] == 6
    for option in ("--csv", "--json", "--since today", "--v3"):
        lived_in.fails(f"export calendar {option}", 2)


def test_hostile_texts_go_out_as_texts(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --circle peers")
    text = "x\r\nEND:VEVENT\r\nBEGIN:VALARM " + "\u00e9" * 200
    netbook.ok(f"promise ana {shlex.quote(text)} by 2026-11-27")
    netbook.ok("event '=cmd|x' --on 2026-12-01 --place 'a\x1b[2Jb'")
    out = netbook.ok("export calendar")
    assert "\nBEGIN:VALARM" not in out
    assert "\x1b" not in out
    assert all(len(line.encode()) <= 75 for line in out.splitlines())
    assert len(entries(out)) == 3


def test_what_is_kept_for_later_is_confirmed_one_by_one(netbook: Shell, give: Give) -> None:
    give(ALL, "--confirm-later")
    assert "6 to confirm: netbook confirm" in netbook.ok("due")
    again = give(ALL, "--confirm-later")
    assert again.out == "Nothing new to confirm\n"
    with Terminal(netbook, "confirm") as terminal:
        terminal.press("Did it take place?", "y")
        terminal.answer("what it was about", "budget")
        terminal.answer("in common", "climbing")
        terminal.answer("promised", "send slides by friday")
        terminal.press("Did it take place?", "s")
        terminal.press("Plan it?", "n")
        terminal.ends(0)
    assert [(row[0], row[4]) for row in netbook.sql(MEETINGS)] == [
        ("2026-11-02", "1:1"), ("2026-11-09", "1:1"), ("2026-11-16", "1:1"), ("2026-11-20", "budget"),
    ]  # fmt: skip
    assert netbook("todo --csv").rows[0]["text"] == "send slides"
    assert [row["on"] for row in netbook("plan --csv").rows] == ["2026-11-23"]
    assert netbook.ok("confirm") == "Nothing to confirm\n"
    assert fates(give(ALL, "--confirmed")).startswith("1 added")
    netbook.ok("undo --steps 2")
    assert len(netbook("confirm --json").json) == 6


def test_what_cannot_be_written_is_asked_again_and_a_series_can_be_none(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Bo Lind' --email bo@example.org")
    give(ALL, "--confirm-later")
    with Terminal(netbook, "confirm") as terminal:
        terminal.press("Did it take place?", "y")
        for promised in ("slides", "Ana: slides"):
            terminal.answer("what it was about", "")
            terminal.answer("in common", "")
            terminal.answer("promised", promised)
        terminal.press("Did it take place?", "x")
        terminal.press("Did it take place?", "q")
        terminal.ends(0)
    assert len(netbook.sql(MEETINGS)) == 1
    assert [row["person"] for row in netbook("todo --csv").rows] == ["Ana Ruiz"]


def test_a_plan_moves_with_its_entry_and_is_met_when_that_took_place(netbook: Shell, give: Give) -> None:
    give(calendar(FUTURE), "--confirmed")
    moved = FUTURE.replace("20261122", "20261124T180000") + "\r\n"
    answer = give(
        calendar(moved.replace("SUMMARY:Next", "SEQUENCE:1\r\nSUMMARY:Next").strip()), "--confirmed"
    )
    assert fates(answer) == "0 added, 1 changed, 0 the same, 0 skipped, 0 failed"
    assert [(row["on"], row["at"]) for row in netbook("plan --csv").rows] == [("2026-11-24", "18:00")]
    netbook.today = "2026-11-25"
    assert fates(give(calendar(moved.strip()), "--confirmed")).startswith("1 added")
    assert netbook.sql("SELECT status, meeting_id FROM plan") == [("met", 1)]


def test_who_a_title_names_was_there(netbook: Shell, give: Give) -> None:
    netbook.ok("add 'Lena Lantern'")
    netbook.ok("add 'Tomas Thimble'")
    give(calendar(
        event("SUMMARY:Lunch Lena / Tomas", uid="1"), event("SUMMARY:Lena's birthday", uid="2"),
        event("SUMMARY:Canceled: Dinner with Lena", uid="3"), event("SUMMARY:Deadline Lena report", uid="4"),
    ), "--confirmed")  # fmt: skip
    assert [row[-1] for row in netbook.sql(MEETINGS)] == ["lena-lantern tomas-thimble"]


def test_what_repeats_for_long_is_told_in_one_line_a_file(
    netbook: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_calendar, "MOST_OF_A_FILE", 100)
    netbook.ok("add 'Lena Lantern' --email lena@example.org")
    lena = "ATTENDEE:mailto:lena@example.org"
    daily = [
        event(f"SUMMARY:Daily {uid}", "RRULE:FREQ=DAILY", lena, start="DTSTART:20260801", uid=uid)
        for uid in "012"
    ]
    (tmp_path / "a.ics").write_text(calendar(*daily), encoding="utf-8")
    done = netbook(f"import {tmp_path / 'a.ics'} --dry-run --json").json
    problems = [(each["what"], each["why"]) for each in done["problems"] if "repeat" in each["why"]]
    assert problems == [
        (
            "Daily 0 and 2 more",
            "they repeat for long; only the latest occasions of each are taken, 33 at most",
        )
    ]
