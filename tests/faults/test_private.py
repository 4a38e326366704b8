"""Private: every file that netbook makes is its owner's alone under any umask, and nothing leaves the machine."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netbook.cli.commands import COMMANDS
from tests.conftest import Answer, Shell
from tests.faults.shells import strace_only

SECRET = "Xanthippe"
CSV = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"{SECRET},Meadow,https://www.linkedin.com/in/x,x@example.org,Meadow Press,Publisher,03 Mar 2024\n"
)
# At least once each command, and what writes a file of whatever kind.
LINES = [
    f"add '{SECRET} Ruiz' --circle peers --birthday 1980-11-25", "add Bo --org Acme",
    "log ana bo -c chess --on 2026-11-01",
    "log xan bo -e Fair -c chess -l 'bo: a dog' --gave 'bo: a map' -p 'bo: a call' --they-promise 'bo: a book'",
    "jot 'lunch with Bo. +chess'", "due", "prep xan", "goal", "find dog", "edit bo --title x", "show xan",
    "likes bo rowing", "me 'Maja Mast'", "me", "meetings", "tie bo colleague xan", "plan bo --on 2030-01-01", "roots",
    "roots -o FOLDER/out/roots.html", "page -o FOLDER/out/page.html", "query bo", "confirm",
    "people", "duplicates", "add 'Bo Twin'", "merge bo bo-twin", "pause bo", "resume bo", "circles",
    "circle sea --every 1m", "common bo rowing", "topics", "shared xan bo", "intros", "intro xan bo",
    "learn bo 'a cat'", "promise bo 'a walk'", "todo", "done 1", "drop 2", "gave bo 'a pen'", "got bo 'a hat'",
    "thank bo", "ask bo 'may I have five words here'", "answer bo yes", "strain bo hurt", "repair bo",
    "event Gala --on 2026-12-01", "events", "review", "trend", "reach", "goodbye bo",
    "export people -o FOLDER/people.csv", "export journal -o FOLDER/journal.jsonl",
    "export vcard -o FOLDER/people.vcf", "import FOLDER/connections.csv", "remove bo --yes", "undo", "redo",
    "history", "backup", "backup FOLDER/copy.db", "doctor", "doctor --mend", "restore --yes FOLDER/copy.db",
    "edit xanthippe-ruiz", "demo", "sync FOLDER/remote", "sync", "sort", "encrypt", "due", "sync", "decrypt",
]  # fmt: skip
NO_TERMINAL = {"sort": 2}  # refused there, having read the journal
PASSPHRASE = {"NETBOOK_PASSPHRASE_COMMAND": "echo correct horse battery staple"}
NO_NETWORK = """
import runpy, sys
def watch(event, values):
    if event.split(".")[0] in ("socket", "urllib", "http", "smtplib", "ftplib") and event != "socket.__new__":
        print("NETWORK", event, values, file=sys.stderr)
        import os; os._exit(99)
sys.addaudithook(watch)
sys.argv[0] = "netbook"
runpy.run_module("netbook", run_name="__main__")
"""


def modes(folder: Path) -> dict[str, str]:
    """What others may do with anything in a folder: must be nothing."""
    return {
        str(path): oct(path.stat().st_mode)
        for path in folder.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    }


def run(netbook: Shell, folder: Path, line: str, *python: str, umask: int = 0o022, **env: str) -> Answer:
    words = shlex.split(line.replace("FOLDER", str(folder)))
    done = subprocess.run(
        [sys.executable, "-B", *(python or ("-m", "netbook")), *words], check=False, capture_output=True, text=True,
        umask=umask, env={**os.environ, **netbook.environment(), "TMPDIR": str(folder / "tmp"), **env},
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tmp").mkdir(mode=0o700)
    (tmp_path / "out").mkdir(mode=0o700)
    (tmp_path / "remote").mkdir(mode=0o700)
    (tmp_path / "connections.csv").write_text(CSV)
    (tmp_path / "connections.csv").chmod(0o600)
    return tmp_path


def test_every_command_keeps_to_itself(netbook: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process, watched: no socket is made, no file is open to others, none is left in the temporary folder."""
    used: list[str] = []

    def watch(event: str, values: tuple[object, ...]) -> None:
        if watching and event.split(".")[0] in ("socket", "urllib", "http", "smtplib", "ftplib"):
            used.append(event)

    watching = True
    sys.addaudithook(watch)
    editor = folder / "editor"
    editor.write_text('#!/bin/sh\nstat -c "%a %n" "$1" "$(dirname "$1")" >> "$SEEN"\n')
    editor.chmod(0o700)
    netbook.env |= {
        "EDITOR": str(editor),
        "SEEN": str(folder / "seen"),
        "TMPDIR": str(folder / "tmp"),
        **PASSPHRASE,
    }
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))
    old = os.umask(0)
    try:
        for line in LINES:
            answer = netbook(line.replace("FOLDER", str(folder)))
            assert answer.status in (0, 1, NO_TERMINAL.get(line)), (line, answer)
    finally:
        os.umask(old)
        watching = False
    assert used == []
    assert {line.split()[0] for line in LINES} == COMMANDS.keys()
    open_to_others = modes(folder).keys() - {str(editor), str(folder / "seen")}
    assert open_to_others == set()
    left = [path.name for path in (folder / "tmp").iterdir() if not path.name.startswith("netbook-demo-")]
    assert left == []
    seen = (folder / "seen").read_text().split()
    assert seen[::2] == ["600", "700"]
    assert SECRET.lower() not in " ".join(seen).lower()
    # What an export's or a restore's file is called while it is written goes, too.
    names = [path.name for path in folder.rglob("*") if path.name.startswith(".")]
    assert names == []


