"""The models as SQL: tables with their checks, indexes, and the triggers by which the file guards itself.

`python -m netbook.store.ddl` writes `schema.sql`, which a new journal is made from.
"""

import types
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from netbook.store import models, triggers


def _inner(annotation: Any) -> Any:
    """The type of a column, whether or not it may be empty."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not types.NoneType)
    return annotation


def _rules(name: str, field: Any) -> list[str]:
    """What a column's field asks of it, as SQL; an empty (NULL) cell passes every check."""
    kind, column = _inner(field.annotation), f'"{name}"'
    metadata = [*field.metadata, *getattr(kind, "__metadata__", ())]
    nested = [part for item in metadata for part in (item, *getattr(item, "metadata", ()))]
    kind = getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind
    rules = []
    if get_origin(kind) is Literal:
        rules.append(f"{column} IN ({', '.join(repr(word) for word in get_args(kind))})")
    if kind is date:
        # Without a modifier SQLite takes 30 February for a day; without IS what is no day at all would pass.
        rules.append(f"{column} IS date({column}, '+0 days')")
    for part in nested:
        match part:
            case MinLen(min_length=least):
                rules.append(f"length({column}) >= {least}")
            case MaxLen(max_length=most):
                rules.append(f"length({column}) <= {most}")
            case Gt(gt=least):
                rules.append(f"{column} > {least}")
            case Ge(ge=least):
                rules.append(f"{column} >= {least}")
            case Le(le=most):
                rules.append(f"{column} <= {most}")
    if name == "birthday":
        year = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
        rules.append(f"({column} GLOB '{year}' OR {column} GLOB '--[01][0-9]-[0-3][0-9]')")
    return rules


def checks(model: type[SQLModel]) -> list[str]:
    """Every CHECK of a table, made from its fields' limits and from what its columns must agree on."""
    rows = [rule for name, field in model.model_fields.items() for rule in _rules(name, field)]
    return [*rows, *models.AGREEMENTS.get(str(model.__tablename__), ())]


def statements() -> str:
    """The whole schema as SQL."""
    dialect = sqlite.dialect()
    by_table = {str(m.__tablename__): m for m in SQLModel.__subclasses__() if hasattr(m, "__table__")}
    parts = []
    for table in SQLModel.metadata.sorted_tables:
        create = str(CreateTable(table).compile(dialect=dialect)).strip()
        body, closing, options = create.rpartition("\n)")
        rules = "".join(f", \n\tCHECK ({rule})" for rule in checks(by_table[table.name]))
        options = "".join(options.split("\n"))
        parts.append(f"{body}{rules}{closing}{options}".replace("\t", "  ").replace(" \n", "\n") + ";")
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            parts.append(str(CreateIndex(index).compile(dialect=dialect)).strip() + ";")
    return "\n".join([*parts, triggers.SEARCH, triggers.statements()]) + "\n"


_HEAD = '''"""The journal's tables as plain data: made from the models by `python -m netbook.store.ddl`."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from netbook.core.links import profile_key
from netbook.core.names import fold, topic_key


class Key(NamedTuple):
    """A column that is made from another one."""

    column: str
    source: str
    made: Callable[[str], str]


class Table(NamedTuple):
    """A table's columns, the links among them, and how two rows are told to be the same.

    `same` are conditions, the surest first. `primary` are the columns of the primary key. `apart_by` tells two
    rows of one person apart (None: any number of them); `several` is what the rest calls a list of somebody's.
    """

    columns: tuple[str, ...]
    same: tuple[str, ...]
    links: Mapping[str, str]
    primary: tuple[str, ...]
    key: Key | None = None
    apart_by: str | None = None
    several: str | None = None


# fmt: off
TABLES: dict[str, Table] = {
'''


def tables() -> str:
    """The text of core/tables.py; parents come before their children."""
    backup = [m.__table__ for m in SQLModel.__subclasses__() if hasattr(m, "__table__")]
    return _HEAD + "".join(_table(table) for table in backup if table.name not in models.DERIVED) + "}\n"


def _table(table: Any) -> str:
    name, primary = table.name, tuple(column.name for column in table.primary_key)
    key = models.MADE.get(name)
    made = {*models.FOLLOWING.get(name, ()), *(key[:1] if key else ())}
    unique = [tuple(u.columns.keys()) for u in table.constraints if isinstance(u, UniqueConstraint)]
    only = [*unique, *([primary] if primary != ("id",) else [])]
    same = ["uid = :uid"] if "uid" in table.columns else []
    if not same or name in models.ALSO_SAME:
        same += [
            " AND ".join(f"{column} = :{column}" for column in columns)
            for columns in only
            if columns != ("uid",)
        ]
    columns = tuple(
        column.name for column in table.columns if column.computed is None and column.name not in made
    )
    links = {column.name: link.column.table.name for column in table.columns for link in column.foreign_keys}
    apart = [c for columns in only if "person_id" in columns for c in columns if c != "person_id"] or [
        c for c in primary if c != "id" and "person_id" in table.columns
    ]
    parts = [
        repr(columns),
        repr((*same, *filter(None, [models.ALSO_SAME.get(name)]))),
        repr(links),
        repr(primary),
        f"Key({key[0]!r}, {key[1]!r}, {key[2]})" if key else "None",
        repr(apart[0]) if apart else "None",
        repr(models.SEVERAL.get(name)),
    ]
    line = ", ".join(parts).replace("'", '"')
    return f'    "{name}": Table({line}),\n'


if __name__ == "__main__":
    Path(str(files("netbook.core") / "tables.py")).write_text(tables(), encoding="utf-8")
    Path(str(files("netbook.store") / "schema.sql")).write_text(statements(), encoding="utf-8")
