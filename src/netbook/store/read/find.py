"""Query the full-text index: which rows contain these words, and their text.

The database keeps the index (see `store.triggers`): a row's words are stored under its number and its table's in one.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from netbook.core.names import LAST
from netbook.core.table import Searched
from netbook.core.tables import TABLES
from netbook.store.search_index import SEARCHED_AT_MOST

# SQLite takes no more than 500 SELECTs in one.
MOST_WORDS = 50


class Hit(NamedTuple):
    """A row that matches, in the order of the answer: people, then topics, events and circles, then other records."""

    rank: int
    source: int
    id: int
    person_id: int | None
    date: str | None


class Text(NamedTuple):
    """The text of a row, and its people: several are joined as in a cell of CSV."""

    people: str | None
    handles: str | None
    text: str


class _SearchedTable(NamedTuple):
    """A table that is searched: its rank, and SQL on its row `r`, whose person is `p`."""

    table: str
    text: str
    date: str = "NULL"
    # People come first, then what has a name, then what was written.
    rank: int = 2
    people: str = "p.name, p.handle"
    joins: str = "JOIN person p ON p.id = r.person_id"

    @property
    def where(self) -> str:
        """What a row is answered as: a person found by an address or an alias is a person found."""
        return "person" if self.rank == 0 else self.table

    @property
    def words(self) -> Searched:
        """What of it stands in the index."""
        searched = TABLES[self.table].searched
        assert searched is not None
        return searched


_NOBODY = "NULL, NULL"
_CARD = "r.name" + "".join(
    f" || coalesce('{mark}' || r.{column}, '')"
    for mark, columns in ((", ", ("title", "department", "org", "place")), ("; ", ("how_met", "parted_why")))
    for column in columns
)
_AT_MEETING = ", ".join(
    f"""(SELECT group_concat({column}, '; ') FROM
      (SELECT p.{column} FROM attendance a JOIN person p ON p.id = a.person_id
       WHERE a.meeting_id = r.id ORDER BY p.name_key, p.id))"""
    for column in ("name", "handle")
)
_PLANNED, _PROPOSED = (
    _AT_MEETING.replace("attendance a", f"{table}_person a").replace("a.meeting_id", f"a.{table}_id")
    for table in ("plan", "proposal")
)
_JOB = (
    "rtrim(coalesce(r.title || ', ', '') || coalesce(r.department || ', ', '') || coalesce(r.org, ''), ', ')"
)
_MEETING = """r.kind || coalesce(' at ' || r.place, '') || coalesce(': ' || r.summary, '')
  || coalesce('; ' || r.fleeting, '')"""
_AGREED = "r.kind || coalesce(' at ' || r.place, '') || coalesce(': ' || r.{}, '')"
_EVENT = "r.name || coalesce(', ' || r.place, '') || coalesce(', ' || r.host, '')"
_FAREWELL = "coalesce(r.org, r.circle, r.tag, 'everybody') || coalesce(': ' || r.why, '')"
_SHARED = """r.name || coalesce((SELECT ', shared with ' || nullif(count(*), 0)
  FROM commonality WHERE topic_id = r.id), '')"""
_SEARCHED = (
    _SearchedTable("person", _CARD, rank=0, joins="JOIN person p ON p.id = r.id"),
    _SearchedTable("alias", "r.name", rank=0),
    _SearchedTable("email", "r.address", rank=0),
    _SearchedTable("phone", "r.number", rank=0),
    _SearchedTable("url", "r.address", rank=0),
    _SearchedTable("tag", "r.name", rank=0),
    _SearchedTable("address", "r.text", rank=0),
    _SearchedTable("event", _EVENT, "r.starts_on", rank=1, people=_NOBODY, joins=""),
    _SearchedTable("topic", _SHARED, rank=1, people=_NOBODY, joins=""),
    _SearchedTable(
        "circle", "r.name || coalesce(': ' || r.description, '')", rank=1, people=_NOBODY, joins=""
    ),
    _SearchedTable("meeting", _MEETING, "r.date", people=_AT_MEETING, joins=""),
    _SearchedTable("plan", _AGREED.format("text"), "r.date", people=_PLANNED, joins=""),
    _SearchedTable("proposal", _AGREED.format("summary"), "r.date", people=_PROPOSED, joins=""),
    _SearchedTable("farewell", _FAREWELL, "r.date", people=_NOBODY, joins=""),
    _SearchedTable(
        "commonality",
        "t.name || coalesce(': ' || r.detail, '')",
        "r.found_on",
        joins="JOIN person p ON p.id = r.person_id JOIN topic t ON t.id = r.topic_id",
    ),
    _SearchedTable("note", "r.about || ': ' || r.text", "r.date"),
    _SearchedTable(
        "favor", "r.direction || ': ' || r.text || coalesce('; thanked: ' || r.thanks, '')", "r.date"
    ),
    _SearchedTable("followup", "r.text", "r.promised_on"),
    _SearchedTable("request", "r.text || coalesce('; ' || r.answer || ': ' || r.reply, '')", "r.asked_on"),
    _SearchedTable("strain", "r.text || coalesce('; repaired: ' || r.repair, '')", "r.since"),
    _SearchedTable("job", _JOB, "r.until"),
    _SearchedTable("thanks", "coalesce(r.how, 'thanked') || coalesce(': ' || r.text, '')", "r.date"),
    _SearchedTable("news", "r.what || ': ' || r.value", "r.found_on"),
    _SearchedTable(
        "introduction",
        "r.because",
        "r.date",
        people="p.name || '; ' || q.name, p.handle || '; ' || q.handle",
        joins="JOIN person p ON p.id = r.a_id JOIN person q ON q.id = r.b_id",
    ),
    _SearchedTable(
        "tie",
        "r.word || ' / ' || r.back || ': ' || coalesce(q.name, r.name)",
        people="p.name || coalesce('; ' || q.name, ''), p.handle || coalesce('; ' || q.handle, '')",
        joins="JOIN person p ON p.id = r.a_id LEFT JOIN person q ON q.id = r.b_id",
    ),
)
SOURCES = {source.words.number: source for source in _SEARCHED}


def _hit(number: int, source: _SearchedTable) -> str:
    person = "p.id, p.name_key" if source.rank == 0 else "NULL, NULL"
    joins = source.joins if source.rank == 0 else ""
    return f"""SELECT {source.rank} AS rank, {number} AS source, r.id AS id, {person} AS name, {source.date} AS date
  FROM hit JOIN {source.table} r ON r.id = hit.id {joins} WHERE hit.source = {number}"""


# No statement of its own, so not in capitals: those are tried against the schema.
_all_hits = f"""
{" UNION ALL ".join(_hit(number, source) for number, source in SOURCES.items())}
ORDER BY rank, date DESC NULLS LAST, name, source, id DESC"""
HITS = f"""WITH hit AS MATERIALIZED (
  SELECT rowid / {SEARCHED_AT_MOST} AS id, rowid % {SEARCHED_AT_MOST} AS source FROM search WHERE search MATCH ?
){_all_hits}"""


def _within(number: int, source: _SearchedTable) -> str:
    text = " || char(10) || ".join(f"coalesce(r.{column}, '')" for column in source.words.columns)
    return f"""SELECT r.id AS id, {number} AS source FROM {source.table} r WHERE NOT EXISTS (
    SELECT 1 FROM json_each(:words) AS word WHERE instr(lower({text}), word.value) = 0)"""


# Scripts that put no spaces between words: the index has a whole sentence as one word, so the texts are read.
HITS_WITHIN = f"""WITH hit AS MATERIALIZED (
  {" UNION ALL ".join(_within(number, source) for number, source in SOURCES.items())}
){_all_hits}"""

TEXTS = {
    number: f"""SELECT r.id, {source.people}, {source.text}
    FROM json_each(?) AS wanted JOIN {source.table} r ON r.id = wanted.value {source.joins}"""
    for number, source in SOURCES.items()
}


def hits(db: sqlite3.Connection, query: str) -> list[Hit]:
    """Every row that the query (in the index's own language) finds; of one person the first."""
    return _each_once(db.execute(HITS, (query,)))


def hits_within(db: sqlite3.Connection, words: Iterable[str]) -> list[Hit]:
    """Every row in which all the words stand, be it in the middle of one; of one person the first."""
    return _each_once(db.execute(HITS_WITHIN, {"words": json.dumps([word.lower() for word in words])}))


def _each_once(rows: Iterable[tuple[Any, ...]]) -> list[Hit]:
    result: dict[tuple[int, int], Hit] = {}
    for rank, source, number, person_id, _, date in rows:
        same = (0, person_id) if person_id is not None else (source, number)
        result.setdefault(same, Hit(rank, source, number, person_id, date))
    return list(result.values())


def texts(db: sqlite3.Connection, results: Iterable[Hit]) -> dict[tuple[int, int], Text]:
    """The texts of the rows, by source and number."""
    numbers: dict[int, list[int]] = {}
    for hit in results:
        numbers.setdefault(hit.source, []).append(hit.id)
    return {
        (source, number): Text(*columns)
        for source, ids in numbers.items()
        for number, *columns in db.execute(TEXTS[source], (json.dumps(ids),))
    }


_HAVING = "SELECT person_id FROM name_word WHERE word >= ? AND word < ?"


def people_called(db: sqlite3.Connection, words: Iterable[str], beginning: str | None) -> dict[int, str]:
    """Everybody's handle whose name or aliases have all these words (keys), and one that begins so."""
    # Nothing sorts between a word and the word with a NUL after it.
    bounds = [(word, word + "\0") for word in words]
    bounds += [(beginning, beginning + LAST)] if beginning else []
    condition = " INTERSECT ".join([_HAVING] * len(bounds[:MOST_WORDS]))
    rows = db.execute(
        f"SELECT id, handle FROM person WHERE id IN ({condition})",
        [bound for pair in bounds[:MOST_WORDS] for bound in pair],
    )
    return dict(rows.fetchall())


THROUGH = """
SELECT 2, 10, c.id, NULL, c.found_on FROM json_each(:topics) AS t JOIN commonality c ON c.topic_id = t.value
WHERE c.person_id IN (SELECT value FROM json_each(:people))
UNION ALL
SELECT DISTINCT 2, 7, m.id, NULL, m.date FROM json_each(:events) AS e JOIN meeting m ON m.event_id = e.value
JOIN attendance a ON a.meeting_id = m.id WHERE a.person_id IN (SELECT value FROM json_each(:people))
ORDER BY 5 DESC, 3 DESC
"""


def through(db: sqlite3.Connection, result: Iterable[Hit], people: Iterable[int]) -> list[Hit]:
    """The connection of these people with the topics and events found: what they share, when they were there."""
    numbers: dict[str, list[int]] = {"topic": [], "event": []}
    for hit in result:
        numbers.setdefault(SOURCES[hit.source].where, []).append(hit.id)
    values = {
        "topics": json.dumps(numbers["topic"]), "events": json.dumps(numbers["event"]),
        "people": json.dumps(list(people)),
    }  # fmt: skip
    return [Hit(*row) for row in db.execute(THROUGH, values)]
