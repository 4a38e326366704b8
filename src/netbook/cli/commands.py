"""The commands: where each lives, and the function that carries it out.

A command's function takes the setting first, then what its line says. How that is said stands in its
annotations, which only Typer reads: nothing here loads it, and neither does a module of commands.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

# Command: the module it lives in. The order is that of --help.
COMMANDS = {
    "log": "log",
    "jot": "log",
    "due": "due",
    "prep": "prep",
    "goal": "events",
    "find": "find",
    "add": "people",
    "edit": "edit",
    "show": "people",
    "meetings": "meetings",
    "people": "people_list",
    "merge": "duplicates",
    "duplicates": "duplicates",
    "remove": "people",
    "pause": "people",
    "resume": "people",
    "goodbye": "goodbye",
    "circles": "circles",
    "circle": "circles",
    "common": "topics",
    "topics": "topics",
    "shared": "topics",
    "intros": "intros",
    "intro": "intros",
    "learn": "topics",
    "promise": "followups",
    "todo": "followups",
    "done": "followups",
    "drop": "followups",
    "gave": "favors",
    "got": "favors",
    "thank": "favors",
    "ask": "requests",
    "answer": "requests",
    "strain": "favors",
    "repair": "favors",
    "event": "events",
    "events": "events",
    "review": "review",
    "trend": "trend",
    "roots": "roots",
    "reach": "reach",
    "export": "export",
    "import": "imports",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "backup": "backup",
    "restore": "backup",
    "doctor": "doctor",
    "encrypt": "encryption",
    "decrypt": "encryption",
    "demo": "demo",
}

Function = Callable[..., int | None]


class Command(NamedTuple):
    """A command: what carries it out, and what the list of commands says of it where its help says more.

    One that changes the journal takes `--json` and `--dry-run` without naming them: the context has them.
    """

    function: Function
    short_help: str | None
    changes: bool

    def context_options(self) -> frozenset[str]:
        """The parameters that the command takes and its function does not: they are the context's."""
        own = self.function.__code__.co_varnames[: self.function.__code__.co_argcount]
        return frozenset(("json", "dry_run") if self.changes else ()) - frozenset(own)


_known: dict[str, Command] = {}


def command(
    name: str, short_help: str | None = None, *, changes: bool = False
) -> Callable[[Function], Function]:
    """Make a function the command of that name; `changes` says that it changes the journal."""

    def known(function: Function) -> Function:
        _known[name] = Command(function, short_help, changes)
        return function

    return known


def find(name: str) -> Command:
    """The command of that name, from the module it lives in."""
    import_module(f"netbook.cli.{COMMANDS[name]}")
    return _known[name]
