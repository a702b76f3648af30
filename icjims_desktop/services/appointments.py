"""What acceptances and hand-overs of a case say just now, each word with its author."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from icjims_core.clocks import Dot
from icjims_core.compartments import Naming, Person, Sending
from icjims_core.modules import record_type
from icjims_core.projections.records import Record
from icjims_core.rule_data import instant
from icjims_desktop.services.documents import parts_of

ACCEPTANCE: Final = "acceptance"
HANDOVER: Final = "handover"


def namings(record: Record, authors: Mapping[bytes, Person], now: datetime.datetime) -> Iterator[Naming]:
    """By whom an acceptance says that a login has the case, alone or in a group; nothing once it has ended.

    `authors`: the people behind authors' keys.
    """
    if record.row.type != ACCEPTANCE or record.state.annulments:
        return
    ends = (instant(until) for _, until in _values(record, "until"))
    if any(end is not None and end <= now for end in ends):
        return
    stated = [*_values(record, "login")]
    for member, dots in record.state.sets.get("members", {}).values():
        stated += [(dot, member) for dot in dots]
    for dot, login in stated:
        author = _author(record, dot, authors)
        if author is not None and isinstance(login, str):
            yield Naming(author, login)


def sendings(record: Record, authors: Mapping[bytes, Person]) -> Iterator[Sending]:
    """By whom a hand-over says to which office the case goes."""
    if record.row.type != HANDOVER or record.state.annulments:
        return
    for dot, office in _values(record, "to_office"):
        author = _author(record, dot, authors)
        if author is not None and isinstance(office, str):
            yield Sending(author, office)


def _values(record: Record, name: str) -> Iterator[tuple[Dot, object]]:
    """The standing values of a field, each with its dot."""
    declared = record_type(record.row.type)
    unit = declared.by_name[name].unit
    for dot, value in record.state.siblings(unit).items():
        yield dot, parts_of(declared, unit, value).get(name)


def _author(record: Record, dot: Dot, authors: Mapping[bytes, Person]) -> Person | None:
    key = next((each.act.header.author for each in record.written if each.dot == dot), None)
    return None if key is None else authors.get(key)
