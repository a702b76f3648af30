"""1,000 random histories: entered in any order at several replicas they give the same states, ledgers and due dates."""

from __future__ import annotations

import random
from collections import Counter
from random import Random

import pytest

from icjims_core.casebook import Planned, stories
from icjims_core.casefile import CaseFile
from icjims_core.custody import ledger
from icjims_core.deadlines import Now, deadlines, shipped_calendar, shipped_rules
from icjims_core.workflow import derive
from tests.core.casebook.replicas import gathered, otherwise, write
from tests.core.casebook.survey import LATER, START

SEED = 5
HISTORIES = 1_000
FEW = 60
HOLDING = frozenset({"apprehension", "restraint", "imprisonment", "takeover", "facility_admission"})


def summary(file: CaseFile) -> object:
    """States with every reading, ledgers, and due dates with how each stands."""
    states = derive(file)
    held = {each.person for each in file.of(*HOLDING)} & set(file.persons())
    accounts = {person: ledger([file], person, LATER) for person in sorted(filter(None, held))}
    due = [
        (each.rule, each.person, each.acted.step, each.due, each.state, [one.due for one in each.alternatives])
        for each in deadlines(file, shipped_rules(), shipped_calendar(), Now(LATER))
    ]
    return states, accounts, due


def check(number: int, story: tuple[Planned, ...]) -> int:
    """Enters a story twice, at three replicas each time; how many values stand in dispute."""
    one, other = write(story, number), write(otherwise(story, number), number + 1)
    random.Random(number).shuffle(other)
    disputed = 0
    for case in dict.fromkeys(each.case for each in story):
        file = gathered(one, case)
        assert summary(file) == summary(gathered(other, case)), number
        disputed += sum(len(standing) > 1 for step in file.steps for standing in step.units.values())
    return disputed


def test_a_few_histories_entered_in_any_order_come_to_the_same() -> None:
    told = list(stories(Random(SEED), FEW, "004", START))
    assert sum(check(number, story) for number, story in enumerate(told)) > 0


@pytest.mark.long
def test_a_thousand_histories_entered_in_any_order_come_to_the_same_and_every_deadline_runs_in_them() -> None:
    fired: Counter[str] = Counter()
    for number, story in enumerate(stories(Random(SEED), HISTORIES, "004", START)):
        check(number, story)
        for case in dict.fromkeys(each.case for each in story):
            file = gathered(write(story, number), case)
            found = deadlines(file, shipped_rules(), shipped_calendar(), Now(LATER))
            fired.update(each.rule for each in found)
    assert {each.id for each in shipped_rules().rules} <= set(fired)
