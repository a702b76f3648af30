"""Numbers of cases: provisional ones given here, and the Register's as it stands in another record of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import Row, select

from icjims_core.acts import Changes
from icjims_core.declarations.schema import RecordType, Standing
from icjims_core.encoding import Nested, Value
from icjims_core.modules import registry
from icjims_core.paper import numbers
from icjims_core.paper.register_origin import SIGNED_FILE, TYPE, is_service
from icjims_core.problem import Refused
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.records import Record
from icjims_core.projections.tables import act_table, list_table, record_table
from icjims_desktop.services import documents
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document, agreed_values
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.recording.assignments import Assignment
from icjims_desktop.services.scope import View

CASE: Final = "case"
REGISTER: Final = "register_number"
PROVISIONAL: Final = "provisional_number"
_COUNTER: Final = "provisional_numbers"
_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """What a case is called by, empty where it has no number at all; `provisional` until the Register has given one."""

    value: str
    provisional: bool

    def marked(self, language: str) -> str:
        """The number as papers and lines have it: one that the Register has not given says so."""
        if not self.value or not self.provisional:
            return self.value
        return f"{self.value} ({numbers.mark(self.value).text(language)})"


def give(desk: Desk, cases: Sequence[bytes]) -> list[str]:
    """Provisional numbers for cases that are being made here, in this order."""
    if not cases:
        return []
    first = desk.store.count_on(_COUNTER, len(cases)) - len(cases) + 1
    return [numbers.provisional(desk.me.office, case, first + at) for at, case in enumerate(cases)]


def with_number(desk: Desk, type_: str, case: bytes, stated: Sequence[Assignment]) -> Sequence[Assignment]:
    """What is stated of a new record; of a case without a number of its own, with a provisional one."""
    if type_ != CASE or any(each.field == PROVISIONAL and each.value for each in stated):
        return stated
    given = assignments.of_object({PROVISIONAL: give(desk, [case])[0]})
    return [*(each for each in stated if each.field != PROVISIONAL), *given]


def check(type_: str, record: bytes, changes: Changes) -> None:
    """Raises `Refused("invalid", …)` where a case is given a number that nobody types; see `numbers.wrongly_typed`."""
    stated = changes.get("put", {}).get(PROVISIONAL) if type_ == CASE else None
    rule = numbers.wrongly_typed(stated, record) if isinstance(stated, str) else None
    if rule is not None:
        raise Refused("invalid", type=type_, field=PROVISIONAL, rule=rule)


def called(values: Mapping[str, Value]) -> CaseNumber:
    """What a case with these values is called by."""
    register = str(values.get(REGISTER) or "")
    return CaseNumber(register or str(values.get(PROVISIONAL) or ""), provisional=not register)


def standing(view: View, cases: Iterable[bytes]) -> dict[bytes, dict[str, Value]]:
    """What stands of these cases in other records of theirs, by case and derived field; see `schema.Standing`.

    Annulled records and values in conflict are left out; of several records the one that happened first counts.
    """
    wanted = list(dict.fromkeys(cases))
    found: dict[bytes, dict[str, Value]] = {each: {} for each in wanted}
    for field in registry()[CASE].fields:
        if isinstance(field.derived, Standing):
            for type_, source in field.derived.sources:
                for case, value in _first(view, registry()[type_], source, wanted):
                    found[case].setdefault(field.name, value)
    return found


def _first(view: View, declared: RecordType, name: str, cases: Sequence[bytes]) -> Iterable[tuple[bytes, Value]]:
    """Case and value, the earliest record of a case first."""
    if declared.name == TYPE:
        yield from _of_register(view, declared, name, cases)
        return
    table = list_table(declared.name)
    for start in range(0, len(cases), _CHUNK):
        statement = (
            select(record_table.c.case_id, table.c[name])
            .join(table, table.c.number == record_table.c.number)
            .where(record_table.c.case_id.in_(cases[start : start + _CHUNK]), view.condition())
            .where(table.c[name].is_not(None), record_table.c.number.not_in(view.annulled(declared.name)))
            .order_by(table.c[declared.moment or name], record_table.c.id)
        )
        for row in view.connection.execute(statement):
            yield row[0], row[1]


def _of_register(view: View, declared: RecordType, name: str, cases: Sequence[bytes]) -> Iterable[tuple[bytes, Value]]:
    """The same of the Register's own records, as they stand without what was forged in its name."""
    found: list[tuple[str, bytes, bytes, Value]] = []
    moment, table = declared.moment or name, list_table(declared.name)
    for start in range(0, len(cases), _CHUNK):
        statement = (
            select(*record_table.c["id", "case_id", "log"], *table.c["source", moment, name])
            .join(table, table.c.number == record_table.c.number)
            .where(record_table.c.case_id.in_(cases[start : start + _CHUNK]), view.condition())
        )
        rows = {row[0]: row for row in view.connection.execute(statement)}
        listed = _listed_as_they_stand(view, rows.values())
        found += [(str(rows[each][4]), each, rows[each][1], rows[each][5]) for each in listed]
        for each in view.records(rows.keys() - listed).values():
            values = agreed_values(declared, each.state)
            if not each.state.annulments and each.row.case is not None:
                found.append((str(values.get(moment)), each.row.id, each.row.case, values.get(name)))
    return ((case, value) for _, _, case, value in sorted(found, key=lambda each: each[:2]) if value is not None)


def _listed_as_they_stand(view: View, rows: Iterable[Row[Any]]) -> set[bytes]:
    """The records in which nothing can be forged: of one revision, and none of a signed file but by the centre."""
    single = {row.id: (places[0].act, row.source) for row in rows if len(places := unpacked_log(row.log)) == 1}
    files = {act for act, source in single.values() if source == SIGNED_FILE}
    authors = dict(rows_in(view.connection, act_table, ("number", "author"), "number", files))
    centres = {act for act, key in authors.items() if is_service(view.people.author(key).login)}
    return {record for record, (act, source) in single.items() if source != SIGNED_FILE or act in centres}


def values_of(view: View, records: Iterable[Record]) -> dict[bytes, dict[str, Value]]:
    """The agreed values of cases among these records, with what stands elsewhere, by id."""
    cases = {each.row.id: each for each in records if each.row.type == CASE}
    elsewhere = standing(view, cases)
    return {case: agreed_values(registry()[CASE], cases[case].state) | elsewhere[case] for case in cases}


def documents_of(view: View, records: Sequence[Record]) -> list[Document]:
    """The records as `show` prints them, cases with the number that they are called by."""
    values = values_of(view, records)
    return [_document(view, each, values.get(each.row.id)) for each in records]


def _document(view: View, record: Record, values: Mapping[str, Value] | None) -> Document:
    found = documents.document(record, view.people)
    if values is not None:
        number = called(values)
        found["number"] = {"value": number.value or None, "provisional": number.provisional}
        if values.get(REGISTER):
            fields = cast("dict[str, Document]", found["fields"])
            fields[REGISTER] = {"value": cast("Nested", values[REGISTER])}
    return found
