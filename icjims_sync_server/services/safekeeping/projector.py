"""What follows the log at its own pace: projections, and the receivers of hand-overs. No verdict waits for it."""

from __future__ import annotations

from functools import partial
from typing import Final

from sqlalchemy import Connection, delete, select

from icjims_core.projections import lists
from icjims_core.projections.log import LogReader
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import handing
from icjims_sync_server.store.tables import queue_table

STEP_RECORDS: Final = 500
"""Records of one transaction: on SQLite a push waits no longer than it takes to project these."""


class Projector:
    """Takes the projection queue step by step; one of it at a time."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._rest: list[bytes] = []
        self._numbers: list[int] = []
        self._reader = LogReader()

    def step(self) -> bool:
        """Project some records in one transaction; whether anything was left to do."""
        if not self._rest and not self._take():
            return False
        part, self._rest = self._rest[:STEP_RECORDS], self._rest[STEP_RECORDS:]
        done = [] if self._rest else self._numbers
        self._centre.database.write(partial(_project, self._centre, self._reader, part, done))
        return True

    def run(self) -> None:
        """Project everything that is queued."""
        while self.step():
            pass

    def _take(self) -> bool:
        with self._centre.database.read() as connection:
            statement = select(queue_table).order_by(queue_table.c.number).limit(1)
            first = connection.execute(statement).one_or_none()
            if first is None:
                return False
            # Steps of one act share its bodies; whoever replaces an act queues it again.
            self._reader.forget()
            act = self._reader.read(connection, [first.act_number])[first.act_number]
            self._rest = list({act.outline(leaf).record for leaf in act.bodies})
            same = select(queue_table.c.number).where(queue_table.c.act_number == first.act_number)
            self._numbers = list(connection.scalars(same))
        return True


def _project(centre: Centre, reader: LogReader, records: list[bytes], done: list[int], connection: Connection) -> None:
    lists.project(connection, reader, records)
    handing.follow(connection, centre, records)
    if done:
        connection.execute(delete(queue_table).where(queue_table.c.number.in_(done)))
