"""Two workstations disagree: nothing wins silently, a person decides, and the decision can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core import clocks
from icjims_core.problem import Refused
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text, values

CONFLICT = {"id", "type", "case", "unit", "fields", "siblings"}
SIBLING = {"dot", "values", "author", "name", "role", "office", "recorded_at"}


@pytest.fixture
def disputed(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> bytes:
    """A person about whose document two clerks disagree, known to both."""
    person = new_person(aida, new_case(aida), "document_kind=passport", "document_number=AN1")
    bureau.exchange()
    edit(aida, person, "document_number=AN2")
    edit(bakyt, person, "document_issued=ЦОН")
    edit(bakyt, person, "name=Азамат")
    bureau.exchange()
    return person


def conflicts_of(workspace: Workspace) -> list[dict[str, Any]]:
    found = workspace.records.conflicts()["conflicts"]
    assert isinstance(found, list)
    return found


def whole(json: object) -> Assignment:
    return Assignment("document", Operator.WHOLE, json)


def test_both_see_the_same_conflict(aida: Workspace, bakyt: Workspace, disputed: bytes) -> None:
    assert aida.records.show(disputed) == bakyt.records.show(disputed)
    (found,) = conflicts_of(aida)
    assert found.keys() >= CONFLICT
    assert found["id"] == text(disputed)
    assert set(found["fields"]) == {"document_kind", "document_number", "document_issued"}
    assert all(each.keys() >= SIBLING for each in found["siblings"])
    by_author = {each["author"]: each["values"] for each in found["siblings"]}
    assert by_author == {
        "aida": {"document_kind": "passport", "document_number": "AN2", "document_issued": None},
        "bakyt": {"document_kind": "passport", "document_number": "AN1", "document_issued": "ЦОН"},
    }
    assert aida.status()["conflicts"] == 1
    assert values(aida, disputed)["name"] == "Азамат", "what nobody disputes stands"


def test_taking_a_value_takes_its_whole_unit(
    bureau: Bureau, aida: Workspace, bakyt: Workspace, disputed: bytes
) -> None:
    mine = next(each for each in conflicts_of(aida)[0]["siblings"] if each["author"] == "aida")
    with pytest.raises(Refused, match="reason_required"):
        aida.records.resolve(disputed, "document_number", mine["dot"], None)
    aida.records.resolve(disputed, "document_number", mine["dot"], "сверено с паспортом")
    bureau.exchange()
    for each in (aida, bakyt):
        assert conflicts_of(each) == []
        assert values(each, disputed)["document_number"] == "AN2"
        assert values(each, disputed)["document_issued"] is None
    revisions: Any = bakyt.records.history(disputed)["revisions"]
    assert (revisions[-1]["reason"], revisions[-1]["author"]) == ("сверено с паспортом", "aida")


def test_a_decision_can_be_undone_by_another(aida: Workspace, disputed: bytes) -> None:
    siblings = {each["author"]: each["dot"] for each in conflicts_of(aida)[0]["siblings"]}
    aida.records.resolve(disputed, "document", siblings["aida"], "по памяти")
    with pytest.raises(Refused, match="no_conflict"):
        aida.records.resolve(disputed, "document", whole({}), "ещё раз")
    aida.records.resolve(disputed, "document", siblings["bakyt"], "прав был Бакыт")
    assert values(aida, disputed)["document_issued"] == "ЦОН"


def test_a_new_value_must_be_of_the_whole_unit(aida: Workspace, disputed: bytes) -> None:
    unit = conflicts_of(aida)[0]["unit"]
    for incomplete in ("AN3", {"document_number": "AN3"}, {}):
        with pytest.raises(Refused, match="unit_incomplete"):
            aida.records.resolve(disputed, unit, whole(incomplete), "x")
    complete = {"document_kind": "id_card", "document_number": "ID3", "document_issued": None}
    with pytest.raises(Refused, match="invalid"):
        aida.records.resolve(disputed, unit, whole(complete | {"document_kind": "library card"}), "x")
    with pytest.raises(Refused, match="invalid"):
        aida.records.resolve(disputed, unit, whole(complete | {"colour": "blue"}), "x")
    aida.records.resolve(disputed, unit, whole(complete), "новый документ")
    assert values(aida, disputed)["document_kind"] == "id_card"
    assert conflicts_of(aida) == []


def test_a_decision_covers_what_was_seen_and_no_more(
    bureau: Bureau, aida: Workspace, bakyt: Workspace, disputed: bytes
) -> None:
    found = conflicts_of(aida)[0]
    seen = clocks.from_text(found["vector"])
    theirs = next(each for each in conflicts_of(bakyt)[0]["siblings"] if each["author"] == "bakyt")
    bakyt.records.resolve(disputed, "document", theirs["dot"], "я видел документ")
    edit(bakyt, disputed, "document_number=AN9")
    bureau.exchange()
    complete = {"document_kind": "passport", "document_number": "AN2", "document_issued": None}
    aida.records.resolve(disputed, "document", whole(complete), "решено раньше", seen=seen)
    assert values(aida, disputed)["document_number"] == {"AN2", "AN9"}


def test_only_a_standing_value_can_be_taken(aida: Workspace, disputed: bytes) -> None:
    created: Any = aida.records.history(disputed)["revisions"]
    for dot, code in (
        (created[0]["dot"], "no_such_value"),
        (f"{bytes(16).hex()}:7", "no_such_value"),
        ("x", "bad_dot"),
    ):
        with pytest.raises(Refused, match=code):
            aida.records.resolve(disputed, "document", dot, "x")
    for unit in ("surname", "nothing"):
        with pytest.raises(Refused, match="no_conflict"):
            aida.records.resolve(disputed, unit, Assignment(unit, Operator.TEXT, "А"), "x")


def test_an_annulled_record_is_still_decided_upon(aida: Workspace, disputed: bytes) -> None:
    aida.records.annul(disputed, "двойник")
    aida.records.resolve(disputed, "document", conflicts_of(aida)[0]["siblings"][0]["dot"], "для порядка")
    assert conflicts_of(aida) == []


def test_additions_win_over_removals_that_did_not_see_them(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    person = new_person(aida, new_case(aida), 'aliases:=["Бек"]')
    bureau.exchange()
    edit(aida, person, 'aliases:=["Бек","Азат"]')
    edit(bakyt, person, "aliases-=Бек")
    bureau.exchange()
    assert values(aida, person)["aliases"] == values(bakyt, person)["aliases"] == ["Азат", "Бек"]


def test_equal_values_are_no_conflict(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    bureau.exchange()
    edit(aida, person, "name=Азамат")
    edit(bakyt, person, "name=Азамат")
    bureau.exchange()
    assert values(aida, person)["name"] == "Азамат"
    assert conflicts_of(bakyt) == []
