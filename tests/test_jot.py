"""A meeting from one sentence. Today is Saturday 21 November 2026."""

from __future__ import annotations

import shlex
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.actions.jot import jot
from netbook.errors import NetbookError
from netbook.store import journal
from tests.conftest import Shell

TODAY = date(2026, 11, 21)


@pytest.fixture
def people(netbook: Shell) -> Shell:
    """Ana and Bo, two people called Omar Haddad, and one with a handle of his own."""
    netbook.ok('add "Ana Ruiz" --circle peers')
    netbook.ok('add "Bo Lind" --alias Bobby')
    netbook.ok('add "Omar Haddad"')
    netbook.ok('add "Omar Haddad" --org Globex --namesake')
    netbook.ok('add "Wilhelmina Trost"')
    netbook.ok("edit wilhelmina --handle boss")
    return netbook


def meetings(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        """SELECT m.date, m.kind, m.place, group_concat(p.handle, ' ') FROM meeting m
        LEFT JOIN attendance a ON a.meeting_id = m.id LEFT JOIN person p ON p.id = a.person_id
        GROUP BY m.id ORDER BY m.id"""
    )


def test_what_was_understood_is_shown_and_kept(people: Shell) -> None:
    assert people.ok("jot yesterday: lunch with Ana and Bo Lind at Blue Bottle. Both climb. +climbing") == (
        "Logged: lunch on Friday 20 November with Ana Ruiz and Bo Lind, at Blue Bottle\n"
        "  about          lunch with Ana and Bo Lind at Blue Bottle. Both climb.\n"
        "  in common      climbing, with both\n"
        "  next due       Ana Ruiz 20 December · Bo Lind: no cadence yet (netbook edit bo-lind --circle peers)\n"
    )
    assert meetings(people) == [("2026-11-20", "lunch", "Blue Bottle", "ana-ruiz bo-lind")]
    assert people.sql("SELECT summary FROM meeting") == [
        ("lunch with Ana and Bo Lind at Blue Bottle. Both climb.",)
    ]
    assert people.sql("SELECT p.handle, t.name, k.found_on, k.meeting_id FROM commonality k"
                      " JOIN topic t ON t.id = k.topic_id JOIN person p ON p.id = k.person_id ORDER BY 1") == [
        ("ana-ruiz", "climbing", "2026-11-20", 1), ("bo-lind", "climbing", "2026-11-20", 1)
    ]  # fmt: skip


def test_the_same_as_data_as_log_gives(people: Shell) -> None:
    jotted, logged = people("jot --json coffee with Ana +chess").json, people("log ana -k coffee --json").json
    assert list(jotted) == list(logged)
    assert [one["handle"] for one in jotted["people"]] == ["ana-ruiz"]
    assert jotted["common"][0] == {
        "topic": "chess", "people": ["Ana Ruiz"], "handles": ["ana-ruiz"], "news": True
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "day", "kind", "handles"),
    [
        ("tea with Ana", "2026-11-21", "meeting", "ana-ruiz"),
        ("today: call with Ana", "2026-11-21", "call", "ana-ruiz"),
        ("fri: call with Ana", "2026-11-20", "call", "ana-ruiz"),
        ("last friday: call with Ana", "2026-11-20", "call", "ana-ruiz"),
        ("2026-03-01: walk with Ana", "2026-03-01", "walk", "ana-ruiz"),
        ("3 days ago: Ana", "2026-11-18", "meeting", "ana-ruiz"),
        ("22 nov: Ana", "2025-11-22", "meeting", "ana-ruiz"),
        # What stands before a colon and is no date is part of the sentence.
        ("walk: Ana was quick", "2026-11-21", "walk", "ana-ruiz"),
        ("Ana: at 10:30 by video", "2026-11-21", "video", "ana-ruiz"),
        ("met ana and bobby", "2026-11-21", "meeting", "ana-ruiz bo-lind"),
        ("dinner with omar-haddad-2", "2026-11-21", "dinner", "omar-haddad-2"),
        ("dinner with boss", "2026-11-21", "dinner", "boss"),
        ("Ana, ANA and Ana Ruiz", "2026-11-21", "meeting", "ana-ruiz"),
    ],
)
def test_day_kind_and_people(people: Shell, sentence: str, day: str, kind: str, handles: str) -> None:
    people.ok(f"jot {shlex.quote(sentence)}")
    assert [(row[0], row[1], row[3]) for row in meetings(people)] == [(day, kind, handles)]


