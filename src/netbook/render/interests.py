"""What people care about, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.text import Screen, counted, joined, visible

if TYPE_CHECKING:
    from netbook.actions.interests import Liked, NotLiked

NAMED = 3


def liked(result: Liked, screen: Screen) -> str:
    """Who likes a topic now, who does besides, and how to say that you share it."""
    names = joined([visible(person.name) for person in result.people])
    verb = "likes" if len(result.people) == 1 else "like"
    already = "" if any(person.new for person in result.people) else ", as the journal already says"
    lines = [screen.wrap("", f"{names} {verb} {visible(result.topic)}{already}", indent=2)]
    if result.also:
        more = len(result.also) - NAMED
        others = [visible(name) for name in result.also[:NAMED]] + ([f"{more:,} more"] if more > 0 else [])
        lines.append(screen.wrap("  also liked by  ", joined(others)))
    if result.sharers:
        lines.append(f"  you share it with {counted(result.sharers, 'person', 'people')}")
    unshared = [person.handle for person in result.people if not person.shared and person.handle != "me"]
    if unshared and result.sharers:
        topic = f'"{visible(result.topic)}"' if " " in result.topic else visible(result.topic)
        lines.append(screen.wrap("  ", f"if you share it: netbook common {unshared[0]} {topic}", "dim"))
    return "\n".join(lines)


def not_liked(result: NotLiked) -> str:
    """Who is no longer said to like a topic."""
    return f"Taken back: {joined([visible(name) for name in result.people])}, {visible(result.topic)}"
