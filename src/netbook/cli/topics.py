"""Common ground: topics, what two people share, what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import Form, form, page, respond, say, screen, show, text_of, warn
from netbook.core.text import visible
from netbook.errors import ConflictingOptions
from netbook.errors.people import TopicNeeded

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("common", example='netbook common lena climbing --detail "indoors"', changes=True)
def common(
    ctx: Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO]", help="A handle, a name or part of one.", autocompletion=options.people
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC]...", help="What you share.", autocompletion=options.topics),
    ] = None,
    on: options.On = None,
    detail: Annotated[str | None, typer.Option(metavar="TEXT", help="How you share it.")] = None,
    not_: Annotated[
        bool, typer.Option("--not", help="You do not share it: netbook will not guess it again.")
    ] = False,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Record what you have in common with a person, or list it.

    The list has what you share, and what you may share with the reason for each guess. A topic already recorded
    keeps its day. If a new topic is close to an existing one, both are named; they are never merged.
    """
    if not topic:
        if on is not None or detail is not None or not_:
            raise TopicNeeded("--on, --detail or --not")
        wanted = form(csv, json)
        _list_common(ctx, who, page(all_rows, limit, wanted), wanted)
        return
    if csv:
        raise ConflictingOptions("TOPIC and --csv")
    from netbook.actions import topics as actions
    from netbook.actions.interests import refuse
    from netbook.render import topics as render

    with ctx._replace(json=json).changing() as db:
        refused = refuse(db, who or "", topic) if not_ else None
        result = None if not_ else actions.common(db, ctx.today, who or "", topic, on, detail)
    if refused:
        respond(ctx, refused, lambda: render.refused(refused))
    if result:
        respond(ctx, result, lambda: render.in_common(result, ctx.today, screen()))
        for line in render.warnings(result):
            warn(line)


def _list_common(ctx: Context, who: str | None, limit: int | None, wanted: Form) -> None:
    from netbook.render import guesses as render
    from netbook.reports import guesses as report

    with ctx.reading() as db:
        if who is None and wanted == "table":
            say(render.likeliest(report.likeliest(db, ctx.today, limit), screen()))
            return
        result = report.build(db, ctx.today, who)
    columns, rows = report.GuessRow._fields, result.rows[:limit]
    show(wanted, columns, rows, lambda: render.common(result, limit, screen()))


@command("topics", example="netbook topics climbing", changes=True)
def topics(
    ctx: Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="Who shares this one.", autocompletion=options.topics),
    ] = None,
    rename: Annotated[str | None, typer.Option(metavar="NEW", help="A new name for the topic.")] = None,
    merge: Annotated[
        str | None,
        typer.Option(metavar="INTO", help="Merge it into another topic.", autocompletion=options.topics),
    ] = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List the topics you share, and with whom."""
    wanted = form(csv, json)
    if rename is not None or merge is not None:
        _change(ctx, topic, rename, merge, csv=csv)
        return
    from netbook.render import topics as render
    from netbook.reports import topics as report

    with ctx.reading() as db:
        if topic is None:
            every = report.all_topics(db)
        else:
            result = report.one_topic(db, topic)
    if topic is None:
        show(wanted, report.TopicCount._fields, every.rows, lambda: render.topics(every, ctx.today, screen()))
    else:
        show(wanted, report.Sharer._fields, result.rows, lambda: render.sharers(result, ctx.today, screen()))


def _change(ctx: Context, topic: str | None, rename: str | None, merge: str | None, *, csv: bool) -> None:
    from netbook.actions import topics as actions
    from netbook.render import topics as render

    option = "--rename" if merge is None else "--merge"
    if topic is None:
        raise TopicNeeded(option)
    if rename is not None and merge is not None:
        raise ConflictingOptions("--rename and --merge")
    if csv:
        raise ConflictingOptions(f"{option} and --csv")
    with ctx.changing() as db:
        renamed = actions.rename(db, topic, rename) if rename is not None else None
        merged = actions.merge(db, topic, merge) if merge is not None else None
    if merged:
        respond(ctx, merged, lambda: render.merged(merged))
    if renamed:
        respond(ctx, renamed, lambda: render.renamed(renamed), visible(renamed.after))
        if renamed.near:
            warn(render.close_to(rename or "", renamed.near))


@command("shared", example="netbook shared lena omar")
def shared(
    ctx: Context,
    who: Annotated[
        list[str],
        typer.Argument(metavar="WHO WHO...", help="Two to twelve people.", autocompletion=options.people),
    ],
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List what two or more people share, as far as the journal knows.

    It compares topics, interests, events, circles, past and present organisations, departments, places, people they
    know and ties.
    """
    from netbook.render import topics as render
    from netbook.reports import shared as report

    wanted = form(csv, json)
    with ctx.reading() as db:
        result = report.build(db, ctx.today, who)
    show(wanted, report.SharedRow._fields, result.rows, lambda: render.shared(result, ctx.today, screen()))


@command("learn", example='netbook learn lena "family: her daughter is choosing a college"', changes=True)
def learn(
    ctx: Context,
    who: options.Who,
    text: Annotated[
        list[str],
        typer.Argument(metavar="[ABOUT:]TEXT...", help="What you learned.", autocompletion=options.abouts),
    ],
    on: options.On = None,
) -> None:
    """Record what you learned about a person.

    ABOUT is one of family, values, goals, obstacles, aspirations, concerns, stories, interests, work; without it
    the note is filed under stories. A short list of interests is recorded as netbook likes does.
    """
    from netbook.actions.learn import learn as keep
    from netbook.render import topics as render

    wording = text_of(text)
    with ctx.changing() as db:
        note = keep(db, ctx.today, who, wording, on)
    respond(ctx, note, lambda: render.noted(note, ctx.today, screen()))
    if note.doubt:
        warn(f"netbook: {note.doubt}")
