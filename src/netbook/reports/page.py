"""The reports of the overview page: today, the roots, the year of days, goals, circles and reach."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from netbook.reports import circles, due, goal, reach, roots, trend

SECTION = 10  # rows of a section of what is due
TREES, ROOTS = 40, 60
EVENTS = 12


class PageReport(NamedTuple):
    """The reports of a page, all of the same moment."""

    today: date
    due: due.DueReport
    roots: roots.RootsReport
    days: trend.DaysReport
    goals: goal.GoalReport
    circles: circles.CirclesReport
    reach: reach.ReachReport


def build(db: sqlite3.Connection, today: date, tell: Callable[[int, int], None]) -> PageReport:
    """The reports, each as its own command would give it, as long as a page has room for."""
    return PageReport(
        today=today,
        due=due.build(db, today, due.DueQuery(limit=SECTION, reach=SECTION)),
        roots=roots.build(db, today, roots.RootsQuery(limit=TREES, roots=ROOTS), tell),
        days=trend.build_days(db, today, trend.TrendQuery()),
        goals=goal.build(db, today, goal.GoalQuery(limit=EVENTS)),
        circles=circles.build(db, today),
        reach=reach.build(db, today),
    )
