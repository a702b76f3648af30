"""What was sent and not confirmed stays on the list of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from icjims_core import codes
from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.workflow import handover
from icjims_core.workflow.handover import HandoverRules, handover_rules, in_transit, lost
from tests.core.workflow.story import annulled, at, disputed, file_of, step

DAYS = {
    "jurisdiction": 5, "territory": 5, "report_referral": 5, "errand": 10, "to_prosecutor": 2,
    "return_to_investigator": 3, "to_court": 2, "court_return": 3, "higher_court": 5, "to_execution": 5,
    "probation_transfer": 10, "material": 5, "": 5,
}  # fmt: skip
"""In how many days each kind is to be confirmed, and what is of no kind: a way of working, no law says it."""


def sent(record: str = "sent", **values: str) -> Step:
    stated = {"kind": "to_court", "from_office": "P1", "to_office": "C1", "sent_at": "2026-04-01 10:00"}
    return step("handover", record, **(stated | values))


def received(moment: str = "2026-04-02 10:00", **values: str) -> Step:
    return step("handover_receipt", handover="sent", received_at=moment, **values)


def test_what_was_not_confirmed_in_time_is_lost_for_both_sides() -> None:
    case = file_of(sent())
    before, after = at("2026-04-03 09:59"), at("2026-04-03 10:01")
    assert lost([case], before) == ()
    assert [(each.kind, each.from_office, each.to_office) for each in lost([case], after)] == [("to_court", "P1", "C1")]
    assert [len(lost([case], after, office)) for office in ("P1", "C1", "X9")] == [1, 1, 0]


def test_the_days_depend_on_the_kind() -> None:
    case = file_of(sent(kind="errand"))
    assert lost([case], at("2026-04-11 09:59")) == ()
    assert len(lost([case], at("2026-04-11 10:01"))) == 1


def test_a_receipt_ends_it_from_its_own_moment_on() -> None:
    case = file_of(sent(), received())
    assert in_transit([case], at("2026-05-01 10:00")) == ()
    assert len(in_transit([case], at("2026-04-01 12:00"))) == 1
    assert in_transit([case], at("2026-03-01 12:00")) == ()


@pytest.mark.parametrize(
    ("office", "stated", "confirmed"),
    [
        ("C1", {}, True),
        ("P1", {}, False),
        ("P1", {"receiver_number": "ВХ-12"}, True),
        ("P1", {"scan": [{"sha256": "ab"}]}, True),
        ("C9", {}, True),
    ],
)
def test_the_sender_confirms_by_the_word_of_the_receiver_alone(
    office: str, stated: dict[str, Value], confirmed: bool
) -> None:
    told = step("handover_receipt", handover="sent", received_at="2026-04-02 10:00", **stated)
    case = file_of(replace(sent(), office="P1"), replace(told, office=office))
    assert (in_transit([case], at("2026-05-01 10:00")) == ()) is confirmed


def test_within_one_office_its_own_receipt_confirms() -> None:
    own = replace(sent(from_office="P1", to_office="P1"), office="P1")
    assert in_transit([file_of(own, replace(received(), office="P1"))], at("2026-05-01 10:00")) == ()


def test_a_refused_receipt_leaves_it_in_transit_until_it_is_accepted() -> None:
    refused = received(accepted="no")
    (found,) = in_transit([file_of(sent(), refused)], at("2026-05-01 10:00"))
    assert found.refused
    assert in_transit([file_of(sent(), refused, received("2026-04-09 10:00"))], at("2026-05-01 10:00")) == ()


def test_an_annulled_receipt_does_not_count() -> None:
    assert len(in_transit([file_of(sent(), annulled(received()))], at("2026-05-01 10:00"))) == 1


def test_the_longest_overdue_comes_first() -> None:
    case = file_of(sent("b", sent_at="2026-04-05 10:00"), sent("a"), sent("c", sent_at="2026-04-03 10:00"))
    assert [each.step for each in in_transit([case], at("2026-05-01 10:00"))] == ["a", "c", "b"]


def test_of_two_times_of_sending_the_later_begins_the_days() -> None:
    unit = sent().declared.by_name["sent_at"].unit
    values = [{**sent().units[unit][0], "sent_at": each} for each in ("2026-04-01 10:00", "2026-04-20 10:00")]
    case = file_of(disputed(sent(), unit, *values))
    assert [each.sent_at for each in in_transit([case], at("2026-05-01 10:00"))] == [at("2026-04-20 10:00")]


def in_time() -> bool:
    """Whether everything sent is lost from the minute after its last day on, and not before."""
    begun = at("2026-04-01 10:00")
    for kind, days in DAYS.items():
        case = file_of(sent(kind=kind) if kind else step("handover", "sent", sent_at="2026-04-01 10:00"))
        end = begun + timedelta(days=days)
        if lost([case], end) or not lost([case], end + timedelta(minutes=1)):
            return False
    return set(handover.handover_rules().kinds) == set(codes.code_list("handover_kind").entries) == {*DAYS} - {""}


def test_every_kind_is_lost_after_its_own_days() -> None:
    assert in_time()


def mutants() -> Iterator[HandoverRules]:
    rules = handover_rules()
    alter = msgspec.structs.replace
    for step_ in (1, -1):
        yield alter(rules, days=rules.days + step_)
        for kind, days in rules.kinds.items():
            yield alter(rules, kinds={**rules.kinds, kind: days + step_})
    for gone in rules.kinds:
        yield alter(rules, kinds={kind: days for kind, days in rules.kinds.items() if kind != gone})


def test_no_number_of_days_and_no_kind_changes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    for mutant in mutants():
        monkeypatch.setattr(handover, "handover_rules", lambda changed=mutant: changed)
        assert not in_time(), mutant
