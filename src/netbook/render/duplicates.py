"""People who may be in the journal twice, and the result of a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netbook.core.tables import TABLES
from netbook.render.text import Screen, counted, joined, pad, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netbook.actions.merge import MarkedNotSame, PeopleMerged
    from netbook.core.merge_decision import Count
    from netbook.reports.duplicates import DuplicatesReport

SURE = 8
LABEL = 13
LONGEST = 200  # characters of a value that is shown
# What moves with a person, as it is counted.
ROWS = {name: table.called for name, table in TABLES.items() if table.called}
ROWS["person"] = ("person they introduced", "people they introduced")


def duplicates(report: DuplicatesReport, screen: Screen) -> str:
    """How many pairs there are, each with the reason, and what to do about them."""
    if not report.rows:
        return screen.wrap("", _nobody(report), indent=2)
    if report.person is None:
        head = f"{counted(report.count, 'pair')} that may be one person, the most certain first"
    else:
        head = f"People who may be {visible(report.person)} as well, the most certain first"
    lines = [screen.wrap("", head, indent=2), ""]
    for row in report.rows:
        pair = f"{visible(row.b)} ({row.b_handle})"
        if report.person is None:
            pair = f"{visible(row.a)} ({row.a_handle}) and {pair}"
        lines.append(screen.wrap(f"  {pad(row.sure, SURE)}  ", pair, "name"))
        lines.append(screen.wrap(" " * (SURE + 4), visible(row.because), "dim"))
    who = f" {report.handle}" if report.handle else ""
    if report.count > len(report.rows):
        more = f"… and {report.count - len(report.rows):,} more: netbook duplicates{who} --all"
        lines.append("  " + screen.style(more, "dim"))
    hints = (
        f"if they are one: netbook merge {report.handle or 'KEEP'} OTHER",
        f"if they are two: netbook duplicates --not-same {report.handle or 'WHO'} WHO",
    )
    return "\n".join([*lines, "", *(screen.wrap("", hint, "dim", indent=2) for hint in hints)])


def _nobody(report: DuplicatesReport) -> str:
    if report.person is not None:
        return f"Nobody else may be {visible(report.person)}"
    return "No two people in the journal look like one person"


def set_not_same(done: MarkedNotSame) -> str:
    """That two people are different, or may be one again."""
    pair = f"{visible(done.one)} ({done.one_handle}) and {visible(done.other)} ({done.other_handle})"
    if done.apart:
        already = ", as you said before" if done.before else "; netbook duplicates no longer lists them"
        return f"Two people: {pair}{already}"
    if not done.before:
        return f"Nobody said that {pair} are two people"
    return f"May be one again: {pair}"


def merged(done: PeopleMerged, screen: Screen) -> str:
    """Who is one with whom now, what moved, what contradicted, and how to undo it."""
    person = f"{visible(done.name)} ({done.handle})"
    two = f"{visible(done.other)} ({done.other_handle})"
    lead = "Would merge, without --dry-run" if done.dry_run else "Merged"
    facts = [
        ("moved", _counts(done.decision.moved)),
        ("joined", _counts(done.decision.joined)),
        *(("filled in", f"{what}: {_short(value)}") for what, value in done.decision.filled),
        ("also known as", joined([visible(alias) for alias in done.decision.aliases])),
        *(("contradicted", _contradiction(*each)) for each in done.decision.contradicted),
        ("noted", _notes(done)),
        ("backup", visible(str(done.backup)) if done.backup else ""),
    ]
    lines = [screen.wrap("", f"{lead}: {two} into {person}", indent=2)]
    lines += [screen.wrap(f"  {pad(label, LABEL)}  ", text) for label, text in facts if text]
    if not done.dry_run:
        lines.append(screen.wrap("  ", "to take it back: netbook undo", "dim", indent=4))
    return "\n".join(lines)


def _counts(counts: Iterable[Count]) -> str:
    result = dict(counts)
    return joined([counted(result[name], *ROWS[name]) for name in ROWS if name in result])


def _contradiction(what: str, chosen: str | None, other: str) -> str:
    return f"{what}: {_short(chosen or 'none')} stays, {_short(other)} is a note now"


def _short(value: str) -> str:
    shown = visible(value)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _notes(done: PeopleMerged) -> str:
    """How many notes were written besides those of contradictions."""
    more = len(done.decision.notes) - len(done.decision.contradicted)
    return counted(more, "note") + " of what has no other place" if more > 0 else ""


def as_object(done: PeopleMerged) -> dict[str, Any]:
    """The answer for a script."""
    decision = done.decision
    return {
        "keep": done.handle,
        "other": done.other_handle,
        "dry_run": done.dry_run,
        "moved": dict(decision.moved),
        "joined": dict(decision.joined),
        "filled": dict(decision.filled),
        "aliases": list(decision.aliases),
        "contradicted": [contradiction._asdict() for contradiction in decision.contradicted],
        "notes": [{"about": about, "text": text} for about, text in decision.notes],
        "backup": str(done.backup) if done.backup else None,
    }
