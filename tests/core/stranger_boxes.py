"""The stranger's boxes and bundles, written from docs/protocol.md §11 and §13 alone."""

from __future__ import annotations

import hmac
import sys
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.core.stranger import Malformed, decode, sha256

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# --- §11 boxes (RFC 9180 in base mode, one message) -------------------------------------------------------------------


def _extract(suite: bytes, salt_: bytes, label: bytes, material: bytes) -> bytes:
    return hmac.digest(salt_ or bytes(32), b"HPKE-v1" + suite + label + material, "sha256")


def _expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    message = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(secret, message + b"\1", "sha256")[:length]


def _key_and_nonce(shared: bytes, enc: bytes, public: bytes, purpose: bytes) -> tuple[bytes, bytes]:
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\x01\0\x02"
    secret = _expand(kem, _extract(kem, b"", b"eae_prk", shared), b"shared_secret", enc + public, 32)
    context = b"\0" + _extract(suite, b"", b"psk_id_hash", b"") + _extract(suite, b"", b"info_hash", purpose)
    scheduled = _extract(suite, secret, b"secret", b"")
    return _expand(suite, scheduled, b"key", context, 32), _expand(suite, scheduled, b"base_nonce", context, 12)


def seal_to(public: bytes, plain: bytes, purpose: bytes, ephemeral: X25519PrivateKey) -> bytes:
    enc = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    key, nonce = _key_and_nonce(shared, enc, public, purpose)
    return b"\1" + enc + AESGCM(key).encrypt(nonce, plain, b"")


def open_box(private: X25519PrivateKey, box: bytes, purpose: bytes) -> bytes:
    enc = box[1:33]
    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    key, nonce = _key_and_nonce(shared, enc, private.public_key().public_bytes_raw(), purpose)
    return AESGCM(key).decrypt(nonce, box[33:], b"")


def decrypt(key: bytes, box: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(box[1:13], box[13:], bound)


# --- §13.1 bundles ----------------------------------------------------------------------------------------------------


def bundle_frames(data: bytes) -> list[list[Any]]:
    """The structures of a bundle file, its end checked."""
    if data[:5] != b"ICJB\1":
        raise Malformed("no bundle")
    at = 5
    found: list[list[Any]] = []
    while at < len(data):
        start = at + 4
        end = start + int.from_bytes(data[at:start], "big")
        structure = decode(data[start:end])
        if structure[0] == 5:
            if structure[1:] != [len(found), sha256(data[:at])] or end != len(data):
                raise Malformed("end")
            return found
        found.append(structure)
        at = end
    raise Malformed("ends early")


def unseal(private: X25519PrivateKey, key: bytes, content: bytes, purpose: bytes) -> Any:
    """What lies in a part of a bundle, from its box for this key and its content."""
    return decode(zstd.decompress(decrypt(open_box(private, key, purpose), content, purpose)))
