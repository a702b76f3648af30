"""Which rules of the procedure a case makes use of: transitions, deadlines, and what the ledger of custody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from icjims_core.custody import custody_rules
from icjims_core.deadlines import Deadline, shipped_rules
from icjims_core.law.casefile import CaseFile
from icjims_core.law.rule_data import instant, matches
from icjims_core.workflow import case_machine, person_machine
from icjims_core.workflow.engine import CaseStates
from tests.core.casebook.survey import transitions

Rule = tuple[str, str]


def rules() -> frozenset[Rule]:
    """Every rule there is."""
    machines = {(each.states, rule.code) for each in (case_machine(), person_machine()) for rule in each.transition}
    custody = {("custody", str(at)) for at in range(len(custody_rules().every))}
    return frozenset(machines | custody | {("deadline", each.id) for each in shipped_rules().rules})


def fired(file: CaseFile, states: CaseStates, due: Iterable[Deadline]) -> Counter[Rule]:
    """How often each rule is used in a case."""
    found = Counter(("deadline", each.rule) for each in due)
    found.update(transitions(file, states))
    for step in file.of(*custody_rules().types):
        values = step.values()
        for at, rule in enumerate(custody_rules().every):
            dated = any(instant(values.get(name)) for name in rule.at)
            if rule.type == step.type and dated and matches(rule.when, values):
                found["custody", str(at)] += 1
    return found
