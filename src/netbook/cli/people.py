"""People, one at a time."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.actions.transaction import writing
from netbook.cli import options
from netbook.cli import person_options as said
from netbook.cli.app import setting
from netbook.cli.output import confirm, paper, say, show_object

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The full name.")],
    circle: said.Circle = None,
    every: said.Every = None,
    org: said.Org = None,
    department: said.Department = None,
    title: said.Title = None,
    place: said.Place = None,
    email: said.Emails = None,
    phone: said.Phones = None,
    url: said.Urls = None,
    birthday: said.Birthday = None,
    alias: said.Aliases = None,
    tag: said.Tags = None,
    how: said.How = None,
    introduced_by: said.IntroducedBy = None,
    known_since: said.KnownSince = None,
    fleeting: said.Fleeting = None,
    namesake: Annotated[
        bool, typer.Option("--namesake", help="Add them although the name is already there.")
    ] = False,
) -> None:
    """Add somebody. Their handle is made from the name and can be changed with edit --handle.

    With --fleeting, a conversation that was logged without a name becomes a meeting with them.
    """
    from netbook.actions import people as actions
    from netbook.actions.fleeting import recognise
    from netbook.actions.people import PersonWords
    from netbook.render import people_changes as lines

    here = setting(ctx)
    words = PersonWords(
        name=name, circle=circle, every=every, org=org, department=department, title=title, place=place,
        emails=tuple(email or ()), phones=tuple(phone or ()), urls=tuple(url or ()), birthday=birthday,
        aliases=tuple(alias or ()), tags=tuple(tag or ()), how=how, introduced_by=introduced_by,
        known_since=known_since,
    )  # fmt: skip
    with writing(here.path, here.words) as db:
        person = actions.add(db, here.today, words, namesake)
        met = recognise(db, here.today, person.handle, fleeting) if fleeting is not None else None
    say(lines.added(person, paper()))
    if met:
        say(lines.recognised(met, here.today, paper()))


@app.command("show")
def show(ctx: typer.Context, who: options.Who, json: options.Json = False) -> None:
    """Everything about one person, newest first."""
    from netbook.reports import person as report

    here = setting(ctx)
    with here.reading() as db:
        found = report.build(db, here.today, who)
    if json:
        show_object(found)
        return
    from netbook.render import person as page

    say(page.text(found, here.today, paper()))


@app.command("remove")
def remove(
    ctx: typer.Context,
    who: options.Who,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove somebody and what hangs on them alone. Meetings with others stay with the others."""
    from netbook.actions import people as actions
    from netbook.render import people_changes as lines

    here = setting(ctx)
    if not yes:
        from netbook.reports import person as report

        with here.reading() as db:
            found = report.build(db, here.today, who)
        confirm(lines.about_to_remove(found), f"removing {found.name}")
        who = found.handle
    with writing(here.path, here.words) as db:
        gone = actions.remove(db, who)
    say(lines.removed(gone))


@app.command("pause", short_help="No nagging about somebody for a while.")
def pause(
    ctx: typer.Context,
    who: options.Who,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day of the pause.")] = None,
) -> None:
    """No nagging about somebody for a while: up to and including a day, or until resume."""
    from netbook.actions import people as actions
    from netbook.render import people_changes as lines

    here = setting(ctx)
    with writing(here.path, here.words) as db:
        person = actions.pause(db, here.today, who, until)
    say(lines.paused(person, here.today))


@app.command("resume", short_help="Bring back somebody who is paused or parted.")
def resume(ctx: typer.Context, who: options.Who) -> None:
    """Bring somebody who is paused, or whom you have parted from, back into the morning report.

    A farewell round on which they were not seen leaves them out from then on.
    """
    from netbook.actions import people as actions
    from netbook.render import people_changes as lines

    here = setting(ctx)
    with writing(here.path, here.words) as db:
        person = actions.resume(db, here.today, who)
    say(lines.resumed(person, here.today))
