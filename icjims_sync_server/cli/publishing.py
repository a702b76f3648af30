"""The commands that publish code lists, the calendar, rules of deadlines and contacts, and show what was published."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from icjims_core.problem import Refused
from icjims_core.publishing import contacts
from icjims_core.publishing.publications import CONTACTS, MAX_DOCUMENT, flaw
from icjims_sync_server.services.administration import publishing
from icjims_sync_server.services.centre import Centre

Result = dict[str, object]


def publish(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`publish list`, `publish calendar`, `publish deadlines`, `publish contacts`."""
    kind, file = arguments.action, Path(arguments.file)
    text = _text(file)
    if kind == CONTACTS and file.suffix.lower() == ".csv":
        text = contacts.from_csv(text, arguments.edition or "", arguments.source or file.name)
    name = getattr(arguments, "name", None) or publishing.default_name(kind, file.stem)
    return asdict(publishing.publish(centre, kind, name, text))


def publications(centre: Centre, _arguments: argparse.Namespace) -> Result:
    """`publications`."""
    return {"publications": publishing.listed(centre)}


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_DOCUMENT + 1)
    except OSError:
        raise Refused("no_such_file", file=file.name[:200]) from None
    if len(data) > MAX_DOCUMENT:
        raise flaw("too_large", limit=MAX_DOCUMENT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise flaw("malformed", reason=str(error)[:200]) from None


COMMANDS: Final[dict[str, Callable[[Centre, argparse.Namespace], Result]]] = {
    "publish": publish,
    "publications": publications,
}
