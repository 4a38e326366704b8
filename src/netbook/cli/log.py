"""Logging a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import at_terminal, piped_text, respond, screen, warn
from netbook.errors import ConflictingOptions
from netbook.errors.meetings import NothingPiped

if TYPE_CHECKING:
    import typer

    from netbook.actions.log import MeetingWords
    from netbook.actions.logged import Logged
    from netbook.cli import options
    from netbook.cli.context import Context

Several = list[str] | None
KINDS = (
    "coffee, lunch, dinner, drinks, walk, activity, visit, meeting, event (in person); call, video (live); "
    "email, message, letter (written: recorded, but no contact)"
)


@command(
    "log", example='netbook log lena -k coffee -m "the reorg" -c climbing -p "send the slides"', changes=True
)
def log(
    ctx: Context,
    who: Annotated[
        Several,
        typer.Argument(
            metavar="[WHO]...",
            help='Handles, names or parts of them; "-" reads the summary from stdin.',
            autocompletion=options.people,
        ),
    ] = None,
    new: Annotated[
        Several,
        typer.Option("--new", "-n", metavar="NAME", help='Somebody new: "Raj Patel (Acme)"; repeatable.'),
    ] = None,
    circle: Annotated[
        str | None,
        typer.Option(
            "--circle",
            metavar="NAME",
            help="The circle for the new people.",
            autocompletion=options.circles,
        ),
    ] = None,
    every: Annotated[
        str | None, typer.Option("--every", metavar="CADENCE", help="The cadence for the new people.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help=f"{KINDS}. Default: meeting; event with --event.",
            autocompletion=options.kinds,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", "-d", metavar="DATE", help="When it was. Default: today.")
    ] = None,
    minutes: Annotated[
        str | None, typer.Option(metavar="N", help='How long it took: 90, "90 min" or 1h30.')
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where it was.")] = None,
    summary: Annotated[
        str | None, typer.Option("--summary", "-m", metavar="TEXT", help="What it was about.")
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event",
            "-e",
            metavar="NAME",
            help="The event it happened at; added with the default goal if there is none on that day.",
            autocompletion=options.events,
        ),
    ] = None,
    common: Annotated[
        Several,
        typer.Option(
            "--common",
            "-c",
            metavar="[WHO:]TOPIC",
            help="A topic in common with everybody there, or with WHO; repeatable.",
            autocompletion=options.whose_topics,
        ),
    ] = None,
    learned: Annotated[
        Several,
        typer.Option(
            "--learned",
            "-l",
            metavar="[WHO:][ABOUT:]TEXT",
            help="Learned about somebody; about: family, values, goals, obstacles, aspirations, concerns, "
            "stories, interests, work; repeatable.",
            autocompletion=options.whose_abouts,
        ),
    ] = None,
    gave: Annotated[
        Several,
        typer.Option(
            metavar="[WHO:]TEXT", help="A favour you did; repeatable.", autocompletion=options.whose
        ),
    ] = None,
    got: Annotated[
        Several,
        typer.Option(
            metavar="[WHO:]TEXT", help="A favour done for you; repeatable.", autocompletion=options.whose
        ),
    ] = None,
    promise: Annotated[
        Several,
        typer.Option(
            "--promise",
            "-p",
            metavar="[WHO:]TEXT [by DATE]",
            help="What you promised; repeatable.",
            autocompletion=options.whose,
        ),
    ] = None,
    they_promise: Annotated[
        Several,
        typer.Option(
            metavar="[WHO:]TEXT [by DATE]",
            help="What they promised; repeatable.",
            autocompletion=options.whose,
        ),
    ] = None,
    fleeting: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A conversation with somebody who gave no name.")
    ] = None,
    new_edition: options.NewEdition = False,
    namesake: Annotated[
        bool, typer.Option("--namesake", help="Let --new add a name that the journal already has.")
    ] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Write it in your editor; if you save it empty, nothing is logged.")
    ] = False,
) -> None:
    """Log a meeting.

    If nobody is named on a terminal, it asks step by step for what you left out.
    """
    from netbook.actions.log import MeetingWords
    from netbook.actions.log import log as write_down
    from netbook.cli.prompts import asking_who
    from netbook.core.minutes import parse_minutes

    names = list(who or ())
    if "-" in names:
        if summary is not None:
            raise ConflictingOptions("- and --summary")
        names, summary = [name for name in names if name != "-"], _piped()
    words = MeetingWords(
        who=tuple(names), new=tuple(new or ()), namesake=namesake, circle=circle, every=every,
        kind=kind, on=on, minutes=None if minutes is None else parse_minutes(minutes), place=place,
        summary=summary, event=event, new_edition=new_edition, common=tuple(common or ()), learned=tuple(learned or ()),
        gave=tuple(gave or ()), got=tuple(got or ()), promise=tuple(promise or ()),
        they_promise=tuple(they_promise or ()), fleeting=fleeting,
    )  # fmt: skip

    def write(chosen: MeetingWords) -> Logged:
        with ctx.changing() as db:
            return write_down(db, ctx.today, chosen)

    logged: Logged | None
    if edit:
        from netbook.cli.meeting_form import log_in_editor

        logged = log_in_editor(words, write)
    elif words == _occasion(words) and at_terminal():
        from netbook.cli.guided import ask_for_meeting

        logged = ask_for_meeting(ctx, words, write)
    else:
        logged = asking_who(write, words)
    if logged is None:
        warn("netbook: nothing logged")
    else:
        _answer(ctx, logged)


def _occasion(words: MeetingWords) -> MeetingWords:
    """The words that do not depend on who was there."""
    from netbook.actions.log import MeetingWords

    return MeetingWords(
        kind=words.kind,
        on=words.on,
        minutes=words.minutes,
        place=words.place,
        summary=words.summary,
        event=words.event,
    )


def _answer(ctx: Context, logged: Logged) -> None:
    for warning in logged.warnings:
        warn(f"netbook: {warning}")

    def text() -> str:
        from netbook.render import log as render

        return render.text(logged, ctx.today, screen())

    respond(ctx, logged, text)


def _piped() -> str:
    """The summary from stdin; raises NothingPiped for none."""
    text = piped_text()
    if text is None:
        raise NothingPiped("closed")
    if not text.strip():
        raise NothingPiped("empty")
    return text
