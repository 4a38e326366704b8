"""What other programs write beside the standards, and what it means: zones, rules, organisations, names, bytes."""

from __future__ import annotations

from datetime import date

import pytest

from netbook.core.titles import NamedPerson, TitleReader, is_birthday
from netbook.formats import anycsv, ical, vcard
from netbook.formats.contact_columns import columns
from netbook.formats.records import OccasionEntry, PersonEntry
from netbook.formats.textfile import text_file
from tests.conftest import Shell
from tests.formats.test_ical import calendar, event

TODAY = date(2026, 11, 21)
BERLIN = (
    "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\n"
    "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE"
)


def days(text: str) -> list[str]:
    result = ical.parse(text_file(text.encode()))
    entries = [each for each in result if isinstance(each, OccasionEntry)]
    return sorted(each.day.isoformat() for entry in entries for each in entry.series.upto(TODAY).occasions)


def people(text: str | bytes, format_: object = vcard) -> list[PersonEntry]:
    data = text.encode() if isinstance(text, str) else text
    return [each for each in format_.parse(text_file(data)) if isinstance(each, PersonEntry)]  # type: ignore[attr-defined]


def card(*lines: str, version: str = "3.0") -> str:
    return "\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("zone", "described"),
    [
        ("W. Europe Standard Time", ""),
        ("Customized Time Zone", BERLIN.format(name="Customized Time Zone")),
        ("Nowhere", BERLIN.format(name="Elsewhere")),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien"', ""),
        ("(UTC+01:00) Amsterdam\\, Berlin", ""),
        ("/freeassociation.sourceforge.net/Europe/Berlin", ""),
        ("Europe/Berlin", ""),
    ],
)
def test_the_last_day_of_a_series_in_summer_is_not_lost(zone: str, described: str) -> None:
    weekly = event("RRULE:FREQ=WEEKLY;UNTIL=20240617T150000Z", start=f"DTSTART;TZID={zone}:20240603T170000")
    text = calendar(*filter(None, [described]), weekly)
    assert days(text) == ["2024-06-03", "2024-06-10", "2024-06-17"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", ["2024-01-31"]),
        ("FREQ=WEEKLY;UNTIL=20240120", []),
        ("FREQ=MONTHLY;UNTIL=20240401;COUNT=-1", ["2024-01-31", "2024-03-31"]),
        ("FREQ=WEEKLY\\;UNTIL=20240208\\;BYDAY=WE", ["2024-01-31", "2024-02-07"]),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=3", ["2024-01-31", "2024-03-01", "2024-03-31"]),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("W1 WE #2", ["2024-01-31", "2024-02-07"]),
        ("MD1 31 #2", ["2024-01-31", "2024-03-31"]),
        ("MP1 2- MO #2", ["2024-01-31", "2024-02-19", "2024-03-18"]),
        ("D2 20240204T000000", ["2024-01-31", "2024-02-02", "2024-02-04"]),
    ],
)
def test_rules_as_programs_write_them(rule: str, expected: list[str]) -> None:
    assert days(calendar(event(f"RRULE:{rule}", start="DTSTART;VALUE=DATE:20240131"))) == expected


def test_a_day_that_was_taken_out_later_is_gone() -> None:
    series = event(
        "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:2", "EXDATE;VALUE=DATE:20240108", start="DTSTART:20240101"
    )
    changed = event("RECURRENCE-ID;VALUE=DATE:20240108", "SEQUENCE:1", start="DTSTART:20240109")
    assert days(calendar(series, changed)) == ["2024-01-01", "2024-01-15"]
    assert days(calendar(series, changed.replace("SEQUENCE:1", "SEQUENCE:2"))) == [
        "2024-01-01",
        "2024-01-09",
        "2024-01-15",
    ]


