"""What all tests share: no screen, no personal settings, real databases, a size for long trials."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from tests import cheap_passwords, postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in [name for name in os.environ if name.startswith("ICJIMS_")]:
    del os.environ[_name]

# The speed of a shared machine is no property of the program; CI repeats the same examples.
settings.register_profile("project", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("project")

cheap_passwords.cheapen()

TESTS = Path(__file__).parent
LONG_FIRST = ("crash", "app", "store", "cli", "sealing", "laws", "ui", "services", "sync", "server", "core")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the size of the long trials."""
    parser.addoption("--size", type=int, default=10, help="how often each long trial repeats (default 10)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, so that no core waits at the end for the last of them."""
    places = {name: at for at, name in enumerate(LONG_FIRST)}
    items.sort(key=lambda item: places.get(item.path.relative_to(TESTS).parts[0], len(places)))


def pytest_collection_finish() -> None:
    """What is imported and collected stays; collections of garbage need not walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def trials(request: pytest.FixtureRequest) -> int:
    """How often a long trial repeats: `run.py soak --size N`."""
    size = request.config.getoption("--size")
    assert isinstance(size, int)
    return size


@pytest.fixture
def shipped_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a password costs in the field; everywhere else tests pay the least."""
    cheap_passwords.restore(monkeypatch)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A private PostgreSQL for this session; started when the first test asks for it."""
    programs = postgres.find_programs()
    if programs is None:
        reason = "no PostgreSQL server programs here; `apt-get install postgresql` brings them"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with postgres.running_server(programs) as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """SQLAlchemy's address of an empty database for this module, once on each engine."""
    if request.param == "sqlite":
        folder: Path = tmp_path_factory.mktemp("sqlite")
        yield f"sqlite:///{folder / 'centre.db'}"
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    database = f"test_{uuid4().hex}"
    yield server.create(database)
    server.drop(database)
