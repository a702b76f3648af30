"""Disputes on liberty on real stores: who decides, who explains, what stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_text
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import OFFICE, edit, new_case, values
from tests.services.offices import PROSECUTORS, District, apprehended


@pytest.fixture
def trio(district: District) -> tuple[Workspace, Workspace, Workspace]:
    """Two investigators and a prosecutor of one feed."""
    return (
        district.open("aida", "investigator"),
        district.open("bakyt", "investigator"),
        district.open("cholpon", "prosecutor"),
    )


@pytest.fixture
def disputed(district: District, trio: tuple[Workspace, Workspace, Workspace]) -> bytes:
    """An apprehension whose release two investigators tell differently."""
    aida, bakyt, _ = trio
    record = apprehended(aida, new_case(aida))
    district.exchange()
    edit(aida, record, "released_at=2026-09-20 10:00", "release_ground=no_need", "visible_injuries=нет")
    edit(bakyt, record, "released_at=2026-09-20 18:00", "release_ground=no_need")
    district.exchange()
    return record


def dot_of(workspace: Workspace, author: str) -> str:
    every: Any = workspace.records.conflicts()["conflicts"]
    (found,) = every
    return str(next(each["dot"] for each in found["siblings"] if each["author"] == author))


def test_no_author_decides_about_liberty(trio: tuple[Workspace, Workspace, Workspace], disputed: bytes) -> None:
    for each in trio[:2]:
        with pytest.raises(Refused) as refused:
            each.records.resolve(disputed, "released_at", dot_of(each, each.me.login), "я прав")
        assert refused.value.code == "may_not_resolve"
        assert refused.value.params["unit"] == "release"


def test_who_decides_is_told_by_the_name_of_the_office(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    every: Any = trio[0].records.conflicts()["conflicts"]
    assert [(each["id"], each["decided_by"], each["decided_at"]) for each in every] == [
        (identifiers.to_text(disputed), "prosecutor", [])
    ]
    district.supervise(OFFICE, PROSECUTORS)
    told: Any = trio[0].records.conflicts()["conflicts"]
    with trio[0].desk.view() as view:
        assert told[0]["decided_at"] == [view.people.office_name(PROSECUTORS)]


def test_a_clerk_does_not_decide_about_liberty_but_about_the_rest(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    clerk = district.open("dinara", "clerk")
    district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        clerk.records.resolve(disputed, "release", dot_of(clerk, "aida"), "по бумагам")
    edit(trio[0], disputed, "belongings=телефон")
    edit(clerk, disputed, "belongings=сумка")
    district.exchange()
    clerk.records.resolve(disputed, "belongings", Assignment("belongings", Operator.TEXT, "телефон, сумка"), "опись")
    assert values(clerk, disputed)["belongings"] == "телефон, сумка"


def test_the_prosecutor_decides_and_both_values_stay(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    prosecutor.records.resolve(disputed, "released_at", dot_of(prosecutor, "bakyt"), "по журналу ИВС")
    district.exchange()
    assert aida.records.conflicts() == {"conflicts": []}
    assert str(values(aida, disputed)["released_at"]).startswith("2026-09-20T18:00")
    told = str(aida.records.history(disputed))
    assert "2026-09-20T10:00" in told
    assert "по журналу ИВС" in told


def test_what_the_prosecutor_decided_is_not_edited_away(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    prosecutor.records.resolve(disputed, "released_at", dot_of(prosecutor, "bakyt"), "по журналу ИВС")
    district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        edit(aida, disputed, "released_at=2026-09-20 10:00", "release_ground=no_need")
    edit(aida, disputed, "belongings=телефон")
    edit(prosecutor, disputed, "released_at=2026-09-20 17:30", "release_ground=no_need")


def test_an_author_denies_his_value_on_another_device_of_his_neither(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, bakyt, _ = trio
    again = district.open("aida2", "investigator")
    district.same_person(aida, again)
    district.exchange()
    with again.desk.view() as view:
        written = view.records([disputed])[disputed].written
    seen = {each.dot.replica: each.dot.counter for each in written if each.act.header.author == bakyt.me.key}
    with pytest.raises(Refused, match="may_not_resolve"):
        edit(again, disputed, "released_at=2026-09-20 10:00", "release_ground=no_need", seen=seen)
    edit(bakyt, disputed, "belongings=телефон", seen=seen)


def test_a_field_on_liberty_without_dispute_is_edited_by_its_writers(
    trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    edit(trio[0], disputed, "visible_injuries=ссадина")
    edit(trio[0], disputed, "visible_injuries=ссадина на лбу")


def test_the_author_explains_and_it_is_shown_with_the_values(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    aida.records.explain(disputed, "released_at", "Отпущен по моему звонку, журнал заполнен позже.")
    with pytest.raises(Refused, match="may_not_explain"):
        prosecutor.records.explain(disputed, "released_at", "не моё")
    with pytest.raises(Refused, match="no_conflict"):
        aida.records.explain(disputed, "visible_injuries", "и это")
    with pytest.raises(Refused, match="reason_required"):
        aida.records.explain(disputed, "released_at", " ")
    district.exchange()
    every: Any = prosecutor.records.conflicts()["conflicts"]
    (found,) = every
    assert found["decided_by"] == "prosecutor"
    assert [(each["author"], each["text"]) for each in found["explanations"]] == [
        ("aida", "Отпущен по моему звонку, журнал заполнен позже.")
    ]


def test_only_the_supervising_office_decides_once_supervision_is_on_record(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    prosecutor = trio[2]
    case = identifiers.parse(str(prosecutor.records.show(disputed)["case"]))
    mine = dot_of(prosecutor, "aida")
    district.supervise(OFFICE, PROSECUTORS, "2026-01-01")
    with pytest.raises(Refused, match="may_not_resolve"):
        prosecutor.records.resolve(disputed, "release", mine, "x")
    assert prosecutor.records.conflicts() == {"conflicts": [], "withheld": 1}
    theirs = district.open("erkin", "prosecutor", office=PROSECUTORS)
    district.grant(theirs, [case])
    theirs.records.resolve(disputed, "release", dot_of(theirs, "aida"), "по материалам надзора")
    assert theirs.records.conflicts() == {"conflicts": []}


def test_who_loses_a_dispute_and_edits_or_explains_again_is_told_to_write_to_the_prosecutor(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    with pytest.raises(Refused) as refused:
        aida.records.resolve(disputed, "released_at", dot_of(aida, "aida"), "я прав")
    assert "rule" not in refused.value.params, "while it is open, an explanation is still of use"
    prosecutor.records.resolve(disputed, "release", dot_of(prosecutor, "bakyt"), "по журналу ИВС")
    district.exchange()
    attempts: tuple[Callable[[], object], ...] = (
        lambda: edit(aida, disputed, "released_at=2026-09-20 10:00"),
        lambda: aida.records.resolve(disputed, "release", "00:1", "я прав"),
        lambda: aida.records.explain(disputed, "release", "Я видел сам"),
    )
    for attempt, code in zip(attempts, ("may_not_resolve", "may_not_resolve", "no_conflict"), strict=True):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.code, refused.value.params["rule"]) == (code, "decided")
        for language, who in (
            ("ky", "прокурорго кат"),
            ("ru", "напишите надзирающему прокурору"),
            ("en", "write to the"),
        ):
            assert who in problem_text(refused.value, language)


def test_an_author_who_denies_his_own_value_decides_nothing(
    trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    """He says that he has seen the other value alone and repeats his own: two equal values would end the dispute."""
    aida, bakyt, _ = trio
    with aida.desk.view() as view:
        found = view.record(disputed)
        others = {
            each.dot.replica: each.dot.counter for each in found.written if each.act.header.author == bakyt.me.key
        }
    stated = assignments.parse(["released_at=2026-09-20 10:00", "release_ground=no_need"])
    with pytest.raises(Refused, match="may_not_resolve"):
        aida.records.edit(disputed, stated, seen=others)


def test_a_prosecutor_does_not_decide_about_a_value_of_his_own_and_another_one_does(
    district: District, trio: tuple[Workspace, Workspace, Workspace]
) -> None:
    aida, _, prosecutor = trio
    another = district.open("daniyar", "prosecutor")
    record = apprehended(aida, new_case(aida))
    district.exchange()
    edit(aida, record, "released_at=2026-09-20 10:00", "release_ground=no_need")
    edit(prosecutor, record, "released_at=2026-09-20 18:00", "release_ground=no_need")
    district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        prosecutor.records.resolve(record, "released_at", dot_of(prosecutor, "aida"), "я прав")
    another.records.resolve(record, "released_at", dot_of(another, "aida"), "по журналу ИВС")
    district.exchange()
    assert str(values(prosecutor, record)["released_at"]).startswith("2026-09-20T10:00")
    edit(prosecutor, record, "released_at=2026-09-20 17:30", "release_ground=no_need")
