"""The rules of deadlines: each row of the table has worked examples, and every reference means something declared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from icjims_core import codes
from icjims_core.deadlines import read_rules, shipped_calendar, shipped_rules
from icjims_core.deadlines.rules import Rules, events_of, shipped_files
from icjims_core.deadlines.rules.model import Rule, When
from icjims_core.modules import record_type, registry
from icjims_core.problem import Broken
from icjims_core.schema import Kind
from icjims_core.type_document import type_document
from tests.core.deadlines.examples import Example, examples, flaws

ROWS = [f"D{n:02}" for n in (*range(1, 19), *range(20, 37), *range(40, 48), *range(50, 67), *range(70, 110))]
ROWS += ["D22w", "D25b", "D33b", "D59b", "D59c"]
TIMES = (Kind.TIMESTAMP, Kind.DATE, Kind.STATEMENT)
RULES = shipped_rules().rules


@pytest.mark.parametrize("example", tuple(examples()), ids=lambda each: each.name)
def test_a_worked_example(example: Example) -> None:
    assert flaws(example) == []


def test_every_row_of_the_table_has_rules_and_every_rule_an_example() -> None:
    assert sorted(set(ROWS) ^ {each.row for each in RULES}) == []
    assert sorted({each.id for each in RULES} - {each.rule for each in examples()}) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda each: f"{each.id}-{each.valid_from.year}")
def test_what_a_rule_names_is_declared(rule: Rule) -> None:
    for event in events_of(rule):
        if event.deadline:
            continue
        declared = record_type(event.type)
        assert event.at in declared.by_name, f"{event.type}.{event.at}"
        way, _, name = event.link.partition(":")
        assert way in ("", "same", "person", "case", "ref", "shared", "back")
        holders = {"ref": [event.type], "back": [each.type for each in rule.starts if each.type]}.get(way, [])
        for holder in holders:
            assert record_type(holder).by_name[name].kind is Kind.REF, f"{holder}.{name}"
        for each in conditions(event.when):
            assert known(each, event.type) == [], each
    for event in rule.ends:
        assert record_type(event.type).by_name[event.at].kind in TIMES, f"{event.type}.{event.at}"


@pytest.mark.parametrize("rule", RULES, ids=lambda each: f"{each.id}-{each.valid_from.year}")
def test_the_conditions_of_a_rule_are_over_fields_of_its_start(rule: Rule) -> None:
    starts = {each.type for each in rule.starts if each.type}
    if any(each.deadline for each in rule.starts):
        starts = {start.type for base in RULES for start in base.starts if base.id == rule.starts[0].deadline}
    limits = [*rule.limit, *rule.at_least, *rule.absolute, *(each for one in rule.readings for each in one.limit)]
    for when in (rule.applies_when, *(each.when for each in limits)):
        for each in conditions(when):
            assert any(known(each, start) == [] for start in starts), each
    fraction = rule.fraction
    named = [each.plus for each in limits if each.plus]
    named += [fraction.years, fraction.months, fraction.days, *fraction.credit_days] if fraction else []
    for name in filter(None, named):
        assert all(record_type(start).by_name[name].kind is Kind.INT for start in starts)


def test_the_facts_are_stated_by_fields_that_are_declared() -> None:
    for fact in shipped_rules().facts.values():
        for source in fact.sources:
            names = [source.field, source.at, source.start, *source.until]
            assert [each for each in filter(None, names) if each not in record_type(source.type).by_name] == []
            assert [flaw for each in conditions(source.when) for flaw in known(each, source.type)] == []
        if fact.age:
            assert record_type(fact.age.type).by_name[fact.age.field].kind is Kind.DATE


def test_every_rule_says_what_it_is_in_three_languages() -> None:
    for rule in RULES:
        for text in (rule.label, rule.consequence, *(each.label for each in rule.readings)):
            assert len({text.ky, text.ru, text.en}) == 3, rule.id
            assert all(each.strip() for each in (text.ky, text.ru, text.en))


def test_liberty_is_never_shifted() -> None:
    assert [
        each.id for each in RULES if each.severity == "A" and (each.shift or any(r.shift for r in each.readings))
    ] == []


def test_a_type_names_its_deadlines() -> None:
    every = {name: type_document(declared)["deadlines"] for name, declared in registry().items()}
    assert every["security_measure"] == ["D11"]
    assert "D22.1" in str(every["apprehension"])
    assert {each.id for each in RULES} - {one for several in every.values() for one in list_of(several)} <= {
        each.id for each in RULES if any(start.deadline for start in each.starts)
    }


def test_a_slip_in_a_file_is_refused_by_its_place() -> None:
    files = shipped_files()
    for broken, said in (
        (files["02_liberty.toml"].replace("n = 45", 'n = "45"', 1), "limit"),
        (files["02_liberty.toml"].replace("limit = [{ n = 12", "limits = [{ n = 12", 1), "limits"),
        (files["02_liberty.toml"].replace('fact = "child"', 'fact = "chid"', 1), "chid"),
        (files["02_liberty.toml"].replace('deadline = "D30.1"', 'deadline = "D30.9"', 1), "D30.9"),
        (files["02_liberty.toml"].replace('act_on = "strictest"', 'act_on = "lenient"', 1), "lenient"),
        (files["02_liberty.toml"].replace('id = "D21.1"', 'id = "D20"', 1), "two rules"),
    ):
        with pytest.raises(Broken) as refused:
            read_rules({**files, "02_liberty.toml": broken})
        assert refused.value.code == "deadline_rules_malformed"
        assert said in str(refused.value)


def test_the_calendar_covers_the_years_of_the_examples() -> None:
    assert {2025, 2026, 2027} <= shipped_calendar().years


def conditions(when: When | None) -> Iterator[When]:
    """A condition and those in it."""
    if when is None:
        return
    yield when
    for each in (*when.all_of, *when.any_of, when.not_):
        yield from conditions(each)


def known(when: When, name: str) -> list[str]:
    """What a condition names that records of this type do not have."""
    if not when.field:
        return []
    declared = record_type(name)
    if when.via:
        if when.via not in declared.by_name or declared.by_name[when.via].target is None:
            return [when.via]
        declared = record_type(declared.by_name[when.via].target or "")
    field = declared.by_name.get(when.field)
    if field is None:
        return [when.field]
    wanted = [each for each in (*when.in_, when.is_) if each is not None]
    if field.codes and wanted:
        return [str(each) for each in wanted if each not in codes.code_list(field.codes)]
    return []


def list_of(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def test_rules_of_a_type_come_in_the_order_of_the_table() -> None:
    rules: Rules = shipped_rules()
    assert rules.of_type("charge") == ("D26", "D105")
