"""The access matrix cell by cell, and no rule of access that can be changed unnoticed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import pytest

from icjims_core import access
from icjims_core.access import Actor, Allowed, LogEvent, Operation, Reach, Rule, Rules, Signer, State, Subject
from icjims_core.codes import code_list
from icjims_core.modules import registry
from tests.cells import by, grouped

EXPECTED = Path(__file__).parent / "expected"
WORDS = {"kind", "operation", "type", "unit", "state", "keeper", "reach", "charge", "supervision", "purpose", "author",
         "author_substituted", "capacity", "event", "accuses", "restricted", "about", "colleagues", "deciders",
         "allowed", "otherwise", "begun_by", "taken_by", "holders", "units", "disputed", "signatures"}  # fmt: skip
CHARGE = {"self": ("officer",), "another": ("colleague",), "substituted": ("absent",), "nobody": ()}


@dataclass(frozen=True)
class Cell:
    """One role, one operation, one kind of subject: allowed (an empty code) or refused with a code."""

    kind: str
    operation: Operation
    actor: Actor
    subject: Subject
    code: str


def roles() -> list[str]:
    return list(code_list("role").entries)


@cache
def cells() -> tuple[Cell, ...]:
    read = tomllib.loads((EXPECTED / "access.toml").read_text(encoding="utf-8"))["cell"]
    return tuple(each for block in read for each in _cells(block))


def _cells(block: dict[str, Any]) -> Iterator[Cell]:
    answers = dict.fromkeys(block["allowed"].split(), "")
    answers |= {role: code for code in block.keys() - WORDS for role in block[code].split()}
    assert answers.keys() <= set(roles()), block["kind"]
    stands_in = ("absent",) if "substituted" in str(block.get("charge")) or block.get("author_substituted") else ()
    subject = _subject(block)
    for operation, role in product(block["operation"], roles()):
        colleagues = {role, *block["colleagues"]} if "colleagues" in block else set()
        actor = Actor(
            role, "009", "officer", stands_in_for=stands_in, colleagues=frozenset(colleagues), person="officer"
        )
        yield Cell(block["kind"], Operation(operation), actor, subject, answers.get(role, block["otherwise"]))


def _subject(block: dict[str, Any]) -> Subject:
    event = block.get("event")
    keeper = block.get("keeper", "009")
    charge = block.get("charge", "nobody")
    return Subject(
        type=registry().get(block.get("type", "")),
        type_name=block.get("type", ""),
        unit=block.get("unit", ""),
        capacity=block.get("capacity", ""),
        state=State(block.get("state", "open")),
        reach=Reach(block.get("reach", "office")),
        office=keeper,
        holders=block.get("holders", ()),
        in_charge=CHARGE[charge],
        taken_by=block.get("taken_by", [] if charge == "nobody" else [keeper]),
        authors=[*(["officer"] if "author" in block else []), *(["absent"] if "author_substituted" in block else [])],
        supervisors=block.get("supervision", ()),
        purpose=block.get("purpose", ""),
        event=LogEvent(**event) if event else None,
        accuses=block.get("accuses", ()),
        restricted=block.get("restricted", False),
        about=block.get("about", ""),
        deciders=block.get("deciders", ()),
        begun_by=block.get("begun_by", ""),
        units=block.get("units", ()),
        disputed=block.get("disputed", ()),
        signed=[Signer(*each) for each in block.get("signatures", ())],
    )


def answer(cell: Cell, rules: Rules | None = None) -> str:
    found = access.decide(cell.operation, cell.actor, cell.subject, rules)
    return "" if isinstance(found, Allowed) else found.code


@grouped(by((f"{each.operation}-{each.kind}", each.actor.role, (each,)) for each in cells()))
def test_a_cell_of_the_matrix(cell: Cell) -> None:
    assert answer(cell) == cell.code


def test_the_matrix_holds_every_operation_and_role() -> None:
    assert len(cells()) > 1_000
    assert {each.operation for each in cells()} == set(Operation)
    for operation in Operation:
        assert {each.actor.role for each in cells() if each.operation is operation} == set(roles())


def test_a_refusal_says_by_which_rule_and_article() -> None:
    refused = access.decide(Operation.RESOLVE, Actor("clerk"), Subject(registry()["apprehension"], unit="release"))
    assert isinstance(refused, access.Refused)
    assert refused.rule == "liberty_is_not_for_others"
    problem = refused.problem(record="x")
    assert problem.params["article"] == refused.article == "CPC 34(2), 35(1)"
    assert (problem.params["unit"], problem.params["type"], problem.params["record"]) == (
        "release",
        "apprehension",
        "x",
    )


def test_what_no_rule_speaks_of_is_refused() -> None:
    none = replace_rules(access.shipped(), [])
    for operation in Operation:
        found = access.decide(operation, Actor("administrator"), Subject(), none)
        assert isinstance(found, access.Refused)
        assert found.code == "may_not"


# --- mutation ---------------------------------------------------------------------------------------------------------

VALUES = {
    "writer": ("declared", "every_type", "unknown", "no"),
    "signer": ("officer", "countersigner", "both", "no"),
    "fields": ("liberty", "disputed", "ordinary"),
    "part": ("author", "colleague", "other"),
    "signed": ("no", "officer", "approved", "consented", "court"),
    "state": tuple(State),
    "reach": tuple(Reach),
    "charge": ("self", "another", "nobody"),
    "taken": ("office", "elsewhere", "nobody"),
    "supervision": ("ours", "theirs", "undeclared"),
    "purpose": ("stated", "missing"),
    "event": ("own_staff", "oversight", "other"),
    "accused": ("yes", "no"),
    "restricted": ("yes", "no"),
    "file": ("closed", "admitted", "open"),
    "decision": ("own", "office", "others"),
    "begun": ("here", "elsewhere"),
}
NOBODY = "nobody at all"
PlainRule = tuple[set[Operation], list[tuple[str, set[str]]], str]
"""The operations of a rule, what it asks of each fact, and its answer."""


def replace_rules(rules: Rules, several: list[Rule]) -> Rules:
    return msgspec.structs.replace(rules, rule=several)


def mutants(rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    """The rule left out, turned round, with another code, and with each of its conditions narrower, wider or gone."""
    yield "left out", None
    yield "turned round", msgspec.structs.replace(rule, allow=not rule.allow, code="" if rule.code else "turned")
    if rule.code:
        yield "another code", msgspec.structs.replace(rule, code="another")
    if len(rule.operation) > 1:
        for left_out in rule.operation:
            rest = [other for other in rule.operation if other != left_out]
            yield f"not for {left_out}", msgspec.structs.replace(rule, operation=rest)
    for name, wanted in rule.conditions().items():
        yield f"{name} gone", msgspec.structs.replace(rule, **{name: []})
        for each in wanted:
            fewer = [other for other in wanted if other != each] or [NOBODY]
            yield f"{name} without {each}", msgspec.structs.replace(rule, **{name: fewer})
        for each in roles() if name == "role" else VALUES[name]:
            if each not in wanted:
                yield f"{name} with {each}", msgspec.structs.replace(rule, **{name: [*wanted, str(each)]})


def plainly(rules: list[Rule]) -> list[PlainRule]:
    """The rules as `by_facts` reads them."""
    return [
        (set(each.operation), [(name, set(wanted)) for name, wanted in each.conditions().items()],
         "" if each.allow else each.code)
        for each in rules
    ]  # fmt: skip


def by_facts(rules: list[PlainRule], operation: Operation, facts: dict[str, str]) -> str:
    """The answer of the first rule that fits, read the long way round."""
    for operations, conditions, code in rules:
        if operation in operations and all(facts[name] in wanted for name, wanted in conditions):
            return code
    return "may_not"


@cache
def feasible() -> dict[str, set[tuple[str, str]]]:
    """Role → the pairs of writer and signer that some type makes of it."""
    shipped = access.shipped()
    subjects = [Subject(each) for each in registry().values()] + [Subject(type_name="newer")]
    found: dict[str, set[tuple[str, str]]] = {}
    for role, subject in product(roles(), subjects):
        facts = access.circumstances(Actor(role), subject, shipped)
        found.setdefault(role, set()).add((facts["writer"], facts["signer"]))
    return found


def possible(facts: dict[str, str]) -> bool:
    """Whether a role can have the parts in a type that these facts give it."""
    wanted = facts.get("writer"), facts.get("signer")
    pairs = feasible()[facts["role"]] if "role" in facts else set().union(*feasible().values())
    return any(all(want in (None, have) for want, have in zip(wanted, pair, strict=True)) for pair in pairs)


def says_something_else(changed: list[Rule], rules: list[Rule]) -> bool:
    """Whether the change makes a difference to anybody at all."""
    for operation in Operation:
        spoken, mutated = ([each for each in several if operation in each.operation] for several in (rules, changed))
        if spoken == mutated:
            continue
        before, after = plainly(spoken), plainly(mutated)
        names = sorted({name for _, conditions, _ in (*before, *after) for name, _ in conditions})
        spaces = [roles() if name == "role" else list(VALUES[name]) for name in names]
        for values in product(*spaces):
            facts = dict(zip(names, map(str, values), strict=True))
            if possible(facts) and by_facts(after, operation, facts) != by_facts(before, operation, facts):
                return True
    return False


@cache
def facts_of_cells() -> tuple[tuple[Cell, dict[str, str]], ...]:
    return tuple((each, access.circumstances(each.actor, each.subject, access.shipped())) for each in cells())


@pytest.mark.parametrize("at", range(len(access.shipped().rule)), ids=lambda at: access.shipped().rule[at].id)
def test_no_rule_can_be_changed_unnoticed(at: int) -> None:
    rules = access.shipped().rule
    unnoticed = []
    for what, mutant in mutants(rules[at]):
        changed = [*rules[:at], *([mutant] if mutant else []), *rules[at + 1 :]]
        plain = plainly(changed)
        red = any(by_facts(plain, cell.operation, facts) != cell.code for cell, facts in facts_of_cells())
        if not red and says_something_else(changed, rules):
            unnoticed.append(what)
    assert unnoticed == []


def test_the_rule_file_is_read_as_the_long_way_round() -> None:
    rules = plainly(access.shipped().rule)
    assert [by_facts(rules, cell.operation, facts) for cell, facts in facts_of_cells()] == [
        answer(cell) for cell in cells()
    ]


@pytest.mark.parametrize("role", roles())
@pytest.mark.parametrize("name", ["write_every_type", "oversight"])
def test_no_role_can_be_put_among_others_unnoticed(name: str, role: str) -> None:
    shipped = access.shipped()
    listed = getattr(shipped, name)
    other = [each for each in listed if each != role] if role in listed else [*listed, role]
    changed = msgspec.structs.replace(shipped, **{name: other})
    assert any(answer(cell, changed) != cell.code for cell in cells())


def test_a_decision_is_told_by_units_that_its_type_has() -> None:
    for type_, units in access.decision_units().items():
        assert units - {"$annulled"} <= {each.unit for each in registry()[type_].fields}, type_


# --- liberty ----------------------------------------------------------------------------------------------------------


def liberty_expected() -> dict[str, str]:
    """`type.field` of every datum on liberty or safeguards that the map names → its step."""
    read = tomllib.loads((EXPECTED / "liberty.toml").read_text(encoding="utf-8"))
    return {field: step for step, fields in read.items() for field in fields}


@pytest.mark.parametrize("name", liberty_expected())
def test_a_datum_on_liberty_is_decided_by_the_prosecutor_alone(name: str) -> None:
    type_name, _, field = name.partition(".")
    assert registry()[type_name].by_name[field].unit in access.guards(type_name)


def test_no_unit_is_on_liberty_that_the_map_does_not_name() -> None:
    expected = {
        (type_name, registry()[type_name].by_name[field].unit)
        for type_name, _, field in (name.partition(".") for name in liberty_expected())
    }
    assert access.liberty_units() == expected


@pytest.mark.parametrize("name", ["case.summary", "case.register_number", "person.surname", "person.document_number"])
def test_what_is_not_about_liberty_is_decided_as_ever(name: str) -> None:
    type_name, _, field = name.partition(".")
    if field in registry()[type_name].by_name:
        assert registry()[type_name].by_name[field].unit not in access.guards(type_name)


def test_a_substitute_has_the_cases_of_the_order_and_no_more() -> None:

    since, until = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 7, 31, tzinfo=UTC)
    order = access.Substitution("aida", "bakyt", since, until, ("one",))
    moment = timedelta(microseconds=1)
    for at, case, wanted in (
        (since, "one", {"aida"}),
        (until, "one", {"aida"}),
        (since - moment, "one", set()),
        (until + moment, "one", set()),
        (since, "two", set()),
    ):
        assert access.stands_in_for("bakyt", case, at, [order]) == wanted
    assert access.stands_in_for("cholpon", "one", since, [order]) == set()
    endless = replace(order, until=None, cases=None)
    assert access.stands_in_for("bakyt", "any", since + timedelta(days=900), [endless]) == {"aida"}
    chain = [endless, replace(endless, officer="bakyt", substitute="cholpon")]
    assert access.stands_in_for("cholpon", "any", since, chain) == {"bakyt"}
