"""The test vectors of docs/protocol.md §15, made by the product; `python -m tests.core.vectors` writes them again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import acts, bundle, directory, fingerprint, merge, merkle, request_signature, sealing, wire
from icjims_core.acts import Act, Birth, Header, PartialAct, Revision, WholeAct
from icjims_core.clocks import Dot, to_text
from icjims_core.directory import (
    AuthorEntry,
    Decision,
    DeviceEntry,
    OfficeEntry,
    PublicationEntry,
    SealingEntry,
    Signed,
    SupervisionEntry,
    UserEntry,
    Verdict,
)
from icjims_core.encoding import encode
from icjims_core.fingerprint import Tally
from icjims_core.packing import PACK_FROM, OpenAct, pack_bodies
from tests.core import sealed_vectors, stranger, stranger_boxes
from tests.core.vector_cases import CASE, HISTORIES, MALFORMED, REVISIONS, VALUES, revision

FOLDER: Final = Path(__file__).parents[2] / "docs" / "vectors"

Json = Any


def key(number: int) -> Ed25519PrivateKey:
    """A signing key that everybody knows."""
    return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)


AUTHOR: Final = key(1)
CENTRE: Final = key(2)
DEVICE: Final = key(3)
SEALING: Final = X25519PrivateKey.from_private_bytes(bytes([4]) * 32)
CENTRE_SEALING: Final = X25519PrivateKey.from_private_bytes(bytes([6]) * 32)
DEVICE_ID, USER_ID, REPLICA = b"D" * 16, b"U" * 16, b"\x0a" * 16
SEED: Final = bytes(range(32))
NOW: Final = 1_764_000_000_000


def public(private: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    """The 32 bytes that others know."""
    return private.public_key().public_bytes_raw()


def plain(value: object) -> Json:
    """As JSON: bytes in hexadecimal."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


# --- §2 ---------------------------------------------------------------------------------------------------------------


def encoding_vectors() -> Json:
    """Values with their one encoding, and bytes that are no value."""
    return {
        "values": [{"value": value, "hex": encode(value).hex()} for value in VALUES],
        "malformed": [{"hex": data, "why": why} for data, why in MALFORMED],
    }


# --- §4 ---------------------------------------------------------------------------------------------------------------


def whole_act(revisions: Iterable[Revision], *, stream: int = 0) -> WholeAct:
    """The first act of the vectors' replica over these revisions."""
    return _signed([encode(each) for each in revisions], 1, bytes(32), stream)


def stored_frame(data: bytes) -> bytes:
    """A zstd frame (RFC 8878) that holds less than 64 KiB as they are: the same with every release of zstd."""
    size = (len(data) - 256).to_bytes(2, "little") if len(data) >= 256 else len(data).to_bytes(1, "little")
    descriptor = b"\x60" if len(data) >= 256 else b"\x20"
    return b"\x28\xb5\x2f\xfd" + descriptor + size + (len(data) << 3 | 1).to_bytes(3, "little") + data


def _signed(bodies: list[bytes], counter: int, previous: bytes, stream: int) -> WholeAct:
    header = Header(
        format=1,
        stream=1 if stream else 0,
        replica=REPLICA,
        counter=counter,
        previous=previous,
        author=public(AUTHOR),
        recorded_at=NOW,
        count=len(bodies),
        root=merkle.root(acts.leaf_hashes(SEED, bodies)),
        birth=Birth(DEVICE_ID, None, 0, None) if counter == 1 else None,
    )
    data, signature = acts.sign(header, AUTHOR)
    plain = encode(bodies)
    packed = pack_bodies(bodies) if len(plain) < PACK_FROM else b"\x01" + stored_frame(plain)
    return WholeAct(data, signature, SEED, packed)


def _act_document(act: Act) -> Json:
    opened = OpenAct(act)
    return {
        "act": encode(act).hex(),
        "header": act.header.hex(),
        "signature": act.signature.hex(),
        "act_id": opened.act_id.hex(),
        "bodies": {str(index): body.hex() for index, body in sorted(opened.bodies.items())},
        "salts": {str(index): opened.salt(index).hex() for index in sorted(opened.bodies)},
        "leaves": {str(index): each.hex() for index, each in sorted(opened.leaves.items())},
        "root": opened.header.root.hex(),
        "hashes": plain(act.hashes) if isinstance(act, PartialAct) else [],
    }


