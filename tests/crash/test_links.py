"""Links that lose answers, cut, repeat and reorder requests, or lead into a portal: nothing is lost or done twice."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.chaos_proxy import Plan
from tests.crash.capture import CapturingProxy, deliver
from tests.crash.programs import Failed, Starter, starters
from tests.crash.town import UNREACHABLE, Office, Town, town

SEED = 30
REPLAYED = 401


@pytest.fixture(scope="module")
def started() -> Iterator[tuple[Starter, Starter]]:
    with starters() as found:
        yield found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, started: tuple[Starter, Starter]) -> Iterator[Town]:
    """A town without TLS, so that requests can be taken apart; the books are closed after the last test."""
    folder = tmp_path_factory.mktemp("links") / "town"
    with town(folder, started, SEED, options=("--insecure-http",), proxy=CapturingProxy(0)) as found:
        yield found
        found.finish()


def proxy_of(made: Town) -> CapturingProxy:
    """The link of both offices."""
    proxy = made.centre.proxy
    assert isinstance(proxy, CapturingProxy)
    return proxy


def until(made: Town, office: Office, wanted: int) -> None:
    """Wait until the centre holds so many acts of an office, reading its file."""
    pause = threading.Event()
    while made.centre.newest(office.replica) < wanted:
        pause.wait(0.01)


def test_an_answer_is_lost_after_the_centre_has_committed(made: Town) -> None:
    office = made.first
    made.sync_whole(office)
    for _ in range(3):
        held = made.centre.newest(office.replica)
        office.write_all(5)
        made.centre.proxy.usual = Plan(swallow_answer=True)
        shell = office.shell or office.open()
        shell.send(("sync",), lambda _: None)
        until(made, office, held + 5)
        office.kill()
        made.centre.proxy.usual = Plan()
        office.open()
        assert office.ask("status")["outbox"] == 5
        office.check()
        made.sync_whole(office)
        assert made.centre.newest(office.replica) == held + 5


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_session_is_cut_after_every_so_many_bytes(made: Town, direction: str, trials: int) -> None:
    office, proxy = made.first, made.centre.proxy
    before = proxy.up, proxy.down
    made.second.write_all(4)
    made.sync_whole(made.second)
    office.write_all(4)
    made.sync_whole(office)
    whole = proxy.up - before[0] if direction == "up" else proxy.down - before[1]
    cuts = max(8, min(trials, 400))
    for cut in range(1, whole, max(1, whole // cuts)):
        office.write_all(2)
        made.second.write_all(1)
        made.sync_whole(made.second)
        proxy.plans.append(Plan(cut_up=cut) if direction == "up" else Plan(cut_down=cut))
        made.sync_whole(office)
        office.check(older=2)
    proxy.plans.clear()


def test_requests_are_delivered_twice_and_in_any_order(made: Town) -> None:
    proxy, office = proxy_of(made), made.first
    proxy.streams.clear()
    for _ in range(4):
        for each in (made.first, made.second):
            each.write_all(3)
            made.sync_whole(each)
    made.sync_whole(office)
    requests = proxy.requests()
    assert len(requests) >= 8
    held, chance = made.centre.dots(), random.Random(SEED)
    assert {deliver(each, made.centre.port) for each in requests} == {REPLAYED}
    made.centre.kill()
    made.centre.serve()  # it has forgotten which requests it has seen
    again = [each for each in requests for _ in range(3)]
    chance.shuffle(again)
    answers = [deliver(each, made.centre.port) for each in again]
    assert set(answers) == {200, REPLAYED}
    assert answers.count(200) == len(requests)
    assert made.centre.dots() == held
    for each in (made.first, made.second):
        made.sync_whole(each)
        each.check()


def test_requests_arrive_late_and_the_older_ones_last(made: Town) -> None:
    proxy, office = proxy_of(made), made.first
    made.sync_whole(office)
    proxy.streams.clear()
    proxy.usual = Plan(cut_up=1)
    pause, late = threading.Event(), 0
    while late < 3:
        office.write_all(3)
        shell = office.shell or office.open()
        shell.send(("sync",), lambda _: None)
        while len(proxy.requests()) <= late:
            pause.wait(0.01)
        office.kill()
        late = len(proxy.requests())
        office.open()
    requests = proxy.requests()
    proxy.usual = Plan()
    made.sync_whole(office)
    held = made.centre.dots()
    assert {deliver(each, made.centre.port) for each in reversed(requests)} == {200}
    assert made.centre.dots() == held
    made.sync_whole(office)
    office.check()


@contextlib.contextmanager
def portal(answer: bytes) -> Iterator[int]:
    """Something that gives everybody the same answer."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.recv(1 << 16)
                connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


PAGE = b"<html><body>Wi-Fi: please sign in</body></html>"
PORTALS = {
    "a page": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE),
    "a redirection": b"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n",
    "network sign-in": b"HTTP/1.1 511 Network Authentication Required\r\nContent-Length: 0\r\n\r\n",
    "proxy sign-in": b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("kind", PORTALS)
def test_a_portal_changes_nothing_and_is_told(made: Town, kind: str) -> None:
    office = made.first
    office.write_all(3)
    before = office.ask("status")
    with portal(PORTALS[kind]) as port:
        made.centre.proxy.target = port
        with pytest.raises(Failed) as failure:
            office.ask("sync")
        made.centre.proxy.target = made.centre.port
    assert failure.value.exit_code == UNREACHABLE
    assert failure.value.code in {"portal", "proxy_sign_in"}
    after = office.ask("status")
    assert {name: after[name] for name in ("outbox", "digest", "replica", "last_sync")} == {
        name: before[name] for name in ("outbox", "digest", "replica", "last_sync")
    }
    made.sync_whole(office)
    office.check()
