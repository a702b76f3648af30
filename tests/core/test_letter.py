"""The letter to the supervising prosecutor: its sentences as they are read when filled in."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from icjims_core.declarations.sentence import sentence
from icjims_core.modules import record_type


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_case_is_named_once(language: str) -> None:
    letter = tomllib.loads((resources.files("icjims_core.compartments") / "letter.toml").read_text(encoding="utf-8"))
    declared = record_type("case")
    case = sentence(declared, {"summary": "X"}, language, str, lambda *words: words[1])
    line = letter["case"][language].format(case=case)
    word = case.split()[0].rstrip(":")
    assert line.count(word) == 1
    assert "X" in line
