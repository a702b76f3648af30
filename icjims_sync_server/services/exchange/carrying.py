"""Boxes that came on a stick and were carried here: opened with the centre's sealing key, taken as carried acts."""

from __future__ import annotations

from typing import Final

from icjims_core import bundle, wire
from icjims_core.wire import Results
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import pulling, receiving

MAX_BOX_BYTES: Final = wire.MAX_BODY_BYTES


def take_box(centre: Centre, signing_key: bytes, data: bytes) -> Results:
    """Take the acts in an encoded CentreBox, all of them carried ones: a gap waits.

    Whoever brings a box speaks for no replica. Raises `Broken`, and `Refused` for a device that may not.
    """
    with centre.database.read() as connection:
        device = pulling.asker(connection, signing_key).device
    push = bundle.open_centre_box(centre.keys.sealing, data)
    received = receiving.receive(centre, device, None, push.acts)
    return Results(received.act, received.audit, tuple(received.outcomes), tuple(received.verdicts))
