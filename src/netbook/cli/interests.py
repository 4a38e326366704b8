"""What people care about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond, screen, warn
from netbook.errors import Usage

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("likes", example="netbook likes lena omar climbing", changes=True)
def likes(
    ctx: Context,
    who: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO... TOPIC", help="People (me is you), then the topic.", autocompletion=options.people
        ),
    ],
    not_: Annotated[bool, typer.Option("--not", help="Take it back.")] = False,
) -> None:
    """Record what people care about, whether or not you share it.

    The last word is the topic; quote a topic of several words. To record what you share: netbook common.
    """
    from netbook.actions import interests as actions
    from netbook.render import interests as render

    *people, topic = who
    if not people:
        raise Usage(f"name somebody and a topic: netbook likes WHO {topic}")
    with ctx.changing() as db:
        taken_back = actions.unlike(db, people, topic) if not_ else None
        liked = None if not_ else actions.likes(db, ctx.today, people, topic)
    if taken_back:
        respond(ctx, taken_back, lambda: render.not_liked(taken_back))
    if liked:
        respond(ctx, liked, lambda: render.liked(liked, screen()))
        if liked.near:
            from netbook.render.topics import close_to

            warn(close_to(liked.topic, liked.near))
