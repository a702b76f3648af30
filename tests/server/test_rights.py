"""What does not count, though it is authentic: rights, scope, withdrawn cases, revoked devices."""

from __future__ import annotations

import secrets
import uuid

import msgspec
import pytest

from icjims_core import record_ids
from icjims_core.acts import NO_PREVIOUS, Birth
from icjims_core.directory import Decision, read_verdict
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.wire import Head, VerdictPart
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.exchange import receiving
from icjims_sync_server.services.exchange.chains import NOTHING
from icjims_sync_server.services.safekeeping import quarantine, verification
from icjims_sync_server.services.scope import holding, scopes
from tests.server.town import Town
from tests.server.workstation import Keys, Workstation, new_id, read_answer, request


def verdicts(town: Town, answer_verdicts: tuple[object, ...]) -> list[tuple[int, str]]:
    """(decision, code) of signed verdicts."""
    return [
        (int(found.decision), found.code)
        for found in (read_verdict(signed, town.centre.keys.public) for signed in answer_verdicts)  # type: ignore[arg-type]
    ]


def check_whole(town: Town) -> None:
    """Everything in the centre holds together."""
    town.project()
    assert verification.verify(town.centre).wrong == []


def test_w26_a_case_of_another_office_is_out_of_scope_and_the_author_learns_no_more(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs, colleague = town.station(here), town.station(there), town.station(there)
    case = mine.new_case(note="CANARY-7f")
    mine.sync()
    theirs.act(theirs.revision(new_id(), type="person", case=case, put={"surname": "foreign-body"}))
    theirs.act(theirs.revision(case, case=case, put={"stage": "closed"}, context={mine.replica: 1}))
    answer = theirs.sync()
    assert answer.codes == [("stored", ""), ("stored", "")]
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "out_of_scope")] * 2
    assert theirs.agrees(answer)
    told = mine.sync()
    assert mine.agrees(told)
    assert b"foreign-body" not in mine.raw[-1]
    parts = [part for page in told.pages for part in page.parts if isinstance(part, VerdictPart)]
    assert len(parts) == 2
    colleague.sync()
    assert b"foreign-body" in b"".join(colleague.refused)
    assert b"CANARY-7f" not in b"".join(theirs.raw + colleague.raw)
    check_whole(town)


def test_w26_a_record_does_not_move_to_another_case_or_office(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    case, person, note = mine.new_case(), new_id(), new_id()
    mine.act(mine.revision(person, type="person", case=case))
    mine.act(mine.revision(note, type="person"))
    mine.sync()
    own_case = theirs.new_case()
    theirs.act(theirs.revision(person, type="person", case=own_case, context={mine.replica: 2}))
    theirs.act(theirs.revision(note, type="person", context={mine.replica: 3}))
    theirs.act(theirs.revision(case, type="person", case=own_case, context={mine.replica: 1}))
    answer = theirs.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "out_of_scope")] * 3
    assert mine.agrees(mine.sync())
    with town.centre.database.read() as connection:
        loaded = load(connection, LogReader(), [person, note, case])
    standing = [
        dot.replica for record in loaded.values() for values in record.state.registers.values() for dot in values
    ]
    assert set(standing) == {mine.replica}
    check_whole(town)


