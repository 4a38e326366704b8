"""A meeting from one sentence. Today is Saturday 21 November 2026."""

from __future__ import annotations

import shlex
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.actions.jot import Allowed, jot
from netbook.errors import NetbookError
from netbook.store import journal
from tests.conftest import Shell, built_once
from tests.terminal import Terminal

TODAY = date(2026, 11, 21)


@pytest.fixture
@built_once
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
    more = ["meetings", "plans", "birthdays", "mentioned", "left_out"]
    assert list(jotted) == [*(name for name in logged if name != "refs"), *more, "refs"]
    assert [one["handle"] for one in jotted["people"]] == ["ana-ruiz"]
    assert jotted["common"][0] == {
        "topic": "chess", "people": ["Ana Ruiz"], "handles": ["ana-ruiz"], "news": True
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "day", "kind", "handles"),
    [
        ("tea with Ana", "2026-11-21", "coffee", "ana-ruiz"),
        ("today: call with Ana", "2026-11-21", "call", "ana-ruiz"),
        ("fri: call with Ana", "2026-11-20", "call", "ana-ruiz"),
        ("last friday: call with Ana", "2026-11-20", "call", "ana-ruiz"),
        ("2026-03-01: walk with Ana", "2026-03-01", "walk", "ana-ruiz"),
        ("met ana and bobby", "2026-11-21", "meeting", "ana-ruiz bo-lind"),
        ("dinner with omar-haddad-2", "2026-11-21", "dinner", "omar-haddad-2"),
        ("dinner with boss", "2026-11-21", "dinner", "boss"),
    ],
)
def test_day_kind_and_people(people: Shell, sentence: str, day: str, kind: str, handles: str) -> None:
    people.ok(f"jot {shlex.quote(sentence)}")
    assert [(row[0], row[1], row[3]) for row in meetings(people)] == [(day, kind, handles)]


def test_several_meetings_a_plan_a_promise_and_a_birthday_at_once(people: Shell) -> None:
    sentence = (
        "Yesterday: lunch with Ana, I owe her a book by friday. Called Bo. Dinner with Bo tomorrow at 19:30 at Kosmos."
        " Bo's birthday is 5 May 1980."
    )
    assert people.ok(f"jot {shlex.quote(sentence)}").splitlines() == [
        "Logged: lunch on Friday 20 November with Ana Ruiz",
        "  about          lunch with Ana, I owe her a book by friday.",
        "  promised       Ana Ruiz: a book, by Friday 27 November (1)",
        "  next due       Ana Ruiz 20 December",
        "Logged: call on Friday 20 November with Bo Lind",
        "  about          Called Bo.",
        "  next due       Bo Lind: no cadence yet (netbook edit bo-lind --circle peers)",
        "Planned: dinner on Sunday 22 November 19:30 with Bo Lind, at Kosmos (p1)",
        "Birthday of Bo Lind: 1980-05-05",
    ]
    assert people.sql("SELECT date, at, kind, place, text, planned_on, status FROM plan") == [
        ("2026-11-22", "19:30", "dinner", "Kosmos",
         "Dinner with Bo tomorrow at 19:30 at Kosmos. Bo's birthday is 5 May 1980.", "2026-11-21", "open")
    ]  # fmt: skip
    assert people.sql("SELECT p.handle FROM plan_person w JOIN person p ON p.id = w.person_id") == [
        ("bo-lind",)
    ]
    assert people.sql("SELECT birthday FROM person WHERE handle = 'bo-lind'") == [("1980-05-05",)]
    assert people.sql("SELECT text, due_on, meeting_id FROM followup") == [("a book", "2026-11-27", 1)]
    people.ok("undo")
    assert meetings(people) == []
    assert people.sql("SELECT count(*) FROM plan UNION ALL SELECT count(*) FROM followup") == [(0,), (0,)]


