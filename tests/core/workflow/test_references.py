"""What the rules name is declared: types, fields, codes, states, roles; findings read in three languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import icjims_core
from icjims_core import codes
from icjims_core.custody import custody_rules
from icjims_core.declarations.schema import Kind
from icjims_core.law.finding import Finding, finding_codes, finding_text
from icjims_core.law.rule_data import When
from icjims_core.modules import registry
from icjims_core.safeguards import stamps
from icjims_core.workflow import case_machine, person_machine
from icjims_core.workflow.cautions import cautions
from icjims_core.workflow.handover import handover_rules
from icjims_core.workflow.next_steps import actions

ROOT = Path(icjims_core.__file__).parent
MACHINES = (case_machine(), person_machine())
SIGNS = {"*", "-", "@case"}
ARTICLE = re.compile(r"((CPC|CC|PEC) [0-9]+(-[0-9]+)?|Mandela Rules [0-9]+)")


def of_machines() -> Iterator[tuple[str, str]]:
    for machine in MACHINES:
        declared = machine.declared
        yield from ((declared.type, name) for name in (*declared.at, declared.state, declared.person))
        for rule in machine.transition:
            named = [*rule.on.at, rule.on.act]
            if rule.whole or (machine is MACHINES[1] and not rule.on.everyone and not rule.on.act):
                named.append(rule.on.person)
            yield from ((rule.on.type, name) for name in named if name)
            yield from (split(needed) for needed in rule.needs)
            if rule.on.act_type:
                yield rule.on.act_type, ""


def of_other_rules() -> Iterator[tuple[str, str]]:
    for action in actions().action:
        yield from ((each, "") for each in action.types)
        yield from (split(needed) for needed in action.needs)
    yield from ((each, "") for each in actions().never_refused)
    for rule in custody_rules().every:
        yield from ((rule.type, name) for name in (*rule.at, "person"))
    yield from ((hold.type, name) for hold in custody_rules().hold for name in hold.until)
    for stamp in stamps().stamp:
        yield from ((stamp.on, name) for name in (*stamp.moment, "person"))
        yield from (split(each) for each in (*stamp.met_by, *stamp.reason))
    yield from ((each, "") for each in stamps().never_blocked)


def split(named: str) -> tuple[str, str]:
    type_name, _, field = named.partition(".")
    return type_name, field


def conditions() -> Iterator[tuple[str, When]]:
    for machine in MACHINES:
        yield from ((rule.on.type, rule.on.when) for rule in machine.transition)
    yield from ((name, action.when) for action in actions().action for name in action.types)
    yield from ((rule.type, rule.when) for rule in custody_rules().every)
    for stamp in stamps().stamp:
        yield from ((stamp.on, stamp.when), ("person", stamp.person_when))
        yield from ((blocked.type, blocked.when) for blocked in stamp.blocks)


@pytest.mark.parametrize(("type_name", "field"), sorted({*of_machines(), *of_other_rules()}))
def test_what_a_rule_names_is_declared(type_name: str, field: str) -> None:
    assert type_name in registry()
    assert not field or field in registry()[type_name].by_name


@pytest.mark.parametrize(
    ("type_name", "name", "code"),
    sorted(
        {
            (type_name, name, str(code))
            for type_name, when in conditions()
            for name, wanted in when.items()
            for code in (wanted if isinstance(wanted, list) else [wanted])
        }
    ),
)
def test_a_condition_names_a_field_and_a_code_of_its_list(type_name: str, name: str, code: str) -> None:
    field = registry()[type_name].by_name[name]
    if code not in SIGNS:
        assert code in codes.code_list(field.codes or ("tri" if field.kind is Kind.TRI else ""))


def test_states_named_by_rules_are_states() -> None:
    cases, persons = (codes.code_list(each.states) for each in MACHINES)
    for action in actions().action:
        assert [each for each in action.states if each not in cases] == []
        assert [each for each in action.persons if each not in persons] == []
    for rule in case_machine().transition:
        assert [each for each in rule.whole if each not in persons] == []
    rules = custody_rules()
    assert [each for each in (*rules.court_states, *rules.after_states) if each not in cases] == []


def test_kinds_of_handover_are_codes_of_the_list() -> None:
    assert set(handover_rules().kinds) == set(codes.code_list("handover_kind").entries)


def test_roles_named_by_stamps_are_roles() -> None:
    assert [each.who for each in stamps().stamp if each.who not in codes.code_list("role")] == []


def test_every_rule_cites_an_article() -> None:
    rules = [rule for machine in MACHINES for rule in machine.transition]
    for each in (*rules, *actions().action, *custody_rules().every, *custody_rules().credit, *stamps().stamp):
        assert ARTICLE.match(each.article), each


def test_declared_states_stand_in_the_take_over() -> None:
    for machine in MACHINES:
        field = registry()[machine.declared.type].by_name[machine.declared.state]
        assert field.codes == machine.states


def used_codes() -> set[str]:
    """Codes that the rules give to `finding(…)` or `notes.add(…)`, and those that stand in the data."""
    found = {action.why for action in actions().action} | {each.code for each in cautions().caution}
    for folder in ("workflow", "custody", "safeguards"):
        for file in (ROOT / folder).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("finding", "self.notes.add"):
                    found |= {
                        each.value
                        for each in ast.walk(node.args[0])
                        if isinstance(each, ast.Constant) and isinstance(each.value, str)
                    }
    return found


def test_every_finding_has_its_sentences_and_no_sentence_is_spare() -> None:
    assert used_codes() == finding_codes()


@pytest.mark.parametrize("code", sorted(finding_codes()))
def test_a_finding_reads_in_three_languages(code: str) -> None:
    params = {"type": "charge", "other_type": "initiation", "state": "check", "role": "judge", "field": "ordered_at"}
    found = Finding(code, tuple(sorted(params.items())), "CPC 153(1)")
    texts = [finding_text(found, language) for language in ("ky", "ru", "en")]
    assert len(set(texts)) == 3
    cited = ("КЖПК 153(1)-берене", "ст. 153(1) УПК", "art. 153(1) CPC")
    assert [text.rpartition(" (")[2] for text in texts] == [f"{each})" for each in cited]
    assert not re.search("[А-Яа-яЁё]", texts[2])
