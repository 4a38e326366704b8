"""The Tab key at a prompt."""

from __future__ import annotations

from collections.abc import Callable

from netbook.errors import NetbookError

Choices = Callable[[str], list[str]]


class Tab:
    """Completes what stands after the last comma, where Python was built with readline or libedit."""

    def __init__(self) -> None:
        self.choices: Choices = lambda _: []
        self.matches: list[str] = []
        try:
            import readline
        except ImportError:
            return
        readline.set_auto_history(False)
        readline.set_completer_delims(",")
        readline.set_completer(self.complete)
        edits = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if edits else "tab: complete")

    def complete(self, typed: str, number: int) -> str | None:
        """The next completion, as readline asks for them: number 0, 1, … until None."""
        if number == 0:
            start = typed.lstrip()
            space = typed[: len(typed) - len(start)]
            try:
                self.matches = [space + choice for choice in self.choices(start)]
            except NetbookError:
                self.matches = []
        return self.matches[number] if number < len(self.matches) else None
