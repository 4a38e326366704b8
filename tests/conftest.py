"""A user's shell for the tests: a journal of its own, a fixed day, and what came back from each command."""

from __future__ import annotations

import csv
import io
import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import netbook as package
from netbook.cli.main import main
from netbook.store import journal

# A busy machine is no failure, and a change is not refused for what another run would not have drawn.
settings.register_profile("netbook", deadline=None, derandomize=True)
settings.load_profile("netbook")

# Every command writes its journal through to the disk, as it must; a test's journal may as well be in memory.
_MEMORY = Path("/dev/shm")
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 2**30:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# A command in a process of its own finds netbook compiled, and holds no lock while it compiles what it needs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
compile_dir(Path(package.__file__).parent, quiet=2)

# What a script starts in the background ignores Ctrl-C, and so would everything that is started from here.
signal.signal(signal.SIGINT, signal.default_int_handler)

TODAY = "2026-11-21"  # a Saturday


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """Its CSV, a dictionary a row."""
        return list(csv.DictReader(io.StringIO(self.out)))

    @property
    def json(self) -> Any:
        """Its JSON."""
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs command lines against one journal, in this process (fast) or in one of their own."""

    db: Path
    today: str = TODAY
    env: dict[str, str] = field(default_factory=dict)

    def __call__(self, line: str, *, stdin: str | bytes = "", today: str | None = None) -> Answer:
        """Run `netbook LINE` in this process; stdin and stdout are no terminals."""
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        streams = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"), _stream(), _stream()
        saved = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = streams
        try:
            with _environment(self.environment(today)):
                status = main(shlex.split(line))
        finally:
            sys.stdin, sys.stdout, sys.stderr = saved
        return Answer(status, _text(streams[1]), _text(streams[2]))

    def ok(self, line: str, *, stdin: str | bytes = "", today: str | None = None) -> str:
        """Run a line that must succeed without a word on stderr; its stdout."""
        answer = self(line, stdin=stdin, today=today)
        assert (answer.status, answer.err) == (0, ""), answer
        return answer.out

    def fails(self, line: str, status: int, *, stdin: str | bytes = "", today: str | None = None) -> str:
        """Run a line that must fail with this status, one line on stderr and a journal left as it was."""
        before = self._bytes()
        answer = self(line, stdin=stdin, today=today)
        assert (answer.status, answer.out) == (status, ""), answer
        assert answer.err.count("\n") == 1, answer
        if self._bytes() != before:  # the same rows may be in other pages
            assert self.dump() == _dump_of(before)
        if "--json" in shlex.split(line):
            error = json.loads(answer.err)
            assert list(error) == ["error", "status", "candidates"]
            assert error["status"] == status, answer
            return str(error["error"])
        assert answer.err.startswith("netbook: "), answer
        return answer.err.removeprefix("netbook: ").rstrip("\n")

    def process(self, line: str, *, stdin: str = "", today: str | None = None, **env: str) -> Answer:
        """Run `netbook LINE` as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "netbook", *shlex.split(line)],
            input=stdin.encode(), capture_output=True, check=False, timeout=60,
            env={**os.environ, **self.environment(today), **env},
        )  # fmt: skip
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def environment(self, today: str | None = None) -> dict[str, str]:
        """The environment commands run in."""
        return {"NETBOOK_DB": str(self.db), "NETBOOK_TODAY": today or self.today, **self.env}

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the journal's file itself."""
        db = sqlite3.connect(self.db)
        try:
            with db:
                db.execute("PRAGMA foreign_keys = ON")
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def dump(self) -> str:
        """Everything in the journal, as text; empty where there is no readable journal."""
        if not self.db.is_file():
            return ""
        db = sqlite3.connect(self.db)
        try:
            return "\n".join(_everything(db))
        except sqlite3.DatabaseError:
            return self.db.read_bytes().hex()
        finally:
            db.close()

    def _bytes(self) -> bytes:
        return self.db.read_bytes() if self.db.is_file() else b""


def _dump_of(file: bytes) -> str:
    """What `dump` says of a journal whose file this was."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Shell(Path(folder) / "netbook.db")
        if file:
            copy.db.write_bytes(file)
        return copy.dump()


@contextmanager
def _environment(added: dict[str, str]) -> Iterator[None]:
    """These variables too, and afterwards as they were."""
    before = {name: os.environ.get(name) for name in added}
    os.environ.update(added)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _everything(db: sqlite3.Connection) -> Iterator[str]:
    """The schema and every row; the index of words is in the rows of the tables that it is made of."""
    for kind, name, sql in db.execute(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall():
        yield str(sql)
        if kind == "table" and name != "search":
            yield from sorted(f"{name} {row}" for row in db.execute(f'SELECT * FROM "{name}"'))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


@pytest.fixture(autouse=True, scope="session")
def quickly_made() -> Iterator[None]:
    """New journals are copies of one that was built as every journal is: the same pages in a tenth of the time."""
    template, build = sqlite3.connect(":memory:", isolation_level=None), journal.build
    build(template)

    def copied(db: sqlite3.Connection) -> None:
        template.backup(db)

    journal.build = copied
    yield
    journal.build = build
    template.close()


def built_once(build: Callable[..., Shell]) -> Callable[..., Shell]:
    """A fixture that fills a journal: it is built for the first test of a process and copied for the others."""
    built: list[tuple[bytes, str]] = []

    @wraps(build)
    def copied(*fixtures: Any, **by_name: Any) -> Shell:
        if not built:
            shell = build(*fixtures, **by_name)
            built.append((shell.db.read_bytes(), shell.today))
            return shell
        file, today = built[0]
        shell = next(value for value in (*fixtures, *by_name.values()) if isinstance(value, Shell))
        shell.db.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shell.db.touch(mode=0o600)
        shell.db.write_bytes(file)
        shell.today = today
        return shell

    return copied


@pytest.fixture
def netbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell with a journal that is not there yet."""
    for name in ("NETBOOK_DB", "NETBOOK_TODAY", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return Shell(tmp_path / "journal" / "netbook.db")
