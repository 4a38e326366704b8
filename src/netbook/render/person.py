"""Everything about one person on a screen: who they are, then what happened, newest first."""

from __future__ import annotations

from datetime import date

from netbook.render.days import late, short_day
from netbook.render.favors import both_ways
from netbook.render.text import Screen, clip, joined, pad, visible
from netbook.reports.person import FavorRow, MeetingRow, PersonReport

LABEL = 14


def text(report: PersonReport, today: date, screen: Screen) -> str:
    """The page."""
    lines = [_title(report, screen)]
    lines += [
        screen.wrap("  " + pad(label, LABEL), visible(value))
        for label, value in _facts(report, today)
        if value
    ]
    if report.commonalities:
        shared = [f"{row.topic}{f' ({row.detail})' if row.detail else ''}" for row in report.commonalities]
        lines.append(screen.wrap("  " + pad("in common", LABEL), visible(", ".join(shared))))
    if report.interests:
        liked = ", ".join(row.topic for row in report.interests)
        lines.append(screen.wrap("  " + pad("likes", LABEL), visible(liked)))
    for tie in report.ties:
        name = f"{tie.name} ({tie.handle})" if tie.handle else tie.name
        lines.append(
            screen.wrap("  " + pad(clip(visible(tie.word), LABEL - 1), LABEL), f"{visible(name)}  {tie.ref}")
        )
    history = sorted(_history(report, today), key=lambda entry: entry[0], reverse=True)
    if history:
        lines.append("")
    for day, what, value in history:
        lead = f"  {pad(short_day(date.fromisoformat(day), today), 18)}  {pad(what, 8)}  "
        lines.append(screen.wrap(lead, visible(value)))
    return "\n".join(lines)


def card(report: PersonReport, screen: Screen) -> str:
    """The owner's own card: who you are and what you care about; what only makes sense of others is left out."""
    lines = [_title(report, screen)]
    facts = (
        ("also called", ", ".join(report.aliases)),
        ("email", ", ".join(report.emails)),
        ("phone", ", ".join(report.phones)),
        ("link", ", ".join(report.urls)),
        ("birthday", _birthday(report.birthday)),
        ("tags", ", ".join(report.tags)),
        ("likes", ", ".join(row.topic for row in report.interests)),
    )
    lines += [screen.wrap("  " + pad(label, LABEL), visible(value)) for label, value in facts if value]
    lines += [
        screen.wrap("  " + pad(clip(visible(tie.word), LABEL - 1), LABEL), visible(tie.name))
        for tie in report.ties
    ]
    return "\n".join(lines)


def _title(report: PersonReport, screen: Screen) -> str:
    work = " at ".join(part for part in (report.title, report.org) if part)
    if report.department:
        work = f"{work}, {report.department}" if work else report.department
    rest = [report.circle, work, report.place, report.status if report.status != "active" else None]
    sentence = "".join(f" · {visible(part)}" for part in rest if part)
    name = visible(report.name)
    line = screen.wrap("", f"{name} ({report.handle}){sentence}", indent=2)
    return line.replace(name, screen.style(name, "name"), 1)


def _facts(report: PersonReport, today: date) -> list[tuple[str, str | None]]:
    def day(text: str | None) -> str | None:
        return short_day(date.fromisoformat(text), today) if text else None

    due = date.fromisoformat(report.due_on) if report.due_on else None
    last = f"{report.last_kind}, {day(report.last_contact)}" if report.last_contact else "never met"
    met = [report.how_met, f"introduced by {report.introducer}" if report.introducer else None]
    paused = f"until {day(report.paused_until)}" if report.paused_until else "until netbook resume"
    return [
        ("last contact", last),
        ("due", f"{short_day(due, today)}, {late((today - due).days)}" if due else None),
        ("cadence", report.cadence),
        ("paused", paused if report.status == "paused" else None),
        ("parted", "; ".join(filter(None, (day(report.parted_on), report.parted_why)))),
        ("also called", ", ".join(report.aliases)),
        ("email", ", ".join(report.emails)),
        ("phone", ", ".join(report.phones)),
        ("link", ", ".join(report.urls)),
        ("birthday", _birthday(report.birthday)),
        ("tags", ", ".join(report.tags)),
        ("known since", day(report.known_since)),
        ("met", "; ".join(filter(None, met))),
        ("give, take", _balance(report.favors)),
    ]


def _balance(favors: list[FavorRow]) -> str | None:
    got = [favor for favor in favors if favor.direction == "got"]
    return both_ways(len(favors) - len(got), len(got), sum(favor.thanked_on is None for favor in got))


def _birthday(text: str | None) -> str | None:
    if text is None:
        return None
    month_and_day = date.fromisoformat(f"2000-{text[-5:]}")
    line = short_day(month_and_day, month_and_day)
    return line if text.startswith("--") else f"{line} {text[:4]}"


def _history(report: PersonReport, today: date) -> list[tuple[str, str, str]]:
    """Every dated thing as day, word and sentence."""
    rows = [(row.date, row.kind, _meeting(row)) for row in report.meetings]
    rows += [(row.found_on, "common", row.topic) for row in report.commonalities]
    rows += [(row.date, row.about, row.text) for row in report.notes]
    for favor in report.favors:
        rows.append((favor.date, favor.direction, favor.text))
        if favor.thanked_on:
            how = f" ({favor.thanked_how})" if favor.thanked_how else ""
            rows.append(
                (
                    favor.thanked_on,
                    "thanked",
                    f"for {favor.text}{how}{f': {favor.thanks}' if favor.thanks else ''}",
                )
            )
    for followup in report.followups:
        who = "you promised" if followup.whose == "mine" else "they promised"
        by = f", by {short_day(date.fromisoformat(followup.due_on), today)}" if followup.due_on else ""
        rows.append(
            (
                followup.promised_on,
                "promise",
                f"{who}: {followup.text}{by} ({followup.status}, {followup.number})",
            )
        )
    for request in report.requests:
        rows.append((request.asked_on, "asked", f"{request.text} ({request.answer})"))
        if request.answered_on:
            rows.append(
                (
                    request.answered_on,
                    "answer",
                    f"{request.answer}{f': {request.reply}' if request.reply else ''}",
                )
            )
    for strain in report.strains:
        rows.append((strain.since, "strain", strain.text))
        if strain.repaired_on:
            rows.append((strain.repaired_on, "repaired", strain.repair or strain.text))
    for intro in report.introductions:
        because = f": {intro.because}" if intro.because else ""
        rows.append((intro.date, "intro", f"to {intro.to}, {intro.outcome}{because}"))
    return rows


def _meeting(row: MeetingRow) -> str:
    where = [f"with {joined(row.others)}" if row.others else None, f"at {row.event}" if row.event else None]
    where += [row.place, f"{row.minutes} min" if row.minutes else None]
    line = ", ".join(part for part in where if part)
    fleeting = f"and with somebody unnamed: {row.fleeting}" if row.fleeting else None
    return "; ".join(filter(None, (": ".join(filter(None, (line, row.summary))), fleeting))) or "—"
