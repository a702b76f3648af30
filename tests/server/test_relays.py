"""What a hostile carrier can do to acts of others: nothing that their devices cannot undo, nothing that is lost."""

from __future__ import annotations

import secrets

import pytest
from sqlalchemy import select

from icjims_core import bundle
from icjims_core.acts import AUDIT
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct
from icjims_core.wire import Push
from icjims_sync_server.services.exchange import carrying, sessions
from icjims_sync_server.services.exchange.chains import NOTHING
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.store.tables import aside_table
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id, read_answer, request


def written(town: Town, office: str) -> Workstation:
    """A workstation with three unsent acts: a case and two persons."""
    station = town.station(office)
    case = station.new_case()
    for name in ("a", "b"):
        station.act(station.revision(new_id(), type="person", case=case, put={"name": name}))
    return station


def test_a_replica_of_zeros_stops_no_box(town: Town) -> None:
    hostile, author, carrier = town.station(town.office()), written(town, town.office()), town.station(town.office())
    hostile.replica = bytes(16)
    hostile.new_case()
    assert hostile.sync().codes == [("stored", "")]
    box = bundle.centre_box(Push(tuple(author.outbox)), town.centre.keys.sealing_public, secrets.token_bytes)
    results = carrying.take_box(town.centre, carrier.keys.signing_public, encode(box))
    assert [each.result for each in results.outcomes] == ["stored"] * 3
    assert results.act == NOTHING


@pytest.mark.parametrize("at_once", [False, True])
def test_a_shorter_form_does_not_put_out_what_lies_aside(town: Town, at_once: bool) -> None:
    office = town.office()
    author, hostile, reader = written(town, office), town.station(office), town.station(office)
    first, *rest = author.outbox
    empty = [OpenAct(act).disclose([]) for act in rest]
    assert hostile.sync(carried=rest).codes == [("waiting", "gap")] * 2
    if at_once:
        assert {result for result, _ in hostile.sync(carried=[first, *empty]).codes} == {"stored"}
    else:
        assert hostile.sync(carried=empty).codes == [("waiting", "gap")] * 2
        assert hostile.sync(carried=[first]).codes == [("stored", "")]
    assert reader.agrees(reader.sync())
    assert len(reader.held[f"office:{office}"]) == 3
    town.project()
    assert verification.verify(town.centre).wrong == []


def test_a_shorter_form_does_not_put_out_what_is_quarantined(town: Town) -> None:
    office = town.office()
    author, carrier = town.station(office), town.station(office)
    author.new_case()
    author.sync()
    other = author.signed([author.revision(new_id())], NOTHING)
    assert carrier.sync(carried=[OpenAct(other).disclose([])]).codes == [("stored", "equivocation")]
    assert carrier.sync(carried=[other]).codes == [("duplicate", "equivocation")]
    with town.centre.database.read() as connection:
        packed = connection.scalar(select(aside_table.c.packed).where(aside_table.c.act_id == OpenAct(other).act_id))
    assert packed == encode(other)


def test_headers_that_went_before_do_not_pass_for_the_acts(town: Town) -> None:
    """Law 1: a device is told that its acts are there only when their bodies are."""
    office = town.office()
    author, hostile, reader = written(town, office), town.station(office), town.station(office)
    author.act(stream=AUDIT, bodies=[encode({"event": "looked"})])
    empty = [OpenAct(act).disclose([]) for act in author.outbox]
    assert hostile.sync(carried=empty).codes == [("stored", "")] * 4
    greeted = read_answer(author.post(request(author.hello()))).welcome
    assert (greeted.standing, greeted.act, greeted.audit) == ("ok", NOTHING, NOTHING)
    ids = [OpenAct(act).act_id for act in author.outbox]
    with town.centre.database.read() as connection:
        assert sessions.known_acts(connection, author.device, ids) == []
    first = read_answer(author.post(request(author.hello(), author.outbox[:1])))
    assert first.results is not None
    assert first.results.act.counter == 1
    last = author.sync()
    assert last.results is not None
    assert (last.results.act, last.results.audit) == (author.heads[0], author.heads[1])
    assert author.agrees(last)
    assert reader.agrees(reader.sync())
    assert len(reader.held[f"office:{office}"]) == 3
    with town.centre.database.read() as connection:
        assert sorted(sessions.known_acts(connection, author.device, ids)) == sorted(ids)
        assert not list(connection.scalars(select(aside_table.c.act_id).where(aside_table.c.replica == author.replica)))


def test_what_a_device_itself_no_longer_has_is_not_asked_for(town: Town) -> None:
    office = town.office()
    author, carrier = written(town, office), town.station(office)
    purged = [OpenAct(act).disclose([]) for act in author.outbox]
    carrier.sync(carried=purged)
    author.outbox = list(purged)
    answer = author.sync()
    assert answer.results is not None
    assert answer.results.act == author.heads[0]


def test_a_replica_that_another_device_took_first_is_told_as_a_fork(town: Town) -> None:
    office = town.office()
    author, hostile = written(town, office), town.station(office)
    hostile.replica = author.replica
    hostile.new_case()
    assert hostile.sync().codes == [("stored", "")]
    for body in (request(author.hello()), request(author.hello(), author.outbox)):
        answer = read_answer(author.post(body))
        assert (answer.welcome.standing, answer.welcome.act, answer.results) == ("fork", NOTHING, None)
