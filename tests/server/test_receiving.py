"""What the centre takes from a workstation, what it refuses, and what it keeps aside."""

from __future__ import annotations

import random
import secrets

import pytest
from sqlalchemy import func, select

from icjims_core import acts
from icjims_core.acts import AUDIT, PartialAct, WholeAct
from icjims_core.clocks import Dot
from icjims_core.directory import Decision, read_verdict
from icjims_core.encoding import encode
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.wire import Head
from icjims_sync_server.services import status
from icjims_sync_server.services.safekeeping import quarantine, verification
from icjims_sync_server.store.tables import aside_table
from tests.server.town import Town
from tests.server.workstation import new_id, read_answer, request


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


def test_a_pushed_case_is_durable_and_reaches_the_office_and_nobody_else(town: Town) -> None:
    here, there = town.office(), town.office()
    one, two, other = town.station(here), town.station(here), town.station(there)
    case = one.new_case(number="первое")
    one.act(one.revision(new_id(), type="person", case=case, put={"surname": "Асанов"}))
    answer = one.sync()
    assert answer.welcome.standing == "unknown"
    assert answer.codes == [("stored", ""), ("stored", "")]
    assert answer.results is not None
    assert answer.results.act == one.heads[0]
    assert one.agrees(answer)
    assert two.agrees(two.sync())
    assert sorted(two.held[f"office:{here}"]) == sorted(one.held[f"office:{here}"])
    assert len(two.held[f"office:{here}"]) == 2
    assert other.agrees(other.sync())
    assert other.held == {}
    check_whole(town)


def test_the_same_push_again_is_a_duplicate_without_a_second_effect(town: Town) -> None:
    one = town.station(town.office())
    one.new_case()
    body = request(one.hello(), one.outbox)
    first, again = read_answer(one.post(body)), read_answer(one.post(body))
    assert (first.codes, again.codes) == ([("stored", "")], [("duplicate", "")])
    assert first.closing == again.closing
    assert again.welcome.standing == "ok"


def test_acts_of_one_request_may_come_twice_in_it(town: Town) -> None:
    one = town.station(town.office())
    one.new_case()
    answer = read_answer(one.post(request(one.hello(), [*one.outbox, *one.outbox])))
    assert answer.codes == [("duplicate", ""), ("stored", "")]


def test_own_acts_are_named_not_echoed(town: Town) -> None:
    one = town.station(town.office())
    for _ in range(3):
        one.new_case(note="secret text")
    body = one.post(request(one.hello(), one.outbox))
    parts = [part for page in read_answer(body).pages for part in page.parts]
    assert [type(part).__name__ for part in parts] == ["OwnPart"] * 3
    assert [part.position for part in parts] == [1, 2, 3]


@pytest.mark.parametrize("spoiled", ["signature", "body", "root", "header"])
def test_w24_an_act_that_is_not_what_it_claims_is_rejected_and_the_rest_waits_for_nothing(
    town: Town, spoiled: str
) -> None:
    one = town.station(town.office())
    good = one.act(one.revision(new_id()))
    bad = one.act(one.revision(new_id()))
    last = one.act(one.revision(new_id()))
    if spoiled == "signature":
        bad = WholeAct(bad.header, bytes(64), bad.seed, bad.bodies)
    elif spoiled == "body":
        bad = WholeAct(bad.header, bad.signature, bad.seed, good.bodies)
    elif spoiled == "root":
        bad = WholeAct(bad.header, bad.signature, bytes(32), bad.bodies)
    else:
        bad = WholeAct(bad.header + b"\x00", bad.signature, bad.seed, bad.bodies)
    answer = read_answer(one.post(request(one.hello(), [good, bad, last])))
    expected = {"signature": "bad_signature", "header": "malformed"}.get(spoiled, "bad_root")
    assert sorted(answer.codes) == sorted([("stored", ""), ("rejected", expected), ("rejected", "gap")])
    assert answer.results is not None
    assert answer.results.act == Head(1, acts.act_id(good.header))


def test_w23_a_gap_in_own_acts_is_rejected_and_closed_by_sending_again(town: Town) -> None:
    one = town.station(town.office())
    pushed = [one.act(one.revision(new_id())) for _ in range(3)]
    gap = read_answer(one.post(request(one.hello(), [pushed[0], pushed[2]])))
    assert sorted(gap.codes) == [("rejected", "gap"), ("stored", "")]
    again = read_answer(one.post(request(one.hello(), pushed)))
    assert sorted(again.codes) == [("duplicate", ""), ("stored", ""), ("stored", "")]


