"""The journal of a workstation: what is committed stays, feeds are taken whole, cases leave once their work is safe."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from icjims_core import acts, wire
from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.directory import Signed
from icjims_core.encoding import decode
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken, Refused
from icjims_core.projections import lists
from icjims_core.projections.tables import conflict_table, list_table
from icjims_desktop.store.log import tallies
from icjims_desktop.store.log.commits import Change
from tests.store.journals import (
    CASE,
    EPOCH,
    FEED,
    NOW,
    OTHER,
    Workstation,
    acknowledge,
    act_part,
    own_part,
    page,
    refusal,
    unsent_acts,
)


def closing(station: Workstation, tally: bytes, position: int) -> wire.Closing:
    return wire.Closing((wire.FeedState(FEED, EPOCH, position, tally),), more=False)


def test_concurrent_values_stand_side_by_side_everywhere_until_somebody_resolves_them(
    a: Workstation, b: Workstation
) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (begun,) = acknowledge(a)
    b.journal.take_page(page(0, act_part(begun)))
    a.journal.take_page(page(0, own_part(begun)))
    a.write(CASE, {"put": {"summary": "грабёж"}})
    b.write(CASE, {"put": {"summary": "разбой"}})

    (from_a,), (from_b,) = acknowledge(a), acknowledge(b)
    a.journal.take_page(page(1, own_part(from_a), act_part(from_b)))
    b.journal.take_page(page(1, act_part(from_a), own_part(from_b)))

    assert a.fabula(CASE) == b.fabula(CASE) == {"грабёж", "разбой"}
    assert a.journal.digests() == b.journal.digests()
    assert a.record(CASE).state.digest() == b.record(CASE).state.digest()  # type: ignore[union-attr]
    b.write(CASE, {"put": {"summary": "разбой"}})
    assert b.fabula(CASE) == {"разбой"}
    with b.database.read() as connection:
        assert connection.execute(select(conflict_table)).all() == []
        assert connection.scalars(select(list_table("case").c.number)).all() == [1]


def test_own_unsent_work_is_in_the_digest_and_moves_into_the_feed_when_it_is_named(a: Workstation) -> None:
    empty = a.journal.digests()
    a.write(CASE, {"put": {"summary": "кража"}})
    written = a.journal.digests()
    (act,) = acknowledge(a)
    assert a.journal.outbox_count() == 0
    acknowledged = a.journal.digests()
    a.journal.take_page(page(0, own_part(act)))

    assert empty != written == acknowledged == a.journal.digests()
    tally = OpenAct(act).leaves[0]
    assert a.journal.leaves(FEED) == [tally]


def test_an_answer_whose_page_leaves_a_hole_is_undone_whole(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = unsent_acts(a)
    me = a.journal.hello(pull=False)
    results = wire.Results(me.act, me.audit, (wire.Outcome(OpenAct(act).act_id, "stored", ""),), ())

    with pytest.raises(Broken, match="feed_hole"):
        a.journal.take_answer(results, page(5, own_part(act)))
    assert unsent_acts(a) == [act]

    a.journal.take_answer(results, page(0, own_part(act)))
    assert not unsent_acts(a)
    assert a.journal.leaves(FEED) == [OpenAct(act).leaves[0]]


def test_an_act_of_an_undone_page_is_not_taken_for_the_one_that_gets_its_number(a: Workstation, b: Workstation) -> None:
    for each, text in ((a, "кража"), (b, "грабёж")):
        each.write(CASE, {"put": {"summary": text}})
    (act,) = unsent_acts(a)
    broken = page(0, act_part(act), wire.LeavePart(1, OTHER), wire.LeavePart(1, OTHER))

    with pytest.raises(Broken, match="feed_hole"):
        b.journal.take_page(msgspec.structs.replace(broken, end=2))
    b.write(OTHER, {"put": {"summary": "мошенничество"}})

    assert b.fabula(OTHER) == {"мошенничество"}


def test_a_page_that_leaves_a_hole_changes_nothing(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = unsent_acts(a)

    with pytest.raises(Broken, match="feed_hole"):
        b.journal.take_page(page(1, act_part(act)))

    assert b.record(CASE) is None
    assert b.journal.hello(pull=True).cursors == ()


def test_an_act_that_is_not_what_its_author_signed_is_not_stored(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = unsent_acts(a)
    forged = msgspec.structs.replace(act, signature=bytes(64))

    with pytest.raises(Broken, match="bad_signature"):
        b.journal.take_page(page(0, act_part(forged)))

    assert b.record(CASE) is None


def test_in_a_run_only_the_newest_signature_is_needed_and_a_foreign_link_is_not_a_run(
    a: Workstation, b: Workstation
) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    a.write(CASE, {"put": {"summary": "грабёж"}})
    first, second = unsent_acts(a)
    unsigned = msgspec.structs.replace(first, signature=bytes(64))

    b.journal.take_page(page(0, act_part(unsigned), act_part(second)))
    assert b.fabula(CASE) == {"грабёж"}
    with pytest.raises(Broken, match="bad_signature"):
        b.journal.take_page(page(2, act_part(second), act_part(unsigned)))


def test_the_same_acts_again_change_nothing_but_the_cursor(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}, "append": {"notes": ["осмотр"]}})
    (act,) = unsent_acts(a)
    b.journal.take_page(page(0, act_part(act)))
    state = b.record(CASE)

    result = b.journal.take_page(msgspec.structs.replace(page(0, act_part(act)), epoch=b"f" * 16))

    assert (result.pulled, result.duplicates) == (0, 1)
    assert b.record(CASE).state.digest() == state.state.digest()  # type: ignore[union-attr]
    assert b.journal.digests() == a.journal.digests()


def test_a_refused_revision_shows_nothing_takes_nothing_away_and_the_next_one_goes_on(
    a: Workstation, b: Workstation
) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    a.write(CASE, {"put": {"summary": "подлог"}})
    first, second = unsent_acts(a)
    verdict = refusal(second)

    for station in (a, b):
        station.journal.take_page(page(0, part_for(station, first, a), verdict))

    assert a.fabula(CASE) == b.fabula(CASE) == {"кража"}
    assert a.journal.digests() == b.journal.digests()
    a.write(CASE, {"put": {"place": "Сокулук"}})
    third = unsent_acts(a)[-1]
    b.journal.take_page(page(2, act_part(third)))
    assert b.record(CASE).state.digest() == a.record(CASE).state.digest()  # type: ignore[union-attr]
    assert b.record(CASE).state.agreed("place") == "Сокулук"  # type: ignore[union-attr]


def part_for(station: Workstation, act: acts.Act, author: Workstation) -> wire.Part:
    return own_part(act) if station is author else act_part(act)


def test_a_verdict_that_the_centre_did_not_sign_is_refused(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    part = refusal(unsent_acts(a)[0])
    forged = msgspec.structs.replace(part, verdict=Signed(part.verdict.body, bytes(64)))

    with pytest.raises(Broken, match="bad_signature"):
        a.journal.take_page(page(0, forged))

    assert a.fabula(CASE) == {"кража"}


def test_after_a_fork_unsent_work_is_written_again_with_its_originals_and_its_causes(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "общее"}})
    shared = acknowledge(a)[0]
    a.journal.take_page(page(0, own_part(shared)))
    a.write(CASE, {"put": {"summary": "своё"}})
    a.write(CASE, {"put": {"place": "Кант"}, "append": {"notes": ["осмотр"]}})
    originals = unsent_acts(a)
    old = a.journal.replica.id
    before = a.record(CASE)

    again = a.journal.reissue({old: 1}, now=NOW + 1)

    assert again == 2
    assert a.journal.replica.id != old
    assert a.fabula(CASE) == {"своё"}
    assert a.record(CASE).state.agreed("place") == "Кант"  # type: ignore[union-attr]
    assert before is not None
    opened = [OpenAct(act) for act in unsent_acts(a)]
    reissued = [decode(act.bodies[0], Revision) for act in opened]
    new = opened[0].header.replica
    assert new not in {old, a.journal.replica.id}
    assert [dict(each.context) for each in reissued] == [{old: 1}, {old: 1, new: 1}]
    for revision, original in zip(reissued, originals, strict=True):
        assert revision.origin is not None
        origin = OpenAct(decode(revision.origin, acts.PartialAct))
        assert origin.act_id == OpenAct(original).act_id
        assert decode(origin.bodies[0], Revision).changes == revision.changes
    birth = opened[0].header.birth
    assert birth is not None
    assert (birth.parent, birth.counter) == (old, 1)


def test_a_context_that_is_not_held_cannot_be_claimed(a: Workstation) -> None:
    with pytest.raises(Refused, match="context_not_held"):
        a.journal.commit([Change(CASE, "case", 1, CASE, {b"x" * 16: 7}, {"put": {"summary": "?"}})], now=NOW)

    assert a.record(CASE) is None
    assert a.journal.outbox_count() == 0


def test_many_changes_are_cut_into_acts_and_a_record_stands_once_in_each(a: Workstation) -> None:
    changes = [
        Change(bytes([at // 256, at % 256]) * 8, "person", 1, None, {}, {"put": {"surname": f"Асанов {at}"}})
        for at in range(2100)
    ]
    dots = a.journal.commit([*changes, changes[0]], now=NOW)

    assert len({dot.counter for dot in dots}) == 3
    assert dots[-1] == Dot(a.journal.replica.id, 3)
    state = a.record(changes[0].record)
    assert state is not None
    assert len(state.written) == 2


def test_projections_are_the_same_after_they_are_dropped_and_made_again(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража", "stage": "investigation"}})
    (act,) = acknowledge(a)
    b.journal.take_page(page(0, act_part(act)))
    b.write(CASE, {"put": {"stage": "court"}})
    a.write(CASE, {"put": {"stage": "archive"}})
    b.journal.take_page(page(1, act_part(acknowledge(a)[0])))
    with b.database.write() as connection:
        before = [connection.execute(select(table)).all() for table in (list_table("case"), conflict_table)]
        lists.rebuild(connection, b.journal.reader)
        after = [connection.execute(select(table)).all() for table in (list_table("case"), conflict_table)]
    assert before == after
    assert [row.unit for row in before[1]] == ["stage"]


def test_an_empty_personal_feed_changes_no_digest(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = acknowledge(a)
    a.journal.take_page(page(0, own_part(act)))
    tally = Tally().plus(OpenAct(act).leaves.values()).to_bytes()
    states = (*closing(a, tally, 1).feeds, wire.FeedState("user:" + "0" * 32, EPOCH, 0, Tally().to_bytes()))

    compared = a.journal.compare(wire.Closing(states, more=False))

    assert compared.equal
    assert compared.digest == a.journal.digests()[FEED]


def test_a_difference_is_seen_in_the_comparison(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = acknowledge(a)
    a.journal.take_page(page(0, own_part(act)))

    compared = a.journal.compare(closing(a, Tally().plus([bytes(32)]).to_bytes(), 1))

    assert not compared.equal
    assert compared.differing == (FEED,)


def test_a_large_revision_is_written_again_with_its_original(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "протокол " * 60_000}})

    a.journal.reissue({a.journal.replica.id: 0}, now=NOW)

    assert len(next(iter(a.fabula(CASE)))) == 9 * 60_000  # type: ignore[arg-type]
    with pytest.raises(Refused, match="too_large"):
        a.write(CASE, {"put": {"summary": "х" * 600_000}})


def test_refused_bodies_that_are_shown_to_the_office_do_not_count(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    a.write(CASE, {"put": {"summary": "подлог"}})
    first, second = unsent_acts(a)

    b.journal.take_page(page(0, act_part(first), refusal(second), act_part(second)))

    assert b.fabula(CASE) == {"кража"}
    assert b.journal.digests()[FEED] == Tally().plus(OpenAct(first).leaves.values()).digest()


def test_a_record_on_which_something_waits_can_still_be_written(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    b.journal.take_page(page(0, act_part(acknowledge(a)[0])))
    a.write(CASE, {"put": {"summary": "грабёж"}})
    a.write(CASE, {"put": {"summary": "разбой"}})
    b.journal.take_page(page(1, act_part(unsent_acts(a)[-1])))

    b.write(CASE, {"put": {"place": "Кант"}})

    assert b.fabula(CASE) == {"кража"}
    assert b.record(CASE).state.agreed("place") == "Кант"  # type: ignore[union-attr]


def test_a_head_that_is_not_ours_acknowledges_nothing(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    me = a.journal.hello(pull=False)

    a.journal.take_results(wire.Results(wire.Head(1, b"x" * 32), me.audit, (), ()))
    assert a.journal.outbox_count() == 1
    a.journal.take_results(wire.Results(me.act, me.audit, (), ()))
    assert a.journal.outbox_count() == 0


def _several(station: Workstation) -> acts.Act:
    """One act on two cases and on what belongs to none, pushed."""
    changes = [
        Change(CASE, "case", 1, CASE, {}, {"put": {"summary": "кража"}}),
        Change(OTHER, "case", 1, OTHER, {}, {"put": {"summary": "грабёж"}}),
        Change(b"n" * 16, "person", 1, None, {}, {"put": {"surname": "Асанов"}}),
    ]
    station.journal.commit(changes, now=NOW)
    (act,) = acknowledge(station)
    return act


@pytest.mark.parametrize("named", [(0, 1, 2), (0, 2), (1,), ()])
def test_what_a_feed_names_of_an_own_act_is_counted_and_nothing_else(a: Workstation, named: tuple[int, ...]) -> None:
    act = _several(a)
    leaves = OpenAct(act).leaves
    part = msgspec.structs.replace(own_part(act), indexes=named)

    a.journal.take_page(page(0, part))

    with a.database.read() as connection:
        assert tallies.stored(connection)[FEED] == Tally().plus(leaves[each] for each in named)
        for index, case in enumerate((CASE, OTHER)):
            mine = Tally().plus([leaves[index]] if index in named else [])
            assert tallies.of_case(connection, case, FEED) == mine


def test_a_whole_own_act_is_counted_without_reading_it_again(a: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    act = _several(a)
    whole = Tally().plus(OpenAct(act).leaves.values())
    monkeypatch.setattr("icjims_core.projections.log.opened", None)

    a.journal.take_page(page(0, own_part(act)))

    with a.database.read() as connection:
        assert tallies.stored(connection)[FEED] == whole


def test_of_an_own_act_with_a_refused_leaf_only_the_rest_is_counted(a: Workstation) -> None:
    act = _several(a)
    leaves = OpenAct(act).leaves

    a.journal.take_page(page(0, refusal(act), own_part(act)))

    with a.database.read() as connection:
        assert tallies.stored(connection)[FEED] == Tally().plus([leaves[1], leaves[2]])
