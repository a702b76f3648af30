"""The way to the centre as the programs use it: one connection for many sessions, from any thread."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import enrolment
from icjims_desktop.services.enrolment import Invitation
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.sync.progress import Cancellation
from tests.chaos_proxy import ChaosProxy
from tests.sync.district import PASSWORD, District, district, now_ms


@pytest.fixture
def town(tmp_path: Path) -> Iterator[District]:
    with district(tmp_path) as made:
        yield made


@pytest.fixture
def proxy(town: District) -> Iterator[ChaosProxy]:
    with ChaosProxy(town.port) as made:
        yield made


@pytest.fixture
def workspace(town: District, proxy: ChaosProxy) -> Iterator[Workspace]:
    invitation = Invitation(town.ticket("009", "clerk"), insecure_http=True, server=f"http://127.0.0.1:{proxy.port}")
    store = enrolment.enrol(
        town.folder / "clerk",
        invitation,
        PASSWORD,
        device_name="pc",
        now=now_ms,
        random=os.urandom,
        state_dir=town.folder / "state",
    )
    with Workspace(store) as opened:
        yield opened


def sessions(workspace: Workspace, count: int) -> None:
    for _ in range(count):
        assert workspace.syncing.synchronise().result.equal


def test_sessions_of_any_thread_share_one_connection(workspace: Workspace, proxy: ChaosProxy) -> None:
    before = proxy.connections
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as two:
        one.submit(sessions, workspace, 2).result()
        two.submit(sessions, workspace, 2).result()
    assert proxy.connections - before == 1


def test_after_a_session_that_was_stopped_the_next_one_calls_anew(workspace: Workspace, proxy: ChaosProxy) -> None:
    sessions(workspace, 1)
    before = proxy.connections
    stop = Cancellation()
    stop.cancel()
    with pytest.raises(Refused, match="cancelled"):
        workspace.syncing.synchronise(cancellation=stop)
    sessions(workspace, 2)
    assert proxy.connections - before == 1


def test_whoever_locks_hangs_up(workspace: Workspace, proxy: ChaosProxy) -> None:
    sessions(workspace, 1)
    before = proxy.connections
    workspace.syncing.close()
    sessions(workspace, 1)
    assert proxy.connections - before == 1
