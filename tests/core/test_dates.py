"""Days as people write them: cli.md's "When", both directions, what is refused and how it is said."""

from __future__ import annotations

from calendar import isleap
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netbook.core.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    Toward,
    WrongWeekday,
    long_day,
    parse_day,
    short_day,
    split_by_date,
    terse_day,
)
from netbook.errors import AmbiguousDate, NoSuchDay, NotOneDay, UnreadableDate, Usage, YearOutOfRange

FRIDAY = date(2026, 11, 20)

days = st.dates(date(FIRST_YEAR + 10, 1, 1), date(LAST_YEAR - 10, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
directions = st.sampled_from(["past", "future"])


def both_ways(text: str, today: date = FRIDAY) -> tuple[str, str]:
    past, future = parse_day(text, today, "past"), parse_day(text, today, "future")
    return past.isoformat(), future.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-20"),
        ("yesterday", "2026-11-19"),
        ("tomorrow", "2026-11-21"),
        ("  ToDay ", "2026-11-20"),
        ("last friday", "2026-11-13"),
        ("last thu", "2026-11-19"),
        ("last Saturday", "2026-11-14"),
        ("next friday", "2026-11-27"),
        ("next tue", "2026-11-24"),
        ("next  THURSDAY", "2026-11-26"),
        ("this fri", "2026-11-20"),
        ("3 days ago", "2026-11-17"),
        ("1 day ago", "2026-11-19"),
        ("0 days ago", "2026-11-20"),
        ("2 weeks ago", "2026-11-06"),
        ("a week ago", "2026-11-13"),
        ("two weeks ago", "2026-11-06"),
        ("a fortnight ago", "2026-11-06"),
        ("1 month ago", "2026-10-20"),
        ("9 months ago", "2026-02-20"),
        ("a year ago", "2025-11-20"),
        ("in 10 days", "2026-11-30"),
        ("in 2 weeks", "2026-12-04"),
        ("In a Month", "2026-12-20"),
        ("in an year", "2027-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("2026-1-5", "2026-01-05"),
        ("2026/01/05", "2026-01-05"),
        ("1900-01-01", "1900-01-01"),
        ("2199-12-31", "2199-12-31"),
        ("nov 20 2025", "2025-11-20"),
        ("nov 20, 2025", "2025-11-20"),
        ("Nov. 20,2025", "2025-11-20"),
        ("20 November 2025", "2025-11-20"),
        ("20\tNOV \n 2025", "2025-11-20"),
        ("20-nov-2025", "2025-11-20"),
        ("20th of november 2025", "2025-11-20"),
        ("the 1st of december 2027", "2027-12-01"),
        ("2nd sept 2027", "2027-09-02"),
        ("june 3rd 2027", "2027-06-03"),
        ("29 feb 2024", "2024-02-29"),
        # Numbers that can be one day only; dots put the day first
        ("13/11/2026", "2026-11-13"),
        ("11/13/2026", "2026-11-13"),
        ("25-12-2026", "2026-12-25"),
        ("11/11/2026", "2026-11-11"),
        ("3.11.2026", "2026-11-03"),
        ("11.12.2026", "2026-12-11"),
        # With the weekday that it falls on
        ("Friday 13 November", "2026-11-13"),
        ("fri 13 nov", "2026-11-13"),
        ("Friday, 13 November 2026", "2026-11-13"),
        ("Saturday 28 November", "2026-11-28"),
        ("friday the 13th", "2026-11-13"),
        # Near days, hours and parts of the day
        ("the day before yesterday", "2026-11-18"),
        ("day after tomorrow", "2026-11-22"),
        ("this morning", "2026-11-20"),
        ("tonight", "2026-11-20"),
        ("last night", "2026-11-19"),
        ("tomorrow night", "2026-11-21"),
        ("yesterday 18:30", "2026-11-19"),
        ("yesterday, 6 pm", "2026-11-19"),
        ("yesterday at 6", "2026-11-19"),
        ("yesterday in the early morning", "2026-11-19"),
        ("2026-11-20 at noon", "2026-11-20"),
        ("2026-11-20T10:00", "2026-11-20"),
        ("3d ago", "2026-11-17"),
        ("2w ago", "2026-11-06"),
    ],
)
def test_a_day_that_is_the_same_whichever_way_is_meant(text: str, day: str) -> None:
    assert both_ways(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        # Said on Friday 20 November 2026: a weekday to come is never today, a date may be.
        ("friday", "2026-11-20", "2026-11-27"),
        ("FRI", "2026-11-20", "2026-11-27"),
        ("thursday", "2026-11-19", "2026-11-26"),
        ("sat", "2026-11-14", "2026-11-21"),
        ("sun", "2026-11-15", "2026-11-22"),
        ("mon", "2026-11-16", "2026-11-23"),
        ("tues", "2026-11-17", "2026-11-24"),
        ("wednesday.", "2026-11-18", "2026-11-25"),
        ("this sat", "2026-11-14", "2026-11-21"),
        ("20 nov", "2026-11-20", "2026-11-20"),
        ("nov 20", "2026-11-20", "2026-11-20"),
        ("19 november", "2026-11-19", "2027-11-19"),
        ("21st nov", "2025-11-21", "2026-11-21"),
        ("the 20th of november", "2026-11-20", "2026-11-20"),
        ("1 jan", "2026-01-01", "2027-01-01"),
        ("31 dec", "2025-12-31", "2026-12-31"),
        ("may 5", "2026-05-05", "2027-05-05"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("on monday", "2026-11-16", "2026-11-23"),
        ("friday evening", "2026-11-20", "2026-11-27"),
        ("13/11", "2026-11-13", "2027-11-13"),
        ("the 27th", "2026-10-27", "2026-11-27"),
        ("the 31st", "2026-10-31", "2026-12-31"),
    ],
)
def test_a_day_that_depends_on_the_way_that_is_meant(text: str, past: str, future: str) -> None:
    assert both_ways(text) == (past, future)


@pytest.mark.parametrize(
    ("today", "past", "future"),
    [
        (date(2028, 2, 29), "2028-02-29", "2028-02-29"),
        (date(2028, 3, 1), "2028-02-29", "2032-02-29"),
        (date(2103, 1, 1), "2096-02-29", "2104-02-29"),
        (date(2096, 3, 1), "2096-02-29", "2104-02-29"),
        (date(2104, 2, 28), "2096-02-29", "2104-02-29"),
    ],
)
def test_29_february_is_in_the_nearest_year_that_has_one(today: date, past: str, future: str) -> None:
    assert both_ways("29 feb", today) == (past, future)


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("11/12/2026", "2026-11-12 or 2026-12-11"),
        ("11-12-2026", "2026-11-12 or 2026-12-11"),
        ("11/12/26", "the month as a word, or the whole date as 2026-12-11"),
        ("26-11-12", "the month as a word, or the whole date as 2026-12-11"),
        ("11/12", "the month as a word, or the whole date as 2026-12-11"),
    ],
)
def test_day_and_month_as_numbers_are_never_guessed(text: str, way_out: str) -> None:
    with pytest.raises(AmbiguousDate) as refused:
        parse_day(text, FRIDAY, "past")
    assert str(refused.value) == f'"{text}" does not say which number is the month; write {way_out}'
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", ",", "blursday", "next blursday", "next", "last", "the", "of november", "fr", "frida y"),
        *("november", "nov", "20", "20th", "2026", "2026-11", "20261120", "2026 11 20", "1.5", "12:30"),
        *("3 days", "in 3", "days ago", "in days", "some days ago", "-3 days ago", "in 1.5 weeks", "5 m ago"),
        *(
            "in ² days",
            "in ٣ days",
            "20 mai",
            "20 nov two",
            "friday nov",
            "2026-11-20X10:00",
            "--11-20",
            "at noon",
            "18:30",
            "friday 25:00",
            "friday 6",
        ),
        *(
            "last today",
            "on",
            "on on friday",
            "a 99999999999 b",
            "in 99999999999999999999 days",
            "9" * 10_000,
        ),
    ],
)
def test_what_names_no_day_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_day(text, FRIDAY, "future")
    assert refused.value.exit_code == 2
    assert str(refused.value).startswith('cannot read the date "')


