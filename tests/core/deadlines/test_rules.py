"""The rules of deadlines: each row of the table has worked examples, and every reference means something declared."""

from __future__ import annotations

import dataclasses
import datetime

import msgspec
import pytest

from icjims_core.deadlines import read_rules, shipped_calendar, shipped_rules
from icjims_core.deadlines.rules import Rules, shipped_files
from icjims_core.deadlines.rules import flaws as rule_flaws
from icjims_core.deadlines.rules.model import Event
from icjims_core.declarations.type_document import type_document
from icjims_core.modules import registry
from icjims_core.problem import Broken
from tests.core.deadlines.examples import Example, examples, flaws

ROWS = [f"D{n:02}" for n in (*range(1, 19), *range(20, 37), *range(40, 48), *range(50, 67), *range(70, 110))]
ROWS += ["D22w", "D25b", "D33b", "D59b", "D59c"]
RULES = shipped_rules().rules


@pytest.mark.parametrize("example", tuple(examples()), ids=lambda each: each.name)
def test_a_worked_example(example: Example) -> None:
    assert flaws(example) == []


def test_every_row_of_the_table_has_rules_and_every_rule_an_example() -> None:
    assert sorted(set(ROWS) ^ {each.row for each in RULES}) == []
    assert sorted({each.id for each in RULES} - {each.rule for each in examples()}) == []


def test_nothing_is_wrong_with_the_rules_that_are_shipped() -> None:
    assert list(rule_flaws(shipped_rules())) == []


def test_every_rule_says_what_it_is_in_three_languages() -> None:
    for rule in RULES:
        for text in (rule.label, rule.consequence, *(each.label for each in rule.readings)):
            assert len({text.ky, text.ru, text.en}) == 3, rule.id


def test_a_type_names_its_deadlines() -> None:
    every = {name: type_document(declared)["deadlines"] for name, declared in registry().items()}
    assert every["security_measure"] == ["D11"]
    assert "D22.1" in str(every["apprehension"])
    assert {each.id for each in RULES} - {one for several in every.values() for one in list_of(several)} <= {
        each.id for each in RULES if any(start.deadline for start in each.starts)
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("n = 45", 'n = "45"', "limit"),
        ("limit = [{ n = 12", "limits = [{ n = 12", "limits"),
        ("[[rule]]", "[[rules]]", "rules"),
        ('edition = "2026-1"', "edition = 20261", "edition"),
        ('fact = "child"', 'fact = "chid"', "unknown_name chid"),
        ('deadline = "D30.1"', 'deadline = "D30.9"', "unknown_name D30.9"),
        ('act_on = "strictest"', 'act_on = "lenient"', "unknown_name lenient"),
        ('at = "copy_to_prosecutor_at"', 'at = "copy_to_judge_at"', "unknown_name apprehension.copy_to_judge_at"),
        ('type = "apprehension", at = "order_at"', 'type = "arrest", at = "order_at"', "unknown_name arrest.order_at"),
        ('field = "ground", is = "wanted"', 'field = "ground", is = "wated"', "unknown_name wated"),
        ('field = "foreigner"', 'field = "alien"', "unknown_name apprehension.alien"),
        ('link = "person"', 'link = "persons"', "unknown_name persons"),
        ('until = ["ended_at"]', 'until = ["endet_at"]', "unknown_name restraint.endet_at"),
        ('id = "D21.1"', 'id = "D20"', "two_rules"),
        ('id = "D21.1"', 'id = "D21/1"', "code"),
        ('severity = "A"', 'severity = "A"\nshift = true', "liberty_shifted"),
        ('severity = "A"', 'severity = "A"\nvalid_to = 2020-01-01', "dates"),
        ('ky = "Туугандарына билдирүү"', 'ky = ""', "language ky"),
        ('en = "Relatives told of the apprehension"', 'en = "Родственникам"', "language en"),
        ('starts = [{ type = "apprehension", at = "actual_at" }]', "starts = []", "no_term starts"),
        ("n = 45", "n = 99999999", "no_term n, unit"),
        ('severity = "A"', 'severity = "A"\nkind = "session"', "no_term session"),
        ('severity = "A"', 'severity = "A"\nkind = "fraction"', "no_term fraction"),
        ('severity = "A"', 'severity = "A"\nkind = "custody"', "no_term segments"),
        ('unit = "at_once", alarm = 60 }]', 'unit = "days" }]\nkind = "periodic"', "no_term n"),
    ],
)
def test_a_slip_in_a_file_is_refused_by_its_place(old: str, new: str, said: str) -> None:
    files = shipped_files()
    assert old in files["02_liberty"]
    with pytest.raises(Broken) as refused:
        read_rules({**files, "02_liberty": files["02_liberty"].replace(old, new, 1)})
    assert refused.value.code == "deadline_rules_malformed"
    assert said in str(refused.value)


def test_rules_that_run_from_each_other_in_a_ring_are_refused() -> None:
    first, second = shipped_rules().rule("D20"), shipped_rules().rule("D21.1")
    ring = [
        msgspec.structs.replace(one, starts=(Event(deadline=other.id),), readings=(), act_on="strictest")
        for one, other in ((first, second), (second, first))
    ]
    found = rule_flaws(dataclasses.replace(shipped_rules(), rules=tuple(ring)))
    assert {(each.rule, each.what) for each in found if each.what == "ring"} == {("D20", "ring"), ("D21.1", "ring")}


@pytest.mark.parametrize("old_first", [True, False])
def test_a_ring_through_an_edition_of_a_rule_that_another_one_follows_is_refused(*, old_first: bool) -> None:
    first, second = shipped_rules().rule("D20"), shipped_rules().rule("D21.1")
    bare = {"readings": (), "act_on": "strictest"}
    day = datetime.date(2026, 4, 1)
    old = msgspec.structs.replace(first, starts=(Event(deadline="D21.1"),), valid_to=day, **bare)
    new = msgspec.structs.replace(first, valid_from=day + datetime.timedelta(days=1))
    back = msgspec.structs.replace(second, starts=(Event(deadline="D20"),), **bare)
    rules = dataclasses.replace(shipped_rules(), rules=(old, new, back) if old_first else (new, old, back))
    assert {each.rule for each in rule_flaws(rules) if each.what == "ring"} == {"D20", "D21.1"}


def test_a_fact_that_reads_what_is_not_declared_is_refused() -> None:
    files = shipped_files()
    for old, new in (("stage_at", "stage_on"), ("committed_from", "committed"), ('"takeover"', '"taken"')):
        with pytest.raises(Broken) as refused:
            read_rules({**files, "facts": files["facts"].replace(old, new, 1)})
        assert "unknown_name" in str(refused.value)


def test_the_calendar_covers_the_years_of_the_examples() -> None:
    assert {2025, 2026, 2027} <= shipped_calendar().years


def list_of(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def test_rules_of_a_type_come_in_the_order_of_the_table() -> None:
    rules: Rules = shipped_rules()
    assert rules.of_type("charge") == ("D26", "D105")
