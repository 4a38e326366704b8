"""The triggers by which the file guards itself, whoever writes to it: made from the models, part of the schema.

They keep the words of names for names typed in part, the day on which somebody was last met, the index of words
for `find`, and for undo how each change is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table
from sqlmodel import SQLModel

from netbook.store.models import BY_TABLE, MODELS
from netbook.store.search_index import place, words
from netbook.store.standing import LATEST_MEETING

# The words alone, no copy of the texts (https://sqlite.org/fts5.html, section 4.4.2). The sizes of its columns are
# kept, as by default: without them no other program could list the index as it lists every table.
SEARCH = "CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');"

_OWN = """
-- The words of names and aliases, for names typed in part.
{words}
-- Date and human of an attendance are those of its meeting.
CREATE TRIGGER meeting_moved AFTER UPDATE OF date, kind ON meeting BEGIN
  UPDATE attendance SET date = new.date, human = new.human WHERE meeting_id = new.id;
END;
CREATE TRIGGER attendance_added AFTER INSERT ON attendance
WHEN NOT EXISTS (SELECT 1 FROM meeting WHERE id = new.meeting_id AND date = new.date AND human = new.human)
BEGIN
  UPDATE attendance
  SET (date, human) = (SELECT date, human FROM meeting WHERE id = new.meeting_id)
  WHERE meeting_id = new.meeting_id AND person_id = new.person_id;
END;
CREATE TRIGGER attendance_changed AFTER UPDATE OF date, human ON attendance
WHEN NOT EXISTS (SELECT 1 FROM meeting WHERE id = new.meeting_id AND date = new.date AND human = new.human)
BEGIN
  SELECT raise(ABORT, 'date and human of an attendance are those of its meeting');
END;
-- The day on which somebody was last met stands in their row.
{last_met}
"""

# Read anew whatever happened: so it does not matter which trigger comes first, or whether a person or their
# meetings are put back first.
_LAST_MET = """CREATE TRIGGER {name}_last_met AFTER {event} BEGIN
  UPDATE person SET last_met_on = {day}
  WHERE id IN ({people})
    AND last_met_on IS NOT {day};
END;"""

_WORDS = """CREATE TRIGGER {table}_{when}_words AFTER {event} ON {table} BEGIN
{words}
END;"""
_WORDS_OF = """  DELETE FROM name_word WHERE person_id = {person};
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = {person}
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = {person}
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;"""

_WORDS_MORE = """  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, new.person_id
  FROM json_each('[' || replace(json_quote(new.key), ' ', '","') || ']') AS word;"""


def statements() -> str:
    """Every trigger as SQL."""
    return "\n".join([_names(), *_searching(), *_history()])


def _names() -> str:
    """One for each way in which a name or an attendance can come, change or go."""
    words = [
        _remade("person", "added", "INSERT", "new.id"),
        _remade("person", "renamed", "UPDATE OF name_key", "new.id"),
        # A new alias takes no word away: somebody with thousands of them is written in no longer than they need.
        _WORDS.format(table="alias", when="added", event="INSERT", words=_WORDS_MORE),
        # An alias may change hands: when two people become one, and when that is undone.
        _remade("alias", "changed", "UPDATE OF key, person_id", "old.person_id", "new.person_id"),
        _remade("alias", "removed", "DELETE", "old.person_id"),
    ]
    last_met = [
        _last_met("person_added", "INSERT ON person", "new.id"),
        _last_met("attendance_added", "INSERT ON attendance", "new.person_id"),
        _last_met(
            "attendance_moved",
            "UPDATE OF date, human, person_id ON attendance",
            "old.person_id",
            "new.person_id",
        ),
        _last_met("attendance_removed", "DELETE ON attendance", "old.person_id"),
    ]
    return _OWN.format(words="\n".join(words), last_met="\n".join(last_met)).strip()


def _last_met(name: str, event: str, *people: str) -> str:
    return _LAST_MET.format(name=name, event=event, people=", ".join(people), day=LATEST_MEETING)


def _remade(table: str, when: str, event: str, *people: str) -> str:
    words = "\n".join(_WORDS_OF.format(person=person) for person in people)
    return _WORDS.format(table=table, when=when, event=event, words=words)


def _searching() -> Iterator[str]:
    """Keep the index of words in step: what was in it goes out by the very text it came in with."""
    yield "-- The index of words."
    for table, number, columns in searched():
        old, new = ([f'{state}."{column}"' for column in columns] for state in ("old", "new"))
        out = f"  INSERT INTO search (search, rowid, text) VALUES ('delete', {place('old', number)}, {words(old)});"
        into = f"  INSERT INTO search (rowid, text) VALUES ({place('new', number)}, {words(new)});"
        named = ", ".join(f'"{column}"' for column in columns)
        differ = f"WHEN ({', '.join(old)}) IS NOT ({', '.join(new)})"
        yield f"CREATE TRIGGER {table}_added_search AFTER INSERT ON {table} BEGIN\n{into}\nEND;"
        yield (
            f"CREATE TRIGGER {table}_changed_search AFTER UPDATE OF {named} ON {table}\n{differ} BEGIN\n"
            f"{out}\n{into}\nEND;"
        )
        yield f"CREATE TRIGGER {table}_removed_search AFTER DELETE ON {table} BEGIN\n{out}\nEND;"


def searched() -> list[tuple[str, int, tuple[str, ...]]]:
    """Each table whose words are found, its number in the index of words, and the columns, in order of the numbers."""
    facts = ((str(model.__tablename__), model.__facts__.searched) for model in MODELS)
    return sorted(((table, *words) for table, words in facts if words), key=lambda row: row[1])


def _history() -> Iterator[str]:
    """For each row that comes, changes or goes, what brings back the state before."""
    yield "-- How each change is taken back."
    for table in SQLModel.metadata.sorted_tables:
        facts = BY_TABLE[table.name].__facts__
        if facts.derived:
            continue
        whole = [column.name for column in table.columns if column.computed is None]
        columns = [name for name in whole if name not in facts.following]
        yield _history_trigger(table, "added", "INSERT", "new", "NULL")
        named = ", ".join(f'"{column}"' for column in columns)
        before, after = (", ".join(f'{state}."{column}"' for column in columns) for state in ("old", "new"))
        differ = f"\nWHEN ({before}) IS NOT ({after})"
        yield _history_trigger(table, "changed", f"UPDATE OF {named}", "new", _row(columns), differ)
        yield _history_trigger(table, "removed", "DELETE", "old", _row(whole))


def _row(columns: list[str]) -> str:
    """The row as it was, by the names of its columns, as SQL."""
    pairs = ", ".join(f"'{column}', old.\"{column}\"" for column in columns)
    return f"json_object({pairs})"


def _history_trigger(table: Table, op: str, event: str, state: str, row: str, when: str = "") -> str:
    key = ", ".join(f'{state}."{column.name}"' for column in table.primary_key)
    return (
        f"CREATE TRIGGER {table.name}_{op}_history AFTER {event} ON {table.name}{when} BEGIN\n"
        f"  INSERT INTO change (of, op, \"key\", row) VALUES ('{table.name}', '{op}', json_array({key}), {row});\n"
        "END;"
    )
