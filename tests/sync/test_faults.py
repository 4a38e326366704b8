"""What can go wrong on the way: remotes that hold something else, calls that fail, machines that meet."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest

from netbook.store.sync import git, git_process
from tests.conftest import Shell
from tests.faults.shells import MORE, start
from tests.sync.homes import Homes

DAEMON = Path(subprocess.check_output(["git", "--exec-path"], text=True).strip()) / "git-daemon"
SSHD = Path("/usr/sbin/sshd")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Two machines that are synced."""
    homes = Homes(tmp_path_factory.mktemp("made"))
    homes.machines[0].ok("add 'Lena Lantern' --circle peers")
    homes.machines[0].ok("log lena -m 'about lamps' -c rowing -p 'a map'")
    homes.join()
    return homes


@pytest.fixture
def homes(made: Homes, tmp_path: Path) -> Homes:
    """The same for one test."""
    return Homes.copied(made, tmp_path)


def tamper(homes: Homes, change: Callable[[Path], object]) -> None:
    """Push a commit in which something was changed by hand."""
    work = homes.folder / "work"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-C", str(work)]
    subprocess.run(["git", "clone", "-q", "-b", "netbook", homes.remote, str(work)], check=True)
    change(work)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "by hand"], check=True)
    subprocess.run([*git, "push", "-q", "origin", "netbook"], check=True)
    shutil.rmtree(work)


def shard_with(work: Path, text: str) -> Path:
    return next(path for path in sorted((work / "rows").iterdir()) if text in path.read_text())


def replaced(text: str, by: str) -> Callable[[Path], object]:
    def change(work: Path) -> None:
        path = shard_with(work, text)
        path.write_text(path.read_text().replace(text, by))

    return change


def appended(line: str) -> Callable[[Path], object]:
    def change(work: Path) -> None:
        path = shard_with(work, '"row":"person"')
        path.write_text(path.read_text() + line)

    return change


def cut_off(work: Path) -> None:
    path = shard_with(work, '"row":"person"')
    path.write_text(path.read_text()[:-5])


HOSTILE = {
    "cut line": (cut_off, "cannot be read"),
    "no JSON": (appended("nonsense\n"), "it is not JSON"),
    "no UTF-8": (lambda work: shard_with(work, '"row":"person"').write_bytes(b"\xff\n"), "not UTF-8"),
    "another table": (appended('{"row":"change","id":1}\n'), "no table is called"),
    "another column": (replaced('"title":null', '"titel":null'), "its columns are not those of person"),
    "bad day": (replaced('"added_on":"2026-11-21"', '"added_on":"2026-02-31"'), "cannot be read"),
    "wrong shard": (appended('{"row":"setting","name":"a","value":"b"}\n'), "belongs in another file"),
    "link to nowhere": (replaced('"person_id":"', '"person_id":"x'), "cannot be read"),
    "10 MB": (replaced('"title":null', f'"title":"{"x" * 10_000_000}"'), "cannot be read"),
    "twice": (lambda work: [appended(shard_with(work, '"row":"person"').read_text())(work)], "stands there twice"),
    "newer": (
        lambda work: (work / "netbook.json").write_text('{"netbook":"sync","version":2}'), "written by a newer netbook",
    ),
    "another program": (lambda work: (work / "netbook.json").unlink(), "is not a journal's"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_remote_that_cannot_be_read_is_refused_whole(homes: Homes, what: str) -> None:
    change, why = HOSTILE[what]
    a = homes.machines[0]
    a.ok("learn lena 'not sent'")
    tamper(homes, change)
    before, head = a.dump(), homes.git("rev-parse", "netbook")
    assert why in a.fails("sync", 1)
    assert (a.dump(), homes.git("rev-parse", "netbook")) == (before, head)
    new = Shell(homes.folder / "new" / "netbook.db")
    new.ok("circles")
    new.fails(f"sync {homes.remote}", 1)


def test_it_stands_beside_other_things_in_a_repository(tmp_path: Path) -> None:
    remote = tmp_path / "other"
    subprocess.run(["git", "init", "-q", "-b", "main", str(remote)], check=True)
    (remote / "code").write_text("x")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-C", str(remote)]
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], check=True)
    homes = Homes(tmp_path, remote=str(remote))
    homes.machines[0].ok("add 'Lena Lantern'")
    homes.join()
    homes.same()
    assert subprocess.check_output([*git, "rev-list", "--count", "main"]) == b"1\n"


