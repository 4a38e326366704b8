"""The demo: a few commands with their answers, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from netbook.render.text import Screen


def text(pages: Sequence[tuple[str, str]], path: Path, screen: Screen) -> str:
    """Each command with what it says, then how to play with this journal."""
    parts = ["A journal of people who do not exist. Each morning it says whom to reach out to, and why.\n"]
    parts += [f"{screen.style('$ ' + command, 'dim')}\n{answer.rstrip()}\n" for command, answer in pages]
    parts.append(
        "Play with it:\n"
        f"  export NETBOOK_DB={quote(str(path))}\n"
        '  netbook log lena --kind lunch -m "the college choice" -c sourdough\n'
        "  netbook due\n"
        "  netbook show lena\n"
        "It is in a temporary place. Your own journal begins with:\n"
        '  netbook add "NAME" --circle peers'
    )
    return "\n".join(parts)
