"""docs/rights.md is complete and up to date, and every test that it names exists."""

from __future__ import annotations

import ast
import re

from tests.docs.rights_page import PAGE, ROOT, duties, page

CODES = [
    f"{letter}{number}"
    for letter, count in {"L": 17, "C": 5, "K": 7, "I": 8, "N": 15}.items()
    for number in range(1, count + 1)
]
MAY_WAIT = {"L8", "C5", "L16"}
CONTROLS = 10


def exists(test: str) -> bool:
    path, _, name = test.partition("::")
    file = ROOT / path
    if not file.is_file():
        return False
    functions = (each for each in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(each, ast.FunctionDef))
    return not name or name in {each.name for each in functions}


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.rights_page`"


def test_every_duty_is_there_and_only_the_named_ones_wait() -> None:
    assert [each["code"] for each in duties()] == CODES
    assert {each["code"] for each in duties() if each.get("waits")} == MAY_WAIT


def test_every_test_that_argues_for_a_duty_exists() -> None:
    named = [test for each in duties() for test in each.get("tests", ())]
    assert [each for each in named if not exists(each)] == []
    assert all(each.get("tests") for each in duties() if not each.get("waits"))


def test_the_ten_controls_are_named_with_tests_that_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    table = text.partition("## The ten controls")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    rows = [line for line in rows if not line.startswith("| ---")]
    assert len(rows) == CONTROLS
    for row in rows:
        named = re.findall(r"`(tests/[^`]+)`", row)
        assert named, row
        assert [each for each in named if not exists(each)] == []