def test_settings_hooks_and_variables_do_not_matter(homes: Homes) -> None:
    a, b = homes.machines
    config = homes.folder / "config"
    hooks = homes.folder / "hooks"
    hooks.mkdir()
    for name in ("pre-push", "post-update", "pre-receive", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n")
        (hooks / name).chmod(0o755)
    config.write_text(
        f"[core]\nhooksPath={hooks}\nautocrlf=true\n[commit]\ngpgsign=true\n[push]\ngpgSign=true\npushOption=x\n"
        "[fetch]\nprune=true\nrecurseSubmodules=true\n[init]\ntemplateDir=/nowhere\n[color]\nui=always\n"
    )
    for machine in (a, b):
        machine.env = {
            "GIT_CONFIG_GLOBAL": str(config), "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere",
            "GIT_INDEX_FILE": "/nowhere/x", "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_NAMESPACE": "x",
        }  # fmt: skip
    a.ok("learn lena one")
    shutil.rmtree(a.db.with_name("netbook.db.sync"))
    homes.settle()
    homes.same()


@pytest.mark.parametrize(
    ("remote", "why"),
    [
        ("--upload-pack=touch /tmp/x", "cannot be made"), ("'ext::sh -c true'", "cannot reach"),
        ("'ext::sh -c true' --plain", "cannot reach"), ("-x:y --plain", "no such option"),
        ("nowhere/there/people", "is everything plugged in?"), ("file:///nowhere/people.git", "cannot reach"),
    ],
)  # fmt: skip
def test_remotes_that_are_none(netbook: Shell, remote: str, why: str) -> None:
    netbook.ok("circles")
    before = netbook.dump()
    answer = netbook(f"sync {remote}")
    assert answer.status in (1, 2), answer
    assert answer.err.count("\n") == 1, answer
    assert netbook.dump() == before
    if "--" not in remote.split()[0] and why != "no such option":
        assert why in answer.err


def test_a_folder_that_is_away_is_not_made_again(homes: Homes) -> None:
    a = homes.machines[0]
    Path(homes.remote).rename(homes.folder / "unplugged")
    a.ok("learn lena one")
    assert "nothing is lost, netbook sync tries again" in a.fails("sync", 1)
    assert not Path(homes.remote).exists()
    (homes.folder / "unplugged").rename(homes.remote)
    homes.settle()
    homes.same()


def test_without_git_it_is_one_line(homes: Homes, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    answer = homes.machines[0].process("sync", PATH=str(tmp_path / "bin"))
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert "sync needs git, which is not installed" in answer.err


def test_two_syncs_and_a_command_at_once(homes: Homes) -> None:
    a, b = homes.machines
    for number in range(3):
        a.ok(f"learn lena 'a {number}'")
        b.ok(f"learn lena 'b {number}'")
    running = [start(machine, line) for machine in (a, b, a) for line in ("sync", "learn lena meanwhile")]
    for process in running:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
    homes.settle()
    assert homes.same().count("meanwhile") == 3


class Killed(BaseException):
    """What ends a command between two of its steps."""


class CutOff:
    """Git that works until one of its calls, before or after which the command ends, or which finds a full disk."""

    def __init__(self, at: int, when: str) -> None:
        self.at, self.when = at, when
        self.calls = 0

    def __call__(
        self, *arguments: str, feed: bytes | IO[bytes] | None = None, cwd: Path | None = None
    ) -> bytes:
        self.calls += 1
        if self.calls == self.at and self.when == "before":
            raise Killed
        if self.calls == self.at and self.when == "full":
            raise git_process.GitFailed("No space left on device")
        answer = RUN(*arguments, feed=feed, cwd=cwd)
        if self.calls == self.at:
            raise Killed
        return answer


RUN = git_process.run


@pytest.mark.parametrize("when", ["before", "after", "full"])
def test_cut_off_at_each_call_of_git(
    made: Homes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    homes = Homes.copied(made, tmp_path)
    a, b = homes.machines
    # A normal run takes some of the steps, a long one all of them.
    steps = [*range(1, 30, max(1, 6 // MORE))]
    for step in steps:
        a.ok(f"learn lena 'a {step}.'")
        b.ok(f"learn lena 'b {step}.'")
        b.ok("sync")
        cut_off = CutOff(step, when)
        with monkeypatch.context() as patch:
            patch.setattr(git, "run", cut_off)
            with suppress(Killed):
                answer = a("sync")
                assert answer.err.count("\n") == answer.status
    assert cut_off.calls < steps[-1], "there are more steps than were cut off"
    homes.settle()
    export = homes.same()
    assert all(export.count(f'"{letter} {step}."') == 1 for letter in "ab" for step in steps)


def test_clocks_and_days_that_differ(homes: Homes) -> None:
    a, b = homes.machines
    a.today, b.today = "2031-01-01", "2019-01-01"
    a.ok("edit lena --title Ahead")
    b.ok("edit lena --title Behind --place Harbour")
    homes.settle()
    assert "sync: title was Behind" in homes.same()
    a.ok("edit lena --title Next")
    homes.settle()
    b.ok("edit lena --title Last")
    homes.settle()
    assert '"title":"Last"' in homes.same()


@pytest.mark.skipif(not SSHD.exists(), reason="no ssh server is installed")
def test_over_ssh(tmp_path: Path) -> None:
    for name in ("host", "own"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "Port": port, "ListenAddress": "127.0.0.1", "HostKey": tmp_path / "host", "UsePAM": "no",
        "AuthorizedKeysFile": tmp_path / "own.pub", "StrictModes": "no", "PidFile": "none",
    }  # fmt: skip
    (tmp_path / "sshd_config").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    server = subprocess.Popen([SSHD, "-D", "-f", tmp_path / "sshd_config"], stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "people.git")], check=True)
        homes = Homes(tmp_path, remote=f"ssh://127.0.0.1:{port}{tmp_path}/people.git")
        options = "-o StrictHostKeyChecking=no -o BatchMode=yes"
        known = f"-o UserKnownHostsFile={tmp_path}/known"
        for machine in homes.machines:
            machine.env = {"GIT_SSH_COMMAND": f"ssh -i {tmp_path}/own {options} {known} -o LogLevel=ERROR"}
        a, b = homes.machines
        a.ok("add 'Lena Lantern'")
        a.ok(f"sync {homes.remote} --plain")
        b.ok("add 'Omar Otter'")
        b.ok(f"sync {homes.remote} --plain")
        a.ok("sync")
        assert a.ok("export journal") == b.ok("export journal")
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int) -> None:
    """Wait until a server listens."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


@pytest.mark.skipif(not DAEMON.exists(), reason="git daemon is not there")
def test_over_the_network(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "people.git")], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    daemon = subprocess.Popen(
        ["git", "daemon", "--listen=127.0.0.1", f"--port={port}", "--export-all", "--enable=receive-pack",
         "--reuseaddr", f"--base-path={tmp_path}", str(tmp_path)],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port)
        homes = Homes(tmp_path, remote=f"git://127.0.0.1:{port}/people.git")
        a, b = homes.machines
        a.ok("add 'Lena Lantern'")
        assert "say whether whoever runs the remote may read your journal" in a.fails(
            f"sync {homes.remote}", 2
        )
        homes.join("--plain")
        b.ok("learn lena one")
        homes.settle()
        homes.same()
    finally:
        daemon.terminate()
        daemon.wait(10)
    assert "cannot reach git://127.0.0.1" in a.fails("sync", 1)
