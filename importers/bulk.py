"""Many rows written by few short statements.

Django's ``bulk_create`` builds an INSERT with a parameter a value, ``bulk_update`` a CASE
with a branch a row; for the thousands of rows of a workbook, building these takes several
times as long as the database needs to store them. Here new rows travel by COPY, and changed
columns as one document.

As with Django's own, ``save()`` and signals are left out; constraints and triggers of the
database are not.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import Any, Final, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    Model,
    TextField,
)

ModelT = TypeVar("ModelT", bound=Model)

_PLAIN: Final = (IntegerField, FloatField, BooleanField, DateField, DecimalField, ForeignKey)
"""Fields whose values the driver writes as they are."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Make many objects that all live until the end, with nobody looking for garbage.

    Among a hundred thousand live rows the search takes as long as the work itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def copy_in(rows: Iterable[ModelT]) -> list[ModelT]:
    """Write new rows of one model and give them their keys; two queries. Returns the rows.

    Raises :class:`django.db.IntegrityError` where a constraint refuses one: then none is
    written.
    """
    new = list(rows)
    if not new:
        return new
    _give_keys(new)
    fields = [field for field in new[0]._meta.concrete_fields if not field.generated]
    prepared = [(field.attname, _prepare(field)) for field in fields]
    statement = _copy(new[0]._meta.db_table, fields)
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in new:
            copy.write_row([prepare(getattr(row, name)) for name, prepare in prepared])
    alias = connection.alias
    for row in new:
        row._state.adding, row._state.db = False, alias
    return new


def update_columns(rows: Sequence[Model], columns: Sequence[str]) -> None:
    """Save these columns of rows that are on record; one query."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [_key(rows[0]), *(_field(rows[0], name) for name in columns)]
    values = [{field.column: getattr(row, field.attname) for field in fields} for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(_update(meta.db_table, fields), [json.dumps(values, cls=DjangoJSONEncoder)])


def _give_keys(rows: Sequence[Model]) -> None:
    meta, key = rows[0]._meta, _key(rows[0])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [meta.db_table, key.column, len(rows)],
        )
        for row, (pk,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = pk


def _key(row: Model) -> Field[Any, Any]:
    key = row._meta.pk
    assert key is not None, row
    return key


def _field(row: Model, name: str) -> Field[Any, Any]:
    field = row._meta.get_field(name)
    assert isinstance(field, Field), name
    return field


def _copy(table: str, fields: Sequence[Field[Any, Any]]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    return f"COPY {quote(table)} ({columns}) FROM STDIN"


def _update(table: str, fields: Sequence[Field[Any, Any]]) -> str:
    quote = connection.ops.quote_name
    names = [quote(str(field.column)) for field in fields]
    typed = ", ".join(f"{name} {_type(field)}" for name, field in zip(names, fields, strict=True))
    given = ", ".join(f"{name} = new.{name}" for name in names[1:])
    return (
        f"UPDATE {quote(table)} AS old SET {given} "
        f"FROM json_to_recordset(%s::json) AS new({typed}) WHERE old.{names[0]} = new.{names[0]}"
    )


def _type(field: Field[Any, Any]) -> str:
    """The column's type, without the sequence that a key has beside it."""
    return str(field.rel_db_type(connection) if field.primary_key else field.db_type(connection))


def _prepare(field: Field[Any, Any]) -> Callable[[Any], Any]:
    """What turns the field's value into one that the driver can write."""
    if isinstance(field, ArrayField):
        return _listed
    if isinstance(field, _PLAIN):
        return _unchanged
    if isinstance(field, CharField | TextField):
        return _words
    return lambda value: field.get_db_prep_save(value, connection)


def _unchanged(value: Any) -> Any:
    return value


def _words(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _listed(value: Any) -> Any:
    return None if value is None else list(value)
