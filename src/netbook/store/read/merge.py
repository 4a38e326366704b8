"""Read two people and everything that belongs to them, for a merge."""

from __future__ import annotations

import sqlite3

from netbook.core.merge_decision import OWNED, PAIRS, Row, Whole
from netbook.core.tables import TABLES

PERSON = """
SELECT p.*, c.name AS circle, i.handle AS introduced_by
FROM person p LEFT JOIN circle c ON c.id = p.circle_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE p.id = :person
"""
INTRODUCED = "SELECT id FROM person WHERE introduced_by_id = :person ORDER BY id"


def whole(db: sqlite3.Connection, person_id: int) -> Whole:
    """Somebody and every row of theirs, in the order in which the rows came."""
    rows = {
        table: _rows(db, f"SELECT * FROM {table} WHERE person_id = :person ORDER BY 1", person_id)
        for table in OWNED
    }
    rows["person"] = _rows(db, INTRODUCED, person_id)
    rows |= {table: _rows(db, _pairs(table), person_id) for table in PAIRS}
    return Whole(_rows(db, PERSON, person_id)[0], rows)


def _pairs(table: str) -> str:
    """The rows of a table of pairs, with the name of the other one."""
    described = TABLES[table]
    name = "coalesce(o.name, r.name)" if "name" in described.columns else "o.name"
    return f"""
    SELECT r.*, {name} AS partner FROM {table} r
    LEFT JOIN person o ON o.id = CASE WHEN r.a_id = :person THEN r.b_id ELSE r.a_id END
    WHERE r.a_id = :person OR r.b_id = :person ORDER BY {", ".join(f"r.{column}" for column in described.primary)}
    """


def _rows(db: sqlite3.Connection, statement: str, person_id: int) -> tuple[Row, ...]:
    rows = db.execute(statement, {"person": person_id})
    columns = [column for column, *_ in rows.description]
    return tuple(dict(zip(columns, row, strict=True)) for row in rows)
