"""Write changes to the journal: plain values in, plain values out, inside the caller's transaction."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from netbook.core.drafts import MeetingDraft, PersonDraft
from netbook.core.matching import Known
from netbook.core.names import LONGEST_LINK, fold, handle_for, numbered, topic_key
from netbook.core.postal import PostalAddress
from netbook.core.tables import TABLES
from netbook.core.vocabulary import GOAL, is_human
from netbook.store.read.who import known

Value = str | int | date | None


def new_uid() -> str:
    """A random identifier (UUID version 4, RFC 9562 section 5.4)."""
    bits = bytearray(os.urandom(16))
    bits[6], bits[8] = bits[6] & 0x0F | 0x40, bits[8] & 0x3F | 0x80
    text = bits.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def lasting_uid(db: sqlite3.Connection, table: str, key: str) -> str:
    """The uid of a new circle or topic: made from its key, so that two machines make the same; random if taken."""
    uid = f"{table}:{key}"[:LONGEST_LINK]
    taken = db.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone()
    return new_uid() if taken else uid


def plain(value: Value) -> str | int | None:
    """A value as a column holds it: days are ISO text."""
    return value.isoformat() if isinstance(value, date) else value


def insert(db: sqlite3.Connection, table: str, row: Mapping[str, Value]) -> int:
    """Add a row and give its number. Table and columns come from our code, never from a user."""
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    done = db.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",
        [plain(value) for value in row.values()],
    )
    return int(done.lastrowid or 0)


def add_row(db: sqlite3.Connection, table: str, row: Mapping[str, Value]) -> int:
    """Add a row with what every row of its table has, its uid and the key it is compared by; its number."""
    described, full = TABLES[table], dict(row)
    if key := described.key:
        full[key.column] = key.made(str(row[key.source]))
    if "uid" in described.columns:
        full.setdefault(
            "uid", lasting_uid(db, table, str(full["key"])) if described.uid_of_key else new_uid()
        )
    return insert(db, table, full)


def change(db: sqlite3.Connection, table: str, number: int, row: Mapping[str, Value]) -> None:
    """Set columns of one row."""
    if row:
        columns = ", ".join(f"{column} = ?" for column in row)
        db.execute(
            f"UPDATE {table} SET {columns} WHERE id = ?",
            [*(plain(value) for value in row.values()), number],
        )


def add_person(db: sqlite3.Connection, draft: PersonDraft, added_on: date, uid: str | None = None) -> Known:
    """Add somebody under a free handle, with everything the draft says of them."""
    row: dict[str, Value] = {
        "uid": uid or new_uid(),
        "handle": free_handle(db, draft.name),
        "name": draft.name,
        "name_key": fold(draft.name),
        "added_on": added_on,
    }
    for column in (
        "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since",
        "how_met", "introduced_by_id", "last_contact_on",
    ):  # fmt: skip
        row[column] = getattr(draft, column)
    number = insert(db, "person", row)
    for what in LISTS:
        set_list(db, number, what, getattr(draft, what), replace=False)
    return known(db, number)


def put_in_circle(db: sqlite3.Connection, person_id: int, circle_id: int) -> None:
    """Put somebody into a circle, whose cadence is theirs then unless they have one of their own."""
    db.execute(
        "UPDATE person SET circle_id = ?, cadence = nullif(cadence, 'none') WHERE id = ?",
        (circle_id, person_id),
    )


def free_handle(db: sqlite3.Connection, name: str) -> str:
    """The handle a name gives, numbered where a namesake has it."""
    handle = handle_for(name)
    rows = db.execute(
        "SELECT handle FROM person WHERE handle = :handle OR handle > :handle || '-' AND handle < :handle || '.'",
        {"handle": handle},
    )
    return numbered(handle, {taken for (taken,) in rows})


# What somebody may have several of: the table, the column, and how two are told to be the same.
LISTS = {
    table.several: (
        name,
        table.columns[2],
        *((table.key.column, table.key.made) if table.key else (None, None)),
    )
    for name, table in TABLES.items()
    if table.several
}


def set_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Set something of the journal's, in place of what was set before."""
    db.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def list_row(what: str, person_id: int, value: str | PostalAddress) -> dict[str, Value]:
    """The row of one value of what somebody may have several of."""
    _, column, key, key_of = LISTS[what]
    row: dict[str, Value] = {"person_id": person_id, column: str(value)}
    if key and key_of:
        row[key] = key_of(str(value))
    return row | value._asdict() if isinstance(value, PostalAddress) else row


def set_list(
    db: sqlite3.Connection, person_id: int, what: str, values: Iterable[str | PostalAddress], *, replace: bool
) -> None:
    """Give somebody these aliases, e-mail addresses, phones, links or tags, besides or instead of those there."""
    table = LISTS[what][0]
    if replace:
        db.execute(f"DELETE FROM {table} WHERE person_id = ?", (person_id,))
    for value in values:
        row = list_row(what, person_id, value)
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        db.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING",
            list(row.values()),
        )


def remove_from_list(db: sqlite3.Connection, person_id: int, what: str, value: str) -> bool:
    """Take one alias, address, number, link or tag away from somebody; whether it was there."""
    table, column, key, fold_key = LISTS[what]
    compared, wanted = (key, fold_key(value)) if key and fold_key else (column, value)
    done = db.execute(f"DELETE FROM {table} WHERE person_id = ? AND {compared} = ?", (person_id, wanted))
    return done.rowcount > 0


# What somebody does, of which what was before is kept.
JOB = ("org", "department", "title")
KEPT_TODAY = "SELECT 1 FROM job WHERE person_id = ? AND until = ?"
LAST_JOB = "SELECT max(until) FROM job WHERE person_id = ?"


