"""Whether the journal is sound, and what was repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.backup import LABEL, facts
from netbook.render.text import Screen, counted, pad, visible

if TYPE_CHECKING:
    from netbook.actions.doctor import Mended
    from netbook.reports.doctor import Health


def mended(done: Mended, screen: Screen) -> str:
    """What was rebuilt."""
    if not done.what:
        return "Nothing to repair"
    parts = [("made anew", ", ".join(done.what))]
    if done.backup is not None:
        parts.append(("backup", visible(str(done.backup))))
    return "\n".join(["Mended:", *facts(parts, screen)])


def health(report: Health, screen: Screen) -> str:
    """Each check, problems in the one warm colour, with what to do."""
    lines = [screen.wrap("", f"Checked {visible(str(report.path))}", indent=2)]
    for finding in report.findings:
        lead = f"  {pad(finding.check, LABEL)}"
        result = visible(finding.found) if finding.ok else f"wrong: {visible(finding.found)}"
        lines.append(screen.wrap(lead, result, "plain" if finding.ok else "late"))
        if finding.todo:
            lines.append(screen.wrap(f"  {pad('', LABEL)}", f"do: {visible(finding.todo)}"))
    lines.append("No problems found" if not report.wrong else f"{counted(report.wrong, 'thing')} wrong")
    return "\n".join(lines)
