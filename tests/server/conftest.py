"""A centre on each engine, with offices and workstations of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_sync_server.services.administration.installation import Place, init, open_centre
from tests.server.console import Console
from tests.server.town import Town


@pytest.fixture(scope="module")
def place(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An initialised centre for this module."""
    found = Place(Path(tmp_path_factory.mktemp("centre")), database_url)
    assert init(found)
    return found


@pytest.fixture
def town(place: Place) -> Iterator[Town]:
    """The module's centre, opened for one test, with a clock that the test may move."""
    made = Town(place)
    made.centre = open_centre(place, clock=made.clock)
    yield made
    made.close()


@pytest.fixture
def console(tmp_path: Path, request: pytest.FixtureRequest) -> Console:
    """A fresh centre on SQLite."""
    made = Console(tmp_path / "centre")
    assert made.do("init")["created"] is True
    made.do("office", "add", "A", "--name", "Башкы кеңсе")
    return made
