"""Change or remove any record by its reference."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from netbook.actions.record_values import value_of
from netbook.core.events import EventRow
from netbook.core.names import fold
from netbook.core.record_fields import ALIASES, FIELDS, REOPENED, RecordField
from netbook.core.records import Hanging, RecordPerson
from netbook.core.refs import Ref, ref
from netbook.core.tables import TABLES
from netbook.core.text import counted, quoted, visible
from netbook.core.ties import other_end, tie_word
from netbook.errors.meetings import EditionsOverlap, EndsBeforeItBegins
from netbook.errors.records import (
    AlreadyOpen,
    CannotBeCleared,
    MeetingsMoveToo,
    NobodyLeft,
    NoSuchRecord,
    NotOfThisRecord,
    NotThere,
    PlanMovedToPast,
    TheSameRecord,
)
from netbook.store import write, write_records
from netbook.store.read import events, records
from netbook.store.read.who import find

Row = dict[str, Any]
Meetings = Literal["move", "keep"] | None


class RecordWords(NamedTuple):
    """The options of `edit` for a record: new values, fields to clear, people to add or remove."""

    given: Mapping[str, str] = {}
    cleared: Collection[str] = ()
    add: Sequence[str] = ()
    take: Sequence[str] = ()
    reopen: bool = False
    new_edition: bool = False
    # What becomes of the meetings of an event that is moved.
    meetings: Meetings = None


class RecordChange(NamedTuple):
    """A changed field of a record, before and after."""

    what: str
    before: str | int | None
    after: str | int | None


class RecordEdited(NamedTuple):
    """A record that was changed, its changes, and how many meetings moved with it."""

    ref: str
    kind: str
    text: str | None
    changes: tuple[RecordChange, ...]
    moved: int
    left: str | None


class RecordRemoved(NamedTuple):
    """A removed record: its text, its people, what was removed with it, and what stays."""

    ref: str
    kind: str
    text: str | None
    people: tuple[str, ...]
    went: tuple[Hanging, ...]
    stays: tuple[Hanging, ...]


def existing(db: sqlite3.Connection, record: Ref) -> Row:
    """The columns of a record; raises NoSuchRecord."""
    own = records.row(db, record)
    if own is None:
        raise NoSuchRecord(called(record.table), str(record))
    return own


def called(table: str) -> str:
    """What a record of this table is called."""
    names = TABLES[table].called
    return names[0] if names else table


def remove(db: sqlite3.Connection, record: Ref) -> RecordRemoved:
    """Remove a record; raises NoSuchRecord."""
    removed = removal(db, record)
    write_records.remove(db, record.table, record.id)
    return removed


def removal(db: sqlite3.Connection, record: Ref) -> RecordRemoved:
    """What would be removed with a record, and what would stay; raises NoSuchRecord."""
    own = existing(db, record)
    hanging = [
        each for each in records.hanging(db, record.table, record.id)
        if each.table != records.WITH.get(record.table)
    ]  # fmt: skip
    return RecordRemoved(
        str(record), called(record.table), _text(db, record), _names(records.people(db, record, own)),
        tuple(each for each in hanging if each.goes), tuple(each for each in hanging if not each.goes),
    )  # fmt: skip


def edit(db: sqlite3.Connection, today: date, record: Ref, line: RecordWords) -> RecordEdited:
    """Change a record; raises NoSuchRecord, NotOfThisRecord, CannotBeCleared and what each field's text can."""
    return _Edit(db, today, record, existing(db, record)).carry_out(line)


