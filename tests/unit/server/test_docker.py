"""The files of docker/, as far as they can be checked without an engine."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.server.jars import neo4j_version

ROOT = Path(__file__).parents[3]
DOCKER = ROOT / "docker"
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+?)(?: ;.*)? \\$", re.MULTILINE)

Compose = dict[str, Any]


@pytest.fixture(scope="module")
def instructions() -> list[list[str]]:
    text = (DOCKER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [shlex.split(line) for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def compose() -> Compose:
    return yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))


def test_what_is_copied_exists_and_is_sent_to_the_engine(instructions: list[list[str]]) -> None:
    ignored = (DOCKER / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    sent = tuple(line.removeprefix("!") for line in ignored if line.startswith("!"))

    copied = [
        source
        for instruction in instructions
        if instruction[0] == "COPY" and not instruction[1].startswith("--from")
        for source in instruction[1:-1]
    ]

    assert "seed/plans" in copied
    assert [source for source in copied if not (ROOT / source).exists()] == []
    assert [source for source in copied if not source.startswith(sent)] == []


def test_the_image_runs_as_nobody_special_and_tells_its_health(
    instructions: list[list[str]],
) -> None:
    last_stage = instructions[max(i for i, line in enumerate(instructions) if line[0] == "FROM") :]

    assert [line for line in last_stage if line[0] == "USER"] == [["USER", "orgatlas"]]
    assert any("/health/ready" in " ".join(line) for line in last_stage if line[0] == "HEALTHCHECK")


def test_only_loopback_ports_are_published(compose: Compose) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]

    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_each_service_waits_for_one_that_tells_its_health(compose: Compose) -> None:
    services = compose["services"]

    waits = {
        name: {other: how["condition"] for other, how in service.get("depends_on", {}).items()}
        for name, service in services.items()
    }

    assert waits == {
        "neo4j": {},
        "plan": {"neo4j": "service_healthy"},
        "api": {"plan": "service_completed_successfully"},
    }
    assert "healthcheck" in services["neo4j"]


def test_compose_runs_the_embedded_server_s_neo4j_with_its_settings(compose: Compose) -> None:
    service = compose["services"]["neo4j"]

    assert service["image"] == f"neo4j:{neo4j_version()}"
    assert (DOCKER / service["env_file"]).resolve() == ROOT / "graph" / "server" / "neo4j.env"
    assert not any(name.startswith("NEO4J_server") for name in service["environment"])


def test_compose_loads_a_plan_of_the_image(compose: Compose) -> None:
    plan = Path(compose["services"]["plan"]["command"][-1])

    assert (ROOT / "seed" / "plans" / plan.relative_to("/plans") / "plan.yaml").is_file()


def test_the_image_installs_what_the_tests_ran_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[^a-z0-9-]", wanted)[0] for wanted in project["dependencies"]}

    tested = _pins(ROOT / "requirements.lock")
    shipped = _pins(DOCKER / "requirements.lock")

    assert named <= shipped.keys()
    assert shipped.items() <= tested.items(), "run make lock"


def _pins(path: Path) -> dict[str, str]:
    return dict(PIN.findall(path.read_text(encoding="utf-8")))
