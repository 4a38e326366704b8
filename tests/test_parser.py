"""A line is read without Typer and exactly as Typer reads it; what Typer refuses is refused."""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from hypothesis import assume, given
from hypothesis import strategies as st

from netbook.cli import help_table, make_parser_table, parser_table
from netbook.cli.app import load
from netbook.cli.commands import COMMANDS, find
from netbook.cli.mistakes import explained
from netbook.cli.parser import Mistake, parameters, parse
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
        one: (list(value) or None) if isinstance(value, tuple) else value for one, value in params.items()
    }


def by_us(name: str, words: list[str]) -> dict[str, Any] | None:
    """The parameters of the same line, those left out as the command's function has them; None where refused."""
    try:
        line = parse([name, *words])
    except Mistake:
        return None
    if line.help:
        return None
    assert (line.before, line.command, line.words) == ({}, name, [name, *words])
    _, *parameters_ = inspect.signature(find(name).function).parameters.values()
    flags = dict.fromkeys(find(name).context_options(), False)
    return {one.name: line.values.get(one.name, one.default) for one in parameters_} | {
        flag: line.values.get(flag, default) for flag, default in flags.items()
    }


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (parser_table, make_parser_table.parser_table),
        (help_table, make_parser_table.help_table),
    ],
)
def test_the_tables_are_what_the_commands_say(module: ModuleType, text: Callable[[], str]) -> None:
    assert Path(str(module.__file__)).read_text(encoding="utf-8") == text(), (
        "run: python -m netbook.cli.make_parser_table"
    )


@st.composite
def command_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command, and words that are often options of it with what they take, and sometimes not."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    options = parameters(PARSERS[name]).options
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
def test_a_line_is_read_as_typer_reads_it(line: tuple[str, list[str]]) -> None:
    name, words = line
    # Numbers that only Python's int() reads are refused here.
    assume(not any(odd in word for word in words for odd in ("٣", "1_0", "99999999999")))
    assert by_us(name, words) == by_typer(name, words)


@pytest.mark.parametrize(
    ("line", "before", "answer"),
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
        ("done 3 t5", {}, {"number": ["3", "t5"]}),
        ("log -klunch ana -- -bo", {}, {"kind": "lunch", "who": ["ana", "-bo"]}),
        ("log ana -m -text", {}, {"who": ["ana"], "summary": "-text"}),
        ("duplicates --not-same ana bo -a", {}, {"not_same": ("ana", "bo"), "all_rows": True}),
        ("answer ana yes 'with joy'", {}, {"who": "ana", "verdict": "yes", "text": ["with joy"]}),
    ],
)
def test_what_a_line_says(line: str, before: dict[str, str], answer: dict[str, object]) -> None:
    parsed = parse(shlex.split(line))
    assert (parsed.before, parsed.values) == (before, answer)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("dew", "no such command 'dew'; did you mean 'due'? See netbook --help"),
        ("--db", "option '--db' needs a value after it; see netbook --help"),
        ("--nonsense due", "no such option: --nonsense; see netbook --help"),
        ("due --limit", "option '--limit' needs a value after it; see netbook due --help"),
        ("due --limit 0", "invalid value for '--limit': 0 is less than 1; see netbook due --help"),
        ("due --limit x", "invalid value for '--limit': 'x' is not a whole number; see netbook due --help"),
        ("due --csv=yes", "option '--csv' does not take a value; see netbook due --help"),
        ("due --limt 3", "no such option: --limt; did you mean --limit? See netbook due --help"),
        ("due ana", "too many words: ana; put those that belong together in quotes; see netbook due --help"),
        ("done", "missing argument 'NUMBER...'; see netbook done --help"),
        (
            "duplicates --again ana",
            "option '--again' needs two values after it; see netbook duplicates --help",
        ),
        ("todo -x", "no such option: -x; see netbook todo --help"),
    ],
)
def test_what_is_wrong_with_a_line(line: str, message: str) -> None:
    with pytest.raises(Mistake) as caught:
        parse(shlex.split(line))
    assert explained(caught.value) == message


@pytest.mark.parametrize(("line", "command"), [("--help", ""), ("-h", ""), ("due -h --nonsense", "due")])
def test_help_is_asked_for(line: str, command: str) -> None:
    parsed = parse(shlex.split(line))
    assert (parsed.help, parsed.command) == (True, command)
