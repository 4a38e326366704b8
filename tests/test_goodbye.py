"""Goodbyes, to one person and to a whole organisation. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once
from tests.terminal import Terminal

HEADER = (
    "org,person,handle,department,open,seen_on,parted_on,thanks,mine,theirs,strained,contacts,last_contact,owed,"
    "private_address\n"
)
BACK = "  the history stays, due no longer lists them; netbook resume {} brings them back\n"


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Three people at Northwind, spelt in two ways, one at a namesake of it, one elsewhere."""
    netbook.ok('add "Mia Chen" --org Northwind --circle team --department Design')
    netbook.ok('add "Omar Haddad" --org northwind --circle peers')
    netbook.ok('add "Raj Patel" --org Northwind --circle peers')
    netbook.ok('add "Lena Vogt" --org "Northwind Ltd"')
    netbook.ok('add "Sam Okafor" --org Globex --circle team')
    return netbook


@pytest.fixture
def leaving(people: Shell) -> Shell:
    """You leave Northwind on 30 November, and nobody is seen yet."""
    people.ok("goodbye --org northwind --on '30 november' --why 'a new job'")
    return people


def parted(netbook: Shell) -> dict[str, tuple[str, str | None]]:
    """Who is parted from, since when and why."""
    rows = netbook.sql("SELECT handle, parted_on, parted_why FROM person WHERE parted_on IS NOT NULL")
    return {handle: (on, why) for handle, on, why in rows}


def order(netbook: Shell, line: str = "goodbye --csv") -> list[str]:
    """The first names on a round, those to be seen in capitals."""
    return [
        name.upper() if row["open"] == "true" else name
        for row in netbook(line).rows
        for name in [row["person"].split()[0]]
    ]


def test_several_are_parted_from_in_one_step_or_none_is(people: Shell) -> None:
    assert people.fails("goodbye mia nobody", 1).startswith('nobody is called "nobody"')
    assert parted(people) == {}
    answer = people("goodbye mia 'sam okafor' mia --why 'moving to Lisbon' --json").json
    assert [row["handle"] for row in answer["people"]] == ["mia-chen", "sam-okafor"]
    assert parted(people) == dict.fromkeys(["mia-chen", "sam-okafor"], ("2026-11-21", "moving to Lisbon"))
    people.ok("undo")
    assert parted(people) == {}
    assert people.ok("goodbye mia sam").count("Parted from") == 2


