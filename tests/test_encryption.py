"""Encryption at rest: nothing of the journal can be read in its files, and a wrong passphrase changes nothing."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netbook.store import sqlcipher
from tests.conftest import Answer, Shell
from tests.faults.shells import content, files, well
from tests.terminal import Terminal

pytest.importorskip("sqlcipher3")

COMMAND = "NETBOOK_PASSPHRASE_COMMAND"
RIGHT = {COMMAND: "printf 'it''s a long way\\n'"}
WRONG = {COMMAND: "echo nonsense"}
SECRET = "Xanthippe"


@pytest.fixture
def plain(netbook: Shell) -> Shell:
    """A journal with a backup, not encrypted yet."""
    fill(netbook)
    return netbook


def fill(netbook: Shell) -> None:
    netbook.ok(f"add '{SECRET} Ruiz' --circle peers")
    netbook.ok("backup")
    netbook.ok("log xan -m 'a long talk' -c climbing")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted journal with a backup; each test gets a copy."""
    netbook = Shell(tmp_path_factory.mktemp("made") / "journal" / "netbook.db")
    fill(netbook)
    ok(netbook, "encrypt")
    return netbook.db.parent


@pytest.fixture
def sealed(netbook: Shell, made: Path) -> Shell:
    shutil.copytree(made, netbook.db.parent)
    return netbook


def run(netbook: Shell, line: str, **env: str) -> Answer:
    """Run a command as one that knows nothing of those before it."""
    sqlcipher.forget()
    netbook.env = {**RIGHT, **env}
    try:
        return netbook(line)
    finally:
        netbook.env = {}


def ok(netbook: Shell, line: str) -> str:
    answer = run(netbook, line)
    assert (answer.status, answer.err) == (0, ""), answer
    return answer.out


def test_nothing_of_it_can_be_read_in_any_file(sealed: Shell) -> None:
    ok(sealed, "add 'Bo Lind'")
    ok(sealed, "backup")
    for name, data in files(sealed.db.parent).items():
        assert data.startswith(b"netbook\x01"), name
        for words in (SECRET, "xanthippe", "climbing", "CREATE TABLE", "SQLite format"):
            assert words.encode() not in data, (name, words)
        assert stat.S_IMODE((sealed.db.parent / name).stat().st_mode) == 0o600


def test_everything_is_there_and_comes_back_plain(plain: Shell) -> None:
    before, (copy,) = content(plain.db), (plain.db.parent / "backups").iterdir()
    copied = content(copy)
    assert f"{plain.db} is encrypted now\n  so is 1 backup of it" in ok(plain, "encrypt")
    assert SECRET in ok(plain, "people")
    assert "climbing" in ok(plain, "find climbing")
    assert "No problems found" in ok(plain, "doctor")
    assert "is encrypted already" in ok(plain, "encrypt")
    ok(plain, "add Bo")
    ok(plain, "undo")
    assert "is plain now\n  so is 1 backup of it" in ok(plain, "decrypt")
    assert (content(plain.db), content(copy)) == (before, copied)
    plain.ok("undo")
    assert plain.ok("doctor").endswith("No problems found\n")


def test_a_wrong_passphrase_changes_nothing(sealed: Shell) -> None:
    before = files(sealed.db.parent)
    for line in ("due", "add Bo", "undo", "backup", "decrypt", "encrypt", "doctor --mend"):
        answer = run(sealed, line, **WRONG)
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1), (line, answer)
        assert "that passphrase does not open" in answer.err
        assert files(sealed.db.parent) == before
    assert run(sealed, "doctor", **WRONG).status == 3


def test_a_command_that_gives_none(sealed: Shell) -> None:
    for command in ("false", "true", "no-such-program", "sh -c 'unclosed"):
        answer = run(sealed, "due", **{COMMAND: command})
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1)
        assert "gave no passphrase" in answer.err


def test_it_is_asked_for_on_a_terminal_and_nowhere_else(sealed: Shell, netbook: Shell) -> None:
    answer = sealed.process("due")
    assert (answer.status, answer.out) == (3, "")
    assert "needs a passphrase, and this is not a terminal" in answer.err
    with Terminal(sealed, "people") as screen:
        screen.answer(f"Passphrase of {sealed.db}: ", "its a long way")
        assert SECRET in screen.ends(0)
    with Terminal(sealed, "people") as screen:
        screen.answer("Passphrase of ", "no")
        assert "does not open" in screen.ends(3)


