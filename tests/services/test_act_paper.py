"""An act on paper: all that it states, lines to sign by hand, numbered pages that name their record."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

import pypdf
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.papers import reading
from tests.rights.forms import asked
from tests.services.bureau import OFFICE, PASSWORD, Bureau, edit, new_case, text

STORY = "Ү. Ө. Ң. көчөсүндө телефон уурдалган, күбө көргөн нерсесин айтып берди. " * 120


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    """An investigator's workstation."""
    return bureau.open("sydykov", "investigator")


def made(workspace: Workspace, type_: str, case: bytes, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


REASONS = {"sex": "sex", "age_at_act": "age", "disability": "disability", "family_violence": "family_violence",
           "relation_to_accused": "relation"}  # fmt: skip


def takes_part(workspace: Workspace, case: bytes, role: str, surname: str, *words: str) -> tuple[bytes, bytes]:
    """A person and his part in the case; of what the form asks for nothing is known."""
    person = made(workspace, "person", case, f"surname={surname}", *words)
    unknown = [f"{REASONS[each]}_reason=not_established" for each in asked("participant", role=role) & REASONS.keys()]
    charged = ["charge_article=205"] if role == "accused" else []
    return person, made(workspace, "participant", case, f"person={text(person)}", f"role={role}", *unknown, *charged)


def printed(workspace: Workspace, record: bytes, path: Path, language: str = "ru", served_to: str = "") -> list[str]:
    read = workspace.paper_preview(record, language, served_to=served_to).digest
    pages = workspace.act_paper(record, path, language, served_to=served_to, checked=read)
    found = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]
    assert len(found) == pages
    return found


def an_interrogation(workspace: Workspace) -> tuple[bytes, bytes]:
    case = new_case(workspace)
    person, _ = takes_part(workspace, case, "witness", "Асанова", "name=Гүлнара")
    _, lawyer = takes_part(workspace, case, "lawyer", "Садыков")
    said = ("capacity=witness", "started_at=2026-03-07 12:00", "ended_at=2026-03-07 13:00", f"content={STORY}")
    act = made(workspace, "interrogation", case, f"person={text(person)}", f"attended+={text(lawyer)}", *said)
    return case, act


def test_a_protocol_states_everything_and_has_lines_for_every_hand(officer: Workspace, tmp_path: Path) -> None:
    case, act = an_interrogation(officer)
    pages = printed(officer, act, tmp_path / "a.pdf")
    assert len(pages) > 2
    number = officer.records.show(case)["number"]["value"]  # type: ignore[index]
    for words in ("Первомайский РУВД", OFFICE, f"Дело {number}", "Допрос", "07.03.2026 12:00", "УПК"):
        assert words in pages[0], words
    assert "ПРОЕКТ: в системе не подписано" in pages[0]
    whole = " ".join(pages)
    assert whole.count("күбө көргөн нерсесин") == STORY.count("күбө көргөн нерсесин"), "a long text is never cut"
    for hand in ("Асанова Гүлнара (свидетель", "Садыков (", "sydykov of 001"):
        assert hand in pages[-1], hand
    assert pages[-1].count("ст. 171 УПК") == 2, "whoever took part may refuse; the officer may not"
    for at, page in enumerate(pages, start=1):
        assert f"Страница {at} из {len(pages)}" in page
        assert text(act) in page


def test_an_article_stands_on_the_paper_with_its_number(officer: Workspace, tmp_path: Path) -> None:
    case = new_case(officer)
    person, _ = takes_part(officer, case, "suspect", "Асанов")
    stated = ('actual_times:={"at": "2026-03-07 12:00", "source": "protocol"}', "suspected_article=206")
    act = made(officer, "apprehension", case, f"person={text(person)}", *stated)
    assert "206 — Грабеж" in " ".join(printed(officer, act, tmp_path / "a.pdf"))


