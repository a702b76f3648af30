"""A record is told in one line, in three languages, without what is not known."""

from __future__ import annotations

import pytest

from icjims_core import codes
from icjims_core.declarations.schema import RecordType
from icjims_core.declarations.sentence import date_words, sentence, som
from icjims_core.modules import record_type, registry

NAMES = {"p": "Асанов Бакыт"}


def told(type_name: str, language: str, **values: object) -> str:
    return sentence(record_type(type_name), values, language, lambda each: NAMES.get(each, each), label)


def label(name: str, code: str, language: str) -> str:
    return codes.code_list(name).label(code, language)


def test_a_line_shows_names_labels_and_dates() -> None:
    values = {"person": "p", "actual_at": "2026-03-07T23:40+06:00", "ground": "caught"}
    assert told("apprehension", "ru", **values) == (
        "Задержание: Асанов Бакыт, 07.03.2026 23:40, основание: застигнут при совершении или непосредственно после"
    )
    assert told("apprehension", "ky", **values).startswith("Асанов Бакыт кармалды: 07.03.2026 23:40")


def test_parts_of_what_is_not_known_are_left_out() -> None:
    assert told("case", "en", summary="A theft") == "Case: A theft"
    assert told("case", "en", summary="A theft", article="205") == "Case, art. 205 — Theft: A theft"
    assert told("case", "ru") == "Дело: —"


def test_a_value_is_never_read_as_a_template() -> None:
    assert told("case", "ru", summary="{article} [x] {#}") == "Дело: {article} [x] {#}"


def test_long_texts_are_cut_and_lines_stay_lines() -> None:
    line = told("case", "ru", summary="слово\n" * 100)
    assert line.endswith("…")
    assert "\n" not in line
    assert len(line) < 140


@pytest.mark.parametrize("declared", registry().values(), ids=lambda each: each.name)
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_type_has_a_line_even_when_nothing_is_known(declared: RecordType, language: str) -> None:
    line = sentence(declared, {}, language, str, label)
    assert line
    assert "[" not in line
    assert "{" not in line


def test_dates_and_amounts_as_people_write_them() -> None:
    assert date_words("2026-03-07") == "07.03.2026"
    assert date_words("2026-03-07T23:40:15+06:00") == "07.03.2026 23:40"
    assert som(123450) == "1\u00a0234,50"
    assert som(-5) == "-0,05"
    assert som(100_000_000) == "1\u00a0000\u00a0000"


@pytest.mark.parametrize(("language", "end"), [("ru", "— избрание"), ("ky", "— тандоо"), ("en", "— choice")])
def test_a_motion_for_a_measure_does_not_read_as_a_decision(language: str, end: str) -> None:
    assert told("restraint", language, person="p", measure="custody", step="chosen").endswith(end)
