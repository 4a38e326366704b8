"""Give and take: favours, thanks, strain and repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import paper, say

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.reports.setting import Setting


@command("gave")
def gave(here: Setting, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record something you did for somebody."""
    from netbook.actions.favors import favor
    from netbook.render import favors as page

    with writing(here.file, here.words) as db:
        done = favor(db, here.today, who, "gave", " ".join(text), on)
    say(page.favor(done, here.today, paper()))


@command("got")
def got(here: Setting, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record something somebody did for you. Thanks are owed for it until netbook thank."""
    from netbook.actions.favors import favor
    from netbook.render import favors as page

    with writing(here.file, here.words) as db:
        done = favor(db, here.today, who, "got", " ".join(text), on)
    say(page.favor(done, here.today, paper()))


@command("thank")
def thank(
    here: Setting,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="Words of the favour.")
    ] = None,
    how: Annotated[
        str | None,
        typer.Option(
            metavar="HOW", help="note, card, call, in-person or message.", autocompletion=options.thanks
        ),
    ] = None,
    on: options.On = None,
) -> None:
    """Record thanks for something somebody did for you.

    It is for the oldest favour not thanked for yet, or the one that TEXT names.
    """
    from netbook.actions.favors import thank as record
    from netbook.render import favors as page

    with writing(here.file, here.words) as db:
        thanks = record(db, here.today, who, " ".join(text) if text else None, how, on)
    say(page.thanked(thanks, here.today, paper()))


@command("strain")
def strain(
    here: Setting,
    who: options.Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What happened.")],
    on: options.On = None,
) -> None:
    """Record that a relationship is hurt. It comes first in netbook due until netbook repair."""
    from netbook.actions.strains import strain as record
    from netbook.render import favors as page

    with writing(here.file, here.words) as db:
        opened = record(db, here.today, who, " ".join(text), on)
    say(page.strain(opened, here.today, paper()))


@command("repair")
def repair(
    here: Setting,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="How it was repaired.")
    ] = None,
    on: options.On = None,
) -> None:
    """Record that a hurt relationship is repaired."""
    from netbook.actions.strains import repair as record
    from netbook.render import favors as page

    with writing(here.file, here.words) as db:
        ended = record(db, here.today, who, " ".join(text) if text else None, on)
    say(page.repaired(ended, here.today, paper()))
