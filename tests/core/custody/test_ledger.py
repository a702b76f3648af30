"""Worked examples of the ledger: what counts, what counts once, what is owed and what must not go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from icjims_core.custody import Account, ledger, struck
from icjims_core.custody.ledger import Ledger
from icjims_core.law.casefile import Step
from tests.core.workflow.story import CASE, annulled, at, disputed, file_of, step

A = "person-a"
NOW = "2026-06-01 10:00"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def held(*steps: Step, now: str = NOW) -> Account:
    return whole(*steps, now=now).acted


def whole(*steps: Step, now: str = NOW) -> Ledger:
    begun = [step("case", CASE), step("person", A), step("initiation", decided_at="2026-03-01 09:00")]
    return ledger([file_of(*begun, *steps)], A, at(now))


def apprehended(moment: str = "2026-03-07 23:40", **values: str) -> Step:
    return step("apprehension", person=A, actual_at=moment, **values)


def restraint(moment: str, until: str = "", measure: str = "custody", kind: str = "chosen", **values: str) -> Step:
    stated = {"person": A, "measure": measure, "step": kind, "decision": "granted", "decided_at": moment}
    return step("restraint", **(stated | ({"valid_until": until} if until else {}) | values))


def codes_of(account: Account) -> set[str]:
    return {each.code for each in account.findings}


def test_an_apprehension_that_ended_in_release() -> None:
    found = held(apprehended(released_at="2026-03-08 20:40"))
    assert [(each.kind, each.began, each.ended) for each in found.segments] == [
        ("apprehension", at("2026-03-07 23:40"), at("2026-03-08 20:40"))
    ]
    assert (found.current, found.custody, codes_of(found)) == (None, 21 * HOUR, set())


def test_custody_counts_from_the_actual_apprehension() -> None:
    found = held(apprehended(), restraint("2026-03-09 12:40", "2026-05-07 23:40"), now="2026-03-10 23:40")
    assert [each.kind for each in found.segments] == ["apprehension", "custody"]
    assert (found.time["apprehension"], found.custody) == (37 * HOUR, 72 * HOUR)
    assert found.first == at("2026-03-07 23:40")
    assert found.current is not None
    assert found.current.until == at("2026-05-07 23:40")


def test_a_term_said_to_run_from_the_apprehension_counts_once() -> None:
    one = restraint("2026-03-09 12:40", "2026-05-07 23:40", valid_from="2026-03-07 23:40")
    found = held(apprehended(), one, now="2026-03-10 23:40")
    assert (found.time["apprehension"], found.custody) == (37 * HOUR, 72 * HOUR)


def test_an_extension_prolongs_and_a_late_one_is_named() -> None:
    chosen = restraint("2026-03-09 10:00", "2026-05-09 10:00")
    in_time = held(chosen, restraint("2026-05-05 10:00", "2026-07-09 10:00", kind="extended"))
    assert (len(in_time.segments), codes_of(in_time)) == (1, set())
    late = held(chosen, restraint("2026-05-12 10:00", "2026-07-09 10:00", kind="extended"))
    assert (late.custody, codes_of(late)) == (84 * DAY, {"held_without_order"})


def test_custody_beyond_its_term_is_named() -> None:
    assert codes_of(held(restraint("2026-03-09 10:00", "2026-05-09 10:00"))) == {"held_after_term"}


@pytest.mark.parametrize(
    ("child", "now", "named"),
    [
        ("no", "2026-03-09 23:39", set()),
        ("no", "2026-03-09 23:41", {"held_without_court"}),
        ("yes", "2026-03-08 23:39", set()),
        ("yes", "2026-03-08 23:41", {"held_without_court"}),
    ],
)
def test_an_apprehension_lasts_48_hours_a_childs_24(child: str, now: str, named: set[str]) -> None:
    assert codes_of(held(apprehended(is_child=child), now=now)) == named


@pytest.mark.parametrize(("child", "hours"), [("no", 48), ("yes", 24)])
def test_who_is_apprehended_is_held_against_hours_and_in_custody_against_months(child: str, hours: int) -> None:
    taken = apprehended(is_child=child)
    limit = held(taken, now="2026-03-08 03:40").limit
    assert limit is not None
    assert (limit.used, limit.longest, limit.hours, limit.months) == (4 * HOUR, hours * HOUR, hours, 0)
    assert limit.citation.article == "CPC 43(2), 100(2)"
    ordered = held(taken, restraint("2026-03-08 20:40", "2026-05-07 10:00"), now="2026-03-09 23:40").limit
    assert ordered is not None
    assert (ordered.used, ordered.longest, ordered.hours, ordered.months) == (2 * DAY, 365 * DAY, 0, 12)
    assert held(taken, restraint("2026-03-08 20:40", "2026-05-07 10:00", "house_arrest")).limit is None


def test_an_earlier_custody_does_not_count_in_the_hours_of_an_apprehension() -> None:
    earlier = restraint("2026-03-01 10:00", "2026-04-30 10:00", ended_at="2026-03-11 10:00")
    limit = held(earlier, apprehended("2026-05-01 10:00"), now="2026-05-01 12:00").limit
    assert limit is not None
    assert (limit.used, limit.hours) == (2 * HOUR, 48)


def test_custody_in_court_is_held_against_its_own_months() -> None:
    chosen = restraint("2026-03-01 10:00", "2026-04-30 10:00")
    steps = (chosen, step("charge", person=A, ordered_at="2026-03-02 10:00"))
    before = held(*steps, now="2026-03-21 10:00").limit
    in_court = held(*steps, step("court_receipt", received_at="2026-03-21 10:00"), now="2026-04-05 10:00")
    assert before is not None
    assert in_court.limit is not None
    assert (before.used, in_court.custody, in_court.limit.used) == (20 * DAY, 35 * DAY, 15 * DAY)


def test_rearrest_in_the_same_case_adds_to_the_time() -> None:
    first = restraint("2026-03-01 10:00", "2026-04-30 10:00", ended_at="2026-03-11 10:00")
    again = apprehended("2026-05-01 10:00", released_at="2026-05-02 10:00")
    found = held(first, again)
    assert (found.custody, len(found.segments), codes_of(found)) == (11 * DAY, 2, set())


def test_time_in_a_joined_case_counts_and_overlaps_count_once() -> None:
    other = file_of(restraint("2026-03-05 10:00", ended_at="2026-03-15 10:00"), case="case-2")
    own = file_of(step("case", CASE), restraint("2026-03-10 10:00", ended_at="2026-03-20 10:00"))
    found = ledger([own, other], A, at(NOW)).acted
    assert found.custody == 15 * DAY
    assert ledger([own, own], A, at(NOW)).acted.custody == 10 * DAY


def test_what_is_recorded_in_the_joined_case_prolongs_and_ends_the_custody_of_the_other() -> None:
    other = file_of(apprehended("2026-03-01 10:00"), restraint("2026-03-02 10:00", "2026-05-01 10:00"), case="case-2")
    prolonged = restraint("2026-04-28 10:00", "2026-07-01 10:00", kind="extended", ended_at="2026-05-10 10:00")
    found = ledger([file_of(step("case", CASE), prolonged), other], A, at(NOW)).acted
    assert (found.custody, found.current, codes_of(found)) == (70 * DAY, None, set())
    ordered = restraint("2026-03-02 10:00", ended_at="2026-03-11 10:00")
    apart = [file_of(step("case", CASE), ordered), file_of(apprehended("2026-03-01 10:00"), case="case-2")]
    found = ledger(apart, A, at(NOW)).acted
    assert ([each.kind for each in found.segments], found.custody) == (["apprehension", "custody"], 10 * DAY)


def test_house_arrest_is_kept_apart_from_custody() -> None:
    changed = restraint("2026-03-11 10:00", measure="house_arrest", kind="changed", ended_at="2026-03-21 10:00")
    found = held(restraint("2026-03-01 10:00"), changed)
    assert (found.custody, found.time["house_arrest"]) == (10 * DAY, 10 * DAY)


def test_a_change_to_a_milder_measure_sets_free() -> None:
    found = held(restraint("2026-03-01 10:00"), restraint("2026-03-11 10:00", measure="bail", kind="changed"))
    assert (found.current, found.custody) == (None, 10 * DAY)


def test_custody_ordered_in_absence_holds_nobody() -> None:
    absent = restraint("2026-03-01 10:00", in_absence="yes")
    assert held(absent).segments == ()
    assert held(absent, apprehended(), now="2026-03-08 23:40").custody == 24 * HOUR


def test_who_must_be_released_and_is_not_is_named_and_the_time_runs_on() -> None:
    charged = step("charge", person=A, ordered_at="2026-03-02 10:00")
    verdict = step("verdict", person=A, kind="acquitted", pronounced_at="2026-05-30 10:00")
    found = held(charged, restraint("2026-03-09 10:00", "2026-08-09 10:00"), verdict)
    assert "release_due" in codes_of(found)
    assert found.current is not None
    told = {"kind": "acquitted", "pronounced_at": "2026-05-30 10:00", "released_at": "2026-05-30 10:05"}
    freed = step("verdict", person=A, **told)
    assert held(charged, restraint("2026-03-09 10:00", "2026-08-09 10:00"), freed).current is None


def test_an_unlawful_apprehension_must_end() -> None:
    found = held(apprehended(lawfulness="unlawful", lawfulness_at="2026-03-08 10:00"), now="2026-03-08 12:00")
    assert codes_of(found) == {"release_due"}


def test_an_admission_nobody_ordered_is_still_time_without_liberty() -> None:
    admitted = step("facility_admission", person=A, admitted_at="2026-03-07 10:00")
    assert held(admitted, now="2026-03-08 10:00").custody == DAY
    both = held(apprehended("2026-03-07 08:00"), admitted, now="2026-03-08 08:00")
    assert (len(both.segments), both.custody) == (1, DAY)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([restraint("2026-03-01 10:00"), apprehended("2026-03-05 10:00")], "apprehended_while_held"),
        ([restraint("2026-03-01 10:00"), restraint("2026-03-05 10:00")], "custody_taken_twice"),
        ([restraint("2026-05-31 10:00", kind="extended")], "extension_of_nothing"),
        (
            [step("facility_admission", person=A, ended_at="2026-03-01 10:00", end_reason="released")],
            "release_of_nobody",
        ),
    ],
)
def test_contradictions_are_named(steps: list[Step], code: str) -> None:
    assert code in codes_of(held(*steps))


def test_a_milder_measure_in_the_place_of_another_milder_one_is_no_release() -> None:
    assert codes_of(held(restraint("2026-03-01 10:00", measure="undertaking", kind="changed"))) == set()


def verdict(moment: str, measure: str, kind: str = "guilty_punishment") -> Step:
    return step("verdict", person=A, pronounced_at=moment, kind=kind, restraint=measure)


def test_from_the_verdict_until_it_is_in_force_the_measure_that_it_states_holds_and_no_former_term() -> None:
    taken = restraint("2026-03-01 10:00", valid_until="2026-04-30 10:00")
    ahead = restraint(
        "2026-04-20 10:00", kind="extended", valid_from="2026-04-30 10:00", valid_until="2026-06-20 10:00"
    )
    now = "2026-08-01 10:00"
    assert "held_after_term" in codes_of(held(taken, ahead, now=now))
    for several in ([taken], [taken, ahead]):
        found = held(*several, verdict("2026-04-25 10:00", "custody"), now=now)
        assert codes_of(found) == set()
        (segment,) = found.segments
        assert (segment.until, segment.ended, segment.sentenced) == (None, None, at("2026-04-25 10:00"))
    late = held(taken, verdict("2026-05-02 10:00", "custody"), now=now)
    assert codes_of(late) == {"held_without_order"}
    again = restraint("2026-07-01 10:00", kind="extended", valid_until="2026-07-20 10:00")
    assert "held_after_term" in codes_of(held(taken, verdict("2026-04-25 10:00", "custody"), again, now=now))


def test_who_was_let_go_is_not_held_again_by_a_longer_term_that_was_ordered_before() -> None:
    taken = restraint("2026-03-01 10:00", valid_until="2026-04-30 10:00", ended_at="2026-04-28 10:00")
    dates = {"valid_from": "2026-04-30 10:00", "valid_until": "2026-06-20 10:00"}
    before = restraint("2026-04-20 10:00", kind="extended", **dates)
    found = held(taken, before, now="2026-05-20 10:00")
    assert ([each.ended for each in found.segments], codes_of(found)) == ([at("2026-04-28 10:00")], set())
    after = restraint("2026-04-29 10:00", kind="extended", **dates)
    assert "extension_of_nothing" in codes_of(held(taken, after, now="2026-05-20 10:00"))


def test_a_verdict_takes_into_custody_whoever_was_free_or_at_home() -> None:
    free = held(verdict("2026-04-25 10:00", "custody"), now="2026-04-26 10:00")
    assert ([each.kind for each in free.segments], free.custody, codes_of(free)) == (["custody"], DAY, set())
    home = restraint("2026-04-01 10:00", measure="house_arrest", valid_until="2026-05-30 10:00")
    both = held(home, verdict("2026-04-25 10:00", "custody"), now="2026-04-26 10:00")
    assert [(each.kind, each.ended) for each in both.segments] == [
        ("house_arrest", at("2026-04-25 10:00")), ("custody", None),
    ]  # fmt: skip
    kept = held(home, verdict("2026-04-25 10:00", "house_arrest"), now="2026-09-01 10:00")
    assert ([each.kind for each in kept.segments], codes_of(kept)) == (["house_arrest"], set())
    milder = held(home, verdict("2026-04-25 10:00", "undertaking"), now="2026-09-01 10:00")
    assert "held_after_term" in codes_of(milder)


def test_segments_declared_on_taking_over_count() -> None:
    taken = step(
        "takeover",
        person=A,
        stage="investigation",
        person_state="accused",
        stage_at="2026-03-01 10:00",
        taken_at="2026-04-01 10:00",
        measure="custody",
        measure_until="2026-05-01 10:00",
        custody_segments=["apprehension 2026-03-01T10:00/2026-03-03T10:00 ИВС", "custody 2026-03-03T10:00/ СИЗО-1"],
    )
    found = held(taken, now="2026-04-10 10:00")
    assert [(each.kind, each.place, each.declared) for each in found.segments] == [
        ("apprehension", "ИВС", True),
        ("custody", "СИЗО-1", True),
    ]
    assert found.custody == 40 * DAY
    assert found.current is not None
    assert found.current.until == at("2026-05-01 10:00")
    prolonged = held(taken, restraint("2026-04-25 10:00", "2026-07-01 10:00", kind="extended"))
    assert (len(prolonged.segments), codes_of(prolonged)) == (2, set())


@pytest.mark.parametrize(
    ("span", "until"), [("2026-04-30T10:00", "2026-04-30 10:00"), ("2026-04-30", "2026-05-01 00:00")]
)
def test_a_declared_end_to_come_is_the_planned_one_and_nothing_to_come_counts(span: str, until: str) -> None:
    taken = step(
        "takeover", person=A, taken_at="2026-04-01 10:00", custody_segments=[f"custody 2026-03-02T10:00/{span}"]
    )
    found = ledger([file_of(taken)], A, at("2026-04-02 10:00")).acted
    assert found.current is not None
    assert (found.current.until, found.custody, codes_of(found)) == (at(until), 31 * DAY, set())
    later = ledger([file_of(taken)], A, at("2026-05-02 10:00")).acted
    assert (later.custody, codes_of(later)) == (61 * DAY, {"held_after_term"})


@pytest.mark.parametrize("measure", ["custody", "house_arrest"])
def test_a_measure_that_takes_liberty_without_a_period_is_held_since_nobody_knows_when(measure: str) -> None:
    stated = {"person": A, "taken_at": "2026-04-01 10:00", "measure": measure, "measure_until": "2026-05-01 10:00"}
    now = at("2026-04-04 10:00")
    found = ledger([file_of(step("takeover", **stated))], A, now).acted
    assert found.current is not None
    assert (found.current.kind, found.current.began) == (measure, at("2026-04-01 10:00"))
    assert (found.current.until, codes_of(found)) == (at("2026-05-01 10:00"), {"held_since_unknown"})
    since = step(
        "takeover", **stated, measure_from="2026-03-01 10:00", custody_segments=["apprehension 2026-02-27/2026-02-28"]
    )
    known = ledger([file_of(since)], A, now).acted
    assert known.current is not None
    assert (known.current.began, codes_of(known)) == (at("2026-03-01 10:00"), {"held_since_unknown"})
    listed = step("takeover", **stated, custody_segments=[f"{measure} 2026-03-01T10:00/"])
    assert codes_of(ledger([file_of(listed)], A, now).acted) == set()
    ordered = restraint("2026-03-01 10:00", "2026-05-01 10:00")
    assert "held_since_unknown" not in codes_of(ledger([file_of(step("takeover", **stated), ordered)], A, now).acted)


def test_a_declared_end_known_to_the_day_counts_the_day_whole() -> None:
    taken = step("takeover", person=A, taken_at="2026-04-01 10:00", custody_segments=["custody 2026-03-01/2026-03-10"])
    assert held(taken).custody == 10 * DAY


def test_overlapping_declarations_are_named_and_count_once() -> None:
    spans = ("custody 2026-03-01T10:00/2026-03-11T10:00", "apprehension 2026-03-09T10:00/2026-03-12T10:00")
    found = held(step("takeover", person=A, taken_at="2026-04-01 10:00", custody_segments=[*spans]))
    assert (found.custody, codes_of(found)) == (11 * DAY, {"segments_overlap", "held_without_court"})


def test_time_before_and_in_the_court_is_kept_apart_and_each_has_its_limit() -> None:
    steps = [
        step("charge", person=A, ordered_at="2026-03-02 10:00"),
        restraint("2026-03-01 10:00"),
        step("court_receipt", received_at="2026-03-31 10:00"),
    ]
    found = held(*steps, now="2026-04-10 10:00")
    assert (found.pretrial, found.court) == (30 * DAY, 10 * DAY)
    assert "custody_over_limit" not in codes_of(held(*steps, now="2027-03-31 09:00"))
    late = [each for each in held(*steps, now="2027-04-02 10:00").findings if each.code == "custody_over_limit"]
    assert [each.param("phase") for each in late] == ["court"]


def test_credit_two_days_for_one_in_custody_one_for_five_under_house_arrest() -> None:
    custody = restraint("2026-03-01 10:00", ended_at="2026-03-10 12:00")
    assert held(custody).credit == 20
    house = restraint("2026-03-11 10:00", measure="house_arrest", ended_at="2026-03-20 12:00")
    assert held(house).credit == 2
    assert held(custody, house).credit == 22


def test_nothing_is_credited_after_the_verdict_is_in_force() -> None:
    steps = [
        step("charge", person=A, ordered_at="2026-03-01 10:00"),
        restraint("2026-03-01 10:00"),
        step("entry_into_force", person=A, in_force_at="2026-03-10 23:00"),
    ]
    assert held(*steps).credit == held(*steps, now="2026-03-10 22:00").credit == 20


def test_of_two_readings_the_longer_custody_is_acted_on() -> None:
    one = apprehended(released_at="2026-03-08 20:40")
    unit = one.declared.by_name["released_at"].unit
    values = [{**one.units[unit][0], "released_at": each} for each in ("2026-03-08 20:40", "2026-03-09 01:40")]
    found = whole(disputed(one, unit, *values))
    assert found.in_conflict
    assert [each.custody for each in found.readings] == [26 * HOUR, 21 * HOUR]


def test_annulled_records_and_those_of_others_do_not_count() -> None:
    other = step("apprehension", person="person-b", actual_at="2026-03-07 23:40")
    assert held(annulled(apprehended()), other).segments == ()


def test_what_annulled_records_said_is_kept_apart_with_who_annulled_it() -> None:
    wrong = annulled(apprehended(released_at="2026-03-08 20:40"))
    ended = annulled(restraint("2026-03-20 10:00", kind="cancelled"))
    other = annulled(step("apprehension", person="person-b", actual_at="2026-03-07 23:40"))
    case = file_of(wrong, ended, other, restraint("2026-03-09 12:40", "2026-05-07 23:40"))
    found = struck([case], A, at(NOW))
    assert [(each.kind, each.at, each.ended) for each in found] == [
        ("apprehension", at("2026-03-07 23:40"), at("2026-03-08 20:40")),
        ("", at("2026-03-20 10:00"), None),
    ]
    assert {(each.annulment.by, each.annulment.reason) for each in found} == {("abdyldaeva", "Ошибка")}
    void = replace(wrong, annulled=False, annulments=(replace(wrong.annulments[0], effective=False),))
    assert struck([file_of(void)], A, at(NOW)) == (), "an annulment without effect strikes nothing"
