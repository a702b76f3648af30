"""No number in the stamps can be off by one unnoticed: each change turns an expectation from the law red."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from icjims_core.law.casefile import CaseFile
from icjims_core.safeguards import passport, protocol_gaps, stamps, warnings
from icjims_core.safeguards.passport import Status
from icjims_core.safeguards.stamps import Stamp, Stamps
from tests.core.workflow.story import CASE, at, file_of, step

A = "person-a"
NOW = at("2026-03-20 12:00")
SEALED = ("torture_allegation",)
TEXT = Path(__file__).with_name("hours.toml").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = tomllib.loads(TEXT)["example"]
AT_ONCE: list[dict[str, Any]] = tomllib.loads(TEXT)["at_once"]
HOURS = ("within_hours", "within_hours_child")
READERS = [importlib.import_module(f"icjims_core.safeguards.{each}") for each in ("passport", "alerts", "warnings")]


def kept(row: dict[str, Any]) -> bool:
    """Whether the passport says of the right what the law does."""
    ((name, values),) = row["record"].items()
    born = {"birth_date": row["born"]} if "born" in row else {}
    file = file_of(step("case", CASE), step("person", A, **born), step(name, "held", person=A, **values))
    (mark,) = passport(file, A, NOW, SEALED).of(row["stamp"])
    return mark.due == at(row["due"])


def read(monkeypatch: pytest.MonkeyPatch, shown: Stamps) -> None:
    """Lets the safeguards read these stamps."""
    for each in READERS:
        monkeypatch.setattr(each, "stamps", lambda: shown)


def mutants(stamp: Stamp) -> Iterator[tuple[str, Stamp]]:
    """The stamp with each of its hours one more and one less."""
    for name in HOURS:
        hours = getattr(stamp, name)
        for other in (hours + 1, hours - 1) if hours else ():
            yield f"{name} = {other}", msgspec.structs.replace(stamp, **{name: other})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['stamp']}: {row['article']}")
def test_a_right_has_the_hours_of_the_law(row: dict[str, Any]) -> None:
    assert kept(row)


@pytest.mark.parametrize("stamp", [each for each in stamps().stamp if any(mutants(each))], ids=lambda each: each.code)
def test_no_hour_of_a_stamp_can_be_off_by_one(stamp: Stamp, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = stamps()
    unnoticed = []
    for what, mutant in mutants(stamp):
        read(monkeypatch, msgspec.structs.replace(shipped, stamp=[mutant]))
        if all(kept(row) for row in ROWS if row["stamp"] == stamp.code):
            unnoticed.append(what)
    assert unnoticed == []


def late(row: dict[str, Any], done: str) -> bool:
    """Whether the passport says of a right kept at this time that it was kept late."""
    ((name, values),) = row["record"].items()
    held = step(name, "held", person=A, **values, **{row["field"]: done})
    (mark,) = passport(file_of(step("case", CASE), step("person", A), held), A, NOW).of(row["stamp"])
    assert mark.status is Status.MET
    return mark.late


@pytest.mark.parametrize("row", AT_ONCE, ids=lambda row: f"{row['stamp']}: {row['article']}")
def test_what_is_due_at_once_is_late_after_its_alarm(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert (late(row, row["kept"]), late(row, row["late"])) == (False, True)
    shipped = stamps()
    stamp = shipped.named(row["stamp"])
    for more in (1, -1):
        read(monkeypatch, msgspec.structs.replace(shipped, stamp=[msgspec.structs.replace(stamp, alarm=60 + more)]))
        assert (late(row, row["kept"]), late(row, row["late"])) != (False, True)


def test_every_alarm_has_its_example() -> None:
    assert {each["stamp"] for each in AT_ONCE} == {each.code for each in stamps().stamp if each.alarm}


def drawn_up(drawn: str) -> CaseFile:
    """An apprehension of 23:40 whose order was drawn up at this time."""
    held = step("apprehension", "held", person=A, actual_at="2026-03-07 23:40", order_at=drawn)
    return file_of(step("case", CASE), step("person", A), held)


def alone(until: str) -> CaseFile:
    """Solitary from noon of 2 March until this time."""
    stay = step("facility_admission", "cell", person=A, solitary_from="2026-03-02 12:00", solitary_until=until)
    return file_of(step("case", CASE), step("person", A), stay)


def warned(gap: str, solitary: str) -> tuple[bool, bool]:
    """Whether a gap between deed and order, and a stay in solitary, are told."""
    return bool(protocol_gaps(drawn_up(gap))), bool(warnings.solitary(alone(solitary), NOW))


@pytest.mark.parametrize("name", ["protocol_gap_hours", "solitary_days"])
@pytest.mark.parametrize("more", [1, -1])
def test_no_threshold_can_be_off_by_one(name: str, more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    within, beyond = ("2026-03-08 02:40", "2026-03-17 12:00"), ("2026-03-08 02:41", "2026-03-17 12:01")
    assert (warned(*within), warned(*beyond)) == ((False, False), (True, True))
    read(monkeypatch, msgspec.structs.replace(stamps(), **{name: getattr(stamps(), name) + more}))
    assert (warned(*within), warned(*beyond)) != ((False, False), (True, True))
