"""The commands: their modules, their groups in `--help`, and the functions that carry them out.

A command's function takes the context first, then the parameters of its line. Their options are in its annotations,
which only Typer reads: neither this module nor a module of commands loads it.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

# Group: its commands, in the order of --help, each with the module it lives in.
GROUPS = {
    "Every day": {
        "log": "log",
        "jot": "jot",
        "plan": "plans",
        "due": "due",
        "prep": "prep",
        "goal": "events",
        "find": "find",
    },
    "People": {
        "add": "people",
        "edit": "edit",
        "me": "me",
        "show": "people",
        "meetings": "meetings",
        "people": "people_list",
        "sort": "sort",
        "merge": "duplicates",
        "duplicates": "duplicates",
        "remove": "people",
        "pause": "people",
        "resume": "people",
        "goodbye": "goodbye",
        "circles": "circles",
        "circle": "circles",
    },
    "Common ground": {
        "common": "topics",
        "likes": "interests",
        "topics": "topics",
        "shared": "topics",
        "intros": "intros",
        "intro": "intros",
        "tie": "ties",
        "learn": "topics",
    },
    "Give and take": {
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
    },
    "Events": {
        "event": "events",
        "events": "events",
    },
    "Look back": {
        "review": "review",
        "trend": "trend",
        "roots": "roots",
        "page": "page",
        "reach": "reach",
    },
    "Your data": {
        "export": "export",
        "import": "imports",
        "confirm": "confirm",
        "query": "query",
        "sync": "sync",
        "undo": "history",
        "redo": "history",
        "history": "history",
        "backup": "backup",
        "restore": "backup",
        "doctor": "doctor",
        "encrypt": "encryption",
        "decrypt": "encryption",
        "demo": "demo",
    },
}
COMMANDS = {name: module for group in GROUPS.values() for name, module in group.items()}

Function = Callable[..., int | None]


class Command(NamedTuple):
    """A command: its function, its line in the list of commands, and an example.

    Without a line of its own, the first sentence of its help is in the list. A command that changes the journal takes
    `--json` and `--dry-run` without declaring them: they are the context's. One that gives CSV takes `--spreadsheet`.
    """

    function: Function
    short_help: str | None
    example: str
    changes: bool

    def context_options(self) -> frozenset[str]:
        """The parameters that the command takes and its function does not: those of the context."""
        own = self.function.__code__.co_varnames[: self.function.__code__.co_argcount]
        shared = (("json", "dry_run") if self.changes else ()) + (("spreadsheet",) if "csv" in own else ())
        return frozenset(shared) - frozenset(own)


_known: dict[str, Command] = {}


def command(
    name: str, short_help: str | None = None, *, example: str = "", changes: bool = False
) -> Callable[[Function], Function]:
    """Register a function as the command of that name; `changes` says that it changes the journal."""

    def known(function: Function) -> Function:
        _known[name] = Command(function, short_help, example, changes)
        return function

    return known


def find(name: str) -> Command:
    """The command of that name, from the module it lives in."""
    import_module(f"netbook.cli.{COMMANDS[name]}")
    return _known[name]
