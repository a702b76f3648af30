"""Fixtures of the tests of the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau
from tests.services.offices import District


@pytest.fixture
def bureau(tmp_path: Path) -> Iterator[Bureau]:
    """An office without workstations yet; all are closed at the end."""
    made = Bureau(tmp_path)
    yield made
    made.close()


@pytest.fixture
def aida(bureau: Bureau) -> Workspace:
    """A clerk's workstation."""
    return bureau.open("aida")


@pytest.fixture
def bakyt(bureau: Bureau, aida: Workspace) -> Workspace:
    """A second clerk's workstation in the same office, enrolled after the first."""
    return bureau.open("bakyt")


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    made = District(tmp_path)
    yield made
    made.close()
