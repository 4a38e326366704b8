"""What an import did, for a screen and for a script."""

from __future__ import annotations

from typing import Any

from netbook.actions.imports import Imported
from netbook.render.text import Paper, clip, counted, joined, visible

# On a terminal; a script gets every problem.
PROBLEMS_SHOWN = 10
NAMES_SHOWN = 3
_WORST_FIRST = ("failed", "warned", "skipped")


def as_object(done: Imported) -> dict[str, Any]:
    """The answer for a script."""
    return {
        "format": done.format,
        "dry_run": done.dry_run,
        "read": done.counts.read,
        "added": done.counts.added,
        "changed": done.counts.changed,
        "same": done.counts.same,
        "skipped": done.counts.skipped,
        "failed": done.counts.failed,
        "problems": [
            {"line": problem.line, "what": problem.what, "why": problem.why} for problem in done.problems
        ],
    }


def counts(done: Imported) -> str:
    """One line with what became of the records."""
    many = done.counts
    return (
        f"{many.read:,} read: {many.added:,} added, {many.changed:,} changed, {many.same:,} the same, "
        f"{many.skipped:,} skipped, {many.failed:,} failed"
    )


def problems(done: Imported, most: int | None = PROBLEMS_SHOWN) -> list[str]:
    """A line for each problem, the worst first; at most so many, and how many more there are."""
    ranked = sorted(done.problems, key=lambda problem: _WORST_FIRST.index(problem.fate))
    lines = []
    for problem in ranked[:most]:
        fate = "" if problem.fate == "warned" else f", {problem.fate}"
        lines.append(f"  line {problem.line:,}{fate}: {visible(problem.what)}: {visible(problem.why)}")
    if len(ranked) > len(lines):
        lines.append(f"  … and {len(ranked) - len(lines):,} more; --json lists them all")
    return lines


def text(done: Imported, paper: Paper) -> str:
    """What is new in the journal, in a few lines."""
    if not (done.people or done.meetings or done.notes or done.counts.changed):
        return "Nothing new: the journal has all of it already" if done.counts.same else "Nothing to import"
    lines = ["Would import, without --dry-run:" if done.dry_run else "Imported:"]
    lines += [paper.hang(f"  {what:<10}", said) for what, said in _news(done)]
    if done.people and done.circle is None:
        hint = "in no circle yet, so none of them falls due: netbook edit WHO --circle NAME"
        lines.append(paper.hang("  ", hint, "dim"))
    return "\n".join(lines)


def _news(done: Imported) -> list[tuple[str, str]]:
    rows = []
    if done.people:
        rows.append(("people", f"{len(done.people):,}: {_names(done.people)}"))
    if done.circle is not None and done.people:
        rows.append(("circle", visible(done.circle)))
    if done.counts.changed:
        rows.append(("changed", f"{counted(done.counts.changed, 'person', 'people')} with something new"))
    if done.meetings and done.first_meeting and done.last_meeting:
        first, last = done.first_meeting.isoformat(), done.last_meeting.isoformat()
        span = f"on {first}" if first == last else f"from {first} to {last}"
        rows.append(("meetings", f"{done.meetings:,}, {span}"))
    if done.notes:
        rows.append(("notes", f"{done.notes:,}"))
    if done.backup is not None:
        rows.append(("backup", visible(str(done.backup))))
    return rows


def _names(people: tuple[str, ...]) -> str:
    names = [clip(visible(name), 40) for name in people[:NAMES_SHOWN]]
    more = len(people) - len(names)
    return joined([*names, f"{more:,} more"] if more else names)
