"""Many rows updated by one short statement.

``bulk_update`` writes a CASE with a branch a row, which takes longer to build than to run;
here each column travels as one array.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import Field, Model


def update_columns(rows: Sequence[Model], columns: Sequence[str]) -> None:
    """Save the columns (fields of one value each) of rows that are on record; one query."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [meta.pk, *(meta.get_field(name) for name in columns)]
    named = [field for field in fields if isinstance(field, Field)]
    values = [[getattr(row, field.attname) for row in rows] for field in named]
    with connection.cursor() as cursor:
        cursor.execute(_statement(meta.db_table, named), values)


def _statement(table: str, fields: Sequence[Field[object, object]]) -> str:
    quote = connection.ops.quote_name
    names = [quote(str(field.column)) for field in fields]
    arrays = ", ".join(f"%s::{_type(field)}[]" for field in fields)
    given = ", ".join(f"{name} = new.{name}" for name in names[1:])
    return (
        f"UPDATE {quote(table)} AS old SET {given} "
        f"FROM unnest({arrays}) AS new({', '.join(names)}) WHERE old.{names[0]} = new.{names[0]}"
    )


def _type(field: Field[object, object]) -> str:
    """The column's type as a cast names it."""
    return str(field.rel_db_type(connection) if field.primary_key else field.db_type(connection))
