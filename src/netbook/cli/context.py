"""The context of a command: the journal, the day and the command line, resolved once."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netbook.core.dates import parse_day
from netbook.errors import EmptyPath
from netbook.store import journal
from netbook.store.location import journal_path

if TYPE_CHECKING:
    from pathlib import Path


class Effect:
    """What a command did to the journal: whether it changed, and the references of records that were added."""

    def __init__(self) -> None:
        self.changed = False
        self.refs: list[str] = []


class Context(NamedTuple):
    """The journal's file, today's date, and the command as it was typed, for the history."""

    file: str
    today: date
    command_line: str
    # Of commands that change the journal: whether the answer is wanted as data, and whether nothing is to be changed.
    json: bool = False
    dry_run: bool = False
    effect: "Effect | None" = None

    @property
    def path(self) -> "Path":
        """The journal's file, for commands that do more than read or write the journal."""
        from pathlib import Path

        return Path(self.file)

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection to read one unchanging state of the journal."""
        return journal.reading(self.file)

    @contextmanager
    def changing(
        self, after: Callable[[sqlite3.Connection], None] | None = None
    ) -> Iterator[sqlite3.Connection]:
        """The journal's one write transaction, a step of the history; rolled back at its end in a dry run.

        `after` is called with the connection before the finished step is committed.
        """
        from netbook.store import history

        wanted = (
            journal.dry_run(self.file)
            if self.dry_run
            else journal.writing(self.file, self.command_line, after)
        )
        with wanted as db:
            before = history.last_change(db)
            yield db
            if self.effect is not None:
                self.effect.changed = history.last_change(db) > before
                self.effect.refs.extend(history.added_since(db, before))

    def trying(self) -> AbstractContextManager[sqlite3.Connection]:
        """A write transaction that is always rolled back: to find out whether something can be done."""
        return journal.dry_run(self.file)

    def turning(self) -> AbstractContextManager[sqlite3.Connection]:
        """A write transaction for undo and redo, which is not a step of the history itself."""
        return journal.turning(self.file, dry=self.dry_run)


def make_context(
    db: str | None = None, today: str | None = None, command_line: Sequence[str] = ()
) -> Context:
    """The context for the options `--db` and `--today`, or the environment, or the machine.

    Raises EmptyPath, and for a day as parse_day does.
    """
    # A script's unset variable must not end in the usual journal.
    if db is not None and not db.strip():
        raise EmptyPath
    clock = date.today()  # noqa: DTZ011 - the user's own day is meant
    day = today if today is not None else os.environ.get("NETBOOK_TODAY") or None
    return Context(
        journal_path(db), clock if day is None else parse_day(day, clock, "past"), as_typed(command_line),
        effect=Effect(),
    )  # fmt: skip


def as_typed(words: Sequence[str]) -> str:
    """A command line as it could have been typed, on one line of at most 200 characters.

    With NETBOOK_HISTORY=off it is the name of the command alone.
    """
    if os.environ.get("NETBOOK_HISTORY", "").strip().casefold() == "off":
        return next((word for word in words if not word.startswith("-")), "netbook")
    line = " ".join(word if word and word.isprintable() and " " not in word else repr(word) for word in words)
    return line if len(line) <= 200 else line[:199] + "…"
