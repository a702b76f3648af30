"""What a forged record states in the place of a time is none: the deadlines of the case are told all the same."""

from __future__ import annotations

import pytest

from icjims_core.deadlines.counting import end_at, read_point
from icjims_core.deadlines.listed import listed_point
from icjims_core.deadlines.view import points

FORGED = [
    "",
    "x" * 3000,
    "T",
    "2026-13-40",
    "0001-01-01T00:00:00+14:00",
    "0001-01-01",
    "9999-12-31",
    "2026-03-07T25:00",
]


@pytest.mark.parametrize("stated", FORGED)
def test_what_is_no_time_counts_as_none(stated: str) -> None:
    assert read_point(stated) is None
    assert end_at(stated) is None
    assert listed_point(stated) is None
    assert points([{"at": stated}, "2026-03-07T10:00:00+06:00"]) == points("2026-03-07T10:00:00+06:00")
