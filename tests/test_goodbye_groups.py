"""Goodbyes across organisations, and a look back. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    netbook.ok("add 'Ana Ruiz' --circle peers --org Acme --email ana@acme.example --tag crew")
    netbook.ok("add 'Bo Lind' --circle peers --org Bolt --email bo@home.example")
    netbook.ok("add 'Cy Cypress' --org Acme --email cy@acme.example --tag crew")
    netbook.ok("log ana -k lunch -c climbing --gave 'a map' --got 'a book' -d 2026-03-03")
    netbook.ok("log ana -k call -d 2026-05-05")
    return netbook


@pytest.mark.parametrize(
    ("options", "name", "who"),
    [
        ("--circle peers", "circle peers", ["ana-ruiz", "bo-lind"]),
        ("--tag crew", "tag crew", ["ana-ruiz", "cy-cypress"]),
        ("--everybody", "everybody", ["ana-ruiz", "bo-lind", "cy-cypress"]),
    ],
)
def test_a_round_across_organisations(people: Shell, options: str, name: str, who: list[str]) -> None:
    rows = people(f"goodbye {options} --on '30 nov' --csv").rows
    assert [row["handle"] for row in rows] == who
    assert {row["org"] for row in rows} == {name}
    # Whose address is the firm's, or none, has no private one yet.
    private = {row["handle"]: row["private_address"] for row in rows}
    assert private == {handle: "true" if handle == "bo-lind" else "false" for handle in who}
    answer = people.ok("goodbye")
    assert answer.startswith(f"Goodbye to {name}, Monday 30 November: {len(who)} people to see\n")
    assert answer.count("no private address yet") == len(who) - ("bo-lind" in who)
    people.ok("goodbye --done ana")
    assert people.ok(f"goodbye {options}").startswith(
        f"Goodbye to {name}, Monday 30 November: {len(who) - 1} of"
    )
    assert people("people --parted --csv").rows[0]["handle"] == "ana-ruiz"
    # Somebody who comes to it later joins the round.
    people.ok("add 'Dora Dahlia' --circle peers --tag crew")
    assert len(people(f"goodbye {options} --csv").rows) == len(who) + 1


def test_a_goodbye_looks_back(people: Shell) -> None:
    assert "there was      first met on 3 March, met twice; in common: climbing; gave 1, got 1" in people.ok(
        "goodbye ana"
    )
    assert "there was" not in people.ok("goodbye cy")


def test_one_kind_of_goodbye_at_a_time(people: Shell) -> None:
    people.fails("goodbye ana --everybody", 2)
    people.fails("goodbye --circle peers --tag crew", 2)
    people.fails("goodbye --circle nowhere", 1)
    people.fails("goodbye --tag nothing", 1)