def test_the_calendars_of_old_telephones_are_read() -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:1.0\nTZ:+01:00\nBEGIN:VEVENT\nDTSTART:20240101T233000Z\n"
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 =\nwith Ana\n"
        "ATTENDEE;STATUS=ACCEPTED:Ana Ruiz <ana@example.org>\nATTENDEE;STATUS=DECLINED:Bo <bo@example.org>\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    (entry,) = (each for each in ical.parse(text_file(text.encode())) if isinstance(each, OccasionEntry))
    assert (entry.summary, entry.series.start) == ("Café with Ana", date(2024, 1, 2))
    assert [(each.name, each.email) for each in entry.attendees] == [("Ana Ruiz", "ana@example.org")]


def test_a_time_in_utc_is_brought_into_the_zone_of_the_machine(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --email ana@example.org")
    text = calendar(event("ATTENDEE:mailto:ana@example.org", start="DTSTART:20240502T000000Z"))
    netbook.process("import - --confirmed", stdin=text, TZ="America/Los_Angeles")
    assert netbook.sql("SELECT date FROM meeting") == [("2024-05-01",)]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("FN:Cafe Lark", "N:;;;;", "ORG:Cafe Lark"), []),
        (("FN:Cafe Lark", "ORG:Cafe Lark;Kitchen", "X-ABShowAs:COMPANY"), []),
        (("KIND:org", "FN:Cafe Lark"), []),
        (("FN:Cafe Lark", "N:Lantern;Lena;;;", "ORG:Cafe Lark"), ["Lena Lantern"]),
        (("KIND:individual", "FN:Lena Lantern", "ORG:Lena Lantern"), ["Lena Lantern"]),
        (("FN;PREF=2:Leni", "FN;PREF=1:Lena Lantern"), ["Lena Lantern"]),
        (("FN:'lena@example.org'", "EMAIL:lena@example.org"), ["lena@example.org"]),
    ],
)
def test_who_a_card_is(lines: tuple[str, ...], names: list[str]) -> None:
    assert [entry.name for entry in people(card(*lines))] == names


@pytest.mark.parametrize(
    "text", ["--04-12", "--0412", "--4-12", "0000-04-12", "1604-04-12", "12 April", "12.4."]
)
def test_a_birthday_without_its_year_in_every_spelling(text: str) -> None:
    assert people(card("FN:Lena Lantern", f"BDAY:{text}"))[0].birthday == "--04-12"


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, April 12, 1983", "Dienstag, 12. April 1983", "mardi 12 avril 1983", "martes, 12 de abril de 1983",
        "Tue Apr 12 1983 00:00:00 GMT+0200",
    ],
)  # fmt: skip
def test_a_birthday_with_its_day_of_the_week(text: str) -> None:
    assert people(card("FN:Lena Lantern", f"BDAY:{text}"))[0].birthday == "1983-04-12"


def test_nothing_of_version_4_is_in_a_card_of_version_3() -> None:
    lines = (
        "FN:Lena Lantern", "KIND:individual", "GENDER:F", "TEL;VALUE=uri;PREF=2:tel:+1-555-0100;ext=42",
        "PHOTO:https://example.org/l.jpg", "BDAY:--0412", "GEO:geo:52.5,13.4", "X-messaging/xmpp-All:lena@example.org",
    )  # fmt: skip
    (entry,) = people(card(*lines, version="4.0"))
    assert entry.phones == ("+1-555-0100 ext. 42",)
    written = "".join(vcard.dump(entry, v3=True)).replace("\r\n ", "").splitlines()
    assert written[5:-1] == [
        "TEL;X-PREF=2:+1-555-0100 ext. 42", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "X-KIND:individual", "X-GENDER:F",
        "PHOTO;VALUE=uri:https://example.org/l.jpg", "GEO:52.5;13.4", "IMPP:xmpp:lena@example.org",
    ]  # fmt: skip
    (again,) = people("\r\n".join(written) + "\r\n")
    assert (again.name, again.phones, again.birthday) == (entry.name, entry.phones, entry.birthday)


