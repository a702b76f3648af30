"""Commands on files of records: import, export."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from icjims_core.declarations.words import Label
from icjims_desktop.cli import stated
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.progress import counter
from icjims_desktop.cli.session import Session

_IMPORTED = Label(
    "Жаңы: {created}, өзгөртүлдү: {edited}, өзгөрүүсүз: {unchanged}",
    "Новых: {created}, изменено: {edited}, без изменений: {unchanged}",
    "New: {created}, changed: {edited}, unchanged: {unchanged}",
)
_EXPORTED = Label("Чыгарылды: {exported}", "Выгружено: {exported}", "Exported: {exported}")


def import_records(session: Session, parsed: Parsed) -> Answer:
    """Take records from a file."""
    result = session.workspace.files.take(
        parsed.given("type"),
        Path(parsed.given("file")),
        batch=parsed.number("batch"),
        case=stated.case(parsed),
        reason=parsed.text("reason"),
        progress=counter(session),
    )
    counts = {"created": result.created, "edited": result.edited, "unchanged": result.unchanged}
    document: dict[str, object] = {"imported": sum(counts.values()), **counts}
    return Answer(document, partial(_told, _IMPORTED, document))


def export_records(session: Session, parsed: Parsed) -> Answer:
    """Write records to a file."""
    path = Path(parsed.given("file"))
    count = session.workspace.files.give(
        parsed.given("type"),
        path,
        annulled=parsed.on("all"),
        purpose=parsed.text("purpose"),
        progress=counter(session),
    )
    document: dict[str, object] = {"exported": count, "file": str(path)}
    return Answer(document, partial(_told, _EXPORTED, document))


def _told(label: Label, document: dict[str, object], language: str) -> Iterable[str]:
    return [label.text(language).format_map(document)]
