"""Whether acts that count at the centre refer to the record of a person or participant."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, select

from icjims_core.law.casefile import Step, case_file, claims, units_of
from icjims_core.modules import registry
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.succession import takes_place
from icjims_core.projections.tables import record_table
from icjims_core.safeguards.alerts import NAMED
from icjims_sync_server.services.scope.holding import Held


def is_named(connection: Connection, reader: LogReader, record: Record) -> bool:
    """Whether the record is of a person or participant whom such an act of its case names."""
    case = record.row.case
    if record.row.type not in NAMED or case is None:
        return False
    ids = connection.scalars(select(record_table.c.id).where(record_table.c.case_id == case)).all()
    of_case = {str(uuid.UUID(bytes=each)): found for each, found in load(connection, reader, ids).items()}
    held = Held(connection, reader, of_case)
    steps = [_step(held, name, found) for name, found in of_case.items() if found.row.type in registry()]
    succession = [(new, old) for new, old in claims(steps) if takes_place(held, of_case[new], of_case[old])]
    name = str(uuid.UUID(bytes=record.row.id))
    return bool(case_file(str(uuid.UUID(bytes=case)), steps, succession).naming(name))


def _step(held: Held, name: str, record: Record) -> Step:
    declared = registry()[record.row.type]
    units = units_of(declared, record.state)
    return Step(name, record.row.type, declared, units, annulled=held.is_annulled(record))
