"""Bad input: one clear line, the right exit status, nothing changed. And strange names, which are none."""

from __future__ import annotations

import ctypes
import json
import os
import shlex
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Self

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import Answer, Shell

LONG = "x" * 10_000
CUT = f'"{"x" * 59}…"'
TWO = 'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'
NOBODY = 'nobody is called "nobody"; netbook people lists everybody'
EMPTY = "a name cannot be empty; write a handle, a name or part of one"
NO_CIRCLE = (
    'no circle is called "nosuch"; there are team, peers, mentors, customers, community '
    "(netbook circle NAME --every 1m adds one)"
)
NO_FEB_30 = 'there is no such day as "30 feb"; check the day and the month'
PAST = 'cannot read the date "next blursday"; write 2026-11-20, "friday" or "3 days ago"'
FUTURE = 'cannot read the date "next blursday"; write 2026-11-27, "friday" or "in 3 days"'

# Every command that names people, with WHO in their place.
WHO = [
    "log WHO", "log bo WHO", "log bo -c 'climbing' WHO", "edit WHO --org X", "show WHO", "show WHO --json",
    "remove WHO", "remove WHO --yes", "pause WHO", "resume WHO", "common WHO chess", "shared WHO bo",
    "shared bo WHO", "learn WHO 'a dog'", "promise WHO 'a book'", "gave WHO 'a book'", "got WHO 'a book'",
    "thank WHO", "strain WHO hurt", "repair WHO", "add Cy --introduced-by WHO", "edit bo --introduced-by WHO",
]  # fmt: skip
# Every option that is a day, with DAY in its place, and which way it looks.
DAYS = [
    ("log bo --on DAY", "past"), ("add Cy --known-since DAY", "past"), ("edit bo --known-since DAY", "past"),
    ("common bo chess --on DAY", "past"), ("gave bo lunch --on DAY", "past"), ("got bo lunch --on DAY", "past"),
    ("thank bo --on DAY", "past"), ("strain bo hurt --on DAY", "past"), ("goal --since DAY", "past"),
    ("goal --until DAY", "past"), ("export meetings --since DAY", "past"), ("export meetings --until DAY", "past"),
    ("events --since DAY", "past"), ("--today DAY people", "past"), ("pause bo --until DAY", "future"),
    ("event Gala --on DAY", "future"),
]  # fmt: skip
CIRCLES = [
    "add Cy --circle nosuch", "edit bo --circle nosuch", "people --circle nosuch", "due --circle nosuch",
    "circle nosuch --describe x", "circle nosuch --rename x", "circle nosuch --remove --yes",
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of most of these tests, each of which gets a copy."""
    netbook = Shell(tmp_path_factory.mktemp("made") / "netbook.db")
    netbook.ok("add 'Ana Ruiz' --circle peers --org Acme")
    netbook.ok("add 'Ana Silva'")
    netbook.ok("add 'Bo Lind'")
    netbook.ok("got bo 'a map' --on '1 nov'")
    return netbook.db


@pytest.fixture
def people(netbook: Shell, made: Path) -> Shell:
    netbook.db.parent.mkdir()
    shutil.copyfile(made, netbook.db)
    return netbook


class TestNames:
    @pytest.mark.parametrize("line", WHO)
    def test_unknown(self, people: Shell, line: str) -> None:
        assert people.fails(line.replace("WHO", "nobody"), 1) == NOBODY

    @pytest.mark.parametrize("line", WHO)
    def test_nearly_known(self, people: Shell, line: str) -> None:
        message = people.fails(line.replace("WHO", "'Ana Ruis'"), 1)
        assert message.startswith('nobody is called "Ana Ruis"; the nearest: ana-ruiz  Ana Ruiz  Acme')

    @pytest.mark.parametrize("line", WHO)
    def test_ambiguous(self, people: Shell, line: str) -> None:
        assert people.fails(line.replace("WHO", "ana"), 1) == TWO

    @pytest.mark.parametrize("line", WHO)
    @pytest.mark.parametrize("nothing", ["''", "' '", "'\u200b'"])
    def test_empty(self, people: Shell, line: str, nothing: str) -> None:
        assert people.fails(line.replace("WHO", nothing), 2) == EMPTY

    @pytest.mark.parametrize("line", WHO)
    def test_endless(self, people: Shell, line: str) -> None:
        assert people.fails(line.replace("WHO", LONG), 1) == (
            f"nobody is called {CUT}; netbook people lists everybody"
        )

    def test_of_many_that_match_the_first_are_listed(self, netbook: Shell) -> None:
        for number in range(30):
            netbook.ok(f"add 'Ana Number{number:02}'")
        message = netbook.fails("show ana", 1)
        assert message.startswith(
            '30 people match "ana"; say which: ana-number00  Ana Number00; ana-number01'
        )
        assert message.endswith("; … and 18 more")

    def test_two_people_of_the_same_name_are_told_apart_by_their_handles(self, people: Shell) -> None:
        people.ok("add 'Ana Ruiz' --namesake --org Zeta")
        assert people.fails("log 'Ana Ruiz'", 1) == (
            'two people match "Ana Ruiz"; say which: ana-ruiz  Ana Ruiz  Acme; ana-ruiz-2  Ana Ruiz  Zeta'
        )
        people.ok("log ana-ruiz-2")
        assert people("show ana-ruiz-2 --json").json["last_contact"] == "2026-11-21"
        assert people("show ana-ruiz --json").json["last_contact"] is None

    @pytest.mark.parametrize(
        "line", ["add 'Ana Ruiz'", "log --new 'ana ruiz'", "log bo --new 'Ána Ruíz (Zeta)'"]
    )
    def test_a_name_already_there_is_not_added(self, people: Shell, line: str) -> None:
        message = people.fails(line, 1)
        assert "is already in the journal: ana-ruiz  Ana Ruiz  Acme; " in message
        assert message.endswith("add --namesake")

    @pytest.mark.parametrize("line", ["add NEW", "log --new NEW", "log bo --new NEW", "edit bo --name NEW"])
    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("''", "a name cannot be empty"),
            ("'\u200b \u2060'", "a name cannot be empty"),
            ("'\x1b\x07'", "a name cannot be empty"),
            (LONG, "a name can have at most 200 characters; this one has 10,000"),
        ],
    )
    def test_what_is_no_name(self, people: Shell, line: str, name: str, message: str) -> None:
        assert people.fails(line.replace("NEW", name), 2) == message


class TestDays:
    @pytest.mark.parametrize(("line", "toward"), DAYS)
    def test_unreadable(self, people: Shell, line: str, toward: str) -> None:
        message = people.fails(line.replace("DAY", "'next blursday'"), 2)
        assert message == (PAST if toward == "past" else FUTURE)

    @pytest.mark.parametrize(("line", "_"), DAYS)
    def test_no_such_day(self, people: Shell, line: str, _: str) -> None:
        assert people.fails(line.replace("DAY", "'30 feb'"), 2) == NO_FEB_30
        assert people.fails(line.replace("DAY", "2026-02-29"), 2) == NO_FEB_30.replace("30 feb", "2026-02-29")

    @pytest.mark.parametrize(("line", "_"), DAYS)
    def test_a_day_that_reads_two_ways(self, people: Shell, line: str, _: str) -> None:
        assert people.fails(line.replace("DAY", "11/12/2026"), 2) == (
            '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'
        )

    @pytest.mark.parametrize(("line", "_"), DAYS)
    @pytest.mark.parametrize("nothing", ["''", "' '"])
    def test_an_empty_day_is_none(self, people: Shell, line: str, _: str, nothing: str) -> None:
        assert people.fails(line.replace("DAY", nothing), 2).startswith("cannot read the date ")

    @pytest.mark.parametrize(("line", "_"), DAYS)
    def test_an_endless_day(self, people: Shell, line: str, _: str) -> None:
        assert people.fails(line.replace("DAY", LONG), 2).startswith(f"cannot read the date {CUT}; write ")

    @pytest.mark.parametrize(
        "line",
        ["log bo --on DAY", "add Cy --known-since DAY", "common bo chess --on DAY", "gave bo lunch --on DAY",
         "strain bo hurt --on DAY", "thank bo --on DAY"],
    )  # fmt: skip
    def test_what_has_not_happened_yet(self, people: Shell, line: str) -> None:
        way = (
            "plan it: netbook plan WHO --on 2026-11-22"
            if line.startswith("log")
            else "give a day up to today"
        )
        assert people.fails(line.replace("DAY", "tomorrow"), 2) == (
            f'"tomorrow" is 2026-11-22, which is still to come; {way}'
        )

    def test_a_promise_by_a_day_that_is_none(self, people: Shell) -> None:
        for line in ("promise bo 'slides by 30 feb'", "log bo -p 'slides by 30 feb'"):
            assert people.fails(line, 2) == NO_FEB_30

    def test_29_february_is_a_birthday_kept_every_year(self, people: Shell) -> None:
        people.ok("edit bo --birthday 1988-02-29")
        for today, day in (("2026-02-23", "2026-02-28"), ("2028-02-23", "2028-02-29")):
            (row,) = people("due --only birthday --csv", today=today).rows
            assert row["due_on"] == day


class TestWordsAndNumbers:
    @pytest.mark.parametrize(
        ("word", "hint"),
        [("cofee", "did you mean coffee? There"), ("lunsh", "did you mean lunch? There"),
         ("vidoe", "did you mean video? There"), ("xyzzy", "there"), ("", "there")],
    )  # fmt: skip
    def test_an_unknown_kind_names_the_nearest(self, people: Shell, word: str, hint: str) -> None:
        assert people.fails(f"log bo --kind '{word}'", 2) == (
            f'unknown kind "{word}"; {hint} are coffee, lunch, dinner, drinks, walk, activity, visit, meeting, '
            "event, call, video, email, message, letter"
        )

    @pytest.mark.parametrize("minutes", ["-5", "0", "44641", "x", "1.5", "nan", "1h75", ""])
    def test_minutes(self, people: Shell, minutes: str) -> None:
        message = f'cannot read the minutes "{minutes}"; write 90, "90 min" or 1h30, a month at most'
        people.ok("log bo --on yesterday")
        assert people.fails(f"log bo --minutes='{minutes}'", 2) == message
        assert people.fails(f"edit m1 --minutes='{minutes}'", 2) == message

    @pytest.mark.parametrize("minutes", ["90", "90 min", "1h30", "1:30", "1.5 hours"])
    def test_minutes_are_read_as_they_are_printed(self, people: Shell, minutes: str) -> None:
        assert ", 90 min" in people.ok(f"log bo --minutes '{minutes}'")
        people.ok("edit m1 --minutes 15")
        people.ok(f"edit m1 --minutes '{minutes}'")
        assert people.sql("SELECT minutes FROM meeting") == [(90,)]

    @pytest.mark.parametrize("line", CIRCLES)
    def test_an_unknown_circle(self, people: Shell, line: str) -> None:
        assert people.fails(line, 1) == NO_CIRCLE

    @pytest.mark.parametrize("line", CIRCLES[:4])
    def test_an_endless_circle(self, people: Shell, line: str) -> None:
        assert people.fails(line.replace("nosuch", LONG), 1).startswith(
            f"no circle is called {CUT}; there are"
        )

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("done 7", 1, "no promise has the number 7; netbook todo lists those that are open"),
            ("done x", 2, '"x" is not the number of a promise; netbook todo lists them with their numbers'),
            ("due --only nagging", 2,
             'unknown reason "nagging"; there are planned, repair, new, contact, promise, '
             'waiting, thanks, birthday, event'),
            ("people --sort size", 2,
             'unknown order "size"; there are name, last, due, meetings'),
            ("export nothing", 2, None),
            ("import nosuch.csv", 1, None),
            ("learn bo 'x' --about nonsense", 2, None),
        ],
    )  # fmt: skip
    def test_the_rest(self, people: Shell, line: str, status: int, message: str | None) -> None:
        answer = people.fails(line, status)
        assert message in (None, answer)

    def test_a_text_of_over_a_million_characters(self, people: Shell) -> None:
        message = people.fails("log bo -", 2, stdin="x" * 1_000_001)
        assert message.endswith(" can have at most 1,000,000 characters; shorten it")


class TestJournal:
    """Where the journal is; what may be wrong with the file itself is in test_journal_file."""

    @pytest.mark.parametrize("nothing", ["''", "' '"])
    def test_an_empty_path_is_not_the_usual_journal(self, people: Shell, nothing: str) -> None:
        assert people.fails(f"--db {nothing} add Cy", 2) == (
            "--db is empty; name the journal's file, or leave the option out"
        )

    def test_an_empty_variable_is_as_good_as_none(self, people: Shell) -> None:
        people.env["NETBOOK_TODAY"] = ""
        people.ok("add Cy")

    def test_without_a_word_it_is_in_the_data_folder_and_the_day_is_the_clocks(
        self, people: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Clock(date):
            @classmethod
            def today(cls) -> Self:
                return cls(2031, 2, 3)

        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        monkeypatch.setattr("netbook.cli.context.date", Clock)
        people.env |= {"NETBOOK_DB": "", "NETBOOK_TODAY": ""}
        people.ok("add Cy")
        people.db = tmp_path / "data" / "netbook" / "netbook.db"
        assert people.sql("SELECT name, added_on FROM person") == [("Cy", "2031-02-03")]

    def test_the_option_goes_before_the_variable(self, people: Shell, tmp_path: Path) -> None:
        people.ok(f"--db {tmp_path / 'other.db'} add Cy")
        assert people.fails("show cy", 1).startswith('nobody is called "cy"')
        assert people.ok(f"--db {tmp_path / 'other.db'} show cy").startswith("Cy (cy)")

    @pytest.mark.parametrize("line", ["people", "add Cy"])
    def test_what_cannot_be_a_path(self, people: Shell, tmp_path: Path, line: str) -> None:
        (tmp_path / "loop").symlink_to("loop")
        (tmp_path / "file").write_text("")
        for path, why in (
            (tmp_path / LONG, "file name too long"),
            (tmp_path / "loop", "too many levels of symbolic links"),
            (tmp_path / "file" / "netbook.db", "not a directory"),
            (Path("/dev/null"), "is a device or a pipe, not a journal"),
            (tmp_path, "is a folder; name a file in it"),
        ):
            assert why in people.fails(f"--db {path} {line}", 3)


def as_anybody() -> None:
    """Give up root's right to read and write everything, before the process becomes netbook."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
                raise OSError(ctypes.get_errno(), "cannot drop it")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root loses its rights in Linux's way")
class TestPermissions:
    """What the file system does not allow is 3, and named; with nothing lost."""

    READ_ONLY = "the file or its folder is read-only; nothing was changed"
    DENIED = "no permission to read or write it; nothing was changed"

    @pytest.fixture
    def locked(self, people: Shell) -> Iterator[Shell]:
        yield people
        for path in (people.db.parent, people.db):
            if path.exists():
                path.chmod(0o700)

    def anybody(self, netbook: Shell, line: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "netbook", *shlex.split(line)], stdin=subprocess.DEVNULL, capture_output=True,
            text=True, check=False, timeout=60, preexec_fn=as_anybody,
            env={**os.environ, **netbook.environment()},
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    @pytest.mark.parametrize(("file", "folder"), [(0o400, 0o700), (0o400, 0o500), (0o600, 0o500)])
    def test_a_read_only_journal_can_be_read_but_not_written(
        self, locked: Shell, file: int, folder: int
    ) -> None:
        before = locked.dump()
        locked.db.chmod(file)
        locked.db.parent.chmod(folder)
        assert self.anybody(locked, "people --csv") == Answer(0, locked.ok("people --csv"), "")
        for line in ("add Cy", "log bo"):
            assert self.anybody(locked, line) == Answer(3, "", f"netbook: {locked.db}: {self.READ_ONLY}\n")
        locked.db.parent.chmod(0o700)
        assert locked.dump() == before

    @pytest.mark.parametrize(("file", "folder"), [(0o000, 0o700), (0o600, 0o000)])
    @pytest.mark.parametrize("line", ["people", "add Cy"])
    def test_a_journal_out_of_reach(self, locked: Shell, line: str, file: int, folder: int) -> None:
        locked.db.chmod(file)
        locked.db.parent.chmod(folder)
        assert self.anybody(locked, line) == Answer(3, "", f"netbook: {locked.db}: {self.DENIED}\n")

    @pytest.mark.parametrize("below", ["new.db", "a/new.db", "a/b/new.db"])
    def test_a_folder_in_which_no_journal_can_be_made(self, locked: Shell, below: str) -> None:
        folder = locked.db.parent
        folder.chmod(0o500)
        locked.db = folder / below
        assert self.anybody(locked, "people") == Answer(3, "", f"netbook: {locked.db}: {self.DENIED}\n")
        folder.chmod(0o700)
        assert [path.name for path in folder.iterdir()] == ["netbook.db"]

    def test_what_may_not_be_read_is_named_and_the_rest_is_imported(
        self, people: Shell, tmp_path: Path
    ) -> None:
        feeds = tmp_path / "feeds"
        for inside in ("mail/cur", "mail/new", "cards"):
            (feeds / inside).mkdir(parents=True)
        (feeds / "cy.csv").write_text("Name\nCy\n")
        (feeds / "mail/new").chmod(0o000)
        (feeds / "cards").chmod(0o000)
        done = self.anybody(people, f"import {feeds} --json")
        assert (done.status, done.json["added"]) == (1, 1)
        assert [
            each["file"] for each in done.json["files"] if "permission denied" in (each["error"] or "")
        ] == [
            f"{feeds}/mail",
            f"{feeds}/cards",
        ]


# A name as it is typed, and as it is kept: composed, with its spacing made regular.
STRANGE = {
    "quotes": 'Jo "JJ" O\'Neill',
    "commas": "Smith, Jr., Jo",
    "semicolons": "a; b; c",
    "newlines": "Jo\nSmith\r\nJr",
    "tabs": "Jo\tSmith",
    "emoji": "Jo 🦊 Fox",
    "nothing but an emoji": "🦊",
    "a family of emoji": "👩‍👩‍👧‍👦",
    "Arabic": "محمد الأحمد",
    "Hebrew": "דוד בן־גוריון",
    "Chinese": "王小明",
    "Japanese": "山田 ガンプ",
    "Devanagari": "अनिल कुमार",
    "composed": "Zoë Müller",
    "decomposed": "Zoe\u0308 Mu\u0308ller",
    "stacked accents": "Z\u0351\u0327\u0310o\u0348\u0321",
    "Rich markup": "[b]Jo[/b]",
    "closing markup": "[/b]",
    "a link in markup": "[link=https://x.example]Jo[/link]",
    "an escape sequence": "Jo \x1b[31mRed\x1b[0m",
    "a title for the terminal": "Jo\x1b]0;owned\x07",
    "a C1 control": "Jo \x9b31m",
    "a bidi override": "Jo \u202eevil\u202c",
    "a backspace": "Jo\b\b\bX",
    "a percent sign": "100% Jo",
    "SQL": "Robert'); DROP TABLE person;--",
    "a path": "../../etc/passwd",
    "wildcards": "Jo*?%_",
    "something that looks like an option": "--help",
    "a formula": "=1+1",
    "brackets": "Jo(Acme)",
    "a colon": "family: Jo",
    "200 characters": "x" * 200,
    "words of one letter": "a b c d e f",
    "digits": "007",
    "Turkish": "İIıi",
    "German": "Straße",
}


def kept(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def run(netbook: Shell, *arguments: str) -> str:
    return netbook.ok(shlex.join(arguments))


class TestStrangeNames:
    @pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
    def test_it_is_kept_found_told_and_given_out_exactly(self, netbook: Shell, name: str) -> None:
        assert run(netbook, "add", "--", name).startswith("Added: ")
        ((handle, stored),) = netbook.sql("SELECT handle, name FROM person")
        assert stored == kept(name)
        assert netbook("people --csv").rows[0]["name"] == netbook("people --json").json[0]["name"] == stored
        assert json.loads(run(netbook, "show", "--json", "--", name))["handle"] == handle
        run(netbook, "log", "--kind", "coffee", "--", name)
        run(netbook, "show", "--", handle)
        run(netbook, "edit", "--org", name, "--alias", name, "--", name)
        for line in ("people", "due", "circles", "export meetings"):
            netbook.ok(line)
        run(netbook, "remove", "--yes", "--", name)
        assert netbook.sql("SELECT * FROM person") == []

    @pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
    def test_it_is_a_topic_an_event_a_circle_and_a_place_as_well(self, netbook: Shell, name: str) -> None:
        netbook.ok("add Bo")
        run(netbook, "circle", "--every", "2w", "--", name)
        run(netbook, "edit", "bo", f"--circle={name}", f"--place={name}")
        run(netbook, "log", "bo", f"--event={name}", f"--place={name}", f"--common=bo: {name}")
        for table in ("topic", "event"):
            assert netbook.sql(f"SELECT name FROM {table}") == [(kept(name),)]
        assert netbook("show bo --json").json["circle"] == kept(name)
        assert netbook("people --json").json[0]["place"] == kept(name)
        run(netbook, "people", f"--circle={name}", f"--place={name}", f"--topic={name}")
        run(netbook, "goal", "--", name)
        run(netbook, "topics", "--", name)
        run(netbook, "due", f"--circle={name}", f"--place={name}")

    def test_an_accent_typed_two_ways_is_one_name(self, netbook: Shell) -> None:
        run(netbook, "add", "Zoe\u0308")
        assert '"Zoë" is already in the journal' in netbook.fails("add Zoë", 1)
        assert netbook("show Zoë --json").json["name"] == "Zoë"

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.text(
            st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=60
        )
    )
    @example("\ufe0f")
    @example("ß" * 60)
    @example("ﷺ" * 30)
    @example("ﷺ" * 200)
    @example("a " * 100)
    def test_any_text_is_a_name_or_is_refused_in_one_line(self, netbook: Shell, name: str) -> None:
        answer = netbook(shlex.join(["add", "--namesake", "--", name]))
        if answer.status:
            assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1), (name, answer)
            return
        (row,) = netbook.sql("SELECT handle, name FROM person ORDER BY id DESC LIMIT 1")
        assert netbook(f"show --json -- {shlex.quote(row[0])}").json["name"] == row[1] == kept(row[1])
        result = netbook(shlex.join(["show", "--json", "--", name]))
        assert result.status in (0, 1), (name, result)
        assert result.status == 0 or "people match" in result.err


@pytest.mark.parametrize("command", ["meetings", "goal", "events", "trend", "trend --days", "export notes"])
def test_a_span_that_ends_before_it_begins(netbook: Shell, command: str) -> None:
    netbook.ok("add Ana")
    assert netbook.fails(f"{command} --since 2026-11-20 --until 2026-11-02", 2) == (
        '--since "2026-11-20" is after --until "2026-11-02"; swap the two'
    )
