"""Boxes that only a named key opens: sealed units, sealed bundles, wrapped keys (docs/protocol.md §11).

HPKE (RFC 9180) base mode with X25519, HKDF-SHA256 and AES-256-GCM towards a person or device; AES-256-GCM with a random
96-bit nonce under a symmetric key. Every box begins with a version byte.
"""

from __future__ import annotations

import base64
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from icjims_core.encoding import Value, decode, encode
from icjims_core.problem import Broken

VERSION: Final = b"\x01"
NONCE_BYTES: Final = 12
SEALED: Final = "$sealed"

_suite = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def seal_to(public: bytes, plain: bytes, purpose: bytes) -> bytes:
    """A box for the holder of the X25519 key (32 bytes). `purpose` must be given again to open it."""
    return VERSION + _suite.encrypt(plain, X25519PublicKey.from_public_bytes(public), info=purpose)


def open_box(private: X25519PrivateKey, box: bytes, purpose: bytes) -> bytes:
    """What `seal_to` put in; raises `Broken("cannot_open")`."""
    if box[:1] != VERSION:
        raise Broken("cannot_open", what="version")
    try:
        return _suite.decrypt(box[1:], private, info=purpose)
    except (InvalidTag, ValueError):
        raise Broken("cannot_open") from None


def encrypt(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    """AES-256-GCM under a 32-byte key; `nonce` is 12 fresh random bytes; `bound` is authenticated with it."""
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, bound)


def decrypt(key: bytes, box: bytes, bound: bytes) -> bytes:
    """What `encrypt` put in; raises `Broken("cannot_open")`."""
    if box[:1] != VERSION or len(box) < 1 + NONCE_BYTES + 16:
        raise Broken("cannot_open", what="version")
    nonce, rest = box[1 : 1 + NONCE_BYTES], box[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, rest, bound)
    except InvalidTag:
        raise Broken("cannot_open") from None


def seal_unit(value: Value, *, key: bytes, compartment: str, record: bytes, unit: str, nonce: bytes) -> Value:
    """The sealed form of a unit's value: a map that merge, hash and digest carry without reading."""
    box = encrypt(key, nonce, encode(value), _bound(compartment, record, unit))
    return {SEALED: base64.urlsafe_b64encode(box).decode(), "compartment": compartment}


def is_sealed(value: Value) -> bool:
    """Whether a unit's value is sealed."""
    return isinstance(value, dict) and SEALED in value


def open_unit(value: Value, *, key: bytes, record: bytes, unit: str) -> Value:
    """The value in a sealed unit; raises `Broken("cannot_open")`. The box is bound to its record and unit."""
    if not isinstance(value, dict) or not isinstance(value.get(SEALED), str):
        raise Broken("cannot_open", what="form")
    compartment = str(value.get("compartment"))
    box = base64.urlsafe_b64decode(str(value[SEALED]))
    return decode(decrypt(key, box, _bound(compartment, record, unit)), Value)  # type: ignore[arg-type]


def _bound(compartment: str, record: bytes, unit: str) -> bytes:
    return encode([compartment, record, unit])
