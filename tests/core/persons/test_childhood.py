"""Deadlines, the passport of safeguards and the ledger of custody give one answer to whether somebody is a child."""

from __future__ import annotations

import pytest

from icjims_core.custody import ledger
from icjims_core.deadlines import Now, deadlines, shipped_calendar, shipped_rules
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile
from icjims_core.persons.childhood import childhood
from icjims_core.safeguards import Status, passport
from tests.core.workflow.story import CASE, annulled, at, disputed, file_of, step

A, B = "person-a", "person-b"
NOW = at("2026-03-08 12:00")
TAKEN = "2026-03-07 23:40"


@pytest.mark.parametrize(
    ("person", "said", "child"),
    [
        ({}, "not_asked", False),
        ({}, "yes", True),
        ({"birth_date": "2008-03-08"}, "no", True),
        ({"birth_date": "2008-03-07"}, "no", False),
        ({"birth_date": "1990-01-01"}, "yes", True),
        ({"birth_year": 2010}, "no", True),
        ({"birth_year": 2008}, "no", True),
        ({"birth_year": 2007}, "no", False),
        ({"estimated_age": 16}, "no", True),
        ({"estimated_age": 18}, "no", False),
    ],
)
def test_all_agree(person: dict[str, Value], said: str, *, child: bool) -> None:
    own = file_of(
        step("case", CASE),
        step("person", A, **person),
        step("apprehension", "held", person=A, actual_at=TAKEN, is_child=said),
    )
    assert answers(own) == {child}


def test_all_read_what_was_said_in_an_interrogation_and_in_a_joined_case_of_him_alone() -> None:
    taken = step("apprehension", "held", person=A, actual_at=TAKEN)
    begun = (step("case", CASE), step("person", A), taken)
    asked = step("interrogation", "asked", person=A, started_at="2026-03-08 09:00", is_child="yes")
    assert answers(file_of(*begun, asked)) == {True}
    assert answers(file_of(*begun), file_of(asked, case="case-2")) == {True}
    assert answers(file_of(*begun, annulled(asked))) == {False}
    other = step("interrogation", "asked", person=B, started_at="2026-03-08 09:00", is_child="yes")
    assert answers(file_of(*begun, other)) == {False}


def test_where_in_doubt_he_is_a_child_to_all() -> None:
    person = disputed(step("person", A), "birth", {"birth_date": "1990-01-01"}, {"birth_date": "2010-01-01"})
    taken = step("apprehension", "held", person=A, actual_at=TAKEN)
    assert answers(file_of(step("case", CASE), person, taken)) == {True}


@pytest.mark.parametrize(
    ("born", "child"),
    [({}, True), ({"birth_date": "2008-03-08"}, False), ({"birth_date": "1990-01-01"}, True)],
    ids=["unknown", "a-child-then", "in-contradiction"],
)
def test_who_was_a_child_at_an_act_and_has_come_of_age_by_his_birth_is_one_no_more(
    born: dict[str, Value], *, child: bool
) -> None:
    earlier = step("interrogation", "asked", person=A, started_at="2026-03-07 09:00", is_child="yes")
    taken = step("apprehension", "held", person=A, actual_at="2026-03-08 09:00", is_child="not_asked")
    own = file_of(step("case", CASE), step("person", A, **born), earlier, taken)
    (segment,) = ledger((own,), A, NOW).acted.segments
    assert segment.child is child
    assert childhood((own,), A, at("2026-03-08 09:00")) == {child}


def answers(own: CaseFile, *others: CaseFile) -> set[bool]:
    """What each of them says, all in one set."""
    found = deadlines(own, shipped_rules(), shipped_calendar(), Now(NOW), others)
    due = {each.rule: each.due for each in found}
    marks = passport(own, A, NOW, others=others)
    (parents,), (judge,) = marks.of("parents"), marks.of("judge_in_time")
    (segment,) = ledger((own, *others), A, NOW).acted.segments
    assert due["D22.1"] == judge.due
    return {
        due["D22.1"] == at("2026-03-08 20:40"),
        "D21.4" in due,
        "D21.5" in due,
        parents.status is Status.MISSING,
        segment.child,
    }
