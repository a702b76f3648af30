"""The audit stream at the centre is read by those to whom the rules open it, and each reading is kept."""

from __future__ import annotations

import secrets
import uuid
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from icjims_core import request_signature
from icjims_core.encoding import encode
from icjims_core.request_signature import AUTHOR_HEADER, Signature
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.scope import log_reading, supervision
from icjims_sync_server.store.tables import log_reading_table
from tests.server.town import BASE, Town
from tests.server.workstation import Keys, Workstation


def looked(station: Workstation, login: str, role: str, office: str, case: bytes | None = None, **more: object) -> None:
    """One event in the stream of a workstation."""
    event: dict[str, object] = {"event": "consultation", "user": login, "role": role, "office": office, **more}
    if case is not None:
        event["case"] = str(uuid.UUID(bytes=case))
    station.act(stream=1, bodies=[encode(event)])


def headers_of(town: Town, keys: Keys, path: str, author: Ed25519PrivateKey | None = None) -> dict[str, str]:
    """A request signed by the device, and beside it by a person."""
    created, nonce = town.clock() // 1000, secrets.token_bytes(16)
    headers = town.signed(keys, "GET", path, created=created, nonce=nonce)
    own = Signature(keys.signing_public, created, nonce)
    word = request_signature.author_header(author or keys.author, own, method="GET", url=BASE + path)
    return headers | {AUTHOR_HEADER: word}


def asked(town: Town, station: Workstation, **query: object) -> httpx.Response:
    path = "/v1/log" + (f"?{urlencode(query)}" if query else "")
    return town.request("GET", path, None, headers_of(town, station.keys, path))


def events(town: Town, station: Workstation, **query: object) -> list[dict[str, Any]]:
    """Everything that a reader is shown of what workstations sent."""
    return [each for each in everything(town, station, **query) if each.get("action") != "centre"]