class TestOnePerson:
    def test_what_is_owed_is_told_and_the_nagging_ends(self, people: Shell) -> None:
        people.ok("log sam --kind coffee --on '1 september'")
        people.ok("got sam a ride home --on '14 november'")
        people.ok("promise sam the map by 27 november")
        people.ok("promise sam --theirs a book")
        people.ok("strain sam over the backlog --on '2 november'")
        assert people("due --csv").out.count("Sam Okafor") == 2  # repair and thanks
        assert people.ok("goodbye sam --why 'he moves to Lisbon'") == (
            "Parted from Sam Okafor on Saturday 21 November: he moves to Lisbon\n"
            "  there was      first met on 1 September, met once; gave 0, got 1\n"
            "  thanks owed    a ride home, got 14 November: netbook thank sam-okafor\n"
            "  you promised   the map, by 27 Nov: netbook done 1\n"
            "  they promised  a book: netbook done 2\n"
            "  strained       since 2 November: over the backlog: netbook repair sam-okafor\n"
            + BACK.format("sam-okafor")
        )
        assert parted(people) == {"sam-okafor": ("2026-11-21", "he moves to Lisbon")}
        assert "Sam Okafor" not in people.ok("due --within 30 --csv")
        # The history is there, and what is owed can still be settled.
        shown = people("show sam --json").json
        assert (shown["status"], len(shown["meetings"]), len(shown["favors"])) == ("parted", 1, 1)
        people.ok("thank sam")
        people.ok("done 1 2")
        people.ok("repair sam")
        assert people.ok("goodbye sam") == (
            "Parted already from Sam Okafor on Saturday 21 November: he moves to Lisbon\n"
            "  there was      first met on 1 September, met once; gave 0, got 1\n"
            "  nothing is owed between you\n" + BACK.format("sam-okafor")
        )

    def test_another_day_and_another_reason(self, people: Shell) -> None:
        people.ok("goodbye sam --on yesterday")
        assert parted(people) == {"sam-okafor": ("2026-11-20", None)}
        people.ok("goodbye sam --why 'he moved'")
        assert parted(people) == {"sam-okafor": ("2026-11-20", "he moved")}
        people.ok("goodbye sam --on '1 nov'")
        assert parted(people) == {"sam-okafor": ("2026-11-01", "he moved")}

    def test_a_day_to_come(self, people: Shell) -> None:
        people.ok("log sam --on '1 november'")  # team: every two weeks, due on the 15th
        assert people.ok("goodbye sam --on 'in 9 days'") == (
            "Parting from Sam Okafor on Monday 30 November\n"
            "  there was      first met on 1 November, met once\n"
            "  nothing is owed between you\n"
            "  the history stays, until then due lists them as before; "
            "netbook resume sam-okafor brings them back\n"
        )
        assert "Sam" in people.ok("due --csv", today="2026-11-29")
        assert "Sam" not in people.ok("due --csv", today="2026-11-30")
        assert people.ok("resume sam") == (
            "Resumed: Sam Okafor (sam-okafor), who was to be parted from on Monday 30 November; "
            "due lists them again\n"
        )
        assert parted(people) == {}

    def test_coming_back(self, people: Shell) -> None:
        people.ok("pause sam")
        people.ok("goodbye sam --on '2 months ago'")
        assert people.ok("resume sam") == (
            "Resumed: Sam Okafor (sam-okafor), parted since Monday 21 September; due lists them again\n"
        )
        assert people("show sam --json").json["status"] == "active"
        assert people.ok("resume sam") == "Sam Okafor (sam-okafor) is neither paused nor parted\n"

    def test_as_data(self, people: Shell) -> None:
        people.ok("promise sam the map by 27 november")
        assert people("goodbye sam --json").json == {
            "person": "Sam Okafor", "handle": "sam-okafor", "on": "2026-11-21", "why": None, "already": False,
            "owed": {
                "thanks": [], "mine": [{"text": "the map", "due_on": "2026-11-27", "number": 1}],
                "theirs": [], "strain": None,
            },
            "rounds": [],
            "look_back": {"first_met": None, "contacts": 0, "topics": [], "gave": 0, "got": 0},
            "refs": [],
        }  # fmt: skip


