"""The result of an import, for a screen and for a script."""

from __future__ import annotations

from typing import Any

from netbook.actions.calendar_proposals import CalendarProposal, unconfirmed
from netbook.actions.imports import Imported, ImportedFile
from netbook.core.import_matching import IN_WORDS
from netbook.core.journal_export import NAME
from netbook.render.text import Screen, clip, counted, joined, visible

# On a terminal; a script gets every problem.
PROBLEMS_SHOWN = 10
NAMES_SHOWN = 3
FILES_SHOWN = 10
ATTENDEES_SHOWN = 6
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
            {"line": problem.line, "what": problem.what, "why": problem.why}
            | ({"file": problem.file} if done.files else {})
            for problem in sorted(
                (*done.problems, *unconfirmed(done.proposals)), key=lambda one: (one.file or "", one.line)
            )
        ],
    } | ({"files": [_file(each) for each in done.files]} if done.files else {})


def _file(file: ImportedFile) -> dict[str, Any]:
    many = file.counts
    return {
        "file": file.name, "format": file.format, "read": many.read, "added": many.added, "changed": many.changed,
        "same": many.same, "skipped": many.skipped, "failed": many.failed, "error": file.error,
    }  # fmt: skip


def files(done: Imported) -> list[str]:
    """A line for each of a few files; of many, only for those that could not be imported."""
    shown = [each for each in done.files if each.error or len(done.files) <= FILES_SHOWN]
    return [f"  {visible(each.name)}: {each.error or _counts(each)}" for each in shown]


def _counts(file: ImportedFile) -> str:
    """The counts of a file's records, without zeros."""
    many = file.counts
    named = (
        (many.added, "added"), (many.changed, "changed"), (many.same, "the same"), (many.skipped, "skipped"),
        (many.failed, "failed"),
    )  # fmt: skip
    return f"{file.format}, {joined([f'{number:,} {fate}' for number, fate in named if number]) or 'nothing in it'}"


def counts(done: Imported) -> str:
    """One line with the counts of records."""
    many = done.counts
    return (
        f"{many.read:,} read: {many.added:,} added, {many.changed:,} changed, {many.same:,} the same, "
        f"{many.skipped:,} skipped, {many.failed:,} failed"
    )


def left_out(folders: list[str]) -> str:
    """The folders of mail that were left out."""
    shown = [visible(name) for name in folders[:NAMES_SHOWN]]
    if more := len(folders) - len(shown):
        shown.append(f"{more:,} more")
    return f"trash, junk and drafts are left out unless you name them: {joined(shown)}"


def problems(done: Imported, most: int | None = PROBLEMS_SHOWN) -> list[str]:
    """A line for each problem, the worst first; at most so many, and the number of others."""
    broken = {each.name for each in done.files if each.error}
    shown = [problem for problem in done.problems if problem.file not in broken]
    ranked = sorted(shown, key=lambda problem: _WORST_FIRST.index(problem.fate))
    lines = []
    for problem in ranked[:most]:
        fate = "" if problem.fate == "warned" else f", {problem.fate}"
        where = f"{visible(problem.file)}, line" if problem.file else "line"
        lines.append(f"  {where} {problem.line:,}{fate}: {visible(problem.what)}: {visible(problem.why)}")
    if len(ranked) > len(lines):
        lines.append(f"  … and {len(ranked) - len(lines):,} more; --json lists them all")
    return lines


def text(done: Imported, screen: Screen) -> str:
    """What is new in the journal, in a few lines."""
    news = _news(done)
    if not (done.proposals or done.proposed or news):
        return "Nothing new: the journal has all of it already" if done.counts.same else "Nothing to import"
    if done.proposed is not None and not (done.people or done.meetings or done.plans or done.counts.changed):
        return (
            f"{done.proposed:,} more to confirm: netbook confirm"
            if done.proposed
            else "Nothing new to confirm"
        )
    if done.proposals and not (done.people or done.meetings or done.plans or done.counts.changed):
        return _proposed(done, screen)
    lines = ["Would import, without --dry-run:" if done.dry_run else "Imported:"]
    if done.backup is not None:
        news.append(("backup", visible(str(done.backup))))
    lines += [screen.wrap(f"  {what:<10}", value) for what, value in news]
    if done.people and done.circle is None and done.format != NAME:
        again = "netbook undo, then import with --circle NAME"
        how = "netbook edit WHO --circle NAME" if len(done.people) <= NAMES_SHOWN or done.dry_run else again
        how += "; or one by one: netbook sort"
        hint = f"in no circle yet, so none of them falls due: {how}"
        lines.append(screen.wrap("  ", hint, "dim"))
    if done.proposed is not None:
        lines.append(screen.wrap(f"  {'later':<10}", f"{done.proposed:,} more to confirm: netbook confirm"))
    elif done.proposals:
        lines.append(_proposed(done, screen))
    return "\n".join(lines)


