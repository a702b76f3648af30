"""Attached files of a record between the store and the screens; runs on a worker."""

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from icjims_core.declarations.schema import Kind, RecordType
from icjims_desktop.ui.attachments import pictures
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.attachments.pictures import Picture
from icjims_desktop.ui.bridge import Progress, Reporter

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace


def stored_files(
    workspace: "Workspace", declared: RecordType, record: bytes, values: Mapping[str, object]
) -> tuple[StoredFile, ...]:
    """The files that a record states, in the order of its fields; raises `Refused("not_found")`."""
    stated = [
        each
        for field in declared.fields
        if field.kind is Kind.FILE
        for each in _several(values.get(field.name))
        if isinstance(each, Mapping)
    ]
    here = workspace.attachments.here(record) if stated else {}
    return tuple(stored_file(each, here=here.get(str(each["sha256"]), False)) for each in stated)


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def stored_file(value: Mapping[str, object], *, here: bool) -> StoredFile:
    """A file from its stored form."""
    size = value.get("size")
    return StoredFile(
        sha256=str(value.get("sha256", "")),
        name=str(value.get("name", "")),
        size=size if isinstance(size, int) else 0,
        mime=str(value.get("mime", "")),
        here=here,
        captured_at=str(value.get("captured_at") or ""),
    )


def attach(workspace: "Workspace", reporter: Reporter, record: bytes, field: str, path: Path) -> str:
    """Keep a file with its record, and a small picture of it; the id of the record. Raises what `attach` raises."""
    total = path.stat().st_size if path.is_file() else 0

    def told(done: int) -> None:
        reporter.check()
        reporter.progress(Progress(done, total, detail=path.name))

    attached = workspace.attachments.attach(record, path, field, told=told)
    thumbnail(workspace, record, stored_file(attached.value, here=True))
    return str(uuid.UUID(bytes=record))


def take_away(workspace: "Workspace", record: bytes, file: StoredFile, reason: str) -> str:
    """State with a reason that a file belongs to a record no longer; the id of the record. Raises what it raises."""
    workspace.attachments.take_away(record, file.sha256, reason)
    return str(uuid.UUID(bytes=record))


def thumbnail(workspace: "Workspace", record: bytes, file: StoredFile) -> bytes | None:
    """The small picture of a file as PNG, made and kept where there is none yet; None for what is no picture."""
    if not file.here or not pictures.is_picture(file.mime):
        return None
    kept = workspace.attachments.thumbnail(record, file.sha256)
    if kept is None and file.size <= pictures.LARGEST_FILE:
        kept = pictures.small(workspace.attachments.open(record, file.sha256), file.size)
        if kept is not None:
            workspace.attachments.keep_thumbnail(record, file.sha256, kept)
    return kept


def picture(workspace: "Workspace", record: bytes, file: StoredFile) -> Picture | None:
    """A picture to be looked at; None for what cannot be shown. Raises what `open` raises."""
    return pictures.picture(workspace.attachments.open(record, file.sha256), file.size)


def save_copy(workspace: "Workspace", record: bytes, file: StoredFile, target: Path) -> str:
    """Write a readable copy outside the store, told to the audit stream first; its name. Raises what it raises."""
    workspace.attachments.save_copy(record, file.sha256, target)
    return target.name
