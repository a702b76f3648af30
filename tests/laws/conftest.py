"""A world over a fresh centre, on either engine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from icjims_sync_server.services.administration.installation import Place, init, open_centre
from tests import postgres
from tests.laws.world import World
from tests.server.town import Town


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """The addresses of two empty databases; with SQLite each lies in the folder of its centre."""
    if request.param == "sqlite":
        yield "", ""
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    first, second = f"first_{uuid4().hex}", f"second_{uuid4().hex}"
    yield server.create(first), server.create(second)
    for name in (first, second):
        server.drop(name)


@pytest.fixture
def world(urls: tuple[str, str], tmp_path: Path) -> Iterator[World]:
    place = Place(tmp_path / "centre", urls[0])
    init(place)
    town = Town(place)
    town.centre = open_centre(place, clock=town.clock)
    stores = tmp_path / "stores"
    stores.mkdir()
    made = World(town, stores, random.Random(1))
    yield made
    made.close()
    town.close()
