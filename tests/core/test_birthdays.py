"""Birthdays, with and without their year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.birthdays import next_birthday, parse_birthday, turning
from netbook.errors import AmbiguousDate, NoSuchDay, UnreadableBirthday, Usage, YearOutOfRange

days = st.dates(date(1900, 1, 1), date(2190, 12, 31))
yearless = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"--{day:%m-%d}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1976-11-25", "1976-11-25"),
        ("1976/11/25", "1976-11-25"),
        ("19761125", "1976-11-25"),
        ("25 November 1976", "1976-11-25"),
        ("nov 25 1976", "1976-11-25"),
        ("Nov 25, 1976", "1976-11-25"),
        ("25th of november 1976", "1976-11-25"),
        ("29 feb 1976", "1976-02-29"),
        ("25 nov", "--11-25"),
        ("NOV  25", "--11-25"),
        ("--11-25", "--11-25"),
        (" --1125 ", "--11-25"),
        ("29 february", "--02-29"),
        ("--02-29", "--02-29"),
        ("5 may", "--05-05"),
    ],
)
def test_a_birthday_as_it_is_kept(text: str, expected: str) -> None:
    assert parse_birthday(text) == expected


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("11/12/1976", AmbiguousDate),
        ("11/12", AmbiguousDate),
        ("30 feb", NoSuchDay),
        ("--02-30", NoSuchDay),
        ("--1301", NoSuchDay),
        ("19760230", NoSuchDay),
        ("29 feb 1977", NoSuchDay),
        ("1977-02-29", NoSuchDay),
        ("25 nov 76", YearOutOfRange),
        ("1899-12-31", YearOutOfRange),
        ("00000101", YearOutOfRange),
        ("", UnreadableBirthday),
        ("--", UnreadableBirthday),
        ("--11", UnreadableBirthday),
        ("--11-2", UnreadableBirthday),
        ("--11251976", UnreadableBirthday),
        ("1125", UnreadableBirthday),
        ("1976", UnreadableBirthday),
        ("nov 1976", UnreadableBirthday),
        ("yesterday", UnreadableBirthday),
        ("friday", UnreadableBirthday),
        ("--١١٢٥", UnreadableBirthday),
    ],
)
def test_what_is_no_birthday_is_refused(text: str, failure: type[Usage]) -> None:
    with pytest.raises(failure) as refused:
        parse_birthday(text)
    assert refused.value.exit_code == 2


def test_the_message_shows_how_to_write_one() -> None:
    with pytest.raises(UnreadableBirthday) as refused:
        parse_birthday("in \x1b[31mspring")
    assert str(refused.value) == (
        'cannot read the birthday "in \\x1b[31mspring"; write 1976-11-25, or "25 nov" without the year'
    )


@pytest.mark.parametrize(
    ("birthday", "today", "following"),
    [
        ("1976-11-25", "2026-11-20", "2026-11-25"),
        ("1976-11-25", "2026-11-25", "2026-11-25"),
        ("1976-11-25", "2026-11-26", "2027-11-25"),
        ("--01-01", "2026-12-31", "2027-01-01"),
        ("--12-31", "2026-12-31", "2026-12-31"),
        ("--02-29", "2026-02-01", "2026-02-28"),
        ("--02-29", "2026-02-28", "2026-02-28"),
        ("--02-29", "2026-03-01", "2027-02-28"),
        ("--02-29", "2027-03-01", "2028-02-29"),
        ("--02-29", "2028-02-28", "2028-02-29"),
        ("1976-02-29", "2100-02-01", "2100-02-28"),
    ],
)
def test_the_next_birthday(birthday: str, today: str, following: str) -> None:
    assert next_birthday(birthday, date.fromisoformat(today)) == date.fromisoformat(following)


@pytest.mark.parametrize(
    ("birthday", "on", "age"),
    [
        ("1976-11-25", "2026-11-25", 50),
        ("1976-11-25", "2026-11-24", 49),
        ("1976-02-29", "2026-02-28", 50),
        ("1976-02-29", "2028-02-28", 51),
        ("1976-02-29", "2028-02-29", 52),
        ("2026-11-25", "2026-11-25", 0),
        ("--11-25", "2026-11-25", None),
    ],
)
def test_the_age_that_is_reached(birthday: str, on: str, age: int | None) -> None:
    assert turning(birthday, date.fromisoformat(on)) == age


@given(days)
def test_every_day_can_be_a_birthday(day: date) -> None:
    assert parse_birthday(day.isoformat()) == day.isoformat()
    assert parse_birthday(f"{day:%Y%m%d}") == day.isoformat()
    assert parse_birthday(f"{day:--%m%d}") == f"{day:--%m-%d}"


@given(yearless, days)
def test_the_next_birthday_comes_within_a_year(birthday: str, today: date) -> None:
    following = next_birthday(birthday, today)
    assert today <= following <= today + timedelta(days=366)
    assert parse_birthday(birthday) == birthday
    if birthday != "--02-29":
        assert f"{following:--%m-%d}" == birthday


@given(days, days)
def test_one_year_older_at_each_birthday(born: date, today: date) -> None:
    following = next_birthday(born.isoformat(), today)
    after = next_birthday(born.isoformat(), following + timedelta(days=1))
    ages = [turning(born.isoformat(), day) for day in (following, after)]
    assert ages == [following.year - born.year, following.year - born.year + 1]


@given(st.text())
def test_any_text_is_a_birthday_or_refused(text: str) -> None:
    try:
        birthday = parse_birthday(text)
    except Usage:
        return
    assert parse_birthday(birthday) == birthday
