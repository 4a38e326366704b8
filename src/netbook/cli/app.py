"""The commands as Typer sees them: it reads their annotations and writes the help of each.

A line is read by `parser`, from a table that is made of this; Typer is loaded for help alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature, cleandoc, signature
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperCommand
from typer.models import ArgumentInfo, OptionInfo

from netbook.cli import options, person_filters, person_options, record_options
from netbook.cli.commands import Command, Function, find
from netbook.cli.context import Context

# What annotations of commands name, and their modules do not load.
_NAMES = {
    "typer": typer, "options": options, "person_filters": person_filters, "person_options": person_options,
    "record_options": record_options, "Context": Context,
}  # fmt: skip
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def load(name: str) -> TyperCommand:
    """One command, built by Typer from its function."""
    known = find(name)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name, context_settings=_SETTINGS)(_for_typer(known))
    built = typer.main.get_command(single)
    assert isinstance(built, TyperCommand)
    return built


def help_of(name: str) -> str:
    """The help text of a command, which ends with an example."""
    with load(name).make_context(f"netbook {name}", [], resilient_parsing=True) as context:
        text = context.get_help()
    example = find(name).example
    return f"{text}\n\nExample:\n  {example}" if example else text


def summary(name: str) -> str:
    """A command's line in the list of commands: its own, else the first sentence of its help."""
    known = find(name)
    first = cleandoc(known.function.__doc__ or "").partition("\n")[0]
    return known.short_help or first.partition(". ")[0].removesuffix(".") + "."


def description(name: str) -> str:
    """The help of a command below its first line."""
    return cleandoc(find(name).function.__doc__ or "").partition("\n")[2].strip()


@dataclass(frozen=True)
class Stated:
    """A parameter as its annotation declares it: its type without None and list, and its Typer declaration."""

    name: str
    type: object
    several: bool
    required: bool
    info: OptionInfo | ArgumentInfo


def stated(name: str) -> list[Stated]:
    """The parameters of a command, in the order of its function."""
    function = _for_typer(find(name))
    _, *own = signature(function).parameters.values()
    return [
        _stated(parameter.name, parameter.annotation, required=parameter.default is Parameter.empty)
        for parameter in own
    ]


def _stated(name: str, annotation: Any, *, required: bool) -> Stated:
    (info,) = (
        metadata for metadata in annotation.__metadata__ if isinstance(metadata, (OptionInfo, ArgumentInfo))
    )
    kind = annotation.__origin__
    if isinstance(kind, UnionType):
        kind, _ = get_args(kind)  # one that may be None
    several = get_origin(kind) is list
    return Stated(name, get_args(kind)[0] if several else kind, several, required, info)


def _for_typer(known: Command) -> Function:
    """The function as Typer sees it: with Typer's context, and with the options that our context provides."""
    function, ours = evaluated(known.function), known.context_options()

    @wraps(function)
    def called(context: typer.Context, **values: object) -> int | None:
        return function(context.obj, **values)

    first, *own = (
        parameter.replace(annotation=function.__annotations__[parameter.name])
        for parameter in signature(function).parameters.values()
    )
    shared = {name: annotation for name, annotation in _SHARED.items() if name in ours}
    more = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=False, annotation=annotation)
        for name, annotation in shared.items()
    ]
    context = first.replace(name="context", annotation=typer.Context)
    called.__signature__ = Signature([context, *own, *more])  # type: ignore[attr-defined]
    called.__annotations__ = {**function.__annotations__, "context": typer.Context, **shared}
    return called


_SHARED = {
    "json": options.Json,
    "spreadsheet": Annotated[
        bool,
        typer.Option("--spreadsheet", help="With --csv: guard what a spreadsheet would run as a formula."),
    ],
    "dry_run": Annotated[bool, typer.Option("--dry-run", help="Give the answer and change nothing.")],
}


def evaluated(function: Function) -> Function:
    """The function with its annotations evaluated; Typer reads them four times and would compile each as often."""
    function.__annotations__ = get_type_hints(
        function, {**function.__globals__, **_NAMES}, include_extras=True
    )
    return function
