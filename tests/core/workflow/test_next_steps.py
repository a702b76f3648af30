"""What may be recorded next, and why not, with the article; facts of liberty and health are never refused."""

from __future__ import annotations

import pytest

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.finding import finding_text
from icjims_core.modules import registry
from icjims_core.workflow import Offer, case_machine, next_steps, refusals
from icjims_core.workflow.next_steps import actions
from tests.core.workflow.story import CASE, at, file_of, step

A = "person-a"
NOW = at("2026-12-01 09:00")
BEGUN = (
    step("case", CASE, received_at="2026-03-01 09:00", registered_at="2026-03-01 10:00"),
    step("person", A),
)
INITIATED = (*BEGUN, step("initiation", decided_at="2026-03-05 12:00"))
CHARGED = (*INITIATED, step("charge", person=A, ordered_at="2026-03-08 12:00"))


def offers(steps: tuple[Step, ...], role: str = "investigator") -> dict[str, Offer]:
    return {each.type: each for each in next_steps(file_of(*steps), role, NOW)}


def reasons(found: Offer) -> list[tuple[str, str]]:
    return [(each.code, each.article) for each in found.reasons]


def test_before_initiation_only_the_closed_list_of_actions_is_lawful() -> None:
    found = offers(BEGUN)
    assert found["expert_examination"].available
    assert found["interrogation"].only == ({"capacity": ["witness"]},)
    for refused in ("search", "confrontation", "identification", "verification", "special_action", "deposition"):
        assert reasons(found[refused]) == [("only_before_initiation_list", "CPC 161(1), 255(2)")]


@pytest.mark.parametrize(
    ("type_name", "values", "lawful"),
    [
        ("interrogation", {"capacity": "witness"}, True),
        ("interrogation", {"capacity": "suspect"}, False),
        ("inspection", {"kind": "corpse"}, True),
        ("inspection", {"kind": "body_examination"}, False),
        ("protocol", {"kind": "samples"}, True),
        ("protocol", {"kind": "copying"}, False),
        ("search", {}, False),
        ("refusal", {}, True),
        ("apprehension", {}, True),
        ("medical_examination", {}, True),
        ("motion", {}, True),
        ("correspondence", {}, True),
    ],
)
def test_an_act_outside_the_closed_list_is_refused_before_initiation(
    type_name: str, values: dict[str, object], *, lawful: bool
) -> None:
    assert (refusals(file_of(*BEGUN), type_name, values, NOW) == ()) is lawful


@pytest.mark.parametrize("values", [{"capacity": "suspect"}, {"capacity": "witness"}, {}])
def test_after_initiation_the_list_is_open(values: dict[str, object]) -> None:
    assert refusals(file_of(*INITIATED), "interrogation", values, NOW) == ()
    assert refusals(file_of(*INITIATED), "search", {}, NOW) == ()


def test_a_measure_of_restraint_waits_for_the_charge() -> None:
    assert reasons(offers(INITIATED)["restraint"]) == [("needs_step", "CPC 104(1), 303(1)")]
    assert offers(CHARGED)["restraint"].persons == (A,)
    other = offers((*CHARGED, step("person", "person-b")))["restraint"]
    assert other.available
    assert other.not_for["person-b"].param("state") == "mentioned"


def test_steps_that_move_the_case_come_first_and_the_refused_last() -> None:
    found = next_steps(file_of(*CHARGED), "investigator", NOW)
    available = [each.available for each in found]
    assert available == sorted(available, reverse=True)
    assert found[0].leads_to
    assert "familiarisation" in {each.type for each in found if each.leads_to and each.available}


def test_another_officers_step_is_shown_as_his() -> None:
    found = offers(CHARGED)["prosecutor_act"]
    assert reasons(found) == [("other_role", "")]
    assert offers(CHARGED, "prosecutor")["prosecutor_act"].available


def test_a_step_not_recorded_by_now_does_not_count() -> None:
    early = next_steps(file_of(*INITIATED), "investigator", at("2026-03-02 09:00"))
    assert not next(each for each in early if each.type == "search").available


