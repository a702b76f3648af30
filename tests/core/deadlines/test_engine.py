"""The engine on cases: conflicts, take-over, a doubtful clock, corrections, order, and explanations."""

from __future__ import annotations

import datetime
import random
import tomllib
from dataclasses import replace
from importlib import resources
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icjims_core import codes
from icjims_core.deadlines import (
    Deadline,
    Now,
    Rules,
    State,
    deadlines,
    explain,
    judge_now,
    shipped_calendar,
    shipped_rules,
)
from icjims_core.deadlines.counting import LOCAL
from icjims_core.deadlines.explanation import known_notes
from icjims_core.declarations.schema import Field, Kind, Merge
from icjims_core.law.casefile import CaseFile, Step, case_file, claims
from icjims_core.modules import registry
from tests.core.deadlines.examples import LONG_AGO, built, examples, shown, step

START = datetime.datetime(2026, 3, 7, 23, 40, tzinfo=LOCAL)
MINUTE = datetime.timedelta(minutes=1)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}+06:00")


def of(rule: str, file: CaseFile, now: Now | None = None, rules: Rules | None = None) -> list[Deadline]:
    every = deadlines(file, rules or shipped_rules(), shipped_calendar(), now or Now(LONG_AGO))
    return [each for each in every if each.rule == rule]


def disputed(record: Step, *others: Step) -> Step:
    """The record with the values of others standing beside its own."""
    units = {
        unit: (*standing, *(each for other in others for each in other.units.get(unit, ()) if each not in standing))
        for unit, standing in record.units.items()
    }
    return replace(record, units=units)


def test_conflicting_ends_are_all_shown_and_the_earliest_is_acted_on() -> None:
    terms = [
        step("s1", "restraint", {"measure": "custody", "decision": "granted", "valid_from": start, "valid_until": end})
        for start, end in (("2026-03-11T10:00", "2026-05-10T10:00"), ("2026-03-11T10:00", "2026-04-10T10:00"))
    ]
    file = case_file("c", [disputed(*terms)])
    (found,) = of("D30.1", file)
    assert shown(found.acted) == "2026-04-10T10:00"
    assert {shown(each) for each in found.alternatives} == {"2026-04-10T10:00", "2026-05-10T10:00"}
    assert "strictest_acted_on" in [each.code for each in found.explanation]


def test_where_the_latest_end_is_acted_on_the_explanation_says_so() -> None:
    served = {"served_at": "2026-03-02T10:00", "victim_notified_at": "2026-03-04T10:00"}
    (found,) = of("D57", case_file("c", [step("s1", "termination", served)]))
    assert shown(found.acted) == max(map(shown, found.alternatives))
    told = [each.code for each in found.explanation]
    assert "latest_acted_on" in told
    assert "strictest_acted_on" not in told


def test_a_disputed_age_gives_both_terms_and_acts_on_the_child_s() -> None:
    said = [
        step("s1", "apprehension", {"actual_times": "2026-03-07T23:40", "is_child": each}) for each in ("no", "yes")
    ]
    (found,) = of("D24", case_file("c", [disputed(*said)]))
    assert shown(found.acted) == "2026-03-08T23:40"
    assert {shown(each) for each in found.alternatives} == {"2026-03-08T23:40", "2026-03-09T23:40"}


def test_statements_of_the_time_of_apprehension_all_give_an_end() -> None:
    (found,) = of("D24", built([{"apprehension": {"actual_times": ["2026-03-08T02:00", "2026-03-07T23:40"]}}]))
    assert shown(found.acted) == "2026-03-09T23:40"
    assert {shown(each) for each in found.alternatives} == {"2026-03-09T23:40", "2026-03-10T02:00"}


def test_a_disputed_time_of_release_keeps_a_term_only_if_each_of_them_does() -> None:
    said = [
        step("s1", "apprehension", {"actual_times": "2026-03-07T23:40", "released_at": each})
        for each in ("2026-03-09T12:00", "2026-03-10T12:00")
    ]
    assert of("D24", case_file("c", [said[0]]))[0].state is State.MET
    (found,) = of("D24", case_file("c", [disputed(*said)]))
    assert (found.state, found.at) == (State.MISSED, at("2026-03-10T12:00"))


def test_an_unknown_gravity_gives_both_terms() -> None:
    file = built([{"initiation": {"decided_at": "2026-02-02T10:00"}}])
    assert shown(of("D50", file)[0].acted) == "2026-03-02"
    assert shown(of("D51", file)[0].acted) == "2026-04-02"


def test_the_gravest_charge_of_the_case_decides_the_term() -> None:
    rows: list[dict[str, dict[str, Any]]] = [
        {"initiation": {"gravity": "N", "decided_at": "2026-02-02T10:00"}},
        {"charge": {"person": "p1", "gravity": "N", "ordered_at": "2026-02-10T10:00"}},
        {"charge": {"person": "p2", "gravity": "T", "ordered_at": "2026-02-09T10:00"}},
    ]
    assert of("D50", built(rows)) == []
    assert len(of("D51", built(rows))) == 1


