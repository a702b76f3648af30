"""A doubted clock is told wherever time without liberty and rights are counted from it, on paper too."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_desktop.cli.commands import duties, paper
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, text
from tests.services.test_clock import MINUTE, local
from tests.services.test_procedure import held

DOUBT = "Часы этого компьютера ненадёжны"


def printed(workspace: Workspace, case: bytes, person: bytes, path: Path) -> str:
    workspace.passport_paper(case, text(person), path, "ru")
    return " ".join("".join(each.extract_text() for each in pypdf.PdfReader(path).pages).split())


@pytest.mark.parametrize("doubted", [False, True], ids=["right", "set back"])
def test_ledger_passport_page_and_paper_say_that_the_clock_is_doubted(
    bureau: Bureau, tmp_path: Path, doubted: bool
) -> None:
    officer = bureau.open("sydykov", "investigator")
    case = new_case(officer)
    person, _ = held(officer, case)
    bureau.time -= 30 * MINUTE if doubted else 0
    ledger: Any = officer.procedure.custody(case, "ru")
    passport: Any = officer.procedure.safeguards(case, "ru")
    page = officer.liberty.of_case(case, "ru")
    told = [
        " ".join(each["text"] for each in ledger["warnings"]),
        " ".join(each["text"] for each in passport["warnings"]),
        " ".join(each.text for each in page.warnings),
        printed(officer, case, person, tmp_path / "p.pdf"),
    ]
    assert [DOUBT in each for each in told] == [doubted] * 4
    officer.timekeeping.confirm(local(bureau.time))
    assert not officer.procedure.custody(case, "ru")["warnings"]


@pytest.mark.parametrize("doubted", [False, True], ids=["right", "set back"])
def test_hand_overs_reviews_and_occupancy_say_that_the_clock_is_doubted(bureau: Bureau, doubted: bool) -> None:
    officer = bureau.open("sydykov", "investigator")
    new_case(officer)
    bureau.time -= 30 * MINUTE if doubted else 0
    march = (datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))
    shown = [
        paper._handover_lines(officer.handovers.document("ru"), "ru"),
        duties._retention_lines(officer.duties.retention("ru"), "ru"),
        duties._occupancy_lines(officer.duties.occupancy(*march, "", "ru"), "ru"),
    ]
    assert [any(each.startswith(f"! {DOUBT}") for each in lines) for lines in shown] == [doubted] * 3
