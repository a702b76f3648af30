"""The stamps keep their own rules: only what was read in the law blocks, and some acts nothing may hold back."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from icjims_core.codes import code_list
from icjims_core.declarations.schema import Kind
from icjims_core.declarations.words import Label
from icjims_core.modules import registry
from icjims_core.safeguards import Stamp, stamps
from icjims_core.safeguards.stamps import Blocked, Stamps

FREE = {
    "apprehension",
    "facility_admission",
    "medical_examination",
    "allegation",
    "motion",
    "protection_order",
    "handover",
    "handover_receipt",
    "contact_attempt",
}


def changed(**values: Any) -> Stamps:
    held = msgspec.structs.replace(stamps().named("recording"), **values)
    return msgspec.structs.replace(stamps(), stamp=[held])


def test_release_complaint_examination_notice_protection_and_papers_are_never_held_back() -> None:
    assert set(stamps().never_blocked) >= FREE
    assert changed(blocks=[Blocked("charge")]).stamp
    with pytest.raises(ValueError, match="nothing may hold back"):
        changed(blocks=[Blocked("motion")])


def test_only_a_verified_rule_blocks() -> None:
    with pytest.raises(ValueError, match="verified"):
        changed(verified=False)
    assert [each.code for each in stamps().stamp if each.blocks and not each.verified] == []


def test_a_rule_that_blocks_takes_a_recorded_reason() -> None:
    with pytest.raises(ValueError, match="reason why not"):
        changed(reason=[])


def test_attempts_are_looked_up_in_fields_that_exist() -> None:
    log = stamps().attempts
    fields = registry()[log.type].by_name
    assert {fields[log.at].kind, fields[log.by].kind, fields[log.result].kind} == {Kind.TIMESTAMP, Kind.TEXT, Kind.CODE}
    for each in stamps().stamp:
        for name, wanted in {**each.tried, **each.tried_meets}.items():
            listed = code_list(fields[name].codes or "")
            assert set(wanted if isinstance(wanted, list) else [wanted]) <= set(listed.entries), each.code
    assert {"lawyer_notified", "interpreter"} <= {each.code for each in stamps().stamp if each.tried}
    assert not any(each.tried_meets for each in stamps().stamp), "what was tried is not what was done"
    with pytest.raises(ValueError, match="no attempt"):
        changed(tried_meets={"result": "came"})


def test_an_unknown_severity_is_refused() -> None:
    with pytest.raises(ValueError, match="severity"):
        changed(severity="D")


def test_a_misspelt_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="blockes"):
        msgspec.convert({"code": "x", "blockes": []}, Stamp)


@pytest.mark.parametrize("step", ["cancelled", "changed"])
def test_lifting_a_measure_is_never_held_back(step: str) -> None:
    values = {"measure": "custody", "step": step}
    assert [each.code for each in stamps().stamp if each.holds_back("restraint", values)] == []
    assert [each.code for each in stamps().stamp if each.holds_back("restraint", values | {"step": "chosen"})]


@pytest.mark.parametrize("stamp", stamps().stamp, ids=lambda each: each.code)
def test_a_stamp_is_named_in_three_languages_and_runs_from_a_time(stamp: Stamp) -> None:
    label: Label = stamp.label
    assert all(text and text == text.strip() for text in label)
    assert not re.search("[А-Яа-яЁё]", label.en)
    fields = registry()[stamp.on].by_name
    assert {fields[name].kind for name in stamp.moment} <= {Kind.TIMESTAMP, Kind.DATE}
    assert stamp.within_hours or not stamp.within_hours_child


def test_codes_stand_once_and_there_are_the_rights_of_the_map() -> None:
    named = [each.code for each in stamps().stamp]
    assert len(named) == len(set(named)) >= 20
    with pytest.raises(KeyError):
        stamps().named("none")


@pytest.mark.parametrize("stamp", stamps().stamp, ids=lambda each: each.code)
def test_only_stamps_on_sealed_records_look_at_sealed_records(stamp: Stamp) -> None:
    sealed = {registry()[named.partition(".")[0]].sealed for named in (*stamp.met_by, *stamp.reason)} - {""}
    assert sealed <= {registry()[stamp.on].sealed}
