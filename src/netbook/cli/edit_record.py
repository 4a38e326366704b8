"""Change a record by its reference, by options or in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netbook.actions import record_forms, records
from netbook.actions.records import Meetings, RecordEdited, RecordWords
from netbook.cli.editor import filled_in
from netbook.cli.output import respond, screen, text_of, warn
from netbook.core.record_fields import FIELDS
from netbook.errors import ConflictingOptions
from netbook.errors.records import NotOfThisRecord, OneRecord
from netbook.render import record as render

if TYPE_CHECKING:
    from netbook.cli.context import Context
    from netbook.core.refs import Ref

# Parameters whose names Python or the command itself has taken.
_OPTIONS = {"whom": "who"}
_LISTS = ("with_", "without")


def edit_record(ctx: Context, record: Ref, given: dict[str, Any], *, alone: bool) -> None:
    """Change a record as the options say; without one, as it is changed in the editor."""
    if not alone:
        raise OneRecord
    done = _by_options(ctx, record, given) if given else _in_editor(ctx, record)
    if done is None:
        warn("netbook: nothing changed")
    else:
        respond(ctx, done, lambda: render.edited(done, screen()))


def _by_options(ctx: Context, record: Ref, given: dict[str, Any]) -> RecordEdited:
    words = _words(record, given)
    with ctx.changing() as db:
        return records.edit(db, ctx.today, record, words)


def _in_editor(ctx: Context, record: Ref) -> RecordEdited | None:
    with ctx.reading() as db:
        form = record_forms.record_form(db, record)

    def take(text: str) -> RecordEdited | None:
        words = record_forms.changed(record, form, text)
        if words is None:
            return None
        with ctx.changing() as db:
            return records.edit(db, ctx.today, record, words)

    return filled_in(form, take)


def _words(record: Ref, given: dict[str, Any]) -> RecordWords:
    """What the options say of a record."""
    if "correct" in given or any(
        isinstance(value, list) for name, value in given.items() if name not in _LISTS
    ):
        other = next(name for name, value in given.items() if name == "correct" or isinstance(value, list))
        raise NotOfThisRecord(
            f"--{other.replace('_', '-')}", records.called(record.table), str(record),
            [f"--{field.option}" for field in FIELDS[record.table]],
        )  # fmt: skip
    if "keep_meetings" in given and "yes" in given:
        raise ConflictingOptions("--yes and --keep-meetings")
    meetings: Meetings = "move" if "yes" in given else "keep" if "keep_meetings" in given else None
    cleared = [name.removeprefix("no_").replace("_", "-") for name in given if name.startswith("no_")]
    texts = {
        _OPTIONS.get(name, name).replace("_", "-"): text_of(value)
        for name, value in given.items()
        if isinstance(value, str)
    }
    return RecordWords(
        given=texts, cleared=cleared, add=tuple(given.get("with_", ())), take=tuple(given.get("without", ())),
        reopen="reopen" in given, new_edition="new_edition" in given, meetings=meetings,
    )  # fmt: skip
