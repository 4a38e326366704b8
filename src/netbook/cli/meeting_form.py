"""Logging a meeting in the editor."""

from __future__ import annotations

from collections.abc import Callable

from netbook.actions import forms
from netbook.actions.log import MeetingWords
from netbook.actions.logged import Logged
from netbook.cli.editor import filled_in
from netbook.cli.prompts import asking_who


def log_in_editor(words: MeetingWords, write: Callable[[MeetingWords], Logged]) -> Logged | None:
    """Open the words of a meeting in the editor and log the result; None if the form is empty."""

    def take(text: str) -> Logged | None:
        meeting = forms.meeting_said(text)
        return asking_who(write, meeting) if meeting else None

    return filled_in(forms.meeting_form(words), take)
