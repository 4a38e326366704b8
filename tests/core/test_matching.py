"""Who is meant, as a table: the rule of WHO step by step, and what it may never do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.matching import Known, SeveralPeople, listing, matches, the_one
from netbook.core.names import fold, handle_for, squash
from netbook.errors import EmptyWho


def person(number: int, handle: str, name: str, *aliases: str, org: str | None = None) -> Known:
    return Known(number, handle, name, org, (fold(name), *map(fold, aliases)))


PEOPLE = [
    person(1, "ana-ruiz", "Ana Ruiz", org="Acme"),
    person(2, "ana-silva", "Ana Silva", "Anita"),
    person(3, "bo", "Bo Lind"),
    person(4, "bob-bo", "Bob Bo"),
    person(5, "jose-o-brien", "José O’Brien"),
    person(6, "lena", "Magdalena Vogt", "Lena Vogt"),
    person(7, "sam-okafor", "Sam Okafor"),
    person(8, "sam-okafor-2", "Sam Okafor", org="Globex"),
    person(9, "wei", "王伟"),
    person(10, "person", "🙂"),
    person(11, "macdonald", "Ian MacDonald"),
]

CASES = [
    # a handle, before everything else
    ("ana-ruiz", [1]),
    ("ANA-RUIZ", [1]),
    (" bo ", [3]),
    ("sam-okafor", [7]),
    ("sam-okafor-2", [8]),
    # a full name or alias
    ("Ana Ruiz", [1]),
    ("ana  ruíz", [1]),
    ("AnaRuiz", [1]),
    ("anita", [2]),
    ("lena vogt", [6]),
    ("Sam Okafor", [7, 8]),
    ("ian mac donald", [11]),
    ("王伟", [9]),
    ("🙂", [10]),
    # words that each begin a word
    ("ana", [1, 2]),
    ("ruiz", [1]),
    ("a ruiz", [1]),
    ("ruiz a", [1]),
    ("jose o'brien", [5]),
    ("josé ob", [5]),
    ("b l", [3]),
    ("magda", [6]),
    ("v lena", [6]),
    ("王", [9]),
    # nobody
    ("na", []),
    ("ana lind", []),
    ("ruizz", []),
    ("ana-lind", []),
]


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_who_is_meant(text: str, numbers: list[int]) -> None:
    assert sorted(one.id for one in matches(text, PEOPLE)) == numbers


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_an_empty_who_is_refused(text: str) -> None:
    with pytest.raises(EmptyWho):
        matches(text, PEOPLE)


def test_several_are_listed_and_nobody_is_picked() -> None:
    with pytest.raises(SeveralPeople) as caught:
        the_one("ana", PEOPLE)
    assert str(caught.value) == (
        'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'
    )
    assert [person.handle for person in caught.value.people] == ["ana-ruiz", "ana-silva"]


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [person(number, f"kim-{number}", f"Kim {number:02}") for number in range(40)]
    with pytest.raises(SeveralPeople, match="40 people match") as caught:
        the_one("kim", many)
    assert str(caught.value).endswith("… and 28 more")
    assert "\n" not in str(caught.value)


def test_a_listing_cannot_steer_the_terminal() -> None:
    assert listing(person(1, "x", "\x1b[31mX", org="[/b]")) == "x  \\x1b[31mX  [/b]"


names = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda text: bool(fold(text)))


@given(st.lists(names, min_size=1, max_size=8), st.data())
def test_a_handle_always_finds_its_owner(chosen: list[str], data: st.DataObject) -> None:
    people = [person(number, f"{handle_for(name)}-{number}", name) for number, name in enumerate(chosen)]
    one = data.draw(st.sampled_from(people))
    assert the_one(one.handle, people) == one


@given(names, st.lists(names, max_size=6))
def test_a_full_name_finds_everybody_of_that_name_and_nobody_else(name: str, others: list[str]) -> None:
    people = [person(number, f"#{number}", one) for number, one in enumerate([name, *others])]
    result = matches(name, people)
    assert people[0] in result
    assert {squash(one.keys[0]) for one in result} == {squash(fold(name))}


@given(names, st.lists(names, max_size=6))
def test_case_accents_and_spacing_make_no_difference(name: str, others: list[str]) -> None:
    people = [person(number, f"#{number}", one) for number, one in enumerate([name, *others])]
    expected = matches(name, people)
    for variant in (name.upper(), f"  {name}  ", unicodedata.normalize("NFD", name)):
        if fold(variant) == fold(name):
            assert matches(variant, people) == expected
    assert matches(unicodedata.normalize("NFC", name), people) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [("o brien", "Miles O'Brien"), ("jeanluc", "Jean-Luc Picard"), ("vanderberg", "Vincent van der Berg")],
)
def test_spacing_does_not_matter_in_a_part_of_a_name(text: str, name: str) -> None:
    people = [
        Known(number, handle_for(one), one, None, (fold(one),))
        for number, one in enumerate(("Miles O'Brien", "Jean-Luc Picard", "Vincent van der Berg"))
    ]
    assert [person.name for person in matches(text, people)] == [name]
