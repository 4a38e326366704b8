"""The Tab key: what netbook offers a shell, and what then is on the line in bash, zsh and fish."""

from __future__ import annotations

import ast
import codecs
import fcntl
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netbook.cli
from netbook.cli.commands import COMMANDS
from netbook.cli.completion.answer import _IN_QUOTES, quoted, split
from netbook.core.names import topic_key
from tests.conftest import Shell, built_once
from tests.terminal import ENTER, TAB, Terminal

SHELLS = ["bash", "zsh", "fish"]
# Each of them means something to a shell. The two at the end would make a file called `ran`.
TOPICS = [
    "machine learning", "machine vision", "python: the language", "C++", "café culture", "日本語 学習",
    'it\'s "quoted"', "a;b|c&d", "~root", "=ls", "!history!", "\\back\\slash", "100% $HOME", "#tag", "{a,b}",
    "tab[1]?", "<in>", "$(touch ran)", "`touch ran` now",
]  # fmt: skip


@pytest.fixture
@built_once
def journal(netbook: Shell) -> Shell:
    """People, circles, events and topics whose names are awkward for a shell."""
    netbook.ok("add 'Ana Ruiz' --org 'Acme: \"Tools\"'")
    netbook.ok("add 'Ana Lind' --alias Nanou")
    netbook.ok("add 'Abel Ruiz'")
    netbook.ok("add 'José Ñandú'")
    netbook.ok("circle 'book club: \"x\"' --every 1m")
    netbook.ok("event 'PyData Berlin' --on 2025-10-01")
    netbook.ok("event 'Harbour Meetup (spring)' --on 2026-03-01")
    netbook.ok("promise ana-ruiz send slides")
    for topic in TOPICS:
        netbook.sql("INSERT INTO topic (name, key) VALUES (?, ?)", topic, topic_key(topic))
    return netbook


def press(shell: str, netbook: Shell, line: str) -> list[str]:
    """The lines that netbook gives a shell for a line up to the cursor."""
    asked = {"_NETBOOK_COMPLETE": f"complete_{shell}", "COMP_WORDS": line, "_TYPER_COMPLETE_ARGS": line}
    answer = replace(netbook, env={**netbook.env, **asked})("")
    assert answer.err == ""
    return answer.out.splitlines()


def offered(netbook: Shell, line: str) -> list[str]:
    """The words that may follow on a line."""
    return [line.partition("\t")[0] for line in press("fish", netbook, line)]


