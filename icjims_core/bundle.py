"""The file format of bundles: acts on a stick, sealed to workstations of an office and to the centre.

A bundle file is the five bytes `49 43 4A 42 01` (`ICJB` and the version), then frames, each four bytes of length
(big-endian) and that many bytes of one canonically encoded structure:

| tag | structure | fields |
|-----|-----------|--------|
| 1 | Cover | bundle id (16 random bytes), created_at (milliseconds since 1970 UTC) |
| 2 | CentreBox | key (HPKE box of a content key, to the centre), content (AES-GCM box) |
| 3 | OfficeKeys | office code, section id (16 random bytes), recipients: [[device id, HPKE box of content key], …] |
| 4 | OfficeBox | section id, content (AES-GCM box) |
| 5 | End | number of frames before it, SHA-256 of all bytes of the file before this frame |

First the cover, last the end and nothing after it; an OfficeBox comes after the OfficeKeys of its section. A reader
refuses the whole file before it takes anything when one of this does not hold.

A content key is 32 fresh random bytes. HPKE purposes: `icjims-bundle-centre-v1`; `icjims-bundle-office-v1` ‖ 00 ‖
section id. Associated data of a content box: the same bytes. Each content box has its own random nonce.

The content of a CentreBox is zstd of one encoded Push message: acts of both streams that the sender knows no
acknowledgement of, its own and those that it carries, in causal order, every one with its header, bodies as far as they
are held. The content of an OfficeBox is zstd of `[acts, verdicts, directory]`: acts with what they show of the cases
that the sender last knew as that office's (and, for its own office, of records without a case), verdicts as
`[signed, header, header signature]`, and the signed directory. Refused, quarantined and waiting bodies are in no
OfficeBox. The content key of a section is sealed to each device that the signed directory has as active in the office.

Whoever receives a bundle keeps every CentreBox as it is and sends it at its next sync, before its own acts: POST
`/v1/bundles`, type `application/octet-stream`, body: the encoded CentreBox; the answer is a stream of frames with one
Results. Of the OfficeBoxes it opens those of its own office that are sealed to it, and no other. Doing it again changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import sealing, wire
from icjims_core.acts import Act
from icjims_core.directory import Signed
from icjims_core.encoding import Count, Hash32, Id16, decode, encode
from icjims_core.packing import compress, decompress
from icjims_core.problem import Broken

MAGIC: Final = b"ICJB\x01"
MAX_FRAME: Final = 8 << 20
MAX_RECIPIENTS: Final = 1024
_CENTRE_PURPOSE: Final = b"icjims-bundle-centre-v1"
_OFFICE_PURPOSE: Final = b"icjims-bundle-office-v1\x00"

Random = Callable[[int], bytes]


class Cover(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=1):
    """The first frame."""

    bundle: Id16
    created_at: Count


class CentreBox(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=2):
    """Acts sealed to the centre."""

    key: bytes
    content: bytes


class OfficeKeys(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=3):
    """For whom a section is: device id and the section's content key sealed to that device."""

    office: str
    section: Id16
    recipients: Annotated[tuple[tuple[Id16, bytes], ...], msgspec.Meta(max_length=MAX_RECIPIENTS)]


class OfficeBox(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=4):
    """A part of a section's content."""

    section: Id16
    content: bytes


class End(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=5):
    """The last frame."""

    frames: Count
    digest: Hash32


Frame = Cover | CentreBox | OfficeKeys | OfficeBox | End


class OfficeContent(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """What is sealed in an OfficeBox."""

    acts: tuple[Act, ...]
    verdicts: tuple[tuple[Signed, bytes, bytes], ...]
    directory: tuple[Signed, ...]


def centre_box(push: wire.Push, centre_key: bytes, random: Random) -> CentreBox:
    """Acts sealed to the centre's X25519 key (32 bytes)."""
    key = random(32)
    content = sealing.encrypt(key, random(sealing.NONCE_BYTES), compress(encode(push)), _CENTRE_PURPOSE)
    return CentreBox(sealing.seal_to(centre_key, key, _CENTRE_PURPOSE), content)


def open_centre_box(private: X25519PrivateKey, data: bytes) -> wire.Push:
    """The acts in an encoded CentreBox; raises `Broken`."""
    box: Frame = decode(data, Frame)  # type: ignore[arg-type]
    if not isinstance(box, CentreBox):
        raise Broken("malformed", what="bundle")
    key = sealing.open_box(private, box.key, _CENTRE_PURPOSE)
    plain = sealing.decrypt(key, box.content, _CENTRE_PURPOSE)
    return decode(decompress(plain, wire.MAX_MESSAGE_BYTES), wire.Push)


def section_key(private: X25519PrivateKey, section: bytes, sealed: bytes) -> bytes:
    """The content key of a section, as a recipient opens it; raises `Broken`."""
    return sealing.open_box(private, sealed, _OFFICE_PURPOSE + section)


def open_office_box(key: bytes, box: OfficeBox) -> OfficeContent:
    """What is sealed in an OfficeBox; raises `Broken`."""
    plain = sealing.decrypt(key, box.content, _OFFICE_PURPOSE + box.section)
    return decode(decompress(plain, wire.MAX_MESSAGE_BYTES), OfficeContent)


class Section:
    """One office's part while it is written."""

    def __init__(self, office: str, random: Random) -> None:
        self._office, self._random = office, random
        self._id, self._key = random(16), random(32)

    def keys(self, devices: Sequence[tuple[bytes, bytes]]) -> OfficeKeys:
        """The content key sealed to each device (id, X25519 key)."""
        purpose = _OFFICE_PURPOSE + self._id
        sealed = tuple((device, sealing.seal_to(key, self._key, purpose)) for device, key in devices)
        return OfficeKeys(self._office, self._id, sealed)

    def box(self, content: OfficeContent) -> OfficeBox:
        """Sealed content."""
        nonce = self._random(sealing.NONCE_BYTES)
        bound = _OFFICE_PURPOSE + self._id
        return OfficeBox(self._id, sealing.encrypt(self._key, nonce, compress(encode(content)), bound))
