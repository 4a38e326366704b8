"""Common ground: what was recorded, and the lists of who shares what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import long_day, short_day, terse_day
from netbook.render.favors import points
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, joined, pad, visible, width_of

if TYPE_CHECKING:
    from netbook.actions.learn import Noted
    from netbook.actions.topics import InCommon, Renamed, SharedTopic, TopicsMerged
    from netbook.reports.shared import SharedReport, SharedRow
    from netbook.reports.topics import SharersReport, TopicsReport

LABEL = 14
NAMED = 3  # people named before the rest is counted
TITLES = {
    "topic": ("topic", "topics"),
    "event": ("event", "events"),
    "circle": ("circle", "circles"),
    "org": ("organisation", "organisations"),
    "department": ("department", "departments"),
    "place": ("place", "places"),
}


def in_common(result: InCommon, today: date, screen: Screen) -> str:
    """What was found in common with somebody, topic by topic."""
    head = f"In common with {visible(result.person)}, found on {long_day(result.on, today)}:"
    lines = [screen.wrap("", head, indent=2)]
    facts = [(visible(topic.topic), _also(topic, today)) for topic in result.topics]
    if result.detail:
        facts.append(("detail", visible(result.detail)))
    if result.strained:
        since = short_day(result.strained.since, today)
        facts.append(("strained", f"on {since}; {points(result.strained.points)}"))
    width = min(max(width_of(label) for label, _ in facts), 30)
    lines += [screen.wrap(f"  {pad(label, width)}  ", value) for label, value in facts]
    return "\n".join(lines)


def _also(topic: SharedTopic, today: date) -> str:
    parts = [f"already, since {short_day(topic.known_since, today)}"] if topic.known_since else []
    if topic.others:
        more = len(topic.others) - NAMED
        names = [visible(name) for name in topic.others[:NAMED]]
        parts.append(f"also with {joined([*names, f'{more:,} more'] if more > 0 else names)}")
    return "; ".join(parts) or "with nobody else yet"


def close_to(topic: str, near: tuple[str, ...]) -> str:
    """A word about topics that may be the new one under another name."""
    others = joined([f'"{visible(name)}"' for name in near])
    return (
        f'netbook: "{visible(topic)}" is a new topic, close to {others}; '
        f'to make them one: netbook topics "{visible(topic)}" --merge "{visible(near[0])}"'
    )


def warnings(result: InCommon) -> list[str]:
    """What stderr has to say of the topics that were recorded."""
    return [close_to(topic.topic, topic.near) for topic in result.topics if topic.near]


def renamed(done: Renamed) -> str:
    """The two names of a topic."""
    return f"Renamed: {visible(done.before)} is now {visible(done.after)}"


def merged(done: TopicsMerged) -> str:
    """Which topic went into which, and how many share it now."""
    share = counted(done.people, "person shares", "people share")
    return f"Merged: {visible(done.gone)} is now {visible(done.into)}, which {share} with you"


def noted(note: Noted, today: date, screen: Screen) -> str:
    """What was learned about whom."""
    lead = f"Learned about {visible(note.person)} on {long_day(note.on, today)}, {note.about}: "
    return screen.wrap("", lead + visible(note.text), indent=2)


def topics(report: TopicsReport, today: date, screen: Screen) -> str:
    """All topics, as a table."""
    if not report.rows:
        return "No topics yet: netbook common WHO TOPIC"
    columns = [
        TableColumn("topic", "name", wraps=True),
        TableColumn("people", right=True),
        TableColumn("first found"),
        TableColumn("latest"),
    ]
    rows = [
        (row.topic, f"{row.people:,}", _day(row.first_found, today), _day(row.last_found, today))
        for row in report.rows
    ]
    return table(screen, columns, rows)


def sharers(report: SharersReport, today: date, screen: Screen) -> str:
    """Who shares one topic, as a table."""
    head = f"{visible(report.topic)}: shared with {counted(len(report.rows), 'person', 'people')}"
    if not report.rows:
        return head
    rows = [(row.person, f"since {terse_day(row.found_on, today)}", row.detail or "") for row in report.rows]
    columns = [TableColumn("", "name"), TableColumn(""), TableColumn("", "dim", wraps=True)]
    return f"{head}\n\n{table(screen, columns, rows)}"


def shared(report: SharedReport, today: date, screen: Screen) -> str:
    """What two people share, a line for each kind of thing."""
    pair = f"{visible(report.one)} and {visible(report.other)}"
    if not report.rows:
        return screen.wrap("", f"{pair} share nothing that the journal knows of", indent=2)
    lines = [screen.wrap("", f"{pair} share, as far as the journal knows:", indent=2)]
    for what, (one, many) in TITLES.items():
        rows = [row for row in report.rows if row.what == what]
        if rows:
            label = pad(one if len(rows) == 1 else many, LABEL)
            lines.append(screen.wrap(f"  {label}", ", ".join(_thing(row, today) for row in rows)))
    return "\n".join(lines)


def _thing(row: SharedRow, today: date) -> str:
    day = f" ({terse_day(row.date, today)})" if row.what == "event" and row.date else ""
    return visible(row.name) + day


def _day(day: date | None, today: date) -> str:
    return terse_day(day, today) if day else ""
