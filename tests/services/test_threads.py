"""A workspace serves several threads at once, as the executors of the screens ask it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import edit, new_case, new_person, text, values


def test_threads_write_and_look_without_losing_anything(aida: Workspace) -> None:
    cases = [new_case(aida) for _ in range(3)]

    def work(number: int) -> str:
        person = new_person(aida, cases[number % 3], f"name=Имя{number}")
        edit(aida, person, f"patronymic=О{number}")
        aida.records.list("person", limit=3)
        assert values(aida, person)["patronymic"] == f"О{number}"
        aida.cases.file(cases[number % 3], "ru")
        return text(person)

    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(work, range(24)))
    listed = aida.records.list("person")["records"]
    assert isinstance(listed, list)
    assert {each["id"] for each in listed} == set(made)
    assert len(set(made)) == 24
    assert aida.records.conflicts() == {"conflicts": []}
    assert aida.keeping.verify().findings == []
