"""People, meetings and plans about to be added: parsed and checked, not yet in the journal."""

from datetime import date
from typing import NamedTuple

from netbook.core.postal import PostalAddress


class PersonDraft(NamedTuple):
    """Somebody new."""

    name: str
    circle_id: int | None = None
    cadence: str | None = None
    org: str | None = None
    department: str | None = None
    title: str | None = None
    place: str | None = None
    birthday: str | None = None
    known_since: date | None = None
    how_met: str | None = None
    introduced_by_id: int | None = None
    last_contact_on: date | None = None
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[PostalAddress, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class MeetingDraft(NamedTuple):
    """A meeting, without the people."""

    date: date
    kind: str
    minutes: int | None = None
    place: str | None = None
    event_id: int | None = None
    summary: str | None = None
    fleeting: str | None = None


class PlanDraft(NamedTuple):
    """A meeting to come, without the people; `at` is HH:MM, `source` the calendar entry it came from."""

    date: date
    kind: str
    at: str | None = None
    place: str | None = None
    event_id: int | None = None
    text: str | None = None
    source: str | None = None
    sequence: int | None = None
