"""Promises: made, listed, kept, let go."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """A journal with two people in it."""
    netbook.ok('add "Lena Vogt"')
    netbook.ok('add "Mia Chen"')
    return netbook


@pytest.fixture
def promised(people: Shell) -> Shell:
    """Four promises of 21 November: 1 late by a day, 2 theirs for Friday, 3 and 4 without a date."""
    people.ok("promise lena the paper on queueing by 20 nov 2026")
    people.ok("promise mia vendor list --theirs by friday")
    people.ok("promise mia call her back")
    people.ok("promise lena read her talk")
    return people


def followups(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql("SELECT id, whose, text, due_on, status, closed_on FROM followup ORDER BY id")


class TestPromise:
    @pytest.mark.parametrize(
        ("words", "text", "due", "shown"),
        [
            ("send slides by friday", "send slides", "2026-11-27", "send slides, by Friday 27 November"),
            ('"send slides by friday"', "send slides", "2026-11-27", "send slides, by Friday 27 November"),
            ("send slides --by 'in 10 days'", "send slides", "2026-12-01",
             "send slides, by Tuesday 1 December"),
            ("call by the river by today", "call by the river", "2026-11-21",
             "call by the river, by Saturday 21 November"),
            ("call by 4 jan", "call", "2027-01-04", "call, by Monday 4 January 2027"),
            ("read Stand by me", "read Stand by me", None, "read Stand by me, no date"),
            # A date given apart: the text is taken as it is.
            ("read Born by tomorrow --by sunday", "read Born by tomorrow", "2026-11-22",
             "read Born by tomorrow, by Sunday 22 November"),
            ("the paper by 2026-11-18", "the paper", "2026-11-18",
             "the paper, by Wednesday 18 November, 3 days late"),
        ],
    )  # fmt: skip
    def test_a_promise_is_understood(
        self, people: Shell, words: str, text: str, due: str | None, shown: str
    ) -> None:
        assert people.ok(f"promise lena {words}") == (
            f"Promised to Lena Vogt: {shown}\n  when it is done: netbook done 1\n"
        )
        assert followups(people) == [(1, "mine", text, due, "open", None)]

    def test_theirs(self, people: Shell) -> None:
        assert people.ok("promise mia --theirs vendor list by friday") == (
            "Mia Chen promised: vendor list, by Friday 27 November\n  when it is done: netbook done 1\n"
        )
        assert people.sql("SELECT person_id, whose, promised_on FROM followup") == [
            (2, "theirs", "2026-11-21")
        ]

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("promise nobody slides", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("promise lena ' '", 2, "a promise cannot be empty; write a few words"),
            ("promise lena by friday", 2, "a promise cannot be empty; write a few words"),
            ("promise lena ' ' --by friday", 2, "a promise cannot be empty; write a few words"),
            ("promise lena slides by 30 feb", 2,
             'there is no such day as "30 feb"; check the day and the month'),
            ("promise lena slides by 11/12/2026", 2,
             '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'),
            ("promise lena slides --by whenever", 2,
             'cannot read the date "whenever"; write 2026-11-27, "friday" or "in 3 days"'),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message


class TestTodo:
    def test_open_promises_by_date_those_without_one_last(self, promised: Shell) -> None:
        assert promised.ok("todo") == (
            "4 promises open: 3 yours, 1 theirs, 1 late\n"
            "\n"
            "  1  Lena Vogt  the paper on queueing       by 20 Nov  1 day late\n"
            "  2  Mia Chen   they promised: vendor list  by 27 Nov\n"
            "  3  Mia Chen   call her back               no date\n"
            "  4  Lena Vogt  read her talk               no date\n"
        )
        assert promised.ok("todo", today="2026-11-27").splitlines()[3].endswith("by 27 Nov  due today")

    def test_for_scripts(self, promised: Shell) -> None:
        assert promised.ok("todo --csv") == (
            "number,person,handle,whose,text,promised_on,due_on,days_overdue,ref\n"
            "1,Lena Vogt,lena-vogt,mine,the paper on queueing,2026-11-21,2026-11-20,1,t1\n"
            "2,Mia Chen,mia-chen,theirs,vendor list,2026-11-21,2026-11-27,-6,t2\n"
            "3,Mia Chen,mia-chen,mine,call her back,2026-11-21,,,t3\n"
            "4,Lena Vogt,lena-vogt,mine,read her talk,2026-11-21,,,t4\n"
        )
        assert promised("todo --json").json[-1] == {
            "number": 4, "person": "Lena Vogt", "handle": "lena-vogt", "whose": "mine",
            "text": "read her talk", "promised_on": "2026-11-21", "due_on": None, "days_overdue": None,
            "ref": "t4",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("options", "numbers"),
        [("", "1234"), ("--mine", "134"), ("--theirs", "2"), ("--mine --theirs", "1234")],
    )
    def test_yours_and_theirs(self, promised: Shell, options: str, numbers: str) -> None:
        assert "".join(row["number"] for row in promised(f"todo {options} --csv").rows) == numbers

    def test_nothing_open(self, people: Shell) -> None:
        assert people.ok("todo") == "No open promises\n"
        assert people.ok("todo --json") == "[]\n"
        assert people.ok("todo --csv").count("\n") == 1


class TestClosing:
    def test_several_at_once(self, promised: Shell) -> None:
        assert promised.ok("done 2 1 4 2", today="2026-11-25") == (
            "Done (2): vendor list, promised by Mia Chen; 2 days early\n"
            "Done (1): the paper on queueing, promised to Lena Vogt; 5 days late\n"
            "Done (4): read her talk, promised to Lena Vogt\n"
        )
        assert (
            promised.ok("drop 3", today="2026-11-26") == "Dropped (3): call her back, promised to Mia Chen\n"
        )
        assert [row[4:] for row in followups(promised)] == [
            ("done", "2026-11-25"), ("done", "2026-11-25"), ("dropped", "2026-11-26"), ("done", "2026-11-25")
        ]  # fmt: skip
        assert promised.ok("todo") == "No open promises\n"

    def test_on_its_day(self, promised: Shell) -> None:
        assert promised.ok("done 2", today="2026-11-27").endswith("promised by Mia Chen; on its day\n")

    @pytest.mark.parametrize("command", ["done", "drop"])
    @pytest.mark.parametrize(
        ("numbers", "status", "message"),
        [
            ("1 99", 1, "no promise has the number 99; netbook todo lists those that are open"),
            ("0 1 99", 1, "no promise has the numbers 0, 99; netbook todo lists those that are open"),
            ("1 3", 1, "3 was already done, on 2026-11-21; netbook todo lists those that are open"),
            ("4", 1, "4 was already dropped, on 2026-11-21; netbook todo lists those that are open"),
            (str(10**30), 1, f"no promise has the number {10**30}; netbook todo lists those that are open"),
        ],
    )
    def test_all_or_none(
        self, promised: Shell, command: str, numbers: str, status: int, message: str
    ) -> None:
        promised.ok("done 3")
        promised.ok("drop 4")
        answer = promised.fails(f"{command} {numbers}", status)
        assert answer == message

    @pytest.mark.parametrize("word", ["slides", "1.5"])
    def test_what_is_no_number_is_refused(self, promised: Shell, word: str) -> None:
        assert promised.fails(f"done 1 {word}", 2) == (
            f'"{word}" is not the number of a promise; netbook todo lists them with their numbers'
        )
        assert promised.fails(f"drop 1 {word}", 2) == (
            f'"{word}" is not a reference such as 4, p6, q2, i9 or m12; see netbook drop --help'
        )

    def test_a_number_must_be_given(self, promised: Shell) -> None:
        assert promised.fails("done", 2) == "missing argument 'NUMBER...'; see netbook done --help"
        assert promised.fails("drop", 2) == "missing argument 'NUMBER|REF...'; see netbook drop --help"

    def test_a_promise_is_in_the_morning_report_until_it_is_closed(self, promised: Shell) -> None:
        rows = promised("due --only promise --csv").rows
        assert [(row["person"], row["days_overdue"], row["detail"]) for row in rows] == [
            ("Lena Vogt", "1", "the paper on queueing")
        ]
        promised.ok("done 1")
        assert promised.ok("due --only promise --count") == "0\n"
