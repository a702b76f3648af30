"""A book as `demo-data` writes it: up to today, by a clerk, each record outside a case as a file of its own."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache
from random import Random

import pytest

from icjims_core import casebook
from icjims_core.casebook import taking
from icjims_core.deadlines import Now, deadlines, shipped_calendar, shipped_rules
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.modules import record_type, registry
from tests.core.casebook.folding import files

UNTIL = datetime.datetime(2026, 11, 23, 12, tzinfo=LOCAL)
A_FEW, A_RAION = 400, 2_100
OFTEN = 20
SLOW = ("D106.1", "D89.3")
"""What runs only years after a report, or again after a refusal."""
OUTSIDE = ("D108", "D109.1", "D109.2", "D104.1", "D104.2", "D104.3")
"""What runs in records outside any case."""
STARTS = {each.type for rule in shipped_rules().rules if rule.id in {*SLOW, *OUTSIDE} for each in rule.starts}


def _by_clerk(type_name: str) -> bool:
    """By a clerk of the centre or of an office, who makes any record but by command or sealed to others."""
    declared = record_type(type_name)
    return not declared.command and not declared.sealed


@cache
def started(count: int) -> Counter[str]:
    """How often each of these rules runs in a book of so many cases."""
    told = casebook.stories(Random(7), count, "001", casebook.start(count, UNTIL), UNTIL)
    found: Counter[str] = Counter()
    for story in taking.taken(told, _by_clerk):
        if any(each.type in STARTS for each in story):
            for file in files(story):
                if file.of(*STARTS):
                    due = deadlines(file, shipped_rules(), shipped_calendar(), Now(UNTIL))
                    found.update({each.rule for each in due})
    return found


@pytest.mark.parametrize("rule", [*SLOW, *OUTSIDE])
def test_it_runs_in_a_small_book(rule: str) -> None:
    assert started(A_FEW)[rule]


@pytest.mark.long
@pytest.mark.parametrize("rule", [*SLOW, *OUTSIDE])
def test_it_runs_often_in_three_years_of_a_raion(rule: str) -> None:
    assert started(A_RAION)[rule] >= OFTEN


def test_records_outside_a_case_are_files_of_their_own() -> None:
    told = casebook.stories(Random(7), 20, "001", casebook.start(20, UNTIL), UNTIL)
    alone = [file for story in told for file in files(story) if file.is_alone]
    assert alone
    assert all(len(file.steps) == 1 and file.case == file.steps[0].id for file in alone)
    assert {file.steps[0].type for file in alone} <= {each.name for each in registry().values() if not each.in_case}
