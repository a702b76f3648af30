"""Every datum that the procedure map names has its field; the expectations are written from the map."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from icjims_core.modules import registry
from tests import cells

FILES = sorted((Path(__file__).parent / "expected").glob("steps_*.toml"))
ALL_FILES = ["steps_a.toml", "steps_b.toml", "steps_c.toml", "steps_d.toml"]
STEPS = [f"P{number:02}" for number in range(1, 85)]
COMMON = "1.1"
"""What the map names for every person and every act, whatever the step."""
STEP = re.compile(r"P[0-9]{2}|1\.1")


def rows(kind: str) -> list[dict[str, Any]]:
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES]
    return [row for each in read for row in each.get(kind, [])]


DATA, WRITERS = rows("datum"), rows("writer")
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@every_file
def test_an_expectation_says_step_datum_and_field(path: Path) -> None:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    assert read.keys() <= {"datum", "writer"}
    assert read["datum"]
    for row in read["datum"]:
        assert row.keys() == {"step", "datum", "field"}, row
        assert STEP.fullmatch(row["step"]), row
        assert row["step"] in (*STEPS, COMMON), row
        assert row["datum"].strip(), row
        assert re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", row["field"]), row


@every_file
def test_no_datum_is_expected_twice(path: Path) -> None:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    told = Counter((row["step"], row["datum"]) for row in read["datum"])
    assert [each for each, times in told.items() if times > 1] == []


@cells.grouped(cells.by((row["step"], f"{row['field']} {row['datum'][:40]}", (row,)) for row in DATA))
def test_a_datum_of_the_map_has_its_field(row: dict[str, str]) -> None:
    type_name, _, field_name = row["field"].partition(".")
    declared = registry().get(type_name)
    assert declared is not None, f"{row['step']}: no type {type_name} for {row['datum']}"
    assert field_name in declared.by_name, f"{row['step']}: {type_name} has no field {field_name} for {row['datum']}"


@cells.grouped(cells.by((row["step"], f"{row['type']} {row['role']}", (row,)) for row in WRITERS))
def test_a_step_is_recorded_by_those_whom_the_map_names(row: dict[str, str]) -> None:
    assert row["role"] in registry()[row["type"]].roles


def test_no_step_of_the_map_is_without_a_datum() -> None:
    told, declared = {row["step"] for row in DATA}, {step for each in registry().values() for step in each.steps}
    unknown = sorted(declared - set(STEPS))
    assert unknown == []
    if [path.name for path in FILES] == ALL_FILES:
        assert [step for step in STEPS if step not in told] == []
        assert [step for step in STEPS if step not in declared] == []
