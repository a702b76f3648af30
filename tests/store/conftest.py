"""Fixtures of the store's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import journals
from tests.store.workstation import Workstation


@pytest.fixture
def workstation(tmp_path: Path) -> Iterator[Workstation]:
    """A workstation whose stores are closed at the end."""
    made = Workstation(tmp_path)
    yield made
    for store in made.open_stores:
        store.close()


@pytest.fixture
def a(tmp_path: Path) -> Iterator[journals.Workstation]:
    with journals.workstation(tmp_path, "a") as station:
        yield station


@pytest.fixture
def b(tmp_path: Path) -> Iterator[journals.Workstation]:
    with journals.workstation(tmp_path, "b") as station:
        yield station
