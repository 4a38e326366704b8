"""Whom you know where. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once
from tests.terminal import Terminal

HEADER = "org,department,people,contacts,last_contact,gave,got\n"
THERE = "person,handle,org,department,title,circle,contacts,last_contact,gave,got,until\n"


@pytest.fixture
@built_once
def places(netbook: Shell) -> Shell:
    """Four people at Acme, spelt in three ways, two of them in sales; one at Fabrikam; one at no organisation."""
    netbook.ok("add 'Ana Ruiz' --org Acme --department Sales --title 'head of sales' --circle team")
    netbook.ok("add 'Bo Lind' --org ACME --department sales")
    netbook.ok("add 'Cy Stone' --org Acme --department Research")
    netbook.ok("add 'Di Moss' --org 'acme '")
    netbook.ok("add 'Eve Elm' --org Fabrikam")
    netbook.ok("add 'Fay Fern'")
    netbook.ok("log ana bo --kind lunch --on 2026-10-10")
    netbook.ok("log ana --kind call --on 2026-11-12")
    netbook.ok("log ana cy --kind email --on 2026-11-13")  # no contact
    netbook.ok("log eve --kind video --on 2025-03-01")
    netbook.ok("log cy --kind coffee --on 2026-11-25", today="2026-11-25")  # still to come
    netbook.ok("gave ana 'a plan'")
    netbook.ok("gave bo 'a book'")
    netbook.ok("got bo 'a lift'")
    netbook.ok("got di 'a key'")
    netbook.ok("gave fay 'a seat'")
    netbook.ok("got cy 'a later one' --on 2026-11-25", today="2026-11-25")
    return netbook


def test_by_organisation_and_department(places: Shell) -> None:
    # Sales: Ana's lunch and call, Bo's lunch: 3. Nobody in research was met yet; those in no department last.
    assert places.ok("reach --csv") == (
        f"{HEADER}"
        "Acme,Sales,2,3,2026-11-12,2,1\n"
        "Acme,Research,1,0,,0,0\n"
        "Acme,,1,0,,0,1\n"
        "Fabrikam,,1,1,2025-03-01,0,0\n"
    )


def test_who_was_parted_from_is_left_out(places: Shell) -> None:
    places.ok("goodbye bo")
    places.ok("goodbye eve --on 'in 3 days'")
    assert places.ok("reach --csv") == (
        f"{HEADER}"
        "Acme,Research,1,0,,0,0\n"
        "Acme,Sales,1,2,2026-11-12,1,0\n"
        "Acme,,1,0,,0,1\n"
        "Fabrikam,,1,1,2025-03-01,0,0\n"
    )
    assert "Fabrikam" not in places.ok("reach --csv", today="2026-11-24")


def test_the_people_at_one(places: Shell) -> None:
    # By contacts: Ana 2, Bo 1, then by name.
    assert places.ok("reach acme --csv") == (
        f"{THERE}"
        "Ana Ruiz,ana-ruiz,Acme,Sales,head of sales,team,2,2026-11-12,1,0,\n"
        "Bo Lind,bo-lind,ACME,sales,,,1,2026-10-10,1,1,\n"
        "Cy Stone,cy-stone,Acme,Research,,,0,,0,0,\n"
        "Di Moss,di-moss,acme,,,,0,,0,1,\n"
    )
    assert places("reach fab --json").json == [
        {"person": "Eve Elm", "handle": "eve-elm", "org": "Fabrikam", "department": None, "title": None,
         "circle": None, "contacts": 1, "last_contact": "2025-03-01", "gave": 0, "got": 0, "until": None}
    ]  # fmt: skip


def test_on_a_screen(places: Shell) -> None:
    assert places.ok("reach") == (
        "5 people at 2 organisations; 1 person without a known organisation\n"
        "\n"
        "            department  people  contacts  last contact  gave  got\n"
        "  Acme      Sales            2         3  12 Nov           2    1\n"
        "            Research         1         0  never            0    0\n"
        "                             1         0  never            0    1\n"
        "  Fabrikam                   1         1  1 Mar 2025       0    0\n"
    )
    assert places.ok("reach fabrikam") == (
        "Fabrikam: 1 person\n"
        "\n"
        "           contacts  last contact  gave  got  circle  handle\n"
        "  Eve Elm         1  1 Mar 2025       0    0          eve-elm\n"
    )


def test_an_organisation_with_nobody_left(places: Shell) -> None:
    places.ok("goodbye eve")
    assert places.ok("reach fabrikam") == (
        'Fabrikam: you have parted from 1 person there: netbook people --parted --org "Fabrikam"\n'
    )
    assert places.ok("reach fabrikam --csv") == THERE
    places.ok("edit eve --org Acme")
    assert places.ok("reach acme").startswith(
        'Acme: 4 people; you have parted from 1 person there: netbook people --parted --org "Acme"\n'
    )


def test_a_long_list_on_a_terminal(netbook: Shell) -> None:
    for number in range(12):
        netbook.ok(f"add 'Pal {number:02}' --org 'Place {number:02}'")
    with Terminal(netbook, "reach") as screen:
        output = screen.ends(0)
    assert "Place 09" in output
    assert "Place 10" not in output
    assert "… and 2 more: --all shows them" in output
    with Terminal(netbook, "reach --all") as screen:
        assert "Place 11" in screen.ends(0)
    assert "Place 11" in netbook.ok("reach")


def test_nobody_yet(netbook: Shell) -> None:
    assert netbook.ok("reach") == (
        'Nobody is in the journal yet: netbook add "NAME", or netbook import FILE\n'
    )
    netbook.ok("add 'Ana Ruiz'")
    assert netbook.ok("reach") == ('No organisation is known for 1 person: netbook edit WHO --org "ORG"\n')
    assert netbook.ok("reach --json") == "[]\n"


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("reach Acmee", 1, 'no organisation is called "Acmee"; the nearest: Acme'),
        ("reach zzz", 1, 'no organisation is called "zzz"; netbook reach lists the organisations'),
        ("reach ''", 2, "an organisation cannot be empty"),
        ("reach acme --csv --json", 2, "--csv and --json cannot go together; choose one"),
    ],
)
def test_bad_input(places: Shell, line: str, status: int, message: str) -> None:
    assert places.fails(line, status) == message


def test_the_beginning_of_several_names(places: Shell) -> None:
    places.ok("add 'Gus Green' --org 'Acme Labs'")
    places.ok("add 'Hal Hill' --org 'Acme Limited'")
    assert places.fails("reach 'acme l'", 1) == (
        '2 organisations match "acme l"; say which: Acme Labs, Acme Limited'
    )
    assert places.ok("reach acme").startswith("Acme: 4 people\n")  # a whole name goes before the beginning


def test_organisations_are_completed(places: Shell) -> None:
    answer = places.process(
        "", _NETBOOK_COMPLETE="complete_bash", COMP_WORDS="netbook reach fa", COMP_CWORD="2"
    )
    assert answer.out == "Fabrikam\n"
