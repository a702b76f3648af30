"""An act that states a release beside the act by which another holds the person: by one of two readings it does not.

Who held somebody, or may decide on it (a judge, the supervising prosecutor), lets him go by what he signs, and whoever
releases him states it in the act that holds him. A second act by somebody else is read both ways, in a joined case too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from icjims_core.custody.events import readings
from icjims_core.custody.ledger import ledger
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.drafts import Draft, Signers, in_doubt, others_about, persons_of, stated
from icjims_core.law.rule_data import BISHKEK

_LATEST: Final = datetime.max.replace(tzinfo=BISHKEK)


def released_beside(files: Sequence[CaseFile], signers: Signers, decided: Callable[[str], bool]) -> list[CaseFile]:
    """The files, of which each such act says nothing of a release by one of two readings, and names the acts beside it.

    `files`: of one case or of several that are joined, in which persons go by the same ids. `decided`: whether a judge
    or the supervising prosecutor signed a step or consents to it. What is in doubt already stays as it is.
    """
    every = [each for file in files for each in file.steps if each.counts]
    meant = [(each, rules) for each in every if not each.beside and (rules := _of_others(each))]
    foreign = {
        each.id: (each, rules, acts)
        for each, rules in meant
        if (acts := _foreign(every, each, rules, signers)) and not decided(each.id)
    }
    doubted = {name: _doubted(files, foreign.keys(), *several) for name, several in foreign.items()}
    return [replace(file, steps=tuple(doubted.get(each.id, each) for each in file.steps)) for file in files]


def _of_others(step: Step) -> list[Draft]:
    return [each for each in stated(step) if each.others]


def _foreign(every: Iterable[Step], step: Step, rules: Iterable[Draft], signers: Signers) -> tuple[Step, ...]:
    """The acts about the same person that none of those who signed this one has signed; none that names it as former.

    Whoever signs an act in the place of this one says himself which of both came first.
    """
    own, over = signers(step.id).people, {name for rule in rules for name in rule.over}
    beside = others_about(step, (each for each in every if each.type in over)) if own else ()
    former = {SUPERSEDES: step.id}
    return tuple(
        each
        for each in beside
        if (people := signers(each.id).people) and not people & own and former not in each.units.get(SUPERSEDES, ())
    )


def _doubted(
    files: Sequence[CaseFile], foreign: Collection[str], step: Step, rules: Sequence[Draft], acts: Iterable[Step]
) -> Step:
    """The step, in doubt where one of these acts, beside what is certain, holds the person when it lets him go."""
    alone = {each.id: _without(files, {*foreign} - {each.id}) for each in acts}
    held = {
        name
        for person in persons_of(step)
        for at in _ends(files[0], step, person, rules)
        for name, beside in alone.items()
        for segment in ledger(beside, person, at).acted.segments
        if segment.ended is None and name in segment.steps
    }
    units = {unit for each in rules for unit in each.units}
    return replace(in_doubt(step, units), beside=tuple(sorted(held))) if held else step


def _without(files: Iterable[CaseFile], names: Collection[str]) -> list[CaseFile]:
    return [replace(file, steps=tuple(each for each in file.steps if each.id not in names)) for file in files]


def _ends(file: CaseFile, step: Step, person: str, rules: Iterable[Draft]) -> Iterator[datetime]:
    """When a step lets somebody go, or puts another measure in the place of the one that holds him."""
    what = {"release", *("hold" for each in rules if "ruling" in each.units)}
    for several in readings([replace(file, steps=(step,))], person, _LATEST):
        yield from {each.at for events in several for each in events if each.what in what}
