"""Telephone numbers: two ways of writing one are one, wherever it is dialled from."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbook.core.phones import Dialling, compared, phone_key, region_named, region_of, region_of_locale
from tests.conftest import Shell
from tests.terminal import Terminal

LENA = "Name,Phone,E-mail\nLena Lantern,{},lena@lantern.example\n"
ABROAD = {"LC_ALL": "C"}  # a machine that says nothing of where it is


@pytest.fixture
def journal(netbook: Shell) -> Shell:
    netbook.env |= ABROAD
    netbook.ok("add 'Lena Lantern' --email lena@lantern.example --phone '+49 (0)30 123456'")
    return netbook


@pytest.mark.parametrize(
    ("region", "one", "other"),
    [
        ("DE", "+49 (0)30 123456", "030/12 34 56"),
        ("DE", "0049 30 123456", "(030) 123456"),
        ("DE", "030 123456-12", "+49 30 123456 ext. 12"),
        ("GB", "+44 (0)20 7946 0958", "020 7946 0958"),
        ("US", "1-217-555-0101", "(217) 555-0101"),
        ("US", "011 49 30 123456", "+49 30 123456"),
        ("IT", "+39 06 1234 5678", "06 12345678"),
        ("RU", "8 (495) 123-45-67", "+7 495 123 45 67"),
        ("FR", "+33 (0) 6 12 34 56 78", "06.12.34.56.78"),
        ("HU", "06 1 234 5678", "+36 1 234 5678"),
        (None, "+44 (0)20 7946 0958", "0044 20 79460958"),
        ("DE", "\uff0b49 30 \uff11\uff12\uff13\uff14\uff15\uff16", "030 123456"),
    ],
)  # fmt: skip
def test_one_number_is_one_however_it_is_written(region: str | None, one: str, other: str) -> None:
    assert Dialling(lambda: region).same(one, other)


@pytest.mark.parametrize(
    ("region", "one", "other"),
    [
        ("DE", "0151 23456789", "+43 151 23456789"),
        ("DE", "112", "+49 112"),
        ("DE", "030 123456", "030 123456-12"),
        ("GB", "030 123456", "+49 30 123456"),
        (None, "030 123456", "+49 30 123456"),
        ("US", "1-800-FLOWERS", "1-800-356-9377"),
        ("DE", "*100#", "+49 100"),
    ],
)
def test_other_numbers_are_others(region: str | None, one: str, other: str) -> None:
    assert not Dialling(lambda: region).same(one, other)


def test_the_region_is_looked_up_only_where_a_number_needs_it() -> None:
    def never() -> str:
        raise AssertionError

    dialling = Dialling(never)
    assert dialling.same("+49 (0)30 123456", "+49 30 123456")
    assert not dialling.same("030 123456", "+49 30 654321")
    assert compared(["030123456", "+4930654321", "1234"], dialling) == {
        "030123456": "030123456", "+4930654321": "930654321",
    }  # fmt: skip


def test_many_numbers_are_compared_as_they_are_dialled() -> None:
    numbers = [phone_key(number) for number in ("030 123456", "+49 30 123456", "+43 30 123456", "ext. 1234")]
    assert list(compared(numbers, Dialling(lambda: "DE")).values()) == [
        "+4930123456",
        "+4930123456",
        "+4330123456",
    ]
    assert list(compared(numbers, Dialling(lambda: None)).values()) == ["030123456", "930123456", "330123456"]


def test_regions() -> None:
    named = [region_named(text) for text in ("gb", "UK", "+44", "49", "Germany", "+999", "")]
    assert named == ["GB", "GB", "GB", "DE", None, None, None]
    assert [region_of(number) for number in ("+1 217 555 0101", "0044 20 7946 0958", "030 123")] == [
        "US",
        "GB",
        None,
    ]
    for language, region in (("de_AT.UTF-8", "AT"), ("sr_Latn_RS@x", "RS"), ("C.UTF-8", None), ("en", None)):
        assert region_of_locale({"LANG": language}) == region
    assert region_of_locale({"LC_ALL": "fr_FR", "LANG": "de_DE"}) == "FR"


def test_an_import_adds_no_number_twice(journal: Shell) -> None:
    journal.ok("me --region de")
    for number in ("030 123456", "0049 30 123456"):
        assert journal("import - --json", stdin=LENA.format(number)).json["same"] == 1
    assert journal("import - --json", stdin=LENA.format("030 123457")).json["changed"] == 1
    journal.ok("edit lena --phone 030/123456 --phone '030 999999'")
    assert journal("people --json").json[0]["phone"] == ["+49 (0)30 123456", "030 123457", "030 999999"]


def test_merging_leaves_one_of_a_number_and_duplicates_know_it(journal: Shell) -> None:
    journal.ok("me --region DE")
    journal.ok("add 'L. Lantern' --phone 030-123456")
    journal.ok("add 'Lena Lanterns' --phone '+43 30 123456'")
    pairs = journal("duplicates lena-lantern --json").json
    assert [row["b"] for row in pairs if "the same phone number" in row["because"]] == ["L. Lantern"]
    journal.ok("merge lena-lantern l-lantern")
    assert journal("show lena-lantern --json").json["phones"] == ["+49 (0)30 123456"]


def test_a_call_is_known_by_its_number(journal: Shell, tmp_path: Path) -> None:
    calls = tmp_path / "calls.xml"
    calls.write_text(
        '<calls count="1"><call number="030123456" duration="61" date="1793707200000" type="2" /></calls>'
    )
    assert journal(f"import {calls} --json").json["added"] == 0
    journal.env["LC_ALL"] = "de_DE.UTF-8"
    assert journal(f"import {calls} --json").json["added"] == 1


def test_a_number_of_your_own_says_where_you_are(journal: Shell) -> None:
    journal.ok("me Maja --phone '+49 40 1234567'")
    assert journal("import - --json", stdin=LENA.format("030 123456")).json["same"] == 1
    journal.ok("me --region none")
    assert journal("import - --json", stdin=LENA.format("030 123456")).json["changed"] == 1


def test_the_region_is_a_country(journal: Shell) -> None:
    assert journal.ok("me --region +44") == "Telephone numbers without a country: GB\n"
    assert journal("me --region none --json").json["region"] is None
    assert journal.fails("me --region Germania", 2).startswith(
        'no telephone numbers are from "Germania"; write'
    )
    assert "--region" in journal.fails("me Maja --region DE", 2)
    journal.ok("undo")
    assert journal.sql("SELECT value FROM setting") == [("GB",)]


def test_a_terminal_asks_once_where_numbers_are_from(journal: Shell, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(LENA.format("030 123456"))
    with Terminal(journal, f"import {table}", **ABROAD) as terminal:
        terminal.answer("Which country are they from (the two letters, or none)? ", "Germania")
        terminal.answer("Which country are they from (the two letters, or none)? ", "de")
        terminal.expect("1 the same")
    table.write_text(
        LENA.format("0049 30 123456") + "Bo,030 123456,bo@example.org\nBo,+4930123456,bo@example.org\n"
    )
    with Terminal(journal, f"import {table}", **ABROAD) as terminal:
        answer = terminal.expect("2 the same")
    assert "country" not in answer
