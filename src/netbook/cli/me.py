"""The owner's own card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond, say, screen, show_object
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    import typer

    from netbook.actions.people import PersonWords
    from netbook.cli import person_options
    from netbook.cli.context import Context


@command("me", example="netbook me --qr", changes=True)
def me(
    ctx: Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Your name.")] = None,
    new_name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Your name.")] = None,
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
    region: Annotated[
        str | None,
        typer.Option(
            "--region",
            metavar="COUNTRY",
            help="Where phone numbers without a country are from: GB, +44, none.",
        ),
    ] = None,
    vcard: Annotated[bool, typer.Option("--vcard", help="Write it as a vCard.")] = False,
    qr: Annotated[bool, typer.Option("--qr", help="Draw it as a QR code for a phone to scan.")] = False,
) -> None:
    """Show or change your own card. It is in no list and no export of people.

    Imports recognise your addresses; netbook common compares your topics, organisation and place with others'.
    """
    from netbook.actions.people import PersonWords

    words = PersonWords(
        name=name or new_name, org=org, department=department, title=title, place=place,
        emails=tuple(email or ()), phones=tuple(phone or ()), urls=tuple(url or ()), birthday=birthday,
        aliases=tuple(alias or ()), tags=tuple(tag or ()),
    )  # fmt: skip
    changes = words != PersonWords()
    if sum((changes, vcard, qr, region is not None)) > 1:
        raise ConflictingOptions("--vcard, --qr, --region and a change")
    if region is not None:
        _set_region(ctx, region)
    elif changes:
        _change(ctx, words)
    elif vcard or qr:
        _as_vcard(ctx, qr=qr)
    else:
        _show(ctx)


def _change(ctx: Context, words: PersonWords) -> None:
    from netbook.actions.card import set_card
    from netbook.render import people_changes as render

    with ctx.changing() as db:
        done = set_card(db, ctx.today, words)
    respond(ctx, done, lambda: render.card(done, screen()))


def _set_region(ctx: Context, region: str) -> None:
    from netbook.actions.card import set_region
    from netbook.render import people_changes as render

    with ctx.changing() as db:
        done = set_region(db, region)
    respond(ctx, done, lambda: render.region(done))


def _as_vcard(ctx: Context, *, qr: bool) -> None:
    from netbook.actions.exports import own_vcard
    from netbook.cli.output import data

    with ctx.reading() as db:
        card = own_vcard(db, v3=qr)
    if qr:
        from netbook.render.qr import text

        say(text(card, screen()))
        return
    with data() as out:
        out.write(card)


def _show(ctx: Context) -> None:
    from netbook.reports import person as report

    with ctx.reading() as db:
        card = report.build(db, ctx.today, "me")
    if ctx.json:
        show_object(card)
        return
    from netbook.render import person as render

    say(render.card(card, screen()))
