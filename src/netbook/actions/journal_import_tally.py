"""Count the lines of a journal's export by what happened to them."""

from __future__ import annotations

from datetime import date

from netbook.actions.importer import FATES
from netbook.core.journal_export import ExportLine, UnreadableLine
from netbook.formats.records import Fate, Problem, excerpt

_NAMED_BY = ("name", "text", "summary", "fleeting", "address", "number", "line", "org", "uid")


class Tally:
    """Counts each line once, and collects problems."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(FATES, 0)
        self.problems: list[Problem] = []
        self.people: list[str] = []
        self.meetings = 0
        self.notes = 0
        self.followups = 0
        self.first_meeting: date | None = None
        self.last_meeting: date | None = None

    def count(self, fate: str) -> None:
        """Count a line that was taken."""
        self.counts[fate] += 1

    def added(self, line: ExportLine) -> None:
        """Count a line that is news, and what it is."""
        self.count("added")
        match line.table:
            case "person":
                self.people.append(str(line.row["name"]))
            case "meeting":
                day = date.fromisoformat(line.row["date"])
                self.meetings += 1
                self.first_meeting = min(self.first_meeting or day, day)
                self.last_meeting = max(self.last_meeting or day, day)
            case "note":
                self.notes += 1
            case "followup":
                self.followups += 1

    def tell(self, line: ExportLine | UnreadableLine, why: str, fate: Fate) -> None:
        """Add a problem; unless it is a warning it counts as its line."""
        self.problems.append(
            Problem(line.number, line.what if isinstance(line, UnreadableLine) else what(line), why, fate)
        )
        if fate != "warned":
            self.count(fate)


def what(line: ExportLine) -> str:
    """The name of a line in a problem: its table, and a value that identifies it."""
    words = (line.row.get(column) for column in _NAMED_BY)
    named = next((word for word in words if isinstance(word, str) and word), line.row.get("id", ""))
    shown = excerpt(f"{line.table.replace('_', ' ')} {named}".strip())
    return shown.encode("utf-8", "replace").decode("utf-8")
