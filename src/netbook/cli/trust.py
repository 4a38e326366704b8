"""What a journal can be trusted by: backups, the way back from one, and a look at its health."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import confirm, form, paper, say, show, show_object
from netbook.errors.journal_files import CsvOfBackup, ListAlone, NotRestored, NotWell, RestoreWhat

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.reports.setting import Setting


@command("backup", short_help="A whole, checked copy of the journal.")
def backup(
    here: Setting,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Where to. Default: the backups beside the journal."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over FILE if it is there.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the backups beside the journal.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Copy the whole journal, while it is in use, to a private file; the copy is checked before it counts.

    Without FILE it goes to the folder "backups" beside the journal, where the last ten are kept.
    """
    from netbook.render import trust as page

    wanted = form(csv, json)
    if list_:
        if file is not None or force:
            raise ListAlone
        from netbook.reports import doctor as report

        rows = report.backups(here.path)
        show(wanted, report.BackupRow._fields, rows, lambda: page.backups(rows, paper()))
        return
    if csv:
        raise CsvOfBackup
    from netbook.actions import trust as actions

    done = actions.backup(here.path, file, force=force)
    if json:
        show_object(page.backed_up_object(done))
    else:
        say(page.backed_up(done, paper()))


@command("restore", short_help="A backup put in the journal's place.")
def restore(
    here: Setting,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="The backup.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    json: options.Json = False,
) -> None:
    """Put a backup in the journal's place: checked first, all of it or nothing; what was there is kept as a backup."""
    from netbook.actions import trust as actions
    from netbook.render import trust as page

    if file is None:
        from netbook.reports import doctor as report

        raise RestoreWhat(report.newest(here.path))
    question = page.about_to_restore(here.path, file)

    def approve() -> None:
        if not yes:
            confirm(question, "restoring a backup", NotRestored)

    done = actions.restore(here.path, file, approve)
    if json:
        show_object(page.restored_object(done, here.path))
    else:
        say(page.restored(done, here.path, file, paper()))


@command("doctor", short_help="Whether the journal is well, and what to do.")
def doctor(
    here: Setting,
    mend: Annotated[
        bool,
        typer.Option("--mend", help="Make anew what the journal can make anew of itself; a backup first."),
    ] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Look at the journal's file, pages, links, schema, indexes, permissions and backups; nothing is changed.

    Exit status 3 if anything is wrong; each such line says what to do.
    """
    from netbook.render import trust as page
    from netbook.reports import doctor as report

    wanted = form(csv, json)
    if mend:
        from netbook.actions import trust as actions

        done = actions.mend(here.path)
        if wanted == "table":
            say(page.mended(done, paper()))
    health = report.build(here.path)
    show(wanted, report.Finding._fields, health.findings, lambda: page.health(health, paper()))
    if health.wrong:
        raise NotWell(here.path, health.wrong)
