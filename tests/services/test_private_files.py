"""A probation file on a workstation that holds it: the admitted read it, and for the investigator it is not there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from icjims_core.problem import Refused
from icjims_core.projections.tables import record_table
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, new_case, new_person, text
from tests.services.offices import District, make

SECRET = "Жалгыз жашайт"


def files(workspace: Workspace, case: bytes) -> list[bytes]:
    """A supervision with a contact and an explanation of it in a case; their ids."""
    person = text(new_person(workspace, case))
    supervision = make(workspace, "supervision", case, f"person={person}", "kind=executive", "file_number=77-П")
    contact = make(
        workspace, "contact", case, f"supervision={text(supervision)}", "kind=reporting", f"explanation={SECRET}"
    )
    return [supervision, contact]


def shown(workspace: Workspace, case: bytes, several: list[bytes]) -> set[str]:
    """In what ways anything of the file can be seen."""
    found = set()
    for record in several:
        looks: dict[str, Callable[[], object]] = {
            "show": lambda record=record: workspace.records.show(record),  # type: ignore[misc]
            "history": lambda record=record: workspace.records.history(record),  # type: ignore[misc]
            "step": lambda record=record: workspace.cases.step(record, "ru"),  # type: ignore[misc]
            "lines": lambda record=record: workspace.cases.history(record),  # type: ignore[misc]
        }
        for name, look in looks.items():
            with suppress(Refused):
                look()
                found.add(name)
    ids = [text(each) for each in several]
    pages: dict[str, Any] = {
        "list": [workspace.records.list("supervision"), workspace.records.list("contact")],
        "search": [workspace.records.search(SECRET, "ru"), workspace.records.search("77-П", "ru")],
        "case": workspace.records.case(case),
        "file": workspace.cases.file(case, "ru"),
        "course": workspace.procedure.course(case, "ru"),
    }
    return found | {name for name, page in pages.items() if any(each in str(page) for each in (*ids, SECRET, "77-П"))}


EVERYWHERE = {"show", "history", "step", "lines", "list", "search", "case", "file"}


def test_the_admitted_read_the_file_and_the_others_meet_nothing_of_it_in_the_same_office(district: District) -> None:
    helper, clerk = district.open("helper", "probation_officer"), district.open("clerk", "clerk")
    admitted = [clerk, *(district.open(role, role) for role in ("judge", "prosecutor"))]
    others = [district.open(role, role) for role in ("investigator", "detention_officer")]
    case = new_case(clerk)
    district.exchange()
    several = files(helper, case)
    district.exchange()
    for each in admitted:
        assert shown(each, case, several) >= EVERYWHERE, each.me.role
    for each in others:
        assert shown(each, case, several) == set(), each.me.role
        assert text(case) in str(each.records.list("case"))


def test_a_signature_in_the_file_is_of_the_file(district: District) -> None:
    helper, other = district.open("helper", "probation_officer"), district.open("other", "investigator")
    judge = district.open("judge", "judge")
    case = new_case(district.open("clerk", "clerk"))
    district.exchange()
    breach = make(
        helper,
        "breach",
        case,
        f"person={text(new_person(helper, case))}",
        "kind=left_area",
        "happened_at=2026-09-10 10:00",
    )
    helper.signing.sign(breach, helper.signing.enter(PASSWORD))
    district.exchange()
    with judge.desk.view() as view, other.desk.view() as closed:
        signing = list(view.connection.scalars(select(record_table.c.id).where(record_table.c.type == "signing")))
        assert len(view.records(signing)) == 1
        assert closed.records([*signing, breach]) == {}
    assert text(signing[0]) in str(judge.records.case(case))
    assert text(signing[0]) not in str(other.records.case(case))


def test_a_police_office_does_not_write_in_it(district: District) -> None:
    district.open("aida", "investigator")
    for role in ("clerk", "head"):
        writer = district.open(role, role)
        case = new_case(writer)
        with pytest.raises(Refused, match="private_file"):
            make(writer, "contact", case, f"supervision={text(case)}", "kind=reporting")


def test_an_office_of_which_only_the_chancery_is_known_keeps_its_own(district: District) -> None:
    clerk = district.open("clerk", "clerk")
    case = new_case(clerk)
    assert shown(clerk, case, files(clerk, case)) >= EVERYWHERE
    aida = district.open("aida", "investigator")
    assert "investigator" in clerk.me.actor.colleagues
    assert aida.me.actor.colleagues == {"clerk", "investigator"}
