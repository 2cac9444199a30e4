"""Walking rows that point at their own kind: a parent, a successor."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import ValidationError
from django.db import connection, models

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ModelT = TypeVar("ModelT", bound=models.Model)

_UPWARDS = """
WITH RECURSIVE up(id, above, depth) AS (
    SELECT id, {link}, 0 FROM {table} WHERE id = %s
    UNION ALL
    SELECT t.id, t.{link}, up.depth + 1 FROM {table} t JOIN up ON t.id = up.above
) CYCLE id SET looped USING path
SELECT id FROM up WHERE NOT looped ORDER BY depth
"""


def lineage_ids(model: type[models.Model], pk: int, link: str = "parent") -> list[int]:
    """Primary keys from ``pk`` itself up along ``link``, nearest first; one query.

    Ends where the chain ends, and at the first row met twice should the chain be a ring.
    """
    meta = model._meta
    quote = connection.ops.quote_name
    column = meta.get_field(link).column  # type: ignore[union-attr]
    sql = _UPWARDS.format(table=quote(meta.db_table), link=quote(str(column)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk])
        return [row[0] for row in cursor.fetchall()]


def ancestors(node: ModelT, link: str = "parent") -> list[ModelT]:
    """The rows above ``node`` along ``link``, nearest first, without itself."""
    above = getattr(node, f"{link}_id")
    if above is None:
        return []
    model = type(node)
    ids = [pk for pk in lineage_ids(model, above, link) if pk != node.pk]
    found = model._default_manager.in_bulk(ids)
    return [found[pk] for pk in ids]


def refuse_ring(node: models.Model, message: StrOrPromise, link: str = "parent") -> None:
    """Raise ``ValidationError`` on ``link`` when it leads from ``node`` back to ``node``."""
    above = getattr(node, f"{link}_id")
    if node.pk is None or above is None:
        return
    if node.pk in lineage_ids(type(node), above, link):
        raise ValidationError({link: message}, code="ring")