def test_what_the_signature_does_not_cover_is_marked_and_the_lawyer_has_a_line(
    officer: Workspace, tmp_path: Path
) -> None:
    case = new_case(officer)
    person, _ = takes_part(officer, case, "suspect", "Асанов")
    stated = ('actual_times:={"at": "2026-03-07 12:00", "source": "protocol"}', "motive=Опознан", "lawyer_name=Садыков")
    act = made(officer, "apprehension", case, f"person={text(person)}", *stated)
    (draft,) = printed(officer, act, tmp_path / "a.pdf")
    assert "не охвачено" not in draft
    assert "Садыков (адвокат" in draft
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    edit(officer, act, 'actual_times:={"at": "2026-03-07 08:00", "source": "person"}')
    (signed,) = printed(officer, act, tmp_path / "b.pdf")
    assert "* дополняется и после подписи, подписью в системе не охвачено" in signed
    assert "кто что указал *" in signed, signed
    assert "Мотивы задержания Опознан" in signed


def test_the_foot_binds_the_paper_to_what_is_signed(officer: Workspace, tmp_path: Path) -> None:
    _, act = an_interrogation(officer)
    edit(officer, act, "content=Коротко")
    (draft,) = printed(officer, act, tmp_path / "a.pdf", "en")
    signed = officer.signing.sign(act, officer.signing.enter(PASSWORD))["signed"]
    (page,) = printed(officer, act, tmp_path / "b.pdf", "en")
    (content,) = {each["content"] for each in signed}  # type: ignore[attr-defined]
    assert content in draft
    assert content in page
    assert "Signed in the system: sydykov of 001" in page
    assert "DRAFT" not in page
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF signed by hand")
    officer.attachments.attach(act, scan, "signed_scan")
    (again,) = printed(officer, act, tmp_path / "c.pdf", "en")
    assert content in again, "the scan of the paper is bound to the same sum"


def test_both_sides_of_a_dispute_and_an_annulment_are_told(bureau: Bureau, officer: Workspace, tmp_path: Path) -> None:
    other = bureau.open("bakyt", "investigator")
    case = new_case(officer)
    act = made(officer, "refusal", case, "ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Нет события")
    bureau.exchange()
    edit(officer, act, "reasons=Первое")
    edit(other, act, "reasons=Второе")
    bureau.exchange()
    (page,) = printed(officer, act, tmp_path / "a.pdf")
    assert re.search("в споре, не согласовано. (Первое Второе|Второе Первое)", page)
    officer.records.annul(act, "Ошибочно")
    (page,) = printed(officer, act, tmp_path / "b.pdf", "ky")
    assert "ЖОККО ЧЫГАРЫЛГАН: Ошибочно" in page


def test_printing_is_told_to_the_log_and_counts_as_a_disclosure(
    bureau: Bureau, officer: Workspace, tmp_path: Path
) -> None:
    case, act = an_interrogation(officer)
    person = text(takes_part(officer, case, "suspect", "Бекенов")[0])
    printed(officer, act, tmp_path / "a.pdf", served_to=person)
    export = bureau.audit(officer)[-1]
    told = {name: export[name] for name in ("event", "action", "type", "file", "served_to", "checked", "persons")}
    assert told == {
        "event": "export", "action": "print", "type": "interrogation", "file": "a.pdf",
        "served_to": person, "checked": True, "persons": [person],
    }  # fmt: skip
    assert (export["records"], export["case"]) == ([text(act)], text(case))
    (found,) = cast("list[dict[str, object]]", officer.duties.disclosures(act)["disclosures"])
    assert (found["action"], found["served_to"], found["checked"]) == ("print", person, True)
    assert found["paper"] == officer.paper_preview(act, "ru", served_to=person).digest, "what was read and written"
    assert found["served_on"] == ["Бекенов"]
    printed(officer, act, tmp_path / "b.pdf", served_to="accused")
    found = cast("list[dict[str, object]]", officer.duties.disclosures(act)["disclosures"])[-1]
    assert (found["served_to"], found["persons"]) == ("accused", [person]), "on whom it was served, by record"


