"""Closing what the law seals: a change of its true type becomes one of a sealed record that stands in the open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import func, select

from icjims_core.compartments import SEALED_RECORD, Contents, Officer, seal
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import record_type, registry
from icjims_core.projections.records import Record
from icjims_core.projections.tables import act_table
from icjims_desktop.services.compartments import circles
from icjims_desktop.services.moments import instant
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory
from icjims_desktop.store.log.commits import Change, Random


@dataclass(frozen=True, slots=True)
class Closed:
    """A change as it stands in the open, and the logins of those who may read it and have no key to do so yet."""

    change: Change
    without_key: tuple[str, ...]


def is_sealed(type_: str) -> bool:
    """Whether nothing of a record of this type may stand in the open."""
    declared = registry().get(type_)
    return declared is not None and bool(declared.sealed)


def close(
    view: View, me: Me, change: Change, random: Random, now: int, *, of: Record | None = None, key: bytes = b""
) -> Closed:
    """The change closed for those who may read it now; what belongs to a sealed act (`of`), for those of that act.

    `key`: the content key, where a file was encrypted under it already.
    """
    known = view.records([change.record]).get(change.record)
    subject = circles.of_change(view, me, change, known, of)
    may = circles.readers_of(view, me, subject, now)
    contents = Contents(
        format=1,
        compartment=subject.compartment,
        type=change.type,
        module=change.module,
        changes=change.changes,
        reason=change.reason,
        readers=tuple(sorted(_keys(view, may))),
        earlier=tuple(sorted(known.unsealed.keys.items())) if known and known.unsealed else (),
    )
    outside = replace(
        change,
        type=SEALED_RECORD,
        module=record_type(SEALED_RECORD).version,
        changes=seal(contents, change.record, random, key),
        reason=None,
    )
    return Closed(outside, tuple(each.login for each in may if not each.keys))


def reseal(view: View, me: Me, random: Random, now: int) -> list[Change]:
    """Changes that hand the keys of sealed records to those who may read them by now and could not before.

    Of what the user himself can read here and may write.
    """
    found: list[Change] = []
    if me.role not in record_type(SEALED_RECORD).roles:
        return found
    records = view.unsealed()
    if not records:
        return found
    rolls = circles.Rolls(view, me, now)
    for record in records:
        subject = circles.of_record(view, me, record)
        may = _keys(view, circles.readers_of(view, me, subject, now, rolls))
        if record.unsealed is not None and may - record.unsealed.readers:
            state, act = record.state, circles.signed_act(view, record)
            nothing = Change(record.row.id, record.row.type, state.module, record.row.case, state.vector, {})
            found.append(close(view, me, nothing, random, now, of=act).change)
    return found


def stands_at(view: View, now: int) -> tuple[int, int, str]:
    """What the readers of everything depend on: while it is the same, nobody new may read anything."""
    acts = view.connection.scalar(select(func.max(act_table.c.number))) or 0
    return directory.position(view.connection), acts, instant(now).astimezone(BISHKEK).date().isoformat()


def _keys(view: View, officers: list[Officer]) -> set[bytes]:
    """Their keys, and the user's own: what he writes he can always read."""
    keys = {key for each in officers for key in each.keys}
    return keys | {view.opener.public} if view.opener else keys