class TestWhatIsOffered:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("netbook sho", ["show"]),
            ("netbook --to", ["--today"]),
            ("netbook due --o", ["--only"]),
            ("netbook show an", ["ana-lind", "ana-ruiz"]),
            ("netbook show AN", ["ana-lind", "ana-ruiz"]),
            ("netbook show 'ana r", ["ana-ruiz"]),
            ("netbook show ru", ["abel-ruiz", "ana-ruiz"]),
            ("netbook show nanou", ["ana-lind"]),
            ("netbook show jose", ["jose-nandu"]),
            ("netbook show JOSÉ", ["jose-nandu"]),
            ("netbook show zz", []),
            ("netbook log ana-lind jo", ["jose-nandu"]),
            ("netbook log -k LU", ["lunch"]),
            ("netbook due --only c", ["contact"]),
            ("netbook due --only contact --only b", ["birthday"]),
            ("netbook due --circle=b", ['--circle=book club: "x"']),
            ("netbook people --circle pe", ["peers"]),
            ("netbook log -e ", ["Harbour Meetup (spring)", "PyData Berlin"]),
            ("netbook goal spring", ["Harbour Meetup (spring)"]),
            ("netbook topics MACH", ["machine learning", "machine vision"]),
            ("netbook topics vis", ["machine vision"]),
            ("netbook topics c+", ["C++"]),
            ("netbook log ana -c ana:mach", ["ana:machine learning", "ana:machine vision"]),
            ("netbook log ana -c python:t", ["python: the language"]),
            ("netbook log ana -p ana-r", ["ana-ruiz:"]),
            ("netbook log ana -p ana-ruiz:s", []),
            ("netbook log ana -l fa", ["family:"]),
            ("netbook log ana -l ana-ruiz:fa", ["ana-ruiz:family:"]),
            ("netbook log ana -l family:fa", []),
            ("netbook learn ana st", ["stories:"]),
            ("netbook learn ana stories: st", []),
            ("netbook done ", ["1"]),
            ("netbook done 2", []),
            ("netbook thank ana --how in", ["in-person"]),
            ("netbook export pe", ["people"]),
            ("netbook nonsense a", []),
            ("netbook --version pau", ["pause"]),
            ("netbook show ana-ruiz a", []),
        ],
    )
    def test_words(self, journal: Shell, line: str, words: list[str]) -> None:
        assert offered(journal, line) == words

    def test_commands_come_without_building_any(self, journal: Shell) -> None:
        assert offered(journal, "netbook ") == list(COMMANDS)

    def test_a_word_that_begins_so_comes_before_one_within(self, journal: Shell) -> None:
        journal.ok("add 'Bo Abel'")
        assert offered(journal, "netbook show abe") == ["abel-ruiz"]

    def test_names_that_would_steer_the_terminal_are_left_out(self, journal: Shell) -> None:
        journal.sql("INSERT INTO topic (name, key) VALUES (?, ?)", "\x1b[31mred", "31mred")
        assert offered(journal, "netbook topics 31") == []

    def test_of_too_many_the_last_one_ends_the_list(self, netbook: Shell) -> None:
        """So that what the list has in common is what all of them have, and a shell can type it."""
        netbook.ok("circles")
        netbook.sql(
            "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 499), "
            "p (handle) AS (SELECT printf('a%03d', i) FROM n) "
            "INSERT INTO person (uid, handle, name, name_key, added_on) "
            "SELECT handle, handle, handle, handle, '2026-01-01' FROM p"
        )
        words = offered(netbook, "netbook show a")
        assert (len(words), words[0], words[1], words[-1]) == (200, "a000", "a001", "a499")

    @pytest.mark.parametrize("line", ["netbook --db jo", "netbook import jo", "netbook export people -o jo"])
    @pytest.mark.parametrize("shell", SHELLS)
    def test_files_are_left_to_the_shell(self, journal: Shell, shell: str, line: str) -> None:
        assert press(shell, journal, line) == ["\tfiles"]


