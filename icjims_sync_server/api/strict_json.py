"""JSON as we accept it: one reading only, bounded in size, depth and numbers."""

from __future__ import annotations

import json
from typing import Final, NoReturn

from icjims_core.encoding import MAX_INTEGER
from icjims_core.problem import Refused

MAX_DEPTH: Final = 32
MAX_KEYS: Final = 512
_MAX_DIGITS: Final = 16


def loads(body: bytes) -> object:
    """The value of a JSON text.

    Raises `Refused`: `bad_text` (not UTF-8, a byte order mark, lone surrogates, U+0000), `ambiguous_json` (a key
    twice), `too_deep`, `bad_number` (NaN, Infinity, fractions, exponents, beyond 2^53 − 1), `bad_schema` (not JSON).
    """
    try:
        text = body.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise Refused("bad_text") from None
    if text.startswith("\ufeff"):
        raise Refused("bad_text")
    _check_depth(text)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_number, parse_float=_number, parse_int=_integer
        )
    except (json.JSONDecodeError, RecursionError):
        raise Refused("bad_schema") from None
    _check_text(value)
    return value


def _check_depth(text: str) -> None:
    """Count brackets outside strings before anything recursive sees them."""
    depth, inside, escaped = 0, False, False
    for letter in text:
        if inside:
            if escaped:
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == '"':
                inside = False
        elif letter == '"':
            inside = True
        elif letter in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise Refused("too_deep")
        elif letter in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("ambiguous_json")
    if len(found) > MAX_KEYS:
        raise Refused("bad_schema")
    return found


def _number(_text: str) -> NoReturn:
    raise Refused("bad_number")


def _integer(text: str) -> int:
    if len(text) > _MAX_DIGITS + 1 or text == "-0":
        raise Refused("bad_number")
    value = int(text)
    if abs(value) > MAX_INTEGER:
        raise Refused("bad_number")
    return value


def _check_text(value: object) -> None:
    if isinstance(value, str):
        if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value):
            raise Refused("bad_text")
    elif isinstance(value, list):
        for each in value:
            _check_text(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            _check_text(name)
            _check_text(each)
