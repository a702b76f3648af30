"""Contacts are taken out of a served text in whatever way they are written, and nothing else is."""

from __future__ import annotations

import pytest

from icjims_core.serving import served

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


def test_a_case_without_contacts_leaves_texts_alone() -> None:
    assert served({"a"}, {"v": ["", "—"]}).without_contacts("Токтогула 12") == "Токтогула 12"
