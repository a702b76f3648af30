"""What a case is called on the screens: the number of the Register, or a provisional one that says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from icjims_core.codes import code_list
from icjims_core.modules import record_type
from icjims_core.paper.numbers import provisional
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.wording import case_number, value_words

NUMBER = provisional("051", bytes(range(16)), 12)


@pytest.fixture(autouse=True)
def _afterwards(qapp: object) -> Iterator[None]:
    assert qapp
    before = languages.current
    yield
    languages.choose(before)


@pytest.mark.parametrize(
    ("language", "word"), [(Language.KY, "убактылуу"), (Language.RU, "временный"), (Language.EN, "provisional")]
)
def test_a_provisional_number_says_so_in_each_language(language: Language, word: str) -> None:
    languages.choose(language)
    assert case_number({"provisional_number": NUMBER}) == f"ВР-051-0012 · {word}"
    assert case_number({"provisional_number": "КУСП 17"}) == f"КУСП 17 · {word}"
    assert case_number({"provisional_number": NUMBER, "register_number": "08-009-2026-000412"}) == "08-009-2026-000412"


def test_an_article_is_read_with_its_number_and_any_other_code_by_its_name() -> None:
    asked = record_type("apprehension").by_name
    assert value_words(asked["suspected_article"], "206", "ru", str) == "206 — Грабеж"
    assert value_words(asked["ground"], "caught", "ru", str) == code_list("apprehension_ground").label("caught", "ru")
