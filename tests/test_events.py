"""Events: added, changed, made one, removed, listed. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from netbook.core.names import fold
from netbook.store import journal
from netbook.store.read.events import edition_on, events_like
from tests.conftest import Shell, built_once

EVENTS = "SELECT name, starts_on, ends_on, goal, place, host FROM event ORDER BY starts_on, id"


def events(netbook: Shell) -> list[tuple[str, str, str, int, str | None, str | None]]:
    return netbook.sql(EVENTS)


def days(netbook: Shell) -> list[tuple[str, str]]:
    return netbook.sql("SELECT starts_on, ends_on FROM event ORDER BY starts_on, id")


class TestAdd:
    def test_an_event_with_everything(self, netbook: Shell) -> None:
        answer = netbook.ok(
            'event "PyData  Berlin" --on "28 nov" --until "29 nov" --goal 3 --place "Kosmos" --host PyData'
        )
        assert answer == (
            "Added: PyData Berlin, Saturday 28 November to Sunday 29 November 2026\n"
            "  goal   3 new connections\n"
            "  place  Kosmos\n"
            "  host   PyData\n"
        )
        assert events(netbook) == [("PyData Berlin", "2026-11-28", "2026-11-29", 3, "Kosmos", "PyData")]

    def test_the_usual_goal_and_one_day(self, netbook: Shell) -> None:
        answer = netbook.ok('event "PMI chapter" --on 2025-10-10')
        assert answer == "Added: PMI chapter, Friday 10 October 2025\n  goal  2 new connections\n"
        assert events(netbook) == [("PMI chapter", "2025-10-10", "2025-10-10", 2, None, None)]

    def test_a_goal_of_none(self, netbook: Shell) -> None:
        assert "Added: Funeral" in netbook.ok("event Funeral --on tomorrow --goal 0")
        assert events(netbook)[0][3] == 0

    @pytest.mark.parametrize(
        ("on", "first"),
        [
            ("today", "2026-11-21"),
            ("tomorrow", "2026-11-22"),
            ("sat", "2026-11-28"),
            ("last sat", "2026-11-14"),
            ("14 nov", "2026-11-14"),
            ("21 nov", "2026-11-21"),
            ("14 nov 2026", "2026-11-14"),
            ("3 days ago", "2026-11-18"),
        ],
    )
    def test_an_open_day_is_the_next_one(self, netbook: Shell, on: str, first: str) -> None:
        netbook.ok(f'event Meetup --on "{on}"')
        assert days(netbook) == [(first, first)]

    def test_each_edition_has_its_own_days(self, netbook: Shell) -> None:
        for day in ("2026-09-10", "2026-10-10", "2026-11-10"):
            assert netbook.ok(f"event Meetup --on {day}").startswith("Added: Meetup")
        assert [first for first, _ in days(netbook)] == ["2026-09-10", "2026-10-10", "2026-11-10"]

    def test_a_slip_of_the_keyboard_gets_a_warning_and_the_way_out_works(self, netbook: Shell) -> None:
        netbook.ok('event "PyData Berlin" --on 2026-11-14')
        answer = netbook('event "PyDta Berlin" --on 2026-11-28')
        assert answer.status == 0
        assert answer.out.startswith("Added: PyDta Berlin")
        way_out = 'netbook event "PyDta Berlin" --on 2026-11-28 --rename "PyData Berlin"'
        assert answer.err == (
            f'netbook: there is also an event called "PyData Berlin"; if it is the same one: {way_out}\n'
        )
        assert "name  PyData Berlin, was PyDta Berlin" in netbook.ok(way_out.removeprefix("netbook "))
        assert {row[0] for row in events(netbook)} == {"PyData Berlin"}

    def test_other_numbers_and_the_same_name_get_no_warning(self, netbook: Shell) -> None:
        netbook.ok('event "PyCon 2025" --on 2025-11-14')
        netbook.ok('event "PyCon 2026" --on 2026-11-14')
        netbook.ok('event "pycon 2026" --on 2026-11-15')


class TestChange:
    @pytest.fixture
    @built_once
    def two(self, netbook: Shell) -> Shell:
        """One edition that is over and one that is to come."""
        netbook.ok('event "PyData Berlin" --on 2026-10-10 --place Kosmos --host PyData')
        netbook.ok('event "PyData Berlin" --on 2026-11-28')
        return netbook

    @pytest.mark.parametrize(
        ("options", "shown"),
        [
            ("--goal 3", "goal  3 new connections, was 2 new connections"),
            ("--goal 1", "goal  1 new connection, was 2 new connections"),
            ("--place Radialsystem", "place  Radialsystem, was Kosmos"),
            ("--no-place", "place  none, was Kosmos"),
            ("--no-host", "host  none, was PyData"),
            ("--no-host --host NumFOCUS", "host  NumFOCUS, was PyData"),
            (
                '--until "11 oct 2026"',
                "days  Saturday 10 October to Sunday 11 October, was Saturday 10 October",
            ),
        ],
    )
    def test_one_thing_is_changed_and_told(self, two: Shell, options: str, shown: str) -> None:
        answer = two.ok(f'event "pydata berlin" --on 2026-10-10 {options}')
        assert answer.startswith("Changed: PyData Berlin, Saturday 10 October")
        assert answer.splitlines()[1:] == [f"  {shown}"]
        assert len(events(two)) == 2

    def test_what_is_changed_stands_in_the_journal(self, two: Shell) -> None:
        two.ok(
            'event "PyData Berlin" --on 2026-10-10 --goal 5 --place Radialsystem --no-host --until 2026-10-11'
        )
        assert events(two)[0] == ("PyData Berlin", "2026-10-10", "2026-10-11", 5, "Radialsystem", None)

    def test_nothing_to_change_is_said(self, two: Shell) -> None:
        before = two.dump()
        answer = two.ok('event "PyData Berlin" --on 2026-11-28 --goal 2')
        assert answer == "Nothing changed: PyData Berlin, Saturday 28 November already exists\n"
        assert two.dump() == before

    def test_any_day_of_it_names_the_edition(self, two: Shell) -> None:
        two.ok('event "PyData Berlin" --on 2026-11-28 --until 2026-11-30')
        two.ok('event "PyData Berlin" --on 2026-11-29 --goal 4')
        assert [row[3] for row in events(two)] == [2, 4]

    def test_an_open_day_names_a_past_edition_where_there_is_no_coming_one(self, two: Shell) -> None:
        two.ok('event "PyData Berlin" --on "10 oct" --goal 4')
        assert [row[3] for row in events(two)] == [4, 2]

    def test_without_a_day_it_is_the_coming_edition(self, two: Shell) -> None:
        two.ok('event "PyData Berlin" --goal 4')
        assert [row[3] for row in events(two)] == [2, 4]

    def test_without_a_day_it_is_the_only_edition(self, netbook: Shell) -> None:
        netbook.ok("event Meetup --on 2020-01-01")
        netbook.ok("event Meetup --goal 4")
        assert [row[3] for row in events(netbook)] == [4]

    def test_without_a_day_several_are_refused(self, two: Shell) -> None:
        two.ok('event "PyData Berlin" --on 2025-10-10')
        answer = two.fails('event "PyData Berlin" --goal 4', 1, today="2026-12-24")
        assert answer == (
            '"PyData Berlin" has 3 editions; say which with --on: 2026-11-28, 2026-10-10, 2025-10-10'
        )

    def test_a_new_name(self, two: Shell) -> None:
        two.ok('event "PyData Berlin" --rename "PyData Berlin 2026"')
        assert [row[0] for row in events(two)] == ["PyData Berlin", "PyData Berlin 2026"]
        two.ok('event "PyData Berlin" --on 2026-10-10 --rename "pydata BERLIN"')
        assert events(two)[0][0] == "pydata BERLIN"


class TestOneOfTwo:
    @pytest.fixture
    @built_once
    def conference(self, netbook: Shell) -> Shell:
        """A meeting on each day of a conference, which made an edition a day."""
        netbook.ok('log --new "Omar Haddad" --event "PyData Berlin" --on 2026-11-14 --new-edition')
        netbook.ok(
            'log --new "Mia Chen" --event "PyData Berlin" --on 2026-11-15 --place Kosmos --new-edition'
        )
        assert days(netbook) == [("2026-11-14", "2026-11-14"), ("2026-11-15", "2026-11-15")]
        return netbook

    def test_overlapping_editions_are_refused(self, conference: Shell) -> None:
        answer = conference.fails('event "PyData Berlin" --on 2026-11-14 --until 2026-11-15', 1)
        assert answer == (
            '"PyData Berlin" already has an edition on 2026-11-15; add --merge to make them one'
        )
        conference.fails('event "PyData Berlin" --on 2026-11-13 --until 2026-11-20', 1)

    def test_they_are_made_one_if_that_is_wanted(self, conference: Shell) -> None:
        conference.ok('event "PyData Berlin" --on 2026-11-15 --place Kosmos')
        assert conference.ok('event "PyData Berlin" --on 2026-11-14 --until 2026-11-15 --merge') == (
            "Changed: PyData Berlin, Saturday 14 November to Sunday 15 November\n"
            "  days   Saturday 14 November to Sunday 15 November, was Saturday 14 November\n"
            "  place  Kosmos, was none\n"
            "  with   the meetings of Sunday 15 November\n"
        )
        (row,) = conference("goal --csv").rows
        assert (row["event"], row["date"], row["new"], row["people"]) == (
            "PyData Berlin", "2026-11-14", "2", "Omar Haddad; Mia Chen",
        )  # fmt: skip

    def test_a_span_around_both_takes_both(self, conference: Shell) -> None:
        conference.ok('event "PyData Berlin" --on 2026-11-13 --until 2026-11-16 --merge --goal 3')
        assert days(conference) == [("2026-11-13", "2026-11-16")]
        (row,) = conference("goal --csv").rows
        assert (row["goal"], row["new"]) == ("3", "2")

    def test_no_day_is_lost_when_they_are_made_one(self, conference: Shell) -> None:
        conference.ok('event "PyData Berlin" --on 2026-11-15 --until 2026-11-20')
        conference.ok('event "PyData Berlin" --on 2026-11-13 --until 2026-11-14 --merge')
        assert days(conference) == [("2026-11-13", "2026-11-14"), ("2026-11-15", "2026-11-20")]
        conference.ok('event "PyData Berlin" --on 2026-11-12 --until 2026-11-15 --merge')
        assert days(conference) == [("2026-11-12", "2026-11-20")]

    def test_a_misspelt_edition_joins_the_right_one(self, conference: Shell) -> None:
        conference('log --new "Raj Patel" --event "PyData Berln" --on 2026-11-14')
        conference.fails('event "PyData Berln" --rename "PyData Berlin"', 1)
        conference.ok('event "PyData Berln" --rename "PyData Berlin" --merge')
        assert [row["new"] for row in conference("goal --csv").rows] == ["1", "2"]

    def test_days_that_leave_a_meeting_out_are_refused(self, conference: Shell) -> None:
        conference.ok('event "PyData Berlin" --on 2026-11-14 --until 2026-11-15 --merge')
        answer = conference.fails('event "PyData Berlin" --until 2026-11-14', 1)
        assert answer == "a meeting at PyData Berlin was on 2026-11-15; choose days that include it"

    def test_other_names_may_share_the_day(self, conference: Shell) -> None:
        conference.ok('event "PyData dinner" --on 2026-11-14')


class TestRemove:
    def test_its_meetings_stay(self, netbook: Shell) -> None:
        netbook.ok('log --new "Omar Haddad" --event Meetup --on 2026-11-14')
        answer = netbook.ok("event Meetup --remove --yes")
        assert answer == "Removed: Meetup, Saturday 14 November; 1 meeting at it stays\n"
        assert netbook.sql("SELECT date, event_id FROM meeting") == [("2026-11-14", None)]
        assert events(netbook) == []

    def test_only_the_edition_that_is_named(self, netbook: Shell) -> None:
        netbook.ok("event Meetup --on 2026-10-14")
        netbook.ok("event Meetup --on 2026-11-14")
        assert (
            netbook.ok("event Meetup --remove --yes --on 2026-10-14")
            == "Removed: Meetup, Wednesday 14 October\n"
        )
        assert days(netbook) == [("2026-11-14", "2026-11-14")]

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            (
                "event Meetup --remove",
                2,
                "removing Meetup, Saturday 14 November needs a confirmation; add --yes",
            ),
            (
                "event Meetup --remove --yes --on 2026-11-15",
                1,
                '"Meetup" has no edition on 2026-11-15; its editions: 2026-11-14',
            ),
            (
                "event Meetup --remove --yes --goal 3",
                2,
                "--remove removes the whole edition and goes with --on alone; leave the other options out",
            ),
        ],
    )
    def test_refused(self, netbook: Shell, line: str, status: int, message: str) -> None:
        netbook.ok("event Meetup --on 2026-11-14")
        assert netbook.fails(line, status) == message


class TestBadInput:
    @pytest.mark.parametrize(
        ("options", "status", "message"),
        [
            ("Gala", 2, 'no event is called "Gala"; to add it, say when it is: --on DATE'),
            (
                '"PyData Berlim"',
                2,
                'no event is called "PyData Berlim" (the nearest: PyData Berlin); to add it, say when it is: '
                "--on DATE",
            ),
            ('"" --on today', 2, "the name of an event cannot be empty"),
            ("' \u200b ' --on today", 2, "the name of an event cannot be empty"),
            (f"{'x' * 10_000} --on today", 2, "can have at most 200 characters; this one has 10,000"),
            ("Gala --on blursday", 2, 'cannot read the date "blursday"; write 2026-11-27'),
            ('Gala --on "30 feb"', 2, 'there is no such day as "30 feb"'),
            ("Gala --on 11/12/2026", 2, "does not say which number is the month"),
            ('Gala --on "next month"', 2, "is more than one day"),
            ("Gala --on 2026-11-28 --until 2026-11-27", 2, "is before the first day, 2026-11-28; give"),
            ('Gala --on "28 nov" --until "27 nov"', 2, "is before the first day, 2026-11-28"),
            ("Gala --on today --goal -1", 2, "-1 is not between 0 and 1000"),
            ("Gala --on today --goal 1001", 2, "1001 is not between 0 and 1000"),
            ("Gala --on today --goal two", 2, "invalid value for '--goal'"),
            ('Gala --on today --place ""', 2, "a place cannot be empty"),
            (f"Gala --on today --host {'x' * 201}", 2, "a host can have at most 200 characters"),
            ("Gala --on today --rename Ball", 1, '"Gala" has no edition on 2026-11-21'),
            ('"PyData Berlin" --rename " "', 2, "the name of an event cannot be empty"),
        ],
    )  # fmt: skip
    def test_one_line_and_nothing_changed(
        self, netbook: Shell, options: str, status: int, message: str
    ) -> None:
        netbook.ok('event "PyData Berlin" --on 2026-11-14')
        assert message in netbook.fails(f"event {options}", status)

    @pytest.mark.parametrize(
        "name",
        ["[/b] red", 'O\'Reilly, "live"', "Łódź \U0001f389", "עברית", "été", "=HYPERLINK(1)", "-x-"],
    )
    def test_names_of_every_kind(self, netbook: Shell, name: str) -> None:
        import shlex

        netbook.ok(f"event --on 2026-11-14 -- {shlex.quote(name)}")
        assert [row["event"] for row in netbook("events --csv").rows] == [name]
        assert [row["event"] for row in netbook(f"goal --json -- {shlex.quote(name)}").json] == [name]
        assert name in netbook.ok("goal")
        assert name in netbook.ok("events")

    def test_control_characters_are_only_shown(self, netbook: Shell) -> None:
        assert "red\\x1b[31m" in netbook.ok("event $'x' --on today".replace("$'x'", "'red\x1b[31m'"))
        for command in ("goal", "events"):
            assert "\x1b" not in netbook.ok(command)

    def test_an_accent_typed_two_ways_is_one_name(self, netbook: Shell) -> None:
        netbook.ok("event 'Caf\u00e9' --on 2026-11-14")
        netbook.ok("event 'Cafe\u0301' --on 2026-11-14 --goal 3")
        assert [(row[0], row[3]) for row in events(netbook)] == [("Caf\u00e9", 3)]


class TestList:
    @pytest.fixture
    @built_once
    def year(self, netbook: Shell) -> Shell:
        """Two events over, one on, two to come."""
        netbook.ok("event Spring --on 2026-03-01 --place Lisbon")
        netbook.ok("event Autumn --on 2026-10-10 --host Acme")
        netbook.ok("event Fair --on 2026-11-20 --until 2026-11-22 --goal 3")
        netbook.ok("event Gala --on 2026-12-31 --goal 0")
        netbook.ok("event Summit --on 2026-11-28")
        netbook.ok('log --new "Omar Haddad" --new "Mia Chen" --event Autumn --on 2026-10-10')
        netbook.ok("log omar --event Fair --on 2026-11-20")
        return netbook

    def test_coming_ones_first(self, year: Shell) -> None:
        assert year.ok("events --csv") == (
            "event,date,until,place,host,goal,new,met,ref\n"
            "Fair,2026-11-20,2026-11-22,,,3,0,1,e3\n"
            "Summit,2026-11-28,2026-11-28,,,2,0,0,e5\n"
            "Gala,2026-12-31,2026-12-31,,,0,0,0,e4\n"
            "Autumn,2026-10-10,2026-10-10,,Acme,2,2,2,e2\n"
            "Spring,2026-03-01,2026-03-01,Lisbon,,2,0,0,e1\n"
        )

    def test_as_a_table(self, year: Shell) -> None:
        assert year.ok("events") == (
            "On now: Fair; 2 to come, the next Saturday 28 November; 2 past\n"
            "\n"
            "  event   date         until        new     place   host\n"
            "  Fair    20 Nov 2026  22 Nov 2026  0 of 3                e3\n"
            "  Summit  28 Nov 2026               goal 2                e5\n"
            "  Gala    31 Dec 2026                                     e4\n"
            "  Autumn  10 Oct 2026               2 of 2          Acme  e2\n"
            "  Spring   1 Mar 2026               0 of 2  Lisbon        e1\n"
        )

    def test_json_has_every_key(self, year: Shell) -> None:
        assert year("events --json").json[1] == {
            "event": "Summit", "date": "2026-11-28", "until": "2026-11-28", "place": None, "host": None,
            "goal": 2, "new": 0, "met": 0, "ref": "e5",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("options", "names"),
        [
            ("--since today", ["Fair", "Summit", "Gala"]),
            ("--since 2026-11-22", ["Fair", "Summit", "Gala"]),
            ("--since 2026-11-23", ["Summit", "Gala"]),
            ("--until 2026-11-20", ["Fair", "Autumn", "Spring"]),
            ("--until 2026-11-19", ["Autumn", "Spring"]),
            ('--since "1 oct" --until "28 nov"', ["Fair", "Summit", "Autumn"]),
            ('--until "1 dec"', ["Fair", "Summit", "Autumn", "Spring"]),
            ("--since 2026-10-10 --until 2026-10-10", ["Autumn"]),
            ("--since 2026-12-01 --until 2026-11-01", []),
        ],
    )
    def test_the_days_that_are_asked_for(self, year: Shell, options: str, names: list[str]) -> None:
        assert [row["event"] for row in year(f"events {options} --csv").rows] == names

    def test_after_the_last_one(self, year: Shell) -> None:
        assert year.ok("events", today="2027-01-01").startswith("Nothing to come; 5 past\n")
        assert (
            year.ok("events --until 2020-01-01")
            == "No events in that period; netbook events lists all events\n"
        )

    def test_an_unreadable_day(self, year: Shell) -> None:
        year.fails("events --since blursday", 2)
        year.fails("events --csv --json", 2)

    def test_no_events(self, netbook: Shell) -> None:
        assert netbook.ok("events --csv") == "event,date,until,place,host,goal,new,met,ref\n"
        assert netbook.ok("events --json") == "[]\n"
        assert netbook.ok("events") == (
            "No events yet: netbook event NAME --on DATE adds one, "
            "netbook log WHO --event NAME does as well\n"
        )


class TestRead:
    def test_edition_on_takes_every_day_from_first_to_last(self, netbook: Shell) -> None:
        from datetime import date

        netbook.ok("event Fair --on 2026-11-20 --until 2026-11-22")
        with journal.reading(netbook.db) as db:
            results = [day for day in range(18, 26) if edition_on(db, fold("FAIR"), date(2026, 11, day))]
            assert results == [20, 21, 22]
            assert edition_on(db, "other", date(2026, 11, 20)) is None

    def test_events_like_names_each_once_as_it_was_spelt_last(self, netbook: Shell) -> None:
        netbook.ok('event "pydata berlin" --on 2026-10-20')
        netbook.ok('event "PyData Berlin" --on 2026-11-20')
        with journal.reading(netbook.db) as db:
            assert events_like(db, "PyData Berlim") == ["PyData Berlin"]
            assert events_like(db, "PyData  BERLIN") == []


def test_an_edition_close_to_another_is_only_made_when_it_is_said(netbook: Shell) -> None:
    netbook.ok("add Ana")
    netbook.ok("event Fair --on 2026-11-16")
    netbook.ok("log ana -d 2026-11-19")
    close = '"Fair" is on 2026-11-16, not on 2026-11-{}; say --on 2026-11-16, or {} for another one'
    assert netbook.fails("edit m1 --event Fair", 1) == close.format(19, "--new-edition")
    add = 'netbook event "Fair" --on 2026-11-25'
    assert netbook.fails("plan ana --on 2026-11-25 --event Fair", 1) == close.format(25, add)
    assert netbook.fails("jot 'coffee with Ana yesterday @Fair'", 1) == close.format(20, "--new-edition")
    netbook.ok("edit m1 --event Fair --new-edition")
    netbook.ok("jot 'coffee with Ana yesterday @Fair' --new-edition")
    assert netbook.sql("SELECT starts_on FROM event ORDER BY 1") == [
        ("2026-11-16",),
        ("2026-11-19",),
        ("2026-11-20",),
    ]
    netbook.ok(add.removeprefix("netbook "))
    netbook.ok("plan ana --on 2026-11-25 --event Fair")
    assert netbook.sql("SELECT count(*) FROM event") == [(4,)]


def test_the_people_of_a_file_are_expected_at_the_coming_edition(netbook: Shell) -> None:
    netbook.ok("event Fair --on 2026-11-10")
    netbook.ok("event Fair --on 2026-12-02")
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    table = "Name,E-mail Address\nAna Ruiz,ana@example.org\nBo Lind,bo@example.org\n"
    output = netbook("import - --event fair", stdin=table).out
    assert "  people    1: Bo Lind\n" in output
    assert "  expected  2 at Fair, 2026-12-02\n" in output
    assert netbook("import - --event fair", stdin=table).out.startswith("Nothing new: ")
    assert [row["person"] for row in netbook("prep fair --json").json["unknown"]] == ["Ana Ruiz", "Bo Lind"]
    answer = netbook("import - --event Fairy", stdin=table)
    assert (answer.status, "no event is called" in answer.err) == (1, True)