def test_what_ended_before_the_take_over_is_neither_met_nor_missed() -> None:
    rows: list[dict[str, dict[str, Any]]] = [
        {"apprehension": {"actual_times": "2026-03-07T23:40"}},
        {"takeover": {"taken_at": "2026-06-01T10:00"}},
    ]
    now = Now(at("2026-06-02T10:00"))
    assert of("D24", built(rows[:1]), now)[0].state is State.MISSED
    assert of("D24", built(rows), now)[0].state is State.BEFORE_TAKEOVER
    running: dict[str, dict[str, Any]] = {"charge": {"ordered_at": "2026-06-01T09:00"}}
    assert of("D26", built([*rows, running]), now)[0].state is State.RUNNING
    other = [rows[0], {"takeover": {"person": "somebody else", "taken_at": "2026-06-01T10:00"}}]
    assert of("D24", built(other), now)[0].state is State.MISSED


@pytest.mark.parametrize("reason", ["before_last_act", "clock_jumped"])
def test_a_doubtful_clock_is_said_by_every_deadline(reason: str) -> None:
    rows: list[dict[str, dict[str, Any]]] = [
        {"apprehension": {"actual_times": "2026-03-07T23:40", "relatives_notified_times": "2026-03-07T23:50"}}
    ]
    found = deadlines(built(rows), shipped_rules(), shipped_calendar(), Now(START, trusted=False, reason=reason))
    assert found
    assert all(each.clock_uncertain for each in found)
    assert all(each.explanation[-1].code == "clock_uncertain" for each in found)
    states = {each.rule: each.state for each in found}
    assert states["D24"] is State.UNCERTAIN
    assert states["D21.1"] is State.MET
    for language in ("ky", "ru", "en"):
        assert explain(found[0].explanation, language)[-1].count("(") == 1


def test_the_clock_is_doubted_before_the_last_act_and_after_a_jump() -> None:
    limit = 5 * MINUTE
    assert judge_now(START, last_act=START, expected=START).trusted
    assert judge_now(START - MINUTE, last_act=START).reason == "before_last_act"
    assert judge_now(START + limit, expected=START).trusted
    for jumped in (START + limit + MINUTE, START - limit - MINUTE):
        assert judge_now(jumped, expected=START).reason == "clock_jumped"
        assert judge_now(jumped, last_act=START + limit * 9, expected=START, confirmed=True).trusted


def test_annulled_and_superseded_acts_give_no_deadlines() -> None:
    first = step("s1", "initiation", {"gravity": "T", "decided_at": "2026-02-02T10:00"})
    second = step("s2", "initiation", {"gravity": "T", "decided_at": "2026-02-03T10:00", "supersedes": "s1"})
    assert of("D07", case_file("c", [replace(first, annulled=True)])) == []
    assert [each.acted.step for each in of("D07", case_file("c", [first, second], [("s2", "s1")]))] == ["s2"]
    assert {each.acted.step for each in of("D07", case_file("c", [first, second]))} == {"s1", "s2"}


def test_a_reference_to_a_superseded_act_means_the_one_in_its_place() -> None:
    rows: list[dict[str, dict[str, Any]]] = [
        {"handover": {"kind": "errand", "sent_at": "2026-03-01T10:00"}},
        {"handover": {"kind": "court_return", "sent_at": "2026-03-01T10:00", "supersedes": "s1"}},
        {"handover_receipt": {"handover": "s1", "received_at": "2026-03-02T10:00"}},
    ]
    steps = built(rows).steps
    replaced = case_file("c", steps, claims(steps))
    assert of("D08", replaced) == []
    assert len(of("D54", replaced)) == 1


def test_the_centre_may_choose_another_reading() -> None:
    file = built([{"supervision": {"basis": "supervision", "in_force_date": "2026-06-10"}}])
    chosen = replace(shipped_rules(), choices={"D94.1": "no_shift"})
    assert shown(of("D94.1", file)[0].acted) == "2026-06-22"
    assert shown(of("D94.1", file, rules=chosen)[0].acted) == "2026-06-20"
    assert "reading_acted_on" in [each.code for each in of("D94.1", file, rules=chosen)[0].explanation]


def test_a_rule_holds_for_terms_that_begin_while_it_is_valid() -> None:
    rules = shipped_rules()
    old = next(each for each in rules.rules if each.id == "D07")
    until = datetime.date(2026, 3, 5)
    ended = msgspec.structs.replace(old, valid_to=until)
    longer = msgspec.structs.replace(old.limit[0], n=48)
    new = msgspec.structs.replace(old, valid_from=until + datetime.timedelta(days=1), limit=(longer,))
    dated = replace(rules, rules=(ended, new))
    for day, end in (("2026-03-05", "2026-03-06T10:00"), ("2026-03-06", "2026-03-08T10:00")):
        file = built([{"initiation": {"decided_at": f"{day}T10:00"}}])
        assert [shown(each.acted) for each in of("D07", file, rules=dated)] == [end]