def keep_job(db: sqlite3.Connection, person_id: int, until: date, new: Mapping[str, Value]) -> None:
    """Keep what somebody did as history where one of the new columns is something else; once a day."""
    statement = f"SELECT {', '.join(JOB)} FROM person WHERE id = ?"
    before = dict(zip(JOB, db.execute(statement, (person_id,)).fetchone(), strict=True))
    left = any(before[column] not in (None, new[column]) for column in JOB if column in new)
    if not left or db.execute(KEPT_TODAY, (person_id, until.isoformat())).fetchone():
        return
    (since,) = db.execute(LAST_JOB, (person_id,)).fetchone()
    if since is not None and str(since) > until.isoformat():
        since = None  # another machine of the user is a day ahead
    add_row(db, "job", {"person_id": person_id, **before, "since": since, "until": until})


def add_meeting(
    db: sqlite3.Connection, draft: MeetingDraft, people: Iterable[int], uid: str | None = None
) -> int:
    """Add a meeting with everybody who was at it; its number."""
    row: dict[str, Value] = {"uid": uid or new_uid()}
    for column in ("date", "kind", "minutes", "place", "event_id", "summary", "fleeting"):
        row[column] = getattr(draft, column)
    number = insert(db, "meeting", row)
    db.executemany(
        "INSERT INTO attendance (meeting_id, person_id, date, human) VALUES (?, ?, ?, ?)",
        [
            (number, person, draft.date.isoformat(), int(is_human(draft.kind)))
            for person in dict.fromkeys(people)
        ],
    )
    return number


def join_meeting(db: sqlite3.Connection, meeting_id: int, person_id: int) -> None:
    """Say that somebody was at a meeting that is there."""
    db.execute(
        """INSERT INTO attendance (meeting_id, person_id, date, human)
        SELECT id, ?, date, human FROM meeting WHERE id = ?""",
        (person_id, meeting_id),
    )


def add_event(
    db: sqlite3.Connection, name: str, starts_on: date, ends_on: date | None = None, **more: Value
) -> int:
    """Add an edition of an event, with the usual goal unless another is given; its number."""
    row: dict[str, Value] = {
        "uid": new_uid(), "name": name, "key": fold(name), "starts_on": starts_on,
        "ends_on": ends_on or starts_on, "goal": GOAL,
    }  # fmt: skip
    return insert(db, "event", row | more)


def expect(db: sqlite3.Connection, event: int, people: Iterable[int]) -> None:
    """Say that these people will be at an event."""
    db.executemany(
        "INSERT INTO expected (event_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(event, person) for person in people],
    )


def topic_number(db: sqlite3.Connection, name: str) -> int:
    """The number of a topic, which is added if it is new; case, accents and spacing make no difference."""
    key = topic_key(name)
    row = db.execute("SELECT id FROM topic WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else add_row(db, "topic", {"name": name})


def add_commonality(
    db: sqlite3.Connection, person_id: int, topic_id: int, found_on: date, meeting_id: int | None = None,
    detail: str | None = None,
) -> bool:  # fmt: skip
    """Record that a topic is shared with somebody; whether that is news (the first finding stays)."""
    done = db.execute(
        """INSERT INTO commonality (person_id, topic_id, found_on, meeting_id, detail) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (person_id, topic_id) DO UPDATE SET detail = excluded.detail
        WHERE excluded.detail IS NOT NULL AND detail IS NOT excluded.detail""",
        (person_id, topic_id, found_on.isoformat(), meeting_id, detail),
    )
    return done.rowcount > 0


def add_note(
    db: sqlite3.Connection, person_id: int, about: str, text: str, on: date, meeting_id: int | None = None,
    uid: str | None = None,
) -> int:  # fmt: skip
    """Add something learned about somebody."""
    return insert(
        db, "note",
        {"uid": uid or new_uid(), "person_id": person_id, "about": about, "text": text, "date": on,
         "meeting_id": meeting_id},
    )  # fmt: skip


def add_favor(
    db: sqlite3.Connection, person_id: int, direction: str, text: str, on: date, meeting_id: int | None = None
) -> int:
    """Add a favour given (`gave`) or received (`got`)."""
    return insert(
        db, "favor",
        {"person_id": person_id, "direction": direction, "text": text, "date": on, "meeting_id": meeting_id},
    )  # fmt: skip


def add_followup(
    db: sqlite3.Connection, person_id: int, whose: str, text: str, on: date, due_on: date | None,
    meeting_id: int | None = None,
) -> int:  # fmt: skip
    """Add an open follow-up, yours (`mine`) or theirs (`theirs`); the number it goes by."""
    return insert(
        db, "followup",
        {"person_id": person_id, "whose": whose, "text": text, "promised_on": on, "due_on": due_on,
         "status": "open", "meeting_id": meeting_id},
    )  # fmt: skip


def remove_person(db: sqlite3.Connection, person_id: int) -> int:
    """Remove somebody and what hangs on them alone; how many meetings went because nobody else was there."""
    alone = db.execute(
        """DELETE FROM meeting WHERE id IN (SELECT meeting_id FROM attendance WHERE person_id = ?)
        AND (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id) = 1 AND fleeting IS NULL""",
        (person_id,),
    ).rowcount
    db.execute("DELETE FROM person WHERE id = ?", (person_id,))
    return alone


def merge_event(db: sqlite3.Connection, keep: int, other: int) -> None:
    """Give the meetings of one event to another, and remove the one."""
    db.execute("UPDATE meeting SET event_id = ? WHERE event_id = ?", (keep, other))
    remove_event(db, other)


def remove_event(db: sqlite3.Connection, number: int) -> None:
    """Remove an event; meetings logged at it become meetings at none."""
    db.execute("DELETE FROM event WHERE id = ?", (number,))
