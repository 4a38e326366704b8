"""Import a journal's own export line by line in one transaction; a dry run rolls it back."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from netbook.actions.import_source import Source
from netbook.actions.imports import STEP, ImportCounts, Imported, ImportOptions, Progress
from netbook.actions.journal_import_rows import Merging, Restoring
from netbook.actions.journal_import_tally import Tally
from netbook.core.journal_export import NAME, UnreadableLine, check, is_header, read
from netbook.errors.imports import CirclesOfTheirOwn
from netbook.store import bulk, journal
from netbook.store.backup import keep_copy
from netbook.store.read.journal_export import is_new

UTF_8 = "a journal's export is UTF-8; --encoding was not needed"


class _TakenBack(Exception):
    """Ends the transaction of a dry run."""


class _Backup:
    """Makes one backup before the first change of an import, unless it is a dry run."""

    def __init__(self, path: Path, *, wanted: bool) -> None:
        self.copy: Path | None = None
        self._path = path
        self._wanted = wanted

    def __call__(self) -> None:
        if self._wanted and self.copy is None:
            self.copy = keep_copy(self._path, "import")


def is_meant(source: Source, options: ImportOptions) -> bool:
    """Whether the file is a journal's export, by the named format or by its first line."""
    if options.format is not None:
        return options.format.strip().casefold().replace("-", "") == NAME
    return is_header(source.first)


def run(path: Path, source: Source, options: ImportOptions, what: str, progress: Progress) -> Imported:
    """Import an export; raises NotThisFormat, NewerExport or CirclesOfTheirOwn before anything is changed."""
    if options.circle is not None:
        raise CirclesOfTheirOwn
    check(source.first)
    tally, backup = Tally(), _Backup(path, wanted=not options.dry_run)
    try:
        with journal.writing(path, what) as db:
            bulk.prepare(db)
            if is_new(db):
                backup()
                rows: Restoring | Merging = Restoring(db, tally)
            else:
                rows = Merging(db, tally, backup)
            for number, line in enumerate(read(islice(source.lines(), 1, None))):
                if number % STEP == 0 and source.size:
                    progress(source.done, source.size)
                if isinstance(line, UnreadableLine):
                    tally.tell(line, line.why, "failed")
                else:
                    rows.take(line)
            rows.finish()
            if options.dry_run:
                raise _TakenBack
    except _TakenBack:
        pass
    return _outcome(tally, options, backup.copy)


def _outcome(tally: Tally, options: ImportOptions, backup: Path | None) -> Imported:
    return Imported(
        format=NAME,
        dry_run=options.dry_run,
        counts=ImportCounts(**tally.counts),
        problems=tuple(sorted(tally.problems, key=lambda problem: problem.line)),
        people=tuple(tally.people),
        meetings=tally.meetings,
        first_meeting=tally.first_meeting,
        last_meeting=tally.last_meeting,
        notes=tally.notes,
        followups=tally.followups,
        plans=0,
        proposed=None,
        circle=None,
        remark=UTF_8 if options.encoding else None,
        backup=backup,
    )
