"""Every table of a database into another one, as SQLite's VACUUM does it; where the two have other keys.

SQLCipher's own copying knows no generated columns, and SQLite's backups copy no page to another size.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

PARTS = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema"
ROWID_NAMES = ("rowid", "_rowid_", "oid")


def copy_tables(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy tables with their statistics, indexes, views, triggers and virtual tables, whoever made them."""
    parts = source.execute(PARTS).fetchall()
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("PRAGMA writable_schema = ON")
    target.execute("BEGIN")
    # Those with pages of their own; the tables behind a virtual one are among them.
    tables = [(name, sql) for kind, name, _, root, sql in parts if kind == "table" and root and sql]
    for name, sql in tables:
        if not name.startswith("sqlite_"):
            target.execute(sql)
    if any(name.startswith("sqlite_stat") for name, _ in tables):
        target.execute("ANALYZE sqlite_schema")
    present = {name for (name,) in target.execute("SELECT name FROM sqlite_schema")}
    for name, _ in tables:
        if name in present:
            target.execute(f"DELETE FROM {_quoted(name)}")
            _copy_rows(source, target, name)
    for kind, _, _, _, sql in parts:
        if kind == "index" and sql:
            target.execute(sql)
    # What has no pages is no more than its text, which is put in as it is.
    target.executemany(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, 0, ?)",
        [(kind, name, of, sql) for kind, name, of, root, sql in parts if not root and sql],
    )
    for number in ("application_id", "user_version"):
        target.execute(f"PRAGMA {number} = {source.execute(f'PRAGMA {number}').fetchone()[0]}")
    target.execute("COMMIT")
    target.execute("PRAGMA writable_schema = RESET")


def differences(source: sqlite3.Connection, target: sqlite3.Connection) -> Iterator[str]:
    """What a copy lacks: parts of the schema, and tables that have another number of rows."""
    statement = (
        "SELECT type, name, sql, rootpage > 0 FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat[34]'"
    )
    existing = set(target.execute(statement))
    for part in source.execute(statement):
        if part not in existing:
            yield f"{part[0]} {part[1]}"
    for kind, name, _, has_pages in existing:
        if kind == "table" and has_pages:
            counts = [
                db.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone() for db in (source, target)
            ]
            if counts[0] != counts[1]:
                yield f"rows of {name}"


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    info = source.execute(f"PRAGMA table_xinfo({_quoted(table)})").fetchall()
    columns = [_quoted(row[1]) for row in info if not row[6]]
    if rowid := _hidden_rowid(source, table, info):
        columns.append(rowid)
    named, marks = ", ".join(columns), ", ".join("?" * len(columns))
    rows: Any = source.execute(f"SELECT {named} FROM {_quoted(table)}")
    target.executemany(f"INSERT INTO {_quoted(table)} ({named}) VALUES ({marks})", rows)


def _hidden_rowid(source: sqlite3.Connection, table: str, info: list[tuple[Any, ...]]) -> str | None:
    """A name for the row numbers of a table, where it has some that are no column."""
    taken = {str(row[1]).casefold() for row in info}
    free = next((name for name in ROWID_NAMES if name not in taken), None)
    if free is None or [str(row[2]).upper() for row in info if row[5]] == ["INTEGER"]:
        return None
    try:
        source.execute(f"SELECT {free} FROM {_quoted(table)} LIMIT 0")
    except Exception:  # a table without row numbers
        return None
    return free


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
