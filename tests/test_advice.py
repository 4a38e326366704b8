"""Advice that cannot harm: what a message says to do is a command of netbook, and it mends what it speaks of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import netbook as package
from netbook.cli.parser import parameters
from netbook.cli.parser_table import PARSERS
from tests.conftest import Shell, built_once

ROOT = Path(package.__file__).parent
EVERYWHERE = {"--db", "--today", "--help"}
ADVICE = re.compile(r"""netbook ([a-z]+)((?: (?:--?[a-z][\w-]*|"[^"]*"|'[^']*'|[\w.:§-]+|…))*)""")
OPTION = re.compile(r"(?<!\S)--?[a-z][\w-]*")


def sentences(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are no docstrings; what is filled in is a §."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        elif isinstance(node, ast.Expr):
            parts.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def advice() -> Iterator[tuple[str, str, str]]:
    """The module, the command and the rest of each command line that the program's own sentences have."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.name not in ("help_table.py", "scripts.py"):
            for text in sentences(ast.parse(path.read_text(encoding="utf-8"))):
                for match in ADVICE.finditer(text):
                    yield path.name, match[1], match[2]


def test_every_command_that_a_message_names_is_there_with_its_options() -> None:
    # "netbook takes …" is a sentence about the program, unless an option follows.
    lines = [line for line in advice() if line[1] in PARSERS or OPTION.search(line[2])]
    assert len(lines) > 200
    for module, command, rest in lines:
        assert command in PARSERS, (module, command)
        options = parameters(PARSERS[command]).options.keys() | EVERYWHERE
        assert set(OPTION.findall(rest)) <= options, (module, command, rest)


@pytest.fixture
@built_once
def lived(netbook: Shell) -> Shell:
    for line in (
        "add 'Ana Ruiz' --circle peers", "add Bo", "log ana bo -m 'spoke of bees' -c chess", "promise ana 'a map'",
        "event Fair --on 2026-11-16", "gave bo 'a lift'", "pause bo",
    ):  # fmt: skip
        netbook.ok(line)
    return netbook


@pytest.mark.parametrize(
    ("line", "advised", "mended"),
    [
        ("plan ana --on 2026-11-24 -e Fair", "event Fair --on 2026-11-24", "plan ana --on 2026-11-24 -e Fair"),
        ("log ana -e Fair", "log ana -e Fair --on 2026-11-16", "show ana"),
        ("log ana -e Fair", "log ana -e Fair --new-edition", "events"),
        ("add 'Ana Ruiz'", "add 'Ana Ruiz' --namesake", "show ana-ruiz-2"),
        ("edit ana --org Acme --no-org", "edit ana --org Acme", "reach Acme"),
        ("remove bo", "remove bo --yes", "undo"),
        ("log ana --on 2026-11-28", "plan ana --on 2026-11-28", "log p1 --on today"),
        ("plan ana --on 2026-11-01", "log ana --on 2026-11-01", "undo"),
        ("circle peers --remove", "circle peers --remove --yes", "circle peers --every 1m"),
        ("people --circle book-club", "circle book-club --every 1m", "people --circle book-club"),
        ("learn cy 'a cat'", "people", "learn bo 'a cat'"),
        ("history --clear", "history --clear --yes", "add Cy"),
        ("redo", "undo", "redo"),
    ],
)  # fmt: skip
def test_what_is_advised_mends_it(lived: Shell, line: str, advised: str, mended: str) -> None:
    people = lived.sql("SELECT uid, name FROM person ORDER BY id")
    told = lived.fails(line, 2 if lived(f"{line} --json").status == 2 else 1)
    command, *words = advised.split()
    assert command in told or any(word in told for word in words if word.startswith("--")), told
    assert lived(advised).status == 0
    assert lived(mended).status == 0, lived(mended)
    if command != "remove":
        assert lived.sql("SELECT uid, name FROM person ORDER BY id")[: len(people)] == people
