"""New connections at events against their goal. Today is Saturday 21 November 2026."""

from __future__ import annotations

import re
import sqlite3
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.reports.goal import GoalQuery, build
from netbook.store import journal, write
from netbook.store.read import events as read
from tests.conftest import Answer, Shell, built_once

HEADER = "event,date,place,goal,new,met,reached,people,followed_up,ref\n"


def new(answer: Answer) -> dict[str, str]:
    """Who was new at each event."""
    return {f"{row['event']} {row['date'][5:]}": row["people"] for row in answer.rows}


class TestNewConnection:
    """A person whose first human contact ever is a meeting at the event, and who was not known before."""

    @pytest.fixture
    @built_once
    def fair(self, netbook: Shell) -> Shell:
        """An event of three days that is over, with nobody there yet."""
        netbook.ok("event Fair --on 2026-11-12 --until 2026-11-14")
        return netbook

    def test_first_met_there(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --new "Mia Chen" --event Fair --on 2026-11-13')
        assert fair.ok("goal --csv") == f"{HEADER}Fair,2026-11-12,,2,2,2,true,Mia Chen; Omar Haddad,0,e1\n"

    def test_somebody_in_the_journal_but_never_met(self, fair: Shell) -> None:
        fair.ok('add "Omar Haddad"')
        fair.ok("log omar --event Fair --on 2026-11-13")
        assert new(fair("goal --csv")) == {"Fair 11-12": "Omar Haddad"}

    @pytest.mark.parametrize(
        ("since", "people"),
        [
            ("2020-01-01", ""),
            ("2026-11-11", ""),
            ("2026-11-12", "Omar Haddad"),
            ("2026-11-13", "Omar Haddad"),
            ("2026-11-20", "Omar Haddad"),
        ],
    )
    def test_known_since_is_compared_with_the_first_day(self, fair: Shell, since: str, people: str) -> None:
        fair.ok(f'add "Omar Haddad" --known-since {since}')
        fair.ok("log omar --event Fair --on 2026-11-13")
        assert new(fair("goal --csv")) == {"Fair 11-12": people}

    @pytest.mark.parametrize(
        ("kind", "people"),
        [
            *((kind, "") for kind in ("coffee", "visit", "call", "video")),
            *((kind, "Omar Haddad") for kind in ("email", "message", "letter")),
        ],
    )
    def test_earlier_contact_counts_if_it_is_human(self, fair: Shell, kind: str, people: str) -> None:
        fair.ok(f'log --new "Omar Haddad" --kind {kind} --on 2026-11-01')
        fair.ok("log omar --event Fair --on 2026-11-13")
        assert new(fair("goal --csv")) == {"Fair 11-12": people}

    def test_what_is_written_at_an_event_is_no_meeting(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --kind email --event Fair --on 2026-11-13')
        assert fair("goal --csv").rows[0]["met"] == "0"

    def test_a_call_at_it_is_human_contact(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --kind video --event Fair --on 2026-11-13')
        assert new(fair("goal --csv")) == {"Fair 11-12": "Omar Haddad"}

    def test_somebody_met_twice_counts_once(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --event Fair --on 2026-11-13')
        fair.ok('log omar --new "Mia Chen" --event Fair --on 2026-11-14')
        assert fair.ok("goal --csv") == f"{HEADER}Fair,2026-11-12,,2,2,2,true,Omar Haddad; Mia Chen,1,e1\n"

    def test_of_two_meetings_on_one_day_the_one_logged_first_decides(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --kind coffee --on 2026-11-13')
        fair.ok("log omar --event Fair --on 2026-11-13")
        fair.ok('log --new "Mia Chen" --event Fair --on 2026-11-13')
        fair.ok("log mia --kind coffee --on 2026-11-13")
        assert new(fair("goal --csv")) == {"Fair 11-12": "Mia Chen"}
        assert fair("goal --csv").rows[0]["met"] == "2"

    def test_new_once_and_then_known(self, fair: Shell) -> None:
        fair.ok('log --new "Omar Haddad" --event Fair --on 2026-11-13')
        fair.ok("log omar --event Dinner --on 2026-11-18")
        assert new(fair("goal --csv")) == {"Dinner 11-18": "", "Fair 11-12": "Omar Haddad"}

    def test_the_editions_of_one_name_are_events_of_their_own(self, netbook: Shell) -> None:
        netbook.ok('log --new "Omar Haddad" --event Meetup --on 2026-10-13')
        netbook.ok('log omar --new "Mia Chen" --event Meetup --on 2026-11-13')
        assert new(netbook("goal --csv")) == {"Meetup 11-13": "Mia Chen", "Meetup 10-13": "Omar Haddad"}


class TestDerived:
    """Nothing is kept: what changes in the journal changes the report."""

    @pytest.fixture
    @built_once
    def dinner(self, netbook: Shell) -> Shell:
        """Omar is new at the fair, and met again at the dinner."""
        netbook.ok('log --new "Omar Haddad" --event Fair --on 2026-11-13')
        netbook.ok("log omar --event Dinner --on 2026-11-18")
        return netbook

    def test_an_earlier_meeting_logged_later(self, dinner: Shell) -> None:
        dinner.ok("log omar --kind coffee --on 2026-11-01")
        assert new(dinner("goal --csv")) == {"Dinner 11-18": "", "Fair 11-13": ""}

    def test_the_first_meeting_deleted(self, dinner: Shell) -> None:
        dinner.sql("DELETE FROM meeting WHERE date = '2026-11-13'")
        assert new(dinner("goal --csv")) == {"Dinner 11-18": "Omar Haddad", "Fair 11-13": ""}

    def test_a_meeting_put_on_another_day(self, dinner: Shell) -> None:
        dinner.sql("UPDATE meeting SET date = '2026-11-20' WHERE date = '2026-11-13'")
        assert new(dinner("goal --csv")) == {"Dinner 11-18": "Omar Haddad", "Fair 11-13": ""}

    def test_a_call_that_was_an_email(self, dinner: Shell) -> None:
        dinner.sql("UPDATE meeting SET kind = 'email' WHERE date = '2026-11-13'")
        assert new(dinner("goal --csv")) == {"Dinner 11-18": "Omar Haddad", "Fair 11-13": ""}

    def test_the_person_removed(self, dinner: Shell) -> None:
        dinner.ok("remove omar --yes")
        assert [(row["new"], row["met"]) for row in dinner("goal --csv").rows] == [("0", "0"), ("0", "0")]

    def test_what_is_after_today_is_not_there_yet(self, dinner: Shell) -> None:
        assert new(dinner("goal --csv", today="2026-11-17")) == {"Fair 11-13": "Omar Haddad"}
        assert dinner("goal --csv", today="2026-11-12").rows == []
        dinner.ok("event Fair --on 2026-11-13 --until 2026-11-16")
        dinner.ok('log --new "Mia Chen" --event Fair --on 2026-11-16')
        assert new(dinner("goal --csv", today="2026-11-15")) == {"Fair 11-13": "Omar Haddad"}

    def test_a_changed_goal(self, dinner: Shell) -> None:
        assert dinner("goal fair --csv").rows[0]["reached"] == "false"
        dinner.ok("event Fair --goal 1")
        assert dinner("goal fair --csv").rows[0]["reached"] == "true"


def met(netbook: Shell, event: str, day: str, people: int) -> None:
    """That many people, all of them new, met at an event on a day."""
    if people:
        names = " ".join(f'--new "{event} {day} Guest{number}"' for number in range(people))
        netbook.ok(f"log {names} --event {event} --on {day}")
    else:
        netbook.ok(f"event {event} --on {day}")


class TestReport:
    @pytest.fixture
    @built_once
    def year(self, netbook: Shell) -> Shell:
        """Six events and what they brought."""
        for event, day, people in (
            ("Ball", "2026-01-10", 2), ("Gala", "2026-02-10", 0), ("Ball", "2026-03-10", 2),
            ("Gala", "2026-04-10", 1), ("Ball", "2026-05-10", 4), ("Fair", "2026-06-10", 2),
        ):  # fmt: skip
            met(netbook, event, day, people)
        return netbook

    def test_as_a_table(self, netbook: Shell) -> None:
        netbook.ok('log --new "Omar Haddad" --new "Mia Chen" --event "PyData Berlin" --on 2026-11-14')
        netbook.ok('log --new "Raj Patel" --event "PMI chapter" --on 2026-10-10')
        netbook.ok('event "Northwind summit" --on 2026-09-03 --place "Hall 7"')
        netbook.ok("log raj --event Reunion --on 2026-08-01")
        assert netbook.ok("goal") == (
            "1 of the last 4 events brought two new connections; the latest did; 0.8 on average\n"
            "\n"
            "  14 Nov 2026  PyData Berlin             ██████████  2 of 2  Mia Chen, Omar Haddad\n"
            "  10 Oct 2026  PMI chapter               ░░░░░░░░░░  0 of 2  nobody new, 1 met\n"
            "   3 Sep 2026  Northwind summit  Hall 7  ░░░░░░░░░░  0 of 2  nobody logged\n"
            "   1 Aug 2026  Reunion                   █████░░░░░  1 of 2  Raj Patel\n"
        )

    def test_as_json(self, netbook: Shell) -> None:
        netbook.ok('log --new "Omar Haddad" --new "Mia Chen" --event Fair --on 2026-11-14 --place Kosmos')
        netbook.ok("event Gala --on 2026-11-01 --place Rome --goal 1")
        assert netbook("goal --json").json == [
            {
                "event": "Fair", "date": "2026-11-14", "place": None, "goal": 2, "new": 2, "met": 2,
                "reached": True, "people": ["Mia Chen", "Omar Haddad"], "followed_up": 0, "ref": "e1",
            },
            {
                "event": "Gala", "date": "2026-11-01", "place": "Rome", "goal": 1, "new": 0, "met": 0,
                "reached": False, "people": [], "followed_up": 0, "ref": "e2",
            },
        ]  # fmt: skip

    def test_the_first_line_answers(self, year: Shell) -> None:
        first = year.ok("goal").splitlines()[0]
        assert first == "4 of the last 6 events brought two new connections; 2 in a row; 1.8 on average"

    @pytest.mark.parametrize(
        ("options", "first"),
        [
            ("--until 2026-04-10", "2 of the last 4 events brought two new connections; the latest did not;"),
            ("--since 2026-05-10", "Each of the last 2 events brought two new connections; 2 in a row; 3 on"),
            ("gala", "None of the last 2 editions of Gala brought two new connections; 0.5 on average"),
            ("ball", "Each of the last 3 editions of Ball brought two new connections; 3 in a row; 2.7"),
            ("--since 2026-06-10", "The last event brought 2 of 2 new connections"),
            ("--since 2026-04-10 --until 2026-04-10", "The last event brought 1 of 2 new connections"),
            ("fair", "The last edition of Fair brought 2 of 2 new connections"),
            ("--since 2026-07-01", "No events began in that period; netbook events lists all events"),
        ],
    )  # fmt: skip
    def test_the_first_line_for_less(self, year: Shell, options: str, first: str) -> None:
        assert year.ok(f"goal {options}").splitlines()[0].startswith(first)

    @pytest.mark.parametrize(
        ("goals", "first"),
        [
            ((1, 1), "Each of the last 2 events brought a new connection; 2 in a row; 3 on average"),
            ((5, 5), "None of the last 2 events brought five new connections; 3 on average"),
            ((12, 12), "None of the last 2 events brought 12 new connections; 3 on average"),
            ((0, 1), "The last event brought 2 of 1 new connection"),
            ((1, 5), "1 of the last 2 events reached their goal; the latest did not; 3 on average"),
            ((5, 1), "1 of the last 2 events reached their goal; the latest did; 3 on average"),
            ((5, 3), "None of the last 2 events reached their goal; 3 on average"),
        ],
    )
    def test_the_first_line_for_other_goals(self, year: Shell, goals: tuple[int, int], first: str) -> None:
        year.ok(f"event Ball --on 2026-05-10 --goal {goals[0]}")
        year.ok(f"event Fair --on 2026-06-10 --goal {goals[1]}")
        assert year.ok("goal --since 2026-05-01").splitlines()[0] == first

    def test_one_still_on_counts_from_the_moment_it_has_its_goal(self, year: Shell) -> None:
        met(year, "Expo", "2026-11-20", 1)
        year.ok("event Expo --until tomorrow")
        output = year.ok("goal")
        assert output.startswith(
            "4 of the last 6 events brought two new connections; 2 in a row; 1.8 on average\n"
        )
        assert "1 of 2  Expo 2026-11-20 Guest0; still on\n" in output
        assert year("goal --csv").rows[0]["reached"] == "false"
        year.ok('log --new "Omar Haddad" --event Expo')
        assert year.ok("goal").startswith("5 of the last 7 events brought two new connections; 3 in a row; ")

    def test_it_counts_as_missed_when_it_is_over(self, year: Shell) -> None:
        met(year, "Expo", "2026-11-21", 1)
        assert year.ok("goal").startswith("4 of the last 6 events")
        assert year.ok("goal", today="2026-11-22").startswith(
            "4 of the last 7 events brought two new connections; the latest did not; 1.7 on average\n"
        )

    def test_the_only_one_is_still_on(self, netbook: Shell) -> None:
        netbook.ok("event Expo --on today")
        assert netbook.ok("goal").startswith("Expo is still on: 0 of 2 new connections so far\n")
        assert netbook.ok("goal").endswith("0 of 2  nobody yet; still on\n")

    def test_the_latest_only(self, year: Shell) -> None:
        assert [row["date"] for row in year("goal --csv --limit 2").rows] == ["2026-06-10", "2026-05-10"]
        output = year.ok("goal --limit 2")
        assert output.startswith("4 of the last 6 events")
        assert output.endswith("  … and 4 earlier: --all shows them\n")
        assert len(year("goal --csv --all").rows) == 6
        assert year.fails("goal --limit 2 --all", 2).startswith("--all and --limit cannot go together")

    @pytest.mark.parametrize(
        ("options", "days"),
        [
            ("--since 2026-05-10", ["06-10", "05-10"]),
            ("--until 2026-02-10", ["02-10", "01-10"]),
            ('--since "10 feb" --until "10 mar"', ["03-10", "02-10"]),
            ("ball --since 2026-02-01", ["05-10", "03-10"]),
            ("--since 2026-06-11", []),
            ("--since 2026-05-01 --until 2026-04-01", []),
        ],
    )
    def test_the_days_that_are_asked_for(self, year: Shell, options: str, days: list[str]) -> None:
        assert [row["date"][5:] for row in year(f"goal {options} --csv").rows] == days


class TestWhichEvent:
    @pytest.fixture
    @built_once
    def named(self, netbook: Shell) -> Shell:
        for name, day in (
            ("PyData Berlin", "2026-10-10"), ("PyData London", "2026-10-11"), ("PyData", "2026-10-12"),
            ("PyData Berlin", "2025-10-10"), ("Café Kranz", "2026-10-13"), ("Summit", "2026-12-01"),
        ):  # fmt: skip
            netbook.ok(f'event "{name}" --on {day}')
        return netbook

    @pytest.mark.parametrize(
        ("asked", "days"),
        [
            ("PyData Berlin", ["2026-10-10", "2025-10-10"]),
            ("pydata  BERLIN", ["2026-10-10", "2025-10-10"]),
            ("pydataberlin", ["2026-10-10", "2025-10-10"]),
            ("berl", ["2026-10-10", "2025-10-10"]),
            ("py lon", ["2026-10-11"]),
            ("pydata", ["2026-10-12"]),
            ("cafe", ["2026-10-13"]),
            ("summit", []),
        ],
    )
    def test_a_whole_name_or_the_beginnings_of_words(self, named: Shell, asked: str, days: list[str]) -> None:
        assert [row["date"] for row in named(f'goal "{asked}" --csv').rows] == days

    @pytest.mark.parametrize(
        ("asked", "status", "output"),
        [
            ("py", 1, '3 events match "py"; say which: PyData Berlin, PyData London, PyData'),
            ("pydata berlim", 1, 'no event is called "pydata berlim"; the nearest: PyData Berlin, '),
            ("zzz", 1, 'no event is called "zzz"; netbook events lists all events'),
            ("", 2, "the name of an event cannot be empty"),
            ("x" * 10_000, 2, "the name of an event can have at most 200 characters; this one has 10,000"),
            ("py\x1b[31m", 1, 'no event is called "py\\x1b[31m"'),
        ],
    )
    def test_none_and_several(self, named: Shell, asked: str, status: int, output: str) -> None:
        assert named.fails(f"goal '{asked}'", status).startswith(output)

    def test_one_to_come_says_so(self, named: Shell) -> None:
        assert named.ok("goal summit") == (
            "Summit is still to come, on Tuesday 1 December; goal: 2 new connections\n"
        )
        assert named.ok("goal summit --json") == "[]\n"
        assert named.ok("goal summit --csv") == HEADER


class TestNothing:
    def test_no_events(self, netbook: Shell) -> None:
        assert netbook.ok("goal") == (
            "No events yet: netbook event NAME --on DATE adds one, "
            "netbook log WHO --event NAME does as well\n"
        )
        assert netbook.ok("goal --csv") == HEADER
        assert netbook.ok("goal --json") == "[]\n"

    def test_only_one_to_come(self, netbook: Shell) -> None:
        netbook.ok("event Summit --on tomorrow --goal 1")
        netbook.ok("event Gala --on 2026-12-31")
        assert netbook.ok("goal") == (
            "Summit is still to come, on Sunday 22 November; goal: 1 new connection\n"
        )

    def test_bad_options(self, netbook: Shell) -> None:
        netbook.ok("event Summit --on tomorrow")
        netbook.fails("goal --csv --json", 2)
        netbook.fails("goal --since blursday", 2)
        netbook.fails("goal --limit 0", 2)


class TestStatements:
    def test_no_question_reads_all_meetings(self, netbook: Shell) -> None:
        netbook.ok("goal")
        for name in (
            "BEGUN",
            "NEXT",
            "COMING",
            "PAST",
            "ON_DAY",
            "OVERLAPPING",
            "EDITIONS",
            "MEETINGS",
            "MET",
        ):
            statement = getattr(read, name)
            values = dict.fromkeys(re.findall(r":(\w+)", statement))
            db = sqlite3.connect(netbook.db)
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
            db.close()
            assert not [step for step in plan if re.match(r"SCAN (?!wanted)", step)], (name, plan)

    @pytest.mark.parametrize("line", ["goal --csv", "goal --json", "goal", "event Fair --on today"])
    def test_no_heavy_library_is_loaded(self, netbook: Shell, line: str) -> None:
        netbook.ok('log --new "Raj Patel" --event Fair --on 2026-11-14')
        import subprocess
        import sys

        program = (
            "import sys; from netbook.cli.main import main; main(sys.argv[1:]);"
            "print(*[n for n in ('sqlmodel', 'pydantic', 'sqlalchemy', 'rapidfuzz') if n in sys.modules],"
            "file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, *line.split()],
            capture_output=True, check=True, env={**netbook.environment(), "PATH": ""},
        )  # fmt: skip
        assert done.stderr.decode().split() == []


MEETING = st.tuples(
    st.integers(0, 9),  # day
    st.sampled_from(("coffee", "call", "email", "event")),
    st.none() | st.integers(0, 2),  # event
    st.sets(st.integers(0, 3), min_size=1, max_size=3),  # people
)


@given(st.lists(MEETING, max_size=14), st.lists(st.none() | st.integers(0, 9), min_size=4, max_size=4))
def test_new_connections_are_those_of_the_definition(
    meetings: list[tuple[int, str, int | None, set[int]]], known: list[int | None]
) -> None:
    """Any journal agrees with the definition, read one person and one event at a time."""
    first, today = date(2026, 11, 1), date(2026, 11, 8)
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    people = [
        write.insert(
            db, "person",
            {
                "uid": f"p{n}", "handle": f"p-{n}", "name": f"P{n}", "name_key": f"p{n}", "added_on": first,
                "known_since": None if since is None else first + timedelta(since),
            },
        )
        for n, since in enumerate(known)
    ]  # fmt: skip
    starts = [first + timedelta(day) for day in (2, 4, 9)]
    editions = [write.add_event(db, f"E{n}", day, day + timedelta(2)) for n, day in enumerate(starts)]
    for number, (day, kind, event, present) in enumerate(meetings):
        meeting = write.insert(
            db, "meeting",
            {
                "uid": f"m{number}", "date": first + timedelta(day), "kind": kind,
                "event_id": None if event is None else editions[event],
            },
        )  # fmt: skip
        for person in present:
            db.execute("INSERT INTO attendance VALUES (?, ?, '2000-01-01', 0)", (meeting, people[person]))
    report = build(db, today, GoalQuery())
    db.close()

    def new_at(event: int) -> set[str]:
        result = set()
        for person, since in enumerate(known):
            contacts = sorted(
                (day, number, at) for number, (day, kind, at, present) in enumerate(meetings)
                if person in present and kind != "email" and first + timedelta(day) <= today
            )  # fmt: skip
            unknown = since is None or first + timedelta(since) >= starts[event]
            if contacts and contacts[0][2] == event and unknown:
                result.add(f"P{person}")
        return result

    assert [(row.event, set(row.people)) for row in report.rows] == [("E1", new_at(1)), ("E0", new_at(0))]
    assert all(row.new == len(row.people) <= row.met for row in report.rows)
