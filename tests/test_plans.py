"""Meetings to come. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from netbook.core.clock import UnreadableTime, parse_time
from netbook.core.vocabulary import KINDS
from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    for line, day in (
        ("add 'Lena Lantern' --circle peers", "2026-01-05"),
        ("add 'Omar Oakleaf' --circle team", "2026-01-05"),
        ("log lena omar -k coffee", "2026-09-01"),
    ):
        netbook.ok(line, today=day)
    return netbook


def due(netbook: Shell, today: str, options: str = "") -> list[tuple[str, str, str, str]]:
    rows = netbook(f"due --csv {options}", today=today).rows
    return [(row["why"], row["handle"], row["days_overdue"], row["ref"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("12:30", "12:30"), ("9", "09:00"), ("9:05", "09:05"), ("18h", "18:00"), ("18h30", "18:30"), ("6 pm", "18:00"),
        ("12am", "00:00"), ("12 pm", "12:00"), ("6.30 pm", "18:30"), ("at 7", "07:00"), ("23:59", "23:59"),
        ("24:00", None), ("12:60", None), ("13 pm", None), ("noon", None), ("", None), ("1:2", None),
    ],
)  # fmt: skip
def test_a_time_of_day(text: str, time: str | None) -> None:
    if time:
        assert parse_time(text) == time
    else:
        with pytest.raises(UnreadableTime):
            parse_time(text)


def test_a_plan_silences_the_nagging_is_on_its_day_and_becomes_a_meeting(people: Shell) -> None:
    assert due(people, "2026-11-21") == [
        ("contact", "omar-oakleaf", "67", ""),
        ("contact", "lena-lantern", "51", ""),
    ]
    assert people.ok("plan lena --on tuesday --at 12:30 -k lunch --place 'Blue Bottle' -m 'her talk'") == (
        "Planned (p1): lunch with Lena Lantern on Tuesday 24 November, 12:30, at Blue Bottle: her talk\n"
        "  when it took place: netbook log p1\n"
    )
    assert due(people, "2026-11-21") == [("contact", "omar-oakleaf", "67", "")]
    assert due(people, "2026-11-21", "--within 3")[0] == ("planned", "lena-lantern", "-3", "p1")
    assert (
        "\nToday\n  12:30  lunch with Lena Lantern, Blue Bottle: her talk\n         netbook prep lena-lantern\n"
        in (people.ok("due", today="2026-11-24"))
    )
    # It was not logged: the report asks.
    assert due(people, "2026-11-25")[0] == ("planned", "lena-lantern", "1", "p1")
    assert "did it take place? netbook log p1, plan p1 --on DATE, or drop p1" in people.ok(
        "due", today="2026-11-25"
    )
    logged = people.ok("log p1 --minutes 50", today="2026-11-25")
    assert logged.startswith(
        "Logged: lunch on Tuesday 24 November with Lena Lantern, at Blue Bottle, 50 min\n  plan           p1 is kept\n"
    )
    assert due(people, "2026-11-25") == [("contact", "omar-oakleaf", "71", "")]
    assert people.fails("log p1", 1) == "p1 was already logged; netbook plan lists those that are open"
    # Undone, it is open again.
    people.ok("undo", today="2026-11-25")
    assert [row["ref"] for row in people("plan --csv").rows] == ["p1"]


def test_moved_changed_dropped_and_listed(people: Shell) -> None:
    people.ok("plan omar lena --on 2026-11-30 -k call")
    assert "it was on Monday 30 November" in people.ok("plan p1 --on 'in 3 days' --at '6 pm' --place home")
    said = people.ok("plan p1 --on 2026-11-24 -k call")
    assert (
        said
        == "Nothing changed: p1, call with Lena Lantern and Omar Oakleaf on Tuesday 24 November, 18:00, at home\n"
    )
    assert people("plan --csv").rows == [
        {
            "on": "2026-11-24", "at": "18:00", "people": "Lena Lantern; Omar Oakleaf",
            "handles": "lena-lantern; omar-oakleaf", "kind": "call", "place": "home", "event": "", "text": "",
            "ref": "p1",
        }
    ]  # fmt: skip
    assert people("plan --json").json[0]["handles"] == ["lena-lantern", "omar-oakleaf"]
    assert "24 Nov 18:00  Lena Lantern; Omar Oakleaf  call, home" in people.ok("plan")
    assert due(people, "2026-11-21") == []
    assert people.ok("drop p1") == "Dropped (p1): call on 2026-11-24 with Lena Lantern and Omar Oakleaf\n"
    assert people.ok("plan") == "Nothing is planned: netbook plan WHO --on DATE\n"
    assert len(due(people, "2026-11-21")) == 2
    assert (
        people.fails("plan p1 --on friday", 1)
        == "p1 was already dropped; netbook plan lists those that are open"
    )


def test_a_meeting_that_is_logged_without_the_plan_keeps_it_where_it_is_the_same(people: Shell) -> None:
    people.ok("plan lena --on today -k lunch")
    people.ok("plan omar --on today -k lunch")
    answer = people("log lena omar -k call")
    assert answer.err.count("is still planned for that day: netbook log p") == 2
    assert "p1 is kept" in people("log lena -k lunch -m 'the talk'").out
    assert [row["ref"] for row in people("plan --csv").rows] == ["p2"]


def test_plans_at_an_event_and_in_the_calendar(people: Shell) -> None:
    people.ok("plan lena --on 2026-11-30 -e 'Harbour Meetup'")
    (row,) = people("plan --json").json
    assert (row["event"], row["kind"]) == ("Harbour Meetup", "event")
    feed = people.ok("export calendar")
    assert "SUMMARY:event with Lena Lantern" in feed
    assert "Reach out to Lena Lantern" not in feed
    people.ok("log p1 -n 'Mia Meadow'", today="2026-11-30")
    assert people("goal --csv", today="2026-11-30").rows[0]["people"] == "Mia Meadow"


def test_a_coming_entry_of_a_calendar_that_is_confirmed_is_a_plan(people: Shell) -> None:
    calendar = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20261126T120000\n"
        "SUMMARY:Lunch Lena Lantern\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert people("import - --confirmed", stdin=calendar).out.startswith(
        "Imported:\n  plans     1: netbook plan\n"
    )
    assert people("import - --confirmed", stdin=calendar).out.startswith("Nothing new: ")
    assert [(row["on"], row["handles"]) for row in people("plan --csv").rows] == [
        ("2026-11-26", "lena-lantern")
    ]


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("plan lena", 2, "a plan needs a day; add --on DATE"),
        ("plan lena --on 2026-11-20", 2,
         '"2026-11-20" is past; plan a day from today on, or log what took place: netbook log WHO --on 2026-11-20'),
        ("plan lena --on blursday", 2, None),
        ("plan lena --on friday --at noonish", 2, 'cannot read the time "noonish"; write 12:30 or "6 pm"'),
        ("plan lena --on friday -k frolic", 2, f'unknown kind "frolic"; there are {", ".join(KINDS)}'),
        ("plan nobody --on friday", 1, None),
        ("plan p9 --on friday", 1, "there is no plan p9; netbook plan lists those that are open"),
        ("log p9", 1, "there is no plan p9; netbook plan lists those that are open"),
        ("drop p9", 1, "there is no plan p9; netbook plan lists those that are open"),
        ("log lena --on 2026-11-30", 2,
         '"2026-11-30" is still to come; plan it: netbook plan WHO --on 2026-11-30'),
    ],
)  # fmt: skip
def test_bad_input(people: Shell, line: str, status: int, message: str | None) -> None:
    said = people.fails(line, status)
    assert said == message or message is None


def test_what_is_to_come_is_not_logged_as_if_it_had_been(people: Shell) -> None:
    people.ok("plan lena --on 2026-11-30 -k lunch")
    assert people.fails("log p1", 2) == (
        "p1 is for 2026-11-30, still to come; say when you met (--on DATE), or move it: netbook plan p1 --on DATE"
    )
    assert people.ok("log p1 --on today").startswith(
        "Logged: lunch on Saturday 21 November with Lena Lantern\n"
    )
    people.ok("plan lena --on 2026-11-30")
    assert people.fails("plan p2 omar --on friday", 2).startswith("p2 is a plan; to change it, name it alone")