@pytest.mark.parametrize("name", actions().never_refused)
@pytest.mark.parametrize("steps", [(), BEGUN, CHARGED], ids=["nothing", "begun", "charged"])
def test_what_concerns_liberty_and_complaint_is_never_refused(name: str, steps: tuple[Step, ...]) -> None:
    assert refusals(CaseFile(CASE, steps), name, {}, NOW) == ()
    declared = registry()[name]
    role = next(iter(declared.roles))
    if declared.in_case and not declared.heads_case and not declared.command:
        found = {each.type: each for each in next_steps(CaseFile(CASE, steps), role, NOW)}
        assert found[name].available


def test_the_reason_is_told_with_the_article() -> None:
    (found,) = offers(BEGUN)["search"].reasons
    assert finding_text(found, "ru") == (
        "До возбуждения дела возможны только действия закрытого перечня; «Обыск, выемка» в него не входит."
        " (ст. 161(1), 255(2) УПК)"
    )


def test_what_is_too_early_names_the_step_that_comes_first() -> None:
    told = reasons(offers(BEGUN)["restraint"])
    assert [code for code, _ in told] == ["not_in_state", "needs_step"]
    first = offers(BEGUN)["restraint"].reasons[1]
    assert first.param("other_type") == "initiation"
    assert finding_text(first, "ru").startswith("Сначала должно быть записано: «Возбуждение")


@pytest.mark.parametrize("type_name", ["cassation", "new_circumstances", "prosecutor_decision"])
def test_where_several_ways_lead_none_is_called_the_first(type_name: str) -> None:
    assert "needs_step" not in [code for code, _ in reasons(offers(CHARGED, "prosecutor")[type_name])]


def test_what_only_a_command_makes_is_no_step() -> None:
    made = {each.name for each in registry().values() if each.command}
    assert {"signing", "explanation", "sealed_record"} <= made
    assert not made & offers(INITIATED).keys()


def test_what_belongs_to_execution_points_to_the_take_over_while_no_verdict_is_recorded() -> None:
    codes_of = [code for code, _ in reasons(offers(CHARGED, "probation_officer")["supervision"])]
    assert codes_of == ["not_in_state", "verdict_on_paper"]
    early = {"kind": "executive", "registered_at": "2026-05-10 09:00"}
    in_court = (*CHARGED, step("court_receipt", received_at="2026-05-01 10:00"))
    told = refusals(file_of(*in_court), "supervision", early, NOW)
    assert [each.code for each in told] == ["not_in_state", "verdict_on_paper"]
    assert "takeover" in finding_text(told[1], "ru")
    judged = (*in_court, step("verdict", person=A, kind="acquitted", pronounced_at="2026-05-05 10:00"))
    assert "verdict_on_paper" not in {each.code for each in refusals(file_of(*judged), "supervision", early, NOW)}
    assert offers(BEGUN, "probation_officer")["takeover"].by_law
    assert not offers(INITIATED)["takeover"].by_law


@pytest.mark.parametrize("stage", ["execution", "conditional_release"])
def test_a_step_is_limited_to_what_moves_the_case_as_well_as_to_what_leaves_it(stage: str) -> None:
    taken = step("takeover", taken_at="2026-05-10 09:00", stage=stage, person=A, person_state="client")
    found = offers((step("case", CASE), step("person", A), taken), "probation_officer")["supervision"]
    assert found.available
    assert found.only == ({"kind": ["pretrial", "penitentiary", "post_penitentiary", "executive"]},)


def test_the_field_that_a_step_waits_for_is_named_beside_its_record() -> None:
    rule = next(each for each in case_machine().transition if "case.received_at" in each.needs)
    case = step("case", CASE, registered_at="2026-03-01 10:00")
    told = [each for each in refusals(file_of(case), rule.on.type, {}, NOW) if each.code == "needs_step"]
    assert [(each.param("other_type"), each.param("other_field")) for each in told] == [("case", "received_at")]
    label = registry()["case"].by_name["received_at"].label
    assert all(label.text(language) in finding_text(told[0], language) for language in ("ky", "ru", "en"))
