"""Publication: code lists, calendar, rules of deadlines and contacts, checked, signed into the directory, listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from icjims_core import codes
from icjims_core.codes import CodeList
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar, rules
from icjims_core.directory import PublicationEntry
from icjims_core.publishing import checks as publishing
from icjims_core.publishing import contacts, publications
from icjims_core.publishing.publications import CALENDAR, CONTACTS, DEADLINES, LIST, WORKING_DAYS
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.store import published
from icjims_sync_server.store.database import DIRECTORY, lock_subjects


@dataclass(frozen=True, slots=True)
class Published:
    """An edition that was published: how many codes, days, rules or contacts it holds."""

    kind: str
    name: str
    edition: str
    entries: int
    bytes: int


def install(centre: Centre) -> None:
    """Make what the centre has published the lists, the calendar and the rules of this process."""
    with centre.database.read() as connection:
        _install(published.editions(connection))


def _install(editions: list[PublicationEntry]) -> None:
    codes.install(PublishedLists(editions))
    calendar.install(calendar.published(editions))
    rules.install(rules.published(editions)[0])


def publish(centre: Centre, kind: str, name: str, text: str) -> Published:
    """Check a document against the edition in force, sign it and put it into the directory.

    Raises `Refused("bad_publication")`.
    """
    body = publications.pack(text)
    document = publishing.parsed(text)

    def work(connection: Connection) -> Published:
        lock_subjects(connection, DIRECTORY, [b""])
        _install(published.editions(connection))
        edition, count = _CHECKS[kind](connection, name, document)
        people.publish(connection, centre, [PublicationEntry(1, kind, name, edition, body)])
        return Published(kind, name, edition, count, len(body))

    done = centre.database.write(work)
    install(centre)
    return done


def _check_list(_connection: Connection, name: str, document: dict[str, object]) -> tuple[str, int]:
    found = publishing.check_list(name, document, _listed)
    return found.edition, len(found.entries)


def _check_calendar(_connection: Connection, _name: str, document: dict[str, object]) -> tuple[str, int]:
    found = publishing.check_calendar(document, calendar.in_force())
    return found.edition, len(found.years)


def _check_deadlines(_connection: Connection, name: str, document: dict[str, object]) -> tuple[str, int]:
    found = publishing.check_deadlines(name, document, rules.rules_in_force())
    return found.edition, len(found.ids)


def _check_contacts(connection: Connection, name: str, document: dict[str, object]) -> tuple[str, int]:
    entries = publications.newest(published.editions(connection))
    before = next((each for each in entries if (each.kind, each.name) == (CONTACTS, name)), None)
    known = contacts.read_contacts(publications.unpack(before.body)) if before else None
    found = contacts.check_contacts(name, document, known, _listed)
    publishing.check_edition(found.edition, before.edition if before else "")
    return found.edition, len(found.contact)


def _listed(name: str) -> CodeList:
    return codes.code_list(name)


_CHECKS: dict[str, Callable[[Connection, str, dict[str, object]], tuple[str, int]]] = {
    LIST: _check_list,
    CALENDAR: _check_calendar,
    CONTACTS: _check_contacts,
    DEADLINES: _check_deadlines,
}


def listed(centre: Centre) -> list[dict[str, object]]:
    """Every edition, the newest of each kind and name marked as in force."""
    with centre.database.read() as connection:
        found = published.editions(connection)
    in_force = {each.position for each in publications.newest(found)}
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "edition": each.edition,
            "position": each.position,
            "in_force": each.position in in_force,
            "bytes": len(each.body),
        }
        for each in found
    ]


def check_body(entry: PublicationEntry) -> None:
    """Raises `Problem` for an edition whose document cannot be read."""
    document = publications.unpack(entry.body)
    if entry.kind == CONTACTS:
        contacts.read_contacts(document)
    if entry.kind == DEADLINES:
        rules.read_file(entry.name, document)
    if document.get("edition") != entry.edition:
        raise publications.flaw("edition", edition=entry.edition)


def default_name(kind: str, stem: str) -> str:
    """What a document is published as where no name is stated: a list or directory as its file, the calendar as one."""
    return WORKING_DAYS if kind == CALENDAR else stem
