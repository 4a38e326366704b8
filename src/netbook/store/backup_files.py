"""The backups beside a journal: their names, which is the newest, and why each is kept."""

import os
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from netbook.core.retention import reasons
from netbook.store.detect_encryption import is_encrypted
from netbook.store.location import journal_path

REPLACED = "restore"  # the occasion of a copy of what a restore replaced
BY_HAND = "until you remove it"

# 20261128-021100-957923Z, in UTC; without the Z it is the local time of an older netbook's copy.
_NAME = re.compile(
    r"-(?P<moment>\d{8}-\d{6}-\d{6})(?P<utc>Z)?(?:-(?P<occasion>[a-z]+))?(?P<damaged>\.damaged)?\.db"
)
_FORMAT = "%Y%m%d-%H%M%S-%f"
_LAST_STEP = "SELECT (max(julianday(at)) - 2440587.5) * 86400 FROM step"
_LAST_CHANGE = "SELECT coalesce(max(id), 0) FROM change"


class Copy(NamedTuple):
    """A backup: when it was made, and what for; None where somebody asked for it or an older netbook made it."""

    path: Path
    made_at: datetime
    occasion: str | None
    utc: bool


def folder(path: Path) -> Path:
    """The folder beside the journal that netbook keeps backups in."""
    return path.parent / "backups"


def new_name(path: Path, occasion: str | None = None, *, damaged: bool = False) -> Path:
    """A name that no file has, for a backup made now; a damaged one is never counted among the others."""
    moment = datetime.now(UTC)
    what = f"-{occasion}" if occasion else ""
    while True:
        name = f"{_stem(path)}-{moment.strftime(_FORMAT)}Z{what}{'.damaged' if damaged else ''}.db"
        if not os.path.lexists(folder(path) / name):
            return folder(path) / name
        moment += timedelta(microseconds=1)  # a clock may stand still


def backups(path: Path) -> list[Copy]:
    """The backups of this journal in its folder, newest first by what is in them.

    Neither a clock that was wrong nor a file that was given another name changes the order: the copy with the
    latest step of the history comes first, of two with the same one the copy with more changes. A copy
    that cannot be read comes last; one whose passphrase is not known goes by its name.
    """
    return sorted(_named(path), key=_rank, reverse=True)


def copies(path: Path) -> list[Path]:
    """The files of the backups, newest first."""
    return [copy.path for copy in backups(path)]


def kept_for(result: list[Copy]) -> list[str | None]:
    """Why each of these backups is kept, newest first; None for one that the next automatic backup removes."""
    automatic = [copy for copy in result if _goes_with_time(copy)]
    why = dict(zip(automatic, reasons([copy.made_at for copy in automatic], datetime.now(UTC)), strict=True))
    return [why.get(copy, BY_HAND) for copy in result]


def drafts(path: Path) -> list[Path]:
    """Files of netbook's own on their way to become the journal or a backup; a killed command leaves them."""
    own = re.compile(rf"\.{re.escape(path.name)}\.\d+\.(new|restored)(-journal)?")
    copy = re.compile(rf"\.{re.escape(_stem(path))}{_NAME.pattern}\.\d+\.new(-journal)?")
    return [
        *(file for file in _files(path.parent) if own.fullmatch(file.name)),
        *(file for file in _files(folder(path)) if copy.fullmatch(file.name)),
    ]


def restore_hint(path: Path) -> str:
    """The end of a message about a journal that cannot be read: what to do."""
    result = copies(path)
    if sound := next(filter(_is_sound, result), None):
        newest = "newest backup" if sound == result[0] else "newest backup that is whole"
        return f"{restore_command(path, sound)} brings back the {newest}"
    return "no backup of it is kept beside it; netbook restore FILE brings back a copy from elsewhere"


