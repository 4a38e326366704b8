"""A week with a new journal, as somebody lives it: import, circles, three meetings, due and goal day by day.

Every figure is worked out by hand beside it.
"""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

from tests.conftest import Shell

CONNECTIONS = """Notes:
"When exporting your connection data, some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Apricot,https://www.linkedin.com/in/ada-apricot,ada@example.org,Orchard Ltd,Engineer,03 Mar 2024
Ben,Birch,https://www.linkedin.com/in/ben-birch,,Birch & Sons,Carpenter,18 Jun 2025
Cleo,Clover,https://www.linkedin.com/in/cleo-clover,cleo@example.org,Meadow Press,Editor,21 Oct 2026
"""

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY = (f"2026-11-{day}" for day in (16, 17, 18, 19, 21))


def test_a_week(netbook: Shell, tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(CONNECTIONS, encoding="utf-8")

    # Monday: bring the people in, and say how often.
    answer = netbook(f"import {file} --circle community", today=MONDAY)
    assert (answer.status, answer.err) == (0, "3 read: 3 added, 0 changed, 0 the same, 0 skipped, 0 failed\n")
    netbook.ok("edit ada --circle peers", today=MONDAY)
    netbook.ok("edit ben --circle team --every 3d", today=MONDAY)
    netbook.ok("circle community --every 1y", today=MONDAY)
    # Nobody was ever met, so all three are due on the day they came in; then by name.
    assert _due(netbook, MONDAY) == [("Ada Apricot", 0, ""), ("Ben Birch", 0, ""), ("Cleo Clover", 0, "")]
    assert netbook.ok("goal", today=MONDAY).startswith("No events yet")

    # Tuesday: coffee with Ben, and a mail to Ada, which does not count.
    netbook.ok("log ben --kind coffee -c woodwork -p 'ben: lend him the plane by thursday'", today=TUESDAY)
    netbook.ok("log ada --kind email -m 'sent the plan'", today=TUESDAY)
    # Ben: Tuesday 17 and 3 days is Friday 20. Ada and Cleo wait since Monday: 1 day.
    assert _due(netbook, TUESDAY) == [("Ada Apricot", 1, ""), ("Cleo Clover", 1, "")]

    # Wednesday: a day back, a call with Ada that was forgotten: peers are due again on 17 December.
    netbook.ok("log ada --kind call --on yesterday --minutes 20", today=WEDNESDAY)
    assert _due(netbook, WEDNESDAY) == [("Cleo Clover", 2, "")]

    # Thursday: an event. Three are met for the first time; Cleo is known since 21 October, before it began.
    out = netbook.ok(
        "log cleo --new 'Dora Dahlia (Garden Club)' --new 'Eli Elder' --new 'Fay Fern' --event 'Harvest Meetup'"
        " -c 'dora: woodwork'",
        today=THURSDAY,
    )
    assert "3 of 2 new connections at Harvest Meetup; a new event with a goal of 2" in out
    # Cleo: community is yearly now, 19 November 2027. Ben's promise is due today.
    assert netbook("due --csv", today=THURSDAY).rows == [
        {
            "why": "promise", "person": "Ben Birch", "handle": "ben-birch", "circle": "team",
            "due_on": THURSDAY, "days_overdue": "0", "cadence": "3d", "last_contact": TUESDAY,
            "last_kind": "coffee", "suggestion": "", "starter": "in common: woodwork",
            "detail": "lend him the plane", "phone": "", "email": "", "ref": "t1",
        },
        {
            "why": "event", "person": "", "handle": "", "circle": "", "due_on": THURSDAY, "days_overdue": "0",
            "cadence": "", "last_contact": "", "last_kind": "", "suggestion": "", "starter": "",
            "detail": "Harvest Meetup; 3 of 2 new", "phone": "", "email": "", "ref": "e1",
        },
    ]  # fmt: skip
    assert netbook("goal --csv", today=THURSDAY).rows == [
        {"event": "Harvest Meetup", "date": THURSDAY, "place": "", "goal": "2", "new": "3", "met": "4",
         "reached": "true", "people": "Dora Dahlia; Eli Elder; Fay Fern", "followed_up": "0", "ref": "e1"}
    ]  # fmt: skip

    # Saturday: one is renamed, one removed, the promise kept. A day late: Friday 20 for Ben.
    netbook.ok("edit eli --name 'Elias Elder'", today=SATURDAY)
    netbook.ok("remove fay --yes", today=SATURDAY)
    netbook.ok("done 1", today=SATURDAY)
    assert _due(netbook, SATURDAY) == [("Ben Birch", 1, TUESDAY)]
    assert netbook("goal --json", today=SATURDAY).json == [
        {"event": "Harvest Meetup", "date": THURSDAY, "place": None, "goal": 2, "new": 2, "met": 3,
         "reached": True, "people": ["Dora Dahlia", "Elias Elder"], "followed_up": 0, "ref": "e1"}
    ]  # fmt: skip
    # Met before: a coffee with Elias in October, written down late, makes him no new connection.
    netbook.ok("log eli --kind coffee --on '20 october'", today=SATURDAY)
    assert netbook("goal --csv", today=SATURDAY).rows[0]["people"] == "Dora Dahlia"
    assert netbook("goal --csv", today=SATURDAY).rows[0]["reached"] == "false"

    _read_by_scripts(netbook)


def _due(netbook: Shell, day: str) -> list[tuple[str, int, str]]:
    rows = netbook("due --only contact --csv", today=day).rows
    return [(row["person"], int(row["days_overdue"]), row["last_contact"]) for row in rows]


def _read_by_scripts(netbook: Shell) -> None:
    """The CSV of the week as a shell script reads it with cut, and Python with csv."""
    out = netbook.ok("export people", today=SATURDAY)
    cut = subprocess.run(
        ["cut", "-d,", "-f1,3"], input=out, capture_output=True, text=True, check=True
    ).stdout
    assert cut.splitlines() == [
        "handle,circle", "ada-apricot,peers", "ben-birch,team", "cleo-clover,community", "dora-dahlia,", "eli-elder,",
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["name"] for row in rows][-1] == "Elias Elder"
    assert {row["handle"]: row["last_contact"] for row in rows} == {
        "ada-apricot": TUESDAY, "ben-birch": TUESDAY, "cleo-clover": THURSDAY, "dora-dahlia": THURSDAY,
        "eli-elder": THURSDAY,
    }  # fmt: skip
