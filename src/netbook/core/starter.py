"""Something to begin with: what you share, what you learned, what was last talked about."""

from __future__ import annotations


def starter(
    topics: str | None, note: str | None, summary: str | None, how_met: str | None, introduced_by: str | None,
    work: str | None,
) -> str | None:  # fmt: skip
    """One line to start a conversation from, the most personal first; None where nothing is known."""
    personal = [f"in common: {topics}" if topics else None, note]
    before = [
        f"last time: {summary}" if summary else None,
        f"introduced by {introduced_by}" if introduced_by else None,
        how_met,
        work,
    ]
    said = [part for part in personal if part] or [part for part in before if part][:2]
    return "; ".join(said) or None


def work(title: str | None, org: str | None) -> str | None:
    """What somebody does and where: "engineer at Acme"."""
    return f"{title} at {org}" if title and org else title or org
