"""What you have in common and may have in common, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.text import Screen, counted, visible

if TYPE_CHECKING:
    from netbook.reports.guesses import CommonReport, GuessRow, Likeliest


def common(report: CommonReport, limit: int | None, screen: Screen) -> str:
    """What is shared with one person, then the guesses, each with the command that records it."""
    sure = [row for row in report.rows if row.sure]
    guesses = [row for row in report.rows if not row.sure]
    blocks = []
    if sure:
        lines = [screen.wrap(f"  {visible(row.topic)}  ", row.because, "dim") for row in sure[:limit]]
        blocks.append(
            "\n".join([f"In common with {visible(report.person or '')}", *lines, *_more(sure, limit)])
        )
    if guesses:
        shown = [line for row in guesses[:limit] for line in _guess(row, screen)]
        blocks.append("\n".join(["Perhaps", *shown, *_more(guesses, limit)]))
    elif not sure:
        blocks.append(_nothing(f" with {visible(report.person or '')}"))
    return "\n\n".join(blocks)


def likeliest(report: Likeliest, screen: Screen) -> str:
    """The guesses about everybody, each with the command that records it; what is shared is only counted."""
    head = f"{counted(report.shared, 'topic')} shared: netbook topics"
    if not report.guesses:
        return f"{head}\n\n{_nothing()}"
    shown = [line for row in report.guesses for line in _guess(row, screen, f"{visible(row.person)}: ")]
    more = ["  … and more: add --all"] if report.more else []
    return "\n".join([head, "", "Perhaps", *shown, *more])


def _nothing(about: str = "") -> str:
    return f"Nothing to guess in common{about} yet: netbook likes WHO TOPIC, netbook learn WHO TEXT"


def _guess(row: GuessRow, screen: Screen, who: str = "") -> list[str]:
    topic = visible(row.topic) if " " not in row.topic else f'"{visible(row.topic)}"'
    return [
        screen.wrap(f"  {who}{visible(row.topic)}  ", row.because and visible(row.because), indent=6),
        screen.wrap("      ", f"netbook common {row.handle} {topic}   (wrong: add --not)", "dim"),
    ]


def _more(rows: list[GuessRow], limit: int | None) -> list[str]:
    left = len(rows) - (limit if limit is not None else len(rows))
    return [f"  … and {left:,} more: add --all"] if left > 0 else []
