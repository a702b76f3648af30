"""A dispute on liberty is decided by the supervising prosecutor alone: at the centre as a verdict, in any order."""

from __future__ import annotations

import random
from dataclasses import dataclass

import msgspec
import pytest

from icjims_core import merge
from icjims_core.acts import Act
from icjims_core.clocks import Dot
from icjims_core.directory import Decision
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_sync_server.services.scope import scopes, supervision
from tests.server.test_rights import check_whole, verdicts
from tests.server.town import Town
from tests.server.workstation import Answer, Workstation, new_id

UNIT = "release"
EARLY, LATE = {"released_at": "2026-09-20T10:00+06:00"}, {"released_at": "2026-09-20T18:00+06:00"}


@dataclass
class Dispute:
    """An apprehension whose release two officers of an office tell differently, both known to the centre."""

    town: Town
    office: str
    first: Workstation
    second: Workstation
    case: bytes
    record: bytes
    type: str = "apprehension"

    def put(
        self, by: Workstation, value: dict[str, str], seen: dict[bytes, int], unit: str = UNIT, **more: object
    ) -> None:
        """An act of one that gives a unit a value."""
        by.act(by.revision(self.record, type=self.type, case=self.case, put={unit: value} | more, context=seen))

    @property
    def seen(self) -> dict[bytes, int]:
        """What somebody has seen who has seen everything so far."""
        both = (self.first, self.second)
        return {each.replica: each.before[self.record] for each in both}

    def siblings(self, unit: str = UNIT) -> set[str]:
        """The values that stand at the centre."""
        with self.town.centre.database.read() as connection:
            state = load(connection, LogReader(), [self.record])[self.record].state
        return {str(value["released_at"]) for value in state.siblings(unit).values() if isinstance(value, dict)}


def began(
    town: Town,
    type_: str = "apprehension",
    role: str = "investigator",
    *,
    stations: tuple[Workstation, Workstation] | None = None,
    office: str = "",
) -> Dispute:
    office = office or town.office()
    first, second = stations or (town.station(office, role=role), town.station(office, role=role))
    clerk = town.station(office, role="clerk")
    case, record = clerk.new_case(), new_id()
    clerk.sync()
    first.act(first.revision(record, type=type_, case=case, put={UNIT: EARLY}))
    first.sync()
    found = Dispute(town, office, first, second, case, record, type_)
    second.act(second.revision(record, type=type_, case=case, put={UNIT: LATE}))
    second.sync()
    return found


def codes_of(town: Town, answer: Answer) -> list[tuple[int, str]]:
    return verdicts(town, answer.results.verdicts) if answer.results else []


REFUSED = [(int(Decision.REFUSED), "may_not_resolve")]


@pytest.mark.parametrize("role", ["investigator", "clerk", "head"])
def test_a_resolution_by_one_who_may_not_is_kept_and_does_not_count(town: Town, role: str) -> None:
    dispute = began(town)
    by = town.station(dispute.office, role=role)
    dispute.put(by, EARLY, dispute.seen)
    answer = by.sync()
    assert answer.codes == [("stored", "")]
    assert codes_of(town, answer) == REFUSED
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    for each in (by, dispute.first, dispute.second):
        assert each.agrees(each.sync())
    check_whole(town)


def test_a_resolution_by_a_prosecutor_counts(town: Town) -> None:
    dispute = began(town)
    prosecutor = town.station(dispute.office, role="prosecutor")
    dispute.put(prosecutor, LATE, dispute.seen)
    answer = prosecutor.sync()
    assert codes_of(town, answer) == []
    assert dispute.siblings() == {LATE["released_at"]}
    assert dispute.first.agrees(dispute.first.sync())
    check_whole(town)


