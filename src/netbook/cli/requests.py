"""Requests: asked of somebody, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond, screen, text_of, warn

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("ask", example='netbook ask lena "which two people should I meet at the summit?"', changes=True)
def ask(
    ctx: Context,
    who: options.Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What you ask, in particular.")],
    on: options.On = None,
) -> None:
    """Record a request you made of a person.

    It warns if you have given them nothing yet, if the request is under five words, if another one is still open,
    and if they said no to the last; it is recorded all the same.
    """
    from netbook.actions.requests import ask as record
    from netbook.render import requests as render

    wording = text_of(text)
    with ctx.changing() as db:
        asked = record(db, ctx.today, who, wording, on)
    respond(ctx, asked, lambda: render.asked(asked, ctx.today, screen()))
    for line in render.warnings(asked, ctx.today):
        warn(line)


@command(
    "answer", example='netbook answer lena yes "talk to Omar" -p "write to Omar by friday"', changes=True
)
def answer(
    ctx: Context,
    who: options.Who,
    verdict: Annotated[
        str, typer.Argument(metavar="yes|no", help="What they said.", autocompletion=options.answers)
    ],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="What they said to it.")
    ] = None,
    on: options.On = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WORDS", help="Which request, where several are open.")
    ] = None,
    promise: Annotated[
        list[str] | None,
        typer.Option(
            "--promise", "-p", metavar="TEXT [by DATE]", help="With a yes: what you will do now; repeatable."
        ),
    ] = None,
    they_promise: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT [by DATE]", help="With a yes: what they will do; repeatable."),
    ] = None,
) -> None:
    """Record the answer to a request.

    After a no you are not reminded of the request again.
    """
    from netbook.actions.requests import answer as record
    from netbook.render import requests as render

    wording = text_of(text) if text else None
    with ctx.changing() as db:
        done = record(
            db,
            ctx.today,
            who,
            verdict,
            text=wording,
            on=on,
            mine=promise or (),
            theirs=they_promise or (),
            to=to,
        )
    respond(ctx, done, lambda: render.answered(done, ctx.today, screen()))
