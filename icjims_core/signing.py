"""The officer's signature of a procedural act: over its exact content and the edition of its form.

It is an act of its own, a record of type `signing`, made with the password entered afresh. The signatures of the log
prove who wrote which bytes and stand for none of it. What is signed is the canonical encoding (docs/protocol.md §3) of

    [1, act, type, edition, content, capacity, signed_at, key]

behind the words `icjims-signing-v1` and a zero byte, by Ed25519 (RFC 8032); `content` is SHA-256 of the canonical
encoding of the act's fields, of those left out that stay open after signing: service, execution, later statements.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from icjims_core.declarations.editions import EDITIONS
from icjims_core.declarations.schema import Merge, RecordType
from icjims_core.encoding import Value, encode
from icjims_core.merge import ANNULLED, State
from icjims_core.problem import Refused

OFFICER: Final = "officer"
"""The capacity of the officer who signs his own act; the others countersign."""
REFUSAL: Final = "refusal"
"""The capacity of who may consent or approve, and refuses: it makes nothing good and ends the waiting."""
REGISTERING: Final = (("journal_entry", "act"), ("correspondence", "act"), ("case_folio", "act"))
"""Types of records that register an act, each with the list column that names it: journal, letters, case file."""
FRESH_MS: Final = 5 * 60 * 1000
"""How long after the password was entered a signature may be made."""

_PURPOSE: Final = b"icjims-signing-v1\x00"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one signature says. `act` is the id of the record as text, `content` and `key` are hexadecimal."""

    act: str
    type: str
    edition: str
    content: str
    capacity: str
    signed_at: str
    key: str

    @property
    def signed_bytes(self) -> bytes:
        """The bytes under the signature."""
        return _PURPOSE + encode(
            [1, self.act, self.type, self.edition, self.content, self.capacity, self.signed_at, self.key]
        )

    def sign(self, private: Ed25519PrivateKey) -> str:
        """The signature, hexadecimal; raises `ValueError` for a key that is not the one stated."""
        if private.public_key().public_bytes_raw().hex() != self.key:
            raise ValueError("a signature states the key that made it")
        return private.sign(self.signed_bytes).hex()

    def holds(self, signature: str) -> bool:
        """Whether the signature is that of the stated key over these words."""
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.key)).verify(
                bytes.fromhex(signature), self.signed_bytes
            )
        except (InvalidSignature, ValueError):
            return False
        return True


def open_units(declared: RecordType) -> frozenset[str]:
    """The units that may still change once the act is signed."""
    return frozenset(each.unit for each in declared.fields if each.stays_open)


def content(declared: RecordType, state: State) -> str:
    """The digest of an act's content, hexadecimal; raises `Refused("unit_in_conflict")` where there is not one content.

    A field that this program does not know counts: a signature never covers less than what stands. The notes of
    editions are no part: each speaks of its own revision only, and codes never change their meaning.
    """
    derived = {each.unit for each in declared.fields if each.merge is Merge.DERIVED}
    free = open_units(declared) | derived | {EDITIONS}
    disputed = [unit for unit in state.conflicts() if unit not in free]
    if disputed:
        raise Refused("unit_in_conflict", field=disputed[0], unit=disputed[0])
    registers = {unit: state.agreed(unit) for unit in state.registers if unit not in free}
    sets = {unit: sorted(members) for unit, members in state.sets.items() if unit not in free and unit != ANNULLED}
    appends = {unit: [each.value for each in entries] for unit, entries in state.appends.items() if unit not in free}
    whole = cast(
        "Value",
        [
            [[unit, value] for unit, value in sorted(registers.items()) if value is not None],
            [[unit, [member.hex() for member in members]] for unit, members in sorted(sets.items()) if members],
            [[unit, values] for unit, values in sorted(appends.items())],
        ],
    )
    return hashlib.sha256(encode(whole)).hexdigest()


class Standing(enum.StrEnum):
    """How far an act has come: code of the list `act_status`."""

    DRAFT = "draft"
    SIGNED = "signed"
    CHANGED = "changed"
    """Signed, and changed since by somebody who had not seen the signature: to be looked at."""
    REGISTERED = "registered"
    SUPERSEDED = "superseded"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of an act as it was found. `by` is the login of the officer, `valid` what the check said."""

    record: str
    statement: Statement
    by: str
    valid: bool


def standing(
    current: str | None, signatures: Iterable[Signature], *, annulled: bool, superseded: bool, registered: bool
) -> Standing:
    """How far an act has come; `current` is the digest of its content now, `None` where it is in conflict."""
    if annulled:
        return Standing.ANNULLED
    officers = [each for each in signatures if each.valid and each.statement.capacity == OFFICER]
    if not officers:
        return Standing.DRAFT
    if superseded:
        return Standing.SUPERSEDED
    if all(each.statement.content != current for each in officers):
        return Standing.CHANGED
    return Standing.REGISTERED if registered else Standing.SIGNED
