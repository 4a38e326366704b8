"""Backups of the journal, and restoring one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import confirm, form, say, screen, show, show_object
from netbook.errors.journal_files import CsvOfBackup, ListAlone, NotRestored, RestoreWhat

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("backup", example="netbook backup ~/netbook-copy.db")
def backup(
    ctx: Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]",
            help="Where to write the copy. Default: the folder of backups beside the journal.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")] = False,
    list_: Annotated[
        bool, typer.Option("--list", help="List the backups beside the journal and why each is kept.")
    ] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Copy the journal and check the copy.

    Without FILE the copy goes to the folder "backups" beside the journal and stays until you remove it. Of the
    backups that netbook makes by itself (before an import, a merge, an upgrade), all of the last two days are kept,
    then one a day, after two weeks one a week, after two months one a month.
    """
    from netbook.render import backup as render

    wanted = form(csv, json)
    if list_:
        if file is not None or force:
            raise ListAlone
        from netbook.reports import backups as report

        rows = report.build(ctx.path)
        show(wanted, report.BackupRow._fields, rows, lambda: render.backups(rows, screen()))
        return
    if csv:
        raise CsvOfBackup
    from netbook.actions import backup as actions

    done = actions.backup(ctx.path, file, force=force)
    if json:
        show_object(render.backed_up_object(done))
    else:
        say(render.backed_up(done, screen()))


@command("restore", example="netbook restore ~/netbook-copy.db")
def restore(
    ctx: Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="The backup.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")] = False,
    json: options.Json = False,
) -> None:
    """Replace the journal with a backup."""
    from netbook.actions import backup as actions
    from netbook.render import backup as render

    if file is None:
        from netbook.reports import backups as report

        raise RestoreWhat(report.restore_newest(ctx.path))

    def approve(foreign: tuple[str, ...]) -> None:
        if not yes:
            confirm(render.about_to_restore(ctx.path, file, foreign), "restoring a backup", NotRestored)

    done = actions.restore(ctx.path, file, approve)
    if json:
        show_object(render.restored_object(done, ctx.path))
    else:
        say(render.restored(done, ctx.path, file, screen()))
