"""The same journal on several machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import say, screen, show_object
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("sync", example="netbook sync git@host.example:me/journal.git")
def sync(
    ctx: Context,
    remote: Annotated[
        str | None,
        typer.Argument(metavar="[REMOTE]", help="A git repository or a folder; needed the first time."),
    ] = None,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Encrypt what goes to REMOTE; needs netbook[encrypted].")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Whoever runs REMOTE may read it.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what both sides changed, for cron.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Remove many people if the sync says so.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Erase the history in REMOTE, and with it what you removed.")
    ] = False,
    leave: Annotated[
        bool, typer.Option("--leave", help="Stop syncing this machine; the journal stays.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen.")] = False,
    json: options.Json = False,
) -> None:
    """Sync the journal with your other machines.

    It takes what they changed and sends what changed here, through a git repository.

    REMOTE is any git URL, or a folder on a disk that both machines can reach. It is remembered. What both sides
    changed is reported and nothing is lost; the numbers of records that were only here may change, and that is
    reported too.
    """
    from netbook.actions import sync as actions
    from netbook.actions.sync_remote import SyncWish
    from netbook.render import sync as render

    if sealed and plain:
        raise ConflictingOptions("--sealed and --plain")
    if leave:
        if forget or remote or dry_run:
            raise ConflictingOptions("--leave and the other options")
        say(render.left(actions.leave(ctx.path), screen()))
        return
    wish = SyncWish(remote, sealed, plain, dry_run, yes, forget)
    done = actions.sync(ctx.path, ctx.today, wish, ctx.command_line)
    if json:
        show_object(render.as_object(done))
    else:
        say(render.synced(done, screen(), quiet=quiet))
