"""A plain line is read without Typer, and exactly as Typer reads it; every other line is left to Typer."""

from __future__ import annotations

import inspect
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from netbook.cli import fast_parser, make_parser_table
from netbook.cli import parser_table as written
from netbook.cli.app import load
from netbook.cli.commands import COMMANDS, find
from netbook.cli.parser_table import PARSERS

WORDS = (
    "ana",
    "bo lind",
    "",
    "-",
    "--",
    "-x",
    "--csv",
    "-k=lunch",
    "0",
    "7",
    "007",
    "99999999999",
    "٣",
    "1_0",
    "+3",
)


def by_typer(name: str, words: list[str]) -> dict[str, Any] | None:
    """The parameters that Typer finds in the words after a command; None where it refuses them."""
    try:
        params = load(name).make_context(name, list(words)).params
    except (typer.TyperException, typer.Exit):
        return None
    # Typer turns a tuple into a list, and an empty one into the default, on the way to the function.
    return {
        one: (list(value) or None) if isinstance(value, tuple) else value
        for one, value in params.items()
        if one not in ("db", "today")
    }


def plainly(name: str, words: list[str]) -> dict[str, Any] | None:
    """The parameters of the same line where it is plain, those left out as the command's function has them."""
    line = fast_parser.parse([name, *words])
    if line is None:
        return None
    assert (line.before, line.command, line.words) == ({}, name, [name, *words])
    _, *parameters = inspect.signature(find(name).function).parameters.values()
    flags = dict.fromkeys(find(name).context_options(), False)
    return {one.name: line.said.get(one.name, one.default) for one in parameters} | {
        flag: line.said.get(flag, default) for flag, default in flags.items()
    }


def test_the_parser_table_is_what_the_commands_say() -> None:
    assert Path(written.__file__).read_text(encoding="utf-8") == make_parser_table.statements(), (
        "run: python -m netbook.cli.make_parser_table"
    )


@st.composite
def command_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command, and words that are often options of it with what they take, and sometimes not."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    options, _ = PARSERS[name]
    word = st.sampled_from(WORDS) | st.text(max_size=5)
    option = st.sampled_from(sorted(options)) if options else word
    part = st.one_of(
        word.map(lambda one: [one]),
        option.map(lambda one: [one]),
        st.tuples(option, word).map(list),
        st.tuples(option, word).map(lambda pair: ["=".join(pair)]),
        st.tuples(option, st.integers(-1, 50_000)).map(lambda pair: [pair[0], str(pair[1])]),
    )
    parts = draw(st.lists(part, max_size=5))
    return name, [one for each in parts for one in each]


@given(command_lines())
def test_a_plain_line_is_read_as_typer_reads_it(line: tuple[str, list[str]]) -> None:
    name, words = line
    said = plainly(name, words)
    assert said is None or said == by_typer(name, words)


@pytest.mark.parametrize(
    ("line", "before", "said"),
    [
        ("due", {}, {}),
        ("due --csv --limit 10", {}, {"csv": True, "limit": 10}),
        ("--db x.db --today=2026-11-21 due -a", {"db": "x.db", "today": "2026-11-21"}, {"all_rows": True}),
        ("due --only repair --only thanks", {}, {"only": ["repair", "thanks"]}),
        (
            "log ana -k lunch bo -c climbing",
            {},
            {"who": ["ana", "bo"], "kind": "lunch", "common": ["climbing"]},
        ),
        ("log -", {}, {"who": ["-"]}),
        ("log -m 'a long talk' ana", {}, {"summary": "a long talk", "who": ["ana"]}),
        ("log ana --summary=-", {}, {"who": ["ana"], "summary": "-"}),
        ("done 3 5", {}, {"number": [3, 5]}),
        ("answer ana yes 'with joy'", {}, {"who": "ana", "verdict": "yes", "text": ["with joy"]}),
    ],
)
def test_what_a_plain_line_says(line: str, before: dict[str, str], said: dict[str, object]) -> None:
    found = fast_parser.parse(shlex.split(line))
    assert found is not None
    assert (found.before, found.said) == (before, said)


@pytest.mark.parametrize(
    "line",
    [
        "", "--help", "-h", "--version", "due --help", "help", "dew", "--db", "--db x.db", "--nonsense due",
        "due --limit", "due --limit 0", "due --limit x", "due --limit -1", "due --csv=yes", "due --lim 3", "due ana",
        "log -klunch ana", "log ana -- bo", "log ana -m -text", "done", "done three", "learn ana", "show ana bo",
        "duplicates --not-same ana bo", "todo -x",
    ],
)  # fmt: skip
def test_what_is_left_to_typer(line: str) -> None:
    assert fast_parser.parse(shlex.split(line)) is None
