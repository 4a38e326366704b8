"""Backups, how to restore one, and the doctor: a whole copy, a checked return, and advice for each thing wrong."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netbook.errors import JournalLocked
from netbook.store import backup_files, check, restore
from netbook.store import file as journal_file
from netbook.store.backup import fill
from tests.conftest import Shell, built_once
from tests.faults.shells import content, files, well
from tests.terminal import Terminal


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kept(netbook: Shell) -> list[Path]:
    """The backups, oldest first."""
    return sorted((netbook.db.parent / "backups").glob("*.db"))


@pytest.fixture
@built_once
def ana(netbook: Shell) -> Shell:
    netbook.ok("add Ana")
    return netbook


class TestBackup:
    def test_goes_beside_the_journal_and_says_the_way_back(self, ana: Shell) -> None:
        answer = ana.ok("backup")
        (copy,) = kept(ana)
        assert answer == (
            f"Backed up, and checked: {copy}\n  holds         1 person, 0 meetings\n"
            f"  back again    netbook --db {ana.db} restore {copy}\n"
        ).replace(f"--db {ana.db} ", "")
        assert content(copy) == content(ana.db)
        assert (mode(copy), mode(copy.parent)) == (0o600, 0o700)

    def test_as_json(self, ana: Shell) -> None:
        answer = ana("backup --json").json
        assert answer == {
            "file": str(kept(ana)[0]), "bytes": ana.db.stat().st_size, "people": 1, "meetings": 0
        }  # fmt: skip

    def test_the_command_names_a_journal_that_is_not_the_usual_one(self, ana: Shell, tmp_path: Path) -> None:
        other = tmp_path / "an other.db"
        ana.ok(f"--db '{other}' add Bo")
        assert f"netbook --db '{other}' restore '{tmp_path}/backups/an other-" in ana.ok(
            f"--db '{other}' backup"
        )

    def test_those_made_by_hand_stay_and_are_listed_newest_first(self, ana: Shell) -> None:
        for _ in range(12):
            ana.ok("backup")
        rows = ana("backup --list --csv").rows
        assert [row["file"] for row in rows] == [str(path) for path in reversed(kept(ana))]
        assert {(row["occasion"], row["kept"]) for row in rows} == {("", "until you remove it")}
        assert len(rows) == 12
        assert ana.ok("backup --list").count(".db") == 12
        assert ana("backup --list --json").json[0]["bytes"] == ana.db.stat().st_size

    def test_automatic_ones_thin_out_and_the_list_says_why_each_stays(
        self, ana: Shell, tmp_path: Path
    ) -> None:
        ana.ok("backup")
        (by_hand,) = kept(ana)
        folder, whole = by_hand.parent, by_hand.read_bytes()
        day, *later = (
            (datetime.now(UTC) - timedelta(days=age)).strftime("netbook-%Y%m%d") for age in (400, 9, 8)
        )
        old = {
            **{f"{other}-100000-000000Z-import.db": "the last of its day" for other in later},
            f"{day}-100000-000000Z-import.db": None,  # not the last of its day
            f"{day}-110000-000000Z-merge.db": "the last of its month",
            f"{day}-100001-000000Z.db": "until you remove it",
            f"{day}-100002-000000Z-restore.db": "until you remove it",
            f"{day}-100003-000000.db": "until you remove it",  # of an older netbook
        }
        for name in old:
            (folder / name).write_bytes(whole)
        (tmp_path / "more.csv").write_text("name\nBo\n")
        assert ana(f"import {tmp_path / 'more.csv'}").status == 0
        rows = {Path(row["file"]).name: row for row in ana("backup --list --csv").rows}
        assert {name: rows[name]["kept"] for name in old if name in rows} == {
            name: why for name, why in old.items() if why
        }
        (new,) = rows.keys() - {by_hand.name, *old}
        assert (rows[new]["occasion"], rows[new]["kept"]) == ("import", "the last two days")

    def test_a_clock_that_stands_still_and_one_that_is_ahead_cost_none(
        self, ana: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        people = tmp_path / "people.csv"
        for ahead in (0, 365):
            moment = datetime.now(UTC) + timedelta(days=ahead)
            clock = type("Clock", (datetime,), {"now": lambda zone, moment=moment: moment.astimezone(zone)})
            with monkeypatch.context() as patched:
                patched.setattr(backup_files, "datetime", clock)
                for name in ("Bo", "Cy"):
                    people.write_text(f"name\n{name} {ahead}\n")
                    assert ana(f"import {people}").status == 0
        assert len(ana("backup --list --csv").rows) == 4

    @pytest.mark.parametrize("clock", ["UTC", "XXX-14", "XXX12"])
    def test_a_copy_just_made_is_there_wherever_the_clock_was(
        self, ana: Shell, monkeypatch: pytest.MonkeyPatch, clock: str
    ) -> None:
        for number in range(3):  # of an older netbook, in local time
            (ana.db.parent / "backups").mkdir(exist_ok=True)
            name = f"netbook-2099010{number + 1}-000000-000000.db"
            (ana.db.parent / "backups" / name).write_bytes(ana.db.read_bytes())
        monkeypatch.setenv("TZ", clock)
        time.tzset()
        try:
            ana.ok("add Bo")
            made = ana("backup --json").json["file"]
            assert ana("backup --list --csv").rows[0]["file"] == made
            assert f"netbook restore {made}" in ana.fails("restore", 2)
            replaced = ana(f"restore --yes --json {kept(ana)[-1]}").json["kept"]
            assert len(content(Path(replaced))["person"]) == 2
        finally:
            monkeypatch.undo()
            time.tzset()

    def test_the_newest_is_the_one_with_the_latest_change_whatever_its_name(self, ana: Shell) -> None:
        ana.ok("backup")
        ana.ok("add Bo")
        ana.ok("backup")
        older, newer = kept(ana)
        older.rename(older.with_name("other"))
        newer.rename(older)
        older.with_name("other").rename(newer)
        assert [row["file"] for row in ana("backup --list --csv").rows] == [str(older), str(newer)]
        ana.ok("undo")  # is a later change too
        ana.ok("backup")
        newest = ana("backup --list --csv").rows[0]["file"]
        assert newest == str(kept(ana)[-1])
        Path(newest).write_bytes(b"damaged")
        assert f"netbook restore {older}" in ana.fails("restore", 2)

    def test_no_backups_yet(self, ana: Shell) -> None:
        assert ana.ok("backup --list") == "No backups yet: netbook backup\n"
        assert ana.ok("backup --list --csv") == "file,made_at,bytes,occasion,kept\n"

    def test_to_a_file_of_ones_own(self, ana: Shell, tmp_path: Path) -> None:
        target = tmp_path / "copy.db"
        ana.ok(f"backup {target}")
        assert (content(target), mode(target), kept(ana)) == (content(ana.db), 0o600, [])
        before = target.read_bytes()
        ana.ok("add Bo")
        assert "already exists" in ana.fails(f"backup {target}", 1)
        assert target.read_bytes() == before
        ana.ok(f"backup --force {target}")
        assert content(target) == content(ana.db)

    def test_where_it_cannot_go(self, ana: Shell, tmp_path: Path) -> None:
        for name, why in (
            (str(tmp_path), "it is a folder"), (f"{tmp_path}/no/x.db", "its folder does not exist"),
            (str(ana.db), "it is the journal itself"), ("/dev/full", "it is not a regular file"),
            (f"{tmp_path}/{'x' * 300}", "file name too long"),
        ):  # fmt: skip
            assert why in ana.fails(f"backup --force '{name}'", 1)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["journal"]

    def test_of_a_journal_that_is_not_there(self, netbook: Shell) -> None:
        assert "there is nothing to back up" in netbook.fails("backup", 3)
        assert not netbook.db.parent.exists()

    @pytest.mark.parametrize("line", ["backup --list x.db", "backup --list --force", "backup --csv"])
    def test_options_that_do_not_go_together(self, ana: Shell, line: str) -> None:
        assert "leave out" in (answer := ana.fails(line, 2)) or "--json" in answer

    def test_of_a_damaged_journal_is_none_and_pushes_no_good_one_out(self, ana: Shell) -> None:
        for _ in range(10):
            ana.ok("backup")
        before = kept(ana)
        broken = bytearray(ana.db.read_bytes())
        broken[4096 * 40 : 4096 * 60] = b"\x55" * 4096 * 20
        ana.db.write_bytes(broken)
        answer = ana.fails("backup", 3)
        assert "is damaged" in answer
        assert f"restore {before[-1]}" in answer
        assert kept(ana) == before

    def test_while_somebody_is_writing(self, ana: Shell) -> None:
        writer = sqlite3.connect(ana.db, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM person")
        ana.ok("backup")
        writer.execute("COMMIT")
        writer.close()
        assert len(content(kept(ana)[0])["person"]) == 1

    def test_what_killed_commands_left_is_cleared_away_after_an_hour(self, ana: Shell) -> None:
        folder = ana.db.parent
        (folder / "backups").mkdir(mode=0o700)
        names = [
            ".netbook.db.1.new",
            ".netbook.db.2.restored",
            "backups/.netbook-20261128-021100-957923Z.db.3.new",
            ".netbook.db.4.new-journal",
        ]
        for name in names:
            (folder / name).write_text("half")
        others = [".other.db.1.new", ".netbook.db.before.cleanup", "backups/.notes.newest.txt"]
        for name in others:
            (folder / name).write_text("not ours")
        ana.ok("backup")
        assert all((folder / name).exists() for name in names)
        for name in (*names, *others):
            os.utime(folder / name, (0, 0))
        ana.ok("backup")
        assert not any((folder / name).exists() for name in names)
        assert all((folder / name).exists() for name in others)

    def test_two_journals_in_one_folder_keep_their_backups_apart(self, ana: Shell) -> None:
        other = ana.db.with_suffix(".sqlite")
        ana.ok(f"--db {other} add Bo")
        ana.ok("backup")
        ana.ok(f"--db {other} backup")
        assert len(ana("backup --list --csv").rows) == len(ana(f"--db {other} backup --list --csv").rows) == 1

    def test_keeping_a_copy_gives_up_no_lock(self, ana: Shell) -> None:
        """Closing a file gives up a process's POSIX locks on it, also those of SQLite in the same process."""
        from netbook.store.backup import keep_copy
        from netbook.store.journal import writing

        ask = (
            "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None); "
            "db.execute('BEGIN IMMEDIATE')"
        )
        with writing(ana.db, "test"):
            keep_copy(ana.db)
            done = subprocess.run([sys.executable, "-c", ask, ana.db], check=False, capture_output=True)
            assert b"database is locked" in done.stderr


