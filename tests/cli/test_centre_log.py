"""`log --centre` as a program: what the centre holds of other workstations, and what it says no to."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.workspace import Workspace
from tests.chaos_proxy import ChaosProxy
from tests.cli.program import Program
from tests.services.bureau import new_case
from tests.sync.district import PASSWORD, District, district, now_ms


@pytest.fixture
def town(tmp_path: Path) -> Iterator[District]:
    with district(tmp_path) as made:
        yield made


def enrolled(town: District, login: str, role: str, port: int = 0) -> Workspace:
    """A workstation of the one office."""
    server = f"http://127.0.0.1:{port or town.port}"
    store = enrolment.enrol(
        town.folder / login,
        Invitation(town.ticket("009", login, role=role), insecure_http=True, server=server),
        PASSWORD,
        device_name=login,
        now=now_ms,
        random=os.urandom,
        state_dir=town.folder / f"{login}.state",
    )
    return Workspace(store)


def program(town: District, login: str) -> Program:
    return Program(town.folder / login, town.folder / f"{login}.state", {"ICJIMS_PASSWORD": PASSWORD})


def test_an_auditor_reads_what_others_looked_at_and_a_clerk_does_not(town: District) -> None:
    with enrolled(town, "aida", "clerk") as aida:
        case = str(uuid.UUID(bytes=new_case(aida)))
        aida.records.show(uuid.UUID(case).bytes)
        aida.syncing.synchronise()
    enrolled(town, "auditor", "auditor").close()
    auditor = program(town, "auditor")
    assert case not in {each.get("case") for each in auditor.json("log")["events"]}
    words = ("--case", case, "--of", "aida", "--from", "2020-01-01", "--to", "2100-01-01")
    shown = auditor.json("log", "--centre", *words)["events"]
    assert {(each["author"], each["case"]) for each in shown} == {("aida", case)}
    assert [each["at"] for each in shown] == sorted(each["at"] for each in shown)
    assert auditor.json("log", "--centre", "--to", "2020-01-01")["events"] == []
    here = auditor.run("log", "--of", "aida")
    assert (here.code, here.out.count("\n"), "только этого рабочего места" in here.out) == (0, 2, True)
    plain = auditor.run("log", "--centre", *words)
    assert (plain.code, "aida" in plain.out) == (0, True)
    kept = [each for each in auditor.json("log", "--centre")["events"] if each.get("action") == "centre"]
    assert kept[0] | {"case": case, "of_user": "aida", "author": "auditor"} == kept[0]
    refused = program(town, "aida").run("log", "--centre", "--json")
    assert (refused.code, refused.problem["code"]) == (3, "may_not_read_log")


def test_without_the_centre_it_is_5(town: District) -> None:
    with ChaosProxy(town.port) as proxy:
        enrolled(town, "auditor", "auditor", proxy.port).close()
    found = program(town, "auditor").run("log", "--centre", "--json")
    assert (found.code, found.problem["code"]) == (5, "no_connection")
