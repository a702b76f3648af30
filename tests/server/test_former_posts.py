"""A signature holds in the role in which it was made, whatever its author has become since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from icjims_core.directory import Decision, UserEntry
from icjims_core.encoding import encode
from icjims_sync_server.store.posts import posts
from tests.server.test_annulling import ANNUL, signed
from tests.server.test_decisions import codes_of
from tests.server.test_filled_in import MOVED, TERM
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id


class Act:
    """What an officer of an office has recorded and signed, who has another role by now."""

    def __init__(self, town: Town, type_: str, role: str, put: Mapping[str, object], later: str) -> None:
        self.town, self.type, self.office, self.id = town, type_, town.office(), new_id()
        self.signer = town.station(self.office, role=role, login=f"signer{self.office}")
        self.case = self.signer.new_case()
        self.signer.act(self.signer.revision(self.id, type=type_, case=self.case, put={**put}))
        self.signer.sync()
        signed(town, self.signer, self.case, self.id, type_)
        town.ticket(self.office, login=f"signer{self.office}", role=later)

    def verdicts(self, by: Workstation, **changes: Any) -> list[tuple[int, str]]:
        by.sync()
        context = {self.signer.replica: self.signer.before[self.id]}
        by.act(by.revision(self.id, type=self.type, case=self.case, context=context, **changes))
        return codes_of(self.town, by.sync())


@pytest.mark.parametrize("later", ["head", "clerk"])
def test_what_an_investigator_signed_is_not_annulled_when_he_is_one_no_more(town: Town, later: str) -> None:
    act = Act(town, "apprehension", "investigator", {"is_child": "no"}, later)
    by = town.station(act.office, role="clerk")
    assert act.verdicts(by, add=ANNUL) == [(int(Decision.REFUSED), "annulled_by_prosecutor")]


def test_nor_is_the_term_moved_that_a_judge_signed_who_left_the_bench(town: Town) -> None:
    act = Act(town, "restraint", "judge", {"term": TERM}, "court_clerk")
    by = town.station(act.office, role="investigator")
    assert act.verdicts(by, put={"term": MOVED}) == [(int(Decision.REFUSED), "signed")]


def test_every_role_that_he_had_at_that_office_is_told_and_no_other(town: Town) -> None:
    act = Act(town, "apprehension", "investigator", {"is_child": "no"}, "head")
    clerk = town.station(act.office, role="clerk")
    clerk.sync()
    with town.centre.database.read() as connection:
        own = posts(connection, act.signer.keys.author_public)
        other = posts(connection, clerk.keys.author_public)
        unknown = posts(connection, b"k" * 32)
    assert own == {("investigator", act.office), ("head", act.office)}
    assert other == {("clerk", act.office)}
    assert unknown == frozenset()


@pytest.mark.parametrize("position", [1, 127, 128, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, 2**53 - 1])
def test_where_an_entry_holds_the_id_of_its_person(position: int) -> None:
    body = encode(UserEntry(position, bytes(range(16)), "aida", "Аида", "head", "001", active=True))
    assert body.startswith(b"\x98\x02")
    assert body.index(bytes(range(16))) + 1 in (6, 7, 8, 10, 14)
