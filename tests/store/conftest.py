"""Fixtures of the store's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.workstation import Workstation


@pytest.fixture
def workstation(tmp_path: Path) -> Iterator[Workstation]:
    """A workstation whose stores are closed at the end."""
    made = Workstation(tmp_path)
    yield made
    for store in made.open_stores:
        store.close()
