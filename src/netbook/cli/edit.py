"""Changing what the journal says of somebody, by options or in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond, screen, warn

if TYPE_CHECKING:
    import typer

    from netbook.cli import options, person_options
    from netbook.cli.context import Context


@command("edit", example="netbook edit lena --circle mentors --title Director", changes=True)
def edit(
    ctx: Context,
    who: options.Who,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name; the handle stays.")] = None,
    handle: Annotated[str | None, typer.Option(metavar="HANDLE", help="A new handle.")] = None,
    circle: person_options.Circle = None,
    every: person_options.Every = None,
    org: person_options.Org = None,
    department: person_options.Department = None,
    title: person_options.Title = None,
    place: person_options.Place = None,
    email: person_options.Emails = None,
    phone: person_options.Phones = None,
    url: person_options.Urls = None,
    birthday: person_options.Birthday = None,
    alias: person_options.Aliases = None,
    tag: person_options.Tags = None,
    how: person_options.How = None,
    introduced_by: person_options.IntroducedBy = None,
    known_since: person_options.KnownSince = None,
    fleeting: person_options.Fleeting = None,
    no_circle: Annotated[bool, person_options.gone("circle")] = False,
    no_every: Annotated[bool, person_options.gone("every")] = False,
    no_org: Annotated[bool, person_options.gone("org")] = False,
    no_department: Annotated[bool, person_options.gone("department")] = False,
    no_title: Annotated[bool, person_options.gone("title")] = False,
    no_place: Annotated[bool, person_options.gone("place")] = False,
    no_email: Annotated[bool, person_options.gone("email")] = False,
    no_phone: Annotated[bool, person_options.gone("phone")] = False,
    no_url: Annotated[bool, person_options.gone("url")] = False,
    no_birthday: Annotated[bool, person_options.gone("birthday")] = False,
    no_alias: Annotated[bool, person_options.gone("alias")] = False,
    no_tag: Annotated[bool, person_options.gone("tag")] = False,
    no_how: Annotated[bool, person_options.gone("how")] = False,
    no_introduced_by: Annotated[bool, person_options.gone("introduced-by")] = False,
    no_known_since: Annotated[bool, person_options.gone("known-since")] = False,
) -> None:
    """Change a person.

    --email, --phone, --url, --alias and --tag add to what is there; with --no-email and so on they replace it.
    --no-every returns to the circle's cadence; --every none means never due. With --fleeting, a
    conversation that was logged without a name becomes a meeting with them.
    """
    from netbook.actions import people as actions
    from netbook.actions.fleeting import recognise
    from netbook.actions.people import PersonWords
    from netbook.render import people_changes as lines

    words = PersonWords(
        name=name, handle=handle, circle=circle, every=every, org=org, department=department, title=title,
        place=place, emails=tuple(email or ()), phones=tuple(phone or ()), urls=tuple(url or ()),
        birthday=birthday, aliases=tuple(alias or ()), tags=tuple(tag or ()), how=how,
        introduced_by=introduced_by, known_since=known_since,
    )  # fmt: skip
    clears = {
        "circle": no_circle, "every": no_every, "org": no_org, "department": no_department, "title": no_title,
        "place": no_place, "emails": no_email, "phones": no_phone, "urls": no_url, "birthday": no_birthday,
        "aliases": no_alias, "tags": no_tag, "how": no_how, "introduced_by": no_introduced_by,
        "known_since": no_known_since,
    }  # fmt: skip
    cleared = frozenset(field for field, gone in clears.items() if gone)
    if words == PersonWords() and not cleared and fleeting is None:
        from netbook.cli.person_form import edit_in_editor

        changed = edit_in_editor(ctx, who)
        if changed is None:
            warn("netbook: nothing changed")
        else:
            respond(ctx, changed, lambda: lines.changed(changed, screen()))
        return
    with ctx.changing() as db:
        person = actions.edit(db, ctx.today, who, words, cleared)
        met = recognise(db, ctx.today, person.handle, fleeting) if fleeting is not None else None

    def text() -> str:
        recognised = [lines.recognised(met, ctx.today, screen())] if met else []
        return "\n".join([lines.changed(person, screen()), *recognised])

    respond(ctx, {**person._asdict(), "recognised": met}, text)
