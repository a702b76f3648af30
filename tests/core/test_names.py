"""Names are found however they are spelt or typed, and stand in the order of the alphabet."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.names import ALPHABET, fold, latin_key, other_layout, search_keys, sort_key

IN_ORDER = [
    "123",
    "Абдиев",
    "Абдиев Азамат",
    "Абдиева",
    "Екимов",
    "Ёлкина",
    "Жапаров",
    "Игорь",
    "Йылдыз",
    "Надыр",
    "Назгүл",
    "Наргиза",
    "Ңаңай",
    "Осмонов",
    "Өмүрбек",
    "Өсөр",
    "Пак",
    "Улан",
    "Үсөн",
    "Фатима",
    "Шаршеев",
    "Щербаков",
    "Ыманкулов",
    "Эркин",
    "Юлдашев",
    "Яковлев",
    "Abdiev",
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Өмүрбек", "омурбек"),
        ("ӨМҮРБЕК", "омурбек"),
        ("Үсөн уулу", "усон  уулу"),
        ("Ңаңай", "нанай"),
        ("Артём", "артем"),
        ("Айгуль", "айгул"),
        ("Подъезд", "подезд"),
        ("Иссык", "исык"),
        ("Алла", "ала"),
    ],
)
def test_spellings_that_mean_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_what_tells_names_and_numbers_apart() -> None:
    assert fold("Абай") != fold("Абаи")
    assert fold("20012199012233") == "20012199012233"
    assert fold("12-034-2026-000123") == "12-034-2026-000123"
    assert fold("") == ""


def test_composed_and_decomposed_letters_fold_alike() -> None:
    assert fold(unicodedata.normalize("NFD", "Сергей Артём")) == fold("Сергей Артём")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Жаныбек", "Джаныбек", "Zhanybek", "Janybek", "Djanybek", "Жанибек"),
        ("Айгүл", "Айгуль", "Aigul", "Aygül", "Aygul"),
        ("Хасанов", "Khasanov", "Hasanov"),
        ("Асия", "Asiya", "Asia"),
        ("Чынгыз", "Чингиз", "Chyngyz", "Chingiz", "Tchinguiz".replace("gui", "gi")),
        ("Юсупов", "Yusupov", "Iusupov"),
        ("Щербаков", "Shcherbakov"),
    ],
)
def test_latin_and_cyrillic_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({latin_key(each) for each in spellings}) == 1
    assert latin_key(spellings[0]).isascii()


def test_different_names_have_different_keys() -> None:
    names = ["Асанов", "Осмонов", "Эсенов", "Усенов", "Исаков", "Жапаров", "Чотонов", "Шаршеев"]
    assert len({latin_key(each) for each in names}) == len(names)


def test_the_wrong_keyboard_layout_is_understood() -> None:
    assert other_layout("fcfyjd") == "асанов"
    assert other_layout("Fcfyjd") == "Асанов"
    assert other_layout("зфылфдщм") == "paskalov"
    assert other_layout("өмүр") == "jveh"
    assert fold("Асанов") in search_keys("fcfyjd")
    assert search_keys("123") == ("123",)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCXYZ;'[],. 123", max_size=30))
def test_the_layouts_are_each_other_s_reverse(text: str) -> None:
    if other_layout(text) != text and any("а" <= each.lower() <= "я" for each in other_layout(text)):
        assert other_layout(other_layout(text)) == text


def test_names_stand_in_the_order_of_the_kyrgyz_alphabet() -> None:
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_the_alphabet_has_36_letters_and_every_pair_is_in_order() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 36
    shuffled = random.Random(3).sample(ALPHABET, 36)
    assert sorted(shuffled, key=sort_key) == list(ALPHABET)
    assert sorted((each.upper() for each in shuffled), key=sort_key) == list(ALPHABET.upper())


def test_a_shorter_name_comes_first_and_a_double_name_before_a_longer_one() -> None:
    names = ["Асан", "Асан уулу", "Асан-Уулу Бек", "Асанов"]
    assert sorted(random.Random(5).sample(names, 4), key=sort_key) == names


@given(st.text(alphabet=ALPHABET + ALPHABET.upper() + "abc123 -'", max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not set("ёөүңьъ") & set(once)


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_sort_key_tells_different_texts_apart(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same
