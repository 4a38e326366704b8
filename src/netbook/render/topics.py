"""Common ground: changes to it, and lists of who shares what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import long_day, short_day, terse_day
from netbook.render.favors import points
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, joined, pad, visible, width_of

if TYPE_CHECKING:
    from netbook.actions.interests import GuessesRefused
    from netbook.actions.learn import Noted
    from netbook.actions.topics import InCommon, Renamed, SharedTopic, TopicsMerged
    from netbook.reports.shared import SharedReport, SharedRow
    from netbook.reports.topics import SharersReport, TopicsReport

LABEL = 14
NAMED = 3  # people named before the rest is counted
TITLES = {
    "topic": ("topic", "topics"),
    "interest": ("both like", "both like"),
    "event": ("event", "events"),
    "circle": ("circle", "circles"),
    "org": ("organisation", "organisations"),
    "department": ("department", "departments"),
    "place": ("place", "places"),
    "knows": ("both know", "both know"),
    "tie": ("tie", "ties"),
}


def in_common(result: InCommon, today: date, screen: Screen) -> str:
    """The topics found in common with somebody."""
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
    """A hint that a new topic resembles existing ones."""
    others = joined([f'"{visible(name)}"' for name in near])
    return (
        f'netbook: "{visible(topic)}" is a new topic, close to {others}; '
        f'to make them one: netbook topics "{visible(topic)}" --merge "{visible(near[0])}"'
    )


def warnings(result: InCommon) -> list[str]:
    """Warnings about the recorded topics, for stderr."""
    return [close_to(topic.topic, topic.near) for topic in result.topics if topic.near]


def renamed(done: Renamed) -> str:
    """The two names of a topic."""
    return f"Renamed: {visible(done.before)} is now {visible(done.after)}"


def merged(done: TopicsMerged) -> str:
    """Which topic went into which, and how many share it now."""
    share = counted(done.people, "person shares", "people share")
    return f"Merged: {visible(done.gone)} is now {visible(done.into)}, which {share} with you"


def noted(note: Noted, today: date, screen: Screen) -> str:
    """The note that was recorded; a short list of interests, topic by topic."""
    if note.interests:
        listed = joined([visible(topic) for topic in note.interests])
        return screen.wrap("", f"{visible(note.person)} likes {listed}, kept as interests", indent=2)
    lead = f"Learned about {visible(note.person)} on {long_day(note.on, today)}, {note.about}: "
    return screen.wrap("", lead + visible(note.text), indent=2)


def refused(result: GuessesRefused) -> str:
    """Topics that are not in common with somebody."""
    listed = joined([visible(topic) for topic in result.topics])
    return f"Not in common with {visible(result.person)}: {listed}; it is not guessed again"


def topics(report: TopicsReport, today: date, screen: Screen) -> str:
    """All topics, as a table."""
    if not report.rows:
        return "No topics yet: netbook common WHO TOPIC"
    columns = [
        TableColumn("topic", "name", wraps=True),
        TableColumn("shared", right=True),
        TableColumn("liked", right=True),
        TableColumn("first found"),
        TableColumn("latest"),
    ]
    rows = [
        (
            row.topic,
            f"{row.people:,}",
            f"{row.interested:,}",
            _day(row.first_found, today),
            _day(row.last_found, today),
        )
        for row in report.rows
    ]
    return table(screen, columns, rows)


def sharers(report: SharersReport, today: date, screen: Screen) -> str:
    """Who shares one topic, as a table."""
    shared = sum(row.shared for row in report.rows)
    head = f"{visible(report.topic)}: shared with {counted(shared, 'person', 'people')}"
    if len(report.rows) > shared:
        head += f"; {counted(len(report.rows) - shared, 'person likes', 'people like')} it besides"
    if not report.rows:
        return head
    rows = [
        (
            row.person,
            f"{'since' if row.shared else 'likes it, noted'} {terse_day(row.found_on, today)}",
            row.detail or "",
        )
        for row in report.rows
    ]
    columns = [TableColumn("", "name"), TableColumn(""), TableColumn("", "dim", wraps=True)]
    return f"{head}\n\n{table(screen, columns, rows)}"


def shared(report: SharedReport, today: date, screen: Screen) -> str:
    """What people share: for two a line for each kind of thing, for more a line for each thing with who has it."""
    everybody = joined([visible(name) for name in report.people])
    if not report.rows:
        return screen.wrap("", f"{everybody} share nothing that the journal knows of", indent=2)
    lines = [screen.wrap("", f"{everybody} share, as far as the journal knows:", indent=2)]
    if len(report.people) > 2:
        return "\n".join([*lines, *_by_thing(report, today, screen)])
    for what, (one, many) in TITLES.items():
        rows = [row for row in report.rows if row.what == what]
        if rows:
            label = pad(one if len(rows) == 1 else many, LABEL)
            lines.append(screen.wrap(f"  {label}", ", ".join(_thing(row, today) for row in rows)))
    return "\n".join(lines)


_OF_MANY = {"knows": "know", "interest": "topic"}


def _by_thing(report: SharedReport, today: date, screen: Screen) -> list[str]:
    labels = [(pad(_OF_MANY.get(row.what, row.what), LABEL), _thing(row, today)) for row in report.rows]
    width = min(max(width_of(thing) for _, thing in labels), 30)
    everybody = len(report.people)
    return [
        screen.wrap(
            f"  {label}{pad(thing, width)}  ",
            "all of them" if len(row.people) == everybody else ", ".join(map(visible, row.people)),
        )
        if row.what != "tie"
        else screen.wrap(f"  {label}", thing)
        for row, (label, thing) in zip(report.rows, labels, strict=True)
    ]


def _thing(row: SharedRow, today: date) -> str:
    if row.what == "tie":
        one, other = map(visible, row.people)
        return f"{one} is {other}'s {visible(row.name)}"
    day = f" ({terse_day(row.date, today)})" if row.what == "event" and row.date else ""
    return visible(row.name) + day


def _day(day: date | None, today: date) -> str:
    return terse_day(day, today) if day else ""
