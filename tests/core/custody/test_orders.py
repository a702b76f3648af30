"""What does not fit in an order of custody by itself: its term and its signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from icjims_core.law.casefile import Step
from tests.core.custody.test_ledger import DAY, apprehended, codes_of, held, restraint


def test_an_order_for_longer_than_two_months_is_named_with_the_article() -> None:
    found = held(restraint("2026-03-09 10:00", "2026-06-09 10:00"), now="2026-03-10 10:00").findings
    assert [(each.code, each.article, each.verified) for each in found] == [
        ("term_too_long", "CPC 115(1), 303(3)", True)
    ]


def test_a_term_that_runs_from_the_apprehension_is_measured_from_it() -> None:
    ordered = restraint("2026-03-09 12:40", "2026-05-09 12:40")
    assert codes_of(held(apprehended(), ordered, now="2026-03-10 10:00")) == {"term_too_long"}
    assert codes_of(held(ordered, now="2026-03-10 10:00")) == set()


@pytest.mark.parametrize(
    ("taken", "article"),
    [
        (apprehended(), "CPC 97(3)"),
        (restraint("2026-03-07 23:40", "2026-05-07 10:00"), "CPC 106(1), 108(1)"),
        (restraint("2026-03-07 23:40", "2026-05-07 10:00", "house_arrest"), "CPC 106(1), 108(1)"),
    ],
)
def test_liberty_taken_by_what_nobody_signed_is_named_and_counts(taken: Step, article: str) -> None:
    found = held(replace(taken, signed=False), now="2026-03-08 23:40")
    assert [(each.code, each.article) for each in found.findings] == [("liberty_taken_unsigned", article)]
    assert sum(found.time.values(), timedelta()) == DAY
    assert codes_of(held(taken, now="2026-03-08 23:40")) == set()
