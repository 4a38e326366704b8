"""What a column can hold, and how tables are linked."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from sqlalchemy import Text, text
from sqlmodel import Field

# Not "date": that is the name of columns. Within these years a day and a cadence of a century make a day, too.
FIRST_DAY, LAST_DAY = datetime.date(1000, 1, 1), datetime.date(8999, 12, 31)
Day = Annotated[datetime.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
STRICT = {"sqlite_strict": True}
# A number is never given twice, whatever became of the row that had it (https://sqlite.org/autoinc.html).
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
KEYED = {"sqlite_strict": True, "sqlite_with_rowid": False}

# A name, a handle, a place: one line. Words: as long as somebody cares to write. A key may be longer than
# the name it comes from: one letter can fold into several.
Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=1_000_000)]
Key = Annotated[str, Field(min_length=1, max_length=4_000)]
Link = Annotated[str, Field(min_length=1, max_length=2_000)]

# Patterns, and how SQLite says them; 2000 was a leap year.
_MONTH_AND_DAY = r"(02-(0[1-9]|[12]\d)|(0[469]|11)-(0[1-9]|[12]\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01]))"
BIRTHDAY = rf"^([1-8]\d{{3}}|-)-{_MONTH_AND_DAY}$"
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
IN_SQL = {
    BIRTHDAY: (
        "({0} GLOB '[1-8][0-9][0-9][0-9]-*' AND {0} IS date({0}, '+0 days')) OR "
        "({0} GLOB '--*' AND '2000' || substr({0}, 2) IS date('2000' || substr({0}, 2), '+0 days'))"
    ),
    CLOCK: "{0} GLOB '[01][0-9]:[0-5][0-9]' OR {0} GLOB '2[0-3]:[0-5][0-9]'",
}


def key() -> int | None:
    """The row's number."""
    return Field(default=None, primary_key=True)  # type: ignore[no-any-return]


def own_uid() -> str:
    """A lasting identifier, given by the database to a row that comes without."""
    default = {"server_default": text("(lower(hex(randomblob(16))))")}
    return Field(sa_type=Text, unique=True, sa_column_kwargs=default)  # type: ignore[no-any-return]


def clock() -> str | None:
    """A time of day, HH:MM."""
    return Field(default=None, sa_type=Text, schema_extra={"pattern": CLOCK})  # type: ignore[no-any-return]


def no() -> int:
    """Yes (1) or no (0), no unless it is said."""
    return Field(default=0, ge=0, le=1, sa_column_kwargs={"server_default": text("0")})  # type: ignore[no-any-return]


def link(target: str, ondelete: Literal["CASCADE", "SET NULL"] = "CASCADE", **more: object) -> int:
    """A reference to a row of another table, and what becomes of this one when that row goes."""
    return Field(foreign_key=target, ondelete=ondelete, **more)  # type: ignore[call-overload, no-any-return]
