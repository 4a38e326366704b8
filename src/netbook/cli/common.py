"""Common ground: topics, what two people share, what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import form, paper, say, show, warn
from netbook.errors import OneChange
from netbook.errors.people import TopicNeeded

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.reports.setting import Setting


@command("common")
def common(
    here: Setting,
    who: options.Who,
    topic: Annotated[
        list[str],
        typer.Argument(metavar="TOPIC...", help="What you share.", autocompletion=options.topics),
    ],
    on: options.On = None,
    detail: Annotated[str | None, typer.Option(metavar="TEXT", help="How you share it.")] = None,
) -> None:
    """Record what you have in common with somebody.

    What was known already keeps its day. A topic close to one that is there is named, never merged.
    """
    from netbook.actions import common as actions
    from netbook.render import common as page

    with writing(here.file, here.words) as db:
        found = actions.common(db, here.today, who, topic, on, detail)
    say(page.in_common(found, here.today, paper()))
    for line in page.warnings(found):
        warn(line)


@command("topics", short_help="Topics you share, and with whom.")
def topics(
    here: Setting,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="Who shares this one.", autocompletion=options.topics),
    ] = None,
    rename: Annotated[str | None, typer.Option(metavar="NEW", help="Call the topic something else.")] = None,
    merge: Annotated[
        str | None,
        typer.Option(metavar="INTO", help="Make it one with another topic.", autocompletion=options.topics),
    ] = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Topics with how many people share each; with TOPIC, who shares it, and since when."""
    wanted = form(csv, json)
    if rename is not None or merge is not None:
        _change(here, topic, rename, merge, plain=wanted == "table")
        return
    from netbook.render import common as page
    from netbook.reports import topics as report

    with here.reading() as db:
        if topic is None:
            every = report.all_topics(db)
        else:
            one = report.one_topic(db, topic)
    if topic is None:
        show(wanted, report.TopicCount._fields, every.rows, lambda: page.topics(every, here.today, paper()))
    else:
        show(wanted, report.Sharer._fields, one.rows, lambda: page.sharers(one, here.today, paper()))


def _change(here: Setting, topic: str | None, rename: str | None, merge: str | None, *, plain: bool) -> None:
    from netbook.actions import common as actions
    from netbook.render import common as page

    option = "--rename" if merge is None else "--merge"
    if topic is None:
        raise TopicNeeded(option)
    if rename is not None and merge is not None:
        raise OneChange("--rename and --merge")
    if not plain:
        raise OneChange(f"{option} and --csv or --json")
    with writing(here.file, here.words) as db:
        if rename is not None:
            line, near = page.renamed(done := actions.rename(db, topic, rename)), done.near
        elif merge is not None:
            line, near = page.merged(actions.merge(db, topic, merge)), ()
    say(line)
    if near:
        warn(page.close_to(rename or "", near))


@command("shared", short_help="What two people share with each other.")
def shared(
    here: Setting,
    who: options.Who,
    other: options.Other,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """What two people share with each other, as far as the journal knows.

    Topics you share with both, events at which you met both, circle, organisation, department and place.
    """
    from netbook.render import common as page
    from netbook.reports import shared as report

    wanted = form(csv, json)
    with here.reading() as db:
        found = report.build(db, here.today, who, other)
    show(wanted, report.SharedRow._fields, found.rows, lambda: page.shared(found, here.today, paper()))


@command("learn")
def learn(
    here: Setting,
    who: options.Who,
    text: Annotated[
        list[str],
        typer.Argument(metavar="[ABOUT:]TEXT...", help="What you learned.", autocompletion=options.abouts),
    ],
    on: options.On = None,
) -> None:
    """Keep something you learned about somebody.

    ABOUT is one of family, values, goals, obstacles, aspirations, concerns, stories, interests, work;
    without it the note is one of the stories.
    """
    from netbook.actions.learn import learn as keep
    from netbook.render import common as page

    with writing(here.file, here.words) as db:
        note = keep(db, here.today, who, " ".join(text), on)
    say(page.noted(note, here.today, paper()))
    if note.doubt:
        warn(f"netbook: {note.doubt}")
