"""Import several files and folders at once: people before calendars and mail, as one step to undo.

A file that cannot be imported is named, and the others are imported.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from netbook.actions.import_mailbox import MailboxContacts, is_mailbox, read_mailbox
from netbook.actions.import_source import NamedFile
from netbook.actions.importer import FATES, Importer
from netbook.actions.imports import (
    STEP,
    ImportCounts,
    Imported,
    ImportedFile,
    ImportOptions,
    Progress,
    checked,
    event_of,
    opened_text,
    watched,
)
from netbook.core.journal_export import is_header
from netbook.core.text import quoted
from netbook.errors import Refused
from netbook.formats import mail
from netbook.formats.call_log import NAME as CALLS
from netbook.formats.ical import NAME as CALENDAR
from netbook.formats.records import Entry, Problem
from netbook.store import journal
from netbook.store.read.groups import circle

SEVERAL = "several"
_JOURNAL = "a journal's export is imported by itself: netbook import {}"
# What says who met waits until the people of the other files are known.
_LAST = (CALENDAR, CALLS)


class _Several:
    """Files being imported into one journal, and the result of each."""

    def __init__(self, options: ImportOptions, progress: Progress) -> None:
        self._wanted = options
        self._progress = progress
        self._formats: dict[str, str] = {}
        self._errors: dict[str, str] = {}
        self._mailboxes: dict[str, MailboxContacts] = {}
        self.remarks: list[str] = []

    def read_mailboxes(self, files: Sequence[NamedFile]) -> list[NamedFile]:
        """Read the mailboxes among the files before the journal is opened; returns the other files."""
        others = []
        for number, file in enumerate(files):
            with self._noted(file):
                if is_mailbox(file, self._wanted):
                    self._formats[file.name] = mail.MAILBOX
                    self._mailboxes[file.name] = read_mailbox(file, self._progress_of(number, len(files)))
                else:
                    others.append(file)
        return others

    def take(self, work: Importer, files: Sequence[NamedFile]) -> None:
        """Import all of them; calendars and mail wait until the people of the others are known."""
        last = []
        for number, file in enumerate(files):
            if not self._is_taken(work, file, self._progress_of(number, len(files)), last=False):
                last.append(file)
        for number, file in enumerate(last):
            self._is_taken(work, file, self._progress_of(number, len(last)), last=True)
        for name, contacts in self._mailboxes.items():
            work.file = name
            for contact in contacts:
                work.take(contact)
            work.end_file()
        work.file = None
        work.finish()

    @contextmanager
    def _noted(self, file: NamedFile) -> Iterator[None]:
        """Record for the report why a file cannot be imported."""
        try:
            yield
        except Refused as error:
            self._errors[file.name] = str(error).removeprefix("nothing was imported: ")

    def _progress_of(self, number: int, files: int) -> Progress:
        """A progress callback for one file, scaled to its part of all files."""

        def advance(done: int, every: int) -> None:
            self._progress(number * STEP + done * STEP // max(every, 1), files * STEP)

        advance(0, 0)
        return advance

    def _is_taken(self, work: Importer, file: NamedFile, progress: Progress, *, last: bool) -> bool:
        """Import a file unless it has to wait; returns whether it was imported."""
        work.file = file.name
        entries: list[Entry | Problem] = []
        with self._noted(file):
            with file.opened() as source:
                if is_header(source.first):
                    raise Refused(_JOURNAL.format(quoted(file.name)))
                data = source.whole()
            text, remark = opened_text(data, self._wanted.encoding)
            chosen = self._wanted.format_of(text)
            self._formats[file.name] = work.source = chosen.NAME
            if chosen.NAME in _LAST and not last:
                return False
            # Whole before any of it: a file that turns out to be cut off brings nothing.
            entries = list(watched(text, chosen, progress))
            if remark:
                self.remarks.append(f"{file.name}: {remark}")
        for entry in entries:
            work.take(entry)
        work.end_file()
        return True

    def files(self, work: Importer, names: Iterable[str]) -> Iterator[ImportedFile]:
        """The result of each file."""
        for name in names:
            counts = work.counts_of.get(name, Counter())
            yield ImportedFile(
                name=name, format=self._formats.get(name), error=self._errors.get(name),
                counts=ImportCounts(**{fate: counts[fate] for fate in FATES}),
            )  # fmt: skip


def run(
    path: Path, today: date, files: Sequence[NamedFile], options: ImportOptions, what: str, progress: Progress
) -> Imported:
    """Import the files; raises NoSuchCircle before anything is changed."""
    several = _Several(options, progress)
    others = several.read_mailboxes(files)
    with journal.reading(path) if options.dry_run else journal.writing(path, what) as db:
        row = circle(db, options.circle) if options.circle is not None else None
        confirmed = checked(options.confirmed, CALENDAR)
        event = event_of(db, today, options.event)
        work = Importer(
            db,
            today,
            row.id if row else None,
            None if options.dry_run else path,
            confirmed,
            update_=options.update,
            asks=options.asks,
        )
        several.take(work, others)
        if event is not None:
            work.expect_everybody(event)
    done = Imported.of(work, options, SEVERAL, row.name if row else None, "; ".join(several.remarks) or None)
    each = tuple(several.files(work, (file.name for file in files)))
    broken = (Problem(1, file.name, file.error, "failed", file.name) for file in each if file.error)
    return replace(done, files=each, problems=tuple(sorted((*done.problems, *broken), key=_place)))


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file or "", problem.line
