"""Nobody at a workstation speaks for the Register, and what somebody forged elsewhere changes nothing here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from icjims_core.paper import register_origin
from icjims_core.problem import Refused
from icjims_desktop.services.paper import register_origin as guard
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, values

NUMBER, FORGED = "08-001-2026-000001", "08-001-2026-000999"
FILE = ("source=signed_file", "file_digest=" + "a" * 64)


def entry(workspace: Workspace, case: bytes, number: str, *words: str) -> bytes:
    stated = (f"register_number={number}", "registered_at=2026-03-02 09:15", *words)
    return workspace.records.new("register_entry", assignments.parse(stated), case=case).record


def number(workspace: Workspace, case: bytes) -> Any:
    return workspace.records.show(case)["number"]


@pytest.fixture
def centre(bureau: Bureau, aida: Workspace) -> Workspace:
    """What the centre's own author for the Register writes in the office of Aida."""
    return bureau.open("register.001")


@pytest.fixture
def forger(bureau: Bureau, aida: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An investigator whose program refuses nothing."""
    opened = bureau.open("azamat", "investigator")
    allow: Callable[..., None] = lambda *_: None  # noqa: E731
    monkeypatch.setattr(guard, "check", allow)
    monkeypatch.setattr(guard, "check_changes", allow)
    return opened


@pytest.mark.parametrize("role", ["investigator", "clerk", "duty_officer", "prosecutor"])
def test_nobody_in_an_office_says_that_a_number_came_in_a_signed_file(bureau: Bureau, role: str) -> None:
    officer = bureau.open("azamat", role)
    case = new_case(officer)
    with pytest.raises(Refused, match="register_alone"):
        entry(officer, case, FORGED, *FILE)
    assert number(officer, case)["provisional"] is True


def test_what_came_in_a_signed_file_is_neither_edited_nor_annulled(
    bureau: Bureau, aida: Workspace, centre: Workspace
) -> None:
    case = new_case(aida)
    bureau.exchange()
    record = entry(centre, case, NUMBER, *FILE)
    bureau.exchange()
    for words in (f"register_number={FORGED}", "source=paper", "notes=x"):
        with pytest.raises(Refused, match="register_alone"):
            edit(aida, record, words)
    for undo in (False, True):
        with pytest.raises(Refused, match="register_alone"):
            aida.records.annul(record, "Не тот номер", undo=undo)
    with pytest.raises(Refused, match="register_alone"):
        aida.records.resolve(record, "taken_from", assignments.parse(["taken_from={}"])[0], "x")
    assert number(aida, case) == {"value": NUMBER, "provisional": False}


def test_a_forged_number_that_arrives_does_not_count(bureau: Bureau, aida: Workspace, forger: Workspace) -> None:
    case = new_case(aida)
    bureau.exchange()
    record = entry(forger, case, FORGED, *FILE)
    bureau.exchange()
    assert number(aida, case)["provisional"] is True
    assert "register_number" not in values(aida, case)
    assert FORGED not in aida.cases.step(case, "ru").sentence
    history: Any = aida.records.history(record)["revisions"]
    assert [each["verdict"]["code"] for each in history] == [register_origin.CODE]


def test_a_forged_change_of_the_registers_word_leaves_it_as_it_was(
    bureau: Bureau, aida: Workspace, centre: Workspace, forger: Workspace
) -> None:
    case = new_case(aida)
    bureau.exchange()
    record = entry(centre, case, NUMBER, *FILE)
    bureau.exchange()
    edit(forger, record, f"register_number={FORGED}")
    forger.records.annul(record, "Не тот номер")
    bureau.exchange()
    assert number(aida, case) == {"value": NUMBER, "provisional": False}
    assert values(aida, record)["register_number"] == NUMBER
