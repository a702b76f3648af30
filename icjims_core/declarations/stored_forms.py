"""The one stored form of each kind of value, and how it is read from what people and files give.

A file is `{"sha256", "size", "mime", "name"[, "captured_at"]}`, its bytes being kept elsewhere; a signature of a
participant `{"method"[, "at", "reason", "capacity", "scan"]}`; a statement about a time `{"at", "source"[, "by",
"device_at"]}`, where a time alone states no source. `device_at` is what the clock of the computer showed when the
statement was entered.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, TypeGuard

from icjims_core import codes
from icjims_core.codes.nearest import nearest
from icjims_core.declarations.schema import Field, Kind
from icjims_core.encoding import MAX_INTEGER, Nested, Value
from icjims_core.problem import Parameter, Refused

LOCAL: Final = datetime.timezone(datetime.timedelta(hours=6), "+06:00")
"""Asia/Bishkek, which knows no summer time."""
UNSOURCED: Final = "not_stated"
"""The source of a time that was stated without one."""

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
_SHA256: Final = re.compile("[0-9a-f]{64}")
_MIME: Final = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}")


def refused(field: Field, rule: str, **params: Parameter) -> Refused:
    """The refusal of a value of a field by a rule."""
    return Refused("invalid", field=field.name, rule=rule, **params)


def _text(field: Field, raw: object) -> str:
    if not isinstance(raw, str):
        raise refused(field, "text")
    limit = field.limit or MAX_INTEGER
    if len(raw) > limit * 4:
        raise refused(field, "too_long", limit=limit)
    rich = field.kind is Kind.RICH
    if rich:
        raw = re.sub("\r\n?|[\u2028\u2029\x85]", "\n", raw)
    value = unicodedata.normalize("NFC", raw)
    if not value.isprintable() and any(_is_refused(each, rich) for each in value):
        raise refused(field, "control_character")
    if len(value) > limit:
        raise refused(field, "too_long", limit=limit)
    if field.pattern is not None and not re.fullmatch(field.pattern, value):
        raise refused(field, "pattern")
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
    raise refused(field, field.kind.value)


def _boolean(field: Field, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    found = _YES_NO.get(raw.strip().lower()) if isinstance(raw, str) else None
    if found is None:
        raise refused(field, "bool")
    return found


def _tri(field: Field, raw: object) -> str:
    if isinstance(raw, str) and raw in codes.code_list("tri"):
        return raw
    raise refused(field, "tri")


def _date(field: Field, raw: object) -> str:
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return datetime.date.fromisoformat(raw).isoformat()
        except ValueError:
            pass
    raise refused(field, "date")


def _timestamp(field: Field, raw: object) -> str:
    found = _TIMESTAMP.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        raise refused(field, "timestamp")
    day, minute, second, offset = found.groups()
    try:
        moment = datetime.datetime.fromisoformat(f"{day}T{minute}{second or ':00'}{offset or '+06:00'}")
        return moment_of(moment)
    except (ValueError, OverflowError):
        raise refused(field, "timestamp") from None


def moment_of(moment: datetime.datetime) -> str:
    """An aware time in stored form; parts of a second are left out."""
    local = moment.astimezone(LOCAL)
    return local.isoformat(timespec="seconds" if local.second else "minutes")


def _code(field: Field, raw: object) -> str:
    if field.codes is not None and isinstance(raw, str) and raw in codes.code_list(field.codes):
        return raw
    raise refused(field, "code", **_not_listed(field.codes or "", raw))


def _not_listed(name: str, raw: object) -> dict[str, Parameter]:
    """What is told of a code that a list does not have: the list, what was written, and the nearest codes."""
    written = str(raw)[:100]
    close = nearest(codes.code_list(name), written) if name else ()
    return {"list": name, "value": written, "nearest": ", ".join(close)}


def _reference(field: Field, raw: object) -> str:
    found = _UUID.fullmatch(raw.strip().lower()) if isinstance(raw, str) else None
    if found is None:
        raise refused(field, "ref")
    return "-".join(found.groups())


def _pin(field: Field, raw: object) -> str:
    digits = "".join(raw.split()) if isinstance(raw, str) else ""
    if not re.fullmatch("[0-9]{14}", digits):
        raise refused(field, "pin")
    return digits


def _place(field: Field, raw: object) -> dict[str, Nested]:
    """From `lat, lon` in degrees as text, or from a map of both in millionths of a degree."""
    point: object = raw
    if isinstance(raw, str):
        degrees = _DEGREES.fullmatch(raw)
        parts = degrees.groups() if degrees else ()
        point = dict(zip(("lat", "lon"), (int(Decimal(each) * 1_000_000) for each in parts), strict=False))
    if not _is_point(point) or abs(point["lat"]) > 90_000_000 or abs(point["lon"]) > 180_000_000:
        raise refused(field, "geo")
    return {"lat": point["lat"], "lon": point["lon"]}


def _is_point(value: object) -> TypeGuard[dict[str, int]]:
    return (
        isinstance(value, dict) and value.keys() == {"lat", "lon"} and all(type(each) is int for each in value.values())
    )


def _part(field: Field, raw: Mapping[str, object], name: str, reader: Callable[[Field, object], Value]) -> Value:
    """A member of a composite value in stored form; nothing where it is absent or blank."""
    given = raw.get(name)
    return None if given is None or (isinstance(given, str) and not given.strip()) else reader(field, given)


def _map(field: Field, raw: object, *names: str) -> Mapping[str, object]:
    """The value as a map of these members at most."""
    if not isinstance(raw, Mapping) or not raw.keys() <= set(names):
        raise refused(field, field.kind.value)
    return raw


def _composed(field: Field, parts: Mapping[str, Value], *needed: str) -> dict[str, Nested]:
    """The members that are there; the needed ones must be."""
    if any(parts[name] is None for name in needed):
        raise refused(field, field.kind.value)
    return {name: value for name, value in parts.items() if value is not None}  # type: ignore[misc]


def _one_of(name: str, member: str) -> Callable[[Field, object], Value]:
    def read(field: Field, raw: object) -> Value:
        if isinstance(raw, str) and raw in codes.code_list(name):
            return raw
        raise refused(field, "code", member=member, **_not_listed(name, raw))

    return read


def _matching(pattern: re.Pattern[str]) -> Callable[[Field, object], Value]:
    def read(field: Field, raw: object) -> Value:
        if isinstance(raw, str) and pattern.fullmatch(raw):
            return raw
        raise refused(field, field.kind.value)

    return read


def _file(field: Field, raw: object) -> dict[str, Nested]:
    given = _map(field, raw, "sha256", "size", "mime", "name", "captured_at")
    parts = {
        "sha256": _part(field, given, "sha256", _matching(_SHA256)),
        "size": _part(field, given, "size", _integer),
        "mime": _part(field, given, "mime", _matching(_MIME)),
        "name": _part(field, given, "name", _short_text),
        "captured_at": _part(field, given, "captured_at", _timestamp),
    }
    found = _composed(field, parts, "sha256", "size", "mime", "name")
    if not isinstance(found["size"], int) or not 0 <= found["size"] <= MAX_INTEGER:
        raise refused(field, "file")
    return found


def _signature(field: Field, raw: object) -> dict[str, Nested]:
    given = _map(field, raw, "method", "at", "reason", "capacity", "scan")
    parts = {
        "method": _part(field, given, "method", _one_of("signature_method", "method")),
        "at": _part(field, given, "at", _timestamp),
        "reason": _part(field, given, "reason", _short_text),
        "capacity": _part(field, given, "capacity", _short_text),
        "scan": _part(field, given, "scan", _matching(_SHA256)),
    }
    found = _composed(field, parts, "method")
    if found["method"] == "refused" and "reason" not in found:
        raise refused(field, "reason_of_refusal")
    return found


def _statement(field: Field, raw: object) -> dict[str, Nested]:
    if isinstance(raw, str):
        raw = {"at": raw}
    given = _map(field, raw, "at", "source", "by", "device_at")
    parts = {
        "at": _part(field, given, "at", _timestamp),
        "source": _part(field, given, "source", _one_of("time_source", "source")) or UNSOURCED,
        "by": _part(field, given, "by", _short_text),
        "device_at": _part(field, given, "device_at", _timestamp),
    }
    return _composed(field, parts, "at")


def _short_text(field: Field, raw: object) -> Value:
    """A member of a composite value that is text: one line of at most 300 characters."""
    if not isinstance(raw, str) or len(raw) > 1200:
        raise refused(field, "text")
    value = unicodedata.normalize("NFC", raw).strip()
    if len(value) > 300 or any(_is_refused(each, False) for each in value):  # noqa: FBT003
        raise refused(field, "text")
    return value


READERS: Final[Mapping[Kind, Callable[[Field, object], Value]]] = {
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
    Kind.FILE: _file,
    Kind.SIGNATURE: _signature,
    Kind.STATEMENT: _statement,
}
