"""Goodbyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import Form, form, paper, say, show, show_object
from netbook.errors import OneChange
from netbook.errors.farewells import CsvOfOne, GoodbyeToWhom

if TYPE_CHECKING:
    import typer

    from netbook.actions.farewells import Ticks
    from netbook.cli import options
    from netbook.reports.setting import Setting

TERMINAL_ROWS = 10


@command("goodbye", short_help="Part from somebody, or from a whole organisation.")
def goodbye(
    here: Setting,
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="From whom you part.", autocompletion=options.people),
    ] = None,
    org: Annotated[
        str | None,
        typer.Option(
            metavar="ORG",
            help="The farewell round of everybody at ORG.",
            autocompletion=options.organisations,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            "-d",
            metavar="DATE",
            help="When you part; with --org, your last day there. Default: today.",
        ),
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why you part.")] = None,
    done: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Seen, and parted from. Repeatable.", autocompletion=options.people),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO", help="Seen, and still in touch. Repeatable.", autocompletion=options.people
        ),
    ] = None,
    undone: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO", help="Take that back: still to be seen. Repeatable.", autocompletion=options.people
        ),
    ] = None,
    close: Annotated[
        bool, typer.Option("--close", help="End the round: part from all who are left.")
    ] = False,
    all_rows: options.All = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Part from somebody, or from everybody at an organisation: what is still owed, and then no more nagging.

    With --org it begins a farewell round and lists whom to see: first those to whom you owe thanks or a
    promise, or with whom something is strained, then those who owe you one; among them by contacts, the most
    first. Said again it shows the round, and whoever came to the organisation since joins it. Beginning a round
    parts from nobody. Each person you tick off with --done is parted from as of that day (--on, else today);
    --keep ticks off without parting; --close parts from all who are left, as of your last day if that has been,
    else today. Without --org the ticks go to the round that is open. A round that is over begins anew with
    --org and --on.

    History stays. netbook resume WHO brings somebody back. Alone, goodbye shows every round that is open. Of a
    day without a year, and of a weekday, the coming one is meant for your last day, the one before for the rest.
    """
    from netbook.actions.farewells import Ticks

    wanted = form(csv, json)
    ticks = Ticks(
        org=org, on=on, why=why, done=tuple(done or ()), keep=tuple(keep or ()), undone=tuple(undone or ()),
        close=close,
    )  # fmt: skip
    if who is not None:
        if org is not None or ticks.any or all_rows:
            raise OneChange("WHO and --org, --done, --keep, --undone, --close or --all")
        _part(here, who, on, why, wanted)
    elif ticks.any:
        _tick(here, ticks, wanted)
    elif org is None and (on is not None or why is not None):
        raise GoodbyeToWhom
    else:
        _round(here, ticks, wanted, all_rows)


def _part(here: Setting, who: str, on: str | None, why: str | None, wanted: Form) -> None:
    from netbook.actions.farewells import part
    from netbook.render import farewell as page

    if wanted == "csv":
        raise CsvOfOne
    with writing(here.file, here.words) as db:
        parted = part(db, here.today, who, on, why)
    if wanted == "json":
        show_object(parted)
    else:
        say(page.parted(parted, here.today, paper()))


def _tick(here: Setting, ticks: Ticks, wanted: Form) -> None:
    from netbook.actions.farewells import tick
    from netbook.render import farewell as page
    from netbook.reports import farewell as report

    with writing(here.file, here.words) as db:
        done = tick(db, here.today, ticks)
    with here.reading() as db:
        found = report.build(db, here.today, done.round_id)
    show(wanted, report.FarewellRow._fields, found.rows, lambda: page.ticked(done, found, paper()))


def _round(here: Setting, said: Ticks, wanted: Form, all_rows: bool) -> None:
    """Begin or show the round of an organisation, or show all that are open."""
    from netbook.actions.farewells import begin
    from netbook.render import farewell as page
    from netbook.reports import farewell as report

    drawn, number = paper(), None
    if said.org is not None:
        with writing(here.file, here.words) as db:
            number = begin(db, here.today, said.org, said.on, said.why)
    with here.reading() as db:
        found = report.build(db, here.today, number)
    limit = None if all_rows or drawn.width is None else TERMINAL_ROWS
    show(wanted, report.FarewellRow._fields, found.rows, lambda: page.text(found, drawn, limit))
