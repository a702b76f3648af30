"""Measures that the law provides only for graver crimes, or only where there is no good reason."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.safeguards.warnings import warnings
from tests.core.workflow.story import at, file_of, step

A = "person-a"
NOW = at("2026-03-10 10:00")
PERSON = step("person", A, surname="Асанов")
ARTICLES = {"N": ("205", "1"), "L": ("206", "2"), "T": ("205", "4"), "O": ("206", "4")}
CUSTODY = {"person": A, "measure": "custody", "step": "chosen"}


def told(code: str, file: CaseFile) -> list[str]:
    return [each.param("step") for each in warnings(file, NOW) if each.code == code]


def charged(gravity: str, record: str = "charge") -> Step:
    article, part = ARTICLES[gravity]
    return step("charge", record, person=A, ordered_at="2026-03-08 10:00", article=article, part=part)


@pytest.mark.parametrize(
    ("gravities", "stated", "warned"),
    [
        ("L", {}, True),
        ("N", {}, True),
        ("T", {}, False),
        ("O", {}, False),
        ("LT", {}, False),
        ("", {}, False),
        ("L", {"custody_exception": "absconded"}, False),
        ("L", {"decision": "refused"}, False),
        ("L", {"measure": "house_arrest"}, False),
        ("L", {"step": "extended"}, False),
    ],
)
def test_custody_for_five_years_or_less_names_an_exception(
    gravities: str, stated: dict[str, Any], *, warned: bool
) -> None:
    charges = [charged(each, f"charge-{each}") for each in gravities]
    file = file_of(PERSON, *charges, step("restraint", "act", **{**CUSTODY, **stated}))
    assert told("custody_below_threshold", file) == (["act"] if warned else [])


def test_before_a_charge_custody_is_measured_by_what_the_case_was_begun_for() -> None:
    began = step("initiation", "began", decided_at="2026-03-07 10:00", article="206", part="2")
    assert told("custody_below_threshold", file_of(PERSON, began, step("restraint", "act", **CUSTODY))) == ["act"]
    several = file_of(PERSON, began, charged("T"), step("restraint", "act", **CUSTODY))
    assert told("custody_below_threshold", several) == []


@pytest.mark.parametrize(
    ("reason", "response", "warned"),
    [
        ("documented", "cancel", True),
        ("illness", "warning", True),
        ("none", "cancel", False),
        ("documented", "talk", False),
        ("documented", "none", False),
        ("illness", None, False),
    ],
)
def test_a_breach_with_a_good_reason_calls_for_no_measure(reason: str, response: str | None, *, warned: bool) -> None:
    stated = {"person": A, "good_reason": reason} | ({"response": response} if response else {})
    file = file_of(PERSON, step("breach", "act", happened_at="2026-03-08 10:00", **stated))
    assert told("breach_with_good_reason", file) == (["act"] if warned else [])
