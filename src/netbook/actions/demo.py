"""A small journal of invented people, with something for every section of the morning report.

Its days are counted back from today, and it is written by the same actions as any other journal.
"""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from netbook.actions.events import EventWords, record
from netbook.actions.favors import favor
from netbook.actions.log import MeetingWords, log
from netbook.actions.people import PersonWords, add, edit
from netbook.actions.strains import strain

# Name, circle, organisation, title, place.
PEOPLE = (
    ("Lena Lantern", "peers", "Lighthouse Lamps", "staff engineer", "Windmill Bay"),
    ("Sam Saltmarsh", "team", "Harbour Maps", "product owner", "Windmill Bay"),
    ("Tomas Thimble", "customers", "Thimble & Daughters", "head of tailoring", "Button Hill"),
    ("Wanda Willow", "mentors", "Willow Works", "director", "Willow Green"),
    ("Finn Foxglove", "team", "Harbour Maps", "designer", "Windmill Bay"),
)
# Days ago, how it was, with whom, and the rest of `netbook log`.
MEETINGS = (
    (150, MeetingWords(who=("lena",), new=("Raj Rainfall (Cloud Kettle)",), event="Harbour Meetup",
                       common=("raj: sourdough",), learned=("lena: goals: wants to speak at a conference",))),
    (95, MeetingWords(who=("tomas",), kind="video", minutes=30, summary="the spring order; he had you try seaweed",
                      learned=("goals: wants a shop by the sea",))),
    (60, MeetingWords(who=("wanda",), kind="lunch", place="The Paper Boat", minutes=60,
                      summary="how to say no to a good idea", common=("grew up by the sea",))),
    (24, MeetingWords(who=("sam", "finn"), kind="walk", summary="the backlog")),
    (12, MeetingWords(who=("sam",), kind="coffee", common=("rowing",))),
    (8, MeetingWords(who=("finn",), kind="email", summary="sent the sketches")),
    (7, MeetingWords(new=("Mia Meadow (Meadow Press)", "Omar Oakleaf (Northwood)"), event="Lighthouse Conf",
                     common=("climbing", "mia: grew up by the sea"), got=("mia: her list of printers",))),
)  # fmt: skip

COFFEE = MeetingWords(
    who=("lena",), kind="coffee", place="The Paper Boat", minutes=50, summary="the reorganisation",
    common=("climbing", "grew up by the sea"),
    learned=("family: her daughter is choosing a college",), gave=("a review of her talk",),
)  # fmt: skip
NEVER_MET = PersonWords(
    name="Priya Pebble", circle="mentors", org="Pebble Beach Bank", introduced_by="lena",
    how="Lena says she knows everything about planning across teams",
)  # fmt: skip
# Name, days ago, place.
EVENTS = (
    ("Harbour Meetup", 150, "Windmill Bay"),
    ("Lighthouse Conf", 7, "Lighthouse Point"),
    ("Windmill Summit", -5, "Windmill Bay"),
)


def fill(db: sqlite3.Connection, today: date) -> None:
    """Write the made-up journal into a new one."""

    def ago(days: int) -> str:
        return (today - timedelta(days=days)).isoformat()

    for name, circle, org, title, place in PEOPLE:
        person = PersonWords(
            name=name, circle=circle, org=org, title=title, place=place, known_since=ago(900)
        )  # fmt: skip
        add(db, today - timedelta(days=200), person)
    for name, days, place in EVENTS:
        record(db, today, EventWords(name=name, on=ago(days), place=place))
    for days, meeting in MEETINGS:
        log(db, today, meeting._replace(on=ago(days)))
    promised = ago(1)
    log(db, today, COFFEE._replace(on=ago(42), promise=(f"send the paper on queueing by {promised}",)))
    add(db, today - timedelta(days=3), NEVER_MET)
    strain(db, today, "sam", "went to your manager over the backlog", on=ago(19))
    favor(db, today, "lena", "gave", "introduced her to the printers", on=ago(30))
    birthday = today + timedelta(days=4)
    edit(db, today, "tomas", PersonWords(birthday=f"{birthday.year - 50}-{birthday:%m-%d}"))
