"""Checks of a journal through an open connection that changes nothing."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import zip_longest
from pathlib import Path

from netbook.store.detect_encryption import damage_found
from netbook.store.search_index import filling
from netbook.store.standing import LATEST_MEETING

UNREAD = re.compile(r"unable to get the page\. error code=(\d+)")
IOERR = 10  # https://sqlite.org/rescode.html
MOST = 5  # of one kind of damage; the first says enough

# SQLite lets a part be made again whose row in the schema has another name, and then opens the file no more.
MISNAMED = """SELECT type, name FROM sqlite_schema
WHERE sql IS NOT NULL AND instr(sql, name) = 0 AND name NOT GLOB '*["''`]*'"""
SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
NAME_WORDS = """SELECT count(*) FROM (
  SELECT * FROM ({one} EXCEPT {other}) UNION ALL SELECT * FROM ({other} EXCEPT {one})
)"""
EXPECTED_WORDS = """SELECT word.value AS word, owner.person_id
FROM (SELECT id AS person_id, name_key AS names FROM person UNION ALL SELECT person_id, key FROM alias) AS owner,
  json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word"""
ATTENDANCE = """SELECT count(*) FROM attendance
JOIN meeting ON meeting.id = attendance.meeting_id
WHERE attendance.date <> meeting.date OR attendance.human <> meeting.human"""
LAST_MET = f"SELECT count(*) FROM person WHERE last_met_on IS NOT {LATEST_MEETING}"
# All places of a word in one row: a row for each place would take many times as long to fetch.
PLACES = "SELECT term, group_concat(doc), group_concat(offset) FROM temp.{vocabulary} GROUP BY term"


def damage(db: sqlite3.Connection) -> list[str]:
    """The problems that SQLite's own check of every page finds, and parts with two names; empty for a whole file.

    Raises OSError if the disk did not give a page.
    """
    try:
        rows = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({MOST})")]
    except UnicodeDecodeError as error:  # what is found quotes text that is none
        raise damage_found(error) from error
    for row in rows:
        if (unread := UNREAD.search(row)) and int(unread[1]) % 256 == IOERR:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    if rows != ["ok"]:
        return rows
    return [f"the {kind} {name} has two names" for kind, name in db.execute(MISNAMED)]


def broken_links(db: sqlite3.Connection) -> dict[str, int]:
    """Rows that name a row of another table that is not there, counted by their table."""
    result: dict[str, int] = {}
    for table, *_ in db.execute("PRAGMA foreign_key_check"):
        result[table] = result.get(table, 0) + 1
    return result


@contextmanager
def new_journal() -> Iterator[sqlite3.Connection]:
    """An empty journal in memory, to compare with."""
    fresh = sqlite3.connect(":memory:")
    try:
        fresh.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
        yield fresh
    finally:
        fresh.close()


@cache
def fresh_schema() -> Mapping[tuple[str, str], str]:
    """What a new journal has: for each table, index and trigger its SQL. Made once: `doctor` asks for each copy."""
    with new_journal() as fresh:
        return schema(fresh)


def schema(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """The tables, indexes and triggers of a database, each with its SQL."""
    return {(kind, name): sql for kind, name, sql in db.execute(SCHEMA)}


def schema_differs(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Kind and name of what is missing or differs from a new journal; additions are the owner's own."""
    actual = schema(db)
    return [what for what, sql in fresh_schema().items() if not _is_same(actual.get(what, ""), sql)]


def _is_same(actual: str, sql: str) -> bool:
    if actual == sql or not sql.startswith("CREATE TABLE"):
        return actual == sql
    # ALTER TABLE ... ADD COLUMN puts somebody's own column after the last one, before the constraints.
    same = next((n for n, pair in enumerate(zip(actual, sql, strict=False)) if pair[0] != pair[1]), len(sql))
    return (
        len(actual) > len(sql)
        and actual.endswith(sql[same:])
        and "," in actual[: len(actual) - len(sql) + same]
    )


def name_words_mismatches(db: sqlite3.Connection) -> int:
    """How many words of names are missing or are nobody's."""
    asked = NAME_WORDS.format(one=EXPECTED_WORDS, other="SELECT word, person_id FROM name_word")
    (number,) = db.execute(asked).fetchone()
    return int(number)


def attendance_mismatches(db: sqlite3.Connection) -> int:
    """How many attendances are on another day than their meeting, or of another kind."""
    (number,) = db.execute(ATTENDANCE).fetchone()
    return int(number)


def last_met_mismatches(db: sqlite3.Connection) -> int:
    """How many people were last met on another day than their row says."""
    (number,) = db.execute(LAST_MET).fetchone()
    return int(number)


def search_mismatches(db: sqlite3.Connection) -> bool:
    """Whether the index of words says anything else than one that is made now of the same texts."""
    db.execute(fresh_schema()["table", "search"].replace("TABLE search", "TABLE temp.expected"))
    for statement in filling("temp.expected"):
        db.execute(statement)
    db.execute("CREATE VIRTUAL TABLE temp.words_stored USING fts5vocab(main, search, instance)")
    db.execute("CREATE VIRTUAL TABLE temp.words_expected USING fts5vocab(temp, expected, instance)")
    pairs = zip_longest(
        db.execute(PLACES.format(vocabulary="words_stored")),
        db.execute(PLACES.format(vocabulary="words_expected")),
    )
    return any(actual != expected for actual, expected in pairs)
