"""The entry point: run a command and turn any failure into one line on stderr and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from netbook.cli.commands import find
from netbook.cli.output import StoppedAtQuestion, guard_cells, prepare, stdout, warn
from netbook.cli.parser import Mistake, ParsedLine, parse
from netbook.errors import NetbookError, OutputClosed

INTERRUPTED = 130
RARELY = 200_000  # objects made and kept before the collector looks for garbage; Python's own measure is 700
COMPLETION = "_NETBOOK_COMPLETE"  # the variable in which a shell asks what to complete


def run() -> NoReturn:
    """The console script."""
    # What a command leaves behind goes with its process; to look for it while modules load is a tenth of a start.
    gc.set_threshold(RARELY)
    leave(main(sys.argv[1:]))


def leave(status: int) -> NoReturn:
    """End the process at once: nothing is open any more, and an orderly exit of Python takes a tenth of a start."""
    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been told, or there is nobody to tell.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def main(arguments: list[str]) -> int:
    """Run one command line and return its exit status; every failure is one line, never a traceback."""
    status = _told(arguments)
    if "netbook.store.disk" in sys.modules:  # else nothing was opened
        from netbook.actions.transaction import end_command

        for limit in end_command():
            tell(f"note: {limit}", status)
    return status


def _told(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except OutputClosed:
        return 0
    except NetbookError as error:
        return tell(_words(error), error.exit_code, error.candidates, as_json=wants_json(arguments))
    except KeyboardInterrupt as stop:
        if not isinstance(stop, StoppedAtQuestion) and sys.stderr is not None and sys.stderr.isatty():
            warn("")  # the terminal has written ^C
        return tell(_stopped(), INTERRUPTED, as_json=wants_json(arguments))
    except Exception as error:
        from netbook.cli.crash import reason, report

        if known := reason(error):
            return tell(_words(known), known.exit_code, as_json=wants_json(arguments))
        return tell(report(error), 70, as_json=wants_json(arguments))


def _words(error: NetbookError) -> str:
    return error.after_a_change() if _has_committed() else str(error)


def _has_committed() -> bool:
    if "netbook.store.journal" not in sys.modules:
        return False
    from netbook.actions.transaction import has_committed

    return has_committed()


def _stopped() -> str:
    if _has_committed():
        return "stopped, but the change was already made; netbook undo takes it back"
    return "stopped; nothing was changed"


def _run(arguments: list[str]) -> int:
    if instruction := os.environ.get(COMPLETION):
        from netbook.cli.completion.answer import answer

        return answer(instruction)

    refuse_broken_text(arguments)
    prepare()
    try:
        line = parse(arguments)
    except Mistake as mistake:
        from netbook.cli.mistakes import explained

        return tell(explained(mistake), 2, as_json=wants_json(arguments))
    status = _carry_out(line)
    with stdout():
        pass  # what is still buffered is part of the answer
    return status if isinstance(status, int) else 0


def _carry_out(line: ParsedLine) -> object:
    if line.help or line.before.keys() - {"db", "today"}:
        from netbook.cli.about import about

        return about(line)
    from netbook.cli.context import make_context

    ctx = make_context(command_line=line.words, **line.before)
    if not line.command:
        from netbook.cli.start import start

        return start(ctx)
    known, values = find(line.command), dict(line.values)
    guard_cells("spreadsheet" in known.context_options() and _guarded(values))
    if known.changes:
        ours = known.context_options()
        flags = {
            name: values.pop(name, False) if name in ours else values.get(name, False)
            for name in ("json", "dry_run")
        }
        ctx = ctx._replace(**flags)
    return known.function(ctx, **values)


def _guarded(values: dict[str, Any]) -> bool:
    """Whether to guard the cells of CSV against formulas; raises OnlyForCsv without --csv."""
    guarded = bool(values.pop("spreadsheet", False))
    if guarded and not values.get("csv"):
        from netbook.errors.exports import OnlyForCsv

        raise OnlyForCsv
    return guarded


def wants_json(arguments: list[str]) -> bool:
    """Whether the line asks for JSON; then errors are JSON too."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def tell(
    message: str, status: int, candidates: Sequence[Mapping[str, object]] = (), *, as_json: bool = False
) -> int:
    """Print what happened on stderr and return the exit status."""
    from netbook.render.text import visible

    if as_json:
        import json

        error = {"error": message, "status": status, "candidates": [*candidates]}
        warn(json.dumps(error, ensure_ascii=False))
    else:
        warn(f"netbook: {visible(message)}")
    return status


def refuse_broken_text(arguments: list[str]) -> None:
    """Refuse bytes that are not text in the locale's encoding: SQLite could not store them."""
    from netbook.errors import BrokenText

    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError:
            raise BrokenText from None
