"""`verify` sees what was changed behind the centre's back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection, Table, delete, select, update

from icjims_core.projections.tables import act_table, list_table, record_table
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.store import schema, settings
from icjims_sync_server.store.tables import (
    directory_table,
    feed_row_table,
    feed_table,
    head_table,
    queue_table,
)
from tests.server.town import Town
from tests.server.workstation import new_id


def _written(town: Town) -> bytes:
    station = town.station(town.office())
    case = station.new_case()
    person = new_id()
    station.act(station.revision(person, type="person", case=case, put={"surname": "Асанов"}))
    station.act(station.revision(person, type="person", case=case, put={"surname": "Осмонов"}))
    station.sync()
    town.project()
    assert verification.verify(town.centre).wrong == []
    return person


def _newest(connection: Connection, table: Table) -> Any:
    return connection.execute(select(table).order_by(table.c[0].desc()).limit(1)).one()


def _flip(connection: Connection) -> None:
    row = _newest(connection, act_table)
    packed = bytearray(row.packed)
    packed[len(packed) // 2] ^= 1
    connection.execute(update(act_table).where(act_table.c.number == row.number).values(packed=bytes(packed)))


def _drop_act(connection: Connection) -> None:
    connection.execute(delete(act_table).where(act_table.c.number == _newest(connection, act_table).number))


def _wind_back(connection: Connection) -> None:
    connection.execute(update(head_table).values(counter=head_table.c.counter - 1))


def _hole(connection: Connection) -> None:
    row = _newest(connection, feed_row_table)
    same = (feed_row_table.c.feed == row.feed, feed_row_table.c.position == 2)
    connection.execute(delete(feed_row_table).where(*same))


def _tally(connection: Connection) -> None:
    connection.execute(update(feed_table).values(tally=bytes(40)))


def _entry(connection: Connection) -> None:
    position = _newest(connection, directory_table).position
    connection.execute(update(directory_table).where(directory_table.c.position == position).values(body=b"\x90"))


def _projection(connection: Connection) -> None:
    connection.execute(delete(list_table("person")))


def _record(connection: Connection) -> None:
    connection.execute(delete(record_table).where(record_table.c.number == _newest(connection, record_table).number))


@pytest.mark.parametrize("damage", [_flip, _drop_act, _wind_back, _hole, _tally, _entry, _projection, _record])
def test_each_kind_of_damage_is_reported(town: Town, damage: Any) -> None:
    _written(town)

    class Seen(Exception):
        pass

    def work(connection: Connection) -> None:
        damage(connection)
        report = verification.Report()
        verification.check_snapshot(connection, town.centre, report)
        verification.check_projections_of(connection, report)
        assert report.wrong
        raise Seen

    with pytest.raises(Seen):
        town.centre.database.write(work)
    assert verification.verify(town.centre).wrong == []


def test_law_7_projections_are_made_again_from_the_log(town: Town) -> None:
    person = _written(town)
    with town.centre.database.read() as connection:
        number = connection.scalar(select(record_table.c.number).where(record_table.c.id == person))
        before = connection.execute(select(list_table("person")).order_by("number")).all()
    assert number in [row.number for row in before]

    def forget(connection: Connection) -> bool:
        settings.put(connection, settings.SHAPE, b"older declarations")
        return schema.follow_declarations(connection)

    assert town.centre.database.write(forget)
    Projector(town.centre).run()
    with town.centre.database.read() as connection:
        after = connection.execute(select(list_table("person")).order_by("number")).all()
        assert connection.execute(select(queue_table)).all() == []
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
