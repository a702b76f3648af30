"""Files attached to records: kept encrypted on this computer, their SHA-256 stated in the record itself."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from icjims_core import access
from icjims_core.access import Operation, State, Subject
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations import validation
from icjims_core.declarations.schema import Field, Kind, Merge, RecordType
from icjims_core.encoding import Value
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.platform import files
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk, Saved
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.reading import casefile
from icjims_desktop.services.recording import signatures, writing
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.store.attachments import Kept

ENCLOSURES, SIGNED_SCAN = "attachments", "signed_scan"
_UNKNOWN_KIND = "application/octet-stream"
_WHATEVER = "criminal_proceedings"
"""With any purpose: to see who exports nothing at all."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that was attached: the revision that states it, and what it states."""

    saved: Saved
    value: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class StatedFile:
    """A file that a record of a case states: its value in stored form, and whether its bytes are on this computer."""

    record: str
    type: str
    field: str
    value: Mapping[str, object]
    here: bool


class Counted(io.BufferedReader):
    """A file that tells how much of it was read."""

    def __init__(self, raw: io.FileIO, told: Callable[[int], None] | None) -> None:
        super().__init__(raw)
        self._told = told

    def read(self, size: int | None = -1, /) -> bytes:
        """Read, and tell how far."""
        found = super().read(size)
        if self._told is not None:
            self._told(self.tell())
        return found


