"""A sealed remote: whoever runs it learns no name, no text and no passphrase; a wrong one changes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from netbook.store import sqlcipher
from netbook.store.sync import seal
from tests.conftest import Answer, Shell
from tests.faults.shells import files
from tests.sync.homes import Homes

pytest.importorskip("pyrage")

COMMAND = "NETBOOK_PASSPHRASE_COMMAND"
SECRETS = ("Xanthippe", "xanthippe", "zither", "quicksilver")


def run(machine: Shell, line: str, words: str = "a long way", new: str = "") -> Answer:
    """Run a command where the passphrase is at hand, and maybe a new one."""
    sqlcipher.forget()
    machine.env = {COMMAND: f"printf '{words}'", "NETBOOK_NEW_PASSPHRASE_COMMAND": f"printf '{new}'"}
    try:
        return machine(line)
    finally:
        machine.env = {}


def ok(machine: Shell, line: str, words: str = "a long way") -> str:
    answer = run(machine, line, words)
    assert (answer.status, answer.err) == (0, ""), answer
    return answer.out


@pytest.fixture(autouse=True, scope="module")
def quick_keys() -> Iterator[None]:
    """Keys that are quickly made, by the commands that run in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "COST", 2**10)
        yield


@pytest.fixture(scope="module")
def made(quick_keys: None, tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Two machines with a sealed remote."""
    homes = Homes(tmp_path_factory.mktemp("made"))
    a, b = homes.machines
    a.ok("add 'Xanthippe Zither' --circle peers")
    a.ok("log xan -m 'about quicksilver'")
    ok(a, f"sync {homes.remote} --sealed")
    ok(b, f"sync {homes.remote}")
    return homes


@pytest.fixture
def homes(made: Homes, tmp_path: Path) -> Homes:
    """The same for one test."""
    return Homes.copied(made, tmp_path)


def test_nothing_can_be_read_at_the_remote(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("edit xan --title A")
    b.ok("edit xan --title B")
    for machine in (a, b, a):
        machine.ok("sync")  # the key is remembered, and nobody is asked
    homes.same()
    everything = b"".join(files(Path(homes.remote)).values())
    everything += homes.git("log", "--format=raw", "-p", "--all").encode("utf-8", "surrogateescape")
    for secret in SECRETS:
        assert secret.encode() not in everything, secret
    names = homes.git("ls-tree", "-r", "--name-only", "netbook").split()
    assert {name.split(".")[-1] for name in names} == {"age", "json"}
    assert homes.git("log", "--format=%s%b%an%ae").split() == ["syncnetbooknetbook"] * 3


def test_no_process_is_told_a_name_or_the_key(homes: Homes, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    wrapper = tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    real = shutil.which("git")
    wrapper.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{calls}"\nenv >> "{calls}"\nexec {real} "$@"\n')
    wrapper.chmod(0o755)
    new = Shell(tmp_path / "c" / "netbook.db")
    for machine in (*homes.machines, new):
        machine.env = {"PATH": f"{wrapper.parent}:{os.environ['PATH']}"}
    a, b = homes.machines
    a.ok("edit xan --title quicksilver-seller")
    b.ok("edit xan --name 'Xanthippe Zither-Bell'")
    for machine in (a, b, a):
        machine.ok("sync")
    new.env[COMMAND] = f"cat '{tmp_path}/words'"
    (tmp_path / "words").write_text("a long way")
    new.ok(f"sync {homes.remote}")
    arguments = calls.read_text()
    assert "fast-import" in arguments
    assert "push" in arguments
    for secret in (*SECRETS, "a long way", "AGE-SECRET-KEY"):
        assert secret not in arguments, secret


def test_a_wrong_passphrase_or_none_changes_nothing(homes: Homes) -> None:
    c = Shell(homes.folder / "c" / "netbook.db")
    c.ok("add 'Lena Lantern'")
    before = c.dump()
    answer = run(c, f"sync {homes.remote}", "something else")
    assert (answer.status, answer.out) == (1, "")
    assert "that passphrase does not open" in answer.err
    answer = c(f"sync {homes.remote}")
    assert answer.status == 3
    assert "passphrase" in answer.err
    assert c.dump() == before


def test_sealed_and_plain_are_not_mixed(homes: Homes, tmp_path: Path) -> None:
    a, _ = homes.machines
    new = Shell(tmp_path / "new" / "netbook.db")
    new.ok("circles")
    assert "is sealed; leave out --plain" in new.fails(f"sync {homes.remote} --plain", 1)
    plain = Homes(tmp_path / "plain", 1)
    plain.folder.mkdir()
    plain.machines[0].ok("add 'Lena Lantern'")
    plain.join()
    a.sql("UPDATE synced SET remote = ?", plain.remote)
    assert "was sealed at the last sync and is plain now" in a.fails("sync", 1)
    assert "--sealed and --plain cannot go together" in new.fails("sync x --sealed --plain", 2)


def test_a_new_passphrase_for_those_who_stay(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn xan 'before'")
    assert "keeps only what" in ok(a, "sync --forget --sealed", "another one")
    b.ok("learn xan 'meanwhile'")
    assert "passphrase" in b("sync").err
    assert "does not open" in run(b, "sync", "a long way").err
    answer = ok(b, "sync", "another one")
    assert "joined" not in answer
    a.ok("sync")
    export = homes.same()
    assert "meanwhile" in export
    assert "before" in export


def test_an_encrypted_journal_goes_nowhere_unsealed(tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    homes = Homes(tmp_path)
    a, b = homes.machines
    a.ok("add 'Xanthippe Zither'")
    ok(a, "encrypt")
    answer = run(a, f"sync {homes.remote}")
    assert (answer.status, answer.out) == (1, "")
    assert "can only be synced sealed" in answer.err
    ok(a, f"sync {homes.remote} --sealed")
    ok(b, f"sync {homes.remote}")
    assert "Xanthippe" in b.ok("people")
    for content in files(a.db.parent).values():
        assert b"Xanthippe" not in content
    b.ok("learn xan 'while it had a new passphrase'")
    b.ok("sync")
    assert run(a, "encrypt --again", new="a short way").status == 0
    ok(a, "learn xan 'with a new passphrase'", "a short way")
    ok(a, "sync", "a short way")
    b.ok("learn xan 'while it was decrypted'")
    b.ok("sync")
    ok(a, "decrypt", "a short way")
    a.ok("learn xan 'decrypted'")
    homes.settle()
    export = homes.same()
    for text in (
        "while it had a new passphrase",
        "with a new passphrase",
        "while it was decrypted",
        "decrypted",
    ):
        assert text in export


def test_a_journal_that_is_encrypted_after_it_was_synced_plain(tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    homes = Homes(tmp_path, 1)
    a = homes.machines[0]
    a.ok("add 'Xanthippe Zither'")
    homes.join()
    ok(a, "encrypt")
    assert "can only be synced sealed" in run(a, "sync").err
    ok(a, "sync --forget --sealed")
    assert "age" in homes.git("ls-tree", "-r", "--name-only", "netbook")
    assert "jsonl" not in homes.git("ls-tree", "-r", "--name-only", "netbook")
    for folder in (homes.remote, str(a.db.with_name("netbook.db.sync"))):
        objects = ["git", "--git-dir", folder, "cat-file", "--batch-all-objects", "--batch"]
        assert b"Xanthippe" not in subprocess.check_output(objects)


def test_without_the_extra_it_is_said(homes: Homes, tmp_path: Path) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "pyrage.py").write_text("raise ImportError")
    path = f"{tmp_path}/hidden:{os.environ.get('PYTHONPATH', '')}"
    homes.machines[0].ok("learn xan one")
    answer = homes.machines[0].process("sync", PYTHONPATH=path)
    assert (answer.status, answer.out) == (1, "")
    assert "pip install 'netbook[encrypted]'" in answer.err
