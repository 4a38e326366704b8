"""The file's own affairs: settings, numbers given out, undo and sync."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Index, Text
from sqlmodel import Field

from netbook.store.models.columns import KEYED, STRICT, Link, Name, Words, key, no
from netbook.store.models.facts import Model, TableFacts


class Setting(Model, table=True):
    """What the journal's owner has set for it, such as the region of telephone numbers."""

    __tablename__ = "setting"
    __table_args__ = (KEYED,)
    name: Name = Field(sa_type=Text, primary_key=True)
    value: Words = Field(sa_type=Text)


class Numbering(Model, table=True):
    """The highest number that the rows of a table have had: no reference is used twice, in no copy."""

    __tablename__ = "numbering"
    __table_args__ = (KEYED,)
    of: Name = Field(sa_type=Text, primary_key=True)
    highest: int = Field(ge=1)


class Synced(Model, table=True):
    """The state in which this file was last synced with others: this machine's own affair."""

    __tablename__ = "synced"
    __table_args__ = (STRICT,)
    __facts__ = TableFacts(derived=True)
    id: int | None = Field(default=None, primary_key=True, ge=1, le=1)
    remote: Link = Field(sa_type=Text)
    # The commit that both sides have, and the first change that is not in it.
    at: Name | None = Field(default=None, sa_type=Text)
    seal: Words | None = Field(default=None, sa_type=Text)
    synced_on: Name | None = Field(default=None, sa_type=Text)
    change: int | None = Field(default=None)


class Change(Model, table=True):
    """How to take back what was done to one row: written by the database itself, read by undo and redo."""

    __tablename__ = "change"
    __table_args__ = (STRICT,)
    __facts__ = TableFacts(derived=True)
    id: int | None = key()
    of: Name = Field(sa_type=Text)
    op: Literal["added", "changed", "removed"] = Field(sa_type=Text)
    # The row's primary key as it is now, and the row as it was; both JSON.
    key: Words = Field(sa_type=Text)
    row: str | None = Field(default=None, sa_type=Text)


class Step(Model, table=True):
    """One command that changed the journal: the changes from `first` to `last`."""

    __tablename__ = "step"
    __table_args__ = (Index("step_last", "last"), Index("step_undone", "undone"), STRICT)
    __facts__ = TableFacts(derived=True)
    id: int | None = key()
    at: Name = Field(sa_type=Text)
    what: Words = Field(sa_type=Text)
    first: int = Field()
    last: int = Field()
    # Bytes of all steps up to and with this one.
    total: int = Field(ge=0)
    undone: int = Field(ge=0, le=1)
    # Whether it is what came from other machines.
    sync: int = no()
