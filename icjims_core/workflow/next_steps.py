"""What may be recorded next in a case, and for what may not, why not and by which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

import msgspec

from icjims_core.access import Actor, Operation, Refused, Subject, decide
from icjims_core.declarations.schema import RecordType
from icjims_core.law.casefile import CaseFile
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import When, matches, read_rules
from icjims_core.modules import registry
from icjims_core.workflow.engine import CaseStates, derive
from icjims_core.workflow.machine import BEFORE, SAME, Transition, case_machine, person_machine


class Action(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"states": "in"}):
    """When steps that change no state are lawful: see the head of `actions.toml`."""

    types: list[str]
    states: list[str]
    why: str
    article: str
    verified: bool
    when: When = {}
    persons: list[str] = []
    needs: list[str] = []

    @property
    def citation(self) -> Citation:
        """The article, and whether it was read."""
        return Citation(self.article, self.verified)


class Actions(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules of `actions.toml`; `never_refused` are record types that nothing holds back."""

    edition: str
    never_refused: list[str]
    action: list[Action]

    def about(self, type_name: str) -> tuple[Action, ...]:
        """The rules on a record type."""
        return tuple(each for each in self.action if type_name in each.types)


@cache
def actions() -> Actions:
    """The rules on steps that change no state."""
    return read_rules("icjims_core.workflow", "actions.toml", Actions)


@dataclass(frozen=True, slots=True)
class Offer:
    """A record type that an officer might record next.

    `reasons`: why not; none where it is lawful. `leads_to`: the states of the case it may lead to. `persons`: for whom
    it is lawful, and `not_for` why not for others; both empty where it does not depend on the person. `only`: the
    values it is limited to now, by field. `by_law`: whether a rule names it for this state, so that it stands first.
    """

    type: str
    reasons: tuple[Finding, ...] = ()
    leads_to: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    not_for: Mapping[str, Finding] = field(default_factory=dict)
    only: tuple[When, ...] = ()
    by_law: bool = False

    @property
    def available(self) -> bool:
        """Whether it may be recorded now."""
        return not self.reasons


def next_steps(case_file: CaseFile, role: str, now: datetime) -> tuple[Offer, ...]:
    """Every record type of a case as an offer to an officer of this role.

    Lawful next steps come first, those that change the state before others; then what is always open; then what may
    not be recorded now, with the reasons.
    """
    states = derive(case_file, now)
    types = [each for each in registry().values() if each.in_case and not each.heads_case and not _by_command(each)]
    offers = [_offer(each, case_file, states, role) for each in types]
    return tuple(sorted(offers, key=lambda each: (not each.available, not each.leads_to, not each.by_law)))


def _by_command(declared: RecordType) -> bool:
    """Whether only an action upon another record makes it, so that nobody starts with it."""
    return bool(declared.command)


def refusals(case_file: CaseFile, type_name: str, values: Mapping[str, object], now: datetime) -> tuple[Finding, ...]:
    """Why an act of this type with these values may not be recorded now; empty where it may.

    What concerns liberty, health, complaints and notification is never refused.
    """
    rules = actions()
    if type_name in rules.never_refused or type_name not in registry():
        return ()
    states = derive(case_file, now)
    here = [each for each in rules.about(type_name) if states.case.state in each.states]
    reasons = _reasons(type_name, case_file, states)
    if reasons or not here or any(matches(each.when, values) for each in here) or _moves(type_name, states, values):
        return reasons
    return _not_now(type_name, here[0], case_file, states)


def _moves(type_name: str, states: CaseStates, values: Mapping[str, object]) -> bool:
    """Whether a transition out of the present state is meant by these values."""
    rules = _transitions(type_name)
    return any(states.case.state in each.sources and matches(each.on.when, values) for each in rules)


def _transitions(type_name: str) -> tuple[Transition, ...]:
    return case_machine().leading_to(type_name)


def _offer(declared: RecordType, case_file: CaseFile, states: CaseStates, role: str) -> Offer:
    name, rules = declared.name, actions()
    state = states.case.state
    here = [each for each in rules.about(name) if state in each.states]
    fitting = [each for each in _transitions(name) if state in each.sources]
    reasons = [] if name in rules.never_refused else list(_reasons(name, case_file, states))
    if isinstance(decide(Operation.CREATE, Actor(role), Subject(declared)), Refused):
        reasons.insert(0, finding("other_role", type=name, role=role))
    able, unable = _persons(name, here, states)
    return Offer(
        name,
        reasons=tuple(reasons),
        leads_to=tuple(dict.fromkeys(each.to for each in fitting if each.to != SAME)),
        persons=able,
        not_for=unable,
        only=_limits(here, fitting),
        by_law=bool(here or fitting),
    )


