"""Statements of times as they are entered: each tells what the clock of this computer showed at that moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from icjims_core.declarations.schema import Kind
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.modules import registry
from icjims_desktop.services.moments import instant
from icjims_desktop.services.recording.assignments import Assignment


def witnessed(type_: str, assignments: Sequence[Assignment], now: int) -> list[Assignment]:
    """The same, with the clock of this computer, `now` in ms since 1970, beside every time that is stated.

    What is no statement of a time stays as it is, and so does one that tells a clock already.
    """
    declared = registry().get(type_)
    fields = declared.by_name if declared else {}
    return [
        each._replace(value=_witnessed(each.value, moment_of(instant(now))))
        if each.field in fields and fields[each.field].kind is Kind.STATEMENT
        else each
        for each in assignments
    ]


def _witnessed(value: object, clock: str) -> object:
    if isinstance(value, list):
        return [_witnessed(each, clock) for each in value]
    if isinstance(value, str) and value.strip():
        return {"at": value, "device_at": clock}
    if isinstance(value, Mapping) and "device_at" not in value:
        return {**value, "device_at": clock}
    return value
