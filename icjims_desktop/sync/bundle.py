"""Bundles written and read: sync by a stick, between the workstations of an office and towards the centre.

The format of the file: `icjims_core.bundle`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import wire
from icjims_core.acts import Act
from icjims_core.bundle import (
    MAGIC,
    MAX_FRAME,
    CentreBox,
    Cover,
    End,
    Frame,
    OfficeBox,
    OfficeContent,
    OfficeKeys,
    Random,
    Section,
    centre_box,
    open_office_box,
    section_key,
)
from icjims_core.encoding import decode, encode
from icjims_core.problem import Broken, Refused
from icjims_desktop.store.log import bundles, directory, replicas
from icjims_desktop.store.log.journal import Journal

CENTRE_SEALING_KEY: Final = "centre_sealing_key"


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
    device to seal to, and `Refused("nothing_for_office", office=…)` where nothing of it is here; of one's own
    office the part is left out, or empty, then.
    """
    with journal.database.read() as connection:
        centre_key = replicas.meta(connection, CENTRE_SEALING_KEY)
        if centre_key is None:
            raise Refused("pending_approval")
        own = (replicas.meta(connection, replicas.OFFICE_KEY) or b"").decode()
        for office in offices:
            if office != own and not bundles.recipients(connection, office):
                raise Refused("no_active_device", office=office)
        writer = _Writer(file)
        writer.add(Cover(random(16), now))
        centre_acts = 0
        for push in bundles.unsent_batches(connection):
            writer.add(centre_box(push, centre_key, random))
            centre_acts += len(push.acts)
        for key in bundles.waiting_boxes(connection):
            kept = bundles.box(connection, key)
            if kept is not None:
                writer.add(decode(kept, CentreBox))
        written = {}
        for office in dict.fromkeys(offices):
            devices = bundles.recipients(connection, office)
            if devices:
                section = Section(office, random)
                writer.add(section.keys([(device.device, device.sealing_key) for device in devices]))
                written[office] = (_write_office(writer, section, journal, office), len(devices))
                if office != own and not written[office][0]:
                    raise Refused("nothing_for_office", office=office)
        writer.end()
    return Exported(centre_acts, written)


def _write_office(writer: _Writer, section: Section, journal: Journal, office: str) -> int:
    count = 0
    with journal.database.read() as connection:
        for entries in bundles.signed_directory(connection):
            writer.add(section.box(OfficeContent((), (), entries)))
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
                    key = section_key(sealing_key, frame.section, mine[0])
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
    content = open_office_box(key, box)
    with journal.database.write() as connection:
        directory.take(connection, content.directory)
        taken = bundles.take(connection, journal.reader, content.acts, content.verdicts, office)
    journal.note_publications(content.directory)
    return taken


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
