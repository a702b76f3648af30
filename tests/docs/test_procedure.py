"""docs/procedure.md follows the declarations, and no step of the map is without a record, a name and an article."""

from __future__ import annotations

from icjims_core import codes
from tests.docs.procedure_page import PAGE, page, types_of

STEPS = [f"P{number:02}" for number in range(1, 85)]


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.procedure_page`"


def test_every_step_of_the_map_is_named_with_its_article() -> None:
    listed = codes.code_list("procedure_step").entries
    assert list(listed) == STEPS
    assert [each.code for each in listed.values() if not each.official] == []


def test_every_step_is_recorded_somewhere() -> None:
    assert [step for step in STEPS if not types_of(step)] == []