def test_a_resolution_by_a_prosecutor_whose_own_value_is_in_dispute_does_not_count(town: Town) -> None:
    dispute = began(town, role="prosecutor")
    dispute.put(dispute.first, EARLY, dispute.seen)
    assert codes_of(town, dispute.first.sync()) == REFUSED
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    another = town.station(dispute.office, role="prosecutor")
    dispute.put(another, LATE, dispute.seen)
    assert codes_of(town, another.sync()) == []
    assert dispute.siblings() == {LATE["released_at"]}
    check_whole(town)


def test_what_was_decided_is_not_edited_away(town: Town) -> None:
    dispute = began(town)
    prosecutor = town.station(dispute.office, role="prosecutor")
    dispute.put(prosecutor, LATE, dispute.seen)
    prosecutor.sync()
    dispute.put(dispute.first, EARLY, {**dispute.seen, prosecutor.replica: 1})
    assert codes_of(town, dispute.first.sync()) == REFUSED
    assert dispute.siblings() == {LATE["released_at"]}
    check_whole(town)


def test_other_units_and_values_without_dispute_are_their_writers(town: Town) -> None:
    dispute = began(town)
    dispute.put(dispute.first, {"x": "1"}, dispute.seen, unit="belongings")
    dispute.put(dispute.second, {"x": "2"}, dispute.seen, unit="belongings")
    assert codes_of(town, dispute.first.sync()) == []
    assert codes_of(town, dispute.second.sync()) == []
    seen = dispute.seen
    dispute.put(dispute.first, {"x": "3"}, seen, unit="belongings")
    dispute.put(dispute.first, {"x": "1"}, seen, unit="visible_injuries")
    dispute.put(dispute.first, {"x": "2"}, seen, unit="visible_injuries")
    assert codes_of(town, dispute.first.sync()) == []
    check_whole(town)


