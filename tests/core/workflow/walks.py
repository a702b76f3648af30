"""Walks through the state machines: for any transition, a step that fires it; for any state, a way there."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from icjims_core.declarations.schema import Kind, Merge
from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.modules import registry
from icjims_core.workflow.machine import BEFORE, SAME, Machine, Transition
from tests.core.workflow.story import CASE, step, ts

PERSON = "person-a"
OTHER = "11111111-1111-4111-8111-111111111111"


def firing(rule: Transition, moment: datetime, person: str = "", target: str = "", record: str = "") -> Step:
    """A step that fires a transition at a moment, about a person, taking back another step."""
    declared = registry()[rule.on.type]
    values: dict[str, Value] = {}
    for name, wanted in rule.on.when.items():
        value: Value = wanted[0] if isinstance(wanted, list) else wanted
        if value == "@case":
            value = CASE
        elif value == "*":
            value = OTHER
        if value != "-":
            values[name] = [str(value)] if declared.by_name[name].merge is Merge.SET else value
    stated = ts(moment)
    values[rule.on.at[0]] = stated[:10] if declared.by_name[rule.on.at[0]].kind is Kind.DATE else stated
    if rule.on.act:
        values[rule.on.act] = target or OTHER
    if person and rule.on.person in declared.by_name:
        many = declared.by_name[rule.on.person].merge is Merge.SET
        values[rule.on.person] = [person] if many else person
    elif rule.on.person not in rule.on.when:
        values.pop(rule.on.person, None)
    return step(rule.on.type, record, **values)


def way_to(machine: Machine, state: str) -> tuple[Transition, ...]:
    """The shortest way from the start to a state; empty for the start itself."""
    ways: dict[str, tuple[Transition, ...]] = {machine.start: ()}
    ahead = deque([machine.start])
    while ahead:
        here = ahead.popleft()
        if here == state:
            return ways[here]
        for rule in machine.transition:
            if here in rule.sources and rule.to not in (SAME, BEFORE) and rule.to not in ways and not rule.on.act_type:
                ways[rule.to] = (*ways[here], rule)
                ahead.append(rule.to)
    raise AssertionError(f"no way to {state}")
