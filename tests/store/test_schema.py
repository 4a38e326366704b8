"""The schema: one statement of it, the same whether a journal is new or was brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import netbook.reports
import netbook.store.read
from netbook.core import tables
from netbook.store import ddl, journal, migrate

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_schema_sql_is_what_the_models_say() -> None:
    written = Path(journal.__file__).with_name("schema.sql").read_text(encoding="utf-8")
    assert written == ddl.statements(), "run: python -m netbook.store.ddl"


def test_tables_py_is_what_the_models_say() -> None:
    written = Path(tables.__file__).read_text(encoding="utf-8")
    assert written == ddl.tables(), "run: python -m netbook.store.ddl"


def test_a_migrated_journal_is_a_new_one(db: sqlite3.Connection) -> None:
    old = sqlite3.connect(":memory:", isolation_level=None)
    migrate.upgrade(old)
    assert old.execute(SCHEMA).fetchall() == db.execute(SCHEMA).fetchall()
    assert old.execute("PRAGMA user_version").fetchone() == (journal.SCHEMA,)
    old.close()


def test_every_table_can_be_listed_by_any_program_the_index_of_words_too(db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO person (uid, handle, name, name_key, added_on) VALUES ('u', 'ana', 'Ana', 'ana', '2026-11-20')"
    )
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: [tuple(row) for row in db.execute(f'SELECT * FROM "{name}"')] for name in tables}
    assert rows["person"]
    assert rows["search"]


def test_the_newest_migration_is_the_present_schema() -> None:
    newest = max(int(path.name[:4]) for path in migrate.FOLDER.glob("[0-9]*.sql"))
    assert newest == journal.SCHEMA


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("CREATE TABLE farewell (it_is TEXT)")  # in the way of the first migration
    with pytest.raises(Exception, match="farewell"):
        migrate.upgrade(old)
    old.close()
    old = sqlite3.connect(path)
    assert old.execute("SELECT name FROM sqlite_master").fetchall() == [("farewell",)]
    assert old.execute("PRAGMA user_version").fetchone() == (0,)
    old.close()


def statements() -> list[tuple[str, str]]:
    """Every SELECT that stands whole as a constant where journals are read."""
    result = []
    for package in (netbook.store.read, netbook.reports):
        for info in iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(info.name)).items():
                if name.isupper() and str(value).lstrip().startswith(("SELECT", "WITH")) and "{" not in value:
                    result.append((f"{info.name.removeprefix('netbook.')}.{name}", value))
    return result


@pytest.mark.parametrize(("name", "statement"), statements(), ids=[name for name, _ in statements()])
def test_every_statement_fits_the_schema(db: sqlite3.Connection, name: str, statement: str) -> None:
    class Anything(dict[str, None]):
        def __missing__(self, key: str) -> None:
            return None

    values = Anything() if ":" in statement else (None,) * statement.count("?")
    db.execute(f"EXPLAIN {statement}", values)


BAD = [
    ("a day that is none", "INSERT INTO meeting (uid, date, kind) VALUES ('m', '2026-02-30', 'coffee')"),
    ("a day in another form", "INSERT INTO meeting (uid, date, kind) VALUES ('m', '20 nov', 'coffee')"),
    ("an unknown kind", "INSERT INTO meeting (uid, date, kind) VALUES ('m', '2026-02-20', 'tea')"),
    ("minutes below one", "INSERT INTO meeting (uid, date, kind, minutes) VALUES ('m', '2026-02-20', 'call', 0)"),
    ("an empty name", "UPDATE person SET name = ''"),
    ("a name too long", "UPDATE person SET name = printf('%.*c', 201, 'x')"),
    ("a birthday that is none", "UPDATE person SET birthday = '25 nov'"),
    ("a handle twice", "UPDATE person SET handle = 'ana'"),
    ("introduced by oneself", "UPDATE person SET introduced_by_id = id"),
    ("a pause that never began", "UPDATE person SET paused_until = '2026-01-01'"),
    ("a circle that is not there", "UPDATE person SET circle_id = 99"),
    ("an event that ends first", "INSERT INTO event (uid, name, key, starts_on, ends_on, goal)"
     " VALUES ('e', 'E', 'e', '2026-01-02', '2026-01-01', 2)"),
    ("thanks for a favour given", "INSERT INTO favor (person_id, direction, text, date, thanked_on)"
     " VALUES (1, 'gave', 'x', '2026-01-01', '2026-01-02')"),
    ("a follow-up closed without a day", "INSERT INTO followup (person_id, whose, text, promised_on, status)"
     " VALUES (1, 'mine', 'x', '2026-01-01', 'done')"),
    ("two open strains", "INSERT INTO strain (person_id, text, since)"
     " VALUES (1, 'x', '2026-01-01'), (1, 'y', '2026-01-01')"),
    ("introducing somebody to themselves", "INSERT INTO introduction (a_id, b_id, date, outcome)"
     " VALUES (1, 1, '2026-01-01', 'made')"),
    ("an attendance on another day", "UPDATE attendance SET date = '2020-01-01'"),
    ("a text where a number stands", "UPDATE meeting SET minutes = 'long'"),
]  # fmt: skip


@pytest.fixture
def two_people(db: sqlite3.Connection) -> sqlite3.Connection:
    db.executescript(
        """
        INSERT INTO person (uid, handle, name, name_key, added_on)
        VALUES ('u1', 'ana', 'Ana', 'ana', '2026-01-01'), ('u2', 'bo', 'Bo', 'bo', '2026-01-01');
        INSERT INTO meeting (uid, date, kind) VALUES ('m0', '2026-02-01', 'coffee');
        INSERT INTO attendance VALUES (1, 1, '2026-02-01', 1);
        """
    )
    return db


@pytest.mark.parametrize(("what", "statement"), BAD, ids=[what for what, _ in BAD])
def test_the_file_refuses(two_people: sqlite3.Connection, what: str, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        two_people.execute(statement)


def test_attendance_follows_its_meeting_whoever_writes(two_people: sqlite3.Connection) -> None:
    db = two_people
    db.execute("INSERT INTO attendance VALUES (1, 2, '1999-01-01', 0)")
    assert db.execute("SELECT date, human FROM attendance").fetchall() == [("2026-02-01", 1)] * 2
    db.execute("UPDATE meeting SET date = '2026-03-01', kind = 'email'")
    assert db.execute("SELECT date, human FROM attendance").fetchall() == [("2026-03-01", 0)] * 2


def test_the_words_of_a_name_follow_it(two_people: sqlite3.Connection) -> None:
    db = two_people

    def words() -> list[str]:
        return [
            word for (word,) in db.execute("SELECT word FROM name_word WHERE person_id = 1 ORDER BY word")
        ]

    assert words() == ["ana"]
    db.execute("INSERT INTO alias (person_id, name, key) VALUES (1, 'Nana R', 'nana r')")
    assert words() == ["ana", "nana", "r"]
    db.execute("UPDATE person SET name_key = 'ana \"x\\' WHERE id = 1")
    assert words() == ['"x\\', "ana", "nana", "r"]
    db.execute("DELETE FROM alias")
    assert words() == ['"x\\', "ana"]
    db.execute("DELETE FROM person WHERE id = 1")
    assert words() == []
