"""People show under their own names."""

from __future__ import annotations

import pytest

from accounts.models import User


@pytest.mark.parametrize(
    ("display_name", "shown"),
    [
        pytest.param("欧阳某", "欧阳某", id="the name she goes by"),
        pytest.param("", "liaison01", id="the account where no name is known"),
    ],
)
def test_a_user_shows(display_name: str, shown: str) -> None:
    user = User(username="liaison01", display_name=display_name)
    assert str(user) == shown
    assert user.get_full_name() == shown
