"""Requests over HTTP: bad bodies, types, signatures, methods and ids get a stable problem and change nothing."""

from __future__ import annotations

import base64
import json
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icjims_core import request_signature, wire
from icjims_core.encoding import encode
from icjims_core.packing import compress
from icjims_core.problem import Broken, Refused
from icjims_core.wire import Push
from icjims_sync_server.api import strict_json
from icjims_sync_server.services import status
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.exchange import frames
from icjims_sync_server.services.safekeeping import verification
from tests.server.town import BASE, Town, base64url, code_of
from tests.server.workstation import Keys, new_id, read_answer, request

JSON = "application/json"


def enrolment(town: Town, keys: Keys, office: str, **changed: object) -> bytes:
    """The body of an enrolment, with some of its fields changed (`None`: left out)."""
    body: dict[str, object] = {
        "code": code_of(town.ticket(office)),
        "device_name": "Кабинет 12",
        "signing_key": base64url(keys.signing_public),
        "sealing_key": base64url(keys.sealing.public_key().public_bytes_raw()),
        "author_key": base64url(keys.author_public),
    }
    return json.dumps({name: value for name, value in (body | changed).items() if value is not None}).encode()


def test_enrolment_over_http_and_the_same_again(town: Town) -> None:
    office, keys = town.office(), Keys()
    body = enrolment(town, keys, office)
    first = town.send(keys, "POST", "/v1/enrolments", body, JSON)
    assert (first.status_code, first.json()["state"], first.json()["office"]["code"]) == (200, "active", office)
    assert base64.urlsafe_b64decode(first.json()["centre_key"] + "=") == town.centre.keys.public
    assert town.send(keys, "POST", "/v1/enrolments", body, JSON).json() == first.json()
    stolen = json.loads(body) | {"signing_key": base64url((other := Keys()).signing_public)}
    refused = town.send(other, "POST", "/v1/enrolments", json.dumps(stolen).encode(), JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "bad_ticket")


def test_a_pending_device_enrols_and_is_told_to_wait(town: Town) -> None:
    station = town.station(town.office(), approved=False)
    answer = town.send(station.keys, "POST", "/v1/sync", request(station.hello()))
    assert (answer.status_code, answer.json()["code"]) == (403, "pending_approval")


def test_w22_wrong_codes(town: Town) -> None:
    office, keys = town.office(), Keys()
    code = code_of(town.ticket(office))
    wrong = code[:-1] + ("0" if code[-1] != "0" else "2")
    for _ in range(5):
        body = enrolment(town, keys, office, code=wrong)
        assert town.send(keys, "POST", "/v1/enrolments", body, JSON).json()["code"] == "bad_ticket"
    right = town.send(keys, "POST", "/v1/enrolments", enrolment(town, keys, office, code=code), JSON)
    assert (right.status_code, right.json()["code"]) == (403, "bad_ticket")
    for odd in ("", "💥" * 50, "A" * 101, "\u0410\u0412"):
        answer = town.send(keys, "POST", "/v1/enrolments", enrolment(town, keys, office, code=odd), JSON)
        assert answer.status_code in (400, 403)


def test_w22_a_code_as_people_type_it(town: Town) -> None:
    office, keys = town.office(), Keys()
    code = code_of(town.ticket(office))
    typed = " ".join(code[at : at + 4] for at in range(0, 16, 4)).lower().replace("0", "o").replace("1", "l")
    typed = typed.replace("a", "\u0430").replace("e", "\u0435")
    answer = town.send(keys, "POST", "/v1/enrolments", enrolment(town, keys, office, code=typed), JSON)
    assert answer.status_code == 200, answer.text


def test_w22_an_expired_ticket(town: Town) -> None:
    office, keys = town.office(), Keys()
    body = enrolment(town, keys, office)
    town.shift_ms = 24 * 3600 * 1000 + 1000
    assert town.send(keys, "POST", "/v1/enrolments", body, JSON).json()["code"] == "bad_ticket"


def test_a_ticket_of_another_office_is_refused_for_an_enrolled_device(town: Town) -> None:
    station = town.station(town.office())
    body = enrolment(town, station.keys, town.office())
    answer = town.send(station.keys, "POST", "/v1/enrolments", body, JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "other_office")


