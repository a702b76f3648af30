"""What an act states at odds with the law is told, and nothing else."""

from __future__ import annotations

import pytest

from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.law.finding import finding_text
from icjims_core.modules import registry
from icjims_core.workflow.cautions import at_odds, cautions
from tests.core.workflow.story import annulled, file_of, step

A = "person-a"
PERSON = step("person", A, birth_date="1990-01-01")


def told(act: Step, *others: Step) -> list[str]:
    return [each.code for each in at_odds(act, file_of(PERSON, *others, act))]


def custody(**values: Value) -> Step:
    return step("restraint", "act", person=A, **({"measure": "custody", "step": "chosen"} | values))


def charge(article: str, part: str, **values: Value) -> Step:
    return step("charge", person=A, article=article, part=part, ordered_at="2026-03-07 10:00", **values)


@pytest.mark.parametrize(("article", "part"), [("177", "1"), ("206", "2")])
def test_custody_for_a_crime_of_up_to_five_years_is_told(article: str, part: str) -> None:
    assert told(custody(), charge(article, part)) == ["custody_below_threshold"]
    (found,) = at_odds(custody(), file_of(PERSON, charge(article, part), custody()))
    assert (found.param("field"), found.article, found.verified) == ("custody_exception", "CPC 114(1), 114(2)", True)


def test_custody_for_a_grave_crime_or_by_an_exception_or_of_an_unknown_crime_is_not_told() -> None:
    light, grave = charge("177", "1"), charge("122", "1")
    assert told(custody(), grave) == []
    assert told(custody(custody_exception="absconded"), light) == []
    assert told(custody(step="extended"), light) == []
    assert told(custody(measure="bail"), light) == []
    assert told(custody()) == []
    assert told(annulled(custody()), light) == []


GOOD = ("illness", "documented")
RESPONSES = ("warning", "add_obligations", "cancel", "replace", "cancel_deferral", "cancel_parole")


@pytest.mark.parametrize("reason", GOOD)
@pytest.mark.parametrize(
    "response", ["warning", "add_obligations", "cancel", "replace", "cancel_deferral", "cancel_parole"]
)
def test_a_response_to_a_breach_with_a_good_reason_is_told(response: str, reason: str) -> None:
    breach = step("breach", "act", person=A, kind="evasion", response=response, good_reason=reason)
    assert told(breach) == ["breach_with_good_reason"]


def test_a_breach_without_a_good_reason_or_without_a_measure_is_not_told() -> None:
    assert told(step("breach", "act", person=A, response="cancel", good_reason="none")) == []
    assert told(step("breach", "act", person=A, response="talk", good_reason="illness")) == []


@pytest.mark.parametrize("kind", ["cancel_supervision", "cancel_deferral", "add"])
def test_a_representation_on_a_breach_with_a_good_reason_is_told(kind: str) -> None:
    good = [step("breach", each, person=A, good_reason=each) for each in GOOD]
    none = step("breach", "none", person=A, good_reason="none")
    for each in good:
        act = step("variation", "act", person=A, kind=kind, breaches=["none", each.id])
        assert told(act, none, each) == ["representation_on_good_reason"]
        assert told(act, none, annulled(each)) == []
    assert told(step("variation", "act", person=A, kind=kind, breaches=["none"]), none) == []
    assert told(step("variation", "act", person=A, kind="lift_supervision", breaches=[good[0].id]), *good) == []


def verdict(months: int, **values: Value) -> Step:
    pronounced = {"person": A, "kind": "guilty_probation", "pronounced_at": "2026-05-04 10:00"}
    return step("verdict", "act", probation_months=months, **(pronounced | values))


@pytest.mark.parametrize(("article", "part", "least", "most"), [("177", "1", 12, 36), ("205", "4", 36, 60)])
def test_a_term_of_supervision_beyond_the_limits_is_told(article: str, part: str, least: int, most: int) -> None:
    count = charge(article, part)
    assert count.values()["gravity"] == ("L" if most == 36 else "T")
    assert told(verdict(most), count) == told(verdict(least), count) == []
    assert told(verdict(most + 1), count) == ["probation_term_too_long"]
    assert told(verdict(least - 1), count) == ["probation_term_too_short"]
    (found,) = at_odds(verdict(most + 1), file_of(PERSON, count, verdict(most + 1)))
    assert str(most) in finding_text(found, "ru")
    assert told(verdict(most + 1, kind="guilty_punishment"), count) == []


def test_a_child_has_limits_of_his_own() -> None:
    count = charge("205", "4", committed_from="2026-01-01 10:00")
    young = step("person", A, birth_date="2009-01-01")
    for months, code in ((5, ["probation_term_too_short"]), (6, []), (12, []), (13, ["probation_term_too_long"])):
        assert [each.code for each in at_odds(verdict(months), file_of(young, count, verdict(months)))] == code


def test_what_is_named_is_declared() -> None:
    for each in cautions().caution:
        declared = registry()[each.type].by_name
        assert {each.field, *each.when} <= set(declared)
        target = registry()[declared[each.via].target or ""].by_name if each.via else {}
        assert set(each.of) <= set(target)
