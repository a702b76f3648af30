"""At the centre too what was signed, and what is in dispute on liberty, is annulled by few: a verdict says so."""

from __future__ import annotations

import uuid

import pytest

from icjims_core import signing
from icjims_core.directory import Decision
from icjims_core.modules import record_type
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.signing import OFFICER, Statement
from icjims_sync_server.services.scope import supervision
from tests.server.test_decisions import EARLY, LATE, began, codes_of
from tests.server.test_rights import check_whole
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

ANNUL: dict[str, object] = {"$annulled": ["ошибка"]}


def signed(town: Town, station: Workstation, case: bytes, act: bytes, type_: str) -> bytes:
    """An officer's signature of an act as the centre has it; the id of its record."""
    with town.centre.database.read() as connection:
        state = load(connection, LogReader(), [act])[act].state
    said, key = signing.content(record_type(type_), state), station.keys.author_public.hex()
    words = Statement(str(uuid.UUID(bytes=act)), type_, "2026-1", said, OFFICER, "2026-03-02T10:00+06:00", key)
    stated = {name: getattr(words, name) for name in ("act", "edition", "content", "capacity", "signed_at", "key")}
    whole = {**stated, "act_type": type_, "signature": words.sign(station.keys.author)}
    made = new_id()
    unit = record_type("signing").by_name["act"].unit
    station.act(station.revision(made, type="signing", case=case, put={unit: whole}))
    station.sync()
    return made


def annulled(town: Town, act: bytes) -> bool:
    with town.centre.database.read() as connection:
        return bool(load(connection, LogReader(), [act])[act].state.annulments)


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("investigator", "annulled_by_prosecutor"),
        ("clerk", "annulled_by_prosecutor"),
        ("head", "annulled_by_prosecutor"),
        ("prosecutor", ""),
    ],
)
@pytest.mark.parametrize("what", ["act", "signature"])
def test_who_annuls_a_signed_apprehension(town: Town, role: str, code: str, what: str) -> None:
    office = town.office()
    officer, by = town.station(office, role="investigator"), town.station(office, role=role)
    case, act = officer.new_case(), new_id()
    officer.act(officer.revision(act, type="apprehension", case=case, put={"ground": "caught", "release": {"x": "y"}}))
    officer.sync()
    made = signed(town, officer, case, act, "apprehension")
    record, type_ = (act, "apprehension") if what == "act" else (made, "signing")
    by.sync()
    by.act(by.revision(record, type=type_, case=case, add=ANNUL, context={officer.replica: officer.before[record]}))
    answer = by.sync()
    assert codes_of(town, answer) == ([(int(Decision.REFUSED), code)] if code else [])
    assert annulled(town, record) == (not code)
    assert by.agrees(by.sync())
    check_whole(town)


def test_the_signer_annuls_what_is_not_on_liberty(town: Town) -> None:
    office = town.office()
    officer, other = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, act = officer.new_case(), new_id()
    officer.act(officer.revision(act, type="refusal", case=case, put={"ground": "no_event"}))
    officer.sync()
    signed(town, officer, case, act, "refusal")
    other.sync()
    other.act(other.revision(act, type="refusal", case=case, add=ANNUL, context={officer.replica: 2}))
    assert codes_of(town, other.sync()) == [(int(Decision.REFUSED), "annulled_by_signer")]
    officer.act(officer.revision(act, type="refusal", case=case, add=ANNUL))
    assert codes_of(town, officer.sync()) == []
    assert annulled(town, act)


def test_a_dispute_is_annulled_away_by_nobody_and_a_prosecutor_of_another_office_is_nobody(town: Town) -> None:
    dispute = began(town)
    prosecutor = town.station(dispute.office, role="prosecutor")
    supervision.declare(town.centre, dispute.office, town.office(), since="2020-01-01", until=None)
    for by in (dispute.first, prosecutor):
        by.act(by.revision(dispute.record, type="apprehension", case=dispute.case, add=ANNUL, context=dispute.seen))
        assert codes_of(town, by.sync()) == [(int(Decision.REFUSED), "annulled_by_prosecutor")]
    assert not annulled(town, dispute.record)


def test_a_prosecutor_annuls_a_dispute_in_what_he_does_not_record_and_nothing_else_there(town: Town) -> None:
    dispute = began(town, "imprisonment", "penitentiary_officer")
    prosecutor = town.station(dispute.office, role="prosecutor")
    wanted = prosecutor.revision(
        dispute.record, type="imprisonment", case=dispute.case, add=ANNUL, context=dispute.seen
    )
    prosecutor.act(wanted)
    assert codes_of(town, prosecutor.sync()) == [(int(Decision.REFUSED), "role_may_not_write")]
    for by, value in ((dispute.first, EARLY), (dispute.second, LATE)):
        dispute.put(by, value, {}, unit="release_facts")
        by.sync()
    prosecutor.act(
        prosecutor.revision(dispute.record, type="imprisonment", case=dispute.case, add=ANNUL, context=dispute.seen)
    )
    assert codes_of(town, prosecutor.sync()) == []
    assert annulled(town, dispute.record)


@pytest.mark.parametrize(("type_", "by"), [("person", "apprehension"), ("participant", "search")])
def test_a_person_whom_an_act_names_is_not_annulled_and_one_whom_none_names_is(town: Town, type_: str, by: str) -> None:
    officer = town.station(town.office(), role="investigator")
    case, act, named, free = officer.new_case(), new_id(), new_id(), new_id()
    for each in (named, free):
        officer.act(officer.revision(each, type=type_, case=case, put={"notes": "x"}))
    name = str(uuid.UUID(bytes=named))
    if by == "search":
        officer.act(officer.revision(act, type=by, case=case, add={"attended": [name]}))
    else:
        officer.act(officer.revision(act, type=by, case=case, put={"person": name}))
    officer.act(officer.revision(named, type=type_, case=case, add=ANNUL))
    officer.act(officer.revision(free, type=type_, case=case, add=ANNUL))
    assert codes_of(town, officer.sync()) == [(int(Decision.REFUSED), "named_by_acts")]
    assert (annulled(town, named), annulled(town, free)) == (False, True)
    officer.act(officer.revision(act, type=by, case=case, add=ANNUL))
    officer.act(officer.revision(named, type=type_, case=case, add=ANNUL))
    assert codes_of(town, officer.sync()) == []
    assert annulled(town, named)
    check_whole(town)