@pytest.mark.parametrize(
    ("toward", "message"),
    [
        ("future", 'cannot read the date "next blursday"; write 2026-11-27, "friday" or "in 3 days"'),
        ("past", 'cannot read the date "next blursday"; write 2026-11-20, "friday" or "3 days ago"'),
    ],
)
def test_the_message_shows_how_to_write_one(toward: Toward, message: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_day("next blursday", FRIDAY, toward)
    assert str(refused.value) == message


def test_the_message_stays_one_short_line_whatever_was_typed() -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_day("\x1b[2J\n" + "x" * 5000, FRIDAY, "past")
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 160


@pytest.mark.parametrize(
    "text",
    [
        *("30 feb", "feb 30", "31 april", "0 nov", "45 nov 2026", "30 february 2026", "29 feb 2026"),
        *("2026-02-30", "2026-13-01", "2026-00-10", "2026-11-31", "2100-02-29"),
        *("31/31/2026", "30/02/2026", "11.13.2026", "31.04.2026"),
    ],
)
@pytest.mark.parametrize("toward", ["past", "future"])
def test_a_day_the_calendar_does_not_have(text: str, toward: Toward) -> None:
    with pytest.raises(NoSuchDay) as refused:
        parse_day(text, FRIDAY, toward)
    assert str(refused.value) == f'there is no such day as "{text}"; check the day and the month'
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("text", ["Saturday 13 November 2026", "Monday, 20 nov", "sun the 21st of november"])
def test_a_weekday_that_is_not_that_of_its_date_is_refused(text: str) -> None:
    with pytest.raises(WrongWeekday) as refused:
        parse_day(text, FRIDAY, "past")
    assert refused.value.exit_code == 2
    assert " is a " in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *("1899-12-31", "2200-01-01", "0000-01-01", "20 nov 25", "nov 20 12345", "30 feb 9999"),
        *("500 years ago", "in 200 years", "in 999999999 days", "999999999 weeks ago", "in 999999999 years"),
    ],
)
def test_years_outside_1900_to_2199_are_refused(text: str) -> None:
    with pytest.raises(YearOutOfRange) as refused:
        parse_day(text, FRIDAY, "past")
    assert str(refused.value) == (
        f'"{text}" is not within 1900 to 2199; write the year in full, as in 2026-11-27'
    )
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("text", ["tomorrow", "sat", "1 jan", "29 feb", "in 2 days"])
def test_the_calendars_end_is_no_crash(text: str) -> None:
    with pytest.raises(YearOutOfRange):
        parse_day(text, date(LAST_YEAR, 12, 31), "future")
    with pytest.raises(YearOutOfRange):
        parse_day(text, date.max, "future")


