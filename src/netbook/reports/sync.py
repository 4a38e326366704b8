"""How long ago this machine was synced, as a reminder."""

import sqlite3
from datetime import date, datetime

LAST = "SELECT synced_on FROM synced WHERE synced_on IS NOT NULL"


def days_since_sync(db: sqlite3.Connection, today: date) -> int | None:
    """The days since the last sync; None where this machine is not synced, or was in the last day."""
    row = db.execute(LAST).fetchone()
    days = 0 if row is None else (today - datetime.fromisoformat(row[0]).date()).days
    return days if days > 1 else None
