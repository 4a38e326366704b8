"""Full-text search: people first, then topics, events and circles, then other records, newest first."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.refs import ref
from netbook.core.searching import has_unspaced, keys_of, query, says_anything, wanted_words
from netbook.core.tables import TABLES
from netbook.store.read import find as index


class FindRow(NamedTuple):
    """A result: the kind of record, whom it is about, its day, and its text."""

    where: str
    person: str | None
    handle: str | None
    date: date | None
    text: str
    ref: str | None


class FindReport(NamedTuple):
    """The results, limited as requested, and the number of all."""

    words: list[str]
    rows: list[FindRow]
    number: int


def build(db: sqlite3.Connection, text: str, limit: int | None) -> FindReport:
    """Everything that contains all these words, the last of which may be incomplete.

    Words of somebody's name count too: `lena climbing` finds a note about Lena that mentions climbing.
    """
    words = wanted_words(text)
    if not says_anything(words):
        return FindReport(words, [], 0)
    hits = index.hits_within(db, words) if has_unspaced(words) else index.hits(db, query(words))
    hits = list({(hit.source, hit.id): hit for hit in (*hits, *_about_people(db, words))}.values())
    shown = hits[:limit]
    texts = index.texts(db, shown)
    return FindReport(words, [_row(hit, texts[hit.source, hit.id]) for hit in shown], len(hits))


def _about_people(db: sqlite3.Connection, words: list[str]) -> list[index.Hit]:
    """What has some of the words and is about somebody whose name has the others."""
    last = len(words) - 1
    names = [place for place, word in enumerate(words) if _called(db, [word], place == last)]
    others = [word for place, word in enumerate(words) if place not in names]
    if not names or not says_anything(others):
        return []
    people = _called(db, [words[place] for place in names], last in names)
    hits = index.hits(db, query(others, whole=last in names)) if people else []
    texts, handles = index.texts(db, hits), set(people.values())
    about = [
        hit for hit in hits if handles.intersection((texts[hit.source, hit.id].handles or "").split("; "))
    ]
    return about + index.through(db, hits, people)


def _called(db: sqlite3.Connection, words: list[str], may_go_on: bool) -> dict[int, str]:
    """Everybody, by number, with all these words in their name, the last of which may be a beginning."""
    keys = keys_of(words)
    if not keys:
        return {}
    return index.people_called(db, keys[:-1] if may_go_on else keys, keys[-1] if may_go_on else None)


def _row(hit: index.Hit, texts: index.Text) -> FindRow:
    where = index.SOURCES[hit.source].where
    day = date.fromisoformat(hit.date) if hit.date else None
    table = index.SOURCES[hit.source].table
    named = ref(table, hit.id) if TABLES[table].letter else None
    return FindRow(where, texts.people, texts.handles, day, texts.text, named)
