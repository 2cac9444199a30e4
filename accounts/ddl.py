"""Constraints that Django's model language cannot say, as migration operations."""

from __future__ import annotations

from django.db.migrations.operations.special import RunSQL

TEXT_RANGE = RunSQL(
    'CREATE TYPE textrange AS RANGE (subtype = text, collation = "C")',
    "DROP TYPE textrange",
)
"""A range over text: lets an exclusion constraint compare names without btree_gist."""


def same_owner(table: str, name: str, columns: tuple[str, str], target: str) -> RunSQL:
    """A foreign key on two columns: the row pointed at has the same owner as this row.

    ``columns`` are (pointer, owner); the owner's column has the same name in ``target``,
    where (id, owner) must be unique. An empty pointer is not checked. When the target
    moves to another owner, the rows that point at it move along.
    """
    pointer, owner = columns
    return RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" '
        f'FOREIGN KEY ("{pointer}", "{owner}") REFERENCES "{target}" ("id", "{owner}") '
        "ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE",
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )
