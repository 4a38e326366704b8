"""Import: read a file, decide what is new, write it; `--dry-run` stops after the decision.

Records are read one by one, so that a long file needs no more memory than a short one: people first, then meetings and
notes in batches. All of it is one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netbook.actions.calendar_proposals import CalendarProposal
from netbook.actions.import_calendar import Confirmed
from netbook.actions.importer import ExpectedPeople, ImportChange, Importer
from netbook.actions.starts import FirstContacts
from netbook.core.events import EventRow
from netbook.core.text import quoted
from netbook.errors.imports import NotAnAddress, OnlyForCalendar
from netbook.formats import call_log, ical, mail
from netbook.formats.archive import unpacked
from netbook.formats.content_lines import with_whole_characters
from netbook.formats.ical_people import as_address
from netbook.formats.records import Parsed, Problem
from netbook.formats.registry import NAMES, Format, format_of, records
from netbook.formats.textfile import TextFile, text_file
from netbook.store import journal
from netbook.store.read import events
from netbook.store.read.groups import circle

FORMATS = NAMES
CALENDAR = ical.NAME
STEP = 1_000

NOTHING_SAID = Confirmed()

# Called now and then with how much was read, and how much there is in all; 0 where nobody knows.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How a file is to be imported; None where the option was not given."""

    format: str | None = None
    dry_run: bool = False
    circle: str | None = None
    encoding: str | None = None
    confirmed: Confirmed = NOTHING_SAID
    update: bool = False  # take a newer organisation, department or title
    event: str | None = None  # at which the people are expected
    asks: bool = False  # there is somebody to say where telephone numbers are from

    def format_of(self, source: TextFile) -> Format:
        """The format of a text: the one the user named, else the detected one."""
        return format_of(source, self.format)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """What happened to the file's records; each is counted once."""

    added: int
    changed: int
    same: int
    skipped: int
    failed: int

    @property
    def read(self) -> int:
        """The number of all records."""
        return self.added + self.changed + self.same + self.skipped + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """The result of one of several files; `error` if it could not be imported."""

    name: str
    format: str | None
    counts: ImportCounts
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The result of an import or dry run; the counts are of the file's own records."""

    format: str
    dry_run: bool
    counts: ImportCounts
    problems: tuple[Problem, ...]
    people: tuple[str, ...]
    meetings: int
    first_meeting: date | None
    last_meeting: date | None
    notes: int
    followups: int
    plans: int
    proposed: int | None  # how many are new of what is to be confirmed; None where all was decided at once
    circle: str | None
    remark: str | None
    backup: Path | None
    proposals: tuple[CalendarProposal, ...] = ()
    changes: tuple[ImportChange, ...] = ()
    files: tuple[ImportedFile, ...] = ()  # where there are several
    first_contacts: FirstContacts | None = None
    expected: ExpectedPeople | None = None

    @classmethod
    def of(
        cls, work: Importer, options: ImportOptions, format_: str, circle_: str | None, remark: str | None
    ) -> Imported:
        """The result of an importer."""
        return cls(
            format=format_,
            dry_run=options.dry_run,
            counts=ImportCounts(**work.counts),
            problems=tuple(sorted(work.problems, key=lambda problem: problem.line)),
            people=tuple(work.people),
            meetings=work.meetings,
            first_meeting=work.first_meeting,
            last_meeting=work.last_meeting,
            notes=work.notes,
            followups=work.followups,
            plans=work.plans,
            proposed=work.proposed,
            circle=circle_,
            remark=remark,
            backup=work.backup,
            proposals=tuple(work.proposals),
            changes=tuple(work.changes),
            first_contacts=work.first_contacts,
            expected=work.expected,
        )


def run(
    path: Path, today: date, data: bytes, options: ImportOptions, what: str, progress: Progress
) -> Imported:
    """Import the bytes of a file into the journal.

    Raises NotText, NotOneFile, UnknownEncoding, NoKnownFormat or NotThisFormat for what cannot be imported, and
    NoSuchCircle; then nothing is changed.
    """
    source, remark = opened_text(data, options.encoding)
    chosen = options.format_of(source)
    confirmed = checked(options.confirmed, chosen.NAME)
    # A calendar that nobody confirmed anything of is only shown.
    dry = options.dry_run or (chosen.NAME == CALENDAR and not confirmed.anything)
    with journal.reading(path) if dry else journal.writing(path, what) as db:
        row = circle(db, options.circle) if options.circle is not None else None
        event = event_of(db, today, options.event)
        work = Importer(
            db,
            today,
            row.id if row else None,
            None if dry else path,
            confirmed,
            update_=options.update,
            asks=options.asks,
        )
        work.source = chosen.NAME
        for entry in watched(source, chosen, progress):
            work.take(entry)
        work.finish()
        if event is not None:
            work.expect_everybody(event)
    return Imported.of(work, options, chosen.NAME, row.name if row else None, remark)


def watched(source: TextFile, chosen: Format, progress: Progress) -> Parsed:
    """The records of a text, reporting progress from time to time."""
    lines = source.data.count(b"\n")
    for number, entry in enumerate(records(source, chosen)):
        if number % STEP == 0:
            progress(entry.line, lines)
        yield entry


def event_of(db: sqlite3.Connection, today: date, name: str | None) -> EventRow | None:
    """The coming edition of an event by its name, else its latest; raises NoSuchEvent."""
    if name is None:
        return None
    key, _ = events.named(db, name)
    return events.next_event(db, today, key) or events.editions(db, key)[-1]


def opened_text(data: bytes, encoding: str | None) -> tuple[TextFile, str | None]:
    """The text of a file, unpacked if it is an archive, and remarks on how it was read."""
    data, inside = unpacked(data)
    source = text_file(with_whole_characters(data), encoding)
    remarks = (inside and f"read {quoted(inside)} in the archive", source.remark)
    return source, "; ".join(filter(None, remarks)) or None


def checked(confirmed: Confirmed, format_: str) -> Confirmed:
    """The confirmation after checks; raises OnlyForCalendar for another format, NotAnAddress for an invalid --me."""
    given = {
        "--confirmed": confirmed.everything,
        "--confirm-later": confirmed.later,
        "--add-people": confirmed.add_people,
        "--me": bool(confirmed.me),
    }
    foreign = [option for option, is_given in given.items() if is_given]
    if format_ in (mail.MAILBOX, call_log.NAME):
        foreign = [option for option in foreign if option not in ("--me", "--confirm-later")]
    if foreign and format_ != CALENDAR:
        raise OnlyForCalendar(" and ".join(foreign), format_)
    for address in confirmed.me:
        if as_address(address) is None:
            raise NotAnAddress(quoted(address))
    return confirmed
