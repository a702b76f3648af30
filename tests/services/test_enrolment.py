"""Enrolling and synchronising through the workspace, against the real centre over HTTP."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from icjims_core.problem import Problem, Refused, Unreachable
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.keys import passwords
from icjims_desktop.store.keys.passwords import FLOOR
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_desktop.store.log import directory
from icjims_desktop.store.store import users_of
from icjims_sync_server.services.administration import people
from icjims_sync_server.store.tables import directory_table
from tests.services.bureau import PASSWORD, edit, new_case, new_person, values
from tests.sync.district import District, district, now_ms


@dataclass(slots=True)
class Region:
    """Workspaces at a district's centre."""

    district: District
    folder: Path
    stack: ExitStack

    def enrol(self, ticket: str, name: str, *, insecure_http: bool = True, password: str = PASSWORD) -> Workspace:
        store = enrolment.enrol(
            self.folder / name,
            Invitation(ticket, insecure_http=insecure_http),
            password,
            device_name="pc",
            now=now_ms,
            random=os.urandom,
            state_dir=self.folder / "state",
        )
        workspace = Workspace(store)
        self.stack.callback(workspace.close)
        return workspace

    def unlock(self, name: str, login: str, password: str = PASSWORD) -> Workspace:
        workspace = Workspace.unlock(
            self.folder / name, login, password, now=now_ms, random=os.urandom, state_dir=self.folder / "state"
        )
        self.stack.callback(workspace.close)
        return workspace

    def judge_device(self, state: people.State) -> None:
        """Let the administrator decide on the one workstation that there is."""
        centre = self.district.centre

        def work(connection: Connection) -> None:
            (device,) = people.devices(connection)
            people.set_device_state(connection, centre, device, state)

        centre.database.write(work)

    def disable(self, login: str) -> None:
        """Let the administrator disable a user."""
        centre = self.district.centre

        def work(connection: Connection) -> None:
            known = people.account_by_login(connection, login)
            people.change_account(connection, centre, dataclasses.replace(known, active=False))

        centre.database.write(work)


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    with district(tmp_path / "centre") as made, ExitStack() as stack:
        yield Region(made, tmp_path, stack)


def test_enrolled_over_tls_two_clerks_disagree_and_one_decides(tmp_path: Path) -> None:
    with district(tmp_path / "centre", secure=True) as made, ExitStack() as stack:
        region = Region(made, tmp_path, stack)
        aida = region.enrol(made.ticket("001", "aida"), "a", insecure_http=False)
        bakyt = region.enrol(made.ticket("001", "bakyt"), "b", insecure_http=False)
        assert (aida.me.login, aida.me.role, aida.me.office) == ("aida", "clerk", "001")
        case = new_case(aida)
        first = aida.syncing.synchronise()
        assert (first.result.pushed, first.result.equal, first.conflicts) == (1, True, 0)
        assert bakyt.syncing.synchronise().result.pulled == 1
        edit(aida, case, "summary=Разбой")
        edit(bakyt, case, "summary=Грабёж")
        aida.syncing.synchronise()
        met = bakyt.syncing.synchronise()
        document = met.document(lambda code, _: code)
        assert (document["conflicts"], document["equal"]) == (1, True)
        found: Any = bakyt.records.conflicts()["conflicts"]
        assert {each["author"] for each in found[0]["siblings"]} == {"aida", "bakyt"}
        bakyt.records.resolve(case, "summary", found[0]["siblings"][0]["dot"], "по делу")
        bakyt.syncing.synchronise()
        last = aida.syncing.synchronise()
        assert last.conflicts == 0
        assert values(aida, case) == values(bakyt, case)
        assert aida.status()["digest"] == last.result.digest.hex()
        assert aida.status()["last_sync"] is not None
        revisions: Any = aida.records.history(case)["revisions"]
        assert {each["signature"] for each in revisions} == {"valid"}


def test_a_device_waits_for_approval_and_the_same_call_completes_it(region: Region) -> None:
    ticket = region.district.ticket("001", "aida", approved=False)
    for _ in range(2):
        with pytest.raises(Refused, match="pending_approval"):
            region.enrol(ticket, "a")
    waiting = region.unlock("a", "aida")
    with pytest.raises(Refused, match="pending_approval"):
        waiting.records.list("case")
    with pytest.raises(Refused, match="pending_approval"):
        waiting.status()
    waiting.close()
    region.judge_device("active")
    enrolled = region.enrol(ticket, "a")
    new_case(enrolled)
    assert enrolled.syncing.synchronise().result.pushed == 1
    enrolled.close()
    again = region.enrol(ticket, "a")
    assert again.status()["outbox"] == 0


def test_what_the_centre_would_not_have_leaves_no_store(region: Region) -> None:
    spent = region.district.ticket("001", "aida")
    region.enrol(spent, "a")
    with pytest.raises(Refused, match="bad_ticket"):
        region.enrol(spent, "b")
    assert users_of(region.folder / "b") == []
    region.enrol(region.district.ticket("001", "bakyt"), "b")
    with pytest.raises(Refused, match="insecure_centre"):
        region.enrol(region.district.ticket("001", "cholpon"), "c", insecure_http=False)
    with pytest.raises(Refused, match="password_too_short"):
        region.enrol(region.district.ticket("001", "cholpon"), "c", password="short")
    assert not (region.folder / "c" / "slots").exists()
    with pytest.raises(Refused, match="store_exists"):
        region.enrol(region.district.ticket("001", "cholpon"), "a")


