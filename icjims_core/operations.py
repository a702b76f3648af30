"""From the values that somebody states to the operations of one revision, and back to the values that then stand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, cast

from icjims_core.acts import Changes
from icjims_core.declarations.schema import Merge, RecordType
from icjims_core.encoding import Nested, Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})


def operations(declared: RecordType, stated: Mapping[str, Value], before: Mapping[str, Value] = _NOTHING) -> Changes:
    """The operations of these values on what stood before, both in stored form by field and without what is empty.

    Sets are stated whole, appends hold the entries to add; of a unit of several fields, those that are not stated stay.
    """
    puts: dict[str, Value] = {}
    changes: Changes = {}
    for name, value in stated.items():
        field = declared.by_name[name]
        several = declared.unit_fields(field.unit)
        match field.merge:
            case Merge.APPEND:
                changes.setdefault("append", {})[name] = value
            case Merge.SET:
                members = cast("list[Value]", value)
                changes.setdefault("add", {})[name] = value
                if gone := [each for each in cast("list[Value]", before.get(name) or []) if each not in members]:
                    changes.setdefault("remove", {})[name] = cast("Value", gone)
            case _ if len(several) == 1 and field.unit == name:
                puts[name] = value
            case _:
                standing = {each.name: before[each.name] for each in several if each.name in before}
                parts = cast("dict[str, Value]", puts.setdefault(field.unit, cast("Value", standing)))
                parts[name] = value
    return {"put": puts, **changes} if puts else changes


def after(declared: RecordType, before: Mapping[str, Value], stated: Mapping[str, Value]) -> dict[str, Value]:
    """The values of a record after these were stated: appends grow, everything else is stated anew."""
    values = dict(before)
    for name, value in stated.items():
        grows = declared.by_name[name].merge is Merge.APPEND
        earlier = cast("list[Nested]", values.get(name) or []) if grows else []
        values[name] = [*earlier, *cast("list[Nested]", value)] if grows else value
    return values
