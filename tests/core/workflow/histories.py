"""Random histories of cases: lawful walks and steps at random, the same set under other ids and in another order."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step, case_file
from icjims_core.modules import registry
from icjims_core.workflow import case_machine, person_machine
from icjims_core.workflow.machine import BEFORE, SAME, Machine, Transition
from tests.core.workflow.story import CASE, annulled, at, step
from tests.core.workflow.walks import firing

PERSONS = ("person-a", "person-b", "person-c")
MEASURES = ("custody", "house_arrest", "undertaking", "bail")


def history(seed: int) -> list[Step]:
    """The steps of one case, most of them where they belong, some anywhere, a few annulled or without their time."""
    chosen = random.Random(seed)
    moment = at("2026-01-05 09:00")
    steps = [step("case", CASE, received_at="2026-01-04 09:00"), *(step("person", each) for each in PERSONS)]
    states = dict.fromkeys(("", *PERSONS), "")
    for number in range(chosen.randint(5, 25)):
        moment += timedelta(minutes=chosen.randint(0, 40_000))
        steps.append(_next(chosen, states, moment, f"step-{number:03}", steps))
    if chosen.random() < 0.2:
        number = chosen.randrange(len(PERSONS) + 1, len(steps))
        steps[number] = _disputed(steps[number])
    return [annulled(each) if chosen.random() < 0.05 else each for each in steps]


def _disputed(found: Step) -> Step:
    """The step with two standing values of each of its times: two officers stated them apart from each other."""
    times = [unit for unit, standing in found.units.items() if any(_is_time(each) for each in standing[0].values())]
    units = {unit: (*found.units[unit], _later(found.units[unit][0])) for unit in times}
    return replace(found, units={**found.units, **units})


def _is_time(value: Value) -> bool:
    return isinstance(value, str) and value.endswith("+06:00")


def _later(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """The values with every time two days later."""
    return {name: _shifted(value) if _is_time(value) else value for name, value in values.items()}


def _shifted(value: Value) -> Value:
    return (datetime.fromisoformat(str(value)) + timedelta(days=2)).isoformat(timespec="minutes")


def _next(chosen: random.Random, states: dict[str, str], moment: datetime, record: str, before: Sequence[Step]) -> Step:
    """A step that moves the case or one of its persons on, a measure, or one out of place."""
    subject = chosen.choice(("", *PERSONS))
    if subject and chosen.random() < 0.4:
        return _liberty(chosen, subject, moment, record)
    machine = person_machine() if subject else case_machine()
    here = states[subject] or machine.start
    # The number of the Register fits nearly everywhere; it comes among what is drawn from all.
    fitting = [each for each in machine.transition if here in each.sources and each.on.type != "register_entry"]
    rule = chosen.choice(fitting if fitting and chosen.random() < 0.9 else machine.transition)
    states[subject] = _after(machine, rule, here)
    return firing(rule, moment, subject, _target(chosen, rule, before), record)


def _after(machine: Machine, rule: Transition, here: str) -> str:
    return rule.to if rule.to not in (SAME, BEFORE) else here if rule.to == SAME else machine.start


def _target(chosen: random.Random, rule: Transition, before: Sequence[Step]) -> str:
    wanted = [each.id for each in before if each.type == (rule.on.act_type or rule.on.when.get("target_type"))]
    return chosen.choice(wanted) if wanted else ""


def _liberty(chosen: random.Random, person: str, moment: datetime, record: str) -> Step:
    later = moment + timedelta(minutes=chosen.randint(30, 90_000))
    if chosen.random() < 0.5:
        values: dict[str, Value] = {"person": person, "actual_at": _text(moment)}
        if chosen.random() < 0.5:
            values["released_at"] = _text(later)
        return step("apprehension", record, **values)
    values = {
        "person": person,
        "measure": chosen.choice(MEASURES),
        "step": chosen.choice(("chosen", "extended", "changed", "cancelled")),
        "decision": chosen.choice(("granted", "refused")),
        "decided_at": _text(moment),
        "valid_until": _text(moment + timedelta(days=60)),
    }
    if chosen.random() < 0.3:
        values["ended_at"] = _text(later)
    return step("restraint", record, **values)


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def entered_otherwise(steps: Sequence[Step], seed: int) -> CaseFile:
    """The same steps as other replicas would have entered them: in another order, so under other ids."""
    chosen = random.Random(seed)
    numbers = list(range(len(steps)))
    chosen.shuffle(numbers)
    kept = {CASE, *PERSONS}
    ids = {each.id: each.id if each.id in kept else f"{number:06}" for each, number in zip(steps, numbers, strict=True)}
    shuffled = [
        replace(each, id=ids[each.id], units=_renamed(each, ids), recorded_at=moment)
        for moment, each in enumerate(steps)
    ]
    chosen.shuffle(shuffled)
    return case_file(CASE, shuffled)


def _renamed(found: Step, ids: dict[str, str]) -> dict[str, tuple[dict[str, Value], ...]]:
    """The units of a step with its references to other steps under their new ids."""
    named = {name for name in registry()[found.type].by_name if name in ("act", "handover")}
    return {
        unit: tuple({name: _new(name in named, value, ids) for name, value in each.items()} for each in standing)
        for unit, standing in found.units.items()
    }


def _new(reference: bool, value: Value, ids: dict[str, str]) -> Value:
    return ids.get(value, value) if reference and isinstance(value, str) else value
