"""Proposals to be confirmed, and the result of the answers."""

from netbook.actions.confirm import ConfirmedEvidence
from netbook.render.text import Screen, clip, counted, joined, visible
from netbook.reports.confirm import OpenProposal

PEOPLE_SHOWN = 6


def listing(rows: list[OpenProposal], screen: Screen) -> str:
    """A line for each proposal, and how to answer."""
    if not rows:
        return "Nothing to confirm"
    hint = "netbook confirm asks about each on a terminal; --yes accepts all, --no rejects all"
    lines = [proposal(row, screen) for row in rows]
    return "\n".join([f"{len(rows):,} to confirm:", *lines, screen.wrap("  ", hint, "dim")])


def proposal(row: OpenProposal, screen: Screen) -> str:
    """The day, the kind and how long, with whom, where, what it was called."""
    kind = f"{row.kind}, {row.minutes} min" if row.minutes else row.kind
    names = [clip(visible(name), 40) for name in row.people[:PEOPLE_SHOWN]]
    more = [f"{len(row.people) - len(names):,} more"] if len(row.people) > len(names) else []
    place = f", at {clip(visible(row.place), 60)}" if row.place else ""
    summary = f": {clip(visible(row.summary), 80)}" if row.summary else ""
    when = f"{row.on.isoformat()}{f' {row.at}' if row.coming and row.at else ''}"
    return screen.wrap(f"  {when}  {kind:<16}  ", f"with {joined([*names, *more])}{place}{summary}")


def done(result: ConfirmedEvidence) -> str:
    """The result of the answers."""
    line = (
        (result.meetings, counted(result.meetings, "meeting")),
        (result.plans, counted(result.plans, "plan")),
        (result.dismissed, f"{result.dismissed:,} put away"),
    )
    return joined([text for number, text in line if number]) or "Nothing changed"
