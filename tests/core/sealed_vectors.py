"""The vector of a sealed record (docs/protocol.md §11.4), made with keys and nonces that everybody knows."""

from __future__ import annotations

import base64
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import acts, sealing
from icjims_core.compartments import Contents
from icjims_core.encoding import encode
from tests.core import stranger, stranger_boxes
from tests.core.vector_cases import CASE

Json = Any

SEALING = X25519PrivateKey.from_private_bytes(bytes([4]) * 32)


def public(key: X25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def sealed_record() -> Json:
    """A sealed record of two revisions for one reader, the second handing over the key of the first."""
    keys = [b"R" * 32, b"S" * 32]
    first, first_id = _sealed_revision(keys[0], {"put": {"account": "рассказ"}}, None, ())
    second, _ = _sealed_revision(keys[1], {"add": {"$annulled": ["ошибка"]}}, "ошибка", ((first_id, keys[0]),))
    return {
        "reader_private": bytes([4] * 32).hex(),
        "record": CASE.hex(),
        "revisions": [{"changes": each} for each in (first, second)],
        "contents": [
            {"type": "allegation", "changes": {"put": {"account": "рассказ"}}, "reason": None},
            {"type": "allegation", "changes": {"add": {"$annulled": ["ошибка"]}}, "reason": "ошибка"},
        ],
    }


def _sealed_revision(
    key: bytes, changes: acts.Changes, reason: str | None, earlier: tuple[tuple[bytes, bytes], ...]
) -> tuple[acts.Changes, bytes]:
    """What `compartments.seal` writes, with an ephemeral key and a nonce that are known."""
    contents = Contents(1, "torture_allegation", "allegation", 1, changes, reason, (public(SEALING),), earlier)
    data = encode(contents)
    plain = (len(data).to_bytes(4, "big") + data).ljust(2048, b"\x00")
    box = sealing.encrypt(key, b"N" * 12, plain, encode(["sealed", CASE, "content"]))
    key_id = stranger.sha256(box)[:16]
    purpose = b"icjims-sealed-record-v1\x00" + CASE + key_id
    readers = [public(SEALING), *(public(X25519PrivateKey.from_private_bytes(bytes([n]) * 32)) for n in range(20, 27))]
    ephemeral = X25519PrivateKey.from_private_bytes(bytes([5]) * 32)
    boxes = sorted(_text(stranger_boxes.seal_to(each, key, purpose, ephemeral)) for each in readers)
    form: Json = {"$sealed": _text(box), "compartment": "sealed"}
    appended: Json = {"content": [form], "keys": [boxes]}
    return {"put": {"suite": "icjims-sealed-record-v1"}, "append": appended}, key_id


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()
