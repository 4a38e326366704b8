"""Log a meeting step by step.

Every answer is tried against the journal before the next question, so that anything the command would refuse can be
typed again at once. Nothing is written before the last answer.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any

from netbook.actions import forms
from netbook.actions.log import MeetingWords
from netbook.actions.logged import Logged
from netbook.cli.completion.tab import Choices, Tab
from netbook.cli.context import Context
from netbook.cli.output import asked, say
from netbook.cli.prompts import asking_who
from netbook.core.matching import SeveralPeople
from netbook.core.minutes import parse_minutes
from netbook.errors import NobodyCalled, Refused, Usage
from netbook.errors.people import AlreadyThere
from netbook.render.text import visible
from netbook.reports import completion
from netbook.reports.words import KINDS

YES, NO = ("y", "yes"), ("n", "no")
LEFT_OUT = "Enter leaves them out"


def ask_for_meeting(
    ctx: Context, words: MeetingWords, write: Callable[[MeetingWords], Logged]
) -> Logged | None:
    """Ask for what is missing and log the meeting; None if nobody was there. Ctrl-C and Ctrl-D stop."""
    # What was said is wrong or right whoever was there.
    forms.rehearse(ctx.file, ctx.today, words._replace(fleeting="somebody"))
    answered = _Questions(ctx, words).meeting()
    return asking_who(write, answered) if answered else None


class _Questions:
    """The questions about one meeting, and the answers so far."""

    def __init__(self, ctx: Context, words: MeetingWords) -> None:
        self.here, self.given, self.tab = ctx, words, Tab()

    def meeting(self) -> MeetingWords | None:
        """All answers; None if nobody was there, not even somebody unnamed."""
        say("Log a meeting. Enter skips a question; Ctrl-C stops and logs nothing.")
        question = "With whom? (names, with commas between; Tab completes) "
        for name in _names(self.ask(question, self.journal(completion.names))):
            self.add_known(name)
        for name in _names(self.ask("Anybody new? (as in Raj Patel (Acme)) ")):
            self.add_new(name)
        somebody = bool(self.given.who or self.given.new)
        if not somebody:
            self.one("fleeting", "Somebody who gave no name? (what you talked about) ")
            if not self.given.fleeting:
                return None
        self.occasion()
        if somebody:
            self.gains()
        return self.given

    def occasion(self) -> None:
        """Ask for the kind of meeting, when and where it was, and what it was about."""
        self.one("kind", "What was it? (coffee, lunch, call, ...; Enter: meeting) ", choices=_kinds)
        self.one("on", "When? (Enter: today) ")
        self.one("place", "Where? ")
        self.one("minutes", "How long, in minutes? ", parse_minutes)
        self.one("event", "At which event? ", choices=self.journal(completion.events))
        self.one("summary", "What was it about? ")

    def gains(self) -> None:
        """Ask what was found, learned, done and promised, each until Enter."""
        whom = " (name: what)" if len(self.given.who) + len(self.given.new) > 1 else ""
        self.several("common", "Found in common? ", self.journal(completion.topics))
        self.several("learned", f"Learned?{whom} ")
        self.several("gave", f"A favour you did?{whom} ")
        self.several("got", f"A favour done for you?{whom} ")
        self.several("promise", f"What did you promise?{whom} ")
        self.several("they_promise", f"What was promised to you?{whom} ")

    def add_known(self, name: str) -> None:
        """Add somebody from the journal; the user may also add them as new, name somebody else, or skip."""
        while name:
            try:
                self.rehearse(who=(*self.given.who, name))
            except SeveralPeople:
                name = asked(f"Whom do you mean? ({LEFT_OUT}) ")
            except NobodyCalled as error:
                _tell(error)
                answer = asked(f"Add them as new? (y, or another name; {LEFT_OUT}) ")
                if answer.casefold() in YES:
                    self.add_new(name)
                    return
                name = "" if answer.casefold() in NO else answer
            except (Refused, Usage) as error:
                _tell(error)
                name = asked(f"Whom do you mean? ({LEFT_OUT}) ")
            else:
                return

    def add_new(self, name: str) -> None:
        """Add somebody new; if the name is in the journal, a namesake or the person who has it."""
        namesake = False
        while name:
            try:
                # By itself first: one namesake let in does not let in the others.
                if not namesake:
                    forms.rehearse(self.here.file, self.here.today, MeetingWords(new=(name,)))
                self.rehearse(new=(*self.given.new, name), namesake=namesake or self.given.namesake)
            except AlreadyThere as error:
                _tell(error)
                answer = asked("Somebody else of that name? (y; Enter: the one in the journal) ")
                namesake = answer.casefold() in YES
                if not namesake:
                    self.add_known(name.partition(" (")[0])
                    return
            except (Refused, Usage) as error:
                _tell(error)
                name, namesake = asked(f"Who is new? ({LEFT_OUT}) "), False
            else:
                return

    def one(
        self, field: str, question: str, read: Callable[[str], object] = str, choices: Choices | None = None
    ) -> None:
        """Ask for one answer until it is understood or skipped; not asked if it was given before."""
        while getattr(self.given, field) is None and (answer := self.ask(question, choices)):
            self.took(field, answer, read)

    def several(self, field: str, question: str, choices: Choices | None = None) -> None:
        """Repeat a question until it is skipped."""
        while answer := self.ask(question, choices):
            if self.took(field, answer, lambda text: (*getattr(self.given, field), text)):
                question = "More? (Enter: no) "

    def took(self, field: str, answer: str, read: Callable[[str], object]) -> bool:
        """Whether an answer was understood; if not, the reason has been printed."""
        try:
            self.rehearse(**{field: read(answer)})
        except SeveralPeople:
            return False
        except (Refused, Usage) as error:
            _tell(error)
            return False
        return True

    def rehearse(self, **more: Any) -> None:
        """Add an answer if the meeting can still be logged with it; raises what `log` would."""
        self.given = asking_who(
            lambda line: forms.rehearse(self.here.file, self.here.today, line), self.given._replace(**more)
        )

    def ask(self, question: str, choices: Choices | None = None) -> str:
        """Ask for an answer; the Tab key offers the choices."""
        self.tab.choices = choices or (lambda _: [])
        return asked(question)

    def journal(self, question: Callable[[sqlite3.Connection, str], list[str]]) -> Choices:
        """Choices that are read from the journal."""

        def choices(start: str) -> list[str]:
            with self.here.reading() as db:
                return question(db, start)

        return choices


def _names(answer: str) -> list[str]:
    """The names in an answer; a comma inside brackets is part of an organisation."""
    return [name for part in re.split(r",(?![^(]*\))", answer) if (name := part.strip())]


def _tell(error: Exception) -> None:
    say(f"  {visible(str(error))}")


def _kinds(typed: str) -> list[str]:
    return [kind for kind in KINDS if kind.startswith(typed.casefold())]
