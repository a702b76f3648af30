"""No text stands in the place of another language: Russian as Kyrgyz, or Kyrgyz as Russian, in no file of words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import pytest

from tests.architecture.source import ROOT

_COUNTRIES: Final = {
    "Армения", "Афганистан", "Бангладеш", "Беларусь", "Германия", "Грузия", "Египет", "Индия", "Иран", "Молдова",
    "Монголия", "Нигерия", "Пакистан", "Украина",
}  # fmt: skip
_HOLIDAYS: Final = {"Курман айт", "Нооруз", "Орозо айт"}
_OFFENCES: Final = {
    "вандализм", "геноцид", "диверсия", "кибер-саботаж", "коррупция", "порнография", "терроризм", "экоцид",
}  # fmt: skip
_PEOPLE: Final = {
    "адвокат", "администратор", "аудитор", "инспектор", "медиатор", "офицер", "педагог", "прокурор", "психолог",
    "судья", "эксперт",
}  # fmt: skip
_PROCEDURE: Final = {
    "апелляция", "кассация", "реабилитация", "эвтаназия", "эксгумация", "эксперимент", "экспертиза",
}  # fmt: skip
_PAPERS_AND_THINGS: Final = {
    "акт", "документ", "журнал", "индекс", "камера", "опись", "орган", "план", "предмет",
    "псевдоним", "сейф", "стационар", "схема", "том", "туман",
}  # fmt: skip
SAME: Final = {
    each.lower() for each in (*_COUNTRIES, *_HOLIDAYS, *_OFFENCES, *_PEOPLE, *_PROCEDURE, *_PAPERS_AND_THINGS)
}
"""What Kyrgyz says as Russian does: names, and terms that it has borrowed. Anything else that is equal was copied."""

RUSSIAN: Final = re.compile(
    r"\b(?:и|не|или|что|это|для|при|от|его|её|об|без|после|если|за|по|на|с|к|в|как|ещё|уже|только|был|было|нет|есть)\b"
    r"|\w(?:[ае]ние|[ае]нию|[ае]нием|ения|ость|ости|остью|ный|ная|ное|ные|ных|ного|ному|ский|ская|ское|ские|ского|ской|ских"
    r"|ать|ить|ться|тся|лся|лась|лось|лись|ующий|ующая|ующего|емый|емая|аемого)\b",
    re.IGNORECASE,
)
"""Words and endings that Kyrgyz does not have; `ого`, `ому`, `из` it has (`каттоого`, `токтому`, a footprint)."""
KYRGYZ: Final = re.compile(
    r"[ңөү]|\b(?:жана|менен|эмес|жок|боюнча|жөнүндө|ушул|деген|керек|болсо)\b|\w(?:нын|дын|дагы|деги)\b",
    re.IGNORECASE,
)
"""Letters, words and endings that Russian does not have."""
_HOLES: Final = re.compile(r"\{[^{}]*\}|[\[\](),:;—…]")
FILES: Final = sorted(each.relative_to(ROOT).as_posix() for each in (ROOT / "icjims_core").rglob("*.toml"))


def told(where: str, value: object) -> Iterator[tuple[str, str, str]]:
    """Each pair of texts in a file: where it stands, what it says in Kyrgyz and in Russian."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            name = each.get("code") or each.get("id") if isinstance(each, dict) else None
            yield from told(f"{where}.{name or number}", each)
    elif isinstance(value, dict):
        for key, each in value.items():
            other = value.get("ru" if key == "ky" else f"{key.removesuffix('_ky')}_ru") if key.endswith("ky") else None
            if other is None:
                yield from told(f"{where}.{key}", each)
            else:
                # Where Russian counts in three forms Kyrgyz has one.
                yield from ((where, ky, ru) for ky, ru in zip_longest(_texts(each), _texts(other), fillvalue=""))


def _texts(value: object) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def faults(document: object) -> list[str]:
    """What stands in the place of another language."""
    found = []
    for where, ky, ru in told("", document):
        words = " ".join(_HOLES.sub(" ", ky).split()).lower()
        # A sentence of values alone, or with borrowed words between them, is the same in both languages.
        borrowed = not re.search("[а-яё]", words) or words in SAME or set(words.split()) <= SAME | {"№"}
        if ky == ru and not borrowed:
            found.append(f"{where}: ky = ru: {ky}")
        elif RUSSIAN.search(ky) and words not in SAME:
            found.append(f"{where}: ky по-русски: {ky}")
        elif KYRGYZ.search(ru):
            found.append(f"{where}: ru по-кыргызски: {ru}")
    return found


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_in_each_language_what_is_of_that_language(file: str) -> None:
    assert faults(tomllib.loads((ROOT / file).read_text(encoding="utf-8"))) == []


def test_every_word_that_is_the_same_in_both_languages_is_used() -> None:
    documents = (tomllib.loads((ROOT / file).read_text(encoding="utf-8")) for file in FILES)
    pairs = [(ky, ru) for each in documents for _, ky, ru in told("", each)]
    assert len(pairs) > 5000
    used = {" ".join(_HOLES.sub(" ", ky).split()).lower() for ky, ru in pairs if ky == ru}
    spoken = {word for each in used for word in (each, *each.split())}
    assert spoken >= SAME


@pytest.mark.parametrize(
    ("ky", "ru"),
    [
        ("Дата", "Дата"),
        ("Адвокаттын суроосу", "Адвокаттын суроосу"),
        ("Задержание лица", "Задержание"),
        ("Ордер и протокол", "Ордер и протокол допроса"),
        ("Кармоо", "Кармоо убактысы жана орду"),
        ("Убактысы", "Үбактысы"),
    ],
)
def test_a_text_in_the_place_of_another_language_is_found(ky: str, ru: str) -> None:
    assert len(faults({"record": {"ky": ky, "ru": ru}})) == 1
    assert len(faults({"list": [{"code": "x", "ky": [ky], "ru": [ru]}]})) == 1
    assert len(faults({"safe_ky": ky, "safe_ru": ru})) == 1
