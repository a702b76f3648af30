"""At the centre too what was filled in on liberty in a signed act is changed by the supervising prosecutor alone."""

from __future__ import annotations

import pytest

from icjims_core.directory import Decision
from icjims_sync_server.services.scope import supervision
from tests.server.test_annulling import signed
from tests.server.test_decisions import codes_of
from tests.server.test_rights import check_whole
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

TERM = {"valid_from": "2026-09-19T15:00+06:00", "valid_until": "2026-09-25T15:00+06:00"}
MOVED = TERM | {"valid_until": "2027-05-01T15:00+06:00"}


class Act:
    """A judge's decision on custody, signed once it has come to the centre, unless said otherwise."""

    def __init__(self, town: Town, put: dict[str, object], *, signs: bool = True) -> None:
        self.town, self.office = town, town.office()
        self.judge = town.station(self.office, role="judge")
        self.case, self.id = self.judge.new_case(), new_id()
        self.judge.act(self.judge.revision(self.id, type="restraint", case=self.case, put=put))
        self.judge.sync()
        if signs:
            signed(town, self.judge, self.case, self.id, "restraint")

    def put(self, by: Workstation, **units: object) -> list[tuple[int, str]]:
        """The verdicts on what one states who has seen everything."""
        by.sync()
        seen = {self.judge.replica: self.judge.before[self.id]}
        by.act(by.revision(self.id, type="restraint", case=self.case, put=units, context=seen))
        return codes_of(self.town, by.sync())


@pytest.mark.parametrize("role", ["investigator", "judge", "head", "clerk", "prosecutor"])
@pytest.mark.parametrize("value", [MOVED, {"valid_from": TERM["valid_from"]}, None])
def test_who_moves_a_term_that_a_judge_signed(town: Town, role: str, value: object) -> None:
    act = Act(town, {"term": TERM})
    by = town.station(act.office, role=role)
    expected = [] if role == "prosecutor" else [(int(Decision.REFUSED), "signed")]
    assert act.put(by, term=value) == expected
    assert by.agrees(by.sync())
    check_whole(town)


def test_a_prosecutor_of_an_office_that_does_not_supervise_is_nobody(town: Town) -> None:
    act = Act(town, {"term": TERM})
    supervision.declare(town.centre, act.office, town.office(), since="2020-01-01", until=None)
    by = town.station(act.office, role="prosecutor")
    assert act.put(by, term=MOVED) == [(int(Decision.REFUSED), "signed")]


def test_what_is_empty_is_filled_in(town: Town) -> None:
    act = Act(town, {"term": {"valid_from": TERM["valid_from"]}})
    assert act.put(town.station(act.office, role="court_clerk"), term=TERM) == []
    assert act.put(town.station(act.office, role="investigator"), end={"ended_at": "2026-09-20T15:00+06:00"}) == []


def test_a_draft_is_corrected_and_signed_in_one_go(town: Town) -> None:
    act = Act(town, {"term": TERM}, signs=False)
    assert act.put(town.station(act.office, role="clerk"), term=MOVED) == []
    own = Act(town, {"term": TERM}, signs=False)
    own.judge.act(own.judge.revision(own.id, type="restraint", case=own.case, put={"term": MOVED}))
    signed(town, own.judge, own.case, own.id, "restraint")
    check_whole(town)
    assert own.put(town.station(own.office, role="investigator"), term=TERM) == [(int(Decision.REFUSED), "signed")]


@pytest.mark.parametrize("role", ["investigator", "judge", "court_clerk", "head", "clerk", "prosecutor"])
def test_who_states_a_term_in_an_act_that_a_judge_signed_without_one(town: Town, role: str) -> None:
    act = Act(town, {"measure_step": {"measure": "custody"}})
    by = town.station(act.office, role=role)
    expected = [] if role in ("judge", "court_clerk", "prosecutor") else [(int(Decision.REFUSED), "filled_by_court")]
    assert act.put(by, term=TERM) == expected
    check_whole(town)


def test_a_signer_contradicts_what_another_filled_in_beside_it(town: Town) -> None:
    office = town.office()
    signer, other = town.station(office, role="investigator"), town.station(office, role="investigator")
    case, act = signer.new_case(), new_id()
    signer.act(signer.revision(act, type="restraint", case=case, put={"measure_step": {"measure": "custody"}}))
    signer.sync()
    signed(town, signer, case, act, "restraint")
    other.sync()
    made = {signer.replica: signer.before[act]}
    other.act(other.revision(act, type="restraint", case=case, put={"term": TERM}, context=made))
    assert codes_of(town, other.sync()) == []
    signer.sync()
    both = made | {other.replica: other.before[act]}
    signer.act(signer.revision(act, type="restraint", case=case, put={"ruling": {"decision": "granted"}}, context=both))
    assert codes_of(town, signer.sync()) == []
    signer.act(signer.revision(act, type="restraint", case=case, put={"term": MOVED}, context=both))
    assert codes_of(town, signer.sync()) == [(int(Decision.REFUSED), "signed")]
    later = {signer.replica: signer.before[act]}
    signer.act(signer.revision(act, type="restraint", case=case, put={"term": MOVED}, context=later))
    assert codes_of(town, signer.sync()) == []
    check_whole(town)
