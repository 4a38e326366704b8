"""Many at once: nothing of anybody's is lost, and nobody waits for ever."""

from __future__ import annotations

import sqlite3
import subprocess
import time

import pytest

from tests.conftest import Shell
from tests.faults.shells import content, start, well


def all_done(running: list[subprocess.Popen[bytes]]) -> list[bytes]:
    """Wait for all of them, which must have done what they were asked."""
    output = []
    for process in running:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b""), (out, err)
        output.append(out)
    return output


def test_twenty_meetings_at_once_are_twenty_meetings(netbook: Shell) -> None:
    netbook.ok("add Ana")
    output = all_done([start(netbook, f"log ana -m 'talk {number}'") for number in range(20)])
    assert all(line.startswith(b"Logged: ") for line in output)
    summaries = {text for (text,) in netbook.sql("SELECT summary FROM meeting")}
    assert summaries == {f"talk {number}" for number in range(20)}
    assert netbook.sql("SELECT count(*) FROM attendance") == [(20,)]
    assert len(netbook("history --csv").rows) == 21
    well(netbook)


def test_of_twelve_edits_of_one_person_none_is_lost(netbook: Shell) -> None:
    netbook.ok("add Ana")
    empty = content(netbook.db)
    all_done([start(netbook, f"edit ana --tag tag{number} --alias 'A{number} Ana'") for number in range(12)])
    assert netbook.sql("SELECT count(*) FROM tag") == [(12,)]
    assert netbook.sql("SELECT count(*) FROM alias") == [(12,)]
    netbook.ok("undo --steps 12")
    assert content(netbook.db) == empty
    well(netbook)


def test_undo_and_log_at_once_are_each_whole(netbook: Shell) -> None:
    netbook.ok("add Ana")
    for number in range(6):
        netbook.ok(f"log ana -m 'before {number}'")
    lines = [f"log ana -m 'new {number}'" for number in range(6)] + ["undo"] * 6
    all_done([start(netbook, line) for line in lines])
    # Each undo took back one step, whichever was the last then.
    assert netbook.sql("SELECT count(*) FROM meeting") == [(6,)]
    well(netbook)


def test_a_reader_waits_for_a_writer_as_long_as_it_is_said_and_no_longer(netbook: Shell) -> None:
    netbook.ok("add Ana")
    writer = sqlite3.connect(netbook.db, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    running = start(netbook, "people")
    begun = time.monotonic()
    out, err = running.communicate(timeout=60)
    waited = time.monotonic() - begun
    assert (running.returncode, out, err.count(b"\n")) == (3, b"", 1)
    assert b"is in use by another program" in err
    assert 4.5 < waited < 15
    running = start(netbook, "people")
    time.sleep(0.5)
    writer.execute("COMMIT")
    writer.close()
    assert b"Ana" in all_done([running])[0]


def test_a_reader_sees_one_state_and_is_not_in_the_way_of_a_writer_at_work(netbook: Shell) -> None:
    netbook.ok("add Ana")
    writer = sqlite3.connect(netbook.db, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM person")
    assert "Ana" in netbook.ok("people")
    writer.execute("COMMIT")
    writer.close()
    assert "Ana" not in netbook.ok("people")


def test_ctrl_c_after_the_commit_does_not_say_that_nothing_was_changed(
    netbook: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    netbook.ok("circles")

    def stops(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("netbook.cli.people.respond", stops)
    answer = netbook("add Ana")
    assert (answer.status, answer.out) == (130, "")
    assert answer.err == "netbook: stopped, but the change was already made; netbook undo takes it back\n"
    netbook.ok("undo")
    monkeypatch.setattr("netbook.actions.people.add", stops)
    assert netbook.fails("add Ana", 130) == "stopped; nothing was changed"
    assert netbook.sql("SELECT count(*) FROM person") == [(0,)]
