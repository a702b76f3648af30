"""The state machines as data: what a transition is, read strictly from `case.toml` and `person.toml`."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from icjims_core.law.finding import Citation
from icjims_core.law.rule_data import When, read_rules

SAME: Final = "same"
"""Target of a step that is lawful here and leaves the state as it is."""
BEFORE: Final = "before"
"""Target of a step that takes another one back: the state before that other step."""


class On(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The recorded step that fires a transition.

    `type`: its record type; `at`: the fields that state its moment, the first filled one counts; `when`: what must
    hold of its values. `person`: the field that names the persons concerned; where it is empty and `everyone` is true,
    all persons of the case are. `act`: the field that names the step it takes back, `act_type` the type of that step.
    """

    type: str
    at: list[str]
    when: When = {}
    person: str = "person"
    everyone: bool = False
    act: str = ""
    act_type: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that decides whether, when and for whom it fires."""
        named = (*self.at, *self.when, self.act, self.person)
        return tuple(dict.fromkeys(each for each in named if each))


class Transition(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"sources": "from"}):
    """One way from state to state.

    `needs`: `type` or `type.field` that must have been recorded. `back`: it leads against the course, so that it is
    never presumed where a step is missing. `presumed_from`: the states from which missing steps before it are presumed;
    `None`: all from which the course leads to it. `whole`: a step that names a person moves the case only when all who
    are suspected or accused are so concerned.
    """

    code: str
    sources: list[str]
    to: str
    on: On
    article: str
    verified: bool
    needs: list[str] = []
    back: bool = False
    presumed_from: list[str] | None = None
    whole: list[str] = []

    @property
    def citation(self) -> Citation:
        """The article, and whether it was read."""
        return Citation(self.article, self.verified)


class Declared(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The record by which a state is declared on taking over from paper: its type, time, state and person fields."""

    type: str
    at: list[str]
    state: str
    person: str = "person"


class Machine(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A state machine. `states` names the code list of its states; `final` ends it.

    `mildest_first` orders the states by what they mean for the person's liberty: of readings in conflict the first in
    this order is acted on.
    """

    edition: str
    states: str
    start: str
    final: list[str]
    mildest_first: list[str]
    declared: Declared
    transition: list[Transition]

    def leading_to(self, type_name: str) -> tuple[Transition, ...]:
        """The transitions that a step of this type may fire."""
        return tuple(each for each in self.transition if each.on.type == type_name)

    def reaches(self, state: str, goals: frozenset[str], without: str = "") -> bool:
        """Whether the course leads from a state to one of these, taking nothing back, by no step of the type
        `without`."""
        seen: set[str] = set()
        ahead = [state]
        while ahead:
            here = ahead.pop()
            if here in goals:
                return True
            seen.add(here)
            ahead += [
                each.to
                for each in self.transition
                if here in each.sources and not each.back and each.to not in (SAME, BEFORE) and each.to not in seen
                if each.on.type != without
            ]
        return False


@cache
def case_machine() -> Machine:
    """The machine of a case."""
    return read_rules("icjims_core.workflow", "case.toml", Machine)


@cache
def person_machine() -> Machine:
    """The machine of a person within a case."""
    return read_rules("icjims_core.workflow", "person.toml", Machine)