def act_vectors() -> Json:
    """A whole act, parts of it, a second act of the chain, a packed one, and one of the audit stream."""
    first = whole_act(REVISIONS)
    opened = OpenAct(first)
    later = revision({"append": {"notes": ["Проверено"]}}, context={REPLICA: 1}, before=1, reason="уточнение")
    many = [revision({"put": {"summary": f"Фабула {at}, " * 60}}, record=bytes([at]) * 16) for at in range(5)]
    event = {"event": "consultation", "user": "asan", "role": "investigator", "office": "001",
             "action": "show", "records": ["43434343-4343-4343-4343-434343434343"]}  # fmt: skip
    return {
        "author_private": bytes([1] * 32).hex(),
        "author": public(AUTHOR).hex(),
        "seed": SEED.hex(),
        "revisions": [plain(list(_elements(each))) for each in REVISIONS],
        "whole": _act_document(first),
        "partial": {
            "0": _act_document(opened.disclose({0})),
            "1": _act_document(opened.disclose({1})),
            "0 2": _act_document(opened.disclose({0, 2})),
            "": _act_document(opened.disclose(())),
        },
        "next": _act_document(_signed([encode(later)], 2, opened.act_id, 0)),
        "reissued": encode(msgspec.structs.replace(later, origin=encode(opened.disclose({0})))).hex(),
        "packed": _act_document(_signed([encode(each) for each in many], 1, bytes(32), 0)),
        "audit": _act_document(_signed([encode(event)], 1, bytes(32), 1)),
    }


def _elements(struct: Revision) -> Iterable[object]:
    return (getattr(struct, name) for name in struct.__struct_fields__)


def merkle_vectors() -> Json:
    """Roots and missing hashes; leaf i is SHA-256 of the byte i."""
    leaves = [stranger.sha256(bytes([at])) for at in range(13)]
    parts = ((1, ()), (2, (0,)), (3, (2,)), (5, (4,)), (7, (0, 3)), (13, (5, 6, 12)), (13, ()))
    return {
        "roots": [{"count": count, "root": merkle.root(leaves[:count]).hex()} for count in range(1, 14)],
        "missing": [
            {"count": count, "disclosed": some, "hashes": plain(merkle.missing_hashes(leaves[:count], frozenset(some)))}
            for count, some in parts
        ],
    }


# --- §5 ---------------------------------------------------------------------------------------------------------------


def merge_vectors() -> Json:
    """Histories of one record with vector, waiting dots, conflicts and digest of the state."""
    return [_history(name, writes, held) for name, (writes, held) in HISTORIES.items()]


def _history(name: str, writes: Iterable[tuple[Dot, Revision]], held: tuple[Dot, ...]) -> Json:
    revisions = {dot: each for dot, each in writes if dot not in held}
    state = merge.fold(CASE, revisions, held)
    return {
        "name": name,
        "record": CASE.hex(),
        "revisions": [{"dot": str(dot), "body": encode(each).hex()} for dot, each in writes],
        "held": [str(dot) for dot in held],
        "vector": to_text(state.vector),
        "waiting": [str(dot) for dot in sorted(state.waiting)],
        "conflicts": state.conflicts(),
        "digest": state.digest().hex(),
    }


# --- §7 … §12 ---------------------------------------------------------------------------------------------------------

ENTRIES: Final = (
    OfficeEntry(1, "001", "РУВД Ленинского района"),
    UserEntry(2, USER_ID, "asan", "Асан Асанов", "investigator", "001", active=True),
    DeviceEntry(3, DEVICE_ID, "001", "кабинет 12", public(DEVICE), public(SEALING), "active"),
    AuthorEntry(4, public(AUTHOR), USER_ID, DEVICE_ID),
)
LATER_ENTRIES: Final = (
    SealingEntry(5, USER_ID, DEVICE_ID, public(SEALING)),
    SupervisionEntry(6, "001", "101", "2026-01-01", None),
    SupervisionEntry(7, "001", "102", "2025-01-01", "2026-01-01"),
    PublicationEntry(
        8, "list", "motive", "2026-1", bytes.fromhex("28b52ffd2015a900007469746c65203d2022d09cd0bed182d0b8d0b2220a")
    ),
)


