"""The Register's own word on this workstation: nobody here writes it, and what was forged of it does not count."""

from __future__ import annotations

from collections.abc import Callable

from icjims_core.acts import Changes
from icjims_core.clocks import Dot
from icjims_core.paper import register_origin
from icjims_core.paper.register_origin import TYPE
from icjims_core.problem import Refused
from icjims_core.projections.records import Record, leaving_out
from icjims_desktop.services import identifiers
from icjims_desktop.services.people import Me, People


def check(people: People, me: Me, record: Record) -> None:
    """Raises `register_alone` for a record that the centre made from a signed file."""
    if register_origin.is_service(me.login):
        return
    if record.row.type == TYPE and register_origin.is_centres(record.written, _logins(people)):
        raise Refused(register_origin.CODE, record=identifiers.to_text(record.row.id))


def check_changes(me: Me, type_: str, changes: Changes) -> None:
    """Raises `register_alone` where the user says that a number came in a signed file."""
    if register_origin.forges(type_, changes, me.login):
        raise Refused(register_origin.CODE, type=type_, field="source")


def forged(people: People, record: Record) -> frozenset[Dot]:
    """Which revisions of a record speak for the Register and are not the centre's."""
    return register_origin.forged(record.written, _logins(people)) if record.row.type == TYPE else frozenset()


def without_forged(people: People, record: Record) -> Record:
    """The record as it stands without what others wrote in the Register's name, whatever the centre has said yet."""
    false = forged(people, record) - record.uncounted
    return leaving_out(record, false) if false else record


def _logins(people: People) -> Callable[[bytes], str]:
    return lambda key: people.author(key).login
