"""Where answers go and what becomes of them: pipes, closed and full outputs, terminals, poor locales, help."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import resource
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

import netbook as package
from netbook.cli.commands import COMMANDS, GROUPS
from netbook.cli.main import main
from netbook.cli.parser import parse
from netbook.cli.parser_table import PARSERS
from tests.conftest import Answer, Shell, built_once
from tests.screen import on_screen
from tests.terminal import Terminal

READS = [
    "people",
    "people --csv",
    "people --json",
    "export people",
    "show ana",
    "show ana --json",
    "due",
    "circles",
]
CHANGES = [
    "add Cy",
    "edit ana --org Acme",
    "remove ana --yes",
    "pause ana",
    "circle x --every 2w",
    "log ana",
    "import -",
]
TEXTS = ["", "--help", "--version", "add --help"]
ESCAPE = "\x1b"


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Rúiz' --circle peers --org Acme")
    netbook.ok("add 'Bo Lind'")
    return netbook


def run(
    netbook: Shell, line: str, stdout: int | IO[Any] | None = subprocess.PIPE,
    before: Callable[[], None] | None = None, **env: str,
) -> Answer:  # fmt: skip
    """`netbook LINE` in a process of its own, with another stdout, or prepared before it starts."""
    done = subprocess.run(
        [sys.executable, "-m", "netbook", *shlex.split(line)],
        stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60,
        preexec_fn=before, env={**os.environ, **netbook.environment(), "PYTHONUNBUFFERED": "", **env},
    )  # fmt: skip
    err = done.stderr.decode()
    if "--json" in line and err.startswith("{"):  # the same error as data
        err = f"netbook: {json.loads(err)['error']}\n"
    return Answer(done.returncode, (done.stdout or b"").decode(), err)


def _open_for_writing_only() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 0)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


class TestStdoutThatTakesNothing:
    """Exit status 3, one line, and nothing was done."""

    @pytest.mark.parametrize("line", [*READS[:3], *CHANGES, *TEXTS[1:]])
    def test_closed(self, people: Shell, line: str) -> None:
        before = people.dump()
        answer = run(people, line, stdout=None, before=lambda: os.close(1))
        assert answer == Answer(
            3,
            "",
            "netbook: cannot write to standard output (closed); nothing was done, redirect it to a file or /dev/null\n",
        )
        assert people.dump() == before

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    @pytest.mark.parametrize("line", [*READS[:3], *CHANGES, *TEXTS])
    def test_full(self, people: Shell, line: str) -> None:
        before = people.dump()
        with Path("/dev/full").open("w") as full:
            answer = run(people, line, stdout=full)
        assert answer == Answer(
            3, "",
            "netbook: cannot write to standard output (no space left on device); nothing was done, "
            "redirect it to a file or /dev/null\n",
        )  # fmt: skip
        assert people.dump() == before

    @pytest.mark.parametrize(
        "line", ["people", "people --csv", "people --json", "export people", "show ana --json"]
    )
    def test_a_file_that_grows_too_large_on_the_way(self, people: Shell, tmp_path: Path, line: str) -> None:
        """Stands for a disk that fills up: stdout is fine at first."""

        def small_files() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))

        with (tmp_path / "out").open("w") as out:
            answer = run(people, line, stdout=out, before=small_files)
        assert answer == Answer(
            3, "",
            "netbook: the answer could not be written (file too large); redirect it elsewhere\n",
        )  # fmt: skip

    @pytest.mark.parametrize("line", [*READS, "export meetings", *TEXTS])
    def test_a_reader_that_has_gone(self, people: Shell, line: str) -> None:
        people.ok("log ana bo -m -", stdin="words " * 40_000)
        reader, writer = os.pipe()
        os.close(reader)
        assert run(people, line, stdout=writer) == Answer(0, "", "")
        os.close(writer)

    def test_a_reader_that_leaves_in_the_middle(self, people: Shell) -> None:
        people.ok("log ana bo -m -", stdin="words " * 40_000)
        command = f"{shlex.quote(sys.executable)} -m netbook export meetings; echo $? >&2"
        done = subprocess.run(
            ["sh", "-c", f"({command}) | head -1"], capture_output=True, text=True, check=True, timeout=60,
            env={**os.environ, **people.environment()},
        )  # fmt: skip
        assert done.stdout == "uid,date,kind,human,minutes,place,event,people,handles,summary,fleeting,ref\n"
        assert done.stderr == "0\n"

    def test_a_change_is_made_though_nobody_reads_of_it(self, people: Shell) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        assert run(people, "add Cy", stdout=writer) == Answer(0, "", "")
        os.close(writer)
        assert people.sql("SELECT count(*) FROM person WHERE handle = 'cy'") == [(1,)]

    def test_without_stderr_only_the_status_tells(self, people: Shell) -> None:
        assert run(people, "show nobody", before=lambda: os.close(2)) == Answer(1, "", "")
        assert run(people, "show bo", before=lambda: os.close(2)).status == 0


class TestStdinThatIsClosed:
    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("log", 2, 'say who was there: a name, --new "NAME" for somebody new, or --fleeting TEXT'),
            ("remove bo", 2, "removing Bo Lind needs a confirmation; add --yes"),
            ("circle peers --remove", 2, "removing the circle peers needs a confirmation; add --yes"),
            ("edit bo", 2, "no editor to open; name yours in EDITOR, as in EDITOR=nano"),
            ("import -", 1, "standard input is closed; name a file"),
            ("log ana -", 2, "cannot read the summary from standard input: it is closed; write it with -m"),
        ],
    )
    def test_what_would_ask_or_read_says_what_to_do(
        self, people: Shell, line: str, status: int, message: str
    ) -> None:
        before = people.dump()
        for takes_it_away in (lambda: os.close(0), _open_for_writing_only):
            answer = run(people, line, before=takes_it_away, EDITOR="", VISUAL="")
            assert answer == Answer(status, "", f"netbook: {message}\n")
        assert people.dump() == before

    @pytest.mark.parametrize("line", ["people", "add Cy", "log ana", "due"])
    def test_the_rest_does_not_mind(self, people: Shell, line: str) -> None:
        answer = run(people, line, before=lambda: os.close(0))
        assert (answer.status, answer.err) == (0, "")
        assert answer.out


class TestScreens:
    LISTS = ("people", "circles", "due", "show ana", "topics", "todo", "events", "goal")

    @pytest.fixture
    def lived_in(self, people: Shell) -> Shell:
        people.ok(f"add 'Cy {'Long ' * 12}Name' --circle peers --org '{'Organisation ' * 8}'")
        people.ok("log ana bo --event 'A Fair' --on '1 nov' -c climbing -p 'ana: send slides by friday'")
        return people

    @pytest.mark.parametrize("line", LISTS)
    def test_colour_is_for_terminals(self, lived_in: Shell, line: str) -> None:
        _, coloured = on_screen(lived_in, line)
        assert ESCAPE in coloured
        assert ESCAPE not in lived_in.ok(line)
        for off in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            _, without = on_screen(lived_in, line, 100, "utf-8", **off)
            assert ESCAPE not in without
            assert without.split() == plain(coloured).split()

    def test_an_empty_no_color_means_nothing(self, lived_in: Shell) -> None:
        assert ESCAPE in on_screen(lived_in, "people", NO_COLOR="")[1]

    @pytest.mark.parametrize("columns", [60, 100, 200])
    @pytest.mark.parametrize("line", ["people", "circles", "due", "show ana"])
    def test_a_screen_is_as_wide_as_its_terminal(self, lived_in: Shell, line: str, columns: int) -> None:
        longest = max(map(len, plain(on_screen(lived_in, line, columns)[1]).splitlines()))
        assert longest <= columns

    def test_in_a_pipe_nothing_is_cut_off(self, lived_in: Shell) -> None:
        lived_in.env["COLUMNS"] = "20"
        for line in ("people", "due", "show cy"):
            answer = lived_in.ok(line)
            assert f"Cy {'Long ' * 12}Name" in answer
            assert ("Organisation " * 8).strip() in answer

    @pytest.mark.parametrize("line", ["people --csv", "people --json", "export people", "show ana --json"])
    def test_data_is_the_same_on_a_terminal(self, lived_in: Shell, line: str) -> None:
        assert on_screen(lived_in, line, 30) == (0, lived_in.ok(line))

    def test_a_real_terminal_gets_its_width_and_no_pager(self, lived_in: Shell, tmp_path: Path) -> None:
        pager = tmp_path / "pager"
        pager.write_text(f"#!/bin/sh\ntouch {tmp_path / 'started'}\n")
        pager.chmod(0o700)
        for number in range(60):
            lived_in.sql(
                "INSERT INTO person (uid, handle, name, name_key, added_on) VALUES (?, ?, ?, ?, '2026-11-01')",
                *[f"person{number}"] * 4,
            )
        with Terminal(lived_in, "people", PAGER=str(pager), MANPAGER=str(pager)) as terminal:
            answer = terminal.ends(0)
        assert answer.count("\n") > 60
        assert 80 < max(map(len, answer.splitlines())) <= 400
        assert not (tmp_path / "started").exists()


class TestPoorLocales:
    """Nothing crashes: what a stream cannot show is replaced; data stays UTF-8."""

    POOR = (
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
    )

    LINES = ("people", "show ana", "due", "goal", "circles", "topics", "todo", "events", "log ana", "log --help",
             "--help", "", "demo", "show nobody")  # fmt: skip

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
    @pytest.mark.parametrize("line", LINES)
    def test_nothing_crashes(self, people: Shell, line: str, encoding: str) -> None:
        people.ok("log bo --new 'Zoë 🦊' --event 'Fête' --on yesterday -c 'écriture' -p 'bo: ünï'")
        assert on_screen(people, line, 80, encoding)[0] in (0, 1)

    @pytest.mark.parametrize("poor", POOR, ids=["ascii", "C", "POSIX"])
    @pytest.mark.parametrize("line", ["people", "due", "--help"])
    def test_nothing_crashes_in_a_process_of_its_own(
        self, people: Shell, line: str, poor: dict[str, str]
    ) -> None:
        assert people.process(line, **poor).status == 0

    @pytest.mark.parametrize("poor", POOR[:2], ids=["ascii", "C"])
    def test_what_cannot_be_shown_is_replaced(self, people: Shell, poor: dict[str, str]) -> None:
        assert people.process("show ana", **poor).out.startswith("Ana R?iz (ana-ruiz)")
        assert people.process("add ana-ruiz", **poor).err == (
            'netbook: "ana-ruiz" is already in the journal: ana-ruiz  Ana R?iz  Acme; '
            "edit that person, or add --namesake\n"
        )

    @pytest.mark.parametrize("poor", POOR[:2], ids=["ascii", "C"])
    @pytest.mark.parametrize("line", ["people --csv", "people --json", "show ana --json"])
    def test_data_is_utf_8_whatever_the_locale(self, people: Shell, line: str, poor: dict[str, str]) -> None:
        assert people.process(line, **poor).out == people.ok(line)

    def test_a_question_can_be_asked_in_any_encoding(self, people: Shell) -> None:
        with Terminal(people, "remove ana", PYTHONIOENCODING="ascii") as terminal:
            terminal.answer("(ana-ruiz)? [y/N]: ", "y")
            assert "Removed: Ana R?iz" in terminal.ends(0)

    def test_an_argument_that_is_no_text_is_refused(self, people: Shell) -> None:
        before = people.dump()
        done = subprocess.run(
            [sys.executable, "-m", "netbook", "add", b"Zo\xeb"], capture_output=True, check=False, timeout=60,
            env={**os.environ, **people.environment(), "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"netbook: an argument is not readable text (not UTF-8); type it again\n"
        assert people.dump() == before


class TestData:
    def test_csv_has_a_header_lf_and_quotes_where_they_are_needed(self, people: Shell) -> None:
        people.ok("add 'Raj \"Jo\" Patel, Jr.' --how 'one\n\ntwo'")
        raw = people.ok("people --csv")
        assert "\r" not in raw
        assert raw.count('"Raj ""Jo"" Patel, Jr."') == 1
        rows = list(csv.DictReader(io.StringIO(raw)))
        assert (rows[-1]["name"], rows[-1]["how_met"]) == ('Raj "Jo" Patel, Jr.', "one\n\ntwo")

    def test_none_is_an_empty_cell_and_null(self, people: Shell) -> None:
        assert people("people --csv").rows[1]["org"] == ""
        assert people("people --json").json[1]["org"] is None

    LISTS = ("due", "goal", "people", "circles", "topics", "topics chess", "todo", "events", "export people",
             "export meetings", "export topics", "export notes", "export events", "export circles")  # fmt: skip

    @pytest.fixture
    def lived_in(self, people: Shell) -> Shell:
        people.ok(
            "log ana bo --event Fair --on '1 nov' -c chess -l 'ana: a dog' -p 'bo: slides by 2026-11-20'"
        )
        return people

    @pytest.mark.parametrize("line", LISTS)
    def test_csv_and_json_have_the_same_rows_and_columns(self, lived_in: Shell, line: str) -> None:
        table, objects = lived_in(f"{line} --csv"), lived_in(f"{line} --json").json
        header = next(csv.reader(io.StringIO(table.out)))
        assert len(table.rows) == len(objects) > 0
        for row, one in zip(table.rows, objects, strict=True):
            assert list(one) == header
            assert row == {name: _cell(value) for name, value in one.items()}

    @pytest.mark.parametrize("line", LISTS)
    def test_one_of_them_at_a_time(self, lived_in: Shell, line: str) -> None:
        assert lived_in.fails(f"{line} --csv --json", 2) == "--csv and --json cannot go together; choose one"

    def test_an_empty_report_is_0_with_its_header(self, netbook: Shell) -> None:
        answer = netbook("people --csv")
        assert (answer.status, answer.out.count("\n")) == (0, 1)
        assert netbook.ok("people --json") == "[]\n"


def _cell(value: object) -> str:
    """What is in CSV for a value of JSON."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return (
        {None: "", True: "true", False: "false"}.get(value, str(value))
        if isinstance(value, bool | None)
        else str(value)
    )


