"""The database backend used when ``DATABASE_URL`` is unset.

Only opening a connection starts the server: commands that need no database
(``check``, ``parse_plan``, ``collectstatic``) never wait for one.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

from tracker import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    """A PostgreSQL connection whose server is ours to start."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Start the server when it is not running, then connect."""
        embedded.hold(embedded.postgres())
        return super().get_new_connection(conn_params)
