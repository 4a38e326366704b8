"""Give and take, strain and repair."""

from __future__ import annotations

import shlex

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """A journal with two people in it."""
    netbook.ok('add "Mia Chen"')
    netbook.ok('add "Sam Okafor"')
    return netbook


@pytest.fixture
def owing(people: Shell) -> Shell:
    """Three favours received from Mia on three days, and one given to her."""
    people.ok("got mia the guest list --on '12 nov'")
    people.ok("got mia the vendor list --on '14 nov'")
    people.ok("got mia a ride home --on '16 nov'")
    people.ok("gave mia the vendor list, sorted")
    return people


def thanks(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql(
        "SELECT text, thanked_on, thanked_how FROM favor WHERE thanked_on IS NOT NULL ORDER BY id"
    )


class TestFavors:
    def test_given_and_received(self, people: Shell) -> None:
        assert people.ok("gave mia feedback on her talk") == (
            "Gave Mia Chen on Saturday 21 November: feedback on her talk\n  so far gave 1, got 0\n"
        )
        assert people.ok('got mia "the vendor list" --on 2026-11-14') == (
            "Got from Mia Chen on Saturday 14 November: the vendor list\n"
            "  so far gave 1, got 1; thanks are owed: netbook thank mia-chen\n"
        )
        assert people.sql("SELECT person_id, direction, text, date, thanked_on FROM favor") == [
            (1, "gave", "feedback on her talk", "2026-11-21", None),
            (1, "got", "the vendor list", "2026-11-14", None),
        ]

    @pytest.mark.parametrize("command", ["gave", "got"])
    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            ("nobody x", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("mia ' '", 2, "a favour cannot be empty; write a few words"),
            ("mia x --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(
        self, people: Shell, command: str, words: str, status: int, message: str
    ) -> None:
        assert people.fails(f"{command} {words}", status) == message


class TestThank:
    def test_the_oldest_first(self, owing: Shell) -> None:
        assert owing.ok("thank mia") == (
            "Thanked Mia Chen on Saturday 21 November: the guest list, got 12 November\n"
            "  2 thank-yous still owed, next for: the vendor list\n"
        )
        assert owing.ok("thank mia --how card --on yesterday") == (
            "Thanked Mia Chen with a card on Friday 20 November: the vendor list, got 14 November\n"
            "  1 thank-you still owed, next for: a ride home\n"
        )
        assert owing.ok("thank mia --how IN-PERSON") == (
            "Thanked Mia Chen in person on Saturday 21 November: a ride home, got 16 November\n"
        )
        assert thanks(owing) == [
            ("the guest list", "2026-11-21", None),
            ("the vendor list", "2026-11-20", "card"),
            ("a ride home", "2026-11-21", "in-person"),
        ]

    @pytest.mark.parametrize("words", ["vendor", "VEND list", "the vendor list", "list, vendor"])
    def test_the_one_that_is_named(self, owing: Shell, words: str) -> None:
        owing.ok(f"thank mia --for {shlex.quote(words)} you saved the evening")
        assert [row[0] for row in thanks(owing)] == ["the vendor list"]

    def test_a_whole_text_goes_before_a_part_of_another(self, owing: Shell) -> None:
        owing.ok("got mia a ride --on '17 nov'")
        owing.ok("thank mia --for 'a ride'")
        assert [row[0] for row in thanks(owing)] == ["a ride"]

    def test_of_favours_that_read_alike_the_oldest(self, owing: Shell) -> None:
        owing.ok("got mia A ride home! --on '2 nov'")
        owing.ok("thank mia --for ride")
        assert [row[0] for row in thanks(owing)] == ["A ride home!"]

    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            ("mia --for list", 1,
             'several favours match "list"; say which: '
             "the guest list (12 November); the vendor list (14 November)"),
            ("mia --for dinner", 1,
             'no favour that you owe Mia Chen thanks for matches "dinner"; owed: '
             "the guest list (12 November); the vendor list (14 November); a ride home (16 November)"),
            ("mia --for sorted", 1,
             'no favour that you owe Mia Chen thanks for matches "sorted"; owed: '
             "the guest list (12 November); the vendor list (14 November); a ride home (16 November)"),
            ("sam --for list", 1,
             "you owe Sam Okafor no thanks; netbook got sam-okafor TEXT records a favour first"),
            ("mia --for ride --on '15 nov'", 2,
             '"a ride home" was on 2026-11-16; thanks cannot be earlier, give that day or a later one'),
            ("mia --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("mia --how notes", 2,
             'unknown way to say thanks "notes"; did you mean note? '
             "There are note, card, letter, call, in-person, message"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, owing: Shell, words: str, status: int, message: str) -> None:
        assert owing.fails(f"thank {words}", status) == message

    def test_what_was_written_is_kept_and_a_letter_has_an_address(self, owing: Shell) -> None:
        owing.sql(
            "INSERT INTO address (person_id, text, key, label) SELECT id, '1 Pier, Windmill Bay', 'x', 'home'"
            " FROM person WHERE handle = 'mia-chen'"
        )
        assert owing.ok("thank mia 'you saved the evening' --for vendor --how letter") == (
            "Thanked Mia Chen with a letter on Saturday 21 November for the vendor list, got 14 November: "
            "you saved the evening\n"
            "  to: 1 Pier, Windmill Bay\n"
            "  2 thank-yous still owed, next for: the guest list\n"
        )
        assert owing.sql("SELECT thanks FROM favor WHERE thanked_on IS NOT NULL") == [
            ("you saved the evening",)
        ]

    def test_thanks_where_nothing_is_owed_are_kept_all_the_same(self, owing: Shell) -> None:
        assert owing.ok("thank sam 'for being there' --how card") == (
            "Thanked Sam Okafor with a card on Saturday 21 November: for being there\n"
        )
        assert owing.sql("SELECT how, text FROM thanks") == [("card", "for being there")]
        assert "for being there" in owing.ok("find 'being there'")
        owing.ok("undo")
        assert owing.sql("SELECT count(*) FROM thanks") == [(0,)]

    def test_thanks_owed_stand_in_the_morning_report(self, owing: Shell) -> None:
        assert owing.ok("due --only thanks --count") == "3\n"
        owing.ok("thank mia --for ride")
        assert [row["detail"] for row in owing("due --only thanks --csv").rows] == [
            "the guest list", "the vendor list"
        ]  # fmt: skip


class TestStrain:
    def test_opened_and_repaired(self, people: Shell) -> None:
        people.ok("common sam chess --on '1 oct'")
        people.ok("common sam rowing --on '5 nov'")
        assert people.ok("strain sam went to his manager --on '2 nov'") == (
            "Strained with Sam Okafor since Monday 2 November: went to his manager\n"
            "  1 of 2 points of connection found since: netbook common sam-okafor TOPIC\n"
        )
        assert [row["person"] for row in people("due --only repair --csv").rows] == ["Sam Okafor"]
        assert people.ok("repair sam said sorry over lunch --on yesterday") == (
            "Repaired with Sam Okafor on Friday 20 November: said sorry over lunch\n"
            "  strained since Monday 2 November: went to his manager\n"
            "  1 of 2 points of connection found since\n"
        )
        assert people.sql("SELECT text, since, repaired_on, repair FROM strain") == [
            ("went to his manager", "2026-11-02", "2026-11-20", "said sorry over lunch")
        ]
        assert people.ok("due --only repair --count") == "0\n"

    def test_another_one_after_the_first_is_repaired(self, people: Shell) -> None:
        people.ok("strain sam over the backlog --on '2 nov'")
        assert people.ok("repair sam").startswith("Repaired with Sam Okafor on Saturday 21 November\n")
        people.ok("strain sam over lunch")
        assert people.sql("SELECT text FROM strain WHERE repaired_on IS NULL") == [("over lunch",)]

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("strain sam again", 1,
             'the relationship with Sam Okafor is already strained, since 2026-11-02 ("over the backlog"); '
             "record the repair first: netbook repair sam-okafor"),
            ("strain mia ' '", 2, "what happened cannot be empty; write a few words"),
            ("strain mia x --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("strain nobody x", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("repair mia", 1,
             "the relationship with Mia Chen is not strained; netbook strain mia-chen TEXT records a strain"),
            ("repair sam --on '1 nov'", 2,
             "the strain with Sam Okafor began on 2026-11-02; the repair cannot be earlier, give a later day"),
            ("repair sam --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        people.ok("strain sam over the backlog --on '2 nov'")
        assert people.fails(line, status) == message
