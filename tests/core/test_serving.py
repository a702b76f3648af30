"""Contacts are taken out of a served text in whatever way they are written, and nothing else is."""

from __future__ import annotations

import re

import pytest

from icjims_core.paper.serving import served

VICTIM = ["г. Бишкек, ул. Токтогула, 12, кв. 5", "+996 555 12-34-56"]
TO = served({"a"}, {"v": VICTIM, "": ["мать Асанова, 0700 998877"], "a": ["Чүй 1", VICTIM[1]]})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("тел. 0700-99-88-77!", "тел. […]!"),
        ("ул. Токтогула, д. 12", "ул. […]"),
        ("Бишкек, Токтогула 12-5.", "Бишкек, […]."),
        ("Г.БИШКЕК УЛ ТОКТОГУЛА 12 КВ 5", "[…]"),
        ("ул. Токтогула, 120", "ул. Токтогула, 120"),
        ("07.03.2026 12:00, 12 дней", "07.03.2026 12:00, 12 дней"),
        ("Чүй 1", "Чүй 1"),
        ("звонил на 0555 123456", "звонил на 0555 123456"),
    ],
)
def test_what_is_secret_from_him_is_left_out_and_what_is_also_his_is_not(text: str, left: str) -> None:
    assert TO.without_contacts(text) == left


@pytest.mark.parametrize(
    ("contact", "written"),
    [
        ("г. Бишкек, пр. Чуй, д. 106, кв. 12", "проживает: Чуй 106, кв. 12"),
        ("г. Бишкек, пр. Чуй, д. 106, кв. 12", "106-үйдө, Чүйдө"),
        ("Бишкек ш., Ибраимов көчөсү, 115", "Ибраимов 115-үйдө жашайт"),
        ("Бишкек ш., Ибраимов көчөсү, 115", "жила на Ибраимова, 115"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "на Советской, д. 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "дом 12 по улице Советская"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "ул. Советская, корпус 2, дом 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Советская, строение 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Sovetskaya 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Coвeтcкaя 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Сове\u00adтская, д. 12"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Со\u200bветская, дом № 1\u200b2"),
        ("г. Бишкек, ул. Советская, д. 12, кв. 3", "Советская д.\uff11\uff12"),
        ("г. Бишкек, ул. Юлиуса Фучика, 12", "у Фучика, 12"),
        ("г. Бишкек, ул. Ахунбаева, д. 98а", "Akhunbaev st. 98а"),
        ("12 мкр, д. 45", "в 12-м мкр, дом 45"),
        ("с. Кызыл-Туу, ул. Абдрахманова, 7", "дом № 7 на Абдрахманова"),
        ("мкр Асанбай 12-45", "Асанбай, дом 12, кв 45"),
        ("8-Март көчөсү, 17", "8 Марта, 17"),
    ],
)
def test_an_address_is_found_in_either_order_case_alphabet_and_with_any_words_for_it(
    contact: str, written: str
) -> None:
    left = served({"a"}, {"v": [contact]}).without_contacts(written)
    assert "[…]" in left
    assert not {"106", "115", "12", "45", "98", "7", "17"} & set(re.findall(r"\d+", left)), left


@pytest.mark.parametrize(
    "written",
    ["0555-12-34-56", "0555.123.456", "0555/123456", "0555 _123_456", "0555–123–456", "(0555)\u200b 12.34/56",
     "+996 (555) 12–34–56", "123-456"],
)  # fmt: skip
def test_a_telephone_is_found_whatever_its_digits_are_set_apart_with(written: str) -> None:
    left = served({"a"}, {"v": ["+996 555 123 456"]}).without_contacts(f"звонил: {written}.")
    assert re.sub(r"[^\d]", "", left) == "", left
    assert left.startswith("звонил: ")
    assert left.endswith(".")


@pytest.mark.parametrize(
    "written",
    [
        "07.12.2026 на Советской был обыск",
        "Советская власть, статья 205 УК",
        "г. Бишкек, 12 марта, 3 телефона",
        "в 12:00 у Советской",
        "Мирлан, 5 лет; мать Асанова, 700 сом",
        "дело № 0312 от 2026-03-12, сумма 123 400",
    ],
)
def test_what_is_no_contact_stays(written: str) -> None:
    to = served({"a"}, {"v": ["г. Бишкек, ул. Советская, д. 12, кв. 3", "г. Бишкек", "+996 555 123 456",
                            "ул. Мира, 5", "мать Асанова, 0700 99 88 77"]})  # fmt: skip
    assert to.without_contacts(written) == written


def test_a_case_without_contacts_leaves_texts_alone() -> None:
    assert served({"a"}, {"v": ["", "—"]}).without_contacts("Токтогула 12") == "Токтогула 12"