def test_a_further_person_of_a_device_joins_with_its_keys(town: Town) -> None:
    office = town.office()
    station = town.station(office)
    further = Keys(signing=station.keys.signing, sealing=station.keys.sealing)
    enrolled = town.apply(town.ticket(office), further)
    assert enrolled.device.id == station.device
    assert len(station.sync().closing.feeds) == 3


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "bad_schema"),
        (b"null", "bad_schema"),
        (b"[]", "bad_schema"),
        (b'"x"', "bad_schema"),
        (b"{}", "bad_schema"),
        (b'{"acts":[],"acts":[]}', "ambiguous_json"),
        (b'{"acts":[NaN]}', "bad_number"),
        (b'{"acts":[1e999]}', "bad_number"),
        (b'{"acts":[-0]}', "bad_number"),
        (b'{"acts":[1.0]}', "bad_number"),
        (b'{"acts":[9007199254740992]}', "bad_number"),
        (b'{"acts":[' + b"9" * 5000 + b"]}", "bad_number"),
        (b'{"acts":' + b"[" * 33 + b"]" * 33 + b"}", "too_deep"),
        (b"[" * 100_000, "too_deep"),
        (b'{"acts":["\xff"]}', "bad_text"),
        (b'{"acts":["\xc0\xaf"]}', "bad_text"),
        (b'{"acts":["\\ud800"]}', "bad_text"),
        (b'{"acts":["\\u0000"]}', "bad_text"),
        (b'\xef\xbb\xbf{"acts":[]}', "bad_text"),
        ('{"acts":[]}'.encode("utf-16"), "bad_text"),
        (b'{"acts":[],"role":"administrator"}', "bad_schema"),
        (b'{"acts":["zz"]}', "bad_schema"),
        (b'{"acts":"x"}', "bad_schema"),
    ],
)
def test_w1_to_w9_bad_json(town: Town, body: bytes, code: str) -> None:
    station = town.station(town.office())
    answer = town.send(station.keys, "POST", "/v1/acts/known", body, JSON)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_w2_truncated_json_at_each_byte() -> None:
    whole = json.dumps({"acts": ["ab" * 32], "x": {"y": [1, "\u04e9"]}}, ensure_ascii=False).encode()
    for end in range(len(whole)):
        with pytest.raises(Refused):
            strict_json.loads(whole[:end])


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: json.dumps(text).encode()))
def test_no_bytes_break_the_reader_of_json(body: bytes) -> None:
    try:
        value = strict_json.loads(body)
    except Refused:
        return
    assert strict_json.loads(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([("content-type", "text/html")], 415),
        ([], 415),
        ([("content-type", JSON), ("content-type", JSON)], 415),
        ([("content-type", "application/json; charset=koi8-r")], 415),
        ([("content-type", JSON), ("content-encoding", "br")], 415),
        ([("content-type", JSON), ("content-encoding", "gzip")], 415),
        ([("content-type", JSON), ("content-length", "10737418240")], 413),
        ([("content-type", JSON), ("content-length", "-1")], 413),
        ([("content-type", JSON)], 401),
    ],
)
def test_w10_w12_w14_types_encodings_and_sizes(town: Town, headers: list[tuple[str, str]], status: int) -> None:
    answer = town.request("POST", "/v1/acts/known", b"{}", headers)
    assert answer.status_code == status
    assert set(answer.json()) == {"type", "title", "status", "code", "params"}


