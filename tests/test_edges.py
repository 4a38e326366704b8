"""The edges of the journal: other programs' files, odd disks, other users, locks, names, and what is told of each."""

from __future__ import annotations

import gc
import os
import random
import re
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Shell, built_once
from tests.faults.shells import content, files, start, strace_only, traced, well

ROOT = os.name != "nt" and os.geteuid() == 0
# A function whose name, which SQLite quotes, is no UTF-8.
GARBLED = "replace(sql, 'length(', CAST(X'6CE56E67746828' AS TEXT))"
as_root = pytest.mark.skipif(not ROOT, reason="only root can give a file to somebody else")


@pytest.fixture
@built_once
def ana(netbook: Shell) -> Shell:
    netbook.ok("add Ana")
    return netbook


def another_programs(path: Path, mode: str) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA journal_mode = {mode}")
    db.execute("CREATE TABLE bookmarks (url)")
    db.commit()
    db.close()


class TestAnotherProgramsFile:
    @pytest.mark.parametrize("mode", ["WAL", "DELETE"])
    def test_is_left_as_it_is_by_every_command_and_the_tab_key(
        self, netbook: Shell, tmp_path: Path, mode: str
    ) -> None:
        another_programs(tmp_path / "other.db", mode)
        netbook.db = tmp_path / "other.db"
        before = files(tmp_path)
        for line in (
            "due",
            "add Bo",
            "undo",
            "history",
            "export journal",
            "backup",
            "encrypt",
            "doctor --mend",
        ):
            answer = netbook(line)
            assert (answer.status, answer.out, answer.err) == (
                3, "", f"netbook: {netbook.db} is a database of another program, not a journal; "
                "choose another file with --db or NETBOOK_DB\n",
            )  # fmt: skip
        assert "another program" in netbook("doctor --csv").out
        netbook.process("", _NETBOOK_COMPLETE="complete_bash", COMP_WORDS="netbook show a", COMP_CWORD="2")
        assert files(tmp_path) == before

    def test_nor_is_a_half_written_one_mended(self, netbook: Shell, tmp_path: Path) -> None:
        another_programs(tmp_path / "other.db", "DELETE")
        (tmp_path / "other.db-journal").write_bytes(b"its own business")
        netbook.db = tmp_path / "other.db"
        before = files(tmp_path)
        assert "another program" in netbook("due").err
        assert files(tmp_path) == before

    @pytest.mark.parametrize("path", ["/dev/null", "/dev/full", "/dev/stdin"])
    def test_nobody_is_told_to_remove_a_device(self, netbook: Shell, path: str) -> None:
        netbook.db = Path(path)
        answer = netbook.process("due")
        assert answer.status == 3
        assert "is a device or a pipe, not a journal; choose another file" in answer.err

    def test_a_pipe_is_not_waited_for(self, netbook: Shell, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        netbook.db = tmp_path / "pipe"
        assert "is a device or a pipe" in netbook.fails("due", 3)


class TestOpenElsewhere:
    def test_a_journal_in_wal_mode_is_used_as_it_is_and_put_back_later(self, ana: Shell) -> None:
        other = sqlite3.connect(ana.db)
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT count(*) FROM person").fetchone()
        ana.ok("add Bo")
        assert ana("people --csv").out.count("\n") == 3
        ana.ok("backup")
        assert "in use by another program" in ana.fails(
            f"restore --yes {next(ana.db.parent.rglob('*Z.db'))}", 3
        )
        assert "in use by another program" in ana("encrypt").err or ana("encrypt").status == 3
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert other.execute("SELECT count(*) FROM person").fetchone() == (2,)
        other.close()
        ana.ok("people")
        assert ana.db.read_bytes()[18:20] == b"\1\1"
        assert next(ana.db.parent.rglob("*Z.db")).read_bytes()[18:20] == b"\1\1"
        well(ana)

    @pytest.mark.parametrize("line", ["log ana", "due", "doctor", "backup"])
    def test_ctrl_c_is_heard_while_a_command_waits(self, ana: Shell, line: str) -> None:
        holder = sqlite3.connect(ana.db, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        # On a machine that is busy one of several may take longer.
        assert any(self.seconds_to_stop(ana, line) < 0.5 for _ in range(5))
        holder.close()

    def seconds_to_stop(self, ana: Shell, line: str) -> float:
        running = start(ana, line)
        time.sleep(0.7)  # for Python to start, and the command to meet the lock
        assert running.poll() is None
        begun = time.monotonic()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
        took = time.monotonic() - begun
        assert (running.returncode, out, err) == (130, b"", b"netbook: stopped; nothing was changed\n")
        return took

    def test_nor_is_it_lost_where_a_change_waits_for_readers(self, ana: Shell) -> None:
        reader = sqlite3.connect(ana.db, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchone()
        running = start(ana, "log ana")
        time.sleep(0.7)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
        assert (running.returncode, err) == (130, b"netbook: stopped; nothing was changed\n")
        reader.close()
        assert ana.sql("SELECT count(*) FROM meeting") == [(0,)]


@strace_only
class TestOddDisks:
    def test_a_disk_without_permissions_works_and_says_so(self, netbook: Shell, tmp_path: Path) -> None:
        chmod = "fchmod,chmod,fchmodat:error=EPERM"
        (tmp_path / "c.csv").write_text("name\nZed Zebra\n")
        netbook.db.parent.mkdir()
        note = "this disk keeps no permissions, so everybody who can use the disk can read what is in"
        for line in (
            "add Ana", "add Bo", "backup", f"import {tmp_path / 'c.csv'}", "merge ana bo",
            f"export people -o {tmp_path / 'x.csv'}", f"backup {tmp_path / 'b.db'}",
        ):  # fmt: skip
            status, _, err = traced(netbook, line, chmod)
            assert status == 0, (line, err)
            assert err.count(note) == (line != "add Bo"), (line, err)
        assert not [path.name for path in netbook.db.parent.iterdir() if path.name.startswith(".")]
        well(netbook)

    def test_a_folder_that_cannot_be_synced_is_said_and_the_change_is_made(self, ana: Shell) -> None:
        folder = ana.db.parent
        for error in ("EINVAL", "EIO"):
            running = start(
                ana, "log ana", "strace", "-f", "-qq", "-o", os.devnull, "-P", str(folder),
                "-e", "trace=fsync,fdatasync", "-e", f"inject=fsync,fdatasync:error={error}",
            )  # fmt: skip
            out, err = running.communicate(timeout=60)
            assert running.returncode == 0, err
            assert b"Logged" in out
            assert err == (
                f"netbook: note: this disk cannot promise that the last change in {folder} "
                "survives a power cut\n".encode()
            )
        assert ana.sql("SELECT count(*) FROM meeting") == [(2,)]
        well(ana)

    @pytest.mark.parametrize("line", ["add Bo", "backup", "restore --yes {}"])
    @pytest.mark.parametrize("fault", ["fsync:error=EIO:when=1", "fchmod:error=EIO:when=1"])
    def test_what_is_told_to_have_failed_is_not_there(
        self, ana: Shell, tmp_path: Path, line: str, fault: str
    ) -> None:
        if line != "backup":
            ana.db.rename(tmp_path / "copy.db")
        before = files(ana.db.parent)
        status, out, err = traced(ana, line.format(tmp_path / "copy.db"), fault)
        assert (status, out, err.count("\n")) == (3, "", 1), err
        assert "nothing was changed" in err
        assert files(ana.db.parent) == before

    def test_a_disk_without_hard_links(self, netbook: Shell) -> None:
        for line in ("add Ana", "backup"):
            status, _, err = traced(netbook, line, "link:error=EPERM")
            assert (status, err) == (0, ""), err
        assert not list(netbook.db.parent.rglob(".*"))
        well(netbook)


@as_root
class TestOtherUsers:
    @pytest.mark.parametrize("line", ["due", "log ana"])
    def test_a_rollback_file_of_somebody_else_is_refused(self, ana: Shell, line: str) -> None:
        rollback = ana.db.with_name(f"{ana.db.name}-journal")
        rollback.write_bytes(b"")
        os.chown(rollback, 1002, 1002)
        before = content(ana.db)
        output = ana.fails(line, 3)
        assert f"{rollback} belongs to another user" in output
        assert (rollback.read_bytes(), content(ana.db)) == (b"", before)
        os.chown(rollback, 0, 0)
        ana.ok("people")

    def test_nor_a_link_that_somebody_else_put_there(self, ana: Shell, tmp_path: Path) -> None:
        rollback = ana.db.with_name(f"{ana.db.name}-journal")
        (tmp_path / "important").write_text("KEEP")
        rollback.symlink_to(tmp_path / "important")
        os.chown(rollback, 1002, 1002, follow_symlinks=False)
        assert "belongs to another user" in ana.fails("add Bo", 3)
        assert (tmp_path / "important").read_text() == "KEEP"

    @pytest.mark.parametrize("line", ["export people -o", "export journal -o", "backup --force"])
    def test_a_link_in_a_shared_folder_is_not_followed(self, ana: Shell, tmp_path: Path, line: str) -> None:
        shared, important = tmp_path / "shared", tmp_path / "important"
        shared.mkdir()
        shared.chmod(0o1777)
        important.write_text("KEEP")
        (shared / "link").symlink_to(important)
        (shared / "folder").symlink_to(tmp_path)
        own = tmp_path / "own"
        own.symlink_to(tmp_path / "through")
        for path in (shared / "link", shared / "folder"):
            os.chown(path, 1002, 1002, follow_symlinks=False)
        for name in (shared / "link", shared / "folder" / "new"):
            assert "was put there by another user" in ana.fails(f"{line} {name}", 1)
        assert (important.read_text(), (tmp_path / "new").exists()) == ("KEEP", False)
        assert ana(f"{line} {own}").status == 0
        assert (own.is_symlink(), (tmp_path / "through").is_file()) == (True, True)

    def test_nor_is_one_to_the_journal(self, ana: Shell, tmp_path: Path) -> None:
        shared = tmp_path / "shared"
        shared.mkdir()
        shared.chmod(0o1777)
        (shared / "j.db").symlink_to(ana.db)
        os.chown(shared / "j.db", 1002, 1002, follow_symlinks=False)
        answer = ana(f"--db {shared / 'j.db'} add Bo")
        assert answer.status == 3
        assert "was put there by another user" in answer.err
        assert ana.sql("SELECT count(*) FROM person") == [(1,)]


class TestOutput:
    def test_to_a_pipe_and_to_standard_output(self, ana: Shell, tmp_path: Path) -> None:
        output = ana("export people").out
        out = tmp_path / "out"
        program = f"{shlex.quote(sys.executable)} -m netbook export people"
        for script in (
            f"{program} -o /dev/stdout | cat >>{out}", f"{program} -o >(cat >>{out}); sleep 0.3",
            f"{program} -o /dev/stdout >>{out}", f"{program} -o /dev/fd/1 >>{out}", f"{program} -o {out}.4 >{out}.5",
        ):  # fmt: skip
            done = subprocess.run(
                ["bash", "-c", script], check=False, capture_output=True, text=True,
                env={**os.environ, **ana.environment()},
            )  # fmt: skip
            assert (done.returncode, done.stderr.startswith("wrote 1 row to")) == (0, True), done
        assert out.read_text() == output * 4
        assert out.with_name("out.4").read_text() == output
        gone = f"{program} -o >(exec <&-; sleep 0.5); echo $?"
        done = subprocess.run(
            ["bash", "-c", gone], check=False, capture_output=True, text=True,
            env={**os.environ, **ana.environment()},
        )  # fmt: skip
        assert "bug" not in done.stderr

    @strace_only
    @pytest.mark.parametrize("error", ["ENOSPC", "EDQUOT", "EIO"])
    def test_a_full_disk_is_status_3(self, ana: Shell, tmp_path: Path, error: str) -> None:
        (tmp_path / "x").write_text("before")
        for line in (f"export people -o {tmp_path}/x", f"backup --force {tmp_path}/x"):
            status, out, err = traced(ana, line, f"fsync,fdatasync:error={error}")
            assert (status, out, err.count("\n")) == (3, "", 1), err
            assert "nothing was" in err
        assert (tmp_path / "x").read_text() == "before"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["journal", "x"]

    @pytest.mark.parametrize("line", ["export people -o x.csv", "backup x.db", "due"])
    def test_a_working_folder_that_is_gone(self, ana: Shell, tmp_path: Path, line: str) -> None:
        (tmp_path / "gone").mkdir()
        script = f"cd {tmp_path}/gone && rmdir ../gone && {shlex.quote(sys.executable)} -m netbook {line}"
        done = subprocess.run(
            ["bash", "-c", script], check=False, capture_output=True, text=True,
            env={**os.environ, **ana.environment()},
        )  # fmt: skip
        assert (done.returncode, done.stderr.count("\n")) == ((0, 0) if line == "due" else (1, 1)), done


class TestDays:
    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE person SET birthday = '2000-02-30'", "UPDATE person SET birthday = '--19-39'",
            "UPDATE person SET birthday = '--02-30'", "UPDATE person SET birthday = '0000-01-01'",
            "UPDATE person SET added_on = '0000-01-01'", "UPDATE person SET known_since = '9999-12-31'",
            "UPDATE meeting SET date = '0001-01-01'", "UPDATE meeting SET date = '2026-02-29'",
        ],
    )  # fmt: skip
    def test_the_file_itself_takes_none_that_is_none(self, ana: Shell, change: str) -> None:
        ana.ok("log ana")
        with pytest.raises(sqlite3.IntegrityError):
            ana.sql(change)

    def test_but_a_birthday_on_a_leap_day(self, ana: Shell) -> None:
        ana.ok("edit ana --birthday '29 feb'")
        assert ana.sql("SELECT birthday FROM person") == [("--02-29",)]


class TestNames:
    def test_a_bare_name_is_a_file_like_any_other(
        self, netbook: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("loop").symlink_to("loop")
        Path("file").write_text("")
        for name in ("loop", f"{'x' * 300}.db", "file/j.db", "no\udcffname"):
            answer = netbook(f"--db '{name}' due")
            assert answer.status in (2, 3), (name, answer)
            assert answer.err.count("\n") == 1
        netbook.ok("--db j.db add Ana")
        netbook.ok("--db ./j.db backup")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "file", "j.db", "loop"]


class TestWhatAFileHolds:
    """A file is checked, not trusted: a bit that was flipped, a history that was crafted, a part of somebody else's."""

    @pytest.fixture
    def lived(self, ana: Shell) -> Shell:
        ana.ok("log ana -m 'spoke of redwoods' -c climbing -l 'family: a dog'")
        ana.ok("edit ana --birthday '12 mar' --circle peers")
        ana.ok("backup")
        return ana

    def change(self, ana: Shell, *statements: str) -> None:
        db = sqlite3.connect(ana.db, isolation_level=None)
        db.execute("PRAGMA writable_schema = ON")
        db.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            db.execute(statement)
        db.close()

    @pytest.mark.parametrize(
        "statements",
        [
            ["UPDATE person SET name = CAST(X'416EC361' AS TEXT)"],
            ["UPDATE meeting SET summary = CAST(X'FFFE' AS TEXT)"],
            ["UPDATE person SET birthday = '2000-02-30'"],
            ["UPDATE person SET added_on = '2026-13-01'"],
            ["UPDATE person SET cadence = 'now and then'"],
            ["UPDATE circle SET cadence = '0w'"],
            ["UPDATE step SET at = 'yesterday'"],
            ["UPDATE person SET id = 9223372036854775807"],
            ["UPDATE sqlite_sequence SET seq = 9223372036854775807"],
            ["UPDATE change SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM change)"],
            ["DROP TABLE note"],
            ["DROP TABLE step"],
            ["DROP TABLE numbering"],
            ["ALTER TABLE person DROP COLUMN how_met"],
            ["PRAGMA user_version = 1"],
            ["PRAGMA user_version = 2"],
            ["PRAGMA user_version = 0"],
            ["UPDATE search_data SET block = X'00'"],
            ["DELETE FROM search_data"],
            ["DELETE FROM search_config"],
            ["DELETE FROM sqlite_schema WHERE name = 'search'"],
            ["UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'note'"],
            ["UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'meeting'"],
            [f"UPDATE sqlite_schema SET sql = {GARBLED} WHERE name = 'person'"],
            ["UPDATE sqlite_schema SET name = 'tIe_changed_search' WHERE name = 'tie_changed_search'"],
        ],
    )
    def test_no_command_calls_it_a_bug(self, lived: Shell, statements: list[str]) -> None:
        self.change(lived, *statements)
        damaged = lived.db.read_bytes()
        answers = {}
        for line in (
            "due", "show ana", "find redwoods", "export journal", "log ana -m x", "undo", "history", "doctor",
        ):  # fmt: skip
            if line == "undo":
                gc.collect()  # what an error left open in this process would be waited for
            answers[line] = answer = lived(line)
            assert answer.status in (0, 1, 3), (line, answer)
            assert "bug in netbook" not in answer.err
            lived.db.write_bytes(damaged)
        assert answers["doctor"].status == 3, answers["doctor"]
        hint = re.search(r"restore (\S+) brings back", answers["doctor"].out)
        file = hint[1] if hint else min(lived.db.parent.glob("backups/*Z.db"))
        gc.collect()  # what an error left open in this process
        answer = lived(f"restore --yes {file}")
        assert (answer.status, answer.err) == (0, ""), (answer, answers["doctor"].out)
        well(lived)

    @pytest.mark.parametrize(
        "statement",
        [
            f"UPDATE sqlite_schema SET sql = {GARBLED} WHERE name = 'person'",
            "UPDATE sqlite_schema SET type = 'trisger' WHERE name = 'note_added_search'",
            "UPDATE sqlite_schema SET name = 'tIe_changed_search' WHERE name = 'tie_changed_search'",
        ],
    )
    def test_nor_does_restore_where_it_is_the_backup(self, lived: Shell, statement: str) -> None:
        whole = lived.db.read_bytes()
        self.change(lived, statement)
        copy = min(lived.db.parent.glob("backups/*Z.db"))
        copy.write_bytes(lived.db.read_bytes())
        lived.db.write_bytes(whole)
        answer = lived(f"restore --yes {copy}")
        assert answer.status in (0, 1), answer
        assert "bug in netbook" not in answer.err
        if answer.status:
            assert "is damaged" in answer.err
            assert lived.db.read_bytes() == whole
        assert content(lived.db)["person"]

    def test_no_number_left_is_not_told_as_a_full_disk(self, lived: Shell) -> None:
        self.change(lived, "UPDATE sqlite_sequence SET seq = 9223372036854775807")
        assert "is damaged" in lived.fails("log ana -m x", 3)
        assert "the last number of meeting" in lived("doctor --csv").out

    def test_a_trigger_that_somebody_added_and_sqlite_refuses(self, lived: Shell) -> None:
        self.change(lived, "CREATE TRIGGER t BEFORE INSERT ON meeting BEGIN SELECT load_extension('x'); END")
        error = lived.fails("log ana -m x", 3)
        assert "not netbook's: the trigger t" in error
        assert "DROP TRIGGER" in error

    def test_single_bits(self, lived: Shell) -> None:
        whole, used = lived.db.read_bytes(), random.Random(17)
        places = [place for place, byte in enumerate(whole) if byte]
        for _ in range(8):
            flipped = bytearray(whole)
            flipped[used.choice(places)] ^= 1 << used.randrange(8)
            for line in ("due", "export journal", "doctor", "find redwoods"):
                lived.db.write_bytes(flipped)
                answer = lived(line)
                assert answer.status in (0, 3), (line, answer)

    @pytest.mark.parametrize(
        ("of", "op", "key", "row"),
        [
            ("person", "changed", "[1]", '{"org\\" = \'PWN\'||\'ED\', \\"title": "x"}'),
            ("person; DROP TABLE note", "added", "[1]", None),
            ("sqlite_schema", "added", "[1]", None),
            ("nowhere", "removed", "[1]", '{"id": 1}'),
            ("person", "changed", "[1]", "{}"),
            ("person", "changed", "[1, 2]", '{"org": "x"}'),
            ("person", "changed", "[1]", '{"org": ["x"]}'),
            ("person", "changed", "nonsense", "nonsense"),
            ("person", "removed", "[1]", None),
        ],
    )
    def test_a_history_that_netbook_did_not_write_is_not_run(
        self, lived: Shell, of: str, op: str, key: str, row: str | None
    ) -> None:
        ((step, first),) = lived.sql("SELECT id, first FROM step ORDER BY id DESC LIMIT 1")
        lived.sql("DELETE FROM change WHERE id >= ?", first)
        lived.sql(
            'INSERT INTO change (id, "of", op, "key", row) VALUES (?, ?, ?, ?, ?)', first, of, op, key, row
        )
        lived.sql("UPDATE step SET last = ? WHERE id = ?", first, step)
        before = content(lived.db)
        output = lived.fails("undo", 3)
        assert "netbook history --clear forgets it and keeps everything else" in output
        assert content(lived.db) == before

    def test_what_is_not_netbooks_is_named_and_kept(self, lived: Shell, tmp_path: Path) -> None:
        self.change(
            lived,
            "CREATE TRIGGER quiet AFTER INSERT ON note BEGIN UPDATE person SET org = 'changed'; END",
            "CREATE VIEW mine AS SELECT name FROM person", "CREATE TABLE own (x)", "CREATE INDEX own_x ON own (x)",
            "ALTER TABLE person ADD COLUMN shoe_size TEXT",
        )  # fmt: skip
        named = (
            "the trigger quiet on note, the view mine, the table own, the index own_x on own "
            "and the column shoe_size of person"
        )
        answer = lived("doctor --csv")
        (row,) = (row for row in answer.rows if row["check"] == "foreign")
        assert (answer.status, row["ok"], row["found"]) == (0, "true", f"not netbook's: {named}")
        (tmp_path / "evil.db").write_bytes(lived.db.read_bytes())
        lived.ok("backup")
        assert named in lived.ok(f"restore --yes {tmp_path / 'evil.db'}")
        assert (
            lived(f"restore --yes --json {tmp_path / 'evil.db'}").json["foreign"][0]
            == "the trigger quiet on note"
        )
        statement = shlex.split(row["todo"].partition("sqlite3 ")[2])[1]
        lived.sql(statement)
        assert "quiet" not in lived.ok("doctor")

    def test_a_damaged_index_of_words_is_rebuilt(self, lived: Shell) -> None:
        self.change(lived, "UPDATE search_data SET block = X'00' WHERE id > 1")
        (row,) = (row for row in lived("doctor --csv").rows if row["check"] == "words")
        assert row["todo"] == "netbook doctor --mend"
        lived.ok("doctor --mend")
        assert "redwoods" in lived.ok("find redwoods")
        well(lived)