def test_what_waits_for_a_record_of_another_case_is_refused_when_the_record_comes(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    case, person = mine.new_case(), new_id()
    own_case = theirs.new_case()
    mine.sync()
    theirs.act(theirs.revision(person, type="person", case=own_case, context={mine.replica: 2}))
    assert theirs.sync().codes[-1] == ("waiting", "")
    mine.act(mine.revision(person, type="person", case=case))
    mine.sync()
    answer = theirs.sync()
    found = [part for page in answer.pages for part in page.parts if isinstance(part, VerdictPart)]
    assert verdicts(town, tuple(part.verdict for part in found)) == [(int(Decision.REFUSED), "out_of_scope")]
    check_whole(town)


def test_what_depends_on_a_refused_revision_still_enters(town: Town) -> None:
    office = town.office()
    judge, clerk = town.station(office, role="judge"), town.station(office, role="clerk")
    case = clerk.new_case()
    clerk.sync()
    person = new_id()
    clerk.act(clerk.revision(person, type="person", case=case))
    clerk.sync()
    judge.act(
        judge.revision(person, type="person", case=case, put={"name": "not mine to write"}, context={clerk.replica: 2})
    )
    judge.sync()
    clerk.act(clerk.revision(person, type="person", case=case, put={"name": "answer"}, context={judge.replica: 1}))
    answer = clerk.sync()
    assert answer.codes == [("stored", "")]
    assert clerk.agrees(answer)
    check_whole(town)


def test_w23_nobody_writes_for_another_device(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    one.new_case()
    one.sync()
    two.replica = one.replica
    answer = two.sync()
    assert (answer.welcome.standing, answer.welcome.act, answer.results) == ("fork", NOTHING, None)
    two.replica = new_id()
    foreign = two.signed([two.revision(new_id())], Head(0, NO_PREVIOUS), birth=Birth(one.device, None, 0, None))
    assert read_answer(two.post(request(two.hello(), [foreign]))).codes == [("rejected", "other_device")]
    stranger = two.signed([two.revision(new_id())], Head(0, NO_PREVIOUS), author=Keys().author)
    assert read_answer(two.post(request(two.hello(), [stranger]))).codes == [("rejected", "unknown_author")]
    lent = two.signed([two.revision(new_id())], Head(0, NO_PREVIOUS), author=one.keys.author)
    assert read_answer(two.post(request(two.hello(), [lent]))).codes == [("rejected", "other_device")]


def test_acts_of_a_revoked_device_that_arrive_by_relay_are_quarantined(town: Town) -> None:
    office = town.office()
    one, carrier = town.station(office), town.station(office)
    case = one.new_case()
    one.sync()
    one.act(one.revision(new_id(), type="person", case=case))
    revoke(town, one, "revoked")
    with pytest.raises(Refused, match="device_revoked"):
        one.sync()
    answer = carrier.sync(carried=one.outbox)
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.QUARANTINED), "device_revoked")]
    (kept,) = quarantine.listed(town.centre)
    assert (kept["code"], kept["type"], kept["case"]) == ("device_revoked", "person", str(uuid.UUID(bytes=case)))
    assert (kept["office"], kept["counter"]) == (office, one.heads[0].counter)
    assert quarantine.shown(town.centre, str(kept["id"])) == kept
    assert "changes" not in kept, "the content of a case is not the administrator's"
    with pytest.raises(Refused, match="not_found"):
        quarantine.shown(town.centre, "00:1")
    assert carrier.agrees(answer)
    check_whole(town)


def test_acts_of_a_suspended_device_lie_aside_until_it_is_approved_again(town: Town) -> None:
    office = town.office()
    one, carrier = town.station(office), town.station(office)
    one.new_case()
    one.new_case()
    revoke(town, one, "suspended")
    assert carrier.sync(carried=one.outbox).codes == [("waiting", "device_suspended")] * 2
    revoke(town, one, "active")
    receiving.retry(town.centre, one.device)
    assert carrier.agrees(carrier.sync())
    assert len(carrier.held[f"office:{office}"]) == 2
    check_whole(town)


def test_unsent_work_of_a_withdrawn_case_is_received_and_quarantined(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    case = mine.new_case()
    mine.sync()
    scopes.assign(town.centre, case, office=there, login=None, until=None)
    theirs.sync()
    theirs.act(theirs.revision(new_id(), type="person", case=case))
    scopes.withdraw(town.centre, case, office=there, login=None)
    answer = theirs.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.QUARANTINED), "case_withdrawn")]
    assert theirs.agrees(answer)
    check_whole(town)


def revoke(town: Town, station: Workstation, state: people.State) -> None:
    """Move a device to a state."""
    town.centre.database.write(
        lambda connection: people.set_device_state(
            connection, town.centre, people.device_by_text(connection, station.device.hex()), state
        )
    )


def test_a_signature_and_a_sealed_record_are_begun_once_and_a_signature_is_only_annulled(town: Town) -> None:
    office = town.office()
    signer, other = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, signature, box = signer.new_case(), new_id(), new_id()
    signer.act(signer.revision(signature, type="signing", case=case, put={"content": "abc"}))
    signer.act(signer.revision(box, type="sealed_record", case=case, put={"suite": "one"}))
    assert signer.sync().codes == [("stored", "")] * 3

    other.act(other.revision(signature, type="signing", case=case, put={"zzz": "x"}, context={signer.replica: 2}))
    other.act(other.revision(signature, type="signing", case=case, put={"content": "abd"}))
    other.act(other.revision(box, type="sealed_record", case=case, put={"suite": "two"}))
    other.act(other.revision(box, type="sealed_record", case=case, put={"suite": "more"}, context={signer.replica: 3}))
    answer = other.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "stated_once")] * 3
    signer.act(
        signer.revision(
            signature, type="signing", case=case, add={"$annulled": ["ошибка"]}, context={signer.replica: 2}
        )
    )
    annulled = signer.sync()
    assert annulled.results is not None
    assert annulled.results.verdicts == ()
    check_whole(town)


