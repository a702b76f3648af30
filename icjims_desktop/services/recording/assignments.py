"""What a person states about fields, as `field=text`, `field:=JSON`, `field+=X` and `field-=X`, or as a JSON object."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import msgspec

from icjims_core.problem import Refused

_WRITTEN: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(\+=|-=|:=|=)(.*)", re.DOTALL)


class Operator(enum.Enum):
    """How a value is stated."""

    TEXT = "="
    """A text, read by the kind of the field."""
    WHOLE = ":="
    """A whole value as JSON."""
    ADD = "+="
    REMOVE = "-="


class Assignment(NamedTuple):
    """One statement about one field; `value` is text, or what the JSON says."""

    field: str
    operator: Operator
    value: object


def parse(words: Iterable[str]) -> list[Assignment]:
    """Statements as written on a command line; raises `Refused("bad_assignment" | "bad_json")`."""
    found: list[Assignment] = []
    for word in words:
        written = _WRITTEN.fullmatch(word)
        if written is None:
            raise Refused("bad_assignment", value=word[:100])
        field, operator, text = written.groups()
        value = json_value(text, field) if operator == Operator.WHOLE.value else text
        found.append(Assignment(field, Operator(operator), value))
    return found


def of_object(values: Mapping[str, object]) -> list[Assignment]:
    """Statements of whole values by field."""
    return [Assignment(field, Operator.WHOLE, value) for field, value in values.items()]


def json_value(text: str | bytes, field: str) -> object:
    """The value of strict JSON (RFC 8259, UTF-8); raises `Refused("bad_json", field=…)`."""
    try:
        data = text.encode() if isinstance(text, str) else text
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise Refused("bad_json", field=field) from None


def json_object(data: bytes, field: str) -> dict[str, object]:
    """A JSON object; raises `Refused("bad_json")`."""
    value = json_value(data, field)
    if not isinstance(value, dict):
        raise Refused("bad_json", field=field)
    return value
