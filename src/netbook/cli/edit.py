"""Changing what the journal says of somebody, by options or in the editor."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.actions.transaction import writing
from netbook.cli import options
from netbook.cli import person_options as said
from netbook.cli.app import setting
from netbook.cli.output import paper, say, warn

app = typer.Typer()


@app.command("edit", short_help="Change what the journal says of somebody.")
def edit(
    ctx: typer.Context,
    who: options.Who,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name; the handle stays.")] = None,
    handle: Annotated[str | None, typer.Option(metavar="HANDLE", help="A new handle.")] = None,
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
    no_circle: Annotated[bool, said.gone("circle")] = False,
    no_every: Annotated[bool, said.gone("every")] = False,
    no_org: Annotated[bool, said.gone("org")] = False,
    no_department: Annotated[bool, said.gone("department")] = False,
    no_title: Annotated[bool, said.gone("title")] = False,
    no_place: Annotated[bool, said.gone("place")] = False,
    no_email: Annotated[bool, said.gone("email")] = False,
    no_phone: Annotated[bool, said.gone("phone")] = False,
    no_url: Annotated[bool, said.gone("url")] = False,
    no_birthday: Annotated[bool, said.gone("birthday")] = False,
    no_alias: Annotated[bool, said.gone("alias")] = False,
    no_tag: Annotated[bool, said.gone("tag")] = False,
    no_how: Annotated[bool, said.gone("how")] = False,
    no_introduced_by: Annotated[bool, said.gone("introduced-by")] = False,
    no_known_since: Annotated[bool, said.gone("known-since")] = False,
) -> None:
    """Change what the journal says of somebody; without an option, in your editor.

    --email, --phone, --url, --alias and --tag add to what is there; with --no-email and so on they replace it.
    --no-every returns to the circle's cadence; --every none means never due. With --fleeting, a
    conversation that was logged without a name becomes a meeting with them.
    """
    from netbook.actions import people as actions
    from netbook.actions.fleeting import recognise
    from netbook.actions.people import PersonWords
    from netbook.render import people_changes as lines

    here = setting(ctx)
    words = PersonWords(
        name=name, handle=handle, circle=circle, every=every, org=org, department=department, title=title,
        place=place, emails=tuple(email or ()), phones=tuple(phone or ()), urls=tuple(url or ()),
        birthday=birthday, aliases=tuple(alias or ()), tags=tuple(tag or ()), how=how,
        introduced_by=introduced_by, known_since=known_since,
    )  # fmt: skip
    cleared = frozenset(
        field for option, field in said.CLEARS.items() if ctx.params[f"no_{option.replace('-', '_')}"]
    )
    if words == PersonWords() and not cleared and fleeting is None:
        from netbook.cli.person_form import edit_in_editor

        changed = edit_in_editor(here, who)
        if changed is None:
            warn("netbook: nothing changed")
        else:
            say(lines.changed(changed, paper()))
        return
    with writing(here.path, here.words) as db:
        person = actions.edit(db, here.today, who, words, cleared)
        met = recognise(db, here.today, person.handle, fleeting) if fleeting is not None else None
    say(lines.changed(person, paper()))
    if met:
        say(lines.recognised(met, here.today, paper()))
