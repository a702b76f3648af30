"""What stands in the open has no field and no code that says what the law seals."""

from __future__ import annotations

import re

import pytest

from icjims_core import codes
from icjims_core.declarations.schema import Field, Kind
from icjims_core.declarations.words import Label
from icjims_core.modules import record_type, registry

TELLING = re.compile(
    r"\bпыт(?:к|ок)|жестоко[ем]|кыйноо|мыкаачы|tortur|ill-treat|негласн|special action|атайын тергөө",
    re.IGNORECASE,
)
CHALLENGEABLE = (
    *("confrontation", "deposition", "evidence", "identification", "inspection", "interrogation", "protocol"),
    *("search", "verification"),
)
LAWFUL = {
    **{
        f"{each}.torture_challenged": "challenged in the open by a party; decided with reasons (CPC 80(4)(2), 80(5))"
        for each in CHALLENGEABLE
    },
    "facility_admission.monitoring_visits": "who visits places of detention, whatever anybody complains of (OPCAT, 20)",
    "release_bar.torture": "for which offence somebody was convicted (CC 89(2))",
    "extradition_refusal_ground.torture_risk": "what is feared in another State (CPC 532(1)(7))",
    "criminal_code_article.137": "the charge of a case, which the register shows",
    "criminal_code_article.138": "the charge of a case: cruel beating by anybody",
    "criminal_code_article.163": "the charge of a case: cruelty to animals",
    "criminal_code_article.192": "the charge of a case: a doctor was hindered",
    "iccs.11011": "the same charge in the classification of statistics",
}
"""What tells in words, and yet stands in the open: for what reason."""


def fields_of_open_types() -> list[tuple[str, Field]]:
    return [
        (f"{name}.{field.name}", field)
        for name, declared in registry().items()
        if not declared.sealed
        for field in declared.fields
    ]


def tells(*labels: Label | None) -> bool:
    return any(TELLING.search(text) for each in labels if each for text in (each.ky, each.ru, each.en))


def telling() -> set[str]:
    found = {name for name, field in fields_of_open_types() if tells(field.label)}
    lists = {name: codes.code_list(name) for name in {field.codes for _, field in fields_of_open_types()} if name}
    return found | {
        f"{name}.{code}" for name, kept in lists.items() for code, each in kept.entries.items() if tells(each.label)
    }


def test_no_field_and_no_code_of_an_open_type_tells_of_what_is_sealed() -> None:
    assert telling() == LAWFUL.keys()


def test_no_field_of_an_open_type_refers_to_a_sealed_one() -> None:
    found = {
        name
        for name, field in fields_of_open_types()
        if field.kind is Kind.REF and field.target and record_type(field.target).sealed
    }
    assert found == set(), "the field's name alone would tell"


@pytest.mark.parametrize("name", ["complaint_at", "allegation", "earlier_ill_treatment", "ill_treatment_complaint"])
def test_what_an_allegation_says_is_not_asked_for_in_the_open(name: str) -> None:
    assert not [each for each, field in fields_of_open_types() if field.name == name]
