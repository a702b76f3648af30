"""How long records are kept, which assessment covers a module, and the register that follows."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from icjims_core.data_protection import retention
from icjims_core.data_protection.impact import assessments
from icjims_core.data_protection.processing import activities
from icjims_core.encoding import Value
from icjims_core.law.casefile import Step, case_file, units_from
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from tests.docs.processing_page import PAGE, page

MARCH_2026 = 1_772_500_000_000


def step(number: int, type_name: str, **values: Value) -> Step:
    declared = record_type(type_name)
    name = f"00000000-0000-7000-8000-{number:012}"
    return Step(name, type_name, declared, units_from(declared, values), recorded_at=MARCH_2026)


def test_every_type_is_kept_for_a_stated_time_and_nothing_for_ever() -> None:
    retention.check()
    for kind in retention.retention().classes:
        assert 0 < kind.years <= 75
        assert 0 < kind.review_years <= 5
        assert kind.starts


def test_a_class_that_nobody_declared_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    classes = [each for each in retention.retention().classes if each.code != "office"]
    fewer = msgspec.structs.replace(retention.retention(), classes=classes)
    monkeypatch.setattr(retention, "retention", lambda: fewer)
    with pytest.raises(LookupError, match=r"^(journal_entry|case_folio|case_volume|correspondence|substitution)$"):
        retention.check()


def test_an_open_case_is_looked_through_and_a_closed_one_kept_for_its_term() -> None:
    opened = [step(1, "case", summary="кража"), step(2, "participant", role="witness")]

    first = {each.kind.code: each for each in retention.reviews(case_file("case", opened))}
    ended = step(3, "termination", decided_at="2026-03-20T10:00+06:00")
    then = {each.kind.code: each for each in retention.reviews(case_file("case", [*opened, ended]))}

    assert first["criminal_case"].keep_until is None
    assert first["criminal_case"].review_on == date(2031, 3, 3)
    assert then["criminal_case"].keep_until == date(2036, 3, 20)
    assert then["criminal_case"].review_on == date(2031, 3, 20)
    assert then["other_participants"].keep_until == date(2031, 3, 20)
    assert then["other_participants"].records == (opened[1].id,)


def test_where_two_ends_are_stated_the_later_one_keeps_longest() -> None:
    units = {"decided_at": ({"decided_at": "2026-03-20"}, {"decided_at": "2027-03-20"})}
    disputed = Step("9", "termination", record_type("termination"), units, recorded_at=MARCH_2026)

    (found,) = retention.reviews(case_file("case", [disputed]))

    assert found.keep_until == date(2037, 3, 20)


def test_a_suspect_and_a_witness_are_kept_apart() -> None:
    rules, declared = retention.retention(), record_type("participant")
    kinds = {role: rules.of(declared, {"role": role}).code for role in ("suspect", "victim", "witness", "expert")}
    assert kinds == {
        "suspect": "criminal_case",
        "victim": "criminal_case",
        "witness": "other_participants",
        "expert": "other_participants",
    }


def test_a_module_that_nobody_assessed_is_refused() -> None:
    with pytest.raises(Refused, match="not_assessed"):
        assessments().of("live_map")


def test_the_register_of_processing_names_every_type_once() -> None:
    named = [name for each in activities() for name in each.types]
    assert sorted(named) == sorted(registry())
    assert all(each.acts and each.kept and each.assessments for each in activities())


def test_the_page_of_the_register_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.docs.processing_page`"