class Attachments:
    """The attached files of one open store. Their bytes stay on this computer until their transfer is built."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def attach(
        self,
        record: bytes,
        path: Path,
        field: str | None = None,
        *,
        captured_at: str | None = None,
        reason: str | None = None,
        told: Callable[[int], None] | None = None,
    ) -> Attached:
        """Keep a file and state it in a field of the record.

        By default it is an enclosure, of a signed act the scan of its signed paper, else the first field for files.
        `told` hears how many bytes were read so far; what it raises ends the reading, and nothing is kept.
        `reason`: why it takes the place of another file, where the field holds one alone.

        Raises `not_found`, `role_may_not_write`, `annulled`, `signed`, `no_file_field`, `no_such_file`,
        `file_too_large`, `invalid`, `sealed`, `reason_required`. A file of a sealed record is encrypted for its
        readers alone.
        """
        now, text = self._desk.now(), writing.reason_text(reason, required=False)
        found, chosen = self._to_attach_to(record, field, text)
        # Under the key of the revision that will state it: who reads that one reads the file, and nobody else.
        secret = self._desk.store.around.random(32) if found.unsealed else b""
        try:
            with Counted(path.open("rb", buffering=0), told) as source:
                kept = self._desk.store.attachments.add(source, record, now=now, secret=secret)
        except (FileNotFoundError, IsADirectoryError, PermissionError):
            raise Refused("no_such_file", file=path.name) from None
        value = _value(chosen, kept, path.name, captured_at)
        operator = Operator.ADD if chosen.merge is Merge.SET else Operator.WHOLE
        words = Stated([Assignment(chosen.name, operator, value)], text)
        with self._desk.view() as view:
            change = writing.edit(view, self._desk.me, view.record(record), words, now)
        return Attached(self._desk.save(change, now, key=secret), value)

    def _to_attach_to(self, record: bytes, field: str | None, reason: str | None) -> tuple[Record, Field]:
        """The record and its field, once nothing stands in the way: a large file is not read in vain."""
        me = self._desk.me
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type == SEALED_RECORD:
                raise Refused("sealed", record=identifiers.to_text(record))
            declared = record_type(found.row.type)
            access.check(Operation.EDIT, me.actor, Subject(declared))
            chosen = _file_field(declared, field or _usual_field(view, found, declared))
            signatures.check_open(view, me, found, {"add": {chosen.unit: []}})
        if chosen.merge is not Merge.SET:
            writing.check_files(declared, found.state, {"put": {chosen.unit: {}}}, reason)
        if found.state.annulments:
            subject = Subject(declared, state=State.ANNULLED)
            access.check(Operation.EDIT, me.actor, subject, record=identifiers.to_text(record))
        return found, chosen

    def take_away(self, record: bytes, sha256: str, reason: str | None) -> Saved:
        """State that a file no longer belongs to a record; who took it away and why stays in the history.

        Its bytes stay encrypted beside the store and are given out no more. Raises `not_found`, `reason_required`,
        `role_may_not_write`, `annulled`, `signed`, `sealed`.
        """
        text, now = writing.reason_text(reason, required=True), self._desk.now()
        with self._desk.view() as view:
            found = view.record(record)
            stated = [(name, value) for name, value in _stated(found) if value["sha256"] == sha256]
            if not stated:
                raise Refused("not_found", record=sha256[:100])
            declared = record_type(found.row.type)
            words = [_without(declared.by_name[name], value) for name, value in stated]
            change = writing.edit(view, self._desk.me, found, Stated(words, text), now)
        return self._desk.save(change, now)

    def of_case(self, case: bytes) -> list[StatedFile]:
        """The files that the records of a case state, the newest record first.

        Written to the audit stream first. Raises `not_found`, `purpose_required`.
        """
        with self._desk.view() as view:
            records = [each for each in casefile.records_of(view, case) if stated_files(each)]
            purpose = self._desk.asking.check(view, [case])
        if records:
            self._desk.consultation.looked("files", records, now=self._desk.now(), purpose=purpose)
        found = [(each, name, value) for each in reversed(records) for name, value in _stated(each)]
        held = {
            (each.row.id, sha256)
            for each in records
            for sha256 in self._desk.store.attachments.holds(map(bytes.fromhex, stated_files(each)), _secrets(each))
        }
        return [
            StatedFile(
                identifiers.to_text(each.row.id),
                each.row.type,
                name,
                value,
                (each.row.id, bytes.fromhex(str(value["sha256"]))) in held,
            )
            for each, name, value in found
        ]

    def here(self, record: bytes) -> dict[str, bool]:
        """Each file that the record states, by its SHA-256, and whether its bytes are on this computer.

        Written to the audit stream first. Raises `not_found`, `purpose_required`.
        """
        found, purpose = self._asked(record, Operation.CONSULT)
        hashes = stated_files(found)
        if hashes:
            self._desk.consultation.looked("files", [found], now=self._desk.now(), purpose=purpose)
        held = self._desk.store.attachments.holds(map(bytes.fromhex, hashes), _secrets(found))
        return {each: bytes.fromhex(each) in held for each in hashes}

    def _asked(self, record: bytes, operation: Operation, purpose: str | None = None) -> tuple[Record, str | None]:
        """A record that the user may do this with, and the purpose that is logged with it."""
        with self._desk.view() as view:
            found = view.record(record)
            stated = self._desk.asking.check(view, [found.row.case], purpose, operation)
        return found, stated

    def save_copy(self, record: bytes, sha256: str, target: Path, *, purpose: str | None = None) -> None:
        """Write a readable copy of an attached file outside the store; written to the audit stream first.

        Raises `not_found`, `may_not_export`, `purpose_required`, `not_on_this_computer`, `file_exists`, `cannot_write`,
        `attachment_damaged`.
        """
        found, purpose = self._asked(record, Operation.EXPORT, purpose)
        access.check(Operation.EXPORT, self._desk.me.actor, Subject(purpose=_WHATEVER))
        secrets = _secrets_of_stated(found, sha256)
        told = _told(sha256, secrets)
        self._desk.consultation.exported("attachment", found, now=self._desk.now(), purpose=purpose, **told)
        pieces = self._desk.store.attachments.read(bytes.fromhex(sha256), secrets)
        if target.exists():
            raise Refused("file_exists", file=target.name)
        unfinished = target.with_name(target.name + ".unfinished")
        try:
            files.write_private(unfinished, b"")
            with unfinished.open("r+b") as file:
                for piece in pieces:
                    file.write(piece)
            files.put_in_place(unfinished, target)
        except OSError as error:
            raise Refused("cannot_write", file=target.name, cause=error.strerror or "") from error
        finally:
            unfinished.unlink(missing_ok=True)

    def open(self, record: bytes, sha256: str) -> Iterator[bytes]:
        """The bytes of an attached file, to be shown; written to the audit stream first. Raises as `save_copy`."""
        found, purpose = self._asked(record, Operation.CONSULT)
        secrets = _secrets_of_stated(found, sha256)
        told = _told(sha256, secrets)
        self._desk.consultation.of_record("attachment", found, now=self._desk.now(), purpose=purpose, **told)
        return self._desk.store.attachments.read(bytes.fromhex(sha256), secrets)

    def thumbnail(self, record: bytes, sha256: str) -> bytes | None:
        """The small picture that was kept of a file, looking written first; `None` where there is none yet."""
        found, purpose = self._asked(record, Operation.CONSULT)
        secrets = _secrets_of_stated(found, sha256)
        picture = self._desk.store.attachments.thumbnail(bytes.fromhex(sha256), secrets)
        if picture is not None:
            self._desk.consultation.looked("thumbnail", [found], now=self._desk.now(), purpose=purpose)
        return picture

    def keep_thumbnail(self, record: bytes, sha256: str, picture: bytes) -> None:
        """Keep a small picture of a file."""
        found, _ = self._asked(record, Operation.CONSULT)
        secrets = _secrets_of_stated(found, sha256)
        self._desk.store.attachments.keep_thumbnail(bytes.fromhex(sha256), picture, secrets)


def _told(sha256: str, secrets: Sequence[bytes]) -> dict[str, Value]:
    """What the log names a file by: of a sealed one nothing, for it leaves the workstation, and who has the same file
    knows its hash."""
    return {} if secrets else {"sha256": sha256}


def _secrets_of_stated(record: Record, sha256: str) -> Sequence[bytes]:
    if sha256 not in stated_files(record):
        raise Refused("not_found", record=sha256[:100])
    return _secrets(record)


def _secrets(record: Record) -> Sequence[bytes]:
    """Of a sealed record the content keys under one of which each of its files is encrypted."""
    return tuple(record.unsealed.keys.values()) if record.unsealed else ()


def _value(field: Field, kept: Kept, name: str, captured_at: str | None) -> Mapping[str, Value]:
    """What a record states of a file that is kept."""
    stated = {
        "sha256": kept.sha256.hex(),
        "size": kept.size,
        "mime": mimetypes.guess_type(name)[0] or _UNKNOWN_KIND,
        "name": name[:300],
        "captured_at": captured_at,
    }
    return cast("Mapping[str, Value]", validation.normalise(field, stated))


def _without(field: Field, value: Mapping[str, object]) -> Assignment:
    """The statement that a file stands in a field no longer."""
    if field.merge is Merge.SET:
        return Assignment(field.name, Operator.REMOVE, value)
    return Assignment(field.name, Operator.WHOLE, None)


def _usual_field(view: View, record: Record, declared: RecordType) -> str | None:
    """What a file is where nobody says: what was signed takes the scan of its paper, and no further enclosure."""
    signed = SIGNED_SCAN in declared.by_name and signatures.is_signed(view, record)
    wanted = SIGNED_SCAN if signed else ENCLOSURES
    return wanted if wanted in declared.by_name else None


def _file_field(declared: RecordType, name: str | None) -> Field:
    if name is not None:
        field = validation.field_of(declared, name)
        if field.kind is not Kind.FILE:
            raise Refused("no_file_field", type=declared.name, field=name)
        return field
    found = next((each for each in declared.fields if each.kind is Kind.FILE and each.writable), None)
    if found is None:
        raise Refused("no_file_field", type=declared.name)
    return found


def stated_files(record: Record) -> list[str]:
    """The SHA-256 of every file that stands in a record, hexadecimal, in the order of its fields."""
    return [str(value["sha256"]) for _, value in _stated(record)]


def _stated(record: Record) -> list[tuple[str, Mapping[str, object]]]:
    """Each file that stands in a record with its field; none in a record of a type that this program does not know."""
    if record.row.type not in registry():
        return []
    declared = record_type(record.row.type)
    agreed = agreed_values(declared, record.state)
    found: list[tuple[str, Mapping[str, object]]] = []
    for field in declared.fields:
        if field.kind is Kind.FILE:
            value = agreed.get(field.name)
            stated = value if isinstance(value, list) else [value]
            found += [(field.name, each) for each in stated if isinstance(each, Mapping)]
    return found