class TestUsage:
    @pytest.mark.parametrize("line", ["--help", "-h"])
    def test_the_help_lists_every_command_in_its_group(self, netbook: Shell, line: str) -> None:
        answer = netbook.ok(line)
        assert answer.startswith("Usage: netbook [OPTIONS] COMMAND [ARGUMENTS]\n")
        assert len(GROUPS) == 7
        for group, names in GROUPS.items():
            (part,) = re.findall(rf"^{group}:\n((?:  .*\n)+)", answer, re.M)
            assert [row.split()[0] for row in part.splitlines()] == list(names)
        assert [row for row in answer.splitlines() if len(row) > 80 or "..." in row] == []
        assert not netbook.db.exists()

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_an_example_that_is_one(self, netbook: Shell, command: str) -> None:
        answer = netbook.ok(f"{command} --help").rstrip("\n")
        *_, head, example = answer.splitlines()
        assert (head, example[:10], len(example) <= 80) == ("Example:", "  netbook ", True)
        line = parse(shlex.split(example)[1:])
        assert command in (line.command, *line.before)

    def test_alone_in_a_new_journal_it_says_how_to_begin(self, netbook: Shell) -> None:
        answer = netbook.ok("")
        assert [row.split()[1] for row in answer.splitlines() if row.startswith("  netbook")] == [
            "demo", "import", "add",
        ]  # fmt: skip
        assert "netbook --help" in answer
        assert not netbook.db.exists()
        netbook.ok("circles")  # a journal without people
        assert netbook.ok("") == answer

    def test_alone_it_gives_a_short_morning_report(self, people: Shell) -> None:
        for number in range(5):
            people.ok(f"add 'Pal {number}' --circle peers")
        report, _, end = people.ok("").rpartition("\n\n")
        assert report.startswith(people.ok("due --limit 3").partition("\n")[0])
        assert (report.count("never met"), "more: netbook due" in report) == (3, True)
        assert end == "netbook due has more; netbook --help lists all commands.\n"

    @pytest.mark.parametrize("flag", ["--help", "-h"])
    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_help(self, netbook: Shell, command: str, flag: str) -> None:
        answer = netbook.ok(f"{command} {flag}")
        assert answer.startswith(f"Usage: netbook {command} ")
        assert re.search(r"^ +-h, --help ", answer, re.M)
        for line in answer.splitlines():
            assert not re.fullmatch(r" +--?[a-z].*[^.\]]  +", line), "an option without a word on it"
        assert not netbook.db.exists()

    def test_the_version(self, netbook: Shell) -> None:
        assert netbook.ok("--version") == f"netbook {package.__version__}\n"
        assert not netbook.db.exists()

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("frobnicate", "no such command 'frobnicate'; see netbook --help"),
            ("ad", "no such command 'ad'; did you mean 'add'? See netbook --help"),
            ("''", "no such command ''; see netbook --help"),
            ("Ana", "no such command 'Ana'; see netbook --help"),
            ("--frob", "no such option: --frob; see netbook --help"),
            ("--db", "option '--db' needs a value after it; see netbook --help"),
            ("people --frob", "no such option: --frob; see netbook people --help"),
            ("people x", "too many words: x; put those that belong together in quotes; see netbook people --help"),
            ("people --json=3", "option '--json' does not take a value; see netbook people --help"),
            ("people --circle", "option '--circle' needs a value after it; see netbook people --help"),
            ("people -x", "no such option: -x; see netbook people --help"),
            ("people --csv --json", "--csv and --json cannot go together; choose one"),
            ("show", "missing argument 'WHO|REF'; see netbook show --help"),
            ("due --limit x", "invalid value for '--limit': 'x' is not a whole number; see netbook due --help"),
            ("due --limit 0", "invalid value for '--limit': 0 is less than 1; see netbook due --help"),
            ("log ana --minutes=-5",
             'cannot read the minutes "-5"; write 90, "90 min" or 1h30, a month at most'),
            ("--today whenever people",
             'cannot read the date "whenever"; write 2026-11-20, "friday" or "3 days ago"'),
            ("--today '30 feb' people", 'there is no such day as "30 feb"; check the day and the month'),
        ],
    )  # fmt: skip
    def test_what_cannot_be_understood_is_2(self, people: Shell, line: str, message: str) -> None:
        assert people.fails(line, 2) == message

    def test_a_usage_error_makes_no_journal(self, netbook: Shell) -> None:
        netbook.fails("people --frob", 2)
        netbook.fails("people --csv --json", 2)
        netbook.fails("circles --csv --json", 2)
        assert not netbook.db.exists()

    def test_an_endless_word_is_cut(self, netbook: Shell) -> None:
        for line in ("x" * 10_000, f"people {'x' * 10_000}", f"--today {'x' * 10_000} people"):
            assert len(netbook.fails(line, 2)) < 400


