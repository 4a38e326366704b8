"""The documentation is true: every session in it is run, and every command, option and column is in it.

The README is one session. The pages in docs/ begin each section with the journal that the README leaves;
`<!-- run: COMMAND -->` above a session runs a command whose answer is not shown.
`python -m tests.test_docs` writes the answers of the present program into the sessions.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from netbook.cli.app import load
from netbook.cli.commands import COMMANDS
from netbook.cli.main import main
from netbook.reports.tables import TABLES
from tests.conftest import TODAY

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = sorted((ROOT / "docs").glob("*.md"))
REFERENCE = ROOT / "docs" / "commands.md"
SESSION = re.compile(r"```console\n(.*?)```|<!-- run: (.*?) -->", re.S)
SECTION = re.compile(r"^#{1,4} .*?(?=^#{1,4} |\Z)", re.S | re.M)
FENCED = re.compile(r"^```.*?^```$", re.S | re.M)
PLAIN = re.compile(r"netbook( [^|<>;&$`*?~\\]*)?")
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
# What a command needs to list something; the others do it bare.
ARGUMENTS = {
    "shared": "lena omar",
    "export": "people",
    "find": "lighthouse",
    "query": "lena",
    "backup": "--list",
}
# Commands whose columns depend on an argument: every form.
FORMS = {
    "topics": ("", "climbing"),
    "reach": ("", '"Lighthouse Lamps"'),
    "export": tuple(TABLES),
}


class Command(NamedTuple):
    """A command of a session and the answer that is shown; None where it is not."""

    text: str
    answer: str | None


def sections(page: Path) -> list[str]:
    """The parts of a page that have a session, by headings outside of fenced text."""
    text = page.read_text(encoding="utf-8")
    masked = FENCED.sub(lambda match: "x" * len(match[0]), text)
    spans = [match.span() for match in SECTION.finditer(masked)]
    return [text[start:end] for start, end in spans if "```console" in text[start:end]]


def commands(text: str) -> list[Command]:
    """The commands of all sessions in a text, in order."""
    return [
        command
        for shown, hidden in SESSION.findall(text)
        for command in ([Command(hidden, None)] if hidden else _commands(shown))
    ]


def _commands(block: str) -> list[Command]:
    pairs: list[Command] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            pairs.append(Command(line[2:].rstrip("\n"), ""))
            continue
        text, answer = pairs[-1]
        if not answer and text.endswith("\\"):
            pairs[-1] = Command(f"{text}\n{line.rstrip()}", "")
        else:
            pairs[-1] = Command(text, (answer or "") + line)
    return pairs


def make_home(home: Path) -> None:
    """A home with the program and the files that the sessions import."""
    for name, text in FILES.items():
        (home / name).write_text(text, encoding="utf-8")
    programs = home / "bin"
    programs.mkdir()
    program = programs / "netbook"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netbook "$@"\n')
    program.chmod(0o755)


def answers(lines: list[str], home: Path, *, program: bool = False) -> list[str]:
    """What a shell in that home answers to these, one after the other; with the home's own program, or this one."""
    return [_as_shown(_answer(line, home, program), home) for line in lines]


def _answer(line: str, home: Path, program: bool) -> str:
    environment = {
        "HOME": str(home), "PATH": f"{home}/bin:{os.environ['PATH']}", "NETBOOK_TODAY": TODAY,
        "LC_ALL": "C.UTF-8", "TMPDIR": str(home),
    }  # fmt: skip
    # What needs no shell needs no process of its own either.
    if not program and PLAIN.fullmatch(line):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with (
            patch.dict(os.environ, environment, clear=True),
            chdir(home),
            redirect_stdout(out),
            redirect_stderr(out),
        ):
            main(shlex.split(line)[1:])
        out.flush()
        return out.buffer.getvalue().decode()
    done = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{line}"], capture_output=True, text=True, check=False, timeout=120,
        cwd=home, env=environment, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout


def _as_shown(answer: str, home: Path) -> str:
    """An answer without what differs from run to run: where the home is, and when a copy was made."""
    answer = answer.replace(str(home), "~")
    answer = re.sub(r"netbook-\d{8}-\d{6}-\d{6}Z", "netbook-20261121-073000-000000Z", answer)
    answer = re.sub(r", of \w+ \d+ \w+, \d\d:\d\d", ", of Saturday 21 November, 07:30", answer)
    answer = re.sub(r"newest of \S+ \S+, ", "newest of 2026-11-21 07:30, ", answer)
    return re.sub(r"(room +)\S+ \S+ free", r"\g<1>85 GB free", answer)


