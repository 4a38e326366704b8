"""iCalendar as calendars write it: what each oddity is read as, and that what we write reads back the same."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.imports import CutOff, NotThisFormat
from netbook.formats import ical
from netbook.formats.content_lines import Decoder, parts_of
from netbook.formats.ical_dump import Days, dump
from netbook.formats.ical_lines import Component, components
from netbook.formats.ical_zones import Zones
from netbook.formats.records import OccasionEntry, Problem
from netbook.formats.recurrence import MOST, BadRule, Series, read_rule
from netbook.formats.textfile import text_file

TODAY = date(2026, 11, 21)
ANA = "ATTENDEE;CN=Ana Ruiz:mailto:ana@example.org"


def parsed(text: str) -> list[OccasionEntry | Problem]:
    results = list(ical.parse(text_file(text.encode())))
    assert all(isinstance(each, OccasionEntry | Problem) for each in results)
    return results  # type: ignore[return-value]


def calendar(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])


def event(*lines: str, start: str = "DTSTART:20261102T100000Z", uid: str = "1") -> str:
    head = [f"UID:{uid}"] if uid else []
    return "\r\n".join(["BEGIN:VEVENT", *head, *([start] if start else []), *lines, "END:VEVENT"])


def only(*lines: str, start: str = "DTSTART:20261102T100000Z", head: str = "") -> OccasionEntry:
    entries = [
        each for each in parsed(calendar(*filter(None, [head]), event(*lines, start=start)))
        if isinstance(each, OccasionEntry)
    ]  # fmt: skip
    assert len(entries) == 1
    return entries[0]


def days(entry: OccasionEntry, last: date = TODAY) -> list[str]:
    return [occasion.day.isoformat() for occasion in entry.series.upto(last).occasions]


def whys(text: str) -> list[tuple[str, str]]:
    return [(each.fate, each.why) for each in parsed(text) if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("DTSTART:20261102T233000", "2026-11-02"),
        ("DTSTART;VALUE=DATE:20261102", "2026-11-02"),
        ("DTSTART:20261102", "2026-11-02"),
        ("DTSTART:20261102Z", "2026-11-02"),
        ("DTSTART:2026-11-02T23:30:00Z", "2026-11-02"),
        ("DTSTART:20261102T2330Z", "2026-11-02"),
        ("DTSTART:20261102T235960Z", "2026-11-02"),
        ("DTSTART;TZID=America/New_York:20261102T233000", "2026-11-02"),
        ("DTSTART;TZID=Eastern Standard Time:20261102T233000", "2026-11-02"),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261102T233000', "2026-11-02"),
        ("DTSTART;TZID=:20261102T233000", "2026-11-02"),
        ("DTSTART;TZID=Nowhere/Known:20261102T233000", "2026-11-02"),
        ("dtstart;tzid=Europe/Berlin:20261102t233000", "2026-11-02"),
    ],
)
def test_the_day_is_the_local_day_of_the_entry(start: str, day: str) -> None:
    assert days(only(start=start)) == [day]


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("tzone://Microsoft/Utc", "23:30"), ("W. Europe Standard Time 1", "22:30"), ("europe/berlin", "22:30"),
        ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome", "22:30"), ("(UTC+05:30) Chennai, Kolkata", "18:00"),
        ("Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London", "23:30"), ("Customized Time Zone", "23:30"),
        ("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "07:30"),
    ],
)  # fmt: skip
def test_a_zone_is_known_as_windows_and_its_programs_spell_it(name: str, hour: str) -> None:
    zones = Zones(Component("VCALENDAR", 1))
    zones.own = UTC
    local = datetime(2026, 11, 2, 23, 30, tzinfo=zones.called(name))
    assert local.astimezone(UTC).strftime("%H:%M") == hour


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/New_York", "2026-11-01"), ("Asia/Tokyo", "2026-11-02"), ("", "2026-11-02"),
     ("Nowhere/Known", "2026-11-02"), ("../../etc/passwd", "2026-11-02"), ("Europe", "2026-11-02")],
)  # fmt: skip
def test_a_time_in_utc_is_brought_into_the_zone_of_the_calendar(zone: str, day: str) -> None:
    assert days(only(start="DTSTART:20261102T020000Z", head=f"X-WR-TIMEZONE:{zone}")) == [day]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTSTART:20261102T100000Z", "DTEND:20261102T104500Z"], 45),
        (["DTSTART:20261102T100000Z", "DURATION:PT1H30M"], 90),
        (["DTSTART:20261102T100000Z", "DURATION:P1D"], 1440),
        (["DTSTART:20261102T100000Z", "DURATION:P1DT1M"], None),
        (["DTSTART:20261102T100000Z", "DTEND:20261103T100100Z"], None),
        (["DTSTART:20261102T100000Z", "DTEND:20261102T100000Z"], None),
        (["DTSTART:20261102T100000Z"], None),
        (["DTSTART;VALUE=DATE:20261102", "DTEND;VALUE=DATE:20261103"], None),
        (["DTSTART;TZID=Europe/Berlin:20261102T100000", "DTEND;TZID=Europe/London:20261102T100000"], 60),
        (["DTSTART;TZID=Europe/Berlin:20261025T010000", "DTEND;TZID=Europe/Berlin:20261025T040000"], 240),
        (["DTSTART;TZID=Unknown A:20261102T100000", "DTEND;TZID=Unknown B:20261102T110000"], 60),
    ],
)
def test_how_long_it_took(lines: list[str], minutes: int | None) -> None:
    assert only(*lines, start="").minutes == minutes


def test_an_end_before_the_beginning_is_said_and_the_rest_is_taken() -> None:
    results = parsed(calendar(event("DTEND:20261102T090000Z")))
    assert isinstance(results[0], OccasionEntry)
    assert results[0].minutes is None
    assert whys(calendar(event("DTEND:20261102T090000Z"))) == [
        ("warned", "it ends before it begins; its length is left empty")
    ]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ATTENDEE;CN=Ana:mailto:ana@example.org", [("Ana", "ana@example.org")]),
        ("ATTENDEE;CN=Ana:Mailto:ana@example.org", [("Ana", "ana@example.org")]),
        ("ATTENDEE;CN=Ana:MAILTO: ana @example.org ", [("Ana", "ana@example.org")]),
        ("ATTENDEE:ana@example.org", [(None, "ana@example.org")]),
        ('ATTENDEE;CN="Ruiz, Ana":mailto:ana@example.org', [("Ana Ruiz", "ana@example.org")]),
        ('ATTENDEE;CN="Acme, Inc.":mailto:ana@example.org', [("Acme, Inc.", "ana@example.org")]),
        ("ATTENDEE;CN=Ana ^'Anchor^' Ruiz:mailto:ana@example.org", [('Ana "Anchor" Ruiz', "ana@example.org")]),
        ("ATTENDEE;CN=\"'ana@example.org'\":mailto:ana@example.org", [(None, "ana@example.org")]),
        ("ATTENDEE;CN=Ana;X-NOTE=\"see https://example.org/x\":mailto:ana@example.org", [("Ana", "ana@example.org")]),
        (
            "ATTENDEE;CN=Ana\r\n  Ruiz;PARTSTAT=\r\n ACCEPTED:mailto:ana@exam\r\n\tple.org",
            [("Ana Ruiz", "ana@example.org")],
        ),
        ("ATTENDEE;CN=Ana;EMAIL=ana@example.org:urn:uuid:1234", [("Ana", "ana@example.org")]),
        ("ATTENDEE;CN=Ana:mailto:ana%40example.org", [("Ana", "ana@example.org")]),
        (
            'ATTENDEE;DELEGATED-FROM="mailto:x@e.org","mailto:y@e.org":mailto:ana@example.org',
            [(None, "ana@example.org")],
        ),
        ("ORGANIZER;CN=Ana:mailto:ana@example.org", [("Ana", "ana@example.org")]),
        ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana@example.org", [(None, "ana@example.org")]),
        ("ATTENDEE;PARTSTAT=TENTATIVE:mailto:ana@example.org", [(None, "ana@example.org")]),
        ("ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:ana@example.org", [(None, "ana@example.org")]),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org", []),
        ("ATTENDEE;partstat=declined:mailto:ana@example.org", []),
        ("ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:x@e.org\":mailto:ana@example.org", []),
        ("ATTENDEE;ROLE=NON-PARTICIPANT:mailto:ana@example.org", []),
        ("ATTENDEE;CUTYPE=ROOM:mailto:ana@example.org", []),
        ("ATTENDEE;CUTYPE=RESOURCE:ana@example.org", []),
        ("ATTENDEE;CUTYPE=GROUP:mailto:ana@example.org", []),
        ("ATTENDEE;CN=Contacts:mailto:abc123@virtual", []),
        ("ATTENDEE:mailto:c_1@resource.calendar.google.com", []),
        ("ORGANIZER:mailto:no-reply@example.org", []),
        ("ATTENDEE:invalid:nomail", []),
        ("ATTENDEE:", []),
        ("ATTENDEE;CN=Ana", []),
    ],
)  # fmt: skip
def test_who_counts_as_having_been_there(line: str, who: list[tuple[str | None, str]]) -> None:
    assert [(each.name, each.email) for each in only(line).attendees] == who


def test_an_organizer_who_is_an_attendee_is_one_and_one_who_declined_is_none() -> None:
    twice = only("ATTENDEE;CN=Ana Ruiz:mailto:ANA@example.org", "ORGANIZER:mailto:ana@example.org")
    assert [(each.name, each.email) for each in twice.attendees] == [("Ana Ruiz", "ANA@example.org")]
    declined = only(
        "ORGANIZER;CN=Ana:mailto:ana@example.org", "ATTENDEE;PARTSTAT=DECLINED:mailto:Ana@example.org"
    )
    assert declined.attendees == ()
    assert declined.declined == ("Ana@example.org",)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["SUMMARY:Lunch with Ana"], "lunch"),
        (["SUMMARY:Coffee"], "coffee"),
        (["SUMMARY:Call with Ana"], "call"),
        (["SUMMARY:Conference call: budget"], "call"),
        (["SUMMARY:Team meeting"], "meeting"),
        (["SUMMARY:Email migration"], "meeting"),
        (["SUMMARY:Slack workspace"], "meeting"),
        ([], "meeting"),
        (["SUMMARY:1:1", "LOCATION:https://zoom.us/j/1234"], "video"),
        (["SUMMARY:1:1", "LOCATION:Microsoft Teams Meeting"], "video"),
        (["SUMMARY:1:1", "LOCATION:Room 5; Microsoft Teams Meeting"], "meeting"),
        (["SUMMARY:1:1", "LOCATION:tel:+49 30 1234"], "call"),
        (["SUMMARY:1:1", "LOCATION:+49 30 123456"], "call"),
        (["SUMMARY:1:1", "X-GOOGLE-CONFERENCE:https://meet.google.com/a-b"], "video"),
        (["SUMMARY:1:1", "X-GOOGLE-CONFERENCE:https://meet.google.com/a-b", "LOCATION:Luna"], "meeting"),
        (["SUMMARY:Lunch", "X-GOOGLE-CONFERENCE:https://meet.google.com/a-b"], "lunch"),
        (["SUMMARY:Lunch", "LOCATION:Zoom"], "video"),
        (["SUMMARY:1:1", "URL:https://example.org/zoom.us.html"], "meeting"),
        (["SUMMARY:1:1", "CONFERENCE;FEATURE=PHONE:tel:+4930"], "call"),
        (["SUMMARY:1:1", "DESCRIPTION:Join https://us02web.zoom.us/j/1"], "video"),
    ],
)
def test_the_kind_is_said_by_place_words_and_links(lines: list[str], kind: str) -> None:
    assert only(*lines).kind == kind


def test_a_link_is_no_place() -> None:
    assert only("LOCATION:https://zoom.us/j/1").place is None
    assert only("LOCATION:Luna\\, Main St\\nBerlin").place == "Luna, Main St, Berlin"
    assert len(only("LOCATION:" + "x" * 500).place or "") == 200


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["RRULE:FREQ=WEEKLY;COUNT=3"], "02 09 16"),
        (["RRULE:FREQ=WEEKLY"], "02 09 16"),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261109T100000Z"], "02 09"),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261109T095959Z"], "02"),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261109"], "02 09"),
        (["RRULE:FREQ=WEEKLY;BYDAY=TU,MO;COUNT=4"], "02 03 09 10"),
        (["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2"], "02 03 10"),
        (["RRULE:FREQ=DAILY;INTERVAL=7", "EXDATE:20261109T100000Z"], "02 16"),
        (["RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20261109,20261116"], "02"),
        (["RRULE:FREQ=WEEKLY", "EXRULE:FREQ=WEEKLY;INTERVAL=2"], "09"),
        (["RDATE:20261104T100000Z,20261105T100000Z"], "02 04 05"),
        (["RDATE:20261104Z"], "02 04"),
        (["RDATE;VALUE=PERIOD:20261104T100000Z/PT1H"], "02 04"),
        (["RDATE:nonsense"], "02"),
        (["RRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,10,11"], "02 03 04"),
        (["RRULE:FREQ=DAILY;X-SOMETHING=1;COUNT=2;"], "02 03"),
        (["rrule:freq=weekly;count=2"], "02 09"),
    ],
)
def test_what_repeats_is_expanded_up_to_today(lines: list[str], expected: str) -> None:
    assert [day[-2:] for day in days(only(*lines))] == expected.split()


@pytest.mark.parametrize(
    ("rule", "start", "until", "expected"),
    [
        ("FREQ=MONTHLY", date(2026, 1, 31), date(2026, 6, 1), ["01-31", "03-31", "05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 1, 31), date(2026, 4, 1), ["01-31", "02-28", "03-31"]),
        ("FREQ=MONTHLY;BYDAY=2TU", date(2026, 1, 13), date(2026, 4, 1), ["01-13", "02-10", "03-10"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 1, 30), date(2026, 4, 1), ["01-30", "02-27", "03-27"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2026, 1, 30), date(2026, 3, 1), ["01-30", "02-27"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2024, 2, 29), date(2026, 4, 1), ["02-29"]),
        ("FREQ=YEARLY;BYDAY=20MO", date(2025, 5, 19), date(2026, 6, 1), ["05-19", "05-18"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(2025, 5, 12), date(2026, 6, 1), ["05-12", "05-11"]),
        ("FREQ=YEARLY;BYYEARDAY=1,-1", date(2025, 1, 1), date(2026, 6, 1), ["01-01", "12-31", "01-01"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4", date(1997, 8, 5), date(1998, 1, 1),
         ["08-05", "08-10", "08-19", "08-24"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4", date(1997, 8, 5), date(1998, 1, 1),
         ["08-05", "08-17", "08-19", "08-31"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", date(1998, 2, 13), date(1999, 1, 1), ["02-13", "03-13", "11-13"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", date(2026, 1, 1), date(2026, 6, 1), ["01-01"]),
    ],
)  # fmt: skip
def test_the_rules_of_the_standard(rule: str, start: date, until: date, expected: list[str]) -> None:
    results = Series(start=start, rules=(read_rule(rule, None),)).upto(until).occasions
    assert [occasion.day.isoformat()[5:] for occasion in results] == expected


@settings(max_examples=25)
@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.integers(1, 4),
    weekdays=st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=3),
    months=st.sets(st.integers(1, 12), max_size=3),
    count=st.none() | st.integers(1, 12),
    start=st.dates(date(2024, 1, 1), date(2025, 1, 1)),
)
def test_rules_give_the_days_that_dateutil_gives(
    frequency: str, interval: int, weekdays: set[str], months: set[int], count: int | None, start: date
) -> None:
    from dateutil.rrule import rrulestr

    parts = [f"FREQ={frequency}", f"INTERVAL={interval}"]
    parts += [f"BYDAY={','.join(sorted(weekdays))}"] * bool(weekdays)
    parts += [f"BYMONTH={','.join(map(str, sorted(months)))}"] * bool(months)
    parts += [f"COUNT={count}"] * bool(count)
    rule, last = ";".join(parts), date(2026, 1, 1)
    whole = rrulestr(rule, dtstart=datetime.combine(start, time()))
    until = datetime.combine(last, time())
    expected = {each.date() for each in whole.between(datetime.combine(start, time()), until, inc=True)}
    results = Series(start=start, rules=(read_rule(rule, None),)).upto(last).occasions
    assert {occasion.day for occasion in results} == expected | {start}


@pytest.mark.parametrize(
    ("rule", "fate", "why"),
    [
        ("FREQ=SECONDLY", "skipped", "it repeats secondly, and netbook takes nothing finer than a day"),
        ("FREQ=MINUTELY", "skipped", "it repeats minutely, and netbook takes nothing finer than a day"),
        ("FREQ=HOURLY", "skipped", "it repeats hourly, and netbook takes nothing finer than a day"),
    ],
)
def test_a_rule_finer_than_a_day_is_skipped_and_said(rule: str, fate: str, why: str) -> None:
    assert whys(calendar(event(f"RRULE:{rule}"))) == [(fate, why)]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("BYDAY=MO", 'its rule "BYDAY=MO" does not say how often it repeats'),
        ("FREQ=DAILY;INTERVAL=0", 'its rule has "INTERVAL=0", which is not a number of times'),
        ("FREQ=DAILY;COUNT=-1", 'its rule has "COUNT=-1", which is not a number of times'),
        ("FREQ=YEARLY;BYMONTH=13", 'its rule has "BYMONTH=13", which cannot be'),
        ("FREQ=WEEKLY;BYDAY=XX", 'its rule has "BYDAY=XX", which cannot be'),
        ("FREQ=YEARLY;BYEASTER=0", 'its rule has "BYEASTER", which is not known'),
        ("FREQ=DAILY;UNTIL=soon", "its rule has an UNTIL that cannot be read"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "it repeats by another calendar than the Gregorian one"),
        ("FREQ=DAILY;COUNT=0", 'its rule has "COUNT=0", which is not a number of times'),
    ],
)
def test_of_a_rule_that_cannot_be_taken_the_first_day_is(rule: str, why: str) -> None:
    problem, entry = parsed(calendar(event(f"RRULE:{rule}", start="DTSTART:20261102T090000")))
    assert isinstance(problem, Problem)
    assert isinstance(entry, OccasionEntry)
    assert (problem.fate, problem.why) == ("warned", f"{why}; only its first day is taken")
    assert [each.day for each in entry.series.upto(TODAY).occasions] == [date(2026, 11, 2)]


def test_nothing_repeats_for_ever() -> None:
    begun = process_time()
    for rule in ("FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=999999999"):
        result = Series(start=date(1900, 1, 1), rules=(read_rule(rule, None),)).upto(date(2199, 12, 31))
        assert len(result.occasions) <= MOST
        assert result.cut is (rule != "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert process_time() - begun < 2
    latest = Series(start=date(1900, 1, 1), rules=(read_rule("FREQ=DAILY", None),)).upto(TODAY).occasions
    assert latest[-1].day == TODAY
    with pytest.raises(BadRule):
        read_rule("FREQ=SECONDLY", None)


def test_days_of_a_series_that_were_moved_or_cancelled() -> None:
    weekly = event(
        "SUMMARY:Weekly", "RRULE:FREQ=WEEKLY", start="DTSTART;TZID=America/New_York:20261026T200000"
    )
    # 20:00 in New York is the next day in UTC.
    moved = event("RECURRENCE-ID:20261103T010000Z", start="DTSTART;TZID=America/New_York:20261105T090000")
    cancelled = event(
        "RECURRENCE-ID;TZID=America/New_York:20261109T200000", "STATUS:CANCELLED",
        start="DTSTART;TZID=America/New_York:20261109T200000",
    )  # fmt: skip
    results = parsed(calendar(weekly, moved, cancelled))
    entries = [each for each in results if isinstance(each, OccasionEntry)]
    assert [days(each) for each in entries] == [["2026-10-26", "2026-11-16"], ["2026-11-05"]]
    assert entries[1].series.upto(TODAY).occasions[0].slot == date(2026, 11, 2)
    assert [each.why for each in results if isinstance(each, Problem)] == ["it was cancelled"]


def test_a_change_of_this_day_and_all_later_ones() -> None:
    weekly = event("RRULE:FREQ=WEEKLY", start="DTSTART:20261026T100000Z")
    later = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261109T100000Z", start="DTSTART:20261110T100000Z")
    entries = [each for each in parsed(calendar(weekly, later)) if isinstance(each, OccasionEntry)]
    assert [days(each) for each in entries] == [["2026-10-26", "2026-11-02"], ["2026-11-10", "2026-11-17"]]


def test_of_two_versions_the_higher_sequence_counts_wherever_it_stands() -> None:
    new, old = event("SEQUENCE:2", "SUMMARY:New"), event("SEQUENCE:1", "SUMMARY:Old")
    for text in (calendar(new) + calendar(old), calendar(old) + calendar(new), calendar(old, new)):
        results = parsed(text)
        assert [each.summary for each in results if isinstance(each, OccasionEntry)] == ["New"]
        (problem,) = (each for each in results if isinstance(each, Problem))
        assert (problem.what, problem.fate) == ("Old", "skipped")
        assert problem.why.startswith("a later version of it is on line ")


def test_a_cancellation_cancels_what_it_names_and_need_not_say_when_that_was() -> None:
    cancelled = calendar("METHOD:CANCEL", event("SEQUENCE:2", "DTSTAMP:20261101T000000Z", start=""))
    assert [fate for fate, _ in whys(calendar(event("SEQUENCE:1")) + cancelled)] == ["skipped", "skipped"]
    assert whys(calendar(event("STATUS:CANCELLED"))) == [("skipped", "it was cancelled")]
    assert whys(calendar("METHOD:REPLY", event())) == [
        ("skipped", "an answer to an invitation, not an entry")
    ]


def test_what_is_no_entry_with_a_time_is_counted_and_said() -> None:
    text = calendar(
        "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Task\r\nEND:VTODO",
        "BEGIN:VJOURNAL\r\nEND:VJOURNAL",
        "BEGIN:VFREEBUSY\r\nEND:VFREEBUSY",
        "BEGIN:VTIMEZONE\r\nTZID:\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE",
        event(start=""),
        event(start="DTSTART:gibberish"),
        event(start="DTSTART:16010101T000000"),
    )
    assert [(each.what, each.fate) for each in parsed(text) if isinstance(each, Problem)] == [
        ("Task", "skipped"), ("an entry without a summary", "skipped"), ("an entry without a summary", "skipped"),
        ("an entry without a summary", "skipped"), ("an entry without a summary", "failed"),
        ("an entry without a summary", "failed"),
    ]  # fmt: skip


def test_a_bare_entry_without_a_calendar_and_without_a_uid() -> None:
    (entry,) = parsed(event("SUMMARY:Alone", ANA, uid=""))
    (again,) = parsed(event("SUMMARY:Alone", ANA, uid=""))
    (other,) = parsed(event("SUMMARY:Other", ANA, uid=""))
    assert isinstance(entry, OccasionEntry)
    assert isinstance(other, OccasionEntry)
    assert entry == again
    assert entry.uid != other.uid


@pytest.mark.parametrize("keep", [1, 2, 5, 6])
def test_a_calendar_that_is_cut_off_is_not_read(keep: int) -> None:
    lines = calendar(event(ANA)).splitlines()
    with pytest.raises(CutOff):
        parsed("\r\n".join(lines[:keep]))
    with pytest.raises(CutOff):
        parsed("\r\n".join(lines[:keep]) + "\r\n" + calendar(event(ANA)))


def test_one_entry_that_is_not_ended_does_not_take_the_others_with_it() -> None:
    broken = event("SUMMARY:Broken").removesuffix("\r\nEND:VEVENT")
    results = parsed(calendar(event(uid="0"), broken, event(uid="2")))
    assert [type(each).__name__ for each in results] == ["Problem", "OccasionEntry", "OccasionEntry"]
    assert [(each.what, each.fate) for each in results if isinstance(each, Problem)] == [("Broken", "failed")]


def test_an_empty_calendar_is_one_and_a_text_without_any_is_none() -> None:
    assert parsed("\ufeffBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == []
    for text in ("Name,Email\n", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:X\n" * 500):
        with pytest.raises((NotThisFormat, CutOff)):
            parsed(text)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("BEGIN:VCALENDAR\r\n", True), ("\ufeffBEGIN:VCALENDAR\n", True), ("\n\nbegin:vcalendar\n", True),
        ("BEGIN:VEVENT\n", True), ("BEGIN:VCARD\n", False), ("Name\nBEGIN:VCALENDAR,x\n", False), ("", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_calendar(head: str, is_one: bool) -> None:
    assert ical.detect(head) is is_one


# --- what we write -----------------------------------------------------------------------------------------------

TEXTS = st.text(max_size=120).map(lambda text: text.encode("utf-8", "ignore").decode())
WRITTEN = st.builds(
    Days,
    uid=st.uuids().map(str),
    stamp=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    first=st.just(date(2026, 11, 2)),
    last=st.dates(date(2026, 11, 2), date(2027, 1, 1)),
    summary=TEXTS,
    description=st.none() | TEXTS,
    place=st.none() | TEXTS,
)


def _seen(text: str | None) -> str:
    """A text as it can come back: line ends made one, control characters gone, no white space around it."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each in "\t\n" or (each >= " " and each != "\x7f")).strip()


