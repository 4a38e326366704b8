"""Check and repair the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, say, screen, show
from netbook.errors.journal_files import ProblemsFound

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("doctor", example="netbook doctor")
def doctor(
    ctx: Context,
    mend: Annotated[
        bool,
        typer.Option(
            "--mend", help="Rebuild what can be rebuilt from the rest of the journal, after a backup."
        ),
    ] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Check only the newest backup.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Check the journal and say how to fix it.

    The exit status is 3 if anything is wrong; each such line says what to do.
    """
    from netbook.render import doctor as render
    from netbook.reports import doctor as report

    wanted = form(csv, json)
    if mend:
        from netbook.actions import doctor as actions

        done = actions.mend(ctx.path)
        if wanted == "table":
            say(render.mended(done, screen()))
    health = report.build(ctx.path, quick=quick)
    show(wanted, report.Finding._fields, health.findings, lambda: render.health(health, screen()))
    if health.wrong:
        raise ProblemsFound(ctx.path, health.wrong)
