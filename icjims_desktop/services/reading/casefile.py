"""A case and its steps as screens and terminals show them: lines in words, what the centre has, what is disputed."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from icjims_core.declarations.schema import Kind
from icjims_core.encoding import Value
from icjims_core.modules import registry
from icjims_core.names import sort_key
from icjims_core.officers import NOBODY, Officer
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_core.projections.tables import conflict_table, list_table, record_table
from icjims_core.record_ids import made_at_ms
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import headers_of, officer_of
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Mask, Wording, moment
from icjims_desktop.store.log import replicas
from icjims_desktop.store.tables import carried_table

CASE = "case"
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One record as a line: `moment` as stored (empty: not stated), the other times in ms since 1970.

    `made_at` is told by the record's id, which orders what states no moment; `recorded_at` by its first revision.
    """

    id: str
    type: str
    label: str
    sentence: str
    moment: str
    author: Officer
    recorded_at: int
    changed_at: int
    made_at: int
    on_centre: bool
    annulled: bool
    conflicts: int
    waiting: int


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: its step, its agreed values in stored form, its number in this store, and whether it shows only
    what finds it."""

    number: int
    step: Step
    values: Mapping[str, Value]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What the centre has acknowledged: counters of this store's replicas, and acts that only wait to be carried."""

    counters: Mapping[bytes, int]
    carried: frozenset[int]

    def has(self, record: Record) -> bool:
        """Whether the centre holds everything of a record."""
        held = all(counter <= self.counters.get(replica, counter) for replica, counter in record.state.vector.items())
        return held and not any(place.act in self.carried for place in record.row.log)


def sent(view: View) -> Sent:
    """How far the centre has acknowledged."""
    own = [*replicas.former(view.connection), replicas.present(view.connection)]
    carried = view.connection.scalars(select(carried_table.c.act_number).where(carried_table.c.act_number.is_not(None)))
    return Sent({each.id: each.act.sent for each in own}, frozenset(each for each in carried if each is not None))


def steps(view: View, records: Sequence[Record], language: str, mask: Mask | None = None) -> list[Step]:
    """The records as lines, in the order given; a list of many cases gives a mask for children."""
    wording, acknowledged = Wording(view, language, mask), sent(view)
    wording.prepare(records)
    return [_step(view, record, wording, acknowledged) for record in records]


def _step(view: View, record: Record, wording: Wording, acknowledged: Sent) -> Step:
    state, headers = record.state, headers_of(record, view.people)
    created = headers.get(state.created) if state.created else None
    return Step(
        id=identifiers.to_text(record.row.id),
        type=record.row.type,
        label=wording.label(record.row.type),
        sentence=wording.line(record),
        moment=moment(state),
        author=officer_of(created[0]) if created else NOBODY,
        recorded_at=created[1] if created else 0,
        changed_at=max((at for _, at in headers.values()), default=0),
        made_at=made_at_ms(record.row.id) or (created[1] if created else 0),
        on_centre=acknowledged.has(record),
        annulled=bool(state.annulments),
        conflicts=len(state.conflicts()),
        waiting=len(state.waiting),
    )


def records_of(view: View, case: bytes) -> list[Record]:
    """The case and its records in the order of what happened; raises `Refused("not_found")`."""
    if not view.shows(case):
        raise Refused("not_found", record=identifiers.to_text(case))
    ids = list(view.connection.scalars(select(record_table.c.id).where(record_table.c.case_id == case)))
    found = view.records(ids)
    head = found.pop(case, None)
    if head is None:
        raise Refused("not_found", record=identifiers.to_text(case))
    return [head, *sorted((each for each in found.values() if each.state.created), key=_when)]


def _when(record: Record) -> tuple[str, bytes]:
    """By the stated moment; what states none comes where it was made: the id begins with its time."""
    stated = moment(record.state)
    if not stated:
        stated = identifiers.made_at(record.row.id)
    return stated, record.row.id


def case_numbers(
    view: View, *, equal: Mapping[str, Value], sort: str, descending: bool, attention: str = ""
) -> array[int]:
    """Record numbers of the cases that have these list values, sorted by a list column.

    `attention`: `conflicts` or `annulled` leaves only those; annulled ones are left out otherwise.
    """
    table, declared = list_table(CASE), registry()[CASE]
    if sort not in ("", *declared.columns) or not equal.keys() <= set(declared.columns):
        raise Refused("invalid", field=sort, rule="unknown_field", type=CASE)
    column = table.c[sort] if sort else table.c.number
    statement = select(table.c.number).where(*(table.c[name] == value for name, value in equal.items()))
    if view.hidden:
        visible = select(record_table.c.number).where(record_table.c.type == CASE, view.condition())
        statement = statement.where(table.c.number.in_(visible))
    annulled = table.c.number.in_(view.annulled(CASE))
    statement = statement.where(annulled if attention == "annulled" else ~annulled)
    if attention == "conflicts":
        statement = statement.where(table.c.number.in_(_disputed()))
    if sort and declared.by_name[sort].kind is Kind.TEXT:
        return _alphabetical(view, statement.add_columns(column.label("text")), descending=descending)
    order = column.desc().nulls_last() if descending else column.asc().nulls_last()
    return array("q", view.connection.scalars(statement.order_by(order, table.c.number.desc())))


def _alphabetical(view: View, statement: Select[int, str | None], *, descending: bool) -> array[int]:
    """The numbers by the Kyrgyz alphabet, which no order of code points is; those without a text come last."""
    rows = sorted(view.connection.execute(statement), key=lambda row: -row.number)
    filled = [row for row in rows if row.text]
    filled.sort(key=lambda row: sort_key(row.text), reverse=descending)
    return array("q", (row.number for row in (*filled, *(row for row in rows if not row.text))))


def numbers_of(view: View, cases: Collection[bytes]) -> list[int]:
    """Record numbers of those of the cases that may be shown."""
    found: list[int] = []
    wanted = sorted(cases)
    for start in range(0, len(wanted), _CHUNK):
        statement = select(record_table.c.number).where(
            record_table.c.id.in_(wanted[start : start + _CHUNK]), record_table.c.type == CASE, view.condition()
        )
        found += view.connection.scalars(statement)
    return found


def _disputed() -> Select[int]:
    """Numbers of the cases in which something is in conflict, the case itself or one of its records."""
    inner = record_table.alias("disputed")
    cases = (
        select(inner.c.case_id)
        .join(conflict_table, conflict_table.c.record_number == inner.c.number)
        .where(inner.c.case_id.is_not(None))
    )
    return select(record_table.c.number).where(record_table.c.id.in_(cases))


def case_lines(view: View, numbers: Sequence[int], language: str, mask: Mask) -> list[CaseLine]:
    """The cases of these numbers in this order as the mask leaves them; one that has left meanwhile is left out."""
    statement = select(record_table.c.number, record_table.c.id).where(record_table.c.number.in_(numbers))
    ids = {row.number: row.id for row in view.connection.execute(statement)}
    found = view.records(ids.values())
    values = numbering.values_of(view, found.values())
    shown = [(number, found[ids[number]]) for number in numbers if ids.get(number) in found]
    lines = steps(view, [record for _, record in shown], language, mask)
    return [
        CaseLine(number, line, mask.left(record, values[record.row.id]), mask.brief(record))
        for (number, record), line in zip(shown, lines, strict=True)
    ]
