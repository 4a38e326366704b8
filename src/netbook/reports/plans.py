"""Open plans."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.refs import ref
from netbook.store.read.plans import open_plans


class PlanRow(NamedTuple):
    """A plan that is open."""

    on: date
    at: str | None
    people: tuple[str, ...]
    handles: tuple[str, ...]
    kind: str
    place: str | None
    event: str | None
    text: str | None
    ref: str


def build(db: sqlite3.Connection) -> list[PlanRow]:
    """Every open plan, the earliest first."""
    return [
        PlanRow(
            on=plan.on,
            at=plan.at,
            people=plan.people,
            handles=plan.handles,
            kind=plan.kind,
            place=plan.place,
            event=plan.event,
            text=plan.text,
            ref=ref("plan", plan.id),
        )
        for plan in open_plans(db)
    ]
