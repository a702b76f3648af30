"""What a case counts together with the cases joined to it or severed from it: time in custody, the earliest initiation.

Everything else that runs in those cases is theirs, and stands among their own deadlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from icjims_core.deadlines.rules import Rules
from icjims_core.deadlines.rules.model import Rule
from icjims_core.law.casefile import CaseFile, Step

_INITIATION = "initiation"
_JOINDER = "joinder"


def counted_with(file: CaseFile, others: Sequence[CaseFile], rules: Rules) -> CaseFile:
    """The case with the steps of the others that its own terms are counted by.

    Custody counts over all of them (CPC 115(7)); the term of the investigation runs from the earliest initiation of
    those that were joined (CPC 141(3)), not of those severed, whose clock the decision names.
    """
    custody = [each for each in rules.rules if each.kind == "custody"]
    types = {each.type for rule in custody for each in rule.starts} | {
        each.type for rule in custody for each in rule.segments
    }
    joined = _joined(file, others)
    known = {each.id for each in file.steps}
    found = {
        step.id: step if other.case in joined else _without_clock(step, rules)
        for other in others
        for step in other.steps
        if step.id not in known and (step.type in types or (step.type == _INITIATION and other.case in joined))
    }
    return replace(file, steps=(*file.steps, *found.values()))


def _without_clock(step: Step, rules: Rules) -> Step:
    """A step without the times that a term of its whole case runs from."""
    starts = {each.at for rule in rules.rules if rule.per == "case" for each in rule.starts if each.type == step.type}
    units = {unit: each for unit, each in step.units.items() if starts.isdisjoint(name for one in each for name in one)}
    return replace(step, units=units) if starts else step


def runs_here(rule: Rule, step: str, file: CaseFile) -> bool:
    """Whether what runs from a step is a matter of this case."""
    return rule.kind == "custody" or rule.per == "case" or file.step(step) is not None


def _joined(file: CaseFile, others: Sequence[CaseFile]) -> frozenset[str]:
    """The cases that a chain of joinders ties to this one."""
    ties = [(each.case, other) for each in (file, *others) for step in each.of(_JOINDER) for other in _ties(step)]
    known, before = {file.case}, 0
    while len(known) > before:
        before = len(known)
        known |= {each for tie in ties if known & {*tie} for each in tie}
    return frozenset(known)


def _ties(step: Step) -> Iterator[str]:
    values = step.values()
    if values.get("kind") == "join" and values.get("other_case"):
        yield str(values["other_case"])