def test_what_was_read_is_written_and_nothing_that_was_changed_since(officer: Workspace, tmp_path: Path) -> None:
    case, act = an_interrogation(officer)
    person = text(takes_part(officer, case, "suspect", "Бекенов")[0])
    read = officer.paper_preview(act, "ru", served_to=person).digest
    assert read != officer.paper_preview(act, "ky", served_to=person).digest
    edit(officer, act, "content=Живёт на Советской, двенадцать")
    for served_to in (person, "accused"):
        with pytest.raises(Refused, match="paper_changed"):
            officer.act_paper(act, tmp_path / "a.pdf", "ru", served_to=served_to, checked=read)
    kept = officer.paper_preview(act, "ru").digest
    edit(officer, act, "content=Иначе")
    with pytest.raises(Refused, match="paper_changed"):
        officer.act_paper(act, tmp_path / "a.pdf", "ru", checked=kept)
    assert not (tmp_path / "a.pdf").exists()
    again = officer.paper_preview(act, "ru", served_to=person).digest
    assert officer.act_paper(act, tmp_path / "a.pdf", "ru", served_to=person, checked=again) == 1


def test_a_case_of_somebody_else_is_printed_for_a_purpose_alone(
    bureau: Bureau, officer: Workspace, tmp_path: Path
) -> None:
    beside = bureau.open("beside", "investigator")
    case, act = an_interrogation(officer)
    made(officer, "acceptance", case, "kind=single", "officer=С", "login=sydykov", "accepted_at=2026-09-01 09:00")
    bureau.exchange()
    with pytest.raises(Refused, match="purpose_required"):
        beside.act_paper(act, tmp_path / "a.pdf", "ru")
    assert not (tmp_path / "a.pdf").exists()
    beside.act_paper(act, tmp_path / "a.pdf", "ru", purpose="supervision: жалоба")
    told = bureau.audit(beside)[-1]
    assert (told["action"], told["purpose"], told["purpose_text"]) == ("print", "supervision", "жалоба")


def test_what_is_sealed_prints_for_its_readers_alone_and_is_never_served(bureau: Bureau, tmp_path: Path) -> None:
    duty = bureau.open("duty", "duty_officer")
    clerk = bureau.open("clerk", "clerk")
    bureau.open("prosecutor", "prosecutor", office="P01")
    bureau.supervise(OFFICE, "P01")
    case = new_case(duty)
    person, _ = takes_part(duty, case, "suspect", "Бекенов")
    said = (f"person={text(person)}", "received_times=2026-03-07 12:00", "account=Канарейкин рассказ")
    act = made(duty, "allegation", case, *said)
    bureau.exchange()
    assert "Канарейкин рассказ" in printed(duty, act, tmp_path / "пытки.pdf")[0]
    told = json.dumps(bureau.audit(duty)[-2:], ensure_ascii=False)
    assert not [each for each in ("allegation", "пытки") if each in told]
    metadata = pypdf.PdfReader(tmp_path / "пытки.pdf").metadata
    assert metadata is not None
    assert not metadata.title, "the title of a viewer's window tells nothing"
    document = reading.name_of(duty, text(act), "ru")
    assert document == text(act)[:8], "nor does the name that the file is offered"
    with pytest.raises(Refused, match="sealed"):
        clerk.act_paper(act, tmp_path / "b.pdf", "ru")
    with pytest.raises(Refused, match="sealed_not_exported"):
        duty.act_paper(act, tmp_path / "b.pdf", "ru", served_to=text(person))
    assert not (tmp_path / "b.pdf").exists()


def test_what_is_no_paper_and_who_is_not_in_the_case_is_refused(officer: Workspace, tmp_path: Path) -> None:
    case, act = an_interrogation(officer)
    for record, to, code in ((case, "", "not_printed"), (act, text(act), "not_found"), (act, "nobody", "not_found")):
        with pytest.raises(Refused, match=code):
            officer.act_paper(record, tmp_path / "a.pdf", "ru", served_to=to)
    assert not (tmp_path / "a.pdf").exists()


def test_the_same_act_is_the_same_file(officer: Workspace, tmp_path: Path) -> None:
    _, act = an_interrogation(officer)
    for name in ("a.pdf", "b.pdf"):
        printed(officer, act, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
