"""What the centre signs about people, devices and revisions: directory entries and verdicts (docs/protocol.md §7)."""

from __future__ import annotations

import enum
from typing import Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from icjims_core.clocks import Dot
from icjims_core.encoding import Count, Counter, Hash32, Id16, decode, encode
from icjims_core.problem import Broken

_CONTEXT = b"icjims-centre-v1\x00"

_DATE: Final = r"\A\d{4}-\d{2}-\d{2}\Z"

EQUIVOCATION: Final = "equivocation"
"""Code of a verdict on another content of a dot: the dot belongs to the act that was accepted first."""


class OfficeEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=1):
    """An office: its official code and its names."""

    position: Counter
    code: str
    name: str


class UserEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=2):
    """A person who may log in: active or disabled."""

    position: Counter
    user: Id16
    login: str
    name: str
    role: str
    office: str
    active: bool


class DeviceEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=3):
    """A workstation: its request-signing key (Ed25519), its sealing key (X25519) and its state."""

    position: Counter
    device: Id16
    office: str
    name: str
    signing_key: Hash32
    sealing_key: Hash32
    state: Literal["pending", "active", "suspended", "revoked"]


class AuthorEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=4):
    """A certificate: this author's key (Ed25519) belongs to this user on this device."""

    position: Counter
    key: Hash32
    user: Id16
    device: Id16


class SealingEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=5):
    """A person's own sealing key (X25519) on one device: what is sealed to it, he alone reads, and there."""

    position: Counter
    user: Id16
    device: Id16
    key: Hash32


class SupervisionEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=6):
    """Which prosecutor's office supervises an office, from the date `since` until the day before `until`, if any."""

    position: Counter
    office: str
    prosecutor: str
    since: Annotated[str, msgspec.Meta(pattern=_DATE)]
    until: Annotated[str, msgspec.Meta(pattern=_DATE)] | None


class PublicationEntry(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=7):
    """An edition of data that the centre publishes: a code list, a calendar, the directory of lawyers and others.

    `body`: the document, TOML in UTF-8, packed with zstd. The newest edition of a kind and name is in force.
    """

    position: Counter
    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    edition: Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
    body: Annotated[bytes, msgspec.Meta(max_length=1 << 20)]


Entry = OfficeEntry | UserEntry | DeviceEntry | AuthorEntry | SealingEntry | SupervisionEntry | PublicationEntry


def key_of(entry: Entry) -> bytes:
    """What the entry is about; a newer entry of the same tag and key replaces the older."""
    match entry:
        case OfficeEntry():
            return entry.code.encode()
        case UserEntry():
            return entry.user
        case DeviceEntry():
            return entry.device
        case AuthorEntry():
            return entry.key
        case SealingEntry():
            return entry.user + entry.device
        case SupervisionEntry():
            return f"{entry.office}\x00{entry.prosecutor}\x00{entry.since}".encode()
        case PublicationEntry():
            return f"{entry.kind}\x00{entry.name}".encode()


class Decision(enum.IntEnum):
    """What the centre decided about a revision."""

    ACCEPTED = 0
    REFUSED = 1
    QUARANTINED = 2


class Verdict(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """The centre's decision on one revision of one act. A revision without a verdict counts."""

    format: Literal[1]
    act: Hash32
    index: Count
    record: Id16
    replica: Id16
    counter: Counter
    decision: Decision
    code: Annotated[str, msgspec.Meta(max_length=64)]
    decided_at: Count

    @property
    def dot(self) -> Dot:
        """The dot that was decided upon."""
        return Dot(self.replica, self.counter)


class Signed(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """Bytes with the centre's signature."""

    body: bytes
    signature: bytes


def sign(body: Entry | Verdict, key: Ed25519PrivateKey) -> Signed:
    """The signed form of an entry or verdict."""
    data = encode(body)
    return Signed(data, key.sign(_CONTEXT + data))


def check(signed: Signed, centre_key: bytes) -> None:
    """Raises `Broken("bad_signature")` unless the centre's key (32 bytes) signed it."""
    try:
        Ed25519PublicKey.from_public_bytes(centre_key).verify(signed.signature, _CONTEXT + signed.body)
    except (InvalidSignature, ValueError):
        raise Broken("bad_signature", what="centre") from None


def read_entry(signed: Signed, centre_key: bytes) -> Entry:
    """The directory entry, signature checked; raises `Broken`."""
    check(signed, centre_key)
    return decode(signed.body, Entry)  # type: ignore[arg-type]


def read_verdict(signed: Signed, centre_key: bytes) -> Verdict:
    """The verdict, signature checked; raises `Broken`."""
    check(signed, centre_key)
    return decode(signed.body, Verdict)
