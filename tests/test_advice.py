"""Advice that cannot harm: what a message says to do is a command of netbook, and it mends what it speaks of."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import netbook as package
from netbook.cli.parser import parameters
from netbook.cli.parser_table import PARSERS
from netbook.core.tables import TABLES
from tests.advised import IN_A_JOURNAL, IN_A_NEW_JOURNAL
from tests.conftest import Shell, built_once

ROOT = Path(package.__file__).parent
EVERYWHERE = {"--db", "--today", "--help"}
ADVICE = re.compile(r"""netbook ([a-z]+)((?: (?:--?[a-z][\w-]*|"[^"]*"|'[^']*'|[\w.:§-]+|…))*)""")
OPTION = re.compile(r"(?<!\S)--?[a-z][\w-]*")


class Session(NamedTuple):
    """What led to an advice, the advice, and what was typed then; what the last answer has in it."""

    before: tuple[str, ...]
    advice: str
    after: tuple[str, ...]
    shows: str


def sessions(text: str) -> list[Session]:
    """The sessions of a text, in their order."""
    return [_session(block) for block in text.strip().split("\n\n") if not block.startswith("#")]


def _session(block: str) -> Session:
    lines = block.splitlines()
    at = next(number for number, line in enumerate(lines) if not line.startswith("$ "))
    typed = [tuple(line[2:] for line in part if line.startswith("$ ")) for part in (lines[:at], lines[at:])]
    shows = "" if lines[-1].startswith("$ ") else lines[-1]
    return Session(typed[0], lines[at], typed[1], shows)


NEW, LIVED = sessions(IN_A_NEW_JOURNAL), sessions(IN_A_JOURNAL)


def sentences(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstrings; what is filled in is a §."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        elif isinstance(node, ast.Expr) or (isinstance(node, ast.keyword) and node.arg == "example"):
            parts.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


@cache
def advice() -> tuple[tuple[str, str, str], ...]:
    """The module, the command and the rest of each command line that the program's own sentences have."""
    modules = [
        path for path in sorted(ROOT.rglob("*.py")) if path.name not in ("help_table.py", "scripts.py")
    ]
    return tuple(
        (path.name, match[1], match[2])
        for path in modules
        for text in sentences(ast.parse(path.read_text(encoding="utf-8")))
        for match in ADVICE.finditer(text)
        # "netbook takes …" is a sentence about the program, unless an option follows.
        if match[1] in PARSERS or OPTION.search(match[2])
    )


def test_every_command_that_a_message_names_is_there_with_its_options() -> None:
    assert len(advice()) > 150
    for module, command, rest in advice():
        assert command in PARSERS, (module, command)
        options = parameters(PARSERS[command]).options.keys() | EVERYWHERE
        assert set(OPTION.findall(rest)) <= options, (module, command, rest)


# Advice that no session here follows yet, by what it would need.
ELSEWHERE = {
    "a second machine, or a repository that cannot be reached": (
        "netbook sync --dry-run", "netbook sync --forget", "netbook sync --forget --sealed seals it from now on",
        "netbook sync --json names all", "netbook sync --leave and a new repository begin again",
        "netbook sync --leave first", "netbook sync --yes", "netbook sync sends yours", "netbook sync tries again",
    ),
    "a journal or a backup that is damaged, encrypted or gone": (
        "netbook backup --list lists what can be restored", "netbook decrypt first", "netbook doctor says more",
        "netbook encrypt", "netbook encrypt first", "netbook history --clear forgets it and keeps everything else",
        "netbook history lists the steps", "netbook restore FILE brings back a copy from elsewhere",
        "netbook undo takes it back",
    ),
    "a file of another program": (
        "netbook confirm", "netbook confirm asks about each on a terminal", "netbook edit WHO --circle NAME",
        "netbook edit WHO --every §d", "netbook export journal", "netbook import -",
        "netbook import FILE asks about each on a terminal", "netbook me --region GB",
    ),
    "the journal of made-up people, or the list of commands": (
        'netbook add "Lena Lantern" --circle peers', "netbook due", "netbook due has more", "netbook goal",
        'netbook log lena --kind lunch -m "the college choice" -c sourdough', "netbook prep lena", "netbook show lena",
    ),
    "a list that is longer than the screen, which the same command shows whole": (
        "netbook due --all", "netbook find § --all", "netbook intros §--limit §", "netbook reach --all",
        "netbook roots -o roots.html",
    ),
    "a picture, or a question on a terminal": (
        "netbook page -o page.html", "netbook people --undecided", "netbook people --undecided --handles",
        "netbook sort", "netbook edit WHO --org ORG",
    ),
    "no advice: it says what a command does": (
        "netbook duplicates no longer lists them", "netbook log records what took place",
        "netbook log --fleeting TEXT does that", "netbook todo shows them: 4", "netbook events lists all of them",
        "netbook show § has its reference", "netbook show § says who is",
    ),
    "more people, or days that pass": (
        "netbook edit § --circle NAME", "netbook intro WHO WHO", "netbook intro § WHO", "netbook learn WHO TEXT",
        "netbook likes WHO TOPIC", 'netbook log -n NAME -e "§" -d §', "netbook log § if it was this",
    ),
}  # fmt: skip


def test_every_advice_is_followed() -> None:
    followed = [session.advice for session in (*NEW, *LIVED)]
    left = set()
    for _, command, rest in advice():
        words = f"netbook {command}{rest}"
        printed = re.compile(".+?".join(map(re.escape, words.split("§"))))
        if not any(printed.match(line) for line in followed):
            left.add(words)
    assert left == {words for several in ELSEWHERE.values() for words in several}


@pytest.fixture
@built_once
def lived(netbook: Shell) -> Shell:
    for line in (
        "add 'Ana Ruiz' --circle peers", "add Bo", "log ana bo -m 'spoke of bees' -c chess", "promise ana 'a map'",
        "event Fair --on 2026-11-16", "gave bo 'a lift'", "pause bo",
    ):  # fmt: skip
        netbook.ok(line)
    return netbook


@pytest.mark.parametrize("session", NEW, ids=lambda session: f"{session.before[-1]}: {session.after[0]}")
def test_what_is_advised_in_a_new_journal_helps(
    netbook: Shell, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text("name\nZoe\n")
    follow(netbook, session)


@pytest.mark.parametrize("session", LIVED, ids=lambda session: f"{session.before[-1]}: {session.after[0]}")
def test_what_is_advised_helps(
    lived: Shell, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    follow(lived, session)


def follow(netbook: Shell, session: Session) -> None:
    """Get into the situation, do what is said, and see that it helped and that nothing is lost."""
    for line in session.before:
        result = netbook(line)
    assert session.advice in result.out + result.err, result
    assert_is_advised(session)
    rows = content(netbook)
    answer = netbook(session.after[0])
    assert answer.status == 0, answer
    assert rows <= content(netbook) or rows == taken_back(netbook, session.after[0])
    for line in session.after[1:]:
        answer = netbook(line)
    assert session.shows in answer.out + answer.err, answer


def assert_is_advised(session: Session) -> None:
    """What is typed is what the advice says: its command, or that of the refused line, with its options."""
    typed = session.after[0].split()
    match = ADVICE.search(session.advice)
    assert typed[0] == (match[1] if match else session.before[-1].split()[0])
    options = OPTION.findall(match[2] if match else session.advice)
    assert set(options) <= set(typed), session


def content(netbook: Shell) -> set[tuple[object, ...]]:
    """The rows that somebody wrote, each with its table; in one connection, for each reads the schema anew."""
    if not netbook.db.exists():
        return set()
    with closing(sqlite3.connect(netbook.db)) as db:
        return {(name, *row) for name in TABLES for row in db.execute(f"SELECT * FROM {name}")}


def taken_back(netbook: Shell, line: str) -> set[tuple[object, ...]]:
    """The rows as they are when the last step is taken back, which is then done again."""
    back, again = ("redo", "undo") if line == "undo" else ("undo", "redo")
    netbook.ok(back)
    rows = content(netbook)
    netbook.ok(again)
    return rows