def _news(done: Imported) -> list[tuple[str, str]]:
    rows = []
    if done.people:
        rows.append(("people", f"{len(done.people):,}: {_names(done.people)}"))
    if done.circle is not None and done.people:
        rows.append(("circle", visible(done.circle)))
    if spread := done.first_contacts:
        span = f"{spread.first.isoformat()} to {spread.last.isoformat()}"
        rows.append(("first", f"{counted(spread.people, 'contact', 'contacts')} spread from {span}"))
    if done.counts.changed:
        rows.append(("changed", _changed(done)))
    if done.meetings and done.first_meeting and done.last_meeting:
        first, last = done.first_meeting.isoformat(), done.last_meeting.isoformat()
        span = f"on {first}" if first == last else f"from {first} to {last}"
        rows.append(("meetings", f"{done.meetings:,}, {span}"))
    if done.notes:
        rows.append(("notes", f"{done.notes:,}"))
    if done.followups:
        rows.append(("promises", f"{done.followups:,}"))
    if done.plans:
        rows.append(("plans", f"{done.plans:,}: netbook plan"))
    if (expected := done.expected) and expected.people:
        day = expected.on.isoformat()
        rows.append(("expected", f"{expected.people:,} at {visible(expected.event)}, {day}"))
    return rows


def _changed(done: Imported) -> str:
    if not done.changes:
        one = ("row", None) if done.format == NAME else ("person", "people")
        return f"{counted(done.counts.changed, *one)} with something new"
    shown = [
        f"{clip(visible(one.person), 40)} ({', '.join(IN_WORDS.get(what, what) for what in one.new)})"
        for one in done.changes[:NAMES_SHOWN]
    ]
    more = done.counts.changed - len(shown)
    return f"{done.counts.changed:,}: {joined([*shown, f'{more:,} more'] if more > 0 else shown)}"


def _names(people: tuple[str, ...]) -> str:
    names = [clip(visible(name), 40) for name in people[:NAMES_SHOWN]]
    more = len(people) - len(names)
    return joined([*names, f"{more:,} more"] if more else names)


def _proposed(done: Imported, screen: Screen) -> str:
    """The occasions of a calendar that nobody confirmed yet, the latest first."""
    many = counted(len(done.proposals), "occasion")
    lines = [f"{many} with somebody you know. None is taken until you confirm it:"]
    lines += [proposal(each, screen) for each in done.proposals]
    hint = "netbook import FILE asks about each on a terminal; --confirmed accepts all"
    return "\n".join([*lines, screen.wrap("  ", hint, "dim")])


def proposal(occasion: CalendarProposal, screen: Screen) -> str:
    """An occasion: the day, the kind and how long, with whom, where, what it was called."""
    kind = f"{occasion.kind}, {occasion.minutes} min" if occasion.minutes else occasion.kind
    names = [*occasion.people, *occasion.others]
    shown = [clip(visible(name), 40) for name in names[:ATTENDEES_SHOWN]]
    more = [f"{len(names) - len(shown):,} more"] if len(names) > len(shown) else []
    place = f", at {clip(visible(occasion.place), 60)}" if occasion.place else ""
    summary = f": {clip(visible(occasion.summary), 80)}" if occasion.summary else ""
    with_whom = f"with {joined([*shown, *more])}"
    coming = ", still to come" if occasion.coming else ""
    return screen.wrap(f"  {occasion.day.isoformat()}  {kind:<16}  ", f"{with_whom}{place}{summary}{coming}")
