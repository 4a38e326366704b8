"""Filters that `people` and `sort` share. A person matches if any value of each filter does."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli.completion.values import circles, events, topics

Several = list[str] | None

Circles = Annotated[
    Several,
    typer.Option("--circle", metavar="NAME", help="Only this circle; repeatable.", autocompletion=circles),
]
Tags = Annotated[
    Several, typer.Option("--tag", metavar="WORD", help="Only people with this tag; repeatable.")
]
Orgs = Annotated[
    Several,
    typer.Option(
        "--org",
        metavar="TEXT",
        help="Only people at an organisation with these words; repeatable.",
    ),
]
Departments = Annotated[
    Several,
    typer.Option(
        "--department", metavar="TEXT", help="Only people in a department with these words; repeatable."
    ),
]
Places = Annotated[
    Several,
    typer.Option("--place", metavar="TEXT", help="Only people at a place with these words; repeatable."),
]
Topics = Annotated[
    Several,
    typer.Option(
        "--topic",
        metavar="TOPIC",
        help="Only people you share this topic with; repeatable.",
        autocompletion=topics,
    ),
]
Events = Annotated[
    Several,
    typer.Option(
        "--event",
        metavar="NAME",
        help="Only people met or expected at this event; repeatable.",
        autocompletion=events,
    ),
]