def test_as_data_each_thing_has_its_place(people: Shell) -> None:
    result = people(
        "jot --json 'coffee with Ana. Bo could not come. Call Bo tomorrow. Ana owes me a lunch'"
    ).json
    assert [meeting["kind"] for meeting in result["meetings"]] == ["coffee"]
    assert [(plan["date"], plan["handles"]) for plan in result["plans"]] == [("2026-11-22", ["bo-lind"])]
    assert [(one["handle"], one["whose"], one["text"]) for one in result["promised"]] == [
        ("ana-ruiz", "theirs", "a lunch")
    ]
    plan = people("jot --json 'walk with Bo on 2026-12-01'").json
    assert (plan["date"], plan["people"], plan["meetings"]) == (None, [], [])
    assert [one["date"] for one in plan["plans"]] == ["2026-12-01"]


def test_who_is_only_mentioned_is_told(people: Shell) -> None:
    output = people.ok("jot call with Ana about the move of Bo Lind")
    assert output.splitlines()[-1] == "  mentioned      Bo Lind; not logged"
    assert [row[3] for row in meetings(people)] == ["ana-ruiz"]


def test_the_same_words_for_the_same_day_are_written_once(people: Shell) -> None:
    for sentence in ("coffee with Ana", "call Ana tomorrow", "I owe Bo a book"):
        people.ok(f"jot {sentence}")
        message = people.fails(f"jot {sentence}", 1)
        shown = sentence.removeprefix("I owe Bo ")
        assert message == f'"{shown}" is in the journal for that day; add --again to write it once more'
        people.ok(f"jot --again {sentence}")
    people.ok("jot yesterday: coffee with Ana")
    assert len(meetings(people)) == 3


def test_what_is_certain_is_written_with_yes(people: Shell) -> None:
    answer = people("jot --yes 'coffee with Ana, call with Zara. Lunch with Omar.'")
    assert answer.status == 0
    assert answer.err.splitlines() == [
        'netbook: left out: nobody is called "Zara"',
        'netbook: left out: two people match "Omar"; say which: omar-haddad  Omar Haddad; '
        "omar-haddad-2  Omar Haddad  Globex",
    ]
    assert [row[1:] for row in meetings(people)] == [("coffee", None, "ana-ruiz")]
    people.fails("jot --yes 'call with Zara'", 1)


def test_somebody_new(people: Shell) -> None:
    output = people.ok("jot 'lunch with Zara and Ana, I owe Zara a book' --new 'Zara Zinnia (Acme)'")
    assert "  new            Zara Zinnia (zara-zinnia), Acme\n" in output
    assert [row[3] for row in meetings(people)] == ["ana-ruiz zara-zinnia"]
    message = people.fails("jot 'lunch with Zara' --new 'Zara Zinnia'", 1)
    assert message == '"Zara Zinnia" is in the journal already, as zara-zinnia; leave --new out'


def test_from_stdin(people: Shell) -> None:
    people.ok("jot -", stdin="yesterday: lunch with Ana\ncoffee with Bo\n")
    assert [row[:2] for row in meetings(people)] == [("2026-11-20", "lunch"), ("2026-11-20", "coffee")]
    message = people.fails("jot -", 1, stdin="caf\xe9 with Ana".encode("latin-1"))
    assert message.startswith("the text on standard input is not UTF-8")


def test_a_dry_run_writes_nothing(people: Shell) -> None:
    before = people.dump()
    answer = people("jot lunch with Ana --dry-run")
    assert answer.out.startswith("Logged: lunch on Saturday 21 November with Ana Ruiz\n")
    assert people.dump() == before


def test_a_birthday_that_contradicts_the_journal_is_refused(people: Shell) -> None:
    people.ok("edit bo --birthday 1980-05-05")
    assert people.ok('jot "Bo\'s birthday is 5 May"') == "Birthday of Bo Lind: 05-05, as you already knew\n"
    message = people.fails('jot "Bo\'s birthday is 6 May"', 1)
    assert message.endswith("to change it: netbook edit bo-lind --birthday --05-06")
    assert people.sql("SELECT birthday FROM person WHERE handle = 'bo-lind'") == [("1980-05-05",)]


