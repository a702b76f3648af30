"""The file in which the Unified Register hands over its numbers: JSON with a detached Ed25519 signature beside it."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from icjims_core.problem import Refused

FORMAT: Final = "icjims-register-1"
MAX_ENTRIES: Final = 100_000

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class RegisterEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number and the case it was given to: by the case's id, or by its provisional number, which holds the id.

    `former_number`: a wrong one that an earlier file gave to the case and that this one corrects.
    """

    register_number: Text
    registered_at: Text
    case: str = ""
    provisional_number: str = ""
    body: str = ""
    former_number: str = ""


class RegisterFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the Register hands over: who issued it, when, and the numbers."""

    format: Literal["icjims-register-1"]
    issuer: Text
    issued_at: Text
    entries: Annotated[tuple[RegisterEntry, ...], msgspec.Meta(min_length=1, max_length=MAX_ENTRIES)]


def read(data: bytes, signature: bytes, keys: tuple[bytes, ...]) -> RegisterFile:
    """The content of a file that one of the trusted keys (32 bytes each) has signed, byte for byte.

    Raises `Refused`: `register_key_missing`, `bad_register_signature`, `bad_register_file`.
    """
    if not keys:
        raise Refused("register_key_missing")
    if not any(_holds(data, signature, key) for key in keys):
        raise Refused("bad_register_signature")
    try:
        return msgspec.json.decode(data, type=RegisterFile)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused("bad_register_file", what=str(error)[:200]) from None


def _holds(data: bytes, signature: bytes, key: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True
