"""A sync that is killed, or let down by the disk, at a write of its own or of git's: the next one goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.faults.shells import MORE, content, strace_only
from tests.faults.test_disk import fill_up, small
from tests.sync.homes import Homes

__all__ = ["small"]

# What SQLite and git do to files.
CALLS = "pwrite64,write,fsync,fdatasync,unlink,ftruncate,rename,link"
STEPS = range(1, 40, max(1, 9 // MORE))

FAULTS = [("signal=SIGKILL",), ("-f", "error=ENOSPC"), ("error=EIO",), ("-f", "signal=SIGKILL")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Two machines that are synced."""
    homes = Homes(tmp_path_factory.mktemp("made"))
    homes.machines[0].ok("add 'Lena Lantern' --circle peers")
    homes.join()
    return homes


def both_learn(homes: Homes, step: int) -> None:
    a, b = homes.machines
    a.ok(f"learn lena 'a {step}.'")
    b.ok(f"learn lena 'b {step}.'")
    b.ok("sync")


def all_is_there(homes: Homes, steps: range) -> None:
    homes.settle()
    export = homes.same()
    assert all(export.count(f'"{letter} {step}."') == 1 for letter in "ab" for step in steps)


def cut_off(machine: Shell, step: int, *what: str) -> subprocess.CompletedProcess[str]:
    """Sync, with something happening at the nth call: netbook's own, or with "-f" one of git's."""
    *follow, fault = what
    return subprocess.run(
        ["strace", *follow, "-qq", "-o", os.devnull, "-e", f"trace={CALLS}",
         "-e", f"inject={CALLS}:{fault}:when={step}", sys.executable, "-B", "-m", "netbook", "sync"],
        check=False, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
        env={**os.environ, **machine.environment()},
    )  # fmt: skip


@strace_only
def test_killed_or_out_of_room_at_a_write(made: Homes, tmp_path: Path) -> None:
    homes = Homes.copied(made, tmp_path)
    for number, step in enumerate(STEPS):
        both_learn(homes, step)
        done = cut_off(homes.machines[0], step, *FAULTS[number % len(FAULTS)])
        assert "bug" not in done.stderr, done
        assert content(homes.machines[0].db)
    all_is_there(homes, STEPS)


def test_a_lock_that_a_killed_git_left_holds_nothing_up(made: Homes, tmp_path: Path) -> None:
    homes = Homes.copied(made, tmp_path)
    a = homes.machines[0]
    for name in ("base", "new", "theirs"):
        (a.db.parent / f"{a.db.name}.sync" / "refs" / "netbook" / f"{name}.lock").touch()
    both_learn(homes, 1)
    assert a("sync").status == 0
    all_is_there(homes, range(1, 2))


def test_a_disk_that_fills_up(made: Homes, small: Path, tmp_path: Path) -> None:
    homes = Homes.copied(made, small)
    a = homes.machines[0]
    ballast = small / "ballast"
    for step in STEPS:
        both_learn(homes, step)
        fill_up(small)
        os.truncate(ballast, ballast.stat().st_size - step * 4096)
        answer = a("sync")
        assert answer.status in (0, 1, 3), answer
        assert answer.err.count("\n") == bool(answer.status), answer
        ballast.unlink()
    all_is_there(Homes.copied(homes, tmp_path / "room"), STEPS)
