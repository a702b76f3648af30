"""Commands on attached files: attach, attachment, detach."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from icjims_core.declarations.words import Label
from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session
from icjims_desktop.services import identifiers

_ATTACHED = Label(
    "Тиркелди: {name}, SHA-256 {sha256}. Файл азырынча ушул компьютерде гана.",
    "Приложено: {name}, SHA-256 {sha256}. Файл пока только на этом компьютере.",
    "Attached: {name}, SHA-256 {sha256}. The file is on this computer only.",
)
_TAKEN_AWAY = Label(
    "Жазуудан алынды: {sha256}. Себеби тарыхта калды.",
    "Убрано из записи: {sha256}. Причина осталась в истории.",
    "Taken away from the record: {sha256}. The reason stays in its history.",
)
_WRITTEN = Label("Көчүрмө жазылды: {file}", "Копия записана: {file}", "Copy written: {file}")


def attach(session: Session, parsed: Parsed) -> Answer:
    """Attach a file to a record."""
    path = Path(parsed.given("file"))
    done = session.workspace.attachments.attach(
        stated.record(parsed),
        path,
        parsed.text("field"),
        captured_at=parsed.text("captured-at"),
        reason=parsed.text("reason"),
    )
    document: Document = {
        "id": identifiers.to_text(done.saved.record),
        "dot": str(done.saved.dot),
        "revision": done.saved.revision.hex(),
        "file": dict(done.value),
        "on_this_computer_only": True,
    }
    return Answer(document, partial(_attached, document))


def attachment(session: Session, parsed: Parsed) -> Answer:
    """Write a readable copy of an attached file."""
    target = Path(parsed.given("file"))
    sha256, purpose = parsed.given("sha256").lower(), parsed.text("purpose")
    session.workspace.attachments.save_copy(stated.record(parsed), sha256, target, purpose=purpose)
    document: Document = {"file": str(target)}
    return Answer(document, partial(_written, document))


def detach(session: Session, parsed: Parsed) -> Answer:
    """Take a file away from a record, with a reason."""
    sha256 = parsed.given("sha256").lower()
    done = session.workspace.attachments.take_away(stated.record(parsed), sha256, parsed.text("reason"))
    document: Document = {
        "id": identifiers.to_text(done.record),
        "dot": str(done.dot),
        "revision": done.revision.hex(),
        "sha256": sha256,
    }
    return Answer(document, partial(_detached, document))


def _attached(document: reading.Document, language: str) -> Iterable[str]:
    yield _ATTACHED.text(language).format(name=document["file"]["name"], sha256=document["file"]["sha256"])


def _written(document: reading.Document, language: str) -> Iterable[str]:
    yield _WRITTEN.text(language).format(file=document["file"])


def _detached(document: reading.Document, language: str) -> Iterable[str]:
    yield _TAKEN_AWAY.text(language).format(sha256=document["sha256"])
