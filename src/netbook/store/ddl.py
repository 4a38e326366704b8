"""The models as SQL: tables with their checks, indexes, and the triggers by which the file guards itself.

`python -m netbook.store.ddl` writes `schema.sql`, which a new journal is made from.
"""

from __future__ import annotations

import types
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
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
    found = [rule for name, field in model.model_fields.items() for rule in _rules(name, field)]
    return [*found, *models.AGREEMENTS.get(str(model.__tablename__), ())]


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


if __name__ == "__main__":
    Path(str(files("netbook.store") / "schema.sql")).write_text(statements(), encoding="utf-8")