@settings(max_examples=50)
@given(st.lists(WRITTEN, max_size=4))
def test_what_is_written_reads_back_the_same(entries: list[Days]) -> None:
    text = "".join(dump("my; calendar", entries))
    raw = text.encode()
    assert raw.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    (read,) = components(Decoder(raw, "utf-8"))
    assert [
        (part.text("UID"), part.text("SUMMARY"), part.text("DESCRIPTION"), part.text("LOCATION"))
        for part in read.inner
    ] == [
        (each.uid, _seen(each.summary), _seen(each.description), _seen(each.place)) for each in entries
    ]  # fmt: skip


def test_a_hostile_text_stays_a_text() -> None:
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:PROCEDURE"
    entry = Days(uid="1", stamp=TODAY, first=TODAY, last=TODAY, summary=evil)
    assert "\r\nBEGIN:VALARM" not in "".join(dump("n", [entry]))


# --- fuzz --------------------------------------------------------------------------------------------------------

SEED = calendar(
    "X-WR-TIMEZONE:Europe/Berlin",
    event("SUMMARY:Lunch", ANA, "RRULE:FREQ=WEEKLY;BYDAY=MO", "EXDATE:20261109T100000Z", "DTEND:20261102T110000Z"),
    event("RECURRENCE-ID:20261116T100000Z", 'ORGANIZER;CN="B, C":MAILTO:b@example.org', "SEQUENCE:1"),
)  # fmt: skip
BITS = [
    "RRULE:FREQ=SECONDLY\r\n", "RRULE:FREQ=DAILY;INTERVAL=999999999\r\n", '"', ":", ";", "\\", "^n", "\r\n ", "\r\n",
    "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "DTSTART:99999999T999999Z\r\n", "DTSTART:21991231\r\n", "-", "9",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261109\r\n", "DURATION:P99999999W\r\n", "TZID=Europe", "\x1b", "\u202e",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_mutated_calendar_raises_anything_of_its_own_or_takes_long(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        text = SEED
        for _ in range(chance.randint(1, 10)):
            place = chance.randrange(len(text) + 1)
            cut = chance.choice((0, 0, 1, 20))
            text = text[:place] + chance.choice((*BITS, "")) + text[place + cut :]
        begun = process_time()
        try:
            for entry in ical.parse(text_file(text.encode())):
                if isinstance(entry, OccasionEntry):
                    entry.series.upto(TODAY)
        except NetbookError:
            pass
        assert process_time() - begun < 1


def test_a_line_of_a_hundred_kilobytes_is_read_at_once() -> None:
    begun = process_time()
    for text in ('"' * 100_000, ";A=" * 30_000, "a." * 50_000, '"a",' * 25_000):
        parts_of(f"ATTENDEE;CN={text}:mailto:a@example.org")
        assert only(f"LOCATION:{text}", f"DESCRIPTION:{text}")
    assert process_time() - begun < 3