class TestRestore:
    def test_brings_back_what_was_and_keeps_what_is(self, ana: Shell) -> None:
        before = content(ana.db)
        ana.ok("backup")
        ana.ok("add Bo")
        after = content(ana.db)
        answer = ana.ok(f"restore --yes {kept(ana)[0]}")
        assert content(ana.db) == before
        assert f"kept          what was there: {kept(ana)[1]}" in answer
        assert content(kept(ana)[1]) == after
        ana.ok(f"restore --yes {kept(ana)[1]}")
        assert content(ana.db) == after
        well(ana)

    def test_brings_back_the_history_too(self, ana: Shell) -> None:
        ana.ok("add Bo")
        ana.ok("backup")
        ana.ok("add Cy")
        ana.ok(f"restore --yes {kept(ana)[0]}")
        assert "add Bo" in ana.ok("undo")
        assert [name for (name,) in ana.sql("SELECT name FROM person")] == ["Ana"]

    def test_as_json(self, ana: Shell) -> None:
        ana.ok("backup")
        answer = ana(f"restore --yes --json {kept(ana)[0]}").json
        assert answer == {
            "journal": str(ana.db), "people": 1, "meetings": 0, "older_schema": None,
            "kept": str(kept(ana)[1]), "damaged": False, "foreign": [],
        }  # fmt: skip

    def test_wants_a_file_and_a_confirmation(self, ana: Shell) -> None:
        assert "no backup is kept" in ana.fails("restore", 2)
        ana.ok("backup")
        assert f"the newest backup: netbook restore {kept(ana)[0]}" in ana.fails("restore", 2)
        assert "needs a confirmation; add --yes" in ana.fails(f"restore {kept(ana)[0]}", 2)

    def test_asks_on_a_terminal(self, ana: Shell) -> None:
        ana.ok("backup")
        ana.ok("add Bo")
        for answer, status, people in (("n", 1, 2), ("y", 0, 1)):
            with Terminal(ana, f"restore {kept(ana)[0]}") as screen:
                screen.answer("The present one is kept. [y/N]:", answer)
                screen.ends(status)
            assert ana.sql("SELECT count(*) FROM person") == [(people,)]

    def test_to_a_place_where_nothing_is(self, ana: Shell, tmp_path: Path) -> None:
        ana.ok("backup")
        other = tmp_path / "new" / "journal.db"
        ana.ok(f"--db {other} restore --yes {kept(ana)[0]}")
        assert content(other) == content(ana.db)
        assert (mode(other), mode(other.parent)) == (0o600, 0o700)

    def test_of_a_journal_that_is_gone(self, ana: Shell) -> None:
        ana.ok("backup")
        ana.db.unlink()
        for line in ("due", "add Bo"):
            answer = ana.fails(line, 3)
            assert f"netbook restore {kept(ana)[0]} brings back the newest" in answer
            assert not ana.db.exists()
        ana.ok(f"restore --yes {kept(ana)[0]}")
        assert ana.sql("SELECT name FROM person") == [("Ana",)]
        (ana.db.parent / "backups").rename(ana.db.parent / "old")
        ana.db.unlink()
        ana.ok("people")
        assert ana.sql("SELECT name FROM person") == []

    def test_through_a_link(self, ana: Shell, tmp_path: Path) -> None:
        ana.ok("backup")
        link = tmp_path / "link.db"
        link.symlink_to(ana.db)
        ana.db.write_bytes(b"broken" * 1000)
        ana.ok(f"--db {link} restore --yes {kept(ana)[0]}")
        assert link.is_symlink()
        assert ana.sql("SELECT name FROM person") == [("Ana",)]

    def test_refuses_what_is_no_whole_journal(self, ana: Shell, tmp_path: Path) -> None:
        ana.ok("backup")
        good = kept(ana)[0].read_bytes()
        flipped = bytearray(good)
        flipped[4096 * 40 : 4096 * 60] = b"\x55" * 4096 * 20
        other = sqlite3.connect(tmp_path / "other.db")
        other.execute("CREATE TABLE bookmarks (url)")
        other.commit()
        other.close()
        newer = tmp_path / "newer.db"
        newer.write_bytes(good)
        link = sqlite3.connect(newer)
        link.execute("PRAGMA user_version = 99")
        link.close()
        astray = tmp_path / "astray.db"
        astray.write_bytes(good)
        link = sqlite3.connect(astray)
        link.execute("INSERT INTO name_word VALUES ('x', 99)")
        link.commit()
        link.close()
        cases = {
            "text": (b"words " * 1000, "is not a journal"), "empty": (b"", "is not a journal"),
            "zeroed": (b"\0" * 100 + good[100:], "is not a journal"), "half": (good[: len(good) // 2], "is damaged"),
            "flipped": (bytes(flipped), "is damaged"), "other.db": (None, "another program"),
            "newer.db": (None, "newer netbook (schema 99"), "astray.db": (None, "is damaged"),
            "missing": (None, "no such file"), "folder": (None, "is a folder"),
        }  # fmt: skip
        (tmp_path / "folder").mkdir()
        before, names = ana.dump(), sorted(path.name for path in ana.db.parent.rglob("*"))
        for name, (data, why) in cases.items():
            if data is not None:
                (tmp_path / name).write_bytes(data)
            target = (tmp_path / name).read_bytes() if (tmp_path / name).is_file() else None
            assert why in ana.fails(f"restore --yes {tmp_path / name}", 1), name
            assert target is None or (tmp_path / name).read_bytes() == target
        assert "is the journal itself" in ana.fails(f"restore --yes {ana.db}", 1)
        assert (ana.dump(), sorted(path.name for path in ana.db.parent.rglob("*"))) == (before, names)

    def test_never_writes_over_another_programs_database(self, ana: Shell, tmp_path: Path) -> None:
        ana.ok("backup")
        path = tmp_path / "other.db"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE bookmarks (url)")
        other.commit()
        other.close()
        before = path.read_bytes()
        answer = ana(f"--db {path} restore --yes {kept(ana)[0]}")
        assert answer.status == 3
        assert "a database of another program" in answer.err
        assert path.read_bytes() == before

    def test_of_a_backup_whose_writer_was_cut_off(self, ana: Shell, tmp_path: Path) -> None:
        """A journal copied with its rollback file is what it was before the half-written change."""
        half_written(ana.db, tmp_path / "half.db")
        before = files(tmp_path)
        ana.ok(f"restore --yes {tmp_path / 'half.db'}")
        assert ana.sql("SELECT name FROM person") == [("Ana",)]
        assert {name: data for name, data in files(tmp_path).items() if "half" in name} == {
            name: data for name, data in before.items() if "half" in name
        }

    def test_waits_for_a_writer_and_then_gives_up(self, ana: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        ana.ok("backup")
        monkeypatch.setattr("netbook.store.file.PATIENCE", 0.05)
        other = sqlite3.connect(ana.db, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = ana(f"restore --yes {kept(ana)[0]}")
        assert (answer.status, answer.out) == (3, "")
        assert "is in use by another program" in answer.err
        other.execute("COMMIT")
        other.close()

    def test_a_disk_that_fails_is_told_as_that(
        self, ana: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ana.ok(f"backup {tmp_path}/copy.db")

        def fails(path: Path) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

        monkeypatch.setattr(restore, "read_through", fails)
        with monkeypatch.context() as proving:
            proving.setattr(check, "damage", lambda _: ["unable to get the page"])
            assert "input/output error" in ana.fails(f"restore --yes {tmp_path}/copy.db", 3)
        with (tmp_path / "copy.db").open("r+b") as file:
            file.seek(100)
            file.write(bytes(100))
        assert "input/output error" in ana.fails(f"restore --yes {tmp_path}/copy.db", 3)

    def test_a_copy_whose_lock_is_refused_is_not_waited_for_without_end(
        self, ana: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(journal_file, "PATIENCE", 0.05)
        with closing(sqlite3.connect(tmp_path / "copy.db", timeout=0)) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            with closing(journal_file.connect(ana.db)) as source, pytest.raises(JournalLocked):
                fill(tmp_path / "copy.db", source)

    def test_the_oldest_of_ten_outlives_its_own_restoring(self, ana: Shell) -> None:
        for _ in range(10):
            ana.ok("backup")
        oldest = kept(ana)[0]
        ana.ok(f"restore --yes {oldest}")
        assert oldest in kept(ana)


def half_written(path: Path, copy: Path) -> None:
    """Copy a journal in the middle of a big change, with its rollback file, as a kill would leave both."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("PRAGMA cache_spill = 1")
    db.execute("BEGIN")
    db.execute("UPDATE person SET name = 'Half', name_key = 'half'")
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO topic (name, key) SELECT 'topic ' || i, 'topic ' || i FROM n"
    )
    copy.write_bytes(path.read_bytes())
    journal = path.with_name(f"{path.name}-journal").read_bytes()
    # Only once it is whole is a rollback file's header filled in; a kill in a commit leaves it so.
    copy.with_name(f"{copy.name}-journal").write_bytes(journal)
    for each in (copy, copy.with_name(f"{copy.name}-journal")):
        each.chmod(0o600)
    db.execute("ROLLBACK")
    db.close()
    assert copy.read_bytes() != path.read_bytes()


class TestDoctor:
    def checks(self, netbook: Shell) -> dict[str, dict[str, str]]:
        answer = netbook("doctor --csv")
        wrong = {row["check"]: row for row in answer.rows if row["ok"] == "false"}
        assert answer.status == (3 if wrong else 0), answer
        if wrong:
            output = "1 thing is" if len(wrong) == 1 else f"{len(wrong)} things are"
            assert answer.err == (
                f"netbook: {output} wrong with {netbook.db}; the lines above say what to do\n"
            )
            assert all(row["todo"] for row in wrong.values())
        return wrong

    def test_finds_nothing_in_a_journal_that_is_well(self, ana: Shell) -> None:
        ana.ok("log ana -c climbing -l 'a dog'")
        before = files(ana.db.parent)
        assert self.checks(ana) == {}
        assert ana.ok("doctor").endswith("No problems found\n")
        assert files(ana.db.parent) == before

    def test_makes_no_journal(self, netbook: Shell) -> None:
        assert "not there yet" in netbook.ok("doctor")
        assert not netbook.db.parent.exists()

    BROKEN = (
        ("names", "DELETE FROM name_word"),
        ("days", "UPDATE person SET last_met_on = '2020-01-01'"),
        ("names", "INSERT INTO name_word VALUES ('stranger', 1)"),
        ("words", "INSERT INTO search (rowid, text) VALUES (33, 'stranger')"),
        ("words", "INSERT INTO search (rowid, text) VALUES (33, 'climbing')"),
        ("words", "INSERT INTO search (search) VALUES ('delete-all')"),
        ("schema", "DROP TRIGGER note_added_history"),
        ("schema", "DROP INDEX note_person"),
    )

    @pytest.mark.parametrize(("check", "statement"), BROKEN)
    def test_mends_what_can_be_made_anew(self, ana: Shell, check: str, statement: str) -> None:
        ana.ok("log ana -c climbing")
        before = content(ana.db)
        ana.sql(statement)
        wrong = self.checks(ana)
        assert [(name, row["todo"]) for name, row in wrong.items()] == [(check, "netbook doctor --mend")]
        answer = ana.ok("doctor --mend")
        assert answer.startswith("Mended:\n")
        assert answer.endswith("No problems found\n")
        assert len(kept(ana)) == 1
        assert content(ana.db) == before
        assert ana.ok("doctor --mend").startswith("Nothing to repair\n")
        assert len(kept(ana)) == 1

    def test_mends_days(self, ana: Shell) -> None:
        ana.ok("log ana")
        (trigger,) = ana.sql("SELECT sql FROM sqlite_schema WHERE name = 'attendance_changed'")[0]
        ana.sql("DROP TRIGGER attendance_changed")
        ana.sql("UPDATE attendance SET date = '2020-01-01'")
        ana.sql(trigger)
        assert [*self.checks(ana)] == ["days"]
        ana.ok("doctor --mend")
        assert self.checks(ana) == {}

    def test_names_what_only_a_backup_can_mend(self, ana: Shell) -> None:
        ana.ok("backup")
        way = f"netbook restore {kept(ana)[0]} brings back the newest backup"
        ana.sql("PRAGMA writable_schema = ON")
        db = sqlite3.connect(ana.db)
        db.execute(
            "INSERT INTO note (uid, person_id, about, text, date) VALUES ('n', 99, 'work', 'x', '2026-01-01')"
        )
        db.commit()
        db.close()
        assert self.checks(ana)["links"]["todo"] == way
        ana.sql("DELETE FROM note")
        ana.sql("DROP TABLE tag")
        assert self.checks(ana)["schema"]["todo"] == way

    def test_permissions(self, ana: Shell) -> None:
        ana.db.chmod(0o644)
        assert self.checks(ana)["permissions"]["todo"] == f"chmod 600 {ana.db}"
        ana.db.chmod(0o600)
        ana.db.parent.chmod(0o777)
        assert self.checks(ana)["permissions"]["todo"] == f"chmod go-w {ana.db.parent}"

    def test_a_damaged_backup(self, ana: Shell) -> None:
        for _ in range(3):
            ana.ok("backup")
        flipped = bytearray(kept(ana)[1].read_bytes())
        flipped[8192:12288] = b"\x55" * 4096
        kept(ana)[1].write_bytes(flipped)
        checked = self.checks(ana)["backups"]
        assert "1 of them damaged" in checked["found"]
        assert f"netbook backup makes a new one; once that is made: rm {kept(ana)[1]}" == checked["todo"]
        assert "which is whole" in ana.ok("doctor --quick")

    def test_little_room(self, ana: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("netbook.reports.doctor_files.ROOM", 2**60)
        assert "make room" in self.checks(ana)["room"]["todo"]

    def test_a_change_that_was_cut_off_is_told_and_left(self, ana: Shell) -> None:
        half_written(ana.db, ana.db.with_name("half.db"))
        ana.db = ana.db.with_name("half.db")
        before = files(ana.db.parent)
        answer = ana.ok("doctor")
        assert "a command was cut off while it wrote" in answer
        assert "the next command takes that half back" in answer
        assert files(ana.db.parent) == before
        assert "Ana" in ana.ok("people")
        assert "cut off" not in ana.ok("doctor")

    def test_a_newer_journal(self, ana: Shell) -> None:
        ana.sql("PRAGMA user_version = 99")
        assert self.checks(ana)["file"]["todo"] == "update netbook"

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_journal_nobody_may_read(self, ana: Shell) -> None:
        ana.db.chmod(0)
        assert "no permission" in self.checks(ana)["file"]["found"]
