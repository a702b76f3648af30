"""Values as people and files give them, brought to their one stored form and checked.

Stored forms: text in NFC; dates `YYYY-MM-DD`; timestamps `YYYY-MM-DDTHH:MM+06:00`, with `:SS` where
seconds are given and not zero; money in whole tyiyn (1 som = 100 tyiyn); `yes`, `no` or `not_asked`
for a tri; references as lower-case UUID text; places as `{"lat", "lon"}` in millionths of a degree; files, signatures
and statements of a time as the maps of `icjims_core.declarations.stored_forms`.
Nothing (`None`, empty or blank text) is `None`. A refusal is `Refused("invalid", field=…, rule=…)`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, cast

from icjims_core.declarations.derived import times, with_derived
from icjims_core.declarations.schema import Field, Merge, RecordType, holds
from icjims_core.declarations.stored_forms import LOCAL, READERS, refused
from icjims_core.encoding import MAX_INTEGER, Nested, Value, encode
from icjims_core.problem import Parameter, Refused

MAX_MEMBERS: Final = 1_000


class Flaw(NamedTuple):
    """What is wrong with a field: the rule it breaks and the rule's parameters."""

    field: str
    rule: str
    params: Mapping[str, Parameter]


def normalise(field: Field, raw: object) -> Value:
    """The stored form of a register's value, or of one member of a set or one entry of an append.

    Raises `Refused("invalid", field=…, rule=…)`.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    value = READERS[field.kind](field, raw)
    if isinstance(value, int) and not isinstance(value, bool):
        _check_range(field, value)
    return value


def normalise_members(field: Field, raw: object) -> list[Nested]:
    """The members of a set, each once and in the order of their encoding; an append as given."""
    if not isinstance(raw, Sequence) or isinstance(raw, str | bytes):
        raise refused(field, "list")
    if len(raw) > MAX_MEMBERS:
        raise refused(field, "too_many", limit=MAX_MEMBERS)
    members = [cast("Nested", normalise(field, each)) for each in raw]
    if None in members:
        raise refused(field, "empty")
    if field.merge is Merge.APPEND:
        return members
    return [each for _, each in sorted({encode(each): each for each in members}.items())]


def read_values(declared: RecordType, raw: Mapping[str, object]) -> dict[str, Value]:
    """All given fields in stored form; raises `Refused("invalid", …)` also for unknown fields."""
    found: dict[str, Value] = {}
    for name, given in raw.items():
        field = field_of(declared, name)
        several = field.merge in (Merge.SET, Merge.APPEND)
        found[name] = normalise_members(field, given) if several else normalise(field, given)
    return found


def field_of(declared: RecordType, name: str) -> Field:
    """The field that a person may write; raises rule `unknown_field` or `not_writable`."""
    field = declared.by_name.get(name)
    if field is None:
        raise Refused("invalid", field=name[:100], rule="unknown_field", type=declared.name)
    if not field.writable:
        raise Refused("invalid", field=name, rule="not_writable", type=declared.name)
    return field


def validate(
    declared: RecordType,
    values: Mapping[str, object],
    *,
    now: datetime.datetime,
    partial: bool = False,
) -> list[Flaw]:
    """What the stored values of a record break, in the order of declaration.

    `now` is an aware time, against which `not_future` is judged. With `partial` only the given fields
    are looked at: absent ones may be filled already; a required field given as nothing is a flaw.
    """
    strange = sorted(values.keys() - declared.by_name.keys())
    flaws = [Flaw(name, "unknown_field", {}) for name in strange]
    known = with_derived(declared, cast("Mapping[str, Value]", values))
    for field in declared.fields:
        if field.name in values or not partial:
            flaws.extend(_flaws(field, known, now))
    return flaws


def check(
    declared: RecordType,
    values: Mapping[str, object],
    *,
    now: datetime.datetime,
    partial: bool = False,
) -> None:
    """As `validate`, raising the first flaw as `Refused("invalid", field=…, rule=…, type=…)`."""
    for flaw in validate(declared, values, now=now, partial=partial):
        params = {"type": declared.name, **flaw.params}
        raise Refused("invalid", field=flaw.field, rule=flaw.rule, **params)


def _flaws(field: Field, values: Mapping[str, object], now: datetime.datetime) -> list[Flaw]:
    value = values.get(field.name) if field.writable else None
    if value in (None, "", []):
        needed = field.required or (field.required_when is not None and holds(field.required_when, values))
        return [Flaw(field.name, "required", {})] if needed else []
    found: list[Flaw] = []
    if field.not_future and any(_is_future(each, now) for each in times(value)):
        found.append(Flaw(field.name, "future", {}))
    if field.not_before is not None:
        earliest = values.get(field.not_before)
        if isinstance(earliest, int) and isinstance(value, int) and value < earliest:
            found.append(Flaw(field.name, "below", {"other": field.not_before}))
        elif isinstance(earliest, str) and any(_is_before(each, earliest) for each in times(value)):
            found.append(Flaw(field.name, "before", {"other": field.not_before}))
    return found


def _is_future(value: str, now: datetime.datetime) -> bool:
    if "T" not in value:
        return value > now.astimezone(LOCAL).date().isoformat()
    return datetime.datetime.fromisoformat(value) > now


def _is_before(value: str, earliest: str) -> bool:
    """Whether a stored date or timestamp is earlier; of a date and a timestamp the days are compared."""
    if "T" in value and "T" in earliest:
        return value < earliest
    return value[:10] < earliest[:10]


def _check_range(field: Field, value: int) -> None:
    if abs(value) > MAX_INTEGER:
        raise refused(field, "maximum", limit=MAX_INTEGER)
    if field.minimum is not None and value < field.minimum:
        raise refused(field, "minimum", limit=field.minimum)
    if field.maximum is not None and value > field.maximum:
        raise refused(field, "maximum", limit=field.maximum)
