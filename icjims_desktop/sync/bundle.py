"""Bundles: sync by a file on a stick, for the office's other workstations and, through any of them, for the centre.

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

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, BinaryIO, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import sealing, wire
from icjims_core.acts import Act
from icjims_core.directory import Signed
from icjims_core.encoding import Count, Hash32, Id16, decode, encode
from icjims_core.packing import compress, decompress
from icjims_core.problem import Broken, Refused
from icjims_desktop.store import bundles, directory, replicas
from icjims_desktop.store.journal import Journal

MAGIC: Final = b"ICJB\x01"
MAX_FRAME: Final = 8 << 20
MAX_RECIPIENTS: Final = 1024
CENTRE_PURPOSE: Final = b"icjims-bundle-centre-v1"
OFFICE_PURPOSE: Final = b"icjims-bundle-office-v1\x00"
CENTRE_SEALING_KEY: Final = "centre_sealing_key"

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


@dataclass(frozen=True, slots=True)
class Exported:
    """What lies in a bundle that was written: acts for the centre, and for each office its acts and recipients."""

    centre_acts: int
    offices: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a bundle brought: revisions new here and held before, boxes to carry, sections sealed to others, and acts
    left out because they are forged or of unknown authors."""

    pulled: int
    duplicates: int
    carried: int
    for_others: int
    left_out: int


class _Writer:
    """Frames into a file, the end with their digest."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._frames = file, 0
        self._digest = hashlib.sha256(MAGIC)
        file.write(MAGIC)

    def add(self, frame: Frame) -> None:
        """One frame."""
        body = encode(frame)
        data = len(body).to_bytes(4, "big") + body
        self._digest.update(data)
        self._frames += 1
        self._file.write(data)

    def end(self) -> None:
        """The last frame."""
        self.add(End(self._frames, self._digest.digest()))


# --- writing ----------------------------------------------------------------------------------------------------------


def write(journal: Journal, file: BinaryIO, offices: Sequence[str], *, now: int, random: Random) -> Exported:
    """Write a bundle: for the centre all that is unsent, for each office its cases as last known here.

    `now` in milliseconds since 1970 UTC. Raises `Refused("no_active_device", office=…)` for a named office with no
    device to seal to, except one's own, whose part is left out then.
    """
    with journal.database.read() as connection:
        centre_key = replicas.meta(connection, CENTRE_SEALING_KEY)
        if centre_key is None:
            raise Refused("not_enrolled")
        own = (replicas.meta(connection, replicas.OFFICE_KEY) or b"").decode()
        for office in offices:
            if office != own and not bundles.recipients(connection, office):
                raise Refused("no_active_device", office=office)
        writer = _Writer(file)
        writer.add(Cover(random(16), now))
        centre_acts = 0
        for push in bundles.unsent_batches(connection):
            writer.add(_centre_box(push, centre_key, random))
            centre_acts += len(push.acts)
        for key in bundles.waiting_boxes(connection):
            kept = bundles.box(connection, key)
            if kept is not None:
                writer.add(decode(kept, CentreBox))
        written = {}
        for office in dict.fromkeys(offices):
            devices = bundles.recipients(connection, office)
            if devices:
                section = _Section(random, office)
                writer.add(section.keys([(device.device, device.sealing_key) for device in devices]))
                written[office] = (_write_office(writer, section, journal, office), len(devices))
        writer.end()
    return Exported(centre_acts, written)


def _centre_box(push: wire.Push, centre_key: bytes, random: Random) -> CentreBox:
    key = random(32)
    content = sealing.encrypt(key, random(sealing.NONCE_BYTES), compress(encode(push)), CENTRE_PURPOSE)
    return CentreBox(sealing.seal_to(centre_key, key, CENTRE_PURPOSE), content)


class _Section:
    """One office's part while it is written."""

    def __init__(self, random: Random, office: str) -> None:
        self._random, self._office = random, office
        self._id, self._key = random(16), random(32)

    def keys(self, devices: Sequence[tuple[bytes, bytes]]) -> OfficeKeys:
        """The content key sealed to each device (id, X25519 key)."""
        purpose = OFFICE_PURPOSE + self._id
        sealed = tuple((device, sealing.seal_to(key, self._key, purpose)) for device, key in devices)
        return OfficeKeys(self._office, self._id, sealed)

    def box(self, content: OfficeContent) -> OfficeBox:
        """Sealed content."""
        nonce = self._random(sealing.NONCE_BYTES)
        bound = OFFICE_PURPOSE + self._id
        return OfficeBox(self._id, sealing.encrypt(self._key, nonce, compress(encode(content)), bound))


