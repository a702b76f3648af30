"""Values as people and files give them, brought to their one stored form and checked.

Stored forms: text in NFC; dates `YYYY-MM-DD`; timestamps `YYYY-MM-DDTHH:MM+06:00`, with `:SS` where
seconds are given and not zero; money in whole tyiyn (1 som = 100 tyiyn); `yes`, `no` or `not_asked`
for a tri; references as lower-case UUID text; places as `{"lat", "lon"}` in millionths of a degree.
Nothing (`None`, empty or blank text) is `None`. A refusal is `Refused("invalid", field=…, rule=…)`.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeGuard, cast

from icjims_core import codes
from icjims_core.encoding import MAX_INTEGER, Nested, Value, encode
from icjims_core.problem import Parameter, Refused
from icjims_core.schema import Field, Kind, Merge, RecordType, holds

LOCAL: Final = datetime.timezone(datetime.timedelta(hours=6), "+06:00")
"""Asia/Bishkek, which knows no summer time."""
MAX_MEMBERS: Final = 1_000

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIMESTAMP: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})"
    r"(:[0-9]{2})?(?:\.0+)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,16}")
_UUID: Final = re.compile("-?".join(f"([0-9a-f]{{{each}}})" for each in (8, 4, 4, 4, 12)))
_DEGREE: Final = r"\s*(-?[0-9]{1,3}(?:\.[0-9]{1,6})?)\s*"
_DEGREES: Final = re.compile(f"{_DEGREE},{_DEGREE}")
_YES_NO: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


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
    value = _READERS[field.kind](field, raw)
    if isinstance(value, int) and not isinstance(value, bool):
        _check_range(field, value)
    return value


def normalise_members(field: Field, raw: object) -> list[Nested]:
    """The members of a set, each once and in the order of their encoding; an append as given."""
    if not isinstance(raw, Sequence) or isinstance(raw, str | bytes):
        raise _refused(field, "list")
    if len(raw) > MAX_MEMBERS:
        raise _refused(field, "too_many", limit=MAX_MEMBERS)
    members = [cast("Nested", normalise(field, each)) for each in raw]
    if None in members:
        raise _refused(field, "empty")
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
    for field in declared.fields:
        if field.name in values or not partial:
            flaws.extend(_flaws(field, values, now))
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
    value = values.get(field.name)
    if value in (None, "", []):
        needed = field.required or (field.required_when is not None and holds(field.required_when, values))
        return [Flaw(field.name, "required", {})] if needed else []
    found: list[Flaw] = []
    if field.not_future and any(_is_future(each, now) for each in _each(value)):
        found.append(Flaw(field.name, "future", {}))
    if field.not_before is not None:
        earliest = values.get(field.not_before)
        if isinstance(earliest, str) and any(_is_before(each, earliest) for each in _each(value)):
            found.append(Flaw(field.name, "before", {"other": field.not_before}))
    return found


def _each(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _is_future(value: object, now: datetime.datetime) -> bool:
    if not isinstance(value, str):
        return False
    if "T" not in value:
        return value > now.astimezone(LOCAL).date().isoformat()
    return datetime.datetime.fromisoformat(value) > now


def _is_before(value: object, earliest: str) -> bool:
    """Whether a stored date or timestamp is earlier; of a date and a timestamp the days are compared."""
    if not isinstance(value, str):
        return False
    if "T" in value and "T" in earliest:
        return value < earliest
    return value[:10] < earliest[:10]


def _refused(field: Field, rule: str, **params: Parameter) -> Refused:
    return Refused("invalid", field=field.name, rule=rule, **params)


def _check_range(field: Field, value: int) -> None:
    if abs(value) > MAX_INTEGER:
        raise _refused(field, "maximum", limit=MAX_INTEGER)
    if field.minimum is not None and value < field.minimum:
        raise _refused(field, "minimum", limit=field.minimum)
    if field.maximum is not None and value > field.maximum:
        raise _refused(field, "maximum", limit=field.maximum)


def _text(field: Field, raw: object) -> str:
    if not isinstance(raw, str):
        raise _refused(field, "text")
    limit = field.limit or MAX_INTEGER
    if len(raw) > limit * 4:
        raise _refused(field, "too_long", limit=limit)
    rich = field.kind is Kind.RICH
    if rich:
        raw = re.sub("\r\n?|[\u2028\u2029\x85]", "\n", raw)
    value = unicodedata.normalize("NFC", raw)
    if not value.isprintable() and any(_is_refused(each, rich) for each in value):
        raise _refused(field, "control_character")
    if len(value) > limit:
        raise _refused(field, "too_long", limit=limit)
    if field.pattern is not None and not re.fullmatch(field.pattern, value):
        raise _refused(field, "pattern")
    return value


def _is_refused(character: str, rich: bool) -> bool:
    if rich and character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def _integer(field: Field, raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and _INTEGER.fullmatch(raw.strip()):
        return int(raw)
    raise _refused(field, field.kind.value)


def _boolean(field: Field, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    found = _YES_NO.get(raw.strip().lower()) if isinstance(raw, str) else None
    if found is None:
        raise _refused(field, "bool")
    return found


def _tri(field: Field, raw: object) -> str:
    if isinstance(raw, str) and raw in codes.code_list("tri"):
        return raw
    raise _refused(field, "tri")


def _date(field: Field, raw: object) -> str:
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return datetime.date.fromisoformat(raw).isoformat()
        except ValueError:
            pass
    raise _refused(field, "date")


def _timestamp(field: Field, raw: object) -> str:
    found = _TIMESTAMP.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        raise _refused(field, "timestamp")
    day, minute, second, offset = found.groups()
    try:
        moment = datetime.datetime.fromisoformat(f"{day}T{minute}{second or ':00'}{offset or '+06:00'}")
        local = moment.astimezone(LOCAL)
    except (ValueError, OverflowError):
        raise _refused(field, "timestamp") from None
    return local.isoformat(timespec="seconds" if local.second else "minutes")


def _code(field: Field, raw: object) -> str:
    if field.codes is not None and isinstance(raw, str) and raw in codes.code_list(field.codes):
        return raw
    raise _refused(field, "code", list=field.codes, value=str(raw)[:100])


def _reference(field: Field, raw: object) -> str:
    found = _UUID.fullmatch(raw.strip().lower()) if isinstance(raw, str) else None
    if found is None:
        raise _refused(field, "ref")
    return "-".join(found.groups())


def _pin(field: Field, raw: object) -> str:
    digits = "".join(raw.split()) if isinstance(raw, str) else ""
    if not re.fullmatch("[0-9]{14}", digits):
        raise _refused(field, "pin")
    return digits


def _place(field: Field, raw: object) -> dict[str, Nested]:
    """From `lat, lon` in degrees as text, or from a map of both in millionths of a degree."""
    point: object = raw
    if isinstance(raw, str):
        degrees = _DEGREES.fullmatch(raw)
        parts = degrees.groups() if degrees else ()
        point = dict(zip(("lat", "lon"), (int(Decimal(each) * 1_000_000) for each in parts), strict=False))
    if not _is_point(point) or abs(point["lat"]) > 90_000_000 or abs(point["lon"]) > 180_000_000:
        raise _refused(field, "geo")
    return {"lat": point["lat"], "lon": point["lon"]}


def _is_point(value: object) -> TypeGuard[dict[str, int]]:
    return (
        isinstance(value, dict) and value.keys() == {"lat", "lon"} and all(type(each) is int for each in value.values())
    )


_READERS: Final[Mapping[Kind, Callable[[Field, object], Value]]] = {
    Kind.TEXT: _text,
    Kind.RICH: _text,
    Kind.INT: _integer,
    Kind.MONEY: _integer,
    Kind.BOOL: _boolean,
    Kind.TRI: _tri,
    Kind.DATE: _date,
    Kind.TIMESTAMP: _timestamp,
    Kind.CODE: _code,
    Kind.REF: _reference,
    Kind.GEO: _place,
    Kind.PIN: _pin,
}
