"""Circles: listed with their balance, added, changed, removed."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once
from tests.terminal import CTRL_C, Terminal

NEW = [
    ("team", "2w", "the people you work with every week"),
    ("peers", "1m", "people who do what you do, elsewhere"),
    ("mentors", "6w", "people you learn from"),
    ("customers", "3m", "people you work for"),
    ("community", "6m", "people you meet at events"),
]
THERE = "there are team, peers, mentors, customers, community (netbook circle NAME --every 1m adds one)"


def circles(netbook: Shell) -> list[tuple[object, ...]]:
    return netbook.sql("SELECT name, cadence, description FROM circle ORDER BY id")


class TestList:
    def test_a_new_journal_has_five(self, netbook: Shell) -> None:
        assert netbook.ok("circles") == (
            "5 circles; contacts of the last 90 days\n"
            "  circle     every  people  due  contacts\n"
            "  team       2w          0    0         0  0 %  the people you work with every week\n"
            "  peers      1m          0    0         0  0 %  people who do what you do, elsewhere\n"
            "  mentors    6w          0    0         0  0 %  people you learn from\n"
            "  customers  3m          0    0         0  0 %  people you work for\n"
            "  community  6m          0    0         0  0 %  people you meet at events\n"
            "Nobody is in team, peers, mentors, customers and community yet: netbook edit WHO --circle team\n"
        )
        assert circles(netbook) == NEW

    @pytest.fixture
    @built_once
    def lived_in(self, netbook: Shell) -> Shell:
        """Contact: two with the team, one with a peer; one of the team is due, the peer is not."""
        for name, circle in (("Ana", "team"), ("Bo", "team"), ("Cy", "peers"), ("Di", "mentors")):
            netbook.ok(f"add {name} --circle {circle} --known-since 2020-01-01")
        netbook.ok("log ana bo --on '1 nov' --kind coffee")
        netbook.ok("log cy --on '20 nov' --kind call")
        netbook.ok("log ana bo cy --on '20 nov' --kind email")
        netbook.ok("log cy --on 2026-08-23 --kind lunch")
        netbook.ok("log di --on 2026-12-24 --kind lunch", today="2026-12-24")
        netbook.ok("pause di")
        netbook.ok("edit bo --every 1y")
        return netbook

    def test_the_balance_counts_human_contact_of_the_last_90_days(self, lived_in: Shell) -> None:
        rows = lived_in("circles --json").json
        assert [tuple(row.values())[:6] for row in rows] == [
            ("team", "2w", 2, 1, 2, 67),
            ("peers", "1m", 1, 0, 1, 33),
            ("mentors", "6w", 0, 0, 0, 0),
            ("customers", "3m", 0, 0, 0, 0),
            ("community", "6m", 0, 0, 0, 0),
        ]
        assert "Nobody is in mentors, customers and community yet" in lived_in.ok("circles")

    def test_the_first_of_the_90_days_is_in_it(self, lived_in: Shell) -> None:
        lived_in.ok("log cy --on 2026-08-24 --kind lunch")
        assert lived_in("circles --json").json[1]["contacts"] == 2

    def test_csv_and_json_have_the_same_columns(self, lived_in: Shell) -> None:
        answer = lived_in("circles --csv")
        assert answer.out.splitlines()[:2] == [
            "circle,cadence,people,due,contacts,share,description",
            "team,2w,2,1,2,67,the people you work with every week",
        ]
        assert list(lived_in("circles --json").json[0]) == list(answer.rows[0])

    def test_a_journal_without_circles(self, netbook: Shell) -> None:
        for name, _, _ in NEW:
            netbook.ok(f"circle {name} --remove --yes")
        assert netbook.ok("circles") == "No circles yet: netbook circle NAME --every 1m\n"
        assert netbook.ok("circles --json") == "[]\n"
        assert netbook.ok("circles --csv") == "circle,cadence,people,due,contacts,share,description\n"
        assert netbook.fails("add Ana --circle team", 1) == (
            'no circle is called "team"; there are none (netbook circle NAME --every 1m adds one)'
        )

    def test_csv_and_json_do_not_go_together(self, netbook: Shell) -> None:
        assert netbook.fails("circles --csv --json", 2) == "--csv and --json cannot go together; choose one"


class TestChange:
    def test_a_cadence_adds_a_circle(self, netbook: Shell) -> None:
        assert netbook.ok("circle 'Book Club' --every monthly --describe 'we read'") == (
            "Added: Book Club, every 1m: we read\n"
        )
        assert circles(netbook) == [*NEW, ("Book Club", "1m", "we read")]

    def test_a_circle_without_a_cadence(self, netbook: Shell) -> None:
        assert netbook.ok("circle friends --every none") == "Added: friends, without a cadence\n"
        netbook.ok("add Ana --circle friends")
        assert netbook.ok("due --count") == "0\n"

    @pytest.mark.parametrize("name", ["peers", "PEERS", "Péers", " peers "])
    def test_a_circle_is_found_in_any_spelling(self, netbook: Shell, name: str) -> None:
        assert netbook.ok(f"circle '{name}' --every 3w") == (
            "Changed: peers, every 3w: people who do what you do, elsewhere\n"
        )

    def test_what_is_not_said_stays(self, netbook: Shell) -> None:
        assert netbook.ok("circle peers --describe 'as I am'") == "Changed: peers, every 1m: as I am\n"
        assert circles(netbook)[1] == ("peers", "1m", "as I am")

    def test_a_new_name_keeps_its_people(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle peers")
        assert netbook.ok("circle peers --rename colleagues") == (
            "Changed: colleagues, every 1m: people who do what you do, elsewhere\n"
        )
        assert netbook("show ana --json").json["circle"] == "colleagues"
        netbook.ok("circle colleagues --rename Colleagues")
        assert netbook("show ana --json").json["circle"] == "Colleagues"

    def test_a_cadence_holds_for_those_who_have_none_of_their_own(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle peers")
        netbook.ok("add Bo --circle peers --every 1y")
        netbook.ok("circle peers --every 3d")
        assert [netbook(f"show {who} --json").json["cadence"] for who in ("ana", "bo")] == ["3d", "1y"]

    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            ("", 2, "missing argument 'NAME'; see netbook circle --help"),
            ("peers", 2,
             "nothing to change; give --every, --describe, --rename, --add or --remove (netbook circles lists them)"),
            ("peers --every often", 2,
             'cannot read the cadence "often"; write 2w, "10 days", monthly or none (a day to 100 years)'),
            ("peers --rename team", 1, 'a circle called "team" already exists; choose another name'),
            ("peers --rename ''", 2, "a circle's name cannot be empty"),
            ("peers --describe ' '", 2, "a description cannot be empty; write a few words"),
            ("peer --describe x", 1, f'no circle is called "peer"; did you mean peers? T{THERE[1:]}'),
            ("xyz --rename abc", 1, f'no circle is called "xyz"; {THERE}'),
            ("xyz --every 2w --rename abc", 1, f'no circle is called "xyz"; {THERE}'),
            ("xyz --remove --yes", 1, f'no circle is called "xyz"; {THERE}'),
            ("xyz --remove", 1, f'no circle is called "xyz"; {THERE}'),
            ("peers --remove", 2, "removing the circle peers needs a confirmation; add --yes"),
            ("peers --remove --every 2w", 2, "--remove and a change cannot go together; give one of them"),
            ("'' --every 2w", 2, "a circle's name cannot be empty"),
            (f"{'x' * 10_000} --every 2w", 2,
             "a circle's name can have at most 200 characters; this one has 10,000"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, netbook: Shell, words: str, status: int, message: str) -> None:
        netbook.ok("circles")
        assert netbook.fails(f"circle {words}", status) == message


class TestRemove:
    def test_its_people_stay(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle peers")
        netbook.ok("add Bo --circle peers --every 2w")
        assert netbook.ok("circle PEERS --remove --yes") == (
            "Removed: the circle peers; 2 people are without a circle now\n"
        )
        assert circles(netbook) == [NEW[0], *NEW[2:]]
        assert netbook.sql("SELECT name, circle_id, cadence FROM person") == [
            ("Ana", None, None),
            ("Bo", None, "2w"),
        ]

    def test_an_empty_one(self, netbook: Shell) -> None:
        assert netbook.ok("circle peers --remove --yes") == "Removed: the circle peers\n"

    def test_on_a_terminal_it_asks(self, netbook: Shell) -> None:
        netbook.ok("circles")
        question = "Remove the circle peers? Its people stay in the journal. [y/N]: "
        for answer, status in (("n", 1), ("y", 0)):
            with Terminal(netbook, "circle Peers --remove") as terminal:
                terminal.answer(question, answer)
                terminal.ends(status)
            assert len(circles(netbook)) == 5 - (answer == "y")

    def test_stopping_at_the_question_keeps_it(self, netbook: Shell) -> None:
        netbook.ok("circles")
        with Terminal(netbook, "circle peers --remove") as terminal:
            terminal.expect("[y/N]: ")
            terminal.stop(CTRL_C)
            assert "netbook: stopped; nothing was changed\n" in terminal.ends(130)
        assert circles(netbook) == NEW
