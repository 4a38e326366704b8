"""Requests: asked of somebody, and answered."""

from __future__ import annotations

import pytest

from tests.conftest import Answer, Shell, built_once

ASKED = (
    "Asked Mia Chen on Saturday 21 November: would you look at my talk?\n"
    "  when they answer: netbook answer mia-chen yes, or no\n"
)
GIVE = "netbook: you have given Mia Chen nothing yet; giving comes first: netbook gave mia-chen TEXT\n"
VAGUE = "netbook: a request of under five words is vague; say exactly what, and by when\n"


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """A journal with two people in it; to Mia something was given."""
    netbook.ok('add "Mia Chen"')
    netbook.ok('add "Sam Okafor"')
    netbook.ok("gave mia a ride home --on '1 nov'")
    return netbook


@pytest.fixture
def asked(people: Shell) -> Shell:
    """Mia was asked for something on 10 November."""
    people.ok("ask mia 'would you look at my talk?' --on '10 nov'")
    return people


def requests(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql("SELECT text, asked_on, answer, answered_on, reply FROM request ORDER BY id")


class TestAsk:
    def test_something_particular_of_somebody_to_whom_you_gave(self, people: Shell) -> None:
        assert people.ok("ask mia would you look at my 'talk?'") == ASKED
        assert requests(people) == [("would you look at my talk?", "2026-11-21", "pending", None, None)]

    @pytest.mark.parametrize(
        ("text", "given", "warnings"),
        [
            ("would you look at my talk?", "gave mia a lift", ""),
            ("would you look at my talk?", "got mia a lift", GIVE),
            ("would you look at my talk?", "gave sam a lift", GIVE),
            ("would you look at it?", "gave mia a lift", ""),
            ("look at my talk?", "gave mia a lift", VAGUE),
            ("help", "gave sam a lift", GIVE + VAGUE),
        ],
    )
    def test_it_warns_and_records_all_the_same(
        self, netbook: Shell, text: str, given: str, warnings: str
    ) -> None:
        netbook.ok('add "Mia Chen"')
        netbook.ok('add "Sam Okafor"')
        netbook.ok(given)
        answer = netbook(f"ask mia '{text}'")
        assert (answer.status, answer.err) == (0, warnings)
        assert requests(netbook) == [(text, "2026-11-21", "pending", None, None)]

    def test_what_was_given_after_it_was_asked_does_not_count(self, people: Shell) -> None:
        assert people("ask mia 'would you look at my talk?' --on '31 oct'").err == GIVE

    def test_a_no_is_remembered_until_something_else_was_answered(self, asked: Shell) -> None:
        asked.ok("answer mia no --on '12 nov'")
        assert asked("ask mia 'would you come to my talk?'") == Answer(
            0,
            ASKED.replace("look at my", "come to my"),
            'netbook: Mia Chen said no on 12 November to "would you look at my talk?"; a no ends that one\n',
        )
        asked.ok("answer mia yes")
        asked.ok("ask mia 'would you hold the ladder?'")

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("ask sam ' '", 2, "a request cannot be empty; write a few words"),
            ("ask nobody x", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("ask sam x --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("ask sam", 2, "missing argument 'TEXT...'; see netbook ask --help"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, asked: Shell, line: str, status: int, message: str) -> None:
        assert asked.fails(line, status) == message


class TestSeveral:
    def test_asking_again_while_one_is_open_is_warned_of(self, asked: Shell) -> None:
        assert asked("ask mia 'would you hold the ladder for me?'") == Answer(
            0,
            ASKED.replace("look at my talk?", "hold the ladder for me?"),
            "netbook: Mia Chen has not answered yet what you asked on 10 November: "
            '"would you look at my talk?"\n',
        )

    def test_the_answer_says_to_what(self, asked: Shell) -> None:
        asked("ask mia 'would you hold the ladder for me?'")
        assert asked.fails("answer mia yes", 1) == (
            'several requests to Mia Chen are open ("would you hold the ladder for me?"; '
            '"would you look at my talk?"); '
            "say which: netbook answer mia-chen yes --to WORDS"
        )
        assert asked.fails("answer mia yes --to ladders", 1) == (
            'no open request to Mia Chen matches "ladders"; '
            'open: "would you hold the ladder for me?"; "would you look at my talk?"'
        )
        asked.ok("answer mia no --to 'ladder'")
        asked.ok("answer mia yes")
        assert [(text, answer) for text, _, answer, *_ in requests(asked)] == [
            ("would you look at my talk?", "yes"), ("would you hold the ladder for me?", "no"),
        ]  # fmt: skip

    def test_a_wrong_answer_is_taken_back(self, asked: Shell) -> None:
        asked.ok("answer mia no")
        asked.ok("undo")
        asked.ok("answer mia yes")
        assert [answer for _, _, answer, *_ in requests(asked)] == ["yes"]


class TestAnswer:
    def test_a_yes_with_what_follows_from_it(self, asked: Shell) -> None:
        assert asked.ok(
            "answer mia YES with pleasure --on yesterday "
            "-p 'send the draft by friday' --they-promise 'read it'"
        ) == (
            "Mia Chen said yes on Friday 20 November: with pleasure\n"
            "  asked          would you look at my talk? (10 November)\n"
            "  promised       send the draft, by Friday 27 November (1)\n"
            "  they promised  read it (2)\n"
        )
        assert requests(asked) == [
            ("would you look at my talk?", "2026-11-10", "yes", "2026-11-20", "with pleasure")
        ]
        assert asked.sql("SELECT whose, text, promised_on, due_on, status FROM followup ORDER BY id") == [
            ("mine", "send the draft", "2026-11-20", "2026-11-27", "open"),
            ("theirs", "read it", "2026-11-20", None, "open"),
        ]

    def test_a_no_ends_it(self, asked: Shell) -> None:
        assert asked.ok("answer mia no") == (
            "Mia Chen said no on Saturday 21 November\n"
            "  asked          would you look at my talk? (10 November)\n"
            "  that ends it: nothing will remind you of it\n"
        )
        assert asked.ok("todo") == "No open promises\n"
        assert asked.ok("due --within 3000 --only promise --count") == "0\n"

    def test_it_stands_with_the_person_and_in_the_export(self, asked: Shell) -> None:
        asked.ok("answer mia no not this year")
        shown = asked.ok("show mia")
        assert "10 November         asked        would you look at my talk? (no)  q1\n" in shown
        assert "21 November         answer       no: not this year" in shown
        assert asked("show mia --json").json["requests"] == [
            {"asked_on": "2026-11-10", "text": "would you look at my talk?", "answer": "no",
             "answered_on": "2026-11-21", "reply": "not this year", "ref": "q1"}
        ]  # fmt: skip
        assert asked.ok("export requests") == (
            "person,handle,asked_on,text,answer,answered_on,reply,ref\n"
            "Mia Chen,mia-chen,2026-11-10,would you look at my talk?,no,2026-11-21,not this year,q1\n"
        )

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("answer sam yes", 1, "no request to Sam Okafor is open; record one: netbook ask sam-okafor TEXT"),
            ("answer nobody yes", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("answer mia maybe", 2, 'unknown answer "maybe"; there are yes, no'),
            ("answer mia yes --on '9 nov'", 2,
             "you asked Mia Chen on 2026-11-10; the answer cannot be earlier, give a later day"),
            ("answer mia yes --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("answer mia no -p 'ask again'", 2,
             "a no takes no follow-up; record a promise on its own: netbook promise mia-chen TEXT"),
            ("answer mia yes -p ' '", 2, "a promise cannot be empty; write a few words"),
            ("answer mia yes -p 'slides by 30 feb'", 2,
             'there is no such day as "30 feb"; check the day and the month'),
            ("answer mia", 2, "missing argument 'yes|no'; see netbook answer --help"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, asked: Shell, line: str, status: int, message: str) -> None:
        assert asked.fails(line, status) == message

    def test_what_was_answered_is_not_answered_again(self, asked: Shell) -> None:
        asked.ok("answer mia yes")
        assert asked.fails("answer mia no", 1) == (
            "no request to Mia Chen is open (the last was answered yes on 2026-11-21); "
            "record one: netbook ask mia-chen TEXT"
        )
