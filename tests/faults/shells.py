"""What the fault suite has in common: commands as processes, and what is in a journal and around it."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Shell

# More of everything, for a long run: NETBOOK_FAULTS=10 pytest tests/faults
MORE = int(os.environ.get("NETBOOK_FAULTS", "1"))

HAS_STRACE = shutil.which("strace") is not None and (
    subprocess.run(
        ["strace", "-qq", "-o", os.devnull, "true"], check=False, stderr=subprocess.DEVNULL
    ).returncode == 0
)  # fmt: skip
strace_only = pytest.mark.skipif(not HAS_STRACE, reason="strace is not there, or may not trace")

# What a journal makes of the rest of itself, and its history.
DERIVED = ("change", "step", "name_word")


def start(netbook: Shell, line: str, *before: str, **env: str) -> subprocess.Popen[bytes]:
    """Start `netbook LINE` as a process, maybe under another program."""
    return subprocess.Popen(
        [*before, sys.executable, "-m", "netbook", *shlex.split(line)],
        env={**os.environ, **netbook.environment(), **env},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def traced(netbook: Shell, line: str, *inject: str) -> tuple[int, str, str]:
    """Run a command whose system calls fail as told."""
    options = [option for one in inject for option in ("-e", f"inject={one}")]
    calls = ",".join(one.split(":")[0] for one in inject)
    running = start(netbook, line, "strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={calls}", *options)
    out, err = running.communicate(timeout=60)
    return running.returncode, out.decode(), err.decode()


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that somebody wrote, as SQLite gives it once it has mended what was cut off."""
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = [
            name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if name not in DERIVED and not name.startswith(("search", "sqlite_"))
        ]  # fmt: skip
        return {
            table: sorted(db.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr) for table in tables
        }
    finally:
        db.close()


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte by byte."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def well(netbook: Shell) -> None:
    """The doctor finds nothing, and the next command works."""
    answer = netbook("doctor --csv")
    assert (answer.status, answer.err) == (0, ""), answer
    netbook.ok("people")
