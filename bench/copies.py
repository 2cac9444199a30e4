"""The rows that some work wrote, ready to be copied in again: the floor under imports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, models, transaction


class Copy:
    """The rows of one table that were written after a key, ready to be copied in again."""

    def __init__(self, table: type[models.Model], after: int) -> None:
        columns = [field.column for field in table._meta.concrete_fields]
        name, listed = table._meta.db_table, ", ".join(f'"{column}"' for column in columns)
        self._into = f'COPY "{name}" ({listed}) FROM STDIN'
        query = f'SELECT {listed} FROM "{name}" WHERE id > {after}'
        with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT") as out:
            self._data = b"".join(bytes(part) for part in out)
        self.rows = self._data.count(b"\n")

    def run(self) -> None:
        """Copy the rows in, where they stood."""
        with connection.cursor() as cursor, cursor.copy(self._into) as copy:
            copy.write(self._data)


def copies_of(work: Callable[[], object], tables: Sequence[type[models.Model]]) -> list[Copy]:
    """The rows that the work writes to these tables, taken out; the work itself is undone."""
    with transaction.atomic():
        before = {table: _last(table) for table in tables}
        work()
        copies = [Copy(table, before[table]) for table in tables]
        transaction.set_rollback(True)
    return copies


def copy_in(copies: Sequence[Copy]) -> None:
    """Copy all of them in, in their order."""
    for copy in copies:
        copy.run()


def rolled_back(work: Callable[[], object]) -> Callable[[], None]:
    """The work in a transaction that is undone, so that each round starts alike."""

    def run() -> None:
        with transaction.atomic():
            work()
            transaction.set_rollback(True)

    return run


def _last(table: type[models.Model]) -> int:
    newest = table._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return int(newest or 0)


@contextmanager
def scratch_database() -> Iterator[None]:
    """A database of our own, made like the tests' and dropped; nobody's data is touched."""
    name = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"bench_{name}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
