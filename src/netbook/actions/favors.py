"""Record favours given and received, and thanks."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from netbook.actions.days import past_day
from netbook.core.dates import short_day
from netbook.core.matching import Known, begins
from netbook.core.names import fold
from netbook.core.text import clip, quoted, visible, words, words_or_none
from netbook.core.vocabulary import THANKS, one_of
from netbook.errors.promises import NothingOwed, SeveralFavors, ThanksTooEarly
from netbook.store import write
from netbook.store.read import favors
from netbook.store.read.favors import OwedFavor
from netbook.store.read.who import find

Direction = Literal["gave", "got"]
LISTED = 5
BY_POST = ("card", "letter", "note")


class RecordedFavor(NamedTuple):
    """A favour given (`gave`) or received (`got`), and the number of both so far."""

    direction: Direction
    person: str
    handle: str
    text: str
    on: date
    gave: int
    got: int


class Thanked(NamedTuple):
    """Thanks: when, how, in what words, and for which favour (None if none was owed).

    `text` is the favour's; `thanks` is what you said or wrote. `still_owed` are the favours that thanks are still owed
    for, `address` is where to send a letter.
    """

    person: str
    handle: str
    text: str | None
    got_on: date | None
    on: date
    how: str | None
    still_owed: tuple[str, ...]
    thanks: str | None
    address: str | None


def favor(
    db: sqlite3.Connection, today: date, who: str, direction: Direction, text: str, on: str | None
) -> RecordedFavor:
    """Record a favour; a favour received owes thanks from then on."""
    person, day = find(db, who), past_day(on, today)
    wording = words(text, "a favour")
    write.add_favor(db, person.id, direction, wording, day)
    return RecordedFavor(direction, person.name, person.handle, wording, day, *favors.balance(db, person.id))


def thank(
    db: sqlite3.Connection, today: date, who: str, *, text: str | None, how: str | None, on: str | None,
    for_: str | None = None,
) -> Thanked:  # fmt: skip
    """Record thanks for the oldest favour not thanked for, or the one that the words name.

    If no thanks are owed, they are recorded without a favour.
    """
    person, day = find(db, who), past_day(on, today)
    means = one_of(how, THANKS, "way to say thanks") if how is not None else None
    wording = words_or_none(text, "the thanks")
    address = favors.postal_address(db, person.id) if means in BY_POST else None
    owed = favors.owed(db, person.id)
    thanked = Thanked(
        person=person.name,
        handle=person.handle,
        text=None,
        got_on=None,
        on=day,
        how=means,
        still_owed=(),
        thanks=wording,
        address=address,
    )
    if not owed and for_ is None:
        write.add_row(db, "thanks", {"person_id": person.id, "date": day, "how": means, "text": wording})
        return thanked
    owed_favor = _favor_named(person, owed, for_, today)
    if day < owed_favor.on:
        raise ThanksTooEarly(quoted(owed_favor.text), owed_favor.on.isoformat())
    write.change(db, "favor", owed_favor.id, {"thanked_on": day, "thanked_how": means, "thanks": wording})
    left = tuple(favor.text for favor in owed if favor != owed_favor)
    return thanked._replace(text=owed_favor.text, got_on=owed_favor.on, still_owed=left)


def _favor_named(person: Known, owed: Sequence[OwedFavor], text: str | None, today: date) -> OwedFavor:
    """The favour that the text names; if all that match have the same text, the oldest."""
    wording = words(text, "the favour") if text is not None else ""
    key = fold(wording)
    fitting = [favor for favor in owed if fold(favor.text) == key]
    fitting = fitting or [favor for favor in owed if begins(key.split(), [fold(favor.text)])]
    if not fitting:
        raise NothingOwed(visible(person.name), person.handle, quoted(wording), _listed(owed, today))
    if wording and len({fold(favor.text) for favor in fitting}) > 1:
        raise SeveralFavors(quoted(wording), _listed(fitting, today))
    return fitting[0]


def _listed(owed: Sequence[OwedFavor], today: date) -> str:
    shown = [f"{clip(visible(favor.text), 60)} ({short_day(favor.on, today)})" for favor in owed[:LISTED]]
    if len(owed) > LISTED:
        shown.append(f"… and {len(owed) - LISTED:,} more")
    return "; ".join(shown)
