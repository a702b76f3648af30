"""Password slots: one file per user, through which a password reaches the key of the database.

    password ──Argon2id──► key ──AES-256-GCM──► the user's X25519 and Ed25519 private keys   (bound to the whole header)
                                                     │ HPKE
                                                     ▼
                                              key of the database, sealed to the user's X25519 key

So another user's session can seal a new database key to everybody without anybody's password.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import sealing
from icjims_core.encoding import encode
from icjims_core.problem import Broken
from icjims_desktop.store.keys import passwords
from icjims_desktop.store.keys.passwords import Cost

MAX_BYTES: Final = 16 << 10
_WRAPPED: Final = b"icjims-slot-v1\x00"
_DATABASE_KEY: Final = b"icjims-database-key-v1\x00"

Random = Callable[[int], bytes]
Text = Annotated[str, msgspec.Meta(max_length=512)]
Hex16 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a slot says without a password; all of it is authenticated with the password.

    `user` is the centre's id of the user (empty until enrolled), `device` the public signing key of the workstation,
    `version` grows each time the slot is wrapped anew.
    """

    format: Literal[1]
    version: Annotated[int, msgspec.Meta(ge=1)]
    slot: Hex16
    device: Hex32
    user: Annotated[str, msgspec.Meta(max_length=32)]
    login: Text
    name: Text
    role: Text
    office: Text
    memory: int
    passes: int
    lanes: int
    salt: Hex16
    sealing_key: Hex32
    author_key: Hex32

    @property
    def cost(self) -> Cost:
        """What trying a password costs."""
        return Cost(self.memory, self.passes, self.lanes)

    @property
    def bound(self) -> bytes:
        """The bytes that the wrapped keys are bound to: every field of the header."""
        return _WRAPPED + encode(msgspec.structs.asdict(self))


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A slot as it lies on the disk; `database_keys` has two boxes while the key is being changed: old, new.

    `checksum` tells damage from a wrong password; it is no defence, the wrapping is.
    """

    header: Header
    wrapped: str
    database_keys: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=2)]
    checksum: Hex32


def assembled(header: Header, wrapped: str, database_keys: Sequence[str]) -> Slot:
    """A slot with the check sum of its parts."""
    return Slot(header, wrapped, tuple(database_keys), _checksum(header, wrapped, database_keys))


def _checksum(header: Header, wrapped: str, database_keys: Sequence[str]) -> str:
    return hashlib.sha256(header.bound + encode([wrapped, list(database_keys)])).hexdigest()


class OpenSlot:
    """A slot whose password was right; it can wrap itself anew until it is closed."""

    def __init__(self, slot: Slot, key: bytes, plain: bytes) -> None:
        self.slot = slot
        self._key = bytearray(key)
        self._plain = bytearray(plain)
        self.sealing = X25519PrivateKey.from_private_bytes(plain[:32])
        self.author = Ed25519PrivateKey.from_private_bytes(plain[32:])

    @property
    def header(self) -> Header:
        """What the slot says of its user."""
        return self.slot.header

    def database_keys(self) -> list[bytes]:
        """The keys that the database may have now; raises `Broken("slot_damaged")`."""
        purpose = _purpose(self.header)
        try:
            return [sealing.open_box(self.sealing, _bytes(box), purpose) for box in self.slot.database_keys]
        except Broken:
            raise Broken("slot_damaged", what="database_key", login=self.header.login) from None

    def described(self, random: Random, *, user: str, login: str, name: str, role: str, office: str) -> Slot:
        """The slot with another description of its user, under the same password."""
        header = msgspec.structs.replace(
            self.header,
            version=self.header.version + 1,
            user=user,
            login=login[:512],
            name=name[:512],
            role=role[:512],
            office=office[:512],
        )
        self.slot = assembled(
            header, _wrap(bytes(self._key), header, bytes(self._plain), random), self.slot.database_keys
        )
        return self.slot

    def with_password(self, password: str, cost: Cost, random: Random) -> Slot:
        """The slot under another password. Raises what `passwords.check_new` raises."""
        passwords.check_new(password)
        cost = passwords.at_least_the_floor(cost)
        header = msgspec.structs.replace(
            self.header,
            version=self.header.version + 1,
            memory=cost.memory,
            passes=cost.passes,
            lanes=cost.lanes,
            salt=random(passwords.SALT_BYTES).hex(),
        )
        key = passwords.derive(password, bytes.fromhex(header.salt), cost)
        self.slot = assembled(header, _wrap(key, header, bytes(self._plain), random), self.slot.database_keys)
        self._key[:] = key
        return self.slot

    def close(self) -> None:
        """Wipe what can be wiped."""
        self._key[:] = bytes(len(self._key))
        self._plain[:] = bytes(len(self._plain))


class Person(msgspec.Struct, frozen=True):
    """Whom a new slot is for."""

    login: str
    name: str = ""
    role: str = ""
    office: str = ""
    user: str = ""


def create(
    person: Person, password: str, *, device: bytes, database_key: bytes, cost: Cost, random: Random
) -> OpenSlot:
    """A new slot with new keys of the user; it is not on the disk yet. Raises what `passwords.check_new` raises."""
    passwords.check_new(password)
    cost = passwords.at_least_the_floor(cost)
    plain = random(64)
    header = Header(
        format=1,
        version=1,
        slot=random(16).hex(),
        device=device.hex(),
        user=person.user,
        login=normal_login(person.login),
        name=person.name[:512],
        role=person.role[:512],
        office=person.office[:512],
        memory=cost.memory,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=random(passwords.SALT_BYTES).hex(),
        sealing_key=X25519PrivateKey.from_private_bytes(plain[:32]).public_key().public_bytes_raw().hex(),
        author_key=Ed25519PrivateKey.from_private_bytes(plain[32:]).public_key().public_bytes_raw().hex(),
    )
    key = passwords.derive(password, bytes.fromhex(header.salt), cost)
    slot = assembled(header, _wrap(key, header, plain, random), [_sealed(header, database_key)])
    return OpenSlot(slot, key, plain)


def unwrap(slot: Slot, password: str) -> OpenSlot | None:
    """The open slot, `None` for another password; raises `Broken` for a slot that no password should be tried on."""
    key = passwords.derive(password, bytes.fromhex(slot.header.salt), slot.header.cost)
    try:
        plain = sealing.decrypt(key, _bytes(slot.wrapped), slot.header.bound)
    except Broken:
        return None
    return OpenSlot(slot, key, plain)


def with_database_keys(slot: Slot, keys: Sequence[bytes]) -> Slot:
    """The slot with these database keys sealed to its user."""
    return assembled(slot.header, slot.wrapped, [_sealed(slot.header, key) for key in keys])


def read(path: Path) -> Slot:
    """The slot in a file; raises `Broken("slot_damaged")`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Broken("slot_damaged", what="size")
        slot = msgspec.json.decode(data, type=Slot)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Broken("slot_damaged", what="form") from None
    _bytes(slot.wrapped)
    if slot.checksum != _checksum(slot.header, slot.wrapped, slot.database_keys):
        raise Broken("slot_damaged", what="checksum")
    return slot


def written(slot: Slot) -> bytes:
    """The bytes of a slot's file."""
    return msgspec.json.format(msgspec.json.encode(slot), indent=1)


def normal_login(login: str) -> str:
    """A login as it is compared: NFC, without spaces around it."""
    return unicodedata.normalize("NFC", login[:512]).strip()


def _wrap(key: bytes, header: Header, plain: bytes, random: Random) -> str:
    return base64.b64encode(sealing.encrypt(key, random(sealing.NONCE_BYTES), plain, header.bound)).decode()


def _sealed(header: Header, database_key: bytes) -> str:
    box = sealing.seal_to(bytes.fromhex(header.sealing_key), database_key, _purpose(header))
    return base64.b64encode(box).decode()


def _purpose(header: Header) -> bytes:
    return _DATABASE_KEY + bytes.fromhex(header.device) + bytes.fromhex(header.slot)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Broken("slot_damaged", what="form") from None
