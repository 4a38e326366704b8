"""Record what was learned about a person."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.actions.interests import add_interest
from netbook.core.interests import interests_in
from netbook.core.names import checked
from netbook.core.prefixes import doubt_about, split_about
from netbook.core.text import words
from netbook.store import write
from netbook.store.read.who import find


class Noted(NamedTuple):
    """A note: about whom, on which subject, on which day; `doubt` is a hint if the subject looks mistyped.

    A short list of interests is not kept as a note: `interests` has its topics.
    """

    person: str
    handle: str
    about: str
    text: str
    on: date
    doubt: str | None
    interests: tuple[str, ...] = ()


def learn(db: sqlite3.Connection, today: date, who: str, text: str, on: str | None) -> Noted:
    """Keep something learned; a subject in front ("family: …") files it there."""
    person, day = find(db, who), past_day(on, today)
    about, wording = split_about(text)
    note = words(wording, "a note")
    listed = interests_in(note) if about == "interests" else ()
    if listed:
        for topic in listed:
            add_interest(db, person.id, write.topic_number(db, checked(topic, "a topic")), day)
        return Noted(
            person=person.name,
            handle=person.handle,
            about=about,
            text=note,
            on=day,
            doubt=None,
            interests=listed,
        )
    write.add_note(db, person.id, about, note, day)
    return Noted(person.name, person.handle, about, note, day, doubt_about(text))