def test_w23_an_older_copy_is_told_so_and_nothing_is_taken(town: Town) -> None:
    one = town.station(town.office())
    first = one.act(one.revision(new_id()))
    one.act(one.revision(new_id()))
    one.sync()
    one.heads[0] = Head(1, acts.act_id(first.header))
    answer = one.sync()
    assert (answer.welcome.standing, answer.closing.feeds, answer.pages) == ("behind", (), [])


def test_w23_other_content_for_an_own_dot_is_a_fork_and_nothing_is_taken(town: Town) -> None:
    one = town.station(town.office())
    first = one.act(one.revision(new_id()))
    one.act(one.revision(new_id()))
    one.sync()
    one.heads[0] = Head(1, acts.act_id(first.header))
    one.act(one.revision(new_id()))
    answer = one.sync()
    assert (answer.welcome.standing, answer.results, answer.closing.feeds) == ("fork", None, ())
    assert answer.welcome.act.counter == 2
    # The copy alone, with nothing to push, is found out as well; so is one that went further.
    assert one.sync().welcome.standing == "fork"
    one.act(one.revision(new_id()))
    assert one.sync().welcome.standing == "fork"
    assert status.status(town.centre)["quarantined"] == 0


def test_law_5_a_fork_that_arrives_by_relay_is_kept_apart_with_its_tail(town: Town) -> None:
    office = town.office()
    one, carrier = town.station(office), town.station(office)
    case = one.new_case()
    fork_at = one.heads[0]
    record = new_id()
    one.act(one.revision(record, type="person", case=case, put={"surname": "kept"}))
    one.sync()
    carrier.sync()
    before = carrier.agrees(carrier.sync())
    one.before.pop(record)
    other = one.signed([one.revision(new_id(), type="person", case=case, put={"surname": "other"})], fork_at)
    above = one.signed(
        [one.revision(new_id(), type="person", case=case)], Head(fork_at.counter + 1, acts.act_id(other.header))
    )
    answer = carrier.sync(carried=[other, above])
    assert before
    assert answer.codes == [("stored", "equivocation"), ("stored", "equivocation")]
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.QUARANTINED), "equivocation")] * 2
    assert carrier.agrees(answer)
    assert one.replica.hex() in str(status.status(town.centre)["forked"])
    assert {each["code"] for each in quarantine.listed(town.centre)} == {"equivocation"}
    assert len(quarantine.listed(town.centre)) == status.status(town.centre)["quarantined"] == 2
    again = carrier.sync(carried=[other])
    assert again.codes == [("duplicate", "equivocation")]
    with town.centre.database.read() as connection:
        ids = [acts.act_id(other.header), acts.act_id(above.header)]
        kept = connection.execute(select(aside_table.c.packed).where(aside_table.c.act_id.in_(ids))).all()
    assert sorted(row.packed for row in kept) == sorted([encode(other), encode(above)])
    check_whole(town)


def test_relayed_acts_above_a_gap_wait_and_enter_when_it_closes(town: Town) -> None:
    office = town.office()
    one, carrier, reader = town.station(office), town.station(office), town.station(office)
    case = one.new_case()
    for _ in range(3):
        one.act(one.revision(new_id(), type="person", case=case))
    first, *rest = one.outbox
    answer = carrier.sync(carried=rest)
    assert answer.codes == [("waiting", "gap")] * 3
    assert reader.sync().closing.feeds[0].position == 0
    assert carrier.sync(carried=[first]).codes == [("stored", "")]
    assert reader.agrees(reader.sync())
    assert len(reader.held[f"office:{office}"]) == 4
    assert one.sync().codes == [("duplicate", "")] * 4
    check_whole(town)


