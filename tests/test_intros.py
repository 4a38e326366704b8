"""Introductions: whom to introduce to whom, and what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from netbook.render import intros as render
from netbook.render.text import Screen
from netbook.reports import intros as report
from netbook.store import journal
from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Four people: three climb, two row, and nobody has met anybody."""
    for name in ("Ana Ruiz", "Bo Lind", "Cy Example", "Lena Lantern"):
        netbook.ok(f"add '{name}'")
    netbook.ok("common ana climbing --on '1 oct'")
    netbook.ok("common bo climbing --on '2 oct'")
    netbook.ok("common cy climbing rowing --on '3 oct'")
    netbook.ok("common lena rowing --on '4 oct'")
    return netbook


def pairs(netbook: Shell, line: str = "intros") -> list[str]:
    """The pairs of the CSV by their first names."""
    netbook.ok(f"{line} --csv")
    rows = netbook(f"{line} --csv").rows
    return [f"{row['a_handle'].split('-')[0]} {row['b_handle'].split('-')[0]}" for row in rows]


EVERYBODY = ["cy lena", "ana bo", "ana cy", "bo cy"]


class TestSuggestions:
    def test_the_rarer_topic_first_with_the_reason(self, people: Shell) -> None:
        assert people.ok("intros") == (
            "Worth introducing to each other:\n"
            "\n"
            "  Cy Example  Lena Lantern  both: rowing (shared by 2)\n"
            "  Ana Ruiz    Bo Lind       both: climbing (shared by 3)\n"
            "  Ana Ruiz    Cy Example    both: climbing (shared by 3)\n"
            "  Bo Lind     Cy Example    both: climbing (shared by 3)\n"
            "\n"
            "when you have introduced them: netbook intro WHO WHO\n"
        )

    def test_with_one_person_who_comes_first(self, people: Shell) -> None:
        assert people.ok("intros cy") == (
            "Worth introducing to Cy Example:\n"
            "\n"
            "  Lena Lantern  both: rowing (shared by 2)\n"
            "  Ana Ruiz      both: climbing (shared by 3)\n"
            "  Bo Lind       both: climbing (shared by 3)\n"
            "\n"
            "when you have introduced them: netbook intro cy-example WHO\n"
        )
        assert pairs(people, "intros cy") == ["cy lena", "cy ana", "cy bo"]

    def test_for_scripts(self, people: Shell) -> None:
        people.ok("common ana rowing")
        assert people.ok("intros --csv --limit 2") == (
            "a,b,score,because,a_handle,b_handle\n"
            'Ana Ruiz,Cy Example,1.26,"both: climbing (shared by 3), rowing (shared by 3)",'
            "ana-ruiz,cy-example\n"
            "Ana Ruiz,Bo Lind,0.63,both: climbing (shared by 3),ana-ruiz,bo-lind\n"
        )
        assert people("intros bo --json --limit 1").json == [
            {"a": "Bo Lind", "b": "Ana Ruiz", "score": 0.63, "because": "both: climbing (shared by 3)",
             "a_handle": "bo-lind", "b_handle": "ana-ruiz"}
        ]  # fmt: skip

    def test_a_long_reason_is_cut_on_a_terminal_alone(self, people: Shell) -> None:
        for number in range(9):
            people.ok(f"common ana 'topic {number}'")
            people.ok(f"common lena 'topic {number}'")
        assert "topic 8 (shared by 2)" in people.ok("intros")
        with journal.reading(people.db) as db:
            result = report.build(db, date(2026, 11, 21), None)
        answer = render.intros(result, Screen(80))
        assert "both: topic 0 (shared by 2), topic 1" in " ".join(answer.split())
        assert "topic 8" not in answer
        assert "…" in answer

    def test_a_limit_says_that_there_is_more(self, people: Shell) -> None:
        assert "  … and more: netbook intros --limit 6\n" in people.ok("intros --limit 3")
        assert "  … and more: netbook intros cy-example --limit 2\n" in people.ok("intros cy --limit 1")
        assert "more" not in people.ok("intros --limit 4")

    @pytest.mark.parametrize(
        ("lines", "left"),
        [
            # Once in one meeting, of whatever kind and with however many.
            (["log ana bo"], ["cy lena", "ana cy", "bo cy"]),
            (["log ana bo cy --kind email --on '3 nov'"], ["cy lena"]),
            (["log ana", "log bo"], EVERYBODY),
            # At one event, but each met alone.
            (["log ana --event Expo", "log bo --event Expo"], EVERYBODY),
            # Introduced or offered to, whatever came of it and in whatever order.
            (["intro ana bo"], ["cy lena", "ana cy", "bo cy"]),
            (["intro cy ana --outcome offered"], ["cy lena", "ana bo", "bo cy"]),
            (["intro lena cy --outcome declined"], ["ana bo", "ana cy", "bo cy"]),
            # One introduced you to the other.
            (["edit bo --introduced-by cy"], ["cy lena", "ana bo", "ana cy"]),
            # Away for a while, or for good.
            (["pause cy"], ["ana bo"]),
            (["pause cy --until today"], ["ana bo"]),
            (["pause cy", "resume cy"], EVERYBODY),
        ],
    )
    def test_who_is_left_out(self, people: Shell, lines: list[str], left: list[str]) -> None:
        for line in lines:
            people.ok(line)
        assert pairs(people) == left
        assert pairs(people, "intros lena") == (["lena cy"] if "cy lena" in left else [])

    def test_a_pause_that_is_over_or_a_meeting_to_come(self, people: Shell) -> None:
        people.ok("pause cy --until '30 nov'")
        people.ok("log ana bo", today="2026-12-05")
        assert pairs(people) == ["ana bo"]
        assert people("intros --csv", today="2026-12-05").out.count("\n") == 4

    def test_somebody_paused_may_be_asked_about(self, people: Shell) -> None:
        people.ok("pause cy")
        assert pairs(people, "intros cy") == ["cy lena", "cy ana", "cy bo"]

    def test_nobody_you_have_parted_from(self, people: Shell) -> None:
        people.sql("UPDATE person SET parted_on = '2026-11-20' WHERE handle = 'cy-example'")
        assert pairs(people) == ["ana bo"]
        assert pairs(people, "intros lena") == []
        assert people.ok("intros cy") == "You have parted from Cy Example: no introductions\n"

    def test_nothing_to_suggest(self, netbook: Shell) -> None:
        netbook.ok("add 'Ana Ruiz'")
        assert netbook.ok("intros") == (
            "Nobody to introduce yet: netbook common WHO TOPIC records what you share with people\n"
        )
        assert netbook.ok("intros ana").startswith("Nobody to introduce to Ana Ruiz yet: ")
        assert netbook.ok("intros --json") == "[]\n"
        assert netbook.ok("intros --csv") == "a,b,score,because,a_handle,b_handle\n"

    def test_strangers_are_found_behind_many_who_know_each_other(self, netbook: Shell) -> None:
        """Thirty people row, and all but the last were in one boat: 406 pairs know each other, 29 do not."""
        names = [f"Rower {number:02}" for number in range(30)]
        netbook.ok("add 'Zed Zither'")
        people = " ".join(f"--new '{name}'" for name in names[:-1])
        netbook.ok(f"log {people} -c rowing --on '1 nov'")
        netbook.ok(f"log --new '{names[-1]}' -c rowing --on '2 nov'")
        result = netbook("intros --csv").rows
        assert [row["a"] for row in result] == names[:-1]
        assert {row["b"] for row in result} == {names[-1]}

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("intros nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("intros --limit 0", 2,
             "invalid value for '--limit': 0 is less than 1; see netbook intros --help"),
            ("intros --csv --json", 2, "--csv and --json cannot go together; choose one"),
            ("intros ana bo", 2,
             "too many words: bo; put those that belong together in quotes; see netbook intros --help"),
        ],
    )  # fmt: skip
    def test_bad_input(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message


def introductions(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql("SELECT a_id, b_id, date, outcome, because FROM introduction ORDER BY id")


class TestRecording:
    def test_made_at_once(self, people: Shell) -> None:
        assert people.ok("intro lena ana --because 'both new in town'") == (
            "Introduced Lena Lantern and Ana Ruiz, Saturday 21 November: both new in town\n"
        )
        assert introductions(people) == [(1, 4, "2026-11-21", "made", "both new in town")]

    def test_offered_then_made(self, people: Shell) -> None:
        assert people.ok("intro bo ana --outcome OFFERED --because 'both climb' --on '10 nov'") == (
            "Offered to introduce Bo Lind and Ana Ruiz, Tuesday 10 November: both climb\n"
            "  when it is made: netbook intro bo-lind ana-ruiz\n"
        )
        assert people.ok("intro ana bo") == (
            "Introduced Ana Ruiz and Bo Lind, Saturday 21 November: both climb\n"
            "  before: offered, 10 November\n"
        )
        assert introductions(people) == [(1, 2, "2026-11-21", "made", "both climb")]

    def test_declined(self, people: Shell) -> None:
        people.ok("intro ana bo --outcome offered --on '10 nov'")
        assert people.ok("intro ana bo --outcome declined --on yesterday") == (
            "Declined: an introduction of Ana Ruiz and Bo Lind, Friday 20 November\n"
            "  before: offered, 10 November\n"
        )

    @pytest.mark.parametrize(
        ("line", "row"),
        [
            ("intro ana bo", ("2026-11-10", "made", "both climb")),
            ("intro ana bo --because 'both cook'", ("2026-11-10", "made", "both cook")),
            ("intro ana bo --on '9 nov'", ("2026-11-09", "made", "both climb")),
            ("intro ana bo --outcome offered", ("2026-11-21", "offered", "both climb")),
        ],
    )
    def test_a_slip_is_mended_by_saying_it_again(
        self, people: Shell, line: str, row: tuple[str, ...]
    ) -> None:
        people.ok("intro ana bo --because 'both climb' --on '10 nov'")
        people.ok(line)
        assert introductions(people) == [(1, 2, *row)]

    def test_the_same_again_says_so(self, people: Shell) -> None:
        people.ok("intro ana bo")
        assert people.ok("intro bo ana", today="2026-11-30").endswith("\n  as it was before\n")

    def test_it_stands_with_both_and_in_the_export(self, people: Shell) -> None:
        people.ok("intro lena ana --because 'both new in town'")
        assert "intro        to Lena Lantern, made: both new in town  i1\n" in people.ok("show ana")
        assert people("show lena --json").json["introductions"] == [
            {
                "date": "2026-11-21",
                "to": "Ana Ruiz",
                "outcome": "made",
                "because": "both new in town",
                "ref": "i1",
            }
        ]
        assert people.ok("export introductions").splitlines()[1] == (
            "Ana Ruiz,ana-ruiz,Lena Lantern,lena-lantern,2026-11-21,made,both new in town,i1"
        )

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("intro ana ruiz", 1,
             "both names mean one person, ana-ruiz  Ana Ruiz; name somebody else as well"),
            ("intro ana nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("intro ana bo --outcome mad", 2,
             'unknown outcome "mad"; did you mean made? There are offered, made, declined, dropped'),
            ("intro ana bo --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("intro ana bo --on 2026-11-22", 2,
             '"2026-11-22" is still to come; give a day up to today'),
            ("intro cy lena --on '9 nov'", 2,
             "you offered to introduce Cy Example and Lena Lantern on 2026-11-10; "
             "the outcome cannot be earlier, give a later day"),
            ("intro ana", 2, "missing argument 'WHO'; see netbook intro --help"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        people.ok("intro cy lena --outcome offered --on '10 nov'")
        assert people.fails(line, status) == message
