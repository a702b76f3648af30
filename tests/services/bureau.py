"""An office of several workstations on real stores, and the feed of a centre that accepts everything."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import acts, directory, wire
from icjims_core.acts import ACT, Act
from icjims_core.directory import (
    AuthorEntry,
    Decision,
    OfficeEntry,
    SealingEntry,
    Signed,
    SupervisionEntry,
    UserEntry,
    Verdict,
)
from icjims_core.encoding import decode
from icjims_core.packing import OpenAct
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Saved
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.store import Enrolled, Store

PASSWORD = "correct horse battery"
OFFICE = "001"
FEED = f"office:{OFFICE}"
EPOCH = b"e" * 16


@dataclass(slots=True)
class Bureau:
    """Workstations of one office; `time` is everybody's clock in milliseconds and moves only when told."""

    root: Path
    time: int = 1_790_000_000_000
    centre: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    workspaces: list[Workspace] = field(default_factory=list)
    entries: list[Signed] = field(default_factory=list)
    feed: list[Act] = field(default_factory=list)

    def now(self) -> int:
        return self.time

    def open(self, login: str, role: str = "clerk", *, office: str = OFFICE) -> Workspace:
        """A workstation of its own for this user, enrolled and known to everybody's directory."""
        folder = self.root / login
        store = Store.create(
            folder, Person(login), PASSWORD, now=self.now, random=os.urandom, state_dir=self.root / "state"
        )
        told = self.enrolled(login, role, office=office)
        store.activate(told)
        self.certify(told, store.session_user.author_key, store.slot.sealing.public_key().public_bytes_raw())
        workspace = Workspace(store)
        self.workspaces.append(workspace)
        self.publish()
        return workspace

    def again(self, login: str, station: str | None = None) -> Workspace:
        """The store of a workstation opened once more, for a user of it."""
        folder = self.root / (station or login)
        workspace = Workspace.unlock(
            folder, login, PASSWORD, now=self.now, random=os.urandom, state_dir=self.root / "state"
        )
        self.workspaces.append(workspace)
        return workspace

    def enrolled(self, login: str, role: str, device: bytes | None = None, *, office: str = OFFICE) -> Enrolled:
        return Enrolled(
            device=device or os.urandom(16),
            user=os.urandom(16),
            login=login,
            name=f"{login} of {office}",
            role=role,
            office=office,
            office_name="Первомайский РУВД",
            centre_key=self.centre.public_key().public_bytes_raw(),
            centre_sealing_key=os.urandom(32),
        )

    def certify(self, told: Enrolled, key: bytes, sealing_key: bytes = b"") -> None:
        """Put a user, his author key and his sealing key into the directory."""
        if not self.entries:
            self._enter(OfficeEntry(1, OFFICE, "Первомайский РУВД"))
        at = len(self.entries) + 1
        self._enter(UserEntry(at, told.user, told.login, told.name, told.role, told.office, active=True))
        self._enter(AuthorEntry(at + 1, key, told.user, told.device))
        if sealing_key:
            self._enter(SealingEntry(at + 2, told.user, told.device, sealing_key))

    def same_person(self, first: Workspace, again: Workspace) -> None:
        """Let the directory say that the keys of two workstations are of one person."""
        self._enter(AuthorEntry(len(self.entries) + 1, first.me.key, again.me.id, first.me.device))
        self.publish()

    def supervise(self, office: str, prosecutor: str, since: str = "2026-01-01", until: str | None = None) -> None:
        """Let a prosecutor's office supervise an office."""
        self._enter(SupervisionEntry(len(self.entries) + 1, office, prosecutor, since, until))
        self.publish()

    def _enter(self, entry: directory.Entry) -> None:
        self.entries.append(directory.sign(entry, self.centre))

    def publish(self) -> None:
        """Send the directory to every workstation."""
        for each in self.workspaces:
            each.store.journal.take_directory(self.entries)
            each.desk.refresh()

    def exchange(self) -> None:
        """Everybody meets the centre, in the order of enrolment, and then hears what the others have brought."""
        for each in self.workspaces:
            self.collect(each)
        for each in self.workspaces:
            self.hand_out(each)

    def collect(self, workspace: Workspace) -> list[Act]:
        """What a workstation pushes."""
        journal = workspace.store.journal
        pushed = [act for push in journal.unsent(1 << 20) for act in push.acts]
        hello = journal.hello(pull=False)
        outcomes = tuple(wire.Outcome(acts.act_id(act.header), "stored", "") for act in pushed)
        journal.take_results(wire.Results(hello.act, hello.audit, outcomes, ()))
        procedural = [act for act in pushed if OpenAct(act).header.stream == ACT]
        self.feed += procedural
        return procedural

    def hand_out(self, workspace: Workspace) -> None:
        """What a workstation pulls."""
        hello = workspace.store.journal.hello(pull=True)
        feed = f"office:{workspace.me.office}"
        start = next((cursor.position for cursor in hello.cursors if cursor.feed == feed), 0)
        parts = [self._part(act, at, hello.replica) for at, act in enumerate(self.feed, start=1) if at > start]
        if parts:
            workspace.store.journal.take_page(wire.Page(feed, EPOCH, start, len(self.feed), tuple(parts)))

    def _part(self, act: Act, at: int, replica: bytes) -> wire.Part:
        opened = OpenAct(act)
        if opened.header.replica == replica:
            return wire.OwnPart(at, opened.act_id, tuple(opened.bodies))
        return wire.ActPart(at, act)

    def decide(self, workspace: Workspace, saved: Saved, decision: Decision, code: str) -> None:
        """Let a workstation hear what the centre decided of a revision that it pushed before."""
        act = next(each for each in self.feed if OpenAct(each).header.dot == saved.dot)
        verdict = Verdict(
            1, OpenAct(act).act_id, 0, saved.record, saved.dot.replica, saved.dot.counter, decision, code, self.time
        )
        hello = workspace.store.journal.hello(pull=False)
        signed = directory.sign(verdict, self.centre)
        workspace.store.journal.take_results(wire.Results(hello.act, hello.audit, (), (signed,)))

    def audit(self, workspace: Workspace) -> list[dict[str, object]]:
        """Everything in a workstation's audit stream, oldest first."""
        found: list[dict[str, object]] = []
        with workspace.store.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT packed FROM act WHERE stream = 1 ORDER BY number").fetchall()
        for row in rows:
            act = OpenAct(msgspec.msgpack.decode(row[0], type=Act))
            found += [decode(body, dict) for body in act.bodies.values()]
        return found

    def close(self) -> None:
        for each in self.workspaces:
            each.close()


def new_case(workspace: Workspace, *words: str) -> bytes:
    """A case with these values."""
    return workspace.records.new("case", assignments.parse(words or ("summary=Кража телефона",))).record


def new_person(workspace: Workspace, case: bytes, *words: str) -> bytes:
    """A person in a case."""
    return workspace.records.new("person", assignments.parse(("surname=Токтогулов", *words)), case=case).record


def edit(workspace: Workspace, record: bytes, *words: str, **more: object) -> Saved:
    """An edit by words of the command line."""
    return workspace.records.edit(record, assignments.parse(words), **more)  # type: ignore[arg-type]


def values(workspace: Workspace, record: bytes) -> dict[str, object]:
    """Agreed values by field, siblings as a set."""
    found: dict[str, object] = {}
    fields = workspace.records.show(record)["fields"]
    assert isinstance(fields, dict)
    for name, content in fields.items():
        found[name] = content["value"] if "value" in content else {each["value"] for each in content["siblings"]}
    return found


def text(record: bytes) -> str:
    """An id as documents show it."""
    return identifiers.to_text(record)
