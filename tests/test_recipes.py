"""The recipes with the programs they are for, where these are installed: neomutt, vdirsyncer and khard."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Shell

RECIPES = Path(__file__).parents[1] / "docs" / "recipes.md"
PATIENCE = 30.0  # seconds
MESSAGE = (
    "From: Zoe New <zoe@example.org>\nTo: me@example.org\nDate: Tue, 03 Nov 2026 10:00:00 +0000\n\nwords\n"
)


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} not installed")


def recipe(language: str, beginning: str) -> str:
    """The block of the recipes that is in a language and begins so."""
    blocks: list[str] = re.findall(
        rf"```{language}\n(.*?)```", RECIPES.read_text(encoding="utf-8"), re.DOTALL
    )
    return next(block for block in blocks if block.startswith(beginning))


def around(netbook: Shell, home: Path) -> dict[str, str]:
    """The environment of a program that calls netbook."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "PATH": path}
    return {**os.environ, **netbook.environment(), **places, "TERM": "xterm", "EDITOR": "true"}


def on_a_terminal(line: list[str], env: dict[str, str], keys: str, until: str) -> None:
    """Run a program on a terminal, press the keys once it shows something, and end it when it shows the text."""
    ours, theirs = os.openpty()
    running = subprocess.Popen(
        line, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    said, end = b"", time.monotonic() + PATIENCE
    try:
        while until.encode() not in said:
            assert time.monotonic() < end, said[-2_000:]
            if select.select([ours], [], [], 0.1)[0]:
                said += os.read(ours, 65_536)
            elif said and keys:
                os.write(ours, keys.encode())
                keys = ""
    finally:
        running.kill()
        running.wait()
        os.close(ours)


@needs("neomutt")
def test_neomutt_asks_for_an_address_and_adds_a_sender(netbook: Shell, tmp_path: Path) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    (tmp_path / "rc").write_text(recipe("muttrc", "set query_command"), encoding="utf-8")
    (tmp_path / "box").write_text(f"From x Tue Nov  3 10:00:00 2026\n{MESSAGE}\n", encoding="utf-8")
    (tmp_path / "Mail").mkdir()  # else it asks first whether to make it
    neomutt = ["neomutt", "-n", "-F", str(tmp_path / "rc"), "-f", str(tmp_path / "box")]
    env = around(netbook, tmp_path)
    on_a_terminal(neomutt, env, "Qana\r", "ana@example.org")
    on_a_terminal(neomutt, env, "A", "1 read: 1 added")
    assert [row["email"] for row in netbook("export people").rows] == ["ana@example.org", "zoe@example.org"]


@needs("vdirsyncer", "khard")
def test_khard_shows_the_people_and_their_cards_are_known(netbook: Shell, tmp_path: Path) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    settings = recipe("ini", "[pair netbook]").replace("~/.local/share/netbook", str(tmp_path))
    settings = settings.replace("~/.contacts/netbook", str(tmp_path / "cards"))
    (tmp_path / "cards").mkdir()
    (tmp_path / "vdirsyncer.ini").write_text(
        f'[general]\nstatus_path = "{tmp_path}/status"\n{settings}', encoding="utf-8"
    )
    (tmp_path / "khard.conf").write_text(
        f"[addressbooks]\n[[netbook]]\npath = {tmp_path}/cards\n", encoding="utf-8"
    )
    netbook(f"export vcard --v3 -o {tmp_path}/people.vcf")
    env = around(netbook, tmp_path)
    for word in ("discover", "sync"):
        done = subprocess.run(
            ["vdirsyncer", "-c", str(tmp_path / "vdirsyncer.ini"), word, "netbook"],
            env=env, input="y\n", text=True, check=False, capture_output=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    listed = subprocess.run(
        ["khard", "-c", str(tmp_path / "khard.conf"), "list"],
        env=env,
        text=True,
        check=True,
        capture_output=True,
    )
    assert "Ana Ruiz" in listed.stdout
    assert netbook(f"import {tmp_path / 'cards'} --json").json["same"] == 1
