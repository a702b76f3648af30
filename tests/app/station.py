"""A workstation of the tests: its enrolled store on the disk, and colleagues on workstations of their own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_sync_server.services.administration import enrolment as centre_enrolment
from icjims_sync_server.services.administration import people
from tests.sync.district import PASSWORD, District, now_ms

OFFICE, OFFICE_NAME = "009", "Сокулукский РОВД"
SUMMARY = "С автостанции похищена сумка чёрного цвета, внутри телефон Samsung."
NUMBER = "КУСП-412"


@dataclass(frozen=True, slots=True)
class Station:
    """A data directory with an enrolled store, closed."""

    data_dir: Path
    login: str

    def open(self) -> Workspace:
        """The store without a window."""
        return Workspace.unlock(self.data_dir, self.login, PASSWORD, now=now_ms, random=os.urandom)


def enrolled(
    district: District, login: str, name: str | None = None, role: str = "clerk", office: str = OFFICE
) -> Station:
    """A new workstation of an office; the place of its head mark is `ICJIMS_STATE_DIR`."""
    folder = district.folder / f"desk-{login}"
    with district.centre.database.read() as connection:
        known = dict(people.offices(connection))
    if office not in known:
        people.add_office(district.centre, office, OFFICE_NAME if office == OFFICE else f"Office {office}")
    ticket = centre_enrolment.issue(
        district.centre,
        office=office,
        login=login,
        role=role,
        name=name,
        approved=True,
        address=district.url,
        pin=district.pin,
    )
    invitation = Invitation(ticket, insecure_http=not district.secure)
    store = enrolment.enrol(folder, invitation, PASSWORD, device_name="pc", now=now_ms, random=os.urandom)
    store.close()
    return Station(folder, login)


def new_case(workspace: Workspace, *words: str) -> bytes:
    """The case of the story."""
    stated = assignments.parse([f"summary={SUMMARY}", f"provisional_number={NUMBER}", *words])
    return workspace.records.new("case", stated).record


def edit(workspace: Workspace, record: bytes, *words: str) -> None:
    """Change a record by words of the command line."""
    workspace.records.edit(record, assignments.parse(words))
