"""What can go wrong, a class for each: the message says what to do next, the class has the exit status.

These can happen in any command; the others are in modules by subject, loaded when needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

UNCHANGED, CHANGED = "nothing was changed", "the change before that was made and stays"


class NetbookError(Exception):
    """An expected failure, told to the user in one line on stderr."""

    exit_code = 1
    # People who may be meant, for scripts: handle, name and organisation of each.
    candidates: Sequence[Mapping[str, str | None]] = ()

    def after_a_change(self) -> str:
        """What to say where the command has changed the journal already."""
        return str(self).replace(UNCHANGED, CHANGED)


class Refused(NetbookError):
    """What was asked cannot be done with this journal or file (exit 1)."""


class Usage(NetbookError):
    """What was typed cannot be understood (exit 2)."""

    exit_code = 2


class JournalError(NetbookError):
    """The journal itself is at fault or out of reach (exit 3)."""

    exit_code = 3

    def after_a_change(self) -> str:
        """What to say where the command has changed the journal already; never that nothing happened to it."""
        message = super().after_a_change()
        return message if CHANGED in message else f"{message}; {CHANGED}"


class NoJournalFile(JournalError):
    """The path names something that cannot hold a journal."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} {why}")


class ForeignDatabase(NoJournalFile):
    """The path names a database of another program."""


class JournalLocked(JournalError):
    """Another program kept the journal locked for longer than we wait."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is in use by another program; {UNCHANGED}, try again in a moment")


class JournalOutOfReach(JournalError):
    """The file or its folder cannot be read or written."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}; {UNCHANGED}")


class JournalDamaged(JournalError):
    """SQLite found the file's content broken."""

    def __init__(self, path: object, restore_hint: str) -> None:
        super().__init__(f"{path} is damaged and was left as it is; {restore_hint}")


class SystemRefused(JournalError):
    """The operating system refused something that netbook needs."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}; make that possible and try again")


class IndexDamaged(JournalError):
    """The index of words is broken, the rest of the journal may be whole."""

    def __init__(self, path: object, command: str) -> None:
        super().__init__(
            f"the search index of {path} is damaged, and {UNCHANGED}; {command} doctor --mend rebuilds it"
        )


class StrangersFile(JournalError):
    """Somebody else put a file beside the journal that SQLite would play back or write to."""

    def __init__(self, path: object, file: object) -> None:
        super().__init__(
            f"{file} belongs to another user and would be written into {path}; {UNCHANGED}: "
            "ask who made it, or move the journal to a folder of your own"
        )


class JournalGone(JournalError):
    """The journal is missing, but its backups exist."""

    def __init__(self, path: object, command: str) -> None:
        super().__init__(
            f"{path} is missing, but it has backups; {command} brings back the newest, "
            "or name another file with --db to begin a new one"
        )


class NewerJournal(JournalError):
    """The journal was written by a netbook that knows a later schema."""

    def __init__(self, path: object, version: int, known: int) -> None:
        super().__init__(
            f"{path} was made by a newer netbook (schema {version}, this one knows {known}); update netbook"
        )


class UnreadableDate(Usage):
    """A text that does not name a day."""

    def __init__(self, quoted: str, toward: str = "future") -> None:
        example = '2026-11-20, "friday" or "3 days ago"'
        if toward == "future":
            example = '2026-11-27, "friday" or "in 3 days"'
        super().__init__(f"cannot read the date {quoted}; write {example}")


class AmbiguousDate(Usage):
    """A date whose day and month are both numbers that could be either."""

    def __init__(self, quoted: str, readings: list[str]) -> None:
        way_out = " or ".join(readings) or "the month as a word, or the whole date as 2026-12-11"
        super().__init__(f"{quoted} does not say which number is the month; write {way_out}")


class NotOneDay(Usage):
    """A week, month or year where a day is needed."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f'{quoted} is more than one day; name the day: 2026-11-20 or "friday"')


class NoSuchDay(Usage):
    """A day that the calendar does not have."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f"there is no such day as {quoted}; check the day and the month")


class YearOutOfRange(Usage):
    """A day too far away to be meant, or a year of two digits."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f"{quoted} is not within 1900 to 2199; write the year in full, as in 2026-11-27")


