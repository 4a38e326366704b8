"""Several files and folders imported at once: people before calendars, one step to undo.

Of a folder, the files that can be imported go in, as vdirsyncer, khard and khal keep a card or an entry each; what is
hidden, or has another ending, is left alone. A file that is bad as a whole is named, and the others go in.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from netbook.actions.import_mailbox import is_mailbox, is_maildir, take_mailbox
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
from netbook.errors.imports import CannotReadFile, NothingInFolder
from netbook.formats import mail
from netbook.formats.ical import NAME as CALENDAR
from netbook.formats.records import Problem
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
    """The files in a folder, and the folders in it that cannot be read."""
    closed: list[OSError] = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        if is_maildir(at):
            yield at
            folders.clear()
            continue
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.casefold() in ENDINGS:
                yield str(Path(at, file))
    yield from (error.filename for error in closed)


class _Several:
    """Files being imported into one journal, and the result of each."""

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
            if not self._is_taken(file, self._progress_of(number, len(files)), calendars=False):
                calendars.append(file)
        for number, file in enumerate(calendars):
            self._is_taken(file, self._progress_of(number, len(calendars)), calendars=True)
        self._work.file = None
        self._work.finish()

    def _progress_of(self, number: int, files: int) -> Progress:
        """The progress of one of the files as a part of that of all."""

        def advance(done: int, every: int) -> None:
            self._progress(number * STEP + done * STEP // max(every, 1), files * STEP)

        advance(0, 0)
        return advance

    def _is_taken(self, file: NamedFile, progress: Progress, *, calendars: bool) -> bool:
        """Take in a file; not a calendar before its time."""
        self._work.file = file.name
        try:
            if is_mailbox(file, self._wanted):
                self._formats[file.name] = mail.MAILBOX
                take_mailbox(self._work, file, progress)
                self._work.end_file()
                return True
            with file.opened() as source:
                if is_header(source.first):
                    raise Refused(_JOURNAL.format(quoted(file.name)))
                data = source.whole()
            text, remark = opened_text(data, self._wanted.encoding)
            chosen = self._wanted.format_of(text)
            self._formats[file.name] = self._work.source = chosen.NAME
            if chosen.NAME == CALENDAR and not calendars:
                return False
            # Whole before any of it: a file that turns out to be cut off brings nothing.
            entries = list(watched(text, chosen, progress))
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
