"""A forged program fills every field of every type with what does not belong there: the case is told all the same."""

from __future__ import annotations

import uuid

import pytest

from icjims_core.encoding import Value
from icjims_core.modules import registry
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import Bureau, new_case, new_person, text

FORGED: list[Value] = [
    "x" * 30,
    5,
    None,
    {"a": [1]},
    "9999-12-31T10:00:00+06:00",
    "0001-01-01",
    {"at": "9999-12-31"},
    ["x 9999-01-01/"],
]


@pytest.mark.parametrize("value", FORGED, ids=repr)
def test_the_rules_of_procedure_survive_any_value(bureau: Bureau, value: Value) -> None:
    officer = bureau.open("aida", "investigator")
    case = new_case(officer)
    person = text(new_person(officer, case))
    changes: list[Change] = []
    for declared in registry().values():
        if not declared.sealed and declared.name not in ("case", "sealed_record"):
            put = dict.fromkeys(sorted({each.unit for each in declared.fields}), value)
            put |= {"person": person} if "person" in put else {}
            changes.append(Change(uuid.uuid4().bytes, declared.name, 1, case, {}, {"put": put}))
    officer.store.journal.commit(changes, now=bureau.now())
    deadlines = officer.procedure.deadlines(case, "ru", every=True)
    assert "deadlines" in deadlines
    assert officer.procedure.course(case, "ru")
    assert officer.procedure.safeguards(case, "ru")["persons"]
    assert officer.liberty.of_case(case, "ru").persons
