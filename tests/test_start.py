"""What a command loads: no daily one pays for SQLModel, and none that draws no table pays for Rich."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Shell, built_once

NEVER = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "platformdirs", "rapidfuzz", "phonenumbers"}
# Runs one line after another, each on the same journal; a line loads what none before it has.
PROBE = """
import json, os, shlex, shutil, sys
from netbook.cli.main import main
journal = os.environ["NETBOOK_DB"]
loaded, before = {}, set()
for line in json.loads(sys.argv[1]):
    shutil.copyfile(journal + ".whole", journal)
    try:
        status = main(shlex.split(line))
    except SystemExit as ending:
        status = ending.code
    modules = {name.split(".")[0] for name in sys.modules}
    loaded[line] = [status or 0, sorted(modules - before)]
    before = modules
print("\\n" + json.dumps(loaded), file=sys.stderr)
"""

PLAIN = [
    "log ana bo --kind lunch -c chess",
    "log bo",
    "jot lunch with Ana and Bo",
    "due --csv",
    "due --json",
    "due --count",
    "prep ana",
    "prep ana bo --json",
    "goal --csv",
    "goal --json",
    "common ana chess",
    "done 1",
    "drop 1",
    "promise ana send slides by friday",
    "learn ana family: a daughter",
    "intros --csv",
    "intros ana --json",
    "intro ana bo --outcome offered",
    "ask ana which book should I read first",
    "todo --csv",
    "people --csv",
    "people --json",
    "events --json",
    "topics --csv",
    "circles --csv",
    "shared ana bo --json",
    "show ana --json",
    "find ana --json",
    "find ana --csv",
    "undo",
    "history --csv",
    "merge ana bo --dry-run",
    "merge ana bo --json",
    "duplicates --not-same ana bo",
    "export people",
    "export vcard",
    "export meetings --json",
    "export commonalities",
    "pause ana",
    "resume ana",
    "goodbye ana",
    "goodbye --org Acme",
    "goodbye --csv",
    "review",
    "review --csv",
    "trend",
    "trend --json",
    "trend --days",
    "roots --csv",
    "reach --csv",
    "add 'Cy Example'",
    "edit ana --org Acme",
    "doctor",
    "doctor --quick",
    "backup",
    "--version",
    "--help",
    "",
]
DRAWN = [
    "due",
    "find ana",
    "history",
    "goal",
    "people",
    "todo",
    "topics",
    "events",
    "circles",
    "show ana",
    "shared ana bo",
    "reach",
    "intros",
]


def probed(netbook: Shell, *lines: str, **env: str) -> dict[str, tuple[int, set[str]]]:
    """The status of each of these lines, and what it loads that none before it has, all in one process."""
    shutil.copyfile(netbook.db, f"{netbook.db}.whole")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(lines)],
        capture_output=True, check=True, timeout=60, text=True,
        env={**os.environ, **netbook.environment(), **env},
    )  # fmt: skip
    answers = json.loads(done.stderr.splitlines()[-1])
    return {line: (status, set(modules)) for line, (status, modules) in answers.items()}


def loaded(netbook: Shell, *lines: str, **env: str) -> dict[str, set[str]]:
    """What each of these lines, which must succeed, loads that none before it has."""
    answers = probed(netbook, *lines, **env)
    assert not [line for line, (status, _) in answers.items() if status], answers
    return {line: modules for line, (_, modules) in answers.items()}


@pytest.fixture
@built_once
def lived_in(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Ruiz' --circle peers")
    netbook.ok("add 'Bo Lind' --circle team --org Acme")
    netbook.ok("log ana bo --on '40 days ago' --event 'Harbour Meetup' -c climbing -p 'ana: a book'")
    return netbook


def test_pictures_load_neither(lived_in: Shell) -> None:
    files = (f"{lived_in.db.parent}/{name}" for name in ("roots.svg", "roots.html", "page.html"))
    for line, modules in loaded(lived_in, *(f"{Path(file).stem} -o {file}" for file in files)).items():
        assert not modules & (NEVER | {"rich"}), line


def test_one_line_answers_and_data_load_neither_sqlmodel_nor_rich(lived_in: Shell) -> None:
    for line, modules in loaded(lived_in, *PLAIN).items():
        assert not modules & (NEVER | {"rich"}), line


def test_tables_do_not_load_sqlmodel(lived_in: Shell) -> None:
    for line, modules in loaded(lived_in, *DRAWN).items():
        assert not modules & NEVER, line


@pytest.mark.parametrize("instruction", ["complete_bash", "complete_zsh", "complete_fish"])
def test_completing_a_name_loads_neither(lived_in: Shell, instruction: str) -> None:
    modules = loaded(
        lived_in, "", _NETBOOK_COMPLETE=instruction, COMP_WORDS="netbook log an", COMP_CWORD="2",
        _TYPER_COMPLETE_ARGS="netbook log an", _TYPER_COMPLETE_FISH_ACTION="get-args",
    )[""]  # fmt: skip
    assert not modules & (NEVER | {"rich", "typer"})


def test_the_help_of_a_command_loads_neither_sqlmodel_nor_rich(lived_in: Shell) -> None:
    """Some versions of Typer load pydantic by themselves."""
    assert not loaded(lived_in, "log --help")["log --help"] & (NEVER - {"pydantic"} | {"rich"})


def test_the_probe_sees_what_is_loaded(lived_in: Shell) -> None:
    """A name that nobody has looks for near ones, and that loads rapidfuzz: the other tests can fail."""
    line = "show 'Anna Ruis'"
    status, modules = probed(lived_in, "due --csv", line)[line]
    assert status == 1
    assert "rapidfuzz" in modules


# What takes milliseconds to load or to make, and answers nothing by itself.
SLOW = {
    "typer",
    "pathlib",
    "importlib.metadata",
    "platformdirs",
    "dateutil",
    "logging",
    "netbook.store.models",
}
DAILY = [
    "due",
    "due --csv",
    "goal",
    "goal --csv",
    "prep ana",
    "show ana",
    "log ana",
    "jot lunch with Ana",
    "done 1",
    "common ana chess",
]
STARTED = """
import sys
from netbook.cli.main import main
assert main(sys.argv[1:]) == 0
loaded = {name: module for name, module in sys.modules.items() if name.startswith("netbook")}
made = {
    f"{name}.{each}" for name, module in loaded.items() for each, value in vars(module).items()
    if isinstance(value, type) and "__dataclass_fields__" in vars(value)
}
print("\\n" + " ".join([*sys.modules, *made]), file=sys.stderr)
"""


def started(netbook: Shell, line: str) -> set[str]:
    """The modules that a command loads, and the dataclasses of ours that were made."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *shlex.split(line)],
        capture_output=True, check=True, timeout=60, text=True, env={**os.environ, **netbook.environment()},
    )  # fmt: skip
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("line", DAILY)
def test_a_daily_command_makes_no_dataclass(lived_in: Shell, line: str) -> None:
    """Making one takes seven times as long as a named tuple, and a start has dozens of them to make."""
    names = started(lived_in, line)
    assert "netbook.cli.main" in names
    assert not names & SLOW
    assert not [
        name for name in names if name.startswith("netbook.") and name.rpartition(".")[2][:1].isupper()
    ]


@pytest.mark.parametrize("line", ["due --csv", "due --count", "goal --json", "log ana", "done 1"])
def test_what_asks_no_drawing_loads_none(lived_in: Shell, line: str) -> None:
    drawing = {"netbook.render.due", "netbook.render.goal", "netbook.reports.completion"}
    assert not started(lived_in, line) & drawing
