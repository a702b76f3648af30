"""Fixtures of the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.services.bureau import Bureau


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program on the store of a clerk, one for all tests of a file."""
    root: Path = tmp_path_factory.mktemp("office")
    bureau = Bureau(root)
    bureau.open("aida")
    bureau.close()
    return Program(root / "aida", root / "state")
