"""Compose, Procfile, requirements and the page for operators agree with each other."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.tracker.test_operations_page import variables_listed
from tracker.embedded import ROOT
from tracker.procfile import read_procfile

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
PROCESSES = list(read_procfile(ROOT / "Procfile"))
OURS = [*PROCESSES, "migrate"]


@pytest.mark.parametrize("name", PROCESSES)
def test_compose_runs_each_process_by_its_line_of_the_procfile(name: str) -> None:
    assert SERVICES[name]["command"] == f"python -m tracker.run {name}"


def test_compose_runs_nothing_of_ours_besides() -> None:
    assert {name for name, service in SERVICES.items() if "build" in service} == set(OURS)


@pytest.mark.parametrize("name", OURS)
def test_every_process_of_compose_gets_the_same_variables(name: str) -> None:
    assert SERVICES[name]["environment"] == COMPOSE["x-app"]["environment"]


def test_compose_sets_only_variables_that_are_read() -> None:
    assert set(COMPOSE["x-app"]["environment"]) <= set(variables_listed())


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS"])
def test_compose_sets_what_production_needs(name: str) -> None:
    assert COMPOSE["x-app"]["environment"][name]


@pytest.mark.parametrize("name", ["POSTGRES_PASSWORD", "SECRET_KEY", "ALLOWED_HOSTS"])
def test_compose_has_no_default_for_what_must_be_chosen(name: str) -> None:
    uses = re.findall(rf"\${{{name}(.)", (ROOT / "docker-compose.yml").read_text())
    assert set(uses) == {":"}
    assert f"${{{name}:-" not in (ROOT / "docker-compose.yml").read_text()


def test_what_must_be_chosen_is_in_the_example() -> None:
    example = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert {"POSTGRES_PASSWORD", "SECRET_KEY", "ALLOWED_HOSTS"} <= set(example)


def test_web_is_published_to_this_machine_only_unless_told_otherwise() -> None:
    assert SERVICES["web"]["ports"] == ["${PUBLISH:-127.0.0.1:8000}:8000"]
    assert not any("ports" in SERVICES[name] for name in SERVICES if name != "web")


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert lines.index("USER tracker") < next(
        number for number, line in enumerate(lines) if line.startswith("CMD")
    )


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_by_version_and_hash(name: str) -> None:
    text = (ROOT / name).read_text().replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_no_requirement_names_an_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text()


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_wanted_package_is_pinned(name: str) -> None:
    wanted = re.findall(r"(?m)^[A-Za-z][\w.-]*", (ROOT / f"{name}.in").read_text())
    pinned = re.findall(r"(?m)^([\w-]+)(?:\[\w+\])?==", (ROOT / f"{name}.txt").read_text())
    assert {re.sub(r"[_.]", "-", one.lower()) for one in wanted} <= set(pinned)