def test_a_new_one_is_asked_for_twice(plain: Shell) -> None:
    before = files(plain.db.parent)
    for first, second, why in (
        ("a", "b", "the passphrases do not match"),
        ("", None, "the passphrase is empty"),
    ):
        with Terminal(plain, "encrypt") as screen:
            screen.answer("New passphrase of ", first)
            if second:
                screen.answer("Again: ", second)
            assert why in screen.ends(3)
        assert files(plain.db.parent) == before
    with Terminal(plain, "encrypt") as screen:
        screen.answer("New passphrase of ", "one")
        screen.answer("Again: ", "one")
        screen.ends(0)
    assert SECRET in run(plain, "people", **{COMMAND: "echo one"}).out


def test_backups_restore_and_migration_stay_encrypted(sealed: Shell, tmp_path: Path) -> None:
    (copy,) = (sealed.db.parent / "backups").iterdir()
    ok(sealed, "add Bo")
    output = ok(sealed, f"restore --yes {copy}")
    assert "1 person, 0 meetings" in output
    ok(sealed, "restore --yes " + output.rsplit("what was there: ", 1)[1].strip())
    assert "Bo" in ok(sealed, "people")
    ok(sealed, f"backup {tmp_path}/own.db")
    data = sealed.db.read_bytes()
    for place in (4096 * 3, 100):
        broken = bytearray(data)
        broken[place : place + 64] = b"\x55" * 64
        sealed.db.write_bytes(broken)
        assert run(sealed, "doctor").status == 3
        assert sealed.db.read_bytes() == broken
        assert "damaged: " in ok(sealed, f"restore --yes {tmp_path}/own.db")
        assert "Bo" in ok(sealed, "people")
    assert all(
        data.startswith(b"netbook\x01")
        for name, data in files(sealed.db.parent).items()
        if "damaged" not in name
    )


def test_a_restore_does_not_change_whether_it_is_encrypted(plain: Shell, tmp_path: Path) -> None:
    plain.ok(f"backup {tmp_path}/plain.db")
    ok(plain, "encrypt")
    ok(plain, f"backup {tmp_path}/sealed.db")
    answer = run(plain, f"restore --yes {tmp_path}/plain.db")
    assert (answer.status, answer.err.count("\n")) == (1, 1)
    assert "netbook decrypt first" in answer.err
    ok(plain, "decrypt")
    assert "netbook encrypt first" in run(plain, f"restore --yes {tmp_path}/sealed.db").err
    plain.db.unlink()
    ok(plain, f"restore --yes {tmp_path}/sealed.db")
    assert SECRET in ok(plain, "people")


def test_other_tools_of_sqlcipher_read_it(sealed: Shell) -> None:
    from sqlcipher3 import dbapi2

    db = dbapi2.connect(str(sealed.db))
    db.execute("PRAGMA key = 'its a long way'")
    assert db.execute("SELECT name FROM person").fetchall() == [(f"{SECRET} Ruiz",)]
    db.close()


def test_many_at_once(sealed: Shell) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "netbook", "log", "xan", "-m", f"talk {number}"],
            env={**os.environ, **sealed.environment(), **RIGHT}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]  # fmt: skip
    for process in running:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
    assert ok(sealed, "export meetings").count(",talk ") == 4


