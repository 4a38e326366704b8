"""Read the region from which telephone numbers are dialled that do not name their country."""

import os
import sqlite3

from netbook.core.phones import NOWHERE, Dialling, region_of, region_of_locale
from netbook.errors.imports import RegionNotKnown

REGION = "region"  # the setting
SETTING = "SELECT value FROM setting WHERE name = ?"
OWN_PHONES = "SELECT n.number FROM phone n JOIN person p ON p.id = n.person_id WHERE p.me = 1 ORDER BY n.id"


def dialling(db: sqlite3.Connection, *, asks: bool = False) -> Dialling:
    """What compares numbers as the journal's owner dials them.

    Where it asks, a region that nobody has said raises RegionNotKnown when a number needs it.
    """
    return Dialling(lambda: _region(db, asks=asks))


def _region(db: sqlite3.Connection, *, asks: bool) -> str | None:
    """The region that was set, else that of a number of your own, else that of the machine's language."""
    if row := db.execute(SETTING, (REGION,)).fetchone():
        return None if row[0] == NOWHERE else str(row[0])
    if own := next(filter(None, (region_of(number) for (number,) in db.execute(OWN_PHONES))), None):
        return own
    guess = region_of_locale(os.environ)
    if asks:
        raise RegionNotKnown(guess)
    return guess
