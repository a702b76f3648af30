"""What is printed for the accused never says where the victim or a witness can be found (N13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from icjims_core.declarations.schema import Kind, Sensitivity
from icjims_core.declarations.sentence import placeholders
from icjims_core.modules import record_type, registry
from icjims_core.paper.serving import OWN_PLACES, served
from icjims_core.problem import Refused
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, text
from tests.services.test_act_paper import made, takes_part

HOME, FLAT = "г. Бишкек, ул. Шопокова, д. 121, кв. 7", "Бишкек, Чүй проспекти 55"
ACCUSED_HOME = "с. Сокулук, ул. Ленина, 3"
NUMBER = re.compile(r"[0-9a-f-]{16,}")
"""The id and the digest of a paper, in which any digits may occur."""
SECRET = re.compile(r"Шопокова\W*(д\W*)?121|Чүй проспекти 55|996\D*555\D*12|12\D*34\D*56|4455|Мать:")
TOLD = (
    f"Встретились у её дома ({HOME.upper()}). Позже говорил, что Шопокова 121 — рядом. "
    f"Звонил ей: 0555 12-34-56, и матери, 0700 11 44 55. Сам живёт: {ACCUSED_HOME}."
)


@pytest.fixture
def officer(tmp_path: Path) -> Iterator[Workspace]:
    bureau = Bureau(tmp_path / "bureau")
    yield bureau.open("sydykov", "investigator")
    bureau.close()


def read(workspace: Workspace, record: bytes, served_to: str = "accused") -> str:
    """What somebody has read: the digest of the copy as it is shown."""
    return workspace.paper_preview(record, "ru", served_to=served_to).digest


def test_n13_a_paper_served_on_the_accused_has_no_contact_of_victim_or_witness(
    officer: Workspace, tmp_path: Path
) -> None:
    case = new_case(officer)
    phones = ("phones+=+996 555 123456", "emergency_contact=Мать: 0700 114455", f"workplace={FLAT}")
    victim, _ = takes_part(officer, case, "victim", "Асанова", f"actual_address={HOME}", *phones)
    witness, _ = takes_part(officer, case, "witness", "Токтосунова", f"registered_address={FLAT}")
    accused, _ = takes_part(officer, case, "accused", "Бекенов", f"actual_address={ACCUSED_HOME}")
    began = ("started_at=2026-03-07 12:00", f"place={HOME}")
    papers = [
        made(officer, "interrogation", case, f"person={text(accused)}", "capacity=accused", f"content={TOLD}", *began),
        made(officer, "interrogation", case, f"person={text(victim)}", "capacity=victim", f"content={TOLD}", *began),
        made(officer, "interrogation", case, f"person={text(witness)}", "capacity=witness", f"remarks+={FLAT}", *began),
        made(officer, "apprehension", case, f"person={text(accused)}", "actual_times+=2026-03-07 10:00",
             "ground=caught", "relative_phone=0555123456", f"place={FLAT}"),
        made(officer, "wanted", case, f"person={text(accused)}", "wanted_from=2026-03-07 10:00",
             f"possible_places+={HOME}"),
        victim,
        witness,
    ]  # fmt: skip
    for record in papers:
        for to in ("accused", text(accused)):
            path = tmp_path / "served.pdf"
            officer.act_paper(record, path, "ru", served_to=to, checked=read(officer, record, to))
            page = " ".join("".join(each.extract_text() for each in pypdf.PdfReader(path).pages).split())
            assert SECRET.findall(NUMBER.sub("", page)) == [], page
            assert "Адреса и контакты других лиц не указаны" in page
    officer.act_paper(papers[0], tmp_path / "served.pdf", "ru", served_to="accused", checked=read(officer, papers[0]))
    page = pypdf.PdfReader(tmp_path / "served.pdf").pages[0].extract_text()
    assert "Сокулук" in page, "his own place is no secret from him"
    assert "Асанова" not in page
    officer.act_paper(papers[0], tmp_path / "kept.pdf", "ru")
    assert "ШОПОКОВА" in pypdf.PdfReader(tmp_path / "kept.pdf").pages[0].extract_text(), "the case file has it all"


def test_n13_no_point_on_the_map_and_no_place_of_protection_is_on_a_served_paper(
    officer: Workspace, tmp_path: Path
) -> None:
    case = new_case(officer)
    victim, _ = takes_part(officer, case, "victim", "Асанова")
    accused, _ = takes_part(officer, case, "accused", "Бекенов")
    point = 'place_geo:={"lat": 42874621, "lon": 74612345}'
    hidden = ("place=с. Сокулук", point)
    began = ("started_at=2026-03-07 12:00",)
    papers = [
        made(officer, "inspection", case, "kind=scene", "residents=Тётя Канышай", point, *began),
        made(officer, "security_measure", case, f"person={text(victim)}", "decision=granted",
             "measures+=personal_protection", "decided_at=2026-03-07 10:00", *hidden),
        made(officer, "interrogation", case, f"person={text(accused)}", "capacity=accused", point, *began),
    ]  # fmt: skip
    for record in papers:
        officer.act_paper(record, tmp_path / "served.pdf", "ru", served_to="accused", checked=read(officer, record))
        page = " ".join(pypdf.PdfReader(tmp_path / "served.pdf").pages[0].extract_text().split())
        assert not re.search("42874621|42[.,]87|74612345|Канышай|Сокулук", NUMBER.sub("", page)), page
    for type_ in registry().values():
        for field in type_.fields:
            if field.kind is Kind.GEO:
                assert not served({text(accused)}, {}).keeps(type_, field, text(accused)), field.name


def test_n13_a_copy_is_served_once_somebody_has_read_its_free_texts(officer: Workspace, tmp_path: Path) -> None:
    case = new_case(officer)
    accused, _ = takes_part(officer, case, "accused", "Бекенов")
    said = (
        f"person={text(accused)}",
        "capacity=accused",
        "started_at=2026-03-07 12:00",
        "content=Советская, двенадцать",
    )
    act = made(officer, "interrogation", case, *said, "place=Кабинет 5", "remarks+=Нет")
    officer.records.annul(act, "Ошибочно")
    path = tmp_path / "served.pdf"
    with pytest.raises(Refused, match="check_free_text") as refused:
        officer.act_paper(act, path, "ru", served_to="accused")
    named = str(refused.value.params["fields"])
    assert not path.exists()
    texts = {each.label: each.text for each in officer.paper_preview(act, "ru", served_to="accused").to_read}
    assert {"Кабинет 5", "Советская, двенадцать", "Нет", "Ошибочно"} <= set(texts.values())
    assert named == ", ".join(texts)
    assert "Бекенов" not in str(texts), "names and codes are not for reading"
    officer.act_paper(act, path, "ru", served_to="accused", checked=read(officer, act))
    officer.act_paper(act, tmp_path / "kept.pdf", "ru")
    whole = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    assert all(each in whole for each in texts.values()), "what is read is what stands on the paper"


def test_n13_only_contacts_of_the_person_concerned_may_stand_and_no_line_tells_one() -> None:
    for place in OWN_PLACES:
        declared, _, name = place.partition(".")
        assert record_type(declared).by_name[name].sensitivity is Sensitivity.CONTACT, place
    for type_ in registry().values():
        shown = placeholders(type_.sentence.ru) | placeholders(type_.sentence.ky)
        contacts = {each.name for each in type_.fields if each.sensitivity is Sensitivity.CONTACT}
        assert not shown & contacts, type_.name
