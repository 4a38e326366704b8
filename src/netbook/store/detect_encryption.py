"""Tell encrypted journals by their first bytes; `sqlcipher` reads them."""

from __future__ import annotations

import os
import sqlite3
import sys

AnyPath = str | os.PathLike[str]

SALT = 16  # bytes that a file begins with: a plain one's name of its format, an encrypted one's salt
HEAD = 100  # bytes of the header of a database, https://sqlite.org/fileformat.html, section 1.3
MARK = b"netbook\x01"  # the first bytes of an encrypted journal

# Files that were looked at before they were opened: to look again would give up SQLite's locks on them.
_seen: dict[str, bytes] = {}


def look(path: AnyPath) -> bytes:
    """The first bytes of a file, which is not open yet in this process."""
    with open(path, "rb") as file:
        head = file.read(HEAD)
    _seen[os.path.realpath(path)] = head
    return head


def salt_of(path: AnyPath) -> bytes | None:
    """The salt of an encrypted journal; None for any other file."""
    head = head_of(path)
    return head[:SALT] if head.startswith(MARK) else None


def head_of(path: AnyPath) -> bytes:
    """The first bytes of a file, as it was when it was looked at; empty where it cannot be read."""
    head = _seen.get(os.path.realpath(path))
    if head is None:
        try:
            with open(path, "rb") as file:
                head = file.read(HEAD)
        except OSError:
            return b""
    return head


def is_encrypted(path: AnyPath) -> bool:
    """Whether a file is an encrypted journal."""
    return salt_of(path) is not None


def database_errors() -> tuple[type[Exception], ...]:
    """What a database can raise: SQLite's errors, and SQLCipher's own where that is loaded."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, loaded.Error) if loaded else (sqlite3.Error,)


def damage_found(error: Exception) -> sqlite3.DatabaseError:
    """The error that SQLite raises for damage, in the place of one that Python raises instead."""
    damage = sqlite3.DatabaseError(str(error))
    damage.sqlite_errorname = "SQLITE_CORRUPT"
    return damage


def error_name(error: BaseException) -> str:
    """What SQLite calls an error, such as SQLITE_BUSY."""
    return str(getattr(error, "sqlite_errorname", ""))
