"""Spellings of one name meet, and neighbours stay apart: a table of made-up variants, and properties."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.names import ALPHABET
from icjims_core.persons.blocking import keys, questions
from icjims_core.persons.comparison import compare
from icjims_core.persons.name_forms import NameForm, of_fields, of_text
from icjims_core.persons.name_keys import father_key, root_key, sound_key, spelling_key, surname_key
from icjims_core.persons.profile import Profile

VARIANTS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "variants.toml").read_text(encoding="utf-8")
)
names = st.text(alphabet=ALPHABET + ALPHABET.upper(), min_size=2, max_size=14)


def named(text: str) -> Profile:
    return Profile(names=of_text(text))


def agreements(one: str, other: str) -> dict[str, str]:
    return {part.field: part.agreement for part in compare(named(one), named(other)).parts}


@pytest.mark.parametrize("row", VARIANTS["same"], ids=lambda row: f"{row['one']} = {row['other']}")
def test_variants_agree_as_the_table_says(row: dict[str, Any]) -> None:
    found = agreements(row["one"], row["other"])
    assert {each: found.get(each) for each in row["agree"]} == row["agree"]
    assert "different" not in found.values() or "surname" not in row["agree"]


@pytest.mark.parametrize("row", VARIANTS["same"], ids=lambda row: f"{row['one']} = {row['other']}")
def test_variants_meet_under_a_key(row: dict[str, Any]) -> None:
    assert questions(named(row["one"])) & keys(named(row["other"]))
    assert questions(named(row["other"])) & keys(named(row["one"]))


@pytest.mark.parametrize("row", VARIANTS["apart"], ids=lambda row: f"{row['one']} / {row['other']}")
def test_neighbours_stay_apart(row: dict[str, Any]) -> None:
    assert agreements(row["one"], row["other"])[row["part"]] == "different"


def test_the_table_shows_every_agreement_of_names() -> None:
    shown = {each for row in VARIANTS["same"] for each in row["agree"].values()}
    assert shown == {"same", "spelled", "form", "part", "sounds", "near", "initial"}
    assert len(VARIANTS["same"]) >= 30


@given(names)
def test_the_letters_people_confuse_make_no_difference(name: str) -> None:
    plain = name.translate(str.maketrans("өүңёыӨҮҢЁЫ", "оунеиОУНЕИ"))
    assert spelling_key(plain) == spelling_key(name)
    assert spelling_key(name.upper()) == spelling_key(name.lower()) == spelling_key(name)
    assert spelling_key(unicodedata.normalize("NFD", name)) == spelling_key(name)


@given(names)
def test_dzh_and_zh_ng_and_n_kh_and_k_make_no_difference(name: str) -> None:
    bare = name.casefold().replace("ж", "").replace("нг", "н").replace("дж", "ж")
    for put, other in (("ж", "дж"), ("ң", "нг"), ("х", "к")):
        assert spelling_key(f"а{put}а{bare}") == spelling_key(f"а{other}а{bare}")


@given(names)
def test_gender_makes_no_difference_to_a_surname_and_a_father(name: str) -> None:
    stem = name + "мур"
    assert surname_key(stem + "ов") == surname_key(stem + "ова")
    assert root_key(stem + "ов") == root_key(stem + "ова") == root_key(stem)
    assert father_key(stem + "ович") == father_key(stem + "овна") == father_key(stem)


@given(names)
def test_keys_are_ascii_and_stable(name: str) -> None:
    key = spelling_key(name)
    assert key.isascii()
    assert spelling_key(key) == key
    assert sound_key(key).isascii()


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(each, NameForm) for each in of_text(text))
    of_fields(text, text, text)
    keys(named(text))


@given(names, names)
def test_the_order_of_surname_and_given_name_is_found_by_the_ending(given_name: str, root: str) -> None:
    surname, first = root + "мов", given_name + "бек"
    assert of_text(f"{first} {surname}") == of_text(f"{surname} {first}") == (NameForm(surname, first),)
