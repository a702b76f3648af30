"""Commands on the way to the centre: sync, bundle export, bundle import, status."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import cast

from icjims_core.declarations.words import Label
from icjims_core.problem import Parameter, Problem
from icjims_core.problem_texts import problem_text
from icjims_desktop.cli import words
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.commands.conflicts import CONFLICTS_WAIT
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.progress import Meter
from icjims_desktop.cli.session import Session
from icjims_desktop.sync.progress import Progress

_DONE = Label(
    "Жөнөтүлдү: {pushed}, алынды: {pulled}.",
    "Отправлено: {pushed}, получено: {pulled}.",
    "Sent: {pushed}, received: {pulled}.",
)
_EQUAL = Label(
    "Бул компьютерде жана борбордо бирдей.", "Здесь и в центре одно и то же.", "Here and at the centre is the same."
)
_DIFFERENT = Label(
    "Бул компьютер менен борбор айырмаланат; кайра синхрондоштуруңуз.",
    "Здесь и в центре не одно и то же; повторите обмен.",
    "Here and at the centre differ; synchronise again.",
)
_SEALED = Label(
    "Мөөр басылган файл: {file}; борборго: {centre}",
    "Запечатанный файл: {file}; для центра: {centre}",
    "Sealed file: {file}; for the centre: {centre}",
)
_TAKEN = Label(
    "Алынды: {pulled}, мурда бар: {duplicates}, борборго алып барылат: {carried}",
    "Получено: {pulled}, уже было: {duplicates}, будет передано центру: {carried}",
    "Received: {pulled}, held before: {duplicates}, carried to the centre: {carried}",
)
_REFUSED = Label("Борбор кабыл алган жок", "Центр не принял", "The centre refused")
_WAIT = Label(
    "Чечим күткөн карама-каршылыктар: {conflicts}", "Ждут решения: {conflicts}", "Conflicts that wait: {conflicts}"
)
_STATUS = (
    ("office", Label("Бөлүм", "Подразделение", "Office")),
    ("user", Label("Колдонуучу", "Пользователь", "User")),
    ("role", Label("Милдети", "Роль", "Role")),
    ("device", Label("Компьютер", "Компьютер", "Workstation")),
    ("replica", Label("Реплика", "Реплика", "Replica")),
    ("outbox", Label("Жөнөтүлө элек", "Не отправлено", "Waits to be sent")),
    ("drafts", Label("Долбоорлор", "Черновики", "Drafts")),
    ("conflicts", Label("Карама-каршылыктар", "Разногласия", "Conflicts")),
    ("refused", Label("Борбор кабыл албаганы", "Не принято центром", "Refused")),
    ("quarantined", Label("Карантинде", "В карантине", "Quarantined")),
    ("last_sync", Label("Акыркы алмашуу", "Последний обмен", "Last sync")),
    ("rules_refused", Label("Окулбаган эрежелер", "Не принятые правила", "Rules not taken")),
    ("digest", Label("Дайджест", "Дайджест", "Digest")),
)


def sync(session: Session, _parsed: Parsed) -> Answer:
    """Exchange with the centre."""
    workspace = session.workspace
    done = workspace.syncing.synchronise(_reporter(session))
    document = done.document(partial(_sentence, session.language))
    return Answer(document, partial(_synced, document), CONFLICTS_WAIT if done.conflicts else 0)


def _reporter(session: Session) -> Callable[[Progress], None]:
    meter = Meter(session)

    def report(progress: Progress) -> None:
        share = f"{progress.done} / {progress.total}" if progress.total else f"{progress.done}"
        meter.tell(f"{progress.phase}: {share}, {progress.bytes // 1024} KiB, {progress.rate / 1024:.0f} KiB/s")

    return report


def _sentence(language: str, code: str, params: dict[str, Parameter]) -> str:
    return problem_text(Problem(code, **params), language)


def _synced(document: dict[str, object], language: str) -> Iterable[str]:
    yield _DONE.text(language).format_map(document)
    for kind in ("refused", "quarantined"):
        found = document[kind]
        for each in found if isinstance(found, list) else []:
            yield f"{_REFUSED.text(language)}: {each['id']} — {each['text']}"
    warnings = document.get("warnings")
    for each in warnings if isinstance(warnings, list) else []:
        yield str(each["text"])
    if document["conflicts"]:
        yield _WAIT.text(language).format_map(document)
    yield (_EQUAL if document["equal"] else _DIFFERENT).text(language)


def bundle_export(session: Session, parsed: Parsed) -> Answer:
    """Write unsent work into a sealed file."""
    path = Path(parsed.given("file"))
    offices = [each for each in (parsed.text("to") or "").split(",") if each]
    done = session.workspace.syncing.export_bundle(path, offices)
    parts = [{"office": office, "acts": acts, "devices": devices} for office, (acts, devices) in done.offices.items()]
    document: Document = {"file": str(path), "centre": done.centre_acts, "offices": parts}
    return Answer(document, lambda language: [_SEALED.text(language).format_map(document)])


def bundle_import(session: Session, parsed: Parsed) -> Answer:
    """Take a sealed file in."""
    syncing = session.workspace.syncing
    document: Document = dataclasses.asdict(syncing.import_bundle(Path(parsed.given("file"))))
    document["conflicts"] = syncing.conflicts()
    return Answer(document, lambda language: [_TAKEN.text(language).format_map(document)])


def status(session: Session, _parsed: Parsed) -> Answer:
    """Tell how things stand."""
    document: Document = session.workspace.status()
    return Answer(document, partial(_standing, document))


def _plain(value: object, _language: str) -> object:
    return value


_SHOWN: dict[str, Callable[[object, str], object]] = {
    "role": partial(words.of_list, "role"),
    "last_sync": lambda value, _language: words.moment(value),
    "rules_refused": lambda value, _language: (
        ", ".join(str(each["file"]) for each in cast("list[Document]", value)) or None
    ),
}
"""What a person reads of a member of `status`, where it is not the value itself."""


def _standing(document: Document, language: str) -> Iterable[str]:
    for key, label in _STATUS:
        value = _SHOWN.get(key, _plain)(document[key], language)
        yield f"{label.text(language):24}{'—' if value is None else value}"