def test_an_event(people: Shell) -> None:
    assert people.ok("jot met Ana @PyData_Berlin").endswith(
        "  goal           1 of 2 new connections at PyData Berlin; a new event with a goal of 2\n"
    )
    # Known by now, its name may have spaces; and it makes the meeting an event.
    assert "a new" not in people.ok("jot met Bo @pydata berlin, by chance")
    assert people.sql("SELECT kind, summary FROM meeting ORDER BY id") == [
        ("event", "met Ana"), ("event", "met Bo by chance")
    ]  # fmt: skip


def test_a_written_kind_does_not_reset_the_clock(people: Shell) -> None:
    said = people.ok("jot emailed Ana the sketches")
    assert said.startswith("Logged: email on ")
    assert said.endswith("an email is kept, but does not reset the clock\n")
    assert people.sql("SELECT human FROM attendance") == [(0,)]


@pytest.mark.parametrize(
    ("sentence", "status", "message"),
    [
        ("lunch with Omar", 1,
         'two people match "Omar"; say which: omar-haddad  Omar Haddad; omar-haddad-2  Omar Haddad  Globex'),
        ("lunch with Zoe", 1,
         'nobody in the journal is named in "lunch with Zoe"; netbook log --new "NAME" adds somebody new'),
        ("", 1, 'nobody in the journal is named in ""; netbook log --new "NAME" adds somebody new'),
        ("tomorrow: lunch with Ana", 2,
         '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ("30 feb: Ana", 2, 'there is no such day as "30 feb"; check the day and the month'),
        ("11/12/2026: Ana", 2,
         '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'),
        ("last week: Ana", 2,
         '"last week" is more than one day; name the day: 2026-11-20 or "friday"'),
        (f"Ana at {'x' * 201}", 2, "a place can have at most 200 characters; this one has 201"),
        (f"Ana +new +{'x' * 201}", 2, "a topic can have at most 200 characters; this one has 201"),
    ],
)  # fmt: skip
def test_what_is_not_understood_changes_nothing(
    people: Shell, sentence: str, status: int, message: str
) -> None:
    assert people.fails(f"jot {shlex.quote(sentence)}", status) == message


def test_a_sentence_is_needed(people: Shell) -> None:
    assert people.fails("jot", 2).endswith("see netbook jot --help")


def test_any_text_is_shown_as_text_and_kept_as_it_is(people: Shell) -> None:
    sentence = 'Ana said [/b] "hé", \x1b[2J \u202e =1+1'
    said = people.ok(f"jot {shlex.quote(sentence)}")
    assert '[/b] "hé", \\x1b[2J \\u202e =1+1\n' in said
    assert people.sql("SELECT summary FROM meeting") == [(sentence,)]


def test_a_nul_is_left_out(people: Shell) -> None:
    # No shell can pass one on, but a form or another program may.
    people.ok("jot Ana at K\0 osmos @Fa\0ir +che\0ss")
    assert people.sql(
        "SELECT m.place, e.name, t.name FROM meeting m JOIN event e ON e.id = m.event_id, topic t"
    ) == [("K osmos", "Fair", "chess")]


def test_ten_thousand_characters(people: Shell) -> None:
    sentence = "Ana " + " ".join(f"word{number}" for number in range(1200))
    people.ok(f"jot {sentence}")
    assert people.sql("SELECT summary FROM meeting") == [(sentence,)]


PIECES = st.sampled_from(
    ["Ana", "ana", "Bo", "Omar", "boss", "with", "and", "at", "@", "@Fair", "+", "+chess", ":", "yesterday:",
     "tomorrow:", "30 feb:", "lunch", "email", "\x00", "\x1b", "é", ","]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES | st.text(max_size=5), max_size=10).map(" ".join))
def test_any_sentence_is_logged_or_refused_in_one_line(people: Shell, sentence: str) -> None:
    refused = ""
    try:
        with journal.transaction(people.db) as db:
            found = jot(db, TODAY, sentence)
            assert found.people
            assert found.date <= TODAY
            raise _Undone
    except _Undone:
        pass
    except NetbookError as error:
        refused = str(error)
    assert "\n" not in refused
    assert people.sql("SELECT count(*) FROM meeting") == [(0,)]


class _Undone(Exception):
    """What takes a meeting back once it was seen to be taken."""