@pytest.mark.parametrize("umask", [0, 0o777])
def test_under_any_umask(netbook: Shell, folder: Path, umask: int) -> None:
    for line in (
        "add Ana",
        "log ana",
        "backup",
        "export people -o FOLDER/people.csv",
        "backup FOLDER/copy.db",
    ):
        answer = run(netbook, folder, line, umask=umask)
        assert answer.status == 0, (line, answer)
    assert modes(folder) == {}
    for path in (
        netbook.db,
        folder / "people.csv",
        folder / "copy.db",
        *(netbook.db.parent / "backups").iterdir(),
    ):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE(netbook.db.parent.stat().st_mode) == 0o700


@strace_only
def test_the_rollback_file_is_private_under_an_open_umask(netbook: Shell, folder: Path) -> None:
    """The kernel is asked for nothing but private files, but for the answer's own."""
    netbook.ok("add Ana")
    log = folder / "log"
    subprocess.run(
        ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=open,openat,creat,mkdir", "-o", str(log),
         sys.executable, "-B", "-m", "netbook", "log", "ana"],
        check=True, capture_output=True, umask=0, env={**os.environ, **netbook.environment()},
    )  # fmt: skip
    made = [line for line in log.read_text().splitlines() if "O_CREAT" in line]
    assert any("netbook.db-journal" in line for line in made)
    assert all("0600) = " in line for line in made), made


def test_no_command_opens_a_socket(netbook: Shell, folder: Path) -> None:
    for line in ("add Ana", "due", "import FOLDER/connections.csv"):
        answer = run(netbook, folder, line, "-c", NO_NETWORK)
        assert answer.status == 0, (line, answer)
    hook = NO_NETWORK.replace(
        'runpy.run_module("netbook", run_name="__main__")',
        "import socket; socket.create_connection(('127.0.0.1', 9))",
    )
    assert run(netbook, folder, "", "-c", hook).status == 99


def test_a_crash_report_holds_nothing_of_the_journal(
    netbook: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netbook.ok(f"add {SECRET}")
    monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))

    def fails(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("netbook.reports.people.build", fails)
    answer = netbook("people")
    assert answer.status == 70
    (report,) = (folder / "tmp").iterdir()
    assert str(report) in answer.err
    assert SECRET not in report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_draft_is_kept_and_named_when_it_could_not_be_saved(netbook: Shell, folder: Path) -> None:
    netbook.ok("add Ana")
    editor = folder / "editor"
    editor.write_text(f'#!/bin/sh\nprintf "name: Ana\\ncircle: nosuch {SECRET}\\n" > "$1"\n')
    editor.chmod(0o700)
    answer = run(netbook, folder, "edit ana", EDITOR=str(editor))
    assert answer.status in (1, 2)
    assert "what you wrote is kept in " in answer.err
    draft = Path(answer.err.rsplit("kept in ", 1)[1].strip())
    assert SECRET in draft.read_text()
    assert (stat.S_IMODE(draft.stat().st_mode), stat.S_IMODE(draft.parent.stat().st_mode)) == (0o600, 0o700)
