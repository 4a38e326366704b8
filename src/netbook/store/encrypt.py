"""Encrypt or decrypt a journal and its backups, each file atomically."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from netbook.errors.journal_files import BackupFailed
from netbook.store import journal, sqlcipher
from netbook.store.backup import remove
from netbook.store.backup_files import copies, restore_hint
from netbook.store.check import damage, filling, schema
from netbook.store.detect_encryption import is_encrypted, look
from netbook.store.disk import make_private, write_through
from netbook.store.file import connect, is_there


def convert(path: Path, words: str | None) -> tuple[bool, int]:
    """Encrypt the journal and its backups with a passphrase, or without one decrypt them.

    Whether the journal was converted, and how many backups; what is as it should be already is left alone.
    """
    with journal.reading(path):
        pass  # made, brought up to date, and the old passphrase known
    one = is_encrypted(path) != (words is not None)
    if one:
        with journal.transaction(path) as db:
            _convert(path, db, words)
        look(path)
    number = 0
    for copy in copies(path):
        is_there(copy)
        if is_encrypted(copy) != (words is not None):
            db = connect(copy)
            try:
                db.execute("BEGIN IMMEDIATE")
                _convert(copy, db, words)
            finally:
                db.close()
            look(copy)
            number += 1
    return one, number


def _convert(path: Path, source: sqlite3.Connection, words: str | None) -> None:
    """Put a copy in the file's place while nobody else can write; who has the old one open finds it replaced."""
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    make_private(draft)
    try:
        target = (
            sqlite3.connect(draft, isolation_level=None) if words is None else sqlcipher.begin(draft, words)
        )
        try:
            _copy(source, target)
            if damage(target):
                raise BackupFailed(path, restore_hint(path))
        finally:
            target.close()
        draft.replace(real)
        write_through(real)
    finally:
        remove(draft)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Every table, row by row, then what is made of them; SQLCipher's own copying knows no generated columns."""
    parts = {what: sql for what, sql in schema(source).items() if not what[1].startswith("search_")}
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN")
    for (kind, name), sql in parts.items():
        if kind != "table":
            continue
        target.execute(sql)
        if name != "search":
            columns = [row[1] for row in source.execute(f"PRAGMA table_xinfo({name})") if not row[6]]
            named = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            target.executemany(
                f"INSERT INTO {name} ({named}) VALUES ({marks})",
                source.execute(f"SELECT {named} FROM {name}"),
            )
    # The numbers that are not given again; the rows above have begun it.
    target.execute("DELETE FROM sqlite_sequence")
    target.executemany(
        "INSERT INTO sqlite_sequence VALUES (?, ?)", source.execute("SELECT * FROM sqlite_sequence")
    )
    for (kind, _), sql in parts.items():
        if kind != "table":
            target.execute(sql)
    if ("table", "search") in parts:
        for statement in filling("search"):
            target.execute(statement)
    for number in ("application_id", "user_version"):
        target.execute(f"PRAGMA {number} = {source.execute(f'PRAGMA {number}').fetchone()[0]}")
    target.execute("COMMIT")