class TestWhichJournal:
    def test_the_one_named_before_the_command(self, journal: Shell, tmp_path: Path) -> None:
        journal.ok(f"--db {tmp_path}/other.db add 'Anabel Other'")
        assert offered(journal, f"netbook --db {tmp_path}/other.db show an") == ["anabel-other"]
        assert offered(journal, f"netbook --db={tmp_path}/other.db show an") == ["anabel-other"]
        assert offered(
            replace(journal, env={"WHERE": str(tmp_path)}), 'netbook --db "$WHERE/other.db" show an'
        ) == ["anabel-other"]

    @pytest.mark.parametrize(
        "line", ["netbook --today 2020-01-01 show an", "netbook --today nonsense show an"]
    )
    def test_the_day_does_not_matter(self, journal: Shell, line: str) -> None:
        assert offered(journal, line) == ["ana-lind", "ana-ruiz"]

    @pytest.mark.parametrize("shell", SHELLS)
    def test_none_yet_is_none_afterwards(self, netbook: Shell, shell: str) -> None:
        assert press(shell, netbook, "netbook show an") == []
        assert press(shell, netbook, "netbook --db '' show an") == []
        assert not netbook.db.parent.exists()

    @pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0" + b"\xff" * 5000])
    def test_one_that_cannot_be_read_is_nothing(self, netbook: Shell, content: bytes) -> None:
        netbook.db.parent.mkdir()
        netbook.db.write_bytes(content)
        assert offered(netbook, "netbook show an") == []
        assert netbook.db.read_bytes() == content

    def test_a_folder_is_nothing(self, netbook: Shell) -> None:
        netbook.db.mkdir(parents=True)
        assert offered(netbook, "netbook show an") == []

    def test_a_locked_one_is_nothing_at_once(self, journal: Shell) -> None:
        other = sqlite3.connect(journal.db, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert offered(journal, "netbook show an") == []
        assert time.monotonic() - begun < 3  # a command waits for five seconds
        other.close()
        assert offered(journal, "netbook show ana-r") == ["ana-ruiz"]

    def test_a_broken_line_is_nothing(self, journal: Shell) -> None:
        assert press("bash", journal, "") == []
        assert press("zsh", journal, "netbook") == []
        assert press("fish", journal, "netbook show \udcff") == []


class TestTheAnswer:
    """One word a line, in the form each shell reads."""

    def test_zsh_and_fish_get_what_a_word_is(self, journal: Shell) -> None:
        lines = ["ana-lind\tAna Lind", 'ana-ruiz\tAna Ruiz (Acme: "Tools")']
        assert press("zsh", journal, "netbook show an") == lines
        assert press("fish", journal, "netbook show an") == lines
        assert press("bash", journal, "netbook show an") == ["ana-lind", "ana-ruiz"]

    def test_what_would_not_lengthen_the_word_is_only_listed(self, journal: Shell) -> None:
        assert press("bash", journal, "netbook show ru") == ["", "abel-ruiz", "ana-ruiz"]
        assert press("zsh", journal, "netbook show ru")[0] == ""
        assert press("fish", journal, "netbook show ru")[0] == "abel-ruiz\tAbel Ruiz"

    def test_bash_is_asked_as_typer_asks(self, journal: Shell) -> None:
        asked = replace(journal, env={"COMP_CWORD": "2"})
        assert press("bash", asked, "netbook\nshow\nana-r") == ["ana-ruiz"]
        assert press("bash", asked, "netbook\nshow\n") == ["abel-ruiz", "ana-lind", "ana-ruiz", "jose-nandu"]

    @pytest.mark.parametrize(
        ("line", "replaced", "lines"),
        [
            ("netbook topics mach", "mach", ["machine\\ learning", "machine\\ vision"]),
            ("netbook topics 'mach", "mach", ["machine learning", "machine vision"]),
            ("netbook log -c ana:clim", "clim", []),
            ("netbook log -c ana:C+", "C+", ["C++"]),
            ("netbook log -c 'ana:C+", "ana:C+", ["ana:C++"]),
            ("netbook log -c python:t", "t", ["\\ the\\ language"]),
            ("netbook due --circle=b", "b", ['book\\ club:\\ \\"x\\"']),
            ("netbook topics it", "it", ['it\\\'s\\ \\"quoted\\"']),
            # bash closes a quote unless it finds one there, and takes one in front for the one that is open.
            ("netbook topics 'it", "it", ["it'\\''s \"quoted\""]),
            ('netbook topics "it', "it", ['it\'s \\"quoted\\""']),
            ('netbook topics "hist', "hist", ['""\\!"history"\\!""']),
        ],
    )
    def test_bash_gets_what_it_puts_on_the_line(
        self, journal: Shell, line: str, replaced: str, lines: list[str]
    ) -> None:
        assert press("bash", replace(journal, env={"COMP_WORD": replaced}), line) == lines

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), st.sampled_from(["", "'", '"']))
    def test_what_is_quoted_is_read_back(self, text: str, quote: str) -> None:
        line = f"netbook {quote}{quoted(text, quote)}"
        assert split(line, _IN_QUOTES) == (["netbook", text], quote)

    @pytest.mark.parametrize(
        ("line", "words", "quote"),
        [
            ("a  b\tc\n", ["a", "b", "c", ""], ""),
            ("a '' \"\"", ["a", "", ""], ""),
            ("a b\\ c\\", ["a", "b c"], ""),
            ('a \'b\\\' "c\\d\\"e"', ["a", "b\\", 'c\\d"e'], ""),
            ("a b'c d\"", ["a", 'bc d"'], "'"),
        ],
    )
    def test_words_are_read_as_a_shell_reads_them(self, line: str, words: list[str], quote: str) -> None:
        assert split(line, _IN_QUOTES) == (words, quote)


