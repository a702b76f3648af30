"""What is shown to who reads a copy before it is served: words and numbers that often belong to a contact."""

from __future__ import annotations

import pytest

from icjims_core.paper import telltale

NAMES = telltale.place_names(["с. Сокулук, ул. Шопокова, 121, кв. 4; 0555 12-34-56", "Ак-Суу айылы"])


def looked_at(text: str) -> list[str]:
    return [text[start:end] for start, end in telltale.spans(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Живёт в Сокулуке, у мечети, тел. 0555 123456", ["Живёт", "Сокулуке", "тел", "0555 123456"]),
        ("ЖАШАЙТ Сокулукта, Шопоков көчөсүндө", ["ЖАШАЙТ", "Сокулукта", "Шопоков", "көчөсүндө"]),
        ("Советская, двенадцать", ["двенадцать"]),
        ("девять девять шесть", ["девять", "девять", "шесть"]),
        ("у дома 5, кв. 7, с. Ак-Кудук", ["дома", "кв", "с"]),
        ("мектептин жанындагы айылда эмес, айылында", ["айылында"]),
        ("Ленина 12", ["Ленина 12"]),
        ("паспорт 12345", ["12345"]),
    ],
)
def test_what_often_belongs_to_a_contact_is_shown(text: str, marked: list[str]) -> None:
    assert looked_at(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "07.03.2026 12:00 Асанов менен сүйлөшкөн",
        "Бул жерде эч ким болгон эмес",
        "по ст. 205 ч. 2 УК",
        "он сказал, что один из них ушёл",
        "с Асановым, к 2026 г. Он",
        "1234",
    ],
)
def test_dates_articles_and_common_words_are_not(text: str) -> None:
    assert looked_at(text) == []
