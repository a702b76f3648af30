"""A workstation that somebody wrote from docs/protocol.md alone enrols and synchronises with the real centre."""

from __future__ import annotations

import base64
import json
import os
import uuid
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.core import stranger
from tests.server.town import BASE, Town, code_of

FRAMES, JSON = "application/vnd.icjims.frames", "application/json"
NOTHING = [0, bytes(32)]


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Strange:
    """Its keys, what it holds, and where it stands; everything as §8.5 asks for."""

    town: Town
    device_key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    author_key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    replica: bytes = field(default_factory=lambda: os.urandom(16))
    centre_key: bytes = b""
    device: bytes = b""
    head: list[Any] = field(default_factory=lambda: NOTHING)
    acked: int = 0
    acts: dict[bytes, bytes] = field(default_factory=dict)
    """Act id → encoded act, own and received."""
    mine: list[bytes] = field(default_factory=list)
    directory: list[list[Any]] = field(default_factory=list)
    cursors: dict[str, list[Any]] = field(default_factory=dict)
    feeds: dict[str, list[bytes]] = field(default_factory=dict)
    """Feed → leaf hashes that its pages have told of."""
    verdicts: list[list[Any]] = field(default_factory=list)

    def send(self, method: str, path: str, body: bytes | None = None, kind: str = FRAMES) -> Any:
        """§12.1."""
        lines = {"@method": method, "@target-uri": BASE + path}
        if body is not None:
            digest = base64.b64encode(stranger.sha256(body)).decode()
            lines |= {"content-digest": f"sha-256=:{digest}:", "content-type": kind}
        keyid, nonce = base64url(self.device_key.public_key().public_bytes_raw()), base64url(os.urandom(16))
        parameters = f"({' '.join(json.dumps(name) for name in lines)});created={self.town.clock() // 1000}"
        parameters += f';nonce="{nonce}";keyid="{keyid}";alg="ed25519";tag="icjims-1"'
        base = "\n".join(f'"{name}": {value}' for name, value in (lines | {"@signature-params": parameters}).items())
        headers = {name: value for name, value in lines.items() if not name.startswith("@")}
        headers["signature-input"] = f"sig1={parameters}"
        headers["signature"] = f"sig1=:{base64.b64encode(self.device_key.sign(base.encode())).decode()}:"
        answer = self.town.request(method, path, body, headers | {"host": "centre.test"})
        assert answer.status_code == 200, answer.text
        return answer

    def enrol(self, office: str) -> Strange:
        """§12.4."""
        keys = {
            "signing_key": self.device_key.public_key().public_bytes_raw(),
            "sealing_key": X25519PrivateKey.generate().public_key().public_bytes_raw(),
            "author_key": self.author_key.public_key().public_bytes_raw(),
        }
        asked = {"code": code_of(self.town.ticket(office)), "device_name": "чужой"}
        body = json.dumps(asked | {name: base64url(key) for name, key in keys.items()}).encode()
        told = self.send("POST", "/v1/enrolments", body, JSON).json()
        self.centre_key = base64.urlsafe_b64decode(told["centre_key"] + "=")
        self.device = bytes.fromhex(told["device"])
        return self

    def write(self, record: bytes, changes: dict[str, Any], seen: list[list[Any]]) -> None:
        """§4: one revision of a case in one act."""
        before = max((dot[1] for dot in self.revisions(record) if dot[0] == self.replica), default=0)
        body = stranger.encode([1, record, "case", 1, record, seen, before, changes, None, None])
        seed = os.urandom(32)
        leaf = stranger.leaf(stranger.salt(seed, 0), body)
        birth = [self.device, None, 0, None] if self.head[0] == 0 else None
        author = self.author_key.public_key().public_bytes_raw()
        header = stranger.encode([1, 0, self.replica, self.head[0] + 1, self.head[1], author, 0, 1, leaf, birth])
        signature = self.author_key.sign(b"icjims-act-v1\0" + header)
        act = stranger.encode([0, header, signature, seed, b"\0" + stranger.encode([body])])
        self.head = [self.head[0] + 1, stranger.sha256(header)]
        self.acts[self.head[1]] = act
        self.mine.append(self.head[1])

    def revisions(self, record: bytes) -> dict[stranger.Dot, list[Any]]:
        """What is held of a record."""
        found = {}
        for act in self.acts.values():
            _, header, bodies, _ = stranger.open_act(act)
            for body in bodies.values():
                revision = stranger.decode(body)
                if revision[1] == record:
                    found[header[2], header[3]] = revision
        return found

    def seen(self, record: bytes) -> list[list[Any]]:
        """The record's vector."""
        _, vector, _ = stranger.admit(self.revisions(record), [])
        return sorted([*pair] for pair in vector.items())

    def sync(self) -> str:
        """§8.5; the standing that the centre gave."""
        cursors = [[feed, *at] for feed, at in sorted(self.cursors.items())]
        hello = [1, 1, self.replica, self.head, NOTHING, cursors, len(self.directory), True]
        pushed = [stranger.decode(self.acts[each]) for each in self.mine[self.acked :]]
        messages = [hello, [2, pushed]] if pushed else [hello]
        body = b"".join(map(stranger.frame, messages))
        welcome, *rest = stranger.frames(self.send("POST", "/v1/sync", body).content)
        for signed in welcome[6]:
            stranger.verify(self.centre_key, signed[1], b"icjims-centre-v1\0" + signed[0])
            self.directory.append(stranger.decode(signed[0]))
        assert [entry[1] for entry in self.directory] == list(range(1, len(self.directory) + 1))
        for message in rest:
            self._take(message)
        return str(welcome[3])

    def _take(self, message: list[Any]) -> None:
        if message[0] == 11:
            self.acked = message[1][0]
            self.verdicts += [self._verdict(signed) for signed in message[4]]
        elif message[0] == 12:
            _, feed, epoch, start, end, parts = message
            assert self.cursors.get(feed, [epoch, 0]) == [epoch, start]
            for part in parts:
                self._take_part(part, self.feeds.setdefault(feed, []))
            self.cursors[feed] = [epoch, end]
        elif message[0] == 13:
            for feed, epoch, position, tally in message[1]:
                assert tally == stranger.tally(self.feeds.get(feed, []))
                assert position == 0 or self.cursors[feed] == [epoch, position]

    def _take_part(self, part: list[Any], leaves: list[bytes]) -> None:
        if part[0] == 1:
            act = stranger.encode(part[2])
            act_id, _, _, disclosed = stranger.open_act(act)
            self.acts.setdefault(act_id, act)
            leaves += disclosed.values()
        elif part[0] == 2:
            disclosed = stranger.open_act(self.acts[part[2]])[3]
            leaves += [disclosed[index] for index in part[3]]

    def _verdict(self, signed: list[bytes]) -> list[Any]:
        stranger.verify(self.centre_key, signed[1], b"icjims-centre-v1\0" + signed[0])
        verdict: list[Any] = stranger.decode(signed[0])
        return verdict


