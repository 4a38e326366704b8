"""Record introductions and their outcome."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.core.matching import listing
from netbook.core.text import visible, words_or_none
from netbook.core.vocabulary import OUTCOMES, one_of
from netbook.errors.people import IntroductionDeclined, IntroductionTooEarly, SamePersonTwice
from netbook.store import write
from netbook.store.read.intros import RecordedIntroduction, recorded
from netbook.store.read.who import find

DEFAULT_OUTCOME = "made"


class Introduced(NamedTuple):
    """An introduction: the two people, its outcome, day and reason, and the record before, None for a new one."""

    one: str
    one_handle: str
    other: str
    other_handle: str
    outcome: str
    on: date
    because: str | None
    before: RecordedIntroduction | None


def introduce(
    db: sqlite3.Connection, today: date, who: str, other: str, because: str | None, outcome: str | None,
    on: str | None,
) -> Introduced:  # fmt: skip
    """Record an introduction, by default as made; a recorded pair is updated.

    If the outcome does not change, neither does the day, unless one is given.
    """
    a, b, day = find(db, who), find(db, other), past_day(on, today)
    if a.id == b.id:
        raise SamePersonTwice(listing(a))
    reason = words_or_none(because, "the reason")
    result = one_of(outcome, OUTCOMES, "outcome") if outcome is not None else DEFAULT_OUTCOME
    before = recorded(db, a.id, b.id)
    if before is None:
        first, second = sorted((a.id, b.id))
        write.insert(
            db, "introduction",
            {"a_id": first, "b_id": second, "date": day, "outcome": result, "because": reason},
        )  # fmt: skip
    else:
        if before.outcome == "declined" and outcome is None:
            raise IntroductionDeclined(f"{visible(a.name)} and {visible(b.name)}", a.handle, b.handle)
        if before.outcome == result and on is None:
            day = before.on
        if before.outcome == "offered" != result and day < before.on:
            names = f"{visible(a.name)} and {visible(b.name)}"
            raise IntroductionTooEarly(names, before.on.isoformat())
        reason = reason or before.because
        write.change(db, "introduction", before.id, {"date": day, "outcome": result, "because": reason})
    return Introduced(
        one=a.name,
        one_handle=a.handle,
        other=b.name,
        other_handle=b.handle,
        outcome=result,
        on=day,
        because=reason,
        before=before,
    )
