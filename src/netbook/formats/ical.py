"""iCalendar, the calendars of Google, Outlook, Apple, Nextcloud and most others (RFC 5545), and vCalendar 1.0.

Every VEVENT is a record, and so is what else is in a calendar by itself. Several calendars in one text are
read as one, and so are entries outside of any. Of entries with the same UID (section 3.8.4.7) the one with the
higher SEQUENCE counts (section 3.8.7.4), then the one of the later DTSTAMP, then the one that comes later. One
with a RECURRENCE-ID (section 3.8.4.4) stands for that day of its series, or for all from then on
(RANGE=THISANDFUTURE, section 3.2.13), unless a later version of the series takes that day out of it (EXDATE). What
was cancelled never counts (METHOD:CANCEL, RFC 5546, section 3.2.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import islice

from netbook.core.names import LONGEST_NAME, clean
from netbook.core.text import LONGEST_TEXT, clip
from netbook.core.titles import is_birthday
from netbook.errors.imports import NotThisFormat
from netbook.formats.content_lines import Decoder
from netbook.formats.ical_kinds import is_link, kind_of_entry, was_cancelled
from netbook.formats.ical_lines import CALENDAR, EVENT, WHAT, Component, ICalLine, components
from netbook.formats.ical_people import owners, party_of
from netbook.formats.ical_times import Moment, minutes_between, minutes_of, moment_of, moments_of
from netbook.formats.ical_zones import Zones
from netbook.formats.records import OccasionEntry, Parsed, Problem, excerpt, uid_from
from netbook.formats.recurrence import BadRule, Rule, Series, read_rule
from netbook.formats.textfile import TextFile
from netbook.formats.vcal_rules import as_ical

NAME = "calendar"
BEGIN_WITHIN = 100
DAY_MINUTES = 24 * 60

_BEGINNINGS = (f"BEGIN:{CALENDAR}", f"BEGIN:{EVENT}")
_OTHERS = {
    "VTODO": "a task, not an entry with a time",
    "VJOURNAL": "a journal entry, which has no attendees to meet",
    "VFREEBUSY": "it says only who was busy",
}
# Also as programs write it, and what vCalendar 1.0 says of an entry that the owner declined.
_GONE = ("CANCELLED", "CANCELED", "DECLINED")
_ALL_DAY = (
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
    "X-FUNAMBOL-ALLDAY",
    "X-ALLDAY",
)
_BIRTHDAYS = ("BIRTHDAY", "ANNIVERSARY")
_NO_INVITATION = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")


def detect(head: str) -> bool:
    """Whether a calendar or an entry of one begins in the first lines."""
    lines = (line.strip("\ufeff \t\r").upper() for line in islice(head.splitlines(), BEGIN_WITHIN))
    return any(line in _BEGINNINGS for line in lines)


def parse(source: TextFile) -> Parsed:
    """The entries; CutOff for a text that ends too early, NotThisFormat for one without any calendar."""
    decoder = Decoder(source.data, source.encoding)
    parts = components(decoder)
    calendars = [part for part in parts if part.name == CALENDAR]
    loose = Component(CALENDAR, 0, inner=[part for part in parts if part.name != CALENDAR])
    if not calendars and not any(part.name in (EVENT, *_OTHERS) for part in loose.inner):
        raise NotThisFormat(WHAT, 'no line says "BEGIN:VCALENDAR"')
    drafts: list[_Draft] = []
    for calendar in (*calendars, loose):
        yield from _drafted(calendar, drafts)
    yield from _entries(drafts)
    if decoder.guesses:
        yield decoder.problem()


@dataclass(slots=True)
class _Draft:
    """An entry with its own properties, before the others of its series are known."""

    part: Component
    owners: tuple[str, ...]
    zones: Zones
    start: Moment
    uid: str
    slot: Moment | None
    cancelled: bool
    without: set[date] = field(default_factory=set)
    since: date | None = None
    until: date | None = None
    moved: int = 0
    master: _Draft | None = None

    @property
    def place(self) -> tuple[str, date | None]:
        """The series, or the day of a series, that it describes."""
        return self.uid, self.slot.day if self.slot else None

    @property
    def age(self) -> tuple[int, str]:
        """What makes one of two the later version."""
        return self.sequence, self.part.text("DTSTAMP")

    @property
    def sequence(self) -> int:
        """How often it was changed in a way that matters (section 3.8.7.4)."""
        until = self.part.text("SEQUENCE")
        return int(until) if until.isascii() and until.isdigit() and len(until) < 10 else 0

    def moments(self, name: str) -> Iterator[Moment]:
        """The days and times of the properties of a name, in the zone of the entry."""
        for line in self.part.every(name):
            for moment in moments_of(line, self.zones, self.start.zone):
                yield moment.within(self.start.zone)

    @property
    def taken_out(self) -> bool:
        """Whether it is one day of a series of which a later version does not have that day."""
        master = self.master
        if master is None or self.slot is None or master.sequence <= self.sequence:
            return False
        return self.slot.within(master.start.zone).day in {moment.day for moment in master.moments("EXDATE")}

    @property
    def what(self) -> str:
        return _what(self.part)

    def problem(self, why: str, *, failed: bool = False) -> Problem:
        return Problem(self.part.number, self.what, why, "failed" if failed else "skipped")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What a calendar says of all its entries."""

    zones: Zones
    owners: tuple[str, ...]
    cancels: bool


