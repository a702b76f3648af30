"""Passwords: what is accepted, what key comes of them, and at what cost."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from icjims_core.problem import Broken, Refused

SHORTEST: Final = 12
LONGEST: Final = 256
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
_TARGET_SECONDS: Final = 0.5


class Cost(NamedTuple):
    """What a derivation costs: memory in KiB, passes over it, lanes (RFC 9106)."""

    memory: int
    passes: int
    lanes: int


FLOOR: Final = Cost(64 << 10, 3, 4)
"""The second recommendation of RFC 9106; no slot is written with less."""
CEILING: Final = Cost(1 << 20, 16, 16)
_CALIBRATED_AT_MOST: Final = 256 << 10
_LEAST_READ: Final = Cost(19 << 10, 2, 1)


def check_new(password: str) -> None:
    """Raises `password_too_short`, `password_too_long` or `password_not_text` for a password that cannot be chosen."""
    data = normal(password)
    if len(data) < SHORTEST:
        raise Refused("password_too_short", minimum=SHORTEST)
    if len(data) > LONGEST:
        raise Refused("password_too_long", maximum=LONGEST)


def normal(password: str) -> str:
    """The password in NFC: й and ё may arrive composed or not. Raises `password_not_text` for broken characters."""
    text = unicodedata.normalize("NFC", password[: 8 * LONGEST])
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused("password_not_text") from None
    return text


def derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a password; raises what `check_cost` raises."""
    check_cost(cost)
    if len(salt) != SALT_BYTES:
        raise Broken("slot_damaged", what="salt")
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    ).derive(normal(password).encode())


def check_cost(cost: Cost) -> None:
    """Raises `Broken("slot_unsafe")` for a cost outside what is ever read: too weak, or a trap for the memory."""
    if any(least > given for least, given in zip(_LEAST_READ, cost, strict=True)):
        raise Broken("slot_unsafe", what="cost_too_low")
    if any(given > most for given, most in zip(cost, CEILING, strict=True)):
        raise Broken("slot_unsafe", what="cost_too_high")


def at_least_the_floor(cost: Cost) -> Cost:
    """The cost raised to what is written at least."""
    return Cost(*(max(given, least) for given, least in zip(cost, FLOOR, strict=True)))


def calibrated(seconds: Callable[[], float]) -> Cost:
    """The cost that takes about half a second here, from 64 to 256 MiB; `seconds` is a clock that never goes back."""
    before = seconds()
    derive("calibration", bytes(SALT_BYTES), FLOOR)
    taken = max(seconds() - before, 0.001)
    mebibytes = round(FLOOR.memory / 1024 * _TARGET_SECONDS / taken)
    return FLOOR._replace(memory=min(max(mebibytes << 10, FLOOR.memory), _CALIBRATED_AT_MOST))
