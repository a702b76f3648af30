"""Looking is written down before anything is shown; what is not granted is as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from icjims_core import wire
from icjims_core.casebook.fates import fate_of
from icjims_core.problem import Problem, Refused
from icjims_core.projections.tables import record_table
from icjims_desktop.services.import_export import casebook
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.keys.slots import Person
from tests.services.bureau import EPOCH, PASSWORD, Bureau, edit, new_case, new_person, text

Look = Callable[[Workspace, bytes, Path], object]
LOOKS: dict[str, Look] = {
    "show": lambda desk, record, _: desk.records.show(record),
    "list": lambda desk, _, __: desk.records.list("person"),
    "case": lambda desk, _, __: desk.records.case(bytes.fromhex(first_case(desk))),
    "history": lambda desk, record, _: desk.records.history(record),
    "search": lambda desk, _, __: desk.records.search("токтогулов", "ru"),
    "export": lambda desk, _, path: desk.files.give("person", path / "out.jsonl"),
    "step": lambda desk, record, _: desk.cases.step(record, "ru"),
    "lines": lambda desk, _, __: desk.cases.lines(desk.cases.numbers(), "ru"),
    "lines of history": lambda desk, record, _: desk.cases.history(record),
    "standing": lambda desk, record, _: desk.signing.standing(record),
    "before signing": lambda desk, record, _: desk.procedure.before_signing(record, "ru"),
}


def first_case(workspace: Workspace) -> str:
    found: Any = workspace.records.list("case")["records"]
    return str(found[0]["id"]).replace("-", "")


@pytest.mark.parametrize("look", LOOKS)
def test_looking_is_in_the_log(bureau: Bureau, aida: Workspace, tmp_path: Path, look: str) -> None:
    person = new_person(aida, new_case(aida))
    before = len(bureau.audit(aida))
    LOOKS[look](aida, person, tmp_path)
    events = bureau.audit(aida)[before:]
    assert events
    assert all((each["user"], each["role"], each["office"]) == ("aida", "clerk", "001") for each in events)
    named: Any = [record for each in events for record in each.get("records", [])]  # type: ignore[attr-defined]
    assert text(person) in named or look == "lines"


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_shown_that_could_not_be_logged(
    aida: Workspace, tmp_path: Path, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = new_person(aida, new_case(aida))
    (tmp_path / "out.jsonl").write_bytes(b"before")
    first_case(aida)

    def full(*_: object, **__: object) -> None:
        raise Refused("disk_full")

    monkeypatch.setattr(aida.store.journal, "commit_audit", full)
    with pytest.raises(Problem, match="disk_full"):
        LOOKS[look](aida, person, tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == b"before"


def test_the_purpose_of_looking_is_kept(bureau: Bureau, aida: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    aida.records.show(person, purpose="criminal_proceedings: запрос прокурора")
    event = bureau.audit(aida)[-1]
    assert (event["purpose"], event["purpose_text"]) == ("criminal_proceedings", "запрос прокурора")


def test_a_purpose_that_is_none_of_the_list_is_refused_in_ones_own_case_too(
    bureau: Bureau, aida: Workspace, tmp_path: Path
) -> None:
    case = new_case(aida)
    before = len(bureau.audit(aida))
    looks: tuple[Callable[[], object], ...] = (
        lambda: aida.records.show(case, purpose="xx"),
        lambda: aida.records.case(case, purpose="запрос прокурора"),
        lambda: aida.records.history(case, purpose=""),
        lambda: aida.records.list("case", purpose="xx"),
        lambda: aida.records.search("кража", "ru", purpose="xx: слова"),
        lambda: aida.records.conflicts(purpose="xx"),
        lambda: aida.handovers.document("ru", purpose="xx"),
        lambda: aida.state_purpose(case, "xx"),
        lambda: aida.files.give("case", tmp_path / "f", purpose="xx"),
    )
    for look in looks:
        with pytest.raises(Refused) as refused:
            look()
        assert (refused.value.params["field"], refused.value.params["list"]) == ("--purpose", "purpose")
        assert "supervision" in str(refused.value.params["nearest"])
    assert len(bureau.audit(aida)) == before
    assert not (tmp_path / "f").exists()


def test_long_lists_are_logged_whole(bureau: Bureau, aida: Workspace) -> None:
    looked = [(number.to_bytes(16, "big"), None) for number in range(2500)]
    before = len(bureau.audit(aida))
    aida.desk.consultation.looked_at("list", looked, now=bureau.time)
    events = bureau.audit(aida)[before:]
    assert [len(each["records"]) for each in events] == [1000, 1000, 500]  # type: ignore[arg-type]


def test_a_case_granted_to_one_user_is_hidden_from_the_other(bureau: Bureau, aida: Workspace) -> None:
    stranger = bureau.open("stranger")
    case = new_case(stranger, "summary=Тайна")
    person = new_person(stranger, case, "name=Скрытый")
    acts = bureau.collect(stranger)
    feed = f"user:{aida.me.id.hex()}"
    parts: list[wire.Part] = [wire.JoinPart(1, case)]
    parts += [wire.ActPart(at, act) for at, act in enumerate(acts, start=2)]
    aida.store.journal.take_page(wire.Page(feed, EPOCH, 0, len(parts), tuple(parts)))
    assert aida.records.show(person)["id"] == text(person)

    opened = aida.store.users.add(Person("colleague"), PASSWORD)
    aida.store.describe(opened, bureau.enrolled("colleague", "clerk", aida.me.device))
    aida.close()
    colleague = bureau.again("colleague", station="aida")
    for ask in (colleague.records.show, colleague.records.history):
        with pytest.raises(Refused, match="not_found"):
            ask(person)
    with pytest.raises(Refused, match="not_found"):
        colleague.records.case(case)
    with pytest.raises(Refused, match="not_found"):
        edit(colleague, person, "name=А")
    assert colleague.records.list("person") == {"records": []}
    assert colleague.records.search("Скрытый", "ru") == {"hits": []}
    assert list(colleague.cases.numbers()) == []
    colleague.close()
    assert bureau.again("aida").records.show(person)["id"] == text(person)


def test_the_case_book_is_written_once(aida: Workspace) -> None:
    told: list[tuple[int, int]] = []
    cases, records = casebook.write(aida.desk, 3, 7, lambda done, total: told.append((done, total)))
    assert (cases, told[-1]) == (3, (3, 3))
    assert records > 6
    assert casebook.write(aida.desk, 3, 7) == (0, 0)
    assert casebook.write(aida.desk, 4, 7)[0] == 1
    assert aida.records.conflicts() == {"conflicts": []}


def test_the_case_book_holds_values_in_dispute(aida: Workspace) -> None:
    first = next(number for number in count(1) if "disputed" in fate_of(number).turns)
    casebook.write(aida.desk, first, 7)
    found = aida.records.conflicts()["conflicts"]
    assert isinstance(found, list)
    assert {str(each["type"]) for each in found} <= {"case", "charge"}
    assert found


def test_the_case_book_closes_what_the_law_seals(bureau: Bureau) -> None:
    officer = bureau.open("erkin", "investigator")
    casebook.write(officer.desk, 44, 7)
    with officer.desk.view() as view:
        assert {each.row.type for each in view.unsealed()} & {"special_action", "protected_identity"}
    with officer.desk.view(unsealing=False) as view:
        written = set(view.connection.scalars(select(record_table.c.type)))
    assert "sealed_record" in written
    assert not {"special_action", "protected_identity", "allegation", "istanbul_report"} & written


def test_the_case_book_is_the_same_everywhere_but_for_its_ids(bureau: Bureau, aida: Workspace) -> None:
    other = bureau.open("other")
    for each in (aida, other):
        casebook.write(each.desk, 2, 11)
    mine, theirs = (
        [each.values["summary"] for each in desk.cases.lines(desk.cases.numbers(), "ru")] for desk in (aida, other)
    )
    assert mine == theirs
    ids = [{each.step.id for each in desk.cases.lines(desk.cases.numbers(), "ru")} for desk in (aida, other)]
    assert not ids[0] & ids[1]


def test_the_case_book_leaves_out_what_a_role_may_not_record(bureau: Bureau) -> None:
    officer = bureau.open("erkin", "duty_officer")
    cases, records = casebook.write(officer.desk, 5, 7)
    assert cases == 5
    assert records > 5
    assert officer.records.list("hearing") == {"records": []}
