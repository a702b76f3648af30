"""What `verify` finds is told with what mends it, and that mends it."""

from __future__ import annotations

import ast
import inspect
import os

import pytest

from icjims_core.problem import Broken
from icjims_core.problem_texts import LANGUAGES, known_codes, problem_parts
from icjims_desktop.store.safekeeping import verify
from icjims_desktop.store.store import Store
from tests.cli.program import Program
from tests.services.bureau import PASSWORD
from tests.sync.district import now_ms

MENDED_BY = {
    "projection_wrong": "icjims rebuild",
    "search_wrong": "icjims rebuild",
    "pages_damaged": "icjims repair",
    "act_damaged": "icjims repair",
    "act_missing": "icjims repair",
    "log_damaged": "icjims repair",
    "chain_broken": "icjims restore",
    "directory_damaged": "icjims restore",
    "verdict_damaged": "icjims restore",
    "attachment_damaged": "",
}


def edit(program: Program, statement: str) -> None:
    """A change with the key of the store, past the program."""
    store = Store.unlock(
        program.data, "aida", PASSWORD, now=now_ms, random=os.urandom, state_dir=program.state, checked=False
    )
    with store.database.write() as connection:
        connection.exec_driver_sql(statement)
    store.close()


def test_every_finding_says_what_happened_what_it_means_what_is_safe_and_what_to_do() -> None:
    calls = [each for each in ast.walk(ast.parse(inspect.getsource(verify))) if isinstance(each, ast.Call)]
    added = [each.args[0] for each in calls if isinstance(each.func, ast.Attribute) and each.func.attr == "add"]
    found = {each.value for each in added if isinstance(each, ast.Constant)}
    assert "projection_wrong" in found
    assert found <= MENDED_BY.keys() <= known_codes()
    for code, command in MENDED_BY.items():
        told = [problem_parts(Broken(code), language) for language in LANGUAGES]
        assert all(all(each) for each in told), code
        assert all(command in each.todo for each in told), code
        assert len({each.safe for each in told}) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("projection_wrong", "UPDATE list_case SET provisional_number = 'подделано'"),
        ("projection_wrong", "DELETE FROM record"),
        ("search_wrong", "INSERT INTO search (rowid, plain, latin) VALUES (99999, 'чужой', 'chuzhoi')"),
    ],
)
def test_what_follows_from_the_log_is_made_again_by_the_command_that_the_finding_names(
    program: Program, code: str, statement: str
) -> None:
    case = program.json("new", "case", "summary=Кража телефона")["id"]
    edit(program, statement)
    found = program.run("verify", "--json")
    assert found.code == 6
    told = [each["text"] for each in found.result["findings"] if each["code"] == code]
    assert told
    assert all("icjims rebuild" in each for each in told)
    assert program.json("rebuild")["rebuilt"] is True
    assert program.json("verify")["findings"] == []
    assert [each["id"] for each in program.json("search", "телефона")["hits"]].count(case) == 1


def test_a_damaged_log_is_repaired_by_the_command_that_the_finding_names(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража телефона")["id"]
    lost = program.json("new", "case", "summary=Кража велосипеда")["id"]
    edit(program, "DELETE FROM act WHERE stream = 0 AND number = (SELECT max(number) FROM act WHERE stream = 0)")
    found = program.run("verify", "--json")
    assert found.code == 6
    assert any("icjims repair" in each["text"] for each in found.result["findings"])
    done = program.json("repair")
    assert [(each["stream"], each["at_centre"]) for each in done["lost"]] == [(0, False)]
    assert program.json("verify")["findings"] == []
    assert program.json("show", case)["id"] == case
    assert program.run("show", lost).code == 3
