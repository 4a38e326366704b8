"""Something to begin with: what you share, what you learned, what was last talked about."""

from __future__ import annotations


def starter(
    topics: str | None, note: str | None, summary: str | None, how_met: str | None, introduced_by: str | None,
    title: str | None, org: str | None,
) -> str | None:  # fmt: skip
    """One line to start a conversation from, the most personal first; None where nothing is known."""
    if topics or note:
        shared = f"in common: {topics}" if topics else None
        return f"{shared}; {note}" if shared and note else shared or note
    before = (
        f"last time: {summary}" if summary else None,
        f"introduced by {introduced_by}" if introduced_by else None,
        how_met,
        work(title, org),
    )
    return "; ".join([part for part in before if part][:2]) or None


def work(title: str | None, org: str | None) -> str | None:
    """What somebody does and where: "engineer at Acme"."""
    return f"{title} at {org}" if title and org else title or org
