"""What you have in common and may have in common, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.text import Screen, counted, visible

if TYPE_CHECKING:
    from netbook.reports.guesses import CommonReport, GuessRow


def common(report: CommonReport, limit: int | None, screen: Screen) -> str:
    """What is shared, then the guesses, each with the command that records it.

    For everybody the list of guesses comes first in question, so what is shared is only counted.
    """
    sure = [row for row in report.rows if row.sure]
    guesses = [row for row in report.rows if not row.sure]
    blocks = []
    if report.person is None:
        blocks.append(f"{counted(len({row.topic for row in sure}), 'topic')} shared: netbook topics")
    elif sure:
        lines = [screen.wrap(f"  {visible(row.topic)}  ", row.because, "dim") for row in sure[:limit]]
        blocks.append("\n".join([f"In common with {visible(report.person)}", *lines, *_more(sure, limit)]))
    if guesses:
        shown = [line for row in guesses[:limit] for line in _guess(row, report.person is None, screen)]
        blocks.append("\n".join(["Perhaps", *shown, *_more(guesses, limit)]))
    elif report.person is None or not sure:
        about = f" with {visible(report.person)}" if report.person else ""
        blocks.append(
            f"Nothing to guess in common{about} yet: netbook likes WHO TOPIC, netbook learn WHO TEXT"
        )
    return "\n\n".join(blocks)


def _guess(row: GuessRow, named: bool, screen: Screen) -> list[str]:
    who = f"{visible(row.person)}: " if named else ""
    topic = visible(row.topic) if " " not in row.topic else f'"{visible(row.topic)}"'
    return [
        screen.wrap(f"  {who}{visible(row.topic)}  ", row.because and visible(row.because), indent=6),
        screen.wrap("      ", f"netbook common {row.handle} {topic}   (wrong: add --not)", "dim"),
    ]


def _more(rows: list[GuessRow], limit: int | None) -> list[str]:
    left = len(rows) - (limit if limit is not None else len(rows))
    return [f"  … and {left:,} more: add --all"] if left > 0 else []