def test_equal_values_are_no_dispute(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    case, record = one.new_case(), new_id()
    one.act(one.revision(record, type="apprehension", case=case, put={UNIT: EARLY}))
    one.sync()
    two.act(two.revision(record, type="apprehension", case=case, put={UNIT: EARLY}))
    two.sync()
    seen = {one.replica: 2, two.replica: 1}
    one.act(one.revision(record, type="apprehension", case=case, put={UNIT: LATE}, context=seen))
    assert codes_of(town, one.sync()) == []
    check_whole(town)


def test_once_supervision_is_on_record_only_that_office_decides(town: Town) -> None:
    dispute, prosecutors = began(town), town.office()
    supervision.declare(town.centre, dispute.office, prosecutors, since="2020-01-01", until=None)
    ended, future = town.office(), town.office()
    supervision.declare(town.centre, dispute.office, ended, since="2020-01-01", until="2021-01-01")
    supervision.declare(town.centre, dispute.office, future, since="2090-01-01", until=None)
    for office in (dispute.office, ended, future):
        if office != dispute.office:
            scopes.assign(town.centre, dispute.case, office=office, login=None, until=None)
        stranger = town.station(office, role="prosecutor")
        dispute.put(stranger, EARLY, dispute.seen)
        assert codes_of(town, stranger.sync()) == REFUSED
    theirs = town.station(prosecutors, role="prosecutor")
    scopes.assign(town.centre, dispute.case, office=prosecutors, login=None, until=None)
    dispute.put(theirs, LATE, dispute.seen)
    assert codes_of(town, theirs.sync()) == []
    assert dispute.siblings() == {LATE["released_at"]}
    check_whole(town)


def test_a_prosecutor_decides_in_types_that_he_does_not_write_and_writes_nothing_else_there(town: Town) -> None:
    dispute = began(town, "imprisonment", "penitentiary_officer")
    unit, values = "release_facts", (EARLY, LATE)
    seen = dispute.seen
    for by, value in zip((dispute.first, dispute.second), values, strict=True):
        dispute.put(by, value, seen, unit=unit)
        by.sync()
    prosecutor = town.station(dispute.office, role="prosecutor")
    dispute.put(prosecutor, EARLY, {}, unit=unit)
    assert codes_of(town, prosecutor.sync()) == [(int(Decision.REFUSED), "role_may_not_write")]
    other = town.station(dispute.office, role="prosecutor")
    dispute.put(other, EARLY, seen, unit=unit)
    assert codes_of(town, other.sync()) == [(int(Decision.REFUSED), "role_may_not_write")], "nothing in dispute there"
    both = town.station(dispute.office, role="prosecutor")
    dispute.put(both, EARLY, dispute.seen, unit=unit, file_number="7")
    assert codes_of(town, both.sync()) == [(int(Decision.REFUSED), "role_may_not_write")]
    decides = town.station(dispute.office, role="prosecutor")
    dispute.put(decides, EARLY, dispute.seen, unit=unit)
    assert codes_of(town, decides.sync()) == []
    assert dispute.siblings(unit) == {EARLY["released_at"]}
    check_whole(town)


def test_law_2_any_order_and_batching_gives_the_same_verdicts_and_state(town: Town) -> None:
    """Two values, a forbidden decision, one built on it, the prosecutor's, and an edit that had not seen it."""
    shuffled, seen_states = random.Random(11), set[frozenset[str]]()
    for _ in range(5):
        office = town.office()
        writers = [town.station(office) for _ in range(2)]
        prosecutor, carrier = town.station(office, role="prosecutor"), town.station(office, role="clerk")
        one, two = writers
        case, record = carrier.new_case(), new_id()
        carrier.sync()

        def put(
            by: Workstation, value: str, seen: dict[bytes, int], record: bytes = record, case: bytes = case
        ) -> None:
            words: dict[str, object] = {UNIT: {"released_at": value}}
            by.act(by.revision(record, type="apprehension", case=case, put=words, context=seen))

        put(one, "1", {})
        put(two, "2", {})
        put(one, "forbidden", {two.replica: 1})
        put(two, "built on it", {one.replica: 2})
        put(prosecutor, "decided", {one.replica: 1, two.replica: 1})
        put(one, "unseen", {two.replica: 1})
        pushed: list[Act] = [*one.outbox, *two.outbox, *prosecutor.outbox]
        for each in (one, two, prosecutor):
            each.outbox.clear()
        shuffled.shuffle(pushed)
        for at in range(0, len(pushed), 2):
            carrier.sync(carried=pushed[at : at + 2])
        assert carrier.agrees(carrier.sync())
        with town.centre.database.read() as connection:
            found = load(connection, LogReader(), [record])[record]
        names = {one.replica: "one", two.replica: "two", prosecutor.replica: "prosecutor"}
        told = {f"{names[dot.replica]}:{dot.counter}" for dot in found.uncounted}
        told |= {str(value) for value in found.state.siblings(UNIT).values()}
        assert merge.is_conflict(found.state.siblings(UNIT).values()) is False
        assert Dot(prosecutor.replica, 1) in found.state.siblings(UNIT)
        seen_states.add(frozenset(told))
    assert seen_states == {frozenset({"one:2", "one:3", "two:2", "{'released_at': 'decided'}"})}
    check_whole(town)


def test_a_decision_that_waited_for_what_was_refused_is_judged_when_it_enters(town: Town) -> None:
    dispute = began(town)
    judge = town.station(dispute.office, role="judge")
    dispute.put(judge, LATE, {})
    dispute.put(dispute.first, EARLY, {**dispute.seen, judge.replica: 1})
    assert dispute.first.sync().codes == [("waiting", "")]
    assert codes_of(town, judge.sync()) == [(int(Decision.REFUSED), "role_may_not_write"), *REFUSED]
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    assert dispute.first.agrees(dispute.first.sync())
    check_whole(town)


def test_what_is_refused_in_the_same_session_makes_no_dispute(town: Town) -> None:
    dispute = began(town, "imprisonment", "penitentiary_officer")
    unit, seen = "release_facts", dispute.seen
    prosecutor, carrier = (town.station(dispute.office, role=role) for role in ("prosecutor", "clerk"))
    dispute.put(dispute.first, EARLY, seen, unit=unit)
    dispute.put(prosecutor, LATE, seen, unit=unit)
    dispute.put(dispute.second, {"released_at": "later"}, {**dispute.seen, prosecutor.replica: 1}, unit=unit)
    pushed: list[Act] = [*dispute.first.outbox, *prosecutor.outbox, *dispute.second.outbox]
    answer = carrier.sync(carried=pushed)
    assert codes_of(town, answer) == [(int(Decision.REFUSED), "role_may_not_write")]
    assert dispute.siblings(unit) == {"later"}
    check_whole(town)


@pytest.mark.parametrize("through_another_unit", [False, True])
def test_an_author_who_denies_his_own_value_decides_nothing(town: Town, through_another_unit: bool) -> None:
    """He claims to have seen the other value alone and repeats his own: two equal values would end the dispute."""
    dispute = began(town)
    first, second = dispute.first, dispute.second
    if through_another_unit:
        first = town.station(dispute.office)
        dispute.put(first, {"x": "1"}, dispute.seen, unit="belongings")
        first.sync()
    lie = {second.replica: second.before[dispute.record]}
    before = first.before[dispute.record]
    told = first.revision(dispute.record, type=dispute.type, case=dispute.case, put={UNIT: EARLY})
    first.act(msgspec.structs.replace(told, context=tuple(lie.items()), before=before))
    answer = first.sync()
    assert codes_of(town, answer) == REFUSED
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    assert second.agrees(second.sync())
    check_whole(town)


def test_an_author_denies_his_own_value_on_another_device_of_his_neither(town: Town) -> None:
    """From a second device, or a restored copy, he says that he saw the other value alone and repeats his own."""
    office = town.office()
    name = f"officer.{office.lower()}"
    first, again = (town.station(office, login=name) for _ in range(2))
    dispute = began(town, stations=(first, town.station(office)), office=office)
    dispute.put(again, EARLY, {dispute.second.replica: dispute.second.before[dispute.record]})
    assert codes_of(town, again.sync()) == REFUSED
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    assert again.agrees(again.sync())
    check_whole(town)


def test_an_author_corrects_on_another_device_what_nobody_disputes(town: Town) -> None:
    office = town.office()
    name = f"officer.{office.lower()}"
    first, again = (town.station(office, login=name) for _ in range(2))
    case, record = first.new_case(), new_id()
    first.act(first.revision(record, type="apprehension", case=case, put={UNIT: EARLY}))
    first.sync()
    again.act(again.revision(record, type="apprehension", case=case, put={UNIT: LATE}, context={first.replica: 2}))
    assert codes_of(town, again.sync()) == []
    check_whole(town)


def test_what_he_learned_on_another_device_later_is_not_held_against_him(town: Town) -> None:
    office = town.office()
    name = f"officer.{office.lower()}"
    first, again = (town.station(office, login=name) for _ in range(2))
    other, carrier = town.station(office), town.station(office, role="clerk")
    case, record = carrier.new_case(), new_id()
    carrier.sync()
    dispute = Dispute(town, office, again, other, case, record)
    dispute.put(first, {"x": "1"}, {}, unit="belongings")
    dispute.put(again, LATE, {first.replica: 1})
    dispute.put(other, EARLY, {first.replica: 1})
    dispute.put(first, {"x": "2"}, dispute.seen, unit="belongings")
    answer = carrier.sync(carried=[*first.outbox, *again.outbox, *other.outbox])
    assert codes_of(town, answer) == []
    assert dispute.siblings() == {EARLY["released_at"], LATE["released_at"]}
    check_whole(town)


def test_an_author_corrects_his_own_value_before_he_hears_of_another(town: Town) -> None:
    dispute = began(town)
    first = dispute.first
    dispute.put(first, LATE, {})
    assert codes_of(town, first.sync()) == []
    assert dispute.siblings() == {LATE["released_at"]}