def bound_to(station: Workstation) -> bytes:
    """An id that only this station's author begins a record with."""
    return record_ids.bound_id(1_790_000_000_000 << 12, secrets.token_bytes, station.keys.author_public)


@pytest.mark.parametrize("type_", ["sealed_record", "person"])
def test_a_false_beginning_of_a_bound_id_is_refused_also_when_it_comes_first(town: Town, type_: str) -> None:
    office = town.office()
    author, forger = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, elsewhere, box = author.new_case(), forger.new_case(), bound_to(author)
    author.sync()
    for pushed in (2, 1):
        for _ in range(pushed):
            forger.act(forger.revision(box, type=type_, case=elsewhere, put={"suite": "false"}))
        answer = forger.sync()
        assert answer.results is not None
        assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "stated_once")] * pushed
    author.act(author.revision(box, type="sealed_record", case=case, put={"suite": "true"}))
    told = author.sync()
    assert told.results is not None
    assert told.results.verdicts == ()
    with town.centre.database.read() as connection:
        state = load(connection, LogReader(), [box])[box].state
    assert (state.created, state.agreed("suite")) == ((author.replica, 2), "true")
    check_whole(town)


def test_who_writes_a_bound_beginning_again_first_does_not_keep_its_author_out(town: Town) -> None:
    office = town.office()
    author, carrier = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, box = author.new_case(), bound_to(author)
    author.sync()
    author.act(author.revision(box, type="sealed_record", case=case, put={"suite": "true"}))
    again = carrier.revision(box, type="sealed_record", case=case, put={"suite": "true"})
    origin = encode(OpenAct(author.outbox[-1]).disclose([0]))
    carrier.act(msgspec.structs.replace(again, origin=origin))
    for each in (carrier, author):
        answer = each.sync()
        assert answer.results is not None
        assert answer.results.verdicts == ()
    check_whole(town)


def test_an_empty_context_begins_a_record_again_whatever_went_before(town: Town) -> None:
    office = town.office()
    author, forger = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, box = author.new_case(), new_id()
    author.act(author.revision(box, type="sealed_record", case=case, put={"suite": "true"}))
    author.sync()
    forger.act(forger.revision(box, type="sealed_record", case=case, context={author.replica: 2}))
    again = forger.revision(box, type="sealed_record", case=case, put={"suite": "false"})
    forger.act(msgspec.structs.replace(again, context=()))
    answer = forger.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "stated_once")]
    check_whole(town)


@pytest.mark.parametrize("replica", [bytes(16), b"\xff" * 16])
def test_nobody_begins_a_case_again_and_so_becomes_its_keeper(town: Town, replica: bytes) -> None:
    office, elsewhere = town.office(), town.office()
    officer, forger = town.station(office), town.station(elsewhere)
    case = officer.new_case(note="first")
    officer.sync()
    scopes.assign(town.centre, case, office=elsewhere, login=None, until=None)
    forger.sync()
    forger.replica = replica
    forger.act(forger.revision(case, case=case, put={"note": "second"}))
    answer = forger.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "stated_once")]
    assert forger.agrees(answer)
    with town.centre.database.read() as connection:
        assert holding.keeper(connection, LogReader(), case) == office
        assert load(connection, LogReader(), [case])[case].state.created == (officer.replica, 1)
    check_whole(town)


def test_of_two_beginnings_in_one_push_the_first_one_stands(town: Town) -> None:
    office = town.office()
    officer = town.station(office)
    case = officer.new_case(note="first")
    officer.before.clear()
    officer.act(officer.revision(case, case=case, put={"note": "second"}))
    officer.sync()
    with town.centre.database.read() as connection:
        assert load(connection, LogReader(), [case])[case].state.agreed("note") == "first"