def test_without_the_extra_it_is_said_and_nothing_is_loaded(sealed: Shell, tmp_path: Path) -> None:
    (tmp_path / "sqlcipher3.py").write_text("raise ImportError")
    before = files(sealed.db.parent)
    for line in ("due", "add Bo"):
        answer = sealed.process(line, **RIGHT, PYTHONPATH=f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}")
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1)
        assert "pip install 'netbook[encrypted]'" in answer.err
    assert files(sealed.db.parent) == before
    script = (
        "import sys; from netbook.cli.main import main; main(['--db', sys.argv[1], 'add', 'Bo']); "
        "print({'sqlcipher3', 'netbook.store.sqlcipher', 'keyring', 'getpass'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "x.db"], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "set()"


def test_the_keyring(plain: Shell, tmp_path: Path) -> None:
    (tmp_path / "keyring.py").write_text(
        "import pathlib\nfile = pathlib.Path(__file__).with_name('ring')\n"
        "def set_password(service, name, words): file.write_text(f'{service} {name} {words}')\n"
        "def get_password(service, name):\n"
        "    return file.read_text().removeprefix(f'{service} {name} ') if file.exists() else None\n"
        "def delete_password(service, name):\n"
        "    assert file.read_text().startswith(f'{service} {name} ')\n"
        "    file.unlink()\n"
    )
    path = {"PYTHONPATH": f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}"}
    assert plain.process("encrypt --keyring", **RIGHT, **path).status == 0
    answer = plain.process("people", **path)
    assert SECRET in answer.out, answer
    assert (tmp_path / "ring").exists()
    assert plain.process("decrypt", **path).status == 0
    assert not (tmp_path / "ring").exists()
    assert SECRET in plain.process("people", **path).out


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of core files is asked of Linux")
def test_whoever_holds_the_key_leaves_no_core_file(sealed: Shell) -> None:
    script = (
        "import ctypes, resource; from netbook.cli.main import main; main(['people']); "
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True,
        env={**os.environ, **sealed.environment(), **RIGHT},
    )  # fmt: skip
    assert SECRET in done.stdout
    assert done.stdout.splitlines()[-1] == "0 0"


def test_what_is_not_netbooks_comes_along(plain: Shell) -> None:
    journal = plain
    for statement in (
        "CREATE TABLE search_saved (q TEXT)", "INSERT INTO search_saved VALUES ('precious')",
        'CREATE TABLE "its own" (a, b AS (a + 1))', 'INSERT INTO "its own" (rowid, a) VALUES (7, 1)',
        'CREATE INDEX "own a" ON "its own" (a)', "CREATE VIEW mine AS SELECT name FROM person",
        "CREATE VIRTUAL TABLE notes USING fts5(words)", "INSERT INTO notes VALUES ('more words')", "ANALYZE",
    ):  # fmt: skip
        journal.sql(statement)
    before, statistics = content(journal.db), journal.sql("SELECT * FROM sqlite_stat1 ORDER BY 1, 2")
    journal.env["NETBOOK_PASSPHRASE_COMMAND"] = "echo four words or more"
    journal.ok("encrypt")
    journal.ok("decrypt")
    assert content(journal.db) == before
    assert journal.sql("SELECT * FROM sqlite_stat1 ORDER BY 1, 2") == statistics
    assert journal.sql('SELECT rowid, a, b FROM "its own"') == [(7, 1, 2)]
    assert journal.sql("SELECT words FROM notes WHERE notes MATCH 'more'") == [("more words",)]
    well(journal)


def test_another_passphrase_takes_the_place_of_the_first(plain: Shell) -> None:
    journal = plain
    journal.env["NETBOOK_PASSPHRASE_COMMAND"] = "echo short"
    assert "the passphrase is short" in journal.ok("encrypt")
    journal.env["NETBOOK_NEW_PASSPHRASE_COMMAND"] = "echo four words or more"
    assert "short" not in journal.ok("encrypt --again")
    assert journal.process("people").status == 3
    journal.env["NETBOOK_PASSPHRASE_COMMAND"] = "echo four words or more"
    assert journal.process("people").status == 0
    copy = next(journal.db.parent.glob("backups/*Z.db"))
    assert journal.process(f"restore --yes {copy}").status == 0


def test_damage_is_not_told_as_a_wrong_passphrase(plain: Shell) -> None:
    journal = plain
    journal.env["NETBOOK_PASSPHRASE_COMMAND"] = "echo four words or more"
    journal.ok("encrypt")
    data = bytearray(journal.db.read_bytes())
    data[100] ^= 1
    journal.db.write_bytes(data)
    assert "is damaged and was left as it is" in journal.process("people").err
    journal.env["NETBOOK_PASSPHRASE_COMMAND"] = "echo another"
    assert "that passphrase does not open" in journal.process("people").err


def test_on_a_disk_without_permissions_the_doctor_advises_it(
    plain: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netbook.reports.doctor_files._keeps_permissions", lambda _: False)
    before = content(plain.db)
    assert "netbook encrypt, or keep the journal on another disk" in plain.ok("doctor")
    ok(plain, "encrypt")
    told = ok(plain, "doctor")
    assert "this disk has no permissions; the journal is encrypted" in told
    assert "netbook encrypt" not in told
    ok(plain, "decrypt")
    assert content(plain.db) == before


def test_a_damaged_backup_holds_up_neither_the_others_nor_the_journal(plain: Shell) -> None:
    plain.ok("backup")
    damaged, *_ = sorted((plain.db.parent / "backups").glob("*Z.db"))
    flipped = bytearray(damaged.read_bytes())
    flipped[len(flipped) // 2 :] = b"x" * (len(flipped) - len(flipped) // 2)
    damaged.write_bytes(flipped)
    plain.env[COMMAND] = "echo four words or more"
    plain.env["NETBOOK_NEW_PASSPHRASE_COMMAND"] = "echo four other words then"
    left = f"left as it was, readable: {damaged}"
    for line in ("encrypt", "encrypt --again"):
        answer = plain.process(line)
        assert (answer.status, left in answer.out.replace("\n  ", " "), answer.err) == (0, True, ""), answer
    plain.env[COMMAND] = plain.env["NETBOOK_NEW_PASSPHRASE_COMMAND"]
    assert "is plain now\n" in plain.process("decrypt").out
    assert damaged.read_bytes() == flipped
    assert "1 of them damaged" in plain("doctor").out
