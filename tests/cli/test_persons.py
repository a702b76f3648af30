"""Persons on the command line: found however spelt, warned of before they are doubled, linked and parted."""

from __future__ import annotations

from tests.cli.program import Program

ASANOV = ("surname=Асанов", "name=Жаныбек", "patronymic=Токтогулович", "birth_date=1990-03-07")


def test_persons_are_found_warned_of_linked_and_parted(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    first = program.json("new", "person", *ASANOV, "--case", case)
    assert "warnings" not in first
    second = program.json("new", "person", "surname=Asanov", "name=Djanibek", "birth_date=1990-03-07", "--case", case)
    (advice,) = second["warnings"]
    assert (advice["code"], advice["params"]) == ("possible_duplicates", {"count": 1})
    (offered,) = advice["candidates"]
    assert (offered["id"], offered["grade"], offered["linked"]) == (first["id"], "likely", False)
    told = {each["field"]: each["text"] for each in offered["explanation"]}
    assert told.keys() == {"surname", "given", "birth"}
    assert "07.03.1990" in told["birth"]
    assert program.json("show", second["id"])["fields"]["surname"] == {"value": "Asanov"}

    assert program.json("persons", "find", "Жаныбек Асанов")["candidates"][0]["id"] == first["id"]
    assert [each["id"] for each in program.json("persons", "candidates", first["id"])["candidates"]] == [second["id"]]

    (pair,) = program.json("persons", "duplicates", "--limit", "5")["pairs"]
    assert {each["id"] for each in pair["records"]} == {first["id"], second["id"]}
    assert pair["grade"] == "likely"

    made = program.json("persons", "link", first["id"], second["id"], "--reason", "по фото", "--ground", "photo")
    assert program.json("show", made["id"])["type"] == "person_link"
    assert [each["id"] for each in program.json("persons", "group", second["id"])["group"]] == [first["id"]]
    again = program.run("persons", "link", second["id"], first["id"], "--reason", "ещё", "--json")
    assert (again.code, again.problem["code"]) == (3, "already_linked")
    undone = program.json("persons", "unlink", second["id"], first["id"], "--reason", "ошибка")
    assert undone == {"annulled": [made["id"]]}
    assert program.json("persons", "group", second["id"])["group"] == []

    program.json("persons", "link", first["id"], second["id"], "--different", "--reason", "братья")
    assert program.json("persons", "candidates", first["id"])["candidates"] == []


def test_a_person_reads_the_score_and_what_it_is_made_of(program: Program) -> None:
    case = program.json("new", "case", "summary=Грабёж")["id"]
    program.json("new", "person", "surname=Үсөнов", "name=Өмүрбек", "birth_date=1985-05-05", "--case", case)
    told = program.run("new", "person", "surname=Усонов", "name=Омурбек", "birth_date=1985-05-05", "--case", case)
    assert told.code == 0
    assert "100 %" in told.out
    assert "+11.0  Дата рождения совпадает: 05.05.1985" in told.out
