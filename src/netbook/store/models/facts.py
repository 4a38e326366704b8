"""Facts about a table besides its columns."""

from typing import ClassVar, NamedTuple

from sqlmodel import SQLModel


class TableFacts(NamedTuple):
    """A table's facts; `core/tables.py` is made of them and of the columns.

    letter       the letter with which a reference to a row begins, before its number
    called       what a row is called where rows are counted for a reader, one and several of them
    several      what a person has several of is called
    made         the key by which rows are compared: the column, what it is made from, and how
    uid_of_key   whether the uid is made from the key that a row begins with, so that two machines make the same
    also_same    what tells two rows to be the same besides their uid or what only one of them may have
    given_out    what only one row has and yet does not tell who it is: a handle is given out again
    agreements   what two columns must agree on; rules for a single column are made from its field
    together     columns that stand and fall together: where one is taken from another row, the others are too
    searched     what is found by its words: the columns, and the number that tells the tables apart in the index
    following    columns that the database keeps in step with another table
    derived      whether the database makes it of other tables, or it is this file's own affair; the rest is what
                 somebody wrote, and can be undone and exported
    """

    letter: str | None = None
    called: tuple[str, str] | None = None
    several: str | None = None
    made: tuple[str, str, str] | None = None
    uid_of_key: bool = False
    also_same: str | None = None
    given_out: str | None = None
    agreements: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    searched: tuple[int, tuple[str, ...]] | None = None
    following: tuple[str, ...] = ()
    derived: bool = False


class Model(SQLModel):
    """The base of every table."""

    __facts__: ClassVar[TableFacts] = TableFacts()
