"""The score of two persons: bounds on populations whose truth is known, cases that must not be confused, sentences."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.persons import comparison
from icjims_core.persons.blocking import keys, questions
from icjims_core.persons.comparison import LIKELY, POSSIBLE, UNLIKELY, Score, Weights, compare, weights
from icjims_core.persons.profile import Profile, of_values
from tests.core.persons.population import Entered, population

BOUNDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "bounds.toml").read_text(encoding="utf-8"))
Pair = tuple[int, int]


def person(**values: object) -> Profile:
    return of_values({name: each if isinstance(each, list) else [each] for name, each in values.items()})


ASANOV = {
    "surname": "Асанов",
    "name": "Жаныбек",
    "patronymic": "Токтогулович",
    "birth_date": "1990-03-07",
    "sex": "male",
}


def against_asanov(**values: object) -> Score:
    return compare(person(**ASANOV), person(**{**ASANOV, **values}))


def met_pairs(records: list[Entered]) -> set[Pair]:
    kept: dict[str, set[int]] = {}
    for number, each in enumerate(records):
        for key in keys(each.profile):
            kept.setdefault(key, set()).add(number)
    return {
        (min(number, other), max(number, other))
        for number, each in enumerate(records)
        for key in questions(each.profile)
        for other in kept.get(key, ())
        if other != number
    }


def called(records: list[Entered], pairs: Iterable[Pair], *grades: str) -> set[Pair]:
    profiles = [each.profile for each in records]
    return {(one, other) for one, other in pairs if compare(profiles[one], profiles[other]).grade in grades}


@pytest.mark.parametrize("seed", BOUNDS["seeds"])
def test_precision_and_recall_stay_within_the_bounds(seed: int) -> None:
    records = population(seed, BOUNDS["people"], BOUNDS["repeated"])
    truth = {
        (one, other)
        for one, other in combinations(range(len(records)), 2)
        if records[one].truth == records[other].truth
    }
    pairs = met_pairs(records)
    assert len(truth) > 100
    assert len(pairs & truth) / len(truth) >= BOUNDS["met"]["recall"]
    for name, grades in (("likely", (LIKELY,)), ("possible", (LIKELY, POSSIBLE))):
        found = called(records, pairs, *grades)
        assert len(found & truth) / len(found) >= BOUNDS[name]["precision"], name
        assert len(found & truth) / len(truth) >= BOUNDS[name]["recall"], name


def test_the_bounds_notice_a_wrong_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bounds are worth: with another day of birth weighing nothing, namesakes become one person."""
    present = weights()
    careless = {field: dict(each) for field, each in present.weights.items()}
    careless["birth"]["different"] = 0.0
    wrong = msgspec.structs.replace(present, weights=careless)

    def replaced() -> Weights:
        return wrong

    monkeypatch.setattr(comparison, "weights", replaced)
    records = population(BOUNDS["seeds"][0], BOUNDS["people"], BOUNDS["repeated"])
    found = called(records, met_pairs(records), LIKELY, POSSIBLE)
    right = {(one, other) for one, other in found if records[one].truth == records[other].truth}
    assert len(right) / len(found) < BOUNDS["possible"]["precision"]


@pytest.mark.parametrize(
    ("changed", "grade"),
    [
        ({"birth_date": "1990-07-03"}, LIKELY),
        ({"birth_date": "1990-03-17"}, LIKELY),
        ({"surname": "Asanov", "name": "Djanibek", "patronymic": ""}, LIKELY),
        ({"surname": "Токтогул уулу", "patronymic": ""}, LIKELY),
        ({"surname": "Жаныбек", "name": "Асанов"}, LIKELY),
        ({"birth_date": "1962-11-30"}, POSSIBLE),
        ({"name": "Нурлан"}, POSSIBLE),  # twins: a person must look
        ({"name": "Нурлан", "birth_date": "1993-05-01"}, UNLIKELY),
        ({"name": "Айнура", "sex": "female"}, UNLIKELY),
        ({"patronymic": "Бакытович", "birth_date": "1971-12-24"}, UNLIKELY),
        ({"surname": "Осмонов", "birth_date": "1971-12-24"}, UNLIKELY),
    ],
)
def test_who_is_taken_for_whom(changed: dict[str, object], grade: str) -> None:
    assert against_asanov(**changed).grade == grade


