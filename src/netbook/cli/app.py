"""The program as Typer sees it. A command's module is loaded only when that command is called."""

from __future__ import annotations

import inspect
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer
from typer._click.core import Command as ClickCommand
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup

from netbook.cli import options, person_options, record_options
from netbook.cli.commands import COMMANDS, Command, Function, find
from netbook.cli.completion.values import shells
from netbook.cli.context import Context, make_context

# What annotations of commands name, and their modules do not load.
_NAMES = {
    "typer": typer,
    "options": options,
    "person_options": person_options,
    "record_options": record_options,
    "Context": Context,
}


class Commands(TyperGroup):
    """The commands, each built when it is asked for: a start pays for one command, not for all."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The options before the command; --install-completion without a shell means the one in use."""
        if args in (["--install-completion"], ["--show-completion"]) and not ctx.resilient_parsing:
            from netbook.cli.completion.scripts import shell_in_use

            args = [*args, shell_in_use()]
        left = super().parse_args(ctx, args)
        ctx.meta["words"] = [*ctx._protected_args, *ctx.args]
        return left

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:
        """Names of commands, without building any, and of options; nothing after an unknown command."""
        if ctx._protected_args or ctx.args:
            return []
        names = [CompletionItem(name) for name in COMMANDS if name.startswith(incomplete)]
        return names + ClickCommand.shell_complete(self, ctx, incomplete)

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of --help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            # For the suggestion that Typer makes from what it knows.
            self.commands.update(dict.fromkeys(COMMANDS, TyperCommand(None)))
            return None
        return load(cmd_name)


def load(name: str) -> TyperCommand:
    """One command, built by Typer from its function."""
    known = find(name)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name, short_help=known.short_help)(_for_typer(known))
    command = typer.main.get_command(single)
    assert isinstance(command, TyperCommand)
    return command


def _for_typer(command: Command) -> Function:
    """The function as Typer calls it: with Typer's context, and with the options that every command takes."""
    function = evaluated(command.function)
    ours = command.context_options()

    @wraps(function)
    def called(context: typer.Context, **values: Any) -> int | None:
        ctx: Context = context.obj
        after = {name: values.pop(name) for name in ("db", "today")}
        if after["db"] is not None or after["today"] is not None:
            before = context.meta["before"]
            given = {name: value if value is not None else before[name] for name, value in after.items()}
            ctx = make_context(**given, command_line=context.meta["words"])
        flags = {name: values.pop(name) if name in ours else values.get(name, False) for name in FLAGS}
        return function(ctx._replace(**flags) if command.changes else ctx, **values)

    setting, *own = (
        parameter.replace(annotation=function.__annotations__[parameter.name])
        for parameter in inspect.signature(function).parameters.values()
    )
    shared = {
        **dict.fromkeys(("db", "today"), _HIDDEN),
        **{name: _FLAGS[name] for name in FLAGS if name in ours},
    }
    context = setting.replace(name="context", annotation=typer.Context)
    more = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in shared.items()
    ]
    called.__signature__ = inspect.Signature([context, *own, *more])  # type: ignore[attr-defined]
    called.__annotations__ = {
        **function.__annotations__, "context": typer.Context,
        **{name: annotation for name, (annotation, _) in shared.items()},
    }  # fmt: skip
    return called


FLAGS = ("json", "dry_run")
# After the command, too; its help need not repeat what stands in that of the program.
_HIDDEN = (Annotated[str | None, typer.Option(hidden=True)], None)
_FLAGS = {
    "json": (options.Json, False),
    "dry_run": (
        Annotated[bool, typer.Option("--dry-run", help="Give the answer and change nothing.")], False,
    ),
}  # fmt: skip


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def evaluated(function: Function) -> Function:
    """The function with its annotations evaluated; Typer reads them four times and would compile each as often."""
    function.__annotations__ = get_type_hints(
        function, {**function.__globals__, **_NAMES}, include_extras=True
    )
    return function


def _version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from netbook import __version__

        typer.echo(f"netbook {__version__}")
        raise typer.Exit


def _install_completion(ctx: typer.Context, shell: str | None) -> None:
    if shell is not None and not ctx.resilient_parsing:
        from netbook.cli.completion.scripts import install

        typer.echo(f"Completion for {shell} is in {install(shell)}; start a new {shell} to use it.")
        raise typer.Exit


def _show_completion(ctx: typer.Context, shell: str | None) -> None:
    if shell is not None and not ctx.resilient_parsing:
        from netbook.cli.completion.scripts import script

        typer.echo(script(shell), nl=False)
        raise typer.Exit


@app.callback(invoke_without_command=True)
@evaluated
def netbook(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="The journal's file. Default: NETBOOK_DB, else your data folder."),
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it is. Default: NETBOOK_TODAY, else today.")
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
    _install: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            help="Install completion for bash, zsh or fish.",
            callback=_install_completion,
            is_eager=True,
            autocompletion=shells,
        ),
    ] = None,
    _show: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            help="Show what --install-completion installs.",
            callback=_show_completion,
            is_eager=True,
            autocompletion=shells,
        ),
    ] = None,
) -> None:
    """A networking journal: whom to reach out to and why, and what you found you have in common."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
    elif not ctx.resilient_parsing:
        ctx.meta["before"] = {"db": db, "today": today}
        ctx.obj = make_context(db, today, ctx.meta["words"])
