"""The command `types`: what records there are and what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from icjims_core.declarations.schema import RecordType
from icjims_core.declarations.type_document import type_document
from icjims_core.modules import record_type, registry
from icjims_desktop.cli import reading
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session


def types(_session: Session, parsed: Parsed) -> Answer:
    """Describe one type, or all."""
    name = parsed.text("name")
    chosen = [record_type(name)] if name is not None else list(registry().values())
    document: dict[str, object] = {"types": [type_document(each) for each in chosen]}
    return Answer(document, lambda language: _fields(chosen[0], language) if name else _all(chosen, language))


def _all(chosen: Iterable[RecordType], language: str) -> Iterable[str]:
    return reading.table((each.name, each.label.text(language)) for each in chosen)


def _fields(declared: RecordType, language: str) -> Iterable[str]:
    yield f"{declared.name}  {declared.label.text(language)}"
    yield from reading.table(
        (f"  {each.name}{'*' if each.required else ''}", each.kind.value, each.merge.value, each.label.text(language))
        for each in declared.fields
    )
