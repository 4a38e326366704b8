"""The description of a table of the journal; `core.tables` has one for each."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple


class Key(NamedTuple):
    """A column that is made from another one."""

    column: str
    source: str
    made: Callable[[str], str]


class Searched(NamedTuple):
    """The columns whose words are found, and the number that tells the table apart in the index of words."""

    number: int
    columns: tuple[str, ...]


class Table(NamedTuple):
    """A table's columns, the links among them, and what distinguishes its rows.

    columns      the columns somebody wrote; what the database computes is not among them
    primary      the columns of the primary key
    same         conditions under which another journal's row is this one, the surest first
    links        for each column that points at another table, that table
    optional     the links that become empty when the row they point at is removed
    key          the column by which rows are compared, and what it is made from
    letter       the letter with which a reference to a row begins
    numbered     whether a number is never given twice
    uid_of_key   whether the uid is made from the key that a row begins with
    apart_by     what tells two rows of one person apart (None: the table does not hang on one person;
                 empty: somebody may have any number of rows)
    pair         whether two people stand in a row, and whether their order says anything
    several      what a person has several of is called
    called       what a row is called where rows are counted, one and several of them
    together     columns that are taken over together or not at all
    searched     what is found by its words
    following    columns that the database keeps in step with another table
    """

    columns: tuple[str, ...]
    primary: tuple[str, ...]
    same: tuple[str, ...]
    links: Mapping[str, str] = {}
    optional: tuple[str, ...] = ()
    key: Key | None = None
    letter: str | None = None
    numbered: bool = False
    uid_of_key: bool = False
    apart_by: tuple[str, ...] | None = None
    pair: Literal["ordered", "directed"] | None = None
    several: str | None = None
    called: tuple[str, str] | None = None
    together: tuple[tuple[str, ...], ...] = ()
    searched: Searched | None = None
    following: tuple[str, ...] = ()
