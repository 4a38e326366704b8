"""Dates as other programs write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.formats.dates import is_day_first, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18 Jun 2025", "2025-06-18"),
        ("3 Apr 2026", "2026-04-03"),
        ("29 Feb 2024", "2024-02-29"),
        ("Jun 18, 2025", "2025-06-18"),
        ("18-Jun-25", "2025-06-18"),
        ("05/14/23", "2023-05-14"),
        ("05/06/2023", "2023-05-06"),
        ("14/05/2023", "2023-05-14"),
        ("14.05.2023", "2023-05-14"),
        ("05-06-2023", "2023-06-05"),
        ("2023-05-14", "2023-05-14"),
        ("2023/5/4", "2023-05-04"),
        ("2023-05-14T10:00:00Z", "2023-05-14"),
        ("11/20/17, 1:37 PM", "2017-11-20"),
        ("12 mars 2023", "2023-03-12"),
        ("1er février 2021", "2021-02-01"),
        ("12 juin 2020", "2020-06-12"),
        ("12 juillet 2020", "2020-07-12"),
        ("3. März 2024", "2024-03-03"),
        ("4. Dez. 2024", "2024-12-04"),
        ("03 de enero de 2020", "2020-01-03"),
        ("5 set 2022", "2022-09-05"),
        ("5 mag 2022", "2022-05-05"),
        ("5 mei 2022", "2022-05-05"),
        ("5 maj 2022", "2022-05-05"),
        ("05 paź 2020", "2020-10-05"),
        ("7 Ağu 2021", "2021-08-07"),
        ("20 мая 2021", "2021-05-20"),
        ("2023年5月14日", "2023-05-14"),
        ("2023. 5. 14.", "2023-05-14"),
    ],
)
def test_a_date_in_any_usual_form(text: str, day: str) -> None:
    assert read_date(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "30 Feb 2024", "29 Feb 2023", "13/13/2023", "2023", "June 2023", "5 Foo 2023",
     "0001-01-01", "31 12 99999", "1 2 3 4", "2023-13-01", "x" * 500],
)  # fmt: skip
def test_what_names_no_day_is_none(text: str) -> None:
    assert read_date(text) is None


def test_slashes_are_day_first_where_the_file_shows_it() -> None:
    assert is_day_first("14/05/2023")
    assert not is_day_first("05/14/2023")
    assert not is_day_first("2023-05-14")
    assert read_date("05/06/2023", day_first=True) == date(2023, 6, 5)


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    day = read_date(text)
    assert day is None or 1900 <= day.year <= 2199


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_written_and_read_again_a_day_is_the_same(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}.{day.month}.{day.year:04}") == day
    assert read_date(f"{day.month}/{day.day}/{day.year:04}") == day
