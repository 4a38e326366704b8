"""The README is true: every session in it is run, every command and option in it is there, and none is missing.

`python -m tests.test_readme` writes the answers of the present program into the sessions.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from netbook.cli.app import load
from netbook.cli.commands import COMMANDS
from tests.conftest import TODAY

README = Path(__file__).parent.parent / "README.md"
FENCE = re.compile(r"```console\n(.*?)```", re.S)
MARK = "---- next ----"
FILES = {
    "Connections.csv": (
        "Notes:\n"
        '"When exporting your connection data, some addresses are missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Mia,Meadow,https://www.linkedin.com/in/mia-meadow,mia@example.org,Meadow Press,Publisher,03 Mar 2024\n"
        "Omar,Oakleaf,https://www.linkedin.com/in/omar-oakleaf,,Northwood,Forester,21 Jun 2023\n"
    ),
    "friends.md": (
        "### Activities:\n- 2026-10-03: Coffee with **Uma Umbrella** at _The Paper Boat_. @coffee\n\n"
        "### Friends:\n- Uma Umbrella (a.k.a. Brolly) [Windmill Bay] @sailing\n"
    ),
}


def sessions() -> list[list[tuple[str, str]]]:
    """The README's sessions: a list of commands, each with the answer that is shown."""
    return [_commands(block) for block in FENCE.findall(README.read_text(encoding="utf-8"))]


def _commands(block: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        elif found[-1][1] == "" and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line.rstrip()}", "")
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def answers(commands: list[str], folder: Path) -> list[str]:
    """What a shell answers to these, one after the other, in a home of its own."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    programs = folder / "bin"
    programs.mkdir()
    program = programs / "netbook"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netbook "$@"\n')
    program.chmod(0o755)
    script = "exec 2>&1\n" + "".join(f"{command}\necho '{MARK}'\n" for command in commands)
    done = subprocess.run(
        ["bash"], input=script, capture_output=True, text=True, check=False, timeout=120, cwd=folder,
        env={"HOME": str(folder), "PATH": f"{programs}:{os.environ['PATH']}", "NETBOOK_TODAY": TODAY,
             "LC_ALL": "C.UTF-8", "TMPDIR": str(folder)},
    )  # fmt: skip
    # What differs from run to run: where the home is, and when a copy was made.
    told = done.stdout.replace(str(folder), "~")
    told = re.sub(r"netbook-\d{8}-\d{6}-\d{6}Z", "netbook-20261121-073000-000000Z", told)
    told = re.sub(r", of \w+ \d+ \w+, \d\d:\d\d", ", of Saturday 21 November, 07:30", told)
    told = re.sub(r"newest of \S+ \S+, ", "newest of 2026-11-21 07:30, ", told)
    told = re.sub(r"(room +)\S+ \S+ free", r"\g<1>85 GB free", told)
    return told.split(f"{MARK}\n")[:-1]


def test_every_session_in_the_readme_is_what_happens(tmp_path: Path) -> None:
    shown = [pair for session in sessions() for pair in session]
    assert len(shown) > 20
    found = answers([command for command, _ in shown], tmp_path)
    assert len(found) == len(shown)
    for (command, answer), real in zip(shown, found, strict=True):
        assert (command, real.strip("\n")) == (command, answer.strip("\n"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    text = README.read_text(encoding="utf-8")
    section = re.search(rf"^#+ `netbook {name}\b.*?(?=^#+ )", text, re.S | re.M)
    assert section, f"no section for {name}"
    for parameter in load(name).params:
        for option in parameter.opts:
            if option.startswith("--") and option not in ("--help", "--csv", "--json"):
                assert re.search(rf"`[^`\n]*{option}\b", section[0]) or _cleared(option, section[0]), option


def _cleared(option: str, section: str) -> bool:
    """Whether `--no-org` and its like are meant by one sentence about them all."""
    return option.startswith("--no-") and "`--no-…`" in section


def test_the_readme_speaks_of_nothing_that_is_not_there() -> None:
    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"^#+ `netbook ([a-z]+)", text, re.M))
    assert named == set(COMMANDS)


def rewrite() -> None:
    """Put the present answers into the README's sessions."""
    text = README.read_text(encoding="utf-8")
    everything = [command for session in sessions() for command, _ in session]
    with tempfile.TemporaryDirectory() as folder:
        real = iter(answers(everything, Path(folder)))
    for block in FENCE.findall(text):
        fresh = "".join(
            "$ " + command + "\n" + (answer if not answer or answer.endswith("\n") else answer + "\n")
            for (command, _), answer in zip(_commands(block), real, strict=False)
        )
        text = text.replace(f"```console\n{block}```", f"```console\n{fresh}```", 1)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
