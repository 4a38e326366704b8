"""Calendar entries that become meetings or plans if the user confirms them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from netbook.core.text import joined
from netbook.formats.records import Problem
from netbook.store.write_proposals import NewProposal

UNSAID = "meeting"


class CalendarProposal(NamedTuple):
    """A calendar entry that may have been a meeting: its day and the people at it."""

    line: int
    uid: str
    day: date
    kind: str
    minutes: int | None
    summary: str
    place: str | None
    people: tuple[str, ...]
    others: tuple[str, ...]
    file: str | None = None
    person_ids: tuple[int, ...] = ()
    at: str | None = None
    series: str | None = None
    coming: bool = False


def unconfirmed(proposals: Iterable[CalendarProposal]) -> Iterator[Problem]:
    """The proposals that were only shown, as problems, so that a script finds them in the report."""
    for proposal in proposals:
        day, people = proposal.day.isoformat(), joined(list(proposal.people))
        why = f"on {day} with {people}: not confirmed; --confirmed takes it"
        if proposal.coming:
            why = f"it is dated {day}, which is still to come, with {people}; --confirmed plans it"
        yield Problem(proposal.line, proposal.summary or UNSAID, why, "skipped", proposal.file)


def new_proposals(proposals: Iterable[CalendarProposal]) -> Iterator[NewProposal]:
    """The proposals as rows of the journal."""
    for proposal in proposals:
        yield NewProposal(
            key=proposal.uid,
            source="calendar",
            series=proposal.series,
            date=proposal.day,
            at=proposal.at,
            kind=proposal.kind,
            minutes=proposal.minutes,
            place=proposal.place,
            summary=proposal.summary or None,
            coming=proposal.coming,
            people=proposal.person_ids,
        )
