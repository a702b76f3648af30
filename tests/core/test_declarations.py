"""Every declared record type keeps the rules that hosts and other programs rely on."""

from __future__ import annotations

import json
import re

import pytest

from icjims_core import codes
from icjims_core.declarations.schema import AllOf, AnyOf, Condition, Field, Kind, Merge, RecordType, Standing, holds
from icjims_core.declarations.sentence import placeholders
from icjims_core.declarations.type_document import type_document
from icjims_core.declarations.words import Label
from icjims_core.modules import module_of, record_type, registry
from icjims_core.problem import Refused
from tests import cells

TYPES = list(registry().values())

every_type = pytest.mark.parametrize("declared", TYPES, ids=lambda each: each.name)
every_field = cells.grouped(
    cells.by((declared.name, field.name, (declared, field)) for declared in TYPES for field in declared.fields)
)

NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
RESERVED = {
    "id",
    "type",
    "case",
    "office",
    "vector",
    "digest",
    "annulled",
    "fields",
    "number",
    "dot",
}


def check_label(label: Label) -> None:
    assert re.search("[А-Яа-яЁёҢңӨөҮү]", label.ky), label
    assert re.search("[А-Яа-яЁё]", label.ru), label
    assert re.search("[A-Za-z]", label.en), label
    assert not re.search("[А-Яа-яЁё]", label.en), label
    assert not re.search("[ҢңӨөҮү]", label.ru), label
    assert all(text == text.strip() for text in label), label


def conditions_of(condition: Condition) -> list[str]:
    if isinstance(condition, AnyOf | AllOf):
        return [name for each in condition.conditions for name in conditions_of(each)]
    return [condition.field]


@every_type
def test_a_type_is_named_labelled_and_found_by_its_name(declared: RecordType) -> None:
    assert NAME.fullmatch(declared.name)
    assert record_type(declared.name) is declared
    assert module_of(declared.name) == declared.name
    assert declared.version == 1
    check_label(declared.label)
    for section in declared.sections:
        check_label(section.label)


@every_type
def test_a_type_may_be_created_by_known_roles(declared: RecordType) -> None:
    roles = codes.code_list("role")
    assert declared.roles
    assert [role for role in declared.roles if role not in roles] == []
    assert "clerk" in type_document(declared)["roles"]  # type: ignore[operator]


@every_type
def test_a_type_asks_for_at_most_three_values(declared: RecordType) -> None:
    assert 1 <= len([field for field in declared.fields if field.required]) <= 3


@every_type
def test_columns_and_moment_are_registers_of_the_type(declared: RecordType) -> None:
    for name in declared.columns:
        assert declared.by_name[name].merge is Merge.REGISTER
        assert declared.by_name[name].kind not in (Kind.RICH, Kind.GEO)
    if declared.moment is not None:
        assert declared.by_name[declared.moment].kind in (Kind.DATE, Kind.TIMESTAMP)


@every_type
def test_the_sections_of_the_fields_stand_in_the_order_of_the_form(declared: RecordType) -> None:
    order = [section.name for section in declared.sections]
    found = [order.index(field.section) for field in declared.fields]
    assert found == sorted(found)
    assert set(found) == set(range(len(order)))


@every_type
def test_the_fields_of_a_unit_agree(declared: RecordType) -> None:
    for unit in {field.unit for field in declared.fields}:
        fields = declared.unit_fields(unit)
        assert NAME.fullmatch(unit)
        if len(fields) > 1:
            assert {field.merge for field in fields} == {Merge.REGISTER}
            assert unit not in declared.by_name, "a unit of several fields has a name of its own"
        else:
            assert unit == fields[0].name


@every_type
def test_the_sentence_uses_fields_of_the_type(declared: RecordType) -> None:
    for text in declared.sentence:
        assert text.strip()
        assert {name for name in placeholders(text) if name not in declared.by_name} == set()


@every_type
def test_a_type_has_a_field_to_which_one_only_adds(declared: RecordType) -> None:
    assert {Merge.REGISTER, Merge.APPEND} <= {field.merge for field in declared.fields}


def test_the_type_document_names_the_sources_of_a_stated_time() -> None:
    document = json.loads(json.dumps(type_document(record_type("apprehension"))))
    (times,) = [each for each in document["fields"] if each["name"] == "actual_times"]
    assert times["code_list"] == "time_source"
    assert {"person", "officer"} <= set(times["codes"])


