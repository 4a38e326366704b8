"""E-mail addresses for a mail program, by a part of a name, an address or an organisation."""

import sqlite3
from typing import NamedTuple

from netbook.core.names import LAST, fold
from netbook.store import standing

# By a part of a name, as it is typed everywhere, or any part of the address or the organisation; whom you last were in
# contact with first.
_QUERY = """
SELECT e.address, p.name, p.org, p.handle
FROM email e JOIN person p ON p.id = e.person_id
WHERE {known} AND ({named}instr(e.key, :text) OR instr(lower(p.org), :text))
ORDER BY {last_contact} DESC NULLS LAST, p.name_key, e.id
"""
_NAMED = "p.id IN ({words}) OR "
_WORD = "SELECT person_id FROM name_word WHERE word >= :from{place} AND word < :to{place}"
_MOST_WORDS = 20


class QueryRow(NamedTuple):
    """An address and whose it is."""

    email: str
    name: str
    org: str | None
    handle: str


def build(db: sqlite3.Connection, text: str, today: str) -> list[QueryRow]:
    """The addresses that fit."""
    words = [word for word in fold(text).split() if word][:_MOST_WORDS]
    named = _NAMED.format(
        words=" INTERSECT ".join(_WORD.format(place=place) for place in range(len(words)))
    ) if words else ""  # fmt: skip
    bounds = {f"from{place}": word for place, word in enumerate(words)}
    bounds |= {f"to{place}": word + LAST for place, word in enumerate(words)}
    statement = _QUERY.format(known=standing.KNOWN, named=named, last_contact=standing.LAST_CONTACT)
    return [
        QueryRow(*row) for row in db.execute(statement, {"text": text.casefold(), "today": today, **bounds})
    ]
