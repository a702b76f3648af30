"""The declared procedural modules: every file here declares record types in `TYPES`.

Adding a step of the procedure is adding a file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from icjims_core.declarations.schema import RecordType
from icjims_core.problem import Refused


@cache
def _declared() -> Mapping[str, tuple[str, RecordType]]:
    found: dict[str, tuple[str, RecordType]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        for declared in importlib.import_module(f"{__name__}.{module.name}").TYPES:
            if declared.name in found:
                raise ValueError(f"record type declared twice: {declared.name}")
            found[declared.name] = (module.name, declared)
    return found


@cache
def registry() -> Mapping[str, RecordType]:
    """Every declared record type by name, in the order of the files.

    A name declared twice is a `ValueError`.
    """
    return MappingProxyType({name: declared for name, (_, declared) in _declared().items()})


def module_of(name: str) -> str:
    """The name of the module that declares a type; raises `Refused("unknown_type")`."""
    return _declared()[record_type(name).name][0]


def record_type(name: str) -> RecordType:
    """The declared type; raises `Refused("unknown_type")`."""
    try:
        return registry()[name]
    except KeyError:
        raise Refused("unknown_type", type=name[:100]) from None