@every_type
def test_the_type_document_is_plain_json(declared: RecordType) -> None:
    document = json.loads(json.dumps(type_document(declared), ensure_ascii=False))
    assert document["name"] == declared.name
    assert document["case"] is (declared.in_case and not declared.heads_case)
    assert [field["name"] for field in document["fields"]] == list(declared.by_name)
    assert isinstance(document["transitions"], list)
    assert isinstance(document["deadlines"], list)
    for field in document["fields"]:
        assert {"unit", "label", "kind", "merge", "required", "writable"} <= field.keys()
        assert ("max_length" in field) == (field["kind"] in ("text", "rich"))
        assert ("codes" in field) == (field["kind"] in ("code", "tri", "statement"))


@every_field
def test_a_field_is_named_and_labelled(declared: RecordType, field: Field) -> None:
    assert NAME.fullmatch(field.name)
    assert field.name not in RESERVED
    check_label(field.label)
    if field.help is not None:
        check_label(field.help)


@every_field
def test_a_field_names_what_exists(declared: RecordType, field: Field) -> None:
    assert (field.kind is Kind.CODE) == (field.codes is not None)
    assert field.kind is Kind.REF or field.target is None
    # Only what speaks of an act as such, or rests on evidence of every kind, refers to records of whatever type.
    assert field.target is not None or field.kind is not Kind.REF or field.name in ("act", "relies_on")
    if field.codes is not None:
        assert codes.code_list(field.codes).entries
    if field.target is not None:
        assert field.target in registry()
    if field.pattern is not None:
        re.compile(field.pattern)
    if field.not_before is not None:
        both = {field.kind, declared.by_name[field.not_before].kind}
        assert both == {Kind.INT} or both <= {Kind.DATE, Kind.TIMESTAMP, Kind.STATEMENT}
    if field.not_future:
        assert field.kind in (Kind.DATE, Kind.TIMESTAMP, Kind.STATEMENT)
    if field.kind is Kind.STATEMENT:
        assert field.merge is Merge.APPEND
    if field.derived is not None and not isinstance(field.derived, Standing):
        assert {getattr(field.derived, name) for name in field.derived.__slots__} <= declared.by_name.keys()
    if field.minimum is not None or field.maximum is not None:
        assert field.kind in (Kind.INT, Kind.MONEY)
    if field.searchable:
        assert field.kind in (Kind.TEXT, Kind.RICH, Kind.PIN)


@every_field
def test_what_stands_in_another_record_is_a_column_of_the_same_kind_there(declared: RecordType, field: Field) -> None:
    for type_, name in field.derived.sources if isinstance(field.derived, Standing) else ():
        source = registry()[type_]
        assert source.by_name[name].kind is field.kind
        assert name in source.columns


@every_field
def test_a_conditional_requirement_can_be_judged(declared: RecordType, field: Field) -> None:
    if field.required_when is None:
        return
    for name in conditions_of(field.required_when):
        assert name in declared.by_name
    asks_for_a_reason = "Blank(" in repr(field.required_when)
    assert asks_for_a_reason or not holds(field.required_when, {})
    assert not field.required


def test_the_case_is_simple_to_use_from_outside() -> None:
    case = record_type("case")
    assert [field.name for field in case.fields if field.required] == ["summary"]
    assert case.by_name["marks"].merge is Merge.SET
    assert case.by_name["notes"].merge is Merge.APPEND
    assert {field.name for field in case.unit_fields("qualification")} == {
        "article",
        "part",
        "point",
    }


def test_a_type_that_nobody_declared_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        record_type("spaceship")
    assert refused.value.code == "unknown_type"
    assert refused.value.params == {"type": "spaceship"}


def test_a_type_names_its_transitions_and_deadlines() -> None:
    initiation = type_document(record_type("initiation"))
    moves = initiation["transitions"]
    assert isinstance(moves, list)
    assert "investigation" in {each["to"] for each in moves}
    deadlines = type_document(record_type("apprehension"))["deadlines"]
    assert isinstance(deadlines, list)
    assert {"D20", "D24"} <= {each.split(".")[0] for each in deadlines}
