"""The case book is repeatable, lawful in form, and like the work of a raion."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from random import Random

import pytest

from icjims_core.casebook import CASES_A_YEAR, Planned, cases, stories
from icjims_core.custody import ledger
from icjims_core.declarations.schema import Kind
from icjims_core.declarations.validation import read_values, validate
from icjims_core.encoding import Value
from icjims_core.modules import record_type, registry
from tests.core.casebook.folding import files, folded
from tests.core.casebook.survey import LATER

START = datetime.date(2025, 1, 6)


def book(seed: int, count: int, until: datetime.datetime | None = None) -> list[Planned]:
    return list(cases(Random(seed), count, "004", START, until))


@pytest.fixture(scope="module")
def planned() -> list[Planned]:
    return book(11, 150)


def test_the_same_seed_gives_the_same_book_and_another_seed_another() -> None:
    assert book(5, 12) == book(5, 12)
    assert book(5, 12) != book(6, 12)


def test_a_longer_book_begins_like_a_shorter_one() -> None:
    shorter = book(5, 6)
    assert book(5, 9)[: len(shorter)] == shorter


@pytest.mark.parametrize("seed", [7, 11, 2026])
def test_every_entry_is_in_stored_form_and_breaks_no_rule(seed: int) -> None:
    state: dict[bytes, dict[str, Value]] = {}
    for entry in book(seed, 150):
        declared = record_type(entry.type)
        assert read_values(declared, entry.values) == entry.values
        state[entry.id] = folded(state.get(entry.id, {}), entry)
        assert validate(declared, state[entry.id], now=entry.moment) == [], entry


def test_entries_come_in_order_and_refer_to_what_was_entered_before(planned: list[Planned]) -> None:
    known: dict[bytes, tuple[str, bytes]] = {}
    last: dict[bytes, datetime.datetime] = {}
    for entry in planned:
        assert entry.moment >= last.get(entry.case, entry.moment)
        last[entry.case] = entry.moment
        assert entry.new == (entry.id not in known)
        known[entry.id] = (entry.type, entry.case)
        assert known[entry.id] == (entry.type, entry.case)
        for field in record_type(entry.type).fields:
            if field.kind is Kind.REF and field.name in entry.values:
                given = entry.values[field.name]
                for each in given if isinstance(given, list) else [given]:
                    type_, case = known[uuid.UUID(str(each)).bytes]
                    assert field.target in (None, type_)
                    assert case == entry.case or type_ == "case"


def test_a_case_is_its_own_case_and_comes_first(planned: list[Planned]) -> None:
    seen: set[bytes] = set()
    for entry in planned:
        if entry.case not in seen:
            assert entry.type == "case"
            assert entry.new
            seen.add(entry.case)
        if entry.type == "case":
            assert entry.id == entry.case
    assert len(seen) >= 150


def test_ids_are_uuid_version_7_of_their_time(planned: list[Planned]) -> None:
    for entry in planned:
        found = uuid.UUID(bytes=entry.id)
        assert found.version == 7
        assert found.variant == uuid.RFC_4122
        made = datetime.datetime.fromtimestamp((found.int >> 80) / 1000, datetime.UTC)
        assert made <= entry.moment


def test_entries_are_made_by_those_whose_work_it_is(planned: list[Planned]) -> None:
    for entry in planned:
        assert entry.role in record_type(entry.type).roles, (entry.type, entry.role)


def test_the_steps_of_most_cases_and_both_languages_occur(planned: list[Planned]) -> None:
    occurring = {entry.type for entry in planned}
    assert occurring <= set(registry())
    assert occurring >= {
        *("case", "person", "participant", "apprehension", "restraint"),
        *("interrogation", "hearing", "supervision", "contact", "initiation", "refusal", "handover"),
    }
    assert {entry.language for entry in planned} == {"ky", "ru"}


def test_people_are_women_men_and_children_with_names_in_two_spellings(
    planned: list[Planned],
) -> None:
    people = [entry.values for entry in planned if entry.type == "person"]
    sexes = Counter(values["sex"] for values in people)
    assert sexes["female"] > len(people) // 5
    assert sexes["male"] > len(people) // 4
    assert any(str(values["surname"]).endswith(("уулу", "кызы")) for values in people)
    assert any("name_variants" in values for values in people)
    assert any(int(str(values.get("birth_date", "1900"))[:4]) > 2008 for values in people)


def test_no_personal_number_can_be_anybody_s(planned: list[Planned]) -> None:
    numbers = [entry.values["pin"] for entry in planned if "pin" in entry.values]
    assert numbers
    assert all(int(str(number)[3:5]) > 12 for number in numbers)


def test_cases_follow_each_other_at_the_pace_of_a_raion() -> None:
    reported = [story[0].moment.date() for story in stories(Random(3), CASES_A_YEAR, "004", START)]
    assert (reported[0] - START).days <= 1
    assert (reported[-1] - START).days == pytest.approx(365, abs=10)
    months = Counter(each.month for each in reported)
    assert months[12] > months[1]


def test_cases_end_in_different_ways(planned: list[Planned]) -> None:
    last = {entry.case: entry.type for entry in planned if entry.new}
    assert set(last.values()) >= {"refusal", "suspension", "termination", "joinder"}
    decisions = {entry.values.get("decision") for entry in planned if entry.type == "hearing"}
    assert decisions >= {"adjourned", "guilty_punishment", "guilty_probation"}


def test_protocols_have_the_gaps_that_the_work_has(planned: list[Planned]) -> None:
    notified = [
        "relatives_notified_times" in entry.values for entry in planned if entry.type == "apprehension" and entry.new
    ]
    assert True in notified
    assert False in notified


def test_hardly_anybody_is_brought_before_the_judge_late(planned: list[Planned]) -> None:
    held, late = 0, 0
    for file in files(planned):
        for person in {str(each.person) for each in file.of("apprehension")}:
            account = ledger([file], person, LATER).acted
            held += sum(each.kind == "apprehension" for each in account.segments)
            late += sum(each.code == "held_without_court" for each in account.findings)
    assert late < held // 8


def test_nothing_is_entered_after_the_given_time() -> None:
    until = datetime.datetime(2025, 1, 20, tzinfo=datetime.UTC)
    whole, cut = book(4, 40), book(4, 40, until)
    assert cut == [entry for entry in whole if entry.moment <= until]
    assert 0 < len(cut) < len(whole)


def test_an_office_without_a_territory_gets_one() -> None:
    entries = list(cases(Random(1), 2, "820", START))
    assert all("region" in entry.values for entry in entries if entry.type == "case" and entry.new)
    assert list(cases(Random(1), 1, "PB-41708209", START))
