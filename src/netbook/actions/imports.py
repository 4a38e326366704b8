"""Import: gather what a file says, decide what of it is new, write that; `--dry-run` stops at the decision.

Records go through one by one, so that a long file needs no more memory than a short one: people first, then
meetings and notes in batches. All of it is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netbook.actions.import_work import Work
from netbook.core.text import quoted
from netbook.errors import CannotReadFile, NotText
from netbook.formats.known import NAMES, format_of
from netbook.formats.records import Problem
from netbook.formats.textfile import text_file
from netbook.store import journal
from netbook.store.read.groups import circle

FORMATS = NAMES
STEP = 1_000

# Called now and then with how many records were read, and how many lines there are in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a file is to be imported; None where it was left open."""

    format: str | None = None
    dry_run: bool = False
    circle: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of the file's records; each is counted once."""

    added: int
    changed: int
    same: int
    skipped: int
    failed: int

    @property
    def read(self) -> int:
        """All of them."""
        return self.added + self.changed + self.same + self.skipped + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or would do; counts are of the file's own records."""

    format: str
    dry_run: bool
    counts: Counts
    problems: tuple[Problem, ...]
    people: tuple[str, ...]
    meetings: int
    first_meeting: date | None
    last_meeting: date | None
    notes: int
    circle: str | None
    remark: str | None
    backup: Path | None


def read_file(path: str) -> bytes:
    """The bytes of a file; raises CannotReadFile, which says why."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CannotReadFile(quoted(path), (error.strerror or str(error)).lower()) from error
    except ValueError as error:  # a name that no file can have
        raise CannotReadFile(quoted(path), "no file can be called that") from error


def run(
    path: Path, today: date, data: bytes, wanted: Wanted, what: str, progress: Progress
) -> Imported:
    """Import the bytes of a file into the journal.

    Raises NotText, UnknownEncoding, NoKnownFormat or NotThisFormat for what cannot be imported, NoSuchCircle
    for a circle that is not there; then nothing is changed.
    """
    if not data.strip():
        raise NotText("empty")
    source = text_file(data, wanted.encoding)
    chosen = format_of(source, wanted.format)
    with journal.reading(path) if wanted.dry_run else journal.writing(path, what) as db:
        row = circle(db, wanted.circle) if wanted.circle is not None else None
        work = Work(db, today, row.id if row else None, None if wanted.dry_run else path)
        lines = data.count(b"\n")
        for number, entry in enumerate(chosen.parse(source)):
            if number % STEP == 0:
                progress(number, lines)
            work.take(entry)
        work.finish()
    return Imported(
        format=chosen.NAME,
        dry_run=wanted.dry_run,
        counts=Counts(**work.counts),
        problems=tuple(sorted(work.problems, key=lambda problem: problem.line)),
        people=tuple(work.people),
        meetings=work.meetings,
        first_meeting=work.first_meeting,
        last_meeting=work.last_meeting,
        notes=work.notes,
        circle=row.name if row else None,
        remark=source.remark,
        backup=work.backup,
    )
