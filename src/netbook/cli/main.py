"""The entry point: runs a command and turns whatever happens into a line on stderr and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NoReturn

from netbook.cli.commands import COMMANDS, find
from netbook.cli.fast_parser import ParsedLine, parse
from netbook.cli.output import StoppedAtQuestion, prepare, silence, stdout, warn
from netbook.errors import NetbookError, OutputClosed

INTERRUPTED = 130
RARELY = 200_000  # objects made and kept before the collector looks for garbage; Python's own measure is 700
COMPLETION = "_NETBOOK_COMPLETE"  # the variable in which a shell asks what to complete, as Typer calls it


def run() -> NoReturn:
    """The console script."""
    # What a command leaves behind goes with its process; to look for it while modules load is a tenth of a start.
    gc.set_threshold(RARELY)
    leave(main(sys.argv[1:]))


def leave(status: int) -> NoReturn:
    """End the process at once: nothing is open any more, and to take Python down in order is a tenth of a start."""
    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been told, or there is nobody to tell.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def main(arguments: list[str]) -> int:
    """Run one command line and give its exit status; every failure is told in one line, none as a traceback."""
    status = _told(arguments)
    if "netbook.store.disk" in sys.modules:  # else nothing was opened
        from netbook.actions.transaction import disk_limits

        for limit in disk_limits():
            tell(f"note: {limit}", status)
    return status


def _told(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except OutputClosed:
        return 0
    except NetbookError as error:
        return tell(str(error), error.exit_code, error.candidates, as_json=wants_json(arguments))
    except KeyboardInterrupt as stop:
        if not isinstance(stop, StoppedAtQuestion) and sys.stderr is not None and sys.stderr.isatty():
            warn("")  # the terminal has written ^C
        return tell(_stopped(), INTERRUPTED, as_json=wants_json(arguments))
    except SystemExit as ending:
        silence()
        # Typer ends so when the reader of a help text has gone.
        gone = isinstance(ending.__context__, BrokenPipeError)
        return 0 if gone else int(ending.code or 0)
    except Exception as error:
        from netbook.cli.crash import reason, report

        if known := reason(error):
            return tell(str(known), known.exit_code, as_json=wants_json(arguments))
        return tell(report(error), 70, as_json=wants_json(arguments))


def _stopped() -> str:
    from netbook.actions.transaction import has_committed

    if has_committed():
        return "stopped, but the change was made already; netbook undo takes it back"
    return "stopped; nothing was changed"


def _run(arguments: list[str]) -> int:
    if instruction := os.environ.get(COMPLETION):
        from netbook.cli.completion.answer import answer

        return answer(instruction)

    refuse_broken_text(arguments)
    prepare()
    line = parse(arguments)
    status = _by_typer(arguments) if line is None else _plainly(line)
    with stdout():
        pass  # what is still buffered is part of the answer
    return status if isinstance(status, int) else 0


def _plainly(line: ParsedLine) -> object:
    from netbook.cli.context import make_context

    command, values = find(line.command), dict(line.said)
    ctx = make_context(command_line=line.words, **line.before)
    if command.changes:
        ours = command.context_options()
        flags = {
            name: values.pop(name, False) if name in ours else values.get(name, False)
            for name in ("json", "dry_run")
        }
        ctx = ctx._replace(**flags)
    return command.function(ctx, **values)


def _by_typer(arguments: list[str]) -> object:
    import typer

    from netbook.cli.app import app

    try:
        return typer.main.get_command(app).main(arguments, prog_name="netbook", standalone_mode=False)
    except typer.Abort:  # Typer has ended the line
        raise StoppedAtQuestion from None
    except typer.TyperException as error:
        message = usage_message(error, arguments)
        return tell(message, error.exit_code, as_json=wants_json(arguments))


def wants_json(arguments: list[str]) -> bool:
    """Whether a script asked for data; then errors are data too."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def tell(
    message: str, status: int, candidates: Sequence[Mapping[str, object]] = (), *, as_json: bool = False
) -> int:
    """Say what happened on stderr and give the exit status."""
    from netbook.render.text import visible

    if as_json:
        import json

        found = {"error": message, "status": status, "candidates": [*candidates]}
        warn(json.dumps(found, ensure_ascii=False))
    else:
        warn(f"netbook: {visible(message)}")
    return status


def refuse_broken_text(arguments: list[str]) -> None:
    """Refuse bytes that are no text in the locale's encoding: SQLite could not keep them."""
    from netbook.errors import BrokenText

    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError:
            raise BrokenText from None


def usage_message(error: Exception, arguments: list[str]) -> str:
    """Typer's complaint as one plain sentence that names where the help is."""
    import re

    from netbook.render.text import clip

    told = getattr(error, "format_message", lambda: str(error))().strip().rstrip(".")
    for pattern, plain in _PLAINER:
        told = re.sub(pattern, plain, told, flags=re.DOTALL)
    # A sentence of words begins small after "netbook:", an option's name stays as it is.
    told = clip(told[:1].lower() + told[1:], 300)
    command = next((f" {word}" for word in arguments if word in COMMANDS), "")
    return f"{told}{' See' if told.endswith('?') else '; see'} netbook{command} --help"


# Typer's words, and ours.
_PLAINER = (
    # It is short enough to be like anything.
    (r"\. Did you mean --db\?$", ""),
    (r"\. Did you mean", "; did you mean"),
    (r" \(Possible options?: (.*)\)$", r"; did you mean \1?"),
    (
        r"^Got unexpected extra argument(?:\(s\)|s)? \((.*)\)$",
        r"too many words: \1; put those that belong together in quotes",
    ),
    (r"valid int(?:eger)?(?: range)?$", "whole number"),
    (r"is not in the range (\d+)<=x<=(\d+)$", r"is not between \1 and \2"),
    (r"is not in the range x>=(\d+)$", r"is less than \1"),
    (r"requires an argument$", "needs a value after it"),
)
