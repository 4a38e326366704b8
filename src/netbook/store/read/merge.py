"""Two people with everything that hangs on them, to make one of them."""

from __future__ import annotations

import sqlite3

from netbook.core.merge_decision import OWNED, Row, Whole

PERSON = """
SELECT p.*, c.name AS circle, i.handle AS introduced_by
FROM person p LEFT JOIN circle c ON c.id = p.circle_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE p.id = :person
"""
INTRODUCED = "SELECT id FROM person WHERE introduced_by_id = :person ORDER BY id"
INTRODUCTIONS = """
SELECT i.*, o.name AS partner FROM introduction i JOIN person o ON o.id = i.a_id + i.b_id - :person
WHERE i.a_id = :person OR i.b_id = :person ORDER BY i.id
"""
NOT_SAME = "SELECT * FROM not_same WHERE a_id = :person OR b_id = :person ORDER BY a_id, b_id"


def whole(db: sqlite3.Connection, person_id: int) -> Whole:
    """Somebody and every row of theirs, in the order in which the rows came."""
    rows = {
        table: _rows(db, f"SELECT * FROM {table} WHERE person_id = :person ORDER BY 1", person_id)
        for table in OWNED
    }
    rows["person"] = _rows(db, INTRODUCED, person_id)
    rows["introduction"] = _rows(db, INTRODUCTIONS, person_id)
    rows["not_same"] = _rows(db, NOT_SAME, person_id)
    return Whole(_rows(db, PERSON, person_id)[0], rows)


def _rows(db: sqlite3.Connection, statement: str, person_id: int) -> tuple[Row, ...]:
    rows = db.execute(statement, {"person": person_id})
    columns = [column for column, *_ in rows.description]
    return tuple(dict(zip(columns, row, strict=True)) for row in rows)