class _Edit:
    """One record while it is being changed."""

    def __init__(self, db: sqlite3.Connection, today: date, record: Ref, own: Row) -> None:
        self.db, self.today, self.record, self.own = db, today, record, own
        self.fields = {field.option: field for field in FIELDS[record.table]}
        self.new: dict[str, write.Value] = {}
        self.moved = 0
        self.left: str | None = None

    def carry_out(self, line: RecordWords) -> RecordEdited:
        """Read the new values, write them, and return what changed."""
        before = _values(self.db, self.record, self.own)
        self._understand(line)
        if line.reopen:
            self._reopen()
        self._bound()
        match self.record.table:
            case "meeting":
                self._move_meeting()
            case "event":
                self._move_event(line)
            case "plan":
                self._check_plan()
            case "tie" if "word" in self.new:
                word = tie_word(str(self.new["word"]))
                self.new = {"back": other_end(word)} | self.new | {"word": word}
        self._refuse_the_same()
        write_records.change(self.db, self.record.table, self.record.id, self.new)
        self._people(line.add, line.take)
        after = _values(self.db, self.record, existing(self.db, self.record))
        changes = tuple(
            RecordChange(what, before[what], after[what]) for what in before if before[what] != after[what]
        )
        return RecordEdited(
            str(self.record),
            called(self.record.table),
            _text(self.db, self.record),
            changes,
            self.moved,
            self.left,
        )

    def _field(self, option: str) -> RecordField:
        field = self.fields.get(ALIASES.get((self.record.table, option), option))
        if field is None or field.takes == "people":
            takes = [f"--{each.option}" for each in self.fields.values()]
            raise NotOfThisRecord(f"--{option}", called(self.record.table), str(self.record), takes)
        return field

    def _understand(self, line: RecordWords) -> None:
        days = [option for option in line.given if self._field(option).option == "on"]
        for option in sorted(line.given, key=lambda option: option not in days):
            field = self._field(option)
            day = self.new.get(self._day_column(), self.own.get(self._day_column()))
            on = day if isinstance(day, date) else date.fromisoformat(str(day)) if day else self.today
            self.new[field.column] = value_of(
                self.db, self.today, field, line.given[option], on, another=line.new_edition
            )
        for option in line.cleared:
            field = self._field(option)
            if field.needed:
                raise CannotBeCleared(field.option, called(self.record.table))
            self.new[field.column] = None

    def _day_column(self) -> str:
        return self.fields["on"].column if "on" in self.fields else ""

    def _reopen(self) -> None:
        opened = REOPENED.get(self.record.table)
        if opened is None:
            takes = [f"--{each.option}" for each in self.fields.values()]
            raise NotOfThisRecord("--reopen", called(self.record.table), str(self.record), takes)
        if all(self.own[column] == value for column, value in opened.items()):
            raise AlreadyOpen(str(self.record))
        self.new = opened | self.new

    def _bound(self) -> None:
        """Keep columns together that are only valid together: thanks have a day, and without it there are none."""
        if self.record.table != "favor":
            return
        if self.new.get("thanked_on", self.own["thanked_on"]) is None:
            told = self.new.get("thanked_how") or self.new.get("thanks")
            self.new |= {"thanked_on": self.today} if told else {"thanked_how": None, "thanks": None}

    def _move_meeting(self) -> None:
        """Move what was recorded with a meeting on its day; its event becomes the edition of the new day."""
        day = self.new.get("date")
        if not isinstance(day, date) or day.isoformat() == self.own["date"]:
            return
        write_records.move_along(self.db, self.record.id, self.own["date"], day)
        if "event_id" in self.new or self.own["event_id"] is None:
            return
        event = events.event(self.db, self.own["event_id"])
        if not event.starts_on <= day <= event.ends_on:
            edition = events.edition_on(self.db, event.key, day)
            self.new["event_id"] = edition.id if edition else None
            self.left = None if edition else event.name

    def _move_event(self, line: RecordWords) -> None:
        """Move an event's last day with its first; its meetings move or stay, as the options say."""
        event = events.event(self.db, self.record.id)
        first = self.new.get("starts_on", event.starts_on)
        assert isinstance(first, date)
        by = first - event.starts_on
        last = self.new.get("ends_on", event.ends_on + by)
        assert isinstance(last, date)
        if last < first:
            raise EndsBeforeItBegins(last.isoformat(), first.isoformat())
        self.new["ends_on"] = last
        self._refuse_overlap(event, first, last)
        meetings, *_ = events.meetings_at(self.db, event.id)
        if not by or not meetings:
            return
        if line.meetings is None:
            verb = "is" if meetings == 1 else "are"
            raise MeetingsMoveToo(f"{counted(meetings, 'meeting')} {verb}", str(self.record))
        if line.meetings == "move":
            self.moved = self._move_meetings(event.id, by)

    def _refuse_overlap(self, event: EventRow, first: date, last: date) -> None:
        key = fold(str(self.new.get("name", event.name)))
        others = [row for row in events.overlapping(self.db, key, first, last) if row.id != event.id]
        if others:
            raise EditionsOverlap(quoted(others[0].name), [row.starts_on.isoformat() for row in others])

    def _move_meetings(self, event_id: int, by: timedelta) -> int:
        rows = write_records.meetings_of(self.db, event_id)
        for number, day in rows:
            moved = min(date.fromisoformat(day) + by, self.today)
            write_records.move_along(self.db, number, day, moved)
            write.change(self.db, "meeting", number, {"date": moved})
        return len(rows)

    def _check_plan(self) -> None:
        day = self.new.get("date")
        if isinstance(day, date) and day < self.today:
            raise PlanMovedToPast(day.isoformat())

    def _refuse_the_same(self) -> None:
        """Refuse a change that would make two records of something that may exist only once."""
        keys = {"commonality": ("person_id", "topic_id"), "interest": ("person_id", "topic_id")}
        columns = keys.get(self.record.table)
        if columns is None:
            return
        values = [self.new.get(column, self.own[column]) for column in columns]
        other = write_records.with_values(self.db, self.record.table, columns, values)
        if other is not None and other != self.record.id:
            raise TheSameRecord(str(self.record), ref(self.record.table, other))

    def _people(self, add: Sequence[str], take: Sequence[str]) -> None:
        if not add and not take:
            return
        if self.record.table not in records.WITH:
            takes = [f"--{each.option}" for each in self.fields.values()]
            raise NotOfThisRecord(
                "--with" if add else "--without", called(self.record.table), str(self.record), takes
            )
        existing = {person.id for person in records.people(self.db, self.record, self.own)}
        for text in add:
            person = find(self.db, text)
            if person.id not in existing:
                existing.add(person.id)
                write_records.join(self.db, self.record.table, self.record.id, person.id)
        for text in take:
            person = find(self.db, text)
            if person.id not in existing:
                raise NotThere(visible(person.name), str(self.record))
            existing.remove(person.id)
            write_records.leave(self.db, self.record.table, self.record.id, person.id)
        if not existing and self.record.table != "event" and not self.own.get("fleeting"):
            raise NobodyLeft(str(self.record))


def _values(db: sqlite3.Connection, record: Ref, own: Row) -> dict[str, str | int | None]:
    """The values of a record, by the options that change them."""
    linked, people = records.links(db, record, own), records.people(db, record, own)
    result: dict[str, str | int | None] = {}
    for field in FIELDS[record.table]:
        match field.takes:
            case "people":
                result[field.option] = "; ".join(_names(people))
            case "person":
                result[field.option] = people[0].name
            case "topic" | "event":
                result[field.option] = linked[field.takes]
            case _:
                result[field.option] = own[field.column]
    for column in ("status", "answer", "repaired_on"):
        if record.table in REOPENED and column in own:
            result[column.replace("_", "-")] = own[column]
    return result


def _names(people: Sequence[RecordPerson]) -> tuple[str, ...]:
    return tuple(person.name for person in people)


def _text(db: sqlite3.Connection, record: Ref) -> str | None:
    return records.texts(db, record.table, [record.id]).get(record.id)
