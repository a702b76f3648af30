"""An article is cited in one way in each language, wherever it is told."""

from __future__ import annotations

import re

import pytest

from icjims_core import codes
from icjims_core.deadlines.rules import rules_in_force
from icjims_core.law.references import citation, citations, cited
from icjims_core.modules import registry
from icjims_core.safeguards import stamps


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("CPC 97(1), 97(2)", "ru", "ст. 97(1), 97(2) УПК"),
        ("CPC 97(1), 97(2)", "ky", "КЖПК 97(1), 97(2)-берене"),
        ("CC 84(1), 84(4), CPC 436(1)", "en", "art. 84(1), 84(4) CC, art. 436(1) CPC"),
        ("Mandela Rules 31", "ru", "Правила Манделы 31"),
        ("PEC 158", "ru", "ст. 158 УИК"),
        ("Istanbul Convention 56", "ru", "ст. 56 Стамбульской конвенции"),
        (
            "DC 84(1); Directive (EU) 2016/680, 16(3)",
            "ru",
            "ст. 84(1) Цифрового кодекса, ст. 16(3) Директивы (ЕС) 2016/680",
        ),
        ("protection order", "ru", "protection order"),
        ("1-2", "ky", "1-2"),
        ("", "ru", ""),
    ],
)
def test_a_reference_reads_as_people_cite_it(text: str, language: str, told: str) -> None:
    assert cited(text, language) == told


def test_articles_of_further_acts_are_cited_by_their_own() -> None:
    assert citation("CPC", "435(4); CC 90(1), 90(2)", "ru") == "ст. 435(4) УПК, ст. 90(1), 90(2) УК"
    assert citation("CPC", "435(3); PEC 160(4)", "ky") == "КЖПК 435(3)-берене, ЖАК 160(4)-берене"
    told = [citation(each.act, each.article, "ru") for each in rules_in_force().rules]
    assert not [each for each in told if re.search("(CPC|CC|PEC) ", each)]


def test_every_act_that_a_form_cites_has_its_way_of_being_cited() -> None:
    sources = [
        source
        for declared in registry().values()
        for source in (
            declared.source,
            *(each.source for each in declared.sections),
            *(each.source for each in declared.fields),
        )
    ]
    assert {each.act for each in sources if each is not None} <= set(citations())
    assert citation("XX", "1", "ru") == "XX 1"


def test_no_safeguard_is_cited_in_the_letters_of_the_files() -> None:
    assert not [each.article for each in stamps().stamp if "CPC" in cited(each.article, "ru")]
    refused = codes.code_list("signature_method").entries["refused"]
    assert cited(refused.official, "ky") == "КЖПК 171-берене"
