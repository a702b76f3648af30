"""One line that says what a record is, for timelines, lists and search hits, in three languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from icjims_core.declarations.schema import Field, Kind, RecordType

MISSING: Final = "—"
MAX_TEXT: Final = 120
"""Characters of a text that a line shows; the rest is told by an ellipsis."""

_PLACE: Final = re.compile(r"\{([a-z0-9_]+)(#?)\}")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=T|$)")
_SOM: Final = {"ky": "сом", "ru": "сом", "en": "som"}


def placeholders(template: str) -> set[str]:
    """The names of the fields that a template shows."""
    return {name for name, _ in _PLACE.findall(template)}


def sentence(
    declared: RecordType,
    values: Mapping[str, object],
    language: str,
    resolve_ref: Callable[[str], str],
    resolve_code: Callable[[str, str, str], str],
) -> str:
    """The line of a record with these stored values, by field name.

    The template's `{field}` shows a value in words and `{field#}` a code as such; a part in
    brackets is left out where one of its fields is empty. `resolve_ref(id)` names a record,
    `resolve_code(list, code, language)` a code. Fields in conflict are best left out of `values`.
    """

    def shown(name: str, as_code: str) -> str:
        value = values.get(name)
        if value in (None, "", []):
            return ""
        if as_code:
            return str(value)
        return words(declared.by_name[name], value, language, resolve_ref, resolve_code)

    line = []
    for at, part in enumerate(_OPTIONAL.split(declared.sentence.text(language))):
        found = [shown(*each) for each in _PLACE.findall(part)]
        if at % 2 == 0 or all(found):
            rest = iter(found)
            line.append(_PLACE.sub(lambda _, rest=rest: next(rest) or MISSING, part))
    return " ".join("".join(line).split())


def words(
    field: Field,
    value: object,
    language: str,
    resolve_ref: Callable[[str], str],
    resolve_code: Callable[[str, str, str], str],
) -> str:
    """A stored value of a field in words, a long text cut short; the resolvers are those of `sentence`."""
    if isinstance(value, list):
        several = (words(field, each, language, resolve_ref, resolve_code) for each in value)
        return ", ".join(several)
    if isinstance(value, Mapping):
        return _composed(field, value, language, resolve_code)
    text = str(value)
    match field.kind:
        case Kind.REF:
            return resolve_ref(text)
        case Kind.CODE | Kind.TRI:
            return resolve_code(field.codes or field.kind.value, text, language)
        case Kind.BOOL:
            return resolve_code("bool", "yes" if value else "no", language)
        case Kind.DATE | Kind.TIMESTAMP:
            return date_words(text)
        case Kind.MONEY:
            return f"{som(value)} {_SOM.get(language, _SOM['ru'])}" if isinstance(value, int) else text
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1].rstrip() + "…"


def _composed(
    field: Field, value: Mapping[str, object], language: str, resolve_code: Callable[[str, str, str], str]
) -> str:
    """A file by its name, a signature by how, by whom and when it was made, a statement by its time and source."""

    def stated(name: str) -> str:
        return date_words(str(value.get(name) or ""))

    match field.kind:
        case Kind.FILE:
            return stated("name")
        case Kind.SIGNATURE:
            method = resolve_code("signature_method", stated("method"), language)
            several = (method, stated("capacity"), stated("at"), stated("reason"))
            return ", ".join(each for each in several if each)
        case Kind.STATEMENT:
            source = resolve_code("time_source", stated("source"), language)
            return f"{stated('at')} ({', '.join(each for each in (source, stated('by')) if each)})"
    return str(value)


def date_words(stored: str) -> str:
    """A stored date as `DD.MM.YYYY`, a stored timestamp with hours and minutes after it; anything else as it is."""
    stated = _DATE.match(stored)
    if stated is None:
        return stored
    year, month, day = stated.groups()
    return f"{day}.{month}.{year}" + (f" {stored[11:16]}" if len(stored) > 10 else "")


def som(tyiyn: int) -> str:
    """An amount with its thousands set apart: `1 234,50`; whole som without the fraction."""
    whole, rest = divmod(abs(tyiyn), 100)
    grouped = f"{whole:,}".replace(",", "\u00a0")
    return ("-" if tyiyn < 0 else "") + grouped + (f",{rest:02d}" if rest else "")
