"""The tables of a journal's export are the journal's: a column or table that is added cannot be forgotten."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest
from sqlmodel import SQLModel

from netbook.store import models
from netbook.store.portable import PARTS, TABLES, order
from netbook.store.write import LISTS
from netbook.store.write_rows import is_day

MODELS = {str(each.__tablename__): each for each in SQLModel.__subclasses__() if hasattr(each, "__table__")}


def test_every_table_that_somebody_wrote_leaves() -> None:
    assert set(TABLES) == set(MODELS) - set(models.DERIVED)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_that_is_not_made_from_others_leaves(name: str) -> None:
    table, columns = TABLES[name], MODELS[name].__table__.columns
    key = (table.key.column,) if table.key else ()
    made = {*models.FOLLOWING.get(name, ()), *key}
    kept = [column.name for column in columns if column.computed is None and column.name not in made]
    assert sorted(table.columns) == sorted(kept)
    assert order(table).split(", ") == [column.name for column in MODELS[name].__table__.primary_key]
    assert ("key" in columns or "name_key" in columns) == (table.key is not None)


@pytest.mark.parametrize("name", TABLES)
def test_every_link_is_known_and_points_back(name: str) -> None:
    columns = MODELS[name].__table__.columns
    links = {column.name: key.column.table.name for column in columns for key in column.foreign_keys}
    assert dict(TABLES[name].links) == links
    before = list(TABLES)[: list(TABLES).index(name)]
    assert all(other in before for column, other in links.items() if column != "introduced_by_id")


@pytest.mark.parametrize("name", TABLES)
def test_days_are_known_by_their_names(name: str) -> None:
    fields = MODELS[name].model_fields
    days = {
        column for column, field in fields.items()
        if datetime.date in (field.annotation, *get_args(field.annotation))
    }  # fmt: skip
    assert {column for column in fields if is_day(column)} == days


def test_the_parts_of_a_person_are_the_lists_of_a_person() -> None:
    assert {what: (name, TABLES[name].columns[2]) for name, what in PARTS.items()} == {
        what: (table, column) for what, (table, column, *_) in LISTS.items()
    }