def test_w12_a_body_beyond_the_limit_is_refused(town: Town) -> None:
    station = town.station(town.office())
    answer = town.send(station.keys, "POST", "/v1/sync", bytes(wire.MAX_BODY_BYTES + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_w15_to_w19_signatures(town: Town) -> None:
    station = town.station(town.office())
    body = request(station.hello())
    good = town.signed(station.keys, "POST", "/v1/sync", body)
    assert town.request("POST", "/v1/sync", body, good).status_code == 200
    replayed = town.request("POST", "/v1/sync", body, good)
    assert (replayed.status_code, replayed.json()["code"]) == (401, "replay")
    fresh = town.signed(station.keys, "POST", "/v1/sync", body)
    for headers, sent, path in [
        ({"content-type": wire.MEDIA_TYPE}, body, "/v1/sync"),
        (fresh, body[:-1] + bytes([body[-1] ^ 1]), "/v1/sync"),
        (fresh | {"content-digest": request_signature.content_digest(b"")}, body, "/v1/sync"),
        (fresh, body, "/v1/sync?x=1"),
        (fresh | {"signature-input": fresh["signature-input"].replace("ed25519", "none")}, body, "/v1/sync"),
        (town.signed(station.keys, "POST", "", body, url="http://elsewhere.test/v1/sync"), body, "/v1/sync"),
    ]:
        answer = town.request("POST", path, sent, headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "bad_signature")
    assert town.request("POST", "/v1/sync", body, fresh).status_code == 200


@pytest.mark.parametrize("away", [-301, 301, -10 * 365 * 86400, 600])
def test_w18_a_wrong_clock_is_told_the_centre_s_time_under_its_signature(town: Town, away: int) -> None:
    station = town.station(town.office())
    body, nonce = request(station.hello()), secrets.token_bytes(16)
    created = town.clock() // 1000 + away
    headers = town.signed(station.keys, "POST", "/v1/sync", body, created=created, nonce=nonce)
    answer = town.request("POST", "/v1/sync", body, headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "clock_skew")
    told = answer.json()["params"]
    request_signature.check_time(town.centre.keys.public, nonce, told["now"], told["proof"])
    headers = town.signed(station.keys, "POST", "/v1/sync", body, created=told["now"])
    assert town.request("POST", "/v1/sync", body, headers).status_code == 200


def test_w21_states_of_a_device_act_on_the_next_request(town: Town) -> None:
    station = town.station(town.office())
    body = request(station.hello())
    stranger = town.send(Keys(), "POST", "/v1/sync", body)
    assert (stranger.status_code, stranger.json()["code"]) == (401, "unknown_device")
    states: list[tuple[people.State, int, str]] = [
        ("suspended", 403, "device_suspended"),
        ("active", 200, ""),
        ("revoked", 403, "device_revoked"),
    ]
    for state, expected, code in states:
        town.centre.database.write(
            lambda connection, to=state: people.set_device_state(  # type: ignore[misc]
                connection, town.centre, people.device_by_text(connection, station.device.hex()), to
            )
        )
        answer = town.send(station.keys, "POST", "/v1/sync", body)
        assert answer.status_code == expected
        assert not code or answer.json()["code"] == code


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("TRACE", "/v1/sync", 405),
        ("PUT", "/v1/health", 405),
        ("DELETE", "/v1/sync", 405),
        ("GET", "/v1/sync", 405),
        ("POST", "/v1/health", 405),
        ("OPTIONS", "/v1/sync", 405),
        ("GET", "/", 404),
        ("GET", "/v1/sync/", 404),
        ("GET", "/v1/%2e%2e%2fkeys", 404),
        ("GET", "/" + "a" * 5000, 404),
    ],
)
def test_w30_method_and_path_tricks(town: Town, method: str, path: str, expected: int) -> None:
    answer = town.request(method, path, headers=[("x-http-method-override", "POST")])
    assert answer.status_code == expected
    assert answer.json()["status"] == expected


@pytest.mark.parametrize(
    "name",
    ["../x", "%2e%2e%2f", "..%5Cx", "%7B00000000-0000-0000-0000-000000000000%7D", "a" * 3000, "x'%20OR%201=1--", "%00"],
)
def test_w29_no_odd_id_finds_anything(town: Town, name: str) -> None:
    station = town.station(town.office())
    answer = town.send(station.keys, "GET", f"/v1/feeds/{name}/buckets")
    assert answer.status_code in (400, 401, 404)
    assert "code" in answer.json()


