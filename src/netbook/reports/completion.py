"""Find what in the journal begins with the text typed so far.

What begins literally so comes first; only where nothing does, case, accents and punctuation are left aside;
and only where that finds nothing either, any word of a name may begin so. Shells work the same way.
"""

import os
import sqlite3
from contextlib import AbstractContextManager
from typing import NamedTuple

from netbook.core.names import LAST, fold
from netbook.core.text import clip, visible
from netbook.core.vocabulary import ABOUTS
from netbook.errors import EmptyPath
from netbook.store import journal
from netbook.store.location import journal_path


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


def _handles(db: sqlite3.Connection, start: str, most: int) -> list[CompletionPerson]:
    """The first people whose handles begin like this, by handle.

    Where there are too many, the last of all of them closes the list: what the first and the last begin
    with in common is what all of them do, and a shell types that much.
    """
    bounds = {"start": start, "end": start + LAST}
    rows = [CompletionPerson(*row) for row in db.execute(HANDLES, {**bounds, "most": most})]
    if len(rows) == most:
        rows[-1] = CompletionPerson(*db.execute(LAST_HANDLE, bounds).fetchone())
    return rows


def _by_words(db: sqlite3.Connection, words: list[str], most: int) -> list[CompletionPerson]:
    """The first people with a word in their names or aliases for each of these beginnings, by handle."""
    matching = " INTERSECT ".join(HAVING_WORD for _ in words)
    bounds = [bound for word in words for bound in (word, word + LAST)]
    rows = db.execute(
        f"{_PERSON} WHERE me = 0 AND id IN ({matching}) ORDER BY handle LIMIT ?", [*bounds, most]
    )
    return [CompletionPerson(*row) for row in rows]


MOST = 200  # nobody reads on in a longer list


def looking(db: str | None) -> AbstractContextManager[sqlite3.Connection]:
    """The journal that `--db` names, as it was typed, or the usual one; raises if it cannot be read at once."""
    if db is not None and not db.strip():
        raise EmptyPath
    return journal.reading_without_waiting(journal_path(os.path.expandvars(db) if db else None))


def people(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """People as handle and name, by handle, or, where no handle begins so, by words of their names."""
    key = fold(typed)
    matching = _handles(db, typed.casefold(), MOST)
    if not matching and key:
        matching = _handles(db, key.replace(" ", "-"), MOST) or _by_words(db, key.split(), MOST)
    return [(person.handle, _shown(person)) for person in matching if _is_plain(person.handle)]


def names(db: sqlite3.Connection, start: str) -> list[str]:
    """Names of people that begin like this, or the one that has a word which does; namesakes by handle."""
    # Not at the top: only the guided form asks for names, and a shell's Tab key should not pay for them.
    from netbook.core.matching import matches
    from netbook.store.read.who import candidates

    key = fold(start)
    matching = matches(start, candidates(db, start)) if key else []
    shown = [person.name for person in matching]
    named = [match.name if shown.count(match.name) == 1 else match.handle for match in matching]
    beginning = [name for name in named if fold(name).startswith(key)]
    return (beginning or (named if len(named) == 1 else []))[:MOST]


def topics(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of topics, by name."""
    return _beginning(db.execute(TOPICS).fetchall(), typed)


def events(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of events, the latest first."""
    return _beginning(db.execute(EVENTS).fetchall(), typed)


def circles(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of circles, in the order in which they were made."""
    return _beginning(db.execute(CIRCLES).fetchall(), typed)


def organisations(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of organisations that people are at, by name."""
    return _beginning([(name, fold(name)) for (name,) in db.execute(ORGANISATIONS)], typed)


def followups(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Open follow-ups as number and text, the first due first."""
    matching = ((str(number), f"{name}: {text}") for number, text, name in db.execute(FOLLOWUPS, (MOST,)))
    return [(number, clip(visible(shown), 60)) for number, shown in matching if number.startswith(typed)]


def whose(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """People as the WHO of "WHO:TEXT"; nothing once that is written."""
    return [] if ":" in typed else [(f"{handle}:", shown) for handle, shown in people(db, typed)]


def whose_topics(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Topics, alone or after "WHO:"; where no topic begins so, people as that WHO."""
    who, colon, rest = typed.partition(":")
    matching = [(name, "") for name in topics(db, typed)]
    if not matching and colon:
        return [(f"{who}:{name}", "") for name in topics(db, rest.lstrip())]
    return matching or whose(db, typed)


def whose_abouts(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """What "WHO:ABOUT:TEXT" begins with: people, and what a note may be about, with or without a WHO."""
    who, colon, rest = typed.rpartition(":")
    if ":" in who or who.casefold() in ABOUTS:
        return []
    matching = [
        (f"{who}{colon}{about}:", "") for about in ABOUTS if about.startswith(rest.strip().casefold())
    ]
    return matching + whose(db, typed)


def _shown(person: CompletionPerson) -> str:
    return visible(f"{person.name} ({person.org})" if person.org else person.name)


def _is_plain(word: str) -> bool:
    """Whether nothing in a word would steer the terminal; what does is not for a shell to type."""
    return visible(word) == word


def _beginning(named: list[tuple[str, str]], typed: str) -> list[str]:
    """The names that begin so, in their order."""
    plain, folded = typed.casefold(), fold(typed)
    matching = [name for name, _ in named if name.casefold().startswith(plain)]
    if not matching and folded:
        matching = [name for name, key in named if key.startswith(folded)]
        matching = matching or [name for name, key in named if f" {folded}" in key]
    return [name for name in matching if _is_plain(name)][:MOST]
