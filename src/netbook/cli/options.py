"""Options and arguments that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli.completion.values import (
    abouts,
    answers,
    circles,
    events,
    followups,
    kinds,
    organisations,
    outcomes,
    people,
    sorts,
    tables,
    thanks,
    topics,
    whose,
    whose_abouts,
    whose_topics,
    whys,
)

Csv = Annotated[bool, typer.Option("--csv", help="CSV with a header row, for scripts.")]
Json = Annotated[bool, typer.Option("--json", help="JSON, for scripts.")]
Who = Annotated[
    str, typer.Argument(metavar="WHO", help="A handle, a name or part of one.", autocompletion=people)
]
People = Annotated[
    list[str],
    typer.Argument(
        metavar="WHO|REF...",
        help="Handles, names or parts of them, or a reference (m12).",
        autocompletion=people,
    ),
]
WhoOrRef = Annotated[
    str,
    typer.Argument(
        metavar="WHO|REF",
        help="A handle, a name or part of one, or a reference (m12).",
        autocompletion=people,
    ),
]
SeveralWho = Annotated[
    list[str],
    typer.Argument(metavar="WHO...", help="Handles, names or parts of them.", autocompletion=people),
]
Other = Annotated[str, typer.Argument(metavar="WHO", help="Somebody else.", autocompletion=people)]
Circle = Annotated[
    str | None, typer.Option("--circle", metavar="NAME", help="Only this circle.", autocompletion=circles)
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day on.")]
On = Annotated[str | None, typer.Option("--on", "-d", metavar="DATE", help="When it was. Default: today.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to and including this day.")]
All = Annotated[bool, typer.Option("--all", "-a", help="Every row. On a terminal only the first are shown.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most N rows.")]
NewEdition = Annotated[
    bool,
    typer.Option("--new-edition", help="Add another edition of the event, even within 14 days of one."),
]
Steps = Annotated[int, typer.Option("--steps", "-n", metavar="N", min=1, help="How many. Default: one.")]
Event = Annotated[str, typer.Argument(metavar="NAME", help="The event.", autocompletion=events)]
Editions = Annotated[
    str | None,
    typer.Argument(metavar="[EVENT]", help="Only editions of this event.", autocompletion=events),
]
Goal = Annotated[
    int | None, typer.Option(metavar="N", min=0, max=1000, help="New connections wanted there. Default: 2.")
]
Favor = Annotated[list[str], typer.Argument(metavar="TEXT...", help="What was done.")]
Followups = Annotated[
    list[str],
    typer.Argument(
        metavar="NUMBER...", help="As netbook todo shows them: 4, or t4.", autocompletion=followups
    ),
]

__all__ = [
    "All",
    "Circle",
    "Csv",
    "Editions",
    "Event",
    "Favor",
    "Followups",
    "Goal",
    "Json",
    "Limit",
    "On",
    "Other",
    "People",
    "SeveralWho",
    "Since",
    "Steps",
    "Until",
    "Who",
    "WhoOrRef",
    "abouts",
    "answers",
    "circles",
    "events",
    "followups",
    "kinds",
    "organisations",
    "outcomes",
    "people",
    "sorts",
    "tables",
    "thanks",
    "topics",
    "whose",
    "whose_abouts",
    "whose_topics",
    "whys",
]