def test_no_value_begins_a_line_of_its_own() -> None:
    evil = PersonEntry(
        1, "u", "Lena\r\nTEL:1", urls=("https://e.org\r\nTEL:+1",), carried=("X-A:b\r\nTEL:2",)
    )
    assert "\nTEL" not in "".join(vcard.dump(evil))


def test_ties_and_interests_of_a_card() -> None:
    (lena,) = people(card(
        "FN:Lena Lantern", "INTEREST:climbing", "HOBBY;LEVEL=high:chess", "RELATED;TYPE=spouse;VALUE=text:Omar Otter",
        "item1.X-ABRELATEDNAMES:Ida Ink", "item1.X-ABLabel:_$!<Sister>!$_", "X-MANAGER:Nora Nib",
    ))  # fmt: skip
    assert lena.interests == ("climbing", "chess")
    assert [(each.kind, each.name) for each in lena.relations] == [
        ("spouse", "Omar Otter"), ("sister", "Ida Ink"), ("boss", "Nora Nib"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Křestní jméno,Příjmení,Telefon do zaměstnání,E-mailová adresa", "first last phone email"),
        ('Voornaam,Achternaam,"Werkadres, plaats",Land/regio (werk)', "first last city country"),
        ("FirstName,LastName,EmailAddress,MobilePhone,HomeCity", "first last email phone city"),
        ("Person - Name,Person - Email - Work,Person - Phone - Mobile", "full email phone"),
        ("Name,Phone (mobile),Mobile No.,Email ID,Hobbies", "full phone phone email interests"),
        ("First,Last,Home,Work,Yahoo Phone", "first last phone phone phone"),
        ("Name,Home,Company Size", "full - -"),
    ],
)
def test_the_names_of_columns(header: str, fields: str) -> None:
    import csv

    cells = next(csv.reader([header]))
    assert [column.field or "-" for column in columns(cells)] == fields.split()


def test_cells_as_spreadsheets_keep_them() -> None:
    text = (
        'Name,Phone,Email\nLena Lantern,"=""0151 234""",a@example.org b@example.org\n'
        "Omar Otter,4.91512E+12,'=c@example.org\n"
    )
    lena, omar = people(text, anycsv)
    assert (lena.phones, lena.emails) == (("0151 234",), ("a@example.org", "b@example.org"))
    assert (omar.phones, [note.text for note in omar.notes]) == ((), ["Phone: 4.91512E+12"])
    assert omar.emails == ("=c@example.org",)


def test_one_wrong_byte_does_not_change_all_the_others() -> None:
    data = "Name,Email\nZoë Lantern,z@example.org\nJos".encode() + b"\xe9 Otter,j@example.org\n"
    assert [entry.name for entry in people(data, anycsv)] == ["Zoë Lantern", "José Otter"]


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Lunch Lena / Tomas", [1, 2]), ("1:1 Raj", [3]), ("Coffee w. Ana R.", [4]), ("Zoom: Raj Patel", [3]),
        ("Project sync with Lena and Raj: budget", [1, 3]), ("Lunch Max / Raj", [3]), ("Coffee Ana", []),
        ("Lena's offsite", []), ("Deadline Lena report", []), ("Room Lena", []), ("Lunch", []), ("St Tomas Day", []),
    ],
)  # fmt: skip
def test_who_a_title_names(title: str, who: list[int]) -> None:
    names = ("lena lantern", "tomas thimble", "raj patel", "ana ruiz", "ana stone", "max power")
    reader = TitleReader((NamedPerson(at, (name,)) for at, name in enumerate(names, 1)), ["max power"])
    assert reader.people_in(title) == who


def test_a_birthday_is_no_meeting() -> None:
    assert all(map(is_birthday, ("Lena's birthday", "Geburtstag von Omar", "Anniversaire de Zoé (40)")))
    assert not any(map(is_birthday, ("Lunch Lena", "Plan the offsite")))
