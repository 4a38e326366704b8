"""Logging a meeting. Today is Saturday 21 November 2026."""

from __future__ import annotations

import shlex
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.actions.log import MeetingWords, log
from netbook.actions.logged import Logged
from netbook.core.names import clean
from netbook.core.vocabulary import ABOUTS, IN_PERSON, KINDS, LIVE, WRITTEN
from netbook.errors import NetbookError
from netbook.store import journal
from tests.conftest import Shell, built_once

TODAY = date(2026, 11, 21)
NO_CADENCE = "no cadence yet (netbook edit {} --circle peers)"


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Three peers (due monthly), Omar without a circle, and two people called Ana."""
    for name in ("Lena Vogt", "Bo Lind", "Cy Moss"):
        netbook.ok(f'add "{name}" --circle peers --known-since 2020-01-01', today="2026-10-01")
    netbook.ok('add "Omar Haddad" --org Northwind --alias Omi')
    netbook.ok('add "Ana Ruiz" --org Acme')
    netbook.ok('add "Ana Silva"')
    return netbook


def meetings(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        """SELECT m.date, m.kind, group_concat(p.handle, ' ') FROM meeting m
        LEFT JOIN attendance a ON a.meeting_id = m.id LEFT JOIN person p ON p.id = a.person_id
        GROUP BY m.id ORDER BY m.id"""
    )


def meeting(netbook: Shell, column: str) -> object:
    """A column of the only meeting."""
    ((value,),) = netbook.sql(f"SELECT {column} FROM meeting")
    return value


def topics(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        """SELECT p.handle, t.name, k.found_on FROM commonality k JOIN topic t ON t.id = k.topic_id
        JOIN person p ON p.id = k.person_id ORDER BY t.key, p.handle"""
    )


def notes(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        "SELECT p.handle, n.about, n.text, n.date FROM note n JOIN person p ON p.id = n.person_id ORDER BY n.id"
    )


def promises(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        """SELECT p.handle, f.whose, f.text, f.promised_on, f.due_on, f.status FROM followup f
        JOIN person p ON p.id = f.person_id ORDER BY f.id"""
    )


class TestTheAnswer:
    def test_everything_that_was_understood_is_said_and_kept(self, people: Shell) -> None:
        answer = people.ok(
            'log lena --new "Raj Patel (Acme)" --event "PyData Berlin" --place Kosmos --minutes 50 -m "the keynote"'
            ' -c climbing -c "lena: Le Guin" -l "lena: family: daughter chose Delft" -l "raj: hates fish"'
            ' --gave "raj: a lift" --got "lena: the vendor list"'
            ' -p "lena: send slides by friday" --they-promise "raj: call back"'
        )
        assert answer == (
            "Logged: event on Saturday 21 November with Lena Vogt and Raj Patel, at PyData Berlin, Kosmos, 50 min\n"
            "  about          the keynote\n"
            "  new            Raj Patel (raj-patel), Acme\n"
            "  in common      climbing, with both\n"
            "  in common      Le Guin, with Lena Vogt\n"
            "  learned        Lena Vogt, family: daughter chose Delft\n"
            "  learned        Raj Patel, stories: hates fish\n"
            "  gave           Raj Patel: a lift\n"
            "  got            Lena Vogt: the vendor list\n"
            "  promised       Lena Vogt: send slides, by Friday 27 November (1)\n"
            "  they promised  Raj Patel: call back (2)\n"
            f"  next due       Lena Vogt 21 December · Raj Patel: {NO_CADENCE.format('raj-patel')}\n"
            "  goal           1 of 2 new connections at PyData Berlin; a new event with a goal of 2\n"
        )
        assert people.sql(
            "SELECT m.date, m.kind, m.minutes, m.place, m.summary, m.fleeting, e.name, e.goal FROM meeting m"
            " JOIN event e ON e.id = m.event_id"
        ) == [("2026-11-21", "event", 50, "Kosmos", "the keynote", None, "PyData Berlin", 2)]
        assert topics(people) == [
            ("lena-vogt", "climbing", "2026-11-21"),
            ("raj-patel", "climbing", "2026-11-21"),
            ("lena-vogt", "Le Guin", "2026-11-21"),
        ]
        assert notes(people) == [
            ("lena-vogt", "family", "daughter chose Delft", "2026-11-21"),
            ("raj-patel", "stories", "hates fish", "2026-11-21"),
        ]
        assert people.sql("SELECT person_id, direction, text, date, thanked_on FROM favor ORDER BY id") == [
            (7, "gave", "a lift", "2026-11-21", None),
            (1, "got", "the vendor list", "2026-11-21", None),
        ]
        assert promises(people) == [
            ("lena-vogt", "mine", "send slides", "2026-11-21", "2026-11-27", "open"),
            ("raj-patel", "theirs", "call back", "2026-11-21", None, "open"),
        ]
        # All of it hangs on the meeting.
        for table in ("commonality", "note", "favor", "followup"):
            assert people.sql(f"SELECT DISTINCT meeting_id FROM {table}") == [(1,)]

    def test_the_same_as_data_with_every_key(self, people: Shell) -> None:
        answer = people(
            'log lena --new "Raj Patel (Acme)" -e Fair -d yesterday -c rowing -l "raj: goals: a shop"'
            ' --gave "raj: a lift" -p "lena: slides by friday" --json'
        )
        assert (answer.status, answer.err) == (0, "")
        ((uid,),) = people.sql("SELECT uid FROM meeting")
        assert answer.json == {
            "uid": uid, "date": "2026-11-20", "kind": "event", "human": True, "minutes": None, "place": None,
            "summary": None, "fleeting": None,
            "people": [
                {"name": "Lena Vogt", "handle": "lena-vogt", "org": None, "new": False, "status": "active",
                 "cadence": "1m", "next_due": "2026-12-20"},
                {"name": "Raj Patel", "handle": "raj-patel", "org": "Acme", "new": True, "status": "active",
                 "cadence": None, "next_due": None},
            ],
            "common": [{"topic": "rowing", "people": ["Lena Vogt", "Raj Patel"],
                        "handles": ["lena-vogt", "raj-patel"], "news": True}],
            "learned": [{"person": "Raj Patel", "handle": "raj-patel", "about": "goals", "text": "a shop"}],
            "favors": [{"person": "Raj Patel", "handle": "raj-patel", "direction": "gave", "text": "a lift"}],
            "promised": [{"person": "Lena Vogt", "handle": "lena-vogt", "whose": "mine", "text": "slides",
                          "due_on": "2026-11-27", "number": 1}],
            "event": {"name": "Fair", "made": True, "editions": 1, "goal": 2, "new": 1, "people": ["Raj Patel"]},
            "warnings": [], "plan": None, "refs": ["e1", "m1", "c1", "c2", "n1", "f1", "t1"],
        }  # fmt: skip

    def test_nothing_is_left_out_of_the_data_of_the_shortest_line(self, people: Shell) -> None:
        results = people("log lena --json").json
        assert list(results) == [*Logged._fields, "refs"]
        assert results["common"] == results["learned"] == results["favors"] == results["promised"] == []
        assert (results["event"], results["summary"], results["fleeting"]) == (None, None, None)

    def test_warnings_stand_on_stderr_and_in_the_data(self, people: Shell) -> None:
        people.ok("log lena -c climbing")
        answer = people("log bo -c climb --json")
        assert answer.json["warnings"] == [answer.err.removeprefix("netbook: ").rstrip("\n")]

    def test_nothing_that_was_typed_steers_the_terminal(self, people: Shell) -> None:
        bad = "\x1b[2J\u202e"
        people.ok(f"log lena -e 'Fair{bad}' -c 'climbing{bad}'")
        people.sql("UPDATE person SET parted_on = '2026-11-01', name = name || ?", bad)
        answer = people(
            f"log bo --new 'Cy{bad} (Acme{bad})' -e 'Fairs{bad}' -c 'climb{bad}' --place 'K{bad}' -m 'x{bad}'"
            f" -l 'bo: y{bad}' --gave 'bo: z{bad}' -p 'bo: q{bad} by friday' --fleeting 'w{bad}'"
        )
        assert answer.status == 0
        assert not {"\x1b", "\u202e"} & set(answer.out + answer.err)
        assert answer.out.count("\\x1b[2J\\u202e") >= 12
        assert answer.err.count("\\x1b[2J\\u202e") == 9

    @pytest.mark.parametrize(
        ("who", "topic", "shown"),
        [
            ("lena", "chess", "chess, with Lena Vogt"),
            ("lena bo", "chess", "chess, with both"),
            ("lena bo cy", "chess", "chess, with all"),
            ("lena bo cy", "bo: chess", "chess, with Bo Lind"),
        ],
    )
    def test_with_whom_a_topic_is_shared(self, people: Shell, who: str, topic: str, shown: str) -> None:
        assert f"  in common      {shown}\n" in people.ok(f'log {who} -c "{topic}"')

    def test_many_names_read_as_a_list(self, people: Shell) -> None:
        answer = people.ok("log lena bo cy omar")
        assert answer.startswith(
            "Logged: meeting on Saturday 21 November with Lena Vogt, Bo Lind, Cy Moss and Omar Haddad\n"
        )


class TestNextDue:
    @pytest.mark.parametrize(
        ("setup", "shown"),
        [
            ("", "Lena Vogt 21 December"),
            ("edit lena --every 2w", "Lena Vogt 5 December"),
            ("edit lena --every 1y", "Lena Vogt 21 November 2027"),
            ("edit lena --every none", "Lena Vogt: never, by choice"),
            ("pause lena", "Lena Vogt: paused"),
            ("pause lena --until today", "Lena Vogt: paused"),
        ],
    )
    def test_it_is_said_for_each(self, people: Shell, setup: str, shown: str) -> None:
        if setup:
            people.ok(setup)
        assert f"  next due       {shown}\n" in people.ok("log lena")

    def test_of_several_each_is_named(self, people: Shell) -> None:
        answer = people.ok("log lena omar")
        assert (
            f"next due       Lena Vogt 21 December · Omar Haddad: {NO_CADENCE.format('omar-haddad')}\n"
            in answer
        )

    @pytest.mark.parametrize(
        ("on", "shown"),
        [
            ("2026-10-10", "Lena Vogt 10 November, 11 days late"),
            ("2026-10-21", "Lena Vogt 21 November, due today"),
            ("2025-10-21", "Lena Vogt 21 November 2025, 365 days late"),
            ("2026-10-22", "Lena Vogt 22 November"),
        ],
    )
    def test_an_old_meeting_may_leave_somebody_late(self, people: Shell, on: str, shown: str) -> None:
        assert f"next due       {shown}\n" in people.ok(f"log lena --on {on}")

    def test_a_back_dated_meeting_does_not_go_before_a_later_one(self, people: Shell) -> None:
        people.ok("log lena --on '1 nov'")
        assert "next due       Lena Vogt 1 December\n" in people.ok("log lena --on '10 oct'")

    def test_the_month_ends_where_the_calendar_says(self, people: Shell) -> None:
        answer = people.ok("log lena --on '31 jan 2027'", today="2027-01-31")
        assert "next due       Lena Vogt 28 February\n" in answer

    @pytest.mark.parametrize(("kind", "article"), [("email", "an"), ("message", "a"), ("letter", "a")])
    def test_a_written_kind_says_that_the_clock_is_not_reset(
        self, people: Shell, kind: str, article: str
    ) -> None:
        people.ok("log lena --on '10 oct'")
        assert people.ok(f"log lena -k {kind}") == (
            f"Logged: {kind} on Saturday 21 November with Lena Vogt\n"
            f"  next due       Lena Vogt 10 November, 11 days late; {article} {kind} is kept, "
            "but does not reset the clock\n"
        )
        rows = people("due --only contact --csv").rows
        assert [row["last_contact"] for row in rows if row["handle"] == "lena-vogt"] == ["2026-10-10"]

    @pytest.mark.parametrize("kind", IN_PERSON + LIVE)
    def test_the_other_kinds_reset_it(self, people: Shell, kind: str) -> None:
        people.ok("log lena --on '10 oct'")
        assert "reset" not in people.ok(f"log lena -k {kind}")
        assert "lena-vogt" not in people.ok("due --only contact --csv")
        assert people.sql("SELECT human FROM attendance ORDER BY meeting_id") == [(1,), (1,)]

    def test_somebody_new_came_into_the_journal_today_whenever_they_were_met(self, people: Shell) -> None:
        people.ok("log --new Dora -k email --on 2026-03-01")
        people.ok("edit dora --circle team")
        rows = people("due --only contact --csv").rows
        assert [(row["due_on"], row["last_contact"]) for row in rows if row["handle"] == "dora"] == [
            ("2026-11-21", "")
        ]


class TestWho:
    @pytest.mark.parametrize(
        "who",
        ["omar-haddad", "'Omar Haddad'", "omar", "HADDAD", "'h o'", "omi", "'ömar  haddad'", "omarhaddad"],
    )
    def test_a_handle_a_name_an_alias_or_beginnings_of_words(self, people: Shell, who: str) -> None:
        people.ok(f"log {who}")
        assert meetings(people) == [("2026-11-21", "meeting", "omar-haddad")]

    def test_named_twice_is_one_participant(self, people: Shell) -> None:
        answer = people.ok("log lena 'Lena Vogt' lena-vogt bo -c chess")
        assert answer.startswith("Logged: meeting on Saturday 21 November with Lena Vogt and Bo Lind\n")
        assert meetings(people) == [("2026-11-21", "meeting", "lena-vogt bo-lind")]
        assert len(topics(people)) == 2

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("log ana", 1,
             'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("log omarr", 1,
             'nobody is called "omarr"; the nearest: omar-haddad  Omar Haddad  Northwind'),
            ("log zzz", 1, 'nobody is called "zzz"; netbook people lists everybody'),
            ("log ''", 2, "a name cannot be empty; write a handle, a name or part of one"),
            ("log '  '", 2, "a name cannot be empty; write a handle, a name or part of one"),
            ("log", 2, 'say who was there: a name, --new "NAME" for somebody new, or --fleeting TEXT'),
            ("log -k lunch -c chess", 2,
             'say who was there: a name, --new "NAME" for somebody new, or --fleeting TEXT'),
            ("log --fleeting ' '", 2,
             'say who was there: a name, --new "NAME" for somebody new, or --fleeting TEXT'),
        ],
    )  # fmt: skip
    def test_nobody_is_guessed(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message

    def test_a_name_of_10000_characters(self, people: Shell) -> None:
        assert people.fails(f"log {'x' * 10_000}", 1).startswith('nobody is called "xxx')
        assert people.fails(f"log --new {'x' * 10_000}", 2) == (
            "a name can have at most 200 characters; this one has 10,000"
        )

    def test_parted_people_are_logged_and_stay_parted(self, people: Shell) -> None:
        people.sql("UPDATE person SET parted_on = '2026-11-01' WHERE handle = 'lena-vogt'")
        answer = people("log lena")
        assert (answer.status, answer.err) == (
            0, "netbook: you have parted from Lena Vogt; the meeting is logged anyway\n"
        )  # fmt: skip
        assert "next due       Lena Vogt: parted\n" in answer.out
        assert meetings(people) == [("2026-11-21", "meeting", "lena-vogt")]
        assert people.sql("SELECT parted_on FROM person WHERE handle = 'lena-vogt'") == [("2026-11-01",)]

    def test_paused_people_are_logged_and_stay_paused(self, people: Shell) -> None:
        people.ok("pause lena")
        people.ok("log lena")
        assert people.sql("SELECT paused_on, paused_until FROM person WHERE handle = 'lena-vogt'") == [
            ("2026-11-21", None)
        ]


class TestSomebodyNew:
    def test_name_and_organisation(self, people: Shell) -> None:
        answer = people.ok('log --new "Raj  Patel (Acme)" -n "Mia Chen"')
        assert (
            "  new            Raj Patel (raj-patel), Acme\n  new            Mia Chen (mia-chen)\n" in answer
        )
        assert people.sql("SELECT handle, name, org, added_on, known_since FROM person WHERE id > 6") == [
            ("raj-patel", "Raj Patel", "Acme", "2026-11-21", None),
            ("mia-chen", "Mia Chen", None, "2026-11-21", None),
        ]

    def test_a_name_that_is_there_is_refused(self, people: Shell) -> None:
        assert people.fails('log lena --new "omar haddad (Globex)"', 1) == (
            '"omar haddad" is already in the journal: omar-haddad  Omar Haddad  Northwind; '
            "to log with them, give the handle without --new; for a namesake, add --namesake"
        )
        # An alias is a name too.
        assert '"Omi" is already' in people.fails("log --new Omi", 1)

    def test_a_namesake(self, people: Shell) -> None:
        answer = people.ok('log lena --new "Omar Haddad (Globex)" --namesake -p "omar-haddad-2: call"')
        assert "new            Omar Haddad (omar-haddad-2), Globex\n" in answer
        assert meetings(people) == [("2026-11-21", "meeting", "lena-vogt omar-haddad-2")]
        assert [row[0] for row in promises(people)] == ["omar-haddad-2"]

    def test_a_long_organisation_is_refused(self, people: Shell) -> None:
        assert people.fails(f"log --new 'Bea ({'x' * 201})'", 2) == (
            "an organisation can have at most 200 characters; this one has 201"
        )

    def test_the_same_new_name_twice_is_refused(self, people: Shell) -> None:
        assert people.fails('log --new "Mia Chen" --new "mia chen"', 1) == (
            '--new "mia chen" is given twice; give it once, or add --namesake for two of that name'
        )

    def test_a_circle_and_a_cadence_for_those_who_are_new(self, people: Shell) -> None:
        people.ok("log lena -n 'Mia Meadow' --circle peers")
        people.ok("log -n 'Omar Oakleaf' --every 2w")
        rows = {row["handle"]: (row["circle"], row["cadence"]) for row in people("people --csv").rows}
        assert (rows["mia-meadow"], rows["omar-oakleaf"]) == (("peers", "1m"), ("", "2w"))
        assert rows["lena-vogt"] == ("peers", "1m")
        assert people.fails("log lena --circle peers", 2) == (
            "--circle is for somebody new (--new NAME); for the others: netbook edit WHO --circle"
        )
        people.fails("log -n 'Cy Cypress' --circle nowhere", 1)
        people.fails("log -n 'Cy Cypress' --every never", 2)

    def test_an_accent_typed_two_ways_is_one_name(self, people: Shell) -> None:
        people.ok("log --new 'Jose\u0301 Pe\u00f1a'")
        people.ok("log 'Jos\u00e9 Pen\u0303a'")
        assert people.sql("SELECT name FROM person WHERE handle = 'jose-pena'") == [("José Peña",)]
        assert len(meetings(people)) == 2

    @pytest.mark.parametrize(
        "name",
        [
            'Bo "Bobby" O\'Lind', "Lind, Bo", "李伟", "דוד בן גוריון", "👩‍🚀", "[/b]", "[red]Bo", "50% off", "=1+1",
            "a/b\\c", "x" * 200, "null", "Ana\u202eziuR", "Bo\x1b[2J Lind", "-", "é",
        ],
    )  # fmt: skip
    def test_any_name_can_be_kept_and_logged_again(self, netbook: Shell, name: str) -> None:
        answer = netbook.ok(f"log --new={shlex.quote(name)}")
        assert "\x1b" not in answer
        assert "\u202e" not in answer
        assert netbook.sql("SELECT name FROM person") == [(clean(name),)]
        ((handle,),) = netbook.sql("SELECT handle FROM person")
        netbook.ok(f"log -- {shlex.quote(handle)}")
        assert netbook("log --json -- " + shlex.quote(handle)).json["people"][0]["name"] == clean(name)
        assert len(meetings(netbook)) == 3

    def test_a_newline_in_a_name_is_a_space(self, netbook: Shell) -> None:
        answer = netbook.ok("log --new 'Bo\nLind'")
        assert answer.startswith("Logged: meeting on Saturday 21 November with Bo Lind\n")
        assert netbook.sql("SELECT name FROM person") == [("Bo Lind",)]

    @pytest.mark.parametrize("name", ["''", "' '", "'\u200b'", "'\x01'"])
    def test_a_name_that_cannot_be_seen(self, people: Shell, name: str) -> None:
        assert people.fails(f"log lena --new {name}", 2) == "a name cannot be empty"


class TestKindAndDay:
    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind(self, people: Shell, kind: str) -> None:
        assert people.ok(f"log lena -k {kind}").startswith(f"Logged: {kind} on Saturday 21 November with ")
        assert people.sql("SELECT kind, human FROM meeting") == [(kind, int(kind not in WRITTEN))]

    @pytest.mark.parametrize(
        ("options", "kind"),
        [("", "meeting"), ("-e Fair", "event"), ("-e Fair -k coffee", "coffee"), ("-k E-Mail", "email")],
    )
    def test_the_usual_kind(self, people: Shell, options: str, kind: str) -> None:
        people.ok(f"log lena {options}")
        assert meeting(people, "kind") == kind

    @pytest.mark.parametrize(
        ("typed", "day", "shown"),
        [
            ("today", "2026-11-21", "Saturday 21 November"),
            ("yesterday", "2026-11-20", "Friday 20 November"),
            ("sat", "2026-11-21", "Saturday 21 November"),
            ("fri", "2026-11-20", "Friday 20 November"),
            ("sunday", "2026-11-15", "Sunday 15 November"),
            ("last friday", "2026-11-20", "Friday 20 November"),
            ("3 days ago", "2026-11-18", "Wednesday 18 November"),
            ("2 weeks ago", "2026-11-07", "Saturday 7 November"),
            ("2025-02-28", "2025-02-28", "Friday 28 February 2025"),
            ("20 nov", "2026-11-20", "Friday 20 November"),
            ("22 nov", "2025-11-22", "Saturday 22 November 2025"),
            ("nov 20 2025", "2025-11-20", "Thursday 20 November 2025"),
            ("20 November 2025", "2025-11-20", "Thursday 20 November 2025"),
        ],
    )
    def test_the_past_is_meant(self, people: Shell, typed: str, day: str, shown: str) -> None:
        assert people.ok(f"log lena -d '{typed}' -c chess").startswith(f"Logged: meeting on {shown} with ")
        assert meeting(people, "date") == day
        assert topics(people) == [("lena-vogt", "chess", day)]

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ("-d tomorrow",
             '"tomorrow" is 2026-11-22, which is still to come; plan it: netbook plan WHO --on 2026-11-22'),
            ("-d 2026-11-22", '"2026-11-22" is still to come; plan it: netbook plan WHO --on 2026-11-22'),
            ("-d 'next fri'",
             '"next fri" is 2026-11-27, which is still to come; plan it: netbook plan WHO --on 2026-11-27'),
            ("-d 'in 2 days'",
             '"in 2 days" is 2026-11-23, which is still to come; plan it: netbook plan WHO --on 2026-11-23'),
            ("-d blursday",
             'cannot read the date "blursday"; write 2026-11-20, "friday" or "3 days ago"'),
            ("-d ''", 'cannot read the date ""; write 2026-11-20, "friday" or "3 days ago"'),
            ("-d '30 feb'", 'there is no such day as "30 feb"; check the day and the month'),
            ("-d 11/12/2026",
             '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'),
            ("-d 'last week'",
             '"last week" is more than one day; name the day: 2026-11-20 or "friday"'),
            ("-k cofee",
             f'unknown kind "cofee"; did you mean coffee? There are {", ".join(KINDS)}'),
            ("-k ''", f'unknown kind ""; there are {", ".join(KINDS)}'),
            ("--place ''", "a place cannot be empty"),
            (f"--place {'x' * 201}", "a place can have at most 200 characters; this one has 201"),
            ("-e ''", "an event's name cannot be empty"),
            ("-c ' '", "a topic cannot be empty"),
            ("-c 'lena:'", 'nothing follows "lena:"; write the text after the colon'),
            ("-l ' '", "a note cannot be empty; write a few words"),
            ("-l 'family:'", 'nothing follows "family:"; write the text after the colon'),
            ("--gave ''", "a favour cannot be empty; write a few words"),
            ("-p ''", "a promise cannot be empty; write a few words"),
            ("-p 'by friday'", "a promise cannot be empty; write a few words"),
            ("-p 'slides by 30 feb'", 'there is no such day as "30 feb"; check the day and the month'),
            ("--minutes 0", 'cannot read the minutes "0"; write 90, "90 min" or 1h30, a month at most'),
            ("--minutes=-5", 'cannot read the minutes "-5"; write 90, "90 min" or 1h30, a month at most'),
            ("--minutes 44641", 'cannot read the minutes "44641"; write 90, "90 min" or 1h30, a month at most'),
            ("--minutes ten", 'cannot read the minutes "ten"; write 90, "90 min" or 1h30, a month at most'),
            ("--nonsense", None),
        ],
    )  # fmt: skip
    def test_what_cannot_be_understood_is_2_and_nothing_is_kept(
        self, people: Shell, options: str, message: str | None
    ) -> None:
        answer = people.fails(f"log lena -e Fair -c chess {options}", 2)
        assert answer == message if message else answer.casefold().endswith("see netbook log --help")

    def test_times_and_places_at_their_limits(self, people: Shell) -> None:
        people.ok(f"log lena --minutes 44640 --place {'x' * 200}")
        assert people.sql("SELECT minutes, length(place) FROM meeting") == [(44640, 200)]


class TestEvent:
    def test_made_with_the_usual_goal_and_counted(self, people: Shell) -> None:
        # Lena has been known since 2020; Dora and Eli are new; the fourth is met a second time.
        assert "goal           0 of 2 new connections at Fair; a new event with a goal of 2\n" in people.ok(
            "log lena -e Fair"
        )
        assert "goal           1 of 2 new connections at Fair\n" in people.ok("log --new Dora -e fair")
        assert "goal           2 of 2 new connections at Fair\n" in people.ok("log --new Eli -e FAIR")
        assert "goal           2 of 2 new connections at Fair\n" in people.ok("log dora -e Fair")
        assert people.sql("SELECT name, starts_on, ends_on, goal FROM event") == [
            ("Fair", "2026-11-21", "2026-11-21", 2)
        ]

    def test_a_written_kind_is_no_connection(self, people: Shell) -> None:
        assert "0 of 2 new connections" in people.ok("log --new Dora -e Fair -k email")

    def test_somebody_met_before_is_no_new_connection(self, people: Shell) -> None:
        people.ok("log omar --on yesterday")
        assert "0 of 2 new connections" in people.ok("log omar -e Fair")
        assert people("log ana-ruiz -e Fair --json").json["event"]["people"] == ["Ana Ruiz"]

    def test_its_own_goal(self, people: Shell) -> None:
        people.ok("event Fair --on today --goal 5")
        assert "goal           1 of 5 new connections at Fair\n" in people.ok("log --new Dora -e Fair")

    def test_the_edition_whose_days_include_the_meeting(self, people: Shell) -> None:
        people.ok("event Fair --on 2026-11-18 --until 2026-11-20")
        for day in ("2026-11-18", "2026-11-19", "2026-11-20"):
            assert "a new" not in people.ok(f"log lena -e Fair --on {day}")
        assert people.sql("SELECT DISTINCT event_id FROM meeting") == [(1,)]
        assert people.ok("log lena -e Fair --new-edition").endswith(
            "0 of 2 new connections at Fair; a new edition with a goal of 2\n"
        )
        assert people.sql("SELECT starts_on, ends_on FROM event ORDER BY starts_on") == [
            ("2026-11-18", "2026-11-20"), ("2026-11-21", "2026-11-21")
        ]  # fmt: skip

    def test_a_slip_is_warned_of_and_can_be_put_right(self, people: Shell) -> None:
        people.ok("log lena -e 'PyData Berlin'")
        answer = people("log --new Dora -e 'PyData Berln'")
        remedy = 'event "PyData Berln" --on 2026-11-21 --rename "PyData Berlin" --merge'
        assert (answer.status, answer.err) == (
            0,
            'netbook: "PyData Berln" is a new event; did you mean "PyData Berlin"? '
            f"To make them one: netbook {remedy}\n",
        )
        people.ok(remedy)
        assert people.sql("SELECT name FROM event") == [("PyData Berlin",)]

    @pytest.mark.parametrize("other", ["PyData Paris", "PyData Berlin 2026", "Py"])
    def test_another_name_is_not_warned_of(self, people: Shell, other: str) -> None:
        people.ok("log lena -e 'PyData Berlin'")
        people.ok(f"log lena -e '{other}'")

    def test_a_name_that_is_known_is_no_slip_of_another(self, people: Shell) -> None:
        people.ok("log lena -e 'PyData Berlin' --on 2025-11-21")
        assert people("log lena -e 'PyData Berln' --on 2025-11-21").err
        people.ok("log lena -e 'PyData Berlin'")


class TestCommon:
    def test_what_was_known_is_said_and_keeps_its_day(self, people: Shell) -> None:
        people.ok("log lena -c Climbing --on '1 nov'")
        assert "in common      Climbing, with Lena Vogt, as you already knew\n" in people.ok(
            "log lena -c CLIMBING"
        )
        assert topics(people) == [("lena-vogt", "Climbing", "2026-11-01")]
        # News with one of them is news.
        assert "in common      Climbing, with both\n" in people.ok("log lena bo -c climbing")

    def test_a_topic_given_twice_is_said_once(self, people: Shell) -> None:
        assert people.ok("log lena -c chess -c ' Chess '").count("in common") == 1

    @pytest.mark.parametrize(
        ("typed", "topic"),
        [
            ("python: the language", "python: the language"),
            ("https://example.org/a", "https://example.org/a"),
            ("C++", "C++"),
            ("caf\u0065\u0301s", "cafés"),
            ("[/b] \x1b[31m", "[/b] \x1b[31m"),
        ],
    )
    def test_what_names_nobody_at_the_meeting_is_text(self, people: Shell, typed: str, topic: str) -> None:
        answer = people.ok(f"log lena -c {shlex.quote(typed)}")
        assert "\x1b" not in answer
        assert [row[1] for row in topics(people)] == [topic]

    @pytest.mark.parametrize("option", ["-c", "-l", "--gave", "--got", "-p", "--they-promise"])
    def test_whom_it_names_of_the_journal_who_was_not_there_is_told(self, people: Shell, option: str) -> None:
        answer = people(f"log lena {option} 'omar: chess'")
        assert answer.status == 0
        assert answer.err.startswith(
            'netbook: "omar: chess" is kept as it is: Omar Haddad was not at the meeting;'
        )
        assert "omar: chess" in answer.out

    @pytest.mark.parametrize("who", ["lena", "Lena Vogt", "lena-vogt", "vogt", " LENA "])
    def test_the_named_one_alone(self, people: Shell, who: str) -> None:
        people.ok(f"log lena bo -c '{who}: chess'")
        assert topics(people) == [("lena-vogt", "chess", "2026-11-21")]

    def test_a_near_topic_is_named_not_merged(self, people: Shell) -> None:
        people.ok("log lena -c climbing")
        answer = people("log bo -c climb")
        remedy = 'topics "climb" --merge "climbing"'
        assert (answer.status, answer.err) == (
            0,
            f'netbook: "climb" is a new topic, close to "climbing"; to make them one: netbook {remedy}\n',
        )
        assert [row[1] for row in topics(people)] == ["climb", "climbing"]
        people.ok(remedy)

    def test_a_name_that_fits_two_who_were_there(self, people: Shell) -> None:
        for option in ("-c", "-l", "--gave", "--got", "-p", "--they-promise"):
            assert people.fails(f"log ana-ruiz ana-silva {option} 'ana: chess'", 1) == (
                'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'
            )


class TestAboutSomebody:
    @pytest.mark.parametrize("about", ABOUTS)
    def test_what_a_note_is_about(self, people: Shell, about: str) -> None:
        people.ok(f"log lena bo -l 'bo: {about.upper()}: two: of them'")
        assert notes(people) == [("bo-lind", about, "two: of them", "2026-11-21")]

    @pytest.mark.parametrize(
        ("typed", "about", "text"),
        [
            ("plays the oud", "stories", "plays the oud"),
            ("family: two daughters", "family", "two daughters"),
            ("lena: goals: a shop", "goals", "a shop"),
            ("lena: plays the oud", "stories", "plays the oud"),
            ("hobby: chess", "stories", "hobby: chess"),
            ("line one\nline two", "stories", "line one\nline two"),
        ],
    )
    def test_with_one_participant_nobody_need_be_named(
        self, people: Shell, typed: str, about: str, text: str
    ) -> None:
        people.ok(f"log lena -l '{typed}'")
        assert notes(people) == [("lena-vogt", about, text, "2026-11-21")]

    @pytest.mark.parametrize("option", ["--learned", "--gave", "--got", "--promise", "--they-promise"])
    @pytest.mark.parametrize("text", ["plays chess", "family: plays chess", "omar: plays chess"])
    def test_with_several_it_must_be_said_of_whom(self, people: Shell, option: str, text: str) -> None:
        assert people.fails(f"log lena bo --new Dora {option} '{text}'", 2) == (
            f'{option} "{text}": say whom it is about, as in {option} "NAME: …" (lena-vogt, bo-lind and dora)'
        )

    def test_favours(self, people: Shell) -> None:
        people.ok("log lena bo --gave 'bo: feedback' --got 'lena: a book' --got 'bo: tea' -d '14 nov'")
        assert people.sql("SELECT person_id, direction, text, date FROM favor ORDER BY id") == [
            (2, "gave", "feedback", "2026-11-14"),
            (1, "got", "a book", "2026-11-14"),
            (2, "got", "tea", "2026-11-14"),
        ]
        # What was received is owed thanks.
        assert [row["detail"] for row in people("due --only thanks --csv").rows] == ["tea", "a book"]

    @pytest.mark.parametrize(
        ("typed", "text", "due", "shown"),
        [
            ("send slides by friday", "send slides", "2026-11-27", "send slides, by Friday 27 November (1)"),
            ("send slides", "send slides", None, "send slides (1)"),
            ("read Stand by me", "read Stand by me", None, "read Stand by me (1)"),
            ("lena: call by the river by today", "call by the river", "2026-11-21",
             "call by the river, by Saturday 21 November (1)"),
            ("pay by 4 jan", "pay", "2027-01-04", "pay, by Monday 4 January 2027 (1)"),
        ],
    )  # fmt: skip
    def test_promises_with_and_without_a_day(
        self, people: Shell, typed: str, text: str, due: str | None, shown: str
    ) -> None:
        assert f"  promised       Lena Vogt: {shown}\n" in people.ok(f"log lena -p '{typed}' -d yesterday")
        assert promises(people) == [("lena-vogt", "mine", text, "2026-11-20", due, "open")]

    def test_theirs_and_several(self, people: Shell) -> None:
        answer = people.ok("log lena bo -p 'bo: a' -p 'lena: b' --they-promise 'bo: c by tomorrow'")
        assert "  they promised  Bo Lind: c, by Sunday 22 November (3)\n" in answer
        assert [row[:3] for row in promises(people)] == [
            ("bo-lind", "mine", "a"), ("lena-vogt", "mine", "b"), ("bo-lind", "theirs", "c")
        ]  # fmt: skip
        people.ok("done 3")


class TestFleeting:
    def test_with_nobody_else(self, people: Shell) -> None:
        assert people.ok("log --fleeting 'a man on the train: tunnels' --place 'Gare du Nord'") == (
            "Logged: meeting on Saturday 21 November with somebody unnamed, at Gare du Nord\n"
            "  fleeting       a man on the train: tunnels\n"
        )
        assert people.sql("SELECT kind, fleeting FROM meeting") == [
            ("meeting", "a man on the train: tunnels")
        ]
        assert people.sql("SELECT count(*) FROM attendance") == [(0,)]

    def test_beside_others(self, people: Shell) -> None:
        answer = people.ok("log lena -e Fair --fleeting 'the juggler'")
        assert "with Lena Vogt, at Fair\n  fleeting       the juggler\n" in answer

    @pytest.mark.parametrize(
        "option", ["--common", "--learned", "--gave", "--got", "--promise", "--they-promise"]
    )
    def test_nothing_can_be_kept_with_somebody_unnamed(self, people: Shell, option: str) -> None:
        assert people.fails(f"log --fleeting 'the juggler' {option} 'chess'", 2) == (
            f'{option} "chess" needs a person; write a name, or --new "NAME"'
        )


class TestSummary:
    def test_from_stdin(self, people: Shell) -> None:
        text = 'two lines,\n"quoted" and é, [/b], \x1b[2J\n'
        answer = people.ok("log lena -", stdin=text)
        assert '  about          two lines, "quoted" and é, [/b], \\x1b[2J\n' in answer
        assert meeting(people, "summary") == text.strip()

    def test_the_dash_may_stand_anywhere(self, people: Shell) -> None:
        people.ok("log - lena -k call bo", stdin="about it")
        assert meetings(people) == [("2026-11-21", "call", "lena-vogt bo-lind")]
        assert meeting(people, "summary") == "about it"

    def test_bytes_that_are_no_text_are_refused(self, people: Shell) -> None:
        message = people.fails("log lena -", 1, stdin=b"caf\xe9")
        assert (
            message
            == "the text on standard input is not UTF-8; convert it first, as in: iconv -f latin1 -t utf-8"
        )

    @pytest.mark.parametrize("line", ["log lena -", "jot -", "learn lena -"])
    def test_a_text_without_end_is_refused(self, people: Shell, line: str) -> None:
        message = people.fails(line, 2, stdin="y\n" * 2_000_001)
        assert message == "the text on standard input can have at most 1,000,000 characters; shorten it"

    @pytest.mark.parametrize("piped", ["", " \n"])
    def test_nothing_piped_is_no_summary(self, people: Shell, piped: str) -> None:
        assert people.fails("log lena -", 2, stdin=piped) == (
            "cannot read the summary from standard input: it is empty; write it with -m"
        )

    def test_two_summaries_are_refused(self, people: Shell) -> None:
        assert people.fails("log lena - -m one", 2, stdin="two") == (
            "- and --summary cannot go together; give one of them"
        )

    def test_stdin_is_not_read_unasked(self, people: Shell) -> None:
        people.ok("log lena", stdin="secret")
        assert meeting(people, "summary") is None

    def test_ten_thousand_characters_are_kept(self, people: Shell) -> None:
        text = ("é,\n" * 3334)[:10_000].strip()
        people.ok("log lena -", stdin=text)
        assert meeting(people, "summary") == text
        people.ok(f"log lena -l {'y' * 10_000} -p {'z' * 10_000}")
        assert people.sql("SELECT length(n.text), length(f.text) FROM note n, followup f") == [
            (10_000, 10_000)
        ]

    def test_more_than_a_million_are_refused(self, people: Shell) -> None:
        assert people.fails("log lena -", 2, stdin="x" * 1_000_001) == (
            "the summary can have at most 1,000,000 characters; shorten it"
        )


class TestOneTransaction:
    @pytest.mark.parametrize(
        "wrong",
        ["nobody", "-d tomorrow", "-k cofee", "--new 'Omar Haddad'", "-l 'no name'", "--gave 'x'", "-p 'x'",
         "--they-promise 'x'", "-c ''", "-p 'bo: x by 30 feb'"],
    )  # fmt: skip
    def test_anything_wrong_and_nothing_at_all_is_written(self, people: Shell, wrong: str) -> None:
        before = people.dump()
        answer = people(f"log lena bo --new Dora -e 'New Fair' -c newtopic --gave 'bo: x' -p 'bo: y' {wrong}")
        assert answer.status in (1, 2)
        assert (answer.out, answer.err.count("\n")) == ("", 1)
        assert people.dump() == before

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.builds(
            MeetingWords,
            who=st.lists(
                st.sampled_from(["lena", "bo", "ana", "Omi", ""]) | st.text(max_size=6), max_size=3
            ).map(tuple),
            new=st.lists(st.text(max_size=8), max_size=2).map(tuple),
            on=st.none() | st.sampled_from(["yesterday", "fri", "30 feb"]) | st.text(max_size=6),
            place=st.none() | st.text(max_size=6),
            event=st.none() | st.text(max_size=6),
            common=st.lists(st.text(max_size=6) | st.just("lena: x"), max_size=2).map(tuple),
            learned=st.lists(st.text(max_size=6) | st.just("bo: family: x"), max_size=2).map(tuple),
            promise=st.lists(st.text(max_size=6) | st.just("lena: x by fri"), max_size=2).map(tuple),
            fleeting=st.none() | st.text(max_size=6),
            minutes=st.none() | st.integers(1, 50),
        )
    )
    def test_whatever_is_typed_is_logged_or_refused_in_one_line(
        self, people: Shell, words: MeetingWords
    ) -> None:
        before, refused = people.dump(), ""
        try:
            with journal.transaction(people.db) as db:
                result = log(db, TODAY, words)
                assert result.people or result.fleeting
                assert not db.execute("PRAGMA foreign_key_check").fetchall()
                raise _Undone
        except _Undone:
            pass
        except NetbookError as error:
            refused = str(error)
        assert "\n" not in refused
        assert people.dump() == before


class _Undone(Exception):
    """What takes a meeting back once it was seen to be taken."""


def test_a_day_near_an_edition_most_likely_means_that_edition(netbook: Shell) -> None:
    netbook.ok("event 'PyData Berlin' --on 2026-11-05 --until 2026-11-07", today="2026-11-01")
    answer = netbook.fails("log --new 'Omar Oakleaf' -e 'pydata berlin' -d 2026-11-21", 1)
    assert answer == (
        '"PyData Berlin" is on 2026-11-05, not on 2026-11-21; say --on 2026-11-05, or --new-edition for another one'
    )
    assert netbook("people --csv").rows == []
    netbook.ok("log --new 'Omar Oakleaf' -e 'PyData Berlin' -d 2026-11-07")
    netbook.ok("log omar -e 'PyData Berlin' -d 2026-11-21 --new-edition")
    assert [row["date"] for row in netbook("events --csv").rows] == ["2026-11-21", "2026-11-05"]


def test_fifteen_days_after_an_edition_there_is_another(netbook: Shell) -> None:
    netbook.ok("log --new 'Omar Oakleaf' -e Meetup -d 2026-11-05")
    netbook.ok("log omar -e Meetup -d 2026-11-20")
    assert len(netbook("events --csv").rows) == 2
