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
    "people": "people_list",
    "merge": "duplicates",
    "duplicates": "duplicates",
    "remove": "people",
    "pause": "people",
    "resume": "people",
    "goodbye": "farewell",
    "circles": "circles",
    "circle": "circles",
    "common": "common",
    "topics": "common",
    "shared": "common",
    "intros": "intros",
    "intro": "intros",
    "learn": "common",
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
    "review": "lookback",
    "trend": "lookback",
    "reach": "lookback",
    "export": "export",
    "import": "imports",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "backup": "trust",
    "restore": "trust",
    "doctor": "trust",
    "encrypt": "encryption",
    "decrypt": "encryption",
    "demo": "demo",
}

Function = Callable[..., int | None]


class Command(NamedTuple):
    """A command: what carries it out, and what the list of commands says of it where its help says more."""

    function: Function
    short_help: str | None


_known: dict[str, Command] = {}


def command(name: str, short_help: str | None = None) -> Callable[[Function], Function]:
    """Make a function the command of that name."""

    def known(function: Function) -> Function:
        _known[name] = Command(function, short_help)
        return function

    return known


def find(name: str) -> Command:
    """The command of that name, from the module it lives in."""
    import_module(f"netbook.cli.{COMMANDS[name]}")
    return _known[name]
