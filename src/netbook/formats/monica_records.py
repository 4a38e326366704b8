"""Monica's records of a contact: notes, calls, conversations, reminders, tasks and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from netbook.core.cadence import Unit, shifted
from netbook.core.names import BadName
from netbook.core.vocabulary import DEFAULT_ABOUT
from netbook.formats.activity_kinds import UNSAID, kind_of_activity
from netbook.formats.monica_json import (
    Data,
    MonicaExport,
    Record,
    day,
    joined_words,
    line,
    link,
    part,
    special_date,
    words,
)
from netbook.formats.records import Entry, FollowupEntry, MeetingEntry, NoteEntry, Parsed, Problem, excerpt

# Monica's own types of activity, by their keys; what their owner adds has a name instead.
_KIND_OF_TYPE = {
    "just_hung_out": "meeting",
    "watched_movie_at_home": "visit",
    "talked_at_home": "visit",
    "did_sport_activities_together": "activity",
    "played_a_sport_together": "activity",
    "ate_at_his_place": "dinner",
    "ate_at_her_place": "dinner",
    "ate_at_their_place": "dinner",
    "ate_at_home": "dinner",
    "ate_restaurant": "dinner",
    "went_bar": "drinks",
    "picnicked": "lunch",
    "went_theater": "activity",
    "went_concert": "activity",
    "went_play": "activity",
    "went_museum": "activity",
}
_ABOUT_OF_CATEGORY = {"work_education": "work", "family_relationships": "family"}
_UNITS = {"day": "d", "week": "w", "month": "m", "year": "y"}
_GIFTS = {"idea": "gift idea", "offered": "gift given", "received": "gift received"}


class Skipped(Exception):
    """A record that is left out, and why."""


class Parts:
    """Turns the records of one contact into entries."""

    def __init__(self, export: MonicaExport) -> None:
        self._export = export
        self._life_events = export.types("life_event_types")
        self._life_event_categories = export.types("life_event_categories")
        self._fields = export.types("contact_field_types")
        self._activities = export.types("activity_types")
        self._read: dict[str, Callable[[Record, Record], Entry]] = {
            "note": self._note,
            "call": self._call,
            "conversation": self._conversation,
            "reminder": self._reminder,
            "task": self._task,
            "gift": self._gift,
            "debt": self._debt,
            "pet": self._pet,
            "life_event": self._life_event,
        }

    def read(self, record: Record, contact: Record, name: str) -> Parsed:
        """The entry of a record, or the reason why it is left out."""
        if record.kind in ("photo", "document"):
            yield Problem(record.line, what(record, name), "a file; a journal keeps only text", "skipped")
        elif read := self._read.get(record.kind):
            yield from attempted(record, name, lambda: read(record, contact))
            if record.kind == "reminder" and (every := _repeats(record.data)):
                yield from self._taken_once(record, contact, name, every)
        else:
            why = f"netbook has no place for Monica's {excerpt(record.kind.replace('_', ' '))}"
            yield Problem(record.line, what(record, name), why, "skipped")

    def activity(self, record: Record, people: tuple[str, ...]) -> MeetingEntry:
        """What was done with some people."""
        data = record.data
        if not people:
            raise Skipped("no contact in the file attended it")
        summary = joined_words(words(data, "summary"), words(data, "description"))
        type_ = self._activities.get(link(data, "type") or "") or part(data, "type")
        kind = _KIND_OF_TYPE.get(words(type_, "translation_key") or "")
        if kind is None and (named := words(type_, "name")):
            kind = kind_of_activity(named, [])
        kind = kind_of_activity(summary, [kind] if kind and kind != UNSAID else [])
        on = _dated(day(data, "happened_at") or day(data, "date_it_happened") or record.made_on)
        return MeetingEntry(
            line=record.line, uid=record.uuid, date=on, kind=kind, people=people, place=None, summary=summary
        )

    def _noted(
        self, record: Record, contact: Record, text: str, about: str = DEFAULT_ABOUT, on: date | None = None
    ) -> NoteEntry:
        if not text:
            raise Skipped("it says nothing")
        return NoteEntry(record.line, record.uuid, _dated(on or record.made_on), about, (contact.uuid,), text)

    def _note(self, record: Record, contact: Record) -> Entry:
        return self._noted(record, contact, words(record.data, "body") or "")

    def _call(self, record: Record, contact: Record) -> Entry:
        data = record.data
        on = _dated(day(data, "called_at") or record.made_on)
        emotions = data.get("emotions")
        named = [each for each in emotions if isinstance(each, str)] if isinstance(emotions, list) else []
        felt = words({"emotions": ", ".join(dict.fromkeys(named))}, "emotions")
        summary = joined_words(words(data, "content"), f"felt: {felt}" if felt else None)
        return MeetingEntry(
            line=record.line,
            uid=record.uuid,
            date=on,
            kind="call",
            people=(contact.uuid,),
            place=None,
            summary=summary,
        )

    def _conversation(self, record: Record, contact: Record) -> Entry:
        data = record.data
        listed = data.get("messages")
        lines = []
        for message in self._export.records("message", listed if isinstance(listed, list) else []):
            if text := words(message.data, "content"):
                lines.append(f"{'I' if message.data.get('written_by_me') is True else 'they'}: {text}")
        field = self._fields.get(link(data, "contact_field_type") or "", {})
        kind = "email" if words(field, "type") == "email" else "message"
        on = _dated(day(data, "happened_at") or record.made_on)
        return MeetingEntry(
            line=record.line,
            uid=record.uuid,
            date=on,
            kind=kind,
            people=(contact.uuid,),
            place=None,
            summary="\n".join(lines),
        )

    def _reminder(self, record: Record, contact: Record) -> Entry:
        data = record.data
        due = day(data, "initial_date")
        if data.get("inactive") is True:
            raise Skipped("it is switched off in Monica")
        if _repeats(data) == "year":
            for key, day_ in (("birthdate", "birthday"), ("deceased_date", "day of death")):
                cleaned = day(special_date(contact.data, key), "date")
                if due and cleaned and (due.month, due.day) == (cleaned.month, cleaned.day):
                    raise Skipped(f"a reminder of the {day_} every year; the journal has the day itself")
        return self._to_do(record, contact, self._next(data, due))

    def _task(self, record: Record, contact: Record) -> Entry:
        if record.data.get("completed") is True:
            raise Skipped("done already")
        return self._to_do(record, contact, None)

    def _to_do(self, record: Record, contact: Record, due: date | None) -> FollowupEntry:
        text = joined_words(words(record.data, "title"), words(record.data, "description"), by=": ")
        if not text:
            raise Skipped("it says nothing")
        on = _dated(record.made_on)
        return FollowupEntry(
            line=record.line,
            uid=record.uuid,
            person=contact.uuid,
            whose="mine",
            text=text,
            promised_on=on,
            due_on=due,
        )

    def _next(self, data: Data, first: date | None) -> date | None:
        """The first day of a reminder that was still to come when the file was written."""
        every, number = _repeats(data), data.get("frequency_number")
        now = self._export.made_on
        if not every or first is None or now is None or first >= now:
            return first
        step = number if isinstance(number, int) and 0 < number <= 1_000 else 1
        unit = cast("Unit", _UNITS[every])
        # A step at a time would take long over daily reminders of 1900; from near the end it is a few.
        days = {"d": 1, "w": 7, "m": 31, "y": 366}[unit] * step
        times = (now - first).days // days
        while (due := shifted(first, times * step, unit)) < now:
            times += 1
        return due

    def _taken_once(self, record: Record, contact: Record, name: str, every: str) -> Iterator[Problem]:
        try:
            entry = self._reminder(record, contact)
        except (Skipped, BadName):
            return
        due = cast("FollowupEntry", entry).due_on
        why = f"it repeats every {every} in Monica; taken once, for {due.isoformat() if due else 'no day'}"
        yield Problem(record.line, what(record, name), why, "warned")

    def _gift(self, record: Record, contact: Record) -> Entry:
        data = record.data
        status = _GIFTS.get(words(data, "status") or "", "gift")
        price = joined_words(words(data, "amount"), words(data, "value"), by=" ")
        details = joined_words(words(data, "comment"), price, words(data, "url"), by=", ")
        name = words(data, "name") or details
        text = f"{status}: {name}" + (f" ({details})" if details and details != name else "") if name else ""
        return self._noted(record, contact, text, on=day(data, "date"))

    def _debt(self, record: Record, contact: Record) -> Entry:
        data = record.data
        owed = joined_words(words(data, "amount"), _currency(data), by=" ")
        if not owed:
            raise Skipped("it has no amount")
        whose = "you owe them" if data.get("in_debt") in (True, "yes") else "they owe you"
        state = " (settled)" if words(data, "status") in ("complete", "completed") else ""
        reason = words(data, "reason")
        return self._noted(record, contact, f"{whose} {owed}{state}" + (f": {reason}" if reason else ""))

    def _pet(self, record: Record, contact: Record) -> Entry:
        category = line(record.data, "category")
        name = line(record.data, "name")
        text = joined_words(name, f"({category})" if name and category else category, by=" ")
        return self._noted(record, contact, f"pet: {text}" if text else "", "family")

    def _life_event(self, record: Record, contact: Record) -> Entry:
        data = record.data
        type_ = self._life_events.get(link(data, "type") or "", {})
        category = self._life_event_categories.get(link(type_, "category") or "", {})
        about = _ABOUT_OF_CATEGORY.get(words(category, "translation_key") or "", DEFAULT_ABOUT)
        key = words(type_, "name") or (words(type_, "translation_key") or "").replace("_", " ")
        text = joined_words(key, words(data, "name"), words(data, "note"), by=": ")
        return self._noted(record, contact, text, about, day(data, "happened_at"))


def attempted(record: Record, name: str, read: Callable[[], Entry]) -> Parsed:
    """The entry that is read, or the problem in its place."""
    try:
        yield read()
    except Skipped as why:
        yield Problem(record.line, what(record, name), str(why), "skipped")
    except BadName as error:
        yield Problem(record.line, what(record, name), str(error), "failed")


def what(record: Record, name: str) -> str:
    """A record as a problem names it: whose, and what it begins with."""
    data = record.data
    values = (data.get(key) for key in ("title", "summary", "body", "name", "content", "original_filename"))
    text = next((value for value in values if isinstance(value, str) and value.strip()), "")
    kind = record.kind.replace("_", " ")
    return excerpt(f"{name}, {kind}: {text}" if name and text else f"{name or text}, {kind}".lstrip(", "))


def _dated(on: date | None) -> date:
    if on is None:
        raise BadName("it", "has no date, and neither has the export")
    return on


def _repeats(data: Data) -> str | None:
    every = data.get("frequency_type")
    return every if isinstance(every, str) and every in _UNITS else None


def _currency(data: Data) -> str | None:
    return words(part(data, "currency"), "iso") or words(data, "currency")