def compared(text: str, home: Path, *, program: bool = False) -> list[tuple[str, str, str]]:
    """Each command of a text, the answer that is shown, and the real one."""
    pairs = commands(text)
    real = answers([command for command, _ in pairs], home, program=program)
    assert len(real) == len(pairs)
    return [
        (command, shown.strip("\n"), actual.strip("\n"))
        for (command, shown), actual in zip(pairs, real, strict=True)
        if shown is not None
    ]


@pytest.fixture(scope="module")
def after_readme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that the README's sessions leave."""
    home = tmp_path_factory.mktemp("readme")
    make_home(home)
    answers([command for command, _ in commands(README.read_text(encoding="utf-8"))], home)
    return home


def test_every_session_in_the_readme_is_what_happens(tmp_path: Path) -> None:
    make_home(tmp_path)
    results = compared(README.read_text(encoding="utf-8"), tmp_path)
    assert len(results) > 10
    for command, shown, actual in results:
        assert (command, actual) == (command, shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_session_in_the_pages_is_what_happens(page: Path, after_readme: Path, tmp_path: Path) -> None:
    for number, section in enumerate(sections(page)):
        home = tmp_path / str(number)
        shutil.copytree(after_readme, home)
        for command, shown, actual in compared(section, home):
            assert (command, actual) == (command, shown), section.splitlines()[0]


def section_of(name: str) -> str:
    """The section of a command in the reference."""
    text = REFERENCE.read_text(encoding="utf-8")
    section = re.search(rf"^### `netbook {name}\b.*?(?=^##|\Z)", text, re.S | re.M)
    assert section, f"docs/commands.md has no section ### `netbook {name} …`"
    return section[0]


# Said once, of every command.
EVERYWHERE = ("--help", "--csv", "--json", "--db", "--today", "--dry-run", "--spreadsheet")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_reference(name: str) -> None:
    section = section_of(name)
    for parameter in load(name).params:
        for option in parameter.opts:
            if option.startswith("--") and option not in EVERYWHERE:
                assert re.search(rf"`[^`\n]*{option}\b", section) or _cleared(option, section), option


def _cleared(option: str, section: str) -> bool:
    """Whether `--no-org` and its like are meant by one sentence about them all."""
    return option.startswith("--no-") and "`--no-…`" in section


def test_every_column_is_in_the_reference(after_readme: Path) -> None:
    listing = [name for name in COMMANDS if any("--csv" in one.opts for one in load(name).params)]
    lines = [
        (name, f"netbook {name} {form} --csv")
        for name in listing
        for form in FORMS.get(name, (ARGUMENTS.get(name, ""),))
    ]
    for (name, line), actual in zip(lines, answers([line for _, line in lines], after_readme), strict=True):
        section = section_of(name)
        if "as in `export people`" in section:
            section += section_of("export")
        columns = next(csv.reader([actual.partition("\n")[0]]))
        assert len(columns) > 1, (line, actual)
        for column in columns:
            assert re.search(rf"`[^`\n]*\b{column}\b", section), f"{line}: docs/commands.md lacks {column}"


def test_the_reference_names_no_command_that_is_not_there() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    named = set(re.findall(r"^### `netbook ([a-z]+)", text, re.M))
    assert named == set(COMMANDS)


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in (README, ROOT / "CONTRIBUTING.md", *PAGES):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_pictures_of_the_readme_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    for picture in re.findall(r'(?:srcset|src)="([^"]+)"', text):
        shown = (ROOT / picture).read_text(encoding="utf-8")
        assert "Reach" in shown
        assert "url(" not in shown.replace("url(#", ""), "a picture fetches nothing"
    assert text.count("docs/terminal-") == 2


def test_the_readme_is_short() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 200
    assert [line for line in lines if len(line) >= 100 and not line.startswith("python3 -m venv")] == []


def fresh(text: str, home: Path) -> str:
    """The text with the present answers in its sessions."""
    real = iter(answers([command for command, _ in commands(text)], home))

    def block(match: re.Match[str]) -> str:
        if match[2]:
            next(real)
            return match[0]
        told = ((command, next(real)) for command, _ in _commands(match[1]))
        shown = "".join(
            f"$ {command}\n" + (answer if not answer or answer.endswith("\n") else answer + "\n")
            for command, answer in told
        )
        return f"```console\n{shown}```"

    return SESSION.sub(block, text)


def rewrite() -> None:
    """Put the present answers into all sessions."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "readme"
        base.mkdir()
        make_home(base)
        README.write_text(fresh(README.read_text(encoding="utf-8"), base), encoding="utf-8")
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            for number, section in enumerate(sections(page)):
                home = Path(folder) / f"{page.stem}-{number}"
                shutil.copytree(base, home)
                text = text.replace(section, fresh(section, home), 1)
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
