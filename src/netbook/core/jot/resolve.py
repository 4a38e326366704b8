"""Find whose a promise or a birthday is, and its day."""

from datetime import date
from typing import NamedTuple

from netbook.core.birthdays import parse_birthday
from netbook.core.dates import split_by_date, split_day_at_end
from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import BirthdayPhrase, Clause, PromisePhrase
from netbook.core.jot.names import Names
from netbook.core.jot.results import BirthdayRead, Doubt, Guess, PromiseRead
from netbook.core.matching import Known, SeveralPeople
from netbook.core.text import quoted
from netbook.errors import Usage

# Whom these are done for is as likely the one it was promised to: "promised to send Bo the slides".
_DONE_FOR_SOMEBODY = lex.words("send call give show tell help email write")


class Spoken(NamedTuple):
    """A clause with its context: who "she" is, its words as written, and the best guess."""

    clause: Clause
    companion: Known | None
    shown: str
    guess: Guess


def resolve_promise(
    spoken: Spoken, promise: PromisePhrase, names: Names, text: str, today: date
) -> PromiseRead | Doubt:
    """The promise with its person and its day, or the doubt about it."""
    clause = spoken.clause
    if clause.unknown:
        return Doubt("", spoken.guess, unknown=tuple(clause.unknown))
    several = next((mention for mention in promise.to if len(mention.people) > 1), None)
    if several is not None:
        return Doubt("", Guess(), SeveralPeople(several.text, several.people))
    person = _promised_to(spoken, promise, names)
    if person is None or not promise.certain:
        return Doubt(f"who promised what to whom: {quoted(spoken.shown)}", spoken.guess)
    words = clause.words[promise.start : promise.end]
    promise_text = text[words[0].start : words[-1].end].rstrip(" ,;:.!)")
    try:
        promised, due = split_by_date(promise_text, today)
        if due is None:
            promised, due = split_day_at_end(promised, today)
    except Usage as error:
        return Doubt("", Guess((person,)), error)
    return PromiseRead(promise.whose, person, promised, due)


def _promised_to(spoken: Spoken, promise: PromisePhrase, names: Names) -> Known | None:
    """Who is named, else the only one at the meeting before, unless the promise is for somebody else named in it."""
    if promise.to:
        return promise.to[0].people[0] if len(promise.to) == 1 else None
    words = spoken.clause.words
    if spoken.companion is None or words[promise.start].plain not in _DONE_FOR_SOMEBODY:
        return spoken.companion
    named = [names.at(words, place) for place in range(promise.start, promise.end)]
    others = [mention for mention in named if mention and spoken.companion not in mention.people]
    return None if others else spoken.companion


def resolve_birthday(spoken: Spoken, birthday: BirthdayPhrase) -> BirthdayRead | Doubt:
    """The birthday with its person, or the doubt about it."""
    person = spoken.companion
    if birthday.whose is not None:
        if len(birthday.whose.people) > 1:
            return Doubt("", Guess(), SeveralPeople(birthday.whose.text, birthday.whose.people))
        person = birthday.whose.people[0]
    if person is None:
        return Doubt(f"whose birthday it is: {quoted(spoken.shown)}", Guess())
    return BirthdayRead(person, parse_birthday(birthday.text))