@pytest.mark.parametrize(
    "text",
    [
        *("next week", "Last Month", "this year", "this weekend", "next quarter"),
        *("next november", "nov 2026", "november 2026"),
    ],
)
def test_a_week_a_month_or_a_year_is_not_a_day(text: str) -> None:
    with pytest.raises(NotOneDay) as refused:
        parse_day(text, FRIDAY, "future")
    assert str(refused.value) == (f'"{text}" is more than one day; name the day: 2026-11-20 or "friday"')
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("send slides by friday", "send slides", "2026-11-27"),
        ("send slides by tomorrow.", "send slides", "2026-11-21"),
        ("Send  the slides BY 20 Nov", "Send  the slides", "2026-11-20"),
        ("  send\tslides  by  the 1st of december!", "send\tslides", "2026-12-01"),
        ("stand by me by nov 25, 2026", "stand by me", "2026-11-25"),
        ("pass by by in 2 weeks", "pass by", "2026-12-04"),
        ("pay back by yesterday", "pay back", "2026-11-19"),
        ("call by 3 days ago", "call", "2026-11-17"),
        ("stand by me", "stand by me", None),
        ("send it by friday by mail", "send it by mail", "2026-11-27"),
        ("send it by friday evening", "send it", "2026-11-27"),
        ("send it by monday morning", "send it", "2026-11-23"),
        ("send it by thursday, at the latest", "send it", "2026-11-26"),
        ("send it by the 27th", "send it", "2026-11-27"),
        ("go by bus", "go by bus", None),
        ("grow by ten percent a year", "grow by ten percent a year", None),
        ("stand by", "stand by", None),
        ("by", "by", None),
        ("by today", "", "2026-11-20"),
        ("  kept  as it is ", "  kept  as it is ", None),
        ("a ruby friday", "a ruby friday", None),
        ("painted by Jan Steen himself", "painted by Jan Steen himself", None),
        ("improve it by 2.5", "improve it by 2.5", None),
        ("upgrade by 1.2.3", "upgrade by 1.2.3", None),
        ("", "", None),
    ],
)
def test_a_promise_and_its_day(text: str, rest: str, day: str | None) -> None:
    assert split_by_date(text, FRIDAY) == (rest, day and date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("send slides by 11/12/2026", AmbiguousDate),
        ("send slides by 11/12", AmbiguousDate),
        ("send slides by 30 feb", NoSuchDay),
        ("send slides by 2026-02-30", NoSuchDay),
        ("send slides by next week", NotOneDay),
        ("send slides by 20 nov 26", YearOutOfRange),
        ("send slides by end of month", UnreadableDate),
        ("send slides by the end of the week", UnreadableDate),
        ("send slides by noon", UnreadableDate),
        ("send slides by 12:30", UnreadableDate),
        ("send slides by early december", UnreadableDate),
        ("send slides by Jan", UnreadableDate),
        ("send slides by the 32nd", NoSuchDay),
        ("send slides by saturday 27 nov 2026", WrongWeekday),
    ],
)
def test_a_promised_day_that_cannot_be_taken_is_not_ignored(text: str, failure: type[Usage]) -> None:
    with pytest.raises(failure):
        split_by_date(text, FRIDAY)