def test_a_plan_at_an_event_needs_its_edition(people: Shell) -> None:
    message = people.fails("jot 'tomorrow: lunch with Ana @Fair'", 1)
    assert message.endswith('netbook event "Fair" --on 2026-11-22')
    people.ok("event Fair --on 2026-11-22")
    people.ok("jot 'tomorrow: lunch with Ana @Fair'")
    assert people.sql("SELECT event_id FROM plan") == [(1,)]


QUESTION = "Write it? (Enter: all; 2x drops one, 2e changes one, q: none) "


def test_on_a_terminal_one_plain_meeting_is_written_at_once(people: Shell) -> None:
    with Terminal(people, "jot coffee with Ana") as terminal:
        terminal.expect("Logged: coffee on Saturday 21 November with Ana Ruiz")
        terminal.ends(0)
    assert len(meetings(people)) == 1


def test_on_a_terminal_more_is_shown_before_it_is_written(people: Shell) -> None:
    with Terminal(
        people, "jot 'lunch with Ana, coffee with Bo, call Ana tomorrow. Lunch with Omar. Walk with Zara.'"
    ) as terminal:
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "2")
        terminal.answer("Nobody is called Zara. Add them as new? (y; Enter: no) ", "")
        shown = terminal.expect('Zara"\n')
        assert [line.strip() for line in shown.splitlines() if line.startswith("  ")][-5:] == [
            "1  lunch on Saturday 21 November with Ana Ruiz",
            "2  coffee on Saturday 21 November with Bo Lind",
            "3  lunch on Saturday 21 November with Omar Haddad",
            "4  plan: call on Sunday 22 November with Ana Ruiz",
            'not written: nobody is called "Zara"',
        ]
        terminal.answer(QUESTION, "1x")
        terminal.answer(QUESTION, "1e")
        terminal.answer("Say it in other words (Enter keeps it): ", "yesterday: tea with Bo")
        terminal.answer(QUESTION, "9x")
        terminal.answer(QUESTION, "")
        terminal.expect("Planned: call on Sunday 22 November with Ana Ruiz (p1)")
        terminal.ends(0)
    assert [(row[0], row[1], row[3]) for row in meetings(people)] == [
        ("2026-11-20", "coffee", "bo-lind"), ("2026-11-21", "lunch", "omar-haddad-2")
    ]  # fmt: skip


def test_on_a_terminal_nothing_is_written_for_q(people: Shell) -> None:
    with Terminal(people, "jot 'lunch with Ana and call Bo tomorrow'") as terminal:
        terminal.answer(QUESTION, "q")
        terminal.expect("nothing written")
        terminal.ends(0)
    assert meetings(people) == []


def test_on_a_terminal_the_same_again_is_asked(people: Shell) -> None:
    people.ok("jot coffee with Ana")
    with Terminal(people, "jot coffee with Ana") as terminal:
        terminal.answer("Write it once more? (y; Enter: no) ", "y")
        terminal.expect("Logged: coffee")
        terminal.ends(0)
    assert len(meetings(people)) == 2


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
    output = people.ok("jot emailed Ana the sketches")
    assert output.startswith("Logged: email on ")
    assert output.endswith("an email is kept, but does not reset the clock\n")
    assert people.sql("SELECT human FROM attendance") == [(0,)]


