"""Advice that cannot harm: what a message says to do can be typed, mends what it speaks of and loses nothing.

The sessions are in `advised/`, a file for each journal that they begin with. In a session stand what is typed
(`$` after netbook, `b$` after netbook on the other machine, `t$` on a terminal with the keys that are pressed, `%` in
a shell), under it the message with the advice, then what follows the advice, and last what is seen of it.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

import netbook as package
from netbook.cli.parser import parameters
from netbook.cli.parser_table import PARSERS
from netbook.core.tables import TABLES
from netbook.store import sqlcipher
from netbook.store.detect_encryption import MARK
from tests.conftest import Answer, Shell
from tests.sync.homes import Homes
from tests.terminal import Terminal

ROOT = Path(package.__file__).parent
ADVISED = Path(__file__).with_name("advised")
EVERYWHERE = {"--db", "--today", "--help"}
COMMAND = re.compile(r"""netbook ([a-z]+)((?: (?:--?[a-z][\w-]*|"[^"]*"|'[^']*'|[\w.:§-]+|…))*)""")
OPTION = re.compile(r"(?<!\S)--?[a-z][\w-]*")
# A command that is named without the program's name, after one that is named with it: "netbook sort, or drop 4".
ANOTHER = re.compile(r"netbook .*?(?:,|, or|, then) ([a-z]+) (?=§|WHO|FILE)")
PROMPT = re.compile(r"(b?\$|t\$|%) (.*)")


class Typed(NamedTuple):
    """One line of a session: where it is typed, and what."""

    prompt: str
    line: str


class Session(NamedTuple):
    """What led to an advice, the lines that have it, and what was typed then; what the last answer has in it."""

    journal: str
    before: tuple[Typed, ...]
    advice: tuple[str, ...]
    after: tuple[Typed, ...]
    shows: str

    @property
    def follows(self) -> Typed:
        """The line that does what is advised; what the world does meanwhile is typed in a shell before it."""
        return next(
            (each for each in self.after if each.prompt != "%" or "netbook " in each.line), self.after[0]
        )

    @property
    def name(self) -> str:
        return f"{self.before[-1].line}: {self.follows.line}"


def _sessions(journal: str) -> Iterator[Session]:
    """The sessions of a file, in their order."""
    text = (ADVISED / f"{journal}.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        if not block.startswith("#"):
            yield _session(journal, block.splitlines())


def _session(journal: str, lines: list[str]) -> Session:
    parts = [[*group] for _, group in groupby(lines, lambda line: PROMPT.match(line) is not None)]
    before, after = (tuple(Typed(*PROMPT.findall(line)[0]) for line in part) for part in parts[:3:2])
    return Session(journal, before, tuple(parts[1]), after, parts[3][0] if parts[3:] else "")


SESSIONS = [each for path in sorted(ADVISED.glob("*.txt")) for each in _sessions(path.stem)]


class Message(NamedTuple):
    """A line of the program's own that has advice: where it stands, and the commands with their options."""

    module: str
    text: str
    commands: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> set[str]:
        """Each command and each option that it names."""
        named = {command for command, _ in self.commands} | set(OPTION.findall(self.text))
        return named | {word for word in ANOTHER.findall(self.text) if word in PARSERS}

    def stands_in(self, line: str) -> bool:
        """Whether a line that was printed has this message."""
        return _stands_in(self.text.strip(" §"), line)


def _stands_in(text: str, printed: str) -> bool:
    """Whether a text was printed; for a § in it there may be anything."""
    return re.search(".*?".join(map(re.escape, text.split("§"))), printed) is not None


@cache
def messages() -> tuple[Message, ...]:
    """The program's messages that name a command of its own."""
    modules = [
        path for path in sorted(ROOT.rglob("*.py")) if path.name not in ("help_table.py", "scripts.py")
    ]
    found = [
        Message(path.name, line.strip(), commands)
        for path in modules
        if "netbook " in (source := path.read_text(encoding="utf-8"))
        for text in _texts(ast.parse(source))
        for line in text.split("\n")
        if (commands := tuple(_commands(line)))
    ]
    return tuple({message.text: message for message in found}.values())


def _texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstrings; what is filled in is a §."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        elif isinstance(node, ast.Expr) or (isinstance(node, ast.keyword) and node.arg == "example"):
            parts.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value.replace("{}", "§")


def _commands(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in COMMAND.finditer(text):
        options = tuple(OPTION.findall(match[2]))
        # "netbook takes …" is a sentence about the program, unless an option follows.
        if match[1] in PARSERS or options:
            yield match[1], options


def test_every_command_that_a_message_names_is_there_with_its_options() -> None:
    assert len(messages()) > 180
    for message in messages():
        for command, options in message.commands:
            assert command in PARSERS, message
            assert set(options) <= parameters(PARSERS[command]).options.keys() | EVERYWHERE, message


# Followed in tests of their own, for what leads to them cannot be typed.
BESIDES = {
    "stopped, but the change was already made; netbook undo takes it back": (
        "faults/test_many.py", "test_ctrl_c_after_the_commit_does_not_say_that_nothing_was_changed",
    ),
    "netbook encrypt, or keep the journal on another disk": (
        "test_encryption.py", "test_on_a_disk_without_permissions_the_doctor_advises_it",
    ),
}  # fmt: skip


def test_what_is_followed_besides_is_there() -> None:
    assert set(BESIDES) <= {message.text for message in messages()}
    for file, name in BESIDES.values():
        assert f"def {name}(" in ADVISED.parent.joinpath(file).read_text(encoding="utf-8")


def test_every_message_that_says_what_to_do_is_followed() -> None:
    """Each command and each option of each message is typed in a session that the message stands in."""
    left = {}
    for message in messages():
        if message.text in BESIDES:
            continue
        typed = {
            word
            for session in SESSIONS
            if any(message.stands_in(line) for line in (*session.advice, " ".join(session.advice)))
            for each in session.after
            for word in each.line.split()
        }
        if message.words - typed:
            left[message.text] = sorted(message.words - typed)
    assert not left


class Desk:
    """A journal, maybe with another machine's beside it, and the folder that somebody works in."""

    def __init__(self, folder: Path, shell: Shell, other: Shell | None = None) -> None:
        self.folder = folder
        self.shells = {"$": shell, "%": shell, "t$": shell, "b$": other or shell}

    def type(self, typed: Typed) -> Answer:
        """Type a line, and see what comes."""
        shell = self.shells[typed.prompt]
        if typed.prompt == "%":
            return self._in_a_shell(shell, typed.line)
        if typed.prompt == "t$":
            return _on_a_terminal(shell, typed.line)
        return shell(typed.line)

    def _in_a_shell(self, shell: Shell, line: str) -> Answer:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", "-c", line], cwd=self.folder, capture_output=True, check=False, text=True,
            env={**os.environ, **shell.environment(), "PATH": path},
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)


def _on_a_terminal(shell: Shell, line: str) -> Answer:
    """A command and the keys for its questions: `sort | p`."""
    command, _, keys = line.partition(" | ")
    with Terminal(shell, command) as terminal:
        said = terminal.expect("q end") if keys else ""
        terminal.type(keys)
        return Answer(0, said + terminal.ends(0), "")


LIVED = (
    "add 'Ana Ruiz' --circle peers", "add Bo", "log ana bo -m 'spoke of bees' -c chess", "promise ana 'a map'",
    "event Fair --on 2026-11-16", "gave bo 'a lift'", "pause bo",
)  # fmt: skip
NEEDED = {"crypt": "sqlcipher3", "--sealed": "pyrage"}  # what not every installation has
LINES = {"new": (), "lived": LIVED, "refused": LIVED, "synced": LIVED}


def make(folder: Path, journal: str) -> Path:
    """The folder of a journal that sessions begin with."""
    shutil.copytree(ADVISED / "files", folder)
    shell = Shell(folder / "a" / "netbook.db")
    for line in LINES[journal]:
        shell.ok(line)
    if journal == "synced":
        homes = Homes(folder)
        homes.join()
        for machine in homes.machines:
            machine.sql("UPDATE synced SET synced_on = '2026-11-21T12:00:00+00:00'")
    return folder


def desk(made: Path, folder: Path, session: Session) -> Desk:
    """A desk for one session: what was made, in a folder of its own."""
    homes = Homes(made)
    if session.journal == "synced":
        homes = Homes.copied(homes, folder)
    else:
        shutil.copytree(made, folder)
        homes.machines[0].db = folder / "a" / "netbook.db"
    for machine in homes.machines:
        machine.env = {sqlcipher.COMMAND: "echo its a long way"}
    return Desk(folder, *homes.machines)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of each journal, made once."""
    return cache(lambda journal: make(tmp_path_factory.mktemp("made") / journal, journal))


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.name)
def test_what_is_advised_helps_and_loses_nothing(
    session: Session, made: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NETBOOK_DB", "NETBOOK_TODAY", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for word, module in NEEDED.items():
        if any(word in typed.line for typed in (*session.before, *session.after)):
            pytest.importorskip(module)
    there = desk(made(session.journal), tmp_path / "desk", session)
    monkeypatch.chdir(there.folder)
    follow(there, session)


def follow(desk: Desk, session: Session) -> None:
    """Get into the situation, do what is said, and see that it helped and that nothing is lost."""
    for typed in session.before:
        told = desk.type(typed)
    said = (told.out + told.err).replace(str(desk.folder), "/home")
    assert all(_stands_in(line, said) for line in session.advice), told
    shell, at = desk.shells[session.follows.prompt], session.after.index(session.follows)
    for typed in session.after[:at]:
        desk.type(typed)
    before = shell.db.read_bytes() if shell.db.exists() else b""
    answer = desk.type(session.follows)
    assert answer.status == 0, answer
    if before and before not in (
        copy.read_bytes() for copy in shell.db.parent.rglob("*.db*") if copy.is_file()
    ):
        (desk.folder / "before.db").write_bytes(before)
        rows = content(desk.folder / "before.db")
        assert rows <= content(shell.db) or rows == taken_back(shell, session.follows.line)
    for typed in session.after[at + 1 :]:
        answer = desk.type(typed)
    assert session.shows in answer.out + answer.err, answer


def content(path: Path) -> set[tuple[object, ...]]:
    """The rows that somebody wrote, each with its table; none where the file cannot be read."""
    try:
        with closing(_opened(path)) as db:
            return {(name, *row) for name in TABLES for row in db.execute(f"SELECT * FROM {name}")}
    except sqlite3.DatabaseError:
        return set()


def _opened(path: Path) -> sqlite3.Connection:
    """A connection of its own, for each command reads the schema anew."""
    with path.open("rb") as file:
        is_encrypted = file.read(8) == MARK
    return sqlcipher.unlock(str(path), path, 0) if is_encrypted else sqlite3.connect(path)


def taken_back(netbook: Shell, line: str) -> set[tuple[object, ...]]:
    """The rows as they are when the last step is taken back, which is then done again."""
    back, again = ("redo", "undo") if line == "undo" else ("undo", "redo")
    netbook.ok(back)
    rows = content(netbook.db)
    netbook.ok(again)
    return rows
