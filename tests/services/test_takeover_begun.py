"""Who can compute the id that a paper gives begins nothing in an officer's place: it is his office's, or his own."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from icjims_core import record_ids
from icjims_core.problem import Refused
from icjims_desktop.services.import_export.takeover import Takeover
from icjims_desktop.services.import_export.takeover_form import CASES, PERSONS
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import Bureau
from tests.services.offices import OTHERS, District
from tests.services.test_second_beginnings import bring
from tests.services.test_takeover import CASE, PERSON, filled, mistakes

MADE = {"case": 1, "person": 1, "participant": 1, "takeover": 2}


def opening_of(officer: Workspace) -> bytes:
    """What the paper gives, as anybody may compute it."""
    with officer.desk.view() as view:
        found = Takeover(officer.desk)._id(view, "case", str(CASE["takeover.source_document"]), str(CASE["case_key"]))
    return found[: record_ids.OPEN_BYTES]


def began(forger: Workspace, opening: bytes) -> Change:
    case = record_ids.bound(opening, forger.me.key)
    return Change(case, "case", 1, case, {}, {"put": {"summary": "Жалган"}})


def test_another_office_begins_nothing_in_its_place(district: District, tmp_path: Path) -> None:
    officer = district.open("sydykov", "investigator")
    forger = district.open("forger", "investigator", office=OTHERS)
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    forger.store.journal.commit([began(forger, opening_of(officer))], now=district.now())
    bring(officer, [act for push in forger.store.journal.unsent(1 << 20) for act in push.acts])
    assert mistakes(officer, path) == []
    assert officer.takeover.take(path).made == MADE
    assert officer.takeover.take(path).unchanged == sum(MADE.values())


def test_what_a_colleague_began_falsely_is_annulled_and_the_paper_taken_over(bureau: Bureau, tmp_path: Path) -> None:
    officer, colleague = bureau.open("sydykov", "investigator"), bureau.open("asanov", "investigator")
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    false = began(colleague, opening_of(officer))
    colleague.desk.save(false, bureau.now())
    bureau.exchange()
    assert {each["rule"] for each in mistakes(officer, path)} == {"differs"}
    officer.records.annul(false.record, "Не наше дело")
    assert officer.takeover.take(path).made == MADE
    bureau.exchange()
    assert colleague.takeover.take(path).unchanged == sum(MADE.values())


def test_what_was_taken_over_and_annulled_is_told(bureau: Bureau, tmp_path: Path) -> None:
    officer = bureau.open("sydykov", "investigator")
    path = filled(tmp_path, officer, (CASES, CASE))
    officer.takeover.take(path)
    listed: Any = officer.records.list("case")["records"]
    case = uuid.UUID(listed[0]["id"]).bytes
    officer.records.annul(case, "Ошибка")
    assert {each["rule"] for each in mistakes(officer, path)} == {"annulled"}
    with pytest.raises(Refused, match="rows_refused"):
        officer.takeover.take(path)
    officer.records.annul(case, "Верно", undo=True)
    assert officer.takeover.take(path).unchanged == 2