def test_a_command_is_built_without_what_it_does() -> None:
    """A Tab pays for the command's options alone: what it calls is imported in its function."""
    folder = Path(netbook.cli.__file__).parent
    for room in set(COMMANDS.values()) - {"export", "imports"}:  # whose help lists what those know
        for node in ast.parse((folder / f"{room}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module != "netbook.actions.transaction":
                parts = str(node.module).split(".")
                assert parts[:2] not in (["netbook", name] for name in ("actions", "reports", "render")), room


SETTINGS = {
    "bash": ".bashrc",
    "zsh": ".zshrc",
    "fish": ".config/fish/config.fish",
}
SCRIPTS = {
    "bash": ".bash_completions/netbook.sh",
    "zsh": ".zfunc/_netbook",
    "fish": ".config/fish/completions/netbook.fish",
}


class TestInstalling:
    @pytest.mark.parametrize("shell", SHELLS)
    def test_the_script_is_put_where_the_shell_looks(
        self, netbook: Shell, tmp_path: Path, shell: str
    ) -> None:
        netbook.env["HOME"] = str(tmp_path)
        script = netbook.ok(f"--show-completion {shell}")
        place = tmp_path / SCRIPTS[shell]
        answer = netbook.ok(f"--install-completion {shell}")
        assert answer == f"Completion for {shell} is in {place}; start a new {shell} to use it.\n"
        assert place.read_text().strip() == script.strip()
        assert not netbook.db.exists()

    @pytest.mark.parametrize("shell", ["bash", "zsh"])
    def test_the_settings_stay_and_are_added_to_once(
        self, netbook: Shell, tmp_path: Path, shell: str
    ) -> None:
        netbook.env["HOME"] = str(tmp_path)
        settings = tmp_path / SETTINGS[shell]
        settings.write_text("alias ll='ls -l'")
        netbook.ok(f"--install-completion {shell}")
        once = settings.read_text()
        netbook.ok(f"--install-completion {shell}")
        assert once.startswith("alias ll='ls -l'\n")
        assert settings.read_text().strip() == once.strip()

    def test_a_shell_that_is_not_known(self, netbook: Shell) -> None:
        message = "say which shell is yours, as in --install-completion bash: bash, zsh, fish"
        assert netbook.fails("--install-completion tcsh", 2) == message
        assert netbook.fails("--show-completion tcsh", 2) == message

    def test_a_place_that_cannot_be_written(self, netbook: Shell, tmp_path: Path) -> None:
        netbook.env["HOME"] = str(tmp_path)
        (tmp_path / ".zfunc").write_text("a file where the folder should be")
        message = netbook.fails("--install-completion zsh", 1)
        assert message.startswith("completion was not installed: ")
        assert message.endswith("; netbook --show-completion zsh writes it to stdout")

    def test_the_shell_that_asks_need_not_be_named(self, netbook: Shell) -> None:
        done = subprocess.run(
            ["bash", "--norc", "-c", f"{sys.executable} -m netbook --show-completion; true"],
            capture_output=True, check=True, text=True, timeout=60, env={**os.environ, **netbook.environment()},
        )  # fmt: skip
        assert (done.stdout, done.stderr) == (netbook.ok("--show-completion bash"), "")


# What is typed, and what the shell then gives the program. In the shell `netbook` is a function that tells.
TYPED = [
    ("show ana-r\t", ["show", "ana-ruiz"]),
    ("show jo\t", ["show", "jose-nandu"]),
    ("show nand\t", ["show", "jose-nandu"]),
    ("log ana-r\t jo\t -k lu\t", ["log", "ana-ruiz", "jose-nandu", "-k", "lunch"]),
    ("log --even\tspring\t", ["log", "--event", "Harbour Meetup (spring)"]),
    ("due --circle=bo\t", ["due", '--circle=book club: "x"']),
    ("topics mac\tl\t", ["topics", "machine learning"]),
    ("topics 'mac\tl\t", ["topics", "machine learning"]),
    ('topics "mac\tl\t', ["topics", "machine learning"]),
    ("log -c ana-ruiz:mac\tl\t", ["log", "-c", "ana-ruiz:machine learning"]),
    ("log -p ana-r\tslides", ["log", "-p", "ana-ruiz:slides"]),
    ("topics py\t", ["topics", "python: the language"]),
    ("topics it\t", ["topics", 'it\'s "quoted"']),
    ("topics 'it\t", ["topics", 'it\'s "quoted"']),
    ('topics "it\t', ["topics", 'it\'s "quoted"']),
    ("topics 'a;\t", ["topics", "a;b|c&d"]),
    ("topics '~\t", ["topics", "~root"]),
    ("topics hist\t", ["topics", "!history!"]),
    ('topics "hist\t', ["topics", "!history!"]),
    ("topics back\t", ["topics", "\\back\\slash"]),
    ("topics 100\t", ["topics", "100% $HOME"]),
    ("topics '{\t", ["topics", "{a,b}"]),
    ("topics tab\t", ["topics", "tab[1]?"]),
    ("topics 日\t", ["topics", "日本語 学習"]),
    ("topics '$(\t", ["topics", "$(touch ran)"]),
    ("topics now\t", ["topics", "`touch ran` now"]),
    ("topics 'now\t", ["topics", "`touch ran` now"]),
    ('topics "now\t', ["topics", "`touch ran` now"]),
    ("show zz\t", ["show", "zz"]),
    ("--db ot\t show an\t", ["--db", "other.db", "show", "anabel-other"]),
]  # fmt: skip
TELLING = {
    "bash": "PS1='> '\nnetbook() { printf '\\035'; printf '\\037%s' \"$@\"; printf '\\036\\n'; }\n",
    "zsh": "PS1='> '\nnetbook() { printf '\\035'; printf '\\037%s' \"$@\"; printf '\\036\\n' }\n",
    "fish": (
        "function fish_prompt; echo -n '> '; end\nfunction fish_greeting; end\n"
        "function netbook; printf '\\035'; printf '\\037%s' $argv; printf '\\036\\n'; end\n"
    ),
}
_START = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"


class Prompt(Terminal):
    """A shell that somebody types into, in a home of its own where completion was installed."""

    def __init__(self, shell: str, netbook: Shell, home: Path) -> None:
        settings = home / SETTINGS[shell]
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(TELLING[shell])
        replace(netbook, env={"HOME": str(home)}).ok(f"--install-completion {shell}")
        program = home / "bin" / "netbook"
        program.parent.mkdir()
        self.calls = home / "calls"
        program.write_text(
            f"#!{sys.executable}\n"
            f"with open({str(self.calls)!r}, 'a') as file: file.write('one ')\n"
            "from netbook.cli.main import run\n"
            "run()\n"
        )
        program.chmod(0o700)
        for folder in home.glob(".*"):
            folder.chmod(0o700)  # zsh asks about folders that others may write to
        self.ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))
        around = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "LC_", "Z"))}
        self.running = subprocess.Popen(
            [sys.executable, "-c", _START, shell, "-i"],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, cwd=home,
            env={
                **around, **netbook.environment(), "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm",
                "INPUTRC": os.devnull, "PATH": f"{program.parent}:{os.environ['PATH']}",
            },
        )  # fmt: skip
        os.close(theirs)
        self.said, self.closed = "", False
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.expect("> ")

    def given(self, keys: str) -> list[str]:
        """What the program is given when this is typed and Enter is pressed."""
        self.type(f"netbook {keys}{ENTER}")
        answer = self.expect("\x1e")
        self.expect("> ")
        return answer.rpartition("\x1d")[2].rstrip("\x1e").split("\x1f")[1:]


@pytest.mark.parametrize("shell", SHELLS)
class TestInTheShellItself:
    @pytest.fixture
    def prompt(self, journal: Shell, tmp_path: Path, shell: str) -> Prompt:
        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not installed")
        home = tmp_path / "home"
        home.mkdir()
        journal.ok(f"--db {home}/other.db add 'Anabel Other'")
        return Prompt(shell, journal, home)

    def test_the_line_is_right_and_nothing_is_run(self, prompt: Prompt, tmp_path: Path) -> None:
        with prompt:
            for keys, words in TYPED:
                assert (keys, prompt.given(keys)) == (keys, words)
        assert not list(tmp_path.rglob("ran"))

    def test_a_tab_is_one_process(self, prompt: Prompt) -> None:
        with prompt:
            assert prompt.given("show ana-r\t") == ["show", "ana-ruiz"]
        assert prompt.calls.read_text() == "one "

    def test_several_are_listed(self, prompt: Prompt) -> None:
        with prompt:
            prompt.type(f"netbook show ru{TAB}{TAB}")
            prompt.expect("abel-ruiz")
            prompt.expect("ana-ruiz")
