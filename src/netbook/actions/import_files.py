"""Several files and folders imported at once: people before calendars, one step to undo.

Of a folder, the files that can be imported go in, as vdirsyncer, khard and khal keep a card or an entry each; what is
hidden, or has another ending, is left alone. A file that is bad as a whole is named, and the others go in.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

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
)
from netbook.core.journal_export import is_header
from netbook.core.text import quoted
from netbook.errors import Refused
from netbook.errors.imports import CannotReadFile, NothingInFolder
from netbook.formats import mail
from netbook.formats.ical import NAME as CALENDAR
from netbook.formats.records import Problem
from netbook.formats.registry import records
from netbook.store import journal
from netbook.store.read.groups import circle

SEVERAL = "several"
ENDINGS = frozenset(
    (
        ".vcf",
        ".vcard",
        ".ics",
        ".ical",
        ".ifb",
        ".vcs",
        ".csv",
        ".tsv",
        ".json",
        ".md",
        ".xml",
        ".mbox",
        ".eml",
        ".zip",
    )
)
_JOURNAL = "a journal's export is imported by itself: netbook import {}"


class NamedFile(NamedTuple):
    """A file to import: what a report calls it, and what reads it."""

    name: str
    read: Callable[[], bytes]
    lines: Callable[[], Iterator[bytes]]


def files_in(names: Iterable[str]) -> list[str]:
    """The files that are named, and those in the folders that are; each once, those of a folder by name.

    Raises CannotReadFile for what is not there, NothingInFolder for a folder without anything to import.
    """
    result: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if name == "-" or not path.is_dir() or is_maildir(name):
            if name != "-" and "\0" not in name and not path.exists():
                raise CannotReadFile(quoted(name), "no such file or directory")
            result[name] = None
            continue
        inside = list(_inside(path))
        if not inside:
            raise NothingInFolder(quoted(name), sorted(ENDINGS))
        result.update(dict.fromkeys(inside))
    return list(result)


def _inside(folder: Path) -> Iterator[str]:
    for at, folders, files in os.walk(folder):
        if is_maildir(at):
            yield at
            folders.clear()
            continue
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.casefold() in ENDINGS:
                yield str(Path(at, file))


class _Several:
    """Files on their way into one journal, and what came of each."""

    def __init__(self, work: Importer, wanted: ImportOptions, progress: Progress) -> None:
        self._work = work
        self._wanted = wanted
        self._progress = progress
        self._formats: dict[str, str] = {}
        self._errors: dict[str, str] = {}
        self.remarks: list[str] = []

    def take(self, files: Sequence[NamedFile]) -> None:
        """All of them: a calendar waits until the people of the others are known."""
        calendars = []
        for number, file in enumerate(files):
            self._progress(number, len(files))
            if not self._is_taken(file, calendars=False):
                calendars.append(file)
        for file in calendars:
            self._is_taken(file, calendars=True)
        self._work.file = None
        self._work.finish()

    def _is_taken(self, file: NamedFile, *, calendars: bool) -> bool:
        """Take in a file; not a calendar before its time."""
        self._work.file = file.name
        try:
            if is_mailbox(file, self._wanted):
                self._formats[file.name] = mail.MAILBOX
                take_mailbox(self._work, file, self._progress)
                self._work.end_file()
                return True
            data = file.read()
            if is_header(data[: data.find(b"\n") + 1 or None]):
                raise Refused(_JOURNAL.format(quoted(file.name)))
            source, remark = opened_text(data, self._wanted.encoding)
            chosen = self._wanted.format_of(source)
            self._formats[file.name] = self._work.source = chosen.NAME
            if chosen.NAME == CALENDAR and not calendars:
                return False
            # Whole before any of it: a file that turns out to be cut off brings nothing.
            entries = list(records(source, chosen))
        except Refused as error:
            self._errors[file.name] = str(error).removeprefix("nothing was imported: ")
            self._work.counts_of.setdefault(file.name, Counter())
            return True
        if remark:
            self.remarks.append(f"{file.name}: {remark}")
        for entry in entries:
            self._work.take(entry)
        self._work.end_file()
        return True

    def files(self, names: Iterable[str]) -> Iterator[ImportedFile]:
        """What came of each."""
        for name in names:
            counts = self._work.counts_of.get(name, Counter())
            yield ImportedFile(
                name=name, format=self._formats.get(name), error=self._errors.get(name),
                counts=ImportCounts(**{fate: counts[fate] for fate in FATES}),
            )  # fmt: skip


def is_mailbox(file: NamedFile, wanted: ImportOptions) -> bool:
    """Whether a file, or a folder, holds messages."""
    if wanted.format is not None:
        return wanted.format.strip().casefold() == mail.MAILBOX
    return is_maildir(file.name) or mail.is_mailbox(next(file.lines(), b""))


def is_maildir(name: str) -> bool:
    """Whether a folder keeps messages as Maildir does."""
    return name != "-" and all(Path(name, inside).is_dir() for inside in ("cur", "new"))


def take_mailbox(work: Importer, file: NamedFile, progress: Progress) -> None:
    """Take in who wrote to whom, message by message, as the mailbox stands now."""
    headers = _maildir(file.name) if is_maildir(file.name) else mail.messages(file.lines())
    for number, (line, header) in enumerate(headers):
        if number % STEP == 0:
            progress(number, 0)
        work.take(mail.contact(line, header))


def _maildir(name: str) -> Iterator[tuple[int, list[bytes]]]:
    """The headers of a Maildir's messages; one that is moved or deleted meanwhile is passed by."""
    paths = sorted(path for inside in ("cur", "new") for path in Path(name, inside).iterdir())
    for number, path in enumerate(paths, 1):
        try:
            with path.open("rb") as message:
                yield number, mail.header_of(message)
        except OSError:
            continue


def run_mailbox(
    path: Path, today: date, file: NamedFile, wanted: ImportOptions, what: str, progress: Progress
) -> Imported:
    """Import a mailbox by itself, in memory that does not grow with it."""
    given = checked(wanted.confirmed, mail.MAILBOX)
    with journal.reading(path) if wanted.dry_run else journal.writing(path, what) as db:
        work = Importer(db, today, None, None if wanted.dry_run else path, given, asks=wanted.asks)
        take_mailbox(work, file, progress)
        work.finish()
    return Imported.of(work, wanted, mail.MAILBOX, None, None)


def run(
    path: Path, today: date, files: Sequence[NamedFile], wanted: ImportOptions, what: str, progress: Progress
) -> Imported:
    """Import the files into the journal; raises NoSuchCircle, and then nothing is changed."""
    with journal.reading(path) if wanted.dry_run else journal.writing(path, what) as db:
        row = circle(db, wanted.circle) if wanted.circle is not None else None
        given = checked(wanted.confirmed, CALENDAR)
        event = event_of(db, today, wanted.event)
        work = Importer(
            db,
            today,
            row.id if row else None,
            None if wanted.dry_run else path,
            given,
            update_=wanted.update,
            asks=wanted.asks,
        )
        several = _Several(work, wanted, progress)
        several.take(files)
        if event is not None:
            work.expect_everybody(event)
    done = Imported.of(work, wanted, SEVERAL, row.name if row else None, "; ".join(several.remarks) or None)
    each = tuple(several.files(file.name for file in files))
    broken = (Problem(1, file.name, file.error, "failed", file.name) for file in each if file.error)
    return replace(done, files=each, problems=tuple(sorted((*done.problems, *broken), key=_place)))


def _place(problem: Problem) -> tuple[str, int]:
    return problem.file or "", problem.line