def test_a_revision_of_an_unknown_case_waits_for_the_case(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    case, person = new_id(), new_id()
    two.act(two.revision(person, type="person", case=case))
    assert two.sync().codes == [("waiting", "")]
    assert two.held.get(f"office:{office}", {}) == {}
    one.new_case(case)
    assert one.sync().codes == [("stored", "")]
    answer = two.sync()
    assert two.agrees(answer)
    assert len(two.held[f"office:{office}"]) == 2
    check_whole(town)


def test_w25_a_revision_whose_context_is_not_here_waits_and_enters_when_it_comes(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    case = one.new_case()
    one.sync()
    person = new_id()
    one.act(one.revision(person, type="person", case=case))
    two.act(two.revision(person, type="person", case=case, put={"name": "B"}, context={one.replica: 2}))
    assert two.sync().codes == [("waiting", "")]
    answer = one.sync()
    assert one.agrees(answer)
    assert len(one.held[f"office:{office}"]) == 3
    with town.centre.database.read() as connection:
        state = load(connection, LogReader(), [person])[person].state
    assert state.vector == {one.replica: 2, two.replica: 1}
    check_whole(town)


def test_w25_bad_contexts_are_rejected(town: Town) -> None:
    one = town.station(town.office())
    descending = acts.Revision(
        1, new_id(), "case", 1, None, ((b"\x02" * 16, 1), (b"\x01" * 16, 1)), 0, {"put": {"a": 1}}, None
    )
    made = one.signed([descending], one.heads[0])
    assert read_answer(one.post(request(one.hello(), [made]))).codes == [("rejected", "bad_vector")]
    many = tuple(sorted((secrets.token_bytes(16), 1) for _ in range(1025)))
    made = one.signed([acts.Revision(1, new_id(), "case", 1, None, many, 0, {"put": {"a": 1}}, None)], one.heads[0])
    assert read_answer(one.post(request(one.hello(), [made]))).codes == [("rejected", "malformed")]


def test_the_audit_stream_is_stored_and_never_fed(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    one.act(stream=AUDIT, bodies=[encode({"kind": "consultation", "record": new_id(), "purpose": "CANARY-audit"})])
    one.new_case()
    answer = one.sync()
    assert answer.codes == [("stored", ""), ("stored", "")]
    assert answer.results is not None
    assert (answer.results.act.counter, answer.results.audit.counter) == (1, 1)
    two.sync()
    assert b"CANARY-audit" not in b"".join(two.raw)
    assert len(two.held[f"office:{office}"]) == 1
    check_whole(town)


def test_a_partial_act_by_relay_is_completed_by_the_whole_one(town: Town) -> None:
    office = town.office()
    one, carrier, reader = town.station(office), town.station(office), town.station(office)
    case = new_id()
    whole = one.act(
        one.revision(case, case=case),
        *[one.revision(new_id(), type="person", case=case, put={"name": str(at)}) for at in range(4)],
    )
    part = OpenAct(whole).disclose([0, 3])
    assert isinstance(part, PartialAct)
    assert carrier.sync(carried=[part]).codes == [("stored", "")]
    assert reader.agrees(reader.sync())
    assert len(reader.held[f"office:{office}"]) == 2
    assert one.sync().codes == [("duplicate", "")]
    assert reader.agrees(reader.sync())
    assert len(reader.held[f"office:{office}"]) == 5
    check_whole(town)


def test_law_2_any_order_and_batching_of_relays_gives_the_same_digest(town: Town) -> None:
    """The same acts, shuffled and repeated through a carrier, are worth the same as sent by their author."""
    shuffled = random.Random(7)
    tallies: set[bytes] = set()
    for _ in range(4):
        office = town.office()
        writer, carrier = town.station(office), town.station(office)
        case = writer.new_case()
        person = new_id()
        for at in range(6):
            writer.act(writer.revision(person, type="person", case=case, put={"name": str(at)}))
        pushed = [*writer.outbox, *writer.outbox[:3]]
        shuffled.shuffle(pushed)
        for at in range(0, len(pushed), 2):
            carrier.sync(carried=pushed[at : at + 2])
        answer = carrier.sync()
        expected = Tally().plus(leaf for act in writer.outbox for leaf in OpenAct(act).leaves.values())
        feed = next(state for state in answer.closing.feeds if state.feed == f"office:{office}")
        assert feed.tally == expected.to_bytes()
        with town.centre.database.read() as connection:
            state = load(connection, LogReader(), [person])[person].state
        assert state.siblings("name") == {Dot(writer.replica, 7): "5"}
        tallies.add(feed.tally)
    assert len(tallies) == 4
    check_whole(town)


def test_a_push_that_unpacks_beyond_all_bounds_is_refused_whole(town: Town) -> None:
    one = town.station(town.office())
    for _ in range(9):
        one.act(*[one.revision(new_id(), put={"note": "а" * 500_000}) for _ in range(8)])
    body = request(one.hello(), one.outbox)
    assert len(body) < 1 << 20
    with pytest.raises(Broken, match="bomb"):
        one.post(body)
    with town.centre.database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(aside_table)) is not None
    assert status.status(town.centre)["quarantined"] is not None


def test_a_role_writes_its_types_only_and_types_of_newer_versions_are_kept(town: Town) -> None:
    office = town.office()
    judge, clerk = town.station(office, role="judge"), town.station(office, role="clerk")
    case = clerk.new_case()
    clerk.sync()
    judge.act(judge.revision(new_id(), type="apprehension", case=case))
    judge.act(judge.revision(new_id(), type="of_the_future", case=case, put={"x": [1, {"y": 2}]}))
    answer = judge.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == [(int(Decision.REFUSED), "role_may_not_write")]
    assert judge.agrees(answer)
    assert clerk.agrees(clerk.sync())
    assert len(clerk.held[f"office:{office}"]) == 2
    check_whole(town)
