"""Derived fields: computed from other fields of the same record when it is shown, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from icjims_core import codes
from icjims_core.declarations.schema import Derived, Earliest, Gravity, Latest, RecordType, Standing
from icjims_core.encoding import Value


def with_derived(declared: RecordType, values: Mapping[str, Value]) -> dict[str, Value]:
    """The stored values of a record with those that follow from them; what does not follow is left out.

    An append or a set is a list. A field that is in conflict is best left out of `values`, or given once for each of
    its siblings.
    """
    found = dict(values)
    for name, rule in declared.derived.items():
        value = _value(rule, found)
        if value is not None:
            found[name] = value
    return found


def _value(rule: Derived, values: Mapping[str, Value]) -> Value:
    match rule:
        case Earliest(name):
            return min(times(values.get(name)), default=None)
        case Latest(name):
            return max(times(values.get(name)), default=None)
        case Gravity(article, part):
            return codes.gravity(str(values.get(article) or ""), str(values.get(part) or ""))
        case Standing():
            return None


def times(value: object) -> Iterator[str]:
    """The stored times in a value: of each statement its `at`, of a list each member, else the text itself."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, Mapping):
        yield from times(value.get("at"))
    elif isinstance(value, list):
        for each in value:
            yield from times(each)
