"""A record as programs outside and screens read it: the document of `show` (docs/cli.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from icjims_core import clocks
from icjims_core.clocks import Dot
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations import editions
from icjims_core.declarations.derived import with_derived
from icjims_core.declarations.editions import EDITIONS
from icjims_core.declarations.schema import RecordType, Sensitivity
from icjims_core.encoding import Nested, Value, encode
from icjims_core.merge import ANNULLED, Entry, State, is_conflict
from icjims_core.modules import registry
from icjims_core.officers import Officer
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.people import People
from icjims_desktop.store.log.directory import UNKNOWN_AUTHOR, Author

Document = dict[str, object]
Headers = Mapping[Dot, tuple[Author, int]]
"""Dot → its author and the time he claims, in milliseconds since 1970 UTC."""

_SINGLE: Final = (UNKNOWN_AUTHOR, 0)


def headers_of(record: Record, people: People) -> Headers:
    """Who wrote each revision of a record, and when by his clock."""
    return {each.dot: (people.author(each.act.header.author), each.act.header.recorded_at) for each in record.written}


def document(record: Record, people: People) -> Document:
    """The record as `show` prints it."""
    state, headers = record.state, headers_of(record, people)
    author, _ = headers.get(state.created, _SINGLE) if state.created else _SINGLE
    found: Document = {
        "id": identifiers.to_text(state.record),
        "type": record.row.type,
        "case": identifiers.to_text(record.row.case) if record.row.case else None,
        "office": author.office,
        "vector": clocks.to_text(state.vector),
        "digest": (record.unsealed.digest if record.unsealed else state.digest()).hex(),
    }
    if state.annulments:
        first = state.annulments[0]
        found["annulled"] = {"reason": first.value, **written_by(first.dot, headers)}
    if state.waiting:
        found["waiting"] = len(state.waiting)
    if record.row.type == SEALED_RECORD:
        made = written_by(state.created, headers) if state.created else {}
        return found | {"sealed": True, **made, "fields": {}}
    if record.unsealed is not None:
        found |= {"sealed": True, "compartment": record.unsealed.compartment, "unread": record.unsealed.unread}
    declared = registry().get(record.row.type)
    found["fields"] = dict(fields(state, declared, headers))
    former = editions.former_labels(editions.written_with(declared, state)) if declared else {}
    return found | ({"labels": former} if former else {})


def without_special(shown: Document) -> Document:
    """The same without special categories of data; `withheld` names what was left out (LED, art. 10)."""
    declared = registry().get(str(shown["type"]))
    special = (
        {each.name for each in declared.fields if each.sensitivity is Sensitivity.SPECIAL_CATEGORY}
        if declared
        else set()
    )
    content = cast("dict[str, object]", shown["fields"])
    withheld = [name for name in content if name in special]
    if not withheld:
        return shown
    left = {name: each for name, each in content.items() if name not in special}
    return shown | {"fields": left, "withheld": withheld}


def officer_of(author: Author) -> Officer:
    """An author as he is told to people."""
    return Officer(author.login, author.name, author.role, author.office)


def who(author: Author) -> Document:
    """An author as programs read him: login, name, post and office as the directory has them."""
    return {"author": author.login, "name": author.name, "role": author.role, "office": author.office}


def written_by(dot: Dot, headers: Headers) -> Document:
    """Who wrote something, when, and its dot."""
    author, recorded_at = headers.get(dot, _SINGLE)
    return {
        **who(author),
        "recorded_at": identifiers.moment_text(recorded_at),
        "dot": str(dot),
    }


def fields(state: State, declared: RecordType | None, headers: Headers) -> Iterator[tuple[str, Document]]:
    """Name and content of each field that was ever written, in the order of declaration, unknown ones last."""
    found: dict[str, Document] = {}
    for unit, values in state.registers.items():
        found |= _register(declared, unit, values, headers)
    for unit, members in state.sets.items():
        if unit != ANNULLED:
            found[unit] = {"value": members_in_order(member for member, _ in members.values())}
    for unit, entries in state.appends.items():
        if unit != EDITIONS:
            found[unit] = {"value": [_entry(entry, headers) for entry in entries]}
    if declared is not None and any(each.derived for each in declared.fields):
        agreed = agreed_values(declared, state)
        found |= {
            each.name: {"value": agreed[each.name]} for each in declared.fields if each.derived and each.name in agreed
        }
    declared_names = [each.name for each in declared.fields] if declared else []
    for name in declared_names:
        if name in found:
            yield name, found.pop(name)
    yield from sorted(found.items())


def members_in_order(members: Iterable[Value]) -> list[Nested]:
    """Members of a set as a sorted list: numbers by size, texts by code points, anything else by its encoding."""

    def rank(member: Value) -> tuple[int, int, str, bytes]:
        if isinstance(member, str):
            return 1, 0, member, b""
        return (0, member, "", b"") if isinstance(member, int) else (2, 0, "", encode(member))

    return cast("list[Nested]", sorted(members, key=rank))


def _register(
    declared: RecordType | None, unit: str, values: Mapping[Dot, Value], headers: Headers
) -> dict[str, Document]:
    conflict = is_conflict(values.values())
    parts = {dot: parts_of(declared, unit, value) for dot, value in sorted(values.items())}
    names = list(dict.fromkeys(name for each in parts.values() for name in each))
    if conflict:
        return {
            name: {
                "siblings": [{"value": each.get(name), **written_by(dot, headers)} for dot, each in parts.items()],
            }
            for name in names
        }
    agreed = next(iter(parts.values()), {})
    return {name: {"value": agreed.get(name)} for name in names}


def parts_of(declared: RecordType | None, unit: str, value: Value) -> dict[str, Value]:
    """The fields of a unit's value: every declared one, absent ones as nothing, and unknown ones as they are."""
    several = declared.unit_fields(unit) if declared else ()
    if is_plain(declared, unit):
        return {unit: value}
    parts: dict[str, Value] = {each.name: None for each in several}
    if isinstance(value, dict) and "$sealed" not in value:
        return parts | cast("dict[str, Value]", value)
    return parts if value is None else dict.fromkeys(parts, value)


def is_plain(declared: RecordType | None, unit: str) -> bool:
    """Whether a unit is one field of its own name, whose value is stored bare; so is everything undeclared."""
    several = declared.unit_fields(unit) if declared else ()
    return not several or (len(several) == 1 and several[0].name == unit)


def _entry(entry: Entry, headers: Headers) -> Document:
    key = "text" if isinstance(entry.value, str) else "value"
    return {key: entry.value, **written_by(entry.dot, headers)}


def agreed_values(declared: RecordType, state: State) -> dict[str, Value]:
    """What stands agreed, by field: registers without conflict, sets and appends as lists, and what they give."""
    found: dict[str, Value] = {}
    for unit, values in state.registers.items():
        if not is_conflict(values.values()):
            found |= parts_of(declared, unit, state.agreed(unit))
    for unit, members in state.sets.items():
        found[unit] = members_in_order(member for member, _ in members.values())
    for unit, entries in state.appends.items():
        found[unit] = cast("list[Nested]", [entry.value for entry in entries])
    return with_derived(declared, {name: value for name, value in found.items() if name in declared.by_name})
