"""ң ө ү ё in lists and searches of a real store: found however typed, in the order of the alphabet."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import new_case, new_person, text

IN_ORDER = ["Екимов", "Ёлкин", "Жапаров", "Надыров", "Ңаңаев", "Осмонов", "Өмүров", "Уланов", "Үсөнов", "Ыманов"]


@pytest.mark.parametrize("descending", [False, True])
def test_cases_stand_in_the_order_of_the_alphabet(aida: Workspace, descending: bool) -> None:
    for name in ("Үсөнов", "Өмүров", "Ёлкин", "Ыманов", "Ңаңаев", "Уланов", "Осмонов", "Надыров", "Жапаров", "Екимов"):
        new_case(aida, "summary=Кража", f"responsible={name}")
    new_case(aida, "summary=Кража")
    numbers = aida.cases.numbers(sort="responsible", descending=descending)
    shown = [str(each.values.get("responsible") or "") for each in aida.cases.lines(numbers, "ky")]
    assert shown == [*(reversed(IN_ORDER) if descending else IN_ORDER), ""]


def test_an_order_by_the_alphabet_keeps_to_what_may_be_shown(aida: Workspace) -> None:
    kept, annulled = new_case(aida, "summary=А", "responsible=Өмүров"), new_case(aida, "summary=Б", "responsible=Ө")
    aida.records.annul(annulled, "ошибка")
    shown = aida.cases.lines(aida.cases.numbers(sort="responsible"), "ky")
    assert [each.step.id for each in shown] == [text(kept)]


@pytest.mark.parametrize(
    ("surname", "typed"),
    [
        ("Үсөнов", "усонов"),
        ("Үсөнов", "ҮСӨНОВ"),
        ("Үсөнов", "Usonov"),
        ("Усонов", "үсөнов"),
        ("Ңаңаев", "нанаев"),
        ("Нанаев", "ңаңаев"),
        ("Ёлкин", "елкин"),
        ("Елкин", "Ёлкин"),
        ("Жаңылов", "Джанылов"),
        ("Ысаков", "Исаков"),
    ],
)
def test_persons_are_found_by_either_letter(aida: Workspace, surname: str, typed: str) -> None:
    person = new_person(aida, new_case(aida), f"surname={surname}")
    hits: Any = aida.records.search(typed, "ky")["hits"]
    assert text(person) in [each["id"] for each in hits]
    assert [each.record for each in aida.persons.find(typed, "ky")] == [person]


def test_a_filter_of_a_list_is_exact(aida: Workspace) -> None:
    case = new_case(aida)
    person = new_person(aida, case, "name=Өмүр")
    new_person(aida, case, "name=Омур")
    found: Any = aida.records.list("person", assignments.parse(("name=Өмүр",)))["records"]
    assert [each["id"] for each in found] == [text(person)]
