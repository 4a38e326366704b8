"""Options that several commands share, so that they read and behave alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli.complete import (
    abouts,
    answers,
    circles,
    events,
    followups,
    kinds,
    organisations,
    outcomes,
    people,
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
Circle = Annotated[
    str | None, typer.Option("--circle", metavar="NAME", help="Only this circle.", autocompletion=circles)
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day on.")]
On = Annotated[str | None, typer.Option("--on", "-d", metavar="DATE", help="When it was. Default: today.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to and including this day.")]

__all__ = [
    "Circle",
    "Csv",
    "Json",
    "On",
    "Since",
    "Until",
    "Who",
    "abouts",
    "answers",
    "circles",
    "events",
    "followups",
    "kinds",
    "organisations",
    "outcomes",
    "people",
    "thanks",
    "topics",
    "whose",
    "whose_abouts",
    "whose_topics",
    "whys",
]
