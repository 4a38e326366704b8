"""People, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import confirm, respond, say, screen, show_object
from netbook.core import refs

if TYPE_CHECKING:
    import typer

    from netbook.cli import options, person_options
    from netbook.cli.context import Context


@command("add", example='netbook add "Lena Lantern" --circle peers --org "Lighthouse Lamps"', changes=True)
def add(
    ctx: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The full name.")],
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
    last_contact: person_options.LastContact = None,
    address: person_options.Addresses = None,
    fleeting: person_options.Fleeting = None,
    namesake: Annotated[
        bool, typer.Option("--namesake", help="Add them although the name is already there.")
    ] = False,
) -> None:
    """Add a person.

    The handle is made from the name; netbook edit --handle changes it.

    With --fleeting, a conversation that was logged without a name becomes a meeting with them.
    """
    from netbook.actions import people as actions
    from netbook.actions.fleeting import recognise
    from netbook.actions.people import PersonWords
    from netbook.render import people_changes as lines

    words = PersonWords(
        name=name, circle=circle, every=every, org=org, department=department, title=title, place=place,
        emails=tuple(email or ()), phones=tuple(phone or ()), urls=tuple(url or ()), birthday=birthday,
        aliases=tuple(alias or ()), tags=tuple(tag or ()), how=how, introduced_by=introduced_by,
        known_since=known_since, last_contact=last_contact, addresses=tuple(address or ()),
    )  # fmt: skip
    with ctx.changing() as db:
        person = actions.add(db, ctx.today, words, namesake)
        met = recognise(db, ctx.today, person.handle, fleeting) if fleeting is not None else None

    def text() -> str:
        recognised = [lines.recognised(met, ctx.today, screen())] if met else []
        return "\n".join([lines.added(person, screen()), *recognised])

    respond(ctx, {**person._asdict(), "recognised": met}, text)


@command("show", example="netbook show lena")
def show(ctx: Context, who: options.WhoOrRef, json: options.Json = False) -> None:
    """Show everything about a person, or a record by its reference.

    A record is shown with what belongs to it: netbook show m12.
    """
    if record := refs.parse(who):
        _show_record(ctx, record, json)
        return
    from netbook.reports import person as report

    with ctx.reading() as db:
        result = report.build(db, ctx.today, who)
    if json:
        show_object(result)
        return
    from netbook.render import person as render

    say(render.text(result, ctx.today, screen()))


def _show_record(ctx: Context, record: refs.Ref, json: bool) -> None:
    from netbook.reports import record as report

    with ctx.reading() as db:
        result = report.build(db, record)
    if json:
        show_object(report.as_object(result))
        return
    from netbook.render import record as render

    say(render.text(result, ctx.today, screen()))


@command("remove", example="netbook remove lena-lark", changes=True)
def remove(
    ctx: Context,
    who: options.People,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")] = False,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Forget it in the history too: it cannot be undone.")
    ] = False,
) -> None:
    """Remove people and what belongs only to them, or records.

    Records are named by their references, such as m12. Meetings with others stay with the others. What was recorded
    with a meeting stays: its notes, topics, favours and promises. netbook undo brings all of it back.

    --for-good also erases it from the history and from the file, and names the backups that still have it.
    """
    from netbook.actions import removal as actions
    from netbook.render import removal as render

    if not (yes or ctx.dry_run):
        with ctx.reading() as db:
            going = actions.to_remove(db, who)
        confirm(render.question(going), f"removing {render.names(going)}")
    removed: list[actions.Uid] = []
    with ctx.changing(lambda db: removed.extend(actions.finish(db, for_good=for_good))) as db:
        done = actions.remove(db, who)
    elsewhere = actions.elsewhere(ctx.path, removed, for_good=for_good and not ctx.dry_run)
    respond(ctx, done, lambda: render.removed(done, elsewhere, screen(), forgotten=for_good))


@command("pause", example='netbook pause lena --until "in 3 months"', changes=True)
def pause(
    ctx: Context,
    who: options.SeveralWho,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day of the pause.")] = None,
) -> None:
    """Pause reminders about people. All of them or, where one is not found, none."""
    from netbook.actions import people as actions
    from netbook.render import people_changes as lines

    with ctx.changing() as db:
        people = [actions.pause(db, ctx.today, text, until) for text in who]
    outcome = people[0] if len(people) == 1 else {"people": people}
    respond(ctx, outcome, lambda: "\n".join(lines.paused(person, ctx.today) for person in people))


@command("resume", example="netbook resume lena", changes=True)
def resume(ctx: Context, who: options.SeveralWho) -> None:
    """Bring back people who are paused or parted. All of them or, where one is not found, none.

    A goodbye round in which they were not seen leaves them out from then on.
    """
    from netbook.actions import people as actions
    from netbook.render import people_changes as lines

    with ctx.changing() as db:
        people = [actions.resume(db, ctx.today, text) for text in who]
    outcome = people[0] if len(people) == 1 else {"people": people}
    respond(ctx, outcome, lambda: "\n".join(lines.resumed(person, ctx.today) for person in people))