@pytest.mark.parametrize(
    ("sentence", "status", "message"),
    [
        ("lunch with Omar", 1,
         'two people match "Omar"; say which: omar-haddad  Omar Haddad; omar-haddad-2  Omar Haddad  Globex'),
        ("lunch with Zoe and Ana yesterday", 1,
         'nobody is called "Zoe"; to add them here: --new Zoe; or netbook log ana-ruiz --new Zoe --on 2026-11-20 '
         "-k lunch -m 'lunch with Zoe and Ana yesterday'"),
        ("didn't have lunch with Ana", 1,
         '"didn\'t have lunch with Ana" does not plainly say that you met; if it took place: netbook log ana-ruiz '
         "-k lunch -m 'didn'\"'\"'t have lunch with Ana'"),
        ("call Ana", 1,
         "it is not certain on which day; to plan it: netbook plan ana-ruiz --on DATE -k call -m 'call Ana'; "
         "if it took place: netbook log ana-ruiz -k call -m 'call Ana'"),
        ("Ana met Bo", 1,
         '"Ana met Bo" does not plainly say that you met; if it took place: netbook log ana-ruiz -m \'Ana met Bo\''),
        ("hello world", 1,
         '"hello world" names nobody in your journal as company; to log somebody new: netbook log --new "NAME" '
         "-m 'hello world'"),
        ("", 1, "there is nothing to jot down; say whom you met, as in: netbook jot lunch with Ana"),
        ("had lunch with Ana tomorrow", 2,
         '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ("30 feb: Ana", 2, 'there is no such day as "30 feb"; check the day and the month'),
        ("11/12/2026: lunch with Ana", 2,
         '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'),
        ("lunch with Ana last week", 2,
         '"last week" is more than one day; name the day: 2026-11-20 or "friday"'),
        (f"tea with Ana at {'x' * 201}", 2, "a place can have at most 200 characters; this one has 201"),
        (f"tea with Ana +new +{'x' * 201}", 2, "a topic can have at most 200 characters; this one has 201"),
    ],
)  # fmt: skip
def test_what_is_not_understood_changes_nothing(
    people: Shell, sentence: str, status: int, message: str
) -> None:
    assert people.fails(f"jot {shlex.quote(sentence)}", status) == message


def test_a_sentence_is_needed(people: Shell) -> None:
    assert people.fails("jot", 2).endswith("see netbook jot --help")


def test_any_text_is_shown_as_text_and_kept_as_it_is(people: Shell) -> None:
    sentence = 'tea with Ana, [/b] "hé", \x1b[2J \u202e =1+1'
    output = people.ok(f"jot {shlex.quote(sentence)}")
    assert '[/b] "hé", \\x1b[2J \\u202e =1+1\n' in output
    assert people.sql("SELECT summary FROM meeting") == [(sentence,)]


def test_a_nul_is_left_out(people: Shell) -> None:
    # No shell can pass one on, but a form or another program may.
    people.ok("jot tea with Ana at K\0 Osmos @Fa\0ir +che\0ss")
    assert people.sql(
        "SELECT m.place, e.name, t.name FROM meeting m JOIN event e ON e.id = m.event_id, topic t"
    ) == [("K Osmos", "Fair", "chess")]


def test_ten_thousand_characters(people: Shell) -> None:
    sentence = "Tea with Ana. " + " ".join(f"word{number}" for number in range(1200))
    people.ok(f"jot {sentence}")
    assert people.sql("SELECT summary FROM meeting") == [(sentence,)]


PIECES = st.sampled_from(
    ["Ana", "ana", "Bo", "Omar", "boss", "met", "called", "not", "will", "I owe", "with", "and", "at", "@",
     "@Fair", "+", "+chess", ":", "yesterday:",
     "tomorrow:", "30 feb:", "lunch", "email", "\x00", "\x1b", "é", ","]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES | st.text(max_size=5), max_size=10).map(" ".join))
def test_any_sentence_is_logged_or_refused_in_one_line(people: Shell, sentence: str) -> None:
    refused = ""
    try:
        with journal.transaction(people.db) as db:
            result = jot(db, TODAY, sentence, allowed=Allowed())
            assert result.meetings or result.plans or result.promised or result.birthdays
            assert all(meeting.people and meeting.date <= TODAY for meeting in result.meetings)
            assert all(plan.people and plan.date >= TODAY for plan in result.plans)
            raise _Undone
    except _Undone:
        pass
    except NetbookError as error:
        refused = str(error)
    assert "\n" not in refused
    assert people.sql("SELECT count(*) FROM meeting") == [(0,)]


class _Undone(Exception):
    """What takes a meeting back once it was seen to be taken."""
