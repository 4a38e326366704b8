"""The review of a period, on a screen."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.periods import Span
from netbook.render.days import short_day
from netbook.render.text import Screen, clip, counted, joined, pad, visible, width_of
from netbook.reports.review import ReviewReport, ReviewRow

NOBODY_YET = 'Nobody is in the journal yet: netbook add "NAME", or netbook import FILE'
NAMED, PLACES = 3, 5  # names beside a figure and organisations, where it is to be brief
CLIPPED = 60
LABEL = 24
ROOM = 16  # cells that names want beside the figures; else they go beneath

# Figures that count what is missing, and what to say before the circles they name.
BARE = {"circles_without_contact": "no contact in", "circles_without_people": "nobody is in"}

# The rows by their figure.
Rows = dict[str, list[ReviewRow]]


class Shown(NamedTuple):
    """A figure and its label, its own `of` where that is empty.

    It is shown where there was anything now or before, or always; names are beside it, or the count says it all.
    """

    figure: str
    label: str
    always: bool = False
    names: bool = False


class ReviewSection(NamedTuple):
    """Figures that are shown together; of promises those of one side."""

    title: str
    figures: tuple[Shown, ...]
    of: str | None = None


PROMISES = (
    Shown("promises_kept_in_time", "kept in time"),
    Shown("promises_kept_late", "kept late"),
    Shown("promises_dropped", "dropped"),
    Shown("promises_open", "open"),
    Shown("promises_overdue", "of them overdue"),
)
SECTIONS = (
    ReviewSection("Connections", (
        Shown("new_connections", "new at events", always=True, names=True),
        Shown("followed_up", "of them followed up", names=True),
        Shown("events", "events", names=True),
        Shown("goals_reached", "reached their goal"),
        Shown("found_in_common", "found in common"),
        Shown("introductions", "introductions", names=True),
    )),
    ReviewSection("Meetings", (
        Shown("in_person", "in person", always=True),
        Shown("live", "live", always=True),
        Shown("written", "written", always=True),
        Shown("in_person_share", "in person, of contact"),
        Shown("minutes", "hours noted"),
        Shown("minutes_in_person", "of them in person"),
        Shown("people_met", "people met", always=True),
        Shown("fleeting", "fleeting encounters", names=True),
    )),
    ReviewSection("Circles", (Shown("circle_contacts", "", always=True),)),
    ReviewSection("Give and take", (
        Shown("gave", "gave", always=True),
        Shown("got", "got", always=True),
        Shown("thanked", "thank-yous"),
        Shown("thanked_by_hand", "of them by hand", names=True),
        Shown("thanks_owed", "thanks owed", names=True),
    )),
    ReviewSection("Your promises", PROMISES, "mine"),
    ReviewSection("Their promises", PROMISES, "theirs"),
    ReviewSection("Relationships", (
        Shown("drifting", "drifting", always=True, names=True),
        Shown("only_on_a_screen", "only on a screen", names=True),
        Shown("strains_opened", "strained", names=True),
        Shown("strains_repaired", "repaired", names=True),
        Shown("strains_open", "still strained", names=True),
    )),
    ReviewSection("Organisations", (Shown("org_contacts", ""),)),
)  # fmt: skip


def text(report: ReviewReport, screen: Screen, *, brief: bool) -> str:
    """What the period came to in a line, then its figures by subject, each beside that of the period before."""
    if not report.anybody:
        return NOBODY_YET
    rows: Rows = {}
    for row in report.rows:
        rows.setdefault(row.figure, []).append(row)
    now, before = (_span(span, report.today) for span in report.period)
    number = max(len("before"), *(len(_figure(row.figure, row.now)) for row in report.rows))
    head = [
        screen.wrap("", f"{now}: {_summary(rows)}", indent=2),
        screen.style(f"before: {before}", "dim"),
    ]
    if _is_without_news(report.rows):
        return "\n".join([*head, *_bare_circles(rows, screen)])
    head.append("")
    head.append(screen.style(f"  {pad('', LABEL)}{'now'.rjust(number)}  {'before'.rjust(number)}", "dim"))
    beside = _beside(rows)
    lines = (_section(section, rows, beside, screen, number, brief) for section in SECTIONS)
    return "\n".join(head + [line for section in lines for line in section])


def _is_without_news(rows: Sequence[ReviewRow]) -> bool:
    """Whether nothing happened, now or before, and nothing is open: only circles have something to say."""
    return not any(row.now or row.before for row in rows if row.figure not in BARE)


def _bare_circles(rows: Rows, screen: Screen) -> list[str]:
    """The circles in which nobody was met, and those with nobody in them, in one line."""
    parts = [
        f"{missing} {joined([visible(name) for name in rows[figure][0].detail])}"
        for figure, missing in BARE.items()
        if rows[figure][0].detail
    ]
    return [screen.wrap("", "; ".join(parts), "dim", indent=2)] if parts else []


def _section(
    section: ReviewSection, rows: Rows, beside: dict[tuple[str, str | None], str], screen: Screen, number: int,
    brief: bool,
) -> list[str]:  # fmt: skip
    """The title and the figures of a section; nothing at all where none is to be shown."""
    lines = []
    left_out = 0
    for shown in section.figures:
        items = [
            row for row in rows.get(shown.figure, ())
            if (section.of is None or row.of == section.of) and (shown.always or row.now or row.before)
        ]  # fmt: skip
        if brief and shown.figure == "org_contacts":
            left_out = max(len(items) - PLACES, 0)
            items = items[:PLACES]
        for row in items:
            line = _names(row.detail, brief) if shown.names else beside.get((row.figure, row.of), "")
            lines.append(_line(shown.label or visible(row.of or ""), row, line, screen, number))
    if left_out:
        lines.append(screen.style(f"  … and {left_out:,} more: --all shows them", "dim"))
    return [screen.style(section.title, "name"), *lines] if lines else []


def _summary(rows: Rows) -> str:
    in_person, live, written, people, new = (
        rows[figure][0].now or 0
        for figure in ("in_person", "live", "written", "people_met", "new_connections")
    )
    if not in_person + live + written:
        return "no meetings; netbook log WHO records one"
    made = counted(new, "new connection")
    if not in_person + live:
        return f"no human contact, {written:,} written; {made}"
    return f"{counted(in_person + live, 'contact')} with {counted(people, 'person', 'people')}, {made}"


def _line(label: str, row: ReviewRow, text: str, screen: Screen, number: int) -> str:
    name = pad(clip(label, LABEL - 1) if screen.width else label, LABEL)
    now, before = (_figure(row.figure, value).rjust(number) for value in (row.now, row.before))
    lead = f"  {name}{now}  {before}  "
    if screen.width is not None and screen.width - width_of(lead) < ROOM and text:
        return f"{lead.rstrip()}\n{screen.wrap('    ', text, 'dim')}"
    return screen.wrap(lead, text, "dim")


def _figure(figure: str, value: int | None) -> str:
    if value is None:
        return "-"
    if figure == "in_person_share":
        return f"{value} %"
    if figure.startswith("minutes"):
        return f"{value // 60:,}:{value % 60:02}"
    return f"{value:,}"


def _names(detail: Sequence[str], brief: bool) -> str:
    """What a figure counts, in words; where it is to be brief, the first of it."""
    names = [clip(visible(name), CLIPPED) if brief else visible(name) for name in detail]
    more = len(names) - NAMED
    return joined([*names[:NAMED], f"{more:,} more"] if brief and more > 0 else names)


def _beside(rows: Rows) -> dict[tuple[str, str | None], str]:
    """The note beside circles and organisations: what is missing there, how many people."""
    line: dict[tuple[str, str | None], str] = {}
    for figure, missing in (
        ("circles_without_contact", "no contact"), ("circles_without_people", "nobody is in it"),
    ):  # fmt: skip
        line |= {("circle_contacts", name): missing for name in rows[figure][0].detail}
    for row in rows.get("org_people", ()):
        if row.now:
            line["org_contacts", row.of] = counted(row.now, "person", "people")
    return line


def _span(span: Span, today: date) -> str:
    """ "1 to 21 November", "1 October to 21 November", with the year where it is not today's."""
    first, last = span
    if first == last:
        return short_day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {short_day(last, today)}"
    return f"{short_day(first, today)} to {short_day(last, today)}"
