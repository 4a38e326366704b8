"""What was begun and not finished: new people, requests, introductions, thanks to introducers.

Each is brought up once, for a limited time.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

NEW_DAYS = 60  # after the first human contact
WRITE_DAYS = 14  # so long a line is the next thing, then a call
WAIT_DAYS = 14  # that an answer or an outcome may take
INTRODUCER_DAYS = 1  # after meeting somebody, to tell who introduced them
SHOWN_DAYS = 30  # that something waiting is brought up
AFTER_EVENT_DAYS = 3  # that an event asks who is not written down yet

Missing = Literal["write", "call", "circle"]


class Begun(NamedTuple):
    """The span of days, as ISO text, in which something began that is brought up now."""

    first: str
    last: str


def new_since(today: date) -> Begun:
    """The days of a first human contact with somebody who is new today."""
    return _between(today, NEW_DAYS, 1)


def begun(today: date, horizon: date, wait: int) -> Begun:
    """The days on which something began that is brought up by the horizon, after so many days of waiting."""
    return Begun(
        (_days_before(today, wait + SHOWN_DAYS - 1)).isoformat(), _days_before(horizon, wait).isoformat()
    )


def missing(days: int, followed_up: bool, decided: bool, has_phone: bool, has_email: bool) -> Missing | None:
    """What is missing so many days after meeting somebody: a second contact, a decision; None once they are not new."""
    if not followed_up:
        return "call" if days > WRITE_DAYS or (has_phone and not has_email) else "write"
    return None if decided else "circle"


def _between(today: date, most: int, least: int) -> Begun:
    return Begun(_days_before(today, most).isoformat(), _days_before(today, least).isoformat())


def _days_before(day: date, days: int) -> date:
    return date.fromordinal(max(1, min(day.toordinal() - days, date.max.toordinal())))


def comes_up(on: date, wait: int) -> date:
    """The day on which something that began on a day is brought up."""
    return on + timedelta(days=wait)
