"""Goodbyes: part from one person, or work through the round of an organisation.

Beginning a round parts from nobody. Whoever is ticked off is parted from as of that day, unless they are kept; closing
the round parts from those who are left.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.core.dates import parse_day
from netbook.core.matching import Known, the_one
from netbook.core.names import fold
from netbook.core.owed import Owed
from netbook.core.text import visible, words_or_none
from netbook.errors.goodbye import (
    NobodyToSee,
    NoGoodbyeRound,
    NotOnGoodbyeRound,
    NotSeenYet,
    SeenAlready,
    SeveralGoodbyeRounds,
)
from netbook.store import write, write_goodbye
from netbook.store.read import goodbye as read
from netbook.store.read.goodbye import LookBack, Member, Round
from netbook.store.read.groups import circle
from netbook.store.read.people import tags_called
from netbook.store.read.person import facts
from netbook.store.read.reach import organisation
from netbook.store.read.who import candidates, find


class Parted(NamedTuple):
    """Somebody you parted from: since when, why, and what is still owed.

    `already` is true if you had parted before; `rounds` are the organisations on whose open rounds they were.
    """

    person: str
    handle: str
    on: date
    why: str | None
    already: bool
    owed: Owed
    rounds: tuple[str, ...] = ()
    look_back: LookBack | None = None


class Ticks(NamedTuple):
    """The ticks for a round, as typed: seen, kept, not seen after all, and whether to close the round."""

    org: str | None = None
    on: str | None = None
    why: str | None = None
    done: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    close: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to change, rather than only to show."""
        return bool(self.done or self.keep or self.undone or self.close)


class Ticked(NamedTuple):
    """The people of a round by what happened: parted from, kept, to be seen again, parted from unseen."""

    round_id: int
    org: str
    on: date
    parted: tuple[Parted, ...]
    still_in_touch: tuple[str, ...]
    undone: tuple[str, ...]
    closed: tuple[str, ...] | None


def part_from(
    db: sqlite3.Connection, today: date, who: Sequence[str], on: str | None, why: str | None
) -> list[Parted]:
    """Part from each of these people as of a day, by default today; duplicates count once."""
    people = {person.id: person for person in (find(db, text) for text in who)}
    return [_part(db, today, person, on, why) for person in people.values()]


def _part(db: sqlite3.Connection, today: date, person: Known, on: str | None, why: str | None) -> Parted:
    """Part from somebody; a second time it changes the day or the reason."""
    day = parse_day(on, today, "past") if on is not None else today
    own = facts(db, person.id)
    if own.parted_on is not None and on is None:
        day = date.fromisoformat(own.parted_on)
    reason = words_or_none(why, "why you part") or own.parted_why
    waiting = read.waiting(db, person.id) if own.parted_on is None else []
    for number, _ in waiting:
        write_goodbye.tick(db, number, person.id, min(day, today))
    write_goodbye.part(db, person.id, day, reason)
    return Parted(
        person=person.name, handle=person.handle, on=day, why=reason, already=own.parted_on is not None,
        owed=read.owed(db, [person.id], today)[person.id], rounds=tuple(org for _, org in waiting),
        look_back=read.look_back(db, person.id, today),
    )  # fmt: skip


class Group(NamedTuple):
    """The people of a round across organisations, as typed: a circle, a tag, or (neither) everybody."""

    circle: str | None = None
    tag: str | None = None


def begin_group(db: sqlite3.Connection, today: date, group: Group, on: str | None, why: str | None) -> int:
    """The number of the goodbye round of a group, begun if there is none; its people are put on it."""
    chosen = circle(db, group.circle) if group.circle is not None else None
    tags = tags_called(db, group.tag) if group.tag is not None else None
    name = f"circle {chosen.name}" if chosen else f"tag {group.tag}" if group.tag is not None else "everybody"
    day = parse_day(on, today, "future") if on is not None else None
    reason = words_or_none(why, "why you part")
    latest = _latest(read.rounds(db, today), fold(name))
    number_of = chosen.id if chosen else None
    if latest is None or (day is not None and not latest.open):
        people = read.group_not_on(db, None, number_of, tags, today)
        if not people:
            raise NobodyToSee(visible(name))
        number = write_goodbye.add_round(
            db, None, day or today, reason, chosen.name if chosen else None, group.tag
        )
        write_goodbye.join(db, number, people)
        return number
    changed: dict[str, write.Value] = {"date": day} if day is not None else {}
    if reason is not None:
        changed["why"] = reason
    write.change(db, "farewell", latest.id, changed)
    if latest.open:
        write_goodbye.join(db, latest.id, read.group_not_on(db, latest.id, number_of, tags, today))
    return latest.id