class TestStopped:
    def test_ctrl_c_is_130_and_changes_nothing(self, people: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        def stopped(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("netbook.store.write.set_list", stopped)
        assert people.fails("add Cy", 130) == "stopped; nothing was changed"

    def test_on_a_terminal_it_is_told_on_a_line_of_its_own(
        self, people: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        class Screen(io.StringIO):
            def isatty(self) -> bool:
                return True

        screen = Screen()
        monkeypatch.setattr("netbook.store.write.set_list", stopped)
        monkeypatch.setattr("sys.stderr", screen)
        assert main(["--db", str(people.db), "add", "Cy"]) == 130
        assert screen.getvalue() == "\nnetbook: stopped; nothing was changed\n"

    def test_a_signal_while_it_waits_for_its_input(self, people: Shell) -> None:
        before = people.dump()
        running = subprocess.Popen(
            [sys.executable, "-c", "import sys; print('here', flush=True); from netbook.cli.main import main; "
             "sys.exit(main(['import', '-']))"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **people.environment()},
        )  # fmt: skip
        assert running.stdin is not None
        _wait_until_it_reads(running)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
        assert (running.returncode, err) == (130, b"netbook: stopped; nothing was changed\n")
        assert people.dump() == before

    def test_a_bug_is_70_and_leaves_a_report_without_private_text(
        self, people: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("netbook.store.write.add_person", _broken)
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        message = people.fails("add 'Cy Secret' --org Hidden", 70)
        (report,) = tmp_path.glob("netbook-crash-*.txt")
        assert (
            message
            == f"stopped by a bug in netbook; please report it with {report}, which contains nothing from your journal"
        )
        assert report.stat().st_mode & 0o777 == 0o600
        text = report.read_text()
        assert "ValueError" in text
        assert "people.py" in text
        assert not re.search("Secret|Hidden|Cy ", text)

    def test_a_bug_where_no_report_can_be_written(
        self, people: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("netbook.store.write.add_person", _broken)
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
        assert people.fails("add Cy", 70) == (
            "stopped by a bug in netbook; no report could be written; please report what you did"
        )


def _broken(_: object, draft: Any, __: object) -> None:
    raise ValueError(draft.name)


def _wait_until_it_reads(running: subprocess.Popen[bytes]) -> None:
    """Wait until the process sleeps in reading its stdin, once it has started."""
    import time

    assert running.stdout is not None
    running.stdout.readline()
    asleep = 0
    for _ in range(3000):
        state = Path(f"/proc/{running.pid}/syscall").read_text().split()
        asleep = asleep + 1 if state[:2] == ["0", "0x0"] else 0  # read(0, …)
        if asleep > 3:
            return
        time.sleep(0.01)
    pytest.fail("it never read its input")


@pytest.mark.parametrize(
    "name", [name for name, line in PARSERS.items() if "--all" in line and "--limit" in line]
)
def test_all_and_limit_cannot_go_together(netbook: Shell, name: str) -> None:
    words = {"find": "find word", "common": "common", "goodbye": "goodbye --org Acme"}
    assert netbook.fails(f"{words.get(name, name)} --all --limit 1", 2).startswith(
        "--all and --limit cannot go together"
    )
