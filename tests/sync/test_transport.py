"""The signed transport against a real server: cuts at every place, strangers, foreign certificates, wrong clocks."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import wire
from icjims_core.problem import Broken, Problem, Refused, Unreachable
from icjims_desktop.sync import pace
from icjims_desktop.sync.client import Client
from icjims_desktop.sync.driver import Surroundings, synchronise
from icjims_desktop.sync.progress import Cancellation, Progress
from icjims_desktop.sync.result import SyncResult
from icjims_desktop.sync.transport import Centre, Link, check_url, fetch_authority, key_pin
from tests.chaos_proxy import ChaosProxy, Plan
from tests.sync.http_centre import NOW, App, Authority, Receive, Scope, Send, centre_app, read_body, reply, serving
from tests.sync.memory import MemoryLink
from tests.sync.model import ModelCentre, ModelStore
from tests.sync.noise import Noise

DEVICE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
DEVICE_KEY = DEVICE.public_key().public_bytes_raw()


async def no_wait(_seconds: float) -> None:
    """Time in tests is not spent waiting."""
    await asyncio.sleep(0)


@dataclass
class Station:
    """A model store and its link over real HTTP."""

    store: ModelStore
    url: str
    authority: str = ""
    stall: float = 5.0
    offset: float = 0.0
    centre_key: bytes = b""
    noise: Noise = field(default_factory=lambda: Noise("station"))

    def link(self) -> Link:
        centre = Centre(self.url, self.authority, self.centre_key)
        return Link(centre, DEVICE, lambda: NOW + self.offset, self.noise, stall_seconds=self.stall)

    async def session(self, cancellation: Cancellation | None = None) -> SyncResult:
        link = self.link()
        with ThreadPoolExecutor(1) as executor:
            around = Surroundings(
                executor, time.monotonic, lambda: int(NOW + self.offset) * 1000, lambda: 0.5, sleep=no_wait
            )
            try:
                return await synchronise(self.store, link, around, lambda _: None, cancellation or Cancellation())
            finally:
                await link.close()

    def sync(self) -> SyncResult:
        return asyncio.run(self.session())


class Centres:
    """A model centre over HTTP with a store that has something to send and something to get."""

    def __init__(self) -> None:
        self.centre = ModelCentre(Noise("centre"))
        self.memory = MemoryLink(self.centre)
        self.ids = Noise("ids")
        self.key = self.centre.key.public_key().public_bytes_raw()
        self.other = ModelStore("other", self.key)

    def app(self) -> App:
        return centre_app(self.memory, DEVICE_KEY)

    def store(self, name: str, own: int = 4, foreign: int = 9) -> ModelStore:
        store = ModelStore(name, self.key)
        for _ in range(own):
            store.write(self.ids(16), self.ids(16))
        for _ in range(foreign):
            self.other.write(self.ids(16))
        list(self.centre.answer(self._body_of(self.other)))
        self.other.mark_sent(self.other.present.id, len(self.other.present.chains[0]))
        return store

    @staticmethod
    def _body_of(store: ModelStore) -> bytes:
        return wire.frame(store.hello(pull=False)) + pace.fill(store.unsent(1), 1 << 20).frames


@pytest.fixture
def centres() -> Centres:
    return Centres()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"), "authority")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"), "stranger")


def test_a_session_over_tls(centres: Centres, authority: Authority) -> None:
    with serving(centres.app(), authority) as port:
        station = Station(centres.store("one"), f"https://127.0.0.1:{port}", authority.pem)
        result = station.sync()
    assert (result.pushed, result.pulled, result.equal) == (8, 9, True)


def test_the_same_connection_serves_one_session_after_another(centres: Centres) -> None:
    store = centres.store("one")
    with serving(centres.app()) as port, ChaosProxy(port) as proxy, ThreadPoolExecutor(1) as executor:
        around = Surroundings(executor, time.monotonic, lambda: NOW * 1000, lambda: 0.5)
        centre = Centre(f"http://127.0.0.1:{proxy.port}", "")
        with Client(centre, DEVICE, lambda: float(NOW), Noise("n"), around) as client:
            seen: list[Progress] = []
            assert client.synchronise(store, seen.append).equal
            assert client.synchronise(store).pulled == 0
        assert proxy.connections == 1
    assert {each.phase for each in seen} >= {"sending", "receiving", "comparing"}


@pytest.mark.parametrize("direction", ["down", "up"])
def test_cut_after_every_so_many_bytes(centres: Centres, direction: str) -> None:
    with serving(centres.app()) as port, ChaosProxy(port) as proxy:
        calm = Station(centres.store("calm"), f"http://127.0.0.1:{proxy.port}")
        calm.sync()
        whole = proxy.down if direction == "down" else proxy.up
        for cut in range(1, whole, max(1, whole // 40)):
            plan = Plan(cut_down=cut) if direction == "down" else Plan(cut_up=cut)
            proxy.plans.append(plan)
            station = Station(centres.store(f"{direction} {cut}", own=2, foreign=1), f"http://127.0.0.1:{proxy.port}")
            assert station.sync().equal, cut
            assert station.store.outbox_count() == 0
            assert station.store.feed == set(centres.centre.leaves())
    records = centres.centre.records()
    assert len(records) == len(set(records))


def test_an_answer_lost_after_the_commit_doubles_nothing(centres: Centres) -> None:
    with serving(centres.app()) as port, ChaosProxy(port) as proxy:
        proxy.plans += [Plan(swallow_answer=True), Plan(swallow_answer=True)]
        station = Station(centres.store("one", own=5, foreign=0), f"http://127.0.0.1:{proxy.port}")
        result = station.sync()
    assert result.equal
    assert len(centres.centre.records()) == 10
    assert proxy.connections == 3


def test_a_stalled_centre_is_given_up(centres: Centres) -> None:
    with serving(centres.app()) as port, ChaosProxy(port, usual=Plan(stall_down=300)) as proxy:
        station = Station(centres.store("one"), f"http://127.0.0.1:{proxy.port}", stall=0.3)
        with pytest.raises(Unreachable, match="stalled"):
            station.sync()


def test_a_slow_link_is_no_stalled_one(centres: Centres) -> None:
    with serving(centres.app()) as port, ChaosProxy(port, usual=Plan(rate=20_000)) as proxy:
        began = time.monotonic()
        station = Station(centres.store("one", foreign=60), f"http://127.0.0.1:{proxy.port}", stall=0.5)
        assert station.sync().equal
        assert time.monotonic() - began > 0.5


def test_cancelled_within_a_fifth_of_a_second(centres: Centres) -> None:
    cancellation = Cancellation()
    cancelled_at: list[float] = []

    def cancel() -> None:
        cancelled_at.append(time.monotonic())
        cancellation.cancel()

    with serving(centres.app()) as port, ChaosProxy(port, usual=Plan(stall_down=300)) as proxy:
        station = Station(centres.store("one"), f"http://127.0.0.1:{proxy.port}", stall=20)
        threading.Timer(0.3, cancel).start()
        with pytest.raises(Refused, match="cancelled"):
            asyncio.run(station.session(cancellation))
    assert time.monotonic() - cancelled_at[0] < 0.5
    assert station.store.transactions <= 2


def answering(status: int, content_type: str, body: bytes = b"", **headers: str) -> App:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await read_body(receive)
            await reply(send, status, content_type, body, **headers)

    return app


PORTAL = b"<html><body>Please sign in</body></html>"
FRAMES = "application/vnd.icjims.frames"
PROBLEM = "application/problem+json"
STRANGERS = [
    (answering(200, "text/html; charset=utf-8", PORTAL), "portal", 5),
    (answering(302, "text/html", PORTAL, location="http://portal.example/login"), "portal", 5),
    (answering(307, FRAMES, b"", location="/v1/sync"), "portal", 5),
    (answering(407, "text/plain"), "proxy_sign_in", 5),
    (answering(511, "text/plain"), "portal", 5),
    (answering(404, "text/plain", b"nothing here"), "not_the_centre", 5),
    (answering(200, "application/json", b"{}"), "not_the_centre", 5),
    (answering(200, FRAMES, PORTAL), "damaged_answer", 5),
    (answering(200, FRAMES, b"\x00\x00\x00\x04abcd"), "damaged_answer", 5),
    (answering(200, FRAMES, b"\xff\xff\xff\xff"), "damaged_answer", 5),
    (answering(200, FRAMES, b""), "connection_lost", 5),
    (answering(200, FRAMES, b"\x00", content_encoding="gzip"), "not_the_centre", 5),
    (answering(200, PROBLEM, b"{}"), "not_the_centre", 5),
    (answering(503, PROBLEM, b'{"code":"database_unavailable","params":{}}'), "centre_busy", 5),
    (answering(502, "text/html", PORTAL), "portal", 5),
    (answering(500, "text/plain", b"Internal Server Error"), "centre_failed", 5),
    (answering(403, PROBLEM, b'{"code":"device_revoked","params":{}}'), "device_revoked", 3),
    (answering(403, PROBLEM, b'{"code":"pending_approval","params":{"a":1}}'), "pending_approval", 3),
    (answering(401, PROBLEM, b'{"code":"clock_skew","params":{"now":1,"proof":"AA"}}'), "bad_signature", 3),
    (answering(401, PROBLEM, b'{"code":"unknown_device","params":{}}'), "unknown_device", 3),
]


@pytest.mark.parametrize(("app", "code", "exit_code"), STRANGERS)
def test_whoever_answers_in_its_place_changes_nothing(
    centres: Centres, monkeypatch: pytest.MonkeyPatch, app: App, code: str, exit_code: int
) -> None:
    monkeypatch.setattr(pace, "STALL_SECONDS", 0.05)
    with serving(app) as port:
        station = Station(centres.store("one"), f"http://127.0.0.1:{port}", centre_key=centres.key)
        with pytest.raises(Problem) as raised:
            station.sync()
    assert raised.value.code == code
    assert raised.value.exit_code == exit_code
    assert station.store.transactions == 0
    assert station.store.outbox_count() == 4


def test_a_foreign_certificate_is_not_believed(centres: Centres, authority: Authority, stranger: Authority) -> None:
    with serving(centres.app(), stranger) as port:
        station = Station(centres.store("one"), f"https://127.0.0.1:{port}", authority.pem)
        with pytest.raises(Unreachable, match="foreign_certificate"):
            station.sync()
    assert centres.memory.requests == []


def test_a_certificate_for_another_address_is_not_believed(centres: Centres, tmp_path: Path) -> None:
    elsewhere = Authority(tmp_path, "elsewhere", hosts=("127.0.0.9",))
    with serving(centres.app(), elsewhere) as port:
        station = Station(centres.store("one"), f"https://127.0.0.1:{port}", elsewhere.pem)
        with pytest.raises(Unreachable, match="foreign_certificate"):
            station.sync()


def test_a_server_without_tls_is_not_the_centre(centres: Centres, authority: Authority) -> None:
    with serving(centres.app()) as port:
        station = Station(centres.store("one"), f"https://127.0.0.1:{port}", authority.pem)
        with pytest.raises(Unreachable, match="not_the_centre"):
            station.sync()


def test_nobody_there(centres: Centres) -> None:
    with serving(centres.app()) as port:
        pass
    with pytest.raises(Unreachable, match="no_connection"):
        Station(centres.store("one"), f"http://127.0.0.1:{port}").sync()


@pytest.mark.parametrize("offset", [-5 * 365 * 86400, -301, 301, 2 * 365 * 86400])
def test_a_wrong_clock_is_asked_about_once_and_told(centres: Centres, offset: int) -> None:
    with serving(centres.app()) as port:
        station = Station(
            centres.store("one"), f"http://127.0.0.1:{port}", offset=float(offset), centre_key=centres.key
        )
        result = station.sync()
    assert result.equal


def test_the_authority_is_believed_for_its_pin_alone(
    centres: Centres, authority: Authority, stranger: Authority
) -> None:
    with serving(centre_app(centres.memory, DEVICE_KEY, ca=authority.pem), authority) as port:
        url = f"https://127.0.0.1:{port}"
        assert asyncio.run(fetch_authority(url, key_pin(authority.pem))) == authority.pem
        with pytest.raises(Unreachable, match="foreign_certificate"):
            asyncio.run(fetch_authority(url, key_pin(stranger.pem)))


@pytest.mark.parametrize(
    ("url", "secure"),
    [
        ("http://centre.example", False),
        ("http://127.0.0.1:1", True),
        ("https://127.0.0.1:1", False),
        ("ftp://127.0.0.1", False),
        ("javascript:alert(1)", False),
        ("https://user@centre.example", True),
        ("https://centre.example/path", True),
        ("https://centre.example?q=1", True),
        ("https://", True),
        ("https://centre.example:99999", True),
        ("https://[::1", True),
        ("https://борбор.kg", True),
        ("", True),
    ],
)
def test_addresses_that_are_refused(url: str, secure: bool) -> None:
    with pytest.raises(Refused):
        check_url(url, secure=secure)


def test_addresses_that_are_taken() -> None:
    assert check_url("https://Centre.Example:443/", secure=True) == "https://centre.example"
    assert check_url("https://[::1]:8443", secure=True) == "https://[::1]:8443"
    assert check_url("http://localhost:80", secure=False) == "http://localhost"


def test_a_pin_of_something_else_is_broken() -> None:
    with pytest.raises(Broken):
        key_pin("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if not isinstance(thread, threading.Timer)]
    assert not left
