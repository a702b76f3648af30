"""A verdict speaks of one act: a refused one takes its dot along, another content of a dot takes nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, create_engine, insert

from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.directory import Decision
from icjims_core.projections import lists
from icjims_core.projections.index import settle
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.projections.tables import all_tables, verdict_table
from tests.core.histories import RECORD, Write, replica
from tests.core.test_index import act_of, arrive

DOT = Dot(replica(1), 1)


def write(value: str) -> Write:
    changes: dict[str, dict[str, object]] = {"put": {"summary": value}}
    return Write(DOT, Revision(1, RECORD, "case", 1, RECORD, (), 0, changes, None), frozenset())  # type: ignore[arg-type]


def decide(connection: Connection, act_id: bytes, decision: Decision, code: str) -> None:
    row = {
        "act_id": act_id, "leaf": 0, "record": RECORD, "replica": DOT.replica, "counter": DOT.counter,
        "decision": int(decision), "code": code, "body": b"", "signature": b"", "header": b"", "header_signature": b"",
    }  # fmt: skip
    connection.execute(insert(verdict_table), [row])


@pytest.mark.parametrize("first", ["verdict", "act"])
def test_law_5_another_content_of_a_dot_takes_nothing_from_the_accepted_one(first: str) -> None:
    engine, reader = create_engine("sqlite://"), LogReader()
    accepted, other = write("accepted"), write("other")
    with engine.begin() as connection:
        all_tables().create_all(connection)
        if first == "act":
            arrive(connection, reader, [accepted])
        decide(connection, act_of(other).act_id, Decision.QUARANTINED, "equivocation")
        lists.follow(connection, reader, settle(connection, reader, RECORD).touched.values())
        if first == "verdict":
            arrive(connection, reader, [accepted])

        assert load(connection, reader, [RECORD])[RECORD].state.agreed("summary") == "accepted"


def test_a_refused_revision_shows_nothing() -> None:
    engine, reader = create_engine("sqlite://"), LogReader()
    with engine.begin() as connection:
        all_tables().create_all(connection)
        arrive(connection, reader, [write("refused")])
        decide(connection, act_of(write("refused")).act_id, Decision.REFUSED, "out_of_scope")
        lists.follow(connection, reader, settle(connection, reader, RECORD).touched.values())

        assert load(connection, reader, [RECORD]) == {}


@pytest.mark.parametrize("reversed_order", [False, True])
def test_two_contents_of_a_dot_give_the_same_in_either_order_until_a_verdict_decides(*, reversed_order: bool) -> None:
    engine, reader = create_engine("sqlite://"), LogReader()
    contents = sorted([write("accepted"), write("other")], key=lambda each: act_of(each).act_id)
    smallest, accepted = contents
    with engine.begin() as connection:
        all_tables().create_all(connection)
        for each in reversed(contents) if reversed_order else contents:
            arrive(connection, reader, [each])
        values = load(connection, reader, [RECORD])[RECORD].state.siblings("summary").values()
        assert list(values) == list(smallest.revision.changes["put"].values())

        decide(connection, act_of(smallest).act_id, Decision.QUARANTINED, "equivocation")
        lists.follow(connection, reader, settle(connection, reader, RECORD).touched.values())

        values = load(connection, reader, [RECORD])[RECORD].state.siblings("summary").values()
        assert list(values) == list(accepted.revision.changes["put"].values())
