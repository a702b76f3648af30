"""With which edition of a code list a value was written: noted in the revision where the edition is a published one.

A revision that writes codes of a published list appends to the unit `$editions` one map from list to edition. A value
without such a note was written with the list that came with the program. The labels of a record are those of the
editions that it was written with (docs/adr/0020-publications.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

from icjims_core import codes
from icjims_core.acts import Changes
from icjims_core.clocks import Dot
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.encoding import Value
from icjims_core.merge import State
from icjims_core.modules import registry
from icjims_core.publishing.publications import edition_order

EDITIONS: Final = "$editions"
"""The append unit of every type that holds the notes; it is no part of what an officer signs."""
_LIST_OF_KIND: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.SIGNATURE: ("signature_method", "method"),
    Kind.STATEMENT: ("time_source", "source"),
}
"""Kinds whose values are maps: the list of the member that is a code."""

CodeWords = Callable[[str, str, str], str]
"""(list, code, language) → label."""
Written = Mapping[tuple[str, str], str]
"""(list, code) → the edition that a record was written with."""


def stamped(type_: str, changes: Changes) -> Changes:
    """The changes of a revision with the note of the editions that its codes are taken from; of none that is sealed."""
    published = codes.published()
    declared = registry().get(type_)
    if not published or declared is None or declared.sealed:
        return changes
    names = {name for unit in _units(changes) for name in _lists(declared, unit) if name in published}
    note = {name: edition for name in sorted(names) if (edition := codes.edition_of(name))}
    if not note:
        return changes
    return {**changes, "append": {**changes.get("append", {}), EDITIONS: cast("Value", [note])}}


def _units(changes: Changes) -> Iterator[str]:
    for operation in ("put", "add", "append"):
        yield from changes.get(operation, {})


def _lists(declared: RecordType, unit: str) -> Iterator[str]:
    for field in declared.fields:
        if field.unit == unit and (name := _list(field)):
            yield name


def _list(field: Field) -> str:
    if field.kind in _LIST_OF_KIND:
        return _LIST_OF_KIND[field.kind][0]
    return (field.codes or "") if field.kind is Kind.CODE else ""


def written_with(declared: RecordType, state: State) -> Written:
    """The editions of the standing codes of published lists, the newer of two; nothing of a sealed type."""
    published = codes.published()
    if not published or declared.sealed:
        return {}
    notes = {each.dot: each.value for each in state.appends.get(EDITIONS, ()) if isinstance(each.value, dict)}
    found: dict[tuple[str, str], str] = {}
    for field in declared.fields:
        name = _list(field)
        if name not in published:
            continue
        for dot, code in _codes(field, state):
            edition = str(notes.get(dot, {}).get(name, codes.SHIPPED))
            known = found.get((name, code))
            if known is None or edition_order(known) < edition_order(edition):
                found[name, code] = edition
    return found


def _codes(field: Field, state: State) -> Iterator[tuple[Dot, str]]:
    for dot, value in _values(field, state):
        part: object = value.get(field.name) if isinstance(value, dict) and field.name != field.unit else value
        if isinstance(part, dict) and field.kind in _LIST_OF_KIND:
            part = part.get(_LIST_OF_KIND[field.kind][1])
        for each in part if isinstance(part, list) else [part]:
            if isinstance(each, str):
                yield dot, each


def _values(field: Field, state: State) -> Iterator[tuple[Dot, Value]]:
    yield from state.siblings(field.unit).items()
    for member, dots in state.sets.get(field.unit, {}).values():
        yield from ((dot, member) for dot in dots)
    for entry in state.appends.get(field.unit, ()):
        yield entry.dot, entry.value


def code_words(written: Written) -> CodeWords:
    """The labels as the record has them, by what it was written with; for anything else the labels of now."""
    if not written:
        return _now

    def then(name: str, code: str, language: str) -> str:
        edition = written.get((name, code))
        return _now(name, code, language) if edition is None else codes.label(name, edition, code, language)

    return then


def _now(name: str, code: str, language: str) -> str:
    return codes.code_list(name).label(code, language)


def former_labels(written: Written) -> dict[str, dict[str, dict[str, str]]]:
    """list → code → its edition and labels in each language, for codes that read otherwise today; mostly empty."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for (name, code), edition in written.items():
        then = {each: codes.label(name, edition, code, each) for each in codes.LANGUAGES}
        if any(_now(name, code, language) != text for language, text in then.items()):
            found.setdefault(name, {})[code] = {"edition": edition or codes.shipped_list(name).edition, **then}
    return found
