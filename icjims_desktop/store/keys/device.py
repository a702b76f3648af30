"""The workstation's own keys, kept in the encrypted database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core.problem import Broken
from icjims_desktop.store.database import Database
from icjims_desktop.store.log import replicas

SIGNING_KEY: Final = "device_signing_key"
SEALING_KEY: Final = "device_sealing_key"


@dataclass(frozen=True, slots=True)
class Device:
    """The workstation's own keys: Ed25519 for requests, X25519 for what is sealed to it."""

    signing: Ed25519PrivateKey
    sealing: X25519PrivateKey

    @property
    def signing_public(self) -> bytes:
        """The public signing key, 32 bytes."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def sealing_public(self) -> bytes:
        """The public sealing key, 32 bytes."""
        return self.sealing.public_key().public_bytes_raw()


def load(database: Database) -> Device:
    """The keys; raises `Broken("store_damaged")` when they are not there."""
    with database.read() as connection:
        signing, sealing = replicas.meta(connection, SIGNING_KEY), replicas.meta(connection, SEALING_KEY)
    if signing is None or sealing is None:
        raise Broken("store_damaged", what="device_keys")
    return Device(Ed25519PrivateKey.from_private_bytes(signing), X25519PrivateKey.from_private_bytes(sealing))
