"""The form of a backup: a ZIP without compression of the encrypted database and the slots, under a signed manifest.

manifest.json   what is inside: sizes, SHA-256, schema, heads      manifest.sig   Ed25519 of the workstation over it
icjims.db       the database, encrypted as on the workstation      slots/ID.json  so that the users' passwords open it
attachments/ID.db  the files attached to records, encrypted as on the workstation
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from icjims_core.problem import Broken
from icjims_desktop.store.keys.slots import MAX_BYTES as MAX_SLOT_BYTES
from icjims_desktop.store.keys.slots import Hex32

DATABASE: Final = "icjims.db"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
_CONTEXT: Final = b"icjims-backup-v1\x00"
_NAME: Final = re.compile(r"icjims\.db|slots/[0-9a-f]{32}\.json|attachments/[0-9a-f]{32}\.db")
_MOST_FILES: Final = 1 << 20
_MOST_MANIFEST: Final = 256 << 20
_PIECE: Final = 1 << 20
# A fixed date: the manifest says when; a ZIP cannot name years after 2107 or a time zone.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file in a backup."""

    name: str
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Hex32


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a backup holds. `created_at` in milliseconds since 1970 UTC; `device` is the workstation's signing key."""

    format: Literal[1]
    created_at: int
    schema: int
    device: Hex32
    replica: str
    act_counter: int
    audit_counter: int
    files: Annotated[tuple[Entry, ...], msgspec.Meta(min_length=2, max_length=_MOST_FILES)]


def entry_of(name: str, path: Path) -> Entry:
    """The entry of a file on the disk."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Entry(name, path.stat().st_size, digest)


def write(target: IO[bytes], manifest: Manifest, sources: Mapping[str, Path], key: Ed25519PrivateKey) -> None:
    """Write a backup of these files."""
    described = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST, _DATE), described)
        archive.writestr(zipfile.ZipInfo(SIGNATURE, _DATE), key.sign(_CONTEXT + described).hex())
        for entry in manifest.files:
            info = zipfile.ZipInfo(entry.name, _DATE)
            info.file_size = entry.size
            with sources[entry.name].open("rb") as source, archive.open(info, "w") as place:
                _copy(source, place.write)


def unpack(path: Path, place: Callable[[str], IO[bytes] | None]) -> Manifest:
    """Check every byte of a backup and hand its files to `place`, which may want none of them.

    Raises `Broken("backup_damaged")` for anything that is not exactly what the workstation signed. Nothing is believed
    of names and sizes in the archive that the manifest does not say too.
    """
    with _damage(), zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist()]
        if len(names) != len(set(names)) or any(
            info.compress_type != zipfile.ZIP_STORED for info in archive.infolist()
        ):
            raise Broken("backup_damaged", what="form")
        manifest = _manifest(archive)
        if set(names) != {MANIFEST, SIGNATURE, *(entry.name for entry in manifest.files)}:
            raise Broken("backup_damaged", what="files")
        for entry in manifest.files:
            _unpack_one(archive, entry, place)
    return manifest


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    described = _small(archive, MANIFEST, _MOST_MANIFEST)
    signature = bytes.fromhex(_small(archive, SIGNATURE, 128).decode())
    manifest = msgspec.json.decode(described, type=Manifest)
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest.device)).verify(signature, _CONTEXT + described)
    names = [entry.name for entry in manifest.files]
    slots = [entry for entry in manifest.files if entry.name.startswith("slots/")]
    if (
        names[0] != DATABASE
        or len(names) != len(set(names))
        or not all(map(_NAME.fullmatch, names))
        or any(entry.size > MAX_SLOT_BYTES for entry in slots)
    ):
        raise Broken("backup_damaged", what="manifest")
    return manifest


def _small(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Broken("backup_damaged", what="size")
    return data


def _unpack_one(archive: zipfile.ZipFile, entry: Entry, place: Callable[[str], IO[bytes] | None]) -> None:
    digest, size = hashlib.sha256(), 0
    target = place(entry.name)
    try:
        with archive.open(entry.name) as source:
            for piece in _pieces(source):
                size += len(piece)
                if size > entry.size:
                    break
                digest.update(piece)
                if target is not None:
                    target.write(piece)
    finally:
        if target is not None:
            target.close()
    if size != entry.size or digest.hexdigest() != entry.sha256:
        raise Broken("backup_damaged", what=entry.name)


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except (
        zipfile.BadZipFile,
        msgspec.MsgspecError,
        InvalidSignature,
        ValueError,
        KeyError,
        NotImplementedError,
        EOFError,
    ):
        raise Broken("backup_damaged", what="form") from None


def _copy(source: IO[bytes], write_piece: Callable[[bytes], object]) -> None:
    for piece in _pieces(source):
        write_piece(piece)


def _pieces(source: IO[bytes]) -> Iterable[bytes]:
    while piece := source.read(_PIECE):
        yield piece
