"""1,000 random histories: entered in any order at several replicas they give the same states, ledgers and due dates."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from icjims_core.casebook import Planned
from icjims_core.custody import ledger
from icjims_core.deadlines import Now, deadlines, shipped_calendar, shipped_rules
from icjims_core.law.casefile import CaseFile
from icjims_core.workflow import derive
from tests.core.casebook.drawn import drawn
from tests.core.casebook.fired import Rule, fired, rules
from tests.core.casebook.replicas import gathered, otherwise, write
from tests.core.casebook.survey import LATER

SEED = 5
HISTORIES = 1_000
OFTEN = 20
"""How often at least each rule is used in a thousand histories."""
FEW = 50
SIZE_OF_ALL = 5
"""The size of the long trials, that of CI, from which on all of them are told."""
HOLDING = frozenset({"apprehension", "restraint", "imprisonment", "takeover", "facility_admission"})


def summary(file: CaseFile, used: Counter[Rule] | None = None) -> object:
    """States with every reading, ledgers, and due dates with how each stands; the rules used are counted."""
    states = derive(file)
    held = {each.person for each in file.of(*HOLDING)} & set(file.persons())
    accounts = {person: ledger([file], person, LATER) for person in sorted(filter(None, held))}
    running = deadlines(file, shipped_rules(), shipped_calendar(), Now(LATER))
    due = [
        (each.rule, each.person, each.acted.step, each.due, each.state, [one.due for one in each.alternatives])
        for each in running
    ]
    if used is not None:
        used.update(fired(file, states, running))
    return states, accounts, due


def check(number: int, story: tuple[Planned, ...], used: Counter[Rule]) -> int:
    """Enters a story twice, at three replicas each time; how many values stand in dispute."""
    one, other = write(story, number), write(otherwise(story, number), number + 1)
    random.Random(number).shuffle(other)
    disputed = 0
    for case in dict.fromkeys(each.case for each in story):
        file = gathered(one, case)
        assert summary(file, used) == summary(gathered(other, case)), number
        disputed += sum(len(standing) > 1 for step in file.steps for standing in step.units.values())
    return disputed


def test_a_few_histories_entered_in_any_order_come_to_the_same() -> None:
    used: Counter[Rule] = Counter()
    assert sum(check(number, story, used) for number, story in enumerate(drawn(SEED, FEW))) > 0
    assert len(used) > len(rules()) * 3 // 4


@pytest.mark.long
def test_a_thousand_histories_entered_in_any_order_come_to_the_same_and_use_every_rule(trials: int) -> None:
    used: Counter[Rule] = Counter()
    count = min(HISTORIES, trials * HISTORIES // SIZE_OF_ALL)
    assert sum(check(number, story, used) for number, story in enumerate(drawn(SEED, count))) > 0
    least = OFTEN if count == HISTORIES else 1
    assert {rule: used[rule] for rule in rules() if used[rule] < least} == {}
