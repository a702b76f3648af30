"""What an act must contain: every item of the law is asked for, nothing stated is, and who has no part is told."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from icjims_core.declarations.schema import Kind, Merge
from icjims_core.encoding import Value
from icjims_core.law.finding import field_labels, finding_text
from icjims_core.modules import registry
from icjims_core.workflow import contents as module
from icjims_core.workflow.contents import Content, Contents, contents, lacking, signed_acts, without_part
from tests.core.workflow.story import annulled, disputed, file_of, several, statement, step

A = "person-a"
PERSON = step("person", A, surname="Асанов")
_ITEMS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "expected" / "contents.toml").read_text(encoding="utf-8")
)["item"]
_NAMED: Mapping[str, Value] = {"person": A}


def wanted() -> Iterator[tuple[str, Mapping[str, Value], str]]:
    """Type, values with which the law demands it, and the field of each item."""
    for item in _ITEMS:
        for fields in item["fields"].values():
            yield from ((item["type"], item.get("given", {}), each) for each in fields)


def asked(type_name: str, **values: Value) -> set[str]:
    """The fields that an act with these values is told to lack."""
    act = step(type_name, "act", **values)
    found = lacking(act, file_of(PERSON, act))
    return {each for one in found for each in one.param("fields").split(",")}


def overlooked(types: frozenset[str]) -> list[tuple[str, str]]:
    """The items of the law on these types that no rule asks for."""
    return [
        (of, field)
        for of, given, field in wanted()
        if of in types and field not in asked(of, **(_NAMED if field.startswith("person.") else {}), **given)
    ]


def test_every_item_that_the_law_lists_is_asked_for() -> None:
    assert overlooked(frozenset(of for of, _, _ in wanted())) == []
    assert len(list(wanted())) > 150


def without(rules: Contents, at: int, field: str) -> Contents:
    """The rules with one item of one rule deleted."""
    rule = rules.content[at]
    less = msgspec.structs.replace(rule, fields=[each for each in rule.fields if each != field])
    return msgspec.structs.replace(rules, content=[*rules.content[:at], less, *rules.content[at + 1 :]])


def test_no_item_can_be_deleted_from_the_rules_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = contents()
    unnoticed = []
    for at, rule in enumerate(rules.content):
        for field in rule.fields:
            less = without(rules, at, field)
            monkeypatch.setattr(module, "contents", partial(Contents, **msgspec.structs.asdict(less)))
            if not overlooked(frozenset(rule.types)):
                unnoticed.append((rule.article, field))
    assert [each for each in unnoticed if each not in _ASKED_TWICE] == []


_ASKED_TWICE = {("CPC 170(3)", "description"), ("CPC 214(2)", "description")}
"""A search describes what was done (170) and where things were found (214) in one field."""


@pytest.mark.parametrize("rule", contents().content, ids=lambda each: f"{each.types[0]} {each.article}")
def test_what_a_rule_names_is_declared_and_one_of_several_ways_to_state_it_is_enough(rule: Content) -> None:
    for type_name in rule.types:
        declared = registry()[type_name]
        assert set(rule.when) <= set(declared.by_name)
        assert registry()[type_name].signing is not None
        for path in (each for item in rule.items for each in item):
            name, _, further = path.partition(".")
            assert not further or further in registry()[declared.by_name[name].target or ""].by_name


def full(type_name: str) -> dict[str, Value]:
    """A value for each field of a type that is written, whatever its meaning."""
    found: dict[str, Value] = {}
    for field in registry()[type_name].fields:
        if field.merge is Merge.DERIVED or field.kind in (Kind.FILE, Kind.SIGNATURE, Kind.STATEMENT):
            continue
        one = A if field.target == "person" else "yes" if field.kind is Kind.TRI else "x"
        found[field.name] = [one] if field.merge in (Merge.SET, Merge.APPEND) else one
    return found


@pytest.mark.parametrize("type_name", sorted({each for rule in contents().content for each in rule.types}))
def test_an_act_that_states_everything_lacks_nothing(type_name: str) -> None:
    values = full(type_name)
    if type_name == "apprehension":
        values["actual_times"] = several(statement("2026-03-07 23:40", "2026-03-07 23:55"))
    act = step(type_name, "act", **values)
    assert lacking(act, file_of(step("person", A, **full("person")), act)) == ()


def test_another_way_to_state_it_is_enough_and_no_is_no_answer() -> None:
    assert "victims" in asked("indictment", no_victims="no")
    assert "victims" not in asked("indictment", no_victims="yes")
    assert "physical_condition" not in asked("apprehension", condition_missing_reason="Отказался")


def test_an_article_of_one_part_needs_no_part() -> None:
    assert "part" in asked("charge", article="205")
    assert "part" not in asked("charge", article="125")


def test_what_is_in_dispute_is_stated() -> None:
    act = step("indictment", "act", drawn_at="2026-03-07 23:40")
    act = disputed(act, "drawn_place", {"drawn_place": "Ош"}, {"drawn_place": "Бишкек"})
    (first, *_) = lacking(act, file_of(act))
    assert first.article != "CPC 256(1)(1)"


def test_a_person_of_another_case_is_not_asked_about() -> None:
    act = step("indictment", "act", accused=["person-elsewhere"])
    assert not any("accused." in each.param("fields") for each in lacking(act, file_of(act)))


def test_it_is_told_in_three_languages_with_the_article() -> None:
    act = step("indictment", "act", drawn_at="2026-03-07 23:40", accused=[A])
    told = {each.article: each for each in lacking(act, file_of(PERSON, act))}
    assert field_labels(told["CPC 256(1)(1)"], "ru") == "Место составления"
    assert field_labels(told["CPC 256(1)(3)"], "ru") == "Обвиняемые: Дата рождения; Обвиняемые: Место рождения"
    texts = {finding_text(told["CPC 256(1)(1)"], language) for language in ("ky", "ru", "en")}
    assert len(texts) == 3
    assert all("256" in each for each in texts)


def test_only_what_an_officer_signed_is_told_of_a_case() -> None:
    act = step("indictment", "act", drawn_at="2026-03-07 23:40")
    consent = step("signing", act="act", capacity="approval")
    signed = step("signing", act="act", capacity="officer")
    assert signed_acts(file_of(act)) == ()
    assert signed_acts(file_of(act, consent)) == ()
    assert [each.id for each in signed_acts(file_of(act, signed))] == ["act"]
    assert signed_acts(file_of(annulled(act), signed)) == ()


def test_who_is_named_without_a_part_in_the_case_is_told_once() -> None:
    held = step("apprehension", "held", person=A)
    charge = step("charge", "later", person=A)
    (found,) = without_part(file_of(PERSON, held, charge))
    assert (found.param("person"), found.param("step")) == (A, "held")
    (of_act,) = without_part(file_of(PERSON, held, charge), charge)
    assert of_act.param("step") == "later"
    assert "Асанов" in finding_text(found, "ru", {A: "Асанов"})


def test_who_takes_part_or_is_of_another_case_or_was_annulled_is_not_told() -> None:
    held = step("apprehension", "held", person=A)
    part = step("participant", person=A, role="suspect", sex="male")
    lawyer = step("participant", person=A, role="lawyer")
    assert without_part(file_of(PERSON, held, part)) == ()
    assert len(without_part(file_of(PERSON, held, lawyer))) == 1
    assert without_part(file_of(held)) == ()
    assert without_part(file_of(annulled(PERSON), held)) == ()
    assert len(without_part(file_of(PERSON, held, annulled(part)))) == 1


INTO_A_CASE = (
    ("apprehension", "person"),
    ("charge", "person"),
    ("indictment", "accused"),
    ("indictment", "victims"),
    ("initiation", "persons"),
    ("initiation", "victims"),
    ("interrogation", "person"),
    ("restraint", "person"),
    ("verdict", "person"),
)


@pytest.mark.parametrize(("type_name", "name"), INTO_A_CASE)
def test_every_way_into_a_case_is_watched(type_name: str, name: str) -> None:
    value: Value = [A] if registry()[type_name].by_name[name].merge is Merge.SET else A
    assert len(without_part(file_of(PERSON, step(type_name, **{name: value})))) == 1


def test_an_expert_who_is_asked_is_none_of_the_persons_of_the_case() -> None:
    assert without_part(file_of(PERSON, step("interrogation", person=A, capacity="expert"))) == ()
