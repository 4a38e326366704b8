"""Options of `edit` for records."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli.completion.values import abouts, events, kinds, outcomes, people, topics
from netbook.cli.options import NewEdition as NewEdition

Text = str | None
Several = list[str] | None

On = Annotated[Text, typer.Option("--on", "-d", metavar="DATE", help="Of a record: its day.")]
Until = Annotated[Text, typer.Option("--until", metavar="DATE", help="Of an event: its last day.")]
By = Annotated[Text, typer.Option("--by", metavar="DATE", help="Of a promise: by when.")]
At = Annotated[Text, typer.Option("--at", metavar="TIME", help="Of a plan: the time.")]
Kind = Annotated[
    Text,
    typer.Option(
        "--kind", "-k", metavar="KIND", help="Of a meeting or plan: its kind.", autocompletion=kinds
    ),
]
Minutes = Annotated[Text, typer.Option("--minutes", metavar="N", help="Of a meeting: how long it took.")]
Summary = Annotated[Text, typer.Option("--summary", "-m", metavar="TEXT", help="Of a meeting: its summary.")]
Words = Annotated[
    Text, typer.Option("--text", metavar="TEXT", help='Of a record: what it says; "-" is stdin.')
]
Event = Annotated[
    Text,
    typer.Option("--event", "-e", metavar="NAME", help="Of a meeting: the event.", autocompletion=events),
]
About = Annotated[
    Text, typer.Option("--about", metavar="ABOUT", help="Of a note: its subject.", autocompletion=abouts)
]
Topic = Annotated[
    Text,
    typer.Option("--topic", metavar="TOPIC", help="Of a commonality: the topic.", autocompletion=topics),
]
Detail = Annotated[Text, typer.Option("--detail", metavar="TEXT", help="Of a commonality: the detail.")]
Who = Annotated[
    Text,
    typer.Option("--who", metavar="WHO", help="Of a record: the person it is about.", autocompletion=people),
]
With = Annotated[
    Several,
    typer.Option(
        "--with", metavar="WHO", help="Of a meeting: also there; repeatable.", autocompletion=people
    ),
]
Without = Annotated[
    Several,
    typer.Option(
        "--without", metavar="WHO", help="Of a meeting: not there; repeatable.", autocompletion=people
    ),
]
Whose = Annotated[Text, typer.Option("--whose", metavar="SIDE", help="Of a promise: mine or theirs.")]
Goal = Annotated[Text, typer.Option("--goal", metavar="N", help="Of an event: new connections wanted.")]
Host = Annotated[Text, typer.Option("--host", metavar="ORG", help="Of an event: who holds it.")]
Outcome = Annotated[
    Text,
    typer.Option("--outcome", metavar="OUTCOME", help="Of an introduction.", autocompletion=outcomes),
]
Because = Annotated[Text, typer.Option("--because", metavar="TEXT", help="Of an introduction: why.")]
Reply = Annotated[Text, typer.Option("--reply", metavar="TEXT", help="Of a request: what they said.")]
Repair = Annotated[Text, typer.Option("--repair", metavar="TEXT", help="Of a strain: how it was repaired.")]
ThankedOn = Annotated[
    Text, typer.Option("--thanked-on", metavar="DATE", help="Of a favour: when you thanked.")
]
Thanks = Annotated[Text, typer.Option("--thanks", metavar="TEXT", help="Of a favour: what you said.")]
Word = Annotated[Text, typer.Option("--word", metavar="WORD", help="Of a tie: what one is to the other.")]
Back = Annotated[Text, typer.Option("--back", metavar="WORD", help="Of a tie: what the other is to the one.")]
Reopen = Annotated[bool, typer.Option("--reopen", help="Of a promise, plan, request or strain: open again.")]
KeepMeetings = Annotated[
    bool, typer.Option("--keep-meetings", help="Of an event that is moved: its meetings stay on their days.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: the meetings of an event move with it.")]
