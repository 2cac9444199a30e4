"""What pages may load: our own nothing written into them, the admin what its theme needs."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.roles import Role
from tests.factories import a_user

pytestmark = pytest.mark.django_db


def policy(client: Client, address: str) -> dict[str, str]:
    """The directives of the answer's policy."""
    answer = client.get(address)
    said = answer.headers["Content-Security-Policy"]
    pairs = (part.strip().partition(" ") for part in said.split(";"))
    return {name: sources for name, _, sources in pairs}


def test_our_pages_load_their_own_files_alone(client: Client) -> None:
    found = policy(client, "/sign-in/")
    assert found["default-src"] == "'none'"
    assert found["script-src"] == found["style-src"] == "'self'"
    assert not any("unsafe" in sources or "http" in sources for sources in found.values())


def test_our_pages_stand_in_no_frame_and_send_forms_home(client: Client) -> None:
    found = policy(client, "/sign-in/")
    assert found["frame-ancestors"] == found["base-uri"] == "'none'"
    assert found["form-action"] == "'self'"


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/"])
def test_the_admin_may_run_what_its_theme_needs_and_loads_from_here_too(
    client: Client, address: str
) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    found = policy(client, address)
    assert found["script-src"] == "'self' 'unsafe-eval' 'unsafe-inline'"
    assert found["default-src"] == "'none'"


def test_what_is_not_found_has_a_policy_too(client: Client) -> None:
    assert policy(client, "/nowhere/")["script-src"] == "'self'"
