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
    lines = [proposal(one, screen) for one in rows]
    return "\n".join([f"{len(rows):,} to confirm:", *lines, screen.wrap("  ", hint, "dim")])


def proposal(one: OpenProposal, screen: Screen) -> str:
    """The day, the kind and how long, with whom, where, what it was called."""
    kind = f"{one.kind}, {one.minutes} min" if one.minutes else one.kind
    names = [clip(visible(name), 40) for name in one.people[:PEOPLE_SHOWN]]
    more = [f"{len(one.people) - len(names):,} more"] if len(one.people) > len(names) else []
    place = f", at {clip(visible(one.place), 60)}" if one.place else ""
    summary = f": {clip(visible(one.summary), 80)}" if one.summary else ""
    when = f"{one.on.isoformat()}{f' {one.at}' if one.coming and one.at else ''}"
    return screen.wrap(f"  {when}  {kind:<16}  ", f"with {joined([*names, *more])}{place}{summary}")


def done(result: ConfirmedEvidence) -> str:
    """The result of the answers."""
    line = (
        (result.meetings, counted(result.meetings, "meeting")),
        (result.plans, counted(result.plans, "plan")),
        (result.dismissed, f"{result.dismissed:,} put away"),
    )
    return joined([text for number, text in line if number]) or "Nothing changed"
