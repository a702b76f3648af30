"""docs/access.md follows the rules of access, and the rules name what exists."""

from __future__ import annotations

import re

import pytest

from icjims_core import access
from icjims_core.access import Operation
from icjims_core.declarations.schema import Merge
from icjims_core.modules import registry
from icjims_core.problem_texts import known_codes
from tests.docs.access_page import PAGE, known_roles, page, roles_named

RULES = access.shipped().rule
VALUES: dict[str, set[str]] = {
    "writer": {"declared", "every_type", "unknown", "no"},
    "signer": {"officer", "countersigner", "both", "no"},
    "fields": {"liberty", "disputed", "ordinary"},
    "part": {"author", "colleague", "other"},
    "signed": {"no", "officer", "approved", "consented", "court"},
    "state": set(access.State),
    "reach": set(access.Reach),
    "charge": {"self", "another", "nobody"},
    "taken": {"office", "elsewhere", "nobody"},
    "supervision": {"ours", "theirs", "undeclared"},
    "purpose": {"stated", "missing"},
    "event": {"own_staff", "oversight", "other"},
    "accused": {"yes", "no"},
    "restricted": {"yes", "no"},
    "file": {"closed", "admitted", "open"},
    "decision": {"own", "office", "others"},
    "begun": {"here", "elsewhere"},
}


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.access_page`"


def test_rules_name_known_roles_once() -> None:
    assert roles_named() <= known_roles()
    names = [each.id for each in RULES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_rule_says_what_a_lawyer_and_a_user_need(rule: access.Rule) -> None:
    assert rule.allow is not bool(rule.code)
    assert not rule.code or rule.code in known_codes()
    assert rule.operation
    assert re.search("[А-Яа-яҢңӨөҮү]", rule.ky)
    assert re.search("[А-Яа-я]", rule.ru)
    assert not re.search("[ҢңӨөҮү]", rule.ru)
    assert not re.search("[А-Яа-я]", rule.en)
    for name, wanted in rule.conditions().items():
        assert name == "role" or set(wanted) <= VALUES[name], name


@pytest.mark.parametrize("operation", Operation)
def test_every_operation_has_rules(operation: Operation) -> None:
    assert access.shipped().about(operation)


@pytest.mark.parametrize("group", access.liberty().group, ids=lambda each: each.en)
def test_a_unit_on_liberty_exists_and_can_be_disputed(group: access.LibertyGroup) -> None:
    assert group.units
    for name in group.units:
        type_name, _, unit = name.partition(".")
        fields = registry()[type_name].unit_fields(unit)
        assert fields, name
        assert {each.merge for each in fields} == {Merge.REGISTER}, name


def test_no_unit_on_liberty_is_listed_twice() -> None:
    listed = [name for group in access.liberty().group for name in group.units]
    assert len(listed) == len(set(listed)) > 100
