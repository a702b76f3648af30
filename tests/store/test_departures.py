"""Cases that leave a workstation, and what is erased there: gone from every byte, counted as before."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from icjims_core import acts, wire
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.projections import lists, log
from icjims_core.projections.tables import act_table, verdict_table
from icjims_desktop.store.log import bundles, erase
from icjims_desktop.store.log.commits import Change
from tests.store.journals import (
    CASE,
    FEED,
    NOW,
    OTHER,
    PERSON,
    Workstation,
    acknowledge,
    act_part,
    own_part,
    page,
    refusal,
    unsent_acts,
)


def test_a_case_that_leaves_takes_its_bodies_along_and_the_rest_still_verifies(a: Workstation, b: Workstation) -> None:
    both = [
        Change(CASE, "case", 1, CASE, {}, {"put": {"summary": "уходит"}}),
        Change(PERSON, "person", 1, CASE, {}, {"put": {"surname": "Асанов"}}),
        Change(OTHER, "case", 1, OTHER, {}, {"put": {"summary": "остаётся"}}),
    ]
    a.journal.commit(both, now=NOW)
    (act,) = acknowledge(a)
    joins = [wire.JoinPart(1, CASE), wire.JoinPart(1, OTHER)]
    b.journal.take_page(page(0, *joins, act_part(act)))
    without = OpenAct(OpenAct(act).disclose({2}))

    b.journal.take_page(page(3, wire.LeavePart(1, CASE)))

    assert b.record(CASE) is None
    assert b.record(PERSON) is None
    assert b.fabula(OTHER) == {"остаётся"}
    assert len(b.purged) == 2
    assert b.journal.leaves(FEED) == [without.leaves[2]]
    with b.database.read() as connection:
        left = log.opened(connection, 1)
        packed = connection.execute(select(act_table.c.packed)).scalar_one()
    assert set(left.bodies) == {2}
    assert "уходит".encode() not in packed
    acts.verify_signature(left.header, left.source.header, left.source.signature)

    b.journal.take_page(page(4, wire.JoinPart(1, CASE), act_part(OpenAct(act).disclose({0, 1}))))
    assert b.fabula(CASE) == {"уходит"}
    assert len(b.journal.leaves(FEED)) == 3


def test_a_case_does_not_leave_before_the_unsent_work_on_it_is_safe(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "начато"}})
    (act,) = acknowledge(a)
    a.journal.take_page(page(0, own_part(act)))
    a.write(CASE, {"put": {"summary": "дописано"}})

    a.journal.take_page(page(1, wire.LeavePart(1, CASE)))
    assert a.fabula(CASE) == {"дописано"}

    acknowledge(a)
    assert a.record(CASE) is None


def test_a_refused_revision_leaves_with_its_case(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "начато"}})
    a.write(CASE, {"put": {"summary": "отказано"}})
    first, second = acknowledge(a)
    a.journal.take_page(page(0, own_part(first), refusal(second)))

    a.journal.take_page(page(2, wire.LeavePart(1, CASE)))

    assert a.record(CASE) is None
    with a.database.write() as connection:
        assert log.opened(connection, 2).bodies == {}
        lists.rebuild(connection, a.journal.reader)
    assert a.record(CASE) is None


def test_a_record_that_was_refused_whole_leaves_with_its_case(a: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "начато"}})
    a.write(PERSON, {"put": {"surname": "Отказано"}}, case=CASE)
    first, second = acknowledge(a)
    a.journal.take_page(page(0, own_part(first), refusal(second)))
    assert a.record(PERSON) is None

    a.journal.take_page(page(2, wire.LeavePart(1, CASE)))

    with a.database.read() as connection:
        assert log.opened(connection, 2).bodies == {}
        assert connection.execute(select(verdict_table)).all() == []
    assert PERSON in a.purged


def test_a_case_leaves_a_feed_with_just_what_was_counted_in_it(a: Workstation, b: Workstation) -> None:
    a.write(CASE, {"put": {"summary": "кража"}})
    (act,) = unsent_acts(a)
    b.journal.take_page(page(0, wire.JoinPart(1, CASE), act_part(act)))
    personal = "user:" + "1" * 32

    b.journal.take_page(
        msgspec.structs.replace(page(0, wire.JoinPart(1, CASE), wire.LeavePart(1, CASE)), feed=personal)
    )

    assert b.fabula(CASE) == {"кража"}
    digests = b.journal.digests()
    assert digests[FEED] == a.journal.digests()[FEED]
    assert digests[personal] == Tally().digest()


@pytest.mark.parametrize("by", ["page", "bundle"])
def test_what_was_erased_stays_erased_though_it_is_sent_again(
    a: Workstation, b: Workstation, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a.journal.commit(
        [
            Change(CASE, "case", 1, CASE, {}, {"put": {"summary": "остаётся"}}),
            Change(PERSON, "person", 1, CASE, {}, {"put": {"surname": "Асанов"}}),
        ],
        now=NOW,
    )
    (act,) = acknowledge(a)
    b.journal.take_page(page(0, wire.JoinPart(1, CASE), act_part(act)))
    before = b.journal.digests(), sorted(b.journal.leaves(FEED))

    erase.erase(b.database, PERSON, basis="решение суда", now=NOW)
    b.journal.reader.forget()
    if by == "page":
        b.journal.take_page(msgspec.structs.replace(page(0, wire.JoinPart(1, CASE), act_part(act)), epoch=b"f" * 16))
    else:
        monkeypatch.setattr(bundles, "_is_vouched", lambda *_: True)
        with b.database.write() as connection:
            assert bundles.take(connection, b.journal.reader, [act], [], "009") == bundles.Taken(0, 2, 0)

    assert (b.journal.digests(), sorted(b.journal.leaves(FEED))) == before
    with b.database.read() as connection:
        assert set(log.opened(connection, 1).bodies) == {0}
    assert b.fabula(CASE) == {"остаётся"}
