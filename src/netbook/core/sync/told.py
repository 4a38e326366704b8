"""What a sync reports: conflicts, removals that were undone, and new names and numbers."""

from typing import Literal, NamedTuple

What = Literal["both changed", "kept", "handle", "one", "number"]


class Told(NamedTuple):
    """One thing that somebody may want to know or to take back.

    what     both changed: a value did not stay, `note` says whether it is a note now
             kept: a removal was void, since the other side changed something; `here` says where it was removed,
             and `handle` whom to remove again
             handle: somebody new here has another handle now, since somebody else has theirs
             one: two rows that can only be one are one now
             number: a record has another reference now
    table    the table of the row
    key      the first part of its lasting key
    name     what the row is called
    about    the fact, or the table, in words
    stays    what is there now
    other    what was there instead; for a removal what stands against it
    """

    what: What
    table: str
    key: str
    name: str
    about: str = ""
    stays: str | None = None
    other: str | None = None
    note: bool = False
    here: bool = False
    handle: str | None = None
