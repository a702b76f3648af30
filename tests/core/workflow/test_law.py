"""What the law and the map of the procedure say of a step is what the machines make of it: one example a transition.

`law.tsv` is written by hand from them, not from the rules: machine, state, steps and outcome as in `examples.tsv`,
then where it is said (an article with its part, or a step of the map) and the words. Words of the map are told in
English. What the law leaves open says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from icjims_core.workflow.machine import Machine
from tests.core.workflow.examples import MACHINES, outcome


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the file."""

    of: str
    state: str
    steps: str
    outcome: str
    source: str
    words: str


SAID = [
    Said(*line.split("\t")) for line in Path(__file__).with_name("law.tsv").read_text(encoding="utf-8").splitlines()
]
RULES = [(of, rule.code) for of, machine in MACHINES.items() for rule in machine.transition]


@pytest.mark.parametrize("said", SAID, ids=lambda each: f"{each.of}-{each.state}-{each.steps}-{each.source}")
def test_a_step_leads_where_the_law_says(said: Said) -> None:
    assert _outcome(MACHINES[said.of], said) == said.outcome


def _outcome(machine: Machine, said: Said) -> str:
    """What comes of it; that a record is told from its later part on, without the time it began, is no matter here."""
    return outcome(machine, said.of, said.state, said.steps).replace(" step_undated", "")


def without(machine: Machine, code: str) -> Machine:
    return msgspec.structs.replace(machine, transition=[each for each in machine.transition if each.code != code])


@pytest.mark.parametrize(("of", "code"), RULES, ids=[f"{of}-{code}" for of, code in RULES])
def test_every_transition_rests_on_words_of_the_law_or_the_map(of: str, code: str) -> None:
    machine = MACHINES[of]
    gone = next(each for each in machine.transition if each.code == code)
    told = [each for each in SAID if each.of == of and gone.on.type in each.steps]
    assert any(_outcome(without(machine, code), each) != each.outcome for each in told)
