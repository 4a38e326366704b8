"""Find the person a name means: SQL narrows the journal to candidates, `core.matching` decides."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from netbook.core.matching import Known, SeveralPeople, as_handle, listing, the_one
from netbook.core.matching import candidates as as_candidates
from netbook.core.names import LAST, LONGEST_NAME, clean, fold, squash
from netbook.core.text import quoted
from netbook.errors import NobodyCalled
from netbook.errors.people import NoCard

_KNOWN = """
SELECT p.id, p.handle, p.name, p.org, p.name_key,
  (SELECT group_concat(a.key, char(10)) FROM alias a WHERE a.person_id = p.id)
FROM person p
"""
# What the journal's owner calls themselves.
ME = "me"
# Enough to narrow with; SQLite takes no more than 500 SELECTs in one.
_MOST_WORDS = 50


def find(db: sqlite3.Connection, text: str) -> Known:
    """The one person a WHO means; raises SeveralPeople, or NobodyCalled with the nearest names."""
    person = (
        (me(db) if fold(text) == ME else None) or the_one(text, candidates(db, text)) or by_address(db, text)
    )
    if person is None and (own := me(db)):
        # Your own card is in nobody's way.
        person = the_one(text, [own])
    if person is None and fold(text) == ME:
        raise NoCard
    if person is None:
        near = nearest_people(db, text)
        error = NobodyCalled(quoted(text), [listing(candidate) for candidate in near])
        error.candidates = as_candidates(near)
        raise error
    return person


def by_address(db: sqlite3.Connection, text: str) -> Known | None:
    """The one person with this e-mail address; raises SeveralPeople where a mailbox is shared."""
    if "@" not in text:
        return None
    address = text.strip().casefold()
    statement = f"{_KNOWN} WHERE p.me = 0 AND p.id IN (SELECT person_id FROM email WHERE key = ?)"
    people = _known_rows(db.execute(statement, (address,)))
    if len(people) > 1:
        raise SeveralPeople(text, people)
    return people[0] if people else None


def me(db: sqlite3.Connection) -> Known | None:
    """Your own card, if there is one."""
    cards = _known_rows(db.execute(f"{_KNOWN} WHERE p.me = 1"))
    return cards[0] if cards else None


def candidates(db: sqlite3.Connection, text: str) -> list[Known]:
    """Everybody the text might mean by any step of the rule, and perhaps a few more."""
    if len(clean(text)) > LONGEST_NAME:
        return []
    key = fold(text)
    words, squashed = key.split(), squash(key)
    # Whoever's full name is this text without its spaces has a first word that the text begins with.
    heads = [squashed[:end] for end in range(1, len(squashed) + 1)]
    narrow = words[:_MOST_WORDS]
    begins = " INTERSECT ".join(
        "SELECT person_id FROM name_word WHERE word >= ? AND word < ?" for _ in narrow
    )
    prefixes = [bound for word in narrow for bound in (word, word + LAST)]
    return _known_rows(
        db.execute(
            f"""{_KNOWN} WHERE p.me = 0 AND p.id IN (
              SELECT id FROM person WHERE handle = ?
              UNION SELECT person_id FROM name_word WHERE word IN ({", ".join("?" * len(heads))})
              UNION SELECT * FROM ({begins or "SELECT NULL"})
            )""",
            [as_handle(text), *heads, *prefixes],
        )
    )


def with_words(db: sqlite3.Connection, words: Iterable[str], handles: Iterable[str]) -> list[Known]:
    """Everybody whose name or alias has one of these whole words, or whose handle is one of these."""
    import json  # few commands ask this, and all load this module

    return _known_rows(
        db.execute(
            f"""{_KNOWN} WHERE p.me = 0 AND p.id IN (
              SELECT w.person_id FROM json_each(?) AS wanted JOIN name_word w ON w.word = wanted.value
              UNION SELECT p.id FROM json_each(?) AS wanted JOIN person p ON p.handle = wanted.value
            )""",
            (json.dumps(sorted(set(words))), json.dumps(sorted(set(handles)))),
        )
    )


def namesakes(db: sqlite3.Connection, name: str) -> list[Known]:
    """Everybody whose full name or alias is this one."""
    squashed = squash(fold(name))
    return [person for person in candidates(db, name) if squashed in map(squash, person.keys)]


def known(db: sqlite3.Connection, person_id: int) -> Known:
    """The person of a number that is in the journal."""
    return _known_rows(db.execute(f"{_KNOWN} WHERE p.id = ?", (person_id,)))[0]


def nearest_people(db: sqlite3.Connection, text: str) -> list[Known]:
    """Up to three people whose names are spelt much like this."""
    from netbook.core.nearest import nearest

    people = _known_rows(db.execute(f"{_KNOWN} WHERE p.me = 0"))
    names = {place: " ".join(person.keys) for place, person in enumerate(people)}
    return [people[place] for place in nearest(fold(text), names, by_word=True)]


def _known_rows(rows: sqlite3.Cursor) -> list[Known]:
    return [
        Known(number, handle, name, org, (key, *(aliases.split("\n") if aliases else ())))
        for number, handle, name, org, key, aliases in rows
    ]