def test_a_dead_network_leaves_what_the_same_call_completes(region: Region) -> None:
    ticket = region.district.ticket("001", "aida")
    nowhere = Invitation(ticket, server="http://127.0.0.1:9", insecure_http=True)
    with pytest.raises(Unreachable):
        enrolment.enrol(
            region.folder / "a",
            nowhere,
            PASSWORD,
            device_name="pc",
            now=now_ms,
            random=os.urandom,
            state_dir=region.folder / "state",
        )
    assert region.enrol(ticket, "a").me.login == "aida"


@pytest.mark.usefixtures("shipped_passwords")
def test_both_users_of_a_workstation_pay_what_was_measured_there(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = FLOOR._replace(memory=FLOOR.memory + 1024)
    monkeypatch.setattr(passwords, "calibrated", lambda _: measured)
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    invitation = Invitation(region.district.ticket("001", "bakyt"), insecure_http=True)
    enrolment.add_user(aida.desk, invitation, "another long password", device_name="pc")
    costs = [each.header.cost for each in SlotFiles(DataDirectory(region.folder / "a").slots).all()]
    assert costs == [measured, measured]


@pytest.mark.parametrize(("role", "other"), [("clerk", "investigator"), ("investigator", "clerk"), ("head", "clerk")])
def test_what_is_recorded_right_after_enrolment_is_taken_by_the_centre(region: Region, role: str, other: str) -> None:
    region.enrol(region.district.ticket("001", "before", role=other), "other")
    aida = region.enrol(region.district.ticket("001", "aida", role=role), "a")
    with region.district.centre.database.read() as connection:
        published = connection.execute(select(func.max(directory_table.c.position))).scalar_one()
    with aida.store.database.read() as connection:
        assert directory.position(connection) == published > 0
    cases, records = aida.keeping.demo_data(10, 1)
    assert records > cases == 10
    result = aida.syncing.synchronise().result
    assert (result.refused, result.quarantined, result.equal) == ((), (), True)
    assert aida.keeping.verify().findings == []


def test_a_second_user_knows_his_colleagues_before_the_next_session(region: Region) -> None:
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    invitation = Invitation(region.district.ticket("001", "bakyt", role="investigator"), insecure_http=True)
    enrolment.add_user(aida.desk, invitation, "another long password", device_name="pc")
    assert aida.me.colleagues == {"clerk", "investigator"}


def test_a_second_user_of_a_workstation_signs_for_himself(region: Region) -> None:
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    case = new_case(aida)
    invitation = Invitation(region.district.ticket("001", "bakyt", role="investigator"), insecure_http=True)
    told = enrolment.add_user(aida.desk, invitation, "another long password", device_name="pc")
    assert (told.login, told.role) == ("bakyt", "investigator")
    with pytest.raises(Refused, match="user_exists"):
        enrolment.add_user(aida.desk, invitation, "another long password", device_name="pc")
    strange = Invitation(region.district.ticket("002", "stranger"), insecure_http=True)
    with pytest.raises(Refused, match="other_office"):
        enrolment.add_user(aida.desk, strange, "another long password", device_name="pc")
    assert [each.login for each in users_of(region.folder / "a")] == ["aida", "bakyt"]
    aida.close()
    bakyt = region.unlock("a", "bakyt", "another long password")
    person = new_person(bakyt, case)
    assert bakyt.syncing.synchronise().result.equal
    revisions: Any = bakyt.records.history(person)["revisions"]
    assert [(each["author"], each["signature"]) for each in revisions] == [("bakyt", "valid")]
    assert bakyt.records.show(case)["office"] == "001"


def test_a_user_who_was_disabled_opens_the_store_no_more(region: Region) -> None:
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    invitation = Invitation(region.district.ticket("001", "bakyt"), insecure_http=True)
    enrolment.add_user(aida.desk, invitation, "another long password", device_name="pc")
    region.disable("bakyt")
    assert aida.syncing.synchronise().disabled == ("bakyt",)
    aida.close()
    with pytest.raises(Problem, match="unknown_user"):
        region.unlock("a", "bakyt", "another long password")


def test_a_revoked_device_is_told_so_and_keeps_its_work(region: Region) -> None:
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    case = new_case(aida)
    region.judge_device("revoked")
    with pytest.raises(Refused, match="device_revoked"):
        aida.syncing.synchronise()
    assert values(aida, case)["summary"] == "Кража телефона"


def test_a_stick_carries_what_the_network_does_not(region: Region) -> None:
    aida = region.enrol(region.district.ticket("001", "aida"), "a")
    bakyt = region.enrol(region.district.ticket("001", "bakyt"), "b")
    for each in (aida, bakyt):
        each.syncing.synchronise()
    case = new_case(aida)
    stick = region.folder / "stick"
    assert aida.syncing.export_bundle(stick).offices == {"001": (1, 1)}
    assert bakyt.syncing.import_bundle(stick).pulled == 1
    assert values(bakyt, case)["summary"] == "Кража телефона"
    assert bakyt.syncing.import_bundle(stick).pulled == 0
    assert bakyt.syncing.synchronise().result.equal
    with pytest.raises(Refused, match="no_active_device"):
        aida.syncing.export_bundle(stick, ["002"])
    with pytest.raises(Refused, match="file_not_found"):
        aida.syncing.import_bundle(region.folder / "nothing")