def _is_sound(copy: Path) -> bool:
    """Whether restore would accept a copy; one whose passphrase is not known yet may well be."""
    from netbook.store import check, check_content

    try:
        # Of a file that is opened for reading alone SQLite checks no CHECK.
        db = open_copy(copy, "rw")
        if db is None:
            return True
        with closing(db):
            if check.damage(db) or check.broken_links(db):
                return False
            db.execute("SELECT 1 FROM search WHERE search MATCH 'a'").fetchone()
            # An older one has fewer tables than the present schema, and is brought up to date.
            (number,) = db.execute("PRAGMA user_version").fetchone()
            if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'numbering'").fetchone() is None:
                return bool(0 < number < 3)
            lost = any(kind == "table" for kind, _ in check.schema_differs(db))
            return bool(number >= 3) and not lost and next(check_content.unreadable(db), None) is None
    except Exception:  # whatever cannot be read is not
        return False


def restore_command(path: Path, copy: Path) -> str:
    """The command that restores a backup; it names the journal if that is not the usual one."""
    import shlex

    return f"{command(path)} restore {shlex.quote(str(copy))}"


def command(path: Path) -> str:
    """`netbook`, with the journal named where it is not the usual one."""
    import shlex

    return "netbook" if path == Path(journal_path(None)) else f"netbook --db {shlex.quote(str(path))}"


def _goes_with_time(copy: Copy) -> bool:
    # What a restore replaced stands nowhere else, and an older netbook did not say who asked for a copy.
    return copy.utc and copy.occasion not in (None, REPLACED)


def _named(path: Path) -> list[Copy]:
    rows = []
    for file in _files(folder(path)):
        stem = _stem(path)
        match = _NAME.fullmatch(file.name[len(stem) :]) if file.name.startswith(stem) else None
        if match is None or match["damaged"]:
            continue
        try:
            moment = datetime.strptime(f"{match['moment']}+0000", f"{_FORMAT}%z")
        except ValueError:  # digits that are no day
            continue
        made_at = moment if match["utc"] else moment.replace(tzinfo=None).astimezone()
        rows.append(Copy(file, made_at, match["occasion"], bool(match["utc"])))
    return rows


def _files(where: Path) -> list[Path]:
    try:
        return sorted(where.iterdir())
    except OSError:  # not there, or not ours to look into
        return []


def _rank(copy: Copy) -> tuple[bool, float, int, float]:
    made = copy.made_at.timestamp()
    try:
        db = open_copy(copy.path)
        if db is None:
            return True, made, 0, made
        with closing(db):
            ((step,), (change,)) = (db.execute(sql).fetchone() for sql in (_LAST_STEP, _LAST_CHANGE))
    except (
        Exception
    ) as error:  # SQLite's, the file system's, or about text that is no UTF-8: it cannot be read
        old = "no such table" in str(error)  # of before there was a history
        return old, made, 0, made
    return True, made if step is None else step, change, made


def open_copy(copy: Path, mode: str = "ro&immutable=1") -> sqlite3.Connection | None:
    """A connection that changes nothing; None for an encrypted file whose passphrase nobody has said yet."""
    name = f"{copy.absolute().as_uri()}?mode={mode}"
    if not is_encrypted(copy):
        return sqlite3.connect(name, uri=True)
    from netbook.store import sqlcipher

    return sqlcipher.with_known_passphrase(name, copy)


def _stem(path: Path) -> str:
    # "a.db" and "a.sqlite" in one folder are two journals.
    return path.stem if path.suffix == ".db" else path.name


def is_abandoned(draft: Path, after: float) -> bool:
    """Whether the command that began this draft is gone: its process, and so many seconds since it wrote."""
    import time

    try:
        quiet = time.time() - draft.stat().st_mtime > after
    except FileNotFoundError:  # just finished
        return False
    number = re.search(r"\.(\d+)\.(?:new|restored)(?:-journal)?$", draft.name)
    return quiet or (after == 0 and number is not None and not _runs(int(number[1])))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
