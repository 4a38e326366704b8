"""The manual pages: one for netbook and one for each command, made of the same tables as the help."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from netbook.cli.commands import COMMANDS
from netbook.cli.manual import pages
from netbook.cli.parser import parameters
from netbook.cli.parser_table import PARSERS

PAGES = pages("1.2.3")


def plain(text: str) -> str:
    return text.replace("\\-", "-").replace("\\e", "\\")


def test_every_command_has_a_page_and_is_in_that_of_netbook() -> None:
    assert set(PAGES) == {"netbook.1", *(f"netbook-{name}.1" for name in COMMANDS)}
    named = re.findall(r"^\.BR netbook-(\w+) \(1\)$", plain(PAGES["netbook.1"]), re.M)
    assert named == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_has_every_option_and_the_example(name: str) -> None:
    text = plain(PAGES[f"netbook-{name}.1"])
    for option in parameters(PARSERS[name]).options:
        assert re.search(rf"^\\fB.*{option}\b", text, re.M), option
    assert f"\n.SH EXAMPLE\n.nf\nnetbook {name}" in text


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_the_formatter_takes_every_page(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-k", *sorted(str(path) for path in tmp_path.iterdir())],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "Log a meeting." in done.stdout
