"""Context managers that say who refuses: the database by name, or ``clean()`` by field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


@contextmanager
def refused_by(constraint: str) -> Iterator[None]:
    """The database refuses, naming the constraint."""
    with pytest.raises(IntegrityError, match=f'"{constraint}"'), transaction.atomic():
        yield


def assert_clean_refuses(row: models.Model, field: str, words: str) -> None:
    """``full_clean()`` refuses the row, with those words at that field."""
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    told = caught.value.message_dict.get(field, [])
    assert any(words in one for one in told), caught.value.message_dict
