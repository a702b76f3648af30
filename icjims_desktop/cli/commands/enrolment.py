"""Commands on the workstation and its users: enrol, user add, passwd, lock."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING

from icjims_core.declarations.words import Label
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session, now

if TYPE_CHECKING:
    from icjims_desktop.services.exchange.enrolment import Invitation

_ENROLLED = Label(
    "Компьютер катталды: {office}, {user} ({role})",
    "Компьютер подключён: {office}, {user} ({role})",
    "Enrolled: {office}, {user} ({role})",
)
_ADDED = Label(
    "Колдонуучу кошулду: {user} ({role})", "Пользователь добавлен: {user} ({role})", "Added: {user} ({role})"
)
_CHANGED = Label("Сырсөз алмашты.", "Пароль изменён.", "The password was changed.")
_LOCKED = Label("Кампа жабык.", "Хранилище закрыто.", "The store is locked.")


def enrol(session: Session, parsed: Parsed) -> Answer:
    """Make the store and enrol the workstation, or complete that."""
    from icjims_desktop.services.exchange import enrolment  # noqa: PLC0415 - loads store and network
    from icjims_desktop.services.workspace import Workspace  # noqa: PLC0415 - as above

    store = enrolment.enrol(
        session.data_dir,
        _invitation(parsed),
        session.first_password(),
        device_name=device_name(),
        now=now,
        random=secrets.token_bytes,
    )
    session.opened = Workspace(store)
    me = session.opened.me
    document: Document = {
        "state": "active",
        "office": me.office,
        "user": me.login,
        "name": me.name,
        "role": me.role,
        "device": me.device.hex(),
        "replica": store.journal.replica.id.hex(),
    }
    return _told(_ENROLLED, document)


def add_user(session: Session, parsed: Parsed) -> Answer:
    """Add a further user."""
    from icjims_desktop.services.exchange import enrolment  # noqa: PLC0415 - loads store and network

    desk = session.workspace.desk
    told = enrolment.add_user(desk, _invitation(parsed), session.new_password(), device_name=device_name())
    return _told(_ADDED, {"user": told.login, "name": told.name, "role": told.role, "office": told.office})


def _invitation(parsed: Parsed) -> Invitation:
    from icjims_desktop.services.exchange.enrolment import Invitation  # noqa: PLC0415 - loads store and network

    return Invitation(parsed.given("ticket"), parsed.text("server") or "", parsed.on("insecure-http"))


def passwd(session: Session, _parsed: Parsed) -> Answer:
    """Change the password."""
    workspace = session.workspace
    new = session.new_password()
    workspace.change_password(session.password(), new)
    session.keep_password(new)
    return _told(_CHANGED, {"user": workspace.me.login, "changed": True})


def lock(session: Session, _parsed: Parsed) -> Answer:
    """Lock the store of this session; a command line by itself leaves none open."""
    session.lock()
    return _told(_LOCKED, {"locked": True})


def device_name() -> str:
    """The name of this computer."""
    return platform.node()[:100] or "workstation"


def _told(label: Label, document: Document) -> Answer:
    def lines(language: str) -> Iterable[str]:
        return [label.text(language).format_map(document)]

    return Answer(document, lines)
