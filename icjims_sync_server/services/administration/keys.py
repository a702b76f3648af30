"""The centre's own keys: one that signs directory and verdicts, one that opens what is sealed to the centre."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core.problem import Broken

PrivateKey = Ed25519PrivateKey | X25519PrivateKey | EllipticCurvePrivateKey

SIGNING_FILE = "centre-signing.key"
SEALING_FILE = "centre-sealing.key"


@dataclass(frozen=True, slots=True)
class CentreKeys:
    """Private keys of the centre."""

    signing: Ed25519PrivateKey
    sealing: X25519PrivateKey

    @property
    def public(self) -> bytes:
        """The key (32 bytes) by which everybody knows the centre."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def sealing_public(self) -> bytes:
        """The key (32 bytes) to which bundles for the centre are sealed."""
        return self.sealing.public_key().public_bytes_raw()

    def ticket_hash(self, part: str) -> bytes:
        """A keyed hash of a ticket code or half of one; the database alone does not allow guessing them."""
        secret = hashlib.sha256(b"icjims-ticket-v1\x00" + self.signing.private_bytes_raw()).digest()
        return hmac.digest(secret, part.encode(), "sha256")


def make(folder: Path) -> CentreKeys:
    """Make and store new keys; existing ones are read instead."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / SIGNING_FILE).exists():
        write_private(folder / SIGNING_FILE, Ed25519PrivateKey.generate())
    if not (folder / SEALING_FILE).exists():
        write_private(folder / SEALING_FILE, X25519PrivateKey.generate())
    return read(folder)


def read(folder: Path) -> CentreKeys:
    """The stored keys; raises `Broken("keys_missing")` or `Broken("keys_damaged")`."""
    signing, sealing = read_private(folder / SIGNING_FILE), read_private(folder / SEALING_FILE)
    if not isinstance(signing, Ed25519PrivateKey) or not isinstance(sealing, X25519PrivateKey):
        raise Broken("keys_damaged")
    return CentreKeys(signing, sealing)


def read_private(path: Path) -> object:
    """The private key in a PEM file."""
    try:
        return serialization.load_pem_private_key(path.read_bytes(), None)
    except FileNotFoundError:
        raise Broken("keys_missing", file=path.name) from None
    except ValueError:
        raise Broken("keys_damaged", file=path.name) from None


def write_private(path: Path, key: PrivateKey) -> None:
    """Store a private key in PEM (PKCS #8), readable by its owner alone, on disk when this returns."""
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    write_file(path, pem)


def write_file(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Replace a file as a whole, with its mode from the first byte on, on disk when this returns."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
