"""The commands that show what the country's records say of paper: transfers not confirmed, doubtful numbers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from icjims_sync_server.services import paper
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.projector import Projector

Result = dict[str, object]


def handovers(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`handovers`."""
    return {"handovers": paper.handovers(centre, every=arguments.all)}


def register(centre: Centre, _arguments: argparse.Namespace) -> Result:
    """`register doubts`."""
    Projector(centre).run()
    return {"doubts": paper.register_doubts(centre)}


COMMANDS: Final[dict[str, Callable[[Centre, argparse.Namespace], Result]]] = {
    "handovers": handovers,
    "register": register,
}
