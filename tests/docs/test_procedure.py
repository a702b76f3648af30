"""docs/procedure.md follows the declarations, and no step of the map is without a record, a name and an article."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from icjims_core import codes
from icjims_core.deadlines import shipped_rules
from tests.docs.procedure_page import PAGE, deadlines_of, page, types_of

STEPS = [f"P{number:02}" for number in range(1, 85)]
NAMED = Path(__file__).parents[1] / "core" / "expected" / "deadlines.toml"
ROWS: dict[str, list[str]] = tomllib.loads(NAMED.read_text(encoding="utf-8"))["step"]


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.procedure_page`"


def test_every_step_of_the_map_is_named_with_its_article() -> None:
    listed = codes.code_list("procedure_step").entries
    assert list(listed) == STEPS
    assert [each.code for each in listed.values() if not each.official] == []


def test_every_step_is_recorded_somewhere() -> None:
    assert [step for step in STEPS if not types_of(step)] == []


@pytest.mark.parametrize("step", ROWS)
def test_a_step_has_the_time_limits_that_the_map_names_at_it(step: str) -> None:
    told = {re.split(r"(?<=[0-9])[^0-9]", line)[0] for line in deadlines_of(step)}
    assert set(ROWS[step]) - told == set()


def test_rules_name_only_steps_that_what_records_them_does_not() -> None:
    rules = shipped_rules()
    for rule, step in [(each, step) for each in rules.rules for step in each.steps]:
        assert step in STEPS, rule.id
        assert rule.id not in {each for one in types_of(step) for each in rules.of_type(one.name)}, rule.id
