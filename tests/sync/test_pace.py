"""How much goes into a request, how long is waited, what is reported meanwhile."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import wire
from icjims_core.acts import MAX_REVISION_BYTES, Revision
from icjims_core.encoding import encode
from icjims_core.problem import Broken, Refused, Unreachable
from icjims_desktop.sync import pace
from icjims_desktop.sync.driver import synchronise
from icjims_desktop.sync.pace import Budget, Retry, fill
from icjims_desktop.sync.progress import Cancellation, Progress, ProgressMeter
from tests.sync.memory import FakeTime, MemoryLink, sync
from tests.sync.model import ModelCentre, ModelStore
from tests.sync.noise import Noise


def store_with(sizes: list[int]) -> ModelStore:
    store = ModelStore("one", bytes(32))
    for at, size in enumerate(sizes):
        text = os.urandom(size // 2).hex()
        store._append([encode(Revision(1, at.to_bytes(16, "big"), "note", 1, None, (), 0, {"put": {"t": text}}, None))])
    return store


@given(st.lists(st.integers(0, 60_000), max_size=12), st.integers(1, 200_000))
def test_a_body_keeps_to_its_budget_and_its_order(sizes: list[int], budget: int) -> None:
    store = store_with(sizes)
    filled = fill(store.unsent(1), budget)
    whole = [act.act_id for act in store.present.chains[0]]
    assert [act.act for act in filled.acts] == whole[: len(filled.acts)]
    assert filled.more == (len(filled.acts) < len(whole))
    assert bool(filled.acts) == bool(whole)  # the first one goes whatever its size
    assert len(filled.frames) <= budget or len(filled.acts) == 1
    found = [message for data in wire.FrameReader().feed(filled.frames) for message in wire.read_request(data).acts]  # type: ignore[union-attr]
    assert len(found) == len(filled.acts)


def test_a_body_never_unpacks_to_more_than_the_centre_takes() -> None:
    store = ModelStore("one", bytes(32))
    for at in range(40):
        text = "x" * (MAX_REVISION_BYTES - 500)
        store._append([encode(Revision(1, at.to_bytes(16, "big"), "note", 1, None, (), 0, {"put": {"t": text}}, None))])
    filled = fill(store.unsent(1), pace.MAX_BODY)
    assert filled.more
    assert 20 <= len(filled.acts) <= 24
    assert len(filled.frames) < 1 << 20


def test_several_requests_while_something_is_unsent_and_one_that_pulls() -> None:
    centre = ModelCentre(Noise("centre"))
    store = store_with([50_000] * 20)
    link = MemoryLink(centre)
    time = FakeTime()
    result = sync(store, centre, link=link, time=time)
    assert (result.pushed, result.equal) == (20, True)
    assert len(link.requests) > 1
    assert all(size <= wire.MAX_BODY_BYTES for size in link.requests)
    assert link.requests[0] <= pace.FIRST_BODY + 2000


def test_the_budget_follows_the_link() -> None:
    budget = Budget()
    budget.sent(256 << 10, seconds=32)
    assert budget.size == 16 << 10
    budget.sent(16 << 10, seconds=0.001)
    assert budget.size == (16 << 10) * 32
    budget.sent(budget.size, seconds=0.01)
    assert budget.size == pace.MAX_BODY
    budget.lost()
    assert budget.size == pace.MAX_BODY // 4
    for _ in range(20):
        budget.lost()
    assert budget.size == pace.MIN_BODY
    before = budget.size
    budget.sent(100, seconds=0.1)  # a greeting says nothing about the link
    assert budget.size == before


@given(st.integers(1, 30) | st.just(10_000), st.floats(0, 0.999), st.booleans())
def test_waits_grow_and_stay_bounded(tries: int, chance: float, reached: bool) -> None:
    wait = Retry(lambda: chance).wait(Unreachable("connection_lost"), tries=tries, reached=reached, quiet_seconds=0)
    assert 0.1 <= wait <= 5.0
    assert wait >= min(5.0, 0.2 * 2.0 ** min(tries - 1, 10)) / 2


@pytest.mark.parametrize("code", ["stalled", "portal", "proxy_sign_in", "foreign_certificate", "not_the_centre"])
def test_what_no_second_try_would_mend_ends_at_once(code: str) -> None:
    with pytest.raises(Unreachable, match=code):
        Retry(lambda: 0.5).wait(Unreachable(code), tries=1, reached=True, quiet_seconds=0)


def test_damage_is_tried_three_times() -> None:
    retry = Retry(lambda: 0.5)
    for tries in (1, 2):
        assert retry.wait(Broken("bad_signature"), tries=tries, reached=True, quiet_seconds=0) > 0
    with pytest.raises(Broken):
        retry.wait(Broken("bad_signature"), tries=3, reached=True, quiet_seconds=0)


def test_progress_is_told_ten_times_a_second_and_knows_the_rest_after_three() -> None:
    time = FakeTime()
    seen: list[Progress] = []
    meter = ProgressMeter(lambda: time.now, seen.append)
    meter.enter("sending", 1_000_000)
    for _ in range(500):
        time.now += 0.01
        meter.moved(1000)
    assert 40 <= len(seen) <= 55
    assert all(each.remaining is None for each in seen if each.done < 290_000)
    last = seen[-1]
    assert last.rate == pytest.approx(100_000, rel=0.05)
    assert last.remaining == pytest.approx((1_000_000 - last.done) / 100_000, rel=0.05)
    meter.enter("receiving")
    meter.stored(7)
    assert (seen[-1].phase, seen[-1].remaining) == ("receiving", None)


def test_a_token_tells_every_listener_once() -> None:
    token = Cancellation()
    told: list[int] = []
    token.listen(lambda: told.append(1))
    forgotten: list[int] = []

    def forget_me() -> None:
        forgotten.append(1)

    token.listen(forget_me)
    token.forget(forget_me)
    threads = [threading.Thread(target=token.cancel) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    token.listen(lambda: told.append(2))
    assert (told, forgotten, token.cancelled) == ([1, 2], [], True)


def test_a_session_that_was_cancelled_before_it_began() -> None:
    token = Cancellation()
    token.cancel()
    centre = ModelCentre(Noise("centre"))
    link = MemoryLink(centre)
    work = synchronise(ModelStore("one", bytes(32)), link, FakeTime().surroundings(), lambda _: None, token)
    with pytest.raises(Refused, match="cancelled"):
        asyncio.run(work)
    assert link.calls == []
