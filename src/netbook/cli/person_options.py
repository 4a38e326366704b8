"""Options about a person that `add` and `edit` share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from netbook.cli.completion.values import circles, people

Text = str | None
Several = list[str] | None

Circle = Annotated[
    Text, typer.Option("--circle", metavar="NAME", help="Their circle.", autocompletion=circles)
]
Every = Annotated[
    Text,
    typer.Option("--every", metavar="CADENCE", help="How often to be in contact: 2w, 1m, quarterly, none."),
]
Org = Annotated[Text, typer.Option("--org", metavar="TEXT", help="Where they work.")]
Department = Annotated[Text, typer.Option("--department", metavar="TEXT", help="Their department.")]
Title = Annotated[Text, typer.Option("--title", metavar="TEXT", help="Their job title.")]
Place = Annotated[Text, typer.Option("--place", metavar="TEXT", help="Where they are.")]
Birthday = Annotated[
    Text,
    typer.Option(
        "--birthday", metavar="DATE", help="1976-11-25, or --11-25 without the year (--birthday=--11-25)."
    ),
]
KnownSince = Annotated[Text, typer.Option("--known-since", metavar="DATE", help="Since when you know them.")]
LastContact = Annotated[
    Text,
    typer.Option("--last-contact", metavar="DATE", help="When you were last in contact, before the journal."),
]
Addresses = Annotated[
    Several, typer.Option("--address", metavar="TEXT", help="A postal address; repeatable.")
]
How = Annotated[Text, typer.Option("--how", metavar="TEXT", help="How you met.")]
Fleeting = Annotated[
    Text,
    typer.Option(
        "--fleeting", metavar="TEXT", help="They are the person of the fleeting encounter with these words."
    ),
]
IntroducedBy = Annotated[
    Text, typer.Option("--introduced-by", metavar="WHO", help="Who introduced you.", autocompletion=people)
]
Emails = Annotated[Several, typer.Option("--email", metavar="ADDRESS", help="An e-mail address; repeatable.")]
Phones = Annotated[Several, typer.Option("--phone", metavar="NUMBER", help="A phone number; repeatable.")]
Urls = Annotated[Several, typer.Option("--url", metavar="LINK", help="A page or profile; repeatable.")]
Aliases = Annotated[
    Several, typer.Option("--alias", metavar="NAME", help="Another name they go by; repeatable.")
]
Tags = Annotated[
    Several, typer.Option("--tag", metavar="WORD", help="A word to file them under; repeatable.")
]


def gone(what: str) -> typer.models.OptionInfo:
    """An option that clears a field: `--no-org`."""
    option: typer.models.OptionInfo = typer.Option(
        f"--no-{what}", help=f"Clear it ({what}).", show_default=False
    )
    return option


Name = Annotated[Text, typer.Option("--name", metavar="NAME", help="A new name; the handle stays.")]
Handle = Annotated[Text, typer.Option("--handle", metavar="HANDLE", help="A new handle.")]
Correct = Annotated[
    bool, typer.Option("--correct", help="The old organisation, department or title was a mistake.")
]


def cleared(what: str) -> Any:
    """An option that clears a field, with what it takes."""
    return Annotated[bool, gone(what)]


def removed(what: str) -> Any:
    """An option that removes one of several values: `--remove-tag`."""
    return Annotated[Several, typer.Option(f"--remove-{what}", metavar="TEXT", help=f"Remove one ({what}).")]
