"""What netbook asks somebody at a terminal: a meeting step by step, and which of several people is meant."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once
from tests.terminal import CTRL_C, CTRL_D, ENTER, TAB, Terminal

WHO = "With whom? (names, with commas between; Tab completes) "
NEW = "Anybody new? (as in Raj Patel (Acme)) "
AFTER_PEOPLE = (
    "What was it? (coffee, lunch, call, ...; Enter: meeting) ",
    "When? (Enter: today) ",
    "Where? ",
    "How long, in minutes? ",
    "At which event? ",
    "What was it about? ",
)
GAINS = (
    "Found in common? ",
    "Learned?",
    "A favour you did?",
    "A favour done for you?",
    "What did you promise?",
    "What was promised to you?",
)


def facts(output: str) -> list[str]:
    """The lines of an answer, without the spaces that align them."""
    return [" ".join(line.split()) for line in output.splitlines()]


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Ruiz' --org Acme")
    netbook.ok("add 'Ana Silva'")
    netbook.ok("add 'Bo Lind' --circle peers")
    return netbook


def test_a_meeting_asked_for_step_by_step(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "bo, ana silva")
        terminal.answer(NEW, "Raj Patel (Acme, Inc.), Mia Example")
        for question, answer in zip(
            AFTER_PEOPLE,
            ["lunch", "yesterday", "Café", "50", "Harbour Meetup", "the reorg: all of it"],
            strict=True,
        ):
            terminal.answer(question, answer)
        terminal.answer("Found in common? ", "climbing")
        terminal.answer("More? (Enter: no) ", "bo: rowing")
        terminal.answer("More? (Enter: no) ")
        terminal.answer("Learned? (name: what) ", "raj: family: a daughter")
        terminal.answer("More? (Enter: no) ")
        terminal.answer("A favour you did? (name: what) ", "mia: a book")
        terminal.answer("More? (Enter: no) ")
        terminal.answer("A favour done for you? (name: what) ", "bo: paid lunch")
        terminal.answer("More? (Enter: no) ")
        terminal.answer("What did you promise? (name: what) ", "bo: send slides by friday")
        terminal.answer("More? (Enter: no) ")
        terminal.answer("What was promised to you? (name: what) ", "ana: an answer")
        terminal.answer("More? (Enter: no) ")
        output = terminal.ends(0)
    assert facts(output) == [
        "",
        "Logged: lunch on Friday 20 November with Bo Lind, Ana Silva, Raj Patel and Mia Example, "
        "at Harbour Meetup, Café, 50 min",
        "about the reorg: all of it",
        "new Raj Patel (raj-patel), Acme, Inc.",
        "new Mia Example (mia-example)",
        "in common climbing, with all",
        "in common rowing, with Bo Lind",
        "learned Raj Patel, family: a daughter",
        "gave Mia Example: a book",
        "got Bo Lind: paid lunch",
        "promised Bo Lind: send slides, by Friday 27 November (1)",
        "they promised Ana Silva: an answer (2)",
        "next due Bo Lind 20 December · Ana Silva: no cadence yet (netbook edit ana-silva --circle peers) · "
        "Raj Patel: no cadence yet (netbook edit raj-patel --circle peers) · "
        "Mia Example: no cadence yet (netbook edit mia-example --circle peers)",
        "goal 4 of 2 new connections at Harbour Meetup; a new event with a goal of 2",
        "e1 m1 c1 c2 c3 c4 c5 n1 f1 f2 t1 t2",
    ]
    assert people.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_every_question_but_the_first_can_be_skipped(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "bo")
        for question in (NEW, *AFTER_PEOPLE, *GAINS):
            terminal.answer(question)
        assert "Logged: meeting on Saturday 21 November with Bo Lind\n" in terminal.ends(0)
    assert people.sql("SELECT date, kind, minutes, place, event_id, summary FROM meeting") == [
        ("2026-11-21", "meeting", None, None, None, None)
    ]


def test_a_conversation_with_somebody_unnamed(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO)
        terminal.answer(NEW)
        terminal.answer("Somebody who gave no name? (what you talked about) ", "the rain")
        for question in AFTER_PEOPLE:
            terminal.answer(question)
        assert "with somebody unnamed\n" in terminal.ends(0)
    assert people.sql("SELECT fleeting FROM meeting") == [("the rain",)]


def test_nobody_at_all(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, " , ")
        terminal.answer(NEW)
        terminal.answer("Somebody who gave no name? (what you talked about) ")
        assert terminal.ends(0) == "\nnetbook: nothing logged\n"
    assert people.sql("SELECT count(*) FROM meeting") == [(0,)]


SLIPS = [
    (0, "lnch", 'unknown kind "lnch"; did you mean lunch?', "lunch"),
    (1, "tomorrow", '"tomorrow" is 2026-11-22, which is still to come', "yesterday"),
    (1, "30 feb", 'there is no such day as "30 feb"', "3 days ago"),
    (3, "-5", 'cannot read the minutes "-5"; write 90, "90 min" or 1h30, a month at most', "5"),
    (3, "ages", 'cannot read the minutes "ages"', ""),
    (4, "x" * 201, "an event's name can have at most 200 characters", "Harbour Meetup"),
]


@pytest.mark.parametrize(("number", "wrong", "says", "right"), SLIPS)
def test_what_is_not_understood_is_asked_again(
    people: Shell, number: int, wrong: str, says: str, right: str
) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "bo")
        for question in (NEW, *AFTER_PEOPLE[:number]):
            terminal.answer(question)
        terminal.answer(AFTER_PEOPLE[number], wrong)
        terminal.expect(f"\n  {says}")
        terminal.answer(AFTER_PEOPLE[number], right)
        for question in (*AFTER_PEOPLE[number + 1 :], *GAINS):
            terminal.answer(question)
        terminal.expect("Logged: ")
        terminal.ends(0)


def test_of_whom_something_is_said_is_asked_again(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "bo, ana-ruiz, ana-silva")
        for question in (NEW, *AFTER_PEOPLE, "Found in common? "):
            terminal.answer(question)
        terminal.answer("Learned? (name: what) ", "a daughter")
        terminal.expect('--learned "a daughter": say whom it is about')
        terminal.answer("Learned? (name: what) ", "ana: a daughter")
        terminal.answer("Which one? (1 to 2, Enter: nobody) ")
        terminal.answer("Learned? (name: what) ", "ana: a daughter")
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "2")
        terminal.answer("More? (Enter: no) ")
        for question in GAINS[2:]:
            terminal.answer(question)
        assert "learned Ana Silva, stories: a daughter" in facts(terminal.ends(0))


def finish(terminal: Terminal, *questions: str) -> str:
    for question in (*questions, *AFTER_PEOPLE, *GAINS):
        terminal.answer(question)
    terminal.expect("Logged: meeting on Saturday 21 November with ")
    return terminal.ends(0).splitlines()[0]


def test_a_name_nobody_has(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "Lena Vogt, bi, Cy Example, Bob Lynd")
        terminal.expect('nobody is called "Lena Vogt"')
        terminal.answer("Add them as new? (y, or another name; Enter leaves them out) ", "y")
        terminal.expect('nobody is called "bi"')
        terminal.answer("Add them as new? (y, or another name; Enter leaves them out) ", "bo")
        terminal.expect('nobody is called "Cy Example"')
        terminal.answer("Add them as new? (y, or another name; Enter leaves them out) ", "n")
        terminal.expect('nobody is called "Bob Lynd"; the nearest: bo-lind  Bo Lind')
        terminal.answer("Add them as new? (y, or another name; Enter leaves them out) ")
        assert finish(terminal, NEW) == "Bo Lind and Lena Vogt"


def test_a_name_several_have(people: Shell) -> None:
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO, "ana, bo")
        assert terminal.expect("Which one?").splitlines()[-4:] == [
            '2 people match "ana":',
            "  1  ana-ruiz   Ana Ruiz   Acme",
            "  2  ana-silva  Ana Silva",
            "Which one?",
        ]
        terminal.answer("(1 to 2, Enter: nobody) ", "3")
        terminal.expect("Type the number in front of the name")
        terminal.answer("Which one? (1 to 2, Enter: nobody) ")
        terminal.answer("Whom do you mean? (Enter leaves them out) ", "ana")
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "ana-silva")
        assert finish(terminal, NEW) == "Ana Silva and Bo Lind"


def test_a_new_name_that_is_there(people: Shell) -> None:
    question = "Somebody else of that name? (y; Enter: the one in the journal) "
    with Terminal(people, "log") as terminal:
        terminal.answer(WHO)
        terminal.answer(NEW, "Bo Lind (Acme), Ana Ruiz (Globex), Ana Silva")
        terminal.answer(question)
        terminal.answer(question, "y")
        # One namesake let in does not let in the next.
        terminal.answer(question)
        assert finish(terminal) == "Bo Lind, Ana Silva and Ana Ruiz"
    assert people.sql("SELECT handle, org FROM person WHERE name = 'Ana Ruiz'") == [
        ("ana-ruiz", "Acme"), ("ana-ruiz-2", "Globex"),
    ]  # fmt: skip


def test_tab_completes_names_kinds_events_and_topics(people: Shell) -> None:
    pytest.importorskip("readline")
    people.ok("add Ölaf")
    people.ok("log bo --event 'Harbour Meetup' -c climbing")
    with Terminal(people, "log") as terminal:
        terminal.expect(WHO)
        terminal.type("si" + TAB)
        terminal.expect("Ana Silva")
        terminal.type(", olaf" + TAB)
        terminal.expect("Ölaf")
        terminal.type(", b" + TAB)
        terminal.expect("Bo Lind")
        terminal.type(ENTER)
        terminal.answer(NEW)
        terminal.answer(AFTER_PEOPLE[0], "wal" + TAB)
        for question in AFTER_PEOPLE[1:4]:
            terminal.answer(question)
        terminal.answer(AFTER_PEOPLE[4], "harb" + TAB)
        terminal.answer(AFTER_PEOPLE[5])
        terminal.answer("Found in common? ", "cl" + TAB)
        terminal.answer("More? (Enter: no) ")
        for question in GAINS[1:]:
            terminal.answer(question)
        output = terminal.ends(0)
    assert "walk on Saturday 21 November with Ana Silva, Ölaf and Bo Lind, at Harbour Meetup\n" in output
    assert "in common climbing, with all" in facts(output)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("answered", [0, 1, 3, 8])
def test_stopping(people: Shell, key: str, answered: int) -> None:
    before = people.dump()
    with Terminal(people, "log") as terminal:
        questions = (WHO, NEW, *AFTER_PEOPLE, GAINS[0])
        for question, answer in zip(questions[:answered], ["bo", "Raj Patel", *[""] * 6], strict=False):
            terminal.answer(question, answer)
        terminal.expect(questions[answered])
        terminal.stop(key)
        assert terminal.ends(130).endswith("\nnetbook: stopped; nothing was changed\n")
    assert people.dump() == before


def test_a_journal_out_of_reach_is_told_before_anything_is_asked(people: Shell) -> None:
    people.db.write_bytes(b"no journal at all" * 100)
    with Terminal(people, "log") as terminal:
        assert "is not a journal" in terminal.ends(3)


def test_nothing_is_asked_without_a_terminal(people: Shell) -> None:
    assert people.fails("log", 2).startswith("say who was there: ")
    assert people.fails("log ana", 1).startswith('two people match "ana"; say which: ')


@pytest.mark.parametrize(
    ("answer", "name"), [("1", "Ana Ruiz"), ("2", "Ana Silva"), (" ana-SILVA ", "Ana Silva")]
)
def test_which_of_several_is_meant(people: Shell, answer: str, name: str) -> None:
    with Terminal(people, "log ana bo ana") as terminal:
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", answer)
        assert f"Logged: meeting on Saturday 21 November with {name} and Bo Lind\n" in terminal.ends(0)


def test_which_of_several_something_is_about(people: Shell) -> None:
    line = "log ana-r ana-s -c 'an : rowing' -l 'an: a daughter' -p 'ana: a book: the red one by friday'"
    with Terminal(people, line) as terminal:
        terminal.expect('match "an":')
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "2")
        terminal.expect('match "ana":')
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "1")
        output = terminal.ends(0)
    assert facts(output)[2:5] == [
        "in common rowing, with Ana Silva",
        "learned Ana Silva, stories: a daughter",
        "promised Ana Ruiz: a book: the red one, by Friday 27 November (1)",
    ]


def test_nobody_chosen(people: Shell) -> None:
    before = people.dump()
    with Terminal(people, "log ana") as terminal:
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "7")
        terminal.answer("Which one? (1 to 2, Enter: nobody) ")
        assert terminal.ends(1).startswith('\nnetbook: two people match "ana"; say which: ana-ruiz')
    for key in (CTRL_C, CTRL_D):
        with Terminal(people, "log ana") as terminal:
            terminal.expect("Which one? (1 to 2, Enter: nobody) ")
            terminal.stop(key)
            assert terminal.ends(130).endswith("\nnetbook: stopped; nothing was changed\n")
    assert people.dump() == before


def test_of_a_crowd_the_first_are_listed_and_anybody_can_be_named(netbook: Shell) -> None:
    for number in range(25):
        netbook.ok(f"add 'Ana Number{number:02}'")
    with Terminal(netbook, "log ana") as terminal:
        listed = terminal.expect("Which one? ")
        assert "25 people match" in listed
        assert "  20  ana-number19" in listed
        assert "ana-number20" not in listed
        assert "  and 5 more: write the handle\n" in listed
        terminal.answer("(1 to 20, Enter: nobody) ", "21")
        terminal.answer("Which one? (1 to 20, Enter: nobody) ", "ana-number24")
        assert "with Ana Number24\n" in terminal.ends(0)


def test_what_was_said_is_not_asked_again(people: Shell) -> None:
    with Terminal(people, "log -k lunch --place 'Blue Door' -m 'the reorg'") as terminal:
        terminal.answer(WHO, "bo")
        terminal.answer(NEW)
        for question in ("When? (Enter: today) ", "How long, in minutes? ", "At which event? "):
            terminal.answer(question)
        for question in GAINS:
            terminal.answer(question)
        output = terminal.ends(0)
    assert facts(output)[1] == "Logged: lunch on Saturday 21 November with Bo Lind, at Blue Door"
    assert people.sql("SELECT kind, place, summary FROM meeting") == [("lunch", "Blue Door", "the reorg")]


def test_what_was_said_wrongly_is_refused_before_anything_is_asked(people: Shell) -> None:
    with Terminal(people, "log -k brnch") as terminal:
        assert "unknown kind" in terminal.ends(2)