@pytest.mark.parametrize(
    ("day", "long", "short", "terse"),
    [
        (date(2026, 11, 21), "Saturday 21 November", "21 November", "21 Nov"),
        (date(2026, 1, 1), "Thursday 1 January", "1 January", "1 Jan"),
        (date(2026, 9, 7), "Monday 7 September", "7 September", "7 Sep"),
        (date(2025, 11, 21), "Friday 21 November 2025", "21 November 2025", "21 Nov 2025"),
        (date(2027, 5, 2), "Sunday 2 May 2027", "2 May 2027", "2 May 2027"),
    ],
)
def test_days_as_they_are_shown(day: date, long: str, short: str, terse: str) -> None:
    assert (long_day(day, FRIDAY), short_day(day, FRIDAY), terse_day(day, FRIDAY)) == (long, short, terse)


@given(days, days, directions)
@example(date(2024, 2, 29), date(2023, 3, 1), "past")
def test_a_date_with_its_year_is_read_back_from_every_form(day: date, today: date, toward: Toward) -> None:
    elsewhere = date(day.year - 1, 1, 1)  # so that the year is shown
    shown_days = (
        day.isoformat(),
        long_day(day, elsewhere),
        short_day(day, elsewhere),
        terse_day(day, elsewhere),
    )
    for shown in shown_days:
        assert parse_day(shown, today, toward) == day


@given(days, days)
@example(date(2096, 2, 29), date(2101, 1, 1))
def test_a_date_without_year_is_the_nearest_in_its_direction(day: date, today: date) -> None:
    leap_day = (day.month, day.day) == (2, 29)
    years = (year for year in range(today.year - 9, today.year + 10) if isleap(year) or not leap_day)
    candidates = [day.replace(year=year) for year in years]
    text = short_day(day, day)
    assert parse_day(text, today, "past") == max(each for each in candidates if each <= today)
    assert parse_day(text, today, "future") == min(each for each in candidates if each >= today)


@given(days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_a_week(today: date, name: str) -> None:
    past, future = parse_day(name, today, "past"), parse_day(name, today, "future")
    assert 0 <= (today - past).days <= 6
    assert 1 <= (future - today).days <= 7
    assert long_day(past, past).startswith(name)
    assert long_day(future, future).startswith(name)
    assert past < parse_day(f"next {name}", today, "past") == future
    assert parse_day(f"last {name}", today, "future") < today


WORDS = (
    *("next", "last", "this", "in", "ago", "a", "by", "of", "the", "today", "fri", "november", "feb", "week"),
    *("29", "30", "0", "2026", "99999", "20th", "-1", "11/12/26", "2026-02-30", "days", "m", ","),
)
word = st.sampled_from(WORDS)


@given(st.one_of(st.text(), st.lists(word, max_size=5).map(" ".join)), st.dates(), directions)
def test_any_text_is_a_day_in_range_or_a_usage_error(text: str, today: date, toward: Toward) -> None:
    try:
        day = parse_day(text, today, toward)
    except Usage:
        return
    assert FIRST_YEAR <= day.year <= LAST_YEAR


@given(st.text(st.characters(codec="utf-8")), days)
def test_no_text_is_lost_where_no_day_is_found(text: str, today: date) -> None:
    try:
        promise, by = split_by_date(text, today)
    except Usage:
        return
    assert by is not None or promise == text
