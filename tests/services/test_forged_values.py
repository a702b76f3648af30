"""A forged program fills every field of every type with what does not belong there: the case is told all the same."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from icjims_core.codes import code_list
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.encoding import Value
from icjims_core.merge import ANNULLED
from icjims_core.modules import record_type, registry
from icjims_desktop.services.workspace import Workspace
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
    officer.state_purpose(case, "criminal_proceedings")
    deadlines = officer.procedure.deadlines(case, "ru", every=True)
    assert "deadlines" in deadlines
    assert officer.procedure.course(case, "ru")
    assert officer.procedure.safeguards(case, "ru")["persons"]
    assert officer.liberty.of_case(case, "ru").persons


JUNK: list[Value] = ["zz", 7, {"act": "zz"}, ["zz", 7]]
MOMENT = "2026-09-19T15:00+06:00"
PLAUSIBLE: dict[Kind, Value] = {Kind.DATE: MOMENT[:10], Kind.TIMESTAMP: MOMENT, Kind.INT: 1, Kind.BOOL: True}


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_what_names_no_record_keeps_nobody_from_working(bureau: Bureau, junk: Value) -> None:
    officer, head, prosecutor = (bureau.open(each, each) for each in ("investigator", "head", "prosecutor"))
    case = new_case(officer)
    new_person(officer, case)
    changes: list[Change] = []
    for declared in registry().values():
        homes = {case if declared.in_case else None, None} if not declared.sealed else set()
        for home in homes if declared.name not in ("case", "sealed_record") else ():
            record, version, put = uuid.uuid4().bytes, declared.version, named_by(declared, junk)
            changes += [
                Change(record, declared.name, version, home, {}, {"put": put}),
                Change(record, declared.name, version, home, {}, {"add": {ANNULLED: ["x"]}}),
                Change(uuid.uuid4().bytes, declared.name, version, home, {}, {"put": put}),
            ]
    officer.store.journal.commit(changes, now=bureau.now())
    bureau.exchange()
    for by in (officer, head, prosecutor):
        works_on(by, case)


SIGNED: list[Value] = ["zz", {}, {"act": "zz"}, {"act": 7, "capacity": ["x"]}, {"key": "z" * 64}, {"key": "é" * 64}]


@pytest.mark.parametrize("words", SIGNED, ids=repr)
def test_a_signature_of_nothing_keeps_nobody_from_working(bureau: Bureau, words: Value) -> None:
    officer = bureau.open("investigator", "investigator")
    case = new_case(officer)
    act = text(new_person(officer, case))
    stated: Value = {"act": act, "act_type": "person", **words} if isinstance(words, dict) else words
    for undone in (False, True):
        record, unit = uuid.uuid4().bytes, record_type("signing").by_name["act"].unit
        changes = [Change(record, "signing", 1, case, {}, {"put": {unit: stated}})]
        changes += [Change(record, "signing", 1, case, {}, {"add": {ANNULLED: ["x"]}})] if undone else []
        officer.store.journal.commit(changes, now=bureau.now())
    works_on(officer, case)
    assert officer.signing.standing(uuid.UUID(act).bytes)["status"] == "draft"


def named_by(declared: RecordType, junk: Value) -> dict[str, Value]:
    """Units of a record that is in order but for what it names."""
    put: dict[str, Value] = {}
    for unit in sorted({each.unit for each in declared.fields}):
        parts: Any = {each.name: value_of(each, junk) for each in declared.unit_fields(unit)}
        put[unit] = parts[unit] if list(parts) == [unit] else parts
    return put


def value_of(field: Field, junk: Value) -> Value:
    if field.kind is Kind.REF:
        return junk
    return next(iter(code_list(field.codes).entries)) if field.codes else PLAUSIBLE.get(field.kind, "x")


def works_on(by: Workspace, case: bytes) -> None:
    """What is shown of a case and of the office."""
    why = "supervision"
    by.records.case(case, purpose=why)
    by.cases.file(case, "ru", purpose=why)
    by.cases.disputes("ru")
    by.cases.lines(by.cases.numbers(), "ru")
    by.records.conflicts(purpose=why)
    for told in (
        by.procedure.course,
        by.procedure.next,
        by.procedure.safeguards,
        by.procedure.custody,
        by.liberty.of_case,
    ):
        told(case, "ru")
    by.standings.catch_up()
    dues = [(each, entry) for each, (_, entries) in by.standings.kept().items() for entry in entries]
    by.standings.described(dues, "ru")
    by.standings.responsible_for()
    by.handovers.document("ru", purpose=why)
    by.register.doubts("ru")
    by.signing.awaiting()
    by.persons.duplicates("ru")
    by.persons.linked("ru")
    by.duties.retention("ru")
    for name in registry():
        by.records.list(name, purpose=why)
    for record in by.procedure.outside_cases(registry()):
        by.strangers.advice(record)