def _drafted(calendar: Component, drafts: list[_Draft]) -> Iterator[Problem]:
    """Add the entries of a calendar that have a day to the drafts; what has none is a problem."""
    zones = Zones(calendar)
    method = calendar.text("METHOD").upper()
    whose = tuple(owners(calendar))
    for part in calendar.inner:
        if part.name == "VTIMEZONE":
            continue
        if part.name != EVENT:
            why = _OTHERS.get(part.name, "not an entry of a calendar")
            yield Problem(part.number, _what(part), why, "skipped")
        elif not part.ended:
            yield Problem(part.number, _what(part), "it has no END:VEVENT", "failed")
        elif method in _NO_INVITATION:
            yield Problem(part.number, _what(part), "an answer to an invitation, not an entry", "skipped")
        else:
            yield from _dated(part, _Calendar(zones, whose, method == "CANCEL"), drafts)


def _dated(part: Component, calendar: _Calendar, drafts: list[_Draft]) -> Iterator[Problem]:
    """Add an entry to the drafts, or report why it has no day."""
    cancelled = calendar.cancels or part.text("STATUS").upper() in _GONE or was_cancelled(part)
    # What cancels an entry need not say when that was (RFC 5546, section 3.2.5).
    line = part.first("DTSTART") or (part.first("DTSTAMP") if cancelled else None)
    if line is None:
        yield Problem(part.number, _what(part), "it has no DTSTART, so no day", "skipped")
    elif (start := moment_of(line, calendar.zones)) is None:
        why = f"its day cannot be read: {excerpt(line.value)}"
        yield Problem(part.number, _what(part), why, "failed")
    else:
        if any(part.text(name).upper() in ("TRUE", "1") for name in _ALL_DAY):
            start = start._replace(zone=None)
        uid = part.text("UID") or uid_from(NAME, part.text("SUMMARY"), start.local.isoformat(), _who(part))
        of = part.first("RECURRENCE-ID")
        slot = moment_of(of, calendar.zones, start.zone) if of else None
        slot = slot.within(start.zone) if slot else None
        drafts.append(
            _Draft(
                part=part,
                owners=calendar.owners,
                zones=calendar.zones,
                start=start,
                uid=uid,
                slot=slot,
                cancelled=cancelled,
            )
        )


def _who(part: Component) -> str:
    return " ".join(sorted(line.value for line in part.every("ORGANIZER", "ATTENDEE")))


def _what(part: Component) -> str:
    return excerpt(clean(part.text("SUMMARY"))) if part.text("SUMMARY") else "an entry without a summary"


def _entries(drafts: list[_Draft]) -> Parsed:
    """The valid entries, in the order of the file, without the days that other entries replace."""
    latest: dict[tuple[str, date | None], _Draft] = {}
    for draft in drafts:
        previous = latest.get(draft.place)
        if previous is None or draft.age >= previous.age:
            latest[draft.place] = draft
    _link(latest.values())
    for draft in drafts:
        stands = latest[draft.place]
        if stands is not draft:
            yield draft.problem(f"a later version of it is on line {stands.part.number:,}")
        elif draft.cancelled or (draft.master and draft.master.cancelled and draft.age <= draft.master.age):
            yield draft.problem("it was cancelled")
        elif draft.taken_out:
            yield draft.problem("a later version of its series has no such day")
        else:
            yield from _entry(draft)


def _link(drafts: Iterable[_Draft]) -> None:
    """Take the days that stand as entries of their own out of their series."""
    drafts = list(drafts)
    series = {draft.uid: draft for draft in drafts if draft.slot is None}
    for draft in sorted(drafts, key=lambda draft: draft.slot.day if draft.slot else date.min):
        master = series.get(draft.uid)
        if draft.slot is None or master is None:
            continue
        draft.master = master
        slot = draft.slot.within(master.start.zone).day
        line = draft.part.first("RECURRENCE-ID")
        if line and line.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
            for other in drafts:
                if other.uid == draft.uid and (other is master or other.since) and other.until is None:
                    other.until = slot
            draft.since, draft.moved = slot, (draft.start.day - slot).days
        else:
            master.without.add(slot)
    for draft in drafts:
        if draft.since and draft.master:
            draft.without |= draft.master.without


