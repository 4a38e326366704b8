"""Titles of calendar entries: whom they name as company, and the kind."""

import pytest

from netbook.core.jot.titles import read_title, title_words
from tests.core.jot.test_sentences import KNOWN


def shown(title: str) -> str:
    found = read_title(title, KNOWN)
    several = [f"{mention.text}?" for mention in found.ambiguous]
    return " ".join([found.kind or "-", *(person.handle for person in found.people), *several])


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Lunch Lena / Tomas", "lunch lena tomas"),
        ("Lunch with Ana", "lunch ana"),
        ("Coffee w/ Bo", "coffee bo"),
        ("Lena <> Tomas", "- lena tomas"),
        ("Ana Ruiz", "- ana"),
        ("Ana / me", "- ana"),
        ("Ana x Bo", "- ana bo"),
        ("Ana + Bo", "- ana bo"),
        ("1:1 Raj", "meeting raj"),
        ("Raj 1:1", "meeting raj"),
        ("1:1 Raj <> me", "meeting raj"),
        ("Call Lena", "call lena"),
        ("Call with Lena re: contract", "call lena"),
        ("Call: Lena", "call lena"),
        ("Zoom – Raj, Mia", "video raj mia"),
        ("Dinner at Kosmos with Mia", "dinner mia"),
        ("Meet Bo", "- bo"),
        ("Visit Wanda", "visit wanda"),
        ("Golf with Tomas", "activity tomas"),
        ("Ana: coffee", "coffee ana"),
        ("Lunch Omar", "lunch Omar?"),
        ("Lunch Omar / Ana", "lunch ana Omar?"),
        ("Omar Oyster lunch", "lunch omar-2"),
        ("Lunch Lena / Zara", "lunch lena"),
    ],
)
def test_company_is_read(title: str, company: str) -> None:
    assert shown(title) == company


@pytest.mark.parametrize(
    "title",
    [
        "Canceled: Lunch Ana", "Cancelled: coffee with Bo", "Ana's birthday", "Birthday Ana", "Ana Ruiz birthday",
        "Ana on holiday", "Ana out of office", "Prep for Ana", "Ana's talk", "Talk about Ana", "Flight to Paris",
        "Dentist", "", "Lunch", "Lunch with the team", "Lunch Zara", "No lunch with Ana", "Lunch with Ana?",
        "Lunch with Ana's boss", "Maybe coffee with Bo", "Pick up Ana", "Ana at PyData", "Postponed: call Raj",
        "Hold: lunch with Ana", "Reminder: call Lena", "Ana & Bo wedding", "Will", "Art exhibition", "Bill due",
        "Grace period ends", "May", "Sunday",
    ],
)  # fmt: skip
def test_what_names_no_company(title: str) -> None:
    if title in ("Will", "May", "Sunday"):  # somebody's name alone
        assert len(read_title(title, KNOWN).people) == 1
    else:
        assert read_title(title, KNOWN).nobody, shown(title)


def test_what_people_must_be_called_to_be_named() -> None:
    assert title_words("Lunch Lena<>Jo-Ann") == ({"lunch", "lena", "jo", "ann"}, {"lunch", "lena", "jo-ann"})
