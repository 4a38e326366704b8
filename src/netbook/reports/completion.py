"""Find what in the journal begins with the text typed so far.

What begins literally so comes first; only where nothing does, case, accents and punctuation are left aside;
and only where that finds nothing either, any word of a name may begin so. Shells work the same way.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import AbstractContextManager

from netbook.core.names import fold
from netbook.core.text import clip, visible
from netbook.core.vocabulary import ABOUTS
from netbook.errors import EmptyPath
from netbook.store import journal
from netbook.store.location import journal_path
from netbook.store.read import completion as read
from netbook.store.read.completion import CompletionPerson

MOST = 200  # nobody reads on in a longer list


def looking(db: str | None) -> AbstractContextManager[sqlite3.Connection]:
    """The journal that `--db` names, as it was typed, or the usual one; raises where none can be read at once."""
    if db is not None and not db.strip():
        raise EmptyPath
    return journal.reading_without_waiting(journal_path(os.path.expandvars(db) if db else None))


def people(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """People as handle and name, by handle, or, where no handle begins so, by words of their names."""
    key = fold(typed)
    matching = read.handles(db, typed.casefold(), MOST)
    if not matching and key:
        matching = read.handles(db, key.replace(" ", "-"), MOST) or read.by_words(db, key.split(), MOST)
    return [(person.handle, _shown(person)) for person in matching if _is_plain(person.handle)]


def names(db: sqlite3.Connection, start: str) -> list[str]:
    """Names of people that begin like this, or the one that has a word which does; namesakes by handle."""
    # Not at the top: only the guided form asks for names, and a shell's Tab key should not pay for them.
    from netbook.core.matching import matches
    from netbook.store.read.who import candidates

    wanted = fold(start)
    matching = matches(start, candidates(db, start)) if wanted else []
    shown = [person.name for person in matching]
    named = [one.name if shown.count(one.name) == 1 else one.handle for one in matching]
    beginning = [name for name in named if fold(name).startswith(wanted)]
    return (beginning or (named if len(named) == 1 else []))[:MOST]


def topics(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of topics, by name."""
    return _beginning(read.topics(db), typed)


def events(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of events, the latest first."""
    return _beginning(read.events(db), typed)


def circles(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of circles, in the order in which they were made."""
    return _beginning(read.circles(db), typed)


def organisations(db: sqlite3.Connection, typed: str) -> list[str]:
    """Names of organisations that people are at, by name."""
    return _beginning([(name, fold(name)) for name in read.organisations(db)], typed)


def followups(db: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Open follow-ups as number and text, the first due first."""
    matching = ((str(number), f"{name}: {text}") for number, text, name in read.followups(db, MOST))
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
    plain, wanted = typed.casefold(), fold(typed)
    matching = [name for name, _ in named if name.casefold().startswith(plain)]
    if not matching and wanted:
        matching = [name for name, key in named if key.startswith(wanted)]
        matching = matching or [name for name, key in named if f" {wanted}" in key]
    return [name for name in matching if _is_plain(name)][:MOST]
