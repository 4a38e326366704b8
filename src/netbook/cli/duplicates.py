"""People who are in the journal twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, respond, say, screen, show
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

TERMINAL_ROWS = 15


@command("merge", example="netbook merge lena-lantern lena-l --dry-run", changes=True)
def merge(
    ctx: Context,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="Who stays.", autocompletion=options.people)],
    other: Annotated[
        str,
        typer.Argument(metavar="OTHER", help="Who is merged into KEEP.", autocompletion=options.people),
    ],
) -> None:
    """Merge two people into one.

    Nothing is lost.

    Meetings, notes and everything else of OTHER move to KEEP, and fields that are empty in KEEP are filled in.
    Values that contradict those of KEEP become a note; OTHER's name and handle become aliases. A copy of the
    journal is made first.
    """
    from netbook.actions.merge import merge
    from netbook.render import duplicates as render

    with ctx.changing() as db:
        done = merge(db, ctx.today, keep, other, backup_of=None if ctx.dry_run else ctx.path)
    respond(ctx, render.as_object(done), lambda: render.merged(done, screen()))


@command("duplicates", example="netbook duplicates --not-same lena-lantern lena-lark", changes=True)
def duplicates(
    ctx: Context,
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="Only with this person.", autocompletion=options.people),
    ] = None,
    not_same: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="WHO WHO",
            help="These are two people: do not list them again.",
            autocompletion=options.people,
        ),
    ] = None,
    again: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="WHO WHO", help="Undo --not-same.", autocompletion=options.people),
    ] = None,
    all_rows: options.All = False,
    limit: options.Limit = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of rows.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List pairs that may be one person.

    The same e-mail address or profile is certain, unless the names suggest that a family shares it. A name alone
    never is. The list changes nothing; netbook merge makes two people one.
    """
    wanted, drawn = form(csv, json), screen()
    if not_same is not None or again is not None:
        alone = not csv and not (who or all_rows or limit or count or (not_same and again))
        _set_apart(ctx, not_same or again, apart=not_same is not None, alone=alone)
        return
    limit = page(all_rows, limit, wanted, TERMINAL_ROWS)
    from netbook.cli.progress import progress
    from netbook.render import duplicates as render
    from netbook.reports import duplicates as report

    with ctx.reading() as db, progress() as advance:
        result = report.build(db, ctx.today, who, limit, advance)
    if count:
        say(str(result.count))
        return
    show(wanted, report.Duplicate._fields, result.rows, lambda: render.duplicates(result, drawn))


def _set_apart(ctx: Context, pair: tuple[str, str] | None, *, apart: bool, alone: bool) -> None:
    from netbook.actions.merge import set_not_same
    from netbook.render import duplicates as render

    assert pair is not None
    if not alone:
        raise ConflictingOptions(f"{'--not-same' if apart else '--again'} and other options")
    with ctx.changing() as db:
        done = set_not_same(db, *pair, apart=apart)
    respond(ctx, done, lambda: render.set_not_same(done))