def test_404_is_404_for_feeds_of_others_and_feeds_that_are_not(town: Town) -> None:
    here, there = town.office(), town.office()
    station = town.station(here)
    answers = [
        town.send(station.keys, "GET", f"/v1/feeds/{name}/buckets") for name in (f"office:{there}", "office:NONE")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert town.send(station.keys, "GET", f"/v1/feeds/office:{here}/buckets").status_code == 200


def test_buckets_leaves_and_acts_mend_a_copy(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    case = one.new_case()
    one.act(*[one.revision(new_id(), type="person", case=case, put={"name": str(at)}) for at in range(20)])
    one.sync()
    two.sync()
    feed = f"office:{office}"
    lost = sorted(two.held[feed])[::7]
    for leaf in lost:
        del two.held[feed][leaf]
    told = town.send(two.keys, "GET", f"/v1/feeds/{feed}/buckets").json()
    assert (len(told["buckets"]), told["epoch"]) == (256, town.centre.epoch.hex())
    mine = [sum(leaf[0] == at for leaf in two.held[feed]) for at in range(256)]
    differing = [at for at, (count, _) in enumerate(told["buckets"]) if count != mine[at]]
    found: list[str] = []
    for at in differing:
        leaves = town.send(two.keys, "GET", f"/v1/feeds/{feed}/buckets/{at}").json()["leaves"]
        found += [leaf for leaf in leaves if bytes.fromhex(leaf) not in two.held[feed]]
    assert sorted(found) == sorted(leaf.hex() for leaf in lost)
    body = json.dumps({"leaves": [*found, "00" * 32]}).encode()
    answer = town.send(two.keys, "POST", f"/v1/feeds/{feed}/acts", body, JSON)
    for data in wire.FrameReader().feed(answer.content):
        page = wire.read_answer(data)
        assert isinstance(page, wire.Page)
        for part in page.parts:
            two._take_part(feed, part)
    assert two.agrees(two.sync())
    assert town.send(two.keys, "GET", f"/v1/feeds/{feed}/buckets/256").status_code == 404


def test_known_acts_are_those_of_the_device_s_own_replicas(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    one.new_case()
    one.sync()
    asked = json.dumps({"acts": [one.heads[0].act.hex(), "00" * 32]}).encode()
    answers = [town.send(station.keys, "POST", "/v1/acts/known", asked, JSON).json() for station in (one, two)]
    assert answers == [{"known": [one.heads[0].act.hex()]}, {"known": []}]


def test_w13_bombs_and_malformed_frames(town: Town) -> None:
    station = town.station(town.office())
    hello = encode(station.hello())

    def framed(*bodies: bytes) -> bytes:
        return b"".join(len(body).to_bytes(4, "big") + body for body in bodies)

    good = compress(hello)
    bomb = compress(bytes(33 << 20))
    for body, code, expected in [
        (framed(good, bomb), "bomb", 413),
        (framed(*([good] + [compress(encode(Push(())) + bytes(20 << 20))] * 2)), "malformed", 400),
        (b"", "malformed", 400),
        (framed(good, good), "malformed", 400),
        (framed(compress(encode(Push(())))), "malformed", 400),
        (framed(good + b"x"), "malformed", 400),
        (framed(good + good), "malformed", 400),
        (framed(compress(good)), "malformed", 400),
        (framed(hello), "malformed", 400),
        (framed(good)[:-1], "truncated", 400),
        ((1 << 30).to_bytes(4, "big") + good, "too_large", 413),
        (framed(compress(b"\x81\xa1a\x01")), "malformed", 400),
        (framed(compress(b"\x91" * 100_000)), "malformed", 400),
        (framed(compress(hello.replace(b"\x98\x01\x01", b"\x98\x01\x02", 1))), "unsupported_protocol", 426),
    ]:
        answer = town.send(station.keys, "POST", "/v1/sync", body)
        assert (answer.json()["code"], answer.status_code) == (code, expected)


def test_frames_cut_at_each_byte_are_refused_and_nothing_is_taken(town: Town) -> None:
    station = town.station(town.office())
    station.new_case()
    whole = request(station.hello(), station.outbox)
    for end in range(len(whole)):
        if end == len(request(station.hello())):
            continue
        with pytest.raises(Broken):
            frames.read_request(whole[:end])
    before = status.status(town.centre)["acts"]
    town.send(station.keys, "POST", "/v1/sync", whole[:-1])
    assert status.status(town.centre)["acts"] == before


def test_no_change_of_bytes_in_a_message_does_harm(town: Town) -> None:
    """Whatever a message is turned into, each of its acts is taken or refused by a known problem."""
    station = town.station(town.office())
    station.new_case(note="fuzzed")
    station.act(*[station.revision(new_id(), type="person", put={"a": [1, {"b": "ө"}]}) for _ in range(3)])
    whole = encode(Push(tuple(station.outbox)))

    @settings(max_examples=120)
    @given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), min_size=1, max_size=4))
    def changed(changes: list[tuple[int, int]]) -> None:
        plain = bytearray(whole)
        for at, byte in changes:
            plain[at] = byte
        try:
            answer = read_answer(station.post(wire.frame(station.hello()) + _framed(compress(bytes(plain)))))
        except Broken:
            return
        assert {result for result, _ in answer.codes} <= {"stored", "duplicate", "rejected"}

    changed()
    town.project()
    assert verification.verify(town.centre).wrong == []


def _framed(body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + body


def test_health_ca_and_the_description(town: Town) -> None:
    assert town.request("GET", "/v1/health").json() == {"status": "ok"}
    assert b"BEGIN CERTIFICATE" in town.request("GET", "/v1/ca").content
    document = town.request("GET", "/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "/v1/feeds/{feed}/buckets/{bucket}" in document["paths"]
    assert document["paths"]["/v1/sync"]["post"]["responses"].keys() >= {"200", "401", "413", "415"}
    assert BASE.startswith("http")