def test_another_personal_number_parts_twins_and_namesakes() -> None:
    one = person(**ASANOV, pin="20703199000011")
    other = person(**{**ASANOV, "name": "Нурлан"}, pin="20703199000450")
    assert compare(one, other).grade != LIKELY
    assert compare(one, other).percent < compare(person(**ASANOV), person(**{**ASANOV, "name": "Нурлан"})).percent


def test_a_number_that_is_one_digit_off_still_speaks_for_the_person() -> None:
    wrong = compare(person(pin="20703199000011"), person(pin="20703199000012"))
    turned = compare(person(pin="20703199000011"), person(pin="20703190900011"))
    assert [part.agreement for part in (*wrong.parts, *turned.parts)] == ["near", "near"]


def test_documents_agree_whatever_alphabet_their_series_is_in() -> None:
    assert compare(person(document_number="ID 1234567"), person(other_documents=["ID-1234567"])).parts[0].code == (
        "document_same"
    )
    assert compare(person(document_number="АН1234567"), person(document_number="AH 1234567")).weight > 0


def test_of_values_in_conflict_the_nearest_counts() -> None:
    disputed = person(**{**ASANOV, "surname": ["Осмонов", "Асанов"], "birth_date": ["1971-12-24", "1990-03-07"]})
    assert compare(person(**ASANOV), disputed).percent == compare(person(**ASANOV), person(**ASANOV)).percent


def test_what_is_not_stated_weighs_nothing() -> None:
    assert compare(person(**ASANOV), Profile()).parts == ()
    assert [part.field for part in compare(person(**ASANOV), person(surname="Асанов")).parts] == ["surname"]


def test_a_woman_may_have_changed_her_surname() -> None:
    woman = {"name": "Айнура", "patronymic": "Бакытовна", "sex": "female"}
    other = compare(person(surname="Асанова", **woman), person(surname="Осмонова", **woman))
    man = {"name": "Нурлан", "patronymic": "Бакытович", "sex": "male"}
    assert other.weight > compare(person(surname="Асанов", **man), person(surname="Осмонов", **man)).weight
    assert "surname_changed" in {part.code for part in other.parts}


records = st.sampled_from(population(1, 60, 0.5))


@given(records, records)
def test_it_does_not_matter_who_comes_first(one: Entered, other: Entered) -> None:
    there, back = compare(one.profile, other.profile), compare(other.profile, one.profile)
    assert there.weight == pytest.approx(back.weight)
    assert {part.code for part in there.parts} == {part.code for part in back.parts}


@given(records, records)
def test_nobody_agrees_better_with_another_than_with_himself(one: Entered, other: Entered) -> None:
    assert compare(one.profile, one.profile).weight >= compare(one.profile, other.profile).weight


@given(records, records)
def test_the_parts_add_up_to_the_score(one: Entered, other: Entered) -> None:
    score = compare(one.profile, other.profile)
    assert score.weight == pytest.approx(sum(part.weight for part in score.parts))
    assert 0 <= score.percent <= 100
    assert len({part.field for part in score.parts}) == len(score.parts)


def test_every_agreement_has_its_sentence_in_three_languages() -> None:
    data = weights()
    codes = {f"{field}_{agreement}" for field, each in data.weights.items() for agreement in each}
    assert codes == {each.code for each in data.sentences}
    for each in data.sentences:
        texts = {text.format(one="А", other="Б") for text in (each.ky, each.ru, each.en)}
        assert len(texts) == 3, each.code


def test_sentences_show_what_was_compared_as_it_was_written() -> None:
    parts = compare(person(surname="Үсөнов"), person(surname="Usonov")).parts
    assert [part.text("en") for part in parts] == ["Same surname in another spelling: Үсөнов — Usonov"]
    assert [part.text("ru") for part in parts] == ["Фамилия та же в другом написании: Үсөнов — Usonov"]


def test_agreement_weighs_more_the_nearer_it_is() -> None:
    for field, each in weights().weights.items():
        nearer = [each[name] for name in ("same", "spelled", "sounds", "near", "different") if name in each]
        assert nearer == sorted(nearer, reverse=True), field
        assert each["different"] < 0 < each["same"], field
