"""A police office, its prosecutor, another office, and a second user of the recorder's computer, at a real centre."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from icjims_desktop.services import identifiers
from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.services.scope import supervision
from tests.sync.district import PASSWORD, District, district, now_ms

POLICE, PROSECUTION, ELSEWHERE, FACILITY = "001", "P01", "002", "050"
CANARY = "Канарейкин"


@dataclass
class Country:
    """Workspaces at one centre; each login has a data directory of its own unless it shares another's."""

    district: District
    folder: Path
    stack: ExitStack
    places: dict[str, Path] = field(default_factory=dict)

    def enrol(self, login: str, role: str, office: str = POLICE) -> Workspace:
        """A workstation of its own."""
        ticket = self.district.ticket(office, login, role=role)
        self.places[login] = self.folder / login
        store = enrolment.enrol(
            self.places[login],
            Invitation(ticket, insecure_http=True),
            PASSWORD,
            device_name="pc",
            now=now_ms,
            random=os.urandom,
            state_dir=self.folder / "state",
        )
        return self._kept(Workspace(store))

    def share(self, host: Workspace, login: str, role: str) -> None:
        """A further user of a workstation; he unlocks it when the host has locked it."""
        ticket = self.district.ticket(POLICE, login, role=role)
        enrolment.add_user(host.desk, Invitation(ticket, insecure_http=True), PASSWORD, device_name="pc")
        self.places[login] = self.places[host.me.login]

    def unlock(self, login: str) -> Workspace:
        """The workstation unlocked by one of its users."""
        return self._kept(
            Workspace.unlock(
                self.places[login],
                login,
                PASSWORD,
                now=now_ms,
                random=os.urandom,
                state_dir=self.folder / "state",
            )
        )

    def _kept(self, workspace: Workspace) -> Workspace:
        self.stack.callback(workspace.close)
        return workspace

    def supervise(self, office: str = POLICE) -> None:
        """The prosecutor's office supervises an office."""
        supervision.declare(self.district.centre, office, PROSECUTION, since=None, until=None)

    def project(self) -> None:
        """Let the centre's lists follow."""
        Projector(self.district.centre).run()


def sync(*workspaces: Workspace) -> None:
    """Each meets the centre, in this order."""
    for each in workspaces:
        assert each.syncing.synchronise().result.equal


def new(workspace: Workspace, type_: str, *words: str, case: bytes | None = None) -> bytes:
    """A record by words of the command line."""
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def text(record: bytes) -> str:
    """An id as documents show it."""
    return identifiers.to_text(record)


@contextmanager
def country(folder: Path) -> Iterator[Country]:
    """A centre that serves until the block ends."""
    with district(folder / "centre") as made, ExitStack() as stack:
        yield Country(made, folder, stack)
