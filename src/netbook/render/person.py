"""Everything about one person on a screen: who they are, then what happened, newest first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netbook.render.days import late, short_day
from netbook.render.favors import both_ways
from netbook.render.text import Screen, clip, joined, link_to, pad, visible
from netbook.reports.person import FavorRow, JobRow, MeetingRow, PersonReport

LABEL = 14


class _Entry(NamedTuple):
    """Something that happened on a day."""

    day: str
    what: str
    text: str
    ref: str


def text(report: PersonReport, today: date, screen: Screen) -> str:
    """The page."""
    lines = [_title(report, screen)]
    lines += [
        _linked(report, screen, screen.wrap("  " + pad(label, LABEL), visible(value)), label)
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
    history = sorted(_history(report, today), key=lambda entry: entry.day, reverse=True)
    if history:
        lines.append("")
    for entry in history:
        lead = f"  {pad(short_day(date.fromisoformat(entry.day), today), 18)}  {pad(entry.what, 11)}  "
        lines.append(screen.wrap(lead, f"{visible(entry.text)}  {screen.style(entry.ref, 'dim')}"))
    return "\n".join(lines)


def card(report: PersonReport, screen: Screen) -> str:
    """The owner's own card: who you are and what you care about; what only makes sense of others is left out."""
    lines = [_title(report, screen)]
    facts = (
        ("also called", ", ".join(report.aliases)),
        ("email", ", ".join(report.emails)),
        ("phone", ", ".join(report.phones)),
        ("address", "; ".join(report.addresses)),
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
    facts = "".join(f" · {visible(part)}" for part in rest if part)
    name = visible(report.name)
    line = screen.wrap("", f"{name} ({report.handle}){facts}", indent=2)
    return line.replace(name, screen.style(name, "name"), 1)


def _facts(report: PersonReport, today: date) -> list[tuple[str, str | None]]:
    def day(text: str | None) -> str | None:
        return short_day(date.fromisoformat(text), today) if text else None

    due = date.fromisoformat(report.due_on) if report.due_on else None
    last = ", ".join(filter(None, (report.last_kind, day(report.last_contact)))) or "never met"
    met = [report.how_met, f"introduced by {report.introducer}" if report.introducer else None]
    paused = (
        f"until {day(report.paused_until)}"
        if report.paused_until
        else f"until netbook resume {report.handle}"
    )
    return [
        ("last contact", last),
        ("due", f"{short_day(due, today)}, {late((today - due).days)}" if due else None),
        ("cadence", report.cadence),
        ("paused", paused if report.status == "paused" else None),
        ("parted", "; ".join(filter(None, (day(report.parted_on), report.parted_why)))),
        ("also called", ", ".join(report.aliases)),
        ("before", "; ".join(_job(job, today) for job in report.jobs)),
        ("email", ", ".join(report.emails)),
        ("phone", ", ".join(report.phones)),
        ("address", "; ".join(report.addresses)),
        ("link", ", ".join(report.urls)),
        ("birthday", _birthday(report.birthday)),
        ("tags", ", ".join(report.tags)),
        ("known since", day(report.known_since)),
        ("met", "; ".join(filter(None, met))),
        ("give, take", _balance(report.favors)),
    ]


def _linked(report: PersonReport, screen: Screen, fact: str, label: str) -> str:
    """A fact with its addresses as links; one that does not stand on a single line is left plain."""
    scheme, addresses = {
        "email": ("mailto", report.emails),
        "phone": ("tel", report.phones),
        "link": ("https", report.urls),
    }.get(label, ("", []))
    for address in addresses:
        shown = visible(address)
        fact = fact.replace(shown, screen.link(shown, link_to(scheme, address)), 1)
    return fact


def _job(job: JobRow, today: date) -> str:
    """What they did before, and until when."""
    work = ", ".join(filter(None, (job.title, job.department, job.org)))
    return f"{work} (until {short_day(date.fromisoformat(job.until), today)})" if job.until else work


def _balance(favors: list[FavorRow]) -> str | None:
    got = [favor for favor in favors if favor.direction == "got"]
    return both_ways(len(favors) - len(got), len(got), sum(favor.thanked_on is None for favor in got))


def _birthday(text: str | None) -> str | None:
    if text is None:
        return None
    month_and_day = date.fromisoformat(f"2000-{text[-5:]}")
    line = short_day(month_and_day, month_and_day)
    return line if text.startswith("--") else f"{line} {text[:4]}"


def _history(report: PersonReport, today: date) -> Iterator[_Entry]:
    """Every dated thing as day, word and sentence, with its reference."""
    for meeting in report.meetings:
        yield _Entry(meeting.date, meeting.kind, _meeting(meeting), meeting.ref)
    for common in report.commonalities:
        yield _Entry(common.found_on, "common", common.topic, common.ref)
    for note in report.notes:
        yield _Entry(note.date, note.about, note.text, note.ref)
    for favor in report.favors:
        yield _Entry(favor.date, favor.direction, favor.text, favor.ref)
        if favor.thanked_on:
            how = f" ({favor.thanked_how})" if favor.thanked_how else ""
            thanks = f": {favor.thanks}" if favor.thanks else ""
            yield _Entry(favor.thanked_on, "thanked", f"for {favor.text}{how}{thanks}", favor.ref)
    for followup in report.followups:
        who = "you promised" if followup.whose == "mine" else "they promised"
        by = f", by {short_day(date.fromisoformat(followup.due_on), today)}" if followup.due_on else ""
        text = f"{who}: {followup.text}{by} ({followup.status})"
        yield _Entry(followup.promised_on, "promise", text, followup.ref)
    for request in report.requests:
        yield _Entry(request.asked_on, "asked", f"{request.text} ({request.answer})", request.ref)
        if request.answered_on:
            reply = f": {request.reply}" if request.reply else ""
            yield _Entry(request.answered_on, "answer", f"{request.answer}{reply}", request.ref)
    for strain in report.strains:
        yield _Entry(strain.since, "strain", strain.text, strain.ref)
        if strain.repaired_on:
            yield _Entry(strain.repaired_on, "repaired", strain.repair or strain.text, strain.ref)
    for intro in report.introductions:
        because = f": {intro.because}" if intro.because else ""
        yield _Entry(intro.date, "intro", f"to {intro.to}, {intro.outcome}{because}", intro.ref)


def _meeting(row: MeetingRow) -> str:
    where = [f"with {joined(row.others)}" if row.others else None, f"at {row.event}" if row.event else None]
    where += [row.place, f"{row.minutes} min" if row.minutes else None]
    line = ", ".join(part for part in where if part)
    fleeting = f"and with somebody unnamed: {row.fleeting}" if row.fleeting else None
    return "; ".join(filter(None, (": ".join(filter(None, (line, row.summary))), fleeting))) or "—"
