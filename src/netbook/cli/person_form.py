"""Changing somebody in the editor."""

from __future__ import annotations

from netbook.actions import forms
from netbook.actions.people import Changed
from netbook.actions.transaction import writing
from netbook.cli.editor import filled_in
from netbook.reports.setting import Setting


def edit_in_editor(here: Setting, who: str) -> Changed | None:
    """Open everything about somebody in the editor and change what was changed there; None for nothing."""
    with here.reading() as db:
        form = forms.person_form(db, who)

    def take(text: str) -> Changed | None:
        if text == form.text:
            return None
        with writing(here.file, here.words) as db:
            return forms.change_person(db, here.today, form, text)

    return filled_in(form.text, take)
