"""A full disk, a read-only one, a limit on files, a stdout that takes nothing: told in one line, nothing changed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.faults.shells import content, files, start, well

ROOT = os.geteuid() == 0
BIG, SUMMARY = "log ana -", "x" * 900_000


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if not ROOT or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(b"x" * 4096)


def test_a_full_file_system(netbook: Shell, small: Path) -> None:
    netbook.db = small / "journal" / "netbook.db"
    netbook.ok("add Ana")
    before, names = content(netbook.db), files(small)
    fill_up(small)
    for line in (BIG, "add Bo", "backup", f"backup {small}/copy.db"):
        output = netbook.fails(line, 3, stdin=SUMMARY if line == BIG else "")
        assert "full" in output or "no space left" in output, output
        assert files(small).keys() - {"ballast"} == names.keys(), line
    assert "Ana" in netbook.ok("people")
    assert netbook("doctor").status == 3
    (small / "ballast").unlink()
    assert content(netbook.db) == before
    netbook.ok("add Bo")
    netbook.ok("undo")
    assert content(netbook.db) == before
    well(netbook)


def test_a_journal_that_has_no_room_to_be_made(netbook: Shell, small: Path) -> None:
    netbook.db = small / "netbook.db"
    (small / "ballast").write_bytes(b"x" * 3_900_000)
    answer = netbook("add Ana")
    assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1), answer
    assert [path.name for path in small.iterdir()] == ["ballast"]


@pytest.mark.parametrize("line", [BIG, "backup"])
def test_a_limit_on_the_size_of_files(netbook: Shell, line: str) -> None:
    netbook.ok("add Ana")
    before = content(netbook.db)
    blocks = netbook.db.stat().st_size // 1024 - 40
    shell = f"ulimit -f {blocks}; exec {shlex.quote(sys.executable)} -m netbook {line}"
    done = subprocess.run(
        ["bash", "-c", shell], check=False, capture_output=True, input=SUMMARY.encode(),
        env={**os.environ, **netbook.environment()},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1), done.stderr[-300:]
    assert content(netbook.db) == before
    netbook.ok("add Bo")
    well(netbook)


@pytest.mark.skipif(not ROOT, reason="only root can make a file that not even root may write")
def test_a_read_only_file_system(netbook: Shell, small: Path) -> None:
    netbook.db = small / "journal" / "netbook.db"
    netbook.ok("add Ana")
    before = files(small)
    remount = ["mount", "-o", "remount,{}", str(small)]
    subprocess.run([part.format("ro") for part in remount], check=True)
    try:
        assert "Ana" in netbook.ok("people")
        for line in ("add Bo", "log ana", "undo", "backup"):
            output = netbook.fails(line, 3)
            assert "read-only" in output
        assert files(small) == before
    finally:
        subprocess.run([part.format("rw") for part in remount], check=True)
    netbook.ok("add Bo")


def test_a_read_only_folder(netbook: Shell) -> None:
    if ROOT:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere")
        run = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        if subprocess.run([*run, sys.executable, "-c", ""], check=False, capture_output=True).returncode:
            pytest.skip("nobody else may run this Python")
    else:
        run = []
    netbook.ok("add Ana")
    folder, readable = netbook.db.parent, netbook.db.parent.parents
    opened = [
        path for path in readable if ROOT and path.stat().st_uid == 0 and not path.stat().st_mode & 0o001
    ]
    modes = {path: path.stat().st_mode for path in opened}
    if ROOT:
        for path in opened:
            path.chmod(0o711)
        for path in (netbook.db, folder):
            os.chown(path, 65534, 65534)
    folder.chmod(0o500)
    before = files(folder)
    try:
        answers = [_process(netbook, run, line) for line in ("people", "add Bo", "backup")]
    finally:
        folder.chmod(0o700)
        for path, mode in modes.items():
            path.chmod(mode)
        if ROOT:
            os.chown(folder, 0, 0)
            os.chown(netbook.db, 0, 0)
    assert answers[0].returncode == 0, answers[0]
    for done in answers[1:]:
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1), done
        assert b"nothing was changed" in done.stderr
    assert files(folder) == before
    netbook.ok("add Bo")


def _process(netbook: Shell, before: list[str], line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*before, sys.executable, "-B", "-m", "netbook", *shlex.split(line)], check=False, capture_output=True,
        env={**os.environ, **netbook.environment()},
    )  # fmt: skip


@pytest.mark.parametrize("line", ["add Bo", "backup", "export people", "doctor", "history"])
def test_a_stdout_that_takes_nothing(netbook: Shell, line: str) -> None:
    netbook.ok("add Ana")
    before = content(netbook.db)
    for end in (">/dev/full", ">&-"):
        command = f"{shlex.quote(sys.executable)} -m netbook {line} {end}"
        done = subprocess.run(
            ["bash", "-c", command], check=False, capture_output=True,
            env={**os.environ, **netbook.environment()},
        )  # fmt: skip
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1), done
        assert b"nothing was done" in done.stderr
        assert content(netbook.db) == before
    assert not (netbook.db.parent / "backups").exists()
    well(netbook)


def test_a_reader_of_the_answer_that_has_gone(netbook: Shell) -> None:
    netbook.ok("add Ana")
    running = start(netbook, "add Bo")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(60) == 0
    running.stderr.close()
    assert netbook.sql("SELECT count(*) FROM person") == [(2,)]
