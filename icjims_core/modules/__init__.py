"""The declared procedural modules: every file in this package declares record types in `TYPES`; adding a step is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from icjims_core.problem import Refused
from icjims_core.schema import RecordType


@cache
def registry() -> Mapping[str, RecordType]:
    """Every declared record type by name, in the order of the files; a name declared twice is a `ValueError`."""
    found: dict[str, RecordType] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        for declared in importlib.import_module(f"{__name__}.{module.name}").TYPES:
            if declared.name in found:
                raise ValueError(f"record type declared twice: {declared.name}")
            found[declared.name] = declared
    return MappingProxyType(found)


def record_type(name: str) -> RecordType:
    """The declared type; raises `Refused("unknown_type")`."""
    try:
        return registry()[name]
    except KeyError:
        raise Refused("unknown_type", type=name[:100]) from None
