"""A system call that fails on the way: the journal is the old one or the new one, and the command can be run again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Shell, built_once
from tests.faults.shells import strace_only, traced, well

SECRET = "spoke of redwoods"
HIDDEN = {
    "NETBOOK_PASSPHRASE_COMMAND": "echo four words or more",
    "NETBOOK_NEW_PASSPHRASE_COMMAND": "echo four other words then",
}
# What is done before, the command, the call that fails and which time, and whether the change was made before it.
CASES = {
    "encrypt, its backup": ("", "encrypt", "rename:error=EIO:when=2", True),
    "encrypt --again, after its backup": ("encrypt", "encrypt --again", "rename:error=EIO:when=2", True),
    "decrypt, its own name": ("encrypt", "decrypt", "rename:error=EACCES:when=1", False),
    "restore over a journal": ("add Bo", "restore {backup} --yes", "pwrite64:error=ENOSPC:when=400", False),
    "remove --for-good": ("", "remove ana --yes --for-good", "fdatasync:error=EIO:when=1", False),
    "history --clear, its file made smaller": (
        "",
        "history --clear --yes",
        "fdatasync:error=EIO:when=9",
        True,
    ),
}


@pytest.fixture
@built_once
def ana(netbook: Shell) -> Shell:
    netbook.ok(f"log -n Ana -m '{SECRET}'")
    return netbook


@strace_only
@pytest.mark.parametrize("case", CASES)
def test_it_is_told_and_the_same_command_goes_on(ana: Shell, tmp_path: Path, case: str) -> None:
    before, line, fault, changed = CASES[case]
    ana.env.update(HIDDEN)
    ana.ok("backup")
    line = line.format(backup=next(ana.db.parent.glob("backups/*Z.db")), folder=tmp_path)
    if before:
        ana.ok(before)
    old = ana.ok("export journal")
    status, out, err = traced(ana, line, fault)
    assert (status, out, err.count("\n")) == (3, "", 1), (out, err)
    assert ("nothing was changed" in err, "was made and stays" in err) == (not changed, changed), err
    assert ana.ok("export journal") == old
    if ana.db.read_bytes().startswith(b"netbook"):
        plain = [
            path
            for path in ana.db.parent.rglob("*")
            if path.is_file() and SECRET.encode() in path.read_bytes()
        ]
        assert all("run the same command again" in err for _ in plain), plain
    ana.ok(line)
    assert not [path for path in ana.db.parent.rglob(".*") if path.is_file()]
    well(ana)


@strace_only
@pytest.mark.parametrize(
    ("line", "when", "told"),
    [
        ("due", "9+", "the disk gave an error (input/output error); copy the folder to another disk"),
        ("due", "9", "the disk gave an error that is over now, so try again; nothing was changed"),
        ("doctor", "9+", "1 thing is wrong"),
    ],
)
def test_a_disk_that_does_not_give_a_page_is_not_told_as_damage(
    ana: Shell, line: str, when: str, told: str
) -> None:
    status, out, err = traced(ana, line, f"pread64:error=EIO:when={when}")
    assert status == 3
    assert told in err
    assert "damaged" not in out + err
