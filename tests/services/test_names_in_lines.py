"""Whoever is named is called by name: in lines about lines, under signatures, and the offices by theirs."""

from __future__ import annotations

from icjims_desktop.services.recording import assignments
from tests.services.bureau import OFFICE, PASSWORD, Bureau, new_case, new_person, text


def test_the_line_of_a_signature_names_the_person_of_the_act_and_who_signed_it(bureau: Bureau) -> None:
    aida = bureau.open("aida", "investigator")
    case = new_case(aida)
    words = (f"person={text(new_person(aida, case))}", "kind=search", "basis=not_needed")
    act = aida.records.new("search", assignments.parse(words), case=case).record
    aida.signing.sign(act, aida.signing.enter(PASSWORD))
    (signing,) = [each for each in aida.cases.file(case, "ru").steps if each.type == "signing"]
    assert "обыск: Токтогулов" in signing.sentence
    signed = aida.signing.standing(act)["signed"]
    assert [(each["by"], each["name"]) for each in signed] == [("aida", f"aida of {OFFICE}")]  # type: ignore[attr-defined]


def test_an_office_is_called_by_its_name_wherever_it_is_known(bureau: Bureau) -> None:
    aida = bureau.open("aida", "investigator")
    bureau.open("other", "prosecutor", office="P01")
    bureau.supervise(OFFICE, "P01")
    assert aida.offices.names(("000-unknown", OFFICE), "ru") == {
        "000-unknown": "",
        OFFICE: aida.offices.name(OFFICE, "ru"),
    }
    assert aida.offices.name(OFFICE, "ru")
