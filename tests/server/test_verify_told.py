"""Each finding of the centre's `verify` says what it means and names the command that mends it, and that mends it."""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import json
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import delete

from icjims_core.problem_texts import LANGUAGES, known_codes, problem_parts
from icjims_core.projections.tables import list_table
from icjims_sync_server.cli.main import main
from icjims_sync_server.services.administration.installation import Place, open_centre
from icjims_sync_server.services.safekeeping import verification
from tests.server.console import Console


def added() -> set[str]:
    """The codes that the verification itself adds."""
    calls = [each for each in ast.walk(ast.parse(inspect.getsource(verification))) if isinstance(each, ast.Call)]
    first = [each.args[0] for each in calls if isinstance(each.func, ast.Attribute) and each.func.attr == "add"]
    return {str(each.value) for each in first if isinstance(each, ast.Constant)}


def test_every_finding_has_sentences_of_its_own_that_name_the_command() -> None:
    assert {"row_altered", "projection_differs"} < added()
    found = [verification.told(code, "X7") for code in sorted({*added(), "bad_signature"})]
    assert len({each.code for each in found}) == len(found)
    assert {each.code for each in found} <= known_codes()
    for each in found:
        told = [problem_parts(each, language) for language in LANGUAGES]
        assert all("X7" in parts.happened and "icjims-server restore" in parts.todo for parts in told), each.code


def verified(console: Console, *words: str) -> tuple[int, str]:
    """`verify`: its exit code, and what it prints of the result."""
    out = io.StringIO()
    with (
        patch.dict(os.environ, console.environment, clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        return main(["verify", *words]), out.getvalue()


@pytest.fixture
def damaged(console: Console) -> Console:
    """A centre whose list of persons was emptied past the program."""
    console.do("demo-data", "--cases", "1", "--seed", "1")
    assert verified(console)[0] == 0
    centre = open_centre(Place(console.folder, ""))
    centre.database.write(lambda connection: connection.execute(delete(list_table("person"))))
    centre.database.close()
    return console


def test_lists_that_were_changed_are_made_again_as_the_finding_says(damaged: Console, tmp_path: Path) -> None:
    code, shown = verified(damaged)
    assert code == 6
    assert "Списки строятся из журнала" in shown
    found: list[dict[str, Any]] = json.loads(verified(damaged, "--json")[1])["wrong"]
    assert {each["code"] for each in found} == {"projection_differs"}
    assert all("icjims-server restore" in each["text"] for each in found)
    damaged.do("backup", str(tmp_path / "copy"))
    restored = Console(tmp_path / "again")
    restored.do("restore", str(tmp_path / "copy"))
    assert verified(restored, "--json")[0] == 0
