"""The commands that show what the country's records say of paper: transfers not confirmed, numbers of the Register."""

from __future__ import annotations

import argparse
import base64
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from icjims_core.problem import Refused
from icjims_sync_server.services.administration import paper
from icjims_sync_server.services.administration import register as numbers
from icjims_sync_server.services.administration.register import TrustedKey
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.safekeeping.projector import Projector

Result = dict[str, object]
_MAX_FILE: Final = 32 << 20
_KEY_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64


def handovers(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`handovers`."""
    return {"handovers": paper.handovers(centre, every=arguments.all)}


def register(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`register doubts`, `register trust`, `register keys`, `register import`."""
    match arguments.action:
        case "trust":
            key = _public_key(_content(Path(arguments.key)))
            return _told(numbers.trust(centre, key, arguments.name or Path(arguments.key).stem))
        case "keys":
            return _told(numbers.trusted(centre))
        case "import":
            file = Path(arguments.file)
            beside = Path(arguments.signature or f"{arguments.file}.sig")
            report = numbers.take(centre, _content(file), _signature(_content(beside)), dry_run=arguments.dry_run)
            return report.document()
    Projector(centre).run()
    return {"doubts": paper.register_doubts(centre)}


def _told(keys: Iterable[TrustedKey]) -> Result:
    return {"keys": [{"key": each.key, "name": each.name} for each in keys]}


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE + 1)
    except OSError:
        raise Refused("no_such_file", file=path.name[:200]) from None
    if len(data) > _MAX_FILE:
        raise Refused("bad_register_file", what="too large")
    return data


def _public_key(data: bytes) -> bytes:
    """An Ed25519 public key in PEM (SubjectPublicKeyInfo), or its 32 bytes in hexadecimal."""
    try:
        if data.lstrip().startswith(b"-----"):
            loaded = load_pem_public_key(data)
            if not isinstance(loaded, Ed25519PublicKey):
                raise Refused("bad_register_key")
            return loaded.public_bytes_raw()
        key = bytes.fromhex(data.decode("ascii").strip())
    except (ValueError, UnsupportedAlgorithm):
        raise Refused("bad_register_key") from None
    if len(key) != _KEY_BYTES:
        raise Refused("bad_register_key")
    return key


def _signature(data: bytes) -> bytes:
    """The 64 bytes of a signature as they are, in Base64 or in hexadecimal."""
    if len(data) == _SIGNATURE_BYTES:
        return data
    text = b"".join(data.split())
    try:
        return (
            bytes.fromhex(text.decode("ascii"))
            if len(text) == 2 * _SIGNATURE_BYTES
            else base64.b64decode(text, validate=True)
        )
    except ValueError:
        raise Refused("bad_register_signature") from None


COMMANDS: Final[dict[str, Callable[[Centre, argparse.Namespace], Result]]] = {
    "handovers": handovers,
    "register": register,
}
