"""Dates as other programs write them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.formats.dates import First, first_of_numbers, read_birthday, read_date, read_day


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
    "names",
    [
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
        "Δεκεμβρίου",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
        "marraskuuta joulukuuta",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "január február március április május június július augusztus szeptember október november december",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    ],
)
def test_the_months_of_a_language(names: str) -> None:
    said = [(month, name) for month, name in enumerate(names.split(), 1) if name != "-"]
    assert [read_date(f"7. {name} 1984") for _, name in said] == [date(1984, month, 7) for month, _ in said]


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "30 Feb 2024", "29 Feb 2023", "13/13/2023", "2023", "June 2023", "5 Foo 2023",
     "0001-01-01", "31 12 99999", "1 2 3 4", "2023-13-01", "x" * 500],
)  # fmt: skip
def test_what_names_no_day_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["14/05/2023", "05/06/2023"], "day"),
        (["05/06/2023", "05/14/23"], "month"),
        (["05-14-2023"], "month"),
        (["14/05/2023", "05/14/2023"], None),
        (["05/06/2023", "5/5/1984", "2023-05-14", "14.05.2023", "someday", ""], None),
    ],
)
def test_dates_of_one_file_say_what_comes_first_in_them(texts: list[str], first: First | None) -> None:
    assert first_of_numbers(texts) == first


@pytest.mark.parametrize(
    ("text", "first", "day"),
    [
        ("05/06/2023", "day", "2023-06-05"),
        ("05/06/2023", "month", "2023-05-06"),
        ("05/06/2023", None, None),
        ("05-06-2023 0:00", None, None),
        ("05.06.2023", None, "2023-06-05"),
        ("05/05/2023", None, "2023-05-05"),
        ("25/12/2023", None, "2023-12-25"),
        ("12/25/2023", None, "2023-12-25"),
        ("12/25/2023", "day", "2023-12-25"),
        ("25/12/2023", "month", "2023-12-25"),
        ("31/31/2023", None, None),
        ("18 Jun 2025", None, "2025-06-18"),
        ("2025-06-18T10:00:00Z", None, "2025-06-18"),
    ],
)
def test_a_date_that_reads_two_ways_is_read_only_where_the_file_says_how(
    text: str, first: First | None, day: str | None
) -> None:
    result = read_day(text, first)
    assert (result and result.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1985-06-12", "1985-06-12"),
        ("19850612", "1985-06-12"),
        ("1985-06-12T00:00:00Z", "1985-06-12"),
        ("--03-01", "--03-01"),
        (" --0301", "--03-01"),
        ("--2-9", "--02-09"),
        ("--02-29", "--02-29"),
        ("--02-30", None),
        ("1604-05-10", "--05-10"),
        ("12. Juni 1985", "1985-06-12"),
        ("June 12, 1985", "1985-06-12"),
        ("25 Dec", "--12-25"),
        ("12/25/1984", "1984-12-25"),
        ("12.03.1984", "1984-03-12"),
        ("3/7/1984", None),
        ("12/25/84", None),
        ("1850-01-01", None),
        ("circa 1800", None),
        ("-", None),
        ("1" * 100, None),
    ],
)
def test_a_birthday_is_read_only_where_it_is_certain(text: str, birthday: str | None) -> None:
    assert read_birthday(text, None) == birthday


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    day = read_date(text)
    assert day is None or 1900 <= day.year <= 2199
    assert re.fullmatch(r"(\d{4}|-)-[01]\d-[0-3]\d", read_birthday(text, None) or "1984-12-25")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_written_and_read_again_a_day_is_the_same(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}.{day.month}.{day.year:04}") == day
    assert read_date(f"{day.month}/{day.day}/{day.year:04}") == day