def test_an_explanation_tells_the_event_the_days_the_shift_and_the_article() -> None:
    (found,) = of("D03", built([{"case": {"registered_at": "2026-03-11T10:00"}}]))
    assert explain(found.explanation, "ru") == (
        "От события 11.03.2026 10:00: Уголовное дело, «Внесено в Реестр».",
        "День начала (11.03.2026) не считается.",
        "10 суток: истекает 21.03.2026 в 24:00.",
        "21.03.2026 — нерабочий день (Нооруз): перенесено на первый рабочий день, 23.03.2026.",
        "Календарь нерабочих дней: издание 2026-1.",
        "ст. 153(3), 154(4) УПК, редакция 2025-08-09 (D03, правила издания 2026-1).",
    )


def test_every_step_of_every_explanation_has_words_in_three_languages() -> None:
    text = (resources.files("icjims_core.deadlines") / "explanation.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    assert all(set(each) == {"ky", "ru", "en"} for table in ("notes", "reasons") for each in read[table].values())
    used = set()
    for example in examples():
        now = replace(example.now, trusted=False, reason="clock_jumped")
        for each in deadlines(example.file, shipped_rules(), shipped_calendar(), now):
            used |= {note.code for note in each.explanation}
            lines = [explain(each.explanation, language) for language in ("ky", "ru", "en")]
            assert len({len(each) for each in lines}) == 1
            assert all(line and "{" not in line and "+06:00" not in line for each in lines for line in each)
    assert used <= known_notes()


@pytest.mark.parametrize("seed", range(40))
def test_records_with_anything_in_them_are_counted_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    people = ["p1", "p2"]
    steps = [_anything(chance, count, name, people) for count, name in enumerate(sorted(registry()) * 2)]
    now = Now(at("2027-01-01T10:00"))
    found = deadlines(case_file("c", steps), shipped_rules(), shipped_calendar(), now)
    chance.shuffle(steps)
    assert deadlines(case_file("c", steps), shipped_rules(), shipped_calendar(), now) == found
    assert len({each.rule for each in found}) > 80
    for each in found:
        assert each.acted in each.alternatives
        assert all(explain(each.explanation, language) for language in ("ky", "ru", "en"))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(tuple(examples())), min_size=2, max_size=6), st.randoms())
def test_the_order_in_which_steps_arrive_changes_nothing(several: list[Any], chance: random.Random) -> None:
    steps = [replace(each, id=f"{number}{each.id}") for number, one in enumerate(several) for each in one.file.steps]
    now = Now(at("2026-06-01T10:00"))
    found = deadlines(case_file("c", steps), shipped_rules(), shipped_calendar(), now)
    chance.shuffle(steps)
    assert deadlines(case_file("c", steps), shipped_rules(), shipped_calendar(), now) == found


@settings(max_examples=60)
@given(st.sampled_from(tuple(examples())), st.integers(0, 4000), st.integers(0, 4000))
def test_time_only_moves_a_running_term_on(example: Any, one: int, other: int) -> None:
    days = sorted((one, other))
    moments = [at("2020-01-01T00:00") + datetime.timedelta(days=each) for each in days]
    both = [deadlines(example.file, shipped_rules(), shipped_calendar(), Now(each)) for each in moments]
    early, late = ({(each.rule, each.acted.step, each.acted.start): each for each in found} for found in both)
    for key, before in early.items():
        if before.state in (State.MET, State.EXPLAINED, State.LIFTED) and before.at is not None:
            assert late[key].state is before.state


def _anything(chance: random.Random, count: int, name: str, people: list[str]) -> Step:
    """A record of a type with something in most of its fields, a third of them in conflict."""
    record = f"s{count:03}"
    if name == "person":
        record = people[count % 2]
    one, other = (step(record, name, _filled(chance, name, people)) for _ in range(2))
    return disputed(one, other) if chance.random() < 0.3 else one


def _filled(chance: random.Random, name: str, people: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in registry()[name].fields:
        likely = 0.02 if field.name == "supersedes" else 0.8
        if field.merge is not Merge.DERIVED and chance.random() < likely:
            values[field.name] = _value(chance, field, people)
    return {key: value for key, value in values.items() if value is not None}


def _value(chance: random.Random, field: Field, people: list[str]) -> Any:
    when = at("2025-06-01T00:00") + datetime.timedelta(minutes=chance.randrange(500_000))
    text = when.isoformat(timespec="minutes")[:16]
    match field.kind:
        case Kind.TIMESTAMP | Kind.STATEMENT:
            return text
        case Kind.DATE:
            return text[:10] if field.name != "birth_date" else f"{chance.randrange(1960, 2015)}-02-28"
        case Kind.CODE | Kind.TRI:
            return chance.choice(sorted(codes.code_list(field.codes or "tri").entries))
        case Kind.INT:
            return chance.randrange(field.minimum or 0, (field.maximum or 400) + 1)
        case Kind.REF:
            return chance.choice(people) if field.target == "person" else f"s{chance.randrange(150):03}"
        case _:
            return {"breaks": ["13:00-14:05", "18:00-18:20"]}.get(field.name)
