"""The commands on work that came in and does not count."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.safekeeping import quarantine as kept

Result = dict[str, object]


def quarantine(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`quarantine list`, `quarantine show`."""
    if arguments.action == "show":
        return {"quarantined": kept.shown(centre, arguments.id)}
    return {"quarantined": kept.listed(centre)}


COMMANDS: Final[dict[str, Callable[[Centre, argparse.Namespace], Result]]] = {"quarantine": quarantine}
