"""Change a person in the editor."""

from __future__ import annotations

from netbook.actions import forms
from netbook.actions.people import Changed
from netbook.cli.context import Context
from netbook.cli.editor import filled_in


def edit_in_editor(ctx: Context, who: str) -> Changed | None:
    """Open a person's form in the editor and write the changes; None if there are none."""
    with ctx.reading() as db:
        form = forms.person_form(db, who)

    def take(text: str) -> Changed | None:
        if text == form.text:
            return None
        with ctx.changing() as db:
            return forms.change_person(db, ctx.today, form, text)

    return filled_in(form.text, take)
