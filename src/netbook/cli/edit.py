"""Change a person or a record, by options or in the editor."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from netbook.cli.commands import Function, command
from netbook.cli.output import respond, screen, warn
from netbook.core import refs
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    from netbook.actions.people import PersonWords
    from netbook.cli import options
    from netbook.cli.context import Context

# What is said of somebody: the parameter, and the annotation that says what it takes.
ONCE = {
    "name": "person_options.Name", "handle": "person_options.Handle", "circle": "person_options.Circle",
    "every": "person_options.Every", "org": "person_options.Org", "department": "person_options.Department",
    "title": "person_options.Title", "place": "person_options.Place", "birthday": "person_options.Birthday",
    "how": "person_options.How", "introduced_by": "person_options.IntroducedBy",
    "known_since": "person_options.KnownSince", "last_contact": "person_options.LastContact",
}  # fmt: skip
SEVERAL = {
    "email": "emails", "phone": "phones", "url": "urls", "alias": "aliases", "tag": "tags",
    "address": "addresses",
}  # fmt: skip
_LISTS = {
    "email": "person_options.Emails", "phone": "person_options.Phones", "url": "person_options.Urls",
    "alias": "person_options.Aliases", "tag": "person_options.Tags", "address": "person_options.Addresses",
}  # fmt: skip
CLEARED = (
    "circle", "every", "org", "department", "title", "place", "email", "phone", "url", "birthday", "alias", "tag",
    "how", "introduced_by", "known_since", "last_contact", "address",
)  # fmt: skip
# Of records alone; of both kinds are --name, --place, --how and --fleeting.
RECORDS = {
    "on": "On", "until": "Until", "by": "By", "at": "At", "kind": "Kind", "minutes": "Minutes",
    "summary": "Summary", "text": "Words", "event": "Event", "about": "About", "topic": "Topic", "detail": "Detail",
    "whom": "Who", "with_": "With", "without": "Without", "whose": "Whose", "goal": "Goal", "host": "Host",
    "outcome": "Outcome", "because": "Because", "reply": "Reply", "repair": "Repair", "thanked_on": "ThankedOn",
    "thanks": "Thanks", "word": "Word", "back": "Back", "reopen": "Reopen", "new_edition": "NewEdition",
    "keep_meetings": "KeepMeetings",
    "yes": "Yes",
}  # fmt: skip
RECORDS_CLEARED = (
    "minutes", "summary", "text", "event", "detail", "by", "at", "host", "because", "reply", "repair", "thanked_on",
    "thanks", "fleeting",
)  # fmt: skip
FLAGS = ("reopen", "new_edition", "keep_meetings", "yes", "correct")


def _parameters() -> dict[str, str]:
    """Every option by its parameter, with its annotation."""
    result = {**ONCE, **_LISTS, "fleeting": "person_options.Fleeting", "correct": "person_options.Correct"}
    result |= {f"remove_{name}": f"person_options.removed('{name}')" for name in SEVERAL}
    result |= {f"no_{name}": f"person_options.cleared('{name.replace('_', '-')}')" for name in CLEARED}
    result |= {name: f"record_options.{option}" for name, option in RECORDS.items()}
    result |= {
        f"no_{name}": f"person_options.cleared('{name.replace('_', '-')}')" for name in RECORDS_CLEARED
    }
    return result


def _takes(annotations: Mapping[str, str]) -> Callable[[Function], Function]:
    """Give a function its options by name: there are too many for its signature."""

    def taking(function: Function) -> Function:
        named = [
            parameter
            for parameter in inspect.signature(function).parameters.values()
            if parameter.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        named += [
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation,
                default=False if name in FLAGS or name.startswith("no_") else None,
            )
            for name, annotation in annotations.items()
        ]  # fmt: skip
        function.__signature__ = inspect.Signature(named)  # type: ignore[attr-defined]
        function.__annotations__ = {
            name: annotation for name, annotation in function.__annotations__.items() if name != "given"
        } | dict(annotations)
        return function

    return taking


@command("edit", example="netbook edit lena --circle mentors --title Director", changes=True)
@_takes(_parameters())
def edit(ctx: Context, who: options.People, **given: Any) -> None:
    """Change people, or a record by its reference.

    Without an option it opens your editor.

    --email, --phone, --url, --alias and --tag add to what is there; with --no-email and so on they replace it, and
    --remove-email and so on take one away. --no-every returns to the circle's cadence; --every none means never
    due. A new --org, --department or --title keeps the old one as history; --correct replaces it as a mistake.

    netbook edit m12 --on yesterday --without bo changes a meeting; a record takes the options of its own command.
    """
    given = {name: value for name, value in given.items() if value not in (None, False, [])}
    if both := next((name for name in given if f"no_{name}" in given and name not in _LISTS), None):
        option = both.replace("_", "-")
        raise ConflictingOptions(f"--{option} and --no-{option}")
    named = [refs.parse(text) for text in who]
    if record := next(filter(None, named), None):
        from netbook.cli.edit_record import edit_record

        edit_record(ctx, record, given, alone=len(named) == 1)
    elif given:
        _edit_people(ctx, who, given)
    else:
        _edit_in_editor(ctx, who)


def _edit_people(ctx: Context, who: list[str], values: dict[str, Any]) -> None:
    from netbook.actions import people as actions
    from netbook.actions.fleeting import recognise
    from netbook.errors.records import OnlyOfRecords
    from netbook.render import people_changes as lines

    of_records = [*RECORDS, *(f"no_{name}" for name in RECORDS_CLEARED)]
    if other := next((name for name in values if name in of_records), None):
        raise OnlyOfRecords(f"--{other.strip('_').replace('_', '-')}")
    if len(who) > 1 and (single := next((name for name in ("name", "handle") if name in values), None)):
        raise ConflictingOptions(f"--{single} and several people")
    words, cleared, removed = _words(values)
    fleeting, correct = values.get("fleeting"), "correct" in values
    with ctx.changing() as db:
        people, spread = actions.edit_several(db, ctx.today, who, words, cleared, removed, correct=correct)
        met = [recognise(db, ctx.today, person.handle, fleeting) for person in people] if fleeting else []

    def text() -> str:
        recognised = [lines.recognised(each, ctx.today, screen()) for each in met]
        contacts = [lines.first_contacts(spread, ctx.today)] if spread else []
        return "\n".join([*(lines.changed(person, screen()) for person in people), *recognised, *contacts])

    outcomes = [{**person._asdict(), "recognised": met[0] if met else None} for person in people]
    named = ", ".join(lines.named(person) for person in people)
    respond(ctx, outcomes[0] if len(outcomes) == 1 else {"people": outcomes}, text, named)


def _words(given: dict[str, Any]) -> tuple[PersonWords, frozenset[str], dict[str, tuple[str, ...]]]:
    """What is said of somebody, what is cleared, and which of several are taken away."""
    from netbook.actions.people import PersonWords

    line: dict[str, Any] = {name: given[name] for name in ONCE if name in given}
    line |= {field: tuple(given[name]) for name, field in SEVERAL.items() if name in given}
    cleared = frozenset(SEVERAL.get(name, name) for name in CLEARED if f"no_{name}" in given)
    removed = {
        field: tuple(given[f"remove_{name}"]) for name, field in SEVERAL.items() if f"remove_{name}" in given
    }
    return PersonWords(**line), cleared, removed


def _edit_in_editor(ctx: Context, who: list[str]) -> None:
    from netbook.cli.person_form import edit_in_editor
    from netbook.render import people_changes as lines

    if len(who) > 1:
        raise ConflictingOptions("the editor and several people")
    changed = edit_in_editor(ctx, who[0])
    if changed is None:
        warn("netbook: nothing changed")
    else:
        respond(ctx, changed, lambda: lines.changed(changed, screen()))
