"""Who may be in the journal twice, and those who are not."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from netbook.render import duplicates as render
from netbook.render.text import Screen
from netbook.reports import duplicates as report
from netbook.store import journal
from tests.conftest import Shell, built_once
from tests.terminal import Terminal


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Two who are one for certain, two who are likely to be, and a family with one mailbox."""
    netbook.ok("add 'Ana Ruiz' --email ana@example.org --org Acme")
    netbook.ok("add 'Ruiz, Ana' --email Ana@Example.org")
    netbook.ok("add 'Bob Miller' --org Acme")
    netbook.ok("add 'Robert Miller' --org 'Acme Inc.'")
    netbook.ok("add 'John Smith' --email smiths@example.org")
    netbook.ok("add 'Joan Smith' --email smiths@example.org")
    return netbook


def pairs(netbook: Shell, line: str = "duplicates") -> list[str]:
    """The pairs of the CSV by handles, with how sure they are."""
    netbook.ok(f"{line} --csv")
    return [f"{row['a_handle']} {row['b_handle']} {row['sure']}" for row in netbook(f"{line} --csv").rows]


def test_the_surest_first_with_the_reason_and_what_to_do(people: Shell) -> None:
    assert people.ok("duplicates") == (
        "2 pairs that may be one person, the most certain first\n"
        "\n"
        "  certain   Ana Ruiz (ana-ruiz) and Ruiz, Ana (ruiz-ana)\n"
        "            the same e-mail address; the same name in another order\n"
        "  likely    Bob Miller (bob-miller) and Robert Miller (robert-miller)\n"
        "            Bob and Robert can be one name; the same organisation\n"
        "\n"
        "if they are one: netbook merge KEEP OTHER\n"
        "if they are two: netbook duplicates --not-same WHO WHO\n"
    )


def test_for_scripts(people: Shell) -> None:
    assert people.ok("duplicates --csv").splitlines() == [
        "a,a_handle,b,b_handle,sure,score,because",
        'Ana Ruiz,ana-ruiz,"Ruiz, Ana",ruiz-ana,certain,100,the same e-mail address; the same name in another order',
        "Bob Miller,bob-miller,Robert Miller,robert-miller,likely,67,"
        "Bob and Robert can be one name; the same organisation",
    ]
    assert people("duplicates --json --limit 1").json == [
        {"a": "Ana Ruiz", "a_handle": "ana-ruiz", "b": "Ruiz, Ana", "b_handle": "ruiz-ana", "sure": "certain",
         "score": 100, "because": "the same e-mail address; the same name in another order"}
    ]  # fmt: skip
    assert people.ok("duplicates --count") == "2\n"


def test_of_one_person_who_comes_first(people: Shell) -> None:
    assert people.ok("duplicates robert") == (
        "People who may be Robert Miller as well, the most certain first\n"
        "\n"
        "  likely    Bob Miller (bob-miller)\n"
        "            Bob and Robert can be one name; the same organisation\n"
        "\n"
        "if they are one: netbook merge robert-miller OTHER\n"
        "if they are two: netbook duplicates --not-same robert-miller WHO\n"
    )
    assert pairs(people, "duplicates robert") == ["robert-miller bob-miller likely"]
    assert people.ok("duplicates john") == "Nobody else may be John Smith\n"
    assert people.ok("duplicates john --csv") == "a,a_handle,b,b_handle,sure,score,because\n"


def test_nobody_twice(netbook: Shell) -> None:
    assert netbook.ok("duplicates") == "No two people in the journal look like one person\n"
    assert netbook.ok("duplicates --json") == "[]\n"


def test_a_limit_says_that_there_is_more(people: Shell) -> None:
    assert "  … and 1 more: netbook duplicates --all\n" in people.ok("duplicates --limit 1")
    assert "more" not in people.ok("duplicates --all")
    assert "--all and --limit" in people.fails("duplicates --all --limit 3", 2)


def test_two_who_met_or_were_introduced_are_two(people: Shell) -> None:
    people.ok("intro bob robert --outcome declined")
    assert pairs(people) == ["ana-ruiz ruiz-ana certain"]
    people.ok("log ana-ruiz ruiz-ana")
    assert people("duplicates --json").json[0] | {"because": ""} == {
        "a": "Ana Ruiz", "a_handle": "ana-ruiz", "b": "Ruiz, Ana", "b_handle": "ruiz-ana",
        "sure": "possible", "score": 60, "because": "",
    }  # fmt: skip
    assert "; but both were at one meeting" in people.ok("duplicates ruiz-ana")


def test_one_by_way_of_the_other_are_two(people: Shell) -> None:
    people.ok("edit bob --introduced-by robert")
    assert pairs(people) == ["ana-ruiz ruiz-ana certain"]


