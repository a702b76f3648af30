"""The words of a record and of a question: folded, and once more as the Latin key that both alphabets share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from icjims_core.encoding import Value
from icjims_core.merge import State
from icjims_core.modules import registry
from icjims_core.names import fold, latin_key
from icjims_core.sealing import is_sealed

_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 20_000


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


def latin(word: str) -> str:
    """The key of a folded word that spellings in either alphabet share; the word itself where that leaves nothing."""
    return "".join(_WORD.findall(latin_key(word))) or word


def words_of(state: State) -> list[str]:
    """The folded words of a record's searchable fields, standing siblings included, sealed values never.

    Of a type that this program does not know every text is searchable.
    """
    found: list[str] = []
    for text in _texts(state):
        found += words(text)
        if len(found) > _MOST_WORDS:
            return found[:_MOST_WORDS]
    return found


def _texts(state: State) -> Iterator[str]:
    declared = registry().get(state.type)
    wanted = None if declared is None else {field.name for field in declared.fields if field.searchable}
    for unit, value in _values(state):
        if is_sealed(value):
            continue
        fields = declared.unit_fields(unit) if declared is not None else ()
        if isinstance(value, dict) and len(fields) > 1:
            for name, each in value.items():
                if wanted is None or name in wanted:
                    yield from _strings(each)
        elif wanted is None or any(field.name in wanted for field in fields):
            yield from _strings(value)


def _values(state: State) -> Iterator[tuple[str, Value]]:
    for unit, siblings in state.registers.items():
        yield from ((unit, value) for value in siblings.values())
    for unit, members in state.sets.items():
        yield from ((unit, member) for member, dots in members.values() if dots)
    for unit, entries in state.appends.items():
        yield from ((unit, entry.value) for entry in entries)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, dict) and not is_sealed(value):
        for each in value.values():
            yield from _strings(each)
