"""Import from other programs."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

from netbook.actions import import_files, import_mailbox, journal_import
from netbook.actions import imports as actions
from netbook.actions.import_calendar import Confirmed
from netbook.actions.import_folders import files_in
from netbook.actions.import_source import NamedFile, named
from netbook.cli.calendar_prompts import ask_for_each
from netbook.cli.commands import command
from netbook.cli.output import asked, at_terminal, say, screen, show_object, warn
from netbook.cli.progress import progress, seen
from netbook.errors.imports import FilesNotImported, RegionNotKnown
from netbook.render import imports as render

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("import", example="netbook import Connections.csv --circle community --dry-run", changes=True)
def import_(
    ctx: Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help='Files and folders; "-" is standard input.')
    ],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help=f"The format: {', '.join(actions.FORMATS)}."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done and change nothing.")
    ] = False,
    circle: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The circle of the people it adds.", autocompletion=options.circles
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event", metavar="NAME", help="They are expected at this event.", autocompletion=options.events
        ),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Take a newer organisation, department or title.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The text's encoding, if the file does not say.")
    ] = None,
    confirmed: Annotated[
        bool,
        typer.Option(
            "--confirmed",
            help="With a calendar: take every occasion with somebody you know as having happened.",
        ),
    ] = False,
    confirm_later: Annotated[
        bool,
        typer.Option(
            "--confirm-later", help="With a calendar, mail or calls: keep the rest, for netbook confirm."
        ),
    ] = False,
    add_people: Annotated[
        bool, typer.Option("--add-people", help="With a calendar: add the others who were there, too.")
    ] = False,
    me: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="With a calendar: your own e-mail address. Repeatable."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Import people, meetings and notes from other programs.

    It also imports a whole journal from another machine.

    Importing the same file again changes nothing. People are recognised by e-mail address or profile link, never by
    name alone. What the journal has stays, and a contradiction is reported.

    An entry of a calendar becomes a meeting only when you confirm it: on a terminal netbook asks about each
    occasion with somebody you know; elsewhere it only lists them, and --confirmed takes them all.
    """
    wanted = actions.ImportOptions(
        format=from_, dry_run=dry_run, circle=circle, encoding=encoding, update=update, event=event,
        confirmed=Confirmed(
            everything=confirmed, add_people=add_people, me=tuple(me or ()), later=confirm_later
        ),
    )  # fmt: skip
    by_hand = not (json or dry_run or "-" in files) and at_terminal()
    names, left_out = files_in(files)
    piped = sys.stdin.buffer if sys.stdin is not None else None
    run = partial(
        _run, ctx, [named(name, piped) for name in names],
        alone=names == files and len(files) == 1, asks=by_hand and not confirm_later,
    )  # fmt: skip
    try:
        done = run(replace(wanted, asks=by_hand))
    except RegionNotKnown as unknown:
        _ask_region(ctx, unknown.guess)
        done = run(wanted)
    if done.remark:
        warn(done.remark)
    if left_out:
        warn(render.left_out(left_out))
    warn(render.counts(done))
    if json:
        show_object(render.as_object(done))
    else:
        for line in (*render.files(done), *render.problems(done, render.PROBLEMS_SHOWN if seen() else None)):
            warn(line)
        say(render.text(done, screen()))
    if broken := [each for each in done.files if each.error]:
        raise FilesNotImported(len(broken), len(done.files))


def _run(
    ctx: Context, files: list[NamedFile], wanted: actions.ImportOptions, *, alone: bool, asks: bool
) -> actions.Imported:
    """Import a mailbox, one file, or several files and folders."""
    if not alone:
        return _several(ctx, files, wanted, asks=asks)
    if not import_mailbox.is_mailbox(files[0], wanted):
        return _one(ctx, files[0], wanted, asks=asks)
    with progress() as advance:
        return import_mailbox.run(ctx.path, ctx.today, files[0], wanted, ctx.command_line, advance)


def _ask_region(ctx: Context, guess: str | None) -> None:
    """Ask once for the region of telephone numbers without a country."""
    from netbook.actions.card import set_region
    from netbook.errors.people import UnknownRegion

    say("Some phone numbers lack their country.")
    shown = f"{guess}, " if guess else ""
    while True:
        answer = asked(f"Which country are they from ({shown}the two letters, or none)? ") or guess
        try:
            with ctx.changing() as db:
                set_region(db, answer or "none")
            return
        except UnknownRegion as error:
            say(f"{str(error).capitalize()}.")


def _one(ctx: Context, file: NamedFile, wanted: actions.ImportOptions, *, asks: bool) -> actions.Imported:
    """Import one file; for a calendar, ask which occasions took place."""
    with file.opened() as source, progress() as advance:
        if journal_import.is_meant(source, wanted):
            return journal_import.run(ctx.path, source, wanted, ctx.command_line, advance)
        data = source.whole()
        done = actions.run(ctx.path, ctx.today, data, wanted, ctx.command_line, advance)
    if not (done.proposals and asks):
        return done
    with progress() as advance:
        return actions.run(ctx.path, ctx.today, data, _asked(done, wanted), ctx.command_line, advance)


def _several(
    ctx: Context, files: list[NamedFile], wanted: actions.ImportOptions, *, asks: bool
) -> actions.Imported:
    """Import several files; for calendars, ask which occasions took place."""

    def run(options: actions.ImportOptions) -> actions.Imported:
        with progress() as advance:
            return import_files.run(ctx.path, ctx.today, files, options, ctx.command_line, advance)

    if asks and not wanted.confirmed.anything:
        first = run(replace(wanted, dry_run=True))
        wanted = _asked(first, wanted) if first.proposals else wanted
    return run(wanted)


def _asked(done: actions.Imported, wanted: actions.ImportOptions) -> actions.ImportOptions:
    """The options with the occasions that the user confirmed."""
    return replace(wanted, confirmed=replace(wanted.confirmed, uids=ask_for_each(done.proposals, screen())))