def _entry(draft: _Draft) -> Parsed:
    part = draft.part
    broken: BadRule | None = None
    try:
        series = _series(draft)
    except BadRule as error:
        if error.fine:
            yield draft.problem(str(error))
            return
        broken, series = error, _series(draft, without_rules=True)
    party = party_of(part)
    if not party.attendees and (is_birthday(part.text("SUMMARY")) or _is_birthday(part)):
        yield draft.problem("a birthday, not a meeting")
        return
    if broken:
        yield Problem(part.number, draft.what, f"{broken}; only its first day is taken", "warned")
    place, summary = clean(part.text("LOCATION").replace("\n", ", ")), clean(part.text("SUMMARY"))
    minutes, backward = _minutes(draft)
    yield OccasionEntry(
        line=part.number,
        uid=uid_from(NAME, draft.uid),
        series=series,
        kind=kind_of_entry(part),
        attendees=party.attendees,
        place=None if not place or is_link(place) else clip(place, LONGEST_NAME),
        summary=clip(summary, LONGEST_TEXT),
        minutes=minutes,
        declined=party.declined,
        owners=draft.owners,
        at=None if draft.start.all_day else f"{draft.start.local:%H:%M}",
        sequence=draft.sequence,
    )
    if backward:
        why = "it ends before it begins; its length is left empty"
        yield Problem(part.number, draft.what, why, "warned")


def _is_birthday(part: Component) -> bool:
    """Whether a program says that it made the entry of somebody's birthday."""
    return any(
        word.strip().upper() in _BIRTHDAYS
        for line in part.every("CATEGORIES")
        for word in line.text().split(",")
    ) or any(
        line.name.startswith("X-GOOGLE-CALENDAR-CONTENT") and "birthday" in line.value for line in part.lines
    )


def _series(draft: _Draft, *, without_rules: bool = False) -> Series:
    """The days of an entry; of one that changes a series from some day on, the days of that series."""
    if draft.slot is not None and not (draft.since and draft.master):
        # One day of a series, wherever it was moved to.
        slot = draft.slot.within(draft.master.start.zone).day if draft.master else draft.slot.day
        return Series(start=slot, moved=(draft.start.day - slot).days, slot_of=True)
    of = draft.master if draft.since and draft.master else draft
    without = {moment.day for moment in of.moments("EXDATE")}
    more = (moment.day for moment in of.moments("RDATE"))
    return Series(
        start=of.start.day,
        rules=() if without_rules else tuple(_rules(of, "RRULE")),
        but_rules=() if without_rules else tuple(_rules(of, "EXRULE")),
        more=frozenset(more),
        without=frozenset(without | draft.without),
        since=draft.since,
        until=draft.until,
        moved=draft.moved,
    )


def _rules(draft: _Draft, name: str) -> Iterator[Rule]:
    """The rules of an entry; an empty one does not count."""
    for line in draft.part.every(name):
        if text := line.value.removeprefix("RRULE:").strip(' ;"'):
            yield _rule(draft, replace(line, value=as_ical(text.replace("\\", ""))))


def _rule(draft: _Draft, line: ICalLine) -> Rule:
    parts = (part.partition("=") for part in line.value.upper().split(";"))
    text = next((value.strip() for name, _, value in parts if name.strip() == "UNTIL"), "")
    if not text:
        return read_rule(line.value, None)
    until = moment_of(ICalLine(line.name, {}, text), draft.zones, draft.start.zone)
    if until is None:
        raise BadRule("its rule has an UNTIL that cannot be read")
    until = until.within(draft.start.zone)
    timed = not (until.all_day or draft.start.all_day)
    early = timed and until.local.time() < draft.start.local.time()
    return read_rule(line.value, until.day - timedelta(days=early))


def _minutes(draft: _Draft) -> tuple[int | None, bool]:
    """How long it took, where that is less than a day, and whether it ends before it begins."""
    line = draft.part.first("DTEND")
    if draft.start.all_day:
        return None, False
    if line is None:
        took = minutes_of(draft.part.text("DURATION"))
    else:
        end = moment_of(line, draft.zones)
        took = minutes_between(draft.start, end) if end and not end.all_day else None
    at_midnight = draft.start.local.time() == time.min
    if not took or took > DAY_MINUTES or (took == DAY_MINUTES and at_midnight):
        return None, False
    return (None, True) if took < 0 else (took, False)
