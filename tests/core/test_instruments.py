"""An instrument of assessment is data without numbers; what is assessed by it stays the officer's own judgement."""

from __future__ import annotations

import re

import pytest

from icjims_core import codes
from icjims_core.declarations.schema import Assertion, Kind, Sensitivity
from icjims_core.declarations.validation import normalise
from icjims_core.instruments import Instrument, instrument, names, read
from icjims_core.modules import record_type

DOMAINS = {
    *("accommodation", "education_employment", "finance", "family", "peers", "substances", "health", "attitudes"),
    *("offence_pattern", "harm_to_others", "family_violence", "self_harm", "victim_safety", "childcare", "motivation"),
}
"""The domains that the procedure map names for step P69."""

LABEL = {"ky": "Өзү", "ru": "Сам", "en": "Self"}
FORM = dict.fromkeys(("edition", "editions", "rating", "facts", "opinion"), LABEL)


def table(**changed: object) -> dict[str, object]:
    domain = {"code": "work", "label": LABEL, "guidance": LABEL, "items": [{"code": "now", **LABEL}]}
    whole = {"edition": "1", "source": "own", "title": LABEL, "method": LABEL, "unverified": []}
    return whole | {"ratings": "need_rating", "levels": "risk_level", "form": FORM, "domains": [domain | changed]}


@pytest.fixture(params=names())
def shipped(request: pytest.FixtureRequest) -> Instrument:
    return instrument(request.param)


def test_the_shipped_instrument_covers_the_domains_of_the_map() -> None:
    assert {each.code for each in instrument("structured_judgement").domains} == DOMAINS


def test_the_code_list_names_the_shipped_instruments() -> None:
    assert set(codes.code_list("assessment_instrument").entries) == set(names())


def test_every_text_of_an_instrument_stands_in_three_languages(shipped: Instrument) -> None:
    labels = [shipped.title, shipped.method]
    for domain in shipped.domains:
        assert len(domain.items) >= 3
        labels += [domain.label, domain.guidance, *(item.label for item in domain.items)]
    for label in labels:
        assert len(set(label)) == 3
        assert re.search("[А-Яа-яҢңӨөҮү]", label.ky), label
        assert not re.search("[ҢңӨөҮү]", label.ru), label
        assert not re.search("[А-Яа-яЁё]", label.en), label


def test_the_help_of_a_domain_asks_its_items(shipped: Instrument) -> None:
    for domain in shipped.domains:
        for language in ("ky", "ru", "en"):
            lines = domain.help().text(language).split("\n")
            assert lines == [
                domain.guidance.text(language),
                *(f"• {each.label.text(language)}" for each in domain.items),
            ]


def test_the_lists_of_an_instrument_hold_no_numbers(shipped: Instrument) -> None:
    for name in (shipped.ratings, shipped.levels):
        entries = codes.code_list(name).entries
        assert not any(re.search("[0-9]", each) for each in entries)
        assert not any(re.search("[0-9]", text) for each in entries.values() for text in each.label)


def test_a_file_in_the_shape_of_an_instrument_is_read() -> None:
    assert [each.code for each in read("own", table()).domains] == ["work"]


@pytest.mark.parametrize("key", ["weight", "score", "points", "threshold"])
def test_a_weight_or_a_score_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        read("own", table(**{key: 2}))
    with pytest.raises(ValueError, match=key):
        read("own", table(items=[{"code": "now", **LABEL, key: 2}]))
    with pytest.raises(ValueError, match=key):
        read("own", table() | {key: 2})


def test_a_domain_that_stands_twice_is_refused() -> None:
    twice = table()
    twice["domains"] = [*twice["domains"], *twice["domains"]]  # type: ignore[misc]
    with pytest.raises(ValueError, match="twice"):
        read("own", twice)


def test_an_instrument_that_nobody_ships_is_not_found() -> None:
    with pytest.raises(KeyError):
        instrument("scored_scale")


def test_an_assessment_has_an_entry_for_each_domain() -> None:
    fields = record_type("risk_assessment").by_name
    for domain in instrument("structured_judgement").domains:
        rating, facts, opinion = (fields[f"{domain.code}_{each}"] for each in ("rating", "facts", "opinion"))
        assert rating.codes == "need_rating"
        assert rating.help == domain.help()
        assert [each.assertion for each in (rating, facts, opinion)] == [
            Assertion.ASSESSMENT,
            Assertion.FACT,
            Assertion.ASSESSMENT,
        ]
        assert {each.unit for each in (rating, facts, opinion)} == {f"{domain.code}_entry"}
        assert (rating.sensitivity is Sensitivity.SPECIAL_CATEGORY) is domain.special


def test_an_assessment_names_an_edition_that_exists() -> None:
    own = instrument("structured_judgement")
    field = record_type("risk_assessment").by_name["instrument_edition"]
    assert [normalise(field, each) for each in own.editions] == list(own.editions)
    former = read("own", {**table(), "former_editions": ["2024-1"]})
    assert former.editions == (former.edition, "2024-1")


def test_nothing_of_an_assessment_is_counted_or_computed() -> None:
    declared = record_type("risk_assessment")
    assert not [each.name for each in declared.fields if each.kind in (Kind.INT, Kind.MONEY) or each.derived]


def test_the_stated_level_is_an_assessment_with_reasons_and_the_client_s_view() -> None:
    fields = record_type("risk_assessment").by_name
    for name in ("level", "reasons", "override_level", "override_reasons"):
        assert fields[name].assertion is Assertion.ASSESSMENT
    assert {fields["level"].unit, fields["reasons"].unit} == {"stated_level"}
    assert fields["reasons"].required_when is not None
    assert fields["client_view_missing"].required_when is not None


def test_an_assessment_never_leads_to_a_breach() -> None:
    for field in record_type("risk_assessment").fields:
        assert field.target != "breach"
        assert field.codes is None or "breach" not in field.codes
    assert all(field.target != "risk_assessment" for field in record_type("breach").fields)