def _write_office(writer: _Writer, section: _Section, journal: Journal, office: str) -> int:
    count = 0
    with journal.database.read() as connection:
        writer.add(section.box(OfficeContent((), (), bundles.signed_directory(connection))))
        for batch in bundles.acts_of_office(connection, office):
            for part in _by_size(batch):
                verdicts = tuple(bundles.verdicts_on(connection, [act_id for act_id, _ in part]))
                writer.add(section.box(OfficeContent(tuple(act for _, act in part), verdicts, ())))
                count += len(part)
    return count


def _by_size(batch: Sequence[tuple[bytes, Act]]) -> Iterator[list[tuple[bytes, Act]]]:
    part: list[tuple[bytes, Act]] = []
    total = 0
    for act_id, act in batch:
        size = len(encode(act))
        if part and total + size > wire.FRAME_TARGET_BYTES:
            yield part
            part, total = [], 0
        part.append((act_id, act))
        total += size
    if part:
        yield part


# --- reading ----------------------------------------------------------------------------------------------------------


def read(journal: Journal, file: BinaryIO, sealing_key: X25519PrivateKey) -> Imported:
    """Take a bundle in; `sealing_key` is the device's. Each box is one transaction: a second import goes on or does
    nothing.

    Raises `Broken` before anything is taken when the file is cut, altered or none.
    """
    for _ in frames(file):
        pass  # the end is checked before anything is believed
    file.seek(0)
    with journal.database.read() as connection:
        device = replicas.meta(connection, replicas.DEVICE_KEY)
        office = (replicas.meta(connection, replicas.OFFICE_KEY) or b"").decode()
    opened: dict[bytes, bytes] = {}
    pulled = duplicates = carried = for_others = left_out = 0
    for frame in frames(file):
        match frame:
            case CentreBox():
                with journal.database.write() as connection:
                    carried += bundles.keep_boxes(connection, [encode(frame)])
            case OfficeKeys():
                mine = [box for recipient, box in frame.recipients if recipient == device]
                if frame.office == office and mine:
                    key = sealing.open_box(sealing_key, mine[0], OFFICE_PURPOSE + frame.section)
                    opened[frame.section] = key
                else:
                    for_others += 1
            case OfficeBox() if frame.section in opened:
                taken = _take(journal, frame, opened[frame.section], office)
                pulled, duplicates = pulled + taken.pulled, duplicates + taken.duplicates
                left_out += taken.left_out
            case _:
                pass
    return Imported(pulled, duplicates, carried, for_others, left_out)


def _take(journal: Journal, box: OfficeBox, key: bytes, office: str) -> bundles.Taken:
    plain = sealing.decrypt(key, box.content, OFFICE_PURPOSE + box.section)
    content = decode(decompress(plain, wire.MAX_MESSAGE_BYTES), OfficeContent)
    with journal.database.write() as connection:
        directory.take(connection, content.directory)
        return bundles.take(connection, journal.reader, content.acts, content.verdicts, office)


def frames(file: BinaryIO) -> Iterator[Frame]:
    """The frames of a bundle file from its start, without the end; raises `Broken` unless the whole file is sound."""
    if file.read(len(MAGIC)) != MAGIC:
        raise Broken("malformed", what="bundle")
    digest = hashlib.sha256(MAGIC)
    sections: set[bytes] = set()
    count = 0
    while True:
        head = file.read(4)
        size = int.from_bytes(head, "big")
        if len(head) == 4 and size > MAX_FRAME:
            raise Broken("too_large", what="bundle", limit=MAX_FRAME)
        body = file.read(size) if len(head) == 4 else b""
        if len(head) < 4 or len(body) < size:
            raise Broken("truncated", what="bundle")
        frame: Frame = decode(body, Frame)  # type: ignore[arg-type]
        if isinstance(frame, End):
            if frame != End(count, digest.digest()) or file.read(1):
                raise Broken("malformed", what="bundle")
            return
        if isinstance(frame, Cover) != (count == 0) or (isinstance(frame, OfficeBox) and frame.section not in sections):
            raise Broken("malformed", what="bundle")
        if isinstance(frame, OfficeKeys):
            sections.add(frame.section)
        digest.update(head + body)
        count += 1
        yield frame
