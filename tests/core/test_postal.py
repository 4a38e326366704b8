"""Postal addresses: what stands where on a line, and a line that reads as its country writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.postal import address_of, read_address
from tests.conftest import Shell


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("5 Lane", "Berlin", "", "10115", "Germany"), "5 Lane, 10115 Berlin, Germany"),
        (("5 Lane", "Berlin", "BE", "10115", "Germany"), "5 Lane, 10115 Berlin, BE, Germany"),
        (
            ("5 Lane", "Potsdam", "Brandenburg", "14467", "Germany"),
            "5 Lane, 14467 Potsdam, Brandenburg, Germany",
        ),
        (("1 Main St", "Springfield", "IL", "62701", "USA"), "1 Main St, Springfield, IL 62701, USA"),
        (("1 Main St", "Springfield", "IL", "62701-1234", ""), "1 Main St, Springfield, IL 62701-1234"),
        (("1 Main St", "Springfield", "IL", "", ""), "1 Main St, Springfield, IL"),
        (("10 Downing St", "London", "", "SW1A 2AA", "UK"), "10 Downing St, London SW1A 2AA, UK"),
        (("12 Road", "Toronto", "ON", "M5V 2T6", "Canada"), "12 Road, Toronto, ON M5V 2T6, Canada"),
        (("Rua X 1", "Lisboa", "", "1000-001", "Portugal"), "Rua X 1, 1000-001 Lisboa, Portugal"),
        (("5 Lane", "Berlin", "", "", ""), "5 Lane, Berlin"),
    ],
)
def test_an_address_is_written_as_in_its_country_and_read_back(parts: tuple[str, ...], text: str) -> None:
    address = address_of(*parts)
    assert address.text == text
    if "BE" not in parts:  # letters for a region in the middle are one only where they stand there usually
        assert read_address(text) == address


def test_semicolons_and_lines_part_an_address_too() -> None:
    for text in ("5 Lane; 10115 Berlin; Germany", "5 Lane\n10115 Berlin\nGermany"):
        assert read_address(text)[1:] == read_address("5 Lane, 10115 Berlin, Germany")[1:]


@given(st.text(alphabet=st.sampled_from("aZ10 ,-é"), max_size=40))
def test_nothing_is_lost(text: str) -> None:
    letters = [
        sorted(char for char in "".join(filter(None, part)) if char not in ", ")
        for part in ([text], read_address(text)[1:])
    ]
    assert letters[0] == letters[1]


def test_the_same_address_comes_once(netbook: Shell) -> None:
    netbook.ok("add 'Wanda Willow' --email w@example.org --address '1 Main St, 62701 Springfield IL'")
    table = "Name,E-mail Address,Home Street,Home City,Home State,Home Postal Code\n{}"
    row = "Wanda Willow,w@example.org,1 Main St,Springfield,IL,62701\n"
    assert netbook("import - --json", stdin=table.format(row)).json["changed"] == 1  # the place
    assert netbook("show wanda --json").json["addresses"] == ["1 Main St, 62701 Springfield IL"]
    netbook("import -", stdin=table.format(row.replace("1 Main", "2 Main")))
    assert netbook.sql("SELECT text, street, town, region, code, country FROM address")[1] == (
        "2 Main St, Springfield, IL 62701", "2 Main St", "Springfield", "IL", "62701", None,
    )  # fmt: skip
    assert "ADR:;;2 Main St;Springfield;IL;62701;" in netbook.ok("export vcard").splitlines()
