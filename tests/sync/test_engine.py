"""Sessions over the model centre: what is written arrives once, whatever happens to requests and answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icjims_core import wire
from icjims_core.acts import AUDIT
from icjims_core.problem import Refused, Unreachable
from icjims_desktop.sync import engine
from icjims_desktop.sync import events as ev
from icjims_desktop.sync.engine import Engine
from icjims_desktop.sync.states import State
from tests.sync.memory import KINDS, FakeTime, Fault, MemoryLink, sync
from tests.sync.model import FORBIDDEN, ModelCentre, ModelStore
from tests.sync.noise import Noise

faults = st.builds(Fault, st.sampled_from(KINDS), st.integers(0, 12))


class Office:
    """A centre, workstations and the records they wrote."""

    def __init__(self, stations: int) -> None:
        self.centre = ModelCentre(Noise("centre"))
        self.key = self.centre.key.public_key().public_bytes_raw()
        self.stores = [ModelStore(f"store {at}", self.key) for at in range(stations)]
        self.written: list[bytes] = []
        self.ids = Noise("ids")

    def write(self, store: ModelStore, size: int = 1, kind: str = "note") -> list[bytes]:
        records = [self.ids(16) for _ in range(size)]
        store.write(*records, kind=kind)
        self.written += records
        return records

    def settle(self) -> None:
        for store in [*self.stores, *self.stores]:
            result = sync(store, self.centre)
            assert result.equal
            assert result.digest == result.centre_digest


def test_the_table_in_the_docstring_is_the_table_of_the_program() -> None:
    rows = [re.split(r"\s*\|\s*", line.strip("| ")) for line in (engine.__doc__ or "").splitlines() if "|" in line][2:]
    assert {(row[0], row[1]) for row in rows} == {(state.name, kind.__name__) for state, kind in Engine.TABLE}
    targets = {name for row in rows for name in re.findall(r"[A-Z]{4,}", row[2])}
    assert targets == {state.name for state in State} - {"IDLE"}


def test_an_event_that_cannot_happen_is_a_mistake_of_the_driver() -> None:
    with pytest.raises(ValueError, match="Known in IDLE"):
        Engine().handle(ev.Known(frozenset()))


def test_a_session_without_news_is_one_request() -> None:
    office = Office(1)
    link = MemoryLink(office.centre)
    result = sync(office.stores[0], office.centre, link=link)
    assert (result.pushed, result.pulled, result.equal) == (0, 0, True)
    assert link.calls == ["/v1/sync"]


def test_pushes_and_pulls_that_fit_go_in_one_request() -> None:
    office = Office(2)
    one, two = office.stores
    office.write(one)
    sync(one, office.centre)
    office.write(two, size=4)
    two.write(office.ids(16), stream=AUDIT)
    link = MemoryLink(office.centre)
    result = sync(two, office.centre, link=link)
    assert (result.pushed, result.pulled, result.duplicates, result.equal) == (4, 1, 0, True)
    assert link.calls == ["/v1/sync"]
    assert two.present.sent == {0: 1, AUDIT: 1}


def test_a_long_feed_is_asked_for_again_until_its_end() -> None:
    office = Office(2)
    one, two = office.stores
    for _ in range(30):
        office.write(one)
    sync(one, office.centre)
    link = MemoryLink(office.centre)
    result = sync(two, office.centre, link=link)
    assert (result.pulled, result.equal) == (30, True)
    assert link.calls == ["/v1/sync"] * 3


def test_a_refused_item_is_shown_and_delays_nothing() -> None:
    office = Office(1)
    store = office.stores[0]
    office.write(store)
    record = office.write(store, kind=FORBIDDEN)[0]
    office.write(store)
    result = sync(store, office.centre)
    assert result.pushed == 3
    assert result.equal
    assert [(each.id.replace("-", ""), each.code) for each in result.refused] == [(record.hex(), "role_may_not_write")]
    assert store.outbox_count() == 0


def test_a_verdict_whose_answer_was_lost_is_shown_later() -> None:
    office = Office(1)
    store = office.stores[0]
    office.write(store, kind=FORBIDDEN)
    result = sync(store, office.centre, [Fault("lose_answer")])
    assert [each.code for each in result.refused] == ["role_may_not_write"]


def test_a_rejected_act_ends_its_replica_once_and_delays_nothing() -> None:
    office = Office(1)
    store = office.stores[0]
    office.write(store)
    bad = store.write(office.ids(16))
    later = office.write(store)
    before = store.present.id
    office.centre.rejecting = set(bad)
    result = sync(store, office.centre)
    assert store.present.id != before
    assert [each.code for each in result.refused] == ["malformed"]
    assert later[0] not in office.centre.records()  # it stands behind the act that no centre takes
    office.centre.rejecting = set()
    assert sync(store, office.centre).equal
    assert later[0] in office.centre.records()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.lists(faults, max_size=4)), max_size=12))
def test_everything_written_arrives_exactly_once(steps: list[tuple[int, int, list[Fault]]]) -> None:
    office = Office(3)
    for station, acts, trouble in steps:
        store = office.stores[station]
        for _ in range(acts):
            office.write(store, size=2)
        with suppress(Unreachable):
            sync(store, office.centre, trouble)
    office.settle()
    assert Counter(office.centre.records()) == Counter(office.written)
    assert all(store.feed == set(office.centre.leaves()) for store in office.stores)
    assert all(len(store.own) == 1 for store in office.stores)


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3), st.booleans()), max_size=8), st.lists(faults))
def test_a_copied_machine_loses_nothing(steps: list[tuple[int, int, bool]], trouble: list[Fault]) -> None:
    office = Office(1)
    original = office.stores[0]
    office.write(original)
    office.write(original)
    sync(original, office.centre)
    office.write(original)
    office.stores.append(original.copy("twin"))
    for station, acts, online in steps:
        for _ in range(acts):
            office.write(office.stores[station])
        if online:
            with suppress(Unreachable):
                sync(office.stores[station], office.centre, trouble)
    office.settle()
    assert Counter(office.centre.records()) == Counter(office.written)


days = st.one_of(
    st.tuples(st.just("write"), st.integers(0, 5), st.integers(1, 3)),
    st.tuples(st.just("sync"), st.integers(0, 5), st.lists(faults, max_size=2)),
    st.tuples(st.just("copy"), st.integers(0, 5), st.booleans()),
)


@settings(max_examples=200)
@given(st.lists(days, max_size=14))
def test_copies_of_copies_bring_everything_exactly_once(steps: list[tuple[str, int, object]]) -> None:
    """Some of them know that they are copies; others write on under the same dots until the centre tells."""
    office = Office(1)
    for number, (what, station, how) in enumerate(steps):
        store = office.stores[station % len(office.stores)]
        match what, how:
            case "write", int(count):
                for _ in range(count):
                    office.write(store)
            case "sync", list(trouble):
                with suppress(Unreachable):
                    sync(store, office.centre, trouble)
            case "copy", noticed:
                office.stores.append(store.copy(f"copy {number}"))
                if noticed:
                    office.stores[-1].start_replica()
    office.settle()
    assert Counter(office.centre.records()) == Counter(office.written)
    assert all(store.feed == set(office.centre.leaves()) and not store.outbox_count() for store in office.stores)


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_another_copy_that_comes_first_while_a_session_runs(at: int) -> None:
    """Also between the question how the centre knows a former replica and the push of what that one left unsent."""
    office = Office(1)
    original = office.stores[0]
    office.write(original)
    sync(original, office.centre)
    clone = original.copy("clone")
    for store in (original, clone):
        office.write(store)
        office.write(store)
    clone.start_replica()
    office.write(clone)

    class Racing(MemoryLink):
        async def frames(self, path: str, body: bytes, *rest: Any, **more: Any) -> AsyncGenerator[bytes]:
            if len(self.requests) == at:
                body = wire.frame(original.hello(pull=False)) + b"".join(map(wire.frame, original.unsent(1)))
                list(office.centre.answer(body))
            async for data in super().frames(path, body, *rest, **more):
                yield data

    assert sync(clone, office.centre, link=Racing(office.centre)).equal
    office.stores.append(clone)
    office.settle()
    assert Counter(office.centre.records()) == Counter(office.written)
    assert clone.outbox_count() == 0


def test_an_older_copy_becomes_a_new_replica_and_gets_back_what_the_centre_has() -> None:
    office = Office(1)
    store = office.stores[0]
    office.write(store)
    sync(store, office.centre)
    older = store.copy("older")
    office.write(store)
    sync(store, office.centre)
    office.write(older)
    result = sync(older, office.centre)
    assert result.equal
    assert [each.code for each in result.warnings] == ["copied"]
    assert result.replica == older.present.id != store.present.id
    assert Counter(office.centre.records()) == Counter(office.written)


@pytest.mark.parametrize("acts", [2, 70, 300])
def test_a_fork_below_what_counts_as_sent_is_found_by_looking_back(acts: int) -> None:
    office = Office(1)
    store = office.stores[0]
    kept = [office.write(store)[0] for _ in range(acts)]
    sync(store, office.centre)
    # The centre comes to hold other acts for the last ones, as after a restore and a push by another copy.
    chain = (store.present.id, 0)
    lost = min(acts - 1, 65)
    office.centre.chains[chain] = office.centre.chains[chain][:-lost]
    office.centre.rows = office.centre.rows[:-lost]
    office.centre.epoch = bytes(15) + b"\x02"
    twin = store.copy("twin")
    twin.present.chains[0] = twin.present.chains[0][:-lost]
    for _ in range(lost + 1):
        office.write(twin)
    twin.present.sent[0] = acts - lost
    sync(twin, office.centre)
    result = sync(store, office.centre)
    assert result.equal
    assert set(office.centre.records()) == set(office.written) >= set(kept)


@settings(max_examples=80)
@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3), st.lists(faults, max_size=4))
def test_a_restored_centre_gets_everything_back(before: int, lost: int, later: int, trouble: list[Fault]) -> None:
    office = Office(2)
    backup = office.centre
    for count in (before, lost):
        backup = office.centre.backup()
        for store in office.stores:
            for _ in range(count):
                office.write(store)
            sync(store, office.centre)
    sync(office.stores[0], office.centre)
    backup.key = office.centre.key
    office.centre = backup
    for store in office.stores:
        for _ in range(later):
            office.write(store)
        with suppress(Unreachable):
            sync(store, office.centre, trouble)
    office.settle()
    assert Counter(office.centre.records()) == Counter(office.written)


@pytest.mark.parametrize(("here", "there"), [(1, 0), (0, 1), (7, 5), (60, 0), (0, 60)])
def test_a_difference_is_found_and_mended(here: int, there: int) -> None:
    office = Office(2)
    one, two = office.stores
    for _ in range(80):
        office.write(one)
    sync(one, office.centre)
    sync(two, office.centre)
    for leaf in sorted(two.feed)[:here]:
        act = next(each for each, opened in two.held.items() if leaf in opened.leaves.values())
        two.feed.remove(leaf)
        del two.held[act]
    if there:
        chain = office.centre.chains[one.present.id, 0]
        for act in chain[-there:]:
            office.centre.rows.remove(act)
            del office.centre.log[act]
        del chain[-there:]
        backup = office.centre.rows
        two.cursors = {feed: (epoch, len(backup)) for feed, (epoch, _) in two.cursors.items()}
    link = MemoryLink(office.centre)
    result = sync(two, office.centre, link=link)
    assert result.equal
    assert [each.code for each in result.warnings] == ["repaired"]
    assert len([call for call in link.calls if call.endswith(("/buckets", "/acts"))]) <= 4
    assert two.feed == set(office.centre.leaves())
    assert len(two.feed) == 80


def test_a_dead_network_ends_the_session_after_three_tries() -> None:
    office = Office(1)
    time = FakeTime()
    with pytest.raises(Unreachable, match="no_connection"):
        sync(office.stores[0], office.centre, [Fault("refuse")] * 100, time=time)
    assert 0.1 < time.now < 2


def test_a_session_in_which_nothing_moves_ends_after_thirty_seconds() -> None:
    office = Office(2)
    office.write(office.stores[0])
    sync(office.stores[0], office.centre)
    time = FakeTime()
    with pytest.raises(Unreachable, match="connection_lost"):
        sync(office.stores[1], office.centre, [Fault("cut", 1)] * 1000, time=time)
    assert 30 <= time.now < 40
    assert max(time.waits) <= 5


def test_what_was_stored_before_a_cut_is_not_asked_for_again() -> None:
    office = Office(2)
    one, two = office.stores
    for _ in range(12):
        office.write(one)
    sync(one, office.centre)
    result = sync(two, office.centre, [Fault("cut", 2), Fault("cut", 2), Fault("cut", 3)])
    assert (result.pulled, result.duplicates, result.equal) == (12, 0, True)


def test_boxes_of_bundles_go_before_own_work() -> None:
    office = Office(1)
    store = office.stores[0]
    store.boxes = {b"a": b"first", b"b": b"second"}
    office.write(store)
    link = MemoryLink(office.centre, box_problems=[Unreachable("connection_lost")])
    assert sync(store, office.centre, link=link).equal
    assert link.boxes == [b"first", b"first", b"second"]
    assert link.calls == ["/v1/bundles"] * 3 + ["/v1/sync"]
    assert store.boxes == {}


def test_a_box_that_the_centre_cannot_open_delays_nothing() -> None:
    office = Office(1)
    store = office.stores[0]
    store.boxes = {b"a": b"first", b"b": b"second"}
    link = MemoryLink(office.centre, box_problems=[Refused("cannot_open")])
    result = sync(store, office.centre, link=link)
    assert result.equal
    assert [each.code for each in result.warnings] == ["bundle_refused"]
    assert store.boxes == {b"a": b"first"}


def test_a_revoked_device_hands_over_no_box() -> None:
    office = Office(1)
    store = office.stores[0]
    store.boxes = {b"a": b"first"}
    with pytest.raises(Refused, match="device_revoked"):
        sync(store, office.centre, link=MemoryLink(office.centre, box_problems=[Refused("device_revoked")]))
    assert store.boxes == {b"a": b"first"}