class TestRound:
    def test_begun_it_lists_everybody_and_parts_from_nobody(self, people: Shell) -> None:
        people.ok("log mia omar --kind lunch --on '10 october'")
        people.ok("log mia --kind call --on '12 november'")
        people.ok("promise raj the slides by 27 november")
        assert people.ok("goodbye --org NORTHWIND --on '30 november' --why 'a new job'") == (
            "Goodbye to Northwind, Monday 30 November: 3 people to see\n"
            "a new job\n"
            "\n"
            "  Raj Patel    never met  no private address yet\n"
            "    you promised: the slides, by 27 Nov: netbook done 1\n"
            "  Mia Chen     2 contacts, last 12 November  Design  no private address yet\n"
            "  Omar Haddad  1 contact, last 10 October  no private address yet\n"
            "\n"
            "netbook goodbye --done WHO when you have seen somebody, --keep WHO to stay in touch\n"
        )
        assert parted(people) == {}

    def test_the_order_that_matters(self, netbook: Shell) -> None:
        for name in ("Ada Ask", "Ben Bare", "Cy Close", "Di Debt", "Eli Early", "Flo Favour", "Gus Grudge"):
            netbook.ok(f"add '{name}' --org Acme")
        netbook.ok("log cy --on '3 november'")
        netbook.ok("log cy --on '2 november'")
        netbook.ok("log eli --on '4 november'")
        netbook.ok("log ben --on '5 november'")  # as often as Eli, and later
        netbook.ok("log ben --kind email")  # no contact
        netbook.ok("promise ada --theirs an answer")
        netbook.ok("promise di a book")
        netbook.ok("got flo a lift --on '1 november'")
        netbook.ok("log flo --on '1 november'")
        netbook.ok("strain gus over lunch")
        # Whom you owe thanks or a promise, or the strained: Flo was met, the others by name. Then who owes
        # you: Ada. Then by contacts: Cy 2, Ben and Eli 1 each, Ben later.
        assert order(netbook, "goodbye --org Acme --csv") == [
            "FLO", "DI", "GUS", "ADA", "CY", "BEN", "ELI"
        ]  # fmt: skip

    def test_ticking_off(self, leaving: Shell) -> None:
        leaving.ok("promise omar the plan by 27 november")
        assert leaving.ok("goodbye --done omar --on yesterday") == (
            "Parted from Omar Haddad on Friday 20 November: a new job\n"
            "  you promised   the plan, by 27 Nov: netbook done 1\n"
            "Goodbye to Northwind: 2 of 3 still to see, next Mia Chen\n"
        )
        assert parted(leaving) == {"omar-haddad": ("2026-11-20", "a new job")}
        assert leaving.ok("goodbye --org northwind --keep mia") == (
            "Seen on Saturday 21 November, and still in touch: Mia Chen\n"
            "Goodbye to Northwind: 1 of 3 still to see, next Raj Patel\n"
        )
        assert leaving.ok("goodbye") == (
            "Goodbye to Northwind, Monday 30 November: 1 of 3 still to see\n"
            "a new job\n"
            "\n"
            "  Raj Patel  never met  no private address yet\n"
            "\n"
            "Seen: Omar Haddad (20 Nov) and Mia Chen (21 Nov, still in touch)\n"
            "\n"
            "netbook goodbye --done WHO when you have seen somebody, --keep WHO to stay in touch\n"
        )
        assert leaving.ok("goodbye --done raj --why 'he goes too'").endswith(
            "Goodbye to Northwind: nobody is left to see\n"
        )
        assert parted(leaving)["raj-patel"] == ("2026-11-21", "he goes too")
        assert leaving.ok("goodbye") == (
            'No goodbye round is open: netbook goodbye WHO parts from somebody, --org "ORG" begins a round\n'
        )
        assert leaving.ok("goodbye --org northwind").startswith(
            "Goodbye to Northwind, Monday 30 November: it is over\n"
        )

    def test_several_at_once_or_none(self, leaving: Shell) -> None:
        leaving.ok("goodbye --done mia --done raj --keep omar")
        assert sorted(parted(leaving)) == ["mia-chen", "raj-patel"]
        assert order(leaving, "goodbye --org northwind --csv") == ["Mia", "Omar", "Raj"]

    def test_without_a_reason_the_organisation_is_the_reason(self, people: Shell) -> None:
        people.ok("goodbye --org Globex")
        people.ok("goodbye --done sam")
        assert parted(people) == {"sam-okafor": ("2026-11-21", "goodbye to Globex")}

    def test_a_slip_is_taken_back(self, leaving: Shell) -> None:
        leaving.ok("goodbye --done mia --done omar --done raj")
        assert leaving.ok("goodbye --undone mia") == (
            "To be seen again, and not parted from: Mia Chen\n"
            "Goodbye to Northwind: 1 of 3 still to see, next Mia Chen\n"
        )
        assert sorted(parted(leaving)) == ["omar-haddad", "raj-patel"]
        leaving.ok("goodbye --keep omar")  # parted from by mistake
        assert sorted(parted(leaving)) == ["raj-patel"]

    def test_closing_parts_from_those_who_are_left(self, leaving: Shell) -> None:
        leaving.ok("goodbye --done mia")
        assert leaving.ok("goodbye --close", today="2026-12-03") == (
            "Parted from without seeing them: Omar Haddad and Raj Patel\nThe goodbye to Northwind is over\n"
        )
        # As of the last day, which has been.
        assert parted(leaving) == {
            "mia-chen": ("2026-11-21", "a new job"),
            "omar-haddad": ("2026-11-30", "a new job"),
            "raj-patel": ("2026-11-30", "a new job"),
        }
        assert "Parted from unseen: Omar Haddad and Raj Patel" in leaving.ok(
            "goodbye --org northwind", today="2026-12-03"
        )
        assert leaving.ok("goodbye --csv", today="2026-12-03") == HEADER

    def test_closing_before_the_last_day_is_as_of_today(self, leaving: Shell) -> None:
        leaving.ok("goodbye --close")
        assert {on for on, _ in parted(leaving).values()} == {"2026-11-21"}

    def test_after_the_last_day_it_says_how_to_end_it(self, leaving: Shell) -> None:
        hint = "; --close parts from the rest\n"
        assert not leaving.ok("goodbye", today="2026-11-30").endswith(hint)
        assert leaving.ok("goodbye", today="2026-12-01").endswith(hint)

    def test_who_comes_back_is_no_longer_on_it_unless_they_were_seen(self, leaving: Shell) -> None:
        leaving.ok("goodbye --done mia")
        leaving.ok("goodbye --close")
        leaving.ok("resume mia")
        leaving.ok("resume raj")
        assert order(leaving, "goodbye --org northwind --csv") == ["Mia", "Omar"]
        assert leaving.ok("goodbye --csv") == HEADER  # and nothing is open again

    def test_parting_from_one_alone_ticks_them_off(self, leaving: Shell) -> None:
        assert "  ticked off on the goodbye round of Northwind\n" in leaving.ok("goodbye mia")
        assert leaving.sql("SELECT seen_on FROM farewell_person WHERE person_id = 1") == [("2026-11-21",)]
        assert order(leaving) == ["OMAR", "RAJ", "Mia"]

    def test_whoever_comes_to_the_organisation_joins_the_open_round(self, leaving: Shell) -> None:
        leaving.ok("add 'Zoe Zest' --org NORTHWIND")
        assert order(leaving) == ["MIA", "OMAR", "RAJ"]
        assert order(leaving, "goodbye --org northwind --csv") == ["MIA", "OMAR", "RAJ", "ZOE"]

    def test_another_last_day_and_reason(self, leaving: Shell) -> None:
        leaving.ok("goodbye --org northwind --on 'in 20 days' --why 'the office closes'")
        assert leaving.sql("SELECT org, date, why FROM farewell") == [
            ("Northwind", "2026-12-11", "the office closes")
        ]

    def test_a_round_that_is_over_begins_anew_with_a_day(self, leaving: Shell) -> None:
        leaving.ok("goodbye --keep mia --done omar --done raj")
        leaving.ok("add 'Zoe Zest' --org Northwind")
        assert leaving.ok("goodbye --org northwind").startswith(
            "Goodbye to Northwind, Monday 30 November: it is over"
        )
        assert leaving.ok("goodbye --org northwind --on 2028-05-31").startswith(
            "Goodbye to Northwind, Wednesday 31 May 2028: 2 people to see\n"
        )
        assert order(leaving) == ["MIA", "ZOE"]  # Omar and Raj are parted from

    def test_two_rounds(self, leaving: Shell) -> None:
        leaving.ok("goodbye --org globex")
        assert leaving.fails("goodbye --done mia", 1) == (
            "2 goodbye rounds are open; say which with --org: Globex, Northwind"
        )
        assert [row["org"] for row in leaving("goodbye --csv").rows] == ["Globex", *["Northwind"] * 3]
        assert 'netbook goodbye --org "Globex" --done WHO' in leaving.ok("goodbye")
        leaving.ok("goodbye --org globex --done sam")
        leaving.ok("goodbye --done mia")  # only one is open now
        assert sorted(parted(leaving)) == ["mia-chen", "sam-okafor"]

    def test_a_name_need_not_tell_them_from_people_elsewhere(self, leaving: Shell) -> None:
        leaving.ok("add 'Mia Marsh' --org Globex")
        leaving.ok("goodbye --done mia")
        assert sorted(parted(leaving)) == ["mia-chen"]

    def test_as_data(self, leaving: Shell) -> None:
        leaving.ok("log mia --kind video --on '12 november'")
        leaving.ok("got mia the vendor list --on '14 november'")
        leaving.ok("promise mia the slides by 27 november")
        leaving.ok("promise mia --theirs a map")
        leaving.ok("strain mia over lunch --on '13 november'")
        leaving.ok("goodbye --done raj --keep omar")
        assert leaving("goodbye --json").json == [
            {"org": "Northwind", "person": "Mia Chen", "handle": "mia-chen", "department": "Design",
             "open": True, "seen_on": None, "parted_on": None, "thanks": 1, "mine": 1, "theirs": 1,
             "strained": True, "contacts": 1, "last_contact": "2026-11-12",
             "owed": ["thanks for: the vendor list", "you promised: the slides, by 2026-11-27",
                      "they promised: a map", "strained since 2026-11-13: over lunch"],
             "private_address": False},
            {"org": "Northwind", "person": "Omar Haddad", "handle": "omar-haddad", "department": None,
             "open": False, "seen_on": "2026-11-21", "parted_on": None, "thanks": 0, "mine": 0, "theirs": 0,
             "strained": False, "contacts": 0, "last_contact": None, "owed": [],
             "private_address": False},
            {"org": "Northwind", "person": "Raj Patel", "handle": "raj-patel", "department": None,
             "open": False, "seen_on": "2026-11-21", "parted_on": "2026-11-21", "thanks": 0, "mine": 0,
             "theirs": 0, "strained": False, "contacts": 0, "last_contact": None, "owed": [],
             "private_address": False},
        ]  # fmt: skip

    def test_a_long_round_on_a_terminal(self, netbook: Shell) -> None:
        for number in range(12):
            netbook.ok(f"add 'Pal {number:02}' --org Acme")
        with Terminal(netbook, "goodbye --org Acme") as screen:
            assert "… and 2 more: --all shows them" in screen.ends(0)
        with Terminal(netbook, "goodbye --all") as screen:
            assert "Pal 11" in screen.ends(0)
        assert "Pal 11" in netbook.ok("goodbye")  # in a pipe nothing is cut off


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("goodbye nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
        ("goodbye sam --on 'next blursday'", 2,
         'cannot read the date "next blursday"; write 2026-11-20, "friday" or "3 days ago"'),
        ("goodbye --org Northwnd", 1, 'no organisation is called "Northwnd"; the nearest: Northwind, Northwind Ltd'),
        # The beginning of a name is not it: a round is not begun by guessing.
        ("goodbye --org Glob", 1, 'no organisation is called "Glob"; the nearest: Globex'),
        ("goodbye --org zzz", 1, 'no organisation is called "zzz"; netbook reach lists the organisations'),
        ("goodbye --org ' '", 2, "an organisation cannot be empty"),
        ("goodbye --done mia", 1, "no goodbye round is open; netbook goodbye --org ORG begins one"),
        ("goodbye --undone mia", 1, "no goodbye round is open; netbook goodbye --org ORG begins one"),
        ("goodbye --org globex --done sam", 1,
         "there is no goodbye round of Globex; netbook goodbye --org ORG begins one"),
        ("goodbye sam --org Globex", 2,
         "WHO and --org, --done, --keep, --undone, --close or --all cannot go together; give one of them"),
        ("goodbye sam --done sam", 2,
         "WHO and --org, --done, --keep, --undone, --close or --all cannot go together; give one of them"),
        ("goodbye --on today", 2, "name who you part from: WHO, or --org ORG for a goodbye round of everybody there"),
        ("goodbye sam --csv", 2,
         "--csv is for a goodbye round; --json gives the parting from one person"),
    ],
)  # fmt: skip
def test_bad_input_changes_nothing(people: Shell, line: str, status: int, message: str) -> None:
    assert people.fails(line, status) == message


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("goodbye --done sam", 1,
         "Sam Okafor is not on the goodbye round of Northwind; "
         "netbook goodbye sam-okafor parts from them alone"),
        ("goodbye --done nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
        ("goodbye --done mia --done mia", 1,
         "Mia Chen was already ticked off, for 2026-11-21; netbook goodbye --undone mia-chen takes that back"),
        ("goodbye --keep mia --keep mia", 1,
         "Mia Chen was already ticked off, for 2026-11-21; netbook goodbye --undone mia-chen takes that back"),
        ("goodbye --undone mia", 1, "Mia Chen is not ticked off; netbook goodbye --done mia-chen does it"),
        ("goodbye --done mia --on tomorrow", 2,
         '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ("goodbye --done ' '", 2, "a name cannot be empty; write a handle, a name or part of one"),
    ],
)  # fmt: skip
def test_bad_input_to_a_round_changes_nothing(leaving: Shell, line: str, status: int, message: str) -> None:
    assert leaving.fails(line, status) == message


def test_nobody_left_at_an_organisation(people: Shell) -> None:
    people.ok("goodbye sam")
    assert people.fails("goodbye --org Globex", 1) == (
        "nobody at Globex is left to say goodbye to; netbook people --parted lists those you parted from"
    )


def test_text_from_outside_is_text(netbook: Shell) -> None:
    netbook.ok("add 'Evil' --org 'Ac\x1b[2Jme' --department '[b]D[/b]'")
    out = netbook.ok("goodbye --org 'ac\x1b[2jme' --why 'x\x1b]0;y'")
    assert "\x1b" not in out
    assert "[b]D[/b]" in out
    assert "\x1b" not in netbook.ok("goodbye --done evil")
