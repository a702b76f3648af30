"""Provisional numbers cannot meet and are never taken for the Register's; what is doubtful about those is named."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core import codes
from icjims_core.modules import record_type
from icjims_core.paper.numbers import (
    REGISTER_PATTERN,
    Doubt,
    Provisional,
    doubts,
    normalised,
    provisional,
    read_provisional,
    short,
)

OFFICES = st.sampled_from([*codes.code_list("office").entries, "PB-41708209"]) | st.text(
    "ABCabc0123456789-", min_size=1, max_size=12
)
CASES = st.binary(min_size=16, max_size=16)
WRITTEN = st.builds(Provisional, OFFICES, CASES, st.integers(1, 10**9))


@given(WRITTEN)
def test_a_provisional_number_tells_who_gave_it(written: Provisional) -> None:
    assert read_provisional(provisional(*written)) == written


@given(WRITTEN, WRITTEN)
def test_two_provisional_numbers_are_one_only_if_they_say_the_same(one: Provisional, other: Provisional) -> None:
    assert (provisional(*one) == provisional(*other)) == (one == other)


@given(st.lists(st.tuples(OFFICES, CASES, st.integers(1, 6)), max_size=40, unique_by=lambda each: each[1]))
def test_two_cases_have_no_number_in_common_whoever_counted_and_however_often(
    given_out: list[tuple[str, bytes, int]],
) -> None:
    written = [provisional(*each) for each in given_out]
    assert len(written) == len(set(written))


def test_cases_whose_ids_differ_in_one_bit_differ_in_their_numbers() -> None:
    numbers = {provisional("051", (1 << bit).to_bytes(16, "big"), 1) for bit in range(128)}
    assert len(numbers) == 128


@given(WRITTEN)
def test_the_short_form_says_office_and_counter(written: Provisional) -> None:
    assert short(provisional(*written)) == f"ВР-{written.office}-{written.counter:04d}"


def test_what_is_not_provisional_is_not_shortened() -> None:
    assert short("08-009-2026-000412") == "08-009-2026-000412"


@given(WRITTEN)
def test_a_provisional_number_shows_that_it_is_one(written: Provisional) -> None:
    number = provisional(*written)
    assert number.startswith("ВР-")
    assert re.fullmatch(REGISTER_PATTERN, normalised(number)) is None
    assert not any(each.isspace() for each in number)


@given(st.from_regex(REGISTER_PATTERN, fullmatch=True) | st.text(max_size=60))
def test_what_is_not_provisional_is_not_read_as_such(text: str) -> None:
    read = read_provisional(text)
    assert read is None or provisional(*read) == text


def test_other_spellings_of_a_provisional_number_are_not_read() -> None:
    number = provisional("051", bytes(range(16)), 12)
    assert number == "ВР-051-0012-00041061050R3GG28A1C60T3GF"
    assert read_provisional(number.replace("-0012-", "-00012-")) is None
    assert read_provisional(number.replace("-0012-", "-0000-")) is None
    assert read_provisional(number[:-1]) is None
    assert read_provisional("ВР-051-0012-Z" + number[-25:]) is None


@pytest.mark.parametrize(
    ("office", "case", "counter"),
    [("", bytes(16), 1), ("0 51", bytes(16), 1), ("051", bytes(15), 1), ("051", bytes(16), 0)],
)
def test_a_number_of_nobody_is_refused(office: str, case: bytes, counter: int) -> None:
    with pytest.raises(ValueError, match="provisional number"):
        provisional(office, case, counter)


def test_a_number_of_the_register_that_two_records_carry_is_named_with_both() -> None:
    numbers = {"a": "08-009-2026-000412", "b": " 08–009–2026–000412", "c": "08-009-2026-000413"}
    assert doubts(numbers, {"009"}) == (Doubt("duplicate", "08-009-2026-000412", ("a", "b")),)


def test_an_unusual_number_and_an_unknown_body_are_named_and_not_refused() -> None:
    numbers = {"a": "08-999-2026-000412", "b": "412/2026", "c": provisional("051", bytes(16), 1)}
    found = doubts(numbers, codes.code_list("office").entries)
    assert [(each.code, each.records) for each in found] == [("body", ("a",)), ("format", ("b",)), ("format", ("c",))]
    assert {each.code for each in found} <= set(codes.code_list("number_doubt").entries)


def test_the_form_of_a_register_entry_takes_the_same_numbers() -> None:
    field = record_type("register_entry").by_name["register_number"]
    assert field.pattern == REGISTER_PATTERN
    assert re.fullmatch(REGISTER_PATTERN, "08-009-2026-000412")
    assert not re.fullmatch(REGISTER_PATTERN, "8-9-2026-412")