def test_two_strangers_write_at_the_same_time_and_meet(town: Town) -> None:
    office, case = town.office(), uuid.uuid4().bytes
    one, two = Strange(town).enrol(office), Strange(town).enrol(office)

    one.write(case, {"put": {"summary": "Кража", "stage": "check"}, "add": {"marks": ["night"]}}, [])
    assert one.sync() == "unknown"
    assert two.sync() == "unknown"
    assert two.revisions(case) == one.revisions(case) != {}

    one.write(case, {"put": {"summary": "Кража из дома"}}, one.seen(case))
    two.write(case, {"put": {"summary": "Грабёж"}, "append": {"notes": ["проверить"]}}, two.seen(case))
    assert (one.sync(), two.sync(), one.sync()) == ("ok", "unknown", "ok")

    digests = {stranger.state_digest(case, each.revisions(case), []) for each in (one, two)}
    assert len(one.revisions(case)) == 3
    assert len(digests) == 1
    one.write(case, {"put": {"summary": "Грабёж"}}, one.seen(case))
    assert (one.sync(), two.sync()) == ("ok", "ok")
    assert stranger.state_digest(case, one.revisions(case), []) == stranger.state_digest(case, two.revisions(case), [])
    _check_questions(one, f"office:{office}")


def _check_questions(one: Strange, feed: str) -> None:
    """§12.5: known acts, buckets, leaves, and acts by leaf."""
    asked = json.dumps({"acts": [each.hex() for each in one.mine] + ["00" * 32]}).encode()
    known = one.send("POST", "/v1/acts/known", asked, JSON).json()["known"]
    assert sorted(known) == sorted(each.hex() for each in one.mine)
    told = one.send("GET", f"/v1/feeds/{feed}/buckets").json()
    assert [bytes.fromhex(told["epoch"]), told["position"]] == one.cursors[feed]
    leaf = one.feeds[feed][0]
    for number, (count, total) in enumerate(told["buckets"]):
        inside = [each for each in one.feeds[feed] if each[0] == number]
        assert stranger.tally(inside) == count.to_bytes(8, "big") + bytes.fromhex(total)
    assert leaf.hex() in one.send("GET", f"/v1/feeds/{feed}/buckets/{leaf[0]}").json()["leaves"]
    answer = one.send("POST", f"/v1/feeds/{feed}/acts", json.dumps({"leaves": [leaf.hex()]}).encode(), JSON)
    parts = [part for page in stranger.frames(answer.content) for part in page[5]]
    assert [leaf in stranger.open_act(stranger.encode(part[2]))[3].values() for part in parts] == [True]


def test_a_stranger_is_refused_outside_its_scope_and_told_why(town: Town) -> None:
    case = uuid.uuid4().bytes
    owner, other = Strange(town).enrol(town.office()), Strange(town).enrol(town.office())
    owner.write(case, {"put": {"summary": "Кража"}}, [])
    owner.sync()

    other.write(case, {"put": {"summary": "чужое"}}, owner.seen(case))
    other.sync()

    assert [(verdict[3], verdict[6], verdict[7]) for verdict in other.verdicts] == [(case, 1, "out_of_scope")]


def test_a_stranger_with_two_contents_for_a_dot_is_told_so(town: Town) -> None:
    one = Strange(town).enrol(town.office())
    one.write(uuid.uuid4().bytes, {"put": {"summary": "первое"}}, [])
    one.sync()

    one.head, one.mine, one.acked = NOTHING, [], 0
    one.write(uuid.uuid4().bytes, {"put": {"summary": "второе"}}, [])

    assert one.sync() == "fork"
