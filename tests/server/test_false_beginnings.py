"""What goes on from a false beginning is nothing, whoever brings it, by however many replicas, in whatever order."""

from __future__ import annotations

import itertools

import pytest

from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from tests.server.test_rights import bound_to, check_whole, verdicts
from tests.server.town import Town


@pytest.mark.parametrize("order", list(itertools.permutations(["false", "next", "true"])), ids="-".join)
@pytest.mark.parametrize("type_", ["person", "sealed_record"])
def test_what_goes_on_from_a_false_beginning_is_refused_in_any_order(
    town: Town, type_: str, order: tuple[str, ...]
) -> None:
    office = town.office()
    author, one, other = (town.station(office) for _ in range(3))
    case, elsewhere, record = author.new_case(), one.new_case(), bound_to(author)
    author.sync()
    one.sync()
    author.act(author.revision(record, type=type_, case=case, put={"suite": "true"}))
    one.act(one.revision(record, type="wanted", case=elsewhere, put={"suite": "false"}))
    other.act(other.revision(record, type="wanted", case=elsewhere, put={"suite": "next"}, context={one.replica: 2}))
    senders = {"true": author, "false": one, "next": other}
    for name in order:
        senders[name].sync()
    for each in senders.values():
        assert each.agrees(each.sync())
    with town.centre.database.read() as connection:
        found = load(connection, LogReader(), [record])[record]
    assert (found.row.type, found.row.case, found.state.agreed("suite")) == (type_, case, "true")
    assert found.uncounted == {(one.replica, 2), (other.replica, 1)}
    check_whole(town)


@pytest.mark.parametrize("carried", [("next", "true"), ("next", "false", "true")])
def test_in_one_push_a_forgers_second_word_keeps_the_author_not_out(town: Town, carried: tuple[str, ...]) -> None:
    office = town.office()
    author, one, other, carrier = (town.station(office) for _ in range(4))
    case, elsewhere, record = author.new_case(), one.new_case(), bound_to(author)
    for each in (author, one):
        each.sync()
    author.act(author.revision(record, type="person", case=case, put={"suite": "true"}))
    one.act(one.revision(record, type="wanted", case=elsewhere, put={"suite": "false"}))
    other.act(other.revision(record, type="wanted", case=elsewhere, put={"suite": "next"}, context={one.replica: 2}))
    acts = {"true": author.outbox, "false": one.outbox, "next": other.outbox}
    answer = carrier.sync(carried=[act for each in carried for act in acts[each]])
    assert answer.results is not None
    assert {code for _, code in verdicts(town, answer.results.verdicts)} <= {"stated_once", "out_of_scope"}
    with town.centre.database.read() as connection:
        found = load(connection, LogReader(), [record])[record]
    assert (found.row.type, found.row.case, found.state.agreed("suite")) == ("person", case, "true")
    check_whole(town)


def test_what_waits_is_measured_by_the_beginning_and_not_by_who_comes_next(town: Town) -> None:
    office = town.office()
    author, colleague, forger = (town.station(office) for _ in range(3))
    case, elsewhere, record = author.new_case(), forger.new_case(), bound_to(author)
    author.sync()
    author.act(author.revision(record, type="person", case=case, put={"suite": "true"}))
    colleague.act(
        colleague.revision(record, type="person", case=case, put={"suite": "more"}, context={author.replica: 2})
    )
    assert colleague.sync().codes == [("waiting", "")]
    forger.act(forger.revision(record, type="wanted", case=elsewhere, context={author.replica: 2}))
    forger.sync()
    author.sync()
    with town.centre.database.read() as connection:
        found = load(connection, LogReader(), [record])[record]
    assert (found.row.case, found.state.agreed("suite")) == (case, "more")
    check_whole(town)
