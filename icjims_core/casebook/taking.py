"""Taking a book over into records: the entries that somebody may make, and the order in which they are written."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from icjims_core.casebook.planned import Planned
from icjims_core.declarations.schema import Kind
from icjims_core.modules import record_type

_CASES_AT_ONCE: Final = 100


def taken(stories: Iterable[Iterable[Planned]], may_write: Callable[[str], bool]) -> Iterator[list[Planned]]:
    """Of each story the entries whose type may be written and whose references were all taken, and their changes."""
    given: set[bytes] = set()
    for story in stories:
        made: list[Planned] = []
        for each in story:
            given.add(each.case)
            begun = each.new or each.id in given
            if begun and may_write(each.type) and references(each).keys() <= given:
                given.add(each.id)
                made.append(each)
        yield made


def references(entry: Planned) -> dict[bytes, str]:
    """The records that an entry refers to, by id, with the text that stands for them."""
    declared = record_type(entry.type)
    found: dict[bytes, str] = {}
    for name, value in entry.values.items():
        if declared.by_name[name].kind is Kind.REF:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str):
                    found[uuid.UUID(each).bytes] = each
    return found


def blocks(stories: Iterable[list[Planned]], size: int = _CASES_AT_ONCE) -> Iterator[list[list[Planned]]]:
    """So many stories at once."""
    waiting = iter(stories)
    while block := list(islice(waiting, size)):
        yield block


def rounds(entries: Iterable[Planned]) -> list[list[Planned]]:
    """First every record as it begins, then every record's first change, and so on: each sees what stands before it."""
    found: list[list[Planned]] = []
    reached: dict[bytes, int] = {}
    for each in entries:
        at = reached[each.id] = reached.get(each.id, -1) + 1
        if at == len(found):
            found.append([])
        found[at].append(each)
    return found
