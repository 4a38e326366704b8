"""Why a text is not written, and the command that would do what was probably meant, ready to be run."""

from __future__ import annotations

from datetime import date

from netbook.core.jot.results import Doubt, Guess, Reading
from netbook.core.text import clip, joined, quoted, visible
from netbook.errors import NetbookError, Refused

LONGEST = 200  # characters of a summary in a command


class NotPlain(Refused):
    """A text that is not certain in some part, or does not clearly say that you met somebody."""


def refusal(reading: Reading, text: str, today: date) -> NetbookError:
    """Why the text is not written: the first uncertainty, a day that cannot be read before others."""
    for doubt in reading.doubts:
        if doubt.error is not None and doubt.error.exit_code != 1:
            return doubt.error
    if reading.doubts:
        return _doubtful(reading.doubts[0], text, today)
    shown = quoted(text)
    if not text.strip():
        return NotPlain("there is nothing to jot down; say whom you met, as in: netbook jot lunch with Ana")
    if not (reading.guess.people or reading.guess.new):
        return NotPlain(
            f"{shown} names nobody in your journal as company; to log somebody new: "
            f'netbook log --new "NAME"{_options(reading.guess, text, today)}'
        )
    return NotPlain(f"{shown} does not plainly say that you met; {_either(reading.guess, text, today)}")


def doubt_in_words(doubt: Doubt) -> str:
    """What is not certain, in words."""
    if doubt.error is not None:
        return str(doubt.error)
    if doubt.unknown:
        return f"nobody is called {joined([quoted(name) for name in doubt.unknown])}"
    return f"it is not certain {doubt.what}"


def _doubtful(doubt: Doubt, text: str, today: date) -> NetbookError:
    if doubt.error is not None:
        return doubt.error
    if doubt.unknown:
        names = " ".join(f"--new {_quote(name)}" for name in doubt.unknown)
        return NotPlain(
            f"{doubt_in_words(doubt)}; to add them here: {names}; or {log_command(doubt.guess, text, today)}"
        )
    return NotPlain(f"{doubt_in_words(doubt)}; {_either(doubt.guess, text, today)}")


def _either(guess: Guess, text: str, today: date) -> str:
    """The command that logs it, and the one that plans it where it may be to come."""
    if guess.day is not None and guess.day > today:
        return f"to plan it: {plan_command(guess, text, today)}"
    if guess.coming:
        return f"to plan it: {plan_command(guess, text, today)}; if it took place: {log_command(guess, text, today)}"
    return f"if it took place: {log_command(guess, text, today)}"


def log_command(guess: Guess, text: str, today: date) -> str:
    """The `log` command of what was probably meant."""
    who = "".join(f" {_quote(person.handle)}" for person in guess.people)
    new = "".join(f" --new {_quote(name)}" for name in guess.new)
    return f"netbook log{who or (' WHO' if not new else '')}{new}{_options(guess, text, today)}"


def plan_command(guess: Guess, text: str, today: date) -> str:
    """The `plan` command of what was probably meant."""
    who = "".join(f" {_quote(person.handle)}" for person in guess.people) or " WHO"
    day = guess.day.isoformat() if guess.day is not None and guess.day >= today else "DATE"
    hour = f" --at {guess.hour}" if guess.hour else ""
    return f"netbook plan{who} --on {day}{hour}{_common_options(guess, text)}"


def _options(guess: Guess, text: str, today: date) -> str:
    day = f" --on {guess.day.isoformat()}" if guess.day is not None and guess.day < today else ""
    minutes = f" --minutes {guess.minutes}" if guess.minutes else ""
    return f"{day}{minutes}{_common_options(guess, text)}"


def _common_options(guess: Guess, text: str) -> str:
    kind = f" -k {guess.kind}" if guess.kind else ""
    place = f" --place {_quote(guess.place)}" if guess.place else ""
    summary = f" -m {_quote(clip(' '.join(text.split()), LONGEST))}" if text.strip() else ""
    return f"{kind}{place}{summary}"


def _quote(text: str) -> str:
    from shlex import quote  # only on the way to an error

    return quote(visible(text))
