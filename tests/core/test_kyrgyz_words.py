"""Kyrgyz words of the law: the codes in force by their names, the accused never as guilty, one word for one thing."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

CORE = Path(str(resources.files("icjims_core")))
LETTER = "[А-Яа-яЁёӨөҮүҢң]"


def lines(pattern: str) -> list[str]:
    """Where a pattern stands in the data files."""
    found = (
        (path.name, line.strip())
        for path in sorted(CORE.rglob("*.toml"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [f"{name}: {line}" for name, line in found if re.search(pattern, line)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"(?i)(?<!{LETTER})айыпкер", "айыпталуучу: nobody is guilty before the verdict"),
        (f"(?<!{LETTER})ЖПК", "КЖПК: the code of 2021"),
        (rf"(?<!{LETTER})КК \d", "КЖК: the code of 2021"),
        (f'ky = "[^"]*(?<!{LETTER})ЕРП(?!{LETTER})', "КБР: the Register in Kyrgyz"),
    ],
)
def test_a_word_that_is_not_the_law_s_stands_nowhere(wrong: str, right: str) -> None:
    assert lines(wrong) == [], right


def test_the_instrument_of_an_assessment_is_no_weapon() -> None:
    assert all(each.startswith("iccs_tags") for each in lines('ky = "Колдонулган курал"'))
