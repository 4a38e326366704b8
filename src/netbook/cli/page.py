"""An HTML page with an overview of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import warn

if TYPE_CHECKING:
    import typer

    from netbook.cli.context import Context


@command(
    "page",
    short_help="Write an overview of the journal as one HTML page.",
    example="netbook page -o page.html",
)
def page(
    ctx: Context,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write; it ends in .html."),
    ] = None,
) -> None:
    """Write one HTML page: what is due today, the roots, the year of days, goals, circles and reach.

    The page is a single file, private to you. It loads nothing from the network and runs no scripts; it is light or
    dark as you prefer, and can be printed.
    """
    from netbook.cli.progress import progress
    from netbook.cli.whole_file import whole_file
    from netbook.core.text import quoted, visible
    from netbook.errors.exports import NoOutputFile, UnknownEnding
    from netbook.render import page as render
    from netbook.reports import page as report

    if output is None:
        raise NoOutputFile("netbook page -o page.html")
    if not output.lower().endswith(".html"):
        raise UnknownEnding(quoted(output), [".html"])
    with whole_file(output, ctx.path) as out:
        with ctx.reading() as db, progress() as tell:
            result = report.build(db, ctx.today, tell)
        render.write(out, result)
    warn(f"wrote {visible(output)}")
