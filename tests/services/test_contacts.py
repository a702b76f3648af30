"""The published directory of lawyers and others at a workstation, and the log of calls."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import icjims_desktop.demo
from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Refused
from icjims_core.publishing import contacts, publications
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case

CSV = """id,service,name,languages,region,phone,available,office,valid_to
a,lawyer,Асанов А.,ru,41711203,0555 1,,,
b,lawyer,Бектуров Б.,ky ru,41711203,0555 2,24/7,001,
c,interpreter,Ван В.,zh,41711201,0555 3,,,
d,interpreter,Гани Г.,uz tg,41721,0555 4,,,
e,doctor,Дыйканов Д.,ky,41702410,0555 5,,,2020-01-01
"""


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    codes.install(PublishedLists())
    calendar.install(None)


def enter(bureau: Bureau, text: str, name: str = "sample", edition: str = "2026-1") -> None:
    body = publications.pack(contacts.from_csv(text, edition, "Пример"))
    bureau._enter(PublicationEntry(len(bureau.entries) + 1, "contacts", name, edition, body))
    bureau.publish()


def ids(workspace: Workspace, **wanted: str) -> list[str]:
    found = workspace.contacts.listed("ru", **wanted)["contacts"]
    assert isinstance(found, list)
    return [each["id"].removeprefix("sample/") for each in found]


def test_those_listed_today_stand_by_place_and_language(bureau: Bureau, aida: Workspace) -> None:
    assert ids(aida) == []
    enter(bureau, CSV)
    assert ids(aida) == ["c", "b", "a", "d"]
    assert ids(aida, service="lawyer") == ["b", "a"]
    assert ids(aida, speaks="ru", service="lawyer") == ["b", "a"]
    assert ids(aida, speaks="zh") == ["c"]
    assert ids(aida, place="41711") == ["c", "b", "a"]
    assert ids(aida, place="001") == ["b"]
    for wrong in ({"service": "friend"}, {"speaks": "tlh"}, {"place": "9"}):
        with pytest.raises(Refused) as caught:
            ids(aida, **wrong)
        assert caught.value.params["rule"] == "code"


def test_places_of_the_own_region_come_first(bureau: Bureau, aida: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(bureau, CSV)
    inner = next(code for code, each in codes.code_list("office").entries.items() if each.parent == "41711203")
    monkeypatch.setattr(aida.desk, "me", dataclasses.replace(aida.desk.me, office=inner))
    assert ids(aida) == ["b", "a", "c", "d"]


def test_a_call_is_logged_with_what_the_directory_said_then(bureau: Bureau, aida: Workspace) -> None:
    enter(bureau, CSV)
    case = new_case(aida)
    with pytest.raises(Refused, match="invalid"):
        aida.contacts.call("sample/c", case, [])
    made = aida.contacts.call("sample/c", case, assignments.parse(["result=no_answer"])).record
    enter(bureau, CSV.replace("Ван В.,zh,41711201,0555 3", "Ван В.,zh,41711201,0555 9"), edition="2026-2")
    fields: Any = aida.records.show(made)["fields"]
    told = ("service", "called_name", "listed_as", "phone", "language", "way")
    assert {name: fields[name]["value"] for name in told} == {
        "service": "interpreter",
        "called_name": "Ван В.",
        "listed_as": "sample/c (2026-1)",
        "phone": "0555 3",
        "language": "zh",
        "way": "phone",
    }  # fmt: skip
    assert fields["called_at"]["value"].startswith("2026-")
    again = aida.contacts.call("sample/c", case, assignments.parse(["result=will_come", "phone=0700 1"])).record
    fields = aida.records.show(again)["fields"]
    assert (fields["phone"]["value"], fields["listed_as"]["value"]) == ("0700 1", "sample/c (2026-2)")


def test_who_speaks_several_languages_is_called_for_one_that_is_stated(bureau: Bureau, aida: Workspace) -> None:
    enter(bureau, CSV)
    case = new_case(aida)
    with pytest.raises(Refused) as caught:
        aida.contacts.call("sample/d", case, assignments.parse(["result=no_answer"]))
    assert caught.value.params["field"] == "language"
    made = aida.contacts.call("sample/d", case, assignments.parse(["result=no_answer", "language=tg"])).record
    assert aida.records.show(made)["type"] == "contact_attempt"
    with pytest.raises(Refused, match="not_found"):
        aida.contacts.call("sample/z", case, assignments.parse(["result=no_answer"]))


def test_a_directory_that_cannot_be_read_hides_no_other(bureau: Bureau, aida: Workspace) -> None:
    enter(bureau, CSV)
    newer = publications.pack('edition = "2027-1"\nsource = "x"\nshape = 2\n')
    bureau._enter(PublicationEntry(len(bureau.entries) + 1, "contacts", "newer", "2027-1", newer))
    bureau.publish()
    assert ids(aida) == ["c", "b", "a", "d"]


def test_the_directory_of_the_demonstration_is_sound() -> None:
    file = Path(icjims_desktop.demo.__file__).with_name("contacts.csv")
    text = contacts.from_csv(file.read_text(encoding="utf-8"), "2026-1", "Пример")
    found = contacts.check_contacts("contacts", publications.unpack(publications.pack(text)), None, codes.code_list)
    assert {each.service for each in found.contact} >= {
        "lawyer", "legal_aid_lawyer", "interpreter", "psychologist", "doctor", "child_protection_officer",
    }  # fmt: skip
