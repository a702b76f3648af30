"""Each file of rules says at its head, in Russian and English, that it may be corrected and what checks it."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

CORE = ROOT / "icjims_core"
FOLDERS = ("access", "compartments", "custody", "deadlines", "deadlines/rules", "law", "safeguards", "workflow")
FILES = sorted(
    [*(each for folder in FOLDERS for each in (CORE / folder).glob("*.toml")), CORE / "persons/weights.toml"]
)
CHECK = re.compile(r"^# Проверка после правки: python3 run\.py test (tests/.+)$", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda each: str(each.relative_to(CORE)))
def test_the_head_of_a_file_of_rules_names_the_tests_that_check_it(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    head = "\n".join(takewhile(lambda each: each.startswith("#"), lines))
    (tests,) = CHECK.findall(head)
    assert all((ROOT / each).exists() for each in tests.split())
    assert re.search("[а-яё]", head.splitlines()[0])
    assert "# IN ENGLISH" in head