class UnreadableBirthday(Usage):
    """A text that is not a birthday."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f'cannot read the birthday {quoted}; write 1976-11-25, or "25 nov" without the year')


class UnreadableCadence(Usage):
    """A text that is not a cadence, or one under a day or over a hundred years."""

    def __init__(self, quoted: str) -> None:
        super().__init__(
            f'cannot read the cadence {quoted}; write 2w, "10 days", monthly or none (a day to 100 years)'
        )


class NobodyCalled(Refused):
    """No person has that name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f"the nearest: {', '.join(near)}" if near else "netbook people lists everybody"
        super().__init__(f"nobody is called {shown}; {nearest}")


class Ambiguous(Refused):
    """Several people answer to a name; netbook does not choose."""

    def __init__(self, shown: str, number: str, listed: str) -> None:
        super().__init__(f"{number} people match {shown}; say which: {listed}")


class EmptyWho(Usage):
    """An empty name."""

    def __init__(self) -> None:
        super().__init__("a name cannot be empty; write a handle, a name or part of one")


class BothForms(Usage):
    """`--csv` and `--json` at once."""

    def __init__(self) -> None:
        super().__init__("--csv and --json cannot go together; choose one")


class OutputClosed(NetbookError):
    """The reader of the output has stopped reading; the command ends quietly."""

    exit_code = 0


class OutputFailed(JournalError):
    """The answer could not be written out."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the answer could not be written ({why}); redirect it elsewhere")


class BrokenText(Usage):
    """An argument whose bytes are not text."""

    def __init__(self) -> None:
        super().__init__("an argument is not readable text (not UTF-8); type it again")


class NoSuchCircle(Refused):
    """A circle that is not in the journal."""

    def __init__(self, shown: str, choices: str) -> None:
        super().__init__(f"no circle is called {shown}; {choices} (netbook circle NAME --every 1m adds one)")


class FutureDate(Usage):
    """A day still to come where only a past one makes sense."""

    def __init__(self, shown: str, day: str) -> None:
        text = shown if day in shown else f"{shown} is {day}, which"
        super().__init__(f"{text} is still to come; give a day up to today")


class TooLong(Usage):
    """A text longer than the journal keeps."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"{what} can have at most {most:,} characters; shorten it")


class EmptyText(Usage):
    """An empty text where one is needed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} cannot be empty; write a few words")


class ConfirmationRequired(Usage):
    """A removal that needs a confirmation, without a terminal to ask on."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} needs a confirmation; add --yes")


class NoSuchTopic(Refused):
    """A topic that is not in the journal."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f"the nearest: {', '.join(near)}" if near else "netbook topics lists all"
        super().__init__(f"no topic is called {shown}; {nearest}")


class ConflictingOptions(Usage):
    """Options that cannot go together."""

    def __init__(self, options: str) -> None:
        super().__init__(f"{options} cannot go together; give one of them")


class NoSuchEvent(Refused):
    """No event has that name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        hint = f"the nearest: {', '.join(near)}" if near else "netbook events lists all events"
        super().__init__(f"no event is called {shown}; {hint}")


class SeveralEvents(Refused):
    """Several events answer to a name; netbook does not choose."""

    def __init__(self, shown: str, names: list[str], number: int) -> None:
        more = f", … and {number - len(names):,} more" if number > len(names) else ""
        super().__init__(f"{number:,} events match {shown}; say which: {', '.join(names)}{more}")


class BackwardSpan(Usage):
    """A span of days whose end is before its beginning."""

    def __init__(self, since: str, until: str) -> None:
        super().__init__(f"--since {since} is after --until {until}; swap the two")


class NoOutput(JournalError):
    """Standard output is closed or cannot be written; raised before anything is done."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"cannot write to standard output ({why}); nothing was done, redirect it to a file or /dev/null"
        )


class Declined(Refused):
    """A removal that the user declined."""

    def __init__(self) -> None:
        super().__init__("nothing was removed")


class EmptyPath(Usage):
    """An empty name of a journal."""

    def __init__(self) -> None:
        super().__init__("--db is empty; name the journal's file, or leave the option out")