def begin(db: sqlite3.Connection, today: date, org: str, on: str | None, why: str | None) -> int:
    """The number of the goodbye round of an organisation, begun if there is none; its people are put on it.

    `on` is the last day there. If the round is over, a day begins another one. Raises NobodyToSee.
    """
    place = organisation(db, org, in_full=True)
    day = parse_day(on, today, "future") if on is not None else None
    reason = words_or_none(why, "why you part")
    latest = _latest(read.rounds(db, today), place.key)
    if latest is None or (day is not None and not latest.open):
        people = read.not_on(db, None, place.spellings, today)
        if not people:
            raise NobodyToSee(visible(place.name))
        number = write_goodbye.add_round(db, place.name, day or today, reason)
        write_goodbye.join(db, number, people)
        return number
    changed: dict[str, write.Value] = {}
    if day is not None:
        changed["date"] = day
    if reason is not None:
        changed["why"] = reason
    write.change(db, "farewell", latest.id, changed)
    if latest.open:
        write_goodbye.join(db, latest.id, read.not_on(db, latest.id, place.spellings, today))
    return latest.id


def tick(db: sqlite3.Connection, today: date, ticks: Ticks) -> Ticked:
    """Tick people off a round, or undo that; `close` parts from everybody who is left.

    Raises NoGoodbyeRound, SeveralGoodbyeRounds, NotOnGoodbyeRound, SeenAlready or NotSeenYet.
    """
    goodbye_round = _round_named(db, today, ticks)
    day, reason = past_day(ticks.on, today), words_or_none(ticks.why, "why you part")
    why = reason or goodbye_round.why or f"goodbye to {goodbye_round.org}"
    parted = tuple(_done(db, today, goodbye_round, who, day, why) for who in ticks.done)
    remaining = tuple(_keep(db, today, goodbye_round, who, day) for who in ticks.keep)
    undone = tuple(_undone(db, today, goodbye_round, who) for who in ticks.undone)
    closed = None
    if ticks.close:
        left = [member for member in read.members(db, goodbye_round.id, today) if member.open]
        for member in left:
            write_goodbye.part(db, member.id, day if ticks.on else min(goodbye_round.on, today), why)
        closed = tuple(member.person for member in left)
    return Ticked(
        round_id=goodbye_round.id,
        org=goodbye_round.org,
        on=day,
        parted=parted,
        still_in_touch=remaining,
        undone=undone,
        closed=closed,
    )


def _done(db: sqlite3.Connection, today: date, goodbye_round: Round, who: str, day: date, why: str) -> Parted:
    member = _member(db, today, goodbye_round, who)
    if member.seen_on is not None:
        raise SeenAlready(visible(member.person), member.handle, member.seen_on.isoformat())
    write_goodbye.tick(db, goodbye_round.id, member.id, day)
    already = member.parted_on is not None and member.parted_on <= day
    if not already:
        write_goodbye.part(db, member.id, day, why)
    own = facts(db, member.id)
    owed = read.owed(db, [member.id], today)[member.id]
    return Parted(member.person, member.handle, day, own.parted_why, already, owed)


def _keep(db: sqlite3.Connection, today: date, goodbye_round: Round, who: str, day: date) -> str:
    member = _member(db, today, goodbye_round, who)
    if member.seen_on is not None and member.parted_on is None:
        raise SeenAlready(visible(member.person), member.handle, member.seen_on.isoformat())
    write_goodbye.tick(db, goodbye_round.id, member.id, member.seen_on or day)
    write_goodbye.unpart(db, member.id)
    return member.person


def _undone(db: sqlite3.Connection, today: date, goodbye_round: Round, who: str) -> str:
    member = _member(db, today, goodbye_round, who)
    if member.open:
        raise NotSeenYet(visible(member.person), member.handle)
    write_goodbye.tick(db, goodbye_round.id, member.id, None)
    write_goodbye.unpart(db, member.id)
    return member.person


def _member(db: sqlite3.Connection, today: date, goodbye_round: Round, who: str) -> Member:
    """The one on the round whom the name means; people who are not on it do not make it ambiguous."""
    on_it = {member.id: member for member in read.members(db, goodbye_round.id, today)}
    person = the_one(who, [candidate for candidate in candidates(db, who) if candidate.id in on_it])
    if person is None:
        other = find(db, who)
        raise NotOnGoodbyeRound(visible(other.name), other.handle, visible(goodbye_round.org))
    return on_it[person.id]


def _round_named(db: sqlite3.Connection, today: date, ticks: Ticks) -> Round:
    """The round of the named organisation, or the open round; to undo a tick, the latest."""
    rounds = read.rounds(db, today)
    if ticks.org is not None:
        place = organisation(db, ticks.org, in_full=True)
        latest = _latest(rounds, place.key)
        if latest is None:
            raise NoGoodbyeRound(visible(place.name))
        return latest
    still_open = [goodbye_round for goodbye_round in rounds if goodbye_round.open]
    if len(still_open) > 1:
        raise SeveralGoodbyeRounds([visible(goodbye_round.org) for goodbye_round in still_open])
    if still_open:
        return still_open[0]
    if not rounds or ticks.done or ticks.close:
        raise NoGoodbyeRound(None)
    return rounds[0]


def _latest(rounds: list[Round], key: str) -> Round | None:
    return next((goodbye_round for goodbye_round in rounds if fold(goodbye_round.org) == key), None)