def test_what_is_learned_later_counts(people: Shell) -> None:
    people.ok("edit bob --birthday 1980-05-01")
    people.ok("edit robert --birthday=--05-01")
    assert "the same birthday" in people.ok("duplicates bob")
    people.ok("edit robert --birthday=--05-02")
    assert pairs(people) == ["ana-ruiz ruiz-ana certain"]


def test_an_initial_that_fits_two_is_certain_of_neither(people: Shell) -> None:
    people.ok("add 'J. Smith' --email smiths@example.org")
    expected = ["john-smith j-smith likely", "joan-smith j-smith likely"]
    assert [pair for pair in pairs(people) if "j-smith" in pair] == expected
    assert pairs(people, "duplicates j-smith") == ["j-smith john-smith likely", "j-smith joan-smith likely"]


class TestNotSame:
    def test_is_remembered_whoever_is_named_first(self, people: Shell) -> None:
        assert people.ok("duplicates --not-same robert bob") == (
            "Two people: Robert Miller (robert-miller) and Bob Miller (bob-miller); "
            "netbook duplicates no longer lists them\n"
        )
        assert pairs(people) == ["ana-ruiz ruiz-ana certain"]
        assert people.ok("duplicates bob") == "Nobody else may be Bob Miller\n"
        assert "as you said before" in people.ok("duplicates --not-same bob robert")
        assert people.sql("SELECT count(*) FROM not_same") == [(1,)]

    def test_can_be_taken_back(self, people: Shell) -> None:
        people.ok("duplicates --not-same robert bob")
        assert people.ok("duplicates --again bob robert") == (
            "May be one again: Bob Miller (bob-miller) and Robert Miller (robert-miller)\n"
        )
        assert "bob-miller robert-miller likely" in pairs(people)
        assert people.ok("duplicates --again bob robert").startswith("Nobody said that Bob Miller")

    def test_takes_two_people_and_nothing_else(self, people: Shell) -> None:
        assert "both names mean one person" in people.fails("duplicates --not-same bob bob-miller", 1)
        assert "nobody is called" in people.fails("duplicates --not-same bob xaver", 1)
        assert "cannot go together" in people.fails("duplicates --not-same bob robert --csv", 2)
        assert "cannot go together" in people.fails("duplicates ana-ruiz --again bob robert", 2)
        assert "cannot go together" in people.fails(
            "duplicates --not-same bob robert --again bob ana-ruiz", 2
        )


def test_on_a_terminal_fifteen_rows(netbook: Shell) -> None:
    netbook.ok("circles")
    with sqlite3.connect(netbook.db) as db:
        for number in range(18):
            for copy in "ab":
                db.execute(
                    "INSERT INTO person (uid, handle, name, name_key, added_on) VALUES (?, ?, ?, ?, '2026-01-01')",
                    (
                        f"{number}{copy}",
                        f"p-{number}{copy}",
                        f"Ana Nr{number}x{number}",
                        f"ana nr{number}x{number}",
                    ),
                )
    db.close()
    assert len(pairs(netbook)) == 18
    with Terminal(netbook, "duplicates") as terminal:
        answer = terminal.ends(0)
    assert "… and 3 more: netbook duplicates --all" in answer
    assert answer.count("the same name") == 15


def test_hostile_names_are_shown_as_text(netbook: Shell) -> None:
    for _ in range(2):
        netbook.ok("add 'Ana\x1b[31m [/b]Ruiz' --namesake")
    assert "\x1b" not in netbook.ok("duplicates")
    with journal.reading(netbook.db) as db:
        result = report.build(db, date(2026, 11, 21), None, None, lambda done, every: None)
    answer = render.duplicates(result, Screen(60))
    assert "\x1b" not in answer
    assert max(map(len, answer.splitlines())) <= 60


def test_progress_is_told(people: Shell) -> None:
    steps: list[tuple[int, int]] = []
    with journal.reading(people.db) as db:
        report.build(db, date(2026, 11, 21), None, None, lambda done, every: steps.append((done, every)))
    assert steps[0][0] == 0
    assert steps[-1][1] >= 3


def test_a_crowd_of_namesakes_takes_no_longer_than_its_neighbours() -> None:
    """Six hundred people of one name: 180,000 pairs, of which a few are looked at."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO person (uid, handle, name, name_key, added_on)"
        " VALUES (?, ?, 'Ana Ruiz', 'ana ruiz', '2026-01-01')",
        ((f"u{number}", f"ana-{number}") for number in range(600)),
    )
    looked_at: list[int] = []
    report.build(db, date(2026, 11, 21), None, None, lambda done, every: looked_at.append(every))
    db.close()
    assert 0 < looked_at[-1] <= 12_000