def _verdict() -> Verdict:
    act = whole_act(REVISIONS)
    return Verdict(1, acts.act_id(act.header), 1, b"P" * 16, REPLICA, 1, Decision.REFUSED, "role_may_not_write", NOW)


def directory_vectors() -> Json:
    """Signed entries and a signed verdict."""
    signed = [directory.sign(each, CENTRE) for each in (*ENTRIES, *LATER_ENTRIES, _verdict())]
    return {
        "centre_private": bytes([2] * 32).hex(),
        "centre": public(CENTRE).hex(),
        "entries": [_signed_document(each) for each in signed[:-1]],
        "verdict": _signed_document(signed[-1]),
    }


def _signed_document(signed: Signed) -> Json:
    return {"body": signed.body.hex(), "signature": signed.signature.hex(), "signed": encode(signed).hex()}


def fingerprint_vectors() -> Json:
    """Tallies and digests of the leaves of the whole act and of others, and two feeds together."""
    leaves = list(OpenAct(whole_act(REVISIONS)).leaves.values())
    high = [b"\xff" * 32, b"\xff" * 31 + b"\xfe"]
    one, other = Tally().plus(leaves), Tally().plus(high)
    digests = {"office:001": one.digest(), "user:" + USER_ID.hex(): other.digest()}
    return {
        "sets": [
            {"leaves": plain(each), "tally": tally.to_bytes().hex(), "digest": tally.digest().hex()}
            for each, tally in ((leaves, one), (high, other), ([], Tally()))
        ],
        "feeds": plain(digests),
        "combined": fingerprint.combined(digests).hex(),
        "combined_of_one": fingerprint.combined({"office:001": one.digest()}).hex(),
    }


def messages() -> Mapping[str, wire.Request | wire.Answer]:
    """One message of each kind."""
    act = whole_act(REVISIONS)
    opened = OpenAct(act)
    head, none = wire.Head(1, opened.act_id), wire.Head(0, bytes(32))
    verdict = directory.sign(_verdict(), CENTRE)
    entry = directory.sign(ENTRIES[0], CENTRE)
    parts = (
        wire.JoinPart(1, CASE),
        wire.ActPart(2, opened.disclose({0})),
        wire.OwnPart(3, opened.act_id, (0, 2)),
        wire.VerdictPart(4, verdict, act.header, act.signature),
        wire.LeavePart(5, CASE),
    )
    tally = Tally().plus(opened.leaves.values()).to_bytes()
    cursor = wire.Cursor("office:001", b"E" * 16, 0)
    return {
        "hello": wire.Hello(1, REPLICA, head, none, (cursor,), 4, pull=True),
        "push": wire.Push((act,)),
        "welcome": wire.Welcome(1, NOW, "ok", none, none, (entry,)),
        "results": wire.Results(head, none, (wire.Outcome(opened.act_id, "stored", ""),), (verdict,)),
        "page": wire.Page("office:001", b"E" * 16, 0, 5, parts),
        "closing": wire.Closing((wire.FeedState("office:001", b"E" * 16, 5, tally),), more=False),
        "failure": wire.Failure("internal"),
    }


def wire_vectors() -> Json:
    """Each message in its encoding and in a frame."""
    return [
        {"name": name, "message": encode(message).hex(), "frame": wire.frame(message).hex()}
        for name, message in messages().items()
    ]


