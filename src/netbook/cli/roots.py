"""Draw the roots: the people you know, and what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, screen, show, warn

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context
    from netbook.reports.roots import RootsQuery


@command("roots", example="netbook roots -o roots.html")
def roots(
    ctx: Context,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write FILE: .svg, .html, .dot or .graphml."),
    ] = None,
    circle: options.Circle = None,
    org: Annotated[
        str | None,
        typer.Option(
            metavar="ORG", help="Only people at this organisation.", autocompletion=options.organisations
        ),
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(metavar="TOPIC", help="Only people who share this.", autocompletion=options.topics),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Draw at most N people.")] = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Draw the people you know and what they share.

    A tree for each person, a root for what two of them share.

    Trees are in the order of the circles. A tree is taller with more contact; its colour says whether you
    are in time, late, or have not met yet. A root joins two people who share topics, have a tie, or were in
    one meeting; it is thicker the more they share, and dashed where they only met.

    Without -o a small picture in text. -o FILE.svg is for print; FILE.html is one file to pan, search and
    filter, without network; FILE.dot is for Graphviz; FILE.graphml for networkx and Gephi. With many people
    the picture shows those with the strongest roots and says how many it leaves out.
    """
    from netbook.cli.progress import progress
    from netbook.core.text import quoted
    from netbook.errors import ConflictingOptions
    from netbook.errors.exports import UnknownEnding
    from netbook.render.roots_files import FILES
    from netbook.reports import roots as report

    wanted = form(csv, json)
    if output is not None and wanted != "table":
        raise ConflictingOptions(f"--output and --{wanted}")
    ending = (
        None if output is None else next((suffix for suffix in FILES if output.lower().endswith(suffix)), "")
    )
    if ending == "":
        raise UnknownEnding(quoted(output or ""), list(FILES))
    query = report.RootsQuery(circle, org, topic, limit)
    if output is not None and ending:
        _draw(ctx, query, output, ending)
        return
    from netbook.render import roots as render

    if wanted == "table":
        query = query._replace(limit=limit or render.TREES)
    with ctx.reading() as db, progress() as tell:
        result = report.build(db, ctx.today, query, tell)
    show(wanted, report.RootRow._fields, result.rows(), lambda: render.text(result, screen()))
    if wanted != "table" and result.joined > len(result.roots) and limit is None:
        warn(f"the {len(result.roots):,} strongest of {result.joined:,} roots")


def _draw(ctx: Context, query: RootsQuery, output: str, ending: str) -> None:
    """Write the picture to a file."""
    from importlib import import_module

    from netbook.cli.progress import progress
    from netbook.cli.whole_file import whole_file
    from netbook.render.roots_files import FILES
    from netbook.render.roots_words import summary
    from netbook.render.text import visible
    from netbook.reports import roots as report

    file = FILES[ending]
    query = query._replace(
        limit=query.limit or file.people,
        roots=max(file.roots, 3 * (query.limit or 0) // 2),
        foremost=report.Foremost(*file.first) if file.first else None,
    )
    with whole_file(output, ctx.path) as out:
        with ctx.reading() as db, progress() as tell:
            result = report.build(db, ctx.today, query, tell)
        import_module(f"netbook.render.{file.module}").write(out, result)
    warn(screen().wrap("", f"wrote {visible(output)}: {summary(result)}", indent=2))
