"""A forged program writes beside sealed records: nothing opens to its user, and nothing closes to others."""

from __future__ import annotations

import json
import os

import pytest

from icjims_core.compartments import Contents, key_ids, seal
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_desktop.services.reading import history
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, PASSWORD, Bureau, edit, new_case, new_person, values
from tests.services.test_sealing import ACCOUNT, PROSECUTOR_OFFICE, allegation, hand_on, shown


@pytest.fixture(params=["smaller", "greater"])
def two(bureau: Bureau, request: pytest.FixtureRequest) -> tuple[Workspace, Workspace]:
    """Two officers of one office, the first of whom attacks, with the replica that suits him: he can choose it."""
    both = [bureau.open("first", "duty_officer"), bureau.open("second", "duty_officer")]
    forger, officer = sorted(both, key=replica, reverse=request.param == "greater")
    return forger, officer


@pytest.fixture
def prosecutor(bureau: Bureau, two: tuple[Workspace, Workspace]) -> Workspace:
    """A prosecutor who supervises the office."""
    made = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
    bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
    return made


def replica(workspace: Workspace) -> bytes:
    return workspace.store.journal.hello(pull=False).replica


def maker_of(workspace: Workspace, record: bytes) -> bytes:
    """The author's key of whoever is shown as the maker of a record."""
    with workspace.desk.view() as view:
        found = view.record(record)
    return next(each.act.header.author for each in found.written if each.dot == found.state.created)


def write(bureau: Bureau, forger: Workspace, change: Change) -> None:
    forger.store.journal.commit([change], now=bureau.now())
    bureau.exchange()


def lies(record: bytes, readers: tuple[bytes, ...], earlier: tuple[tuple[bytes, bytes], ...] = ()) -> Contents:
    put = {"put": {"account": "Ничего не было"}}
    return Contents(1, "torture_allegation", "allegation", 1, put, None, readers, earlier)  # type: ignore[arg-type]


def test_a_false_key_handed_over_does_not_close_the_record_to_its_readers(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    """Ids of keys are public; whoever names one with another key must not be believed, not even by a late reader."""
    forger, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    with forger.desk.view() as view:
        known = view.record(record)
    named = tuple((each, b"\x00" * 32) for one in known.written for each in key_ids(one.revision))
    later = bureau.open("late", "prosecutor", office=PROSECUTOR_OFFICE)
    readers = (prosecutor.desk.opener.public, officer.desk.opener.public, later.desk.opener.public)
    forged = seal(lies(record, readers, named), record, os.urandom)
    hand_on(officer)
    write(bureau, forger, Change(record, "sealed_record", 1, case, known.state.vector, forged))
    for reader in (officer, prosecutor, later):
        reader.desk.opener.forget()
        assert values(reader, record)["account"] == ACCOUNT
        assert shown(reader, record)["unread"] == 1


def test_who_repeats_the_words_of_another_is_not_taken_for_their_recorder(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    """The boxes of a revision, copied under one's own name: a recorder is given the keys of whatever comes later."""
    forger, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    with forger.desk.view() as view:
        copied = view.record(record).written[0].revision.changes
    write(bureau, forger, Change(record, "sealed_record", 1, case, {}, copied))
    edit(prosecutor, record, "outcome=refused", "outcome_reasons=Канарейкин вывод")
    for reader in (officer, prosecutor):
        hand_on(reader)
    bureau.exchange()
    seen = shown(forger, record)
    assert seen["type"] == "sealed_record"
    assert "анарейкин" not in json.dumps(seen, ensure_ascii=False)
    assert values(prosecutor, record)["account"] == ACCOUNT
    assert values(officer, record)["account"] == ACCOUNT
    assert maker_of(prosecutor, record) == officer.me.key


def test_who_begins_a_record_again_with_nothing_inside_gets_no_keys(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    forger, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    nothing = seal(lies(record, (os.urandom(32),)), record, os.urandom)
    write(bureau, forger, Change(record, "sealed_record", 1, case, {}, nothing))
    for reader in (officer, prosecutor):
        hand_on(reader)
    bureau.exchange()
    assert shown(forger, record)["type"] == "sealed_record"
    assert maker_of(prosecutor, record) == officer.me.key
    assert shown(prosecutor, record)["unread"] == 1


def test_an_old_edit_repeated_by_another_takes_back_nothing(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    """A revision hands over the keys of those before it, so that a copy of it looks like one of a reader."""
    forger, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    old = edit(prosecutor, record, "event_place=Двор").dot
    bureau.exchange()
    edit(prosecutor, record, "event_place=Кабинет 7")
    bureau.exchange()
    with forger.desk.view() as view:
        known = view.record(record)
    (copied,) = [each.revision.changes for each in known.written if each.dot == old]
    write(bureau, forger, Change(record, "sealed_record", 1, case, known.state.vector, copied))
    for reader in (officer, prosecutor):
        reader.desk.opener.forget()
        assert values(reader, record)["event_place"] == "Кабинет 7"
        assert shown(reader, record)["unread"] == 1


def test_keys_handed_on_and_what_nobody_opens_do_not_undo_the_signature_of_a_sealed_act(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    forger, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    officer.signing.sign(record, officer.signing.enter(PASSWORD))
    bureau.exchange()
    bureau.open("late", "prosecutor", office=PROSECUTOR_OFFICE)
    hand_on(prosecutor)
    bureau.exchange()
    with officer.desk.view() as view:
        (signature,) = view.unsealed(type_="signing")
    assert {each.act.header.author for each in signature.written} == {officer.me.key, prosecutor.me.key}
    signed_as = signature.row.id
    nothing = seal(lies(signed_as, (os.urandom(32),)), signed_as, os.urandom)
    write(bureau, forger, Change(signed_as, "sealed_record", 1, case, {}, nothing))
    for reader in (officer, prosecutor):
        told = reader.signing.standing(record)
        assert (told["status"], [each["valid"] for each in told["signed"]]) == ("signed", [True])  # type: ignore[attr-defined]


def test_a_reader_breaks_no_signature_under_a_sealed_act(
    bureau: Bureau, two: tuple[Workspace, Workspace], prosecutor: Workspace
) -> None:
    _, officer = two
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    officer.signing.sign(record, officer.signing.enter(PASSWORD))
    bureau.exchange()
    with prosecutor.desk.view() as view:
        act = view.record(record)
        (made,) = view.signings([act])[record]
    words = record_type("signing").by_name["act"].unit
    false: Value = {"act": "zz"}
    for stated in (None, false):
        change = Change(made.row.id, "signing", 1, case, made.state.vector, {"put": {words: stated}})
        prosecutor.desk.save(change, bureau.now(), of=act)
    bureau.exchange()
    for each in (officer, prosecutor):
        assert each.signing.standing(record)["status"] == "signed"
        with each.desk.view() as view:
            (found,) = view.signings([view.record(record)])[record]
            codes = [line.code for line in history.lines(view, found)]
        assert codes == ["", "stated_once", "stated_once"]
