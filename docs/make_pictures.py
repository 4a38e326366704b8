"""The pictures of the README: `due` and `goal` of the demo journal, for light and for dark pages.

`python docs/make_pictures.py` writes docs/terminal-light.svg and docs/terminal-dark.svg.
"""

from __future__ import annotations

import io
import re
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI, TerminalTheme
from rich.text import Text

from netbook.actions.demo import fill
from netbook.actions.transaction import writing
from netbook.render import due as due_render
from netbook.render import goal as goal_render
from netbook.render.text import Screen
from netbook.reports import due, goal

TODAY = date(2026, 11, 21)
WIDTH = 84
LIGHT = TerminalTheme(
    (251, 250, 247), (40, 40, 40),
    [(40, 40, 40), (170, 60, 40), (50, 120, 60), (150, 110, 20), (50, 90, 160), (130, 60, 130), (30, 120, 130),
     (110, 110, 110)],
)  # fmt: skip
# The pictures fetch no font from anywhere.
FONTS = re.compile(r"@font-face \{.*?\}\n?", re.S)


def screens() -> str:
    """What the terminal shows, with its colours."""
    screen = Screen(WIDTH, colour=True)
    with tempfile.TemporaryDirectory() as folder:
        journal = str(Path(folder) / "netbook.db")
        with writing(journal, "demo") as db:
            fill(db, TODAY)
        with writing(journal, "pictures") as db:
            morning = due_render.text(due.build(db, TODAY, due.DueQuery(limit=3, reach=3)), screen)
            goals = goal_render.text(goal.build(db, TODAY, goal.GoalQuery()), screen)
    return f"$ netbook due\n{morning.rstrip()}\n\n$ netbook goal\n{goals.rstrip()}\n"


def picture(shown: str, theme: TerminalTheme) -> str:
    """The screens as SVG."""
    console = Console(
        record=True, width=WIDTH + 2, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(shown), end="")
    return FONTS.sub("", console.export_svg(title="netbook", theme=theme, unique_id="netbook"))


def main() -> None:
    """Write both pictures."""
    shown, folder = screens(), Path(__file__).parent
    for name, theme in (("light", LIGHT), ("dark", DIMMED_MONOKAI)):
        (folder / f"terminal-{name}.svg").write_text(picture(shown, theme), encoding="utf-8")


if __name__ == "__main__":
    main()