def sealing_vectors() -> Json:
    """A box to a key, with the ephemeral key that made it, and a sealed unit with a fixed nonce."""
    ephemeral = X25519PrivateKey.from_private_bytes(bytes([5]) * 32)
    box = stranger_boxes.seal_to(public(SEALING), "тайна".encode(), b"icjims-example-v1\x00", ephemeral)
    unit = sealing.seal_unit(
        {"family": "Асанова"}, key=b"K" * 32, compartment="protected", record=CASE, unit="name", nonce=b"N" * 12
    )
    return {
        "box": {
            "private": bytes([4] * 32).hex(),
            "public": public(SEALING).hex(),
            "ephemeral_private": bytes([5] * 32).hex(),
            "purpose": b"icjims-example-v1\x00".hex(),
            "plain": "тайна".encode().hex(),
            "box": box.hex(),
        },
        "unit": {
            "key": (b"K" * 32).hex(),
            "record": CASE.hex(),
            "unit": "name",
            "nonce": (b"N" * 12).hex(),
            "value": {"family": "Асанова"},
            "sealed": unit,
        },
        "record": sealed_vectors.sealed_record(),
    }


def bundle_vectors() -> Json:
    """A bundle file with a part for the centre and a section for one device, made with known keys and nonces."""
    opened = OpenAct(whole_act(REVISIONS))
    to_centre, to_office, section, nonce = b"k" * 32, b"o" * 32, b"S" * 16, b"n" * 12
    centre_purpose, office_purpose = b"icjims-bundle-centre-v1", b"icjims-bundle-office-v1\x00" + section
    ephemeral = X25519PrivateKey.from_private_bytes(bytes([5]) * 32)
    push = stored_frame(encode(wire.Push((opened.source,))))
    verdict = (directory.sign(_verdict(), CENTRE), opened.source.header, opened.source.signature)
    entries = tuple(directory.sign(each, CENTRE) for each in ENTRIES)
    content = bundle.OfficeContent((opened.disclose({0}),), (verdict,), entries)
    sealed = stranger_boxes.seal_to(public(SEALING), to_office, office_purpose, ephemeral)
    parts = (
        bundle.Cover(b"B" * 16, NOW),
        bundle.CentreBox(
            stranger_boxes.seal_to(public(CENTRE_SEALING), to_centre, centre_purpose, ephemeral),
            sealing.encrypt(to_centre, nonce, push, centre_purpose),
        ),
        bundle.OfficeKeys("001", section, ((DEVICE_ID, sealed),)),
        bundle.OfficeBox(section, sealing.encrypt(to_office, nonce, stored_frame(encode(content)), office_purpose)),
    )
    data = bundle.MAGIC + b"".join(_counted(encode(each)) for each in parts)
    return {
        "centre_sealing_private": bytes([6] * 32).hex(),
        "device_sealing_private": bytes([4] * 32).hex(),
        "device": DEVICE_ID.hex(),
        "file": (data + _counted(encode(bundle.End(len(parts), stranger.sha256(data))))).hex(),
    }


def _counted(body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + body


def request_vectors() -> Json:
    """A signed request without and with a body, and the centre's word about the time."""
    nonce, url = bytes(range(16)), "https://centre.example:8443/v1/sync"
    body = wire.frame(messages()["hello"])
    asked = {"created": NOW // 1000, "nonce": nonce, "url": url}
    without = request_signature.signed_headers(DEVICE, method="GET", **asked)  # type: ignore[arg-type]
    with_body = request_signature.signed_headers(
        DEVICE,
        method="POST",
        body=body,
        content_type=wire.MEDIA_TYPE,
        **asked,  # type: ignore[arg-type]
    )
    return {
        "private": bytes([3] * 32).hex(),
        "key": public(DEVICE).hex(),
        "url": url,
        "created": NOW // 1000,
        "nonce": nonce.hex(),
        "get": {"headers": without},
        "post": {"body": body.hex(), "headers": with_body},
        "time": {"now": NOW // 1000, "proof": request_signature.sign_time(CENTRE, nonce, NOW // 1000)},
    }


MAKERS: Final = {
    "encoding": encoding_vectors,
    "merkle": merkle_vectors,
    "act": act_vectors,
    "merge": merge_vectors,
    "directory": directory_vectors,
    "wire": wire_vectors,
    "fingerprint": fingerprint_vectors,
    "sealing": sealing_vectors,
    "bundle": bundle_vectors,
    "request": request_vectors,
}


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        text = json.dumps(make(), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
