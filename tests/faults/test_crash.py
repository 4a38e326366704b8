"""Killed at any moment, or let down by the disk at any write: all of a command is in the journal, or nothing.

What was acknowledged on stdout is there, and the next command works. strace does the killing and the failing; the
normal run takes a sample of the places, NETBOOK_FAULTS=100 all of them.
"""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.faults.shells import MORE, start, strace_only

CSV = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Mia,Meadow,https://www.linkedin.com/in/mia-meadow,mia@example.org,Meadow Press,Publisher,03 Mar 2024\n"
)
WRITING = "pwrite64,fsync,fdatasync,unlink,ftruncate,rename,link"
OWN_NAMES = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{32}\b|\d{4}-\d\d-\d\dT[\d:+.-]+|.[\w.]+\.csv'")


@dataclass(frozen=True)
class Change:
    """A command that changes the journal, how many places of it a normal run tries, and what it says when done."""

    line: str
    places: int
    done: str


CHANGES = [
    Change(
        "log ana bo --new 'Cy Oak (Acme)' -e Fair -c climbing -l 'ana: a dog' -p 'bo: a map'", 5, "Logged"
    ),
    Change("remove ana --yes", 1, "Removed"),
    Change("import FOLDER/connections.csv", 2, "Imported"),
    Change("undo", 2, "Undone"),
    Change("restore FOLDER/copy.db --yes", 2, "Restored"),
    Change("doctor --mend", 1, "Mended"),
    Change("backup", 1, "Backed up"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal, a backup of another one, and a file to import."""
    folder = tmp_path_factory.mktemp("made")
    other = Shell(folder / "copy.db")
    other.ok("add Zoe")
    netbook = Shell(folder / "journal" / "netbook.db")
    netbook.ok("add 'Ana Ruiz' --circle peers")
    netbook.ok("add 'Bo Lind' --introduced-by ana")
    netbook.ok("log ana bo -c chess -m 'a long talk' --gave 'ana: a map'")
    netbook.sql("DELETE FROM name_word WHERE word = 'lind'")
    (folder / "connections.csv").write_text(CSV)
    return folder


class Place:
    """A folder of its own with the journal and what is needed, brought back to its beginning at will."""

    def __init__(self, made: Path, folder: Path) -> None:
        self.made, self.folder = made, folder
        self.netbook = Shell(folder / "journal" / "netbook.db")

    def line(self, change: Change) -> str:
        return change.line.replace("FOLDER", str(self.folder))

    def anew(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.made, self.folder)

    def state(self) -> str:
        """Everything in the journal but what is generated each time; SQLite takes a half change back first."""
        assert self.netbook.sql("PRAGMA integrity_check") == [("ok",)]
        assert self.netbook.sql("PRAGMA foreign_key_check") == []
        return OWN_NAMES.sub("…", self.netbook.dump())

    def before_and_after(self, change: Change) -> tuple[str, str]:
        self.anew()
        before = self.state()
        answer = self.netbook(self.line(change))
        assert change.done in answer.out, answer
        return before, self.state()

    def strace(self, change: Change, *options: str) -> subprocess.CompletedProcess[str]:
        traced = ["strace", "-f", "-qq", "-e", f"trace={WRITING}", *options]
        command = [*traced, sys.executable, "-B", "-m", "netbook"]
        return subprocess.run(
            [*command, *shlex.split(self.line(change))], check=False, capture_output=True, text=True, timeout=60,
            env={**os.environ, **self.netbook.environment()}, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def calls(self, change: Change) -> list[str]:
        """Each time the command writes, or has the disk keep what was written, in order, as strace counts them."""
        self.anew()
        log = self.folder / "log"
        self.strace(change, "-o", str(log))
        calls: list[str] = []
        for name in re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.M):
            calls.append(f"{name}:NOW:when={1 + sum(call.startswith(f'{name}:') for call in calls)}")
        return calls

    def fault(self, change: Change, call: str, what: str) -> subprocess.CompletedProcess[str]:
        """Run the command with something happening at one of its calls."""
        self.anew()
        return self.strace(change, "-o", os.devnull, "-e", f"inject={call.replace('NOW', what)}")

    def goes_on(self) -> None:
        """The next commands work, and nothing of a cut-off one is left but what netbook clears away itself."""
        assert "Zoe" in self.netbook.ok("people --csv") or "Bo" in self.netbook.ok("people --csv")
        self.netbook.ok("add 'Next One'")
        self.netbook.ok("undo")
        for path in (self.folder / "journal").rglob("*"):
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Place:
    return Place(made, tmp_path / "place")


def some(calls: list[str], number: int) -> list[str]:
    """So many of the calls, the first and the last few among them: a commit is at the end."""
    number *= MORE
    if number >= len(calls):
        return calls
    if number == 1:
        return [calls[len(calls) // 2]]
    last = max(number // 3, 1)
    middle = random.Random(len(calls)).sample(calls[1:-last], number - last - 1)
    return [calls[0], *middle, *calls[-last:]]


@strace_only
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.line.split()[0])
def test_killed_at_a_write_it_is_all_or_nothing(place: Place, change: Change) -> None:
    before, after = place.before_and_after(change)
    seen = set()
    for call in some(place.calls(change), change.places):
        done = place.fault(change, call, "signal=SIGKILL")
        assert done.returncode == -signal.SIGKILL, (call, done)
        state = place.state()
        assert state in (before, after), call
        assert state == after or change.done not in done.stdout, call
        seen.add(state)
        place.goes_on()
    assert before in seen


@strace_only
@pytest.mark.parametrize(
    ("number", "calls", "error"),
    [
        (0, "pwrite64", "ENOSPC"), (0, "pwrite64", "EIO"), (0, "fdatasync,fsync", "EIO"),
        (2, "pwrite64", "ENOSPC"), (3, "pwrite64", "EDQUOT"), (4, "pwrite64", "ENOSPC"),
    ],
)  # fmt: skip
def test_a_failing_disk_is_told_and_changes_nothing(
    place: Place, number: int, calls: str, error: str
) -> None:
    change = CHANGES[number]
    before, after = place.before_and_after(change)
    made = [call for call in place.calls(change) if call.split(":")[0] in calls.split(",")]
    for call in some(made, 2 if number == 0 else 1):
        # From there on, or once.
        done = place.fault(change, f"{call}+" if error == "ENOSPC" else call, f"error={error}")
        if done.returncode == 0 and "sync" in call:  # of a folder, where some systems know no fsync
            assert place.state() == after
            continue
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), (call, done)
        assert "nothing was changed" in done.stderr
        assert place.state() == before
        place.goes_on()


@strace_only
def test_a_rollback_file_that_cannot_go_away_is_told(place: Place) -> None:
    """The commit is the moment when that file goes."""
    before, after = place.before_and_after(CHANGES[0])
    done = place.fault(CHANGES[0], "unlink:NOW:when=1", "error=EIO")
    assert place.state() == (after if done.returncode == 0 else before)
    assert (done.returncode == 0) == ("Logged" in done.stdout)
    place.goes_on()


def test_killed_at_any_moment_it_is_all_or_nothing(place: Place) -> None:
    change = CHANGES[0]
    before, after = place.before_and_after(change)
    dice = random.Random(5)
    for _ in range(5 * MORE):
        place.anew()
        running = start(place.netbook, place.line(change))
        time.sleep(0.05 + 0.25 * dice.random())
        running.send_signal(signal.SIGKILL)
        out, _ = running.communicate()
        state = place.state()
        assert state in (before, after)
        assert state == after or b"Logged" not in out
    place.goes_on()


def test_killed_in_a_row_what_was_acknowledged_is_there(place: Place) -> None:
    place.anew()
    dice = random.Random(11)
    acknowledged = set()
    for number in range(5 * MORE):
        running = start(place.netbook, f"add 'Person {number}'")
        time.sleep(0.1 + 0.15 * dice.random())
        running.send_signal(signal.SIGKILL)
        if b"Added" in running.communicate()[0]:
            acknowledged.add(f"Person {number}")
    names = {name for (name,) in place.netbook.sql("SELECT name FROM person")}
    assert acknowledged <= names
    while place.netbook("undo").status == 0:
        pass
    assert place.netbook.sql("SELECT count(*) FROM person") == [(0,)]