def _limits(here: list[Action], fitting: list[Transition]) -> tuple[When, ...]:
    """The values that what is lawful now limits the type to; those of one field in one list."""
    whens = [*(each.when for each in here), *(each.on.when for each in fitting)]
    if not here or not all(whens):
        return ()
    names = {name for each in whens for name in each}
    if len(names) > 1:
        return tuple(whens)
    allowed = (wanted if isinstance(wanted, list) else [str(wanted)] for each in whens for wanted in each.values())
    return ({names.pop(): list(dict.fromkeys(code for several in allowed for code in several))},)


def _reasons(name: str, case_file: CaseFile, states: CaseStates) -> tuple[Finding, ...]:
    """Why the type may not be recorded in the present state by anybody."""
    ruled, moving = actions().about(name), _transitions(name)
    if not ruled and not moving:
        return ()
    here = [each for each in ruled if states.case.state in each.states]
    fitting = [each for each in moving if states.case.state in each.sources]
    rules: list[Action | Transition] = [*here, *fitting]
    if not rules:
        return _not_now(name, ruled[0] if ruled else moving[0], case_file, states)
    missing = [list(_missing(name, each, case_file)) for each in rules]
    if all(missing):
        return tuple(dict.fromkeys(each for several in missing for each in several))
    able, unable = _persons(name, here, states)
    if unable and not able:
        return tuple(unable.values())
    return ()


def _not_now(name: str, rule: Action | Transition, case_file: CaseFile, states: CaseStates) -> tuple[Finding, ...]:
    why = rule.why if isinstance(rule, Action) else "not_in_state"
    before = states.case.state in ("reported", "registered", "check")
    found = finding(why if before else "not_in_state", rule.citation, type=name, state=states.case.state)
    if _waits_for_verdict(name, case_file, states):
        return (found, finding("verdict_on_paper", type=name))
    return (found, *_first(name, states.case.state)) if found.code == "not_in_state" else (found,)


def _first(name: str, state: str) -> Iterator[Finding]:
    """The one step that leads at once to where the type is provided for, if nothing else ever does."""
    machine = case_machine()
    rules: tuple[Action | Transition, ...] = (*actions().about(name), *_transitions(name))
    wanted = frozenset(each for rule in rules for each in _places(rule))
    leaving = [each for each in machine.transition if state in each.sources]
    leading = {each.on.type for each in leaving if each.to in wanted and not each.back} - {name}
    first = leading.pop() if len(leading) == 1 else ""
    turns_back = any(each.back or each.to == BEFORE for each in leaving)
    if first and not turns_back and not machine.reaches(state, wanted, without=first):
        yield finding("needs_step", type=name, other_type=first)


def _places(rule: Action | Transition) -> Iterable[str]:
    return rule.states if isinstance(rule, Action) else rule.sources


def _waits_for_verdict(name: str, case_file: CaseFile, states: CaseStates) -> bool:
    """Whether the type belongs to execution, and the verdict that it rests on is not recorded: it may be on paper."""
    state = states.case.state
    ahead = any(
        state not in each.sources and case_machine().reaches(state, frozenset(each.sources))
        for each in _transitions(name)
        if each.presumed_from is not None and state not in each.presumed_from
    )
    return ahead and not case_file.of("verdict")


def _missing(name: str, rule: Action | Transition, case_file: CaseFile) -> Iterator[Finding]:
    """What a rule needs and nobody has recorded."""
    for needed in rule.needs:
        other, _, wanted = needed.partition(".")
        found = case_file.of(other)
        if not any(not wanted or any(each.get(wanted) for each in one.alternatives(wanted)) for one in found):
            named = {"other_field": wanted} if wanted else {}
            yield finding("needs_step", rule.citation, type=name, other_type=other, **named)


def _persons(name: str, here: list[Action], states: CaseStates) -> tuple[tuple[str, ...], Mapping[str, Finding]]:
    """For whom the rules in force here allow it; and for the others why not."""
    limited = [each for each in here if each.persons]
    if not limited:
        return (), {}
    allowed = {state for each in limited for state in each.persons}
    able = tuple(person for person, one in states.persons.items() if one.state in allowed)
    unable = {
        person: finding(
            "person_not_in_state",
            limited[0].citation,
            type=name,
            person=person,
            state=one.state,
            states=person_machine().states,
        )
        for person, one in states.persons.items()
        if one.state not in allowed
    }
    return able, unable
