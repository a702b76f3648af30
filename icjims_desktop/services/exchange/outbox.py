"""What still waits to be sent, case by case, as the sync page tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select

from icjims_core.acts import ACT
from icjims_core.modules import registry
from icjims_core.projections.tables import act_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.reading import casefile
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import replicas

MOST_ACTS = 500
"""So many acts are told one by one; the count of all is that of `status`."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes out of one case: its line (empty: of no case), how many changes of which types, and their bytes."""

    case: str
    sentence: str
    types: tuple[tuple[str, int], ...]
    size: int


@dataclass(slots=True)
class _Gathered:
    types: Counter[str] = field(default_factory=Counter)
    size: int = 0


def parcels(desk: Desk, language: str) -> list[Parcel]:
    """What waits, in the order in which it was written; of the first 500 acts."""
    with desk.view() as view:
        gathered = _gathered(view)
        found = view.records(case for case in gathered if case is not None)
        lines = dict(zip(found, casefile.steps(view, list(found.values()), language), strict=True))
    desk.consultation.looked("list", found.values(), now=desk.now())
    shown = []
    for case, each in gathered.items():
        if case is None or case in lines:
            name = identifiers.to_text(case) if case else ""
            sentence = lines[case].sentence if case else ""
            shown.append(Parcel(name, sentence, tuple(_labelled(each.types, language)), each.size))
    return shown


def _labelled(types: Counter[str], language: str) -> list[tuple[str, int]]:
    declared = registry()
    return [(declared[name].label.text(language) if name in declared else name, count) for name, count in types.items()]


def _gathered(view: View) -> dict[bytes | None, _Gathered]:
    numbers: list[int] = []
    for each in replicas.every(view.connection):
        statement = select(act_table.c.number).where(
            act_table.c.replica == each.id, act_table.c.stream == ACT, act_table.c.counter > each.act.sent
        )
        numbers += view.connection.scalars(statement.order_by(act_table.c.counter).limit(MOST_ACTS - len(numbers)))
    gathered: dict[bytes | None, _Gathered] = {}
    stored = view.reader.read(view.connection, numbers)
    for number in numbers:
        act = stored[number]
        for index, body in act.bodies.items():
            outline = act.outline(index)
            parcel = gathered.setdefault(outline.case, _Gathered())
            parcel.types[outline.type] += 1
            parcel.size += len(body)
    return gathered
