"""What was filled in on liberty or safeguards after an act was signed: once it has a value, it is closed too."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from icjims_core.access.rules import guards
from icjims_core.acts import Changes
from icjims_core.declarations.schema import RecordType
from icjims_core.encoding import Value
from icjims_core.signing import open_units


def filled_in(declared: RecordType) -> frozenset[str]:
    """The units of a type that somebody signs which are on liberty or safeguards and stay open after signing."""
    return guards(declared.name) & open_units(declared) if declared.signing is not None else frozenset()


def restated(declared: RecordType, changes: Changes, stood: Callable[[str], Iterable[Value]]) -> list[str]:
    """Units on liberty or safeguards, open after signing, in which changes state otherwise what stood; sorted.

    `stood`: the values of a unit that its author had before him. To fill in what was empty, also within a unit of
    several fields, states nothing otherwise.
    """
    puts = changes.get("put", {})
    units = filled_in(declared) & puts.keys()
    return sorted(unit for unit in units if any(_states_otherwise(each, puts[unit]) for each in stood(unit)))


def _states_otherwise(before: Value, after: Value) -> bool:
    if before is None:
        return False
    if isinstance(before, dict) and isinstance(after, dict):
        return any(value is not None and after.get(name) != value for name, value in before.items())
    return before != after
