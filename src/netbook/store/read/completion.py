"""Read what begins with a text: handles, topics, events, circles."""

import sqlite3
from typing import NamedTuple

from netbook.core.names import LAST


class CompletionPerson(NamedTuple):
    """A person as a list of completions shows them."""

    handle: str
    name: str
    org: str | None


_PERSON = "SELECT handle, name, org FROM person"
HANDLES = f"{_PERSON} WHERE me = 0 AND handle >= :start AND handle < :end ORDER BY handle LIMIT :most"
LAST_HANDLE = f"{_PERSON} WHERE me = 0 AND handle >= :start AND handle < :end ORDER BY handle DESC LIMIT 1"
HAVING_WORD = "SELECT person_id FROM name_word WHERE word >= ? AND word < ?"
TOPICS = "SELECT name, key FROM topic ORDER BY key"
EVENTS = "SELECT name, key FROM event GROUP BY key ORDER BY max(starts_on) DESC, key"
CIRCLES = "SELECT name, key FROM circle ORDER BY id"
ORGANISATIONS = "SELECT DISTINCT org FROM person WHERE me = 0 AND org IS NOT NULL ORDER BY org"
FOLLOWUPS = """
SELECT f.id, f.text, p.name FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' ORDER BY f.due_on IS NULL, f.due_on, f.id LIMIT ?
"""


def handles(db: sqlite3.Connection, start: str, most: int) -> list[CompletionPerson]:
    """The first people whose handles begin like this, by handle.

    Where there are too many, the last of all of them closes the list: what the first and the last begin
    with in common is what all of them do, and a shell types that much.
    """
    bounds = {"start": start, "end": start + LAST}
    rows = [CompletionPerson(*row) for row in db.execute(HANDLES, {**bounds, "most": most})]
    if len(rows) == most:
        rows[-1] = CompletionPerson(*db.execute(LAST_HANDLE, bounds).fetchone())
    return rows


def by_words(db: sqlite3.Connection, words: list[str], most: int) -> list[CompletionPerson]:
    """The first people with a word in their names or aliases for each of these beginnings, by handle."""
    matching = " INTERSECT ".join(HAVING_WORD for _ in words)
    bounds = [bound for word in words for bound in (word, word + LAST)]
    rows = db.execute(
        f"{_PERSON} WHERE me = 0 AND id IN ({matching}) ORDER BY handle LIMIT ?", [*bounds, most]
    )
    return [CompletionPerson(*row) for row in rows]


def topics(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every topic with its key, by key."""
    return db.execute(TOPICS).fetchall()


def events(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every name that events have, with its key, the latest first."""
    return db.execute(EVENTS).fetchall()


def circles(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every circle with its key, in the order in which they were made."""
    return db.execute(CIRCLES).fetchall()


def organisations(db: sqlite3.Connection) -> list[str]:
    """Every organisation as it is spelt, by name."""
    return [name for (name,) in db.execute(ORGANISATIONS)]


def followups(db: sqlite3.Connection, most: int) -> list[tuple[int, str, str]]:
    """Open follow-ups as number, text and name, the first due first."""
    return db.execute(FOLLOWUPS, (most,)).fetchall()
