"""Offices on real stores of which one is given another's cases, for the tests of rights."""

from __future__ import annotations

from typing import Any

from icjims_core import wire
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import EPOCH, Bureau, new_person, text

PROSECUTORS, OTHERS = "109", "008"


class District(Bureau):
    """A bureau from whose feed workstations of other offices are given cases."""

    def grant(self, workspace: Workspace, cases: list[bytes]) -> None:
        """Everything of the feed so far goes to a workstation of another office."""
        office, _ = workspace.me.feeds
        parts: list[wire.Part] = [wire.JoinPart(at, case) for at, case in enumerate(cases, start=1)]
        parts += [wire.ActPart(at, act) for at, act in enumerate(self.feed, start=len(parts) + 1)]
        workspace.store.journal.take_page(wire.Page(office, EPOCH, 0, len(parts), tuple(parts)))


def apprehended(workspace: Workspace, case: bytes) -> bytes:
    person = new_person(workspace, case)
    actual = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'
    words = [f"person={text(person)}", "ground=caught", "motive=Застигнут на месте", actual]
    return make(workspace, "apprehension", case, *words)


def make(workspace: Workspace, type_: str, case: bytes | None, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def events(bureau: Bureau, workspace: Workspace, kind: str) -> list[dict[str, Any]]:
    return [dict(each) for each in bureau.audit(workspace) if each["event"] == kind]
