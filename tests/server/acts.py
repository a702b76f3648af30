"""Records that officers make in a case, and their signatures under hand-overs, as the centre has them."""

from __future__ import annotations

import uuid

from icjims_core import signing
from icjims_core.modules import record_type
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.signing import OFFICER, Statement
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id


def record(station: Workstation, case: bytes, type_: str, **put: object) -> bytes:
    made = new_id()
    station.act(station.revision(made, type=type_, case=case, put=put))
    return made


def signed(town: Town, station: Workstation, case: bytes, act: bytes) -> None:
    """An officer's signature of a hand-over as the centre has it."""
    station.sync()
    town.project()
    with town.centre.database.read() as connection:
        state = load(connection, LogReader(), [act])[act].state
    said = signing.content(record_type("handover"), state)
    key = station.keys.author_public.hex()
    words = Statement(str(uuid.UUID(bytes=act)), "handover", "2026-1", said, OFFICER, "2026-03-02T10:00+06:00", key)
    stated = {name: getattr(words, name) for name in ("act", "edition", "content", "capacity", "signed_at", "key")}
    unit = record_type("signing").by_name["act"].unit
    whole = {**stated, "act_type": words.type, "signature": words.sign(station.keys.author)}
    record(station, case, "signing", **{unit: whole})
    station.sync()
    town.project()
