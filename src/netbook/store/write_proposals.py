"""Evidence of meetings, kept until somebody says what it was."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.store.write import add_row


class NewProposal(NamedTuple):
    """What may have been a meeting, or may become one: what tells it apart, where it was seen, and with whom."""

    key: str
    source: str
    series: str | None
    date: date
    at: str | None
    kind: str
    minutes: int | None
    place: str | None
    summary: str | None
    coming: bool
    people: tuple[int, ...]


_MOVE = """UPDATE proposal SET date = ?, at = ?, coming = ? WHERE id = ? AND answer = 'open'
AND (date, at, coming) IS NOT (?, ?, ?)"""


def keep_proposals(db: sqlite3.Connection, rows: Iterable[NewProposal]) -> int:
    """Keep what is not kept yet, and move what moved meanwhile; how many were new or changed."""
    changed = 0
    for row in rows:
        known = db.execute("SELECT id FROM proposal WHERE key = ?", (row.key,)).fetchone()
        day = row.date.isoformat()
        if known:
            moment = (day, row.at, int(row.coming))
            changed += db.execute(_MOVE, (*moment, known[0], *moment)).rowcount
            continue
        columns = {name: value for name, value in row._asdict().items() if name != "people"}
        number = add_row(db, "proposal", {**columns, "coming": int(row.coming), "answer": "open"})
        db.executemany(
            "INSERT INTO proposal_person VALUES (?, ?)", [(number, person) for person in row.people]
        )
        changed += 1
    return changed


def answer(db: sqlite3.Connection, numbers: Iterable[int], text: str, today: date) -> None:
    """Say of proposals whether they took place, or will: `yes` or `no`."""
    db.executemany(
        "UPDATE proposal SET answer = ?, answered_on = ? WHERE id = ?",
        [(text, today.isoformat(), number) for number in numbers],
    )