def everything(town: Town, station: Workstation, **query: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        answer = asked(town, station, **query)
        assert answer.status_code == 200, answer.text
        found += answer.json()["events"]
        if answer.json()["next"] is None:
            return found
        query["after"] = answer.json()["next"]


def problem(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def readings(town: Town) -> int:
    with town.centre.database.read() as connection:
        return connection.scalar(select(func.count()).select_from(log_reading_table)) or 0


@pytest.fixture
def bureau(town: Town) -> Bureau:
    return Bureau(town)


class Bureau:
    """Two offices with a case each; a clerk of each, and an auditor of the first, looked at the first's case."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.first, self.second = town.office(), town.office()
        self.aida, self.bakyt = f"aida{self.first}", f"bakyt{self.second}"
        self.auditor = f"auditor{self.first}"
        one, two = self.of(self.first, "clerk", self.aida), self.of(self.second, "clerk", self.bakyt)
        self.auditing = self.of(self.first, "auditor", self.auditor)
        self.one, self.two = one, two
        self.case = one.new_case()
        looked(one, self.aida, "clerk", self.first, self.case)
        two.new_case()
        looked(two, self.bakyt, "clerk", self.second, self.case)
        looked(self.auditing, self.auditor, "auditor", self.first, self.case)
        looked(self.auditing, self.auditor, "auditor", self.first, action="search")
        for each in (one, two, self.auditing):
            each.sync()

    def of(self, office: str, role: str, login: str = "") -> Workstation:
        return self.town.station(office, role=role, login=login)

    def authors(self, station: Workstation, **query: object) -> set[str]:
        """Of the three who looked, those whom a reader is shown."""
        mine = {self.aida, self.bakyt, self.auditor}
        return {each["author"] for each in events(self.town, station, **query)} & mine


def test_auditors_read_everything_and_filters_hold(bureau: Bureau) -> None:
    reader = bureau.of(bureau.second, "auditor")
    assert bureau.authors(reader) == {bureau.aida, bureau.bakyt, bureau.auditor}
    assert bureau.authors(reader, of=bureau.aida) == {bureau.aida}
    of_case = events(bureau.town, reader, case=uuid.UUID(bytes=bureau.case))
    assert [each["author"] for each in of_case] == [bureau.aida, bureau.bakyt, bureau.auditor]
    assert {each["at"] for each in of_case} == {1_700_000_000_000}
    assert {each["device"] for each in of_case} >= {bureau.one.device.hex()}
    assert bureau.authors(reader, **{"from": 1_700_000_000_001}) == set()
    assert bureau.authors(reader, to=1_700_000_000_000) == set()
    assert bureau.authors(reader, to=1_700_000_000_001) == {bureau.aida, bureau.bakyt, bureau.auditor}


@pytest.mark.parametrize("role", ["clerk", "investigator", "judge", "inspector", "administrator"])
def test_another_role_is_refused_and_nothing_is_kept(bureau: Bureau, role: str) -> None:
    reader, before = bureau.of(bureau.first, role), readings(bureau.town)
    assert problem(asked(bureau.town, reader)) == (403, "may_not_read_log")
    assert readings(bureau.town) == before


def test_a_head_reads_of_own_staff_alone(bureau: Bureau) -> None:
    head = bureau.of(bureau.first, "head")
    assert bureau.authors(head) == {bureau.aida}
    assert bureau.authors(bureau.of(bureau.second, "head")) == {bureau.bakyt}
    bureau.one.act(bureau.one.revision(uuid.uuid4().bytes, type="sealed_record", case=bureau.case))
    bureau.one.sync()
    assert bureau.authors(head) == set()
    assert bureau.aida in bureau.authors(bureau.auditing)


def test_oversight_does_not_appear_to_the_security_officer_overseen(bureau: Bureau) -> None:
    assert bureau.authors(bureau.of(bureau.first, "security_officer")) == {bureau.aida, bureau.bakyt}
    elsewhere = events(bureau.town, bureau.of(bureau.second, "security_officer"), of=bureau.auditor)
    assert {each.get("action") for each in elsewhere} == {None}, "a search may have been about any body"


def test_what_an_event_says_of_its_author_opens_nothing(bureau: Bureau) -> None:
    looked(bureau.auditing, bureau.auditor, "clerk", bureau.first, bureau.case, action="forged")
    looked(bureau.two, bureau.aida, "clerk", bureau.first, bureau.case, action="forged")
    bureau.auditing.sync()
    bureau.two.sync()
    head = bureau.of(bureau.first, "head")
    assert bureau.authors(head) == {bureau.aida}
    assert "forged" not in {each.get("action") for each in events(bureau.town, head)}
    assert bureau.authors(bureau.auditing, of=bureau.aida) == {bureau.aida}


def test_the_supervising_prosecutor_reads_and_another_only_of_cases_that_he_has(bureau: Bureau) -> None:
    town = bureau.town
    ours, other = town.office(), town.office()
    reader, stranger = bureau.of(ours, "prosecutor"), bureau.of(other, "prosecutor")
    assert bureau.authors(reader) == set()
    supervision.declare(town.centre, bureau.first, ours, since=None, until=None)
    assert bureau.authors(reader) == {bureau.aida, bureau.auditor, bureau.bakyt}, "bakyt looked at a case that is here"
    assert bureau.authors(stranger) == set()


def test_each_page_is_kept_before_it_is_shown_and_read_by_the_same_rules(bureau: Bureau) -> None:
    town, before = bureau.town, readings(bureau.town)
    everything(town, bureau.auditing, of=bureau.aida, case=uuid.UUID(bytes=bureau.case))
    assert readings(town) >= before + 2
    kept = [each for each in everything(town, bureau.auditing, of=bureau.auditor) if each.get("action") == "centre"]
    assert kept[0]["of_user"] == bureau.aida
    assert kept[0]["case"] == str(uuid.UUID(bytes=bureau.case))
    assert (kept[0]["user"], kept[0]["device"]) == (bureau.auditor, bureau.auditing.device.hex())
    for role in ("head", "security_officer"):
        shown = everything(town, bureau.of(bureau.first, role))
        assert bureau.auditor not in {each["author"] for each in shown}


def test_pages_are_bounded_and_join_without_gap(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = events(bureau.town, bureau.auditing)
    bodies = [encode({"event": "search", "n": number}) for number in range(5)]
    bureau.one.act(stream=1, bodies=bodies)
    bureau.one.sync()
    monkeypatch.setattr(log_reading, "MAX_EVENTS", 2)
    monkeypatch.setattr(log_reading, "WINDOW", 3)
    assert len(asked(bureau.town, bureau.auditing).json()["events"]) <= 2
    joined = events(bureau.town, bureau.auditing)
    assert joined[: len(whole)] == whole
    assert [each["n"] for each in joined[len(whole) :]] == [0, 1, 2, 3, 4]


def test_odd_events_break_no_page(bureau: Bureau) -> None:
    odd: dict[str, object] = {
        "at": "x",
        "cases": ["nonsense", 5],
        "bytes": b"\x01",
        "big": 2**60,
        "deep": [{"a": [b""]}],
    }
    looked(bureau.one, bureau.aida, "clerk", bureau.first, None, **odd)
    bureau.one.sync()
    shown = next(each for each in events(bureau.town, bureau.auditing) if "big" in each)
    assert (shown["bytes"], shown["big"], shown["at"]) == ("01", str(2**60), 1_700_000_000_000)
    assert all("big" not in each for each in events(bureau.town, bureau.of(bureau.first, "head")))


def test_w15_to_w19_the_person_signs_beside_the_device(bureau: Bureau) -> None:
    town, keys = bureau.town, bureau.auditing.keys
    good = headers_of(town, keys, "/v1/log")
    assert town.request("GET", "/v1/log", None, good).status_code == 200
    assert problem(town.request("GET", "/v1/log", None, good)) == (401, "replay")
    word = good[AUTHOR_HEADER]
    kept = readings(town)
    for other in (
        {},
        {AUTHOR_HEADER: word},
        {AUTHOR_HEADER: "x"},
        {AUTHOR_HEADER: word.partition(".")[0]},
        {AUTHOR_HEADER: f"{word}, {word}"},
        {AUTHOR_HEADER: headers_of(town, keys, "/v1/log?of=x")[AUTHOR_HEADER]},
        {AUTHOR_HEADER: headers_of(town, bureau.one.keys, "/v1/log", keys.author)[AUTHOR_HEADER]},
    ):
        headers = town.signed(keys, "GET", "/v1/log") | other
        assert problem(town.request("GET", "/v1/log", None, headers)) == (401, "bad_signature")
    for author in (Ed25519PrivateKey.generate(), keys.signing, bureau.one.keys.author):
        headers = headers_of(town, keys, "/v1/log", author)
        assert problem(town.request("GET", "/v1/log", None, headers)) == (401, "unknown_author")
    headers = headers_of(town, bureau.one.keys, "/v1/log", keys.author)
    assert problem(town.request("GET", "/v1/log", None, headers)) == (401, "unknown_author")
    assert readings(town) == kept


def test_who_was_disabled_reads_nothing(bureau: Bureau) -> None:
    town = bureau.town
    with town.centre.database.read() as connection:
        account = people.account_by_login(connection, bureau.auditor)
    gone = people.Account(account.id, account.login, account.name, account.role, account.office, active=False)
    town.centre.database.write(lambda connection: people.change_account(connection, town.centre, gone))
    assert problem(asked(town, bureau.auditing)) == (403, "user_disabled")


@pytest.mark.parametrize(
    "query",
    [
        "case=x", "case=", "of=", "of=%00", "of=%ff", "from=-1", "from=1.5", "from=9007199254740992", "from=%D9%A1",
        "to=01", "after=b1", "after=a", "after=a1.2.3", "after=r1%0A", "after=a1234567890123456", "x=1",
        "of=a&of=b", "of", "of=" + "a" * 201, "a=1&b=2&c=3&d=4&e=5&f=6",
    ],
)  # fmt: skip
def test_w1_to_w9_odd_queries(town: Town, query: str) -> None:
    station = town.station(town.office(), role="auditor")
    headers = headers_of(town, station.keys, f"/v1/log?{query}")
    assert problem(town.request("GET", f"/v1/log?{query}", None, headers)) == (400, "bad_schema")
