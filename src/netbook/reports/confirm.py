"""Proposals to be confirmed: calendar entries that may have been meetings, or may become plans."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.store.read.proposals import OpenProposal as OpenProposal
from netbook.store.read.proposals import open_proposals


class ConfirmRow(NamedTuple):
    """A proposal as a script sees it; `coming` is true for a future one."""

    on: date
    at: str | None
    people: tuple[str, ...]
    handles: tuple[str, ...]
    kind: str
    minutes: int | None
    place: str | None
    summary: str | None
    coming: bool
    source: str


def build(db: sqlite3.Connection) -> list[OpenProposal]:
    """All open proposals."""
    return list(open_proposals(db))


def row(proposal: OpenProposal) -> ConfirmRow:
    """A proposal without the journal's own keys."""
    return ConfirmRow(
        on=proposal.on,
        at=proposal.at,
        people=proposal.people,
        handles=proposal.handles,
        kind=proposal.kind,
        minutes=proposal.minutes,
        place=proposal.place,
        summary=proposal.summary,
        coming=proposal.coming,
        source=proposal.source,
    )
